//! Types: whether a candidate is of the type that the question asks for.

use crate::answer::spans::{Candidate, Form, tells_where};
use crate::facts::annotation::Annotation;
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::values::{self, Anchor, Dimension, ValueKind};
use crate::text::{Pos, Relation, Tag, Word, wordnet};

/// How a candidate's type agrees with the expected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is of another type.
    Differs,
    /// Nothing speaks for or against it.
    Open,
    /// It could be of the type.
    Fits,
    /// It is of the type.
    Exact,
}

/// How a candidate agrees with an answer type such as `LOC:city`.
pub fn fit(answer_type: &str, annotation: &Annotation, candidate: &Candidate) -> Fit {
    let coarse = answer_type.as_bytes().iter().position(|&byte| byte == b':').map_or(answer_type, |at| &answer_type[..at]);
    match candidate.form {
        Form::Value(place) => value_fit(answer_type, &annotation.values[place].kind),
        // "Moroccan" in "a Moroccan rifleman" is no group of its own.
        Form::Name(_) if coarse == "HUM" && annotation.reading.words[candidate.head].pos == Pos::Adj => Fit::Differs,
        Form::Name(place) if is_bracketed_place(annotation, place) && answer_type == "LOC:city" => Fit::Open,
        Form::Name(place) if is_bracketed_place(annotation, place) && matches!(answer_type, "LOC:state" | "LOC:country") => Fit::Exact,
        // "The radio programme Night Mail" is nobody.
        Form::Name(place) if coarse == "HUM" && annotation.names[place].kind == NameKind::Other && is_of_things(annotation, candidate) => {
            Fit::Differs
        }
        // "The programme, Seven Furrows, …" is nobody either.
        Form::Name(place)
            if answer_type == "HUM:ind"
                && annotation.names[place].kind == NameKind::Other
                && is_apposed_to_thing(annotation, candidate) =>
        {
            Fit::Differs
        }
        Form::Name(place) => name_fit(answer_type, annotation.names[place].kind),
        Form::Quoted => open_unless(coarse == "NUM"),
        Form::Asked => Fit::Exact,
        Form::Clause => clause_fit(coarse),
        Form::Prepositional => prepositional_fit(coarse, annotation, candidate),
        Form::Modifier => modifier_fit(answer_type, annotation, candidate),
        Form::NounPhrase | Form::List => noun_fit(answer_type, coarse, annotation, candidate),
    }
}

/// Whether a name stands in brackets right behind a place, which lies in it: "Velm (Ostland)".
fn is_bracketed_place(annotation: &Annotation, place: usize) -> bool {
    let before = annotation.text[..annotation.names[place].span.start].trim_end().strip_suffix('(').map(str::trim_end);
    before.is_some_and(|before| annotation.names.iter().any(|name| name.span.end == before.len() && name.kind == NameKind::Place))
}

/// Whether the noun right before a name says that it is neither somebody nor a group.
fn is_of_things(annotation: &Annotation, candidate: &Candidate) -> bool {
    let before = candidate.words.start.checked_sub(1).map(|w| &annotation.reading.words[w]);
    before.is_some_and(is_thing)
}

/// Whether a noun that a name explains says so.
fn is_apposed_to_thing(annotation: &Annotation, candidate: &Candidate) -> bool {
    let words = &annotation.reading.words;
    let own = &words[candidate.head];
    own.head.is_some_and(|noun| own.relation.base() == Relation::Appos && is_thing(&words[noun]))
}

/// Whether a word is a noun for neither somebody nor a group.
fn is_thing(word: &Word) -> bool {
    let known = wordnet::classes(&word.lemma).next().is_some();
    word.pos == Pos::Noun && known && !["person", "group"].iter().any(|class| wordnet::is_a(&word.lemma, class))
}

fn open_unless(differs: bool) -> Fit {
    if differs { Fit::Differs } else { Fit::Open }
}

/// How the kind of a value agrees with an answer type.
pub fn value_fit(answer_type: &str, kind: &ValueKind) -> Fit {
    use ValueKind::*;
    match (answer_type, kind) {
        ("NUM:date", Date(values::Date::Relative(r))) if r.from == Anchor::Writing => Fit::Open,
        ("NUM:date", Date(_) | Clock { .. }) => Fit::Exact,
        ("NUM:count", Number { .. }) => Fit::Exact,
        ("NUM:money", Money { .. }) => Fit::Exact,
        ("NUM:perc", Percent(_)) => Fit::Exact,
        ("NUM:ord", Ordinal(_)) => Fit::Exact,
        ("NUM:period", Duration { .. } | Age(_)) => Fit::Exact,
        ("NUM:dist" | "NUM:weight" | "NUM:speed" | "NUM:temp" | "NUM:volsize", Measure { unit, .. }) => {
            if measures(answer_type, unit.dimension()) { Fit::Exact } else { Fit::Differs }
        }
        ("NUM:other" | "NUM:code", Number { .. } | Frequency { .. } | Measure { .. }) => Fit::Exact,
        ("NUM:period", Date(values::Date::Range { .. })) => Fit::Fits,
        ("NUM:count", Frequency { .. }) => Fit::Fits,
        ("NUM:period", Date(_)) | ("NUM:date" | "NUM:perc", Ordinal(_) | Number { .. }) | ("NUM:count", Percent(_)) => Fit::Open,
        ("NUM:money" | "NUM:dist" | "NUM:weight" | "NUM:speed" | "NUM:temp" | "NUM:volsize" | "NUM:ord", Number { .. }) => Fit::Fits,
        ("NUM:other", _) => Fit::Fits,
        _ => Fit::Differs,
    }
}

/// Whether what a unit measures is of a type: no area is a distance.
fn measures(answer_type: &str, dimension: Dimension) -> bool {
    match answer_type {
        "NUM:dist" => dimension == Dimension::Length,
        "NUM:weight" => dimension == Dimension::Mass,
        "NUM:speed" => dimension == Dimension::Speed,
        "NUM:temp" => matches!(dimension, Dimension::Temperature | Dimension::Angle),
        _ => !matches!(dimension, Dimension::Temperature | Dimension::Speed),
    }
}

/// Whether what answers a type is nobody, as a sport, a language or a food.
fn is_no_person(answer_type: &str) -> bool {
    answer_type.starts_with("ENTY") && !matches!(answer_type, "ENTY:other" | "ENTY:cremat" | "ENTY:termeq" | "ENTY:word")
}

fn name_fit(answer_type: &str, kind: NameKind) -> Fit {
    use NameKind::*;
    match (answer_type, kind) {
        ("HUM:ind" | "HUM:desc", Person) | ("HUM:gr", Organisation | Group) => Fit::Exact,
        ("HUM:ind" | "HUM:gr" | "HUM:desc", Other) | ("HUM:ind", Organisation | Group) => Fit::Fits,
        ("HUM:gr", Place) => Fit::Open,
        (t, Person) if is_no_person(t) => Fit::Differs,
        (t, Place) if t.starts_with("LOC") => Fit::Exact,
        (t, Other | Organisation) if t.starts_with("LOC") => Fit::Fits,
        (t, Work | Event | Group) if t.starts_with("ENTY") => Fit::Fits,
        (t, _) if t.starts_with("ENTY") || t.starts_with("ABBR") || t.starts_with("DESC") => Fit::Open,
        _ => Fit::Differs,
    }
}

fn clause_fit(coarse: &str) -> Fit {
    match coarse {
        "DESC" => Fit::Fits,
        "NUM" | "HUM" | "LOC" => Fit::Differs,
        _ => Fit::Open,
    }
}

fn prepositional_fit(coarse: &str, annotation: &Annotation, candidate: &Candidate) -> Fit {
    let words = &annotation.reading.words;
    let preposition = fold(words[candidate.words.start].span.of(&annotation.text));
    let place = matches!(&*preposition, "in" | "at" | "on" | "near" | "to" | "from" | "across" | "along" | "outside" | "between" | "under");
    let head = &words[candidate.head];
    if annotation.values.iter().any(|v| v.span.overlaps(candidate.span)) {
        return Fit::Differs;
    }
    // "In return", "in protest".
    let bare = head.pos == Pos::Noun && candidate.words.len() == 2 && preposition == "in" && !tells_where(&head.lemma);
    let placed = ["location", "structure", "organization", "body of water"].iter().any(|class| wordnet::is_a(&head.lemma, class));
    match coarse {
        "LOC" if bare && !placed => Fit::Differs,
        "LOC" if ["period", "person"].iter().any(|class| wordnet::is_mainly(&head.lemma, class)) => Fit::Differs,
        "LOC" if place && head.pos == Pos::Propn => Fit::Fits,
        "LOC" if place => Fit::Open,
        "DESC" => Fit::Open,
        _ => Fit::Differs,
    }
}

fn modifier_fit(answer_type: &str, annotation: &Annotation, candidate: &Candidate) -> Fit {
    let lemma = annotation.reading.words[candidate.head].lemma.as_str();
    match answer_type {
        "ENTY:color" if wordnet::is_a(lemma, "color") => Fit::Exact,
        "LOC:other" if tells_where(lemma) => Fit::Fits,
        _ => open_unless(!answer_type.starts_with("ENTY") && !answer_type.starts_with("DESC")),
    }
}

fn noun_fit(answer_type: &str, coarse: &str, annotation: &Annotation, candidate: &Candidate) -> Fit {
    let head = &annotation.reading.words[candidate.head];
    if coarse == "NUM" {
        return if matches!(head.tag, Tag::Cd) { Fit::Open } else { Fit::Differs };
    }
    if head.pos == Pos::Propn {
        return proper_fit(answer_type, annotation, candidate);
    }
    if head.pos == Pos::Num {
        return Fit::Differs;
    }
    let lemma = fold(&head.lemma);
    let wanted = classes(answer_type);
    if wanted.is_empty() {
        return Fit::Open;
    }
    if coarse == "HUM" && is_wing(annotation, candidate.head) {
        return Fit::Fits;
    }
    // A poster is nobody who puts up bills.
    let own = |class: &&str| wanted.contains(class) && (coarse != "HUM" || wordnet::is_mainly(&lemma, class));
    match wordnet::classes(&lemma).find(own) {
        Some(_) if coarse == "HUM" || coarse == "LOC" => Fit::Fits,
        Some(_) => Fit::Exact,
        None if coarse == "HUM" || coarse == "LOC" || is_no_person(answer_type) && wordnet::is_mainly(&lemma, "person") => Fit::Differs,
        None => Fit::Open,
    }
}

/// Whether a noun with its adjective stands for those who think so: "the far left".
pub fn is_wing(annotation: &Annotation, head: usize) -> bool {
    let words = &annotation.reading.words;
    let side = matches!(&*words[head].lemma, "centre" | "center" | "left" | "right");
    side && annotation.reading.children(head).any(|c| matches!(&*words[c].lemma, "extreme" | "far" | "hard" | "radical" | "religious"))
}

/// A phrase headed by a proper noun is what the name within it is.
fn proper_fit(answer_type: &str, annotation: &Annotation, candidate: &Candidate) -> Fit {
    let head = &annotation.reading.words[candidate.head];
    let name = annotation.names.iter().find(|n| n.span.contains(head.span));
    // "CEO" is a title, unless somebody is called so.
    if answer_type == "HUM:title" && wordnet::is_mainly(&fold(&head.lemma), "person") && name.is_none_or(|n| n.kind != NameKind::Person) {
        return Fit::Fits;
    }
    name.map_or(Fit::Open, |n| name_fit(answer_type, n.kind)).min(Fit::Fits)
}

/// The classes of nouns that answer a type.
fn classes(answer_type: &str) -> &'static [&'static str] {
    match answer_type {
        "HUM:ind" | "HUM:desc" => &["person", "occupation", "relative", "group", "organization", "government"],
        "HUM:gr" => &["group", "organization", "company", "political party", "team", "school", "government", "family", "military unit"],
        "HUM:title" => &["occupation", "person"],
        "LOC:city" => &["city", "location"],
        "LOC:country" => &["country"],
        "LOC:state" => &["province", "district"],
        "LOC:mount" => &["mountain"],
        "LOC:other" => &["location", "building", "structure", "road", "body of water", "island", "continent", "celestial body", "school"],
        "ENTY:animal" => &["animal", "bird"],
        "ENTY:body" => &["body part"],
        "ENTY:color" => &["color"],
        "ENTY:cremat" => &["book", "film", "musical work", "picture", "document", "performance"],
        "ENTY:currency" => &["currency"],
        "ENTY:dismed" => &["disease", "drug"],
        "ENTY:event" => &["event", "conflict", "competition", "holiday"],
        "ENTY:food" => &["food", "beverage"],
        "ENTY:instru" => &["musical instrument"],
        "ENTY:lang" => &["language"],
        "ENTY:letter" => &["letter"],
        "ENTY:plant" => &["plant"],
        "ENTY:product" => &["artifact", "device", "clothing", "furniture"],
        "ENTY:religion" => &["religion"],
        "ENTY:sport" => &["sport", "game"],
        "ENTY:substance" => &["substance", "material", "chemical element"],
        "ENTY:symbol" => &["symbol"],
        "ENTY:techmeth" => &["technique", "process"],
        "ENTY:veh" => &["vehicle"],
        "ENTY:word" => &["word"],
        _ => &[],
    }
}
