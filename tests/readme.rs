//! The README holds what is true: its sessions go as they stand there, and its table of commands is the program's.
//!
//! A session is a block of text that begins with `$ docent`; lines after `> ` are typed. A line `…` stands for any lines. `TRYCMD=overwrite` renews what
//! has changed.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use docent::interface::commands;

/// What the program says to each line typed, as it would stand in the README.
fn play(arguments: &str, typed: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_docent"));
    for name in ["DOCENT_DOCUMENT", "DOCENT_KNOWLEDGE"] {
        program.env_remove(name);
    }
    let program = program.args(arguments.split_whitespace()).env("DOCENT_COLOR", "never").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = program.spawn().expect("the program starts");
    let lines: String = typed.iter().map(|line| format!("{line}\n")).collect();
    child.stdin.take().expect("its input").write_all(lines.as_bytes()).expect("written");
    String::from_utf8(child.wait_with_output().expect("its output").stdout).expect("UTF-8")
}

/// Whether `said` is what `expected` shows; `…` alone on the last line stands for all that follows.
fn fits(expected: &str, said: &str) -> bool {
    match expected.strip_suffix("…") {
        Some(start) => said.starts_with(start),
        None => said == expected,
    }
}

/// Plays a session and gives it as it went. Each reply that still fits stays as it stands.
fn replay(session: &str) -> String {
    let (first, rest) = session.split_once('\n').expect("questions after the command");
    let arguments = first.strip_prefix("$ docent").expect("a session");
    let shown: Vec<(&str, &str)> =
        rest.strip_prefix("> ").expect("a question").split("\n> ").map(|turn| turn.split_once('\n').expect("a reply")).collect();
    let mut went = format!("{first}\n");
    for (n, (question, expected)) in shown.iter().enumerate() {
        let before: Vec<&str> = shown[..n].iter().map(|(question, _)| *question).collect();
        let (past, all) = (play(arguments, &before), play(arguments, &[&before[..], &[*question]].concat()));
        let said = all[past.len()..].trim_matches('\n');
        let expected = expected.trim_end_matches('\n');
        let reply = if fits(expected, said) { expected } else { said };
        went += &format!("> {question}\n{reply}\n{}", if n + 1 < shown.len() { "\n" } else { "" });
    }
    went
}

#[test]
fn sessions_go_as_they_stand() {
    let readme = fs::read_to_string("README.md").expect("the README");
    let blocks = readme.split("```text\n").skip(1).filter_map(|rest| rest.split_once("```").map(|(block, _)| block));
    let sessions: Vec<&str> = blocks.filter(|block| block.starts_with("$ docent")).collect();
    assert!(!sessions.is_empty());
    let renewed = sessions.iter().fold(readme.clone(), |text, session| text.replace(session, &replay(session)));
    if std::env::var("TRYCMD").is_ok_and(|wanted| wanted == "overwrite") {
        fs::write("README.md", renewed).expect("written");
    } else {
        assert_eq!(readme, renewed);
    }
}

#[test]
fn the_table_of_commands_is_the_programs() {
    let readme = fs::read_to_string("README.md").expect("the README");
    assert!(readme.contains(&commands::table()), "the README lacks this table:\n{}", commands::table());
}
