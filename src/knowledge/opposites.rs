//! Opposites: words of which one denies the other.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::rules::Lexicon;
use crate::text::fold::fold;
use crate::text::wordnet;

/// Prefixes that turn an adjective or noun into its opposite.
const NEGATIVE: [&str; 8] = ["non-", "non", "un", "in", "im", "ir", "dis", "anti-"];

/// The points of the compass; two different ones exclude each other.
const COMPASS: [&str; 16] = [
    "east",
    "eastern",
    "north",
    "northeast",
    "northeastern",
    "northern",
    "northwest",
    "northwestern",
    "south",
    "southeast",
    "southeastern",
    "southern",
    "southwest",
    "southwestern",
    "west",
    "western",
];

/// Whether two lemmas are opposites: by WordNet, by the lexicon, by a negative prefix, as points of the compass, or one of them by a word it
/// derives from ("opponent", "oppose").
pub fn opposed(lexicon: &Lexicon, a: &str, b: &str) -> bool {
    Opposites::of(a, lexicon).hold(&Opposites::said(b))
}

/// What tells the opposites of a lemma.
#[derive(Debug, Clone)]
pub struct Opposites<'l> {
    own: Word<'l>,
    /// The words of some length that it derives from, or that derive from it.
    derived: Vec<Word<'l>>,
}

impl Opposites<'static> {
    /// Those of a lemma, as far as they need no lexicon: what [`Opposites::of`] another is compared with.
    pub fn said(lemma: &str) -> Self {
        Self::new(lemma, None)
    }
}

impl<'l> Opposites<'l> {
    /// Those of a lemma.
    pub fn of(lemma: &str, lexicon: &'l Lexicon) -> Self {
        Self::new(lemma, Some(lexicon))
    }

    fn new(lemma: &str, lexicon: Option<&'l Lexicon>) -> Self {
        let lemma = fold(lemma).into_owned();
        let derived = wordnet::derivations(&lemma).filter(|word| word.len() > 3);
        Self { derived: derived.map(|word| Word::new(word.into(), lexicon)).collect(), own: Word::new(lemma.into(), lexicon) }
    }

    /// Them, as far as they are listed or made of the lemma with a prefix, and what derives from those listed.
    pub fn lemmas(&self) -> BTreeSet<String> {
        let lemma = &*self.own.lemma;
        let mut lemmas = BTreeSet::new();
        for word in std::iter::once(&self.own).chain(&self.derived) {
            lemmas.extend(word.antonyms.iter().map(ToString::to_string));
        }
        let derived: Vec<&str> = lemmas.iter().flat_map(|lemma| wordnet::derivations(lemma)).filter(|word| word.len() > 3).collect();
        lemmas.extend(derived.into_iter().map(str::to_string));
        for prefix in NEGATIVE {
            let plain = lemma.strip_prefix(prefix).filter(|plain| plain.len() > 3);
            lemmas.extend(plain.map(str::to_string));
            lemmas.extend((lemma.len() > 3).then(|| [prefix, lemma].concat()));
        }
        lemmas
    }

    /// Whether the lemma of others is one of them.
    pub fn hold(&self, others: &Opposites) -> bool {
        let derived = |one: &Opposites, other: &Word| one.derived.iter().any(|word| word.lemma != other.lemma && word.denies(other));
        let denies = || self.own.denies(&others.own) || derived(self, &others.own) || derived(others, &self.own);
        self.own.lemma != others.own.lemma && denies()
    }
}

/// A lemma with the antonyms that WordNet and a lexicon list.
#[derive(Debug, Clone)]
struct Word<'l> {
    lemma: Cow<'static, str>,
    antonyms: Vec<&'l str>,
    /// Whether it is a point of the compass.
    is_point: bool,
}

impl<'l> Word<'l> {
    fn new(lemma: Cow<'static, str>, lexicon: Option<&'l Lexicon>) -> Self {
        let mut antonyms: Vec<&str> = wordnet::antonyms(&lemma).collect();
        antonyms.extend(lexicon.into_iter().flat_map(|lexicon| lexicon.opposites(&lemma)));
        Self { antonyms, is_point: COMPASS.binary_search(&&*lemma).is_ok(), lemma }
    }

    /// Whether two lemmas are opposites themselves.
    fn denies(&self, other: &Word) -> bool {
        let (a, b) = (&*self.lemma, &*other.lemma);
        self.antonyms.contains(&b)
            || other.antonyms.contains(&a)
            || prefixed(a, b)
            || prefixed(b, a)
            || self.is_point && other.is_point && a.trim_end_matches("ern") != b.trim_end_matches("ern")
    }
}

fn prefixed(plain: &str, negative: &str) -> bool {
    plain.len() > 3 && negative.strip_suffix(plain).is_some_and(|prefix| NEGATIVE.contains(&prefix))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn points_are_sorted() {
        assert!(COMPASS.is_sorted());
    }

    #[test]
    fn opposites_are_seen() {
        let lexicon = Knowledge::builtin_rules().lexicon;
        let both = |a: &str, b: &str| (opposed(&lexicon, a, b), opposed(&lexicon, b, a));
        let check = |a: &str, b: &str, expected: bool| assert_eq!(both(a, b), (expected, expected), "{a} {b}");
        check("cold", "warm", true);
        check("increase", "decrease", true);
        check("support", "opponent", true);
        check("official", "non-official", true);
        check("northern", "southeast", true);
        check("northern", "north", false);
        check("many", "few", true);
        check("tall", "tower", false);
        check("win", "win", false);
    }
}
