//! Where: the place of a proposition.

use super::annotation::Annotation;
use super::arguments::preposition;
use super::mentions::{Referent, write};
use super::phrase::Tree;
use super::proposition::{Argument, Proposition, Role};
use super::types::object_type;

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

/// The first place among a proposition's adverbial phrases.
pub fn place(tree: Tree, proposition: &Proposition, annotation: &Annotation, referents: &[Referent]) -> Option<String> {
    let found = proposition.arguments.iter().find(|argument| argument.role == Role::Oblique && is_place(tree, argument, annotation))?;
    let bare = tree.phrase(found.head, false);
    Some(write(tree, &bare, referents))
}

fn is_place(tree: Tree, argument: &Argument, annotation: &Annotation) -> bool {
    let at_rest = preposition(tree, argument.head).first().is_some_and(|&i| REST.contains(&tree.lower(i).as_str()));
    at_rest && object_type(tree, argument, annotation).starts_with("LOC")
}
