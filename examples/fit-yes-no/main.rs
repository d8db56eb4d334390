//! Fits the tables `[yes-no.yes]` and `[yes-no.no]` of `knowledge/rules/ranking.toml`: whether a sentence says yes to a question, no, or neither (multinomial
//! logistic regression).
//!
//! `cargo run --release --example fit-yes-no -- tests/questions/fit.jsonl [CMU_FOLDER]`, from the repository's top. Our questions name the sentences that answer
//! them; of the questions of CMU (Smith, Heilman & Hwa, *Question generation as a competitive undergraduate course project*, 2008), which name none, the nearest
//! sentence is taken. Each of our questions is asked again without the sentences that answer it, so that silence is learnt too. Every third of our documents is left
//! out of the fitting; its figures are printed. The tables go to standard output.

use std::collections::BTreeMap;
use std::path::Path;

use docent::answer::{Context, borne};
use docent::document::Document;
use docent::knowledge::Knowledge;
use docent::knowledge::rules::{Bearing, Bearings, Rules, YesNo};
use serde::Deserialize;

type Anyhow<T> = Result<T, Box<dyn std::error::Error>>;

/// How much a question of CMU counts beside one of ours, and how much one that is asked without what answers it.
const CMU: f64 = 0.4;
const UNANSWERED: f64 = 0.4;
/// How strongly weights are drawn to 0.
const RIDGE: f64 = 0.6;
const STEPS: usize = 1500;

#[derive(Deserialize)]
struct Line {
    document: String,
    question: String,
    kind: String,
    answers: Vec<String>,
    #[serde(default)]
    evidence: Vec<String>,
}

/// A sentence beside a question: what it says, none where it says neither yes nor no.
struct Example {
    bearings: Bearings,
    says: Option<usize>,
    weight: f64,
}

/// A question's sentences, nearest first.
struct Asked {
    sentences: Vec<Example>,
    held_out: bool,
}

fn main() -> Anyhow<()> {
    let mut arguments = std::env::args().skip(1);
    let own = arguments.next().ok_or("usage: fit-yes-no QUESTIONS.jsonl [CMU_FOLDER]")?;
    let rules = Knowledge::builtin_rules();
    let mut asked = questions(&own, "", &rules)?;
    if let Some(folder) = arguments.next() {
        asked.extend(questions(&format!("{folder}/questions.jsonl"), &format!("{folder}/articles/"), &rules)?);
    }
    let mut yes_no = rules.ranking.yes_no;
    fit(&asked.iter().filter(|a| !a.held_out).flat_map(|a| &a.sentences).collect::<Vec<_>>(), &mut yes_no);
    report(&asked, &yes_no);
    for (name, weights) in ["yes", "no"].iter().zip(&yes_no.weights) {
        println!("\n[yes-no.{name}]");
        Bearing::NAMES.iter().zip(weights).for_each(|(bearing, weight)| println!("{bearing} = {weight:.2}"));
    }
    Ok(())
}

/// The yes/no questions of a file, by document.
fn questions(path: &str, folder: &str, rules: &Rules) -> Anyhow<Vec<Asked>> {
    let mut by_document: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let line: Line = serde_json::from_str(line)?;
        by_document.entry(line.document.clone()).or_default().push(line);
    }
    let mut asked = Vec::new();
    for (number, (document, lines)) in by_document.iter().enumerate() {
        let path = format!("{folder}{document}");
        let name = Path::new(&path).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let knowledge = Knowledge::new(Document::read(&name, std::fs::read(&path)?, None)?, rules.clone());
        for line in lines.iter().filter(|line| line.kind == "yesno") {
            let own = folder.is_empty();
            let sentences = sentences(&knowledge, line, own);
            asked.push(Asked { held_out: own && number % 3 == 2, sentences });
        }
    }
    Ok(asked)
}

/// The sentences nearest to a question with what they say; ours again without those that answer it.
fn sentences(knowledge: &Knowledge, line: &Line, own: bool) -> Vec<Example> {
    let polarity = line.answers.first().and_then(|answer| ["yes", "no"].iter().position(|word| answer.to_lowercase().starts_with(word)));
    let borne = borne(knowledge, &line.question, &Context::default());
    let text = |sentence: usize| knowledge.sources[0].annotations[sentence].text.trim().to_string();
    let gold =
        |sentence: usize| line.evidence.iter().any(|e| e.contains(&text(sentence)) || text(sentence).contains(e.trim_start_matches("- ")));
    let nearest = if own { borne.len() } else { 1 };
    let says = |place: usize, sentence: usize| polarity.filter(|_| if own { gold(sentence) } else { place == 0 });
    let weight = if own { 1.0 } else { CMU };
    let all = borne.iter().take(nearest).enumerate();
    let mut examples: Vec<Example> = all.map(|(n, b)| Example { bearings: b.bearings, says: says(n, b.sentence), weight }).collect();
    if own {
        examples.extend(unanswered(&examples));
    }
    examples
}

/// The sentences that say neither yes nor no, as if there were no others.
fn unanswered(examples: &[Example]) -> Vec<Example> {
    let (odds, nearest) = (Bearing::Odds as usize, Bearing::Nearest as usize);
    let gone: f64 = examples.iter().filter(|e| e.says.is_some()).map(|e| e.bearings[odds]).sum();
    let rest = examples.iter().filter(|e| e.says.is_none()).enumerate();
    rest.map(|(n, e)| {
        let mut bearings = e.bearings;
        bearings[odds] /= (1.0 - gone).max(1e-6);
        bearings[nearest] = if n == 0 { 1.0 } else { 0.0 };
        Example { bearings, says: None, weight: UNANSWERED }
    })
    .collect()
}

/// Fits both tables by gradient descent whose steps are scaled by the gradients' running squares.
fn fit(examples: &[&Example], yes_no: &mut YesNo) {
    let none = || vec![0.0; Bearing::COUNT];
    let mut squares = [none(), none()];
    yes_no.weights = [none(), none()];
    for step in 0..STEPS {
        let mut slopes = yes_no.weights.clone().map(|weights| weights.iter().map(|w| RIDGE * w).collect::<Vec<f64>>());
        for example in examples {
            let odds = yes_no.odds(&example.bearings);
            for (says, slopes) in slopes.iter_mut().enumerate() {
                let miss = odds[says] - if example.says == Some(says) { 1.0 } else { 0.0 };
                slopes.iter_mut().zip(&example.bearings).for_each(|(slope, bearing)| *slope += example.weight * miss * bearing);
            }
        }
        for ((weights, squares), slopes) in yes_no.weights.iter_mut().zip(&mut squares).zip(&slopes) {
            for ((weight, square), slope) in weights.iter_mut().zip(squares).zip(slopes) {
                *square = if step == 0 { slope * slope } else { 0.99 * *square + 0.01 * slope * slope };
                *weight -= 0.02 * slope / (*square + 1e-8).sqrt();
            }
        }
    }
}

/// Prints how many of the questions left out are answered rightly and wrongly, for some thresholds.
fn report(asked: &[Asked], yes_no: &YesNo) {
    let held_out: Vec<&Asked> = asked.iter().filter(|a| a.held_out).collect();
    for threshold in [0.4, 0.5, 0.6, 0.7] {
        let (mut right, mut wrong) = (0, 0);
        for asked in &held_out {
            let said = asked.sentences.iter().filter(|e| e.weight == 1.0);
            let judged =
                said.flat_map(|e| yes_no.odds(&e.bearings).into_iter().enumerate().map(move |(says, odds)| (odds, Some(says) == e.says)));
            match judged.filter(|(odds, _)| *odds >= threshold).max_by(|a, b| a.0.total_cmp(&b.0)) {
                Some((_, true)) => right += 1,
                Some((_, false)) => wrong += 1,
                None => {}
            }
        }
        eprintln!("threshold {threshold}: of {} left out, {right} right, {wrong} wrong", held_out.len());
    }
}
