//! The REPL's commands: one table of what there is, and a function for each from a session and an argument to what is shown.

mod show;
mod talk;

use super::page::{Page, Role};
use super::plan::Form;
use super::session::Session;
use crate::Result;
use crate::answer::Reply;

/// A command of the REPL.
pub struct Command {
    /// Its name, with the colon.
    pub name: &'static str,
    /// What else it goes by; those without a colon only as a whole line.
    pub aliases: &'static [&'static str],
    /// Its argument as help shows it; in brackets where it may be left out; empty where there is none.
    pub argument: &'static str,
    /// What it does, in a line.
    pub help: &'static str,
    run: fn(&mut Session, &str) -> Result<Said>,
}

/// What a line of the REPL comes to.
pub enum Said {
    /// Something to show.
    Page(Page),
    /// A reply, shown as the session's format says.
    Reply(Box<Reply>),
    /// A cited sentence: its paragraph, and the whole document for a pager, to be opened at `line` of the document.
    Source { passage: Page, whole: Page, line: usize },
    /// The end.
    Leave,
}

/// All commands, sorted by name. Help, completion and the search for a slip of the pen go by this table.
pub const COMMANDS: [Command; 17] = [
    Command { name: ":close", aliases: &[], argument: "", help: "go back to what was asked before `:open`", run: talk::close },
    Command { name: ":facts", aliases: &[], argument: "[WORDS]", help: "show the facts that have all these words", run: show::facts },
    Command { name: ":format", aliases: &[], argument: "FORM", help: "show replies as text, explain, short or json", run: talk::format },
    Command {
        name: ":help",
        aliases: &[":h", ":?", "?", "help"],
        argument: "[COMMAND]",
        help: "list the commands, or explain one",
        run: help,
    },
    Command { name: ":load", aliases: &[], argument: "FILE", help: "ask a saved dialogue's questions again", run: talk::load },
    Command { name: ":open", aliases: &[], argument: "FILE", help: "ask another document, or knowledge folder", run: talk::open },
    Command { name: ":quit", aliases: &[":q", ":exit", "quit", "exit"], argument: "", help: "leave; Ctrl-D does too", run: quit },
    Command { name: ":replies", aliases: &[], argument: "", help: "list what was asked and answered so far", run: show::replies },
    Command {
        name: ":retry",
        aliases: &[],
        argument: "[QUESTION]",
        help: "take the last question back and ask this instead",
        run: talk::retry,
    },
    Command {
        name: ":save",
        aliases: &[],
        argument: "FILE",
        help: "write the talk so far as a dialogue that `docent test` plays",
        run: talk::save,
    },
    Command { name: ":source", aliases: &[":s"], argument: "[N]", help: "open the document at the Nth cited sentence", run: show::source },
    Command { name: ":state", aliases: &[], argument: "", help: "show who and what the talk is about", run: show::state },
    Command { name: ":timeline", aliases: &[], argument: "[WORDS]", help: "show the dated facts in order", run: show::timeline },
    Command { name: ":topics", aliases: &[], argument: "", help: "show what can be asked: sections, names, questions", run: show::topics },
    Command { name: ":undo", aliases: &[], argument: "", help: "take the last question back", run: talk::undo },
    Command { name: ":why", aliases: &[], argument: "", help: "tell how the last reply came about", run: show::why },
    Command { name: ":why-not", aliases: &[], argument: "WORDS", help: "tell where a sentence with these words lost", run: show::why_not },
];

/// How replies can be shown, by the words that `:format` takes.
pub const FORMS: [(&str, Form); 4] = [("explain", Form::Explained), ("json", Form::Json), ("short", Form::Short), ("text", Form::Full)];

/// The commands as a table in Markdown: what the README shows.
pub fn table() -> String {
    let row = |command: &Command| {
        let argument = if command.argument.is_empty() { String::new() } else { format!(" {}", command.argument) };
        format!("| `{}{argument}` | {} |\n", command.name, command.help)
    };
    format!("| command | what it does |\n|---|---|\n{}", COMMANDS.iter().map(row).collect::<String>())
}

/// Does what a line says: a command, or a question.
pub fn line(session: &mut Session, line: &str) -> Result<Said> {
    let line = line.trim();
    let (word, argument) = line.split_once(char::is_whitespace).map_or((line, ""), |(word, rest)| (word, rest.trim()));
    match find(word) {
        Some(command) if word.starts_with(':') || argument.is_empty() => (command.run)(session, argument),
        None if word.starts_with(':') => Ok(Said::Page(not_a_command(word))),
        _ => Ok(Said::Reply(Box::new(session.ask(line)))),
    }
}

fn find(word: &str) -> Option<&'static Command> {
    let word = word.to_lowercase();
    COMMANDS.iter().find(|command| command.name == word || command.aliases.contains(&word.as_str()))
}

fn not_a_command(word: &str) -> Page {
    let mut page = Page::new();
    page.add(Role::Plain, "There is no command ").add(Role::Head, word).add(Role::Plain, ".");
    let distance = |command: &&Command| strsim::osa_distance(command.name, word);
    let nearest =
        COMMANDS.iter().min_by_key(distance).filter(|command| distance(command) <= 2 || word.len() > 1 && command.name.starts_with(word));
    match nearest {
        Some(command) => page.add(Role::Plain, " Did you mean ").add(Role::Head, command.name).add(Role::Plain, "?"),
        None => page.add(Role::Plain, " ").add(Role::Head, ":help").add(Role::Plain, " lists them."),
    };
    page
}

fn say(text: &str) -> Result<Said> {
    let mut page = Page::new();
    text.lines().for_each(|line| {
        page.line(0).add(Role::Plain, line);
    });
    Ok(Said::Page(page))
}

/// What to say where a command needs an argument and got none.
fn needs(name: &str) -> Result<Said> {
    let usage = find(name).map_or(name.to_string(), |command| format!("{} {}: {}", command.name, command.argument, command.help));
    say(&format!("Usage: {usage}."))
}

fn nothing_yet() -> Result<Said> {
    say("Nothing was asked yet.")
}

fn help(_: &mut Session, argument: &str) -> Result<Said> {
    let asked = format!(":{}", argument.trim_start_matches(':'));
    let chosen = COMMANDS.iter().filter(|command| argument.is_empty() || command.name == asked);
    let mut page = Page::new();
    for command in chosen {
        page.hanging("  ", &format!("{:<19}", format!("{} {}", command.name, command.argument))).add(Role::Plain, command.help);
        if !argument.is_empty() && !command.aliases.is_empty() {
            page.line(2).add(Role::Dim, &format!("also {}", command.aliases.join(", ")));
        }
    }
    if page.is_empty() {
        return Ok(Said::Page(not_a_command(&asked)));
    }
    if argument.is_empty() {
        page.gap()
            .line(0)
            .add(Role::Dim, "Everything else is a question. Ctrl-R searches what you asked, Tab completes, Ctrl-C clears the line.");
    }
    Ok(Said::Page(page))
}

fn quit(_: &mut Session, _: &str) -> Result<Said> {
    Ok(Said::Leave)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::interface::plan::Subject;

    /// Plays lines on a document about an invented person and gives what the last one showed.
    fn play(lines: &[&str]) -> String {
        let folder = std::env::temp_dir().join(format!("docent-commands-{}-{:?}", std::process::id(), std::thread::current().id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let file = folder.join("tove-arnhild.txt");
        fs::write(
            &file,
            "= Tove Arnhild =\n\nTove Arnhild was born in 1931. She built boats.\n\n== Work ==\n\nHer yard stood in Skarvik.\n",
        )
        .expect("written");
        let mut session = Session::open(Subject::Document(file)).expect("a session");
        let here = |text: &str| text.replace("HERE", &folder.display().to_string());
        let mut shown = String::new();
        for it in lines {
            shown = match line(&mut session, &here(it)) {
                Ok(Said::Page(page) | Said::Source { passage: page, .. }) => page.plain(),
                Ok(Said::Reply(reply)) => format!("reply to {}\n", reply.question),
                Ok(Said::Leave) => "leave\n".to_string(),
                Err(error) => format!("{error}\n"),
            };
        }
        shown = shown.replace(&folder.display().to_string(), "HERE");
        fs::remove_dir_all(folder).ok();
        shown
    }

    fn check(lines: &[&str], expected: &str) {
        assert_eq!(play(lines), expected, "{lines:?}");
    }

    #[test]
    fn every_command_is_found_by_its_names_and_sorted() {
        assert!(COMMANDS.is_sorted_by_key(|command| command.name));
        for command in &COMMANDS {
            let names = std::iter::once(&command.name).chain(command.aliases);
            assert!(names.into_iter().all(|name| find(name).is_some_and(|found| found.name == command.name)));
            assert!(play(&[":help"]).contains(command.help));
            assert!(play(&[&format!(":help {}", &command.name[1..])]).contains(command.help));
        }
    }

    #[test]
    fn leaving_has_many_words() {
        for word in ["quit", "exit", ":q", ":quit", "QUIT", " :exit "] {
            check(&[word], "leave\n");
        }
        check(&["exit polls"], "reply to exit polls\n");
    }

    #[test]
    fn a_slip_is_understood() {
        check(&[":fatcs"], "There is no command :fatcs. Did you mean :facts?\n");
        check(&[":sav"], "There is no command :sav. Did you mean :save?\n");
        check(&[":zzzzzz"], "There is no command :zzzzzz. :help lists them.\n");
        check(&[":open"], "Usage: :open FILE: ask another document, or knowledge folder.\n");
        check(&[":format loud"], "Usage: :format FORM: show replies as text, explain, short or json.\n");
    }

    #[test]
    fn before_the_first_question_there_is_nothing() {
        for command in [":why", ":source", ":undo", ":retry", ":replies", ":why-not x"] {
            check(&[command], "Nothing was asked yet.\n");
        }
        check(&[":close"], "Nothing else was open.\n");
    }

    #[test]
    fn questions_can_be_taken_back_and_put_again() {
        check(&["when?", ":undo"], "Taken back: when?\n");
        check(&["when?", ":undo", ":undo"], "Nothing was asked yet.\n");
        check(&["when?", ":retry where?"], "reply to where?\n");
        check(&["when?", ":retry"], "reply to when?\n");
    }

    #[test]
    fn a_saved_talk_is_a_dialogue_about_the_same_document() {
        check(&["is it zzz?", ":save HERE/a.dialogue"], "Saved 1 question to HERE/a.dialogue.\n");
        check(&["is it zzz?", ":save HERE/a.dialogue", "or yyy?", ":save HERE/a.dialogue"], "Saved 2 questions to HERE/a.dialogue.\n");
        check(&[":save HERE/tove-arnhild.txt"], "HERE/tove-arnhild.txt: there is such a file already; expected the name of a new file\n");
        let shown = play(&["is it zzz?", ":save HERE/a.dialogue", ":load HERE/a.dialogue"]);
        assert!(shown.starts_with("> is it zzz?\n"), "{shown}");
    }

    #[test]
    fn documents_are_opened_and_closed() {
        check(&[":open HERE/none.md"], "HERE/none.md: cannot read it: no such file or directory\n");
        check(&[":open -"], "stdin: questions come from it, so the document cannot; expected `docent ask --document -`\n");
        let back = play(&[":open HERE/tove-arnhild.txt", ":close"]);
        assert!(back.starts_with("Back to "), "{back}");
    }
}
