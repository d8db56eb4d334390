//! A question's words: cut, lower-cased, contractions opened, quotation marks noted.

use std::cell::OnceCell;

use super::closed::Closed;
use super::pattern::Key;
use crate::text::Span;
use crate::text::fold::fold;
use crate::text::wordnet::{self, Pos};

/// One word of a question, or a mark of punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the question.
    pub span: Span,
    /// Its form, folded; a contracted verb in full (`'s` after *what* is `is`).
    pub text: String,
    /// What its form is known by to patterns.
    pub key: Key,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it is two or more letters, all capitals, full stops between them allowed.
    pub initials: bool,
    /// Whether it stands within quotation marks.
    pub quoted: bool,
    /// Its closed class; none for nouns, verbs, adjectives, names.
    pub closed: Option<Closed>,
    lemmas: Lemmas,
}

/// What WordNet says of a word, looked up when first asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Lemmas {
    noun: OnceCell<Option<&'static str>>,
    verb: OnceCell<Option<&'static str>>,
    adjective: OnceCell<Option<&'static str>>,
}

/// Words that are written with the verb that follows them: *what's*, *whats*.
const WITH_VERB: [&str; 12] = ["what", "who", "where", "when", "how", "why", "which", "that", "there", "it", "he", "she"];

impl Word {
    fn new(span: Span, piece: &str, text: &str, quoted: bool) -> Self {
        let capital = piece.starts_with(char::is_uppercase);
        let initials =
            piece.chars().filter(|c| c.is_uppercase()).count() > 1 && piece.chars().all(|c| c.is_uppercase() || c == '.' || c == '&');
        let text = fold(text).into_owned();
        let (closed, key) = (Closed::of(&text), Key::of(&text));
        Self { span, text, key, capital, initials, quoted, closed, lemmas: Lemmas::default() }
    }

    /// Whether it belongs to a closed class, or marks a possessor.
    pub fn is_function(&self) -> bool {
        self.closed.is_some_and(|class| class != Closed::Modifier) || self.text == "'s"
    }

    /// Whether it is a form of *be*, *do*, *have* or a modal.
    pub fn is_auxiliary(&self) -> bool {
        self.closed == Some(Closed::Auxiliary)
    }

    /// Whether it is punctuation.
    pub fn is_mark(&self) -> bool {
        !self.text.contains(|c: char| c.is_alphanumeric()) && self.text != "'s"
    }

    /// Whether it begins with a digit.
    pub fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Its lemma as a noun, if it can be one: the singular where WordNet also lists the plural (*colors*), the last part
    /// of an unknown compound (*super-hero*).
    pub fn noun(&self) -> Option<&'static str> {
        *self.lemmas.noun.get_or_init(|| if self.is_function() { None } else { noun(&self.text) })
    }

    /// Its lemma as a noun, else its form.
    pub fn lemma(&self) -> &str {
        self.noun().unwrap_or(&self.text)
    }

    /// Its lemma as an adjective, if it can be one.
    pub fn adjective(&self) -> Option<&'static str> {
        *self.lemmas.adjective.get_or_init(|| if self.is_function() { None } else { wordnet::base_form(&self.text, Pos::Adjective) })
    }

    /// Its lemma as a verb, if it can be one.
    pub fn verb(&self) -> Option<&'static str> {
        *self
            .lemmas
            .verb
            .get_or_init(|| if self.is_function() && !self.is_auxiliary() { None } else { wordnet::base_form(&self.text, Pos::Verb) })
    }
}

fn noun(text: &str) -> Option<&'static str> {
    let singular = || {
        text.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')).and_then(|stem| wordnet::base_form(stem, Pos::Noun))
    };
    let last_part = || text.rsplit_once('-').and_then(|(_, last)| wordnet::base_form(last, Pos::Noun));
    match wordnet::base_form(text, Pos::Noun) {
        Some(lemma) if lemma == text => singular().or(Some(lemma)),
        other => other.or_else(last_part),
    }
}

/// So many words of a question are read; what stands after them tells nothing of its type.
const LIMIT: usize = 120;

/// The words of a question in order, at most 120. Quotation marks are dropped, what they enclose is marked.
pub fn words(question: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut quote: Option<char> = None;
    for span in pieces(question).into_iter().take(LIMIT) {
        let piece = span.of(question);
        if quote.is_none() && matches!(piece, "'" | "’") && words.last().is_some_and(|word| word.text.ends_with('s')) {
            words.push(Word::new(span, "", "'s", false));
            continue;
        }
        if let Some(mark) = piece.chars().next().filter(|_| is_quote(piece)) {
            quote = if quote.is_none() { Some(mark) } else { None };
            continue;
        }
        open(question, span, quote.is_some(), &mut words);
    }
    words.truncate(LIMIT);
    words
}

fn is_quote(piece: &str) -> bool {
    matches!(piece, "\"" | "``" | "''" | "`" | "'" | "“" | "”" | "„" | "«" | "»" | "‘" | "’")
}

/// Adds a piece, opened where it is a contraction.
fn open(question: &str, span: Span, quoted: bool, words: &mut Vec<Word>) {
    let text = span.of(question).to_lowercase().replace('’', "'");
    let mut add = |start: usize, end: usize, text: &str| {
        let span = Span::new(start, end);
        words.push(Word::new(span, span.of(question), text, quoted));
    };
    let contraction = |text: &str| text.rfind('\'').filter(|&n| matches!(&text[n..], "'s" | "'re" | "'ll" | "'d" | "'ve" | "'m" | "'t"));
    // Lower-casing or the apostrophe may have changed the length; then the word stays whole.
    let same_length = text.len() == span.len() || span.of(question).contains('’');
    match contraction(&text).filter(|_| same_length) {
        Some(at) => {
            let (stem, ending) = text.split_at(at);
            let cut = span.end - span.of(question).chars().rev().take(ending.len()).map(char::len_utf8).sum::<usize>();
            if !stem.is_empty() {
                let stem = if ending == "'t" { stem.strip_suffix('n').unwrap_or(stem) } else { stem };
                add(span.start, cut, stem);
            }
            let after = words.last().map(|word| word.text.clone()).unwrap_or_default();
            let full = match ending {
                "'s" if WITH_VERB.contains(&after.as_str()) => "is",
                "'re" => "are",
                "'ll" => "will",
                "'d" => "would",
                "'ve" => "have",
                "'m" => "am",
                "'t" => "not",
                other => other,
            };
            let span = Span::new(cut, span.end);
            words.push(Word::new(span, "", full, quoted));
        }
        None => match text.strip_suffix('s').filter(|stem| WITH_VERB[..7].contains(stem)) {
            Some(stem) => {
                add(span.start, span.end - 1, stem);
                add(span.end - 1, span.end, "is");
            }
            None => add(span.start, span.end, &text),
        },
    }
}

/// Cuts a text at white space, then punctuation off both ends of each piece; full stops stay with initials and titles.
fn pieces(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let word = chunk.trim_end();
        if !word.is_empty() {
            split_piece(text, Span::new(start, start + word.len()), &mut spans);
        }
        start += chunk.len();
    }
    spans
}

fn split_piece(text: &str, mut span: Span, spans: &mut Vec<Span>) {
    let is_mark = |c: char| !c.is_alphanumeric() && !matches!(c, '$' | '%' | '#' | '&' | '@' | '+');
    let whole = |piece: &str| matches!(piece, "``" | "''") || piece.starts_with('\'') && piece.len() < 4;
    while let Some(first) = span.of(text).chars().next().filter(|&c| is_mark(c) && !whole(span.of(text)) && c != '.') {
        let end = span.start + if span.of(text).starts_with("``") || span.of(text).starts_with("''") { 2 } else { first.len_utf8() };
        spans.push(Span::new(span.start, end));
        span.start = end;
    }
    let mut tail = Vec::new();
    while let Some(last) = span.of(text).chars().next_back().filter(|&c| is_mark(c) && !whole(span.of(text)) && span.len() > c.len_utf8()) {
        let body = &span.of(text)[..span.len() - last.len_utf8()];
        if last == '.' && (body.contains('.') || body.chars().count() < 3 || ["Inc", "Mrs", "Corp", "Ltd"].contains(&body)) {
            break;
        }
        tail.push(Span::new(span.end - last.len_utf8(), span.end));
        span.end -= last.len_utf8();
    }
    if !span.is_empty() {
        spans.push(span);
    }
    spans.extend(tail.into_iter().rev());
}
