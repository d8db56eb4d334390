//! Examples from our own questions: documents with infoboxes and headings, asked in all the ways people ask.

use std::collections::BTreeMap;
use std::path::Path;

use docent::answer::rank::Ranked;
use docent::document::Document;
use docent::knowledge::rules::{Rules, Shape};
use docent::knowledge::{Knowledge, Known};
use serde::Deserialize;

use crate::examples::{Example, example};
use crate::squad::{f1, normalise};

/// How much one of these questions counts beside one of SQuAD, of which there are far more.
const WEIGHT: f64 = 3.0;

#[derive(Deserialize)]
struct Line {
    document: String,
    question: String,
    answers: Vec<String>,
    evidence: Vec<String>,
    #[serde(default)]
    evidence_all: Vec<String>,
}

/// The examples of a file of questions, one a line; every fourth document is left out of the fitting. Documents are read from the working folder.
///
/// # Errors
/// A file that cannot be read, a line that is no question.
pub fn examples(path: &str, rules: &Rules) -> Result<Vec<Example>, Box<dyn std::error::Error>> {
    let mut by_document: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let line: Line = serde_json::from_str(line)?;
        by_document.entry(line.document.clone()).or_default().push(line);
    }
    let mut examples = Vec::new();
    for (number, (document, lines)) in by_document.iter().enumerate() {
        let knowledge = Knowledge::new(Document::read(&name(document), std::fs::read(document)?, None)?, rules.clone());
        // What takes several sentences is reckoned, not ranked.
        for line in lines.iter().filter(|l| l.evidence_all.is_empty()) {
            let found = example(&knowledge, &line.question, number % 4 == 3, |known, ranked| line.right(known, ranked));
            let short = found.filter(|e| matches!(e.shape, Shape::Short | Shape::List | Shape::Count));
            examples.extend(short.map(|e| Example { answerable: !line.evidence.is_empty(), weight: WEIGHT, own: true, ..e }));
        }
    }
    Ok(examples)
}

/// The file's name without folder and ending.
fn name(path: &str) -> String {
    Path::new(path).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

impl Line {
    /// How right a candidate is: its token F1 where it stands in the evidence.
    fn right(&self, known: &Known, ranked: &Ranked) -> f64 {
        let text = &known.annotations[ranked.sentence].text;
        if !self.evidence.iter().any(|line| line.contains(text.trim()) || text.contains(line.trim_start_matches("- "))) {
            return 0.0;
        }
        let said = normalise(ranked.candidate.span.of(text));
        self.answers.iter().map(|answer| f1(&said, &normalise(answer))).fold(0.0, f64::max)
    }
}
