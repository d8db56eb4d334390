//! The interface: the command line, the REPL, rendering. All input and output of the program is here.
//!
//! [`arguments`] is what is typed, [`plan`] what it means; [`run`] does it. What is shown is a [`page::Page`], coloured and wrapped
//! at the very end by [`console`]; text from outside passes through [`visible`] on its way there.

pub mod arguments;
pub mod ask;
pub mod batch;
pub mod check;
pub mod classify;
pub mod commands;
pub mod complete;
pub mod console;
pub mod diff;
pub mod editor;
pub mod explain;
pub mod facts;
pub mod fault;
pub mod files;
pub mod highlight;
pub mod inspect;
pub mod json;
pub mod load;
pub mod offers;
pub mod page;
pub mod pager;
pub mod parse;
pub mod places;
pub mod plan;
pub mod progress;
pub mod render;
pub mod repl;
pub mod session;
pub mod test;
pub mod tree;
pub mod visible;
pub mod watch;
pub mod why_not;

use std::ffi::OsString;
use std::io;
use std::path::Path;

use clap::CommandFactory;

use arguments::{Arguments, EXAMPLES, Format, MANUAL};
use console::{Console, Failure};
use places::Places;
use plan::{Job, Plan, Subject};

use crate::Error;
use crate::document::Document;

/// Does what the command line says, the program's name first, and gives the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let plan = match Plan::read(arguments.clone()) {
        Ok(plan) => plan,
        Err(told) => {
            // The message repeats arguments: they are read once more as they may be shown.
            let shown = arguments.iter().map(|argument| OsString::from(&*visible::visible(&argument.to_string_lossy())));
            let told = Plan::read(shown).err().unwrap_or(told);
            told.print().ok();
            return u8::from(told.use_stderr()) * 2;
        }
    };
    let mut console = Console::new(plan.color);
    let done = work(&mut console, plan.job).and_then(|code| Ok(console.flush().map(|()| code)?));
    match done {
        Ok(code) => code,
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(Failure::Output(error)) => {
            console.fault(&Error::new("stdout", format!("cannot write to it: {error}")));
            2
        }
        Err(Failure::Input(error)) => {
            console.fault(&error);
            2
        }
    }
}

fn work(console: &mut Console, job: Job) -> Result<u8, Failure> {
    match job {
        Job::Talk(subject) => repl::run(console, subject),
        Job::Ask { subject, questions, form, options } => {
            let knowledge = load::knowledge(&subject, true)?;
            console.cite_from(|| Places::of(&subject, &knowledge));
            ask::ask(console, &knowledge, &questions, form, &options)
        }
        Job::WhyNot { subject, question, words } => why_not::run(console, &load::knowledge(&subject, true)?, &question, &words),
        Job::Test(playing) if playing.watch => watch::watch(console, &playing),
        Job::Test(playing) => test::run(console, &playing),
        Job::Facts { subject, filter, view } => facts::browse(console, &subject, &filter, view),
        Job::Extract { files, output } => facts::extract(console, &files, output.as_deref()),
        Job::Check(folder) => check::run(console, &folder),
        Job::Classify { subject, questions, format, explain } => {
            let form = classify::Form { json: format == Format::Json, explain };
            classify::run(console, &load::knowledge(&subject, true)?, &questions, form)
        }
        Job::Inspect { subject, format, parse } => inspect(console, &subject, format, parse),
        Job::Completions(shell) => completions(console, shell),
        Job::Manual(folder) => manual(&folder),
    }
}

/// Prints how the document was read, or each document of a knowledge folder.
fn inspect(console: &mut Console, subject: &Subject, format: Format, parse: bool) -> Result<u8, Failure> {
    let show = |document: &Document| match (format, parse) {
        (Format::Json, false) => inspect::json(document),
        (Format::Json, true) => parse::lines(document),
        (Format::Text, false) => inspect::text(document),
        (Format::Text, true) => parse::text(document),
    };
    if let Subject::Document(path) = subject {
        console.lines(&show(&load::document(path)?))?;
        return Ok(0);
    }
    for document in load::knowledge(subject, true)?.documents() {
        console.lines(&show(document))?;
    }
    Ok(0)
}

/// Writes a manual page for the program and one for each command.
fn manual(folder: &Path) -> Result<u8, Failure> {
    let write = || {
        std::fs::create_dir_all(folder)?;
        clap_mangen::generate_to(Arguments::command().after_long_help(format!("{EXAMPLES}\n\n{MANUAL}")), folder)
    };
    write().map_err(|error| files::cannot(folder, "write", &error))?;
    Ok(0)
}

fn completions(console: &mut Console, shell: clap_complete::Shell) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "docent", &mut script);
    console.lines(&String::from_utf8_lossy(&script))?;
    Ok(0)
}
