//! Subjects: who a predicate speaks of, also where its clause does not say.

use super::group::{is_copular, is_predicate, merged};
use super::nominal::is_aftermath;
use super::phrase::Tree;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::wordnet::{classes, is_a};

/// The head word of a predicate's subject: its own, or the noun that its clause modifies, or the subject of the clause it hangs on.
pub fn subject(tree: Tree, predicate: usize) -> Option<usize> {
    let mut at = predicate;
    for _ in 0..tree.len() {
        if let Some(own) = own(tree, at) {
            let definite = |noun: usize| tree.child(noun, Relation::Det).is_some_and(|det| tree.lower(det) == "the");
            let somebody = |noun: usize| tree.lower(own) != "who" || !definite(noun) || is_somebody(tree, noun);
            let noun = || {
                let told = antecedent(tree, at).filter(|&noun| tree.is_nominal(noun));
                // "the opposition of Marlow, who left".
                let named = || noun_before(tree, own).filter(|&noun| tree.pos(noun) == Pos::Propn);
                told.filter(|&noun| somebody(noun)).or_else(named).or(told).or_else(|| noun_before(tree, own))
            };
            return Some(if is_relative(tree, own) { noun().unwrap_or(own) } else { own });
        }
        let head = tree.head(at)?;
        match tree.base(at) {
            Relation::Acl if tree.relation(at) == Relation::AclRelcl || is_participle(tree, at) => {
                return antecedent(tree, at).filter(|&noun| tree.pos(noun) != Pos::Verb);
            }
            Relation::Parataxis if is_participle(tree, at) && tree.is_nominal(head) => return Some(head),
            Relation::Xcomp if merged(tree, head) != Some(at) => return tree.child(head, Relation::Obj).or_else(|| own(tree, head)),
            Relation::Advcl if is_moved(tree, at, head) => return tree.child(head, Relation::Obj),
            Relation::Conj | Relation::Xcomp | Relation::Advcl if is_predicate(tree, head) => at = head,
            Relation::Ccomp if tree.tag(at) == Tag::Vbg => at = head,
            _ => return None,
        }
    }
    None
}

/// Verbs that make their object do something.
const MOVING: &[&str] = &[
    "allow",
    "ask",
    "cause",
    "compel",
    "enable",
    "encourage",
    "force",
    "help",
    "induce",
    "invite",
    "lead",
    "oblige",
    "order",
    "permit",
    "persuade",
    "prompt",
    "teach",
    "tell",
    "urge",
];

/// "The storm led her to leave": who does what the infinitive says is the object.
fn is_moved(tree: Tree, infinitive: usize, verb: usize) -> bool {
    let object = tree.child(verb, Relation::Obj).is_some_and(|object| object < infinitive);
    object && tree.tag(infinitive) == Tag::Vb && MOVING.contains(&tree.lemma(verb))
}

/// Whether a noun may be one for a person, people or a group.
fn is_somebody(tree: Tree, noun: usize) -> bool {
    let lemma = tree.lemma(noun);
    tree.pos(noun) != Pos::Noun
        || classes(lemma).next().is_none()
        || ["person", "group", "organization"].iter().any(|class| is_a(lemma, class))
}

/// The subject that hangs on the predicate itself.
fn own(tree: Tree, predicate: usize) -> Option<usize> {
    tree.child(predicate, Relation::Nsubj).or_else(|| tree.child(predicate, Relation::Csubj))
}

/// The head of the noun phrase that ends right before a relative pronoun.
fn noun_before(tree: Tree, pronoun: usize) -> Option<usize> {
    let mut noun = (0..pronoun).rev().find(|&i| tree.base(i) != Relation::Punct).filter(|&i| tree.is_nominal(i))?;
    let part = |i: usize| matches!(tree.base(i), Relation::Flat | Relation::Compound) || tree.is_dated(i);
    while let Some(head) = tree.head(noun).filter(|&head| head < pronoun && part(noun) && tree.is_nominal(head)) {
        noun = head;
    }
    Some(noun)
}

/// Whether the word is a participle.
pub fn is_participle(tree: Tree, i: usize) -> bool {
    matches!(tree.tag(i), Tag::Vbg | Tag::Vbn) || tree.tag(i) == Tag::Vbd && own(tree, i).is_none()
}

/// Whether the word is a relative pronoun.
pub fn is_relative(tree: Tree, i: usize) -> bool {
    matches!(tree.tag(i), Tag::Wdt | Tag::Wp) || tree.lower(i) == "that" && tree.pos(i) == Pos::Pron && tree.in_relative(i)
}

impl Tree<'_> {
    /// Whether the word belongs directly to a relative clause.
    fn in_relative(self, i: usize) -> bool {
        self.head(i).is_some_and(|head| self.clause_relation(head).is_some_and(|relation| relation.base() == Relation::Acl))
    }

    /// How the clause that `i` is a predicate of, or coordinated with, hangs on.
    fn clause_relation(self, i: usize) -> Option<Relation> {
        let mut at = i;
        for _ in 0..self.len() {
            match self.base(at) {
                Relation::Conj | Relation::Xcomp => at = self.head(at)?,
                _ => return Some(self.relation(at)),
            }
        }
        None
    }
}

/// The noun that a relative or participial clause modifies; for "is a town that …" the subject, for an apposition the noun it explains.
pub fn antecedent(tree: Tree, predicate: usize) -> Option<usize> {
    let mut at = predicate;
    while matches!(tree.base(at), Relation::Conj | Relation::Xcomp) {
        at = tree.head(at)?;
    }
    let noun = tree.head(at).filter(|_| tree.base(at) == Relation::Acl)?;
    let bare = |i: usize| tree.child(i, Relation::Det).is_none_or(|det| matches!(tree.lower(det).as_ref(), "a" | "an" | "the"));
    if is_copular(tree, noun) && bare(noun) {
        return subject(tree, noun).or(Some(noun));
    }
    if tree.base(noun) == Relation::Appos && !tree.head(noun).is_some_and(|head| is_aftermath(tree, head, noun)) {
        return tree.head(noun).filter(|&head| !is_predicate(tree, head)).or(Some(noun));
    }
    Some(noun)
}
