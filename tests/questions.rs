//! The gold questions of `tests/questions/` are sound: every line of evidence stands in its document, and nothing unanswerable has an answer.

use std::fs;

use serde::Deserialize;

#[derive(Deserialize)]
struct Gold {
    id: String,
    document: String,
    answerable: bool,
    answers: Vec<String>,
    #[serde(default)]
    evidence: Vec<String>,
    #[serde(default)]
    evidence_all: Vec<String>,
}

#[test]
fn every_line_of_evidence_stands_in_its_document() {
    let text = fs::read_to_string("tests/questions/own.jsonl").expect("the questions");
    for line in text.lines() {
        let gold: Gold = serde_json::from_str(line).expect("a question a line");
        let document = fs::read_to_string(&gold.document).expect("its document").replace('\n', " ");
        for evidence in gold.evidence.iter().chain(&gold.evidence_all) {
            assert!(document.contains(evidence.as_str()), "{}: {evidence}", gold.id);
        }
        assert!(gold.answerable || gold.answers.is_empty(), "{}: unanswerable, and has an answer", gold.id);
    }
}
