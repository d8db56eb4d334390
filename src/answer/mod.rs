//! Answers: candidates, ranking, short answer, computation, verdict, reply.
//!
//! [`answer`] is the way through: a [`Query`] binds the question to each document, [`evidence`] finds the sentences, [`rank`] the spans in them,
//! [`verdict`] decides whether that is an answer, and a [`Reply`] cites it.

pub mod about;
mod accusation;
pub mod age;
pub mod agree;
pub mod align;
pub mod another;
mod apart;
mod appointed;
pub mod askable;
mod aspect;
pub mod bars;
mod bearing;
mod birthplace;
pub mod born;
mod called;
mod cell;
mod claim;
pub mod clause;
mod comparison;
pub mod compute;
pub mod context;
pub mod contradiction;
mod counted;
mod counting;
pub mod dating;
mod deed;
mod defined;
pub mod definition;
pub mod difference;
pub mod doer;
mod elapsed;
mod epithet;
pub mod evidence;
mod existence;
mod expansion;
pub mod explanation;
mod fame;
mod fuller;
pub mod gather;
pub mod happening;
mod holder;
mod hours;
mod infobox;
pub mod kin;
mod lasting;
mod lifespan;
mod link;
pub mod lists;
pub mod method;
mod naming;
pub mod nationality;
pub mod now;
pub mod order;
mod origin;
pub mod owner;
pub mod pairs;
mod partitive;
pub mod place;
mod plain;
pub mod polarity;
mod portion;
mod professed;
pub mod query;
pub mod quoted;
pub mod rank;
mod reaction;
pub mod refusal;
pub mod reply;
pub mod respond;
mod said;
pub mod series;
mod several;
pub mod siblings;
pub mod somebody;
mod stance;
pub mod statement;
pub mod subject;
mod succession;
pub mod suggest;
pub mod sums;
pub mod support;
pub mod tenure;
mod titled;
mod total;
mod types;
pub mod unclear;
mod vacuous;
pub mod verdict;
pub mod whereabouts;
pub mod whole;
pub mod why_not;
pub mod wide;
pub mod yes_no;

use crate::knowledge::Knowledge;
use crate::knowledge::rules::{Shape, Weights};
pub use crate::knowledge::spans;
use crate::question::{Question, Said, Utterance, understand_said};
use crate::text::Reading;

use bars::is_not_denied;
pub use context::Context;
use evidence::{CLOSE, Evidence};
use kin::drop_other_kin;
use query::Query;
use rank::Ranked;
pub use reply::{Reply, Source, Status};
pub use why_not::why_not;

/// A reply, and how its question was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The reply.
    pub reply: Reply,
    /// The question as it was read, misspellings mended.
    pub read: String,
    /// Its words and tree; empty for small talk.
    pub reading: Reading,
}

/// How questions are to be answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// How many sentences to cite; those the answer rests on, at most four, where `None`.
    pub top: Option<usize>,
    /// Whether nobody wants to know how a reply came about: its trace is then left out.
    pub untraced: bool,
}

/// Answers one question that stands on its own. `top`: how many sentences to cite; those the answer rests on, at most four, where `None`.
pub fn answer(knowledge: &Knowledge, text: &str, top: Option<usize>) -> Reply {
    answer_within(knowledge, text, None, &Context::default(), &Options { top, untraced: false }).reply
}

/// Answers one question within a conversation. `said`: what was read of it before, if it was.
pub fn answer_within(knowledge: &Knowledge, text: &str, said: Option<Said>, context: &Context, options: &Options) -> Answered {
    let unread = |reply| Answered { reply, read: text.to_string(), reading: Reading::default() };
    let Some(first) = knowledge.sources.first() else { return unread(respond::empty(text)) };
    match understand_said(&knowledge.rules, &first.vocabulary, &first.topic, text, said) {
        Utterance::SmallTalk(talk) => unread(respond::small_talk(knowledge, text, talk)),
        Utterance::Question(question) => {
            let alone = |part: &String| answer_within(knowledge, part, None, &Context::default(), options).reply;
            let parts = question.parts.iter().map(alone).collect();
            let reply = several::join(&question, parts).unwrap_or_else(|| answer_question(knowledge, &question, context, options));
            Answered { reply, read: question.read, reading: question.reading }
        }
    }
}

/// What is looked at for a question, before it is decided.
pub struct Considered<'a> {
    /// The question, bound to the document that holds its terms best.
    pub query: Query<'a>,
    /// The weights of sentences.
    pub of_sentences: Weights,
    /// The weights of candidates for its kind.
    pub weights: Weights,
    /// The sentences, best first.
    pub evidence: Vec<Evidence>,
    /// The candidates of the best sentences, best first.
    pub ranked: Vec<Ranked>,
}

/// Finds evidence and candidates in the document that holds the question's terms best; of two alike, in the first. `limit`: how many sentences of
/// evidence; `None` where there is no document.
pub fn consider<'a>(knowledge: &'a Knowledge, question: &'a Question, context: &Context, limit: usize) -> Option<Considered<'a>> {
    let queries = knowledge.sources.iter().map(|known| {
        let mut query = Query::new(question, known);
        // A claim is not to be borne out by what it takes for granted.
        let taken = if question.shape == Shape::YesNo { &[][..] } else { &context.taken };
        query.stand_in(context.near(known), taken);
        query
    });
    let best = |q: &Query| q.bm25.iter().copied().fold(0.0, f64::max);
    let query = queries.reduce(|a, b| if best(&b) > best(&a) { b } else { a })?;
    let weights = knowledge.rules.ranking.weights(&question.answer_type);
    let of_sentences = knowledge.rules.ranking.sentence_weights();
    let mut evidence = evidence::evidence(question, &query, &of_sentences);
    let close = evidence::close(question, &query, &evidence);
    let mut ranked = rank::rank(question, &query, &close, &weights);
    drop_other_kin(question, &query, &mut ranked);
    evidence.truncate(limit.max(CLOSE));
    // What asks for no span is not near for having a good one.
    if question.shape != Shape::YesNo {
        evidence::weigh_spans(&mut evidence, &ranked, &of_sentences);
    }
    ranked.retain(|r| !context.has(r.candidate.span.of(&query.known.annotations[r.sentence].text)));
    Some(Considered { query, of_sentences, weights, evidence, ranked })
}

fn answer_question(knowledge: &Knowledge, question: &Question, context: &Context, options: &Options) -> Reply {
    let Some(Considered { query, weights, evidence, ranked, .. }) = consider(knowledge, question, context, options.top.unwrap_or(0)) else {
        return respond::empty(&question.text);
    };
    let told = dating::by_dates(knowledge, question, &query, &evidence, context);
    let mut verdict = told.unwrap_or_else(|| verdict::verdict(question, &query, &evidence, &ranked, &knowledge.rules.ranking));
    if verdict.status == Status::Unknown {
        verdict = origin::by_birth(knowledge, question, &query, context).unwrap_or(verdict);
    }
    if verdict.status == Status::Answered && is_not_denied(question, &query, &verdict) {
        verdict = verdict::unknown("no sentence says what is not so".into(), "the question asks for what is not so");
    }
    verdict.answer = verdict.answer.map(|answer| context.without_said(&answer));
    respond::reply(question, &query, &evidence, &ranked, &weights, verdict, options)
}

#[cfg(test)]
mod tests;
