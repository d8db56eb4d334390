//! Scores how questions are understood: how long it takes, what a follow-up costs, and whether a misspelling changes the reply; and prints the replies to
//! gold questions and dialogues about several documents, to be compared with the gold answers.
//!
//! `cargo run --release --example score-questions -- time DOCUMENT QUESTIONS.jsonl`
//! `cargo run --release --example score-questions -- follow-ups DOCUMENT DIALOGUES.jsonl`
//! `cargo run --release --example score-questions -- misspellings DOCUMENT QUESTIONS.jsonl [SEED]`
//! `cargo run --release --example score-questions -- replies GOLD.jsonl`
//!
//! A line of GOLD has the `document` it is about as well, and an `id`; a turn's id is the dialogue's with the turn's number. A line of the questions has a `question`, or `turns` that have one each. Turns are asked alone, but for their cost as follow-ups.

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
        ["replies", gold] => replies(gold)?,
        ["misspellings", document, questions] => misspellings(&load(document)?, &read_questions(questions)?, 2_026),
        ["misspellings", document, questions, seed] => {
            let seed = seed.parse().map_err(|_| format!("`{seed}` is no seed; expected a number"))?;
            misspellings(&load(document)?, &read_questions(questions)?, seed);
        }
        _ => {
            return Err(
                "expected `time`, `follow-ups` or `misspellings`, each with DOCUMENT and QUESTIONS; the last may have a SEED; or `replies` with GOLD".into()
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
    let dialogues: Vec<Vec<String>> = read_objects(path)?.iter().map(asked).collect();
    let none = dialogues.iter().all(Vec::is_empty);
    if none { Err(format!("{path}: no questions; expected `question` in a line's object")) } else { Ok(dialogues) }
}

/// The questions of a line: those of its turns, or a single one.
fn asked(object: &Value) -> Vec<String> {
    let one = |object: &Value| object["question"].as_str().map(str::to_string);
    object["turns"].as_array().map_or_else(|| Vec::from_iter(one(object)), |turns| turns.iter().filter_map(one).collect())
}

/// The JSON objects of a file, one a line.
fn read_objects(path: &str) -> Result<Vec<Value>, String> {
    let text = std::fs::read_to_string(path).map_err(|fault| format!("{path}: {fault}"))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(n, line)| serde_json::from_str(line).map_err(|fault| format!("{path}:{}: {fault}", n + 1))).collect()
}

/// Prints the replies to the questions of a file, a JSON object a line; a document is read once for the lines about it that follow one another.
fn replies(path: &str) -> Result<(), String> {
    let mut open: Option<(String, Knowledge)> = None;
    for object in read_objects(path)? {
        let text = |key: &str| object[key].as_str().map(str::to_string).ok_or_else(|| format!("{path}: a line without `{key}`"));
        let (id, document) = (text("id")?, text("document")?);
        let known = match open.take().filter(|(name, _)| *name == document) {
            Some(known) => known,
            None => (document.clone(), load(&document)?),
        };
        let turns = object["turns"].is_array();
        let mut state = State::default();
        for (n, question) in asked(&object).iter().enumerate() {
            let (next, mut reply) = turn(&known.1, &state, question, &Options::default());
            reply.id = Some(if turns { format!("{id}.{}", n + 1) } else { id.clone() });
            println!("{}", serde_json::to_string(&reply).map_err(|fault| fault.to_string())?);
            state = next;
        }
        open = Some(known);
    }
    Ok(())
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
