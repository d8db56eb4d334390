//! The place of a candidate in its sentence: what stands beside it, above it and below it in line and tree.

use crate::answer::query::Query;
use crate::answer::spans::Candidate;
use crate::knowledge::outline::Outline;
use crate::knowledge::rules::{Feature, Features};
use crate::text::Reading;

/// Of a sentence, what its candidates' places are judged by.
pub struct Places<'a> {
    reading: &'a Reading,
    outline: &'a Outline,
    /// For each word, the weight of the term of the question that it matches.
    shared: Vec<Option<f64>>,
    /// The words that match one, with its weight.
    weights: Vec<(usize, f64)>,
}

impl<'a> Places<'a> {
    /// Prepares a sentence; `places` are its words that match: place of the word, place of the term.
    pub fn new(query: &'a Query, sentence: usize, places: &[(usize, usize)]) -> Self {
        let reading = &query.known.annotations[sentence].reading;
        let mut shared = vec![None; reading.words.len()];
        for &(word, term) in places {
            shared[word] = Some(query.terms[term].weight);
        }
        let weights = shared.iter().enumerate().filter_map(|(word, weight)| Some((word, (*weight)?))).collect();
        Self { reading, outline: query.known.outline(sentence), shared, weights }
    }

    fn is_shared(&self, word: usize) -> bool {
        self.shared.get(word).is_some_and(Option::is_some)
    }

    /// Sets the features of a candidate's place.
    pub fn features(&self, candidate: &Candidate, features: &mut Features) {
        let mut set = |feature: Feature, value: f64| features[feature as usize] = value;
        let flag = |holds: bool| f64::from(u8::from(holds));
        let words = &candidate.words;
        let outside = |w: &usize| !words.contains(w);
        let parent = self.reading.words[candidate.head].head.filter(outside);
        set(Feature::WordBefore, flag(self.outline.before[words.start].is_some_and(|w| self.is_shared(w))));
        set(Feature::WordAfter, flag(self.is_shared(words.end)));
        set(Feature::ParentShared, flag(parent.is_some_and(|p| self.is_shared(p))));
        let children = self.outline.children.of(candidate.head);
        let siblings = |p| self.outline.children.of(p).iter().any(|w| outside(w) && self.is_shared(*w));
        set(Feature::SiblingShared, flag(parent.is_some_and(siblings)));
        set(Feature::ChildShared, flag(children.iter().any(|w| outside(w) && self.is_shared(*w))));
        set(Feature::ClauseShared, self.clause_share(candidate));
    }

    /// The share of the sentence's matched words, by idf, that stand in the candidate's clause.
    fn clause_share(&self, candidate: &Candidate) -> f64 {
        let own = self.outline.clauses[candidate.head];
        let (mut here, mut all) = (0.0, 0.0);
        for &(word, weight) in &self.weights {
            if !candidate.words.contains(&word) {
                all += weight;
                here += if self.outline.clauses[word] == own { weight } else { 0.0 };
            }
        }
        if all > 0.0 { here / all } else { 0.0 }
    }
}
