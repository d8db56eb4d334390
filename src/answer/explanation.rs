//! Explanations: why something was so, and how it was done: by a line of the infobox, a clause, a phrase, or a sentence as a whole.

use crate::answer::clause::{Clause, clause, means};
use crate::answer::evidence::Evidence;
use crate::answer::method::{Case, Method, Trial};
use crate::answer::query::Query;
use crate::answer::support::closeness;
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::document::Kind;
use crate::knowledge::rules::Shape;
use crate::question::{Part, Question};
use crate::text::fold::fold;

/// The least share of a question's known terms that a sentence must hold for its clause to be the answer.
const ENOUGH: f64 = 0.5;

/// The least share of all terms of a question that the nearest sentence must hold, at least by their meaning, for its clause to be told.
const LEAST: f64 = 0.2;
/// How sure the best candidate must be for a clause that only implies what is asked and lacks a verb of the question.
const SURE: f64 = 0.4;

/// The cause that a line of the infobox states.
pub fn stated_cause(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let text = &query.known.document.text;
    let line = evidence.first().filter(|_| question.shape == Shape::Reason)?;
    let Kind::Infobox { key, value } = &query.known.document.sentences[line.sentence].kind else { return None };
    let names = |word: &str| fold(key.of(text)).contains(word);
    let asked = query.terms.iter().any(|b| b.term.part == Part::Other && fold(value.of(text)).contains(&fold(&b.term.word)));
    let grounds = vec![(line.sentence, Vec::new())];
    let told = || answered(squeeze(value.of(text)), grounds, 0.8, "a line of the infobox gives it".into());
    (["cause", "reason"].into_iter().any(names) && !asked).then(told)
}

/// The clause that tells why or how, of the sentences nearest to the question; else what tells how otherwise.
pub fn explanation(case: &Case) -> Option<Trial> {
    let Case { question, query, evidence, .. } = *case;
    let near = |(place, e): &(usize, &Evidence)| {
        let all = query.share(|_| true, |t| query.alike(e.sentence, t));
        closeness(query, e.sentence) >= if *place == 0 { ENOUGH / 2.0 } else { ENOUGH } && all >= LEAST
    };
    for (place, e) in evidence.iter().take(3).enumerate().filter(near) {
        let annotation = &query.known.annotations[e.sentence];
        let tells = |c: &Clause| c.plain || has_verbs(query, e.sentence) || place == 0 && case.sure >= SURE;
        if let Some(Clause { span, plain }) = clause(question, annotation).filter(tells) {
            let told = answered(squeeze(span.of(&annotation.text)), vec![(e.sentence, vec![span])], 0.0, "a clause gives it".into());
            return Some(Trial::new(case, Method::Clause, f64::from(u8::from(plain)), told));
        }
    }
    evidence.first().filter(|_| question.shape == Shape::Manner).and_then(|e| told_how(case, e.sentence))
}

/// How something was done, where no clause tells: a phrase at a verb of the question, else the sentence as a whole where it says most of the question.
fn told_how(case: &Case, sentence: usize) -> Option<Trial> {
    let query = case.query;
    let annotation = &query.known.annotations[sentence];
    let share = query.share(|_| true, |t| query.alike(sentence, t));
    (query.known.document.sentences[sentence].kind == Kind::Prose && share >= ENOUGH).then(|| {
        if let Some(span) = means(annotation, &verbs(query, sentence)) {
            let told =
                answered(squeeze(span.of(&annotation.text)), vec![(sentence, vec![span])], 0.0, "a phrase tells by what means".into());
            return Trial::new(case, Method::Clause, 1.0, told);
        }
        let told = answered(squeeze(&annotation.text), vec![(sentence, Vec::new())], 0.0, "the sentence as a whole tells how".into());
        Trial::new(case, Method::Telling, 1.0, told)
    })
}

/// The words of a sentence that stand for the verbs of the question.
fn verbs(query: &Query, sentence: usize) -> Vec<usize> {
    let verb = |t: usize| query.terms[t].term.part == Part::Verb && query.terms[t].term.weight >= 1.0;
    query.places(sentence).into_iter().filter(|(_, t)| verb(*t)).map(|(w, _)| w).collect()
}

/// How near in meaning a word of the sentence must be to a verb of the question to stand for it.
const STANDS: f64 = 0.2;

/// Whether a sentence has, at least by its meaning, every verb of the question that says something.
fn has_verbs(query: &Query, sentence: usize) -> bool {
    let verb = |t: &usize| query.terms[*t].term.part == Part::Verb && query.terms[*t].term.weight >= 1.0;
    (0..query.terms.len()).filter(verb).all(|t| query.alike(sentence, t) >= STANDS)
}
