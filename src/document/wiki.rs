//! The wiki-like format: `= Title =`, an infobox of lines `- Key: Value`, `==Section==`, paragraphs, lists, `*emphasis*`, `[[links]]`.

use super::body::read_group;
use super::builder::Builder;
use super::inline::Inline;
use super::lines::{lines, trim};
use super::plain::{LONGEST_TITLE, is_short_line};
use crate::text::Span;

/// The longest marked stretch, in bytes.
const LONGEST_MARK: usize = 300;
/// How many signs may stand open at once.
const NESTED_MARKS: usize = 8;

/// Reads the builder's text as wiki text.
pub fn read(builder: &mut Builder) {
    let all: Vec<Span> = lines(builder.text()).collect();
    let mut group = Vec::new();
    let rest = read_bare_title(builder, &all);
    for &line in rest {
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

/// Takes a first line that stands alone for the title of a text that marks none, and gives back the lines behind it.
fn read_bare_title<'l>(builder: &mut Builder, all: &'l [Span]) -> &'l [Span] {
    let text = builder.text();
    let marked = || all.iter().any(|&line| heading(text, line).is_some_and(|(level, _)| level == 1));
    let Some(first) = all.iter().position(|line| !line.is_empty()).filter(|_| !marked()) else { return all };
    let alone = all.get(first + 1).is_some_and(|next| next.is_empty());
    if !alone || heading(text, all[first]).is_some() || !is_short_line(text, &all[first..=first], LONGEST_TITLE) {
        return all;
    }
    builder.title_or_heading(1, &Inline::plain(all[first]));
    &all[first + 1..]
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

#[cfg(test)]
mod tests {
    use super::super::{Document, Format, sketch};

    fn check(text: &str, expected: &[&str]) {
        sketch::check(Format::Wiki, text, expected);
    }

    #[test]
    fn title_infobox_sections_and_paragraphs() {
        check(
            "= Orla Finch =\n\nOrla Finch in 1921\n- Born: Dorn\n- Other Names: Lark: the singer\n\nShe sings. She dances.\n\n== Life ==\nShe left Dorn.\nShe came back.\n\nShe rests.\n===Youth===\n==== Songs ====\nShe sang.\n==Death==\nShe died.",
            &[
                "T Orla Finch",
                "1.1 4 infobox Born|Dorn: Born: Dorn",
                "1.2 5 infobox Other Names|Lark: the singer: Other Names: Lark: the singer",
                "2.1 7 prose: She sings.",
                "2.2 7 prose: She dances.",
                "# Life",
                "1.1 10 prose: She left Dorn.",
                "2.1 11 prose: She came back.",
                "3.1 13 prose: She rests.",
                "# Life › Youth",
                "# Life › Youth › Songs",
                "1.1 16 prose: She sang.",
                "# Death",
                "1.1 18 prose: She died.",
            ],
        );
    }

    #[test]
    fn lists_after_prose_are_items() {
        check(
            "She sings:\n* The Lark. It is short.\n* The Finch, a long\nsong\n- Key: value\n\nShe rests.",
            &[
                "1.1 1 prose: She sings:",
                "2.1 2 item: The Lark.",
                "2.2 2 item: It is short.",
                "2.3 3 item: The Finch, a long\nsong",
                "2.4 5 item: Key: value",
                "3.1 7 prose: She rests.",
            ],
        );
    }

    #[test]
    fn a_first_line_that_stands_alone_is_the_title_of_a_text_that_marks_none() {
        check(
            "Dorn (town)\n\nIt stands.\n\n== Life ==\nIt fell.",
            &["T Dorn (town)", "1.1 3 prose: It stands.", "# Life", "1.1 6 prose: It fell."],
        );
        check("It stands.\n\n== Life ==\nIt fell.", &["1.1 1 prose: It stands.", "# Life", "1.1 4 prose: It fell."]);
    }

    #[test]
    fn odd_files_are_read() {
        check("", &[]);
        check("\u{feff} \r\n\t\n", &[]);
        check("\u{feff}= Dorn =\r\n\r\nIt stands.\r\nIt\u{7} fell.", &["T Dorn", "1.1 3 prose: It stands.", "2.1 4 prose: It\u{7} fell."]);
        check("= A =\n= B =\n==C=\n==\n", &["T A", "# B", "1.1 3 prose: ==C="]);
        check("It stands.\n= A =", &["1.1 1 prose: It stands.", "# A"]);
        check("It has:\n- Wheel: old", &["1.1 1 prose: It has:", "2.1 2 item: Wheel: old"]);
        check("Dorn\n- Owner: Orla", &["T Dorn", "1.1 2 infobox Owner|Orla: Owner: Orla"]);
    }

    #[test]
    fn marks_are_no_words() {
        let check = |text: &str, expected: &str| {
            let document = Document::read("stdin", text.into(), Some(Format::Wiki)).unwrap();
            let words: Vec<_> = document.sentences.iter().map(|sentence| document.reading(sentence.span).into_text()).collect();
            assert_eq!(words.join(" | "), expected);
        };
        check("She wrote *The Lark* in ''Dorn''. '''Orla''' rests.", "She wrote The Lark in Dorn. | Orla rests.");
        check("See [[Dorn Mill|the mill]] and [[Aul]].", "See the mill and Aul.");
        check("3 * 4 * 5 is [60] or it isn't.", "3 * 4 * 5 is [60] or it isn't.");
        check("*''Lark'' sings.* She '''rests.''' [[A|''B'']]", "Lark sings. | She rests. | B");
    }
}
