//! Answer types: what an argument is, in Li & Roth's taxonomy, from names, values and the head noun's class.

use super::annotation::Annotation;
use super::phrase::Tree;
use super::proposition::{Argument, Role};
use crate::text::names::{NameKind, gazetteer};
use crate::text::syntax::{Pos, Relation};
use crate::text::values::{Dimension, ValueKind};
use crate::text::wordnet::classes;

/// The type of an argument; empty where nothing tells it.
pub fn object_type(tree: Tree, argument: &Argument, annotation: &Annotation) -> &'static str {
    if matches!(argument.role, Role::Clause | Role::Adverbial) {
        return "";
    }
    let head = tree.reading.words[argument.head].span;
    if let Some(value) = annotation.values.iter().find(|value| value.span.overlaps(head)) {
        return value_type(&value.kind);
    }
    if let Some(mention) = annotation.names.iter().find(|mention| mention.span.contains(head)) {
        return name_type(mention.kind, mention.core.of(tree.text));
    }
    if tree.by(argument.head, Relation::Nummod).any(|i| argument.words.contains(&i)) {
        return "NUM:count";
    }
    if tree.pos(argument.head) == Pos::Noun { noun_type(tree.lemma(argument.head)) } else { "" }
}

fn value_type(kind: &ValueKind) -> &'static str {
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

/// The type of a common noun: that of the first of its classes that has one. That it is some group decides last: a village is a place.
fn noun_type(lemma: &str) -> &'static str {
    let typed = |class: &str| CLASS_TYPES.binary_search_by_key(&class, |(name, _)| name).ok().map(|i| CLASS_TYPES[i].1);
    let group = || if classes(lemma).any(|class| class == "group") { "HUM:gr" } else { "" };
    classes(lemma).find_map(typed).unwrap_or_else(group)
}

/// Classes of nouns and their types; sorted.
const CLASS_TYPES: &[(&str, &str)] = &[
    ("animal", "ENTY:animal"),
    ("award", "ENTY:other"),
    ("beverage", "ENTY:food"),
    ("bird", "ENTY:animal"),
    ("body of water", "LOC:other"),
    ("body part", "ENTY:body"),
    ("book", "ENTY:cremat"),
    ("building", "LOC:other"),
    ("city", "LOC:city"),
    ("color", "ENTY:color"),
    ("company", "HUM:gr"),
    ("conflict", "ENTY:event"),
    ("continent", "LOC:other"),
    ("country", "LOC:country"),
    ("currency", "ENTY:currency"),
    ("disease", "ENTY:dismed"),
    ("district", "LOC:other"),
    ("drug", "ENTY:dismed"),
    ("event", "ENTY:event"),
    ("film", "ENTY:cremat"),
    ("food", "ENTY:food"),
    ("government", "HUM:gr"),
    ("island", "LOC:other"),
    ("language", "ENTY:lang"),
    ("mountain", "LOC:mount"),
    ("musical instrument", "ENTY:instru"),
    ("nationality", "HUM:gr"),
    ("occupation", "HUM:title"),
    ("organization", "HUM:gr"),
    ("party", "HUM:gr"),
    ("person", "HUM:ind"),
    ("plant", "ENTY:plant"),
    ("religion", "ENTY:religion"),
    ("sport", "ENTY:sport"),
    ("state", "LOC:state"),
    ("substance", "ENTY:substance"),
    ("symbol", "ENTY:symbol"),
    ("team", "HUM:gr"),
    ("technique", "ENTY:techmeth"),
    ("vehicle", "ENTY:veh"),
    ("word", "ENTY:word"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_have_the_type_of_their_nearest_class() {
        assert!(CLASS_TYPES.is_sorted());
        for (noun, expected) in
            [("painter", "HUM:title"), ("child", "HUM:ind"), ("river", "LOC:other"), ("violin", "ENTY:instru"), ("qwerty", "")]
        {
            assert_eq!(noun_type(noun), expected, "{noun}");
        }
    }
}
