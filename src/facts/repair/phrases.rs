//! Names, dates and plain noun phrases: each hangs together.

use std::ops::Range;

use crate::facts::annotation::Annotation;
use crate::text::Reading;
use crate::text::names::Mention;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::values::Value;
use crate::text::wordnet::is_a;

/// Plain noun phrases by their tags: determiner, adjectives and numbers, nouns. Possessors end one, and so do dates; a name begins one,
/// but behind a noun for a person.
pub fn noun_phrases(annotation: &Annotation) -> Vec<Range<usize>> {
    let words = &annotation.reading.words;
    let dated: Vec<Range<usize>> = spans(annotation, |_| true, |_| false);
    let named: Vec<Range<usize>> = spans(annotation, |_| false, |_| true);
    let in_date = |i: usize| dated.iter().any(|range| range.contains(&i));
    let begins_name =
        |i: usize| named.iter().any(|range| range.start == i) && words[i - 1].pos == Pos::Noun && !is_a(&words[i - 1].lemma, "person");
    let (mut phrases, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let start = at;
        let tagged = |i: usize, tags: &[Tag]| words.get(i).is_some_and(|word| tags.contains(&word.tag)) && !in_date(i);
        let pointer = tagged(at, &[Tag::Dt]) && matches!(words[at].span.of(&annotation.text), "that" | "this");
        at += usize::from(tagged(at, &[Tag::Dt, Tag::PrpPossessive]) && !(pointer && tagged(at + 1, &[Tag::Nnp])));
        while tagged(at, &[Tag::Jj, Tag::Jjr, Tag::Jjs, Tag::Cd]) {
            at += 1;
        }
        let nouns = at;
        let noun = |i: usize| tagged(i, &[Tag::Nn, Tag::Nns, Tag::Nnp, Tag::Nnps]);
        let hyphen = |i: usize| tagged(i, &[Tag::Hyph]) && words[i - 1].span.end == words[i].span.start && noun(i + 1);
        while noun(at) && !(at > nouns && begins_name(at)) || at > nouns && hyphen(at) {
            at += 1;
        }
        if at > nouns && at - start > 1 {
            phrases.push(start..at);
        }
        at = at.max(start + 1);
    }
    phrases
}

/// The words of the dates and of the names that are picked.
pub fn spans(annotation: &Annotation, date: impl Fn(&Value) -> bool, name: impl Fn(&Mention) -> bool) -> Vec<Range<usize>> {
    let names = annotation.names.iter().filter(|mention| name(mention)).map(|mention| mention.core);
    let dates = annotation.values.iter().filter(|value| value.kind.date().is_some() && date(value)).map(|value| value.core);
    let words = &annotation.reading.words;
    let before_preposition = |range: Range<usize>| {
        let start = range.clone().find(|&i| words[i].pos != Pos::Adp).unwrap_or(range.end);
        start..(start..range.end).find(|&i| words[i].pos == Pos::Adp).unwrap_or(range.end)
    };
    names.chain(dates).map(|span| before_preposition(annotation.reading.within(span))).collect()
}

/// Makes a stretch of words hang together: where several of them hang on words outside, one remains to, and the others hang on it.
pub fn join(reading: &mut Reading, unit: Range<usize>) {
    let outside = |reading: &Reading, i: usize| reading.words[i].head.is_none_or(|head| !unit.contains(&head));
    let tops: Vec<usize> = unit.clone().filter(|&i| outside(reading, i) && reading.words[i].relation != Relation::Punct).collect();
    if tops.len() < 2 {
        tops.iter().for_each(|&top| explain(reading, &unit, top));
        return;
    }
    // What hangs on a word that itself hangs on the unit can be no place for the unit.
    let free = |i: usize| reading.words[i].head.is_none_or(|head| !reading.ancestors(head).any(|above| unit.contains(&above)));
    let Some(&top) = tops.iter().rev().find(|&&i| reading.words[i].relation != Relation::Flat && is_noun(reading, i)) else { return };
    let place = tops.iter().copied().filter(|&i| free(i)).max_by_key(|&i| (rank(reading.words[i].relation), i == top)).unwrap_or(top);
    let (head, relation) = (reading.words[place].head, reading.words[place].relation);
    for i in unit.clone() {
        if i != top && tops.contains(&i) {
            reading.words[i].relation = inner_relation(reading.words[i].pos);
            reading.words[i].head = Some(top);
        }
    }
    reading.words[top].head = head;
    reading.words[top].relation = relation;
    for i in 0..reading.words.len() {
        let moved = reading.words[i].head.is_some_and(|head| head != top && unit.contains(&head));
        if moved && !unit.contains(&i) {
            reading.words[i].head = Some(top);
        }
    }
}

/// What explains or continues a word of a unit does so for the unit: "the Grand Bahnhof, a station".
fn explain(reading: &mut Reading, unit: &Range<usize>, top: usize) {
    for i in 0..reading.words.len() {
        let inner = reading.words[i].head.is_some_and(|head| head != top && unit.contains(&head));
        if inner && !unit.contains(&i) && matches!(reading.words[i].relation.base(), Relation::Appos | Relation::Acl) {
            reading.words[i].head = Some(top);
        }
    }
}

/// Within a name nothing explains anything else: "Anne-Marie Finch" is one person.
pub fn flatten(reading: &mut Reading, name: Range<usize>) {
    for i in name.clone() {
        let inside = reading.words[i].head.is_some_and(|head| name.contains(&head));
        let relation = reading.words[i].relation.base();
        if inside
            && matches!(relation, Relation::Appos | Relation::Parataxis | Relation::Dep | Relation::List | Relation::Nsubj | Relation::Obj)
        {
            reading.words[i].relation = Relation::Flat;
        }
    }
}

/// A date that hangs on a verb in no clear way says when it happened.
pub fn free_date(reading: &mut Reading, date: Range<usize>) {
    let Some(top) = date.clone().find(|&i| reading.words[i].head.is_none_or(|head| !date.contains(&head))) else { return };
    let on_verb = reading.words[top].head.is_some_and(|head| reading.words[head].pos == Pos::Verb);
    if on_verb
        && matches!(reading.words[top].relation, Relation::List | Relation::Appos | Relation::Dep | Relation::Parataxis | Relation::Nmod)
    {
        reading.words[top].relation = Relation::OblUnmarked;
    }
}

pub fn is_noun(reading: &Reading, i: usize) -> bool {
    matches!(reading.words[i].pos, Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj | Pos::X)
}

/// How much a relation says of the place of a whole phrase.
fn rank(relation: Relation) -> u8 {
    match relation.base() {
        Relation::Root => 4,
        Relation::Nsubj | Relation::Obj | Relation::Obl | Relation::Iobj => 3,
        Relation::Nmod if relation != Relation::NmodDesc => 2,
        Relation::Conj | Relation::Appos | Relation::Xcomp | Relation::Ccomp | Relation::Advcl => 2,
        Relation::Compound | Relation::Amod | Relation::Flat | Relation::Det | Relation::Nummod | Relation::Nmod => 0,
        _ => 1,
    }
}

fn inner_relation(pos: Pos) -> Relation {
    match pos {
        Pos::Adj => Relation::Amod,
        Pos::Det => Relation::Det,
        Pos::Num => Relation::Nummod,
        Pos::Pron => Relation::NmodPoss,
        _ => Relation::Compound,
    }
}
