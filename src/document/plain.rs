//! Plain text: a title line, headings that stand alone, paragraphs, hard-wrapped or not, and lists.

use super::builder::Builder;
use super::inline::Inline;
use super::lines::{ends_sentence, item, lines};
use super::wiki::read_group;
use crate::text::Span;

/// The longest title or heading, in words and in characters.
const LONGEST_HEADING: (usize, usize) = (12, 80);

/// Reads the builder's text as plain text.
pub fn read(builder: &mut Builder) {
    let all: Vec<Span> = lines(builder.text()).collect();
    let groups: Vec<Vec<Span>> =
        all.split(|line| line.is_empty()).map(|group| without_rules(builder.text(), group)).filter(|group| !group.is_empty()).collect();
    for (index, group) in groups.iter().enumerate() {
        let text = builder.text();
        let next = groups.get(index + 1);
        let words = group.first().copied().map(Inline::plain).unwrap_or_default();
        if index == 0 && next.is_some() && is_short_line(text, group) {
            builder.title_or_heading(1, &words);
        } else if is_heading(text, group) && next.is_some_and(|next| begins_text(text, next)) {
            builder.heading(1, &words);
        } else {
            read_group(builder, group, |_, span| Inline::plain(span));
        }
    }
}

/// The lines of a group but for those that only draw a rule (`=====`).
fn without_rules(text: &str, group: &[Span]) -> Vec<Span> {
    let is_rule = |line: &Span| line.len() >= 3 && line.of(text).chars().all(|c| matches!(c, '=' | '-' | '~' | '*' | '_' | '#' | '+'));
    group.iter().copied().filter(|line| !is_rule(line)).collect()
}

/// Whether a group is a short line that could be a heading: one that does not start in lower case.
fn is_heading(text: &str, group: &[Span]) -> bool {
    is_short_line(text, group) && !group[0].of(text).starts_with(char::is_lowercase)
}

/// Whether a group may stand under a heading: it is none itself and does not go on with something unfinished.
fn begins_text(text: &str, group: &[Span]) -> bool {
    !is_heading(text, group) && !group[0].of(text).starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | '.' | ')'))
}

/// Whether a group is one short line with words in it that does not end like a sentence and is no list item.
fn is_short_line(text: &str, group: &[Span]) -> bool {
    let [line] = group[..] else { return false };
    let words = line.of(text);
    let (most_words, most_characters) = LONGEST_HEADING;
    words.len() <= 4 * most_characters
        && words.chars().count() <= most_characters
        && words.split_whitespace().count() <= most_words
        && words.contains(char::is_alphanumeric)
        && !ends_sentence(words)
        && item(text, line).is_none()
}
