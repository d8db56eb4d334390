//! Qualifiers: what is said of a fact beside its object, its time and its place, and what kind of thing that is.

use std::borrow::Cow;

use super::annotation::Annotation;
use super::arguments::{chain, preposition};
use super::fact::{Qualifier, QualifierKind};
use super::mentions::{Referent, write};
use super::nominal::is_part;
use super::noun_types::noun_type;
use super::phrase::Tree;
use super::place::ENDS;
use super::proposition::{Argument, Proposition, Role};
use super::temporal::{is_temporal, says_when};
use super::types::object_type;
use crate::text::syntax::{Relation, Tag};
use crate::text::wordnet::is_a;

/// The qualifiers of a proposition, in the order of the sentence; `used` are the head words of what other columns hold.
pub fn qualifiers(
    tree: Tree,
    proposition: &Proposition,
    used: &[usize],
    annotation: &Annotation,
    referents: &[Referent],
) -> Vec<Qualifier> {
    let said = proposition
        .arguments
        .iter()
        .filter(|argument| !argument.role.is_core() && !used.contains(&argument.head) && !hedges(tree, argument))
        .filter(|argument| !is_part(tree, argument.head));
    let mut found: Vec<(usize, QualifierKind, Vec<usize>)> =
        said.map(|argument| (argument.head, kind(tree, proposition, argument, annotation), argument.words.clone())).collect();
    let heads: Vec<usize> = proposition.arguments.iter().map(|argument| argument.head).collect();
    found.extend(subordinate(tree, proposition.predicate).filter(|(head, ..)| !heads.contains(head)));
    found.sort_by_key(|(head, ..)| *head);
    let covered = |words: &[usize], all: &[(usize, QualifierKind, Vec<usize>)], own: usize| {
        all.iter().any(|(head, _, others)| *head != own && words.iter().all(|word| others.contains(word)))
    };
    let texts = found.iter().filter(|(head, _, words)| !covered(words, &found, *head));
    let qualifiers = texts.map(|(_, kind, words)| Qualifier { kind: *kind, text: write(tree, words, referents) });
    qualifiers.filter(|qualifier| qualifier.text.contains(char::is_alphanumeric)).collect()
}

/// Verbs of giving: "to" names who gets it.
const GIVING: &[&str] =
    &["award", "bequeath", "donate", "give", "grant", "hand", "leave", "lend", "offer", "pay", "present", "sell", "send", "show"];

/// "around", "nearly" before a figure.
fn hedges(tree: Tree, argument: &Argument) -> bool {
    let hedge = matches!(tree.lower(argument.head).as_ref(), "about" | "almost" | "approximately" | "around" | "nearly" | "roughly");
    argument.role == Role::Adverb && hedge
}

/// Adverbial clauses that are no arguments: those before the verb, and those without a finite verb.
fn subordinate(tree: Tree, predicate: usize) -> impl Iterator<Item = (usize, QualifierKind, Vec<usize>)> {
    let clauses = chain(tree, predicate).into_iter().flat_map(move |verb| tree.by(verb, Relation::Advcl));
    clauses.filter_map(move |clause| {
        let infinitive = tree.tag(clause) == Tag::Vb && tree.children(clause).iter().any(|&i| tree.tag(i) == Tag::To && i < clause);
        let mark = tree.by(clause, Relation::Mark).find(|&i| tree.tag(i) != Tag::To);
        let kind = match mark {
            Some(mark) => conjunction(&tree.lower(mark), tree.tag(clause))?,
            None if infinitive => QualifierKind::Purpose,
            None => return None,
        };
        Some((clause, kind, tree.trimmed(tree.under(clause, |_| false))))
    })
}

fn kind(tree: Tree, proposition: &Proposition, argument: &Argument, annotation: &Annotation) -> QualifierKind {
    match argument.role {
        Role::Adverb => adverb(&tree.lower(argument.head), is_temporal(tree, argument.head)),
        Role::Adverbial => {
            let mark = tree.child(argument.head, Relation::Mark).map(|mark| tree.lower(mark)).unwrap_or_default();
            conjunction(&mark, tree.tag(argument.head)).unwrap_or(QualifierKind::Other)
        }
        _ => {
            let fronted = argument.head < proposition.predicate;
            let lemma = tree.lemma(argument.head);
            let ends = ENDS.contains(&lemma) && tree.child(argument.head, Relation::Nmod).is_none();
            if ends || fronted && is_a(lemma, "event") {
                return QualifierKind::Time;
            }
            if matches!(tree.base(argument.head), Relation::Obj | Relation::Iobj) {
                return QualifierKind::Beneficiary;
            }
            if lemma == "basis" {
                return QualifierKind::Manner;
            }
            if says_when(tree, argument.head) && tree.children(argument.head).len() == 1 {
                return QualifierKind::Time;
            }
            let words: Vec<Cow<str>> = preposition(tree, argument.head).into_iter().map(|i| tree.lower(i)).collect();
            if words.is_empty() && fronted && !is_temporal(tree, argument.head) {
                return QualifierKind::Other;
            }
            let given = words == ["to"] && GIVING.contains(&tree.lemma(proposition.predicate));
            if given {
                return QualifierKind::Beneficiary;
            }
            let counted = object_type(tree, argument, proposition.predicate, annotation);
            let counted = if counted == "NUM:count" { noun_type(lemma) } else { counted };
            let passive = proposition.plain.split(' ').count() > 1 && tree.relation(argument.head) == Relation::OblAgent;
            phrase(&words.join(" "), counted, is_temporal(tree, argument.head), passive)
        }
    }
}

fn adverb(word: &str, temporal: bool) -> QualifierKind {
    match word {
        _ if temporal => QualifierKind::Time,
        "now" | "later" | "earlier" | "afterwards" | "soon" | "again" | "twice" | "once" | "ago" | "early" | "late" | "before"
        | "since" | "recently" | "often" | "always" => QualifierKind::Time,
        "here" | "there" | "home" | "abroad" | "outdoors" | "indoors" | "ashore" | "away" | "back" | "behind" | "inside" | "outside"
        | "overseas" | "nearby" | "north" | "south" | "east" | "west" | "elsewhere" | "everywhere" => QualifierKind::Place,
        "therefore" | "hence" => QualifierKind::Reason,
        _ => QualifierKind::Manner,
    }
}

/// The kind of a clause by its conjunction; `None` where its verb is a participle that stands for itself.
fn conjunction(mark: &str, verb: Tag) -> Option<QualifierKind> {
    Some(match mark {
        "because" | "as" => QualifierKind::Reason,
        "after" | "before" | "when" | "while" | "until" | "till" | "since" | "once" | "whenever" => QualifierKind::Time,
        "if" | "unless" | "provided" => QualifierKind::Condition,
        "although" | "though" | "despite" | "whereas" => QualifierKind::Concession,
        "so" | "that" | "lest" => QualifierKind::Purpose,
        "like" | "than" => QualifierKind::Comparison,
        "by" | "without" if verb == Tag::Vbg => QualifierKind::Manner,
        "for" if verb == Tag::Vbg => QualifierKind::Reason,
        "where" => QualifierKind::Place,
        _ => return None,
    })
}

/// The kind of a phrase by its preposition and the type of its noun.
fn phrase(preposition: &str, noun: &str, temporal: bool, passive: bool) -> QualifierKind {
    let (somebody, somewhere) = (noun.starts_with("HUM"), noun.starts_with("LOC"));
    match preposition {
        "because of" | "due to" | "owing to" | "thanks to" | "on account of" => QualifierKind::Reason,
        _ if temporal => QualifierKind::Time,
        "by" if passive || somebody => QualifierKind::Agent,
        "for" | "at" if noun == "NUM:period" => QualifierKind::Time,
        "for" | "to" | "" if somebody => QualifierKind::Beneficiary,
        "for" => QualifierKind::Purpose,
        "with" | "together with" | "along with" | "alongside" if somebody => QualifierKind::Company,
        "with" | "by" | "without" | "through" | "via" | "in" if !somewhere && preposition != "in" => QualifierKind::Manner,
        "as" if somebody => QualifierKind::Manner,
        "like" | "unlike" | "than" | "compared with" | "compared to" | "as" => QualifierKind::Comparison,
        "despite" | "in spite of" | "notwithstanding" => QualifierKind::Concession,
        "during" | "after" | "before" | "since" | "until" | "till" | "following" => QualifierKind::Time,
        "to" | "into" | "onto" | "towards" | "toward" | "from" | "through" | "across" | "over" | "out of" if somewhere => {
            QualifierKind::Place
        }
        _ if somewhere => QualifierKind::Place,
        _ => QualifierKind::Other,
    }
}
