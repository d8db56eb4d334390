//! The fact table: the facts of a document in the order of its sentences.

use serde::{Deserialize, Serialize};

use super::fact::Fact;

/// The facts of a document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// In the order of the sentences they come from.
    pub facts: Vec<Fact>,
}
