//! Normalising: a question as it was typed to a question that can be read: contractions, misspellings, lost capitals.

use std::borrow::Cow;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::knowledge::rules::Lexicon;
use crate::knowledge::vocabulary::Vocabulary;
use crate::question::terms::is_common;
use crate::text::fold::fold;
use crate::text::names::gazetteer;
use crate::text::spelling::other_starts;
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
    let plain: String = asked_plainly(&untokenised(text), lexicon).chars().map(plain_mark).collect();
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

/// Brackets, quotation marks and possessives as people write them, where a tokeniser of the Penn Treebank spelled them out.
fn untokenised(text: &str) -> Cow<'_, str> {
    const TOKENS: [(&str, &str); 8] =
        [("-LRB-", "("), ("-RRB-", ")"), ("``", "\""), ("''", "\""), (" 's ", "'s "), (" n't ", "n't "), (" , ", ", "), (" ?", "?")];
    TOKENS
        .iter()
        .fold(Cow::Borrowed(text), |text, (token, mark)| if text.contains(token) { Cow::Owned(text.replace(token, mark)) } else { text })
}

/// A question without the words that only stress it ("what on earth is …"), opened as it was meant ("were did she live").
fn asked_plainly(text: &str, lexicon: &Lexicon) -> String {
    let lower = text.to_lowercase();
    let opened = lexicon.opening(&lower).and_then(|(wrong, right)| Some(format!("{right}{}", text.get(wrong.len()..)?)));
    let text = opened.unwrap_or_else(|| text.to_string());
    let asks = |before: &str| before.rsplit(' ').next().is_some_and(asks);
    let stress = lexicon.stress().find_map(|stress| text.find(stress).map(|at| (at, stress.len())));
    match stress.map(|(at, length)| (text[..at].trim_end(), &text[at + length..])) {
        Some((before, after)) if asks(before) => format!("{before}{after}"),
        _ => text,
    }
}

/// Typographic marks to the plain ones that rules are written with, and control characters to spaces.
fn plain_mark(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' | '„' => '"',
        '\u{2010}' | '\u{2011}' => '-',
        c if c.is_control() => ' ',
        c => c,
    }
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
            .filter(|meant| !(first && capital || folded.len() < 4) || self.vocabulary.has(&fold(meant)) || is_stop_word(meant))
            .map(|meant| (meant, true))
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

/// Words of more letters than this are seldom another word with one letter changed.
const LONG: usize = 5;

/// Words that ask.
const ASKING: [&str; 9] = ["what", "which", "who", "whom", "whose", "where", "when", "why", "how"];

/// Whether a word asks.
fn asks(word: &str) -> bool {
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
fn is_listed(folded: &str) -> bool {
    gazetteer::given_name(folded).is_some() || gazetteer::place(folded).is_some() || gazetteer::group(folded).is_some()
}
