//! Answers: candidates, ranking, short answer, computation, verdict, reply.
//!
//! [`answer`] is the way through: a [`Query`] binds the question to each document, [`evidence`] finds the sentences, [`rank`] the spans in them,
//! [`verdict`] decides whether that is an answer, and a [`Reply`] cites it.

pub mod agree;
pub mod align;
pub mod askable;
pub mod clause;
pub mod compute;
pub mod contradiction;
pub mod definition;
pub mod elapsed;
pub mod evidence;
pub mod gather;
pub mod happening;
pub mod link;
pub mod lists;
pub mod opposite;
pub mod order;
pub mod place;
pub mod polarity;
pub mod query;
pub mod rank;
pub mod reply;
pub mod respond;
pub mod series;
mod several;
pub mod spans;
pub mod statement;
pub mod suggest;
pub mod sums;
pub mod support;
pub mod types;
pub mod verdict;
pub mod yes_no;

use crate::knowledge::Knowledge;
use crate::question::{Question, Utterance, understand};

use query::Query;
pub use reply::{Reply, Source, Status};

/// How many sentences are read closely for spans.
const CLOSE: usize = 8;

/// Answers one question that stands on its own. `top`: how many sentences to cite; those the answer rests on, at most four, where `None`.
pub fn answer(knowledge: &Knowledge, text: &str, top: Option<usize>) -> Reply {
    let Some(first) = knowledge.sources.first() else { return respond::empty(text) };
    match understand(&knowledge.rules, &first.vocabulary, &first.topic, text) {
        Utterance::SmallTalk(talk) => respond::small_talk(knowledge, text, talk),
        Utterance::Question(question) => {
            let parts = question.parts.iter().map(|part| answer(knowledge, part, top)).collect();
            several::join(&question, parts).unwrap_or_else(|| answer_question(knowledge, &question, top))
        }
    }
}

/// Answers from the document that holds the question's terms best; of two alike, the first.
fn answer_question(knowledge: &Knowledge, question: &Question, top: Option<usize>) -> Reply {
    let queries = knowledge.sources.iter().map(|known| Query::new(question, known));
    let best = |q: &Query| q.bm25.iter().copied().fold(0.0, f64::max);
    let query = queries.reduce(|a, b| if best(&b) > best(&a) { b } else { a });
    let Some(query) = query else { return respond::empty(&question.text) };
    let ranking = &knowledge.rules.ranking;
    let weights = ranking.weights(&question.answer_type);
    let evidence = evidence::evidence(question, &query, &weights, top.unwrap_or(0).max(CLOSE));
    let ranked = rank::rank(question, &query, &evidence[..evidence.len().min(CLOSE)], &weights);
    let verdict = verdict::verdict(question, &query, &evidence, &ranked, ranking);
    respond::reply(question, &query, &evidence, &ranked, &weights, verdict, top)
}

#[cfg(test)]
mod tests;
