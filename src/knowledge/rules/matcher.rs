//! The matcher: which intents' keywords stand in a question, found through their first words.

use serde::{Deserialize, Serialize};

use super::Intent;
use crate::text::fold::fold;
use crate::text::term::term;

/// Keyword phrases by their first term.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Matcher {
    /// Sorted by the first term.
    phrases: Vec<Phrase>,
}

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
    /// Compiles the intents' keywords.
    pub(super) fn new(intents: &[Intent]) -> Self {
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
        Self { phrases }
    }

    /// Every keyword phrase that stands in a question, given as its words' terms, in order of place.
    pub fn hits<'a>(&'a self, terms: &'a [String]) -> impl Iterator<Item = Hit> + 'a {
        (0..terms.len()).flat_map(move |start| {
            let from = self.phrases.partition_point(|p| p.terms[0] < terms[start]);
            self.phrases[from..]
                .iter()
                .take_while(move |p| p.terms[0] == terms[start])
                .filter(move |p| terms[start..].starts_with(&p.terms))
                .map(move |p| Hit { intent: p.intent as usize, group: p.group, start, end: start + p.terms.len() })
        })
    }
}
