//! The built-in knowledge: `knowledge/` as `build.rs` compiled it into the binary.

use crate::document::Document;
use crate::knowledge::rules::Rules;
use crate::knowledge::{Knowledge, Known};

static RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.postcard"));
static SOURCES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sources.postcard"));

impl Knowledge {
    /// The built-in documents and rules.
    pub fn builtin() -> Self {
        Self { sources: parse::<Vec<Known>>(SOURCES), rules: Self::builtin_rules() }
    }

    /// The built-in rules.
    pub fn builtin_rules() -> Rules {
        parse(RULES)
    }

    /// One document, with the built-in rules.
    pub fn of_document(document: Document) -> Self {
        Self::new(document, Self::builtin_rules())
    }
}

/// Reads a table that the same build wrote; it cannot be of another form.
fn parse<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> T {
    postcard::from_bytes(bytes).expect("the table was written by this build")
}
