//! Word vectors: how alike the company is that two words keep, so that a paraphrase may count as evidence.
//!
//! The table (`knowledge/english/vectors`, with its source, licence and format) is read where it stands in the program: nothing is loaded.

/// How many numbers a vector has.
pub const WIDTH: usize = 64;

/// What a vector of length 1 is multiplied by before its numbers are rounded.
pub const SCALE: f32 = 180.0;

use super::slots::{self, FREE, hash, hash_of, slot_count};
use super::spelling::{Distance, distance};

const TABLE: &[u8] = include_bytes!("../../knowledge/english/vectors/vectors.bin");

/// Where the words stand.
#[allow(long_running_const_eval, reason = "a long table")]
static SLOTS: [u32; slot_count(count())] = {
    let (mut slots, mut row) = ([FREE; slot_count(count())], 0);
    while row < count() {
        let (start, end) = place_of(row);
        slots::note(&mut slots, hash(TABLE, start, end), row);
        row += 1;
    }
    slots
};

/// A word's number in the table.
pub type Row = u32;

/// A vector, wide enough to be multiplied.
pub type Vector = [i16; WIDTH];

/// How many words there are.
const fn count() -> usize {
    number(0)
}

const fn number(place: usize) -> usize {
    let at = place * 4;
    u32::from_le_bytes([TABLE[at], TABLE[at + 1], TABLE[at + 2], TABLE[at + 3]]) as usize
}

/// Where the word of a row stands: after the count and the offsets come the vectors, then the words.
const fn place_of(row: usize) -> (usize, usize) {
    let words = (count() + 2) * 4 + count() * WIDTH;
    (words + number(row + 1), words + number(row + 2))
}

/// The word of a row.
fn word(row: usize) -> &'static [u8] {
    let (start, end) = place_of(row);
    TABLE.get(start..end).unwrap_or_default()
}

/// All words, row by row.
pub fn words() -> impl Iterator<Item = &'static str> {
    (0..count()).map(|row| std::str::from_utf8(word(row)).unwrap_or_default())
}

/// The row of a folded word, if it has a vector.
pub fn row(folded: &str) -> Option<Row> {
    slots::find(&SLOTS, hash_of(folded), |row| word(row) == folded.as_bytes()).map(|row| row as Row)
}

/// Where a word stands, or would stand.
fn place(folded: &[u8]) -> usize {
    let (mut low, mut high) = (0, count());
    while low < high {
        let middle = low + (high - low) / 2;
        if word(middle) < folded {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// The common word nearest to a misspelt one of five letters or more, if near enough to be what was meant, with its distance. The first two letters
/// are taken for right.
pub fn nearest(folded: &str) -> Option<(Distance, &'static str)> {
    let start = folded.get(..2).filter(|_| folded.len() > 4)?;
    let first = place(start.as_bytes());
    let words = (first..count()).map(word).take_while(|word| word.starts_with(start.as_bytes()));
    let words = words.filter_map(|word| std::str::from_utf8(word).ok());
    words.filter_map(|word| distance(folded, word).map(|d| (d, word))).min()
}

/// The numbers of a row; none for a row that is not in the table.
fn numbers(row: Row) -> &'static [u8] {
    let start = (count() + 2) * 4 + row as usize * WIDTH;
    TABLE.get(start..start + WIDTH).unwrap_or_default()
}

/// The vector of a row.
pub fn vector(row: Row) -> Vector {
    let mut vector = [0; WIDTH];
    for (wide, byte) in vector.iter_mut().zip(numbers(row)) {
        *wide = i16::from(*byte as i8);
    }
    vector
}

/// The cosine of two vectors with this product: 1 for the same direction, about 0 for words that have nothing to do with each other.
pub fn cosine(product: i32) -> f32 {
    product as f32 / (SCALE * SCALE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_subject_are_alike() {
        let numbers = |word: &str| vector(row(word).expect("known")).map(i32::from);
        let alike = |a: &str, b: &str| cosine(numbers(a).iter().zip(numbers(b)).map(|(a, b)| a * b).sum());
        for (a, b, c) in [("salary", "wage", "river"), ("doctor", "physician", "violin"), ("town", "village", "theory")] {
            assert!(alike(a, b) > alike(a, c) + 0.3, "{a}: {b} {}, {c} {}", alike(a, b), alike(a, c));
            assert!((alike(a, a) - 1.0).abs() < 0.05);
        }
    }

    #[test]
    fn unknown_words_have_none() {
        assert_eq!(row("qwrtzplk"), None);
        assert_eq!(row(""), None);
        assert_eq!(vector(Row::MAX), [0; WIDTH]);
    }
}
