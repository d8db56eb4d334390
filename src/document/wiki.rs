//! The wiki-like format: `= Title =`, an infobox of lines `- Key: Value`, `==Section==`, paragraphs, lists, `*emphasis*`, `[[links]]`.

use super::Kind;
use super::builder::Builder;
use super::inline::Inline;
use super::lines::{Unit, item, key_value, lines, trim, units};
use crate::text::Span;

/// The longest marked stretch, in bytes.
const LONGEST_MARK: usize = 300;
/// How many signs may stand open at once.
const NESTED_MARKS: usize = 8;

/// Reads the builder's text as wiki text.
pub fn read(builder: &mut Builder) {
    let all: Vec<Span> = lines(builder.text()).collect();
    let mut group = Vec::new();
    for line in all {
        let heading = heading(builder.text(), line);
        if heading.is_none() && !line.is_empty() {
            group.push(line);
            continue;
        }
        read_group(builder, &group, inline);
        group.clear();
        match heading {
            Some((1, words)) => builder.title_or_heading(1, &Inline::plain(words)),
            Some((level, words)) => builder.heading(level, &Inline::plain(words)),
            None => {}
        }
    }
    read_group(builder, &group, inline);
}

/// Level and words of a heading line: as many `=` before the words as behind them.
pub fn heading(text: &str, line: Span) -> Option<(usize, Span)> {
    let words = line.of(text);
    let level = words.bytes().take_while(|&b| b == b'=').count();
    let behind = words.bytes().rev().take_while(|&b| b == b'=').count();
    if level == 0 || level != behind || level > 6 || words.len() <= 2 * level {
        return None;
    }
    let inner = trim(text, Span::new(line.start + level, line.end - level));
    (!inner.is_empty()).then_some((level, inner))
}

/// Reads lines without a blank one between them: at the document's top an infobox, else items and paragraphs, whose words `inline` finds.
pub fn read_group(builder: &mut Builder, group: &[Span], inline: fn(&str, Span) -> Inline) {
    builder.end_paragraph();
    let rest = if builder.at_top() { read_infobox(builder, group) } else { group };
    let mut in_list = false;
    for Unit { span, item } in units(builder.text(), rest) {
        if !item || !in_list {
            builder.end_paragraph();
        }
        in_list = item;
        let words = inline(builder.text(), span);
        builder.sentences(if item { &Kind::Item } else { &Kind::Prose }, &words);
    }
}

/// Reads the lines `- Key: Value` that a group starts with, an optional caption before them, and gives back the lines behind them.
fn read_infobox<'g>(builder: &mut Builder, group: &'g [Span]) -> &'g [Span] {
    let entry = |builder: &Builder, line: Span| item(builder.text(), line).and_then(|words| key_value(builder.text(), words));
    let captioned = group.first().is_some_and(|&line| item(builder.text(), line).is_none());
    let mut at = usize::from(captioned);
    if group.get(at).and_then(|&line| entry(builder, line)).is_none() {
        return group;
    }
    if captioned {
        builder.caption(&Inline::plain(group[0]));
    }
    while let Some((key, value)) = group.get(at).and_then(|&line| entry(builder, line)) {
        builder.whole(Kind::Infobox { key, value }, key.cover(value));
        at += 1;
    }
    &group[at..]
}

/// The words of a paragraph in wiki text: without `*…*`, `''…''`, `'''…'''`, `[[…|` and `]]`.
fn inline(text: &str, span: Span) -> Inline {
    let mut words = Inline::default();
    let mut cuts: Vec<Span> = Vec::new();
    let mut at = span.start;
    while let Some(found) = text[at..span.end].find(['*', '\'', '[']) {
        at += found;
        let closing = cuts.iter().rev().take(NESTED_MARKS).find(|cut| cut.start <= at && at < cut.end).copied();
        if let Some(closing) = closing {
            at = closing.end;
        } else if let Some((open, close)) = mark(&text[..span.end], at) {
            words.marked.push(open.cover(close));
            cuts.extend([close, open]);
            at = open.end;
        } else {
            at += 1;
        }
    }
    cuts.sort();
    let mut start = span.start;
    for cut in cuts {
        words.pieces.push(Span::new(start, cut.start.max(start)));
        start = cut.end.max(start);
    }
    words.pieces.push(Span::new(start, span.end.max(start)));
    words
}

/// The opening and the closing sign of the marked stretch that starts at `at`, if one does.
fn mark(text: &str, at: usize) -> Option<(Span, Span)> {
    let rest = &text[at..];
    let sign = ["[[", "'''", "''", "*"].into_iter().find(|sign| rest.starts_with(sign))?;
    let behind = &rest[sign.len()..rest.floor_char_boundary(LONGEST_MARK).max(sign.len())];
    let closing = if sign == "[[" { "]]" } else { sign };
    let inner = &behind[..behind.find(closing)?];
    let close = Span::new(0, closing.len()).shifted(at + sign.len() + inner.len());
    if inner.trim().is_empty() || sign == "*" && !emphasises(text, at, inner, close.end) {
        return None;
    }
    let target = if sign == "[[" { inner.rfind('|').map_or(0, |bar| bar + 1) } else { 0 };
    Some((Span::new(at, at + sign.len() + target), close))
}

/// Whether a pair of asterisks around `inner` clings to it from outside a word, as emphasis does.
fn emphasises(text: &str, at: usize, inner: &str, end: usize) -> bool {
    !text[..at].ends_with(char::is_alphanumeric)
        && !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '*')
        && !inner.starts_with(char::is_whitespace)
        && !inner.ends_with(char::is_whitespace)
}
