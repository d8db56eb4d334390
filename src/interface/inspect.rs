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
            section: document.sections.get(sentence.section).map_or(&[], |section| &section.path),
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

/// The document for a person to read: its title, each section's headings, and a line for each sentence with its place.
///
/// Line breaks within a sentence are shown as spaces; other control characters stand as they are.
pub fn text(document: &Document) -> String {
    let mut out = format!("{}\n", document.title().unwrap_or(&document.name));
    let mut sentences = document.sentences.iter().peekable();
    for (index, section) in document.sections.iter().enumerate() {
        if section.heading.is_some() {
            out.push_str(&format!("\n{}\n", section.path.join(" › ")));
        }
        while let Some(sentence) = sentences.next_if(|sentence| sentence.section == index) {
            out.push_str(&line(document, sentence));
        }
    }
    out
}

fn line(document: &Document, sentence: &Sentence) -> String {
    let words = document.quote(sentence.span).split_whitespace().collect::<Vec<_>>().join(" ");
    let place = format!("{}.{}", sentence.paragraph, sentence.number);
    let bytes = format!("{}..{}", sentence.span.start, sentence.span.end);
    format!("  {place:>6}  line {:<5} {bytes:<14} {:<9}  {words}\n", sentence.line, kind(&sentence.kind))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn dorn() -> Document {
        Document::read("dorn.txt", "= Dorn =\n\n- Owner: Orla\n\n==Mill==\n===Age===\nIt is\nold. \"So\".".into(), None).unwrap()
    }

    #[test]
    fn json_has_one_sentence_a_line() {
        let expected = [
            r#"{"section":[],"paragraph":1,"sentence":1,"line":3,"kind":"infobox","start":12,"end":23,"text":"Owner: Orla"}"#,
            r#"{"section":["Mill","Age"],"paragraph":1,"sentence":1,"line":7,"kind":"prose","start":44,"end":54,"text":"It is\nold."}"#,
            r#"{"section":["Mill","Age"],"paragraph":1,"sentence":2,"line":8,"kind":"prose","start":55,"end":60,"text":"\"So\"."}"#,
        ];
        assert_eq!(json(&dorn()).lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn text_shows_sections_and_places() {
        let expected = [
            "Dorn",
            "     1.1  line 3     12..23         infobox    Owner: Orla",
            "",
            "Mill",
            "",
            "Mill › Age",
            "     1.1  line 7     44..54         prose      It is old.",
            "     1.2  line 8     55..60         prose      \"So\".",
        ];
        assert_eq!(text(&dorn()).lines().collect::<Vec<_>>(), expected);
    }
}
