//! A run of words with markup in it: a paragraph, an item, a heading, a cell.

use super::reading::Reading;
use crate::text::Span;

/// Where the words of a block stand, and which stretches belong together as marked.
#[derive(Debug, Clone, Default)]
pub struct Inline {
    /// The words, without markup, in order.
    pub pieces: Vec<Span>,
    /// Marked stretches, markup included (`**x**`, `[x](y)`, `[^1]`), outer ones first, in order of their starts.
    pub marked: Vec<Span>,
}

impl Inline {
    /// Words without any markup.
    pub fn plain(span: Span) -> Self {
        Self { pieces: vec![span], marked: Vec::new() }
    }

    /// Its words, with the way back.
    pub fn reading<'t>(&self, text: &'t str) -> Reading<'t> {
        Reading::of(text, &self.pieces)
    }

    /// The stretch from its first word to its last; `None` where it has no visible word.
    pub fn span(&self, text: &str) -> Option<Span> {
        let reading = self.reading(text);
        let words = reading.text();
        let start = words.len() - words.trim_start().len();
        let span = Span::new(start, start + words.trim().len());
        (!span.is_empty()).then(|| reading.source(span))
    }

    /// Widens each of `sentences`, which are in order, by the marked stretches that hold words of it alone, and by notes that touch its end.
    pub fn widen(&self, sentences: &mut [Span]) {
        for &marked in &self.marked {
            let first = sentences.partition_point(|sentence| sentence.end < marked.start);
            let end = sentences.partition_point(|sentence| sentence.start < marked.end);
            let mut held = (first..end).filter(|&index| sentences[index].overlaps(marked));
            let place = match (held.next(), held.next()) {
                (Some(index), None) => index,
                (None, _) if first < end && sentences[first].end == marked.start => first,
                _ => continue,
            };
            sentences[place] = sentences[place].cover(marked);
        }
    }
}
