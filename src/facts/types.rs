//! Answer types: what an argument is, in Li & Roth's taxonomy, from names, values and the head noun's class.

use super::annotation::Annotation;
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
        return if matches!(kind, "" | "ENTY:event") && !told().unwrap_or_default().is_empty() || kind.is_empty() {
            told().unwrap_or_else(|| taken_by(tree, argument, predicate))
        } else {
            kind
        };
    }
    if tree.by(argument.head, Relation::Nummod).any(|i| argument.words.contains(&i) && !tree.is_dated(i)) {
        return "NUM:count";
    }
    if let Some(whole) = partitive(tree, argument.head) {
        let words = tree.phrase(whole, false);
        return known_type(tree, &Argument { words, head: whole, role: argument.role }, predicate, annotation);
    }
    match tree.pos(argument.head) {
        Pos::Noun if classes(tree.lemma(argument.head)).next().is_none() => taken_by(tree, argument, predicate),
        Pos::Noun => framed(tree, argument, predicate, noun_type(tree.lemma(argument.head))),
        Pos::Adj | Pos::Adv | Pos::Verb => "DESC:desc",
        Pos::Propn => match taken_by(tree, argument, predicate) {
            "" if gazetteer::title(tree.form(argument.head)).is_some() => framed(tree, argument, predicate, "HUM:title"),
            told => told,
        },
        _ => "",
    }
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

/// What the verb makes of its object: what is played and no game is an instrument, what is eaten food; an occupation is a title only where someone
/// has it.
fn framed(tree: Tree, argument: &Argument, predicate: usize, own: &'static str) -> &'static str {
    let definite = tree.child(argument.head, Relation::Det).is_some_and(|det| tree.lower(det) == "the");
    let role = argument.role == Role::Complement
        || matches!(tree.lemma(predicate), "become" | "remain")
        || preposition_is(tree, argument.head, "as");
    match (tree.lemma(predicate), own) {
        ("receive" | "win", "ENTY:instru" | "ENTY:product" | "ENTY:substance") if tree.pos(argument.head) == Pos::Propn => "ENTY:other",
        ("play", "ENTY:body" | "ENTY:product") if definite && argument.role == Role::Object => "ENTY:instru",
        ("eat" | "drink", "" | "LOC:other" | "ENTY:product" | "ENTY:other") if argument.role == Role::Object => "ENTY:food",
        (_, "" | "ENTY:other") if argument.role == Role::Complement && is_a(tree.lemma(argument.head), "person") => "HUM:ind",
        (_, "HUM:title") if !role => "HUM:ind",
        _ => own,
    }
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

/// The type of a common noun: that of the first of its classes that has one. That it is some group decides last: a village is a place, and a herd
/// of animals is none; a bird that someone is named after is a bird.
pub fn noun_type(lemma: &str) -> &'static str {
    if let Ok(at) = PLAIN_NOUNS.binary_search_by_key(&lemma, |(noun, _)| noun) {
        return PLAIN_NOUNS[at].1;
    }
    let typed = |class: &str| CLASS_TYPES.binary_search_by_key(&class, |(name, _)| name).ok().map(|i| CLASS_TYPES[i].1);
    let mut group = false;
    let mut kinds = classes(lemma).inspect(|&class| group |= class == "group").filter_map(typed);
    match kinds.next() {
        // A fur and the animal, a people and the breed.
        Some("ENTY:substance") if classes(lemma).nth(1) == Some("animal") => "ENTY:animal",
        Some("HUM:title") => kinds.find(|&kind| kind == "ENTY:animal").unwrap_or("HUM:title"),
        Some(kind) => kind,
        None if group && !lemma.ends_with("ism") => "HUM:gr",
        None => "",
    }
}

/// Nouns whose first sense in WordNet is not the one that texts mostly use; sorted.
const PLAIN_NOUNS: &[(&str, &str)] = &[
    ("ally", "HUM:title"),
    ("amount", "ENTY:other"),
    ("archive", "LOC:other"),
    ("auction", "ENTY:event"),
    ("badger", "ENTY:animal"),
    ("basis", "ENTY:other"),
    ("benefit", "ENTY:other"),
    ("cabinet", "HUM:gr"),
    ("campaign", "ENTY:event"),
    ("coverage", "ENTY:other"),
    ("delegate", "HUM:title"),
    ("distance", "ENTY:other"),
    ("economy", "ENTY:other"),
    ("end", "ENTY:event"),
    ("footage", "ENTY:cremat"),
    ("forest", "LOC:other"),
    ("form", "ENTY:other"),
    ("founder", "HUM:title"),
    ("front", "ENTY:other"),
    ("gallery", "LOC:other"),
    ("genius", "HUM:ind"),
    ("government", "HUM:gr"),
    ("hog", "ENTY:animal"),
    ("human", "HUM:ind"),
    ("label", "ENTY:other"),
    ("library", "LOC:other"),
    ("man", "HUM:ind"),
    ("march", "ENTY:event"),
    ("mate", "HUM:ind"),
    ("movement", "HUM:gr"),
    ("museum", "LOC:other"),
    ("office", "ENTY:other"),
    ("opening", "ENTY:event"),
    ("organisation", "HUM:gr"),
    ("origin", "ENTY:other"),
    ("pair", "ENTY:other"),
    ("parliament", "HUM:gr"),
    ("party", "HUM:gr"),
    ("platform", "ENTY:other"),
    ("post", "ENTY:other"),
    ("predator", "ENTY:animal"),
    ("prey", "ENTY:animal"),
    ("programme", "ENTY:cremat"),
    ("protection", "ENTY:other"),
    ("quarry", "LOC:other"),
    ("rate", "NUM:other"),
    ("section", "ENTY:other"),
    ("series", "ENTY:other"),
    ("side", "ENTY:other"),
    ("site", "ENTY:other"),
    ("source", "ENTY:other"),
    ("species", "ENTY:other"),
    ("substitute", "HUM:title"),
    ("support", "ENTY:other"),
    ("term", "ENTY:other"),
    ("tie", "ENTY:other"),
    ("tiger", "ENTY:animal"),
    ("time", "ENTY:other"),
    ("tusk", "ENTY:body"),
    ("village", "LOC:other"),
    ("wasp", "ENTY:animal"),
    ("weasel", "ENTY:animal"),
    ("website", "ENTY:other"),
    ("whale", "ENTY:animal"),
    ("woman", "HUM:ind"),
    ("work", "ENTY:other"),
];

/// Classes of nouns and their types; sorted.
const CLASS_TYPES: &[(&str, &str)] = &[
    ("animal", "ENTY:animal"),
    ("artifact", "ENTY:product"),
    ("attribute", "ENTY:other"),
    ("award", "ENTY:other"),
    ("beverage", "ENTY:food"),
    ("bird", "ENTY:animal"),
    ("body of water", "LOC:other"),
    ("body part", "ENTY:body"),
    ("book", "ENTY:cremat"),
    ("building", "LOC:other"),
    ("celestial body", "LOC:other"),
    ("chemical element", "ENTY:substance"),
    ("city", "LOC:city"),
    ("clothing", "ENTY:product"),
    ("color", "ENTY:color"),
    ("communication", "ENTY:other"),
    ("company", "HUM:gr"),
    ("condition", "ENTY:other"),
    ("conflict", "ENTY:event"),
    ("container", "ENTY:product"),
    ("continent", "LOC:other"),
    ("country", "LOC:country"),
    ("crime", "ENTY:event"),
    ("currency", "ENTY:currency"),
    ("date", "NUM:date"),
    ("device", "ENTY:product"),
    ("discipline", "ENTY:other"),
    ("disease", "ENTY:dismed"),
    ("district", "LOC:other"),
    ("document", "ENTY:cremat"),
    ("drug", "ENTY:dismed"),
    ("event", "ENTY:event"),
    ("family", "HUM:gr"),
    ("feeling", "ENTY:other"),
    ("film", "ENTY:cremat"),
    ("food", "ENTY:food"),
    ("furniture", "ENTY:product"),
    ("game", "ENTY:sport"),
    ("government", "HUM:gr"),
    ("holiday", "ENTY:event"),
    ("island", "LOC:other"),
    ("language", "ENTY:lang"),
    ("law", "ENTY:other"),
    ("letter", "ENTY:letter"),
    ("location", "LOC:other"),
    ("material", "ENTY:substance"),
    ("military unit", "HUM:gr"),
    ("money", "NUM:money"),
    ("month", "NUM:date"),
    ("mountain", "LOC:mount"),
    ("musical instrument", "ENTY:instru"),
    ("musical work", "ENTY:cremat"),
    ("name", "ENTY:word"),
    ("nationality", "HUM:gr"),
    ("natural object", "ENTY:other"),
    ("number", "NUM:other"),
    ("occupation", "HUM:title"),
    ("organization", "HUM:gr"),
    ("performance", "ENTY:event"),
    ("period", "ENTY:other"),
    ("person", "HUM:ind"),
    ("physical property", "ENTY:other"),
    ("picture", "ENTY:cremat"),
    ("plant", "ENTY:plant"),
    ("political party", "HUM:gr"),
    ("process", "ENTY:other"),
    ("province", "LOC:state"),
    ("relative", "HUM:ind"),
    ("religion", "ENTY:religion"),
    ("road", "LOC:other"),
    ("school", "HUM:gr"),
    ("sport", "ENTY:sport"),
    ("structure", "LOC:other"),
    ("substance", "ENTY:substance"),
    ("symbol", "ENTY:symbol"),
    ("team", "HUM:gr"),
    ("technique", "ENTY:techmeth"),
    ("thought", "ENTY:other"),
    ("time unit", "NUM:period"),
    ("tool", "ENTY:product"),
    ("toy", "ENTY:product"),
    ("vehicle", "ENTY:veh"),
    ("weapon", "ENTY:product"),
    ("word", "ENTY:word"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_have_the_type_of_their_nearest_class() {
        assert!(CLASS_TYPES.is_sorted() && PLAIN_NOUNS.is_sorted());
        for (noun, expected) in
            [("painter", "HUM:title"), ("child", "HUM:ind"), ("river", "LOC:other"), ("violin", "ENTY:instru"), ("qwerty", "")]
        {
            assert_eq!(noun_type(noun), expected, "{noun}");
        }
    }
}
