//! The formats a document may have, and how one is recognised.

use std::path::Path;

use super::lines::lines;
use super::wiki::heading;

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `= Title =`, `- Key: Value`, `==Section==`, paragraphs, lists.
    Wiki,
    /// Markdown, as GitHub reads it.
    Markdown,
    /// Text without any markup.
    Plain,
}

impl Format {
    /// The format of a file called `name` that holds `text`: Markdown by the name's ending, else wiki text if it has wiki headings, else plain.
    pub fn of(name: &str, text: &str) -> Self {
        let ending = Path::new(name).extension().map(|ending| ending.to_ascii_lowercase());
        if ending.is_some_and(|ending| ending == "md" || ending == "markdown") {
            return Self::Markdown;
        }
        let mut shown = lines(text).filter(|line| !line.is_empty()).map(|line| heading(text, line));
        let titled = shown.next().flatten().is_some();
        let sectioned = shown.flatten().any(|(level, _)| level > 1);
        if titled || sectioned { Self::Wiki } else { Self::Plain }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_told_by_ending_and_content() {
        let check = |name: &str, text: &str, expected: Format| assert_eq!(Format::of(name, text), expected, "{name} {text:?}");
        check("a/b.md", "= T =", Format::Markdown);
        check("B.Markdown", "", Format::Markdown);
        check("a.txt", "\u{feff}\r\n= Orla Finch =\r\nShe sings.", Format::Wiki);
        check("stdin", "She sings.\n\n== Life ==\nShe does.", Format::Wiki);
        check("a.txt", "She sings.\n= x =\n", Format::Plain);
        check("a.txt", "Title\n=====\nShe sings.\n==\n===\n", Format::Plain);
        check("a.txt", "", Format::Plain);
    }
}
