//! The parts of a sentence that are parsed each by itself: asides, times between an auxiliary and its participle, and clauses between semicolons.

use std::ops::Range;

use super::aside::{asides, interruptions};
use super::syntax::encoder::Node;
use super::syntax::parser::{Parse, Parser};
use super::syntax::tagger::Tagger;
use super::syntax::{Pos, Relation, Tag};

/// Heads, relations and classes of the words `forms`, for which the tagger chose `guesses`; `tags` are what is made of those. Each aside is parsed by itself
/// and hangs on the phrase before it; so is each clause between semicolons. What stands between an auxiliary and its participle hangs on the verb.
pub fn parse(parser: Parser, tagger: Tagger, forms: &[&str], nodes: &[Node], tags: &[(Tag, Pos)], guesses: &[u8]) -> Parse {
    let asides = asides(forms);
    let between: Vec<Range<usize>> = interruptions(forms, tags).filter(|found| asides.iter().all(|aside| !overlap(aside, found))).collect();
    let parts = independent(forms, tags, &[asides.as_slice(), &between].concat());
    if asides.is_empty() && between.is_empty() && parts.len() < 2 {
        return parser.parse(nodes, guesses);
    }
    let mut whole = Parse { heads: vec![None; nodes.len()], relations: vec![Relation::Root; nodes.len()], classes: guesses.to_vec() };
    let mut parse = |words: &[usize]| {
        let (nodes, guesses): (Vec<Node>, Vec<u8>) = words.iter().map(|&w| (nodes[w], guesses[w])).unzip();
        let part = parser.parse(&nodes, &guesses);
        let mut top = words.first().copied().unwrap_or_default();
        for (place, &word) in words.iter().enumerate() {
            whole.heads[word] = part.heads[place].map(|head| words[head]);
            (whole.relations[word], whole.classes[word]) = (part.relations[place], part.classes[place]);
            top = if part.heads[place].is_none() { word } else { top };
        }
        top
    };
    let roots: Vec<usize> = parts.iter().map(|part| parse(part)).collect();
    let root = roots[0];
    let tops: Vec<usize> = asides.iter().map(|aside| parse(&(aside.start + 1..aside.end - 1).collect::<Vec<_>>())).collect();
    let times: Vec<usize> = between.iter().map(|words| parse(&words.clone().collect::<Vec<_>>())).collect();
    let Parse { heads, relations, classes } = &mut whole;
    for (&later, part) in roots.iter().zip(&parts).skip(1) {
        (heads[later], relations[later]) = (Some(root), Relation::Parataxis);
        (heads[part[0] - 1], relations[part[0] - 1]) = (Some(later), Relation::Punct);
    }
    for (words, time) in between.iter().zip(times) {
        let helps = |w: usize| relations[w].base() == Relation::Aux || relations[w] == Relation::Cop;
        heads[time] = Some(heads[words.end].filter(|_| helps(words.end)).unwrap_or(words.end));
        relations[time] = Relation::Obl;
    }
    let around = parts.concat();
    for (aside, top) in asides.iter().zip(tops) {
        for bracket in [aside.start, aside.end - 1] {
            (heads[bracket], relations[bracket]) = (Some(top), Relation::Punct);
        }
        heads[top] = Some(around.iter().rev().find(|&&w| w < aside.start).map_or(root, |&w| phrase_head(w, heads, relations)));
        relations[top] = match tagger.tags(classes[top]) {
            (_, Pos::Noun | Pos::Propn | Pos::Num) => Relation::Appos,
            (Tag::Vbn | Tag::Vbg, _) => Relation::Acl,
            _ => Relation::Parataxis,
        };
    }
    whole
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The words outside the asides, parted at semicolons between two clauses with a finite verb each; the semicolons are in no part.
fn independent(forms: &[&str], tags: &[(Tag, Pos)], asides: &[Range<usize>]) -> Vec<Vec<usize>> {
    let outside = |w: &usize| asides.iter().all(|aside| !aside.contains(w));
    let finite = |w: &usize| matches!(tags[*w].0, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    let (mut parts, mut part): (Vec<Vec<usize>>, Vec<usize>) = (Vec::new(), Vec::new());
    for w in (0..forms.len()).filter(outside) {
        let clause = |from: usize| (from..forms.len()).filter(outside).take_while(|&w| forms[w] != ";").any(|w| finite(&w));
        if forms[w] == ";" && part.iter().any(finite) && clause(w + 1) {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(w);
        }
    }
    parts.push(part);
    parts
}

/// The head of the name or compound that a word ends.
fn phrase_head(word: usize, heads: &[Option<usize>], relations: &[Relation]) -> usize {
    let part =
        |w: usize| matches!(relations[w], Relation::Flat | Relation::Compound | Relation::Goeswith | Relation::Fixed | Relation::Punct);
    std::iter::successors(Some(word), |&w| heads[w].filter(|_| part(w))).take(heads.len()).last().unwrap_or(word)
}
