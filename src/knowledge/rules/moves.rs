//! Moves: what is said to steer a conversation rather than to ask something new.

use serde::{Deserialize, Serialize};

use super::{RuleFile, parse};
use crate::error::Result;

/// The words that steer a conversation: folded, without punctuation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Moves {
    /// Words that lead over to a question and belong to none: "and", "by the way".
    pub openers: Vec<String>,
    /// Words that correct the question before: "I meant".
    pub corrections: Vec<String>,
    /// Words that may go before a correction: "no", "sorry".
    pub denials: Vec<String>,
    /// Words that tell how a follow-up leans on what was said.
    pub words: FollowUpWords,
    /// Whole utterances and what they do.
    #[serde(rename = "move")]
    pub moves: Vec<Move>,
}

/// Words that tell how a follow-up leans on what was said, in lower case; verbs are given by their lemmas.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FollowUpWords {
    /// Words that may point back: a question without one, and with a verb, stands on its own.
    pub pointers: Vec<String>,
    /// Words before a topic that is named for the question at hand: "what about".
    pub topics: Vec<String>,
    /// Nouns for somebody's other half: "they" after a question about one are both.
    pub spouses: Vec<String>,
    /// Verbs of what takes place: "it" is held, begins.
    pub happening: Vec<String>,
    /// Verbs of what people do with an event: it is held, attended.
    pub arranging: Vec<String>,
    /// Verbs of moving an event to another time or place.
    pub shifting: Vec<String>,
    /// Verbs whose "it" may be what happened: she said it, regrets it.
    pub reacting: Vec<String>,
    /// Verbs of making a thing: what is made is a thing, not what happened.
    pub making: Vec<String>,
    /// Nouns for anybody: "that man" is who was just spoken of.
    pub persons: Vec<String>,
    /// Verbs of what only people do with one another: marry, divorce.
    pub marrying: Vec<String>,
    /// Words behind an "it" that stands for nothing: "is it true".
    pub impersonal: Vec<String>,
    /// Words before an "it" that stands for nothing: "leg it".
    pub idioms: Vec<String>,
}

/// A whole utterance that does something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Move {
    /// What it does.
    pub name: Act,
    /// The utterances.
    pub says: Vec<String>,
    /// What docent says to it, where that does not come from the document.
    #[serde(default)]
    pub reply: String,
}

/// What a move does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// The next best evidence, nothing twice.
    More,
    /// Who asserts the last answer, and where it stands.
    Source,
    /// The last answer once more, with how sure it is.
    Sure,
    /// The question before the last is on the table again.
    Back,
    /// The last question is forgotten.
    NeverMind,
    /// What the document tells after the sentence cited last.
    Next,
    /// What it tells before.
    Before,
}

impl Act {
    /// Its name, which is also the intent of its reply.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::More => "more",
            Self::Source => "source",
            Self::Sure => "sure",
            Self::Back => "back",
            Self::NeverMind => "never-mind",
            Self::Next => "next",
            Self::Before => "before",
        }
    }
}

/// Reads `moves.toml`.
///
/// # Errors
/// TOML faults.
pub(super) fn read(file: &RuleFile) -> Result<Moves> {
    parse(file)
}
