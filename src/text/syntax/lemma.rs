//! Lemmas: the ending of a word and its tag choose how many letters to cut and what to put instead; irregular words choose as wholes.

use compact_str::CompactString;

use super::features::{Case, hash, mix};
use super::model::{Model, Section};
use super::table::Table;
use super::{Pos, Tag};

/// Bits of a slot that number the way plus one.
pub const SCRIPT_BITS: u32 = 12;

/// Bytes of one way in its section: how many to cut, how many to add, and room for those.
pub const SCRIPT_BYTES: usize = 16;

/// The longest ending that is looked at, in letters.
pub const ENDING: usize = 6;

/// A fitted lemmatiser.
#[derive(Debug, Clone, Copy)]
pub struct Lemmatiser<'a> {
    ways: Table<'a>,
    scripts: &'a [u8],
}

impl<'a> Lemmatiser<'a> {
    /// The lemmatiser of a model.
    pub fn new(model: Model<'a>) -> Self {
        Self { ways: model.table(Section::LemmaSlots, SCRIPT_BITS), scripts: model.section(Section::LemmaScripts) }
    }

    /// The lemma of `word`; `capital` as for [`base`].
    pub fn lemma(&self, word: &str, tag: Tag, pos: Pos, capital: bool) -> CompactString {
        let mut lemma = base(word, tag, pos, capital);
        let Some(script) = self.script(&lemma, tag, pos) else { return lemma };
        let (cut, add) = (usize::from(script[0]), usize::from(script[1]));
        let add = script.get(2..2 + add).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("");
        let keep = lemma.len().saturating_sub(cut);
        if lemma.is_char_boundary(keep) && keep + add.len() > 0 {
            lemma.truncate(keep);
            lemma.push_str(add);
        }
        lemma
    }

    /// The lemmas of a sentence.
    pub fn lemmas(&self, words: &[&str], tags: &[(Tag, Pos)]) -> Vec<CompactString> {
        let capitals = capitals(words);
        words.iter().zip(tags).zip(capitals).map(|((word, &(tag, pos)), capital)| self.lemma(word, tag, pos, capital)).collect()
    }

    fn script(&self, base: &str, tag: Tag, pos: Pos) -> Option<&'a [u8]> {
        let way = keys(base, tag, pos).find_map(|key| self.ways.find(key).checked_sub(1))?;
        let start = way as usize * SCRIPT_BYTES;
        self.scripts.get(start..start + SCRIPT_BYTES)
    }
}

/// What a lemma is made from: a name with its capital, other words in lower case. An adjective or noun keeps a capital that means
/// something: `capital` says that it opens neither the sentence nor every word of it.
pub fn base(word: &str, tag: Tag, pos: Pos, capital: bool) -> CompactString {
    let nominal = matches!(pos, Pos::Adj | Pos::Noun) && capital;
    if pos != Pos::Propn && !matches!(tag, Tag::Nnp | Tag::Nnps) && !nominal {
        return lower(word);
    }
    let mut letters = word.chars();
    match letters.next().filter(|first| pos == Pos::Propn && first.is_lowercase()) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => word.into(),
    }
}

fn lower(word: &str) -> CompactString {
    if !word.is_ascii() {
        return word.to_lowercase().into();
    }
    let mut lower = CompactString::new(word);
    lower.make_ascii_lowercase();
    lower
}

/// For each word, whether its capital would mean something: the sentence is written as in print and the word does not open it.
pub fn capitals(words: &[&str]) -> Vec<bool> {
    let first = words.iter().position(|word| word.chars().any(char::is_alphanumeric)).unwrap_or(0);
    let mixed = Case::of(words) == Case::Mixed;
    (0..words.len()).map(|i| mixed && i > first).collect()
}

/// The keys under which a way may be found, the most telling first: the whole word, then its endings from the longest to none.
pub fn keys(base: &str, tag: Tag, pos: Pos) -> impl Iterator<Item = u64> {
    let class = (tag as u64) << 8 | pos as u64;
    let longest = base.char_indices().rev().map(|(at, _)| at).nth(ENDING - 1).unwrap_or(0);
    let starts = (longest..=base.len()).filter(|&at| base.is_char_boundary(at));
    let endings = starts.map(move |at| mix(2, hash(base[at..].bytes()), class));
    std::iter::once(mix(1, hash(base.bytes()), class)).chain(endings)
}
