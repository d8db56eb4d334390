//! The REPL: lines in, replies out, until there are no more. Between a terminal and a terminal with an editor, else line by line without a prompt.

use std::io::{self, BufRead, ErrorKind, IsTerminal};

use rustyline::error::ReadlineError;

use super::ask;
use super::commands::{self, Said};
use super::console::{Console, Failure};
use super::editor::LineEditor;
use super::page::{Page, Role, counted};
use super::pager;
use super::plan::Subject;
use super::session::Session;
use crate::Error;

/// Talks until the end of input. Plain input ends with 2 if a line of it could not be read, all else with 0.
pub fn run(console: &mut Console, subject: Subject) -> Result<u8, Failure> {
    let mut session = Session::open(subject)?;
    if io::stdin().is_terminal() && console.is_terminal() { edited(console, &mut session) } else { plain(console, &mut session) }
}

/// Three lines: what is known, what to try, where to find help.
fn greeting(session: &Session) -> Page {
    let knowledge = session.knowledge();
    let sentences = knowledge.documents().map(|document| document.sentences.len()).sum();
    let (sentences, facts) = (counted(sentences, "sentence"), counted(knowledge.facts().count(), "fact"));
    let mut page = Page::new();
    page.add(Role::Answer, "docent").add(Role::Plain, " has read ").add(Role::Answer, &session.title());
    page.add(Role::Dim, &format!(" ({sentences}, {facts})"));
    if !session.offered.is_empty() {
        page.hanging("", "Try: ");
        for (n, question) in session.offered.iter().take(2).enumerate() {
            page.add(Role::Dim, if n > 0 { " or " } else { "" }).add(Role::Head, question);
        }
    }
    page.line(0).add(Role::Head, ":help").add(Role::Plain, " lists the commands, Ctrl-D leaves.");
    page
}

fn edited(console: &mut Console, session: &mut Session) -> Result<u8, Failure> {
    let mut editor = LineEditor::new(console.layout().color).map_err(|error| broken(&error))?;
    session.offer();
    console.page(&greeting(session))?;
    loop {
        console.lines("\n")?;
        console.flush()?;
        console.cite_from(|| session.places());
        editor.learn(session);
        let block = match editor.read() {
            Ok(block) => block,
            Err(ReadlineError::Interrupted) => continue,
            Err(ReadlineError::Eof) => return Ok(0),
            Err(ReadlineError::Io(error)) if error.kind() == ErrorKind::InvalidData => {
                console.fault(&not_utf8());
                continue;
            }
            Err(error) => return Err(broken(&error)),
        };
        let lines: Vec<&str> = block.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).collect();
        for line in &lines {
            editor.remember(line);
            if lines.len() > 1 {
                echo(console, line)?;
            }
            if !answer(console, session, line, true)? {
                return Ok(0);
            }
        }
    }
}

/// Lines of a pasted block are shown again, each over its reply.
fn echo(console: &mut Console, line: &str) -> io::Result<()> {
    let mut page = Page::new();
    page.hanging("", "> ").add(Role::Head, line);
    console.page(&page)
}

fn plain(console: &mut Console, session: &mut Session) -> Result<u8, Failure> {
    let (mut input, mut code, mut first) = (io::stdin().lock(), 0, true);
    loop {
        let mut bytes = Vec::new();
        let read = input.read_until(b'\n', &mut bytes);
        if read.map_err(|error| Error::new("stdin", format!("cannot read it: {error}")))? == 0 {
            return Ok(code);
        }
        match String::from_utf8(bytes) {
            Ok(line) if line.trim().is_empty() => continue,
            Ok(line) => {
                if !std::mem::take(&mut first) {
                    console.lines("\n")?;
                }
                if !answer(console, session, line.trim_start_matches('\u{feff}'), false)? {
                    return Ok(code);
                }
            }
            Err(_) => {
                code = 2;
                console.fault(&not_utf8());
            }
        }
        console.flush()?;
    }
}

/// Does what a line says; false at the end. The pager is for a terminal.
fn answer(console: &mut Console, session: &mut Session, line: &str, with_pager: bool) -> Result<bool, Failure> {
    match commands::line(session, line) {
        Ok(Said::Page(page)) => console.page(&page)?,
        Ok(Said::Source { passage, whole, line }) => {
            let layout = console.layout();
            if !with_pager || pager::show(&whole.show(layout), whole.height(line.saturating_sub(1), layout) + 1).is_err() {
                console.page(&passage)?;
            }
        }
        Ok(Said::Reply(reply)) => ask::print(console, &reply, session.form)?,
        Ok(Said::Leave) => return Ok(false),
        Err(error) => console.fault(&error),
    }
    Ok(true)
}

fn not_utf8() -> Error {
    Error::new("stdin", "this line is not UTF-8; it was left out").expected("UTF-8 text")
}

fn broken(error: &ReadlineError) -> Failure {
    Error::new("terminal", format!("cannot read from it: {error}")).into()
}
