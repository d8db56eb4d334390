//! Refusals: what was asked for, planned or tried and did not come about: "the plan was rejected", "the merger was voted down", "sued and lost".

use crate::answer::align::Aligned;
use crate::answer::polarity::predicate_negated;
use crate::text::fold::fold;
use crate::text::{Pos, Reading, Relation};

/// Verbs that say that what they govern did not come about, sorted.
const REFUSING: [&str; 20] = [
    "abandon", "block", "cancel", "decline", "defeat", "deny", "disallow", "drop", "fail", "forbid", "lose", "object", "oppose", "quash",
    "rebuff", "refuse", "reject", "scrap", "shelve", "veto",
];
/// Verbs that say so with a particle.
const WITH_PARTICLE: [(&str, &str); 4] = [("fall", "through"), ("throw", "out"), ("turn", "down"), ("vote", "down")];
/// Nouns of what may or may not come about, sorted.
const HOPED: [&str; 17] = [
    "appeal",
    "application",
    "attempt",
    "bid",
    "claim",
    "demand",
    "merger",
    "motion",
    "offer",
    "petition",
    "plan",
    "project",
    "proposal",
    "request",
    "suit",
    "takeover",
    "transfer",
];
/// The least share of the shared words, by weight, that must hang on the refusing verb.
const ENOUGH: f64 = 0.5;

/// Whether the sentence says that what the question asks did not come about, by a verb that the question does not use itself.
pub fn refused(aligned: &Aligned) -> bool {
    let (reading, text) = (aligned.reading(), aligned.annotation.text.as_str());
    let asked = aligned.asked();
    if (0..asked.words.len()).any(|w| refuses(asked, w) || HOPED.binary_search(&asked.words[w].lemma.as_str()).is_ok()) {
        return false;
    }
    let verbs = (0..reading.words.len()).filter(|&v| refuses(reading, v) && !aligned.is_matched(v));
    verbs.into_iter().any(|verb| !predicate_negated(reading, text, verb) && governs(aligned, verb) >= ENOUGH)
}

/// Whether a word is a verb of refusing.
fn refuses(reading: &Reading, word: usize) -> bool {
    let own = &reading.words[word];
    let particle = |(verb, particle): &(&str, &str)| {
        own.lemma == *verb && (word + 1..reading.words.len()).take(2).any(|w| reading.words[w].lemma == *particle)
    };
    let lost = own.lemma == "lose" && reading.child(word, Relation::Obj).is_some();
    let dismissed = own.lemma == "dismiss" && reading.children(word).any(|c| HOPED.binary_search(&reading.words[c].lemma.as_str()).is_ok());
    own.pos == Pos::Verb
        && !lost
        && (dismissed || REFUSING.binary_search(&own.lemma.as_str()).is_ok() || WITH_PARTICLE.iter().any(particle))
}

/// The share of the words that question and sentence share, by weight, that stand in the clause of a verb; all where it says what became of a request:
/// "they asked for a boat, a request that was refused".
fn governs(aligned: &Aligned, verb: usize) -> f64 {
    let reading = aligned.reading();
    let hoped = |w: usize| HOPED.binary_search(&reading.words[w].lemma.as_str()).is_ok();
    let asked = aligned.asked().root().is_some_and(|root| !aligned.images(root).is_empty());
    if asked && reading.words[verb].head.filter(|_| reading.is(verb, Relation::Acl)).is_some_and(hoped) {
        return 1.0;
    }
    let (mut own, mut all) = (0.0, 0.0);
    for (term, bound) in aligned.query.terms.iter().enumerate().filter(|(t, _)| !aligned.is_topic(*t)) {
        let mut places = aligned.at(term).peekable();
        if places.peek().is_some() {
            all += bound.weight;
            own += if places.any(|w| stands_under(reading, verb, w)) { bound.weight } else { 0.0 };
        }
    }
    if all > 0.0 { own / all } else { 0.0 }
}

/// Whether the sentence says that somebody did less well than the question asks: "she finished second", for "did she win?".
pub fn outdone(aligned: &Aligned) -> bool {
    const WINNING: [&str; 4] = ["become", "elect", "succeed", "win"];
    const PLACING: [&str; 4] = ["come", "end", "finish", "place"];
    const BEHIND: [&str; 7] = ["fifth", "fourth", "last", "runner", "second", "sixth", "third"];
    let (reading, text) = (aligned.reading(), aligned.annotation.text.as_str());
    let wins = aligned.asked().root().is_some_and(|r| WINNING.contains(&aligned.asked().words[r].lemma.as_str()));
    let behind = |v: usize| (v + 1..reading.words.len()).take(2).any(|w| BEHIND.contains(&fold(reading.words[w].span.of(text)).as_str()));
    let placed = |v: usize| PLACING.contains(&reading.words[v].lemma.as_str()) && reading.words[v].pos == Pos::Verb && behind(v);
    wins && (0..reading.words.len()).any(placed)
}

/// Whether a word depends on a verb, or on the subject that it shares with the verb before it, without another clause between them that is joined to it.
fn stands_under(reading: &Reading, verb: usize, word: usize) -> bool {
    let joined = |w: &usize| {
        let own = &reading.words[*w];
        *w != verb && own.pos == Pos::Verb && matches!(own.relation.base(), Relation::Conj | Relation::Parataxis | Relation::Advcl)
    };
    let shared = || {
        let first = reading.words[verb].head.filter(|_| reading.is(verb, Relation::Conj) && reading.child(verb, Relation::Nsubj).is_none());
        first.and_then(|v| reading.child(v, Relation::Nsubj)).is_some_and(|subject| reading.is_ancestor(subject, word))
    };
    shared() || reading.is_ancestor(verb, word) && !reading.ancestors(word).take_while(|w| *w != verb).any(|w| joined(&w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted() {
        assert!(REFUSING.is_sorted() && HOPED.is_sorted() && WITH_PARTICLE.is_sorted());
    }
}
