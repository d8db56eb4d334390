//! Rules: what `knowledge/rules/` says about questions, in the shapes that the program uses.
//!
//! Rules are data: TOML for people, checked when it is read. [`Rules::read`] takes the files' texts, so that the build script, a person's own
//! folder and the tests go the same way.

pub mod answer_types;
mod intents;
mod lexicon;
mod matcher;
mod ranking;
mod small_talk;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

use answer_types::TypeRules;
pub use intents::{Intent, Shape};
pub use lexicon::Lexicon;
pub use matcher::{Hit, Matcher, WITHOUT};
pub use ranking::{Feature, Features, Ranking, Support, Supports};
pub use small_talk::SmallTalk;

/// A rule file: its name as shown in messages, and its text.
#[derive(Debug, Clone)]
pub struct RuleFile {
    /// Path relative to `rules/`, with `/` between folders: `intents/birth.toml`.
    pub name: String,
    /// Its content.
    pub text: String,
}

/// All rules.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// The intents, in order of file name and then of place in the file: of two that fit equally well, the earlier wins.
    pub intents: Vec<Intent>,
    /// The intents' keywords, compiled.
    pub matcher: Matcher,
    /// Words that mean the same, or that are evidence for another.
    pub lexicon: Lexicon,
    /// What type of answer a question wants.
    pub answer_types: TypeRules,
    /// Greetings, thanks, questions about docent itself.
    pub small_talk: Vec<SmallTalk>,
    /// The ranker's weights and thresholds.
    pub ranking: Ranking,
}

impl Rules {
    /// Reads rule files, sorted by name.
    ///
    /// # Errors
    /// The first fault, naming file, line and column; a file whose name is not one of the known ones is a fault too.
    pub fn read(files: &[RuleFile]) -> Result<Self> {
        let mut sorted: Vec<&RuleFile> = files.iter().collect();
        sorted.sort_by(|a, b| a.name.cmp(&b.name));
        let mut rules = Rules::default();
        for file in sorted {
            rules.add(file)?;
        }
        let typed: Vec<(&str, &str)> =
            files.iter().filter(|f| f.name.starts_with("answer-types/")).map(|f| (f.name.as_str(), f.text.as_str())).collect();
        rules.answer_types = TypeRules::parse(&typed)?;
        rules.matcher = Matcher::new(&rules.intents);
        Ok(rules)
    }

    fn add(&mut self, file: &RuleFile) -> Result<()> {
        match file.name.as_str() {
            "lexicon.toml" => self.lexicon = lexicon::read(file)?,
            "small-talk.toml" => self.small_talk = small_talk::read(file)?,
            "ranking.toml" => self.ranking = parse(file)?,
            name if name.starts_with("intents/") => self.intents.extend(intents::read(file, &self.intents)?),
            name if name.starts_with("answer-types/") => {}
            _ => {
                let known = "intents/*.toml, answer-types/*.toml, lexicon.toml, small-talk.toml or ranking.toml";
                return Err(Error::new(&file.name, "not a rule file that docent knows").expected(known));
            }
        }
        Ok(())
    }
}

/// Parses a rule file; a fault names line and column, and what was expected where the parser says so.
fn parse<T: DeserializeOwned>(file: &RuleFile) -> Result<T> {
    toml::from_str(&file.text).map_err(|fault| {
        let message = fault.message();
        let (message, expected) = message.split_once(", expected ").map_or((message, None), |(a, b)| (a, Some(b)));
        let mut error = Error::new(&file.name, message);
        if let Some(span) = fault.span() {
            error = error.at_offset(&file.text, span.start);
        }
        expected.into_iter().fold(error, |e, x| e.expected(x))
    })
}
