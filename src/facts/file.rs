//! The table as a file: CSV with a header, one fact a row, each row naming its sentence by section, paragraph and number.

use compact_str::CompactString;
use csv::StringRecord;

use super::fact::{Fact, Modality, Polarity, Qualifier, QualifierKind, Surface};
use super::fingerprint::fingerprint;
use super::table::Table;
use crate::document::{Document, Sentence};
use crate::error::{Error, Result};

/// The columns in their order.
pub const COLUMNS: [&str; 19] = [
    "id",
    "subject",
    "relation",
    "object",
    "object_type",
    "time",
    "place",
    "qualifiers",
    "polarity",
    "modality",
    "attribution",
    "confidence",
    "section",
    "paragraph",
    "sentence",
    "fingerprint",
    "surface_subject",
    "surface_relation",
    "surface_arguments",
];

/// What stands between the headings of a section's path.
const PATH: &str = " > ";
/// What stands between a fact's arguments, and between its qualifiers.
const ARGUMENTS: &str = " | ";

/// A row of the file, before its sentence is looked up.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The line it starts on, counted from 1.
    pub line: usize,
    /// The fact; its index of a sentence is not yet right.
    pub fact: Fact,
    /// The headings above its sentence, joined.
    pub section: String,
    /// The paragraph within the section, from 1.
    pub paragraph: usize,
    /// The sentence within the paragraph, from 1.
    pub number: usize,
}

/// How a row stands to the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its sentence stands where the row says.
    Current(usize),
    /// Its sentence stands elsewhere.
    Moved(usize),
    /// Where the row says, another sentence stands.
    Changed(usize),
    /// There is no such sentence.
    Gone,
}

impl Table {
    /// The file of this table, which was extracted from `document`.
    pub fn to_csv(&self, document: &Document) -> String {
        heading() + &csv_rows(self.facts.iter(), document)
    }

    /// The table that the file `file` with the content `text` holds, without the rows whose sentence `document` no longer has: those are not an error
    /// here, and [`stale`](super::stale::stale_rows) names them.
    ///
    /// # Errors
    /// A row that cannot be read: with file, line, column and what was expected.
    pub fn read(file: &str, text: &str, document: &Document) -> Result<Table> {
        let places = Places::new(document);
        let facts = rows(file, text)?.into_iter().filter_map(|row| match places.standing(&row) {
            Standing::Current(sentence) | Standing::Moved(sentence) => Some(Fact { sentence, ..row.fact }),
            Standing::Changed(_) | Standing::Gone => None,
        });
        Ok(Table { facts: facts.collect() })
    }
}

/// The first line of a table's file.
pub fn heading() -> String {
    COLUMNS.join(",") + "\n"
}

/// The rows of facts that were extracted from `document`, a line each, without the heading.
pub fn csv_rows<'f>(facts: impl Iterator<Item = &'f Fact>, document: &Document) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let mut rows = facts.filter_map(|fact| Some(record(fact, document, document.sentences.get(fact.sentence)?)));
    // Writing to memory cannot fail, and all rows have one length.
    let written = rows.try_for_each(|row| writer.write_record(&row));
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn record(fact: &Fact, document: &Document, sentence: &Sentence) -> [String; 19] {
    let or_empty = |field: &Option<String>| field.clone().unwrap_or_default();
    let arguments: Vec<String> = fact.surface.arguments.iter().map(|argument| escape(argument)).collect();
    [
        fact.id.to_string(),
        fact.subject.clone(),
        fact.relation.clone(),
        fact.object.clone(),
        fact.object_type.to_string(),
        or_empty(&fact.time),
        or_empty(&fact.place),
        fact.qualifiers.iter().map(|q| format!("{}: {}", q.kind.as_str(), escape(&q.text))).collect::<Vec<_>>().join(ARGUMENTS),
        fact.polarity.as_str().to_string(),
        fact.modality.as_str().to_string(),
        or_empty(&fact.attribution),
        format!("{:.2}", fact.confidence),
        section_name(document, sentence),
        sentence.paragraph.to_string(),
        sentence.number.to_string(),
        fact.fingerprint.to_string(),
        fact.surface.subject.clone(),
        fact.surface.relation.clone(),
        arguments.join(ARGUMENTS),
    ]
}

fn section_name(document: &Document, sentence: &Sentence) -> String {
    document.sections.get(sentence.section).map(|section| section.path.join(PATH)).unwrap_or_default()
}

fn escape(argument: &str) -> String {
    argument.replace('\\', "\\\\").replace('|', "\\|")
}

fn unescape(field: &str) -> Vec<String> {
    let argument = |part: &str| part.replace("\\|", "|").replace("\\\\", "\\");
    if field.is_empty() { Vec::new() } else { field.split(ARGUMENTS).map(argument).collect() }
}

/// The rows of a file, as they stand there.
///
/// # Errors
/// As [`Table::read`].
pub fn rows(file: &str, text: &str) -> Result<Vec<Row>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| csv_error(file, text, &error))?.clone();
    if let Some((found, wanted)) = header.iter().zip(COLUMNS).find(|(found, wanted)| found != wanted) {
        return Err(fault(file, text, 1, format!("unknown column `{found}`"), format!("the column `{wanted}`")));
    }
    if header.len() != COLUMNS.len() {
        let wanted = format!("{} columns: {}", COLUMNS.len(), COLUMNS.join(","));
        return Err(fault(file, text, 1, format!("{} columns", header.len()), wanted));
    }
    reader.records().map(|record| row(file, text, &record.map_err(|error| csv_error(file, text, &error))?)).collect()
}

fn row(file: &str, text: &str, record: &StringRecord) -> Result<Row> {
    let line = record.position().map_or(0, |position| position.line() as usize);
    if record.len() != COLUMNS.len() {
        return Err(fault(file, text, line, format!("{} fields", record.len()), format!("{} fields, one a column", COLUMNS.len())));
    }
    let field = |column: &str| COLUMNS.iter().position(|c| *c == column).and_then(|i| record.get(i)).unwrap_or_default();
    let wrong = |column: &str, wanted: String| fault(file, text, line, format!("column `{column}` is `{}`", field(column)), wanted);
    let optional = |column: &str| Some(field(column).to_string()).filter(|value| !value.is_empty());
    let place = |column: &str| {
        let number = field(column).parse().ok().filter(|n| *n > 0);
        number.ok_or_else(|| wrong(column, "a number from 1 on".to_string()))
    };
    let qualifiers: Option<Vec<Qualifier>> = unescape(field("qualifiers")).iter().map(|part| qualifier(part)).collect();
    let confidence = field("confidence").parse().ok().filter(|c| (0.0..=1.0).contains(c));
    let polarity = Polarity::ALL.into_iter().find(|p| p.as_str() == field("polarity"));
    let modality = Modality::ALL.into_iter().find(|m| m.as_str() == field("modality"));
    let fact = Fact {
        id: field("id").into(),
        subject: field("subject").to_string(),
        relation: field("relation").to_string(),
        object: field("object").to_string(),
        object_type: field("object_type").into(),
        time: optional("time"),
        place: optional("place"),
        qualifiers: qualifiers.ok_or_else(|| {
            wrong("qualifiers", format!("`KIND: WORDS`, KIND being {}", one_of(&QualifierKind::ALL.map(QualifierKind::as_str))))
        })?,
        polarity: polarity.ok_or_else(|| wrong("polarity", one_of(&Polarity::ALL.map(Polarity::as_str))))?,
        modality: modality.ok_or_else(|| wrong("modality", one_of(&Modality::ALL.map(Modality::as_str))))?,
        attribution: optional("attribution"),
        confidence: confidence.ok_or_else(|| wrong("confidence", "a number from 0 to 1".to_string()))?,
        sentence: 0,
        fingerprint: field("fingerprint").into(),
        surface: Surface {
            subject: field("surface_subject").to_string(),
            relation: field("surface_relation").to_string(),
            arguments: unescape(field("surface_arguments")),
        },
    };
    Ok(Row { line, fact, section: field("section").to_string(), paragraph: place("paragraph")?, number: place("sentence")? })
}

/// "reason: because of the rain"; `None` where that is not its form.
fn qualifier(part: &str) -> Option<Qualifier> {
    let (name, text) = part.split_once(": ")?;
    let kind = QualifierKind::ALL.into_iter().find(|kind| kind.as_str() == name)?;
    Some(Qualifier { kind, text: text.to_string() })
}

fn one_of(names: &[&str]) -> String {
    names.join(" or ")
}

fn fault(file: &str, text: &str, line: usize, message: String, wanted: String) -> Error {
    Error::new(file, message).at_line(line.max(1), text.lines().nth(line.saturating_sub(1)).unwrap_or_default()).expected(wanted)
}

fn csv_error(file: &str, text: &str, error: &csv::Error) -> Error {
    let line = error.position().map_or(1, |position| position.line() as usize);
    fault(file, text, line, error.to_string(), "comma-separated fields".to_string())
}

/// Where a document's sentences stand, for looking rows up.
pub struct Places {
    /// Section, paragraph, number, fingerprint and index of every sentence, sorted.
    by_place: Vec<(String, usize, usize, CompactString, usize)>,
    /// Fingerprint and index, sorted.
    by_fingerprint: Vec<(CompactString, usize)>,
}

impl Places {
    /// The places of a document.
    pub fn new(document: &Document) -> Self {
        let sentences = document.sentences.iter().enumerate();
        let place = |(i, s): (usize, &Sentence)| (section_name(document, s), s.paragraph, s.number, fingerprint(document.quote(s.span)), i);
        let mut by_place: Vec<_> = sentences.map(place).collect();
        let mut by_fingerprint: Vec<_> = by_place.iter().map(|(.., fingerprint, i)| (fingerprint.clone(), *i)).collect();
        by_place.sort();
        by_fingerprint.sort();
        Self { by_place, by_fingerprint }
    }

    /// How a row stands to the document. Two sections of one name are told apart by the fingerprint.
    pub fn standing(&self, row: &Row) -> Standing {
        let key = (row.section.as_str(), row.paragraph, row.number);
        let start = self.by_place.partition_point(|(section, paragraph, number, ..)| (section.as_str(), *paragraph, *number) < key);
        let here = || self.by_place[start..].iter().take_while(|(s, p, n, ..)| (s.as_str(), *p, *n) == key);
        if let Some(found) = here().find(|(.., fingerprint, _)| *fingerprint == row.fact.fingerprint) {
            return Standing::Current(found.4);
        }
        let moved = self.by_fingerprint.partition_point(|(fingerprint, _)| *fingerprint < row.fact.fingerprint);
        match (self.by_fingerprint.get(moved), here().next()) {
            (Some((fingerprint, i)), _) if *fingerprint == row.fact.fingerprint => Standing::Moved(*i),
            (_, Some(found)) => Standing::Changed(found.4),
            _ => Standing::Gone,
        }
    }
}
