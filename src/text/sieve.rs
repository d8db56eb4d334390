//! A sieve before a sorted list of words: most words that are not in it are told at a glance, by their first letter, their last and their length.

/// For each first letter, the lengths and last letters of the words that begin with it, as bits.
pub(super) struct Sieve([u64; LETTERS]);

/// Letters are told apart by their lowest bits, which small letters and capitals have in common.
const LETTERS: usize = 32;

impl Sieve {
    /// The sieve that no word passes.
    pub const EMPTY: Self = Self([0; LETTERS]);

    /// The sieve that some words pass.
    pub const fn of(words: &[&str]) -> Self {
        let (mut sieve, mut i) = (Self::EMPTY, 0);
        while i < words.len() {
            sieve = sieve.with(words[i]);
            i += 1;
        }
        sieve
    }

    /// The sieve that `word` passes too.
    pub const fn with(mut self, word: &str) -> Self {
        if let Some(first) = word.as_bytes().first() {
            self.0[*first as usize % LETTERS] |= 1 << class(word);
        }
        self
    }

    /// Whether `word`, in small letters or capitals, may be in the list.
    pub fn passes(&self, word: &str) -> bool {
        word.as_bytes().first().is_some_and(|&first| self.0[usize::from(first) % LETTERS] >> class(word) & 1 == 1)
    }
}

/// The class of a word's length and last letter.
const fn class(word: &str) -> usize {
    let last = match word.as_bytes().last() {
        Some(last) => *last as usize % LETTERS,
        None => 0,
    };
    (word.len() + 11 * last) % 64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lets_its_words_pass() {
        let long = "a".repeat(40);
        let words = ["an", "the", "été", &long];
        let sieve = Sieve::of(&words);
        assert!(words.iter().all(|word| sieve.passes(word)));
        assert!(["", "a", "ant", "he"].iter().all(|word| !sieve.passes(word)));
    }
}
