//! Documents: a text read into title, infobox, sections, paragraphs and sentences, each with its byte span.
//!
//! [`Document::quote`] is the one way to quoted text: what docent shows of a document is always a slice of it.
//! [`Document::reading`] is the same text as English, without markup, with the way back to its bytes.

mod body;
mod builder;
mod format;
mod inline;
mod lines;
mod markdown;
mod plain;
mod read;
mod reading;
#[cfg(test)]
mod sketch;
mod wiki;

use serde::{Deserialize, Serialize};

use crate::text::Span;

pub use format::Format;
pub use read::load;
pub use reading::Reading;

/// A document as it was read. All spans are byte offsets into `text`, which is the file, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The name it is cited by: the file's stem, or `stdin`.
    pub name: String,
    /// The file's text, untouched (a byte order mark and carriage returns included).
    pub text: String,
    /// The title, where the document has one.
    pub title: Option<Span>,
    /// The sections in order; the first is the lead, with an empty path, and always there.
    pub sections: Vec<Section>,
    /// The sentences in order; also infobox lines, list items and table rows that are no sentence in grammar.
    pub sentences: Vec<Sentence>,
    /// The bytes within title, headings and sentences that are markup and no words (`**`, `[`, `](…)`), in order; [`Document::reading`]
    /// leaves them out.
    pub markup: Vec<Span>,
}

/// A section: what stands under one heading, up to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The headings that lead to it, outermost first, as shown to people; empty for the lead.
    pub path: Vec<String>,
    /// Where its own heading stands (the words alone, without markup); `None` for the lead.
    pub heading: Option<Span>,
}

/// The smallest thing that is cited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its text, without surrounding white space.
    pub span: Span,
    /// What it is in the document's layout.
    pub kind: Kind,
    /// Index into [`Document::sections`].
    pub section: usize,
    /// The paragraph within its section, counted from 1.
    pub paragraph: usize,
    /// The sentence within its paragraph, counted from 1.
    pub number: usize,
    /// The line it starts on, counted from 1.
    pub line: usize,
}

/// What a [`Sentence`] is in the document's layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A sentence of a paragraph.
    Prose,
    /// A line `- Key: Value` of the infobox: where key and value stand.
    Infobox {
        /// The words before the colon.
        key: Span,
        /// The words after it.
        value: Span,
    },
    /// A list item, or a sentence of one.
    Item,
    /// A table row: the cells of its header and its own, in the same order.
    Row {
        /// The header row's cells; empty where the table has none.
        header: Vec<Span>,
        /// This row's cells.
        cells: Vec<Span>,
    },
    /// A sentence of a block quotation.
    Quotation,
    /// A line of a code block: kept for citation, not read as English.
    Code,
}

impl Document {
    /// The words at `span`, byte for byte. The one way to quoted text.
    pub fn quote(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The words at `span` as English: without markup.
    pub fn reading(&self, span: Span) -> Reading<'_> {
        let first = self.markup.partition_point(|markup| markup.end <= span.start);
        let within = self.markup[first..].iter().take_while(|markup| markup.start < span.end);
        Reading::between(&self.text, span, within.copied())
    }

    /// The title's words, if there is a title.
    pub fn title(&self) -> Option<&str> {
        self.title.map(|span| self.quote(span))
    }
}
