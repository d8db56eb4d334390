//! A stretch of a document as English: its words without markup, and where each of them stands in the file.

use std::borrow::Cow;

use crate::text::Span;

/// Words without markup, with the way back: what is found at a span of [`Reading::text`] stands at [`Reading::source`] of it in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<'t> {
    text: Cow<'t, str>,
    /// The pieces of the document whose words, joined, are `text`, each behind the place in `text` where it begins; in order, none empty.
    pieces: Vec<(usize, Span)>,
}

impl<'t> Reading<'t> {
    /// The words of `pieces`, which lie in `source` in order.
    pub(super) fn of(source: &'t str, pieces: &[Span]) -> Self {
        let mut length = 0;
        let mut placed = Vec::with_capacity(pieces.len());
        for &piece in pieces.iter().filter(|piece| !piece.is_empty()) {
            placed.push((length, piece));
            length += piece.len();
        }
        let text = match placed[..] {
            [(_, piece)] => Cow::Borrowed(piece.of(source)),
            _ => placed.iter().map(|(_, piece)| piece.of(source)).collect(),
        };
        Self { text, pieces: placed }
    }

    /// The words of `source` at `span`, those in `markup` left out.
    pub(super) fn between(source: &'t str, span: Span, markup: impl Iterator<Item = Span>) -> Self {
        let mut pieces = Vec::new();
        let mut at = span.start;
        for markup in markup {
            pieces.push(Span::new(at, markup.start.clamp(at, span.end)));
            at = markup.end.clamp(at, span.end);
        }
        pieces.push(Span::new(at, span.end));
        Self::of(source, &pieces)
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words as a value of their own; borrowed from the document where there was no markup.
    pub fn into_text(self) -> Cow<'t, str> {
        self.text
    }

    /// Where `span` of [`Reading::text`] stands in the document: from its first byte to its last, any markup between them included.
    pub fn source(&self, span: Span) -> Span {
        let start = self.place(span.start);
        let end = if span.is_empty() { start } else { self.place(span.end - 1) + 1 };
        Span::new(start, end.max(start))
    }

    /// Where byte `at` of the text stands; for its end, the end of the last piece.
    fn place(&self, at: usize) -> usize {
        match self.pieces.partition_point(|(start, _)| *start <= at).checked_sub(1) {
            Some(index) => {
                let (start, piece) = self.pieces[index];
                (piece.start + at - start).min(piece.end)
            }
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_markup_out_and_finds_the_way_back() {
        let source = "An **Orla [Finch](x)** b";
        let marks = [Span::new(3, 5), Span::new(10, 11), Span::new(16, 22)];
        let reading = Reading::between(source, Span::new(0, source.len()), marks.into_iter());
        assert_eq!(reading.text(), "An Orla Finch b");
        let check = |start: usize, end: usize, expected: &str| assert_eq!(reading.source(Span::new(start, end)).of(source), expected);
        check(3, 7, "Orla");
        check(3, 13, "Orla [Finch");
        check(8, 13, "Finch");
        check(14, 15, "b");
        check(15, 15, "");
    }
}
