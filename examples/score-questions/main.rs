//! Scores how questions are understood: how long it takes, what a follow-up costs, and whether a misspelling changes the reply.
//!
//! `cargo run --release --example score-questions -- time DOCUMENT QUESTIONS.jsonl`
//! `cargo run --release --example score-questions -- follow-ups DOCUMENT DIALOGUES.jsonl`
//! `cargo run --release --example score-questions -- misspellings DOCUMENT QUESTIONS.jsonl [SEED]`
//!
//! A line of the questions has a `question`, or `turns` that have one each. Turns are asked alone, but for their cost as follow-ups.

mod misspell;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use docent::answer::answer;
use docent::dialogue::{Options, State, turn};
use docent::interface::load;
use docent::knowledge::Knowledge;
use docent::question::understand;
use docent::text::read;
use serde_json::Value;

use misspell::{Random, misspelt};

/// How many misspellings are made.
const COUNT: usize = 200;
/// How often each question is understood before and while the time is taken; of these the fastest counts.
const ROUNDS: usize = 50;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["time", document, questions] => time(&load(document)?, &read_questions(questions)?),
        ["follow-ups", document, dialogues] => follow_ups(&load(document)?, &read_dialogues(dialogues)?),
        ["misspellings", document, questions] => misspellings(&load(document)?, &read_questions(questions)?, 2_026),
        ["misspellings", document, questions, seed] => {
            let seed = seed.parse().map_err(|_| format!("`{seed}` is no seed; expected a number"))?;
            misspellings(&load(document)?, &read_questions(questions)?, seed);
        }
        _ => {
            return Err(
                "expected `time`, `follow-ups` or `misspellings`, each with DOCUMENT and QUESTIONS; the last may have a SEED".into()
            );
        }
    }
    Ok(())
}

fn load(path: &str) -> Result<Knowledge, String> {
    load::document(Path::new(path)).map(Knowledge::of_document).map_err(|fault| fault.to_string())
}

/// The questions of a file.
fn read_questions(path: &str) -> Result<Vec<String>, String> {
    read_dialogues(path).map(|dialogues| dialogues.concat())
}

/// The dialogues of a file, a JSON object a line: each the questions of its turns, or a single one.
fn read_dialogues(path: &str) -> Result<Vec<Vec<String>>, String> {
    let text = std::fs::read_to_string(path).map_err(|fault| format!("{path}: {fault}"))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let objects = lines.map(|(n, line)| serde_json::from_str(line).map_err(|fault| format!("{path}:{}: {fault}", n + 1)));
    let objects: Vec<Value> = objects.collect::<Result<_, _>>()?;
    let asked = |object: &Value| object["question"].as_str().map(str::to_string);
    let turns = |object: &Value| object["turns"].as_array().map(|turns| turns.iter().filter_map(asked).collect());
    let dialogues: Vec<Vec<String>> = objects.iter().map(|o| turns(o).unwrap_or_else(|| Vec::from_iter(asked(o)))).collect();
    let none = dialogues.iter().all(Vec::is_empty);
    if none { Err(format!("{path}: no questions; expected `question` in a line's object")) } else { Ok(dialogues) }
}

/// Prints the time that a question takes to be understood, and of that to be parsed, over all questions: mean, median, longest.
fn time(knowledge: &Knowledge, questions: &[String]) {
    let Some(source) = knowledge.sources.first() else { return };
    let report = |name: &str, task: &dyn Fn(&str)| {
        let mut taken: Vec<f64> = questions.iter().map(|question| fastest(|| task(question))).collect();
        taken.sort_by(f64::total_cmp);
        let (mean, count) = (taken.iter().sum::<f64>() / taken.len() as f64, taken.len());
        println!(
            "{name}: mean {mean:.1}, median {:.1}, 95 of 100 below {:.1}, longest {:.1} us",
            taken[count / 2],
            taken[count * 95 / 100],
            taken[count - 1]
        );
    };
    report("understood", &|question| drop(black_box(understand(&knowledge.rules, &source.vocabulary, &source.topic, question))));
    report("of that parsed", &|question| drop(black_box(read(question))));
}

/// Prints what a turn that is no question by itself costs over the question that it stands for, asked alone: mean, median, most.
fn follow_ups(knowledge: &Knowledge, dialogues: &[Vec<String>]) {
    let options = Options::default();
    let mut costs = Vec::new();
    for dialogue in dialogues {
        let mut state = State::default();
        for text in dialogue {
            let (next, reply) = turn(knowledge, &state, text, &options);
            if reply.resolved != *text {
                let within = fastest(|| drop(black_box(turn(knowledge, &state, text, &options))));
                let alone = fastest(|| drop(black_box(turn(knowledge, &State::default(), &reply.resolved, &options))));
                costs.push((within - alone, text));
            }
            state = next;
        }
    }
    costs.sort_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((most, text)) = costs.last() {
        let mean = costs.iter().map(|(cost, _)| cost).sum::<f64>() / costs.len() as f64;
        println!(
            "{} follow-ups cost over the question alone: mean {mean:.1}, median {:.1}, most {most:.1} us ({text})",
            costs.len(),
            costs[costs.len() / 2].0
        );
    }
}

/// Microseconds of the fastest of [`ROUNDS`] runs.
fn fastest(task: impl Fn()) -> f64 {
    let once = || {
        let start = Instant::now();
        task();
        start.elapsed().as_secs_f64() * 1e6
    };
    (0..ROUNDS).map(|_| once()).fold(f64::MAX, f64::min)
}

/// Prints how many of [`COUNT`] misspelt questions get the reply of the question as it is, and the others.
fn misspellings(knowledge: &Knowledge, questions: &[String], seed: u64) {
    let mut random = Random(seed);
    let (mut made, mut kept, mut alike) = (0, 0, 0);
    for _ in 0..COUNT * 50 {
        let question = &questions[random.below(questions.len())];
        let Some(misspelt) = misspelt(question, &mut random).filter(|_| made < COUNT) else { continue };
        made += 1;
        let (right, wrong) = (answer(knowledge, question, None), answer(knowledge, &misspelt, None));
        let same = (right.status, &right.answer) == (wrong.status, &wrong.answer);
        kept += usize::from(same);
        alike += usize::from((&right.intent, &right.answer_type) == (&wrong.intent, &wrong.answer_type));
        if !same {
            println!("{misspelt}: {:?} instead of {:?}; read as {}", wrong.answer, right.answer, wrong.resolved);
        }
    }
    println!("{kept} of {made} replies are the same, {alike} intents and types");
}
