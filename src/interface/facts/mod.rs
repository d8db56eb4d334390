//! `facts` and `extract`: the fact table, browsed, drawn and made.

mod draw;
mod extract;
mod filter;
mod graph;
mod graph_svg;
mod listing;
pub mod timeline;

use super::arguments::{GraphFormat, TableFormat, TimelineFormat};
use super::console::{Console, Failure};
use super::json;
use crate::document::Document;
use crate::facts::{self, Fact, Table};
use crate::knowledge::Knowledge;

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

/// Prints the facts that the filter picks.
pub fn browse(console: &mut Console, knowledge: &Knowledge, filter: &Filter, view: View) -> Result<u8, Failure> {
    let found = matching(knowledge, filter);
    match view {
        View::Table(TableFormat::Text) => console.page(&page(&found, filter))?,
        View::Table(TableFormat::Json) => {
            found.iter().try_for_each(|(document, fact)| console.lines(&json::line(&facts::json(fact, document))))?
        }
        View::Table(TableFormat::Csv) => console.lines(&csv(&found))?,
        View::Graph(format) => console.lines(&graph::draw(&found, format))?,
        View::Timeline(TimelineFormat::Text) => console.page(&timeline::page(&found, filter))?,
        View::Timeline(TimelineFormat::Svg) => console.lines(&timeline::svg(&found))?,
    }
    Ok(0)
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
