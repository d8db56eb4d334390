//! When: the date of a proposition, with the year that the text around it supplies.

use super::annotation::Annotation;
use super::phrase::Tree;
use super::proposition::{Argument, Proposition, Role};
use crate::document::{Document, Sentence};
use crate::text::Span;
use crate::text::values::{Anchor, Date, Moment, TimeUnit, Value, When, values};

/// The year the text is in: the last one it named, in the heading or a sentence of the section.
#[derive(Debug, Default)]
pub struct Calendar {
    section: Option<usize>,
    year: Option<i32>,
}

impl Calendar {
    /// Goes on to a sentence. A new section begins with the one year that its heading names, if it names one.
    pub fn enter(&mut self, document: &Document, sentence: &Sentence) {
        if self.section != Some(sentence.section) {
            self.section = Some(sentence.section);
            self.year = document.sections.get(sentence.section).and_then(|section| heading_year(section.path.last()?));
        }
    }

    /// The dates of a sentence in order, each completed by the last year named before it.
    pub fn complete(&mut self, annotation: &Annotation) -> Vec<(Span, Date)> {
        let dates = annotation.values.iter().filter_map(|value| Some((value.core, value.kind.date()?.clone())));
        dates.map(|(span, date)| (span, self.completed(date))).collect()
    }

    fn completed(&mut self, date: Date) -> Date {
        let year = self.year;
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

/// The date of a proposition: that of its adverbial phrases, those of time first.
pub fn time(tree: Tree, proposition: &Proposition, dates: &[(Span, Date)]) -> Option<String> {
    let adverbial = |argument: &&Argument| matches!(argument.role, Role::Oblique | Role::Adverb);
    let within = |argument: &Argument, head: bool| {
        dates.iter().find(|(span, _)| {
            let holds = |i: usize| span.overlaps(tree.reading.words[i].span);
            argument.words.iter().any(|&i| holds(i)) && (!head || holds(argument.head))
        })
    };
    let arguments = || proposition.arguments.iter().filter(adverbial);
    let found =
        arguments().find_map(|argument| within(argument, true)).or_else(|| arguments().find_map(|argument| within(argument, false)));
    found.filter(|(_, date)| !matches!(date, Date::Relative(relative) if relative.from == Anchor::Text)).map(|(_, date)| date.to_string())
}
