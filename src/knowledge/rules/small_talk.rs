//! Small talk: what is said to docent without asking anything of the document.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{RuleFile, parse};
use crate::error::Result;

/// All small talk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmallTalks {
    /// Words that go before, between or after what is said, and say nothing: "please", "mate".
    around: Vec<String>,
    /// What is said, by its kind.
    kinds: Vec<SmallTalk>,
    /// All words of both, sorted.
    words: Vec<String>,
}

/// One kind of small talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SmallTalk {
    /// Its name, shown as the intent: `greeting`.
    pub name: String,
    /// Whole utterances, folded and without punctuation.
    pub says: Vec<String>,
    /// The reply. `{title}` stands for the document's title.
    pub reply: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SmallTalkFile {
    #[serde(default)]
    around: Vec<String>,
    small_talk: Vec<SmallTalk>,
}

/// Reads `small-talk.toml`.
///
/// # Errors
/// TOML faults.
pub(super) fn read(file: &RuleFile) -> Result<SmallTalks> {
    let SmallTalkFile { around, small_talk: kinds } = parse(file)?;
    let phrases = around.iter().chain(kinds.iter().flat_map(|kind| &kind.says));
    let words: BTreeSet<String> = phrases.flat_map(|phrase| phrase.split(' ')).map(str::to_string).collect();
    Ok(SmallTalks { words: words.into_iter().collect(), around, kinds })
}

impl SmallTalks {
    /// The small talk that a text is, if it is nothing else; of several kinds the one said last: "thanks, bye". `folded` is the text, folded.
    pub fn find(&self, folded: &str) -> Option<&SmallTalk> {
        let words = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').map(|w| w.trim_matches('\'')).filter(|w| !w.is_empty());
        let known = |w: &str| self.words.binary_search_by(|word| word.as_str().cmp(w)).is_ok();
        let words: Vec<&str> = words.map(|w| known(w).then_some(w)).collect::<Option<_>>()?;
        if words.len() > LONGEST { None } else { self.last_said(&words) }
    }

    /// The kind of small talk that words end with, where they are nothing but small talk and words around it.
    fn last_said(&self, words: &[&str]) -> Option<&SmallTalk> {
        (0..words.len()).find_map(|start| {
            let (before, said) = (&words[..start], words[start..].join(" "));
            let rest = || before.is_empty() || self.is_around(before) || self.last_said(before).is_some();
            let kind = self.kinds.iter().find(|kind| kind.says.contains(&said)).filter(|_| rest());
            kind.or_else(|| self.around.contains(&said).then(|| self.last_said(before)).flatten())
        })
    }

    /// Whether words only go around what is said.
    fn is_around(&self, words: &[&str]) -> bool {
        words.is_empty() || (0..words.len()).any(|start| self.around.contains(&words[start..].join(" ")) && self.is_around(&words[..start]))
    }
}

/// Small talk has at most so many words.
const LONGEST: usize = 16;
