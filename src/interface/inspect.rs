//! What `docent inspect` shows: a document as it was read, sentence by sentence, as JSON lines or for a person to read.

use serde::Serialize;

use crate::document::{Document, Kind, Sentence};

/// One sentence as a JSON object; `start` and `end` are byte offsets into the file, `text` is that slice of it.
#[derive(Debug, Serialize)]
struct Inspected<'d> {
    section: &'d [String],
    paragraph: usize,
    sentence: usize,
    line: usize,
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'d str,
}

/// The sentences of `document` as JSON, one object a line, each line ended.
pub fn json(document: &Document) -> String {
    let mut out = String::new();
    for sentence in &document.sentences {
        let inspected = Inspected {
            section: path(document, sentence),
            paragraph: sentence.paragraph,
            sentence: sentence.number,
            line: sentence.line,
            kind: kind(&sentence.kind),
            start: sentence.span.start,
            end: sentence.span.end,
            text: document.quote(sentence.span),
        };
        out.push_str(&serde_json::to_string(&inspected).unwrap_or_default());
        out.push('\n');
    }
    out
}

/// The document for a person to read: its title, its sections' headings, and a line for each sentence with its place.
///
/// Line breaks within a sentence are shown as spaces; other control characters stand as they are.
pub fn text(document: &Document) -> String {
    let mut out = format!("{}\n", document.title().unwrap_or(&document.name));
    let mut section = 0;
    for sentence in &document.sentences {
        if sentence.section != section {
            section = sentence.section;
            out.push_str(&format!("\n{}\n", path(document, sentence).join(" › ")));
        }
        out.push_str(&line(document, sentence));
    }
    out
}

fn line(document: &Document, sentence: &Sentence) -> String {
    let words = document.quote(sentence.span).split_whitespace().collect::<Vec<_>>().join(" ");
    let place = format!("{}.{}", sentence.paragraph, sentence.number);
    let bytes = format!("{}..{}", sentence.span.start, sentence.span.end);
    format!("  {place:>6}  line {:<5} {bytes:<14} {:<9}  {words}\n", sentence.line, kind(&sentence.kind))
}

fn path<'d>(document: &'d Document, sentence: &Sentence) -> &'d [String] {
    document.sections.get(sentence.section).map_or(&[], |section| &section.path)
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Prose => "prose",
        Kind::Infobox { .. } => "infobox",
        Kind::Item => "item",
        Kind::Row { .. } => "row",
        Kind::Quotation => "quotation",
        Kind::Code => "code",
    }
}
