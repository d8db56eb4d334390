//! The text cut into words, numbers and marks: what the readers of values walk over.

use crate::text::Span;

/// What a [`Piece`] is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A run of letters.
    Word,
    /// A run of digits, with thousands separators and at most one decimal point.
    Number,
    /// One character of any other sort.
    Mark,
    /// Digits and points that are no number: a version, an address.
    Opaque,
    /// An empty line: nothing reads across it.
    Break,
}

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub span: Span,
    pub sort: Sort,
    /// Whether white space stands before it.
    pub spaced: bool,
}

/// The pieces of a text in order. Every question about an index past the end has a harmless answer.
pub(super) struct Pieces<'t> {
    text: &'t str,
    lower: String,
    list: Vec<Piece>,
}

impl<'t> Pieces<'t> {
    /// Cuts `text`, once, from left to right.
    pub fn new(text: &'t str) -> Self {
        let mut list: Vec<Piece> = Vec::with_capacity(text.len() / 5);
        let (mut at, mut spaced, mut lines) = (0, true, 0);
        while let Some(c) = text[at..].chars().next() {
            if c.is_whitespace() {
                (at, spaced, lines) = (at + c.len_utf8(), true, lines + usize::from(c == '\n'));
                continue;
            }
            if lines > 1 {
                list.push(Piece { span: Span::new(at, at), sort: Sort::Break, spaced: true });
            }
            let (len, sort) = first_piece(&text[at..], c);
            list.push(Piece { span: Span::new(at, at + len), sort, spaced });
            (at, spaced, lines) = (at + len, false, 0);
        }
        Self { text, lower: text.to_ascii_lowercase(), list }
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The piece at `i`.
    pub fn get(&self, i: usize) -> Option<Piece> {
        self.list.get(i).copied()
    }

    /// The sort of the piece at `i`; a break outside the text.
    pub fn sort(&self, i: usize) -> Sort {
        self.get(i).map_or(Sort::Break, |p| p.sort)
    }

    /// The piece as written.
    pub fn raw(&self, i: usize) -> &'t str {
        self.get(i).map_or("", |p| p.span.of(self.text))
    }

    /// The piece in lower case.
    pub fn low(&self, i: usize) -> &str {
        self.get(i).map_or("", |p| p.span.of(&self.lower))
    }

    /// The piece before `i` in lower case.
    pub fn before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |k| self.low(k))
    }

    /// Whether the piece at `i` is one of `words`, in any case.
    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&self.low(i))
    }

    /// Whether the pieces from `i` on are exactly `words`.
    pub fn are(&self, i: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(k, word)| self.low(i + k) == *word)
    }

    /// The mark at `i`.
    pub fn mark(&self, i: usize) -> Option<char> {
        self.get(i).filter(|p| p.sort == Sort::Mark).and_then(|p| p.span.of(self.text).chars().next())
    }

    /// Whether the piece at `i` follows the one before it without a space.
    pub fn tight(&self, i: usize) -> bool {
        i > 0 && self.get(i).is_some_and(|p| !p.spaced)
    }

    /// Whether a hyphen or dash stands at `i`, no space on either side.
    pub fn tight_dash(&self, i: usize) -> bool {
        self.mark(i).is_some_and(is_dash) && self.tight(i) && self.tight(i + 1)
    }

    /// `i`, or one further where a tight hyphen stands at `i`.
    pub fn past_hyphen(&self, i: usize) -> usize {
        if self.tight_dash(i) { i + 1 } else { i }
    }

    /// Whether a word with a capital stands at `i`.
    pub fn capital(&self, i: usize) -> bool {
        self.sort(i) == Sort::Word && self.raw(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether a word in small letters stands at `i`.
    pub fn small(&self, i: usize) -> bool {
        self.sort(i) == Sort::Word && !self.capital(i)
    }

    /// Whether a word in small letters stands at `i` that may be a noun or an adjective.
    pub fn small_noun(&self, i: usize) -> bool {
        self.small(i) && !FUNCTION_WORDS.contains(&self.low(i))
    }

    /// Whether what hangs on the number that ends before `i` makes it part of something longer: a letter, a digit, a dash with digits or capitals.
    pub fn tight_more(&self, i: usize) -> bool {
        if !self.tight(i) {
            return false;
        }
        match self.sort(i) {
            Sort::Word | Sort::Number | Sort::Opaque => true,
            _ if self.mark(i).is_some_and(|c| matches!(c, '/' | ':' | '_' | '@' | '°' | '×')) => self.tight(i + 1),
            _ => self.tight_dash(i) && (self.sort(i + 1) != Sort::Word || self.capital(i + 1)),
        }
    }

    /// Whether `i` begins a sentence or a line, as far as its neighbours tell.
    pub fn opens(&self, i: usize) -> bool {
        i == 0 || matches!(self.sort(i - 1), Sort::Break) || self.mark(i - 1).is_some_and(|c| ".!?:;\"“(•*|".contains(c))
    }

    /// The bytes from piece `first` up to, not with, piece `end`.
    pub fn span(&self, first: usize, end: usize) -> Span {
        match (self.get(first), end.checked_sub(1).and_then(|k| self.get(k))) {
            (Some(a), Some(b)) if a.span.start <= b.span.end => Span::new(a.span.start, b.span.end),
            _ => Span::default(),
        }
    }

    /// The digits at `i` as a number; `None` where a letter, a point or a sign beside them says that they are none.
    pub fn digits(&self, i: usize) -> Option<f64> {
        if self.sort(i) != Sort::Number || self.part_of_code(i) {
            return None;
        }
        let raw = self.raw(i);
        let leading_zero = raw.len() > 1 && raw.starts_with('0') && !raw.starts_with("0.");
        if leading_zero { None } else { parse(raw) }
    }

    /// The digits at `i` as a whole number without separators, leading zeros allowed: a day, a year, an hour.
    pub fn plain(&self, i: usize) -> Option<u32> {
        let raw = self.raw(i);
        (self.sort(i) == Sort::Number && !self.part_of_code(i) && raw.len() <= 9).then(|| raw.parse().ok()).flatten()
    }

    /// Whether the digits at `i` hang on a letter or sign before them: `C8`, `COVID-19`, `a_1`, `/3`.
    fn part_of_code(&self, i: usize) -> bool {
        if !self.tight(i) {
            return false;
        }
        match (self.sort(i - 1), self.mark(i - 1)) {
            (Sort::Word, _) | (Sort::Opaque, _) | (Sort::Number, _) => true,
            (_, Some('_' | '@' | '\\' | '.' | '=' | '&')) => true,
            (_, Some(c)) if is_dash(c) && i >= 2 && self.tight(i - 1) && c != '—' => {
                self.sort(i - 2) == Sort::Word && !self.is(i - 2, HYPHENATED) && super::lexicon::sense(self.low(i - 2)).is_none()
            }
            _ => false,
        }
    }
}

/// Small words that are neither noun nor adjective.
const FUNCTION_WORDS: &[&str] = &[
    "a", "after", "an", "and", "are", "as", "at", "because", "before", "but", "by", "during", "for", "from", "had", "has", "have", "he",
    "her", "his", "i", "if", "in", "into", "is", "it", "its", "not", "of", "on", "or", "over", "she", "since", "so", "than", "that", "the",
    "their", "then", "they", "this", "to", "until", "was", "we", "were", "when", "where", "which", "while", "who", "will", "with", "would",
];

/// Words that a hyphen may tie to digits.
const HYPHENATED: &[&str] =
    &["mid", "early", "late", "pre", "post", "ex", "under", "over", "sub", "inter", "date", "present", "s", "th", "st", "nd", "rd"];

/// Whether `c` ties two ends of a range, or two halves of a word, together.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '−')
}

/// Length and sort of the piece that `rest` begins with; `c` is its first character.
fn first_piece(rest: &str, c: char) -> (usize, Sort) {
    if c.is_ascii_digit() {
        number(rest)
    } else if c.is_alphabetic() {
        (rest.char_indices().find(|&(_, c)| !is_letter(c)).map_or(rest.len(), |(k, _)| k), Sort::Word)
    } else {
        (c.len_utf8(), Sort::Mark)
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}')
}

/// The characters that may part a number's thousands.
const SEPARATORS: [char; 4] = [',', '\u{a0}', '\u{202f}', '\u{2009}'];

fn digits_at(rest: &str, at: usize) -> usize {
    rest.as_bytes().get(at..).unwrap_or(&[]).iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Digits, groups of three, one decimal part; more points make it opaque.
fn number(rest: &str) -> (usize, Sort) {
    let mut end = digits_at(rest, 0);
    if end <= 3 {
        while let Some(separator) = rest[end..].chars().next().filter(|c| SEPARATORS.contains(c)) {
            if digits_at(rest, end + separator.len_utf8()) != 3 {
                break;
            }
            end += separator.len_utf8() + 3;
        }
    }
    let mut points = 0;
    while rest[end..].starts_with('.') && digits_at(rest, end + 1) > 0 {
        (end, points) = (end + 1 + digits_at(rest, end + 1), points + 1);
    }
    (end, if points > 1 { Sort::Opaque } else { Sort::Number })
}

fn parse(raw: &str) -> Option<f64> {
    if raw.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return raw.parse().ok();
    }
    raw.chars().filter(|c| !SEPARATORS.contains(c)).collect::<String>().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts() {
        let check = |text: &str, expected: &[&str]| {
            let pieces = Pieces::new(text);
            assert_eq!((0..pieces.len()).map(|i| pieces.raw(i)).collect::<Vec<_>>(), expected, "{text}");
        };
        check("€1,800 per month.", &["€", "1,800", "per", "month", "."]);
        check("5,12 or 3.4.1", &["5", ",", "12", "or", "3.4.1"]);
        check("1\u{202f}200 éléphants\n\n2nd", &["1\u{202f}200", "éléphants", "", "2", "nd"]);
        check("", &[]);
    }
}
