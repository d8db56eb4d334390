//! Pages: what is to be shown, as paragraphs of pieces with a role each. Colour and width come in at the very end.

use std::borrow::Cow;

use anstyle::{AnsiColor, Style};
use textwrap::core::{Word, display_width};
use textwrap::{Options, WordSeparator, WordSplitter};

use super::places::Places;
use super::visible::visible;
use crate::text::Span;

/// The least columns that a paragraph gets, however deep it is indented.
const NARROWEST: usize = 12;

/// What a piece of text is on a page; decides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Ordinary text.
    Plain,
    /// The short answer.
    Answer,
    /// The answer within its sentence; the words of what was expected that differ from what came.
    Mark,
    /// A citation, a label, an aside.
    Dim,
    /// A heading, a name, a command.
    Head,
    /// A test that passed, or what was expected.
    Good,
    /// A test that failed, or what came instead.
    Bad,
    /// The words of it that differ from what was expected.
    BadMark,
    /// A doubt.
    Warn,
}

impl Role {
    /// The style on a terminal with colour.
    pub fn style(self) -> Style {
        match self {
            Role::Plain => Style::new(),
            Role::Answer => Style::new().bold(),
            Role::Mark => AnsiColor::Green.on_default().bold(),
            Role::Dim => Style::new().dimmed(),
            Role::Head => AnsiColor::Cyan.on_default(),
            Role::Good => AnsiColor::Green.on_default(),
            Role::Bad => AnsiColor::Red.on_default(),
            Role::BadMark => AnsiColor::Red.on_default().bold(),
            Role::Warn => AnsiColor::Yellow.on_default(),
        }
    }
}

/// One paragraph: its pieces are wrapped together, the first line after `first`, the others after `rest`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Paragraph {
    first: String,
    rest: String,
    pieces: Vec<Piece>,
}

/// Words with one role.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    role: Role,
    text: String,
    /// The document and the line that the words lead to.
    target: Option<(String, usize)>,
}

/// Text to be shown, not yet coloured or wrapped. All of it has passed through [`visible`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    paragraphs: Vec<Paragraph>,
}

/// How a page is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layout {
    /// Whether to colour.
    pub color: bool,
    /// Columns to wrap to; `None` leaves each paragraph on one line.
    pub width: Option<usize>,
}

impl Page {
    /// An empty page.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether nothing is on it.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// Begins a paragraph, indented by `indent` columns.
    pub fn line(&mut self, indent: usize) -> &mut Self {
        self.hanging(&" ".repeat(indent), "")
    }

    /// Begins a paragraph that hangs behind `lead`: its further lines are indented by the lead's width.
    pub fn hanging(&mut self, indent: &str, lead: &str) -> &mut Self {
        let lead = visible(lead);
        let rest = format!("{indent}{}", " ".repeat(textwrap::core::display_width(&lead)));
        self.paragraphs.push(Paragraph { first: format!("{indent}{lead}"), rest, pieces: Vec::new() });
        self
    }

    /// Adds a piece to the last paragraph.
    pub fn add(&mut self, role: Role, text: &str) -> &mut Self {
        self.piece(role, text, None)
    }

    /// Adds a piece that leads to a line of a document, where the terminal can follow links.
    pub fn link(&mut self, role: Role, text: &str, document: &str, line: usize) -> &mut Self {
        self.piece(role, text, Some((document.to_string(), line)))
    }

    fn piece(&mut self, role: Role, text: &str, target: Option<(String, usize)>) -> &mut Self {
        if self.paragraphs.is_empty() {
            self.line(0);
        }
        if let Some(last) = self.paragraphs.last_mut().filter(|_| !text.is_empty()) {
            last.pieces.push(Piece { role, text: visible(text).into_owned(), target });
        }
        self
    }

    /// A blank line, unless the page is empty or one was just left.
    pub fn gap(&mut self) -> &mut Self {
        if self.paragraphs.last().is_some_and(|last| !last.pieces.is_empty()) {
            self.line(0);
        }
        self
    }

    /// Adds all of another page.
    pub fn append(&mut self, other: Page) -> &mut Self {
        self.paragraphs.extend(other.paragraphs);
        self
    }

    /// The page as text that ends with a line break, or empty.
    pub fn show(&self, layout: Layout) -> String {
        self.linked(layout, &Places::default())
    }

    /// The same with links to the lines of the documents in `places`.
    pub fn linked(&self, layout: Layout, places: &Places) -> String {
        let mut shown = String::new();
        for paragraph in &self.paragraphs {
            paragraph.show(layout, places, &mut shown);
        }
        shown
    }

    /// How many lines its first `n` paragraphs take.
    pub fn height(&self, n: usize, layout: Layout) -> usize {
        let mut shown = String::new();
        self.paragraphs.iter().take(n).for_each(|paragraph| paragraph.show(layout, &Places::default(), &mut shown));
        shown.lines().count()
    }

    /// The page without colour, unwrapped.
    pub fn plain(&self) -> String {
        self.show(Layout::default())
    }
}

impl Paragraph {
    /// Wraps the words, then colours each line by itself: no colour or link runs on into an indent.
    fn show(&self, layout: Layout, places: &Places, shown: &mut String) {
        let text: String = self.pieces.iter().map(|piece| piece.text.as_str()).collect();
        if text.is_empty() {
            shown.push_str(self.first.trim_end());
            return shown.push('\n');
        }
        let width = layout.width.map_or(usize::MAX, |width| width.saturating_sub(display_width(&self.rest)).max(NARROWEST));
        let lines = match layout.width {
            None => vec![Cow::Borrowed(text.as_str())],
            Some(_) => {
                let options = Options::new(width).word_separator(WordSeparator::Custom(words));
                textwrap::wrap(&text, options.word_splitter(WordSplitter::NoHyphenation))
            }
        };
        let mut at = 0;
        for (n, line) in lines.iter().enumerate() {
            let start = at + text[at..].find(line.as_ref()).unwrap_or(0);
            at = (start + line.len()).min(text.len());
            shown.push_str(if n == 0 { &self.first } else { &self.rest });
            self.paint(Span::new(start, at), layout, places, shown);
            shown.push('\n');
        }
    }

    /// Adds the words at `span` of the paragraph's text in their colours.
    fn paint(&self, span: Span, layout: Layout, places: &Places, shown: &mut String) {
        let mut start = 0;
        for piece in &self.pieces {
            let (from, to) = (span.start.max(start), span.end.min(start + piece.text.len()));
            if from < to {
                let words = paint(piece.role, &piece.text[from - start..to - start], layout.color);
                match piece.target.as_ref().and_then(|(document, line)| places.address(document, *line)) {
                    Some(address) => *shown += &format!("\u{1b}]8;;{address}\u{1b}\\{words}\u{1b}]8;;\u{1b}\\"),
                    None => *shown += &words,
                }
            }
            start += piece.text.len();
        }
    }
}

/// The words of a line, each with the blanks after it. The number of a line stays with `line`.
fn words(text: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let bound = |at: usize| text[..at].ends_with(" line ") && text[at..].starts_with(|c: char| c.is_ascii_digit());
    let after_blanks = text.match_indices(' ').map(|(at, _)| at + 1).filter(|&at| !text[at..].starts_with(' ') && !bound(at));
    let mut ends: Vec<usize> = after_blanks.chain([text.len()]).collect();
    ends.dedup();
    let starts: Vec<usize> = [0].into_iter().chain(ends.iter().copied()).collect();
    Box::new(starts.into_iter().zip(ends).map(|(start, end)| Word::from(&text[start..end])))
}

/// `text` in the colour of its role.
pub fn paint(role: Role, text: &str, color: bool) -> Cow<'_, str> {
    if !color || role == Role::Plain {
        return Cow::Borrowed(text);
    }
    let style = role.style();
    Cow::Owned(format!("{style}{text}{style:#}"))
}

/// `1 error`, `2 errors`.
pub fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &Page, color: bool, width: Option<usize>, expected: &str) {
        assert_eq!(page.show(Layout { color, width }), expected);
    }

    #[test]
    fn wraps_by_width_and_hangs() {
        let mut page = Page::new();
        page.hanging("  ", "1  ").add(Role::Plain, "one two three four five");
        check(&page, false, Some(16), "  1  one two\n     three four\n     five\n");
        check(&page, false, None, "  1  one two three four five\n");
    }

    #[test]
    fn the_number_of_a_line_stays_with_it() {
        let mut page = Page::new();
        page.add(Role::Plain, "one two, line 34");
        check(&page, false, Some(16), "one two, line 34\n");
        page.add(Role::Plain, "5");
        check(&page, false, Some(16), "one two,\nline 345\n");
    }

    #[test]
    fn wide_characters_count_twice() {
        let mut page = Page::new();
        page.add(Role::Plain, "漢字漢字 漢字漢字 漢字");
        check(&page, false, Some(16), "漢字漢字\n漢字漢字 漢字\n");
    }

    #[test]
    fn colour_does_not_count_and_ends_with_its_line() {
        let mut page = Page::new();
        page.add(Role::Answer, "one two").add(Role::Plain, " three four");
        check(&page, true, Some(16), "\u{1b}[1mone two\u{1b}[0m three\nfour\n");
        let mut page = Page::new();
        page.hanging("  ", "1 ").add(Role::Answer, "one two three four");
        check(&page, true, Some(16), "  1 \u{1b}[1mone two\u{1b}[0m\n    \u{1b}[1mthree four\u{1b}[0m\n");
    }

    #[test]
    fn links_lead_to_lines_of_known_documents() {
        let mut page = Page::new();
        page.link(Role::Dim, "a, line 3", "a", 3).link(Role::Plain, " b", "b", 1);
        let places = Places::new([("a".to_string(), "/home/a b.md".into())]);
        let expected = "\u{1b}]8;;file:///home/a%20b.md#3\u{1b}\\a, line 3\u{1b}]8;;\u{1b}\\ b\n";
        assert_eq!(page.linked(Layout::default(), &places), expected);
        check(&page, false, None, "a, line 3 b\n");
    }

    #[test]
    fn controls_never_pass() {
        let mut page = Page::new();
        page.hanging("", "\u{1b}").add(Role::Plain, "a\u{9b}b\nc");
        check(&page, false, None, "␛a\\u{9b}b c\n");
    }

    #[test]
    fn gaps_do_not_add_up() {
        let mut page = Page::new();
        page.gap().line(0).add(Role::Plain, "a").gap().gap().line(0).add(Role::Plain, "b");
        check(&page, false, None, "a\n\nb\n");
    }
}
