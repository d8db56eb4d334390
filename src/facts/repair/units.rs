//! Hyphenated words, enumerations and names with a description before them: each hangs together in one way only.

use std::ops::Range;

use super::phrases::{join, noun_phrases, spans};
use crate::facts::annotation::Annotation;
use crate::text::Reading;
use crate::text::names::NameKind;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::wordnet::is_a;

/// "left-wing", "Seine-Saint-Denis": words with nothing but a hyphen between them are one, headed by the last.
pub fn join_hyphens(text: &str, reading: &mut Reading) {
    let words = &reading.words;
    let hyphen = |i: usize| i > 0 && i + 1 < words.len() && words[i].span.of(text) == "-" && touches(reading, i) && touches(reading, i + 1);
    let (mut units, mut i) = (Vec::new(), 1);
    while i < words.len() {
        let start = i - 1;
        while hyphen(i) {
            i += 2;
        }
        if i - 1 > start {
            units.push(start..i);
        }
        i += 1;
    }
    units.into_iter().for_each(|unit| join_at_last(reading, unit));
}

/// Whether the word follows the one before it without a blank.
fn touches(reading: &Reading, i: usize) -> bool {
    reading.words[i - 1].span.end == reading.words[i].span.start
}

/// Hangs the words of a unit on its last one.
fn join_at_last(reading: &mut Reading, unit: Range<usize>) {
    let last = unit.end - 1;
    let outside = |i: usize| reading.words[i].head.is_none_or(|head| !unit.contains(&head));
    let Some(place) = unit.clone().rev().find(|&i| outside(i) && reading.words[i].relation != Relation::Punct) else { return };
    let (head, relation) = (reading.words[place].head, reading.words[place].relation);
    for i in 0..reading.words.len() {
        let inside = unit.contains(&i);
        if inside && i != last {
            reading.words[i].head = Some(last);
            reading.words[i].relation = if reading.words[i].tag == Tag::Hyph { Relation::Punct } else { Relation::Compound };
        } else if !inside && reading.words[i].head.is_some_and(|head| unit.contains(&head)) {
            reading.words[i].head = Some(last);
        }
    }
    (reading.words[last].head, reading.words[last].relation) = (head, relation);
}

/// "the journalist Ada Marlow": the name is the head, and the noun describes it.
pub fn describe_names(annotation: &Annotation, reading: &mut Reading) {
    let names = annotation.names.iter().filter(|name| matches!(name.kind, NameKind::Person | NameKind::Other));
    for name in names.map(|name| reading.within(name.core)).collect::<Vec<_>>() {
        let Some(noun) = name.start.checked_sub(1) else { continue };
        let person = reading.words[noun].pos == Pos::Noun && is_a(&reading.words[noun].lemma, "person");
        let outer = |i: usize| reading.words[i].head.is_none_or(|head| !name.contains(&head));
        let tops: Vec<usize> = name.clone().filter(|&i| outer(i)).collect();
        let [top] = tops[..] else { continue };
        let linked = reading.words[top].head == Some(noun) || reading.words[noun].head.is_some_and(|head| name.contains(&head));
        let parted = matches!(reading.words[top].relation.base(), Relation::Nsubj | Relation::Acl);
        if !person || !linked || parted {
            continue;
        }
        if reading.words[top].head == Some(noun) {
            (reading.words[top].head, reading.words[top].relation) = (reading.words[noun].head, reading.words[noun].relation);
            let frame = |relation: Relation| {
                matches!(
                    relation.base(),
                    Relation::Case
                        | Relation::Cc
                        | Relation::Mark
                        | Relation::Punct
                        | Relation::Conj
                        | Relation::Cop
                        | Relation::Nsubj
                        | Relation::Aux
                )
            };
            let moved: Vec<usize> = reading.children(noun).filter(|&i| frame(reading.words[i].relation) || i > top).collect();
            moved.into_iter().for_each(|i| reading.words[i].head = Some(top));
        }
        (reading.words[noun].head, reading.words[noun].relation) = (Some(top), Relation::NmodDesc);
        let begins =
            |i: &usize| matches!(reading.words[*i].relation.base(), Relation::Det | Relation::Amod | Relation::Compound | Relation::Nummod);
        let own: Vec<usize> = reading.children(top).filter(|i| *i < noun && begins(i)).collect();
        own.into_iter().for_each(|i| reading.words[i].head = Some(noun));
    }
}

/// "the opera The Salt Road": the noun is the head, and the name right behind it says which one.
pub fn title_things(annotation: &Annotation, reading: &mut Reading) {
    let names = annotation.names.iter().filter(|name| name.kind != NameKind::Person).map(|name| (reading.within(name.core), name.kind));
    for (name, kind) in names.collect::<Vec<_>>() {
        let Some(noun) = name.start.checked_sub(1).filter(|&noun| reading.words[noun].tag == Tag::Nn) else { continue };
        let outer = |i: usize| reading.words[i].head.is_none_or(|head| !name.contains(&head));
        let tops: Vec<usize> = name.clone().filter(|&i| outer(i)).collect();
        let [top] = tops[..] else { continue };
        let goes_on = reading.words.get(name.end).is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Propn));
        let article =
            |of: usize| reading.children(of).any(|c| c < noun && matches!(reading.words[c].relation, Relation::Det | Relation::NmodPoss));
        let case = reading.children(top).any(|c| c > noun && reading.words[c].relation == Relation::Case);
        let short = kind == NameKind::Other && name.len() < 2;
        if goes_on || case || short || is_a(&reading.words[noun].lemma, "person") || !article(noun) && !article(top) {
            continue;
        }
        if reading.words[noun].head == Some(top) {
            let moved: Vec<usize> = reading.children(top).filter(|&c| c != noun && !name.contains(&c)).collect();
            moved.into_iter().for_each(|c| reading.words[c].head = Some(noun));
            (reading.words[noun].head, reading.words[noun].relation) = (reading.words[top].head, reading.words[top].relation);
        } else if reading.words[top].head != Some(noun) {
            continue;
        }
        (reading.words[top].head, reading.words[top].relation) = (Some(noun), Relation::Appos);
        (reading.words[top].pos, reading.words[top].tag) = (Pos::Propn, Tag::Nnp);
    }
}

/// The enumerations of a sentence: three phrases or more, the last after "and" or "or", the others after commas.
fn enumerations(annotation: &Annotation, reading: &Reading) -> Vec<Vec<Range<usize>>> {
    let phrases = phrases(annotation, reading);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < phrases.len() {
        let (mut end, mut closed) = (at, false);
        while let Some(next) = phrases.get(end + 1).filter(|_| !closed)
            && let Some(conjunction) = separated(reading, phrases[end].end..next.start)
        {
            closed = conjunction;
            end += 1;
        }
        if closed && end - at >= 2 && !is_explained(reading, &phrases[at..=end]) {
            found.push(phrases[at..=end].to_vec());
        }
        at = end + 1;
    }
    found
}

/// "a book, Bread and Patience": names without an article behind a noun that has "a" say what it is called.
fn is_explained(reading: &Reading, phrases: &[Range<usize>]) -> bool {
    let named = |phrase: &Range<usize>| phrase.clone().all(|i| reading.words[i].pos == Pos::Propn);
    let indefinite = |first: &Range<usize>| matches!(reading.words[first.start].lemma.as_str(), "a" | "an");
    phrases.split_first().is_some_and(|(first, others)| indefinite(first) && others.iter().all(named))
}

/// Whether a comma, a conjunction or both stand between two phrases, and nothing else; inside, whether there is a conjunction.
fn separated(reading: &Reading, gap: Range<usize>) -> Option<bool> {
    let tags: Vec<Tag> = reading.words[gap].iter().map(|word| word.tag).collect();
    match tags[..] {
        [Tag::Comma] => Some(false),
        [Tag::Cc] | [Tag::Comma, Tag::Cc] => Some(true),
        _ => None,
    }
}

/// Names, noun phrases and nouns alone, each with the "of …" behind it, in order, none overlapping another.
fn phrases(annotation: &Annotation, reading: &Reading) -> Vec<Range<usize>> {
    let mut units = noun_phrases(annotation);
    units.extend(spans(annotation, |_| false, |_| true).into_iter().filter(|name| !name.is_empty()));
    let single = (0..reading.words.len()).filter(|&i| matches!(reading.words[i].pos, Pos::Noun | Pos::Propn)).map(|i| i..i + 1);
    units.extend(single);
    units.sort_by_key(|unit| (unit.start, std::cmp::Reverse(unit.end)));
    let mut out: Vec<Range<usize>> = Vec::new();
    for unit in units {
        match out.last_mut() {
            Some(last) if unit.start < last.end => last.end = last.end.max(unit.end),
            Some(last) if unit.start == last.end + 1 && reading.words[last.end].lemma == "of" => last.end = unit.end,
            _ => out.push(unit),
        }
    }
    out
}

/// Hangs the members of every enumeration on its first.
pub fn join_enumerations(annotation: &Annotation, reading: &mut Reading) {
    for members in enumerations(annotation, reading) {
        members.iter().for_each(|member| join(reading, member.clone()));
        join_members(reading, &members);
    }
}

fn join_members(reading: &mut Reading, members: &[Range<usize>]) {
    let whole = members[0].start..members[members.len() - 1].end;
    let heads: Option<Vec<usize>> = members.iter().map(|member| head(reading, member)).collect();
    let Some(heads) = heads else { return };
    let out = |i: usize| reading.words[i].head.is_none_or(|head| !whole.contains(&head));
    let tops: Vec<usize> =
        whole.clone().filter(|&i| out(i) && !matches!(reading.words[i].relation, Relation::Punct | Relation::Cc)).collect();
    let [first, ref others @ ..] = tops[..] else { return };
    let verb_behind =
        |i: usize| reading.words[i].head.is_some_and(|head| head >= whole.end) && reading.words[i].relation.base() == Relation::Nsubj;
    // "He likes rye, oats and barley grows": a later member begins a clause.
    if !heads.contains(&first) || others.iter().any(|&i| !heads.contains(&i) || verb_behind(i) && !verb_behind(first)) {
        return;
    }
    let (head, relation) = (reading.words[first].head, reading.words[first].relation);
    for i in 0..reading.words.len() {
        let frames = i < whole.start && reading.words[i].head.is_some_and(|head| heads.contains(&head));
        if frames {
            reading.words[i].head = Some(heads[0]);
        }
    }
    for (member, &own) in members.iter().zip(&heads).skip(1) {
        (reading.words[own].head, reading.words[own].relation) = (Some(heads[0]), Relation::Conj);
        for i in (0..member.start).rev().take_while(|&i| matches!(reading.words[i].tag, Tag::Comma | Tag::Cc)).collect::<Vec<_>>() {
            reading.words[i].head = Some(own);
            reading.words[i].relation = if reading.words[i].tag == Tag::Comma { Relation::Punct } else { Relation::Cc };
        }
    }
    (reading.words[heads[0]].head, reading.words[heads[0]].relation) = (head, relation);
}

/// The one word of a phrase that hangs on another outside it.
fn head(reading: &Reading, phrase: &Range<usize>) -> Option<usize> {
    let mut tops = phrase.clone().filter(|&i| {
        reading.words[i].head.is_none_or(|head| !phrase.contains(&head))
            && !matches!(reading.words[i].relation, Relation::Punct | Relation::Case)
    });
    tops.next().filter(|_| tops.next().is_none())
}
