//! A fact as JSON: its columns, the sentence's own words, and where the sentence stands.

use serde::Serialize;

use super::fact::{Fact, Modality, Polarity, Qualifier, Surface};
use crate::document::Document;

/// The object of one fact; borrows both.
#[derive(Debug, Serialize)]
pub struct FactObject<'a> {
    id: &'a str,
    subject: &'a str,
    relation: &'a str,
    object: &'a str,
    object_type: &'a str,
    time: Option<&'a str>,
    place: Option<&'a str>,
    qualifiers: &'a [Qualifier],
    polarity: Polarity,
    modality: Modality,
    attribution: Option<&'a str>,
    confidence: f64,
    surface: &'a Surface,
    source: Source<'a>,
}

/// Where a fact's sentence stands. `text` is the slice `start..end` of the document.
#[derive(Debug, Default, Serialize)]
struct Source<'a> {
    document: &'a str,
    section: &'a [String],
    paragraph: usize,
    sentence: usize,
    line: usize,
    start: usize,
    end: usize,
    fingerprint: &'a str,
    text: &'a str,
}

/// The JSON object of a fact of `document`.
pub fn json<'a>(fact: &'a Fact, document: &'a Document) -> FactObject<'a> {
    FactObject {
        id: &fact.id,
        subject: &fact.subject,
        relation: &fact.relation,
        object: &fact.object,
        object_type: &fact.object_type,
        time: fact.time.as_deref(),
        place: fact.place.as_deref(),
        qualifiers: &fact.qualifiers,
        polarity: fact.polarity,
        modality: fact.modality,
        attribution: fact.attribution.as_deref(),
        confidence: (fact.confidence * 100.0).round() / 100.0,
        surface: &fact.surface,
        source: source(fact, document),
    }
}

fn source<'a>(fact: &'a Fact, document: &'a Document) -> Source<'a> {
    let Some(sentence) = document.sentences.get(fact.sentence) else {
        return Source { document: &document.name, fingerprint: &fact.fingerprint, ..Source::default() };
    };
    Source {
        document: &document.name,
        section: document.sections.get(sentence.section).map_or(&[], |section| &section.path),
        paragraph: sentence.paragraph,
        sentence: sentence.number,
        line: sentence.line,
        start: sentence.span.start,
        end: sentence.span.end,
        fingerprint: &fact.fingerprint,
        text: document.quote(sentence.span),
    }
}
