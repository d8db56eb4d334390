//! Our own questions: about documents with infoboxes and headings, asked in all the ways people ask.

use std::collections::BTreeMap;
use std::path::Path;

use docent::answer::rank::Ranked;
use docent::document::Document;
use docent::knowledge::rules::{Rules, Shape};
use docent::knowledge::{Knowledge, Known};
use serde::Deserialize;

use crate::examples::{Example, example, sentence_example};
use crate::squad::{f1, normalise};

/// A result whose error is only printed.
pub type Anyhow<T> = Result<T, Box<dyn std::error::Error>>;

/// How much one of these questions counts beside one of SQuAD, of which there are far more.
pub const WEIGHT: f64 = 3.0;

/// A question about a document; what its fields are is told in `tests/questions/README.md`.
#[derive(Deserialize)]
pub struct Line {
    document: String,
    pub question: String,
    pub kind: String,
    pub answers: Vec<String>,
    #[serde(default)]
    pub answer_items: Vec<String>,
    #[serde(default)]
    evidence: Vec<String>,
    #[serde(default)]
    evidence_all: Vec<String>,
}

/// The examples of a file of questions, one a line; every fourth document is left out of the fitting.
///
/// # Errors
/// As of [`by_document`].
pub fn examples(path: &str, rules: &Rules) -> Anyhow<Vec<Example>> {
    let mut examples = Vec::new();
    for (number, (knowledge, lines)) in by_document(path, "", rules)?.iter().enumerate() {
        for line in lines {
            let found = example(knowledge, &line.question, number % 4 == 3, |known, ranked| line.right(known, ranked));
            let short = found.filter(|e| matches!(e.shape, Shape::Short | Shape::List | Shape::Count));
            // What takes several sentences is reckoned, not ranked.
            let answerable = !line.evidence.is_empty() && line.evidence_all.is_empty();
            examples.extend(short.map(|e| Example { answerable, weight: WEIGHT, own: true, ..e }));
        }
    }
    Ok(examples)
}

/// The examples of a file of questions for choosing a sentence, of whatever kind they are.
///
/// # Errors
/// As of [`by_document`].
pub fn sentences(path: &str, rules: &Rules) -> Anyhow<Vec<Example>> {
    let mut examples = Vec::new();
    for (number, (knowledge, lines)) in by_document(path, "", rules)?.iter().enumerate() {
        for line in lines {
            let right = |known: &Known, sentence: usize| line.is_told_by(&known.annotations[sentence].text);
            let found = sentence_example(knowledge, &line.question, number % 4 == 3, right);
            examples.extend(found.map(|e| Example { weight: WEIGHT, own: true, ..e }));
        }
    }
    Ok(examples)
}

/// The lines of a file of questions by the document that each names, in the order of the documents' paths, with what is known of the document. `folder`: what goes
/// before the path, which counts from the working folder.
///
/// # Errors
/// A file that cannot be read, a line that is no question.
pub fn by_document(path: &str, folder: &str, rules: &Rules) -> Anyhow<Vec<(Knowledge, Vec<Line>)>> {
    let mut by_path: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let line: Line = serde_json::from_str(line)?;
        by_path.entry(format!("{folder}{}", line.document)).or_default().push(line);
    }
    let known = |(path, lines): (String, Vec<Line>)| {
        let document = Document::read(&name(&path), std::fs::read(&path)?, None)?;
        Ok((Knowledge::new(document, rules.clone()), lines))
    };
    by_path.into_iter().map(known).collect()
}

/// The file's name without folder and ending.
fn name(path: &str) -> String {
    Path::new(path).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

impl Line {
    /// Whether a sentence is one of those that answer the question.
    pub fn is_told_by(&self, text: &str) -> bool {
        let told = |line: &String| line.contains(text.trim()) || text.contains(line.trim_start_matches("- "));
        self.evidence.iter().chain(&self.evidence_all).any(told)
    }

    /// How right a candidate is: its token F1 where it stands in the evidence.
    fn right(&self, known: &Known, ranked: &Ranked) -> f64 {
        let text = &known.annotations[ranked.sentence].text;
        if !self.is_told_by(text) {
            return 0.0;
        }
        let said = normalise(ranked.candidate.span.of(text));
        self.answers.iter().map(|answer| f1(&said, &normalise(answer))).fold(0.0, f64::max)
    }
}
