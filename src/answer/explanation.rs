//! Explanations: why something was so, and how it was done: by a line of the infobox, a clause, or a sentence as a whole.

use crate::answer::clause::{Clause, clauses};
use crate::answer::evidence::Evidence;
use crate::answer::method::{Case, Method, Trial};
use crate::answer::query::Query;
use crate::answer::reaction::reactor;
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::document::Kind;
use crate::knowledge::rules::{Shape, Sign};
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::{Pos, Word};

/// How many of the nearest sentences may tell why or how.
const CLOSE: usize = 3;
/// The least weight of a term that says what a question is about.
const SAYS: f64 = 0.5;

/// The cause that a line of the infobox states.
pub fn stated_cause(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let text = &query.known.document.text;
    let line = evidence.first().filter(|_| question.shape == Shape::Reason)?;
    let Kind::Infobox { key, value } = &query.known.document.sentences[line.sentence].kind else { return None };
    let names = |word: &str| fold(key.of(text)).contains(word);
    let asked = query.terms.iter().any(|b| b.term.part == Part::Other && fold(value.of(text)).contains(&*fold(&b.term.word)));
    let grounds = vec![(line.sentence, Vec::new())];
    let told = || answered(squeeze(value.of(text)), grounds, 0.8, "a line of the infobox gives it".into());
    (["cause", "reason"].into_iter().any(names) && !asked).then(told)
}

/// The clauses of the sentences nearest to the question that may tell why or how; where it asks for a reaction, the nearest sentence as a whole.
pub fn explanations(case: &Case) -> Vec<Trial> {
    let mut near = case.evidence.iter().map(|e| e.sentence);
    if asks_reaction(case.question) {
        return near.next().and_then(|sentence| told_as_a_whole(case, sentence)).into_iter().collect();
    }
    near.take(CLOSE).flat_map(|sentence| told_by_clauses(case, sentence)).collect()
}

/// Whether a question asks how somebody reacted, which a sentence tells by what they did: "How did she deal with the complaint?"
fn asks_reaction(question: &Question) -> bool {
    let reacting = |w: &Word| w.pos == Pos::Verb && question.wording.manners.reacting.has(&w.lemma);
    question.shape == Shape::Manner && question.reading.words.iter().any(reacting)
}

/// The clauses of a sentence that may tell why or how.
fn told_by_clauses(case: &Case, sentence: usize) -> Vec<Trial> {
    let annotation = &case.query.known.annotations[sentence];
    let places = case.query.places(sentence);
    let tried = |clause: Clause| {
        let answer = squeeze(clause.span.of(&annotation.text));
        let told = answered(answer, vec![(sentence, vec![clause.span])], 0.0, "a clause gives it".into());
        let mut trial = Trial::new(case, Method::Clause, clause.plain, told);
        let (inside, above) = clause.held(case.query, sentence, places);
        trial.signs[Sign::Inside as usize] = inside;
        trial.signs[Sign::Above as usize] = above;
        trial
    };
    // "Having won the cup, she went on holiday" tells why she went, but not why she was dismissed.
    let root = case.question.reading.root().and_then(|root| case.query.term_at(root));
    let says_root = root.is_none_or(|root| case.query.holds(sentence, root) > 0.0);
    let before = |clause: &Clause| clause.span.start == 0 && fold(clause.span.of(&annotation.text)).starts_with("having ");
    // "With Ada Merrow" does not tell how Ada Merrow did something of which the sentence says nothing else, nor "bought by instalments" how the buyer died.
    let query = case.query;
    let says = |t: &usize| !query.terms[*t].is_name() && query.terms[*t].term.part != Part::Topic && query.terms[*t].weight >= SAYS;
    let shares = (0..query.terms.len()).filter(says).any(|t| query.holds(sentence, t) > 0.0) || !(0..query.terms.len()).any(|t| says(&t));
    let deeds: Vec<usize> = places.iter().filter(|(_, t)| Some(*t) == root).map(|(w, _)| *w).collect();
    let asks = case.question.folded_words().first().is_some_and(|word| word == "how");
    let aside = |clause: &Clause| asks && !deeds.is_empty() && clause.describes_beside(&deeds, annotation);
    let tells = |clause: &Clause| case.question.shape != Shape::Manner || clause.is_stated() || (shares || !asks) && !aside(clause);
    let new = |clause: &Clause| !clause.repeats(query, sentence, places) && (says_root || !before(clause)) && tells(clause);
    clauses(case.question, annotation).into_iter().filter(new).map(tried).collect()
}

/// The sentence as a whole, where it is one of prose.
fn told_as_a_whole(case: &Case, sentence: usize) -> Option<Trial> {
    // What others did is nobody's reaction.
    let who = reactor(case.question).and_then(|who| case.query.term_at(who)).filter(|&t| case.query.terms[t].term.part == Part::Other);
    if who.is_some_and(|t| case.query.holds(sentence, t) == 0.0) {
        return None;
    }
    let known = case.query.known;
    let text = squeeze(&known.annotations[sentence].text);
    let told = answered(text, vec![(sentence, Vec::new())], 0.0, "the sentence as a whole tells how".into());
    (known.document.sentences[sentence].kind == Kind::Prose).then(|| Trial::new(case, Method::Telling, 1.0, told))
}
