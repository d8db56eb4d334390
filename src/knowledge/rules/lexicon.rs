//! The lexicon: which words mean the same, which the opposite, and which words of a document are evidence for a word of a question.

use std::collections::{BTreeMap, BTreeSet};

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use serde_spanned::Spanned;

use super::{RuleFile, parse};
use crate::error::{Error, Result};
use crate::text::fold::fold;
use crate::text::slots::hash_of;
use crate::text::spelling::{Distance, nearest, place};
use crate::text::term::{is_stop_word, term, terms_of};

/// Words and phrases with what they may be called in a document.
///
/// A phrase is looked up by its words' terms, joined by a space.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Lexicon {
    /// An item for each phrase: the phrase, and after each tab the terms of what may stand for it.
    entries: Sorted,
    /// The hashes of the two terms that phrases of several begin with, sorted.
    phrase_openings: Vec<u64>,
    /// Folded misspellings and contractions to what they stand for; sorted.
    spelling: Vec<(String, String)>,
    /// Terms that say little in a question; sorted.
    light: Vec<String>,
    /// Lemmas, each with those that deny it: the lemma, then they, a tab before each.
    opposites: Sorted,
    /// Words that only stress the question word before them.
    stress: Vec<String>,
    /// Words at a question's end that ask for nothing more, in lower case.
    closings: Vec<String>,
    /// How questions are opened by mistake, and what is meant, both in lower case.
    openings: Vec<(String, String)>,
    /// Words that questions are made of, folded: all those of the rules.
    words: Sorted,
}

/// Sorted texts, one after another in one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Sorted {
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Sorted {
    fn new(items: impl Iterator<Item = String>) -> Self {
        let mut sorted = Self::default();
        for item in items {
            sorted.text.push_str(&item);
            sorted.ends.push(sorted.text.len() as u32);
        }
        sorted
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn item(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[place] as usize]
    }

    /// The first item that is not less than `text`.
    fn from(&self, text: &str) -> Option<&str> {
        let place = place(text, self.len(), |i| self.item(i));
        (place < self.len()).then(|| self.item(place))
    }
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
    /// Two lemmas of which one denies the other.
    #[serde(default)]
    opposites: Vec<Spanned<[String; 2]>>,
    /// Words that say little in a question, whatever the document: type words ("year", "town"), words of degree, verbs without content.
    #[serde(default)]
    light: Vec<String>,
    /// Words that only stress the question word before them: "on earth".
    #[serde(default)]
    stress: Vec<String>,
    /// Words at a question's end that ask for nothing more: "do you know".
    #[serde(default)]
    closings: Vec<String>,
    /// How questions are opened by mistake, and what is meant: "were did" for "where did".
    #[serde(default)]
    openings: BTreeMap<String, String>,
    /// Common misspellings, chat words and contractions without their apostrophe, and what they stand for.
    #[serde(default)]
    spelling: BTreeMap<String, String>,
}

/// Phrases, each with the terms of what may stand for it, in the order of the files.
type Pairs = BTreeMap<String, Vec<String>>;

/// Reads the files of the lexicon.
///
/// # Errors
/// TOML faults; what is no pair of opposites, or one twice.
pub(super) fn read<'f>(files: impl Iterator<Item = &'f RuleFile>) -> Result<Lexicon> {
    let mut lexicon = Lexicon::default();
    let (mut pairs, mut opposites, mut words) = (Pairs::new(), BTreeSet::new(), Vec::new());
    for file in files {
        let parsed: LexiconFile = parse(file)?;
        for group in &parsed.same {
            group.iter().for_each(|word| pair(&mut pairs, word, group.iter().filter(|w| *w != word)));
        }
        parsed.evidence.iter().for_each(|(word, others)| pair(&mut pairs, word, others.iter()));
        parsed.opposites.into_iter().try_for_each(|pair| oppose(&mut opposites, file, pair))?;
        words.extend(parsed.same.into_iter().flatten().chain(parsed.evidence.into_values().flatten()));
        words.extend(parsed.spelling.values().cloned());
        lexicon.spelling.extend(parsed.spelling.into_iter().map(|(wrong, right)| (fold(&wrong).into_owned(), right)));
        lexicon.light.extend(parsed.light.iter().map(|w| term(w)));
        lexicon.stress.extend(parsed.stress);
        lexicon.closings.extend(parsed.closings);
        lexicon.openings.extend(parsed.openings);
    }
    lexicon.opposites = both_ways(opposites);
    lexicon.spelling.sort_unstable();
    lexicon.light.sort_unstable();
    lexicon.phrase_openings = pairs.keys().filter_map(|phrase| opening_pair(phrase.split(' '))).collect();
    lexicon.phrase_openings.sort_unstable();
    lexicon.phrase_openings.dedup();
    lexicon.entries = Sorted::new(pairs.iter().map(|(phrase, others)| format!("{phrase}\t{}", others.join("\t"))));
    lexicon.learn(words.iter().map(String::as_str));
    Ok(lexicon)
}

/// Notes what may stand for a phrase, by its terms.
fn pair<'w>(pairs: &mut Pairs, phrase: &str, others: impl Iterator<Item = &'w String>) {
    let phrase: Vec<String> = fold(phrase).split_whitespace().map(term).collect();
    let noted = pairs.entry(phrase.join(" ")).or_default();
    for found in others.flat_map(|other| terms_of(other)).map(|terms| terms.join(" ")) {
        if !noted.contains(&found) {
            noted.push(found);
        }
    }
}

/// Notes that one of two words denies the other.
fn oppose(opposites: &mut BTreeSet<(String, String)>, file: &RuleFile, pair: Spanned<[String; 2]>) -> Result<()> {
    let start = pair.span().start;
    let fault = |message: String| Error::new(&file.name, message).at_offset(&file.text, start);
    let [a, b] = pair.into_inner();
    if let Some(word) = [&a, &b].into_iter().find(|word| word.is_empty() || word.contains(char::is_whitespace) || fold(word) != **word) {
        return Err(
            fault(format!("`{word}` is no word in lower case")).expected("two words of plain letters, such as `[\"accept\", \"reject\"]`")
        );
    }
    if a == b {
        return Err(fault(format!("`{a}` is not the opposite of itself")).expected("two words"));
    }
    let pair = if a < b { (a, b) } else { (b, a) };
    if opposites.contains(&pair) {
        return Err(fault(format!("`{}` and `{}` are opposites already", pair.0, pair.1)).expected("each pair once"));
    }
    opposites.insert(pair);
    Ok(())
}

/// The hash of the first two of some terms.
fn opening_pair<'t>(mut terms: impl Iterator<Item = &'t str>) -> Option<u64> {
    Some(hash_of(terms.next()?).rotate_left(1) ^ hash_of(terms.next()?))
}

/// The lemmas of pairs, each with all those that it is paired with.
fn both_ways(pairs: BTreeSet<(String, String)>) -> Sorted {
    let mut others: BTreeMap<String, String> = BTreeMap::new();
    let mut note = |of: &str, other: &str| others.entry(of.into()).or_insert_with(|| of.into()).extend(["\t", other]);
    for (a, b) in &pairs {
        note(a, b);
        note(b, a);
    }
    Sorted::new(others.into_values())
}

impl Lexicon {
    /// What a phrase, given as its words' terms joined by spaces, may be called in a document: terms that must all be there, joined by spaces.
    pub fn meanings(&self, phrase: &str) -> impl Iterator<Item = &str> {
        let found = self.entries.from(phrase).and_then(|entry| entry.strip_prefix(phrase)?.strip_prefix('\t'));
        found.into_iter().flat_map(|others| others.split('\t'))
    }

    /// How many terms the longest phrase has that the terms begin with; 1 where they begin with none of several.
    pub fn phrase_length(&self, terms: &[&str]) -> usize {
        if opening_pair(terms.iter().copied()).is_none_or(|pair| self.phrase_openings.binary_search(&pair).is_err()) {
            return 1;
        }
        let mut opening = CompactString::from(terms[0]);
        let mut longest = 1;
        for (place, term) in terms.iter().enumerate().skip(1) {
            opening.push(' ');
            if !self.entries.from(&opening).is_some_and(|entry| entry.starts_with(opening.as_str())) {
                break;
            }
            opening.push_str(term);
            if self.meanings(&opening).next().is_some() {
                longest = place + 1;
            }
        }
        longest
    }

    /// The listed opposites of a folded lemma.
    pub fn opposites(&self, lemma: &str) -> impl Iterator<Item = &str> {
        let found = self.opposites.from(lemma).and_then(|entry| entry.strip_prefix(lemma)?.strip_prefix('\t'));
        found.into_iter().flat_map(|others| others.split('\t'))
    }

    /// What a folded misspelling, chat word or bare contraction stands for.
    pub fn spelling(&self, folded: &str) -> Option<&str> {
        self.spelling.binary_search_by(|(wrong, _)| wrong.as_str().cmp(folded)).ok().map(|i| self.spelling[i].1.as_str())
    }

    /// What a question, in lower case, is opened by instead of what is meant.
    pub fn opening(&self, question: &str) -> Option<(&str, &str)> {
        let opens = |wrong: &str| question.strip_prefix(wrong).is_some_and(|rest| rest.starts_with(' '));
        self.openings.iter().find(|(wrong, _)| opens(wrong)).map(|(wrong, right)| (wrong.as_str(), right.as_str()))
    }

    /// Words that only stress the question word before them.
    pub fn stress(&self) -> impl Iterator<Item = &str> {
        self.stress.iter().map(String::as_str)
    }

    /// Words at a question's end that ask for nothing more.
    pub fn closings(&self) -> impl Iterator<Item = &str> {
        self.closings.iter().map(String::as_str)
    }

    /// Whether a term says little in a question.
    pub fn is_light(&self, term: &str) -> bool {
        self.light.binary_search_by(|t| t.as_str().cmp(term)).is_ok()
    }

    /// Takes note of words that are no misspellings, and that a misspelling may stand for.
    pub(super) fn learn<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        let said = words.flat_map(|phrase| fold(phrase).split(|c: char| !c.is_alphabetic()).map(str::to_string).collect::<Vec<_>>());
        let known = (0..self.words.len()).map(|i| self.words.item(i).to_string());
        let all: BTreeSet<String> = known.chain(said.filter(|word| word.len() > 2)).collect();
        self.words = Sorted::new(all.into_iter());
    }

    /// Whether the rules use a folded word.
    pub fn knows(&self, folded: &str) -> bool {
        self.words.from(folded) == Some(folded)
    }

    /// The word of the rules nearest to a folded one, if near enough to be what was meant, with its distance. Of several alike, one that says little, as
    /// it is more frequent.
    pub fn nearest(&self, folded: &str) -> Option<(Distance, &str)> {
        let rank = |place: usize| Some(!is_stop_word(self.words.item(place)));
        let (distance, place) = nearest(folded, self.words.len(), |i| self.words.item(i), rank)?;
        Some((distance, self.words.item(place)))
    }
}
