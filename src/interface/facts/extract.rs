//! `extract`: makes the fact table of documents, and says what changed against the file it replaces.

use std::path::{Path, PathBuf};

use super::{made, print_rows};
use crate::facts::stale::{Changes, changes_from};
use crate::facts::{Fact, Table, csv_rows, heading};
use crate::interface::console::{Console, Failure};
use crate::interface::files;
use crate::interface::page::{Page, Role, counted};

/// Makes the fact table of documents and writes it to `output`, or prints it. What changed in the file is told on standard error.
pub fn extract(console: &mut Console, documents: &[PathBuf], output: Option<&Path>) -> Result<u8, Failure> {
    let Some(path) = output else { return print(console, documents) };
    // A device or an empty file holds no table to compare with.
    let old = std::fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() > 0);
    let (mut csv, mut all) = (heading(), Table::default());
    for path in documents {
        let (document, table) = made(path)?;
        csv.push_str(&csv_rows(table.facts.iter(), &document));
        // The facts themselves are only kept to be compared.
        if old {
            all.facts.extend(table.facts);
        }
    }
    let report = if old { changed(console, path, &csv, &all) } else { Page::new() };
    files::replace(path, &csv)?;
    console.note(&report);
    Ok(0)
}

/// Prints the table of documents.
fn print(console: &mut Console, documents: &[PathBuf]) -> Result<u8, Failure> {
    console.lines(&heading())?;
    for path in documents {
        let (document, table) = made(path)?;
        print_rows(console, &table.facts.iter().collect::<Vec<_>>(), &document)?;
    }
    Ok(0)
}

/// What changes in the file at `path`. One that cannot be read is replaced all the same: it is made anew, and the fault is told.
fn changed(console: &mut Console, path: &Path, csv: &str, new: &Table) -> Page {
    let changes = files::read_text(path).and_then(|text| match text == csv {
        true => Ok(Changes::default()),
        false => changes_from(&files::name(path), &text, new),
    });
    match changes {
        Ok(changes) => page(&changes),
        Err(fault) => {
            console.fault(&fault);
            let mut page = Page::new();
            page.add(Role::Warn, "The old table could not be compared; it is replaced.");
            page
        }
    }
}

fn page(changes: &Changes) -> Page {
    let mut page = Page::new();
    for fact in &changes.gone {
        page.hanging("", "- ").add(Role::Bad, &line(fact));
    }
    for fact in &changes.added {
        page.hanging("", "+ ").add(Role::Good, &line(fact));
    }
    for (old, new) in &changes.altered {
        page.hanging("", "~ ").add(Role::Plain, &line(new));
        for (column, before, after) in differences(old, new) {
            page.hanging("    ", "").add(Role::Dim, &format!("{column}: "));
            page.add(Role::Bad, &or_nothing(&before)).add(Role::Plain, " -> ").add(Role::Good, &or_nothing(&after));
        }
    }
    let (added, gone, altered) = (changes.added.len(), changes.gone.len(), changes.altered.len());
    page.line(0).add(Role::Dim, &format!("{} added, {gone} gone, {altered} altered", counted(added, "fact")));
    page
}

fn line(fact: &Fact) -> String {
    let parts = [&fact.subject, &fact.relation, &fact.object];
    let said = parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" | ");
    format!("{} {said}", fact.id)
}

fn or_nothing(value: &str) -> String {
    if value.is_empty() { "nothing".to_string() } else { format!("“{value}”") }
}

/// The columns in which two facts of one wording differ.
fn differences(old: &Fact, new: &Fact) -> Vec<(&'static str, String, String)> {
    let columns = |fact: &Fact| {
        let qualifiers: Vec<String> = fact.qualifiers.iter().map(|q| format!("{}: {}", q.kind.as_str(), q.text)).collect();
        [
            ("subject", fact.subject.clone()),
            ("relation", fact.relation.clone()),
            ("object", fact.object.clone()),
            ("object_type", fact.object_type.to_string()),
            ("time", fact.time.clone().unwrap_or_default()),
            ("place", fact.place.clone().unwrap_or_default()),
            ("qualifiers", qualifiers.join(" | ")),
            ("polarity", fact.polarity.as_str().to_string()),
            ("modality", fact.modality.as_str().to_string()),
            ("attribution", fact.attribution.clone().unwrap_or_default()),
            ("confidence", format!("{:.2}", fact.confidence)),
        ]
    };
    let both = columns(old).into_iter().zip(columns(new));
    both.filter(|((_, before), (_, after))| before != after).map(|((column, before), (_, after))| (column, before, after)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_told_by_column() {
        let fact = |subject: &str, time: Option<&str>| Fact {
            id: "f0001".into(),
            subject: subject.into(),
            relation: "sang".into(),
            time: time.map(str::to_string),
            ..Fact::default()
        };
        let changes = Changes {
            added: vec![fact("Orla", None)],
            gone: vec![fact("Ada", None)],
            altered: vec![(fact("Orla", None), fact("Orla", Some("1921")))],
        };
        let expected =
            "- f0001 Ada | sang\n+ f0001 Orla | sang\n~ f0001 Orla | sang\n    time: nothing -> “1921”\n1 fact added, 1 gone, 1 altered\n";
        assert_eq!(page(&changes).plain(), expected);
    }
}
