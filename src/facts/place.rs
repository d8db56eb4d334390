//! Where: the place of a proposition.

use super::annotation::Annotation;
use super::arguments::preposition;
use super::mentions::{Referent, write};
use super::phrase::Tree;
use super::proposition::{Argument, Proposition, Role};
use super::types::object_type;
use crate::text::syntax::Relation;

/// Prepositions of rest.
const REST: &[&str] = &[
    "across",
    "along",
    "around",
    "at",
    "behind",
    "beside",
    "in",
    "inside",
    "near",
    "off",
    "on",
    "outside",
    "throughout",
    "under",
    "within",
];

/// The first place among a proposition's adverbial phrases, with its head word.
pub fn place(tree: Tree, proposition: &Proposition, annotation: &Annotation, referents: &[Referent]) -> Option<(usize, String)> {
    let is_place = |argument: &&Argument| argument.role == Role::Oblique && is_place(tree, argument, proposition.predicate, annotation);
    let found = proposition.arguments.iter().find(is_place)?;
    let within =
        |i: usize| tree.by(i, Relation::Case).all(|case| matches!(tree.lower(case).as_str(), "of" | "in" | "at" | "near" | "'s" | "’s"));
    let bare = tree.phrase_without(found.head, false, |i| tree.relation(i) == Relation::Nmod && !within(i));
    Some((found.head, write(tree, &bare, referents)))
}

fn is_place(tree: Tree, argument: &Argument, predicate: usize, annotation: &Annotation) -> bool {
    let at_rest = preposition(tree, argument.head).first().is_some_and(|&i| REST.contains(&tree.lower(i).as_str()));
    at_rest && object_type(tree, argument, predicate, annotation).starts_with("LOC")
}
