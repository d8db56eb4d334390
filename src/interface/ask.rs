//! `ask`: one question or a batch, to replies.

use std::collections::HashMap;
use std::path::Path;

use super::batch::{Batch, Broken};
use super::console::{Console, Failure};
use super::page::{Page, Role};
use super::plan::{Form, Questions};
use super::{explain, json, render};
use crate::answer::{Reply, Status};
use crate::dialogue::{Options, State, turn};
use crate::knowledge::Knowledge;

/// Replies of a batch between two signs of life.
const PROGRESS: usize = 100;

/// Puts the questions and prints the replies. For one question the exit code says whether it was answered.
pub fn ask(console: &mut Console, knowledge: &Knowledge, questions: &Questions, form: Form, options: &Options) -> Result<u8, Failure> {
    match questions {
        Questions::One(question) => {
            let (_, reply) = turn(knowledge, &State::default(), question, options);
            print(console, &reply, form)?;
            Ok(u8::from(reply.status == Status::Unknown))
        }
        Questions::Batch(path) => batch(console, knowledge, path, form, options),
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

fn batch(console: &mut Console, knowledge: &Knowledge, path: &Path, form: Form, options: &Options) -> Result<u8, Failure> {
    let mut batch = Batch::open(path)?;
    let mut sessions: HashMap<String, State> = HashMap::new();
    let (mut replies, mut faults) = (0, 0);
    while let Some(line) = batch.next_line()? {
        match line {
            Ok(question) => {
                let fresh = State::default();
                let state = question.session.as_ref().and_then(|session| sessions.get(session)).unwrap_or(&fresh);
                let (next, mut reply) = turn(knowledge, state, &question.question, options);
                reply.id = question.id;
                sessions.extend(question.session.map(|session| (session, next)));
                print_of_batch(console, &reply, form, replies > 0)?;
            }
            Err(broken) => {
                faults += 1;
                complain(console, &broken, form == Form::Json)?;
                if form == Form::Short {
                    console.lines("\n")?;
                }
            }
        }
        replies += 1;
        if replies % PROGRESS == 0 {
            console.progress(Some(replies));
        }
        if batch.waits() {
            console.flush()?;
        }
    }
    if replies >= PROGRESS {
        console.progress(None);
    }
    Ok(if faults == 0 { 0 } else { 2 })
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
