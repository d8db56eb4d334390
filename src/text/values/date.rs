//! Dates: a day, a month, a year, a decade, part of one, a span between two, or one that leans on another.

use serde::{Deserialize, Serialize};

use super::TimeUnit;
use super::calendar::{Day, days_in_month};

/// A date of any precision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Date {
    /// One stretch of the calendar: "2 January 1987", "the early 1970s".
    At(Moment),
    /// From the first to the last, both included: "2017–2021".
    Range(Moment, Moment),
    /// From it on, open to the present: "since 2006", "2021–present".
    Since(Moment),
    /// Up to it: "until June 2018".
    Until(Moment),
    /// Earlier than it: "before 1987".
    Before(Moment),
    /// Later than it: "after 1987".
    After(Moment),
    /// Counted from another date: "the following year".
    Relative(Relative),
}

/// One stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Moment {
    /// The stretch.
    pub when: When,
    /// The part of it that is meant, if not the whole.
    pub part: Option<Part>,
}

/// A stretch of the calendar by its precision. Years before the common era are negative.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum When {
    Day {
        year: Option<i32>,
        month: u8,
        day: u8,
    },
    Month {
        year: Option<i32>,
        month: u8,
    },
    Season {
        year: Option<i32>,
        season: Season,
    },
    Year(i32),
    /// By its first year: 1990.
    Decade(i32),
    /// The 19th is 19, the first BC is -1.
    Century(i32),
}

/// A season of the northern year; winter runs into the next year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Part {
    Early,
    Mid,
    Late,
    FirstHalf,
    SecondHalf,
}

/// A date counted from another, which the reader of the text has to supply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relative {
    /// What it is counted from.
    pub from: Anchor,
    /// How many `unit`s later; earlier if negative; 0 for the same one.
    pub by: f64,
    /// The unit that is counted.
    pub unit: TimeUnit,
    /// The month, season or week day that is meant: "last March".
    pub name: Option<Named>,
}

/// What a relative date is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// The date the text spoke of last: "the following year".
    Text,
    /// The day of writing: "last year", "three days ago".
    Writing,
}

/// A stretch that comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Named {
    /// 1 to 12.
    Month(u8),
    /// A season.
    Season(Season),
    /// Monday is 1, Sunday 7.
    Weekday(u8),
}

impl Date {
    /// The first day it may mean; `None` where it is open to the past, relative or without a year.
    pub fn earliest(&self) -> Option<Day> {
        match self {
            Self::At(m) | Self::Range(m, _) | Self::Since(m) => Some(m.bounds()?.0),
            Self::After(m) => Some(m.bounds()?.1),
            Self::Until(_) | Self::Before(_) | Self::Relative(_) => None,
        }
    }

    /// The last day it may mean; `None` where it is open to the future, relative or without a year.
    pub fn latest(&self) -> Option<Day> {
        match self {
            Self::At(m) | Self::Range(_, m) | Self::Until(m) => Some(m.bounds()?.1),
            Self::Before(m) => Some(m.bounds()?.0),
            Self::Since(_) | Self::After(_) | Self::Relative(_) => None,
        }
    }

    /// The year, where the whole of it lies in one.
    pub fn year(&self) -> Option<i32> {
        let (first, last) = (self.earliest()?, self.latest()?);
        (first.year == last.year).then_some(first.year)
    }

    /// The moment it speaks of or begins with; `None` for a relative date.
    pub fn moment(&self) -> Option<Moment> {
        match self {
            Self::At(m) | Self::Range(m, _) | Self::Since(m) | Self::Until(m) | Self::Before(m) | Self::After(m) => Some(*m),
            Self::Relative(_) => None,
        }
    }

    /// Whether every day of `other` is one of this date's: 1987 contains 2 January 1987, January contains 2 January of any year.
    pub fn contains(&self, other: &Date) -> bool {
        if let (Self::At(a), Self::At(b)) = (self, other)
            && (a.without_year() || b.without_year())
        {
            return a.contains_by_name(*b);
        }
        let from = self.earliest().is_none_or(|day| other.earliest().is_some_and(|o| day <= o));
        let to = self.latest().is_none_or(|day| other.latest().is_some_and(|o| o <= day));
        self.bounded() && other.bounded() && from && to
    }

    /// Whether the two share a day.
    pub fn overlaps(&self, other: &Date) -> bool {
        self.bounded() && other.bounded() && !self.is_before(other) && !other.is_before(self)
            || self.contains(other)
            || other.contains(self)
    }

    /// Whether its last day comes before the other's first.
    pub fn is_before(&self, other: &Date) -> bool {
        matches!((self.latest(), other.earliest()), (Some(last), Some(first)) if last < first)
    }

    /// Whether its first day comes after the other's last.
    pub fn is_after(&self, other: &Date) -> bool {
        other.is_before(self)
    }

    /// Whether at least one end is known.
    fn bounded(&self) -> bool {
        self.earliest().is_some() || self.latest().is_some()
    }
}

impl Moment {
    /// The whole of `when`.
    pub fn new(when: When) -> Self {
        Self { when, part: None }
    }

    /// The year it names or lies in: none for a decade or century.
    pub fn year(self) -> Option<i32> {
        match self.when {
            When::Day { year, .. } | When::Month { year, .. } | When::Season { year, .. } => year,
            When::Year(year) => Some(year),
            When::Decade(_) | When::Century(_) => None,
        }
    }

    /// The same moment in `year`, where it names none itself.
    pub fn in_year(self, year: i32) -> Self {
        let when = match self.when {
            When::Day { year: None, month, day } => When::Day { year: Some(year), month, day },
            When::Month { year: None, month } => When::Month { year: Some(year), month },
            When::Season { year: None, season } => When::Season { year: Some(year), season },
            when => when,
        };
        Self { when, ..self }
    }

    /// Whether it is a day, a month or a season of no particular year.
    pub fn without_year(self) -> bool {
        matches!(self.when, When::Day { year: None, .. } | When::Month { year: None, .. } | When::Season { year: None, .. })
    }

    /// Its first and its last day; `None` without a year. Early, mid and late are thirds, rounded outwards.
    pub fn bounds(self) -> Option<(Day, Day)> {
        let years = |first: i32, last: i32| (Day::new(first, 1, 1), Day::new(last, 12, 31));
        Some(match self.when {
            When::Day { year, month, day } => {
                let day = Day::new(year?, month, day);
                (day, day)
            }
            When::Month { year, month } => {
                let (first, last) = self.share(1, i32::from(days_in_month(year?, month)));
                (Day::new(year?, month, first as u8), Day::new(year?, month, last as u8))
            }
            When::Season { year, season } => season.bounds(year?),
            When::Year(year) => {
                let (first, last) = self.share(1, 12);
                (Day::new(year, first as u8, 1), Day::new(year, last as u8, 31))
            }
            When::Decade(year) if year < 0 => {
                let (first, last) = self.share(year.saturating_sub(9), year);
                years(first, last)
            }
            When::Decade(year) => {
                let (first, last) = self.share(year.max(1), year.saturating_add(9));
                years(first, last)
            }
            When::Century(n) => {
                let hundred = n.saturating_mul(100);
                let (first, last) = if n < 0 { self.share(hundred, hundred.saturating_add(99)) } else { self.share(hundred - 99, hundred) };
                years(first, last)
            }
        })
    }

    /// The part of `first..=last` that is meant.
    fn share(self, first: i32, last: i32) -> (i32, i32) {
        let len = last - first + 1;
        match self.part {
            None => (first, last),
            Some(Part::Early) => (first, first + (len + 2) / 3 - 1),
            Some(Part::Mid) => (first + len / 3, last - len / 3),
            Some(Part::Late) => (last - (len + 2) / 3 + 1, last),
            Some(Part::FirstHalf) => (first, first + (len + 1) / 2 - 1),
            Some(Part::SecondHalf) => (last - (len + 1) / 2 + 1, last),
        }
    }

    /// Containment by month and day alone, for dates without a year.
    fn contains_by_name(self, other: Moment) -> bool {
        if let (Some(a), Some(b)) = (self.year(), other.year())
            && a != b
        {
            return false;
        }
        match (self.when, other.when) {
            (When::Day { month: m, day: d, .. }, When::Day { month, day, .. }) => (m, d) == (month, day),
            (When::Month { month: m, .. }, When::Month { month, .. } | When::Day { month, .. }) => m == month,
            (When::Season { season: s, .. }, When::Season { season, .. }) => s == season,
            _ => false,
        }
    }
}

impl Season {
    fn bounds(self, year: i32) -> (Day, Day) {
        let (first, last, later) = match self {
            Self::Spring => (3, 5, 0),
            Self::Summer => (6, 8, 0),
            Self::Autumn => (9, 11, 0),
            Self::Winter => (12, 2, 1),
        };
        (Day::new(year, first, 1), Day::new(year + later, last, 31))
    }
}
