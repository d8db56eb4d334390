//! From bytes to a document: the encoding is checked, the format recognised, and the reader of that format called.

use std::path::Path;

use super::builder::Builder;
use super::{Document, Format, markdown, plain, wiki};
use crate::error::{Error, Result};

/// Reads the document in the file at `path`; its ending and content tell its format.
///
/// An error names the file, and the place of the first byte that is not UTF-8.
pub fn load(path: &Path) -> Result<Document> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| Error::new(&name, format!("cannot be read: {error}")))?;
    Document::read(&name, bytes, None)
}

impl Document {
    /// Reads a document from `bytes`, the content of a file that the person calls `name`; without a `format`, name and content tell it.
    ///
    /// The document is cited by the name's stem. Fails only if the bytes are not UTF-8: the error names the place of the first that is not.
    pub fn read(name: &str, bytes: Vec<u8>, format: Option<Format>) -> Result<Document> {
        let text = String::from_utf8(bytes).map_err(|error| not_utf8(name, &error))?;
        let format = format.unwrap_or_else(|| Format::of(name, &text));
        let stem = Path::new(name).file_stem().map_or_else(|| name.to_string(), |stem| stem.to_string_lossy().into_owned());
        let mut builder = Builder::new(stem, text);
        match format {
            Format::Wiki => wiki::read(&mut builder),
            Format::Markdown => markdown::read(&mut builder),
            Format::Plain => plain::read(&mut builder),
        }
        Ok(builder.finish())
    }
}

fn not_utf8(name: &str, error: &std::string::FromUtf8Error) -> Error {
    let (bytes, offset) = (error.as_bytes(), error.utf8_error().valid_up_to());
    let byte = bytes.get(offset).copied().unwrap_or_default();
    Error::new(name, format!("byte 0x{byte:02X} at offset {offset} is not UTF-8"))
        .expected("a text in UTF-8")
        .at_offset(&String::from_utf8_lossy(bytes), offset)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Kind;
    use super::*;
    use crate::text::Span;

    const FORMATS: [Format; 3] = [Format::Wiki, Format::Markdown, Format::Plain];

    #[test]
    fn bytes_that_are_not_utf8_are_an_error_with_their_place() {
        let error = Document::read("a/b.txt", b"One\r\n caf\xe9 x".to_vec(), None).unwrap_err();
        assert_eq!(error.to_string(), "a/b.txt:2:5: byte 0xE9 at offset 9 is not UTF-8; expected a text in UTF-8");
    }

    #[test]
    fn a_file_that_is_not_there_is_an_error() {
        assert!(load(Path::new("no/such/file.txt")).unwrap_err().to_string().starts_with("no/such/file.txt: cannot be read: "));
    }

    #[test]
    fn documents_are_cited_by_their_stem() {
        let check = |name: &str, expected: &str| assert_eq!(Document::read(name, Vec::new(), None).unwrap().name, expected);
        check("notes/dorn.mill.md", "dorn.mill");
        check("stdin", "stdin");
        check("", "");
    }

    fn spans(document: &Document) -> Vec<Span> {
        let inner = document.sentences.iter().flat_map(|sentence| match &sentence.kind {
            Kind::Infobox { key, value } => vec![*key, *value],
            Kind::Row { header, cells } => [&header[..], &cells[..]].concat(),
            _ => Vec::new(),
        });
        let headings = document.sections.iter().filter_map(|section| section.heading);
        document.title.into_iter().chain(headings).chain(document.markup.iter().copied()).chain(inner).collect()
    }

    fn assert_sound(document: &Document) {
        let text = &document.text;
        let mut end = 0;
        let mut last = (0, 0, 0);
        for sentence in &document.sentences {
            let words = text.get(sentence.span.start..sentence.span.end).expect("on boundaries and inside");
            assert!(end <= sentence.span.start && !words.is_empty() && words.trim() == words, "{words:?}");
            assert_eq!(sentence.line, text[..sentence.span.start].matches('\n').count() + 1);
            assert!(last < (sentence.section, sentence.paragraph, sentence.number) && sentence.section < document.sections.len());
            let reading = document.reading(sentence.span);
            assert!(sentence.span.contains(reading.source(Span::new(0, reading.text().len()))));
            last = (sentence.section, sentence.paragraph, sentence.number);
            end = sentence.span.end;
        }
        assert!(spans(document).iter().all(|span| text.get(span.start..span.end).is_some()));
        assert!(document.markup.is_sorted_by(|a, b| a.end <= b.start), "{:?}", document.markup);
    }

    proptest! {
        #[test]
        fn any_text_is_read_soundly(text in "\\PC{0,80}|(.|\\s){0,80}") {
            for format in FORMATS {
                assert_sound(&Document::read("a", text.clone().into_bytes(), Some(format)).unwrap());
            }
        }

        #[test]
        fn any_markup_is_read_soundly(text in r#"(\n|\r\n|\n\n|  | |[A-Za-z.!éß1|>#=*_`~\[\]()'"\\-]|- |\* |1\. |> |== |==\n|- Key: value\n|\*\*|\[\^1\]|\[\^1\]: |\n\|-\|-\|\n|```\n|<b>|&amp;|\]\(x\)|\[\[|\]\]|''|---\n|Orla sings\. ){0,40}"#) {
            for format in FORMATS {
                assert_sound(&Document::read("a", text.clone().into_bytes(), Some(format)).unwrap());
            }
        }
    }
}
