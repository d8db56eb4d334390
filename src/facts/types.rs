//! Answer types: what an argument is, in Li & Roth's taxonomy, from names, values and the head noun's class.

use super::annotation::Annotation;
use super::noun_types::noun_type;
use super::phrase::Tree;
use super::proposition::{Argument, Role};
use crate::text::names::{NameKind, gazetteer};
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::values::{Dimension, ValueKind};
use crate::text::wordnet::{classes, is_a};

/// The type of an argument of the verb `predicate`; empty where nothing tells it. A common noun names some thing at least, and a personal pronoun, or
/// one with "who" behind it, somebody.
pub fn object_type(tree: Tree, argument: &Argument, predicate: usize, annotation: &Annotation) -> &'static str {
    let known = known_type(tree, argument, predicate, annotation);
    let personal = || matches!(tree.lower(argument.head).as_ref(), "he" | "her" | "herself" | "him" | "himself" | "she" | "who" | "whom");
    let who = || tree.by(argument.head, Relation::Acl).any(|clause| tree.children(clause).iter().any(|&i| tree.lower(i) == "who"));
    match tree.pos(argument.head) {
        _ if !known.is_empty() => known,
        Pos::Noun => "ENTY:other",
        Pos::Pron | Pos::Det if personal() || who() => "HUM:ind",
        _ => known,
    }
}

fn known_type(tree: Tree, argument: &Argument, predicate: usize, annotation: &Annotation) -> &'static str {
    if matches!(argument.role, Role::Clause | Role::Adverbial) {
        return "DESC:desc";
    }
    let head = tree.reading.words[argument.head].span;
    let one = tree.lower(argument.head) == "one" && tree.child(argument.head, Relation::Amod).is_some();
    if let Some(noun) = likened(tree, argument.head).filter(|_| one) {
        return noun_type(tree.lemma(noun));
    }
    if let Some(value) = annotation.values.iter().find(|value| value.span.overlaps(head) && !one) {
        return value_type(&value.kind);
    }
    if let Some(mention) = annotation.names.iter().find(|mention| mention.span.contains(head)) {
        let kind = name_type(mention.kind, mention.core.of(tree.text));
        let described =
            argument.words.iter().rev().find(|&&i| tree.pos(i) == Pos::Noun && tree.reading.words[i].span.end <= mention.span.start);
        if tree.tag(argument.head) == Tag::Nn && !noun_type(&tree.lemma(argument.head).to_lowercase()).is_empty() {
            return framed(tree, argument, predicate, noun_type(&tree.lemma(argument.head).to_lowercase()));
        }
        let told = || described.map(|&noun| noun_type(tree.lemma(noun))).filter(|told| !told.is_empty());
        let article = tree.child(argument.head, Relation::Det).is_some_and(|det| matches!(tree.lower(det).as_ref(), "a" | "an"));
        let kind =
            if article && kind == "HUM:gr" && tree.form(argument.head).chars().all(|c| !c.is_lowercase()) { "ENTY:other" } else { kind };
        // "affiliated with Corby", "joined Corby": those of that place.
        let joined = matches!(tree.lemma(predicate), "affiliate" | "collaborate" | "join" | "merge") && kind.starts_with("LOC");
        if joined && taken_by(tree, argument, predicate) == "HUM:gr" {
            return "HUM:gr";
        }
        if kind == "HUM:gr" && is_held(tree, argument, predicate) {
            return "LOC:other";
        }
        return if matches!(kind, "" | "ENTY:event") && !told().unwrap_or_default().is_empty() || kind.is_empty() {
            told().unwrap_or_else(|| taken_by(tree, argument, predicate))
        } else {
            kind
        };
    }
    if tree.by(argument.head, Relation::Nummod).any(|i| argument.words.contains(&i) && !tree.is_dated(i)) {
        return "NUM:count";
    }
    if let Some(kind) = measured(tree, argument, annotation) {
        return kind;
    }
    if let Some(whole) = partitive(tree, argument.head) {
        let words = tree.phrase(whole, false);
        return known_type(tree, &Argument { words, head: whole, role: argument.role }, predicate, annotation);
    }
    match tree.pos(argument.head) {
        Pos::Noun if classes(tree.lemma(argument.head)).next().is_none() && noun_type(tree.lemma(argument.head)).is_empty() => {
            taken_by(tree, argument, predicate)
        }
        Pos::Noun => framed(tree, argument, predicate, noun_type(tree.lemma(argument.head))),
        Pos::Adj | Pos::Adv | Pos::Verb => "DESC:desc",
        Pos::Propn => match taken_by(tree, argument, predicate) {
            "" if gazetteer::title(tree.form(argument.head)).is_some() => framed(tree, argument, predicate, "HUM:title"),
            told => told,
        },
        _ => "",
    }
}

/// "a settlement of £500", "a majority of 97": the type of the figure, if one says how much the noun is.
fn measured(tree: Tree, argument: &Argument, annotation: &Annotation) -> Option<&'static str> {
    let of = tree.by(argument.head, Relation::Nmod).find(|&i| i > argument.head && preposition_is(tree, i, "of"))?;
    let figure = matches!(tree.pos(of), Pos::Num | Pos::Sym) || tree.pos(of) == Pos::Noun;
    let value = annotation.values.iter().find(|value| value.span.overlaps(tree.reading.words[of].span)).filter(|_| figure)?;
    matches!(value.kind, ValueKind::Money { .. } | ValueKind::Number(_) | ValueKind::Percent(_)).then(|| value_type(&value.kind))
}

/// "the faction, a larger one", "the boat was an old one": the noun that "one" stands for.
fn likened(tree: Tree, one: usize) -> Option<usize> {
    let explained = tree.head(one).filter(|_| tree.base(one) == Relation::Appos);
    explained.or_else(|| tree.child(one, Relation::Nsubj)).filter(|&noun| tree.pos(noun) == Pos::Noun)
}

/// "one of the mayors", "some of the water": the noun that tells what the pronoun `i` stands for.
fn partitive(tree: Tree, i: usize) -> Option<usize> {
    let some = matches!(
        tree.lower(i).as_ref(),
        "all" | "any" | "both" | "each" | "few" | "many" | "most" | "much" | "none" | "one" | "several" | "some"
    );
    tree.by(i, Relation::Nmod).find(|&noun| some && noun > i && preposition_is(tree, noun, "of") && tree.pos(noun) != Pos::Pron)
}

/// What a name of unknown kind is by the verb that takes it: who is married is a person, what is joined a group, where someone lives a place.
fn taken_by(tree: Tree, argument: &Argument, predicate: usize) -> &'static str {
    let preposition = tree.by(argument.head, Relation::Case).map(|case| tree.lower(case)).next().unwrap_or_default();
    if predicate == argument.head && matches!(preposition.as_ref(), "at" | "from" | "in" | "near") {
        return "LOC:other";
    }
    match (tree.lemma(predicate), preposition.as_ref()) {
        (
            "arrive" | "appear" | "bear" | "come" | "die" | "emigrate" | "flee" | "go" | "grow" | "live" | "move" | "reside" | "return"
            | "sail" | "settle" | "stay" | "travel",
            "at" | "from" | "in" | "into" | "near" | "to",
        )
        | ("enter" | "leave" | "reach" | "visit", "") => "LOC:other",
        ("affiliate" | "associate" | "collaborate" | "merge", "with")
        | ("belong", "to")
        | ("join", _)
        | ("found" | "chair", "")
        | ("employ", "by")
        | ("work", "for" | "with") => "HUM:gr",
        ("arrest" | "befriend" | "divorce" | "elect" | "interview" | "marry" | "meet" | "summon", "") => "HUM:ind",
        ("vote", "for") => "HUM:gr",
        ("compose" | "direct" | "publish" | "read" | "record" | "write", "") => "ENTY:cremat",
        ("learn" | "speak", "") => "ENTY:lang",
        _ if tree.form(argument.head).ends_with("ism") => "ENTY:other",
        _ => "",
    }
}

/// "was held at the Corby Institute": what takes place at or in a house takes it for a place.
fn is_held(tree: Tree, argument: &Argument, predicate: usize) -> bool {
    let held = matches!(tree.lemma(predicate), "assemble" | "gather" | "hold" | "schedule" | "stage" | "appear");
    held && tree.pos(predicate) == Pos::Verb && preposition_is(tree, argument.head, "at")
}

/// What the verb makes of its object: what is played and no game is an instrument, what is eaten food; an occupation is a title only where someone
/// has it.
fn framed(tree: Tree, argument: &Argument, predicate: usize, own: &'static str) -> &'static str {
    let definite = tree.child(argument.head, Relation::Det).is_some_and(|det| tree.lower(det) == "the");
    let role = argument.role == Role::Complement
        || matches!(tree.lemma(predicate), "become" | "remain")
        || preposition_is(tree, argument.head, "as");
    match (tree.lemma(predicate), own) {
        // "was elected chair".
        ("appoint" | "elect", _) if tree.tag(argument.head) == Tag::Nn && tree.child(argument.head, Relation::Det).is_none() => "HUM:title",
        ("receive" | "win", "ENTY:instru" | "ENTY:product" | "ENTY:substance") if tree.pos(argument.head) == Pos::Propn => "ENTY:other",
        ("play", "ENTY:body" | "ENTY:product") if definite && argument.role == Role::Object => "ENTY:instru",
        ("eat" | "drink", "" | "LOC:other" | "ENTY:product" | "ENTY:other") if argument.role == Role::Object => "ENTY:food",
        (_, "" | "ENTY:other") if argument.role == Role::Complement && is_a(tree.lemma(argument.head), "person") => "HUM:ind",
        (_, "HUM:title") if !role => "HUM:ind",
        // "a higher wage" is no sum.
        (_, "NUM:money") => "ENTY:other",
        // "a notable figure".
        _ if tree.lemma(argument.head) == "figure" && is_somebody(tree, argument.head) => "HUM:ind",
        _ => own,
    }
}

/// Whether a figure is a person: an adjective tells what sort.
fn is_somebody(tree: Tree, figure: usize) -> bool {
    tree.child(figure, Relation::Amod).is_some_and(|sort| tree.tag(sort) == Tag::Jj)
}

fn preposition_is(tree: Tree, noun: usize, word: &str) -> bool {
    tree.by(noun, Relation::Case).any(|case| tree.lower(case) == word)
}

/// The type of a figure.
pub fn value_type(kind: &ValueKind) -> &'static str {
    match kind {
        ValueKind::Date(_) | ValueKind::Clock { .. } => "NUM:date",
        ValueKind::Number(_) | ValueKind::Frequency { .. } => "NUM:count",
        ValueKind::Ordinal(_) => "NUM:ord",
        ValueKind::Money { .. } => "NUM:money",
        ValueKind::Percent(_) => "NUM:perc",
        ValueKind::Duration { .. } | ValueKind::Age(_) => "NUM:period",
        ValueKind::Measure { unit, .. } => match unit.dimension() {
            Dimension::Length => "NUM:dist",
            Dimension::Area | Dimension::Volume => "NUM:volsize",
            Dimension::Mass => "NUM:weight",
            Dimension::Speed => "NUM:speed",
            Dimension::Temperature => "NUM:temp",
            _ => "NUM:other",
        },
        ValueKind::Score(..) => "NUM:other",
    }
}

/// The type of a name of this kind.
pub fn name_type(kind: NameKind, name: &str) -> &'static str {
    match kind {
        NameKind::Person => "HUM:ind",
        NameKind::Organisation | NameKind::Group => "HUM:gr",
        NameKind::Work => "ENTY:cremat",
        NameKind::Event => "ENTY:event",
        NameKind::Other => "",
        NameKind::Place => match gazetteer::place(name) {
            Some(("city", _)) => "LOC:city",
            Some(("country", _)) => "LOC:country",
            Some(("state", _)) => "LOC:state",
            Some(("mountain", _)) => "LOC:mount",
            _ => "LOC:other",
        },
    }
}
