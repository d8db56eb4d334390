//! Where: the place of a proposition.

use super::annotation::Annotation;
use super::arguments::{chain, preposition};
use super::mentions::{Referent, write_inside};
use super::phrase::Tree;
use super::proposition::{Argument, Proposition, Role};
use super::types::object_type;
use crate::text::syntax::Relation;
use crate::text::wordnet::is_a;

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
        |i: usize| tree.by(i, Relation::Case).all(|case| matches!(tree.lower(case).as_ref(), "of" | "in" | "at" | "near" | "'s" | "’s"));
    let bare = tree.phrase_without(found.head, false, |i| tree.relation(i) == Relation::Nmod && !within(i));
    Some((found.head, write_inside(tree, &bare, referents)))
}

/// Nouns for places that with a preposition alone say when, or how a text goes on: "in the end".
pub const ENDS: &[&str] = &["beginning", "end", "point", "start", "top", "turn"];

/// "the hall, where she sang": the noun that a clause with "where" is about.
fn is_where(tree: Tree, argument: &Argument, predicate: usize) -> bool {
    let asked = chain(tree, predicate).into_iter().any(|verb| tree.children(verb).iter().any(|&i| tree.lower(i) == "where"));
    let own = tree.head(argument.head) == Some(predicate) && tree.child(argument.head, Relation::Case).is_some();
    asked && argument.head < predicate && !own
}

fn is_place(tree: Tree, argument: &Argument, predicate: usize, annotation: &Annotation) -> bool {
    if ENDS.contains(&tree.lemma(argument.head)) && tree.child(argument.head, Relation::Nmod).is_none() {
        return false;
    }
    // "the prize in Physics".
    if is_a(&tree.lower(argument.head), "discipline") {
        return false;
    }
    if is_where(tree, argument, predicate) {
        return true;
    }
    let at_rest = preposition(tree, argument.head).first().is_some_and(|&i| REST.contains(&tree.lower(i).as_ref()));
    at_rest && object_type(tree, argument, predicate, annotation).starts_with("LOC")
}
