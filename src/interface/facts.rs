//! `facts` and `extract`: the fact table, browsed and made.

use std::path::{Path, PathBuf};

use super::arguments::TableFormat;
use super::console::{Console, Failure};
use super::page::{Page, Role};
use super::{files, json, load};
use crate::document::Document;
use crate::facts::annotation::annotate_watched;
use crate::facts::{self, Fact, Table};
use crate::knowledge::Knowledge;
use crate::text::fold;

/// A fact and the document it stands in.
pub type Found<'k> = (&'k Document, &'k Fact);

/// Prints the facts that have all of `words`.
pub fn browse(console: &mut Console, knowledge: &Knowledge, words: &[String], format: TableFormat) -> Result<u8, Failure> {
    let found = matching(knowledge, words);
    match format {
        TableFormat::Text => console.page(&page(&found))?,
        TableFormat::Json => found.iter().try_for_each(|(document, fact)| console.lines(&json::line(&facts::json(fact, document))))?,
        TableFormat::Csv => console.lines(&csv(&found))?,
    }
    Ok(0)
}

/// The facts that have all of `words` somewhere; case and accents do not count.
pub fn matching<'k>(knowledge: &'k Knowledge, words: &[String]) -> Vec<Found<'k>> {
    let words: Vec<String> = words.iter().flat_map(|word| word.split_whitespace()).map(fold).collect();
    let all = |(document, fact): &Found| {
        let text = fold(&[text(fact).as_str(), document.quote(document.sentences[fact.sentence].span)].join(" "));
        words.iter().all(|word| text.contains(word.as_str()))
    };
    knowledge.facts().filter(all).collect()
}

/// The table of the found facts, document by document, under one heading.
fn csv(found: &[Found]) -> String {
    let mut text = String::new();
    for group in found.chunk_by(|a, b| std::ptr::eq(a.0, b.0)) {
        let table = Table { facts: group.iter().map(|(_, fact)| (*fact).clone()).collect() };
        append(&mut text, &table.to_csv(group[0].0));
    }
    text
}

/// Appends a table's file to another, its heading once.
fn append(text: &mut String, table: &str) {
    text.push_str(if text.is_empty() { table } else { table.split_once('\n').map_or("", |(_, rows)| rows) });
}

/// A fact in a line, without its subject.
fn text(fact: &Fact) -> String {
    let parts = [Some(&fact.subject), Some(&fact.relation), Some(&fact.object), fact.time.as_ref(), fact.place.as_ref()];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Facts under their subjects, subjects in the order of their first fact.
pub fn page(facts: &[Found]) -> Page {
    let mut page = Page::new();
    let mut subjects: Vec<&str> = Vec::new();
    for (_, fact) in facts {
        if !subjects.contains(&fact.subject.as_str()) {
            subjects.push(&fact.subject);
        }
    }
    for subject in subjects {
        page.gap().line(0).add(Role::Answer, subject);
        for (document, fact) in facts.iter().filter(|(_, fact)| fact.subject == subject) {
            row(&mut page, document, fact);
        }
    }
    if facts.is_empty() {
        page.add(Role::Plain, "No fact has all these words.");
    }
    page
}

fn row(page: &mut Page, document: &Document, fact: &Fact) {
    page.hanging("  ", "").add(Role::Head, &fact.relation).add(Role::Plain, " ").add(Role::Plain, &fact.object);
    for detail in [&fact.time, &fact.place].into_iter().flatten().filter(|it| !it.is_empty() && **it != fact.object) {
        page.add(Role::Plain, "; ").add(Role::Plain, detail);
    }
    page.add(Role::Dim, &format!("  ({}, line {})", fact.id, document.sentences[fact.sentence].line));
}

/// Makes the fact table of documents and writes it to `output`, or prints it.
pub fn extract(console: &mut Console, documents: &[PathBuf], output: Option<&Path>) -> Result<u8, Failure> {
    let mut csv = String::new();
    for path in documents {
        let document = load::document(path)?;
        let progress = load::reading(&document);
        let annotations = annotate_watched(&document, &mut |done| progress.reached(done));
        append(&mut csv, &Table::extract(&document, &annotations).to_csv(&document));
    }
    match output {
        Some(path) => files::replace(path, &csv)?,
        None => console.lines(&csv)?,
    }
    Ok(0)
}
