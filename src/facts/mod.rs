//! Facts: what a document's sentences assert, as a table in which every row points at its sentence.

pub mod annotation;

use crate::document::Document;
use annotation::Annotation;
use serde::{Deserialize, Serialize};

/// stub
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// f
    pub facts: Vec<Fact>,
}
/// stub
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// i
    pub id: String,
    /// s
    pub sentence: usize,
}
impl Table {
    /// stub
    pub fn extract(_document: &Document, _annotations: &[Annotation]) -> Self {
        Self::default()
    }
    /// stub
    pub fn read(_file: &str, _text: &str, _document: &Document) -> crate::error::Result<Self> {
        Ok(Self::default())
    }
}
