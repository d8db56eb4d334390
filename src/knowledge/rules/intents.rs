//! Intents: what kinds of question there are, by which words they are known, and what they look for.

use serde::{Deserialize, Serialize};
use serde_spanned::Spanned;

use super::{RuleFile, parse};
use crate::error::{Error, Result};

/// What kind of reply a question wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// One span of the expected type.
    #[default]
    Short,
    /// Several items.
    List,
    /// Yes or no.
    YesNo,
    /// What or who something is.
    Definition,
    /// Why: a clause.
    Reason,
    /// How: a clause.
    Manner,
    /// Somebody's words, exactly.
    Quote,
    /// What the document says about something: whole sentences.
    Topic,
    /// What the document as a whole is about.
    Summary,
    /// How old somebody was at an event.
    AgeAt,
}

/// One intent: a rule as it stands in a file of `rules/intents/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Intent {
    /// Its name, unique among all files: `birth-place`.
    pub name: String,
    /// The answer's type in Li & Roth's taxonomy; left to the answer-type rules where absent.
    #[serde(default)]
    pub answer_type: Option<String>,
    /// What kind of reply it wants.
    #[serde(default)]
    pub shape: Shape,
    /// Keyword groups: the rule fits where a question has a word or phrase of every group. Folded; a word also stands for its other forms.
    #[serde(default)]
    pub keywords: Vec<Vec<String>>,
    /// Words or phrases that rule it out.
    #[serde(default)]
    pub without: Vec<String>,
    /// Regular expressions over the folded question, tried once the keywords fit; one must match.
    #[serde(default)]
    pub patterns: Vec<String>,
    /// Words that a sentence with the answer is likely to use: added to the query.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// Infobox keys and fact relations that hold the answer.
    #[serde(default)]
    pub relations: Vec<String>,
    /// Questions that reach it.
    pub examples: Vec<String>,
    /// Questions that do not.
    #[serde(default)]
    pub counter_examples: Vec<String>,
    /// Where it stands, for messages: `intents/birth.toml:7`. Filled in when the file is read.
    #[serde(default)]
    pub place: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IntentFile {
    intent: Vec<Spanned<Intent>>,
}

/// Reads one file of intents.
///
/// # Errors
/// TOML faults; a name that `earlier` intents have already; an intent without keywords and patterns, or without an example; a pattern that is no regular expression.
pub(super) fn read(file: &RuleFile, earlier: &[Intent]) -> Result<Vec<Intent>> {
    let parsed: IntentFile = parse(file)?;
    let mut intents: Vec<Intent> = Vec::new();
    for spanned in parsed.intent {
        let start = spanned.span().start;
        let mut intent = spanned.into_inner();
        let fault = |message: String| Error::new(&file.name, message).at_offset(&file.text, start);
        if let Some(twin) = earlier.iter().chain(&intents).find(|i| i.name == intent.name) {
            return Err(fault(format!("intent `{}` stands in {} already", intent.name, twin.place)).expected("a name of its own"));
        }
        if intent.keywords.iter().all(Vec::is_empty) && intent.patterns.is_empty() {
            return Err(fault(format!("intent `{}` has no way to match", intent.name)).expected("`keywords` or `patterns`"));
        }
        if intent.examples.is_empty() {
            return Err(fault(format!("intent `{}` has no examples", intent.name)).expected("at least one question in `examples`"));
        }
        for pattern in &intent.patterns {
            regex::Regex::new(pattern).map_err(|e| {
                let why = e.to_string();
                let why = why.lines().last().unwrap_or_default().trim_start_matches("error: ").to_string();
                fault(format!("pattern `{pattern}` of intent `{}`: {why}", intent.name)).expected("a regular expression")
            })?;
        }
        if !intent.place.is_empty() {
            return Err(fault("`place` is filled in by docent".into()).expected("no such field"));
        }
        intent.place = format!("{}:{}", file.name, file.text[..start].matches('\n').count() + 1);
        intents.push(intent);
    }
    Ok(intents)
}
