//! The items of an enumeration as an answer shows them.

use std::ops::Range;

use crate::answer::lists::Listed;
use crate::answer::lists::asked::wants_several;
use crate::answer::query::Query;
use crate::answer::series::Series;
use crate::answer::verdict::squeeze;
use crate::facts::annotation::Annotation;
use crate::question::Question;
use crate::text::names::{Mention, NameKind};
use crate::text::{Pos, Relation, Span, Tag, Word, wordnet};

/// The list of a series: for persons the names alone; word for word where no list is asked for.
pub(super) fn listed(question: &Question, query: &Query, sentence: usize, found: &Series) -> Listed {
    let annotation = &query.known.annotations[sentence];
    let words = &annotation.reading.words;
    let whole = |item: &Range<usize>| words[item.start].span.cover(words[item.end - 1].span);
    let name = |item: &Range<usize>| {
        let names = |n: &&Mention| whole(item).contains(n.core) && n.kind != NameKind::Group;
        let mut within = annotation.names.iter().filter(names);
        within.next().map(|n| n.core).filter(|_| within.next().is_none() && question.answer_type.starts_with("HUM"))
    };
    let mut spans: Vec<Span> = Vec::new();
    let items = described(question, query, sentence, found);
    for item in &items {
        let span = named_behind(question, annotation, item).or_else(|| name(item)).unwrap_or_else(|| whole(item));
        if !spans.contains(&span) {
            spans.push(span);
        }
    }
    if let Some(start) = behind_kind(question, query, sentence, &items[0]) {
        spans[0] = Span::new(start, spans[0].end.max(start));
    }
    let run = spans[0].cover(spans[spans.len() - 1]);
    let answer = if !wants_several(question) && is_run(&annotation.text, &spans) {
        squeeze(run.of(&annotation.text))
    } else {
        with_surname(annotation, &spans).iter().map(|s| squeeze(s.of(&annotation.text))).collect::<Vec<_>>().join("; ")
    };
    Listed { answer, grounds: vec![(sentence, spans)] }
}

/// Some items, those joined that have one surname: "the brothers Bo and Jan Lind".
fn with_surname(annotation: &Annotation, items: &[Span]) -> Vec<Span> {
    let words = &annotation.reading.words;
    let kin = |word: &Word| word.tag == Tag::Nns && wordnet::is_a(&word.lemma, "relative");
    let given = |span: &Span| words.iter().rfind(|w| w.span.end < span.start).is_some_and(kin) && !span.of(&annotation.text).contains(' ');
    let full = |span: &Span| span.of(&annotation.text).contains(' ');
    let mut joined: Vec<Span> = Vec::new();
    for &item in items {
        match joined.last_mut() {
            Some(last) if given(last) && full(&item) && annotation.text.get(last.end..item.start) == Some(" and ") => {
                *last = last.cover(item)
            }
            _ => joined.push(item),
        }
    }
    joined
}

/// The one item that has the noun by which the question tells it from the others; all where none or several have it: "the diver Uma Reed" of "the baker Tom Tarn and
/// the diver Uma Reed" for "Which of them is a diver?"
fn described(question: &Question, query: &Query, sentence: usize, found: &Series) -> Vec<Range<usize>> {
    let asked = &question.reading;
    let one = |t: usize| {
        let place = query.terms[t].term.words.0;
        let said = asked.words[place].head.is_none() && asked.child(place, Relation::Cop).is_some();
        asked.words[place].tag == Tag::Nn
            && (said || question.focus == Some(place) && !wants_several(question))
            && query.terms[t].weight > 0.0
    };
    let told: Vec<usize> = query.places(sentence).iter().filter(|(_, t)| one(*t)).map(|(w, _)| *w).collect();
    let has = |item: &&Range<usize>| item.len() > 1 && told.iter().any(|w| item.contains(w));
    let own: Vec<Range<usize>> = found.items.iter().filter(has).cloned().collect();
    if own.len() == 1 { own } else { found.items.clone() }
}

/// The name that stands behind an item which only says what somebody is: "a daughter, Ada, and a retired skipper, Olin".
fn named_behind(question: &Question, annotation: &Annotation, item: &Range<usize>) -> Option<Span> {
    let words = &annotation.reading.words;
    let behind = words.get(item.end).filter(|w| w.tag == Tag::Comma).and_then(|_| words.get(item.end + 1))?;
    let kind = words[item.end - 1].pos == Pos::Noun && question.answer_type.starts_with("HUM");
    annotation.names.iter().find(|n| kind && n.core.start == behind.span.start).map(|n| n.core)
}

/// Where the first item starts behind the kind of thing that was asked for: "the ministries of work, health and trade" for "which ministries".
fn behind_kind(question: &Question, query: &Query, sentence: usize, item: &Range<usize>) -> Option<usize> {
    let annotation = &query.known.annotations[sentence];
    let words = &annotation.reading.words;
    let focus = query.terms.iter().position(|b| Some(b.term.words.0) == question.focus)?;
    let kind = query.places(sentence).iter().copied().find(|(w, t)| *t == focus && item.contains(w) && words[*w].tag == Tag::Nns)?.0;
    let of = words.get(kind + 1).is_some_and(|w| w.span.of(&annotation.text) == "of");
    words.get(kind + 2).filter(|_| of && item.contains(&(kind + 2))).map(|w| w.span.start)
}

/// Whether nothing but marks, conjunctions and articles stands between some spans of a text.
fn is_run(text: &str, spans: &[Span]) -> bool {
    let joins = |gap: &str| gap.split_whitespace().all(|word| matches!(word, "," | "and" | "or" | "&" | "the" | "a" | "an" | ";"));
    spans.windows(2).all(|pair| text.get(pair[0].end..pair[1].start).is_some_and(|gap| joins(&gap.replace([',', ';'], " "))))
}
