//! Plain text: a title line, headings that stand alone, paragraphs, hard-wrapped or not, and lists.

use super::body::read_group;
use super::builder::Builder;
use super::inline::Inline;
use super::lines::{ends_sentence, item, lines};
use crate::text::Span;

/// The longest title, in words and in characters.
pub const LONGEST_TITLE: (usize, usize) = (12, 80);
/// The longest heading within the text, in words and in characters: longer lines that stand alone are captions.
const LONGEST_HEADING: (usize, usize) = (8, 60);

/// Reads the builder's text as plain text.
pub fn read(builder: &mut Builder) {
    let all: Vec<Span> = lines(builder.text()).collect();
    let groups: Vec<Vec<Span>> =
        all.split(|line| line.is_empty()).map(|group| without_rules(builder.text(), group)).filter(|group| !group.is_empty()).collect();
    for (index, group) in groups.iter().enumerate() {
        let text = builder.text();
        let next = groups.get(index + 1);
        let words = group.first().copied().map(Inline::plain).unwrap_or_default();
        if index == 0 && next.is_some() && is_short_line(text, group, LONGEST_TITLE) {
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

/// Whether a group is a short line that could be a heading: one that starts with a capital, a number or a quote and states nothing (`Key: Value`).
fn is_heading(text: &str, group: &[Span]) -> bool {
    let starts = |words: &str| words.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase() || matches!(c, '"' | '“' | '‘' | '('));
    is_short_line(text, group, LONGEST_HEADING) && starts(group[0].of(text)) && !group[0].of(text).contains(": ")
}

/// Whether a group may stand under a heading: it is none itself and does not go on with something unfinished.
fn begins_text(text: &str, group: &[Span]) -> bool {
    !is_heading(text, group) && !group[0].of(text).starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | '.' | ')'))
}

/// Whether a group is one short line with words in it that does not end like a sentence and is no list item.
pub fn is_short_line(text: &str, group: &[Span], (most_words, most_characters): (usize, usize)) -> bool {
    let [line] = group[..] else { return false };
    let words = line.of(text);
    words.len() <= 4 * most_characters
        && words.chars().count() <= most_characters
        && words.split_whitespace().count() <= most_words
        && words.contains(char::is_alphanumeric)
        && !ends_sentence(words)
        && item(text, line).is_none()
}

#[cfg(test)]
mod tests {
    use super::super::{Format, sketch};

    fn check(text: &str, expected: &[&str]) {
        sketch::check(Format::Plain, text, expected);
    }

    #[test]
    fn a_first_line_that_stands_alone_is_the_title() {
        check("dorn mill\n\n\nIt stands.", &["T dorn mill", "1.1 4 prose: It stands."]);
        check("Dorn Mill\n=========\n\nIt stands.", &["T Dorn Mill", "1.1 4 prose: It stands."]);
        check("Dorn Mill", &["1.1 1 prose: Dorn Mill"]);
        check("It stands.\n\nIt fell.", &["1.1 1 prose: It stands.", "2.1 3 prose: It fell."]);
        check("Dorn Mill\nIt stands.", &["1.1 1 prose: Dorn Mill", "2.1 2 prose: It stands."]);
    }

    #[test]
    fn short_lines_that_stand_alone_are_headings() {
        check(
            "It stands.\n\nLater Years\n\nIt fell.\n\nOwner: Orla\n\nIt rose\n\nand stayed.\n\nThe End",
            &[
                "1.1 1 prose: It stands.",
                "# Later Years",
                "1.1 5 prose: It fell.",
                "2.1 7 prose: Owner: Orla",
                "3.1 9 prose: It rose",
                "4.1 11 prose: and stayed.",
                "5.1 13 prose: The End",
            ],
        );
    }

    #[test]
    fn hard_wrapped_lines_are_one_paragraph() {
        check(
            "The mill of Dorn stands by the river Aul, where Mr.\nFinch was born. It has been empty since the flood of\nthat year.\n\nIt fell.",
            &[
                "1.1 1 prose: The mill of Dorn stands by the river Aul, where Mr.\nFinch was born.",
                "1.2 2 prose: It has been empty since the flood of\nthat year.",
                "2.1 5 prose: It fell.",
            ],
        );
    }

    #[test]
    fn lists_and_infoboxes() {
        check(
            "Dorn\n\n- Owner: Orla\n\nIt has:\n- a wheel\n- a roof",
            &["T Dorn", "1.1 3 infobox Owner|Orla: Owner: Orla", "2.1 5 prose: It has:", "3.1 6 item: a wheel", "3.2 7 item: a roof"],
        );
    }
}
