//! `classify`: which intent and answer type a question has, and why.

use serde::Serialize;

use super::ask::complain;
use super::batch::Batch;
use super::console::{Console, Failure};
use super::json;
use super::page::{Page, Role};
use super::plan::Questions;
use crate::knowledge::Knowledge;
use crate::question::{Classification, classify, explain};

/// What `--format json` prints for a question.
#[derive(Serialize)]
struct Class<'a> {
    id: Option<&'a str>,
    intent: Option<&'a str>,
    answer_type: Option<&'a str>,
    /// With `--explain`: how it came about, a line each.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a [String]>,
}

/// How classes are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// As JSON lines rather than for a person.
    pub json: bool,
    /// With each rule that fits, and why one won.
    pub explain: bool,
}

/// Classifies the questions, as JSON lines or for a person.
pub fn run(console: &mut Console, knowledge: &Knowledge, questions: &Questions, form: Form) -> Result<u8, Failure> {
    let Some(mut batch) = Batch::open(questions)? else {
        let Questions::One(question) = questions else { return Ok(0) };
        print(console, knowledge, None, question, form)?;
        return Ok(0);
    };
    let mut code = 0;
    while let Some(line) = batch.next_line()? {
        match line {
            Ok(it) => print(console, knowledge, it.id.as_deref(), &it.question, form)?,
            Err(broken) => {
                code = 2;
                complain(console, &broken, form.json)?;
            }
        }
        if batch.waits() {
            console.flush()?;
        }
    }
    Ok(code)
}

fn print(console: &mut Console, knowledge: &Knowledge, id: Option<&str>, question: &str, form: Form) -> Result<(), Failure> {
    let class = classify(knowledge, question);
    let rules = if form.explain { explain(knowledge, question) } else { Vec::new() };
    let why = [rules, class.why.clone()].concat();
    if form.json {
        let why = form.explain.then_some(&why[..]);
        let class = Class { id, intent: class.intent.as_deref(), answer_type: class.answer_type.as_deref(), why };
        return Ok(console.lines(&json::line(&class))?);
    }
    Ok(console.page(&page(question, &class, &why))?)
}

fn page(question: &str, class: &Classification, why: &[String]) -> Page {
    let mut page = Page::new();
    page.hanging("", "> ").add(Role::Head, question);
    for (label, value) in [("intent", &class.intent), ("answer type", &class.answer_type)] {
        page.hanging("  ", "").add(Role::Dim, &format!("{label}: ")).add(Role::Answer, value.as_deref().unwrap_or("none"));
    }
    for line in why {
        page.hanging("  ", "").add(Role::Plain, line);
    }
    page
}
