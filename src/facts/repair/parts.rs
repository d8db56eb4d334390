//! Parts of a whole and figures in a row: "122 votes, among them 87 from mayors and 23 from clerks".

use std::ops::Range;

use super::patterns::{first, is_nominal};
use crate::text::Reading;
use crate::text::syntax::{Number, Pos, Relation, Tag};

/// "87 from mayors and 23 from clerks": a figure is coordinated with the figure before it, and not with what that one is of.
pub fn pair_figures(reading: &mut Reading, i: usize) {
    let figure = |w: usize| reading.words[w].tag == Tag::Cd && reading.words[w].relation.base() != Relation::Nummod;
    let Some(noun) = reading.words[i].head.filter(|&noun| figure(i) && reading.words[i].relation == Relation::Conj && noun < i) else {
        return;
    };
    let Some(first) = reading.words[noun].head.filter(|&first| first < noun && figure(first)) else { return };
    reading.words[i].head = Some(first);
    let Some(next) =
        (i + 1..reading.words.len()).find(|&w| reading.words[w].head == Some(first) && reading.child(w, Relation::Case).is_some())
    else {
        return;
    };
    (reading.words[next].head, reading.words[next].relation) = (Some(i), Relation::Nmod);
}

/// "122 votes, among them 87 from members", "tools, for example saws": what follows is a part of the noun before the comma.
pub fn attach_part(text: &str, reading: &mut Reading, i: usize) {
    let word = |w: usize| reading.words.get(w).map_or("", |word| word.span.of(text));
    let pair = matches!((word(i), word(i + 1)), ("among", "them") | ("for", "example" | "instance"));
    if !pair || i == 0 || reading.words[i - 1].tag != Tag::Comma || i + 2 >= reading.words.len() {
        return;
    }
    let Some(whole) =
        (0..i - 1).rev().find(|&w| matches!(reading.words[w].pos, Pos::Noun | Pos::Propn)).map(|w| phrase_top(reading, w, 0..i))
    else {
        return;
    };
    let part = phrase_top(reading, i + 2, i + 2..reading.words.len());
    let nominal = matches!(reading.words[part].pos, Pos::Noun | Pos::Propn | Pos::Num | Pos::Det | Pos::Pron);
    if part <= i + 1 || !nominal || reading.is_ancestor(part, whole) || reading.is_ancestor(i, whole) || reading.is_ancestor(i + 1, whole) {
        return;
    }
    (reading.words[part].head, reading.words[part].relation) = (Some(whole), Relation::Nmod);
    let moved: Vec<usize> = reading.children(i).chain(reading.children(i + 1)).filter(|&c| c != part && c != i + 1).collect();
    moved
        .into_iter()
        .filter(|&c| !reading.is_ancestor(c, part))
        .collect::<Vec<_>>()
        .into_iter()
        .for_each(|c| reading.words[c].head = Some(part));
    (reading.words[i].head, reading.words[i].relation) = (Some(part), Relation::Case);
    (reading.words[i + 1].head, reading.words[i + 1].relation) = (Some(i), Relation::Fixed);
}

/// "appeared in programmes, Ben's The Salt Road among them": what stands between the comma and "among them" is a part of the noun before the comma.
pub fn attach_part_before(text: &str, reading: &mut Reading, i: usize) {
    let word = |w: usize| reading.words.get(w).map_or("", |word| word.span.of(text));
    let ends = reading.words.get(i + 2).is_none_or(|word| matches!(word.tag, Tag::Comma | Tag::Stop));
    if word(i) != "among" || word(i + 1) != "them" || !ends {
        return;
    }
    let Some(comma) = (1..i).rev().find(|&w| reading.words[w].tag == Tag::Comma).filter(|&comma| comma + 1 < i) else { return };
    let whole = comma - 1;
    let several = reading.words[whole].morph.number == Some(Number::Plur) && reading.words[whole].pos == Pos::Noun;
    let outside = |w: &usize| reading.words[*w].head.is_some_and(|head| head <= comma);
    let Some(part) = (comma + 1..i).find(outside).filter(|&part| several && is_nominal(reading, part)) else { return };
    (reading.words[part].head, reading.words[part].relation) = (Some(whole), Relation::Nmod);
    for w in comma + 1..i {
        let stray = reading.words[w].head.is_none_or(|head| head <= comma || head >= i);
        if w != part && (stray || reading.words[w].relation == Relation::Appos) {
            (reading.words[w].head, reading.words[w].relation) = (Some(part), Relation::Flat);
        }
    }
    (reading.words[i].head, reading.words[i].relation) = (Some(part), Relation::Case);
    (reading.words[i + 1].head, reading.words[i + 1].relation) = (Some(i), Relation::Fixed);
}

/// The highest word above `i` that is still a noun phrase and lies within; a plural that only tells of the noun above it stands for itself.
fn phrase_top(reading: &Reading, i: usize, within: Range<usize>) -> usize {
    let several = |w: usize| reading.words[w].relation == Relation::Nmod && reading.words[w].morph.number == Some(Number::Plur);
    let inside = |w: usize| {
        !several(w)
            && matches!(
                reading.words[w].relation.base(),
                Relation::Compound
                    | Relation::Flat
                    | Relation::Amod
                    | Relation::Det
                    | Relation::Nummod
                    | Relation::Nmod
                    | Relation::Case
                    | Relation::Punct
            )
    };
    let mut at = i;
    for _ in 0..reading.words.len() {
        match reading.words[at]
            .head
            .filter(|&head| inside(at) && within.contains(&head) && matches!(reading.words[head].pos, Pos::Noun | Pos::Propn | Pos::Num))
        {
            Some(head) => at = head,
            None => break,
        }
    }
    at
}

/// "87 from Spain and 23 from Italy": a phrase right behind a noun outside of what it hangs on belongs to that noun.
pub fn uncross(reading: &mut Reading, i: usize) {
    let Some(head) = reading.words[i].head.filter(|&head| head < i && reading.words[i].relation == Relation::Nmod) else { return };
    let Some(case) = reading.children(i).find(|&c| c < i && reading.words[c].relation == Relation::Case) else { return };
    let Some(near) = case.checked_sub(1).filter(|&near| near > head && first(reading, i) == case) else { return };
    let nominal = is_nominal(reading, near) || reading.words[near].pos == Pos::Num && reading.words[near].relation.base() == Relation::Conj;
    if nominal && !reading.is_ancestor(head, near) && !reading.is_ancestor(i, near) {
        reading.words[i].head = Some(near);
    }
}

/// "collected 122 votes, among them 87 from mayors": what stands right behind a figure that is a part of others belongs to it.
pub fn attach_to_figure(reading: &mut Reading, i: usize) {
    let oblique = matches!(reading.words[i].relation.base(), Relation::Obl | Relation::Nmod);
    if !oblique || !reading.words[..i].iter().any(|word| word.tag == Tag::Cd) {
        return;
    }
    let case = reading.children(i).find(|&c| c < i && reading.words[c].relation == Relation::Case);
    let Some(figure) = case.filter(|&case| first(reading, i) == case).and_then(|case| case.checked_sub(1)) else { return };
    let part = reading.words[figure].tag == Tag::Cd
        && (reading.words[figure].relation == Relation::Conj
            || reading.words[figure].relation == Relation::Nmod && reading.child(figure, Relation::Case).is_some());
    if part && !reading.is_ancestor(i, figure) {
        (reading.words[i].head, reading.words[i].relation) = (Some(figure), Relation::Nmod);
    }
}
