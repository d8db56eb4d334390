//! Quotations: what stands between a pair of quotation marks.

use crate::text::Span;

/// A quotation within a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub span: Span,
    /// Between them.
    pub inside: Span,
}

/// The quotations of `text` in order, the outermost only. A mark without a partner opens none.
pub fn quotations(text: &str) -> Vec<Quotation> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some((open, close)) =
        text[from..].char_indices().find_map(|(at, c)| closing(text, from + at, c).map(|close| (from + at, close)))
    {
        let start = open + text[open..].chars().next().map_or(1, char::len_utf8);
        let end = close + text[close..].chars().next().map_or(1, char::len_utf8);
        out.push(Quotation { span: Span::new(open, end), inside: Span::new(start, close) });
        from = end;
    }
    out
}

/// Where the quotation closes that the mark `c` at `at` opens.
fn closing(text: &str, at: usize, c: char) -> Option<usize> {
    let partner = match c {
        '"' => '"',
        '“' | '„' => '”',
        '«' => '»',
        '‘' => '’',
        _ => return None,
    };
    let start = at + c.len_utf8();
    let single = partner == '’';
    let ends = |&(at, _): &(usize, char)| !single || !text[at + partner.len_utf8()..].starts_with(char::is_alphanumeric);
    text[start..]
        .char_indices()
        .map(|(i, c)| (start + i, c))
        .filter(|&(_, c)| c == partner || partner == '”' && c == '“' && text.contains('„'))
        .find(ends)
        .map(|(at, _)| at)
}
