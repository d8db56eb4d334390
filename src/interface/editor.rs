//! The REPL's line editor: history, completion of commands, names and question words, hints, highlighting.

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

use super::commands::COMMANDS;
use super::page::{Role, paint};
use super::session::Session;
use super::visible::{needs_showing, stand_in};

/// Lines of history that are kept.
const HISTORY: usize = 2000;

/// How questions begin.
const STARTS: [&str; 12] = ["Did ", "How ", "How many ", "Is ", "Was ", "What ", "When ", "Where ", "Which ", "Who ", "Whose ", "Why "];

/// A line editor with its history file.
pub struct LineEditor {
    editor: Editor<Prompter, FileHistory>,
    history: Option<PathBuf>,
}

/// What the editor knows of the session while a line is typed.
#[derive(Default, Helper, Validator)]
struct Prompter {
    color: bool,
    /// Names and headings of the document.
    names: Vec<String>,
    /// Questions that can be answered.
    offered: Vec<String>,
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
        if let Some(prompter) = self.editor.helper_mut() {
            prompter.names = names(session);
            prompter.offered.clone_from(&session.offered);
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

/// The history's place, in the XDG state folder; the folder is made.
fn history_file() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    let folder = base.state_dir().unwrap_or_else(|| base.data_dir()).join("docent");
    fs::create_dir_all(&folder).ok()?;
    Some(folder.join("history"))
}

/// What can be completed: the names in the documents and their headings. What a terminal might act on is left out.
fn names(session: &Session) -> Vec<String> {
    let headings = session.knowledge().documents().flat_map(|document| &document.sections).filter_map(|section| section.path.last());
    let mut names: Vec<String> = session.knowledge().names();
    names.extend(headings.cloned());
    names.retain(|name| !name.chars().any(needs_showing));
    names.sort();
    names.dedup();
    names
}

/// The names that continue what stands before the cursor, and where that begins. The longest beginning counts.
fn continued<'n>(names: &'n [String], before: &str) -> Option<(usize, Vec<&'n str>)> {
    let word_start = |at: &usize| !before[..*at].ends_with(char::is_alphanumeric);
    let starts = before.char_indices().map(|(at, _)| at).filter(word_start);
    starts.filter(|at| before[*at..].starts_with(char::is_alphanumeric)).find_map(|at| {
        let typed = before[at..].to_lowercase();
        let found: Vec<&str> = names.iter().map(String::as_str).filter(|name| name.to_lowercase().starts_with(&typed)).collect();
        (!found.is_empty()).then_some((at, found))
    })
}

/// Candidates for `line` as far as `before` the cursor, and where they begin.
fn candidates(names: &[String], before: &str) -> (usize, Vec<String>) {
    let starting = |all: &mut dyn Iterator<Item = &'static str>, typed: &str| -> Vec<String> {
        let typed = typed.to_lowercase();
        all.filter(|it| it.to_lowercase().starts_with(&typed)).map(str::to_string).collect()
    };
    let mut commands = COMMANDS.iter().map(|command| command.name);
    if let Some(typed) = before.strip_prefix(":help ") {
        return (6, starting(&mut commands.map(|name| &name[1..]), typed));
    }
    if before.starts_with(':') && !before.contains(' ') {
        return (0, starting(&mut commands, before));
    }
    let mut openings = if before.contains(' ') { Vec::new() } else { starting(&mut STARTS.into_iter(), before) };
    match continued(names, before) {
        Some((start, found)) if openings.is_empty() || start == 0 => {
            openings.extend(found.into_iter().map(str::to_string));
            (start, openings)
        }
        _ => (0, openings),
    }
}

/// Whether the line's command takes a file.
fn takes_file(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    line.contains(' ') && COMMANDS.iter().any(|command| command.name == word && command.argument == "FILE")
}

impl Completer for Prompter {
    type Candidate = Pair;

    fn complete(&self, line: &str, pos: usize, context: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        if takes_file(line) {
            return self.files.complete(line, pos, context);
        }
        let (start, found) = candidates(&self.names, &line[..pos]);
        Ok((start, found.into_iter().map(|text| Pair { display: text.clone(), replacement: text }).collect()))
    }
}

impl Hinter for Prompter {
    type Hint = String;

    fn hint(&self, line: &str, pos: usize, context: &Context<'_>) -> Option<String> {
        if line.is_empty() || pos < line.len() {
            return None;
        }
        let rest = |question: &String| {
            let start = question.get(..line.len()).filter(|start| start.eq_ignore_ascii_case(line))?;
            Some(question[start.len()..].to_string()).filter(|rest| !rest.is_empty() && !rest.chars().any(needs_showing))
        };
        self.offered.iter().find_map(rest).or_else(|| self.past.hint(line, pos, context))
    }
}

impl Highlighter for Prompter {
    fn highlight<'l>(&self, line: &'l str, _: usize) -> Cow<'l, str> {
        match line.chars().any(needs_showing) {
            true => Cow::Owned(line.chars().map(stand_in).collect()),
            false => self.colored(line),
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

impl Prompter {
    /// The line with its command, or the names it speaks of, in colour.
    fn colored<'l>(&self, line: &'l str) -> Cow<'l, str> {
        let mut names: Vec<&String> = self.names.iter().filter(|name| line.contains(name.as_str())).collect();
        if !self.color || names.is_empty() && !line.starts_with(':') {
            return Cow::Borrowed(line);
        }
        if let Some(end) = line.starts_with(':').then(|| line.find(' ').unwrap_or(line.len())) {
            return Cow::Owned(format!("{}{}", paint(Role::Head, &line[..end], true), &line[end..]));
        }
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        let (mut shown, mut rest) = (String::new(), line);
        while let Some((at, name)) = names.iter().filter_map(|name| rest.find(name.as_str()).map(|at| (at, name))).min_by_key(|(at, _)| *at)
        {
            shown += &format!("{}{}", &rest[..at], paint(Role::Head, name, true));
            rest = &rest[at + name.len()..];
        }
        Cow::Owned(shown + rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(before: &str, expected: (usize, &[&str])) {
        let names = ["Port Sable", "Portia Venn", "Tove Arnhild", "Élan"].map(str::to_string);
        let (start, found) = candidates(&names, before);
        assert_eq!((start, found.iter().map(String::as_str).collect::<Vec<_>>().as_slice()), expected, "{before:?}");
    }

    #[test]
    fn completes_commands_names_and_question_words() {
        check(":so", (0, &[":source"]));
        check(":re", (0, &[":replies", ":retry"]));
        check(":help so", (6, &["source"]));
        check("Whe", (0, &["When ", "Where "]));
        check("when was tove", (9, &["Tove Arnhild"]));
        check("when was Tove A", (9, &["Tove Arnhild"]));
        check("who is po", (7, &["Port Sable", "Portia Venn"]));
        check("where is él", (9, &["Élan"]));
        check("who is zz", (0, &[]));
    }

    #[test]
    fn names_are_highlighted_and_the_longer_one_counts() {
        let names = ["Port", "Port Sable"].map(str::to_string).to_vec();
        let prompter = Prompter { color: true, names, ..Prompter::default() };
        let shown = prompter.highlight("Is Port Sable é a Port?", 0);
        assert_eq!(shown, "Is \u{1b}[36mPort Sable\u{1b}[0m é a \u{1b}[36mPort\u{1b}[0m?");
        assert_eq!(prompter.highlight(":why not", 0), "\u{1b}[36m:why\u{1b}[0m not");
    }
}
