//! Computation: answers that no sentence gives but that follow from what sentences give, with all of them cited. Never from today's date.

use crate::answer::born::born_by_age;
use crate::answer::evidence::Evidence;
use crate::answer::lifespan::own_birth;
use crate::answer::pairs::paired;
use crate::answer::partitive::partitive;
use crate::answer::query::Query;
use crate::answer::siblings::siblings;
use crate::answer::subject::{Asked, agreement};
use crate::answer::total::total;
use crate::answer::{difference, elapsed, sums};
use crate::document::Kind;
use crate::question::Question;
use crate::text::Span;
use crate::text::fold::fold;
use crate::text::term::term;
use crate::text::values::Date;

/// A computed answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Computed {
    /// The short answer.
    pub answer: String,
    /// The sentences it rests on, each with where the values stand in it.
    pub grounds: Vec<(usize, Vec<Span>)>,
    /// The sum, for a person to read.
    pub sum: String,
}

/// What follows from the document's dates and numbers for a question that asks for a sum of them.
pub fn reckon(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    siblings(question, query)
        .or_else(|| sums::remainder(question, query, evidence))
        .or_else(|| partitive(question, query, evidence))
        .or_else(|| total(question, query, evidence))
        .or_else(|| difference::change(question, query, evidence))
        .or_else(|| difference::difference(question, query, evidence))
        .or_else(|| paired(question, query, evidence))
        .or_else(|| sums::over_time(question, query, evidence))
        .or_else(|| born_by_age(question, query))
        .or_else(|| sums::year_of_age(question, query, evidence))
        .or_else(|| elapsed::lasted(question, query, evidence))
}

/// The birth of the document's topic: the first sentence that speaks of being born, of nobody else, and has a date, the most exact where there are several;
/// or the dates behind the name, where they are more exact.
pub fn birth(query: &Query) -> Option<(usize, Span, Date)> {
    let born: Vec<u32> = BIRTH.iter().filter_map(|w| query.known.index.term(&term(w))).collect();
    let speaks = |s: &usize| query.known.index.sentence(*s).iter().any(|t| born.contains(t));
    let about = |s: &usize| query.known.document.sentences[*s].kind != Kind::Code && is_of_topic(query, *s);
    let dates = (0..query.known.index.len()).filter(speaks).filter(about).filter_map(|s| own_date(query, s));
    let told = dates.reduce(|a, b| if days(b.2) < days(a.2) { b } else { a }).map(|(sentence, span, date)| (sentence, span, date.clone()));
    let own = own_birth(query);
    let closer = |told: &(usize, Span, Date)| own.as_ref().is_none_or(|own| days(&told.2) <= days(&own.2));
    told.filter(closer).or(own)
}

/// Words for being born.
const BIRTH: [&str; 3] = ["born", "bear", "birth"];

/// Whether a sentence speaks of a birth that may be the topic's: not only of somebody else's, nor of where somebody comes from ("a Velm-born clerk").
fn is_of_topic(query: &Query, sentence: usize) -> bool {
    let annotation = &query.known.annotations[sentence];
    let words = &annotation.reading.words;
    let own = agreement(Some(&Asked::Named(Vec::new())), query, sentence, &[]);
    let joined = |w: usize| w > 0 && words[w - 1].span.of(&annotation.text) == "-" && words[w - 1].span.end == words[w].span.start;
    // A document that is about nobody in particular may speak of one person.
    let other = |w: usize| own[w] == Some(false) && query.known.cast.protagonist().is_some();
    // "It has borne a plaque since."
    let borne = |w: usize| words[w].lemma == "bear" && fold(words[w].span.of(&annotation.text)) != "born";
    (0..words.len()).any(|w| BIRTH.contains(&&*words[w].lemma) && !borne(w) && !joined(w) && !other(w))
}

/// How many days a date leaves open.
fn days(date: &Date) -> i64 {
    date.earliest().zip(date.latest()).map_or(i64::MAX, |(a, b)| a.days_until(b))
}

fn own_date<'a>(query: &Query<'a>, sentence: usize) -> Option<(usize, Span, &'a Date)> {
    let values = &query.known.annotations[sentence].values;
    let dated = values.iter().filter_map(|v| v.kind.date().map(|d| (sentence, v.core, d)));
    dated.filter(|(_, _, d)| d.year().is_some()).reduce(|a, b| if days(b.2) < days(a.2) { b } else { a })
}
