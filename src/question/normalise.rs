//! Normalising: a question as it was typed to a question that can be read: contractions, misspellings, lost capitals.

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::knowledge::rules::Lexicon;
use crate::knowledge::vocabulary::Vocabulary;
use crate::question::plain::asked_plainly;
use crate::question::terms::is_common;
use crate::text::fold::fold;
use crate::text::names::gazetteer;
use crate::text::spelling::{distance, other_starts};
use crate::text::term::is_stop_word;
use crate::text::vectors;
use crate::text::wordnet;

/// A word that was read as another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// As typed.
    pub from: String,
    /// As read.
    pub to: String,
    /// Whether `to` is a name of the document.
    #[serde(skip)]
    pub name: bool,
}

/// The question as it is read, and what was changed in it beyond capitals.
///
/// A word is corrected only if neither the document nor the rules nor English knows it: to the nearest word of the document or of the rules.
/// A name in lower case gets the document's capitals back.
pub fn normalise(text: &str, lexicon: &Lexicon, vocabulary: &Vocabulary) -> (String, Vec<Correction>) {
    let plain = asked_plainly(text, lexicon, vocabulary);
    let shouted = plain.chars().any(char::is_alphabetic) && !plain.chars().any(char::is_lowercase) && plain.contains(' ');
    let plain = if shouted { plain.to_lowercase() } else { plain };
    let mut read = String::with_capacity(plain.len());
    let mut corrections = Vec::new();
    let (mut named, mut how) = (false, false);
    let speller = Speller { lexicon, vocabulary, asks: plain.split(|c: char| !c.is_alphanumeric()).any(asks) };
    for piece in plain.split_word_bounds() {
        if piece.trim().is_empty() {
            if !read.is_empty() && !read.ends_with(' ') {
                read.push(' ');
            }
            continue;
        }
        let place = match read.is_empty() {
            true => Place::First,
            false if named => Place::Named,
            false => Place::Inner,
        };
        let respelled = match Some(piece).filter(|_| how).and_then(measure) {
            Some(measure) => Some((measure.to_string(), true)),
            None => speller.respell(piece, place),
        };
        how = piece.eq_ignore_ascii_case("how") || matches!(&respelled, Some((to, true)) if to == "how");
        named = matches!(respelled, Some((_, false))) || place != Place::First && piece.starts_with(char::is_uppercase);
        match respelled {
            Some((to, correction)) => {
                read.push_str(&to);
                corrections.extend(correction.then(|| {
                    let name = vocabulary.is_name(&fold(&to));
                    Correction { from: piece.to_string(), to, name }
                }));
            }
            None => read.push_str(piece),
        }
    }
    (read.trim_end().to_string(), corrections)
}

/// Where a word stands in a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It opens the question, so its capital says little: it may be a common word such as one that asks.
    First,
    /// Right behind a name, which it may go on.
    Named,
    /// Elsewhere.
    Inner,
}

/// What the spelling of a question is mended by.
struct Speller<'a> {
    lexicon: &'a Lexicon,
    vocabulary: &'a Vocabulary,
    /// Whether the question has a word that asks, rightly spelled.
    asks: bool,
}

impl Speller<'_> {
    /// How a word is to be read, if not as it stands, and whether that corrects it (rather than restoring capitals).
    fn respell(&self, word: &str, place: Place) -> Option<(String, bool)> {
        if !word.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '-') {
            return None;
        }
        // A possessor is read without its ending, which it then gets back.
        if let Some((owner, ending)) =
            word.split_once('\'').filter(|(owner, ending)| !owner.is_empty() && matches!(*ending, "s" | "S" | ""))
        {
            return self.respell(owner, place).map(|(read, corrected)| (format!("{read}'{ending}"), corrected));
        }
        let folded = fold(word);
        if let Some((form, name)) = self.vocabulary.word(&folded) {
            let common = || is_stop_word(&folded) || place != Place::Named && is_common(&folded);
            let lost = name && form != word && folded == word.to_lowercase() && !common();
            return lost.then(|| (form.to_string(), false));
        }
        if let Some(meant) = self.lexicon.spelling(&folded) {
            return Some((meant.to_string(), true));
        }
        // "tarnows job": a name with its possessive ending, the apostrophe left out.
        let owner = folded.strip_suffix('s').filter(|owner| owner.len() > 3).and_then(|owner| self.vocabulary.name(owner));
        if let Some(owner) = owner.filter(|_| !is_right(&folded, self.lexicon)) {
            return Some((format!("{owner}'s"), false));
        }
        let abbreviates = !word.chars().any(char::is_lowercase) || self.vocabulary.initials.has(&folded);
        if abbreviates || is_right(&folded, self.lexicon) || word.contains('\'') {
            return None;
        }
        let (capital, first) = (word.starts_with(char::is_uppercase), place == Place::First);
        self.meant(&folded, capital && !first)
            .filter(|meant| !self.is_formed(&folded) || self.is_slip(&folded, &fold(meant)))
            .filter(|meant| !(first && capital || folded.len() < 4) || self.vocabulary.has(&fold(meant)) || is_stop_word(meant))
            .map(|meant| (meant, true))
    }

    /// Whether a folded word is formed by rule of one that the document has or that is English: "couriering" of "courier", "rewired" of "wired".
    fn is_formed(&self, folded: &str) -> bool {
        let known = |stem: &str| stem.len() > 3 && (self.vocabulary.has(stem) || wordnet::is_word(stem));
        let of_stem = |ending: &&str| {
            let Some(stem) = folded.strip_suffix(*ending) else { return false };
            let letters = stem.as_bytes();
            let doubled = letters.len() > 4 && letters[letters.len() - 1] == letters[letters.len() - 2];
            let respelled =
                stem.ends_with('y') && !ending.starts_with('i') && !stem.ends_with("ay") && !stem.ends_with("ey") && !stem.ends_with("oy");
            !respelled && (known(stem) || doubled && known(&stem[..stem.len() - 1]) || *ending != "s" && known(&format!("{stem}e")))
        };
        ENDINGS.iter().any(of_stem) || PREFIXES.iter().filter_map(|prefix| folded.strip_prefix(prefix)).any(known)
    }

    /// Whether a folded word is a slip of the pen for another: letters doubled, left out or swapped, or one wrong letter in a word of the document.
    fn is_slip(&self, folded: &str, meant: &str) -> bool {
        distance(folded, meant).is_some_and(|found| found.edits == 1 && (!found.letters || self.vocabulary.has(meant)))
    }

    /// The word that a misspelling stands for: the nearest of the document's and of English, the document's where both are as near. A word with a
    /// capital may be a name that the document does not have, so it stands for a name of the document only.
    fn meant(&self, folded: &str, capital: bool) -> Option<String> {
        let own = self.vocabulary.nearest(folded, capital);
        if capital {
            return own.map(|(_, form)| form.to_string());
        }
        let rival = own.is_some_and(|(own, form)| !own.first && own.edits == 1 && form.starts_with(char::is_uppercase));
        let asking = asking_word(folded).filter(|_| !self.asks && !rival);
        let general = match self.lexicon.nearest(folded) {
            Some((distance, word)) => own.is_none_or(|(own, _)| distance < own).then_some(word),
            None => {
                vectors::nearest(folded).filter(|(distance, _)| own.is_none_or(|(own, _)| distance.edits < own.edits)).map(|(_, word)| word)
            }
        };
        let inflected = || other_starts(folded).into_iter().find(|word| folded.len() > LONG && wordnet::is_word(word));
        asking.or(general).or(own.map(|(_, form)| form)).map(str::to_string).or_else(inflected)
    }
}

/// Endings that words are formed with by rule.
const ENDINGS: [&str; 7] = ["ed", "er", "ers", "ing", "ings", "less", "s"];
/// What words are formed with by rule at their beginning.
const PREFIXES: [&str; 8] = ["anti", "mis", "non", "over", "pre", "re", "un", "under"];

/// Words of more letters than this are seldom another word with one letter changed.
const LONG: usize = 5;

/// Words that ask.
const ASKING: [&str; 9] = ["what", "which", "who", "whom", "whose", "where", "when", "why", "how"];

/// Whether a word asks.
pub fn asks(word: &str) -> bool {
    ASKING.iter().any(|asking| word.eq_ignore_ascii_case(asking))
}

/// The word that asks and that a folded one is near to: by one edit, or by two if letters are only left out, doubled or swapped.
fn asking_word(folded: &str) -> Option<&'static str> {
    let letters = |word: &str| folded.chars().all(|c| word.contains(c)) && word.starts_with(|c| folded.starts_with(c));
    let edits = |word: &str| strsim::osa_distance(folded, word);
    let near = |word: &str| if letters(word) { edits(word) <= 2 } else { folded.len() > 3 && edits(word) <= 1 };
    ASKING.into_iter().filter(|word| folded.len() > 2 && near(word)).min_by_key(|word| edits(word))
}

/// What "how" asks the measure of.
const MEASURES: [&str; 8] = ["many", "much", "long", "far", "often", "old", "tall", "big"];

/// The word of measure that a word behind "how" is near to: by one edit, or by two if letters are only left out, doubled or swapped, or the last one is the same.
fn measure(word: &str) -> Option<&'static str> {
    let folded = fold(word);
    let letters = |measure: &str| folded.chars().all(|c| measure.contains(c)) || folded.chars().last() == measure.chars().last();
    let edits = |measure: &str| strsim::osa_distance(&folded, measure);
    let near = |measure: &str| {
        (1..=if letters(measure) { 2 } else { 1 }).contains(&edits(measure)) && measure.starts_with(|first| folded.starts_with(first))
    };
    let right = folded.len() < 3 || is_stop_word(&folded) || MEASURES.contains(&folded.as_ref()) || wordnet::is_modifier(&folded);
    MEASURES.into_iter().filter(|measure| !right && near(measure)).min_by_key(|measure| edits(measure))
}

/// Whether a folded word is no misspelling, whatever the document.
fn is_right(folded: &str, lexicon: &Lexicon) -> bool {
    folded.len() < 3
        || lexicon.knows(folded)
        || wordnet::is_word(folded)
        || folded.len() > 4 && vectors::row(folded).is_some()
        || gazetteer::function_word(folded)
        || is_listed(folded)
}

/// Whether a folded word is a given name, a place or a people that is known beforehand.
pub fn is_listed(folded: &str) -> bool {
    gazetteer::given_name(folded).is_some() || gazetteer::place(folded).is_some() || gazetteer::group(folded).is_some()
}
