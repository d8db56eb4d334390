//! Fitting the tables `[methods.…]`: whether an answer that was found in another way than by ranking candidates is right (logistic regression; what all ways share
//! is learnt from all of them, and what is a way's own beside it).

use docent::answer::method::{Case, Method, Trial};
use docent::answer::verdict::trials;
use docent::answer::{Context, consider};
use docent::document::{Document, Format};
use docent::knowledge::Knowledge;
use docent::knowledge::rules::{METHODS, Ranking, Rules, Sign, Signs};

use crate::descent::{Table, descend};
use crate::examples::understood;
use crate::own::{Anyhow, Line, WEIGHT, by_document};
use crate::squad::{Article, f1, normalise};

/// How strongly weights are drawn to 0.
const RIDGE: f64 = 1.5;
/// How much a way's own weights count beside the shared ones while learning.
const OWN: f64 = 0.5;
/// The least token F1 of a right list, and of another right answer, whose length is not told by the gold one.
const LIST: f64 = 0.6;
const OTHER: f64 = 0.34;

/// An answer that was tried, and whether it is right.
pub struct Tried {
    method: usize,
    signs: Signs,
    right: bool,
    held_out: bool,
    own: bool,
}

/// What is tried for the questions of an article, which is asked as a whole.
pub fn of_article(article: &Article, held_out: bool, rules: &Rules) -> Vec<Tried> {
    let mut text = format!("= {} =\n\n", article.title);
    for paragraph in &article.paragraphs {
        text.push_str(&paragraph.context);
        text.push_str("\n\n");
    }
    let Ok(document) = Document::read("article", text.into_bytes(), Some(Format::Wiki)) else { return Vec::new() };
    let knowledge = Knowledge::new(document, rules.clone());
    let questions = article.paragraphs.iter().flat_map(|p| &p.questions);
    questions
        .flat_map(|question| {
            let gold: Vec<String> = question.answers.iter().map(|(_, text)| text.clone()).collect();
            let told = |sentence: &str| gold.iter().any(|gold| sentence.contains(gold.as_str()));
            judged(&knowledge, &question.text, &gold, told, held_out, false)
        })
        .collect()
}

/// What is tried for our own questions; every fourth document is left out of the fitting.
///
/// # Errors
/// As of [`by_document`].
pub fn of_own(path: &str, rules: &Rules) -> Anyhow<Vec<Tried>> {
    let mut tried = Vec::new();
    for (number, (knowledge, lines)) in by_document(path, "", rules)?.iter().enumerate() {
        for line in lines.iter().filter(|line| line.kind != "yesno") {
            let told = |sentence: &str| line.is_told_by(sentence);
            tried.extend(judged(knowledge, &line.question, &gold(line), told, number % 4 == 3, true));
        }
    }
    Ok(tried)
}

/// The gold answers, and all items as one.
fn gold(line: &Line) -> Vec<String> {
    let items: Vec<&str> = line.answer_items.iter().filter_map(|item| item.split(" / ").next()).collect();
    let joined = Some(items.join(" ")).filter(|joined| !joined.is_empty());
    line.answers.iter().cloned().chain(joined).collect()
}

/// What is tried for one question. `told`: whether a sentence holds the answer.
fn judged(knowledge: &Knowledge, question: &str, gold: &[String], told: impl Fn(&str) -> bool, held_out: bool, own: bool) -> Vec<Tried> {
    let right = |trial: &Trial| {
        let Some((sentence, _)) = trial.verdict.grounds.first() else { return false };
        let said = normalise(trial.verdict.answer.as_deref().unwrap_or_default());
        let near = |gold: &String| {
            let gold = normalise(gold);
            let least = if trial.method == Method::List { LIST } else { OTHER };
            f1(&said, &gold) >= least || trial.method != Method::List && said.windows(gold.len().max(1)).any(|w| w == gold)
        };
        told(knowledge.sources[0].annotations[*sentence].text.trim()) && (matches!(trial.method, Method::Summary) || gold.iter().any(near))
    };
    let answered = tried(knowledge, question).into_iter().filter(|trial| trial.verdict.answer.is_some());
    answered.map(|t| Tried { method: t.method as usize, right: right(&t), signs: t.signs, held_out, own }).collect()
}

/// The answers to a question that are found in another way than by ranking pieces of sentences, right or not; none for small talk.
fn tried(knowledge: &Knowledge, question: &str) -> Vec<Trial> {
    let Some(question) = understood(knowledge, question) else { return Vec::new() };
    let Some(c) = consider(knowledge, &question, &Context::default(), 0) else { return Vec::new() };
    trials(&Case::new(&question, &c.query, &c.evidence, &c.ranked, &knowledge.rules.ranking))
}

/// Fits all tables.
pub fn fit(tried: &[Tried], ranking: &mut Ranking) {
    let fitted: Vec<&Tried> = tried.iter().filter(|t| !t.held_out).collect();
    let weights: Table<{ Sign::COUNT }, { METHODS.len() + 1 }> = descend(RIDGE, |weights, slopes| {
        for one in &fitted {
            let own = one.method + 1;
            let odds: f64 = one.signs.iter().enumerate().map(|(n, sign)| sign * (weights[0][n] + OWN * weights[own][n])).sum();
            let miss = (1.0 / (1.0 + (-odds).exp()) - f64::from(u8::from(one.right))) * if one.own { WEIGHT } else { 1.0 };
            for (n, sign) in one.signs.iter().enumerate() {
                slopes[0][n] += miss * sign;
                slopes[own][n] += OWN * miss * sign;
            }
        }
    });
    for (method, table) in ranking.methods.iter_mut().enumerate() {
        for (n, weight) in table.iter_mut().enumerate() {
            let occurs = fitted.iter().any(|one| one.method == method && one.signs[n] != 0.0);
            *weight = if occurs { weights[0][n] + OWN * weights[method + 1][n] } else { 0.0 };
        }
    }
}

/// Prints, for some thresholds, how many answers of each way are right and wrong among those left out.
pub fn report(tried: &[Tried], ranking: &Ranking) {
    for own in [false, true] {
        for (number, method) in METHODS.iter().enumerate() {
            let left_out: Vec<&Tried> = tried.iter().filter(|t| t.held_out && t.own == own && t.method == number).collect();
            let count = |least: f64, right: bool| {
                let odds = |t: &Tried| t.signs.iter().zip(&ranking.methods[number]).map(|(s, w)| s * w).sum::<f64>();
                left_out.iter().filter(|t| t.right == right && 1.0 / (1.0 + (-odds(t)).exp()) >= least).count()
            };
            let told: Vec<String> =
                [0.0, 0.4, 0.5, 0.6].iter().map(|&t| format!("{t}: {} / {}", count(t, true), count(t, false))).collect();
            eprintln!("{} {method}, right / wrong from a confidence of {}", if own { "own" } else { "SQuAD" }, told.join(", "));
        }
    }
}
