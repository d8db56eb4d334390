//! For tests: a document in a few lines, to compare with what was expected.

use super::{Document, Format, Kind, Sentence};
use crate::text::Span;

/// Checks how `text` reads in a format: `T title`, `# Outer › Inner` for a section, `paragraph.sentence line kind: words` for a sentence.
pub fn check(format: Format, text: &str, expected: &[&str]) {
    let document = Document::read("dorn.txt", text.as_bytes().to_vec(), Some(format)).unwrap();
    assert_eq!(sketch(&document), expected, "{text:?}");
}

fn sketch(document: &Document) -> Vec<String> {
    let mut out: Vec<String> = document.title().map(|title| format!("T {title}")).into_iter().collect();
    for (index, section) in document.sections.iter().enumerate() {
        if index > 0 {
            out.push(format!("# {}", section.path.join(" › ")));
        }
        out.extend(document.sentences.iter().filter(|sentence| sentence.section == index).map(|sentence| line(document, sentence)));
    }
    out
}

fn line(document: &Document, sentence: &Sentence) -> String {
    let quoted = |spans: &[Span]| spans.iter().map(|&span| document.quote(span)).collect::<Vec<_>>().join("|");
    let kind = match &sentence.kind {
        Kind::Prose => "prose".to_string(),
        Kind::Infobox { key, value } => format!("infobox {}", quoted(&[*key, *value])),
        Kind::Item => "item".to_string(),
        Kind::Row { header, cells } => format!("row {} = {}", quoted(header), quoted(cells)),
        Kind::Quotation => "quotation".to_string(),
        Kind::Code => "code".to_string(),
    };
    let words = document.quote(sentence.span);
    format!("{}.{} {} {kind}: {words}", sentence.paragraph, sentence.number, sentence.line)
}
