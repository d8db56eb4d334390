//! Loading: the built-in knowledge, or a folder laid out like it.

use std::path::{Path, PathBuf};

use crate::document::{self, Document};
use crate::error::{Error, Result};
use crate::facts::Table;
use crate::facts::annotation::annotate;
use crate::facts::supplement::Supplement;
use crate::knowledge::rules::{RuleFile, Rules};
use crate::knowledge::{Knowledge, Known};

impl Knowledge {
    /// Reads a knowledge folder: `documents/` with one document or more, `facts/` with their tables (extracted afresh where one is missing), and
    /// `rules/`.
    ///
    /// # Errors
    /// A folder or file that cannot be read, and every fault in a file, with its place.
    pub fn open(folder: &Path) -> Result<Self> {
        let rules = Rules::read(&rule_files(&folder.join("rules"))?)?;
        let paths = files(&folder.join("documents"))?;
        if paths.is_empty() {
            return Err(Error::new(shown(&folder.join("documents")), "holds no document").expected("at least one text or Markdown file"));
        }
        let sources = paths.iter().map(|path| open_document(folder, path)).collect::<Result<_>>()?;
        Ok(Self { sources, rules })
    }
}

fn open_document(folder: &Path, path: &Path) -> Result<Known> {
    let document = document::load(path)?;
    let annotations = annotate(&document);
    let table = table_path(folder, &document);
    let mut table =
        if table.exists() { Table::read(&shown(&table), &read(&table)?, &document)? } else { Table::extract(&document, &annotations) };
    if let Some(supplement) = supplement(folder, &document)? {
        // What does not fit the document is left out; `check` names it.
        supplement.apply(&mut table, &document);
    }
    Ok(Known::with_table(document, annotations, table))
}

/// The supplement beside the fact table of a document, if there is one.
///
/// # Errors
/// A file that cannot be read, and a fault in it, with its place.
pub fn supplement(folder: &Path, document: &Document) -> Result<Option<Supplement>> {
    let path = folder.join("facts").join(format!("{}.supplement.toml", document.name));
    path.exists().then(|| Supplement::read(&shown(&path), &read(&path)?)).transpose()
}

/// Where the fact table of a document stands in a knowledge folder.
pub fn table_path(folder: &Path, document: &Document) -> PathBuf {
    folder.join("facts").join(format!("{}.csv", document.name))
}

/// The rule files below a folder, named relative to it.
///
/// # Errors
/// A folder or file that cannot be read.
pub fn rule_files(folder: &Path) -> Result<Vec<RuleFile>> {
    let mut paths = files(folder)?;
    for topic in ["answer-types", "intents", "lexicon"] {
        paths.extend(files(&folder.join(topic))?);
    }
    let mut found = Vec::new();
    for path in paths {
        if path.extension().is_some_and(|e| e == "toml") {
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            found.push(RuleFile { name, text: read(&path)? });
        }
    }
    Ok(found)
}

/// The files of a folder, sorted by name; hidden ones and README files left out.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|e| Error::new(shown(folder), e.to_string()).expected("a folder"))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).filter(|p| p.is_file() && !is_aside(p)).collect();
    paths.sort();
    Ok(paths)
}

fn is_aside(path: &Path) -> bool {
    path.file_name().is_none_or(|n| n.to_string_lossy().starts_with('.') || n.to_string_lossy().starts_with("README"))
}

/// The text of a file.
///
/// # Errors
/// A file that cannot be read or is not UTF-8.
pub fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|e| Error::new(shown(path), e.to_string()))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
