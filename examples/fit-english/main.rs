//! Fits the weights for reading English on the English Web Treebank, WordNet and the texts of a SQuAD file, and writes the file that the program carries.
//!
//! `cargo run --release --example fit-english -- TREEBANK WORDNET SQUAD [OUT]`; `knowledge/english/README.md` says what the folders hold.
//! Fixed seeds: the same data give the same file.

mod adam;
mod clauses;
mod composed;
#[allow(dead_code, reason = "the text and its spans are for scoring")]
mod conllu;
mod dice;
mod joined;
mod learner;
mod lemmas;
mod lexicon;
mod meanings;
mod network;
mod perceptron;
mod questions;
mod silver;
mod statement;
mod tables;
mod tags;
mod teachers;
mod trees;
#[path = "../distil-wordnet/reader.rs"]
#[allow(dead_code, reason = "more than the lexicon asks of WordNet")]
mod wordnet;

use std::path::Path;

use docent::text::syntax::model::{ALIGNMENT, MAGIC, Model};
use docent::text::syntax::parser::Parser;

use conllu::Sentence;
use learner::{Effort, Learner, Texts};

/// What is spent on reading what no person has parsed.
const TEACHERS: Effort = Effort { tag_rounds: 6, tagger_seeds: &[7], tagger_room: ROOM, respelt: 1, tree_rounds: 7 };
/// What is spent on the weights that are kept.
const KEPT: Effort = Effort { tag_rounds: 8, tagger_seeds: &[7, 8, 9, 10], tagger_room: 4 << 19, respelt: 3, tree_rounds: 12 };
/// Bytes for a tagger that is not kept.
const ROOM: usize = 3 << 19;
/// Of so many short statements one is learnt, and made a question.
const CLAUSES_EVERY: usize = 3;
/// Seeds of the parsers that read what no person has parsed, and of the one that is kept.
const TEACHER_SEEDS: [u64; 3] = [11, 12, 13];
const SEED: u64 = 5;

fn main() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1);
    let mut next = |what: &str| arguments.next().ok_or(format!("{what} is missing: TREEBANK WORDNET SQUAD [OUT]"));
    let (treebank, dict, squad) = (next("TREEBANK")?, next("WORDNET")?, next("SQUAD")?);
    let out = next("OUT").unwrap_or("knowledge/english/model.bin".to_string());
    let gold = conllu::read(&Path::new(&treebank).join("en-ewt-train.conllu"))?;
    let (mut sentences, often) = with_derived(&gold);
    let texts = silver::texts(Path::new(&squad))?;
    let irregular = std::fs::read_to_string("knowledge/english/irregular.txt").map_err(|e| format!("irregular.txt: {e}"))?;
    let irregular = lemmas::irregular(&irregular);

    eprintln!("lexicon");
    let lexicon = lexicon::fit(Path::new(&dict), Path::new("knowledge/english"), &irregular)?;
    eprintln!("lemmas");
    let lemmas = lemmas::fit(&sentences, &irregular, &lexicon);
    let none: &[u8] = &[];
    let of_words: Vec<Vec<u8>> = lemmas.into_iter().chain(lexicon).collect();
    let words = file(&[[none; 6].as_slice(), &of_words.iter().map(Vec::as_slice).collect::<Vec<_>>()].concat());
    let learner = Learner { words: &words, classes: tags::classes(&gold), gold: gold.len(), often };
    let fitted = learner.fit(&Texts { parsed: &sentences, doubtful: &[], teachers: &[] }, &TEACHERS, &TEACHER_SEEDS);
    let models: Vec<Vec<u8>> = fitted.iter().map(|sections| file(sections)).collect();
    let teachers: Vec<Parser> = models.iter().map(|bytes| Parser::new(Model::new(bytes))).collect();
    let known = learner.known(&models[0]);
    let mut doubtful = Vec::new();
    for texts in texts {
        let read = texts.iter().filter_map(|text| silver::read(&known, &teachers, text));
        let (alike, others): (Vec<_>, Vec<_>) = read.partition(|&(_, alike)| alike);
        eprintln!("{} of {} texts read alike, {} otherwise", alike.len(), texts.len(), others.len());
        sentences.extend(alike.into_iter().map(|(sentence, _)| sentence));
        doubtful.extend(others.into_iter().map(|(sentence, _)| sentence));
    }
    let [mut sections] = learner.fit(&Texts { parsed: &sentences, doubtful: &doubtful, teachers: &teachers }, &KEPT, &[SEED]);
    sections.extend(of_words);
    let bytes = file(&sections);
    std::fs::write(&out, &bytes).map_err(|e| format!("{out}: {e}"))?;
    eprintln!("{out}: {} bytes", bytes.len());
    Ok(())
}

/// The treebank's sentences, what is made of them, and its questions once more; and how many of these, the first, the parser is to learn most often.
fn with_derived(gold: &[Sentence]) -> (Vec<Sentence>, usize) {
    let mut sentences = gold.to_vec();
    let asked: Vec<Sentence> = sentences.iter().filter(|s| s.text.ends_with('?')).cloned().collect();
    let clauses = clauses::clauses(&sentences);
    let short: Vec<Sentence> = clauses.into_iter().step_by(CLAUSES_EVERY).collect();
    let statements = [sentences.as_slice(), &short].concat();
    let composed = composed::compose(&statements);
    let joined = joined::joined(gold);
    let derived = questions::derive(&[statements.as_slice(), &composed].concat());
    eprintln!(
        "{} sentences, {} questions among them, {} derived, {} clauses, {} composed, {} joined",
        sentences.len(),
        asked.len(),
        derived.len(),
        short.len(),
        composed.len(),
        joined.len()
    );
    sentences.extend(short.into_iter().chain(composed).chain(joined));
    let often = sentences.len();
    sentences.extend(asked.into_iter().chain(derived));
    (sentences, often)
}

/// A model file of these sections.
fn file<S: AsRef<[u8]>>(sections: &[S]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend((sections.len() as u32).to_le_bytes());
    let mut at = bytes.len() + 8 * sections.len();
    for section in sections.iter().map(S::as_ref) {
        at = at.next_multiple_of(ALIGNMENT);
        bytes.extend((at as u32).to_le_bytes());
        bytes.extend((section.len() as u32).to_le_bytes());
        at += section.len();
    }
    for section in sections.iter().map(S::as_ref) {
        bytes.resize(bytes.len().next_multiple_of(ALIGNMENT), 0);
        bytes.extend(section);
    }
    bytes
}
