//! Outlines: what answers look at in a sentence whatever the question, found once, when the sentence is first looked at.

use std::sync::OnceLock;

use super::opposites::Opposites;
use super::spans::{Candidate, candidates};
use super::traits::{Sentence, Traits};
use crate::facts::annotation::Annotation;
use crate::facts::children::{Children, children};
use crate::text::{Pos, Reading, Relation};

/// What answers look at in a sentence.
#[derive(Debug, Clone)]
pub struct Outline {
    /// The pieces that could be an answer.
    pub candidates: Vec<Candidate>,
    /// For each of them, the features that it has whatever is asked.
    pub traits: Vec<Traits>,
    /// For each word, those that depend on it.
    pub children: Children,
    /// For each word, the content word before it.
    pub before: Vec<Option<usize>>,
    /// For each word that is indexed, one by the number of sentences that have it.
    pub rarities: Vec<Option<f64>>,
    /// For each word, its way up to the root, itself first.
    pub ancestors: Vec<Vec<usize>>,
    /// For each word, the head of the clause it stands in.
    pub clauses: Vec<usize>,
    /// For each word, the subject of the nearest verb or predicate above it that has one.
    pub subjects: Vec<Option<usize>>,
    /// For each word, what tells its opposites, as far as that was looked at.
    opposites: Vec<OnceLock<Opposites<'static>>>,
}

impl Outline {
    /// The features that a candidate has whatever is asked.
    pub fn traits_of(&self, annotation: &Annotation, candidate: &Candidate) -> Traits {
        Sentence { annotation, children: &self.children, before: &self.before, rarities: &self.rarities }.traits(candidate)
    }

    /// What tells the opposites of a word of the sentence, whose `reading` is given.
    pub fn opposites(&self, reading: &Reading, word: usize) -> &Opposites<'static> {
        self.opposites[word].get_or_init(|| Opposites::said(&reading.words[word].lemma))
    }

    /// The outline of a sentence. `rarities`: for each word that is indexed, one by the number of sentences that have it.
    pub fn new(annotation: &Annotation, rarities: Vec<Option<f64>>) -> Self {
        let reading = &annotation.reading;
        let words = 0..reading.words.len();
        let own: Vec<Option<usize>> = words.clone().map(|w| reading.subject(w)).collect();
        let (candidates, children) = (candidates(annotation), children(reading));
        let content = |w: &usize| !matches!(reading.words[*w].pos, Pos::Det | Pos::Adp | Pos::Punct | Pos::Aux);
        let before: Vec<Option<usize>> = words.clone().map(|w| (0..w).rev().find(content)).collect();
        let sentence = Sentence { annotation, children: &children, before: &before, rarities: &rarities };
        Self {
            traits: candidates.iter().map(|candidate| sentence.traits(candidate)).collect(),
            candidates,
            children,
            before,
            rarities,
            ancestors: words.clone().map(|w| reading.ancestors(w).collect()).collect(),
            clauses: words.clone().map(|w| clause_head(reading, w)).collect(),
            opposites: vec![OnceLock::new(); words.len()],
            subjects: words.map(|w| reading.ancestors(w).find_map(|above| own[above])).collect(),
        }
    }
}

/// The head of the clause that a word stands in: the nearest verb or predicate above it, itself included.
fn clause_head(reading: &Reading, word: usize) -> usize {
    let heads = |&w: &usize| {
        let own = &reading.words[w];
        own.head.is_none() || own.pos == Pos::Verb && !matches!(own.relation.base(), Relation::Amod | Relation::Compound)
    };
    reading.ancestors(word).find(heads).unwrap_or(word)
}

/// The outlines of a document's sentences, as far as they were looked at.
#[derive(Debug, Clone, Default)]
pub struct Outlines(OnceLock<Vec<OnceLock<Outline>>>);

impl Outlines {
    /// The outline of one of `count` sentences, made by `make` the first time.
    pub fn of(&self, count: usize, sentence: usize, make: impl FnOnce() -> Outline) -> &Outline {
        self.0.get_or_init(|| vec![OnceLock::new(); count])[sentence].get_or_init(make)
    }
}

/// Two documents are alike whichever of their sentences were looked at.
impl PartialEq for Outlines {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
