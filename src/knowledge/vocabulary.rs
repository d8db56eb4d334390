//! The vocabulary of a document: its words as they stand there, for spelling and completion.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::knowledge::initials::Initials;
use crate::text::fold::fold;
use crate::text::slots::Slots;
use crate::text::spelling::{Distance, nearest};

/// A document's words, sorted by their folded form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Vocabulary {
    words: Vec<Entry>,
    /// Where they stand.
    #[serde(skip)]
    slots: Slots,
    /// Its abbreviations and what they may stand for.
    pub initials: Initials,
}

/// What was seen of a word.
#[derive(Default)]
struct Seen {
    form: String,
    count: u32,
    /// Without a capital.
    small: bool,
    /// With a capital inside a sentence.
    inner: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Entry {
    folded: String,
    /// The form that stands first in the document.
    form: String,
    count: u32,
    /// Always capitalised, and not only at the beginning of sentences.
    name: bool,
}

impl Vocabulary {
    /// The vocabulary of words given in the order of the text, each with whether it opens a sentence.
    pub fn new<'a>(words: impl Iterator<Item = (&'a str, bool)>, initials: Initials) -> Self {
        let mut map: BTreeMap<String, Seen> = BTreeMap::new();
        for (word, opens) in words.filter(|(w, _)| w.chars().any(char::is_alphabetic)) {
            let seen = map.entry(fold(word).into_owned()).or_insert_with(|| Seen { form: word.to_string(), ..Seen::default() });
            seen.count += 1;
            let capital = word.chars().any(char::is_uppercase);
            seen.small |= !capital;
            if capital && !opens && !seen.inner {
                seen.inner = true;
                seen.form = word.to_string();
            }
        }
        let entry = |(folded, seen): (String, Seen)| Entry { folded, form: seen.form, count: seen.count, name: seen.inner && !seen.small };
        Self { words: map.into_iter().map(entry).collect(), slots: Slots::default(), initials }
    }

    /// The form of a folded word, if it is (part of) a name in the document.
    pub fn name(&self, folded: &str) -> Option<&str> {
        self.entry(folded).filter(|e| e.name).map(|e| e.form.as_str())
    }

    /// Whether a folded word is (part of) a name in the document.
    pub fn is_name(&self, folded: &str) -> bool {
        self.name(folded).is_some()
    }

    /// The form in which the document has a folded word, and whether it is (part of) a name; `None` where it does not have it.
    pub fn word(&self, folded: &str) -> Option<(&str, bool)> {
        self.entry(folded).map(|e| (e.form.as_str(), e.name))
    }

    fn entry(&self, folded: &str) -> Option<&Entry> {
        self.slots.find(folded, self.words.len(), |i| &self.words[i].folded).map(|i| &self.words[i])
    }

    /// Whether the document has a word, given folded.
    pub fn has(&self, folded: &str) -> bool {
        self.entry(folded).is_some()
    }

    /// The document's word nearest to a folded one, if near enough to be what was meant, with its distance. Of several, the nearest, then the more
    /// frequent, then the first in the alphabet. `names`: only names count.
    pub fn nearest(&self, folded: &str, names: bool) -> Option<(Distance, &str)> {
        let rank = |i: usize| (self.words[i].name || !names).then(|| Reverse(self.words[i].count));
        let (distance, i) = nearest(folded, self.words.len(), |i| &self.words[i].folded, rank)?;
        Some((distance, &self.words[i].form))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_word_that_was_meant() {
        let vocabulary = Vocabulary::new(
            "The mayor of Élancourt opened Brannigan Hall in the mayor's town".split(' ').map(|w| (w, w == "The")),
            Initials::default(),
        );
        let check =
            |word: &str, expected: Option<&str>| assert_eq!(vocabulary.nearest(word, false).map(|(_, form)| form), expected, "{word}");
        check("mayer", Some("mayor"));
        check("elancuort", Some("Élancourt"));
        check("branigan", Some("Brannigan"));
        check("hal", Some("Hall"));
        check("had", None);
        check("bannigan", Some("Brannigan"));
        check("dentist", None);
        assert!(vocabulary.has("elancourt"));
        assert!(vocabulary.is_name("elancourt") && !vocabulary.is_name("the") && !vocabulary.is_name("mayor"));
    }
}
