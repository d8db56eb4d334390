//! Markdown, as GitHub reads it: headings, lists, tables, quotations, code, footnotes; HTML and front matter are passed over.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::Kind;
use super::builder::Builder;
use super::inline::Inline;
use super::lines::{key_value, trim};
use crate::text::Span;

/// Reads the builder's text as Markdown.
pub fn read(builder: &mut Builder) {
    let text = builder.text().to_string();
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut reader = Reader::new(builder, &text);
    for (event, Range { start: from, end: to }) in Parser::new_ext(&text[start..], options()).into_offset_iter() {
        reader.read(event, Span::new(from, to).shifted(start));
    }
    reader.flush();
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_GFM
}

/// What the words being read stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Item,
    Quotation,
    Code,
}

struct Reader<'b, 't> {
    builder: &'b mut Builder,
    text: &'t str,
    /// The words of the block being read.
    words: Inline,
    /// The blocks that are open around them, outermost first.
    within: Vec<Within>,
    /// How many of these are list items.
    items: usize,
    /// The header cells of the table being read, and the cells of its row.
    header: Vec<Span>,
    cells: Vec<Span>,
    /// From the first to the last cell of that row with words in it.
    row: Option<Span>,
    /// How many images and metadata blocks are open: their words are not read.
    deaf: usize,
}

impl<'b, 't> Reader<'b, 't> {
    fn new(builder: &'b mut Builder, text: &'t str) -> Self {
        let words = Inline::default();
        Self { builder, text, words, within: Vec::new(), items: 0, header: Vec::new(), cells: Vec::new(), row: None, deaf: 0 }
    }

    fn read(&mut self, event: Event, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(_) if self.deaf == 0 => self.words.pieces.push(span),
            Event::Code(_) => {
                let ticks = span.of(self.text).bytes().take_while(|&b| b == b'`').count();
                self.words.marked.push(span);
                self.words.pieces.push(trim(self.text, Span::new(span.start + ticks, (span.end - ticks).max(span.start + ticks))));
            }
            Event::SoftBreak | Event::HardBreak => self.words.pieces.push(line_break(self.text, span)),
            Event::FootnoteReference(_) => self.words.marked.push(span),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag, span: Span) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => self.words.marked.push(span),
            Tag::Image { .. } => {
                self.words.marked.push(span);
                self.deaf += 1;
            }
            _ => self.start_block(tag),
        }
    }

    fn start_block(&mut self, tag: Tag) {
        self.flush();
        if self.items == 0 && !matches!(tag, Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell) {
            self.builder.end_paragraph();
        }
        match tag {
            Tag::MetadataBlock(_) => self.deaf += 1,
            Tag::BlockQuote(_) => self.within.push(Within::Quotation),
            Tag::CodeBlock(_) => self.within.push(Within::Code),
            Tag::Item => {
                self.items += 1;
                self.within.push(Within::Item);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {}
            TagEnd::Image => self.deaf = self.deaf.saturating_sub(1),
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::TableCell => self.cell(span),
            TagEnd::TableHead => self.table_head(),
            TagEnd::TableRow => self.row(),
            _ => self.end_block(tag),
        }
    }

    fn end_block(&mut self, tag: TagEnd) {
        self.flush();
        match tag {
            TagEnd::MetadataBlock(_) => self.deaf = self.deaf.saturating_sub(1),
            TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::CodeBlock => {
                self.items -= usize::from(self.within.pop() == Some(Within::Item));
            }
            _ => {}
        }
    }

    /// Hands the words read so far to the builder, as what they stand in.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        match self.within.last() {
            Some(Within::Code) => self.code(&words),
            Some(Within::Item) => self.item(&words),
            Some(Within::Quotation) => self.builder.sentences(&Kind::Quotation, &words),
            None => self.builder.sentences(&Kind::Prose, &words),
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let words = std::mem::take(&mut self.words);
        match level {
            HeadingLevel::H1 => self.builder.title_or_heading(1, &words),
            _ => self.builder.heading(level as usize, &words),
        }
    }

    /// A list item: at the document's top perhaps a line `Key: Value` of its infobox.
    fn item(&mut self, words: &Inline) {
        match self.entry(words) {
            Some((key, value)) if self.infobox_may_come() => self.infobox(key, value, words),
            _ => self.builder.sentences(&Kind::Item, words),
        }
    }

    fn infobox_may_come(&self) -> bool {
        self.builder.at_top() && self.within.len() == self.items && self.items <= 1
    }

    fn entry(&self, words: &Inline) -> Option<(Span, Span)> {
        let reading = words.reading(self.text);
        let whole = trim(reading.text(), Span::new(0, reading.text().len()));
        let (key, value) = key_value(reading.text(), whole)?;
        Some((reading.source(key), reading.source(value)))
    }

    fn infobox(&mut self, key: Span, value: Span, words: &Inline) {
        let mut line = [key.cover(value)];
        words.widen(&mut line);
        self.builder.mark(&line, words);
        self.builder.whole(Kind::Infobox { key, value }, line[0]);
    }

    /// Each line of a code block is a sentence of its own.
    fn code(&mut self, words: &Inline) {
        for piece in &words.pieces {
            let mut start = piece.start;
            for line in piece.of(self.text).split_inclusive('\n') {
                let span = trim(self.text, Span::new(start, start + line.len()));
                start += line.len();
                if !span.is_empty() {
                    self.builder.whole(Kind::Code, span);
                }
            }
        }
    }

    fn cell(&mut self, cell: Span) {
        let words = std::mem::take(&mut self.words);
        let span = words.span(self.text).unwrap_or(Span::new(cell.start, cell.start));
        self.cells.push(span);
        if span.is_empty() {
            return;
        }
        let mut widened = [span];
        words.widen(&mut widened);
        self.builder.mark(&widened, &words);
        self.row = Some(self.row.map_or(widened[0], |row| row.cover(widened[0])));
    }

    /// A table row: in a table of two columns at the document's top a line of its infobox.
    fn row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        let Some(row) = self.row.take() else { return };
        let kind = match cells[..] {
            [key, value] if self.infobox_may_come() && !key.is_empty() && !value.is_empty() => Kind::Infobox { key, value },
            _ => Kind::Row { header: self.header.clone(), cells },
        };
        self.builder.whole(kind, row);
    }

    fn table_head(&mut self) {
        self.header = std::mem::take(&mut self.cells);
        self.row = None;
    }
}

/// The white space of a line break.
fn line_break(text: &str, span: Span) -> Span {
    let signs = span.of(text).trim_start_matches(['\\', ' ']).len();
    Span::new(span.end - signs, span.end)
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Format, sketch};

    fn check(text: &str, expected: &[&str]) {
        sketch::check(Format::Markdown, text, expected);
    }

    #[test]
    fn title_infobox_and_sections() {
        check(
            "---\nkey: value\n---\n# Dorn Mill\n\n- **Built**: 1712\n- **Owner:** [Orla Finch](x)[^1]\n\nIt stands.\n\n## Life\n\n### Youth ###\nIt fell.\n\nLater\n-----\nIt rose.\n\n# End\n\n[^1]: A singer. She rests.\n",
            &[
                "T Dorn Mill",
                "1.1 6 infobox Built|1712: **Built**: 1712",
                "1.2 7 infobox Owner|Orla Finch: **Owner:** [Orla Finch](x)[^1]",
                "2.1 9 prose: It stands.",
                "# Life",
                "# Life › Youth",
                "1.1 14 prose: It fell.",
                "# Later",
                "1.1 18 prose: It rose.",
                "# End",
                "1.1 22 prose: A singer.",
                "1.2 22 prose: She rests.",
            ],
        );
    }

    #[test]
    fn tables() {
        check(
            "# Dorn\n\n| | |\n|-|-|\n| Built | **1712** |\n| Owner | |\n\nIt stands.\n\n| Year | Owner |\n|---|---|\n| 1712 | [Orla](x) Finch |\n",
            &[
                "T Dorn",
                "1.1 5 infobox Built|1712: Built | **1712**",
                "1.2 6 row | = Owner|: Owner",
                "2.1 8 prose: It stands.",
                "3.1 12 row Year|Owner = 1712|Orla](x) Finch: 1712 | [Orla](x) Finch",
            ],
        );
    }

    #[test]
    fn lists_quotations_and_code() {
        check(
            "It has:\n\n1. A wheel. It turns.\n   - of *wood*\n2. A roof\n\n> It fell. It\n> rose.\n>\n> Soon.\n\n```\nlet x = 1;\n\nx. Y.\n```\n- [ ] Repair it\n",
            &[
                "1.1 1 prose: It has:",
                "2.1 3 item: A wheel.",
                "2.2 3 item: It turns.",
                "2.3 4 item: of *wood*",
                "2.4 5 item: A roof",
                "3.1 7 quotation: It fell.",
                "3.2 7 quotation: It\n> rose.",
                "4.1 10 quotation: Soon.",
                "5.1 13 code: let x = 1;",
                "5.2 15 code: x. Y.",
                "6.1 17 item: Repair it",
            ],
        );
    }

    #[test]
    fn sentences_keep_their_markup() {
        check(
            "**It stands.** See *the mill*.[^1] `Aul` is\\\na [river](http://x.example \"A. B\"). ![Logo. Sign](y) <b>So</b> it is.\n\n<div>No</div>\n\n[^1]: Old.",
            &[
                "1.1 1 prose: **It stands.**",
                "1.2 1 prose: See *the mill*.[^1]",
                "1.3 1 prose: `Aul` is\\\na [river](http://x.example \"A. B\").",
                "1.4 2 prose: So</b> it is.",
                "2.1 6 prose: Old.",
            ],
        );
    }

    #[test]
    fn readings_leave_markup_out() {
        let check = |text: &str, expected: &str| {
            let document = Document::read("stdin", text.into(), Some(Format::Markdown)).unwrap();
            let words: Vec<_> = document.sentences.iter().map(|sentence| document.reading(sentence.span).into_text()).collect();
            assert_eq!(words.join(" | "), expected);
        };
        check(
            "**It stands.** See *the mill*.[^1] `Aul` is [a *river*](x).\n\n[^1]: Old.",
            "It stands. | See the mill. | Aul is a river. | Old.",
        );
        check("> It fell. It\n> rose\\.", "It fell. | It\nrose.");
        check("See ~~the~~ [[Dorn]] <b>mill</b>.", "See the Dorn mill.");
    }
}
