//! A dialogue as it was read: what is asked, the questions in order, what is expected of each reply.

use regex::Regex;

use crate::answer::{Reply, Status};

/// One dialogue file.
#[derive(Debug, Clone)]
pub struct Dialogue {
    /// What is asked.
    pub subject: Subject,
    /// The questions, in order.
    pub steps: Vec<Step>,
}

/// What a dialogue is held with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Whatever the program was started with; the built-in knowledge, if nothing else was said.
    Default,
    /// `@document FILE`: a path, relative to the dialogue's folder.
    Document(String),
    /// `@knowledge DIR`: a path, relative to the dialogue's folder.
    Knowledge(String),
}

/// One question and what is expected of its reply.
#[derive(Debug, Clone)]
pub struct Step {
    /// The line of the question, from 1.
    pub line: usize,
    /// The question.
    pub question: String,
    /// The expectations; none means that the question only prepares the next ones.
    pub expectations: Vec<(usize, Expectation)>,
}

/// What a reply must be like.
#[derive(Debug, Clone)]
pub enum Expectation {
    /// The short answer is exactly this.
    Answer(String),
    /// `contains`: the short answer has this in it.
    Contains(String),
    /// `matches`: the short answer matches this regular expression.
    Matches(Regex),
    /// `not`: the short answer does not have this in it.
    Not(String),
    /// `cites`: a cited sentence, or the headings above it, has these words; case does not count.
    Cites(String),
    /// `status`: the verdict.
    Status(Status),
    /// `intent`: the intent whose rule fired.
    Intent(String),
    /// `resolved`: the question after its references were filled in.
    Resolved(String),
}

/// The keywords, sorted.
pub const KEYWORDS: [&str; 7] = ["cites", "contains", "intent", "matches", "not", "resolved", "status"];

/// The verdicts' words and what they mean.
pub const STATUSES: [(&str, Status); 5] = [
    ("ambiguous", Status::Ambiguous),
    ("answered", Status::Answered),
    ("chitchat", Status::Chitchat),
    ("conflicting", Status::Conflicting),
    ("unknown", Status::Unknown),
];

/// The word for a verdict.
pub fn status_word(status: Status) -> &'static str {
    STATUSES.iter().find(|(_, it)| *it == status).map_or("", |(word, _)| word)
}

/// Text as expectations see it: each run of white space is one space.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Expectation {
    /// Its line in a dialogue file.
    pub fn line(&self) -> String {
        match self {
            Expectation::Answer(answer) => answer.clone(),
            Expectation::Contains(words) => format!("contains: {words}"),
            Expectation::Matches(pattern) => format!("matches: {pattern}"),
            Expectation::Not(words) => format!("not: {words}"),
            Expectation::Cites(words) => format!("cites: {words}"),
            Expectation::Status(status) => format!("status: {}", status_word(*status)),
            Expectation::Intent(intent) => format!("intent: {intent}"),
            Expectation::Resolved(question) => format!("resolved: {question}"),
        }
    }

    /// Whether it speaks of the short answer.
    pub fn is_about_answer(&self) -> bool {
        matches!(self, Expectation::Answer(_) | Expectation::Contains(_) | Expectation::Matches(_) | Expectation::Not(_))
    }

    /// Whether the reply is like this.
    pub fn holds(&self, reply: &Reply) -> bool {
        let answer = squeeze(reply.answer.as_deref().unwrap_or_default());
        match self {
            Expectation::Answer(expected) => answer == squeeze(expected),
            Expectation::Contains(words) => answer.contains(&squeeze(words)),
            Expectation::Matches(pattern) => pattern.is_match(&answer),
            Expectation::Not(words) => !answer.contains(&squeeze(words)),
            Expectation::Cites(words) => cites(reply, words),
            Expectation::Status(status) => reply.status == *status,
            Expectation::Intent(intent) => reply.intent.as_ref() == Some(intent),
            Expectation::Resolved(question) => squeeze(&reply.resolved) == squeeze(question),
        }
    }
}

fn cites(reply: &Reply, words: &str) -> bool {
    let words = squeeze(words).to_lowercase();
    let has = |text: &str| squeeze(text).to_lowercase().contains(&words);
    reply.sources.iter().any(|source| has(&source.text) || has(&source.section.join(" › ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_a_verdict_is_the_one_in_json() {
        for (word, status) in STATUSES {
            assert_eq!(serde_json::to_value(status).ok(), Some(word.into()));
            assert_eq!(status_word(status), word);
        }
    }
}
