//! Clauses within a sentence, by what they do there.

use crate::text::{Reading, Relation, Tag};

/// What a clause does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClauseKind {
    /// The sentence itself.
    Main,
    /// Put beside another clause: "… and she left".
    Coordinate,
    /// "who left".
    Relative,
    /// A participle or infinitive that modifies a noun: "born in May", "leading the march", "to come".
    Participial,
    /// "when she left", "leaving early".
    Adverbial,
    /// "that she left", "to leave".
    Complement,
    /// As a subject.
    Subject,
    /// Side by side: reported speech, insertions.
    Parataxis,
}

/// A clause: a predicate with what depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// What it does.
    pub kind: ClauseKind,
    /// Its verb or predicate.
    pub head: usize,
    /// What it belongs to: the noun of a relative clause, the verb of an adverbial one.
    pub governor: Option<usize>,
    /// The word that opens it: "that", "when", "to", or the relative pronoun.
    pub marker: Option<usize>,
}

impl Reading {
    /// The clauses in the order of their heads.
    pub fn clauses(&self) -> Vec<Clause> {
        (0..self.words.len()).filter_map(|i| self.clause(i)).collect()
    }

    /// The clause whose head is word `head`.
    pub fn clause(&self, head: usize) -> Option<Clause> {
        let word = self.words.get(head)?;
        let predicate = self.verb_group(head).is_some();
        let kind = match word.relation {
            Relation::Root => ClauseKind::Main,
            Relation::Conj if predicate => ClauseKind::Coordinate,
            Relation::AclRelcl | Relation::AdvclRelcl => ClauseKind::Relative,
            Relation::Acl => ClauseKind::Participial,
            Relation::Advcl => ClauseKind::Adverbial,
            Relation::Ccomp | Relation::Xcomp if predicate => ClauseKind::Complement,
            relation if relation.base() == Relation::Csubj => ClauseKind::Subject,
            Relation::Parataxis if predicate => ClauseKind::Parataxis,
            _ => return None,
        };
        let wh = |i: usize| matches!(self.words[i].tag, Tag::Wdt | Tag::Wp | Tag::WpPossessive | Tag::Wrb);
        let relative = self.subtree(head).into_iter().find(|&i| i < head && wh(i)).filter(|_| kind == ClauseKind::Relative);
        Some(Clause { kind, head, governor: word.head, marker: self.child(head, Relation::Mark).or(relative) })
    }
}
