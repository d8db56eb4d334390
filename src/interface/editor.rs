//! The REPL's line editor: history, completion, hints, highlighting.

use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;

use etcetera::BaseStrategy;
use rustyline::completion::{Completer, FilenameCompleter, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::{Hinter, HistoryHinter};
use rustyline::history::FileHistory;
use rustyline::{ColorMode, CompletionType, Config, Context, Editor, Helper, Validator};

use super::complete::{Words, candidates, takes_file};
use super::highlight::highlight;
use super::offers::{Offers, rest};
use super::page::{Role, paint};
use super::session::Session;
use super::visible::{needs_showing, stand_in};

/// Lines of history that are kept.
const HISTORY: usize = 2000;

/// A line editor with its history file.
pub struct LineEditor {
    editor: Editor<Prompter, FileHistory>,
    history: Option<PathBuf>,
}

/// What the editor knows of the session while a line is typed.
#[derive(Default, Helper, Validator)]
struct Prompter {
    color: bool,
    /// Names and headings of the documents.
    names: Vec<String>,
    /// Relations of their facts.
    relations: Vec<String>,
    /// Questions that were suggested last.
    suggested: Vec<String>,
    /// All questions that are answered.
    offers: Option<Offers>,
    past: HistoryHinter,
    files: FilenameCompleter,
}

impl LineEditor {
    /// An editor for a terminal. Without a state folder there is no history beyond the session.
    pub fn new(color: bool) -> rustyline::Result<Self> {
        // Without colour too what is typed passes through the highlighter, which makes control characters harmless.
        let config = Config::builder().max_history_size(HISTORY)?.history_ignore_space(true).history_ignore_dups(true)?;
        let config = config.completion_type(CompletionType::List).color_mode(ColorMode::Forced).build();
        let mut editor = Editor::with_config(config)?;
        editor.set_helper(Some(Prompter { color, ..Prompter::default() }));
        let history = history_file();
        if let Some(file) = &history {
            editor.load_history(file).ok();
        }
        Ok(Self { editor, history })
    }

    /// Lets completion and hints know what is asked now.
    pub fn learn(&mut self, session: &Session) {
        let Some(prompter) = self.editor.helper_mut() else { return };
        prompter.suggested.clone_from(&session.offered);
        if prompter.offers.as_ref().is_none_or(|offers| !offers.are_of(session.knowledge())) {
            prompter.names = names(session);
            prompter.relations = shown(session.knowledge().facts().map(|(_, fact)| fact.relation.clone()));
            prompter.offers = Some(Offers::new(session.knowledge().clone()));
        }
    }

    /// Reads one line, or a pasted block of them.
    pub fn read(&mut self) -> Result<String, ReadlineError> {
        self.editor.readline("> ")
    }

    /// Keeps a line for later sessions, beside what other sessions keep. A line that begins with a blank is not kept.
    pub fn remember(&mut self, line: &str) {
        if self.editor.add_history_entry(line).unwrap_or(false)
            && let Some(file) = &self.history
        {
            self.editor.append_history(file).ok();
        }
    }
}

/// The history's place, in the XDG state folder. Folder and file are made, so that sessions that begin at once add to the same file.
fn history_file() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    let folder = base.state_dir().unwrap_or_else(|| base.data_dir()).join("docent");
    fs::create_dir_all(&folder).ok()?;
    let file = folder.join("history");
    fs::OpenOptions::new().create(true).append(true).open(&file).ok()?;
    Some(file)
}

/// The names in the documents and their headings.
fn names(session: &Session) -> Vec<String> {
    let headings = session.knowledge().documents().flat_map(|document| &document.sections).filter_map(|section| section.path.last());
    shown(session.knowledge().names().into_iter().chain(headings.cloned()))
}

/// Words to complete: sorted, each once; what a terminal might act on is left out.
fn shown(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut words: Vec<String> = words.filter(|word| !word.is_empty() && !word.chars().any(needs_showing)).collect();
    words.sort();
    words.dedup();
    words
}

impl Completer for Prompter {
    type Candidate = Pair;

    fn complete(&self, line: &str, pos: usize, context: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        if takes_file(line) {
            return self.files.complete(line, pos, context);
        }
        let words = Words { names: &self.names, relations: &self.relations, offers: self.offers.as_ref() };
        let (start, found) = candidates(&words, &line[..pos]);
        Ok((start, found.into_iter().map(|text| Pair { display: text.clone(), replacement: text }).collect()))
    }
}

impl Hinter for Prompter {
    type Hint = String;

    fn hint(&self, line: &str, pos: usize, context: &Context<'_>) -> Option<String> {
        if line.is_empty() || pos < line.len() {
            return None;
        }
        let suggested = self.suggested.iter().filter(|question| !question.chars().any(needs_showing));
        let mut suggested = suggested.filter_map(|question| rest(question, line)).filter(|rest| !rest.is_empty());
        let first = suggested.next().map(str::to_string);
        first.or_else(|| self.offers.as_ref()?.hint(line)).or_else(|| self.past.hint(line, pos, context))
    }
}

impl Highlighter for Prompter {
    fn highlight<'l>(&self, line: &'l str, _: usize) -> Cow<'l, str> {
        match line.chars().any(needs_showing) {
            true => Cow::Owned(line.chars().map(stand_in).collect()),
            false if self.color => highlight(line, &self.names),
            false => Cow::Borrowed(line),
        }
    }

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _: bool) -> Cow<'b, str> {
        paint(Role::Answer, prompt, self.color)
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        paint(Role::Dim, hint, self.color)
    }

    fn highlight_char(&self, line: &str, _: usize, kind: CmdKind) -> bool {
        kind != CmdKind::MoveCursor && (self.color || line.chars().any(needs_showing))
    }
}
