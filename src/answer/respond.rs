//! Responding: a verdict to a reply with its sources and its story.

use crate::answer::Options;
use crate::answer::evidence::Evidence;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::reply::{Candidate, Reply, Source, Status, Trace};
use crate::answer::verdict::{Verdict, squeeze};
use crate::knowledge::rules::{Feature, Features, SmallTalk, Weights};
use crate::knowledge::{Knowledge, Known};
use crate::question::Question;
use crate::text::Span;

/// How many of the nearest sentences an unknown shows.
const NEAREST: usize = 2;
/// How many sentences a reply cites at most, unless more are asked for.
const MOST: usize = 4;
/// How many candidates a story tells of.
const TOLD: usize = 5;

/// The reply to small talk.
pub fn small_talk(knowledge: &Knowledge, text: &str, talk: &SmallTalk) -> Reply {
    let title = knowledge.documents().next().and_then(|d| d.title()).unwrap_or("the document");
    Reply { status: Status::Chitchat, intent: Some(talk.name.clone()), answer: Some(talk.reply.replace("{title}", title)), ..blank(text) }
}

/// The reply where there is nothing to ask.
pub fn empty(text: &str) -> Reply {
    Reply { reason: Some("there is no document to ask".into()), ..blank(text) }
}

/// A reply that says something but nothing of the document.
pub fn chitchat(text: &str, intent: &str, said: String) -> Reply {
    Reply { status: Status::Chitchat, intent: Some(intent.to_string()), answer: Some(said), ..blank(text) }
}

/// A reply that knows nothing yet: unknown, without a reason.
pub fn blank(text: &str) -> Reply {
    Reply {
        id: None,
        question: text.to_string(),
        resolved: text.to_string(),
        corrected: Vec::new(),
        status: Status::Unknown,
        intent: None,
        answer_type: None,
        answer: None,
        confidence: 0.0,
        sources: Vec::new(),
        reason: None,
        suggestions: Vec::new(),
        trace: Trace::default(),
    }
}

/// The reply to a question.
pub fn reply(
    question: &Question,
    query: &Query,
    evidence: &[Evidence],
    ranked: &[Ranked],
    weights: &Weights,
    verdict: Verdict,
    options: &Options,
) -> Reply {
    let mut cited = verdict.grounds.clone();
    let wanted = options.top.unwrap_or(if cited.is_empty() { NEAREST } else { cited.len().min(MOST) });
    if cited.is_empty() {
        // The nearest sentence is shown however far it is.
        cited.extend(evidence.first().map(|e| (e.sentence, Vec::new())));
    }
    for e in evidence {
        if cited.len() >= wanted {
            break;
        }
        if query.bm25[e.sentence] > 0.0 && cited.iter().all(|(s, _)| *s != e.sentence) {
            cited.push((e.sentence, Vec::new()));
        }
    }
    cited.truncate(wanted);
    let fact = |sentence| ranked.first().filter(|r| r.sentence == sentence).and_then(|r| r.fact);
    let score = |sentence| evidence.iter().find(|e| e.sentence == sentence).map_or(0.0, |e| e.score);
    Reply {
        corrected: question.corrections.iter().filter(|c| c.name).cloned().collect(),
        intent: Some(question.intent_name()),
        answer_type: Some(question.answer_type.clone()),
        status: verdict.status,
        answer: verdict.answer.clone(),
        confidence: round(verdict.confidence),
        sources: cited.into_iter().map(|(s, marks)| source(query.known, s, marks, fact(s), score(s))).collect(),
        reason: verdict.reason.clone(),
        trace: if options.untraced { Trace::default() } else { trace(question, query, ranked, weights, &verdict) },
        ..blank(&question.text)
    }
}

fn round(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

/// The citation of a sentence for its own sake.
pub fn cite(known: &Known, sentence: usize) -> Source {
    source(known, sentence, Vec::new(), None, 0.0)
}

/// The citation of a sentence, with the fact that brought it up, else the first one it states.
fn source(known: &Known, sentence: usize, marks: Vec<Span>, fact: Option<usize>, score: f64) -> Source {
    let own = &known.document.sentences[sentence];
    Source {
        document: known.document.name.clone(),
        section: known.document.sections[own.section].path.clone(),
        paragraph: own.paragraph,
        sentence: own.number,
        line: own.line,
        start: own.span.start,
        end: own.span.end,
        score: round(score),
        fact: fact.or(known.facts_of(sentence).next()).map(|f| known.table.facts[f].id.to_string()),
        text: known.document.quote(own.span).to_string(),
        marks,
    }
}

fn trace(question: &Question, query: &Query, ranked: &[Ranked], weights: &Weights, verdict: &Verdict) -> Trace {
    let mut story = question.story();
    for bound in &query.terms {
        let ways: Vec<String> = bound.term.ways.iter().skip(1).take(6).map(|w| w.terms.join(" ")).collect();
        let ways = if ways.is_empty() { String::new() } else { format!(", also {}", ways.join(", ")) };
        story.push(format!("term “{}”: weight {:.2}, in {} sentences{ways}", bound.term.word, bound.weight, bound.count));
    }
    let told = |r: &Ranked| Candidate {
        sentence: squeeze(&query.known.annotations[r.sentence].text),
        answer: Some(squeeze(r.candidate.span.of(&query.known.annotations[r.sentence].text))),
        score: round(r.score),
        shares: shares(&r.features, weights),
    };
    Trace { question: story, candidates: ranked.iter().take(TOLD).map(told).collect(), verdict: verdict.story.clone() }
}

/// What each feature gives, the largest first; those that give nothing are left out.
pub(crate) fn shares(features: &Features, weights: &Weights) -> Vec<(&'static str, f64)> {
    let given = (0..Feature::COUNT).filter(|&i| features[i] != 0.0);
    let mut shares: Vec<(&'static str, f64)> =
        given.map(|i| (Feature::NAMES[i], round(weights.share(i, features)))).filter(|(_, s)| *s != 0.0).collect();
    shares.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    shares
}
