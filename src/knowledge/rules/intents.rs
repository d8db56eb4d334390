//! Intents: what kinds of question there are, by which words they are known, and what they look for.

use serde::{Deserialize, Serialize};
use serde_spanned::Spanned;

use super::answer_types::Sets;
use super::{RuleFile, parse};
use crate::error::{Error, Result};

/// What kind of reply a question wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// One span of the expected type.
    #[default]
    Short,
    /// Several items: "which parties", "name the men who".
    List,
    /// Yes or no.
    YesNo,
    /// One of the options that the question gives: "was it oak or ash".
    Choice,
    /// That one of the options that ranks before the others: "which came first, the mill or the bridge", "who was older".
    Compare,
    /// How many things there are: stated, or counted.
    Count,
    /// A sum of several amounts: "altogether", "in total".
    Total,
    /// How much lies between two amounts: "how many more mayors than councillors".
    Difference,
    /// How much time lies between two dates or from a beginning to an end: "how many years after", "how long did she stay".
    Elapsed,
    /// How old somebody was at an event.
    AgeAt,
    /// What or who something is.
    Definition,
    /// What an abbreviation stands for.
    Expansion,
    /// The abbreviation of a name.
    Abbreviation,
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
    /// Something about the document itself: its sections, its length, whether it mentions something.
    Document,
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
    /// Patterns over the question's words, in the language of `rules/answer-types/`, tried once the keywords fit; one must match.
    #[serde(default)]
    pub patterns: Vec<String>,
    /// Words that a sentence with the answer is likely to use: added to the query.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// Words of which a sentence with the answer has one, or it is none: added to the query. Lines of the infobox go by `relations`.
    #[serde(default)]
    pub proof: Vec<String>,
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
/// TOML faults; a name that `earlier` intents have already; an intent without keywords and patterns, or without an example; a faulty pattern.
pub(super) fn read(file: &RuleFile, earlier: &[Intent], sets: &Sets) -> Result<Vec<Intent>> {
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
            sets.pattern(pattern).map_err(|why| fault(format!("pattern `{pattern}` of intent `{}`: {why}", intent.name)))?;
        }
        if !intent.place.is_empty() {
            return Err(fault("`place` is filled in by docent".into()).expected("no such field"));
        }
        intent.place = format!("{}:{}", file.name, file.text[..start].matches('\n').count() + 1);
        intents.push(intent);
    }
    Ok(intents)
}
