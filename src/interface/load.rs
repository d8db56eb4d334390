//! From what was named on the command line or in a dialogue to knowledge that can be asked.

use std::path::Path;

use super::files;
use super::plan::Subject;
use crate::Result;
use crate::document::Document;
use crate::knowledge::Knowledge;
use crate::script;

/// Reads a document from a file, or from standard input for `-`.
pub fn document(path: &Path) -> Result<Document> {
    Document::read(&files::name(path), files::read(path)?, None)
}

/// The knowledge to ask.
pub fn knowledge(subject: &Subject) -> Result<Knowledge> {
    match subject {
        Subject::Builtin => Ok(Knowledge::builtin()),
        Subject::Document(path) => document(path).map(Knowledge::of_document),
        Subject::Folder(path) => Knowledge::open(path),
    }
}

/// What a dialogue in `folder` is held with; `default` where it names nothing.
pub fn subject(named: &script::Subject, folder: &Path, default: &Subject) -> Subject {
    match named {
        script::Subject::Default => default.clone(),
        script::Subject::Document(path) => Subject::Document(folder.join(path)),
        script::Subject::Knowledge(path) => Subject::Folder(folder.join(path)),
    }
}
