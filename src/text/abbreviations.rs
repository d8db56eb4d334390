//! English abbreviations and the words that open sentences: the data by which a full stop is read.
//!
//! The lists are `knowledge/english/abbreviations.txt` (a word and its [`Abbreviation`] a line) and `knowledge/english/openers.txt`
//! (capitalised words that begin sentences far more often than names). Both are sorted by byte and looked up by binary search.

use std::sync::LazyLock;

static ABBREVIATIONS: LazyLock<Vec<(&str, Abbreviation)>> =
    LazyLock::new(|| include_str!("../../knowledge/english/abbreviations.txt").lines().filter_map(entry).collect());
static OPENERS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("../../knowledge/english/openers.txt").lines().collect());

/// What the full stop after an abbreviation may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abbreviation {
    /// It never ends a sentence: something that belongs to it follows (`Prof.`, `Mt.`, `vol.`, `e.g.`).
    Title,
    /// It ends a sentence unless a number follows (`No.`, `p.`, `c.`, `Jan.`).
    Number,
    /// It ends a sentence only before a word that opens sentences (`Inc.`, `Jr.`, `etc.`).
    Middle,
}

/// What kind of abbreviation `word` is, written without its last full stop and in the usual case.
pub fn abbreviation(word: &str) -> Option<Abbreviation> {
    let found = ABBREVIATIONS.binary_search_by(|(known, _)| (*known).cmp(word)).ok()?;
    Some(ABBREVIATIONS[found].1)
}

/// Whether `word`, capitalised, is one that opens sentences: an article, a pronoun, a preposition, a conjunction and the like.
pub fn opens_sentences(word: &str) -> bool {
    OPENERS.binary_search(&word).is_ok()
}

fn entry(line: &str) -> Option<(&str, Abbreviation)> {
    let (word, kind) = line.split_once(' ')?;
    let kind = match kind {
        "title" => Abbreviation::Title,
        "number" => Abbreviation::Number,
        "middle" => Abbreviation::Middle,
        _ => return None,
    };
    Some((word, kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_an_entry() {
        for line in include_str!("../../knowledge/english/abbreviations.txt").lines() {
            assert!(entry(line).is_some(), "{line}");
        }
    }

    #[test]
    fn the_lists_are_sorted_and_say_nothing_twice() {
        assert!(ABBREVIATIONS.is_sorted_by(|(a, _), (b, _)| a < b));
        assert!(OPENERS.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn finds_words_in_their_usual_case() {
        assert_eq!(abbreviation("Prof"), Some(Abbreviation::Title));
        assert_eq!(abbreviation("No"), Some(Abbreviation::Number));
        assert_eq!(abbreviation("etc"), Some(Abbreviation::Middle));
        assert_eq!(abbreviation("sun"), None);
        assert!(opens_sentences("However"));
        assert!(!opens_sentences("Government"));
    }
}
