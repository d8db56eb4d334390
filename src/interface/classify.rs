//! `classify`: which intent and answer type a question has, and why.

use serde::Serialize;

use super::ask::complain;
use super::batch::Batch;
use super::console::{Console, Failure};
use super::json;
use super::page::{Page, Role};
use super::plan::Questions;
use crate::knowledge::Knowledge;
use crate::question::{Classification, classify};

/// What `--format json` prints for a question.
#[derive(Serialize)]
struct Class<'a> {
    id: Option<&'a str>,
    intent: Option<&'a str>,
    answer_type: Option<&'a str>,
}

/// Classifies the questions, as JSON lines or for a person.
pub fn run(console: &mut Console, knowledge: &Knowledge, questions: &Questions, as_json: bool) -> Result<u8, Failure> {
    let Some(mut batch) = Batch::open(questions)? else {
        let Questions::One(question) = questions else { return Ok(0) };
        print(console, knowledge, None, question, as_json)?;
        return Ok(0);
    };
    let mut code = 0;
    while let Some(line) = batch.next_line()? {
        match line {
            Ok(it) => print(console, knowledge, it.id.as_deref(), &it.question, as_json)?,
            Err(broken) => {
                code = 2;
                complain(console, &broken, as_json)?;
            }
        }
        if batch.waits() {
            console.flush()?;
        }
    }
    Ok(code)
}

fn print(console: &mut Console, knowledge: &Knowledge, id: Option<&str>, question: &str, as_json: bool) -> Result<(), Failure> {
    let class = classify(knowledge, question);
    if as_json {
        let class = Class { id, intent: class.intent.as_deref(), answer_type: class.answer_type.as_deref() };
        return Ok(console.lines(&json::line(&class))?);
    }
    Ok(console.page(&page(question, &class))?)
}

fn page(question: &str, class: &Classification) -> Page {
    let mut page = Page::new();
    page.hanging("", "> ").add(Role::Head, question);
    for (label, value) in [("intent", &class.intent), ("answer type", &class.answer_type)] {
        page.hanging("  ", "").add(Role::Dim, &format!("{label}: ")).add(Role::Answer, value.as_deref().unwrap_or("none"));
    }
    for line in &class.why {
        page.hanging("  ", "").add(Role::Plain, line);
    }
    page
}
