//! From what was named on the command line or in a dialogue to knowledge that can be asked.

use std::path::Path;

use super::files;
use super::plan::Subject;
use super::progress::Progress;
use crate::Result;
use crate::document::Document;
use crate::knowledge::{Knowledge, Known};
use crate::script;

/// Reads a document from a file, or from standard input for `-`.
pub fn document(path: &Path) -> Result<Document> {
    Document::read(&files::name(path), files::read(path)?, None)
}

/// The bar for a document that is about to be read closely.
pub fn reading(document: &Document) -> Progress {
    Progress::new("reading", Some(document.sentences.len() as u64))
}

/// The knowledge to ask. A long document's reading is shown by a bar, if `watched`.
pub fn knowledge(subject: &Subject, watched: bool) -> Result<Knowledge> {
    match subject {
        Subject::Builtin => Ok(Knowledge::builtin()),
        Subject::Folder(path) => Knowledge::open(path),
        Subject::Document(path) => {
            let document = document(path)?;
            let progress = if watched { reading(&document) } else { Progress::none() };
            let known = Known::watched(document, &mut |done| progress.reached(done));
            Ok(Knowledge { sources: vec![known], rules: Knowledge::builtin_rules() })
        }
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
