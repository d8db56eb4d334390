//! Fits the weights of `knowledge/rules/ranking.toml` on a SQuAD file, each paragraph asked by itself:
//!
//! - `cargo run --release --example fit-ranking -- weights SQUAD.json` fits the table `[weights]`: the candidates of each answerable question's best
//!   sentences, of which those most like a gold answer in its sentence are right (multinomial logistic regression, Adagrad);
//! - `cargo run --release --example fit-ranking -- verdict SQUAD.json` fits the table `[verdict]`: whether the candidate that the built-in weights
//!   rank first is right, unanswerable questions included (logistic regression).
//!
//! Every fifth article is left out of the fitting; its figures are printed beside those of the others. The table goes to standard output.

mod squad;
mod verdict;

use docent::answer::evidence::evidence;
use docent::answer::query::Query;
use docent::answer::rank::rank;
use docent::answer::support::support;
use docent::document::{Document, Format};
use docent::knowledge::Knowledge;
use docent::knowledge::rules::{Feature, Features, Ranking, Support, Supports};
use docent::question::{Utterance, understand};

use squad::{Article, f1, normalise};
use verdict::Judged;

/// How often all examples are gone through.
const EPOCHS: usize = 12;

/// The candidates of one question.
struct Example {
    /// Features, and how right the candidate is (its token F1, 0 outside the gold sentence).
    candidates: Vec<(Features, f64)>,
    /// What supports the candidate that was ranked first.
    supports: Supports,
    /// Whether the paragraph answers it.
    answerable: bool,
    /// Whether the article is left out of the fitting.
    held_out: bool,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: fit-ranking weights|verdict SQUAD.json";
    let (task, path) = arguments.next().zip(arguments.next()).ok_or(usage)?;
    let rules = Knowledge::builtin_rules();
    let articles = squad::read(&std::fs::read_to_string(path)?)?;
    let examples: Vec<Example> = articles.iter().enumerate().flat_map(|(n, a)| examples(a, n % 5 == 4, &rules)).collect();
    let mut ranking = rules.ranking;
    match task.as_str() {
        "weights" => {
            let answerable: Vec<&Example> = examples.iter().filter(|e| e.answerable).collect();
            report("before", &answerable, &ranking);
            fit(&answerable, &mut ranking);
            report("after", &answerable, &ranking);
            table("weights", &Feature::NAMES, &ranking.weights);
        }
        "verdict" => {
            let judged: Vec<Judged> = examples.iter().filter_map(Example::judged).collect();
            verdict::fit(&judged, &mut ranking, EPOCHS);
            verdict::report(&judged, &ranking);
            table("verdict", &Support::NAMES, &ranking.support);
        }
        _ => return Err(usage.into()),
    }
    Ok(())
}

/// Prints a table of weights.
fn table(name: &str, features: &[&str], weights: &[f64]) {
    println!("[{name}]");
    for (feature, weight) in features.iter().zip(weights) {
        println!("{feature} = {weight:.2}");
    }
}

impl Example {
    /// The candidate that was ranked first, judged; `None` where there was none.
    fn judged(&self) -> Option<Judged> {
        let first = self.candidates.first()?;
        Some(Judged { supports: self.supports, right: first.1 >= 0.5, held_out: self.held_out })
    }
}

/// The examples of an article: each paragraph asked by itself.
fn examples(article: &Article, held_out: bool, rules: &docent::knowledge::rules::Rules) -> Vec<Example> {
    let mut found = Vec::new();
    for paragraph in &article.paragraphs {
        let text = format!("= {} =\n\n{}\n", article.title, paragraph.context);
        let offset = text.len() - paragraph.context.len() - 1;
        let Ok(document) = Document::read("paragraph", text.into_bytes(), Some(Format::Wiki)) else { continue };
        let knowledge = Knowledge::new(document, rules.clone());
        for question in &paragraph.questions {
            let source = &knowledge.sources[0];
            let Utterance::Question(asked) = understand(&knowledge.rules, &source.vocabulary, &source.topic, &question.text) else {
                continue;
            };
            let query = Query::new(&asked, source);
            let near = evidence(&asked, &query, &rules.ranking, 8);
            let ranked = rank(&asked, &query, &near, &rules.ranking);
            let candidates = ranked.iter().map(|r| {
                let sentence = source.document.sentences[r.sentence].span;
                let said = normalise(r.candidate.span.of(&source.annotations[r.sentence].text));
                let right = |(start, gold): &(usize, String)| {
                    let at = offset + start;
                    if sentence.start <= at && at < sentence.end { f1(&said, &normalise(gold)) } else { 0.0 }
                };
                (r.features, question.answers.iter().map(right).fold(0.0, f64::max))
            });
            let supports = support(&query, &ranked);
            found.push(Example { candidates: candidates.collect(), supports, answerable: !question.answers.is_empty(), held_out });
        }
    }
    found
}

/// Multinomial logistic regression by Adagrad, in the order of the file.
fn fit(examples: &[&Example], ranking: &mut Ranking) {
    let mut squares = vec![1e-6; Feature::COUNT];
    for _ in 0..EPOCHS {
        for example in examples.iter().filter(|e| !e.held_out) {
            let Some(gradient) = gradient(example, ranking) else { continue };
            for (i, slope) in gradient.iter().enumerate() {
                let slope = slope - 1e-5 * ranking.weights[i];
                squares[i] += slope * slope;
                ranking.weights[i] += 0.1 * slope / f64::sqrt(squares[i]);
            }
        }
    }
}

/// Expected features under the right candidates less those under all; `None` where no candidate is right.
fn gradient(example: &Example, ranking: &Ranking) -> Option<Features> {
    let best = example.candidates.iter().map(|c| c.1).fold(0.0, f64::max);
    if best < 0.5 {
        return None;
    }
    let scores: Vec<f64> = example.candidates.iter().map(|c| ranking.score(&c.0)).collect();
    let highest = scores.iter().copied().fold(f64::MIN, f64::max);
    let weights: Vec<f64> = scores.iter().map(|s| (s - highest).exp()).collect();
    let total: f64 = weights.iter().sum();
    let right: f64 = weights.iter().zip(&example.candidates).filter(|(_, c)| c.1 >= best).map(|(w, _)| w).sum();
    let mut gradient = [0.0; Feature::COUNT];
    for (weight, (features, f1)) in weights.iter().zip(&example.candidates) {
        let share = if *f1 >= best { weight / right } else { 0.0 } - weight / total;
        for (g, f) in gradient.iter_mut().zip(features) {
            *g += share * f;
        }
    }
    Some(gradient)
}

/// Prints exact match, F1 and what a perfect ranker would reach, on the articles fitted on and on those left out.
fn report(when: &str, examples: &[&Example], ranking: &Ranking) {
    for held_out in [false, true] {
        let (mut n, mut exact, mut sum, mut limit) = (0.0, 0.0, 0.0, 0.0);
        for example in examples.iter().filter(|e| e.held_out == held_out) {
            let best = example.candidates.iter().max_by(|a, b| ranking.score(&a.0).total_cmp(&ranking.score(&b.0)));
            let f1 = best.map_or(0.0, |b| b.1);
            n += 1.0;
            exact += f64::from(u8::from(f1 >= 1.0));
            sum += f1;
            limit += example.candidates.iter().map(|c| c.1).fold(0.0, f64::max);
        }
        let name = if held_out { "left out" } else { "fitted on" };
        eprintln!(
            "{when}, {name}: EM {:.1} F1 {:.1} of at most F1 {:.1} ({n} questions)",
            100.0 * exact / n,
            100.0 * sum / n,
            100.0 * limit / n
        );
    }
}
