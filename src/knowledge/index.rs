//! The index: which sentence holds which term how often; postings for BM25 (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009).

use serde::{Deserialize, Serialize};

use crate::text::slots::Slots;
use crate::text::term::term;

/// Saturation of a term's frequency, as the literature recommends.
const K1: f64 = 1.2;
/// How much a sentence's length counts.
const B: f64 = 0.75;

/// A term's number in an [`Index`].
pub type TermId = u32;

/// No term's number: of a word that is not indexed.
pub const NO_TERM: TermId = TermId::MAX;

/// Terms to sentences.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Index {
    /// All terms, sorted; a term's place is its number.
    terms: Vec<String>,
    /// For each term: sentence and how often it stands there, in order of sentence.
    postings: Vec<Vec<(u32, u16)>>,
    /// For each sentence: its terms' numbers, in order of the text.
    sentences: Vec<Vec<TermId>>,
    /// The mean number of terms in a sentence.
    mean_length: f64,
    /// Where the terms stand.
    #[serde(skip)]
    slots: Slots,
}

impl Index {
    /// Indexes sentences, each given as its terms in order of the text.
    pub fn new(sentences: &[Vec<&str>]) -> Self {
        let mut terms: Vec<&str> = sentences.iter().flatten().copied().collect();
        terms.sort_unstable();
        terms.dedup();
        let terms: Vec<String> = terms.into_iter().map(str::to_string).collect();
        let mut index = Self { postings: vec![Vec::new(); terms.len()], terms, ..Self::default() };
        for (number, sentence) in sentences.iter().enumerate() {
            let ids: Vec<TermId> = sentence.iter().filter_map(|t| index.term(t)).collect();
            for &id in &ids {
                match index.postings[id as usize].last_mut() {
                    Some((last, count)) if *last as usize == number => *count = count.saturating_add(1),
                    _ => index.postings[id as usize].push((number as u32, 1)),
                }
            }
            index.sentences.push(ids);
        }
        let total: usize = index.sentences.iter().map(Vec::len).sum();
        index.mean_length = total as f64 / index.sentences.len().max(1) as f64;
        index
    }

    /// The numbers of a text's words that are indexed.
    pub fn terms_of(&self, text: &str) -> Vec<TermId> {
        text.split_whitespace().filter_map(|word| self.term(&term(word))).collect()
    }

    /// The numbers of some terms, if for each there is a sentence that holds it.
    pub fn numbers(&self, terms: &[String]) -> Option<Vec<TermId>> {
        terms.iter().map(|term| self.term(term)).collect()
    }

    /// The number of a term, if any sentence holds it.
    pub fn term(&self, term: &str) -> Option<TermId> {
        self.slots.find(term, self.terms.len(), |i| &self.terms[i]).map(|i| i as TermId)
    }

    /// All terms, sorted.
    pub fn terms(&self) -> &[String] {
        &self.terms
    }

    /// The terms of a sentence, in order of the text.
    pub fn sentence(&self, sentence: usize) -> &[TermId] {
        &self.sentences[sentence]
    }

    /// The same as words.
    pub fn words(&self, sentence: usize) -> impl Iterator<Item = &str> + Clone {
        self.sentence(sentence).iter().map(|&id| self.terms[id as usize].as_str())
    }

    /// How many sentences there are.
    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    /// Whether there is no sentence.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// Where a term stands: sentence and how often.
    pub fn postings(&self, term: TermId) -> &[(u32, u16)] {
        &self.postings[term as usize]
    }

    /// How telling a term is: BM25's inverse document frequency for a term that `count` sentences hold. Never negative.
    pub fn idf(&self, count: usize) -> f64 {
        let n = self.sentences.len() as f64;
        let count = count as f64;
        ((n - count + 0.5) / (count + 0.5) + 1.0).ln()
    }

    /// BM25's share for one term that stands `frequency` times in `sentence`, without the idf: from 0 to 2.2.
    pub fn saturation(&self, sentence: usize, frequency: f64) -> f64 {
        let length = self.sentences[sentence].len() as f64 / self.mean_length.max(1.0);
        frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * length))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(sentences: &[&str]) -> Index {
        Index::new(&sentences.iter().map(|s| s.split(' ').collect()).collect::<Vec<_>>())
    }

    #[test]
    fn finds_terms_with_their_frequency() {
        let index = index(&["tower bell tower", "bell", "gate"]);
        let bell = index.term("bell").expect("indexed");
        assert_eq!(index.postings(bell), [(0, 1), (1, 1)]);
        let tower = index.term("tower").expect("indexed");
        assert_eq!(index.postings(tower), [(0, 2)]);
        assert_eq!(index.term("moat"), None);
        assert!(index.idf(1) > index.idf(2) && index.idf(3) > 0.0);
        assert!(index.saturation(1, 1.0) > index.saturation(0, 1.0), "a shorter sentence weighs more");
    }
}
