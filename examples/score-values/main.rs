//! Measures how often the short answer to a question is exactly one of the values and names found in its paragraph, and the speed.
//!
//! `cargo run --release --example score-values -- FILE`, where `FILE` is a SQuAD file; articles and case are left out of the comparison.

use std::collections::{BTreeMap, HashSet};
use std::time::Instant;

use docent::text::names::{names, names_read};
use docent::text::values::values;
use docent::text::{Span, read};
use serde_json::Value;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("usage: score-values FILE")?;
    let data: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let paragraphs: Vec<&Value> = list(&data["data"]).flat_map(|article| list(&article["paragraphs"])).collect();
    let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for paragraph in &paragraphs {
        let text = paragraph["context"].as_str().unwrap_or("");
        let spans = spans(text);
        for question in list(&paragraph["qas"]) {
            let answers: Vec<&str> = list(&question["answers"]).filter_map(|answer| answer["text"].as_str()).collect();
            if let Some(kind) = kind(question["question"].as_str().unwrap_or("")).filter(|_| !answers.is_empty()) {
                let count = found.entry(kind).or_default();
                count.0 += usize::from(answers.iter().any(|answer| spans.contains(&normal(answer))));
                count.1 += 1;
            }
        }
    }
    for (kind, (hit, all)) in found {
        println!("{kind:9} {:5.1} % of {all}", 100.0 * hit as f64 / all as f64);
    }
    speed("values", &paragraphs, |text| values(text).len());
    speed("names", &paragraphs, |text| names(text).len());
    Ok(())
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The kind of question by its first words; `None` for those that ask for neither value nor name.
fn kind(question: &str) -> Option<&'static str> {
    let question = question.to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| question.starts_with(word));
    if begins(&["when ", "in what year", "in which year", "what year"]) {
        Some("when")
    } else if question.contains("how many") {
        Some("how many")
    } else if question.contains("how much") {
        Some("how much")
    } else if begins(&["who "]) {
        Some("who")
    } else {
        begins(&["where "]).then_some("where")
    }
}

/// The values and names of a text, in comparable form; names from the reading of each of its sentences, cut roughly at ". ".
fn spans(text: &str) -> HashSet<String> {
    let mut spans: HashSet<String> =
        values(text).iter().flat_map(|value| [value.span, value.core]).map(|span| normal(span.of(text))).collect();
    for sentence in text.split_inclusive(". ") {
        let both = |span: Span, core: Span| [normal(span.of(sentence)), normal(core.of(sentence))];
        spans.extend(names_read(sentence, &read(sentence)).iter().flat_map(|mention| both(mention.span, mention.core)));
    }
    spans
}

fn normal(text: &str) -> String {
    let kept: String = text.to_lowercase().chars().filter(|c| c.is_alphanumeric() || c.is_whitespace() || "$€£%".contains(*c)).collect();
    kept.split_whitespace().filter(|word| !matches!(*word, "a" | "an" | "the" | "in" | "on" | "from")).collect::<Vec<_>>().join(" ")
}

fn speed(name: &str, paragraphs: &[&Value], count: impl Fn(&str) -> usize) {
    let texts: Vec<&str> = paragraphs.iter().filter_map(|paragraph| paragraph["context"].as_str()).collect();
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    let start = Instant::now();
    let found: usize = texts.iter().map(|text| count(text)).sum();
    println!("{name:9} {found} in {bytes} bytes, {:.1} MB/s", bytes as f64 / start.elapsed().as_secs_f64() / 1e6);
}
