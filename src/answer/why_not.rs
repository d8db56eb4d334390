//! Why not: where a sentence that should have given the answer lost.

use super::evidence::Evidence;
use super::rank::Ranked;
use super::respond::shares;
use super::verdict::squeeze;
use super::{CLOSE, Considered, Context, consider};
use crate::knowledge::Knowledge;
use crate::knowledge::rules::{Feature, Features, Weights};
use crate::question::{Question, Utterance, understand};
use crate::text::fold::fold;

/// How many features are named that made the difference.
const TOLD: usize = 6;

/// Why the sentences that hold `words` (compared without case and accents) did not give the answer to `text`: a line for each step at which they could
/// have been lost, for a person to read. Questions are read alone, without what was said before.
pub fn why_not(knowledge: &Knowledge, text: &str, words: &str) -> Vec<String> {
    let Some(first) = knowledge.sources.first() else { return vec!["there is no document to ask".into()] };
    match understand(&knowledge.rules, &first.vocabulary, &first.topic, text) {
        Utterance::SmallTalk(_) => vec!["nothing was asked of the document: this is small talk".into()],
        Utterance::Question(question) => search(knowledge, &question, words),
    }
}

fn search(knowledge: &Knowledge, question: &Question, words: &str) -> Vec<String> {
    let wanted = fold(words);
    let held_by = |text: &str| fold(text).contains(&*wanted);
    let Some(considered) = consider(knowledge, question, &Context::default(), usize::MAX) else {
        return vec!["there is no document to ask".into()];
    };
    let known = considered.query.known;
    let expected: Vec<usize> = (0..known.annotations.len()).filter(|&s| held_by(&known.annotations[s].text)).collect();
    if expected.is_empty() {
        let elsewhere = knowledge.sources.iter().find(|k| k.annotations.iter().any(|a| held_by(&a.text)));
        return vec![match elsewhere {
            Some(other) => {
                format!("“{words}” stands in {}, but {} holds more of the question's words", other.document.name, known.document.name)
            }
            None => format!("“{words}” stands in no sentence of the document"),
        }];
    }
    expected.iter().flat_map(|&sentence| story(question, &considered, sentence)).collect()
}

/// What became of one sentence.
fn story(question: &Question, considered: &Considered, sentence: usize) -> Vec<String> {
    let Considered { query, of_sentences, evidence, ranked, .. } = considered;
    let known = query.known;
    let mut lines = vec![format!("line {}: {}", known.document.sentences[sentence].line, squeeze(&known.annotations[sentence].text))];
    let holds = |t: &usize| query.holds(sentence, *t) > 0.0;
    let (held, lacking): (Vec<usize>, Vec<usize>) = (0..query.terms.len()).partition(holds);
    let shown = |terms: Vec<usize>| terms.iter().map(|&t| format!("“{}”", query.terms[t].term.word)).collect::<Vec<_>>().join(", ");
    if !held.is_empty() {
        lines.push(format!("  it holds {}", shown(held)));
    }
    if !lacking.is_empty() {
        lines.push(format!("  it lacks {}", shown(lacking)));
    }
    let Some(place) = evidence.iter().position(|e| e.sentence == sentence) else {
        lines.push("  it was not considered: it has too little of the question".into());
        return lines;
    };
    let best = &evidence[0];
    lines.push(format!(
        "  as evidence it is number {} of {}, with {:.2}; the best has {:.2}",
        place + 1,
        evidence.len(),
        evidence[place].score,
        best.score
    ));
    if place > 0 {
        lines.push(format!("  the best is ahead by {}", difference(&best.features, &evidence[place].features, of_sentences)));
    }
    lines.extend(span_story(question, place, evidence, ranked, considered));
    lines
}

/// What became of the spans of the sentence that is at `place` among the evidence.
fn span_story(question: &Question, place: usize, evidence: &[Evidence], ranked: &[Ranked], considered: &Considered) -> Vec<String> {
    if place >= CLOSE {
        return vec![format!("  it was not read closely: only the best {CLOSE} sentences are")];
    }
    let text = |r: &Ranked| squeeze(r.candidate.span.of(&considered.query.known.annotations[r.sentence].text));
    let Some(own) = ranked.iter().position(|r| r.sentence == evidence[place].sentence) else {
        return vec![format!("  nothing in it is of the type {}", question.answer_type)];
    };
    let winner = &ranked[0];
    let mut lines = vec![format!("  its best candidate is “{}”, number {} with {:.2}", text(&ranked[own]), own + 1, ranked[own].score)];
    if own > 0 {
        let ahead = difference(&winner.features, &ranked[own].features, &considered.weights);
        lines.push(format!("  “{}” with {:.2} is ahead by {ahead}", text(winner), winner.score));
    } else {
        lines.push("  it is the best: what the verdict made of it is told by --explain".into());
    }
    lines
}

/// The features in which the winner is most ahead.
fn difference(winner: &Features, loser: &Features, weights: &Weights) -> String {
    let mut ahead = [0.0; Feature::COUNT];
    for (difference, (a, b)) in ahead.iter_mut().zip(winner.iter().zip(loser)) {
        *difference = a - b;
    }
    let told = shares(&ahead, weights).into_iter().filter(|(_, share)| *share > 0.0).take(TOLD);
    told.map(|(feature, share)| format!("{feature} {share:+.2}")).collect::<Vec<_>>().join(", ")
}
