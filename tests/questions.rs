//! The gold questions of `tests/questions/` are sound: every line of evidence stands in its document, and nothing unanswerable has an answer.

use std::fs;

use serde::Deserialize;

/// A line: one question, or the turns of a dialogue.
#[derive(Deserialize)]
struct Gold {
    id: String,
    document: String,
    #[serde(default)]
    turns: Vec<Asked>,
    #[serde(flatten)]
    question: Option<Asked>,
}

#[derive(Deserialize)]
struct Asked {
    answerable: bool,
    answers: Vec<String>,
    #[serde(default)]
    evidence: Vec<String>,
    #[serde(default)]
    evidence_all: Vec<String>,
}

#[test]
fn every_line_of_evidence_stands_in_its_document() {
    for file in ["own", "fit", "dialogues"] {
        let text = fs::read_to_string(format!("tests/questions/{file}.jsonl")).expect("the questions");
        for line in text.lines() {
            check(&serde_json::from_str(line).expect("a question or a dialogue a line"));
        }
    }
}

fn check(gold: &Gold) {
    let document = fs::read_to_string(&gold.document).expect("its document").replace('\n', " ");
    assert!(gold.question.is_some() == gold.turns.is_empty(), "{}: neither a question nor turns, or both", gold.id);
    for asked in gold.turns.iter().chain(&gold.question) {
        for evidence in asked.evidence.iter().chain(&asked.evidence_all) {
            assert!(document.contains(evidence.as_str()), "{}: {evidence}", gold.id);
        }
        assert!(asked.answerable || asked.answers.is_empty(), "{}: unanswerable, and has an answer", gold.id);
    }
}
