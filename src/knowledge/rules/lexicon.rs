//! The lexicon: which words mean the same, and which words of a document are evidence for a word of a question.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{RuleFile, parse};
use crate::error::Result;
use crate::text::fold::fold;
use crate::text::spelling::{Distance, distance};
use crate::text::term::term;

/// Words and phrases with what they may be called in a document.
///
/// A phrase is looked up by its words' terms, joined by a space.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Lexicon {
    /// Phrase (terms joined by a space) to the words that may stand for it; sorted by phrase.
    entries: Vec<(String, Vec<String>)>,
    /// The longest phrase's length in words.
    longest: usize,
    /// Folded misspellings and contractions to what they stand for; sorted.
    spelling: Vec<(String, String)>,
    /// Terms that say little in a question; sorted.
    light: Vec<String>,
    /// Words that questions are made of, folded, sorted, a line each: all those of the rules.
    words: String,
}

/// The file `lexicon.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LexiconFile {
    /// Groups of words that mean the same, both ways.
    #[serde(default)]
    same: Vec<Vec<String>>,
    /// One way: a question's word, and what a document may say instead.
    #[serde(default)]
    evidence: BTreeMap<String, Vec<String>>,
    /// Words that say little in a question, whatever the document: type words ("year", "town"), words of degree, verbs without content.
    #[serde(default)]
    light: Vec<String>,
    /// Common misspellings, chat words and contractions without their apostrophe, and what they stand for.
    #[serde(default)]
    spelling: BTreeMap<String, String>,
}

/// Reads `lexicon.toml`.
///
/// # Errors
/// TOML faults.
pub(super) fn read(file: &RuleFile) -> Result<Lexicon> {
    let parsed: LexiconFile = parse(file)?;
    let mut pairs: Vec<(String, String)> = Vec::new();
    for group in &parsed.same {
        for word in group {
            pairs.extend(group.iter().filter(|w| *w != word).map(|other| (phrase_key(word), other.clone())));
        }
    }
    for (word, others) in &parsed.evidence {
        pairs.extend(others.iter().map(|other| (phrase_key(word), other.clone())));
    }
    let spelling = parsed.spelling.into_iter().map(|(wrong, right)| (fold(&wrong), right)).collect();
    let mut light: Vec<String> = parsed.light.iter().map(|w| term(w)).collect();
    light.sort_unstable();
    Ok(Lexicon { spelling, light, ..Lexicon::from_pairs(pairs) })
}

/// The key of a phrase: its words' terms, joined by a space.
fn phrase_key(phrase: &str) -> String {
    fold(phrase).split_whitespace().map(term).collect::<Vec<_>>().join(" ")
}

impl Lexicon {
    fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        let mut map: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (key, other) in pairs {
            let others = map.entry(key).or_default();
            if !others.contains(&other) {
                others.push(other);
            }
        }
        let longest = map.keys().map(|k| k.split(' ').count()).max().unwrap_or(0);
        Self { entries: map.into_iter().collect(), longest, ..Self::default() }
    }

    /// What a phrase, given as its words' terms, may be called in a document.
    pub fn meanings(&self, terms: &[&str]) -> &[String] {
        let key = terms.join(" ");
        self.entries.binary_search_by(|(k, _)| k.as_str().cmp(&key)).map_or(&[], |i| &self.entries[i].1)
    }

    /// What a folded misspelling, chat word or bare contraction stands for.
    pub fn spelling(&self, folded: &str) -> Option<&str> {
        self.spelling.binary_search_by(|(wrong, _)| wrong.as_str().cmp(folded)).ok().map(|i| self.spelling[i].1.as_str())
    }

    /// Whether a term says little in a question.
    pub fn is_light(&self, term: &str) -> bool {
        self.light.binary_search_by(|t| t.as_str().cmp(term)).is_ok()
    }

    /// Takes note of words that are no misspellings, and that a misspelling may stand for.
    pub(super) fn learn<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        let said = words.flat_map(|phrase| fold(phrase).split(|c: char| !c.is_alphabetic()).map(str::to_string).collect::<Vec<_>>());
        let all: BTreeSet<String> = said.filter(|word| word.len() > 2).collect();
        self.words = all.into_iter().collect::<Vec<_>>().join("\n");
    }

    /// The words of the lexicon itself.
    pub(super) fn own_words(&self) -> Vec<String> {
        let meanings = self.entries.iter().flat_map(|(_, meanings)| meanings.clone());
        meanings.chain(self.spelling.iter().map(|(_, right)| right.clone())).collect()
    }

    /// Whether the rules use a folded word.
    pub fn knows(&self, folded: &str) -> bool {
        self.words.lines().any(|word| word == folded)
    }

    /// The word of the rules nearest to a folded one, if near enough to be what was meant, with its distance.
    pub fn nearest(&self, folded: &str) -> Option<(Distance, &str)> {
        self.words.lines().filter_map(|word| distance(folded, word).map(|d| (d, word))).min()
    }

    /// The longest phrase's length in words.
    pub fn longest(&self) -> usize {
        self.longest
    }
}
