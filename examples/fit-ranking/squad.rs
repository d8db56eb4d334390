//! Reading SQuAD's JSON, and its way to compare answers.

use std::collections::BTreeMap;

use serde::Deserialize;

/// An article.
pub struct Article {
    /// Its title, with spaces.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph with its questions.
pub struct Paragraph {
    /// Its text, on one line.
    pub context: String,
    /// What is asked about it.
    pub questions: Vec<Asked>,
}

/// A question.
pub struct Asked {
    /// Its text.
    pub text: String,
    /// Byte offset in the context, and text, of each gold answer; none where it cannot be answered.
    pub answers: Vec<(usize, String)>,
}

#[derive(Deserialize)]
struct File {
    data: Vec<RawArticle>,
}

#[derive(Deserialize)]
struct RawArticle {
    title: String,
    paragraphs: Vec<RawParagraph>,
}

#[derive(Deserialize)]
struct RawParagraph {
    context: String,
    qas: Vec<RawQuestion>,
}

#[derive(Deserialize)]
struct RawQuestion {
    question: String,
    answers: Vec<RawAnswer>,
}

#[derive(Deserialize)]
struct RawAnswer {
    text: String,
    answer_start: usize,
}

/// Reads a file of SQuAD 1.1 or 2.0.
///
/// # Errors
/// Text that is not such JSON.
pub fn read(text: &str) -> Result<Vec<Article>, serde_json::Error> {
    let file: File = serde_json::from_str(text)?;
    Ok(file.data.into_iter().map(article).collect())
}

fn article(raw: RawArticle) -> Article {
    Article { title: raw.title.replace('_', " "), paragraphs: raw.paragraphs.into_iter().map(paragraph).collect() }
}

fn paragraph(raw: RawParagraph) -> Paragraph {
    let offset = |start: usize| raw.context.char_indices().nth(start).map_or(raw.context.len(), |(at, _)| at);
    let asked = |q: &RawQuestion| Asked {
        text: q.question.trim().to_string(),
        answers: q.answers.iter().map(|a| (offset(a.answer_start), a.text.clone())).collect(),
    };
    Paragraph { questions: raw.qas.iter().map(asked).collect(), context: raw.context.replace('\n', " ") }
}

/// The words of an answer as SQuAD compares them: lower case, no punctuation, no articles.
pub fn normalise(text: &str) -> Vec<String> {
    let plain: String = text.to_lowercase().chars().filter(|c| !c.is_ascii_punctuation()).collect();
    plain.split_whitespace().filter(|w| !matches!(*w, "a" | "an" | "the")).map(str::to_string).collect()
}

/// Token F1 of two answers.
pub fn f1(said: &[String], gold: &[String]) -> f64 {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in gold {
        *counts.entry(word).or_default() += 1;
    }
    let mut same = 0;
    for word in said {
        if let Some(count) = counts.get_mut(word.as_str()).filter(|c| **c > 0) {
            *count -= 1;
            same += 1;
        }
    }
    if same == 0 { 0.0 } else { 2.0 * same as f64 / (said.len() + gold.len()) as f64 }
}
