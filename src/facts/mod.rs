//! Facts: what a document's sentences assert, as a table in which every row points at its sentence.

pub mod annotation;

use crate::document::Document;
use annotation::Annotation;
use serde::{Deserialize, Serialize};

/// The facts of a document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// In the order of their sentences.
    pub facts: Vec<Fact>,
}

/// One fact.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Its id.
    pub id: String,
    /// Who or what it is about.
    pub subject: String,
    /// What is said of it.
    pub relation: String,
    /// Of whom or what.
    pub object: String,
    /// When.
    pub time: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Index into the document's sentences.
    pub sentence: usize,
}

impl Table {
    /// The facts of a document.
    pub fn extract(_document: &Document, _annotations: &[Annotation]) -> Self {
        Self::default()
    }

    /// The table that a file holds.
    ///
    /// # Errors
    /// None yet.
    pub fn read(_file: &str, _text: &str, _document: &Document) -> crate::error::Result<Self> {
        Ok(Self::default())
    }

    /// The table's file.
    pub fn to_csv(&self, _document: &Document) -> String {
        String::new()
    }
}

/// A fact as JSON.
pub fn json<'a>(fact: &'a Fact, _document: &'a Document) -> &'a Fact {
    fact
}
