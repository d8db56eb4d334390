//! Lints a knowledge folder.

use std::path::Path;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Wrong.
    Error,
    /// Doubtful.
    Warning,
}

/// What the lint found.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Which file.
    pub file: String,
    /// Which line.
    pub line: usize,
    /// Which column.
    pub column: Option<usize>,
    /// What.
    pub message: String,
    /// How bad.
    pub severity: Severity,
}

/// Lints a folder.
pub fn check(folder: &Path) -> crate::Result<Vec<Finding>> {
    Err(crate::Error::new(folder.display().to_string(), "cannot be opened"))
}
