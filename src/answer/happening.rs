//! Happenings: when it was that something a question speaks of took place.

use crate::answer::query::Query;
use crate::document::Kind;
use crate::question::{Part, Question};
use crate::text::values::{Anchor, Date, Moment, Named, Season, TimeUnit, When};
use crate::text::{Span, Tag};

/// A dated sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated {
    /// The sentence that tells of it.
    pub told: usize,
    /// The sentence that gives the date: the same, or one before it.
    pub sentence: usize,
    /// Where the date stands in that sentence.
    pub span: Span,
    /// The date, with the year even where only the text before gives it.
    pub date: Date,
}

impl Dated {
    /// The sentences it rests on, each with where the date stands.
    pub fn grounds(&self) -> Vec<(usize, Vec<Span>)> {
        let mut grounds = vec![(self.sentence, vec![self.span])];
        if self.told != self.sentence {
            grounds.insert(0, (self.told, Vec::new()));
        }
        grounds
    }
}

/// The least share of the terms that a sentence must hold to tell of what they mean.
const ENOUGH: f64 = 0.5;

/// The places of the question's terms that lie wholly in a range of its words and that the document knows.
pub fn terms_within(question: &Question, query: &Query, words: std::ops::Range<usize>) -> Vec<usize> {
    let known = |t: &usize| query.terms[*t].count > 0 && !matches!(query.terms[*t].term.part, Part::Topic | Part::Date | Part::Number);
    let inside = |t: &usize| words.start <= question.terms[*t].words.0 && question.terms[*t].words.1 <= words.end;
    (0..query.terms.len()).filter(inside).filter(known).collect()
}

/// When that happened which the terms speak of: the sentence that holds most of them and is dated; of two alike the earlier.
pub fn when(query: &Query, terms: &[usize]) -> Option<Dated> {
    let mut best: Option<(f64, Dated)> = None;
    for sentence in 0..query.known.index.len() {
        let share = held(query, sentence, terms);
        if share < ENOUGH || best.as_ref().is_some_and(|(s, _)| share <= *s) {
            continue;
        }
        if let Some(dated) = dated(query, sentence, terms) {
            best = Some((share, dated));
        }
    }
    best.map(|(_, dated)| dated)
}

/// The share of some terms, by weight, that a sentence holds.
pub fn held(query: &Query, sentence: usize, terms: &[usize]) -> f64 {
    let total: f64 = terms.iter().map(|&t| query.terms[t].weight).sum();
    let own: f64 = terms.iter().map(|&t| query.terms[t].weight * query.holds(sentence, t)).sum();
    if total > 0.0 { own / total } else { 0.0 }
}

/// The date of a sentence: the one nearest to the words that the terms match, rather after than before them, else the last one before it in its paragraph.
pub fn dated(query: &Query, sentence: usize, terms: &[usize]) -> Option<Dated> {
    let sentences = &query.known.document.sentences;
    let same = |s: &usize| (sentences[*s].section, sentences[*s].paragraph) == (sentences[sentence].section, sentences[sentence].paragraph);
    let reading = &query.known.annotations[sentence].reading;
    let matched: Vec<usize> = query.places(sentence).iter().copied().filter(|(_, t)| terms.contains(t)).map(|(w, _)| w).collect();
    let distance = |span: Span| {
        let words = reading.within(span);
        let steps = |w: &usize| if *w < words.start { words.start - w } else { 2 * (w + 1 - words.start) };
        matched.iter().map(steps).min().unwrap_or(0)
    };
    // "Freya (born 1993)": when somebody was born is the date of nothing else.
    let birth = |span: Span| {
        let before = reading
            .within(span)
            .start
            .checked_sub(1)
            .filter(|&w| reading.words[w].span.of(&query.known.annotations[sentence].text) == "born");
        before.is_some_and(|born| born > 0 && reading.words[born - 1].tag == Tag::OpenBracket && !matched.contains(&born))
    };
    let own = dates(query, sentence).into_iter().filter(|(span, _)| !birth(*span)).min_by_key(|(span, _)| distance(*span));
    let told = |(span, date)| Dated { told: sentence, sentence, span, date };
    own.map(told).or_else(|| {
        let before = (0..sentence).rev().take_while(same);
        before.filter_map(|s| dates(query, s).pop().map(|(span, date)| Dated { told: sentence, sentence: s, span, date })).next()
    })
}

/// The dates of a sentence that have a year, also one that only the text before gives; in order.
pub fn dates(query: &Query, sentence: usize) -> Vec<(Span, Date)> {
    if query.known.document.sentences[sentence].kind == Kind::Code {
        return Vec::new();
    }
    let values = &query.known.annotations[sentence].values;
    let mut year = None;
    let mut found: Vec<(Span, Date)> = Vec::new();
    for value in values {
        let Some(date) = value.kind.date() else { continue };
        let known = year.or_else(|| year_before(query, sentence).map(|(_, year)| year));
        let last = || found.last().and_then(|(_, date)| date.moment()).or_else(|| moment_before(query, sentence).map(|(_, moment)| moment));
        if let Some(date) = completed(date, known, last) {
            year = date.latest().map(|d| d.year).or(year);
            found.push((value.core, date));
        }
    }
    found
}

/// A date with its year, one that is counted from the last by that; `None` where nothing tells it.
fn completed(date: &Date, year: Option<i32>, last: impl Fn() -> Option<Moment>) -> Option<Date> {
    match date {
        Date::Relative(r) if r.from == Anchor::Text => match r.name {
            None if r.unit == TimeUnit::Year => Some(Date::At(Moment::new(When::Year(year?.saturating_add(r.by.round() as i32))))),
            None => Some(Date::At(Moment::new(r.after(last()?)?))),
            Some(name) if r.by > 0.0 => Some(Date::At(Moment::new(next(last()?, name)?))),
            Some(_) => None,
        },
        Date::Relative(_) => None,
        Date::At(m) if m.without_year() => Some(Date::At(m.in_year(year?))),
        date if date.earliest().is_some() || date.latest().is_some() => Some(date.clone()),
        _ => None,
    }
}

/// The month or season of that name which comes next after a moment; that of the next year where the moment is a year.
fn next(moment: Moment, name: Named) -> Option<When> {
    let month = match moment.when {
        When::Day { month, .. } | When::Month { month, .. } => month,
        _ => 12,
    };
    let year = |begins: u8| Some(moment.year()? + i32::from(begins <= month));
    Some(match name {
        Named::Month(month) => When::Month { year: Some(year(month)?), month },
        Named::Season(season) => {
            let begins = match season {
                Season::Spring => 3,
                Season::Summer => 6,
                Season::Autumn => 9,
                Season::Winter => 12,
            };
            When::Season { year: Some(year(begins)?), season }
        }
        Named::Weekday(_) => return None,
    })
}

/// The last date that the section gives before a sentence, and the sentence that gives it.
pub fn moment_before(query: &Query, sentence: usize) -> Option<(usize, Moment)> {
    let sentences = &query.known.document.sentences;
    let before = (0..sentence).rev().take_while(|&s| sentences[s].section == sentences[sentence].section);
    before.filter_map(|s| dates(query, s).pop().map(|(_, date)| (s, date))).find_map(|(s, date)| date.moment().map(|moment| (s, moment)))
}

/// The day or month, of a year that nothing tells, which a sentence counts at a place from the last one before it in its section, and the sentence that gives
/// that.
pub fn without_year(query: &Query, sentence: usize, place: Span) -> Option<(Date, usize)> {
    let known = query.known;
    let values = |s: usize| known.annotations[s].values.iter();
    let relative = values(sentence).find_map(|v| match v.kind.date() {
        Some(Date::Relative(r)) if v.core.overlaps(place) && r.from == Anchor::Text && r.name.is_none() => Some(r.clone()),
        _ => None,
    })?;
    let section = |s: usize| known.document.sentences[s].section;
    let before = (0..sentence).rev().take_while(|&s| section(s) == section(sentence));
    let (from, moment) =
        before.filter_map(|s| values(s).rev().find_map(|v| v.kind.date().and_then(Date::moment)).map(|m| (s, m))).next()?;
    let counted = |year: i32| match relative.after(moment.in_year(year))? {
        When::Day { month, day, .. } => Some(When::Day { year: None, month, day }),
        When::Month { month, .. } => Some(When::Month { year: None, month }),
        _ => None,
    };
    // The same in a leap year as in another.
    let when = counted(2000).filter(|when| moment.without_year() && counted(2001) == Some(*when))?;
    Some((Date::At(Moment::new(when)), from))
}

/// The last year that the section names before a sentence, and the sentence that names it.
pub fn year_before(query: &Query, sentence: usize) -> Option<(usize, i32)> {
    let sentences = &query.known.document.sentences;
    let before = (0..sentence).rev().take_while(|&s| sentences[s].section == sentences[sentence].section);
    let year = |s: usize| query.known.annotations[s].values.iter().rev().find_map(|v| v.kind.date().and_then(Date::year));
    before.filter_map(|s| year(s).map(|year| (s, year))).next()
}
