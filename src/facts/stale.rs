//! What has come apart: rows whose sentence has changed, sentences without a fact, and how two tables differ.

use compact_str::CompactString;

use super::fact::Fact;
use super::file::{Places, Standing, rows};
use super::table::Table;
use crate::document::{Document, Kind};
use crate::error::Result;

/// A row of a table's file that no longer fits the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaleRow {
    /// The fact's id.
    pub id: CompactString,
    /// The line of the file, counted from 1.
    pub line: usize,
    /// Why.
    pub cause: Cause,
}

/// Why a row is stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// No sentence stands at its place, and none has its fingerprint.
    Gone,
    /// Another sentence stands at its place: the index of it.
    Changed(usize),
    /// Its sentence now stands elsewhere: the index of it.
    Moved(usize),
}

impl std::fmt::Display for Cause {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Gone => "its sentence is gone",
            Self::Changed(_) => "its sentence has changed",
            Self::Moved(_) => "its sentence has moved",
        })
    }
}

/// The rows of the table file `file` with the content `text` that no longer fit `document`, in the file's order.
///
/// # Errors
/// As [`Table::read`].
pub fn stale_rows(file: &str, text: &str, document: &Document) -> Result<Vec<StaleRow>> {
    let places = Places::new(document);
    let stale = rows(file, text)?.into_iter().filter_map(|row| {
        let cause = match places.standing(&row) {
            Standing::Current(_) => return None,
            Standing::Moved(i) => Cause::Moved(i),
            Standing::Changed(i) => Cause::Changed(i),
            Standing::Gone => Cause::Gone,
        };
        Some(StaleRow { id: row.fact.id, line: row.line, cause })
    });
    Ok(stale.collect())
}

/// The sentences that no fact of `table` covers, by index; lines of code are none.
pub fn uncovered(table: &Table, document: &Document) -> Vec<usize> {
    let mut covered = vec![false; document.sentences.len()];
    for fact in &table.facts {
        if let Some(sentence) = covered.get_mut(fact.sentence) {
            *sentence = true;
        }
    }
    (0..covered.len()).filter(|&i| !covered[i] && document.sentences[i].kind != Kind::Code).collect()
}

/// How a fresh extraction differs from a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// Facts that only the new table has.
    pub added: Vec<Fact>,
    /// Facts that only the old table has.
    pub gone: Vec<Fact>,
    /// Facts worded alike in both whose columns differ: old, new.
    pub altered: Vec<(Fact, Fact)>,
}

impl Changes {
    /// Whether the tables say the same.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.gone.is_empty() && self.altered.is_empty()
    }
}

/// What changed from the table file `file` with the content `text`, stale rows included, to `new`.
///
/// # Errors
/// As [`Table::read`].
pub fn changes_from(file: &str, text: &str, new: &Table) -> Result<Changes> {
    let old = Table { facts: rows(file, text)?.into_iter().map(|row| row.fact).collect() };
    Ok(changes(&old, new))
}

/// The facts with a noun as their object whose type nothing tells.
pub fn untyped(table: &Table) -> impl Iterator<Item = &Fact> {
    let pronoun = |object: &str| matches!(object, "it" | "itself" | "that" | "them" | "themselves" | "this" | "those");
    table.facts.iter().filter(move |fact| fact.object_type.is_empty() && !fact.object.is_empty() && !pronoun(&fact.object))
}

/// What changed from `old` to `new`. Two facts are one if fingerprint and surface agree; ids and places do not count.
pub fn changes(old: &Table, new: &Table) -> Changes {
    let (old, new) = (sorted(old), sorted(new));
    let (mut changes, mut i, mut j) = (Changes::default(), 0, 0);
    while let (Some(before), Some(after)) = (old.get(i), new.get(j)) {
        match key(before).cmp(&key(after)) {
            std::cmp::Ordering::Less => changes.gone.push(Fact::clone(before)),
            std::cmp::Ordering::Greater => changes.added.push(Fact::clone(after)),
            std::cmp::Ordering::Equal if columns(before) != columns(after) => {
                changes.altered.push((Fact::clone(before), Fact::clone(after)));
            }
            std::cmp::Ordering::Equal => {}
        }
        let order = key(before).cmp(&key(after));
        i += usize::from(order.is_le());
        j += usize::from(order.is_ge());
    }
    changes.gone.extend(old[i..].iter().map(|&fact| fact.clone()));
    changes.added.extend(new[j..].iter().map(|&fact| fact.clone()));
    changes.gone.sort_by(|a, b| a.id.cmp(&b.id));
    changes.added.sort_by(|a, b| a.id.cmp(&b.id));
    changes.altered.sort_by(|a, b| a.1.id.cmp(&b.1.id));
    changes
}

fn sorted(table: &Table) -> Vec<&Fact> {
    let mut facts: Vec<&Fact> = table.facts.iter().collect();
    facts.sort_by(|a, b| key(a).cmp(&key(b)));
    facts
}

fn key(fact: &Fact) -> (&str, &str, &str, &[String]) {
    (&fact.fingerprint, &fact.surface.subject, &fact.surface.relation, &fact.surface.arguments)
}

/// The columns by which a fact counts as altered; confidence as the file rounds it.
fn columns(fact: &Fact) -> impl PartialEq + '_ {
    let strings = [fact.subject.as_str(), &fact.relation, &fact.object, &fact.object_type];
    (
        strings,
        [&fact.time, &fact.place, &fact.attribution],
        &fact.qualifiers,
        fact.polarity,
        fact.modality,
        format!("{:.2}", fact.confidence),
    )
}
