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
use crate::text::terminators::{Run, RunKind, closers_end, is_terminator};

/// Nouns that take a letter or a Roman numeral, so that one full stop after it is no initial's ("vitamin C. Patients").
const LETTERED: [&str; 14] =
    ["act", "appendix", "chapter", "class", "grade", "group", "hepatitis", "part", "phase", "plan", "section", "type", "vitamin", "war"];

/// Words before which `I` is the pronoun and no initial, where it ends a sentence ("older than I.").
const BEFORE_PRONOUN: [&str; 10] = ["am", "and", "as", "but", "can", "do", "nor", "or", "than", "was"];

/// The longest stretch in brackets, in bytes, that is kept in one piece within a sentence.
const LONGEST_ASIDE: usize = 300;

/// How far, in characters, an opening sign or a dash may stand before the word it opens.
const SIGNS_BEFORE_WORD: usize = 8;

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
    let pronoun = word == "I" && BEFORE_PRONOUN.contains(&previous);
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

/// The word behind a possible end of a sentence.
struct Next<'t> {
    word: &'t str,
    /// Whether it cannot open a sentence, being in lower case (`iPod` can).
    lower: bool,
    /// Whether a quote, a bracket or another sign stands before it.
    opened: bool,
    /// Whether it is an initial: one letter with a full stop.
    initial: bool,
}

impl<'t> Next<'t> {
    /// The first word of `rest`; `None` if no word is left in it.
    fn read(rest: &'t str) -> Option<Self> {
        let skipped: usize = rest.chars().take(SIGNS_BEFORE_WORD).take_while(|c| !c.is_alphanumeric()).map(char::len_utf8).sum();
        let rest = &rest[skipped..];
        let mut letters = rest.chars();
        let lower = letters.next()?.is_lowercase() && !letters.next().is_some_and(char::is_uppercase);
        let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(rest);
        let initial = word.chars().count() == 1 && rest[word.len()..].starts_with('.');
        Some(Self { word, lower, opened: skipped > 0, initial })
    }

    fn is_number(&self) -> bool {
        self.word.bytes().any(|b| b.is_ascii_digit()) || is_roman_numeral(self.word)
    }

    fn opens(&self) -> bool {
        !self.initial && opens_sentences(self.word)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Checks that `expected`, sentences divided by ` | `, are those of the same text without the bars.
    fn check(expected: &str) {
        let text = expected.replace(" | ", " ");
        let found: Vec<&str> = sentences(&text).iter().map(|span| span.of(&text)).collect();
        assert_eq!(found.join(" | "), expected);
    }

    #[test]
    fn full_stops_and_marks() {
        check("Orla sings. | She sang in Dorn. | Does she still? | No! | Nobody knows.");
        check("They wrote to orla.finch@dorn.example. | It cost 3.50 crowns. | 12 people came.");
        check("She acts in Quick ! on Sundays and in Yoho! with Bern.");
        check("What?! | Really!! | Yes.");
        check("Her phone is an Aulo. | iPods came later.");
    }

    #[test]
    fn abbreviations() {
        check("Mr. Finch met Dr. J. R. R. Pell in St. Orla, i.e. in the hills. | They left.");
        check("See No. 5, p. 12, c. 1921, Jan. 1999 and vol. II of it. | The answer is no. | He left.");
        check("He sold Finch, Pell & Co. to Bern Ltd. in May. | She works for Pell Inc. | They like it.");
        check("The U.S. President spoke at 5 p.m. on Monday. | He left the U.S. | It rained.");
        check("She has a Ph.D. from Dorn, cf. Pell et al. (1999). | The case Pell v. Finch followed.");
        check("The fee was Rs. 200 in Sept. 1920.");
    }

    #[test]
    fn initials() {
        check("Bern A. Finch and P. Pell met F. A. Aul. | J. Pell stayed.");
        check("He lacked vitamin C. | Patients often do. | It was World War I. | Dorn was free.");
        check("Nobody is older than I. | Bern is not. | Albert I. Pell is.");
        check("Orla lives with Jo Z. | She is happy.");
    }

    #[test]
    fn quotes_and_brackets() {
        check("“Come in.” | He came. | \"Sit down,\" said Orla. | (He sat.) | So it went.");
        check("She said \"Come in.\" and smiled.");
        check("Orla (she was born in Dorn. Her father was not.) sings (see p. 3). | Bern does not.");
        check("It fell.[1] | It rose.[citation needed] | It [...] fell again (!) and again.");
        check("(It fell. | It rose.) | It fell.");
    }

    #[test]
    fn ellipses() {
        check("I waited... and waited . . . until he came. | It was late.");
        check("He said that.... | Nobody heard. | He left… | Nobody saw.");
        check("I thought ... I was alone.");
    }

    #[test]
    fn enumerations() {
        check("1. The mill | 2. The house | 3. The barn");
        check("a) The mill b) the house".replace(" b)", " | b)").as_str());
        check("1.) The mill stands. | 2.) The house fell.");
        check("• The mill • the house".replace(" • ", " | • ").as_str());
        check("We found three: 1. The mill stands.");
        check("It stood in 1984. | It fell in part 2. | The rest stands.");
    }

    #[test]
    fn white_space() {
        let text = " \r\n Orla\nsings.\t\n She\u{a0}rests. ";
        let found: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["Orla\nsings.", "She\u{a0}rests."]);
        assert_eq!(sentences(" \n "), []);
    }

    proptest! {
        #[test]
        fn sentences_hold_all_words_in_order(text in r#"([A-Za-z0-9.!?…"”()\[\] \n•é]|\PC| \. |Mr\. |1\. |U\.S\. ){0,60}"#) {
            let mut end = 0;
            for span in sentences(&text) {
                prop_assert!(end <= span.start && !span.of(&text).is_empty());
                prop_assert!(text[end..span.start].trim().is_empty());
                prop_assert_eq!(span.of(&text).trim(), span.of(&text));
                end = span.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
