//! Yes or no: whether a sentence asserts what the question asks, contradicts it, or neither.

use crate::answer::query::Query;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::{Reading, Relation};

/// What a sentence says of a yes/no question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// It asserts it.
    Yes,
    /// It denies it, or gives another value in its place.
    No,
    /// It does not say.
    Nothing,
}

/// The least share of the question's terms that a sentence must hold before it says anything.
const ENOUGH: f64 = 0.65;
/// Below this goodness a term counts as not held.
const HELD: f64 = 0.5;

/// What a sentence says of the question: yes where it holds nearly every term with the same polarity, no where the polarity differs, or where all but
/// a name, number or date is held and the sentence has another of its kind.
pub fn check(question: &Question, query: &Query, sentence: usize) -> Says {
    let annotation = &query.known.annotations[sentence];
    let exact = |part: Part| matches!(part, Part::Name | Part::Number);
    let differs = |t: usize| query.terms[t].term.part == Part::Date;
    let missing: Vec<usize> = (0..query.terms.len())
        .filter(|&t| query.holds(sentence, t) < HELD && query.terms[t].term.part != Part::Topic && !differs(t))
        .collect();
    let share = query.share(|b| b.term.part != Part::Topic && b.count > 0, |t| if query.holds(sentence, t) < HELD { 0.0 } else { 1.0 });
    let negated = is_negated(&annotation.reading, &annotation.text) != is_negated(&question.reading, &question.read);
    let missing_value = missing.iter().any(|&t| exact(query.terms[t].term.part));
    let others = query.share(
        |b| !exact(b.term.part) && b.term.part != Part::Topic && b.count > 0,
        |t| if query.holds(sentence, t) < HELD { 0.0 } else { 1.0 },
    );
    if share >= ENOUGH && !missing_value {
        return if negated { Says::No } else { Says::Yes };
    }
    if missing_value && others >= ENOUGH && !negated && has_another(query, sentence, &missing) {
        return Says::No;
    }
    Says::Nothing
}

/// Whether the sentence has a value or name of the kind that is missing.
fn has_another(query: &Query, sentence: usize, missing: &[usize]) -> bool {
    let annotation = &query.known.annotations[sentence];
    let places = query.places(sentence);
    let free = |span: crate::text::Span| {
        let words = annotation.reading.within(span);
        !words.is_empty() && places.iter().all(|(w, _)| !words.contains(w))
    };
    missing.iter().any(|&t| match query.terms[t].term.part {
        Part::Number => annotation.values.iter().any(|v| free(v.span)),
        Part::Name => annotation.names.iter().any(|n| free(n.span)),
        _ => false,
    })
}

/// Whether the main clause is negated: "not", "never", "no", "fail to", "refuse".
fn is_negated(reading: &Reading, text: &str) -> bool {
    let Some(root) = reading.root() else { return false };
    let negative = |w: usize| {
        matches!(fold(reading.words[w].span.of(text)).as_str(), "not" | "n't" | "never" | "no" | "neither" | "nor" | "nobody" | "none")
    };
    let near = |w: usize| reading.words[w].head == Some(root) || reading.words[w].head.and_then(|h| reading.words[h].head) == Some(root);
    let denies = matches!(reading.words[root].lemma.as_str(), "fail" | "refuse" | "decline" | "deny" | "reject");
    denies || (0..reading.words.len()).any(|w| negative(w) && near(w) && !matches!(reading.words[w].relation, Relation::Conj))
}
