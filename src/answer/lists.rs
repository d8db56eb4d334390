//! Lists: all the things that a question asks for, from one sentence that enumerates them or from several lines of one kind.

use std::ops::Range;

use crate::answer::evidence::Evidence;
use crate::answer::gather::gathered;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::series::{Series, series};
use crate::answer::spans::{Candidate, Form, candidates};
use crate::answer::types::{Fit, fit};
use crate::answer::verdict::squeeze;
use crate::document::Kind;
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Shape;
use crate::question::{Part, Question, Term};
use crate::text::fold::fold;
use crate::text::term::term;
use crate::text::values::{ValueKind, values};
use crate::text::{Number, Pos, Relation, Span, Tag, wordnet};

/// A complete list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The items, `; ` between them.
    pub answer: String,
    /// The sentences they stand in, each with the items' places.
    pub grounds: Vec<(usize, Vec<Span>)>,
    /// How much of the question the first of them holds: 0 to 1.
    pub share: f64,
    /// Whether it needs no more support: a word of the question governs three items or more that can be of the type asked for, and the sentence holds
    /// much of the question.
    pub plain: bool,
}

/// How many of the nearest sentences are looked at.
const CLOSE: usize = 8;
/// The least share of the question that a sentence must hold: where a word of the question governs the list and all items are of the type, where only
/// the former is so, and where neither is.
const ENOUGH: [f64; 3] = [0.3, 0.55, 0.75];

/// How much of the question the nearest sentence must hold, by meaning, for its only enumeration to be the answer.
const NEAR: f64 = 0.35;

/// How much of the question a sentence must hold whose items need not be of the type asked for.
const MUCH: f64 = 0.5;

/// The list that a question for several things asks for; `None` where it asks for one, or none is found.
pub fn list(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Listed> {
    wants_several(question)
        .then(|| {
            let told = || enumerated(question, query, evidence).or_else(|| gathered(question, query));
            told().or_else(|| boxed(question, query)).or_else(|| nearest(question, query, evidence))
        })
        .flatten()
}

/// The only enumeration of the nearest sentence, where it has as many items as the question asks for, or three and more.
fn nearest(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Listed> {
    let sentence = evidence.first()?.sentence;
    let annotation = &query.known.annotations[sentence];
    let near = query.share(|b| b.term.part != Part::Topic, |t| query.alike(sentence, t));
    let asked = asked_number(question);
    let all = series(annotation);
    let [found] = &all[..] else { return None };
    let fits = can_be(question, annotation, found) || least_fit(question, annotation, found) != Fit::Differs;
    let enough = if asked == Some(found.items.len()) { NEAR / 2.0 } else { NEAR };
    let whole = asked.map_or(found.items.len() > 2, |n| n == found.items.len());
    let told = whole && fits && near >= enough && !repeats(query, sentence, found) && !lacks_name(query, sentence);
    told.then(|| Listed { plain: true, ..listed(question, query, sentence, found) })
}

/// How many things the question asks for: "which three towns".
fn asked_number(question: &Question) -> Option<usize> {
    let numbers = values(&question.read).into_iter().filter_map(|v| match v.kind {
        ValueKind::Number(amount) if amount.low == amount.high && (2.0..10.0).contains(&amount.low) => Some(amount.low as usize),
        _ => None,
    });
    numbers.reduce(|_, _| 0).filter(|n| *n > 0)
}

/// The whole enumeration of which the best candidate is one item, where the question does not ask for one thing only.
pub fn completed(question: &Question, query: &Query, best: &Ranked) -> Option<Listed> {
    let one = asks_for_one(question);
    if let Some(line) = line_of_things(question, query, best).filter(|_| !one || is_keywords(question)) {
        return Some(line);
    }
    if one || matches!(best.candidate.form, Form::Value(_) | Form::Clause | Form::Quoted) {
        return None;
    }
    let annotation = &query.known.annotations[best.sentence];
    let is_item = |item: &Range<usize>| item.start <= best.candidate.words.start && best.candidate.words.end <= item.end;
    let whole = |s: &Series| best.candidate.words.start <= s.items[0].start && s.items.iter().all(|i| i.end <= best.candidate.words.end);
    let shared = |s: &Series| s.items.iter().filter(|i| i.start < best.candidate.words.end && best.candidate.words.start < i.end).count();
    let all = series(annotation).into_iter().map(|found| without_asked(query, best.sentence, found));
    let found = all.filter(|s| s.items.iter().any(is_item) || whole(s) || shared(s) > 1);
    let fitting = found
        .filter(|s| !repeats(query, best.sentence, s))
        .filter(|s| {
            let listed = best.candidate.form == Form::List && (whole(s) || shared(s) > 1);
            listed || are_alike(question, annotation, s)
        })
        .max_by_key(|s| s.items.len())?;
    Some(listed(question, query, best.sentence, &fitting))
}

/// All things of an infobox line that lists several, of which the best candidate is one: "Products: cloth, thread, dye". Commas part the names of one
/// thing too ("Born: Orm, Tamria"), unless several are asked for.
fn line_of_things(question: &Question, query: &Query, best: &Ranked) -> Option<Listed> {
    let document = &query.known.document;
    let Kind::Infobox { value, .. } = &document.sentences[best.sentence].kind else { return None };
    let value = document.quote(*value);
    let items: Vec<String> = value.split(if value.contains(';') { ';' } else { ',' }).map(without_brackets).collect();
    let kind = |item: &String| item.starts_with(char::is_lowercase) && !item.contains(|c: char| c.is_ascii_digit());
    let several = value.contains(';')
        || items.iter().all(kind)
        || (wants_several(question) || is_keywords(question)) && !question.answer_type.starts_with("LOC");
    let text = squeeze(best.candidate.span.of(&query.known.annotations[best.sentence].text));
    let named = |item: &String| query.terms.iter().any(|b| b.term.part == Part::Name && fold(item).contains(&fold(&b.term.word)));
    let whole = items.len() > 1 && several && items.iter().any(|item| item.contains(&text)) && !items.iter().any(named);
    whole.then(|| Listed { answer: items.join("; "), grounds: vec![(best.sentence, Vec::new())], share: 0.8, plain: false })
}

/// Whether a question asks for several things: by its shape, a plural noun, "who were", "list …".
pub fn wants_several(question: &Question) -> bool {
    let words = &question.reading.words;
    let lower = |w: usize| fold(words[w].span.of(&question.read));
    let plural = |w: usize| matches!(words[w].tag, Tag::Nns | Tag::Nnps) || words[w].morph.number == Some(Number::Plur);
    let years = question.answer_type == "NUM:date" && question.focus.is_some_and(|f| words[f].tag == Tag::Nns);
    if question.answer_type.starts_with("NUM") && !years || question.shape != Shape::Short && question.shape != Shape::List {
        return false;
    }
    let opener = words.iter().take(3).position(|w| matches!(fold(w.span.of(&question.read)).as_str(), "name" | "list" | "give" | "tell"));
    let named = opener.is_some_and(|o| words.iter().skip(o).take(5).any(|w| w.tag == Tag::Nns));
    let keyed = !words.is_empty()
        && words.iter().all(|w| !matches!(w.tag, Tag::Wp | Tag::Wdt | Tag::Wrb | Tag::WpPossessive))
        && words.iter().take(3).any(|w| w.tag == Tag::Nns);
    let who = words.len() > 1 && matches!(lower(0).as_str(), "who" | "what") && matches!(lower(1).as_str(), "were" | "are");
    question.shape == Shape::List
        || question.focus.is_some_and(|f| plural(f) && words[f].pos == Pos::Noun || is_plural(&lower(f)))
        || named
        || keyed
        || who
}

/// Whether a word is the plural of an English noun.
fn is_plural(lower: &str) -> bool {
    lower.ends_with('s') && wordnet::base_form(lower, wordnet::Pos::Noun).is_some_and(|base| base != lower)
}

/// Whether a question asks for one thing by a singular noun: "which town", "what was the name", "who was the mayor".
fn asks_for_one(question: &Question) -> bool {
    let words = &question.reading.words;
    let singular = |w: usize| matches!(fold(words[w].span.of(&question.read)).as_str(), "is" | "was" | "'s");
    let who = words.first().is_some_and(|w| w.tag == Tag::Wp);
    let is_one = |w: usize| words[w].relation == Relation::Cop && singular(w);
    who && (0..words.len()).any(is_one)
        || question.focus.is_some_and(|f| question.reading.words[f].tag == Tag::Nn)
        || question.answer_type.starts_with("NUM")
        || question.answer_type.starts_with("DESC")
}

/// How good a wording of the kind of thing asked for must be to name it in a key.
const CALLED: f64 = 0.9;

/// The values of all infobox lines whose key names the kind of thing asked for, where there are several: "Party", "Other party".
fn boxed(question: &Question, query: &Query) -> Option<Listed> {
    let focus = fold(&question.reading.words[question.focus?].lemma);
    if focus == "name" {
        return None;
    }
    let says_more = |t: &Term| t.weight > 0.5 && t.part != Part::Topic && t.words.0 != question.focus.unwrap_or(usize::MAX);
    let others: Vec<&Term> = question.terms.iter().filter(|t| says_more(t)).collect();
    if others.iter().any(|t| t.part == Part::Verb || t.part == Part::Name) {
        return None;
    }
    let ways = query.terms.iter().find(|b| Some(b.term.words.0) == question.focus).map_or(&[][..], |b| &b.term.ways);
    let document = &query.known.document;
    let mut grounds = Vec::new();
    let mut items = Vec::new();
    for (place, sentence) in document.sentences.iter().enumerate() {
        let Kind::Infobox { key, value } = &sentence.kind else { continue };
        let key = fold(document.quote(*key));
        let called = |way: &[String]| key.split_whitespace().last().is_some_and(|last| way == [term(last)]);
        if focus.len() > 3 && (key.ends_with(&focus) || ways.iter().any(|w| w.weight >= CALLED && called(&w.terms))) {
            items.push(document.quote(*value));
            grounds.push((place, Vec::new()));
        }
    }
    let mut items: Vec<String> = match items[..] {
        [line] if others.is_empty() => line.split(',').map(without_brackets).filter(|item| !item.is_empty()).collect(),
        _ => items.into_iter().map(without_brackets).collect(),
    };
    items.dedup();
    (items.len() > 1).then(|| Listed { answer: items.join("; "), grounds, share: 0.8, plain: true })
}

/// A value without what stands in brackets behind it.
fn without_brackets(value: &str) -> String {
    squeeze(value.split(" (").next().unwrap_or(value))
}

/// How near in meaning to the kind of things asked for a word of the sentence must be, where the items are not of its type.
const CALLED_ALIKE: f64 = 0.4;

/// The best enumeration of the nearest sentences: the one whose sentence holds most of the question, whose items are of the type or called so, and which hangs
/// on a word of the question.
fn enumerated(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Listed> {
    let mut best: Option<(f64, Listed)> = None;
    let focus = query.terms.iter().position(|b| b.term.part == Part::Focus && b.term.weight > 0.5);
    for (rank, e) in evidence.iter().take(CLOSE).enumerate() {
        let annotation = &query.known.annotations[e.sentence];
        for found in series(annotation).into_iter().map(|found| without_asked(query, e.sentence, found)) {
            let share = query.share(|b| b.count > 0 && b.term.part != Part::Topic, |t| query.holds(e.sentence, t));
            let anchored = is_anchored(query, e.sentence, annotation, &found);
            let fit = least_fit(question, annotation, &found);
            let enough = ENOUGH[if !anchored { 2 } else { usize::from(fit != Fit::Exact) }];
            let sure = share >= ENOUGH[2] || has_one(question, annotation, &found) || anchored && question.answer_type != "HUM:gr";
            let asked = fit == Fit::Exact || focus.is_none_or(|t| query.alike(e.sentence, t) >= CALLED_ALIKE);
            if share < enough
                || !sure
                || !asked
                || fit == Fit::Differs
                || repeats(query, e.sentence, &found)
                || lacks_name(query, e.sentence)
            {
                continue;
            }
            let worth = share + if anchored { 0.4 } else { 0.0 } - 0.1 * rank as f64;
            if best.as_ref().is_none_or(|(w, _)| worth > *w) {
                let near = share.max(query.share(|b| b.count > 0, |t| query.alike(e.sentence, t)));
                let plain =
                    anchored && found.items.len() > 2 && (fit == Fit::Exact || near >= MUCH && can_be(question, annotation, &found));
                best = Some((worth, Listed { plain, ..listed(question, query, e.sentence, &found) }));
            }
        }
    }
    best.map(|(_, found)| found)
}

/// Whether a word that governs the list or stands right before it is one of the question.
fn is_anchored(query: &Query, sentence: usize, annotation: &Annotation, found: &Series) -> bool {
    let reading = &annotation.reading;
    let start = found.label.as_ref().map_or(found.items[0].start, |l| l.start);
    let inside = |w: usize| found.items.iter().any(|i| i.contains(&w));
    let head = found.items[0].clone().find(|&w| reading.words[w].head.is_none_or(|h| !found.items[0].contains(&h)));
    let above = head.into_iter().flat_map(|h| reading.ancestors(h).skip(1).take(3));
    let near: Vec<usize> =
        above.chain(start.saturating_sub(3)..start).chain(found.label.clone().into_iter().flatten()).filter(|&w| !inside(w)).collect();
    let said = |t: usize| query.terms[t].term.part != Part::Topic && query.terms[t].weight > 0.0;
    query.places(sentence).iter().any(|(w, t)| near.contains(w) && said(*t))
}

/// An enumeration without the items that the question names itself, where two or more are left: "who signed it beside Pask?", of "Pask, Merrow and Trask".
fn without_asked(query: &Query, sentence: usize, found: Series) -> Series {
    let words = &query.known.annotations[sentence].reading.words;
    let asked = |t: usize| matches!(query.terms[t].term.part, Part::Name | Part::Topic);
    let named: Vec<usize> = query.places(sentence).into_iter().filter(|(_, t)| asked(*t)).map(|(w, _)| w).collect();
    let is_asked = |item: &Range<usize>| item.clone().all(|w| named.contains(&w) || words[w].pos == Pos::Punct);
    let items: Vec<Range<usize>> = found.items.iter().filter(|item| !is_asked(item)).cloned().collect();
    let text = &query.known.annotations[sentence].text;
    let named = |item: &Range<usize>| item.clone().any(|w| words[w].span.of(text).starts_with(char::is_uppercase));
    if items.len() > 1 && items.iter().all(named) { Series { items, ..found } } else { found }
}

/// Whether an item repeats what the question says.
fn repeats(query: &Query, sentence: usize, found: &Series) -> bool {
    let said = |t: usize| matches!(query.terms[t].term.part, Part::Name | Part::Topic | Part::Verb);
    query.places(sentence).iter().any(|(w, t)| said(*t) && found.items.iter().any(|i| i.contains(w)))
}

/// How well the worst of the items agrees with the type asked for; keywords ask for no type but for that of somebody.
fn least_fit(question: &Question, annotation: &Annotation, found: &Series) -> Fit {
    if is_keywords(question) && !question.answer_type.starts_with("HUM") {
        Fit::Open
    } else {
        fits(question, annotation, found).into_iter().min().unwrap_or(Fit::Differs)
    }
}

/// Whether no item is of another type than asked for, names among names aside, whose types are often unknown.
fn are_alike(question: &Question, annotation: &Annotation, found: &Series) -> bool {
    let capital = |item: &Range<usize>| annotation.reading.words[item.start].span.of(&annotation.text).starts_with(char::is_uppercase);
    let named = found.items.iter().all(capital) && fits(question, annotation, found).into_iter().max() >= Some(Fit::Fits);
    named || least_fit(question, annotation, found) != Fit::Differs
}

/// Whether the items can be what is asked for: it is of no type of its own, or one of them is of the type.
fn can_be(question: &Question, annotation: &Annotation, found: &Series) -> bool {
    matches!(question.answer_type.as_str(), "ENTY:other" | "DESC:desc" | "DESC:def")
        || fits(question, annotation, found).into_iter().max() >= Some(Fit::Fits)
}

/// Whether an item is surely of the type, where persons, groups or places are asked for.
fn has_one(question: &Question, annotation: &Annotation, found: &Series) -> bool {
    let named = question.answer_type.starts_with("HUM") || question.answer_type.starts_with("LOC");
    !named || fits(question, annotation, found).contains(&Fit::Exact)
}

/// How well each item agrees with the type asked for.
fn fits(question: &Question, annotation: &Annotation, found: &Series) -> Vec<Fit> {
    let all = candidates(annotation);
    let best = |item: &Range<usize>| {
        let within = |c: &&Candidate| item.start <= c.words.start && c.words.end <= item.end;
        all.iter().filter(within).map(|c| fit(&question.answer_type, annotation, c)).max().unwrap_or(Fit::Open)
    };
    found.items.iter().map(best).collect()
}

/// Whether a name of the question stands neither in the sentence nor right before it.
fn lacks_name(query: &Query, sentence: usize) -> bool {
    let near = |t: usize| (sentence.saturating_sub(1)..=sentence).any(|s| query.holds(s, t) > 0.0);
    (0..query.terms.len()).any(|t| query.terms[t].term.part == Part::Name && !near(t))
}

/// Whether a question has neither question word nor auxiliary.
fn is_keywords(question: &Question) -> bool {
    question.reading.words.iter().all(|w| !matches!(w.tag, Tag::Wp | Tag::Wdt | Tag::Wrb | Tag::WpPossessive) && w.pos != Pos::Aux)
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
    let kind = query.places(sentence).into_iter().find(|(w, t)| *t == focus && item.contains(w) && words[*w].tag == Tag::Nns)?.0;
    let of = words.get(kind + 1).is_some_and(|w| w.span.of(&annotation.text) == "of");
    words.get(kind + 2).filter(|_| of && item.contains(&(kind + 2))).map(|w| w.span.start)
}

/// Whether nothing but marks, conjunctions and articles stands between some spans of a text.
fn is_run(text: &str, spans: &[Span]) -> bool {
    let joins = |gap: &str| gap.split_whitespace().all(|word| matches!(word, "," | "and" | "or" | "&" | "the" | "a" | "an" | ";"));
    spans.windows(2).all(|pair| text.get(pair[0].end..pair[1].start).is_some_and(|gap| joins(&gap.replace([',', ';'], " "))))
}

/// The list of a series: for persons the names alone; word for word where no list is asked for.
fn listed(question: &Question, query: &Query, sentence: usize, found: &Series) -> Listed {
    let annotation = &query.known.annotations[sentence];
    let words = &annotation.reading.words;
    let whole = |item: &Range<usize>| words[item.start].span.cover(words[item.end - 1].span);
    let name = |item: &Range<usize>| {
        let mut within = annotation.names.iter().filter(|n| whole(item).contains(n.core));
        within.next().map(|n| n.core).filter(|_| within.next().is_none() && question.answer_type.starts_with("HUM"))
    };
    let mut spans: Vec<Span> = Vec::new();
    for item in &found.items {
        let span = named_behind(question, annotation, item).or_else(|| name(item)).unwrap_or_else(|| whole(item));
        if !spans.contains(&span) {
            spans.push(span);
        }
    }
    if let Some(start) = behind_kind(question, query, sentence, &found.items[0]) {
        spans[0] = Span::new(start, spans[0].end.max(start));
    }
    let run = spans[0].cover(spans[spans.len() - 1]);
    let answer = if !wants_several(question) && is_run(&annotation.text, &spans) {
        squeeze(run.of(&annotation.text))
    } else {
        spans.iter().map(|s| squeeze(s.of(&annotation.text))).collect::<Vec<_>>().join("; ")
    };
    let share = query.share(|b| b.count > 0, |t| query.holds(sentence, t));
    Listed { answer, grounds: vec![(sentence, spans)], share, plain: false }
}
