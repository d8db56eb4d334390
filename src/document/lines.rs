//! Lines, and how they make up list items and paragraphs.

use crate::text::Span;
use crate::text::enumeration::is_bullet;

/// Lines longer than this, in characters, are no hard-wrapped text.
const WIDEST_WRAP: usize = 120;
/// Lines shorter than this, in characters, are not taken for full lines of hard-wrapped text.
const NARROWEST_WRAP: usize = 40;

/// Words after which a line cannot end: what they lead to stands on the next line.
const LEADING: [&str; 36] = [
    "a", "an", "and", "are", "as", "at", "because", "but", "by", "for", "from", "had", "has", "have", "his", "her", "in", "into", "is",
    "its", "not", "of", "on", "or", "our", "that", "the", "their", "to", "was", "were", "when", "which", "who", "with", "than",
];

/// The lines of `text`, each without the white space around it; blank ones are empty spans. A byte order mark belongs to no line.
pub fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    text[start..].split_inclusive('\n').map(move |line| {
        let span = trim(text, Span::new(start, start + line.len()));
        start += line.len();
        span
    })
}

/// `span` without the white space at its ends.
pub fn trim(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + words.len() - words.trim_start().len();
    Span::new(start, start + words.trim().len())
}

/// Whether a line is a list item: its words behind a marker `*`, `-`, `+`, `#`. A typographic bullet counts too but stays part of the words.
pub fn item(text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    if words.starts_with(is_bullet) {
        return Some(line);
    }
    let behind = words.trim_start_matches(['*', '-', '+', '#']);
    let (markers, rest) = (words.len() - behind.len(), behind.trim_start());
    let spaced = behind.starts_with(char::is_whitespace) || words.starts_with('*') && !behind.contains('*');
    ((1..=6).contains(&markers) && spaced && !rest.is_empty()).then(|| Span::new(line.end - rest.len(), line.end))
}

/// Where the key and the value of a line `Key: Value` stand. A key is a few words without sentence punctuation.
pub fn key_value(text: &str, words: Span) -> Option<(Span, Span)> {
    let (key, value) = words.of(text).split_once(": ")?;
    let key_span = trim(text, Span::new(words.start, words.start + key.len()));
    let value_span = trim(text, Span::new(words.end - value.len(), words.end));
    let plain = !key.contains(['.', '!', '?', ';', ',', '"', '“']) && key.split_whitespace().count() <= 6;
    (plain && !key_span.is_empty() && !value_span.is_empty()).then_some((key_span, value_span))
}

/// Whether the words end as a sentence does, quotes and brackets aside.
pub fn ends_sentence(words: &str) -> bool {
    let bare = words.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '*', '_']);
    bare.ends_with(['.', '!', '?', '…', ':', ';', ','])
}

/// A list item or a paragraph: one line or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// Its words, without a list marker.
    pub span: Span,
    /// Whether it is a list item.
    pub item: bool,
}

/// Joins lines that follow each other into items and paragraphs: a line goes on in the next where it is a full line of hard-wrapped text,
/// or where neither its end nor the next one's beginning lets a paragraph end.
pub fn units(text: &str, lines: &[Span]) -> Vec<Unit> {
    let widest = lines.iter().map(|line| line.of(text).chars().count()).max().unwrap_or(0);
    let mut joined: Vec<Unit> = Vec::new();
    let mut last = "";
    for &line in lines {
        let words = line.of(text);
        match (item(text, line), joined.last_mut()) {
            (Some(span), _) => joined.push(Unit { span, item: true }),
            (None, Some(unit)) if goes_on(last, words, widest) => unit.span = unit.span.cover(line),
            (None, _) => joined.push(Unit { span: line, item: false }),
        }
        last = words;
    }
    joined
}

fn goes_on(line: &str, next: &str, widest: usize) -> bool {
    let width = line.chars().count();
    let next_word = next.split_whitespace().next().unwrap_or(next);
    let wrapped =
        (NARROWEST_WRAP..=WIDEST_WRAP).contains(&width) && widest <= WIDEST_WRAP && width + 1 + next_word.chars().count() > widest;
    let open = !ends_sentence(line) || line.ends_with([',', ';', '-', '–', '—']);
    let last_word = line.rsplit(char::is_whitespace).next().unwrap_or(line);
    wrapped || open && (next.starts_with(char::is_lowercase) || line.ends_with([',', ';']) || LEADING.contains(&last_word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_trimmed() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(lines(text).map(|line| line.of(text)).collect::<Vec<_>>(), expected, "{text:?}");
        };
        check("", &[]);
        check("\u{feff}a\r\n\r\n  b c \n", &["a", "", "b c"]);
        check("a\nb", &["a", "b"]);
    }

    #[test]
    fn items_have_markers() {
        let check = |line: &str, expected: Option<&str>| {
            assert_eq!(item(line, Span::new(0, line.len())).map(|words| words.of(line)), expected, "{line}");
        };
        check("* The mill", Some("The mill"));
        check("** The mill", Some("The mill"));
        check("*The mill", Some("The mill"));
        check("- mill", Some("mill"));
        check("# first", Some("first"));
        check("• 2. The mill", Some("• 2. The mill"));
        check("*The Mill*", None);
        check("-5 degrees", None);
        check("---", None);
        check("- ", None);
        check("mill", None);
    }

    #[test]
    fn lines_join_into_units() {
        let check = |text: &str, expected: &[&str]| {
            let lines: Vec<Span> = lines(text).collect();
            assert_eq!(units(text, &lines).iter().map(|unit| unit.span.of(text)).collect::<Vec<_>>(), expected, "{text}");
        };
        check(
            "The mill of Dorn\nIt stands by the river Aul.\nNobody lives there.",
            &["The mill of Dorn", "It stands by the river Aul.", "Nobody lives there."],
        );
        let wrapped =
            "The mill of Dorn stands by the river Aul, where Orla\nFinch was born. Nobody has lived there since the great\nflood.";
        check(wrapped, &[wrapped]);
        check("It was built in the\nDorn valley", &["It was built in the\nDorn valley"]);
        check("It was built\nin Dorn,\nAulshire.", &["It was built\nin Dorn,\nAulshire."]);
    }
}
