//! What dictionaries and lists say of a word form: which parts of speech and inflections it can be, what sort of name, which of its uses is the usual one.

use super::features::{Case, Form, hash};
use super::model::{Model, Section};
use super::table::Table;
use crate::text::fold;

/// A set of [`Trait`]s as bits, with the usual use of the word above them. Zero for an unknown word.
pub type Traits = u32;

/// Bits of a slot that number the set plus one.
pub const SET_BITS: u32 = 12;

/// What a word form can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Trait {
    Noun,
    PluralNoun,
    Verb,
    VerbInS,
    VerbInIng,
    PastOrParticiple,
    Past,
    Participle,
    Adjective,
    Comparative,
    Superlative,
    Adverb,
    Name,
    GivenName,
    Place,
    Group,
    Title,
    FunctionWord,
}

impl Trait {
    /// The set with this one trait.
    pub fn bit(self) -> Traits {
        1 << self as u32
    }
}

/// Where the usual use of a word starts in its [`Traits`]: 0 if none stands out, else 1 to 4 for noun, verb, adjective, adverb.
pub const USUAL: u32 = 20;

/// The fitted lexicon.
#[derive(Debug, Clone, Copy)]
pub struct Lexicon<'a> {
    numbers: Table<'a>,
    sets: &'a [u8],
}

impl<'a> Lexicon<'a> {
    /// The lexicon of a model.
    pub fn new(model: Model<'a>) -> Self {
        Self { numbers: model.table(Section::LexiconSlots, SET_BITS), sets: model.section(Section::LexiconSets) }
    }

    /// What the tagger sees of a sentence's words.
    pub fn letters<W: AsRef<str>>(&self, words: &[W]) -> Vec<Form> {
        let case = Case::of(words);
        let mut forms: Vec<Form> = words.iter().map(|word| Form::new(word.as_ref(), case)).collect();
        let key = |(word, form): (&W, &Form)| if word.as_ref().is_ascii() { form.lower } else { key(&fold(word.as_ref())) };
        let keys: Vec<u64> = words.iter().zip(&forms).map(key).collect();
        let mut numbers = vec![0; keys.len()];
        self.numbers.find_all(&keys, &mut numbers);
        for ((word, form), number) in words.iter().zip(&mut forms).zip(numbers) {
            form.traits = self.traits(word.as_ref(), number).into();
        }
        forms
    }

    /// The traits of a word whose set has this number; an unknown word with a hyphen goes by what stands behind it.
    fn traits(&self, word: &str, number: u32) -> Traits {
        match self.numbered(number) {
            0 => word.rsplit_once('-').map_or(0, |(_, last)| self.set(key(last))),
            set => set,
        }
    }

    /// The traits of the word with this [`key`].
    pub fn set(&self, key: u64) -> Traits {
        self.numbered(self.numbers.find(key))
    }

    /// The set of this number, counted from one.
    fn numbered(&self, number: u32) -> Traits {
        let Some(at) = number.checked_sub(1).map(|before| 4 * before as usize) else { return 0 };
        self.sets.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, Traits::from_le_bytes)
    }
}

/// The key of a word: as [`Form::lower`] for one without digits.
pub fn key(word: &str) -> u64 {
    hash(word.bytes().map(|b| if b.is_ascii_digit() { b'0' } else { b.to_ascii_lowercase() }))
}
