//! Values in a text: dates, numbers, money, percentages, durations, ages, measures, each with what it means.
//!
//! [`values`] walks over the text's words once; at each it tries the readers below and keeps the longest reading.
//! The words around decide what a number is: "in 1987" is a year, "1987 people" a count, "3.4.1" nothing.

pub mod calendar;
pub mod date;
mod dates;
mod frequency;
mod hedge;
mod join;
mod lexicon;
mod moment;
mod number;
mod pieces;
mod quantity;
mod relative;
mod unit;
mod year;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Span;
use pieces::{Pieces, Sort, is_dash};

pub use calendar::Day;
pub use date::{Anchor, Date, Moment, Named, Part, Relative, Season, When};
pub use hedge::Bound;
pub use number::ordinal;
pub use unit::{Dimension, TimeUnit, Unit};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// The words a person would give as the answer: "around €1,800 per month".
    pub span: Span,
    /// The same without hedge, preposition and article: "€1,800 per month".
    pub core: Span,
    /// What it means.
    pub kind: ValueKind,
    /// How exactly it is meant.
    pub bound: Bound,
}

/// What a value means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ValueKind {
    /// A point or stretch of the calendar.
    Date(Date),
    /// A time of day: hour 0 to 23, minute.
    #[allow(missing_docs)]
    Clock { hour: u8, minute: u8 },
    /// A count or a bare number; "two thirds" is 0.667.
    Number(Amount),
    /// A place in an order: "second", "No. 5".
    Ordinal(u64),
    /// A sum of money.
    Money {
        /// In units of the currency: 20 cents are 0.2.
        amount: Amount,
        /// Its ISO 4217 code; the currency's name where many states share it ("franc").
        currency: String,
        /// What it is paid for, in the singular: "month".
        per: Option<String>,
    },
    /// A percentage: 3.67.
    Percent(Amount),
    /// A length of time.
    #[allow(missing_docs)]
    Duration { amount: Amount, unit: TimeUnit },
    /// An age in years.
    Age(Amount),
    /// A length, an area, a weight….
    #[allow(missing_docs)]
    Measure { amount: Amount, unit: Unit },
    /// How often.
    Frequency {
        /// How many times.
        times: Amount,
        /// In which period, if one is named: (2, Year) for "every two years".
        per: Option<(f64, TimeUnit)>,
    },
    /// The score of a game: "3–1".
    Score(u32, u32),
}

/// A number, or the range it lies in.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// The least it may be.
    pub low: f64,
    /// The most it may be; equal to `low` for a plain number.
    pub high: f64,
}

impl Amount {
    /// A plain number.
    pub fn exact(value: f64) -> Self {
        Self { low: value, high: value }
    }

    /// Whether it is a range.
    pub fn is_range(self) -> bool {
        self.low != self.high
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_range() { write!(f, "{}–{}", self.low, self.high) } else { write!(f, "{}", self.low) }
    }
}

impl ValueKind {
    /// The number in it, in its own unit; none for dates and times of day.
    pub fn amount(&self) -> Option<Amount> {
        match self {
            Self::Number(amount) | Self::Percent(amount) | Self::Age(amount) => Some(*amount),
            Self::Money { amount, .. } | Self::Duration { amount, .. } | Self::Measure { amount, .. } => Some(*amount),
            Self::Frequency { times, .. } => Some(*times),
            Self::Ordinal(n) => Some(Amount::exact(*n as f64)),
            Self::Date(_) | Self::Clock { .. } | Self::Score(..) => None,
        }
    }

    /// The date in it.
    pub fn date(&self) -> Option<&Date> {
        if let Self::Date(date) = self { Some(date) } else { None }
    }
}

/// A reading before it becomes a [`Value`]: pieces instead of bytes.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    core: usize,
    end: usize,
    kind: ValueKind,
    bound: Bound,
    /// What a scale word multiplied the number by.
    scale: f64,
    /// Whether a hedge within widens the core: the piece after the core, where it is not `end`.
    core_end: usize,
}

impl Found {
    fn new(core: usize, end: usize, kind: ValueKind) -> Self {
        Self { core, end, kind, bound: Bound::Exact, scale: 1.0, core_end: end }
    }
}

/// The values in `text`, left to right, none overlapping another, the longest reading at each place.
pub fn values(text: &str) -> Vec<Value> {
    let p = Pieces::new(text);
    let (mut found, mut i) = (Vec::new(), 0);
    while i < p.len() {
        match read(&p, i) {
            Some(value) => {
                found.push(Value {
                    span: p.span(i, value.end),
                    core: p.span(value.core, value.core_end),
                    kind: value.kind,
                    bound: value.bound,
                });
                i = value.end;
            }
            None => i = skip(&p, i),
        }
    }
    found
}

/// The value that begins at piece `i`, its hedges included.
fn read(p: &Pieces, i: usize) -> Option<Found> {
    if let Some((bound, at)) = hedge::before(p, i)
        && let Some(mut found) = hedged(p, at, bound)
    {
        found.bound = bound;
        return Some(found);
    }
    let mut found = unhedged(p, i)?;
    if takes_hedge(&found.kind, Bound::AtLeast)
        && let Some((bound, end)) = hedge::after(p, found.end)
    {
        (found.bound, found.end) = (bound, end);
    }
    Some(found)
}

/// The value after a hedge: a second hedge may follow ("about half"), and more than 2000 is no year.
fn hedged(p: &Pieces, at: usize, bound: Bound) -> Option<Found> {
    let date = unhedged(p, at).filter(|found| takes_hedge(&found.kind, bound));
    date.or_else(|| join::quantities(p, at).filter(|found| takes_hedge(&found.kind, bound)))
}

fn takes_hedge(kind: &ValueKind, bound: Bound) -> bool {
    match kind {
        ValueKind::Date(Date::At(_) | Date::Range(..)) => bound == Bound::About,
        ValueKind::Clock { .. } => matches!(bound, Bound::About | Bound::Nearly),
        ValueKind::Date(_) | ValueKind::Ordinal(_) | ValueKind::Score(..) => false,
        _ => true,
    }
}

/// The longest reading at `i`; a date before a number of the same length.
fn unhedged(p: &Pieces, i: usize) -> Option<Found> {
    if !may_begin(p, i) {
        return None;
    }
    let readings = [
        dates::date(p, i),
        relative::relative(p, i),
        frequency::age(p, i),
        frequency::frequency(p, i),
        join::quantities(p, i),
        frequency::vague(p, i),
        frequency::place(p, i),
        noon(p, i),
    ];
    readings.into_iter().flatten().rev().max_by_key(|found| found.end)
}

/// "noon", "midnight".
fn noon(p: &Pieces, i: usize) -> Option<Found> {
    let hour = match p.low(i) {
        "noon" | "midday" => 12,
        "midnight" => 0,
        _ => return None,
    };
    Some(Found::new(i, i + 1, ValueKind::Clock { hour, minute: 0 }))
}

/// Words that open a value and are no numeral, month, week day or season themselves; sorted.
const OPENERS: &[&str] = &[
    "a",
    "ad",
    "after",
    "age",
    "aged",
    "an",
    "at",
    "au",
    "before",
    "beginning",
    "between",
    "c",
    "ca",
    "close",
    "early",
    "end",
    "every",
    "from",
    "half",
    "hk",
    "in",
    "last",
    "late",
    "latter",
    "mid",
    "midday",
    "middle",
    "midnight",
    "minus",
    "next",
    "no",
    "noon",
    "nos",
    "nt",
    "number",
    "nz",
    "once",
    "r",
    "rs",
    "s",
    "since",
    "start",
    "tens",
    "that",
    "the",
    "this",
    "thrice",
    "till",
    "today",
    "tomorrow",
    "tonight",
    "twice",
    "until",
    "us",
    "year",
    "yesterday",
];

/// Whether a value may begin at `i`: a quick look before the readers are asked.
fn may_begin(p: &Pieces, i: usize) -> bool {
    match p.sort(i) {
        Sort::Number | Sort::Opaque => true,
        Sort::Break => false,
        Sort::Mark => p.mark(i).is_some_and(|c| !c.is_ascii() || "$-'#".contains(c)),
        Sort::Word if p.is(i, &["the"]) => may_follow_article(p, i + 1),
        Sort::Word => OPENERS.binary_search(&p.low(i)).is_ok() || lexicon::sense(p.low(i)).is_some() || unit::code(p.raw(i)).is_some(),
    }
}

/// Words other than numerals and units that follow the article of a value; sorted.
const AFTER_ARTICLE: &[&str] = &[
    "beginning",
    "close",
    "early",
    "end",
    "ensuing",
    "following",
    "late",
    "latter",
    "mid",
    "middle",
    "next",
    "preceding",
    "previous",
    "prior",
    "same",
    "start",
    "subsequent",
    "year",
];

/// Whether the article before `i` may open a value.
fn may_follow_article(p: &Pieces, i: usize) -> bool {
    match p.sort(i) {
        Sort::Number => true,
        Sort::Mark => p.mark(i).is_some_and(|c| "'’‘".contains(c)),
        Sort::Word => {
            AFTER_ARTICLE.binary_search(&p.low(i)).is_ok() || lexicon::sense(p.low(i)).is_some() || TimeUnit::named(p.low(i)).is_some()
        }
        _ => false,
    }
}

/// The piece to go on with after `i` gave no value: what hangs on a number that is none is passed over, and so are the groups of a telephone number.
fn skip(p: &Pieces, i: usize) -> usize {
    if !matches!(p.sort(i), Sort::Number | Sort::Opaque) {
        return i + 1;
    }
    let plus = i > 0 && p.tight(i) && p.mark(i - 1) == Some('+');
    let dialled = plus || p.raw(i).len() > 1 && p.raw(i).starts_with('0');
    let mut at = i + 1;
    while at < p.len() {
        let hangs =
            p.tight(at) && (p.sort(at) != Sort::Mark || p.mark(at).is_some_and(|c| is_dash(c) || "/:_@".contains(c)) && p.tight(at + 1));
        if hangs || dialled && p.sort(at) == Sort::Number {
            at += 1;
        } else {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests;
