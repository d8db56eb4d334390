//! The REPL, driven through a pseudo-terminal as a person would.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use expectrl::{Eof, Expect, Session};

/// A REPL on an invented person's document, with a state folder of its own.
struct Repl {
    session: expectrl::session::OsSession,
    state: PathBuf,
}

impl Repl {
    fn start(name: &str) -> Self {
        let state = std::env::temp_dir().join(format!("docent-repl-{name}-{}", std::process::id()));
        std::fs::remove_dir_all(&state).ok();
        Self { session: Self::spawn(&state), state }
    }

    /// A second REPL with the same state folder.
    fn beside(&self) -> Self {
        Self { session: Self::spawn(&self.state), state: self.state.clone() }
    }

    fn spawn(state: &PathBuf) -> expectrl::session::OsSession {
        let mut command = Command::new(env!("CARGO_BIN_EXE_docent"));
        command.args(["--document", "tests/documents/tove-arnhild.txt"]);
        command.env("XDG_STATE_HOME", state).env("TERM", "xterm").env("NO_COLOR", "1").env_remove("DOCENT_KNOWLEDGE");
        let mut session = Session::spawn(command).expect("the REPL starts");
        session.set_expect_timeout(Some(Duration::from_secs(20)));
        session.expect(" or ").expect("two questions to try");
        session.expect("> ").expect("a prompt");
        session
    }

    /// Types something and waits until `expected` is on the screen.
    fn check(&mut self, typed: &str, expected: &str) {
        self.session.send(typed).expect("typed");
        let seen = self.session.expect(expected);
        seen.unwrap_or_else(|error| panic!("after {typed:?} no {expected:?}: {error}"));
    }

    /// Waits for the end.
    fn ends(&mut self, typed: &str) {
        self.session.send(typed).expect("typed");
        self.session.expect(Eof).expect("the end");
    }
}

impl Drop for Repl {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.state).ok();
    }
}

#[test]
fn many_ways_lead_out() {
    for (n, way) in ["quit\r", "exit\r", ":q\r", ":quit\r", "\u{4}"].iter().enumerate() {
        Repl::start(&format!("out-{n}")).ends(way);
    }
}

#[test]
fn control_c_clears_the_line_and_stays() {
    let mut repl = Repl::start("clear");
    repl.check("what nonsense\u{3}", "> ");
    repl.check(":fatcs\r", "Did you mean :facts?");
    repl.ends("quit\r");
}

#[test]
fn tab_completes_commands_and_help_lists_them() {
    let mut repl = Repl::start("complete");
    repl.check(":he\t\r", "tell how the last reply came about");
    repl.check("?\r", "Ctrl-R searches");
    repl.ends("quit\r");
}

#[test]
fn a_pasted_block_is_answered_line_by_line() {
    let mut repl = Repl::start("paste");
    repl.check("\u{1b}[200~:fatcs\n:sourec\n\u{1b}[201~\r", "Did you mean :facts?");
    repl.check("", "Did you mean :source?");
    repl.ends("quit\r");
}

#[test]
fn a_line_that_is_not_utf8_is_left_out() {
    let mut repl = Repl::start("utf8");
    std::io::Write::write_all(&mut repl.session, b"who \xff\xfe is it\r").expect("typed");
    repl.check("", "> ");
    repl.check(":fatcs\r", "Did you mean :facts?");
    repl.ends("quit\r");
}

#[test]
fn history_lasts_and_a_leading_blank_keeps_a_line_out() {
    let mut repl = Repl::start("history");
    repl.check(":fatcs\r", "Did you mean :facts?");
    repl.check(" :sourec\r", "Did you mean :source?");
    repl.ends("quit\r");
    repl.session = Repl::spawn(&repl.state);
    repl.check("\u{1b}[A\u{1b}[A\u{1b}[A\r", "Did you mean :facts?");
    repl.ends("quit\r");
}

#[test]
fn two_at_once_lose_nothing() {
    let mut one = Repl::start("two");
    let mut other = one.beside();
    for n in 0..3 {
        one.check(&format!(":one{n}\r"), "There is no command");
        other.check(&format!(":other{n}\r"), "There is no command");
    }
    one.ends("quit\r");
    other.session.send("quit\r").expect("typed");
    other.session.expect(Eof).expect("the end");
    let history = std::fs::read_to_string(one.state.join("docent/history")).expect("the history");
    for n in 0..3 {
        assert!(history.contains(&format!("\n:one{n}\n")) && history.contains(&format!("\n:other{n}\n")), "{history}");
    }
}

#[test]
fn a_hint_and_tab_go_on_to_a_question_that_is_answered() {
    let mut repl = Repl::start("hint");
    repl.check("where was she b", "orn?");
    repl.check("\u{1b}[C\r", "Skarvik");
    repl.check("where was she \t\r", "Skarvik");
    repl.ends("quit\r");
}

#[test]
fn what_is_typed_ahead_is_not_lost() {
    let mut repl = Repl::start("ahead");
    repl.check(":fatcs\r:sourec\r", "Did you mean :facts?");
    repl.check("", "Did you mean :source?");
    repl.ends("quit\r");
}

#[test]
fn control_characters_in_a_pasted_line_are_shown_and_not_obeyed() {
    let mut repl = Repl::start("escape");
    repl.check("\u{1b}[200~:why \u{9b}2J\u{7}\u{202e}\u{1b}[201~", "\u{fffd}2J␇\u{fffd}");
    repl.check("\r", "Nothing was asked yet.");
    repl.ends("quit\r");
}
