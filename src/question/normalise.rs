//! Normalising: a question as it was typed to a question that can be read: contractions, misspellings, lost capitals.

use std::borrow::Cow;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::knowledge::rules::Lexicon;
use crate::knowledge::vocabulary::Vocabulary;
use crate::question::terms::is_common;
use crate::text::fold::fold;
use crate::text::names::gazetteer;
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
    let mut named = false;
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
        let respelled = respell(piece, place, lexicon, vocabulary);
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
    let asks = |before: &str| ["what", "who", "where", "why", "how", "when", "which"].iter().any(|w| before.ends_with(w));
    let stress = lexicon.stress().find_map(|stress| text.find(stress).map(|at| (at, stress.len())));
    match stress.map(|(at, length)| (text[..at].trim_end(), &text[at + length..])) {
        Some((before, after)) if asks(&before.to_lowercase()) => format!("{before}{after}"),
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

/// How a word is to be read, if not as it stands, and whether that corrects it (rather than restoring capitals).
fn respell(word: &str, place: Place, lexicon: &Lexicon, vocabulary: &Vocabulary) -> Option<(String, bool)> {
    if !word.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '-') {
        return None;
    }
    // A possessor is read without its ending, which it then gets back.
    if let Some((owner, ending)) = word.split_once('\'').filter(|(owner, ending)| !owner.is_empty() && matches!(*ending, "s" | "S" | "")) {
        return respell(owner, place, lexicon, vocabulary).map(|(read, corrected)| (format!("{read}'{ending}"), corrected));
    }
    let folded = fold(word);
    if let Some((form, name)) = vocabulary.word(&folded) {
        let common = || is_stop_word(&folded) || place != Place::Named && is_common(&folded);
        let lost = name && form != word && folded == word.to_lowercase() && !common();
        return lost.then(|| (form.to_string(), false));
    }
    if let Some(meant) = lexicon.spelling(&folded) {
        return Some((meant.to_string(), true));
    }
    let abbreviates = !word.chars().any(char::is_lowercase) || vocabulary.initials.has(&folded);
    if abbreviates || is_right(&folded, lexicon) || word.contains('\'') {
        return None;
    }
    let (capital, first) = (word.starts_with(char::is_uppercase), place == Place::First);
    meant(&folded, capital && !first, lexicon, vocabulary)
        .filter(|meant| !(first && capital || folded.len() < 4) || vocabulary.has(&fold(meant)) || is_stop_word(meant))
        .map(|meant| (meant, true))
}

/// The word that a misspelling stands for: the nearest of the document's and the rules', the document's where both are as near. A word with a capital may
/// be a name that the document does not have, so it stands for a name of the document only.
fn meant(folded: &str, capital: bool, lexicon: &Lexicon, vocabulary: &Vocabulary) -> Option<String> {
    let own = vocabulary.nearest(folded, capital);
    let general = lexicon.nearest(folded).or_else(|| vectors::nearest(folded)).filter(|_| !capital);
    match (own, general) {
        (Some((a, _)), Some((b, word))) if b < a => Some(word.to_string()),
        (None, Some((_, word))) => Some(word.to_string()),
        (own, _) => own.map(|(_, form)| form.to_string()),
    }
}

/// Whether a folded word is no misspelling, whatever the document.
fn is_right(folded: &str, lexicon: &Lexicon) -> bool {
    folded.len() < 3
        || wordnet::is_word(folded)
        || folded.len() > 4 && vectors::row(folded).is_some()
        || gazetteer::function_word(folded)
        || lexicon.knows(folded)
        || is_listed(folded)
}

/// Whether a folded word is a given name, a place or a people that is known beforehand.
fn is_listed(folded: &str) -> bool {
    gazetteer::given_name(folded).is_some() || gazetteer::place(folded).is_some() || gazetteer::group(folded).is_some()
}
