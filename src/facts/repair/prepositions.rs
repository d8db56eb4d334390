//! Prepositions: each belongs to the noun behind it, and makes an oblique of it.

use std::ops::Range;

use super::phrases::is_noun;
use crate::text::Reading;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::wordnet::is_a;

/// A preposition that hangs on what stands before the noun of its phrase belongs to the noun: in "as the club's coach" to "coach".
pub fn lift_preposition(reading: &mut Reading, i: usize) {
    if reading.words[i].relation != Relation::Case || reading.words[i].tag == Tag::Possessive {
        return;
    }
    for _ in 0..8 {
        let Some(word) = reading.words[i].head.filter(|&word| word > i) else { return };
        let before = matches!(reading.words[word].relation.base(), Relation::Compound | Relation::Amod | Relation::Nummod | Relation::Det)
            || matches!(reading.words[word].relation, Relation::NmodPoss | Relation::NmodDesc);
        match reading.words[word].head.filter(|&noun| before && noun > word) {
            Some(noun) => reading.words[i].head = Some(noun),
            None => return,
        }
    }
}

/// A preposition that hangs on a verb, right before a noun phrase without one, belongs to that phrase.
pub fn attach_preposition(reading: &mut Reading, i: usize) {
    let word = &reading.words[i];
    let behind = word.relation == Relation::Case && word.head.is_some_and(|head| head < i && reading.words[head].pos == Pos::Verb);
    let hanging = behind || matches!(word.relation, Relation::Advmod | Relation::Obl | Relation::Dep | Relation::Mark);
    let stray = word.pos == Pos::Adp && word.tag == Tag::In && hanging;
    if !stray || i + 1 >= reading.words.len() || reading.children(i).next().is_some() {
        return;
    }
    let mut noun = i + 1;
    while let Some(head) = reading.words[noun].head.filter(|&head| head > i && head > noun && head - i < 8) {
        if !is_noun(reading, noun) && !matches!(reading.words[noun].pos, Pos::Det | Pos::Pron)
            || reading.words[noun].relation.base() == Relation::Nsubj
        {
            break;
        }
        noun = head;
    }
    let free = !reading.children(noun).any(|child| reading.words[child].relation == Relation::Case && child < noun);
    let object =
        matches!(reading.words[noun].relation, Relation::Obj | Relation::Xcomp | Relation::Iobj | Relation::OblUnmarked | Relation::Obl);
    if free && object && matches!(reading.words[noun].pos, Pos::Noun | Pos::Propn | Pos::Num) {
        reading.words[i].head = Some(noun);
        reading.words[i].relation = Relation::Case;
    }
}

/// A noun that hangs on its preposition takes its place, and the preposition hangs on the noun.
pub fn turn_preposition(reading: &mut Reading, i: usize) {
    let nominal = matches!(reading.words[i].pos, Pos::Noun | Pos::Propn | Pos::Num);
    let Some(case) = reading.words[i].head.filter(|&head| head < i && nominal && reading.words[head].relation == Relation::Case) else {
        return;
    };
    if reading.words[case].pos == Pos::Adp && reading.words[i].relation != Relation::Punct {
        reading.words[i].head = reading.words[case].head;
        reading.words[i].relation = Relation::Obl;
        reading.words[case].head = Some(i);
    }
}

/// "described as bold and rich, and as open to change", read as one phrase: an adjective between two prepositions of a noun belongs to the first.
pub fn part_prepositions(reading: &mut Reading, i: usize) {
    let cases: Vec<usize> = reading
        .children(i)
        .filter(|&c| c < i && reading.words[c].relation == Relation::Case && reading.words[c].tag != Tag::Possessive)
        .collect();
    let [first, second] = cases[..] else { return };
    let sort = |&c: &usize| first < c && c < second && reading.words[c].relation == Relation::Amod;
    let joint = (first..second).any(|w| reading.words[w].tag == Tag::Cc);
    let Some(adjective) = reading.children(i).find(sort).filter(|_| joint) else { return };
    (reading.words[adjective].head, reading.words[adjective].relation) = (reading.words[i].head, reading.words[i].relation);
    (reading.words[i].head, reading.words[i].relation) = (Some(adjective), Relation::Conj);
    reading.words[first].head = Some(adjective);
}

/// "in 1987" behind a noun says when the verb happened, unless the noun is an event itself ("the strikes in 1987"); "on 4 May" always does.
pub fn lift_date(text: &str, reading: &mut Reading, date: Range<usize>) {
    let Some(top) = date.clone().find(|&i| reading.words[i].head.is_none_or(|head| !date.contains(&head))) else { return };
    let timed = |i: usize| matches!(reading.words[i].span.of(text), "in" | "on" | "since" | "until" | "by");
    let hangs = matches!(reading.words[top].relation.base(), Relation::Nmod | Relation::Obl);
    let noun = reading.words[top]
        .head
        .filter(|&noun| noun < top && hangs && is_noun(reading, noun) && reading.child(noun, Relation::Cop).is_none());
    let on = |i: usize| i < top && reading.words[i].span.of(text) == "on";
    let own = |noun: usize| is_a(&reading.words[noun].lemma, "event") && !reading.children(top).any(on);
    let Some(noun) = noun.filter(|&noun| !own(noun) && reading.children(top).any(|i| i < top && timed(i))) else { return };
    let verb = reading.ancestors(noun).skip(1).find(|&i| reading.words[i].pos == Pos::Verb);
    if verb.is_some_and(|verb| verb < noun) {
        reading.words[top].head = verb;
        reading.words[top].relation = Relation::Obl;
    }
}

/// A noun with a preposition is neither object nor complement.
pub fn make_oblique(reading: &mut Reading, i: usize) {
    let nominal = matches!(reading.words[i].pos, Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron);
    let core =
        matches!(reading.words[i].relation, Relation::Obj | Relation::Iobj | Relation::Xcomp | Relation::Advcl | Relation::OblUnmarked);
    let on_verb =
        reading.words[i].relation == Relation::Nmod && reading.words[i].head.is_some_and(|head| reading.words[head].pos == Pos::Verb);
    if !nominal || !core && !on_verb {
        return;
    }
    let case = reading
        .children(i)
        .any(|child| child < i && reading.words[child].relation == Relation::Case && reading.words[child].tag != Tag::Possessive);
    if case && reading.child(i, Relation::Cop).is_none() {
        reading.words[i].relation = Relation::Obl;
    }
}
