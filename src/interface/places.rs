//! Places: where the documents that are cited stand as files, so that a citation can be followed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::files;
use super::plan::Subject;
use crate::knowledge::Knowledge;

/// The files of documents, by the documents' names. Documents that are in no file are not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    files: BTreeMap<String, PathBuf>,
}

impl Places {
    /// The given documents and their files, as absolute paths.
    pub fn new(files: impl IntoIterator<Item = (String, PathBuf)>) -> Self {
        Self { files: files.into_iter().collect() }
    }

    /// Where the documents of `knowledge`, which was loaded from `subject`, stand.
    pub fn of(subject: &Subject, knowledge: &Knowledge) -> Self {
        match subject {
            Subject::Builtin => Self::default(),
            Subject::Document(path) if files::is_stdin(path) => Self::default(),
            Subject::Document(path) => Self::new(absolute(path).map(|path| (knowledge.document().name.clone(), path))),
            Subject::Folder(folder) => {
                let entries = fs::read_dir(folder.join("documents")).into_iter().flatten().flatten();
                let named = |path: PathBuf| Some((path.file_stem()?.to_str()?.to_string(), absolute(&path)?));
                Self::new(entries.filter_map(|entry| named(entry.path())))
            }
        }
    }

    /// The address of a document's line: `file:///home/a.md#12`.
    pub fn address(&self, document: &str, line: usize) -> Option<String> {
        let path = self.files.get(document)?.to_str()?;
        let escaped = |byte: u8| match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        };
        Some(format!("file://{}#{line}", path.bytes().map(escaped).collect::<String>()))
    }
}

fn absolute(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_nothing_that_a_terminal_would_act_on() {
        let places = Places::new([("a".to_string(), "/x/\u{1b}]é ;.md".into())]);
        assert_eq!(places.address("a", 7).as_deref(), Some("file:///x/%1B%5D%C3%A9%20%3B.md#7"));
        assert_eq!(places.address("b", 7), None);
    }
}
