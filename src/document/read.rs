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
