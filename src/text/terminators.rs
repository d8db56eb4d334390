//! What ends a sentence in writing: runs of full stops and marks, and what closes on them.

/// The longest note `[…]` taken with the end of a sentence, in bytes.
const LONGEST_NOTE: usize = 40;

/// Whether `c` may end a sentence.
pub fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉')
}

/// A run of terminators, spaced ellipses (`. . .`) in one piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// What it is made of.
    pub kind: RunKind,
    /// How many dots; `…` counts as three.
    pub dots: usize,
    /// One past its last byte.
    pub end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    /// One full stop.
    Stop,
    /// Several dots, or `…`.
    Ellipsis,
    /// A run with an exclamation or question mark.
    Mark,
}

impl Run {
    /// The run that starts at byte `at` of `text`.
    pub fn read(text: &str, at: usize) -> Self {
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

    /// Whether the run, which starts at `at`, stands alone in brackets, as in `[...]` and `(!)`.
    pub fn bracketed(&self, text: &str, at: usize) -> bool {
        text[..at].ends_with(['[', '(']) && text[self.end..].starts_with([']', ')'])
    }
}

/// Whether `text` starts with a dot that belongs to no word.
fn lone_dot(text: &str) -> bool {
    text.strip_prefix('.').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Where the quotes, brackets and notes (`[1]`) that close at byte `at` of `text` end; `at` itself where none do.
pub fn closers_end(text: &str, at: usize) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_read_to_their_end() {
        let check = |text: &str, kind: RunKind, dots: usize, end: usize| {
            assert_eq!(Run::read(text, 0), Run { kind, dots, end }, "{text}");
        };
        check(". Orla", RunKind::Stop, 1, 1);
        check("... Orla", RunKind::Ellipsis, 3, 3);
        check("…. Orla", RunKind::Ellipsis, 4, 4);
        check(". . . Orla", RunKind::Ellipsis, 3, 5);
        check(". .5 Orla", RunKind::Stop, 1, 1);
        check("?! . Orla", RunKind::Mark, 0, 2);
    }

    #[test]
    fn quotes_brackets_and_notes_close() {
        let check = |text: &str, expected: usize| assert_eq!(closers_end(text, 0), expected, "{text}");
        check("\") Orla", 2);
        check("”[1][note 2] Orla", 14);
        check(" \"Orla", 0);
        check("[Orla", 0);
    }
}
