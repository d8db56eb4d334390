//! Small talk: what is said to docent without asking anything of the document.

use serde::{Deserialize, Serialize};

use super::{RuleFile, parse};
use crate::error::Result;

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
    small_talk: Vec<SmallTalk>,
}

/// Reads `small-talk.toml`.
///
/// # Errors
/// TOML faults.
pub(super) fn read(file: &RuleFile) -> Result<Vec<SmallTalk>> {
    Ok(parse::<SmallTalkFile>(file)?.small_talk)
}
