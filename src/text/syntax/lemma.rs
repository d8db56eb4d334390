//! Lemmas: the ending of a word and its tag choose how many letters to cut and what to put instead; irregular words choose as wholes.

use compact_str::CompactString;

use super::super::wordnet::{Pos as Part, base_form};
use super::features::{Case, hash, mix};
use super::lexicon::{Lexicon, Trait, Traits, key};
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
    lexicon: Lexicon<'a>,
}

impl<'a> Lemmatiser<'a> {
    /// The lemmatiser of a model.
    pub fn new(model: Model<'a>) -> Self {
        let ways = model.table(Section::LemmaSlots, SCRIPT_BITS);
        Self { ways, scripts: model.section(Section::LemmaScripts), lexicon: Lexicon::new(model) }
    }

    /// The lemma of `word`; `capital` as for [`base`].
    pub fn lemma(&self, word: &str, tag: Tag, pos: Pos, capital: bool) -> CompactString {
        let base = base(word, tag, pos, capital, self.lexicon);
        let mut keys = keys(&base, tag, pos);
        match keys.next().and_then(|whole| self.script(whole)) {
            Some(script) => with(&base, script),
            None => self.by_ending(&base, tag, keys),
        }
    }

    /// The lemmas of a sentence.
    pub fn lemmas(&self, words: &[&str], tags: &[(Tag, Pos)]) -> Vec<CompactString> {
        let capitals = capitals(words);
        words.iter().zip(tags).zip(capitals).map(|((word, &(tag, pos)), capital)| self.lemma(word, tag, pos, capital)).collect()
    }

    /// The lemma of a word that does not choose as a whole: by its ending; where that gives no known word and another ending does, by that one.
    fn by_ending(&self, base: &str, tag: Tag, mut keys: impl Iterator<Item = u64>) -> CompactString {
        let lemma = keys.find_map(|key| self.script(key)).map_or_else(|| base.into(), |script| with(base, script));
        let (traits, part) = match tag {
            Tag::Vbg | Tag::Vbd | Tag::Vbn | Tag::Vbz => (Trait::Verb.bit(), Part::Verb),
            Tag::Nns => (Trait::Noun.bit(), Part::Noun),
            Tag::Jjr | Tag::Jjs => (Trait::Adjective.bit(), Part::Adjective),
            _ => return lemma,
        };
        // "Begun" has no ending of its tag: it is an irregular form.
        let irregular = matches!(tag, Tag::Vbd | Tag::Vbn) && !base.ends_with("ed");
        let known = self.lexicon.set(key(&lemma)) & traits != 0 && !lacks_last_letter(base, &lemma) && !irregular;
        let other = || base_form(base, part).filter(|other| *other != base);
        if known { lemma } else { other().map_or(lemma, CompactString::from) }
    }

    fn script(&self, key: u64) -> Option<&'a [u8]> {
        let start = self.ways.find(key).checked_sub(1)? as usize * SCRIPT_BYTES;
        self.scripts.get(start..start + SCRIPT_BYTES)
    }
}

/// "fined" is of "fine", not of "fin": whether a short lemma would double its last letter before the ending, and is a verb with an "e" more.
fn lacks_last_letter(base: &str, lemma: &str) -> bool {
    let is_vowel = |&letter: &u8| b"aeiou".contains(&letter);
    let [start @ .., vowel, last] = lemma.as_bytes() else { return false };
    let short = !start.is_empty() && !start.iter().any(is_vowel) && is_vowel(vowel) && !is_vowel(last) && !b"wxy".contains(last);
    let rest = base.strip_prefix(lemma);
    short && matches!(rest, Some("ed" | "ing")) && base_form(base, Part::Verb).is_some_and(|other| other.strip_suffix('e') == Some(lemma))
}

/// The lemma that a way makes of `base`, if it leaves something of it.
fn with(base: &str, script: &[u8]) -> CompactString {
    let (cut, add) = (usize::from(script[0]), usize::from(script[1]));
    let add = script.get(2..2 + add).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("");
    match base.len().checked_sub(cut).and_then(|keep| base.get(..keep)) {
        Some(kept) if kept.len() + add.len() > 0 => [kept, add].concat().into(),
        _ => base.into(),
    }
}

/// What a lemma is made from: a name with its capital, an address as it stands, a number without commas between its digits, other words in lower case.
/// `capital` says that a capital would mean something, see [`capitals`].
pub fn base(word: &str, tag: Tag, pos: Pos, capital: bool, lexicon: Lexicon) -> CompactString {
    let traits = || lexicon.set(key(word));
    let one = || word.chars().nth(1).is_none();
    match (tag, pos) {
        (Tag::Add, _) => word.into(),
        (Tag::Nnp | Tag::Nnps, _) | (_, Pos::Propn) => name(word, pos, capital, traits()),
        (Tag::Cd, Pos::Num) if word.contains(',') => without_commas(word),
        (_, Pos::Noun) if capital && one() => word.into(),
        (_, Pos::Adj) if belongs_to_name(traits()) => with_one_capital(word),
        (_, Pos::Adj) if capital && (one() || traits() == 0) && !is_upper(word) => word.into(),
        _ => lower(word),
    }
}

/// A name as it is usually spelt: with a capital; with one only, where all its letters are capitals without it being an abbreviation.
fn name(word: &str, pos: Pos, capital: bool, traits: Traits) -> CompactString {
    let letters = word.chars().count();
    if is_upper(word) {
        let spelt_out = letters > 4 && (traits != 0 || !capital);
        let common = letters > 2 && !capital && traits & Trait::Noun.bit() != 0;
        let given = letters > 2 && traits & Trait::GivenName.bit() != 0;
        return if spelt_out || common || given { with_one_capital(word) } else { word.into() };
    }
    let small = word.chars().all(char::is_lowercase);
    if pos == Pos::Propn && small && letters > 2 { with_one_capital(word) } else { word.into() }
}

/// Whether a word is only ever written with a capital, as "Tunisian" is, and no verb or noun that may be without.
fn belongs_to_name(traits: Traits) -> bool {
    let small = Trait::Noun.bit() | Trait::Verb.bit() | Trait::Adjective.bit() | Trait::Adverb.bit() | Trait::FunctionWord.bit();
    traits & Trait::Group.bit() != 0 && traits & small == 0
}

/// Whether a word has two capitals or more and no small letter.
fn is_upper(word: &str) -> bool {
    !word.chars().any(char::is_lowercase) && word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// "PARIS" and "paris" to "Paris".
fn with_one_capital(word: &str) -> CompactString {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}

/// "1,800" to "1800".
fn without_commas(word: &str) -> CompactString {
    let thousands = word.split(',').skip(1).all(|group| group.bytes().take_while(u8::is_ascii_digit).count() == 3);
    word.chars().filter(|&c| !thousands || c != ',').collect()
}

/// The word in lower case.
pub fn lower(word: &str) -> CompactString {
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
