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

/// Follow-ups, each with the question that it stands for, or itself where it can be asked alone.
const FOLLOW_UPS: [(&str, &str); 4] = [
    ("where?", "Where was Anasse Kazib born?"),
    ("and in 2015?", "When was Anasse Kazib born in 2015?"),
    ("What is his job?", "What is his job?"),
    ("How many children does Anasse Kazib have?", "How many children does Anasse Kazib have?"),
];

/// A follow-up at the end of a talk of six turns: it should cost little more than `follow_up_alone`.
#[divan::bench(args = [0, 1, 2, 3])]
fn follow_up_in_talk(bencher: Bencher, which: usize) {
    let knowledge = Knowledge::builtin();
    let talk = ["Who is Kazib?", "Where does he work?", "How many children does he have?", "Who are his parents?", "When did they marry?"];
    let said = talk.iter().chain(&["When was Anasse Kazib born?"]);
    let state = said.fold(State::default(), |state, text| turn(&knowledge, &state, text, &Options::default()).0);
    bencher.bench_local(|| turn(&knowledge, black_box(&state), FOLLOW_UPS[which].0, &Options::default()));
}

/// The question that the follow-up stands for, asked alone.
#[divan::bench(args = [0, 1, 2, 3])]
fn follow_up_alone(bencher: Bencher, which: usize) {
    let knowledge = Knowledge::builtin();
    bencher.bench_local(|| turn(&knowledge, &State::default(), black_box(FOLLOW_UPS[which].1), &Options::default()));
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
