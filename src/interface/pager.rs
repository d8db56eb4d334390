//! A document in the pager, opened at a sentence that is marked in it.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use super::page::{Page, Role};
use crate::answer::Source;
use crate::document::Document;
use crate::text::Span;

/// The whole document, line by line; an arrow stands before the lines of the cited sentence.
pub fn whole(document: &Document, source: &Source) -> Page {
    let mut page = Page::new();
    let (cited, mut start) = (Span::new(source.start, source.end), 0);
    for line in document.text.split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end_matches(['\r', '\n']).len());
        let marked = Span { start: span.start.max(cited.start), end: span.end.min(cited.end) };
        if marked.start < marked.end {
            page.hanging("", "→ ").add(Role::Plain, document.quote(Span::new(span.start, marked.start)));
            page.add(Role::Mark, document.quote(marked)).add(Role::Plain, document.quote(Span::new(marked.end, span.end)));
        } else {
            page.line(2).add(Role::Plain, document.quote(span));
        }
        start += line.len();
    }
    page
}

/// Shows text in `$PAGER`, or `less`, from a line on, and waits until the person has read it.
pub fn show(text: &str, line: usize) -> io::Result<()> {
    let pager = std::env::var_os("PAGER").filter(|pager| !pager.is_empty()).unwrap_or_else(|| OsString::from("less"));
    let pager = pager.to_string_lossy().into_owned();
    let mut words = pager.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or("less"));
    command.args(words);
    if Path::new(command.get_program()).file_stem().is_some_and(|name| name == "less") {
        command.args(["-R", &format!("+{}", line.saturating_sub(3).max(1))]);
    }
    let mut child = command.stdin(Stdio::piped()).spawn()?;
    let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
    child.wait()?;
    written.or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interface::render::tests::sample;

    #[test]
    fn the_sentence_is_marked_over_its_lines() {
        let text = "A title\r\n\nOne. She was\nborn. Two.\n";
        let document = Document::read("a.txt", text.as_bytes().to_vec(), None).expect("a document");
        let source = Source { start: 16, end: 29, ..sample().sources[0].clone() };
        assert_eq!(whole(&document, &source).plain(), "  A title\n\n→ One. She was\n→ born. Two.\n");
    }
}
