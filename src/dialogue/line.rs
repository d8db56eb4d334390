//! A line: a text with its reading, its words in lower case, and the questions that the rest of the dialogue puts to them.

use crate::text::{Pos, Reading, Relation, Span, Tag, read};

/// A text that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// Its words; their spans lie in `text`.
    pub reading: Reading,
    /// Each word in lower case.
    pub lower: Vec<String>,
}

impl Line {
    /// Reads a text.
    pub fn new(text: &str) -> Self {
        Self::of(text.to_string(), read(text))
    }

    /// A text whose reading is known.
    pub fn of(text: String, reading: Reading) -> Self {
        let lower = reading.words.iter().map(|word| word.span.of(&text).to_lowercase()).collect();
        Self { text, reading, lower }
    }

    /// The number of words, marks included.
    pub fn len(&self) -> usize {
        self.lower.len()
    }

    /// A word in lower case; empty beyond the end.
    pub fn lower(&self, i: usize) -> &str {
        self.lower.get(i).map_or("", String::as_str)
    }

    /// A word's Penn tag.
    pub fn tag(&self, i: usize) -> Option<Tag> {
        self.reading.words.get(i).map(|word| word.tag)
    }

    /// A word's part of speech; punctuation beyond the end.
    pub fn pos(&self, i: usize) -> Pos {
        self.reading.words.get(i).map_or(Pos::Punct, |word| word.pos)
    }

    /// Where the words from `start` up to, not including, `end` stand.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let words = &self.reading.words;
        match (words.get(start), end.checked_sub(1).and_then(|last| words.get(last))) {
            (Some(first), Some(last)) if start < end => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The words from `start` up to, not including, `end`, as written.
    pub fn part(&self, start: usize, end: usize) -> &str {
        self.span(start, end).of(&self.text)
    }

    /// One past the last word that is no mark.
    pub fn end(&self) -> usize {
        (0..self.len()).rev().find(|&i| self.pos(i) != Pos::Punct).map_or(0, |i| i + 1)
    }

    /// Whether word `i` hangs on its head by `relation` or a subtype of it.
    pub fn is(&self, i: usize, relation: Relation) -> bool {
        self.reading.is(i, relation)
    }

    /// Whether a word begins with a capital that is not due to its place.
    pub fn is_capital(&self, i: usize) -> bool {
        i > 0 && self.reading.words.get(i).is_some_and(|w| w.span.of(&self.text).chars().next().is_some_and(char::is_uppercase))
    }
}

/// A text with its first letter a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text without the capital that the beginning of a sentence gave it.
pub fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let abbreviated = letters.clone().next().is_some_and(char::is_uppercase);
    if abbreviated { text.to_string() } else { first.to_lowercase().chain(letters).collect() }
}

/// The words that ask.
pub fn is_wh(word: &str) -> bool {
    matches!(word, "who" | "whom" | "whose" | "what" | "which" | "when" | "where" | "whereabouts" | "why" | "how")
}

/// Whether a word is an auxiliary or a form of "be".
pub fn is_auxiliary(word: &str) -> bool {
    is_be(word)
        || is_do(word)
        || matches!(
            word,
            "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "can"
                | "could"
                | "shall"
                | "should"
                | "may"
                | "might"
                | "must"
                | "'d"
                | "'ll"
                | "ca"
                | "wo"
        )
}

/// Whether a word is a finite form of "be".
pub fn is_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "am" | "'s" | "'re")
}

/// Whether a word is a verb of calling somebody or something by a name, in any form.
pub fn is_calling(word: &str) -> bool {
    matches!(word, "call" | "calls" | "called" | "named" | "nickname" | "nicknames" | "nicknamed" | "dub" | "dubbed")
}

/// Whether a word is a finite form of "do".
pub fn is_do(word: &str) -> bool {
    matches!(word, "do" | "does" | "did")
}

/// Pieces of text joined by one blank, empty ones left out.
pub fn join<'a>(pieces: impl IntoIterator<Item = &'a str>) -> String {
    let kept: Vec<&str> = pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()).collect();
    kept.join(" ").replace(" ,", ",")
}
