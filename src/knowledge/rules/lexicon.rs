//! The lexicon: which words mean the same, and which words of a document are evidence for a word of a question.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{RuleFile, parse};
use crate::error::Result;
use crate::text::fold::fold;
use crate::text::spelling::{Distance, distance};
use crate::text::term::{content_terms, term};
use crate::text::wordnet;

/// Words and phrases with what they may be called in a document.
///
/// A phrase is looked up by its words' terms, joined by a space.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Lexicon {
    /// A line for each phrase, sorted: the phrase, and after each tab the terms of what may stand for it.
    entries: String,
    /// Where each line of `entries` begins.
    starts: Vec<u32>,
    /// The longest phrase's length in words.
    longest: usize,
    /// Folded misspellings and contractions to what they stand for; sorted.
    spelling: Vec<(String, String)>,
    /// Terms that say little in a question; sorted.
    light: Vec<String>,
    /// Words that questions are made of, folded, sorted, a line each: all those of the rules.
    words: String,
}

/// A file of the lexicon.
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

/// Phrases, each with the terms of what may stand for it, in the order of the files.
type Pairs = BTreeMap<String, Vec<String>>;

/// Reads the files of the lexicon.
///
/// # Errors
/// TOML faults.
pub(super) fn read<'f>(files: impl Iterator<Item = &'f RuleFile>) -> Result<Lexicon> {
    let mut lexicon = Lexicon::default();
    let (mut pairs, mut words) = (Pairs::new(), Vec::new());
    for file in files {
        let parsed: LexiconFile = parse(file)?;
        for group in &parsed.same {
            group.iter().for_each(|word| pair(&mut pairs, word, group.iter().filter(|w| *w != word)));
        }
        parsed.evidence.iter().for_each(|(word, others)| pair(&mut pairs, word, others.iter()));
        words.extend(parsed.same.into_iter().flatten().chain(parsed.evidence.into_values().flatten()));
        words.extend(parsed.spelling.values().cloned());
        lexicon.spelling.extend(parsed.spelling.into_iter().map(|(wrong, right)| (fold(&wrong), right)));
        lexicon.light.extend(parsed.light.iter().map(|w| term(w)));
    }
    lexicon.spelling.sort_unstable();
    lexicon.light.sort_unstable();
    lexicon.write(&pairs);
    lexicon.learn(words.iter().map(String::as_str));
    Ok(lexicon)
}

/// Notes what may stand for a phrase, by its terms; a verb also by those of its base form, since a document's words are indexed by their lemmas.
fn pair<'w>(pairs: &mut Pairs, phrase: &str, others: impl Iterator<Item = &'w String>) {
    let terms = |phrase: &str| fold(phrase).split_whitespace().map(term).collect::<Vec<_>>();
    let noted = pairs.entry(terms(phrase).join(" ")).or_default();
    for other in others {
        let base = wordnet::base_form(&fold(other), wordnet::Pos::Verb).map(term);
        for found in std::iter::once(content_terms(terms(other)).join(" ")).chain(base) {
            if !noted.contains(&found) {
                noted.push(found);
            }
        }
    }
}

impl Lexicon {
    fn write(&mut self, pairs: &Pairs) {
        for (phrase, others) in pairs {
            self.starts.push(self.entries.len() as u32);
            self.longest = self.longest.max(phrase.split(' ').count());
            self.entries.push_str(phrase);
            others.iter().for_each(|other| self.entries.extend(["\t", other]));
            self.entries.push('\n');
        }
    }

    /// What a phrase, given as its words' terms joined by spaces, may be called in a document: terms that must all be there, joined by spaces.
    pub fn meanings(&self, phrase: &str) -> impl Iterator<Item = &str> {
        let line = |start: &u32| self.entries[*start as usize..].lines().next().unwrap_or_default().split('\t');
        let found = self.starts.binary_search_by(|start| line(start).next().unwrap_or_default().cmp(phrase));
        found.ok().into_iter().flat_map(move |place| line(&self.starts[place]).skip(1))
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
        let known = self.words.lines().map(str::to_string);
        let all: BTreeSet<String> = known.chain(said.filter(|word| word.len() > 2)).collect();
        self.words = all.into_iter().collect::<Vec<_>>().join("\n");
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
