//! Facts that the layout states: infobox lines and table rows.

use super::fact::{Fact, Modality, Polarity, Surface};
use super::mentions::{Mentions, entity_name};
use super::noun_types::noun_type;
use super::types::{name_type, value_type};
use crate::document::{Document, Kind, Sentence};
use crate::text::Span;
use crate::text::names::{NameKind, gazetteer, names};
use crate::text::values::{Value, ValueKind, values};
use crate::text::wordnet::{Pos, base_form};

/// The facts of a sentence that is an infobox line or a table row; empty for any other.
pub fn layout(document: &Document, sentence: &Sentence, mentions: &Mentions) -> Vec<Fact> {
    match &sentence.kind {
        Kind::Infobox { key, value } => {
            let subject = entity_name(document.title().unwrap_or(&document.name));
            pairs(document, &subject, *key, *value, mentions)
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
    let date = whole_date(&subject);
    let dated = |fact: Fact| Fact { time: fact.time.clone().or_else(|| date.clone()), ..fact };
    headed.flat_map(|(heading, cell)| pairs(document, &subject, *heading, *cell, mentions)).map(dated).collect()
}

fn words(document: &Document, span: Span) -> String {
    document.reading(span).text().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One fact for each item of the value.
fn pairs(document: &Document, subject: &str, key: Span, value: Span, mentions: &Mentions) -> Vec<Fact> {
    let (relation, whole) = (words(document, key), words(document, value));
    items(&whole).into_iter().map(|item| pair(subject, &relation, item, mentions)).collect()
}

fn pair(subject: &str, key: &str, item: &str, mentions: &Mentions) -> Fact {
    let (object, time) = without_period(item);
    let relation = parted(key.to_lowercase());
    let object_type = kind(&object, &relation);
    Fact {
        subject: mentions.full_name(subject).to_string(),
        relation,
        time: time.or_else(|| whole_date(&object)),
        place: None,
        polarity: Polarity::Positive,
        modality: Modality::Asserted,
        attribution: None,
        confidence: 0.95,
        surface: Surface { subject: subject.to_string(), relation: key.to_string(), arguments: vec![item.to_string()] },
        object: mentions.full_name(&object).to_string(),
        object_type: object_type.into(),
        ..Fact::default()
    }
}

/// "otherparty", as wiki text writes keys: two words that English knows where it does not know the whole.
fn parted(key: String) -> String {
    let known =
        |word: &str| word.len() >= SHORTEST && [Pos::Noun, Pos::Verb, Pos::Adjective].into_iter().any(|pos| base_form(word, pos).is_some());
    if known(&key) || !key.bytes().all(|b| b.is_ascii_lowercase()) {
        return key;
    }
    let halves = (SHORTEST..key.len()).rev().map(|at| key.split_at(at)).find(|(first, second)| known(first) && known(second));
    halves.map(|(first, second)| format!("{first} {second}")).unwrap_or(key)
}

/// The shortest word of such a key.
const SHORTEST: usize = 4;

/// The items of a value: parted by semicolons, or by commas outside brackets unless what follows one tells where the place before it lies.
fn items(value: &str) -> Vec<&str> {
    let apart = |sign: char| {
        let (mut depth, mut start, mut parts) = (0_i32, 0, Vec::new());
        for (at, c) in value.char_indices() {
            depth += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
            let within_number = value[at + c.len_utf8()..].starts_with(|next: char| !next.is_whitespace());
            if c == sign && depth == 0 && !within_number {
                parts.push(value[start..at].trim());
                start = at + c.len_utf8();
            }
        }
        parts.push(value[start..].trim());
        parts
    };
    for sign in [';', ','] {
        let parts = apart(sign);
        let sound = parts.iter().all(|part| !part.is_empty() && part.split(' ').count() <= 6);
        if parts.len() > 1 && sound && (sign == ';' || !in_place(&parts) && !is_one_date(&parts)) {
            return parts;
        }
    }
    vec![value]
}

/// "Corby, Northamptonshire": a place and where it lies.
fn in_place(parts: &[&str]) -> bool {
    let place = |part: &str| gazetteer::place(part).is_some() || names(part).first().is_some_and(|name| name.kind == NameKind::Place);
    let dated = |part: &str| !values(part).is_empty();
    parts.iter().skip(1).any(|part| place(part)) && !dated(parts[0])
}

/// "January 2, 1987".
fn is_one_date(parts: &[&str]) -> bool {
    parts.len() == 2 && parts[1].len() == 4 && parts[1].bytes().all(|b| b.is_ascii_digit())
}

fn whole_date(object: &str) -> Option<String> {
    let found = values(object);
    found.first().filter(|value| value.span.len() == object.len()).and_then(|value| value.kind.date()).map(ToString::to_string)
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

/// The type of an item: of the figure that it begins with, else of the name, unless the key's noun says that it is a thing of another sort: under
/// "party" stand groups, whatever they are called.
fn kind(object: &str, key: &str) -> &'static str {
    let found = values(object);
    // "1994 harbour strike" is no date.
    let whole = |value: &Value| value.span.end == object.len() || !matches!(value.kind, ValueKind::Date(_) | ValueKind::Duration { .. });
    match found.first().filter(|value| value.span.start == 0 && whole(value)).map(|value| &value.kind) {
        Some(ValueKind::Date(_)) => return "NUM:date",
        Some(ValueKind::Money { .. }) => return "NUM:money",
        Some(ValueKind::Percent(_)) => return "NUM:perc",
        Some(ValueKind::Number(_)) => return "NUM:count",
        Some(value) => return value_type(value),
        None => {}
    }
    // "Corby, Northamptonshire" is of the kind that Corby is.
    let object = object.split(',').next().unwrap_or(object);
    let names = names(object);
    let named = names.first().filter(|name| name.kind != NameKind::Other).map_or("", |name| name_type(name.kind, name.core.of(object)));
    let noun = key.split(' ').next_back().unwrap_or(key).to_lowercase();
    let noun = if gazetteer::function_word(&noun) { String::new() } else { noun };
    let keyed = noun_type(noun.strip_suffix('s').filter(|_| noun_type(&noun).is_empty()).unwrap_or(&noun));
    let coarse = |kind: &str| kind.split(':').next().unwrap_or_default().to_string();
    if let Some(sure) = keyed_type(&key.to_lowercase()) {
        return if named == "HUM:gr" && sure.starts_with("HUM") || named.starts_with("LOC") && sure.starts_with("LOC") {
            named
        } else {
            sure
        };
    }
    let telling = matches!(keyed, "HUM:gr" | "ENTY:other" | "ENTY:cremat") || keyed.starts_with("LOC") || named == "ENTY:event";
    let told = if named.is_empty() || telling && !keyed.is_empty() && coarse(named) != coarse(keyed) { keyed } else { named };
    // "known for: harbour strike".
    if told.is_empty() { noun_type(object.rsplit(' ').next().unwrap_or(object)) } else { told }
}

/// What stands under a key that leaves no doubt.
fn keyed_type(key: &str) -> Option<&'static str> {
    Some(match key {
        "born" | "died" | "birth place" | "birthplace" | "death place" | "residence" | "resting place" | "location" | "headquarters" => {
            "LOC:other"
        }
        "occupation" | "occupations" | "profession" | "office" | "position" | "title" => "HUM:title",
        "spouse" | "spouses" | "wife" | "husband" | "partner" | "father" | "mother" | "parents" | "children" | "founder" | "founders" => {
            "HUM:ind"
        }
        "award" | "awards" | "prize" | "prizes" => "ENTY:other",
        "employer" | "other party" | "party" | "organisation" | "organization" => "HUM:gr",
        _ => return None,
    })
}
