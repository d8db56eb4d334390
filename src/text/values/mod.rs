//! Values in a text: dates, numbers, money, percentages, durations, ages, measures, each with what it means.
//!
//! [`values`] walks over the text's words once; at each it tries the readers below and keeps the longest reading.
//! The words around decide what a number is: "in 1987" is a year, "1987 people" a count, "3.4.1" nothing.

pub mod calendar;
mod clock;
pub mod date;
mod dates;
mod frequency;
mod hedge;
mod join;
mod lexicon;
mod moment;
mod money;
mod number;
mod pieces;
mod quantity;
mod relative;
mod scan;
mod show;
mod time_unit;
mod unit;
mod year;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Span;
use pieces::Pieces;

pub use calendar::Day;
pub use date::{Anchor, Date, Moment, Named, Part, Relative, Season, When};
pub use hedge::Bound;
pub use number::ordinal;
pub use time_unit::TimeUnit;
pub use unit::{Dimension, Unit};

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

/// The values in `text`, left to right, none overlapping another, the longest reading at each place.
pub fn values(text: &str) -> Vec<Value> {
    let p = Pieces::new(text);
    let (mut found, mut i) = (Vec::new(), 0);
    while i < p.len() {
        match scan::read(&p, i) {
            Some(value) => {
                found.push(Value {
                    span: p.span(i, value.end),
                    core: p.span(value.core, value.core_end),
                    kind: value.kind,
                    bound: value.bound,
                });
                i = value.end;
            }
            None => i = scan::skip(&p, i),
        }
    }
    found
}

/// A reading before it becomes a [`Value`]: pieces instead of bytes.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    /// First piece of the core.
    core: usize,
    /// The piece after the core.
    core_end: usize,
    /// The piece after the whole, which a hedge behind the core lengthens.
    end: usize,
    kind: ValueKind,
    bound: Bound,
    /// What a scale word multiplied the number by.
    scale: f64,
}

impl Found {
    fn new(core: usize, end: usize, kind: ValueKind) -> Self {
        Self { core, core_end: end, end, kind, bound: Bound::Exact, scale: 1.0 }
    }
}

#[cfg(test)]
mod tests;
