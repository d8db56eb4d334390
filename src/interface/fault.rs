//! Errors as a person sees them: file, line and column, the line itself, what was expected.

use annotate_snippets::{Annotation, AnnotationKind, Level, Origin, Renderer, Snippet};

use super::page::Layout;
use super::visible::{stand_in, visible};
use crate::Error;
use crate::error::Place;

/// The error in full, ending with a line break.
pub fn show(error: &Error, layout: Layout) -> String {
    let (file, message) = (visible(&error.file), visible(&error.message));
    let expected = error.expected.as_ref().map(|expected| format!("expected {}", visible(expected)));
    let mut group = Level::ERROR.primary_title(message).elements(None::<Origin<'_>>);
    group = match &error.place {
        Some(place) if !place.text.is_empty() => group.element(line(place, expected).path(file)),
        place => {
            let origin = Origin::path(file);
            let at = |place: &Place| (place.line, place.column.unwrap_or(1));
            let origin = place.as_ref().map(at).into_iter().fold(origin, |origin, (line, column)| origin.line(line).char_column(column));
            group.element(origin).elements(expected.map(|expected| Level::HELP.message(expected)))
        }
    };
    let renderer = if layout.color { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(layout.width.unwrap_or(140)).render(&[group]) + "\n"
}

/// The line of the fault, with what was expected below it.
fn line(place: &Place, expected: Option<String>) -> Snippet<'static, Annotation<'static>> {
    let line: String = place.text.chars().map(stand_in).collect();
    let fault = match place.column {
        Some(column) => {
            let mut ends = line.char_indices().map(|(at, _)| at).chain([line.len()]).skip(column.saturating_sub(1));
            let start = ends.next().unwrap_or(line.len());
            start..ends.next().unwrap_or(line.len())
        }
        None => 0..line.len(),
    };
    Snippet::source(line).line_start(place.line).annotation(AnnotationKind::Primary.span(fault).label(expected))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interface::visible::needs_showing;

    fn check(error: Error, expected: &str) {
        assert_eq!(show(&error, Layout::default()), expected);
    }

    #[test]
    fn shows_the_line_and_what_was_expected() {
        let error = Error::new("a.toml", "unknown field `keyword`").expected("`keywords`");
        check(
            error.at_offset("one\nkeyword = 3\n", 4),
            "error: unknown field `keyword`\n --> a.toml:2:1\n  |\n2 | keyword = 3\n  | ^ expected `keywords`\n",
        );
        check(
            Error::new("a", "odd line").at_line(7, "what is this"),
            "error: odd line\n --> a:7:1\n  |\n7 | what is this\n  | ^^^^^^^^^^^^\n",
        );
    }

    #[test]
    fn a_fault_without_a_place_names_its_file() {
        check(Error::new("a.txt", "cannot read it"), "error: cannot read it\n--> a.txt\n");
        check(Error::new("a.txt", "no").at_line(3, ""), "error: no\n--> a.txt:3:1\n");
        check(Error::new("a", "no").expected("yes"), "error: no\n--> a\n = help: expected yes\n");
    }

    #[test]
    fn escape_sequences_do_not_pass() {
        let error = Error::new("\u{1b}[2J", "\u{1b}]0;x\u{7}").expected("\u{9b}").at_line(1, "\u{1b}[31mred\u{202e}");
        let shown = show(&error, Layout::default());
        assert!(!shown.chars().any(|c| c != '\n' && needs_showing(c)), "{shown:?}");
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_fault() {
        let line = "word ".repeat(20_000);
        let shown = show(&Error::new("a", "long").at_offset(&line, 50_000), Layout::default());
        assert!(shown.len() < 1000, "{}", shown.len());
    }
}
