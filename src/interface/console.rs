//! The two streams a person or a program reads: answers on standard output, messages on standard error.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use anstream::{AutoStream, ColorChoice};

use super::arguments::When;
use super::fault;
use super::page::{Layout, Page};
use super::places::Places;
use super::visible::visible_lines;
use crate::Error;

/// Wider lines than this tire the eye.
const WIDEST: usize = 100;

/// Where a job prints.
pub struct Console {
    out: BufWriter<StdoutLock<'static>>,
    /// Whether standard output is a terminal.
    terminal: bool,
    /// Whether to colour standard output.
    color: bool,
    /// Whether the terminal follows links.
    links: bool,
    /// Where the documents stand that are cited now.
    places: Places,
    /// How to lay out messages.
    messages: Layout,
}

/// Why a job ended before its end.
#[derive(Debug)]
pub enum Failure {
    /// Something is wrong with an input.
    Input(Error),
    /// Standard output cannot be written. Where its reader has left, that is no error.
    Output(io::Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Input(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}

impl Console {
    /// The process's own streams.
    pub fn new(color: When) -> Self {
        let (stdout, stderr) = (io::stdout(), io::stderr());
        let choose = |auto: ColorChoice| match color {
            When::Auto => auto != ColorChoice::Never,
            When::Always => true,
            When::Never => false,
        };
        let messages = Layout { color: choose(AutoStream::choice(&stderr)), width: columns(stderr.is_terminal()) };
        let color = choose(AutoStream::choice(&stdout));
        let terminal = stdout.is_terminal();
        // Some terminals tell of themselves in variables that a `TERM=dumb` program inherits.
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb") && std::env::var_os("FORCE_HYPERLINK").is_none();
        let links = terminal && !dumb && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout);
        Self { terminal, color, links, places: Places::default(), messages, out: BufWriter::new(stdout.lock()) }
    }

    /// How standard output is laid out, at the width that the terminal has now.
    pub fn layout(&self) -> Layout {
        Layout { color: self.color, width: columns(self.terminal) }
    }

    /// Whether standard output is a terminal.
    pub fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// From now on citations lead to these files, if the terminal follows links.
    pub fn cite_from(&mut self, places: impl FnOnce() -> Places) {
        if self.links {
            self.places = places();
        }
    }

    /// Prints a page.
    pub fn page(&mut self, page: &Page) -> io::Result<()> {
        let shown = page.linked(self.layout(), &self.places);
        self.out.write_all(shown.as_bytes())
    }

    /// Prints lines as they are; on a terminal with control characters made visible.
    pub fn lines(&mut self, text: &str) -> io::Result<()> {
        match self.terminal {
            true => self.out.write_all(visible_lines(text).as_bytes()),
            false => self.out.write_all(text.as_bytes()),
        }
    }

    /// Hands on what was printed so far.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Tells of an error on standard error, after what was printed before it.
    pub fn fault(&mut self, error: &Error) {
        self.message(&fault::show(error, self.messages));
    }

    /// Prints a page on standard error.
    pub fn note(&mut self, page: &Page) {
        self.message(&page.show(self.messages));
    }

    fn message(&mut self, text: &str) {
        self.out.flush().ok();
        io::stderr().write_all(text.as_bytes()).ok();
    }
}

/// A terminal's columns, within reason; anything else is not wrapped.
fn columns(terminal: bool) -> Option<usize> {
    let width = || terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
    terminal.then(width).map(|width| width.clamp(16, WIDEST))
}
