//! How long things take: `cargo bench`. A warm question, a talk's follow-up, loading, reading and extraction.

use std::path::Path;

use divan::{Bencher, black_box};
use docent::dialogue::{Options, State, turn};
use docent::document::Document;
use docent::facts::Table;
use docent::interface::load;
use docent::knowledge::Knowledge;
use docent::question::understand;

const QUESTIONS: [&str; 4] = ["When was he born?", "What is his job?", "How many children does he have?", "Who is his dentist?"];

fn main() {
    divan::main();
}

/// One question on the built-in knowledge, which is already loaded.
#[divan::bench(args = QUESTIONS)]
fn warm_question(bencher: Bencher, question: &str) {
    let knowledge = Knowledge::builtin();
    bencher.bench_local(|| turn(&knowledge, &State::default(), black_box(question), &Options::default()));
}

/// A follow-up, which needs what was said before.
#[divan::bench]
fn warm_follow_up(bencher: Bencher) {
    let knowledge = Knowledge::builtin();
    let (state, _) = turn(&knowledge, &State::default(), QUESTIONS[0], &Options::default());
    bencher.bench_local(|| turn(&knowledge, black_box(&state), "where?", &Options::default()));
}

/// The built-in knowledge, as a cold start loads it.
#[divan::bench]
fn load_builtin() -> Knowledge {
    Knowledge::builtin()
}

/// A document of a person's own: read, its facts extracted, indexed.
#[divan::bench]
fn load_document() -> Option<Knowledge> {
    load::document(Path::new("tests/documents/tove-arnhild.txt")).ok().map(Knowledge::of_document)
}

/// Reading alone: sections, paragraphs, sentences.
#[divan::bench]
fn read_document(bencher: Bencher) {
    let text = Knowledge::builtin().document().text.clone().into_bytes();
    bencher.with_inputs(|| text.clone()).bench_local_values(|text| Document::read("builtin.txt", text, None));
}

/// Extraction alone, of the built-in document.
#[divan::bench]
fn extract_facts(bencher: Bencher) {
    let knowledge = Knowledge::builtin();
    let source = &knowledge.sources[0];
    bencher.bench_local(|| Table::extract(black_box(&source.document), &source.annotations));
}

/// Understanding a question: words mended, read, matched against the rules.
#[divan::bench(args = QUESTIONS)]
fn warm_classification(bencher: Bencher, question: &str) {
    let knowledge = Knowledge::builtin();
    let source = &knowledge.sources[0];
    bencher.bench_local(|| understand(&knowledge.rules, &source.vocabulary, &source.topic, black_box(question)));
}
