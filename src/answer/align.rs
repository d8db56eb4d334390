//! Alignment: which words of a sentence stand for which words of a question, and how the two trees lie on one another.

use std::borrow::Cow;

use crate::answer::query::Query;
use crate::answer::statement::Statement;
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::{Reading, Relation};

/// Below this goodness a term counts as not held.
pub const HELD: f64 = 0.5;

/// A question laid on a sentence.
pub struct Aligned<'a> {
    /// The question.
    pub question: &'a Question<'a>,
    /// What it claims, in the words of the question.
    pub claim: &'a Statement,
    /// Its terms in the document.
    pub query: &'a Query<'a>,
    /// The sentence's place in the document.
    pub sentence: usize,
    /// The sentence.
    pub annotation: &'a Annotation,
    /// Word of the sentence, place of the term.
    places: Vec<(usize, usize)>,
}

impl<'a> Aligned<'a> {
    /// Lays a question on a sentence.
    pub fn new(question: &'a Question<'a>, claim: &'a Statement, query: &'a Query<'a>, sentence: usize) -> Self {
        let annotation = &query.known.annotations[sentence];
        let held = |(_, t): &(usize, usize)| query.holds(sentence, *t) >= HELD;
        let places = query.places(sentence).iter().copied().filter(held).collect();
        Self { question, claim, query, sentence, annotation, places }
    }

    /// The tree of what the question claims.
    pub fn asked(&self) -> &'a Reading {
        &self.claim.reading
    }

    /// The sentence's tree.
    pub fn reading(&self) -> &'a Reading {
        &self.annotation.reading
    }

    /// The words of the sentence that stand for a term.
    pub fn at(&self, term: usize) -> impl Iterator<Item = usize> + '_ {
        self.places.iter().filter(move |(_, t)| *t == term).map(|(w, _)| *w)
    }

    /// Whether a word of the sentence stands for a term of the question.
    pub fn is_matched(&self, word: usize) -> bool {
        self.places.iter().any(|(w, _)| *w == word)
    }

    /// The term that a word of the question belongs to.
    pub fn term(&self, asked: usize) -> Option<usize> {
        self.query.term_at(asked)
    }

    /// The words of the sentence that stand for a word of the question.
    pub fn images(&self, asked: usize) -> Vec<usize> {
        self.term(asked).map(|t| self.at(t).collect()).unwrap_or_default()
    }

    /// The head word of a term in the question: its last word whose head lies outside.
    pub fn head(&self, term: usize) -> usize {
        let (start, end) = self.query.terms[term].term.words;
        let outside = |w: &usize| self.asked().words[*w].head.is_none_or(|h| !(start..end).contains(&h));
        (start..end).rev().find(outside).unwrap_or(start)
    }

    /// Whether the sentence holds a term.
    pub fn holds(&self, term: usize) -> bool {
        self.query.holds(self.sentence, term) >= HELD
    }

    /// Whether a term says what the question is about rather than what it claims: the document's topic.
    pub fn is_topic(&self, term: usize) -> bool {
        self.query.terms[term].term.part == Part::Topic
    }
}

/// The preposition before a phrase, folded; `None` where it has none.
pub fn case<'t>(reading: &Reading, text: &'t str, head: usize) -> Option<Cow<'t, str>> {
    let case = reading.children(head).find(|&c| c < head && reading.words[c].relation.base() == Relation::Case)?;
    Some(fold(reading.words[case].span.of(text)))
}

/// Whether a word has a copula: it is what the subject is said to be.
pub fn is_copular(reading: &Reading, word: usize) -> bool {
    reading.child(word, Relation::Cop).is_some()
}

/// The words of the phrase that a word heads, without clauses and further members.
pub fn phrase(reading: &Reading, head: usize) -> Vec<usize> {
    use Relation::*;
    let outside = |c: usize| {
        matches!(
            reading.words[c].relation.base(),
            Acl | Advcl | Appos | Cc | Conj | Cop | Csubj | Nsubj | Obl | Parataxis | Punct | Aux | Mark
        )
    };
    reading.subtree_without(head, outside)
}

/// Who or what a verb says does it, and to whom or what: heads of the logical subject and object, of active and passive alike.
pub fn roles(reading: &Reading, text: &str, verb: usize) -> (Option<usize>, Option<usize>) {
    let passive = reading.children(verb).any(|c| matches!(reading.words[c].relation, Relation::NsubjPass | Relation::AuxPass));
    let subject = reading.child(verb, Relation::Nsubj);
    if passive {
        let by = |c: &usize| reading.is(*c, Relation::Obl) && case(reading, text, *c).as_deref() == Some("by");
        return (reading.children(verb).find(by), subject);
    }
    (subject, reading.child(verb, Relation::Obj))
}
