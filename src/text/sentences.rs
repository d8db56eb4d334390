//! Splitting a paragraph into sentences.
//!
//! A run of `.`, `!`, `?` or `…`, with the quotes, brackets and notes that close on it, ends a sentence where white space follows and the
//! next word may open one. What a full stop means after an abbreviation, an initial or a number is decided by the word before it and the
//! word after it. Where in doubt the text is not split: a citation that is too long is better than one torn apart.

use std::iter::Peekable;
use std::vec::IntoIter;

use crate::text::Span;
use crate::text::abbreviations::{Abbreviation, abbreviation, opens_sentences};
use crate::text::enumeration::{Marker, is_bullet, is_roman_numeral};

/// Nouns that take a letter or a Roman numeral, so that one full stop after it is no initial's ("vitamin C. Patients").
const LETTERED: [&str; 14] =
    ["act", "appendix", "chapter", "class", "grade", "group", "hepatitis", "part", "phase", "plan", "section", "type", "vitamin", "war"];

/// The longest stretch in brackets, in bytes, that is kept in one piece within a sentence.
const LONGEST_ASIDE: usize = 300;

/// How far, in characters, an opening sign or a dash may stand before the word it opens.
const SIGNS_BEFORE_WORD: usize = 8;

/// The longest note `[…]` taken with the end of a sentence, in bytes.
const LONGEST_NOTE: usize = 40;

/// The sentences of one paragraph, in order: each without surrounding white space, none empty; together they hold every visible character.
///
/// Line breaks are white space. The time is linear in the text's length.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut splitter = Splitter { text, start: 0, list: None, asides: asides(text).into_iter().peekable(), found: Vec::new() };
    splitter.run();
    splitter.found
}

struct Splitter<'t> {
    text: &'t str,
    /// Where the sentence being read starts: its first visible character.
    start: usize,
    /// The last marker of an enumeration.
    list: Option<Marker<'t>>,
    /// The bracketed stretches not yet passed.
    asides: Peekable<IntoIter<Span>>,
    found: Vec<Span>,
}

impl Splitter<'_> {
    fn run(&mut self) {
        self.close(0);
        let mut at = self.start;
        while let Some(c) = self.text[at..].chars().next() {
            if is_terminator(c) {
                at = self.read_end(at);
                continue;
            }
            at += c.len_utf8();
            if c.is_whitespace() {
                self.read_gap(at);
            }
        }
        self.close(self.text.len());
    }

    /// Reads the run of terminators at `at`, ends the sentence there if it ends one, and says where to read on.
    fn read_end(&mut self, at: usize) -> usize {
        let run = Run::read(self.text, at);
        let end = closers_end(self.text, run.end);
        let rest = &self.text[end..];
        if rest.starts_with(char::is_whitespace) && self.ends_sentence(at, &run, rest.trim_start()) && !self.inside_aside(end) {
            self.close(end);
        }
        end
    }

    /// Ends the sentence before a bullet, or before the next marker of an enumeration, at `at`, behind white space.
    fn read_gap(&mut self, at: usize) {
        let bullet = self.text[at..].starts_with(is_bullet);
        let successor = || Marker::at(self.text, at).is_some_and(|marker| self.list.is_some_and(|last| last.precedes(&marker)));
        if at > self.start && (bullet || successor()) && !self.text[self.start..at].trim_end().ends_with(is_bullet) {
            self.close(at);
        }
    }

    /// Takes the text up to `end` as a sentence, if there is any, and goes on to the next visible character.
    fn close(&mut self, end: usize) {
        let body = self.text[self.start..end].trim_end();
        if !body.is_empty() {
            self.found.push(Span::new(self.start, self.start + body.len()));
        }
        let rest = &self.text[end..];
        self.start = end + rest.len() - rest.trim_start().len();
        self.list = Marker::at(self.text, self.start).or(self.list);
    }

    fn ends_sentence(&self, at: usize, run: &Run, rest: &str) -> bool {
        let Some(next) = Next::read(rest) else { return false };
        if next.lower || run.bracketed(self.text, at) || Marker::covers(&self.text[self.start..at]) {
            return false;
        }
        match run.kind {
            RunKind::Mark => true,
            RunKind::Ellipsis => run.dots > 3 || next.word != "I",
            RunKind::Stop => stop_ends_sentence(&self.text[self.start..at], &next),
        }
    }

    /// Whether `at` lies in brackets that were opened within this sentence, after its first word.
    fn inside_aside(&mut self, at: usize) -> bool {
        while self.asides.next_if(|aside| aside.end <= at).is_some() {}
        self.asides.peek().is_some_and(|aside| aside.start < at && aside.start > self.start)
    }
}

/// Whether a single full stop between `before`, the sentence so far, and `next` ends the sentence.
fn stop_ends_sentence(before: &str, next: &Next) -> bool {
    let word = last_word(before);
    match abbreviation(word) {
        Some(Abbreviation::Title) => return false,
        Some(Abbreviation::Number) => return !next.is_number(),
        Some(Abbreviation::Middle) => return next.opens(),
        None => {}
    }
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_uppercase() => next.opens() || !is_initial(before, word, next),
        (Some(letter), None) if letter.is_alphabetic() => !next.is_number(),
        _ if is_acronym(word) => next.opens(),
        _ if is_short_number(word) => !before[..before.len() - word.len()].trim_end().ends_with([':', ';']),
        _ => true,
    }
}

/// Whether the capital letter `word` that ends `before` is part of a name, judged by its neighbours.
fn is_initial(before: &str, word: &str, next: &Next) -> bool {
    let previous = last_word(before[..before.len() - word.len()].trim_end().trim_end_matches('.'));
    let lettered = LETTERED.binary_search(&previous.to_lowercase().as_str()).is_ok();
    let pronoun = word == "I" && previous.starts_with(char::is_lowercase);
    next.opened || !lettered && !pronoun
}

/// Letters with full stops between them, at most three at a time: `U.S`, `Ph.D`, `a.m`.
fn is_acronym(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| !part.is_empty() && part.len() <= 3 && part.chars().all(char::is_alphabetic))
}

fn is_short_number(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// The word that ends `text`: what stands behind its last white space, bracket, quote, dash or slash.
fn last_word(text: &str) -> &str {
    let divides = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '"' | '“' | '”' | '‘' | '-' | '–' | '—' | '/');
    text.rsplit(divides).next().unwrap_or(text).trim_start_matches(|c: char| !c.is_alphanumeric())
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉')
}

/// A run of terminators, spaced ellipses (`. . .`) in one piece.
struct Run {
    kind: RunKind,
    dots: usize,
    end: usize,
}

#[derive(PartialEq)]
enum RunKind {
    /// One full stop.
    Stop,
    /// Several dots, or `…`.
    Ellipsis,
    /// A run with an exclamation or question mark.
    Mark,
}

impl Run {
    fn read(text: &str, at: usize) -> Self {
        let (mut dots, mut mark, mut end) = (0, false, at);
        while let Some(c) = text[end..].chars().next() {
            match c {
                '.' => dots += 1,
                '…' => dots += 3,
                _ if is_terminator(c) => mark = true,
                ' ' | '\u{a0}' if dots > 0 && !mark && lone_dot(&text[end + c.len_utf8()..]) => {}
                _ => break,
            }
            end += c.len_utf8();
        }
        let kind = match dots {
            _ if mark => RunKind::Mark,
            1 => RunKind::Stop,
            _ => RunKind::Ellipsis,
        };
        Self { kind, dots, end }
    }

    /// Whether the run stands alone in brackets, as in `[...]` and `(!)`.
    fn bracketed(&self, text: &str, at: usize) -> bool {
        text[..at].ends_with(['[', '(']) && text[self.end..].starts_with([']', ')'])
    }
}

/// Whether `text` starts with a dot that belongs to no word.
fn lone_dot(text: &str) -> bool {
    text.strip_prefix('.').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Where the quotes, brackets and notes that close at `at` end.
fn closers_end(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(c) = text[end..].chars().next() {
        end += match c {
            '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' => c.len_utf8(),
            '[' => match text.as_bytes()[end..].iter().take(LONGEST_NOTE).position(|&b| b == b']') {
                Some(length) => length + 1,
                None => break,
            },
            _ => break,
        };
    }
    end
}

/// The word behind a possible end of a sentence.
struct Next<'t> {
    word: &'t str,
    /// Whether it cannot open a sentence, being in lower case (`iPod` can).
    lower: bool,
    /// Whether a quote, a bracket or another sign stands before it.
    opened: bool,
}

impl<'t> Next<'t> {
    /// The first word of `rest`; `None` if no word is left in it.
    fn read(rest: &'t str) -> Option<Self> {
        let skipped: usize = rest.chars().take(SIGNS_BEFORE_WORD).take_while(|c| !c.is_alphanumeric()).map(char::len_utf8).sum();
        let rest = &rest[skipped..];
        let mut letters = rest.chars();
        let lower = letters.next()?.is_lowercase() && !letters.next().is_some_and(char::is_uppercase);
        let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(rest);
        Some(Self { word, lower, opened: skipped > 0 })
    }

    fn is_number(&self) -> bool {
        self.word.bytes().any(|b| b.is_ascii_digit()) || is_roman_numeral(self.word)
    }

    fn opens(&self) -> bool {
        opens_sentences(self.word)
    }
}

/// The outermost stretches in round or square brackets, brackets included, in order; those longer than [`LONGEST_ASIDE`] are left out.
fn asides(text: &str) -> Vec<Span> {
    let mut open: Vec<usize> = Vec::new();
    let mut found: Vec<Span> = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' | b'[' => open.push(at),
            b')' | b']' => {
                if let Some(start) = open.pop().filter(|start| at - start < LONGEST_ASIDE) {
                    while found.pop_if(|inner| inner.start > start).is_some() {}
                    found.push(Span::new(start, at + 1));
                }
            }
            _ => {}
        }
    }
    found
}
