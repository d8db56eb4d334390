//! Facts that the layout states: infobox lines and table rows.

use super::fact::{Fact, Modality, Polarity, Surface};
use super::mentions::Mentions;
use super::types::name_type;
use crate::document::{Document, Kind, Sentence};
use crate::text::Span;
use crate::text::names::{NameKind, names};
use crate::text::values::{ValueKind, values};

/// The facts of a sentence that is an infobox line or a table row; empty for any other.
pub fn layout(document: &Document, sentence: &Sentence, mentions: &Mentions) -> Vec<Fact> {
    match &sentence.kind {
        Kind::Infobox { key, value } => {
            let subject = document.title().unwrap_or(&document.name).to_string();
            vec![pair(document, &subject, *key, *value, mentions)]
        }
        Kind::Row { header, cells } => row(document, header, cells, mentions),
        _ => Vec::new(),
    }
}

/// The first cell is the subject, each further cell a fact under its heading.
fn row(document: &Document, header: &[Span], cells: &[Span], mentions: &Mentions) -> Vec<Fact> {
    let Some((first, others)) = cells.split_first() else { return Vec::new() };
    let subject = words(document, *first);
    let headed = header.iter().skip(1).zip(others).filter(|(_, cell)| !words(document, **cell).is_empty());
    headed.map(|(heading, cell)| pair(document, &subject, *heading, *cell, mentions)).collect()
}

fn words(document: &Document, span: Span) -> String {
    document.reading(span).text().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pair(document: &Document, subject: &str, key: Span, value: Span, mentions: &Mentions) -> Fact {
    let (relation, whole) = (words(document, key), words(document, value));
    let (object, time) = without_period(&whole);
    Fact {
        subject: mentions.full_name(subject).to_string(),
        relation: relation.to_lowercase(),
        object_type: kind(&object).to_string(),
        time,
        place: None,
        polarity: Polarity::Positive,
        modality: Modality::Asserted,
        attribution: None,
        confidence: 0.95,
        surface: Surface { subject: subject.to_string(), relation, arguments: vec![whole] },
        object: mentions.full_name(&object).to_string(),
        ..Fact::default()
    }
}

/// "Harbour Party (2017–2021)": the party, and when.
fn without_period(value: &str) -> (String, Option<String>) {
    let bracketed = value.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let dated = bracketed.and_then(|(before, within)| {
        let found = values(within);
        let date = found.iter().find_map(|value| value.kind.date()).filter(|_| found.len() == 1)?;
        Some((before.trim().to_string(), Some(date.to_string())))
    });
    dated.filter(|(before, _)| !before.is_empty()).unwrap_or_else(|| (value.to_string(), None))
}

/// The type of a value: of the name or figure that it begins with.
fn kind(object: &str) -> &'static str {
    let found = values(object);
    match found.first().filter(|value| value.span.start == 0).map(|value| &value.kind) {
        Some(ValueKind::Date(_)) => return "NUM:date",
        Some(ValueKind::Money { .. }) => return "NUM:money",
        Some(ValueKind::Percent(_)) => return "NUM:perc",
        Some(ValueKind::Number(_)) => return "NUM:count",
        _ => {}
    }
    let names = names(object);
    names.first().filter(|name| name.kind != NameKind::Other).map_or("", |name| name_type(name.kind, name.core.of(object)))
}
