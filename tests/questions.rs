//! The gold questions of `tests/questions/` are sound: every line of evidence stands in its document, and nothing unanswerable has an answer. Questions that
//! stand on their own are answered within a session as they are alone.

use std::fs;
use std::path::Path;

use docent::dialogue::{Options, State, turn};
use docent::interface::load;
use docent::knowledge::Knowledge;
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
    question: String,
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

#[test]
fn a_session_changes_nothing_for_what_stands_on_its_own() {
    let text = fs::read_to_string("tests/questions/own.jsonl").expect("the questions");
    let lines: Vec<Gold> = text.lines().map(|line| serde_json::from_str(line).expect("a question a line")).collect();
    for gold in lines.chunk_by(|one, next| one.document == next.document) {
        let knowledge = Knowledge::of_document(load::document(Path::new(&gold[0].document)).expect("a document"));
        let mut session = State::default();
        for asked in gold.iter().flat_map(|gold| &gold.question) {
            let (next, within) = turn(&knowledge, &session, &asked.question, &Options::default());
            let (_, alone) = turn(&knowledge, &State::default(), &asked.question, &Options::default());
            assert!(points(&asked.question) || within == alone, "{}: {within:?} instead of {alone:?}", asked.question);
            session = next;
        }
    }
}

/// Whether a question has a word that may stand for what was said before.
fn points(question: &str) -> bool {
    const POINTERS: [&str; 16] =
        ["he", "her", "here", "him", "his", "it", "its", "one", "she", "that", "their", "them", "then", "there", "they", "this"];
    let lower = question.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| POINTERS.contains(&word))
}
