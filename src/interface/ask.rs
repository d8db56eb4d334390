//! `ask`: one question or a batch, to replies.

use std::collections::HashMap;
use std::path::Path;

use super::batch::{Batch, Broken, Question};
use super::console::{Console, Failure};
use super::page::{Page, Role};
use super::plan::{Form, Questions};
use super::progress::Progress;
use super::{explain, files, json, render};
use crate::answer::suggest::suggest_instead;
use crate::answer::{Reply, Status};
use crate::dialogue::{Options, State, turn};
use crate::knowledge::Knowledge;

/// Puts the questions and prints the replies. For one question, and for lines of standard input, the exit code says whether all were answered.
pub fn ask(console: &mut Console, knowledge: &Knowledge, questions: &Questions, form: Form, options: &Options) -> Result<u8, Failure> {
    match questions {
        Questions::One(question) => {
            let (_, mut reply) = turn(knowledge, &State::default(), question, options);
            suggest_instead(knowledge, &mut reply);
            print(console, &reply, form)?;
            Ok(u8::from(reply.status == Status::Unknown))
        }
        Questions::Batch(_) => batch(console, knowledge, questions, form, options).map(|done| if done.faults > 0 { 2 } else { 0 }),
        Questions::Lines => {
            batch(console, knowledge, questions, form, options).map(|done| if done.faults > 0 { 2 } else { u8::from(done.unknown > 0) })
        }
    }
}

/// Prints one reply.
pub fn print(console: &mut Console, reply: &Reply, form: Form) -> Result<(), Failure> {
    match form {
        Form::Json => console.lines(&json::line(reply))?,
        form => console.page(&page(reply, form))?,
    }
    Ok(())
}

fn page(reply: &Reply, form: Form) -> Page {
    match form {
        Form::Short => render::short(reply),
        Form::Explained => {
            let mut page = render::reply(reply);
            page.gap().append(explain::explain(reply));
            page
        }
        Form::Full | Form::Json => render::reply(reply),
    }
}

/// What came of a batch.
#[derive(Default)]
struct Done {
    /// Lines that were read.
    lines: usize,
    /// Lines that are no questions.
    faults: usize,
    /// Questions that the document does not answer.
    unknown: usize,
}

fn batch(console: &mut Console, knowledge: &Knowledge, questions: &Questions, form: Form, options: &Options) -> Result<Done, Failure> {
    let (mut done, mut sessions) = (Done::default(), HashMap::new());
    let Some(mut batch) = Batch::open(questions)? else { return Ok(done) };
    let progress = progress(console, questions);
    while let Some(line) = batch.next_line()? {
        match line {
            Ok(question) => {
                let reply = reply(knowledge, &mut sessions, question, options);
                done.unknown += usize::from(reply.status == Status::Unknown);
                print_of_batch(console, &reply, form, done.lines > 0)?;
            }
            Err(broken) => {
                done.faults += 1;
                complain(console, &broken, form == Form::Json)?;
                if form == Form::Short {
                    console.lines("\n")?;
                }
            }
        }
        done.lines += 1;
        progress.reached(done.lines);
        if batch.waits() {
            console.flush()?;
        }
    }
    Ok(done)
}

/// The reply to a question of a batch, which goes on with its session.
fn reply(knowledge: &Knowledge, sessions: &mut HashMap<String, State>, question: Question, options: &Options) -> Reply {
    let fresh = State::default();
    let state = question.session.as_ref().and_then(|session| sessions.get(session)).unwrap_or(&fresh);
    let (next, mut reply) = turn(knowledge, state, &question.question, options);
    reply.id = question.id;
    sessions.extend(question.session.map(|session| (session, next)));
    reply
}

/// A bar where the replies go to a file: on a terminal they are progress enough.
fn progress(console: &Console, questions: &Questions) -> Progress {
    let lines = |path: &Path| {
        files::read(path).map(|bytes| bytes.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count())
    };
    match questions {
        _ if console.is_terminal() => Progress::none(),
        Questions::Batch(path) if !files::is_stdin(path) => Progress::new("answering", lines(path).ok().map(|lines| lines as u64)),
        _ => Progress::new("answering", None),
    }
}

/// In a batch a reply for a person stands under its question.
fn print_of_batch(console: &mut Console, reply: &Reply, form: Form, gap: bool) -> Result<(), Failure> {
    if matches!(form, Form::Full | Form::Explained) {
        if gap {
            console.lines("\n")?;
        }
        let mut question = Page::new();
        question.hanging("", "> ").add(Role::Head, &reply.question);
        console.page(&question)?;
    }
    if form == Form::Short && reply.answer.is_none() {
        return Ok(console.lines("\n")?);
    }
    print(console, reply, form)
}

/// Tells of a broken line: as an object in its reply's place, or as a message.
pub fn complain(console: &mut Console, broken: &Broken, as_json: bool) -> Result<(), Failure> {
    match as_json {
        true => console.lines(&json::line(broken))?,
        false => console.fault(&broken.error),
    }
    Ok(())
}
