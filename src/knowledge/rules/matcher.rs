//! The matcher: which intents' keywords stand in a question, found through their first words, and which intents' patterns fit.

use serde::{Deserialize, Serialize};

use super::Intent;
use super::answer_types::words::Word;
use super::answer_types::{Marks, Pattern, Sets};
use crate::text::fold::fold;
use crate::text::slots::hash_of;
use crate::text::term::term;

/// Keyword phrases by their first term.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Matcher {
    /// Sorted by their terms.
    phrases: Vec<Phrase>,
    /// The hash of each first term, sorted, with the place of the first phrase that begins with it.
    firsts: Vec<(u64, u16)>,
    /// For each intent.
    patterns: Vec<Vec<Pattern>>,
}

/// What a word of a question may be known by: the terms of its form and of its lemma.
pub type Forms = [String; 2];

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Phrase {
    terms: Vec<String>,
    intent: u16,
    /// The keyword group; [`WITHOUT`] for a phrase that rules the intent out.
    group: u8,
}

/// The group number of phrases that rule an intent out.
pub const WITHOUT: u8 = u8::MAX;

/// A keyword phrase that stands in a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Which intent.
    pub intent: usize,
    /// Which of its keyword groups, or [`WITHOUT`].
    pub group: u8,
    /// First word of the question that it covers.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

impl Matcher {
    /// Compiles the intents' keywords and patterns.
    pub(super) fn new(intents: &[Intent], sets: &Sets) -> Self {
        let mut phrases: Vec<Phrase> = Vec::new();
        for (number, intent) in intents.iter().enumerate() {
            let groups = intent.keywords.iter().enumerate().map(|(g, words)| (g as u8, words));
            for (group, words) in groups.chain([(WITHOUT, &intent.without)]) {
                phrases.extend(words.iter().map(|w| Phrase {
                    terms: fold(w).split_whitespace().map(term).collect(),
                    intent: number as u16,
                    group,
                }));
            }
        }
        phrases.retain(|p| !p.terms.is_empty());
        phrases.sort_by(|a, b| (&a.terms, a.intent, a.group).cmp(&(&b.terms, b.intent, b.group)));
        let mut firsts: Vec<(u64, u16)> = phrases.iter().enumerate().map(|(n, p)| (hash_of(&p.terms[0]), n as u16)).collect();
        firsts.sort_unstable();
        firsts.dedup_by_key(|first| first.0);
        let compiled = |intent: &Intent| intent.patterns.iter().filter_map(|p| sets.pattern(p).ok()).collect();
        Self { phrases, firsts, patterns: intents.iter().map(compiled).collect() }
    }

    /// Every keyword phrase that stands in a question, in order of place.
    pub fn hits<'a>(&'a self, words: &'a [Forms]) -> impl Iterator<Item = Hit> + 'a {
        (0..words.len()).flat_map(move |start| {
            let [form, lemma] = &words[start];
            let other = Some(lemma).filter(|lemma| *lemma != form);
            std::iter::once(form).chain(other).flat_map(move |first| self.beginning(first, words, start))
        })
    }

    /// The phrases that begin with `first` and stand in the question at `start`.
    fn beginning<'a>(&'a self, first: &'a str, words: &'a [Forms], start: usize) -> impl Iterator<Item = Hit> + 'a {
        let at = self.firsts.binary_search_by_key(&hash_of(first), |(hash, _)| *hash);
        let from = at.map_or(self.phrases.len(), |at| self.firsts[at].1.into());
        let stands = move |p: &&Phrase| {
            let rest = words.get(start + 1..start + p.terms.len());
            rest.is_some_and(|rest| p.terms[1..].iter().zip(rest).all(|(term, forms)| forms.contains(term)))
        };
        let hit = move |p: &Phrase| Hit { intent: p.intent as usize, group: p.group, start, end: start + p.terms.len() };
        self.phrases[from..].iter().take_while(move |p| p.terms[0] == first).filter(stands).map(hit)
    }

    /// Whether one of an intent's patterns fits a question's words, which have `marks`; `asking` is the place of its question word.
    pub fn patterns_fit(&self, intent: usize, words: &[Word], marks: Marks, asking: usize) -> bool {
        self.patterns[intent].iter().any(|pattern| pattern.matches(words, marks, asking))
    }
}
