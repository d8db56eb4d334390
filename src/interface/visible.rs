//! Making text from outside harmless on a terminal: every control character is shown as a visible sign.
//!
//! Whatever comes from a document, a question or a file name passes through here before it reaches a terminal.

use std::borrow::Cow;

/// `text` as one line: control characters made visible, each line break (with the blanks around it) and each tab a space.
///
/// C0 controls become their Unicode pictures (`␛`); C1 controls, bidirectional overrides and invisible characters are written `\u{202e}`.
/// A joiner between two characters beyond ASCII stays, since emoji and several scripts are spelled with it.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| needs_showing(c) || c == '\u{200c}' || c == '\u{200d}') {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' => break_line(&mut shown, &mut rest),
            '\r' if rest.peek() == Some(&'\n') => {}
            '\t' => shown.push(' '),
            '\u{200c}' | '\u{200d}' if joins(shown.chars().next_back(), rest.peek()) => shown.push(c),
            c => push_shown(&mut shown, c),
        }
    }
    Cow::Owned(shown)
}

/// The same for text of several lines: line breaks stay.
pub fn visible_lines(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| visible(line.strip_suffix('\r').unwrap_or(line))).collect();
    lines.join("\n")
}

/// Whether a terminal may act on `c`, or hide it, or reorder what stands around it.
pub fn needs_showing(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// One harmless character for each, where columns must stay what they are. Tabs and line breaks are left alone.
pub fn stand_in(c: char) -> char {
    match u32::from(c) {
        _ if matches!(c, '\t' | '\n') => c,
        code @ 0..=0x1f => char::from_u32(0x2400 + code).unwrap_or('\u{fffd}'),
        _ if needs_showing(c) => '\u{fffd}',
        _ => c,
    }
}

/// Ends a line within a sentence: the blanks before and after the break become one space.
fn break_line(shown: &mut String, rest: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    shown.truncate(shown.trim_end_matches([' ', '\t']).len());
    while rest.next_if(|c| matches!(c, ' ' | '\t' | '\n' | '\r')).is_some() {}
    shown.push(' ');
}

/// Whether a joiner between these two is part of how they are written.
fn joins(before: Option<char>, after: Option<&char>) -> bool {
    before.is_some_and(|c| !c.is_ascii()) && after.is_some_and(|c| !c.is_ascii() && !needs_showing(*c))
}

fn push_shown(shown: &mut String, c: char) {
    match u32::from(c) {
        code @ 0..=0x1f => shown.extend(char::from_u32(0x2400 + code)),
        0x7f => shown.push('␡'),
        code if needs_showing(c) || c == '\u{200c}' || c == '\u{200d}' => shown.push_str(&format!("\\u{{{code:x}}}")),
        _ => shown.push(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(visible(text), expected, "{text:?}");
    }

    #[test]
    fn shows_what_a_terminal_would_act_on() {
        check("plain é 漢字 text", "plain é 漢字 text");
        check("\u{1b}[2Jgone", "␛[2Jgone");
        check("bell\u{7} del\u{7f} csi\u{9b}2J", "bell␇ del␡ csi\\u{9b}2J");
        check("abc\u{202e}fed\u{2066}x", "abc\\u{202e}fed\\u{2066}x");
        check("zero\u{200b}width", "zero\\u{200b}width");
        check("nul\0", "nul␀");
    }

    #[test]
    fn keeps_joiners_that_spell_something() {
        check("👩\u{200d}🚀", "👩\u{200d}🚀");
        check("می\u{200c}خواهم", "می\u{200c}خواهم");
        check("pass\u{200d}word", "pass\\u{200d}word");
    }

    #[test]
    fn breaks_within_a_sentence_become_one_space() {
        check("one\ntwo", "one two");
        check("one  \r\n   two", "one two");
        check("one\ttwo", "one two");
        check("one\rtwo", "one␍two");
    }

    #[test]
    fn several_lines_stay_several() {
        assert_eq!(visible_lines("a\u{1b}\r\nb\n"), "a␛\nb\n");
    }

    proptest! {
        #[test]
        fn nothing_that_needs_showing_is_left(text in any::<String>()) {
            prop_assert!(!visible(&text).chars().any(needs_showing));
        }

        #[test]
        fn what_is_visible_stays_as_it_is(text in any::<String>()) {
            let once = visible(&text).into_owned();
            prop_assert_eq!(visible(&once), once.as_str());
        }
    }
}
