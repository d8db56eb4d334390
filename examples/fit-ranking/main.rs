//! Fits the weights of `knowledge/rules/ranking.toml` on SQuAD files (`.json`), each paragraph asked by itself and again among its neighbours, and on our own
//! questions (`.jsonl`, see `tests/questions`):
//!
//! - `cargo run --release --example fit-ranking -- sentences FILE…` fits the table `[sentences]`: the sentences that are read closely, of which those that hold a
//!   gold answer are right (multinomial logistic regression, Adagrad); each article is asked as a whole, too;
//! - `cargo run --release --example fit-ranking -- weights FILE…` fits the tables `[weights]` and `[by-answer]`: the candidates of each answerable
//!   question's best sentences, of which those most like a gold answer in its sentence are right (likewise);
//! - `cargo run --release --example fit-ranking -- verdict FILE…` fits the table `[verdict]`: whether the candidate that the built-in weights
//!   rank first is right, unanswerable questions included (logistic regression);
//! - `cargo run --release --example fit-ranking -- methods FILE…` fits the tables `[methods.…]`: whether lists, clauses, definitions and whole sentences that were
//!   found are right (logistic regression); each article is asked as a whole;
//! - `cargo run --release --example fit-ranking -- yes-no tests/questions/fit.jsonl tests/questions/yes-no.jsonl [CMU_FOLDER]` fits the tables `[yes-no.yes]` and
//!   `[yes-no.no]`: whether a sentence says yes to a question, no, or neither (multinomial logistic regression); every third document is left out.
//!
//! Every fifth article of SQuAD and every fourth of our documents is left out of the fitting; its figures are printed beside those of the others. The tables go to standard output.

mod descent;
mod examples;
mod methods;
mod own;
mod squad;
mod verdict;
mod weights;
mod yes_no;

use docent::knowledge::Knowledge;
use docent::knowledge::rules::{Bearing, CLASSES, Feature, METHODS, Ranking, Rules, Sign, Support};

use examples::{Example, examples};
use methods::Tried;
use own::Anyhow;
use verdict::Judged;

/// How often all examples are gone through.
const EPOCHS: usize = 12;

fn main() -> Anyhow<()> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: fit-ranking sentences|weights|verdict|methods|yes-no FILE…";
    let task = arguments.next().ok_or(usage)?;
    let rules = Knowledge::builtin_rules();
    let (own, others): (Vec<String>, Vec<String>) = arguments.partition(|path| path.ends_with(".jsonl"));
    if task == "yes-no" {
        return fit_yes_no(&own, &others, rules);
    }
    let mut articles = Vec::new();
    for path in others {
        articles.extend(squad::read(&std::fs::read_to_string(path)?)?);
    }
    match task.as_str() {
        "sentences" => return fit_sentences(&articles, &own, rules),
        "methods" => return fit_methods(&articles, &own, rules),
        _ => {}
    }
    let mut examples: Vec<Example> = articles.iter().enumerate().flat_map(|(n, a)| examples(a, n % 5 == 4, &rules)).collect();
    for path in own {
        examples.extend(own::examples(&path, &rules)?);
    }
    let mut ranking = rules.ranking;
    match task.as_str() {
        "weights" => {
            let answerable: Vec<&Example> = examples.iter().filter(|e| e.answerable).collect();
            weights::report("before", &answerable, &ranking);
            weights::fit(&answerable, &mut ranking, EPOCHS);
            weights::report("after", &answerable, &ranking);
            weight_tables(&ranking);
        }
        "verdict" => {
            let judged: Vec<Judged> = examples.iter().filter_map(Example::judged).collect();
            let certainty = verdict::fit(&judged)?;
            verdict::report(&judged, &certainty);
            table("verdict.supports", &Support::NAMES, &certainty.supports, 0.05);
            table("verdict.features", &Feature::NAMES, &certainty.features, 0.05);
            table("verdict.kinds", &CLASSES, &certainty.kinds, 0.0);
        }
        _ => return Err(usage.into()),
    }
    Ok(())
}

/// Fits the weights of sentences as if they were candidates; what is reported as EM is how often the first of them answers.
fn fit_sentences(articles: &[squad::Article], own: &[String], rules: Rules) -> Anyhow<()> {
    let mut all: Vec<Example> = articles.iter().enumerate().flat_map(|(n, a)| examples::sentences(a, n % 5 == 4, &rules)).collect();
    for path in own {
        all.extend(own::sentences(path, &rules)?);
    }
    let answerable: Vec<&Example> = all.iter().filter(|e| e.answerable).collect();
    let mut ranking = Ranking { shared: rules.ranking.sentences.clone(), ..rules.ranking };
    weights::report("before", &answerable, &ranking);
    weights::fit(&answerable, &mut ranking, EPOCHS);
    weights::report("after", &answerable, &ranking);
    table("sentences", &Feature::NAMES, &ranking.shared, 0.005);
    Ok(())
}

fn fit_methods(articles: &[squad::Article], own: &[String], rules: Rules) -> Anyhow<()> {
    let mut tried: Vec<Tried> = articles.iter().enumerate().flat_map(|(n, a)| methods::of_article(a, n % 5 == 4, &rules)).collect();
    for path in own {
        tried.extend(methods::of_own(path, &rules)?);
    }
    let mut ranking = rules.ranking;
    methods::fit(&tried, &mut ranking);
    methods::report(&tried, &ranking);
    for (method, weights) in METHODS.iter().zip(&ranking.methods) {
        table(&format!("methods.{method}"), &Sign::NAMES, weights, 0.05);
    }
    Ok(())
}

fn fit_yes_no(own: &[String], cmu: &[String], rules: Rules) -> Anyhow<()> {
    let mut asked = Vec::new();
    for path in own {
        asked.extend(yes_no::of_own(path, &rules)?);
    }
    for folder in cmu {
        asked.extend(yes_no::of_cmu(folder, &rules)?);
    }
    let mut fitted = rules.ranking.yes_no;
    yes_no::fit(&asked, &mut fitted);
    yes_no::report(&asked, &fitted);
    for (name, weights) in ["yes", "no"].iter().zip(&fitted.weights) {
        table(&format!("yes-no.{name}"), &Bearing::NAMES, weights, 0.0);
    }
    Ok(())
}

/// Prints the shared weights and those by kind of answer; of the latter only what counts.
fn weight_tables(ranking: &Ranking) {
    table("weights", &Feature::NAMES, &ranking.shared, 0.0);
    for (class, own) in CLASSES.iter().zip(&ranking.own) {
        table(&format!("by-answer.{class}"), &Feature::NAMES, own, 0.05);
    }
}

/// Prints a table of the weights that are at least `least` from 0.
fn table(name: &str, features: &[&str], weights: &[f64], least: f64) {
    println!("\n[{name}]");
    for (feature, weight) in features.iter().zip(weights).filter(|(_, weight)| weight.abs() >= least) {
        println!("{feature} = {weight:.2}");
    }
}
