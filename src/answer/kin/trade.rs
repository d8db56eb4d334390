//! What somebody whom a sentence speaks of works as.

use crate::answer::definition::{callings, roles};
use crate::facts::annotation::Annotation;
use crate::text::{Pos, Reading, Relation, Span, Tag, wordnet};

/// What somebody at `places` works as: what they are called, or are, or became; else what they did.
pub(super) fn trade(annotation: &Annotation, places: &[usize]) -> Option<Span> {
    let reading = &annotation.reading;
    let noun = |w: usize| {
        let own = reading.words[w].pos == Pos::Noun && wordnet::is_a(&reading.words[w].lemma, "occupation");
        own.then(|| {
            reading.span_of(
                &reading.subtree_without(w, |c| c != w && !matches!(reading.words[c].relation.base(), Relation::Compound | Relation::Amod)),
            )
        })
    };
    let named = || places.iter().copied().filter(|&w| !wordnet::is_a(&reading.words[w].lemma, "relative")).find_map(noun);
    let nameless = places.len() == 1 && wordnet::is_a(&reading.words[places[0]].lemma, "occupation");
    if nameless {
        return named();
    }
    let called = || callings(annotation, places).into_iter().next().or_else(|| roles(annotation, places).into_iter().next());
    before(annotation, places)
        .or_else(called)
        .map(|span| with_employer(annotation, span))
        .or_else(|| became(reading, places))
        .or_else(|| beside(annotation, places))
        .or_else(named)
        .or_else(|| did(annotation, places))
        .or_else(|| employed(annotation, places))
}

/// "Her sister has been employed by the Orm Mill since 1931": by whom somebody is employed, and where, but not since when.
fn employed(annotation: &Annotation, places: &[usize]) -> Option<Span> {
    let reading = &annotation.reading;
    let theirs = |v: &usize| reading.child(*v, Relation::Nsubj).is_some_and(|s| places.contains(&s));
    let verb = (0..reading.words.len()).filter(|&v| reading.words[v].lemma == "employ").find(theirs)?;
    let time = |c: usize| annotation.values.iter().any(|v| v.kind.date().is_some() && v.core.contains(reading.words[c].span));
    let kept = reading.subtree_without(verb, |c| {
        c < verb
            || !matches!(reading.words[c].relation.base(), Relation::Obl | Relation::Obj) && reading.words[c].head == Some(verb)
            || time(c)
    });
    (kept.len() > 1).then(|| reading.span_of(&kept))
}

/// A trade with whom it is done for, where a name stands behind it: "clerk at the Orm Mill".
fn with_employer(annotation: &Annotation, trade: Span) -> Span {
    let words = &annotation.reading.words;
    let behind = annotation.reading.within(trade).end;
    let at = words.get(behind).is_some_and(|w| matches!(w.lemma.as_str(), "at" | "for" | "with") && w.pos == Pos::Adp);
    let first = if words.get(behind + 1).is_some_and(|w| w.pos == Pos::Det) { behind + 2 } else { behind + 1 };
    let name = annotation
        .names
        .iter()
        .find(|name| at && words.get(first).is_some_and(|w| name.span.start <= w.span.start && w.span.start < name.span.end));
    name.map_or(trade, |name| trade.cover(name.core))
}

/// "And their son Marcus a tram driver": a noun for a trade with an article, right behind a name.
fn beside(annotation: &Annotation, places: &[usize]) -> Option<Span> {
    let words = &annotation.reading.words;
    let name = annotation.names.iter().find(|name| places.iter().any(|&w| name.core.contains(words[w].span)))?;
    let article = annotation.reading.within(name.span).end;
    let head = words.get(article).filter(|w| w.lemma == "a")?.head?;
    (head > article && words[head].pos == Pos::Noun).then(|| words[article + 1].span.cover(words[head].span))
}

/// "The ferryman Iosif Drag": the noun for a trade right before a name, with what belongs to it.
fn before(annotation: &Annotation, places: &[usize]) -> Option<Span> {
    let words = &annotation.reading.words;
    let name = annotation.names.iter().find(|name| places.iter().any(|&w| name.core.contains(words[w].span)))?;
    let first = annotation.reading.within(name.span).start;
    let part = |w: &usize| words[*w].pos == Pos::Noun || words[*w].pos == Pos::Adj;
    let trade = first.checked_sub(1).filter(|&w| words[w].pos == Pos::Noun && wordnet::is_a(&words[w].lemma, "occupation"))?;
    let start = (0..trade).rev().take_while(part).last().unwrap_or(trade);
    Some(words[start].span.cover(words[trade].span))
}

/// "Their daughter Simone became a midwife".
fn became(reading: &Reading, places: &[usize]) -> Option<Span> {
    let role = |w: usize| reading.words[w].pos == Pos::Noun && matches!(reading.words[w].relation, Relation::Xcomp | Relation::Obj);
    let verb = |w: usize| reading.words[w].head.filter(|&v| matches!(reading.words[v].lemma.as_str(), "become" | "remain"));
    let theirs = |v: usize| reading.child(v, Relation::Nsubj).is_some_and(|s| places.contains(&s));
    let found = (0..reading.words.len()).find(|&w| role(w) && verb(w).is_some_and(theirs))?;
    let own = |c: usize| c == found || matches!(reading.words[c].relation.base(), Relation::Compound | Relation::Amod);
    Some(reading.span_of(&reading.subtree_without(found, |c| !own(c))))
}

/// Verbs that tell of no work.
const NO_WORK: [&str; 14] =
    ["be", "bear", "die", "divorce", "have", "leave", "lose", "marry", "meet", "move", "refuse", "reject", "survive", "win"];

/// "Her father, Ben Orvo, mended nets": what somebody who is named did, in a main clause with an object.
fn did(annotation: &Annotation, places: &[usize]) -> Option<Span> {
    let reading = &annotation.reading;
    let main = |&v: &usize| {
        let own = &reading.words[v];
        let past =
            matches!(own.tag, Tag::Vbd | Tag::Vbz) && matches!(own.relation.base(), Relation::Root | Relation::Parataxis | Relation::Conj);
        past && !NO_WORK.contains(&own.lemma.as_str()) && reading.child(v, Relation::Obj).is_some_and(|o| reading.words[o].pos == Pos::Noun)
    };
    let theirs = |v: &usize| reading.child(*v, Relation::Nsubj).is_some_and(|s| places.contains(&s));
    let verb = (0..reading.words.len()).filter(main).find(theirs).filter(|_| places.len() > 1)?;
    let kept = reading.subtree_without(verb, |c| {
        c < verb
            || matches!(
                reading.words[c].relation.base(),
                Relation::Conj | Relation::Parataxis | Relation::Punct | Relation::Cc | Relation::Advcl
            )
    });
    Some(reading.span_of(&kept))
}
