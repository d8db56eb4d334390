//! Normalising: a question as it was typed to a question that can be read: contractions, misspellings, lost capitals.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::knowledge::rules::Lexicon;
use crate::knowledge::vocabulary::{Vocabulary, nearest};
use crate::text::fold::fold;
use crate::text::term::{is_stop_word, term};
use crate::text::wordnet;

/// A word that was read as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// As typed.
    pub from: String,
    /// As read.
    pub to: String,
    /// Whether `to` is a name of the document.
    pub name: bool,
}

/// The question as it is read, and what was changed in it beyond capitals.
///
/// A word is corrected only if neither the document nor the lexicon nor English knows it: to the nearest word of the document, else of the lexicon.
/// A name in lower case gets the document's capitals back.
pub fn normalise(text: &str, lexicon: &Lexicon, vocabulary: &Vocabulary) -> (String, Vec<Correction>) {
    let plain: String = untokenised(text).chars().map(plain_mark).collect();
    let shouted = plain.chars().any(char::is_alphabetic) && !plain.chars().any(char::is_lowercase) && plain.contains(' ');
    let plain = if shouted { plain.to_lowercase() } else { plain };
    let mut read = String::with_capacity(plain.len());
    let mut corrections = Vec::new();
    for piece in plain.split_word_bounds() {
        if piece.trim().is_empty() {
            if !read.is_empty() && !read.ends_with(' ') {
                read.push(' ');
            }
            continue;
        }
        match respell(piece, lexicon, vocabulary) {
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

/// How a word is to be read, if not as it stands, and whether that corrects it (rather than restoring capitals).
fn respell(word: &str, lexicon: &Lexicon, vocabulary: &Vocabulary) -> Option<(String, bool)> {
    if !word.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '-') {
        return None;
    }
    let folded = fold(word);
    if vocabulary.has(&folded) {
        return vocabulary
            .name(&folded)
            .filter(|form| *form != word && fold(word) == word.to_lowercase())
            .map(|form| (form.to_string(), false));
    }
    if let Some(meant) = lexicon.spelling(&folded) {
        return Some((meant.to_string(), true));
    }
    if is_right(&folded, lexicon) {
        return None;
    }
    if let Some(form) = vocabulary.nearest(&folded) {
        return Some((form.to_string(), true));
    }
    let known: Vec<&str> = lexicon.words().collect();
    nearest(&folded, known.iter().map(|w| (*w, 0))).map(|i| (known[i].to_string(), true))
}

/// Whether a folded word is no misspelling, whatever the document.
fn is_right(folded: &str, lexicon: &Lexicon) -> bool {
    let bare = folded.split('\'').next().unwrap_or(folded);
    bare.len() < 4 || is_stop_word(folded) || is_english(bare) || lexicon.knows(&term(bare))
}

/// Whether a folded word is a form of a word of the general word list.
fn is_english(folded: &str) -> bool {
    use wordnet::Pos::{Adjective, Adverb, Noun, Verb};
    [Noun, Verb, Adjective, Adverb].into_iter().any(|pos| wordnet::base_form(folded, pos).is_some())
}
