//! `test`: finds dialogue files, plays them, shows what was not as expected, and blesses.

use std::fs;
use std::path::{Path, PathBuf};

use super::arguments::Report;
use super::console::{Console, Failure};
use super::page::{Page, Role, counted};
use super::plan::{Playing, Subject};
use super::{files, load, render};
use crate::knowledge::Knowledge;
use crate::script::coverage::Coverage;
use crate::script::report::{Test, junit, tap};
use crate::script::{self, Outcome, bless::bless};
use crate::{Error, Result};

/// Plays the dialogues. 0 if all passed, 1 if an expectation failed, 2 if a file could not be read.
pub fn run(console: &mut Console, playing: &Playing) -> std::result::Result<u8, Failure> {
    let (mut tests, mut coverage) = (Vec::new(), Coverage::default());
    for path in find(&playing.paths, &playing.filter)? {
        let mut played = play(&path, &playing.subject);
        if playing.bless && played.as_ref().is_ok_and(|(_, outcomes)| !outcomes.iter().all(Outcome::passed)) {
            played = played.and_then(|(_, outcomes)| blessed(console, &path, &outcomes, &playing.subject));
        }
        if let Ok((knowledge, outcomes)) = &played {
            coverage.add(knowledge, outcomes);
        }
        let test = Test { file: path.display().to_string(), result: played.map(|(_, outcomes)| outcomes) };
        if playing.report.is_none() {
            show(console, &test)?;
        }
        tests.push(test);
    }
    match playing.report {
        Some(Report::Tap) => console.lines(&tap(&tests))?,
        Some(Report::Junit) => console.lines(&junit(&tests))?,
        None => console.page(&summary(&tests))?,
    }
    if playing.coverage {
        console.page(&unreached(&coverage))?;
    }
    Ok(code(&tests))
}

/// Reads and plays one dialogue file; also gives what it was held with.
pub fn play(path: &Path, default: &Subject) -> Result<(Knowledge, Vec<Outcome>)> {
    let dialogue = script::parse(&files::name(path), &files::read_text(path)?)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let knowledge = load::knowledge(&load::subject(&dialogue.subject, folder, default))?;
    let outcomes = script::play(&knowledge, &dialogue);
    Ok((knowledge, outcomes))
}

/// Rewrites the file so that it passes, and plays it again.
fn blessed(console: &mut Console, path: &Path, outcomes: &[Outcome], subject: &Subject) -> Result<(Knowledge, Vec<Outcome>)> {
    files::replace(path, &bless(&files::read_text(path)?, outcomes))?;
    let mut note = Page::new();
    note.add(Role::Warn, "blessed ").add(Role::Plain, &path.display().to_string());
    console.note(&note);
    play(path, subject)
}

/// The dialogue files of `paths` in the order of their names, folders searched for `*.dialogue`.
pub fn find(paths: &[PathBuf], filter: &str) -> Result<Vec<PathBuf>> {
    let here = [PathBuf::from(".")];
    let mut found = Vec::new();
    for path in if paths.is_empty() { &here[..] } else { paths } {
        if path.is_dir() {
            search(path, &mut found)?;
        } else {
            found.push(path.clone());
        }
    }
    let mut found: Vec<PathBuf> = found.into_iter().map(|path| path.strip_prefix("./").map(Path::to_path_buf).unwrap_or(path)).collect();
    found.retain(|path| path.display().to_string().contains(filter));
    if found.is_empty() {
        let places = paths.first().unwrap_or(&here[0]).display().to_string();
        return Err(Error::new(places, "no dialogue to play").expected("a file whose name ends in `.dialogue`"));
    }
    Ok(found)
}

/// Adds the dialogue files below a folder, sorted; hidden folders and `target` are passed over.
fn search(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let cannot = |error: std::io::Error| files::cannot(folder, "read", &error);
    let entries = fs::read_dir(folder).map_err(cannot)?.collect::<std::io::Result<Vec<_>>>().map_err(cannot)?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && !path.is_symlink() && !name.starts_with('.') && name != "target" {
            search(&path, found)?;
        } else if path.is_file() && path.extension().is_some_and(|ending| ending == "dialogue") {
            found.push(path);
        }
    }
    Ok(())
}

fn show(console: &mut Console, test: &Test) -> std::result::Result<(), Failure> {
    let mut page = Page::new();
    match &test.result {
        Err(error) => {
            page.add(Role::Bad, "FAIL").add(Role::Plain, &format!(" {}", test.file));
            console.fault(error);
        }
        Ok(_) if test.passed() => {
            page.add(Role::Good, "pass").add(Role::Plain, &format!(" {}", test.file));
        }
        Ok(outcomes) => {
            page.add(Role::Bad, "FAIL").add(Role::Plain, &format!(" {}", test.file));
            outcomes.iter().filter(|outcome| !outcome.passed()).for_each(|outcome| diff(&mut page, outcome));
        }
    }
    Ok(console.page(&page)?)
}

/// What was expected and what came, and why.
fn diff(page: &mut Page, outcome: &Outcome) {
    page.hanging("  ", &format!("{:>4}  ", outcome.step.line)).add(Role::Answer, &format!("> {}", outcome.step.question));
    for (line, expectation) in outcome.missed() {
        page.hanging("  ", &format!("{line:>4}  ")).add(Role::Good, "- ").add(Role::Good, &expectation.line());
        page.hanging("        ", "").add(Role::Bad, "+ ").add(Role::Bad, &outcome.got(expectation));
    }
    if let Some(answer) = outcome.reply.answer.as_ref().filter(|_| !outcome.missed().any(|(_, it)| it.is_about_answer())) {
        page.hanging("        ", "  ").add(Role::Dim, "answer: ").add(Role::Plain, answer);
    }
    for source in outcome.reply.sources.iter().take(1) {
        page.hanging("        ", "  ");
        render::marked(page, &source.text, &source.marks);
        render::cited(page.hanging("        ", "  "), source);
    }
    let why = [Some(&outcome.reply.trace.verdict), outcome.reply.reason.as_ref()];
    for line in why.into_iter().flatten().filter(|line| !line.is_empty()) {
        page.hanging("        ", "  ").add(Role::Dim, line);
    }
}

fn summary(tests: &[Test]) -> Page {
    let passed = tests.iter().filter(|test| test.passed()).count();
    let mut page = Page::new();
    let role = if passed == tests.len() { Role::Good } else { Role::Bad };
    page.line(0);
    page.line(0).add(role, &format!("{} passed, {} failed", counted(passed, "dialogue"), tests.len() - passed));
    page
}

/// What no dialogue reaches, document by document.
fn unreached(coverage: &Coverage) -> Page {
    let mut page = Page::new();
    for (name, reached) in coverage.documents() {
        let cited = reached.sentences - reached.uncited.len();
        page.line(0);
        page.line(0).add(Role::Answer, name).add(
            Role::Plain,
            &format!(
                ": {cited} of {} cited, {} of {} used",
                counted(reached.sentences, "sentence"),
                reached.used.len(),
                counted(reached.facts, "fact")
            ),
        );
        for (line, text) in reached.uncited.values() {
            page.hanging("", &format!("{line:>6}  ")).add(Role::Dim, text);
        }
    }
    page
}

fn code(tests: &[Test]) -> u8 {
    match tests.iter().any(|test| test.result.is_err()) {
        true => 2,
        false => u8::from(!tests.iter().all(Test::passed)),
    }
}
