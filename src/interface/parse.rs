//! `inspect --parse`: each sentence of a document with its tags and its tree.

use serde::Serialize;

use super::{json, tree};
use crate::document::{Document, Sentence};
use crate::text::read;

/// A sentence as it was read: where it stands, its words without markup, and each of them.
#[derive(Serialize)]
struct Parsed<'t> {
    start: usize,
    end: usize,
    text: &'t str,
    words: Vec<tree::Row>,
}

/// A tree for each sentence, for a person.
pub fn text(document: &Document) -> String {
    let shown = |sentence: &Sentence| {
        let words = document.reading(sentence.span);
        let tree = tree::render(words.text(), &read(words.text()));
        format!("{}\n{tree}\n", words.text())
    };
    document.sentences.iter().map(shown).collect()
}

/// A JSON object for each sentence, one a line.
pub fn lines(document: &Document) -> String {
    let line = |sentence: &Sentence| {
        let words = document.reading(sentence.span);
        let (text, span) = (words.text(), sentence.span);
        json::line(&Parsed { start: span.start, end: span.end, text, words: tree::rows(text, &read(text)) })
    };
    document.sentences.iter().map(line).collect()
}
