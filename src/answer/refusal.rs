//! Refusals: what was asked for, planned or tried and did not come about: "the plan was rejected", "the merger was voted down", "sued and lost".

use crate::answer::align::Aligned;
use crate::answer::another::opposed_by_another;
use crate::answer::polarity::predicate_negated;
use crate::knowledge::rules::Refusals;
use crate::text::fold::fold;
use crate::text::{Pos, Reading, Relation, Tag};

/// The least share of the shared words, by weight, that must hang on the refusing verb.
const ENOUGH: f64 = 0.5;

/// Whether the sentence says that what the question asks did not come about, by a verb that the question does not use itself.
pub fn refused(aligned: &Aligned) -> bool {
    let (reading, text) = (aligned.reading(), aligned.annotation.text.as_str());
    let (asked, words) = (aligned.asked(), &aligned.question.wording.refusals);
    if (0..asked.words.len()).any(|w| refuses(words, asked, w) || words.hoped.has(&asked.words[w].lemma)) {
        return false;
    }
    let verbs = (0..reading.words.len()).filter(|&v| refuses(words, reading, v) && !aligned.is_matched(v));
    let refuses_it = |verb: usize| governs(aligned, verb) >= ENOUGH && !opposed_by_another(aligned, verb);
    verbs.into_iter().any(|verb| !predicate_negated(reading, text, verb) && refuses_it(verb))
}

/// The same, of a verb that something of what they share hangs on.
const SOME: f64 = 0.25;

/// Whether something that question and sentence share hangs on a verb of refusing, and the question has none.
pub fn is_hindered(aligned: &Aligned) -> bool {
    let (reading, words) = (aligned.reading(), &aligned.question.wording.refusals);
    let asked = aligned.asked();
    let verbs = (0..reading.words.len()).filter(|&v| refuses(words, reading, v) && !aligned.is_matched(v));
    !(0..asked.words.len()).any(|w| refuses(words, asked, w)) && verbs.into_iter().any(|verb| governs(aligned, verb) >= SOME)
}

/// How much of what question and sentence share hangs on a verb of refusing that the question has not: 0 to 1.
pub fn hindered(aligned: &Aligned) -> f64 {
    let (reading, words) = (aligned.reading(), &aligned.question.wording.refusals);
    let verbs =
        (0..reading.words.len()).filter(|&v| refuses(words, reading, v) && !aligned.is_matched(v) && !opposed_by_another(aligned, v));
    verbs.map(|verb| governs(aligned, verb)).fold(0.0, f64::max)
}

/// Whether the question has a verb of refusing itself.
pub fn refuses_itself(aligned: &Aligned) -> bool {
    let asked = aligned.asked();
    (0..asked.words.len()).any(|w| refuses(&aligned.question.wording.refusals, asked, w))
}

/// Whether the question asks whether somebody had or made something that may come to nothing: "Did the firm make a bid?"
pub fn asks_of_hope(aligned: &Aligned) -> bool {
    let asked = aligned.asked();
    let object = asked.root().and_then(|root| asked.child(root, Relation::Obj));
    object.is_some_and(|object| aligned.question.wording.refusals.hoped.has(&asked.words[object].lemma))
}

/// Whether a word is a verb of refusing.
pub(super) fn refuses(words: &Refusals, reading: &Reading, word: usize) -> bool {
    let own = &reading.words[word];
    let particle = |phrase: &str| {
        let Some((verb, particle)) = phrase.split_once(' ') else { return false };
        own.lemma == verb && (word + 1..reading.words.len()).take(2).any(|w| reading.words[w].lemma == particle)
    };
    let lost = own.lemma == "lose" && reading.child(word, Relation::Obj).is_some();
    let of_hope = || words.of_hopes.has(&own.lemma) && reading.children(word).any(|c| words.hoped.has(&reading.words[c].lemma));
    // "Strikes opposing the sale" did not prevent it.
    let describes = own.tag == Tag::Vbg && own.relation == Relation::Acl;
    !describes && own.pos == Pos::Verb && !lost && (words.verbs.has(&own.lemma) || of_hope() || words.with_particle.iter().any(particle))
}

/// The share of the words that question and sentence share, by weight, that stand in the clause of a verb; all where it says what became of a request:
/// "they asked for a boat, a request that was refused".
fn governs(aligned: &Aligned, verb: usize) -> f64 {
    let reading = aligned.reading();
    let hoped = |w: usize| aligned.question.wording.refusals.hoped.has(&reading.words[w].lemma);
    let asked = aligned.asked().root().is_some_and(|root| !aligned.images(root).is_empty());
    let of_hope = asked && reading.words[verb].head.filter(|_| reading.is(verb, Relation::Acl)).is_some_and(hoped);
    if of_hope || is_done_to_subject_before(aligned, verb) {
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

/// Whether "it" is the object of a verb, for the subject of the clause before, and the question shares that: "a merger was negotiated, but the members rejected it".
fn is_done_to_subject_before(aligned: &Aligned, verb: usize) -> bool {
    let reading = aligned.reading();
    let object = reading.child(verb, Relation::Obj).filter(|&o| matches!(reading.words[o].lemma.as_str(), "it" | "they"));
    let before = reading.words[verb].head.filter(|_| object.is_some() && reading.is(verb, Relation::Conj));
    before.and_then(|before| reading.child(before, Relation::Nsubj)).is_some_and(|subject| aligned.is_matched(subject))
}

/// Whether the sentence says that somebody did less well than the question asks: "she finished second", for "did she win?" or "did she come first?".
pub fn outdone(aligned: &Aligned) -> bool {
    let words = &aligned.question.wording.refusals;
    let (reading, text) = (aligned.reading(), aligned.annotation.text.as_str());
    let first = aligned.question.folded_words().iter().any(|w| w == "first");
    let wins = aligned.asked().root().map(|r| &aligned.asked().words[r].lemma);
    let wins = wins.is_some_and(|verb| words.winning.has(verb) || first && words.placing.has(verb));
    let behind = |v: usize| (v + 1..reading.words.len()).take(2).any(|w| words.behind.has(&fold(reading.words[w].span.of(text))));
    let placed = |v: usize| words.placing.has(&reading.words[v].lemma) && reading.words[v].pos == Pos::Verb && behind(v);
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
