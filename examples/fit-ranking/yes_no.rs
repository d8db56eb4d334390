//! Fitting the tables `[yes-no.…]`: whether a sentence says yes to a question, no, or neither (multinomial logistic regression).
//!
//! Our questions name the sentences that answer them; of the questions of CMU (Smith, Heilman & Hwa, *Question generation as a competitive undergraduate course
//! project*, 2008), which name none, the nearest sentence is taken. Each of our questions is asked again without the sentences that answer it, so that silence is
//! learnt too. Every third of our documents is left out of the fitting.

use docent::answer::yes_no::{Borne, borne};
use docent::answer::{Context, consider};
use docent::knowledge::Knowledge;
use docent::knowledge::rules::{Bearing, Bearings, Rules, Shape, YesNo};

use crate::descent::descend;
use crate::examples::understood;
use crate::own::{Anyhow, Line, by_document};

/// How much a question of CMU counts beside one of ours, and how much one that is asked without what answers it.
const CMU: f64 = 0.4;
const UNANSWERED: f64 = 0.4;
/// How strongly weights are drawn to 0.
const RIDGE: f64 = 0.6;

/// A sentence beside a question: what it says, none where it says neither yes nor no.
struct Example {
    bearings: Bearings,
    says: Option<usize>,
    weight: f64,
}

/// A question's sentences, nearest first.
pub struct Asked {
    sentences: Vec<Example>,
    held_out: bool,
}

/// Our own yes/no questions, those that cannot be answered, too.
///
/// # Errors
/// As of [`by_document`].
pub fn of_own(path: &str, rules: &Rules) -> Anyhow<Vec<Asked>> {
    let mut asked = Vec::new();
    for (number, (knowledge, lines)) in by_document(path, "", rules)?.iter().enumerate() {
        let questions = lines.iter().filter(|line| matches!(line.kind.as_str(), "yesno" | "unanswerable"));
        let of_sentences = |sentences: Vec<Example>| Asked { sentences, held_out: number % 3 == 2 };
        asked.extend(questions.map(|line| of_sentences(own_sentences(knowledge, line))).filter(|asked| !asked.sentences.is_empty()));
    }
    Ok(asked)
}

/// The yes/no questions of CMU, all of them to fit on.
///
/// # Errors
/// As of [`by_document`].
pub fn of_cmu(folder: &str, rules: &Rules) -> Anyhow<Vec<Asked>> {
    let mut asked = Vec::new();
    for (knowledge, lines) in by_document(&format!("{folder}/questions.jsonl"), &format!("{folder}/articles/"), rules)? {
        let questions = lines.iter().filter(|line| line.kind == "yesno");
        asked.extend(questions.map(|line| {
            let nearest = near(&knowledge, line).into_iter().take(1);
            let sentences = nearest.map(|b| Example { bearings: b.bearings, says: polarity(line), weight: CMU });
            Asked { sentences: sentences.collect(), held_out: false }
        }));
    }
    Ok(asked)
}

/// The sentences nearest to one of our questions with what they say, and again without those that answer it.
fn own_sentences(knowledge: &Knowledge, line: &Line) -> Vec<Example> {
    let told = |b: &Borne| line.is_told_by(&knowledge.sources[0].annotations[b.sentence].text);
    let example = |b: Borne| Example { says: polarity(line).filter(|_| told(&b)), bearings: b.bearings, weight: 1.0 };
    let mut examples: Vec<Example> = near(knowledge, line).into_iter().map(example).collect();
    examples.extend(unanswered(&examples));
    examples
}

/// What the answer to a question is: the place of yes or no; none where it is neither.
fn polarity(line: &Line) -> Option<usize> {
    line.answers.first().and_then(|answer| ["yes", "no"].iter().position(|word| answer.to_lowercase().starts_with(word)))
}

/// The sentences nearest to a question; none where it is not read as one for yes or no.
fn near(knowledge: &Knowledge, line: &Line) -> Vec<Borne> {
    let question = understood(knowledge, &line.question).filter(|question| question.shape == Shape::YesNo);
    let Some(question) = question else { return Vec::new() };
    let considered = consider(knowledge, &question, &Context::default(), 0);
    considered.map_or(Vec::new(), |c| borne(&question, &c.query, &c.evidence))
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

/// Fits both tables.
pub fn fit(asked: &[Asked], yes_no: &mut YesNo) {
    let fitted: Vec<&Example> = asked.iter().filter(|a| !a.held_out).flat_map(|a| &a.sentences).collect();
    let weights = descend(RIDGE, |weights: &[Bearings; 2], slopes| {
        yes_no.weights = weights.map(|row| row.to_vec());
        for example in &fitted {
            let odds = yes_no.odds(&example.bearings);
            for (says, slopes) in slopes.iter_mut().enumerate() {
                let miss = odds[says] - if example.says == Some(says) { 1.0 } else { 0.0 };
                slopes.iter_mut().zip(&example.bearings).for_each(|(slope, bearing)| *slope += example.weight * miss * bearing);
            }
        }
    });
    yes_no.weights = weights.map(|row| row.to_vec());
}

/// Prints how many of the questions left out are answered rightly and wrongly, for some thresholds.
pub fn report(asked: &[Asked], yes_no: &YesNo) {
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
