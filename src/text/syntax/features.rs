//! What the tagger and the parser see of a word's letters, hashed once per word; and the mixing of such hashes into features.

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// Mixes a template's number and two values into a feature.
#[inline]
pub fn mix(template: u64, a: u64, b: u64) -> u64 {
    let h = (template.wrapping_mul(MULTIPLIER) ^ a).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    let h = (h ^ (h >> 32) ^ b.rotate_left(23)).wrapping_mul(0xCA6B_27D4_C3F5_1D2B);
    h ^ (h >> 29)
}

/// The hash of some bytes.
pub fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(MULTIPLIER, step)
}

fn step(h: u64, byte: u8) -> u64 {
    let h = (h ^ u64::from(byte)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    h ^ (h >> 32)
}

/// How a sentence is written; capitals say little where there are only capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// As in print.
    Mixed,
    /// No capital anywhere.
    Lower,
    /// Nearly every word has a capital.
    Title,
    /// No small letter anywhere.
    Upper,
}

impl Case {
    /// How the words are written.
    pub fn of<W: AsRef<str>>(words: &[W]) -> Self {
        let first = |w: &&W| w.as_ref().chars().next().filter(|c| c.is_alphabetic());
        let letters = words.iter().filter(|w| first(w).is_some()).count();
        let capitals = words.iter().filter(|w| first(w).is_some_and(char::is_uppercase)).count();
        let small = words.iter().any(|w| w.as_ref().chars().any(char::is_lowercase));
        match (letters, capitals) {
            (_, 0) => Self::Lower,
            _ if !small => Self::Upper,
            (3.., _) if 3 * capitals >= 2 * letters && capitals + 2 >= letters.min(5) => Self::Title,
            _ => Self::Mixed,
        }
    }
}

/// How many letters of a word's ending are hashed.
pub const SUFFIX: usize = 5;

/// How many letters of a word's beginning are hashed.
pub const PREFIX: usize = 4;

/// A word's letters as hashes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Form {
    /// The word in lower case with its digits made alike.
    pub lower: u64,
    /// The first letters, one to [`PREFIX`].
    pub prefix: [u64; PREFIX],
    /// The last letters, one to [`SUFFIX`]; the whole word where it is shorter.
    pub suffix: [u64; SUFFIX],
    /// Its shape, "Xxx" as `Xx`, "3.67" as `0.0`, with how the sentence is written.
    pub shape: u64,
    /// What dictionaries and lists say of it, see [`super::lexicon`].
    pub traits: u64,
}

impl Form {
    /// Reads a word of a sentence written as `case`; its traits are left empty.
    pub fn new(word: &str, case: Case) -> Self {
        // Currencies are written alike, and the treebank knows one well.
        let word = if matches!(word, "€" | "£" | "¥") { "$" } else { word };
        let mut buffer = [0_u8; 64];
        let mut length = 0;
        let mut form = Self { lower: MULTIPLIER, ..Self::default() };
        let (mut bare, mut last, mut run) = (1, ' ', 0);
        for c in word.chars() {
            let kind = kind(c);
            run = if kind == last { run + 1 } else { 1 };
            if run <= 2 || c.is_ascii_punctuation() && run <= 3 {
                bare = step(bare, kind as u32 as u8);
            }
            last = kind;
            let small = if c.is_ascii() { small_ascii(c) } else { c.to_lowercase().next().unwrap_or(c) };
            let mut utf8 = [0; 4];
            for &byte in small.encode_utf8(&mut utf8).as_bytes() {
                form.lower = step(form.lower, byte);
                if length < PREFIX {
                    form.prefix[length] = form.lower;
                }
                if length == buffer.len() {
                    buffer.copy_within(32.., 0);
                    length = 32;
                }
                buffer[length] = byte;
                length += 1;
            }
        }
        let mut h = !MULTIPLIER;
        for i in 0..SUFFIX {
            if i < length {
                h = step(h, buffer[length - 1 - i]);
            }
            form.suffix[i] = h;
        }
        form.shape = step(bare, case as u8);
        form
    }
}

fn small_ascii(c: char) -> char {
    if c.is_ascii_digit() { '0' } else { c.to_ascii_lowercase() }
}

/// The class of a letter in a shape.
fn kind(c: char) -> char {
    match c {
        '0'..='9' => '0',
        'a'..='z' => 'x',
        'A'..='Z' => 'X',
        _ if c.is_ascii() => c,
        _ if c.is_uppercase() => 'X',
        _ if c.is_alphabetic() => 'x',
        _ if c.is_numeric() => '0',
        '–' | '—' => '-',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        _ => '?',
    }
}
