//! When: the date of a proposition, with the year that the text around it supplies.

use std::borrow::Cow;

use super::annotation::Annotation;
use super::phrase::Tree;
use super::proposition::{Argument, Proposition, Role};
use crate::document::{Document, Sentence};
use crate::text::Span;
use crate::text::syntax::Relation;
use crate::text::values::{Anchor, Date, Moment, TimeUnit, Value, When, values};
use crate::text::wordnet::is_a;

/// The year the text is in: the last one it named, in the heading or a sentence of the section.
#[derive(Debug, Default)]
pub struct Calendar {
    section: Option<usize>,
    year: Option<i32>,
    /// The date of the last fact that has one, and how many sentences ago that was.
    last: Option<(Date, usize)>,
}

impl Calendar {
    /// Goes on to a sentence. A new section begins with the one year that its heading names, if it names one.
    pub fn enter(&mut self, document: &Document, sentence: &Sentence) {
        if self.section != Some(sentence.section) {
            self.section = Some(sentence.section);
            self.year = document.sections.get(sentence.section).and_then(|section| heading_year(section.path.last()?));
            self.last = None;
        }
        self.last = self.last.take().map(|(date, ago)| (date, ago + 1)).filter(|(_, ago)| *ago <= REACH);
    }

    /// The date that "at that time" means at the beginning of the sentence.
    pub fn last(&self) -> Option<Date> {
        self.last.as_ref().map(|(date, _)| date.clone())
    }

    /// A fact of the sentence has this date.
    pub fn happened(&mut self, date: Option<Date>) {
        self.last = date.map(|date| (date, 0)).or(self.last.take());
    }

    /// The sentence that ends names these dates: if no fact has one of them, "at that time" may still mean the only one.
    pub fn named(&mut self, dates: &[(Span, Date)]) {
        if let ([(_, date)], false) = (dates, self.last.as_ref().is_some_and(|(_, ago)| *ago == 0)) {
            self.last = date.moment().is_some().then(|| (date.clone(), 0)).or(self.last.take());
        }
    }

    /// The dates of a sentence in order, each completed by the last year named before it; what is told in the present ("the fair opens on 1 May")
    /// comes back every year.
    pub fn complete(&mut self, annotation: &Annotation, past: bool) -> Vec<(Span, Date)> {
        let dates = annotation.values.iter().filter_map(|value| Some((value.core, value.kind.date()?.clone())));
        dates.map(|(span, date)| (span, self.completed(date, past))).collect()
    }

    fn completed(&mut self, date: Date, past: bool) -> Date {
        let year = self.year.filter(|_| past);
        let full = |moment: Moment| year.filter(|_| moment.without_year()).map_or(moment, |year| moment.in_year(year));
        let date = match date {
            Date::At(moment) => Date::At(full(moment)),
            Date::Range(from, to) => match to.year() {
                Some(year) if from.without_year() => Date::Range(from.in_year(year), to),
                _ => Date::Range(full(from), full(to)),
            },
            Date::Since(moment) => Date::Since(full(moment)),
            Date::Until(moment) => Date::Until(full(moment)),
            Date::Before(moment) => Date::Before(full(moment)),
            Date::After(moment) => Date::After(full(moment)),
            Date::Relative(relative) if relative.from == Anchor::Text && relative.unit == TimeUnit::Year && relative.name.is_none() => {
                let years = relative.by.round() as i32;
                year.map_or(Date::Relative(relative), |year| Date::At(Moment::new(When::Year(year.saturating_add(years)))))
            }
            Date::Relative(relative) if relative.from == Anchor::Text && relative.name.is_none() => {
                let last = self.last.as_ref().and_then(|(date, _)| date.moment());
                last.and_then(|last| relative.after(last)).map_or(Date::Relative(relative), |when| Date::At(Moment::new(when)))
            }
            relative => relative,
        };
        if let Date::Range(_, to) = &date {
            self.year = to.year().or(self.year);
        } else {
            self.year = date.moment().and_then(Moment::year).or(self.year);
        }
        date
    }
}

fn heading_year(heading: &str) -> Option<i32> {
    let years: Vec<i32> = values(heading).iter().filter_map(Value::date_year).collect();
    years.first().copied().filter(|year| years.iter().all(|other| other == year))
}

impl Value {
    /// The year that a date names or lies in.
    fn date_year(&self) -> Option<i32> {
        self.kind.date()?.year()
    }
}

/// How many sentences back "at that time" may point.
const REACH: usize = 2;

/// A date, and the head word of the phrase that tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated {
    /// The date.
    pub date: Date,
    /// The head word.
    pub head: usize,
}

/// The date of a proposition: that of an adverbial phrase, of an event in one ("in the 2018 strikes"), or, for "at that time", the last one told:
/// `earlier` is that of the facts before the sentence.
pub fn time(tree: Tree, proposition: &Proposition, dates: &[(Span, Date)], earlier: Option<&Date>) -> Option<Dated> {
    let says = |argument: &&Argument| match argument.role {
        Role::Object => tree.is_dated(argument.head),
        Role::Complement => tree.is_dated(argument.head) && tree.base(argument.head) == Relation::Xcomp,
        role => matches!(role, Role::Oblique | Role::Adverb),
    };
    let adverbial = || proposition.arguments.iter().filter(says);
    let told = |date: &Date| !matches!(date, Date::Relative(relative) if relative.from == Anchor::Text);
    let at = |i: usize| dates.iter().find(|(span, date)| span.overlaps(tree.reading.words[i].span) && told(date)).map(|(_, date)| date);
    let own =
        || adverbial().find_map(|argument| Some(Dated { date: placed(tree, argument.head, at(argument.head)?), head: argument.head }));
    let event = || {
        let events = adverbial().filter(|argument| is_a(tree.lemma(argument.head), "event"));
        events
            .filter_map(|argument| {
                let inner = argument.words.iter().copied().find(|&i| tree.head(i) == Some(argument.head) && at(i).is_some())?;
                Some(Dated { date: placed(tree, argument.head, at(inner)?), head: inner })
            })
            .next()
    };
    let pointed = || {
        let argument = adverbial().find(|argument| points_back(tree, &argument.words))?;
        let start = tree.reading.words[argument.head].span.start;
        let before = dates.iter().rev().find(|(span, date)| span.end <= start && date.moment().is_some()).map(|(_, date)| date);
        Some(Dated { date: before.or(earlier)?.clone(), head: argument.head })
    };
    own().or_else(event).or_else(pointed)
}

/// The date of what happened before or after an event of that date: "after the fire of 1871"; "from 1990" leaves the end open.
fn placed(tree: Tree, event: usize, date: &Date) -> Date {
    let preposition = tree.child(event, Relation::Case).filter(|&case| tree.introduces(case, event)).map(|case| tree.lower(case));
    match (preposition.as_deref(), date) {
        (Some("after" | "following"), Date::At(moment)) => Date::After(*moment),
        (Some("before"), Date::At(moment)) => Date::Before(*moment),
        (Some("since" | "from"), Date::At(moment)) => Date::Since(*moment),
        (Some("until"), Date::At(moment)) => Date::Until(*moment),
        _ => date.clone(),
    }
}

/// "at the time", "during this period": nothing but a pointer to the time told last.
fn points_back(tree: Tree, words: &[usize]) -> bool {
    let words: Vec<Cow<str>> = words.iter().map(|&i| tree.lower(i)).collect();
    let words: Vec<&str> = words.iter().map(Cow::as_ref).collect();
    let (pointer, noun) = match words[..] {
        ["at" | "in" | "during" | "on", pointer, noun] => (pointer, noun),
        [pointer, noun] => (pointer, noun),
        ["at" | "in" | "during" | "on", "the", "same", noun] => ("same", noun),
        _ => return false,
    };
    let definite = matches!(pointer, "that" | "this" | "same") || pointer == "the" && noun == "time" && words[0] == "at";
    definite && matches!(noun, "time" | "period" | "point" | "moment" | "day" | "month" | "summer" | "winter" | "year")
}
