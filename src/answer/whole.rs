//! Whole sentences: for questions about the document as a whole, and about a topic in it.

use crate::answer::evidence::Evidence;
use crate::answer::query::Query;
use crate::answer::subject::{Asked, agreement};
use crate::document::Kind;
use crate::question::{Part, Question};
use crate::text::Word;

/// How many sentences tell of a topic.
const MOST: usize = 4;
/// The least share of a topic's words that a heading must hold for its section to be about the topic.
const HEADS: f64 = 0.6;
/// The least share of a topic's words that the nearest sentence, its neighbours and its headings must hold.
const ENOUGH: f64 = 0.3;
/// How much a heading's words count beside those of the sentence itself, and how much those of the sentences around it.
const BESIDE: f64 = 0.5;

/// The sentences that sum up the document, or what the question names in it: its first sentence of prose where it names nothing.
pub fn summary(question: &Question, query: &Query, evidence: &[Evidence]) -> Vec<usize> {
    let terms = topic(question, query);
    if terms.is_empty() {
        lead(query).or(evidence.first().map(|e| e.sentence)).into_iter().collect()
    } else {
        told_of(query, evidence, &terms)
    }
}

/// The last sentence that tells of somebody, not the one whom the document is about, of whom alone the question asks what happened to them: "What became of the diver Ada
/// Merrow?"
pub fn fate(question: &Question, query: &Query) -> Option<usize> {
    let words = &question.reading.words;
    let asks = |w: &[Word]| matches!((&*w[0].lemma, &*w[1].lemma), ("happen", "to") | ("become", "of"));
    let (names, others): (Vec<usize>, Vec<usize>) = topic(question, query).into_iter().partition(|&t| query.terms[t].is_name());
    // "The diver" says no more of whom.
    let describes = |end: usize| names.iter().any(|&t| query.terms[t].term.words.0 == end);
    let light = |&t: &usize| query.terms[t].weight < 1.0 || describes(query.terms[t].term.words.1);
    words.windows(2).find(|pair| asks(pair)).filter(|_| !names.is_empty() && others.iter().all(light))?;
    let whom = Asked::Named(names);
    let told = |&s: &usize| {
        let reading = &query.known.annotations[s].reading;
        let main = reading.root().filter(|_| query.known.document.sentences[s].kind == Kind::Prose);
        main.is_some_and(|root| agreement(Some(&whom), query, s, query.places(s))[root] == Some(true))
    };
    (0..query.known.annotations.len()).rev().find(told)
}

/// Whether a sentence and the headings that it stands under have every term of what the question wants to hear about.
pub fn is_on_topic(question: &Question, query: &Query, sentence: usize) -> bool {
    let terms = topic(question, query);
    let held = |&t: &usize| query.holds(sentence, t) > 0.0 || query.in_heading(sentence, t) > 0.0;
    !terms.is_empty() && terms.iter().all(held)
}

/// Whether a sentence or the headings that it stands under have a term of what the question wants to hear about that says much and is no number, if there is one; a date says
/// much.
pub fn tells_more_than_numbers(question: &Question, query: &Query, sentence: usize) -> bool {
    let telling = |t: &usize| match query.terms[*t].term.part {
        Part::Number => false,
        Part::Date => true,
        _ => query.terms[*t].term.weight >= 1.0,
    };
    let mut telling = topic(question, query).into_iter().filter(telling).peekable();
    telling.peek().is_none() || telling.any(|t| query.holds(sentence, t) > 0.0 || query.in_heading(sentence, t) > 0.0)
}

/// The terms of what the question wants to hear about, but for the document's topic.
fn topic(question: &Question, query: &Query) -> Vec<usize> {
    let says = |t: &usize| {
        let bound = &query.terms[*t];
        let lemma = question.reading.words[bound.term.words.0].lemma.to_lowercase();
        bound.term.part != Part::Topic && !question.wording.document.summary.has(&lemma)
    };
    (0..query.terms.len()).filter(says).collect()
}

/// The document's first sentence of prose.
pub fn lead(query: &Query) -> Option<usize> {
    query.known.document.sentences.iter().position(|s| s.kind == Kind::Prose)
}

/// The sentences that tell of some terms: of the section whose heading has them, else of all, the sentence that holds most of them and what follows it, where the
/// nearest evidence stands in the same section.
fn told_of(query: &Query, evidence: &[Evidence], terms: &[usize]) -> Vec<usize> {
    let sentences = &query.known.document.sentences;
    let prose = |s: &usize| matches!(sentences[*s].kind, Kind::Prose | Kind::Item | Kind::Quotation);
    let share = |held: &dyn Fn(usize) -> f64| {
        let known = |t: &&usize| query.terms[**t].count > 0 || query.terms[**t].weight > 0.0;
        let (sum, total) = terms.iter().filter(known).fold((0.0, 0.0), |(sum, total), &t| {
            let weight = query.terms[t].weight;
            (sum + weight * held(t), total + weight)
        });
        if total > 0.0 { sum / total } else { 0.0 }
    };
    let headed = |s: usize| share(&|t| query.in_heading(s, t));
    let near = |s: usize| {
        let beside = |t: usize| {
            let same = |other: &usize| *other < sentences.len() && sentences[*other].section == sentences[s].section;
            (s.saturating_sub(1)..s + 3).filter(same).map(|o| query.alike(o, t)).fold(0.0, f64::max)
        };
        share(&|t| query.alike(s, t)) + BESIDE * headed(s) + BESIDE * share(&beside)
    };
    let best = (0..sentences.len()).filter(prose).map(|s| (s, headed(s), near(s)));
    let nearest = evidence.iter().map(|e| e.sentence).find(|s| prose(s));
    let beside = |s: usize| nearest.is_none_or(|n| sentences[n].section == sentences[s].section);
    let first = best.reduce(|a, b| {
        let worth = |x: &(usize, f64, f64)| if x.1 >= HEADS { 10.0 + x.2 } else { x.2 };
        if worth(&b) > worth(&a) { b } else { a }
    });
    match first {
        Some((first, headed, near)) if headed >= HEADS || near >= ENOUGH && beside(first) => {
            let same = |s: &usize| sentences[*s].section == sentences[first].section;
            (first..sentences.len()).take_while(same).filter(prose).take(MOST).collect()
        }
        _ => Vec::new(),
    }
}
