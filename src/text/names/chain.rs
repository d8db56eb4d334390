//! Joins words to names: capitalised words, the particles inside them, initials, titles, digits.

use super::evidence::regnal;
use super::gazetteer::{self, function_word, noun, title};
use super::words::Word;
use super::{NameKind, Proper};
use crate::text::fold::fold;
use crate::text::{Reading, wordnet};

/// Small words inside names of people and places; a name may begin with those of [`FIRST`].
const PARTICLES: &[&str] = &[
    "al", "ben", "bin", "d", "da", "dal", "das", "de", "degli", "dei", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el",
    "en", "et", "ibn", "la", "le", "les", "sur", "ter", "ul", "upon", "van", "von", "zu", "à",
];

/// Particles that begin a name: "de Brouck", "van Hees".
const FIRST: &[&str] = &["al", "bin", "da", "de", "del", "della", "der", "di", "du", "el", "ibn", "ter", "van", "von"];

/// Particles that no English phrase holds: a small word after one of them belongs to the name, too ("Regard sur images").
const FOREIGN: &[&str] = &["aux", "das", "de", "del", "della", "der", "des", "di", "du", "les", "sur", "und", "à"];

/// What follows "the" after a ruler's or a painter's name.
const EPITHETS: &[&str] = &[
    "Bald",
    "Bold",
    "Confessor",
    "Conqueror",
    "Elder",
    "Fair",
    "Good",
    "Great",
    "Impaler",
    "Lionheart",
    "Magnificent",
    "Pious",
    "Terrible",
    "Wise",
    "Younger",
];

/// Owners whose institutions are named after them: "People's Democratic Party".
const OWNERS: &[&str] = &["Children", "King", "Men", "People", "Queen", "Women", "Workers"];

/// The longest name, in words.
const LONGEST: usize = 20;

/// A run of words that names one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chain {
    pub first: usize,
    /// The word after the last.
    pub end: usize,
}

/// The words with the text they stand in.
pub(super) struct Line<'t> {
    pub text: &'t str,
    pub words: Vec<Word>,
    /// What a reading says of each word, where there is one.
    pub proper: Vec<Proper>,
    /// The reading, where there is one.
    pub reading: Option<&'t Reading>,
}

impl<'t> Line<'t> {
    /// The word at `i` as written; empty outside.
    pub fn raw(&self, i: usize) -> &'t str {
        self.words.get(i).map_or("", |word| word.span.of(self.text))
    }

    /// Whether a name may hold the word at `i` as one of its own.
    pub fn named(&self, i: usize) -> bool {
        let Some(word) = self.words.get(i) else { return false };
        match self.proper.get(i) {
            Some(Proper::Yes) => true,
            _ if self.text[word.span.end..].starts_with('$') => false,
            _ => match self.raw(i) {
                "I" => word.near && i > 0 && (self.raw(i + 1) == "of" || self.after_king(i)),
                raw => word.capital && !raw.starts_with("I'") && !raw.starts_with("I’"),
            },
        }
    }

    /// Whether the "I" at `i` is a ruler's number and no pronoun: a given name stands before it and no verb but a form of "be" or "have" follows.
    fn after_king(&self, i: usize) -> bool {
        let next = self
            .words
            .get(i + 1)
            .is_some_and(|word| word.near && !word.capital && !matches!(self.raw(i + 1), "was" | "had" | "and" | "in"));
        gazetteer::given_name(self.raw(i - 1)).is_some() && !next
    }

    fn near(&self, i: usize) -> bool {
        self.words.get(i).is_some_and(|word| word.near)
    }

    /// The chain that begins at `i`, if a name can begin there.
    pub fn chain(&self, i: usize) -> Option<Chain> {
        let led = FIRST.contains(&self.raw(i)) && self.near(i + 1) && self.named(i + 1) && !self.words.get(i + 1)?.acronym;
        let (first, mut end) = match (self.named(i), led) {
            (true, _) => (i, i + 1),
            (false, true) => (i, i + 2),
            (false, false) => return None,
        };
        while let Some(next) = self.link(first, end).filter(|next| next - first <= LONGEST) {
            end = next;
        }
        Some(Chain { first, end })
    }

    /// The end of the chain `first..end` with the next word or the next particles and word, if they belong to it.
    fn link(&self, first: usize, end: usize) -> Option<usize> {
        if !self.near(end) {
            return self.linked_gap(end);
        }
        if self.named(end) {
            return (!self.sentence_word(first, end)).then_some(end + 1);
        }
        if self.is_foreign(end) {
            return Some(end + 1);
        }
        if self.words[end].digit {
            return self.numbered(first, end).then_some(end + 1);
        }
        let inner = match self.raw(end) {
            "of" | "for" => self.takes_of(first, end),
            "and" => self.takes_and(first, end),
            "the" => EPITHETS.contains(&self.raw(end + 1)),
            small => PARTICLES.contains(&small) && self.words[end - 1].span.len() > 1,
        };
        let mut at = end + 1;
        while inner && self.near(at) && !self.named(at) && (self.raw(at) == "the" || PARTICLES.contains(&self.raw(at))) && at < end + 4 {
            at += 1;
        }
        (inner && self.near(at) && (self.named(at) || self.is_foreign(at))).then_some(at + 1)
    }

    /// Whether a small word is none of English, as in the names of other languages: "Main ouvrière", "Union paysanne révoltée", "Regard sur images".
    pub fn is_foreign(&self, i: usize) -> bool {
        let raw = self.raw(i);
        if !self.near(i) || i == 0 || raw.chars().count() < 3 || !raw.chars().all(char::is_lowercase) {
            return false;
        }
        let accented = |i: usize| self.raw(i).chars().any(|c| c.is_alphabetic() && !c.is_ascii());
        let named_before = |i: usize| i > 1 && (self.named(i - 2) || accented(i - 2) || self.is_foreign(i - 2));
        // "Rêve pas à la mer", whatever "pas" is in English.
        let opens = || self.named(i - 1) && self.near(i + 1) && self.raw(i + 1) == "à";
        let inflected = ["ed", "ing", "ly", "s"].iter().any(|ending| raw.ends_with(ending));
        let unknown = || (accented(i) || accented(i - 1) && !inflected) && !PARTICLES.contains(&raw) && !wordnet::is_word(&fold(raw));
        let strange = |i: usize| !wordnet::is_word(&fold(self.raw(i))) && !PARTICLES.contains(&self.raw(i));
        let between =
            || strange(i) && (self.named(i - 1) && self.near(i + 1) && accented(i + 1) && strange(i + 1) || self.is_foreign(i - 1));
        (FOREIGN.contains(&self.raw(i - 1)) && named_before(i) || unknown() || between() || opens()) && !function_word(raw)
    }

    /// "Harker & Sons", "Queen's College", "Bakers' Union": a gap that a name bridges.
    fn linked_gap(&self, end: usize) -> Option<usize> {
        let (last, next) = (self.words.get(end - 1)?, self.words.get(end)?);
        let gap = self.text.get(last.span.end..next.span.start)?;
        let thing = |i: usize| matches!(noun(self.raw(i)), Some(NameKind::Organisation | NameKind::Place | NameKind::Work));
        let institution = thing(end) || OWNERS.contains(&self.raw(end - 1)) && self.near(end + 1) && thing(end + 1);
        let several = self.raw(end - 1).ends_with('s') && matches!(gap, "' " | "’ ");
        let owned = (several || last.possessive && matches!(gap, "'s " | "’s ")) && institution;
        let company =
            matches!(gap, " & ") || matches!(gap, ", ") && matches!(self.raw(end), "Inc." | "Inc" | "Ltd." | "Ltd" | "Jr." | "Sr." | "LLC");
        (self.named(end) && (owned || company)).then_some(end + 1)
    }

    /// Whether the word at `end` begins something new although it has a capital: a chain's first word opened the sentence and is none.
    fn sentence_word(&self, first: usize, end: usize) -> bool {
        let start = &self.words[first];
        first + 1 == end && start.opens && !start.pointed && (function_word(self.raw(first)) || self.proper.get(first) == Some(&Proper::No))
    }

    /// "Channel 4", "Apollo 11", but not "Paris 200 people".
    fn numbered(&self, first: usize, end: usize) -> bool {
        let counted = self.near(end + 1) && !self.named(end + 1) && self.raw(end + 1).ends_with('s') && self.raw(end + 1).len() > 3;
        let dated = crate::text::values::calendar::MONTHS.contains(&self.raw(end - 1)) || function_word(self.raw(first));
        self.raw(end).len() <= 3 && !counted && !dated && self.raw(end).bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether "of" goes on with the name: after a kind of institution, place, event, work or office.
    fn takes_of(&self, first: usize, end: usize) -> bool {
        let last = self.raw(end - 1);
        let office = title(last).is_some()
            && self.raw(end) == "of"
            && (first..end).all(|i| title(self.raw(i)).is_some() || super::BEFORE_TITLE.contains(&self.raw(i)));
        let king = regnal(last) && end > first + 1 && self.raw(end) == "of";
        let thing = noun(last).is_some_and(|kind| kind != NameKind::Person);
        let institution = noun(self.raw(first)).or_else(|| noun(self.raw(first + 1))) == Some(NameKind::Organisation);
        let further = institution && (first + 1..end).any(|i| matches!(self.raw(i), "of" | "for"));
        office || king || thing || further || matches!(last, "Republics" | "Lords" | "Commons" | "Rights" | "Bachelor" | "Master")
    }

    /// Whether "and" goes on with the name: "Ministry of Trade and Industry", "Trinidad and Tobago".
    fn takes_and(&self, first: usize, end: usize) -> bool {
        if !(self.near(end + 1) && self.named(end + 1)) {
            return false;
        }
        let span = self.words[first].span.cover(self.words[end + 1].span);
        if gazetteer::place(span.of(self.text)).is_some() {
            return true;
        }
        let institution = matches!(
            self.raw(first),
            "Ministry"
                | "Department"
                | "Institute"
                | "Faculty"
                | "Academy"
                | "Museum"
                | "Bureau"
                | "Office"
                | "Board"
                | "Secretary"
                | "Minister"
        );
        let two_places = gazetteer::place(self.raw(end - 1)).is_some() && gazetteer::place(self.raw(end + 1)).is_some();
        let of_places = two_places && end >= first + 3 && self.raw(end - 2) == "of" && noun(self.raw(end - 3)).is_some();
        of_places || institution && matches!(self.raw(first + 1), "of" | "for") && gazetteer::given_name(self.raw(end + 1)).is_none()
    }
}
