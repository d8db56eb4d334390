//! `facts` and `extract`: the fact table, browsed, drawn and made.

mod draw;
mod extract;
mod filter;
mod graph;
mod graph_svg;
mod listing;
mod near;
pub mod timeline;

use std::path::Path;

use super::arguments::{GraphFormat, TableFormat, TimelineFormat};
use super::console::{Console, Failure};
use super::plan::Subject;
use super::{json, load};
use crate::document::Document;
use crate::facts::{self, Fact, Table, csv_rows, heading};

pub use extract::extract;
pub use filter::{Filter, matching};
pub use listing::page;

/// A fact and the document it stands in.
pub type Found<'k> = (&'k Document, &'k Fact);

/// How the facts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// As a table.
    Table(TableFormat),
    /// Entities and what relates them.
    Graph(GraphFormat),
    /// Those that have a date, in its order.
    Timeline(TimelineFormat),
}

/// Prints the facts that the filter picks. Those of a document are made, and nothing else of it.
pub fn browse(console: &mut Console, subject: &Subject, filter: &Filter, view: View) -> Result<u8, Failure> {
    if let Subject::Document(path) = subject {
        let (document, table) = made(path)?;
        return show(console, table.facts.iter().map(|fact| (&document, fact)), filter, view);
    }
    show(console, load::knowledge(subject, true)?.facts(), filter, view)
}

/// A document, read from a file, and its facts.
fn made(path: &Path) -> crate::Result<(Document, Table)> {
    let document = load::document(path)?;
    let progress = load::reading(&document);
    let table = Table::of(&document, &mut |done| progress.reached(done));
    Ok((document, table))
}

fn show<'k>(console: &mut Console, facts: impl Iterator<Item = Found<'k>> + Clone, filter: &Filter, view: View) -> Result<u8, Failure> {
    let found = &matching(facts.clone(), filter)[..];
    match view {
        View::Table(TableFormat::Text) => console.page(&page(found, filter))?,
        View::Table(TableFormat::Json) => {
            found.iter().try_for_each(|(document, fact)| console.lines(&json::line(&facts::json(fact, document))))?
        }
        View::Table(TableFormat::Csv) => print_csv(console, found)?,
        View::Graph(format) => console.lines(&graph::draw(found, format))?,
        View::Timeline(TimelineFormat::Text) => console.page(&timeline::page(found, filter))?,
        View::Timeline(TimelineFormat::Svg) => console.lines(&timeline::svg(found))?,
    }
    let misspelt = filter.about.as_ref().filter(|_| found.is_empty());
    if let Some(page) = misspelt.and_then(|name| near::did_you_mean(&facts.collect::<Vec<_>>(), name)) {
        console.note(&page);
    }
    Ok(0)
}

/// Prints the found facts as the file of a table, document by document, under one heading.
fn print_csv(console: &mut Console, found: &[Found]) -> Result<(), Failure> {
    console.lines(&heading())?;
    for group in found.chunk_by(|a, b| std::ptr::eq(a.0, b.0)) {
        print_rows(console, &group.iter().map(|(_, fact)| *fact).collect::<Vec<_>>(), group[0].0)?;
    }
    Ok(())
}

/// Prints rows of a document's table, some at a time: the whole text would take much memory.
fn print_rows(console: &mut Console, facts: &[&Fact], document: &Document) -> Result<(), Failure> {
    Ok(facts.chunks(ROWS).try_for_each(|rows| console.lines(&csv_rows(rows.iter().copied(), document)))?)
}

/// Rows that are written at once.
const ROWS: usize = 500;
