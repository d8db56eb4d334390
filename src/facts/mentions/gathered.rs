//! What each sentence of a document says of its names, gathered before any is joined to another.

use std::collections::BTreeMap;

use super::aliases::Entity;
use super::gender::{Pronouns, gender_before};
use crate::facts::annotation::Annotation;
use crate::text::names::{Mention, NameKind};

/// What the sentences of a document say of its names, each for itself.
#[derive(Debug, Default)]
pub struct Gathered {
    pub entities: BTreeMap<String, Entity>,
    /// How many names were known before each.
    pub first_met: BTreeMap<String, usize>,
    /// How often each name was taken for each kind.
    pub votes: BTreeMap<String, BTreeMap<NameKind, usize>>,
    /// A short form and the long one that stands beside it in brackets, or around.
    pub abbreviated: Vec<(String, String)>,
    pub pronouns: Pronouns,
}

impl Gathered {
    /// Takes in a sentence.
    pub fn add(&mut self, annotation: &Annotation) {
        for mention in &annotation.names {
            let name = mention.core.of(&annotation.text);
            if !self.votes.contains_key(name) {
                self.first_met.insert(name.to_string(), self.votes.len());
                self.votes.insert(name.to_string(), BTreeMap::new());
                self.entities.insert(name.to_string(), Entity { name: name.to_string(), kind: mention.kind, gender: None });
            }
            if let (Some(votes), Some(entity)) = (self.votes.get_mut(name), self.entities.get_mut(name)) {
                *votes.entry(mention.kind).or_default() += 1;
                entity.gender = entity.gender.or(mention.gender).or_else(|| gender_before(annotation, mention));
            }
        }
        self.pronouns.add(annotation);
        self.abbreviated.extend(annotation.names.windows(2).filter_map(|pair| abbreviation(&annotation.text, pair)));
    }
}

/// "Long Name (LN)", "LN (Long Name)": the short form and the long one.
fn abbreviation(text: &str, pair: &[Mention]) -> Option<(String, String)> {
    let (first, second) = (pair[0].core, pair[1].core);
    let between = text.get(first.end..second.start).unwrap_or_default().trim();
    let closed = text.get(second.end..).is_some_and(|rest| rest.trim_start().starts_with(')'));
    let (a, b) = (first.of(text), second.of(text));
    let pair = if has_initials(b, a) { Some((b, a)) } else { has_initials(a, b).then_some((a, b)) };
    pair.filter(|_| between == "(" && closed).map(|(short, long)| (short.to_string(), long.to_string()))
}

pub fn is_short(name: &str) -> bool {
    name.len() >= 2 && name.len() <= 8 && name.chars().all(|c| c.is_uppercase() || c == '.')
}

/// Whether `short` is the first letters of the capitalised words of `long`, in any order: the letters of a translated name.
fn has_initials(short: &str, long: &str) -> bool {
    let sorted = |mut chars: Vec<char>| {
        chars.sort_unstable();
        chars
    };
    is_short(short) && sorted(initials(long)) == sorted(letters(short))
}

pub fn initials(long: &str) -> Vec<char> {
    let numeral = |word: &str| word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let letters = |word: &'_ str| word.chars().take(if numeral(word) { word.len() } else { 1 }).collect::<Vec<char>>();
    long.split([' ', '-']).flat_map(letters).filter(|c| c.is_uppercase()).collect()
}

pub fn letters(short: &str) -> Vec<char> {
    short.chars().filter(|c| c.is_alphanumeric()).collect()
}
