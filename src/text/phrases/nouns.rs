//! Noun phrases and what joins them: prepositions, appositions, coordination.

use crate::text::{Pos, Reading, Relation, Span};

/// A noun, name, pronoun or number with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NounPhrase {
    /// The noun.
    pub head: usize,
    /// The noun with what stands before it and the rest of a name: "the old mayor", "Ann Lee's house".
    pub base: Vec<usize>,
    /// The same with everything that hangs on it as a noun, clauses and appositions included, but not with what hangs on it as a predicate.
    pub full: Vec<usize>,
    /// The possessor: "Ann" in "Ann's house", "her" in "her house".
    pub possessor: Option<usize>,
}

/// A preposition with its noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrepositionalPhrase {
    /// The words of the preposition: "in", "because of".
    pub preposition: Vec<usize>,
    /// The head of its noun phrase.
    pub noun: usize,
    /// What the phrase belongs to; `None` where it is the predicate.
    pub governor: Option<usize>,
}

/// Two names of one thing: "the mayor, Ann Lee".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Apposition {
    /// The head of the first.
    pub noun: usize,
    /// The head of the second.
    pub apposition: usize,
}

/// Things put side by side: "Ann, Bob and Cem".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coordination {
    /// The heads of the items in order, two at least.
    pub items: Vec<usize>,
    /// The words "and", "or" and the like between them.
    pub conjunctions: Vec<usize>,
}

impl Reading {
    /// The noun phrases in the order of their heads; one within another counts too, the parts of a name do not.
    pub fn noun_phrases(&self) -> Vec<NounPhrase> {
        (0..self.words.len()).filter_map(|i| self.noun_phrase(i)).collect()
    }

    /// The noun phrase whose head is word `head`, if it is one.
    pub fn noun_phrase(&self, head: usize) -> Option<NounPhrase> {
        let word = self.words.get(head)?;
        let noun = word.pos != Pos::Punct && self.child(head, Relation::Det).is_some()
            || matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::Sym | Pos::X);
        let within = matches!(
            word.relation,
            Relation::Flat | Relation::Compound | Relation::Fixed | Relation::Goeswith | Relation::Nummod | Relation::Det
        );
        if !noun || within {
            return None;
        }
        let outside = |i: usize| self.words[i].head == Some(head) && is_outside(self.words[i].relation);
        let after = |i: usize| self.words[i].head == Some(head) && i > head && !is_name_part(self.words[i].relation);
        let before = |i: usize| self.words[i].head == Some(head) && i < head && !is_premodifier(self.words[i].relation);
        Some(NounPhrase {
            head,
            base: trimmed(self, self.subtree_without(head, |i| outside(i) || after(i) || before(i))),
            full: trimmed(self, self.subtree_without(head, outside)),
            possessor: self.child(head, Relation::NmodPoss),
        })
    }

    /// Where the noun phrase of word `head` stands, without clauses and appositions; the word alone where it heads none.
    pub fn noun_span(&self, head: usize) -> Span {
        self.noun_phrase(head).map_or(self.span_of(&[head]), |phrase| self.span_of(&phrase.base))
    }

    /// The prepositional phrases in the order of their nouns. A possessive ending is no preposition.
    pub fn prepositional_phrases(&self) -> Vec<PrepositionalPhrase> {
        let mut out = Vec::new();
        for noun in 0..self.words.len() {
            let mut preposition = Vec::new();
            for case in self.children(noun).filter(|&i| self.words[i].relation == Relation::Case && self.words[i].pos != Pos::Part) {
                preposition.push(case);
                preposition.extend(self.children(case).filter(|&i| self.words[i].relation == Relation::Fixed));
            }
            if !preposition.is_empty() {
                out.push(PrepositionalPhrase { preposition, noun, governor: self.words[noun].head });
            }
        }
        out
    }

    /// The appositions in order.
    pub fn appositions(&self) -> Vec<Apposition> {
        let pair = |apposition: usize| Some(Apposition { noun: self.words[apposition].head?, apposition });
        (0..self.words.len()).filter(|&i| self.words[i].relation == Relation::Appos).filter_map(pair).collect()
    }

    /// The coordinations in the order of their first items.
    pub fn coordinations(&self) -> Vec<Coordination> {
        (0..self.words.len()).filter_map(|i| self.coordination(i)).collect()
    }

    /// The coordination whose first item is word `first`.
    pub fn coordination(&self, first: usize) -> Option<Coordination> {
        let mut items = vec![first];
        items.extend(self.children(first).filter(|&i| self.words[i].relation == Relation::Conj));
        let conjunctions = items[1..].iter().filter_map(|&item| self.child(item, Relation::Cc)).collect();
        (items.len() > 1).then_some(Coordination { items, conjunctions })
    }
}

/// Relations that a noun has as a predicate, or to what is no part of it.
fn is_outside(relation: Relation) -> bool {
    use Relation::*;
    matches!(
        relation.base(),
        Nsubj
            | Csubj
            | Cop
            | Aux
            | Mark
            | Case
            | Cc
            | Conj
            | Parataxis
            | Discourse
            | Advcl
            | Expl
            | Vocative
            | Ccomp
            | List
            | Dislocated
            | Obl
            | Xcomp
    )
}

fn is_premodifier(relation: Relation) -> bool {
    use Relation::*;
    matches!(relation.base(), Det | Amod | Compound | Nummod | Nmod | Advmod | Flat | Fixed | Goeswith | Punct)
}

fn is_name_part(relation: Relation) -> bool {
    matches!(relation, Relation::Flat | Relation::Fixed | Relation::Goeswith | Relation::Compound)
}

/// Without the punctuation at the ends, unless it pairs with another mark within.
fn trimmed(reading: &Reading, mut words: Vec<usize>) -> Vec<usize> {
    let is_mark = |i: &usize| reading.words[*i].pos == Pos::Punct;
    while words.last().is_some_and(is_mark) {
        words.pop();
    }
    let start = words.iter().position(|i| !is_mark(i)).unwrap_or(words.len());
    words.drain(..start);
    words
}
