//! What the readers of all formats build on: blocks go in, in order; sections, paragraphs and sentences come out.

use super::inline::Inline;
use super::{Document, Kind, Section, Sentence};
use crate::text::{Span, sentences};

/// A document in the making.
pub struct Builder {
    document: Document,
    /// The headings that are open, each with its level.
    open: Vec<(usize, String)>,
    paragraph: usize,
    number: usize,
    /// Whether the next sentence begins a paragraph.
    fresh: bool,
    /// Whether nothing but a title and infobox lines has come so far.
    at_top: bool,
    /// Where each line starts.
    line_starts: Vec<usize>,
}

impl Builder {
    /// An empty document called `name`, whose file holds `text`.
    pub fn new(name: String, text: String) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let lead = Section { path: Vec::new(), heading: None };
        let document = Document { name, text, title: None, sections: vec![lead], sentences: Vec::new(), markup: Vec::new() };
        Self { document, open: Vec::new(), paragraph: 0, number: 0, fresh: true, at_top: true, line_starts }
    }

    /// The document as it was built.
    pub fn finish(self) -> Document {
        self.document
    }

    /// Whether nothing but a title and infobox lines has come so far, so that more of them may.
    pub fn at_top(&self) -> bool {
        self.at_top
    }

    /// Takes a title, unless there is one or prose stands before it; then it is a heading of the given level.
    pub fn title_or_heading(&mut self, level: usize, words: &Inline) {
        if self.at_top && self.document.title.is_none() {
            self.caption(words);
        } else {
            self.heading(level, words);
        }
    }

    /// Takes an infobox's caption for the title if there is none.
    pub fn caption(&mut self, words: &Inline) {
        if self.document.title.is_none()
            && let Some(span) = words.span(&self.document.text)
        {
            self.document.title = Some(span);
            self.mark(&[span], words);
        }
    }

    /// Begins a section. Levels count from 1, the outermost.
    pub fn heading(&mut self, level: usize, words: &Inline) {
        let Some(span) = words.span(&self.document.text) else { return };
        let shown = words.reading(&self.document.text).text().split_whitespace().collect::<Vec<_>>().join(" ");
        while self.open.pop_if(|(outer, _)| *outer >= level).is_some() {}
        self.open.push((level, shown));
        let path = self.open.iter().map(|(_, heading)| heading.clone()).collect();
        self.document.sections.push(Section { path, heading: Some(span) });
        self.mark(&[span], words);
        self.paragraph = 0;
        self.fresh = true;
        self.at_top = false;
    }

    /// Ends the paragraph, list or table: what comes next begins another.
    pub fn end_paragraph(&mut self) {
        self.fresh = true;
    }

    /// Splits words into sentences of one kind and adds them to the paragraph, but for those without a letter or a digit.
    pub fn sentences(&mut self, kind: &Kind, words: &Inline) {
        let reading = words.reading(&self.document.text);
        let worded = |span: &Span| span.of(reading.text()).contains(char::is_alphanumeric);
        let mut spans: Vec<Span> = sentences(reading.text()).into_iter().filter(worded).map(|span| reading.source(span)).collect();
        words.widen(&mut spans);
        self.mark(&spans, words);
        for span in spans {
            self.whole(kind.clone(), span);
        }
    }

    /// Adds one sentence that is not split: an infobox line, a table row, a line of code.
    pub fn whole(&mut self, kind: Kind, span: Span) {
        if self.fresh {
            self.paragraph += 1;
            self.number = 0;
            self.fresh = false;
        }
        self.number += 1;
        self.at_top &= matches!(kind, Kind::Infobox { .. });
        let section = self.document.sections.len() - 1;
        let line = self.line_starts.partition_point(|&start| start <= span.start);
        self.document.sentences.push(Sentence { span, kind, section, paragraph: self.paragraph, number: self.number, line });
    }

    /// Notes what within `spans`, which are in order, is no word of `words`.
    pub fn mark(&mut self, spans: &[Span], words: &Inline) {
        let mut pieces = words.pieces.iter().peekable();
        for span in spans {
            let mut at = span.start;
            while let Some(piece) = pieces.peek().filter(|piece| piece.start < span.end) {
                self.mark_between(at, piece.start);
                at = at.max(piece.end);
                if piece.end > span.end {
                    break;
                }
                pieces.next();
            }
            self.mark_between(at, span.end);
        }
    }

    fn mark_between(&mut self, start: usize, end: usize) {
        if start < end {
            self.document.markup.push(Span::new(start, end));
        }
    }

    /// The file's text.
    pub fn text(&self) -> &str {
        &self.document.text
    }
}
