//! The one error type: which file, where in it, what is wrong and what was expected; and a lint's findings, which stop nothing.

use std::fmt;

/// A result whose error names its file and place.
pub type Result<T> = std::result::Result<T, Error>;

/// Something wrong with an input: a document, a rule file, a fact file, a dialogue or a line of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The file as the person named it; `stdin` for standard input.
    pub file: String,
    /// Where in the file, if the fault has a place.
    pub place: Option<Place>,
    /// What is wrong, in one line.
    pub message: String,
    /// What was expected instead, in one line.
    pub expected: Option<String>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1, if known.
    pub column: Option<usize>,
    /// The line itself, without its end; empty if it cannot be shown.
    pub text: String,
}

/// What a lint has to say of a place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// What is the matter, in one line.
    pub message: String,
    /// How bad it is.
    pub severity: Severity,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does not do what it says.
    Error,
    /// It may not do what was meant.
    Warning,
}

impl Error {
    /// An error about a file as a whole.
    pub fn new(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self { file: file.into(), place: None, message: message.into(), expected: None }
    }

    /// A fault in the TOML file `file` with the content `text`: with line and column, and what was expected where the parser says so.
    pub fn of_toml(file: &str, text: &str, fault: &toml::de::Error) -> Self {
        let message = fault.message();
        let (message, expected) = message.split_once(", expected ").map_or((message, None), |(a, b)| (a, Some(b)));
        let mut error = Self::new(file, message);
        // A fault found after parsing has no place of its own: that of the word it names.
        let named = || message.split('`').nth(1).and_then(|word| text.find(word));
        if let Some(offset) = fault.span().map(|span| span.start).or_else(named) {
            error = error.at_offset(text, offset);
        }
        expected.into_iter().fold(error, Self::expected)
    }

    /// The same error, saying what was expected instead.
    pub fn expected(mut self, what: impl Into<String>) -> Self {
        self.expected = Some(what.into());
        self
    }

    /// The same error, at a line (from 1) of the file, with that line's text.
    pub fn at_line(mut self, line: usize, text: impl Into<String>) -> Self {
        self.place = Some(Place { line, column: None, text: text.into() });
        self
    }

    /// The same error, at a byte offset of `content`, the file's whole text. An offset past the end means the end.
    pub fn at_offset(mut self, content: &str, offset: usize) -> Self {
        let offset = (0..=offset.min(content.len())).rev().find(|&o| content.is_char_boundary(o)).unwrap_or(0);
        let start = content[..offset].rfind('\n').map_or(0, |n| n + 1);
        let end = content[offset..].find('\n').map_or(content.len(), |n| offset + n);
        self.place = Some(Place {
            line: content[..start].matches('\n').count() + 1,
            column: Some(content[start..offset].chars().count() + 1),
            text: content[start..end].trim_end_matches('\r').to_string(),
        });
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(place) = &self.place {
            write!(f, ":{}", place.line)?;
            if let Some(column) = place.column {
                write!(f, ":{column}")?;
            }
        }
        write!(f, ": {}", self.message)?;
        if let Some(expected) = &self.expected {
            write!(f, "; expected {expected}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_file_line_column_and_expectation() {
        let check = |offset: usize, expected: &str| {
            let error = Error::new("a.toml", "unknown field").at_offset("one\ntwo é x\r\n", offset).expected("`keywords`");
            assert_eq!(error.to_string(), expected);
        };
        check(0, "a.toml:1:1: unknown field; expected `keywords`");
        check(8, "a.toml:2:5: unknown field; expected `keywords`");
        check(9, "a.toml:2:5: unknown field; expected `keywords`");
        check(999, "a.toml:3:1: unknown field; expected `keywords`");
    }
}
