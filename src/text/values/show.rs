//! Dates as people write them: "2 January 1987", "mid-2000s", "44 BC", "the following year".

use std::fmt;

use super::TimeUnit;
use super::calendar::MONTHS;
use super::date::{Anchor, Date, Moment, Named, Part, Relative, When};

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(m) => write!(f, "{m}"),
            Self::Range(Moment { when: When::Year(a), part: None }, Moment { when: When::Year(b), part: None }) if *a > 0 => {
                write!(f, "{a}–{b}")
            }
            Self::Range(a, b) => write!(f, "{a} – {b}"),
            Self::Since(m) => write!(f, "since {m}"),
            Self::Until(m) => write!(f, "until {m}"),
            Self::Before(m) => write!(f, "before {m}"),
            Self::After(m) => write!(f, "after {m}"),
            Self::Relative(r) => write!(f, "{r}"),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.part {
            None => "",
            Some(Part::Early) => "early ",
            Some(Part::Mid) => "mid-",
            Some(Part::Late) => "late ",
            Some(Part::FirstHalf) => "first half of ",
            Some(Part::SecondHalf) => "second half of ",
        })?;
        let month = |m: u8| MONTHS[usize::from(m.clamp(1, 12)) - 1];
        let year = |year: Option<i32>| year.map_or(String::new(), |y| format!(" {}", Year(y)));
        match self.when {
            When::Day { year: y, month: m, day } => write!(f, "{day} {}{}", month(m), year(y)),
            When::Month { year: y, month: m } => write!(f, "{}{}", month(m), year(y)),
            When::Season { year: y, season } => write!(f, "{}{}", format!("{season:?}").to_lowercase(), year(y)),
            When::Year(y) => write!(f, "{}", Year(y)),
            When::Decade(y) if y < 0 => write!(f, "{}s BC", -y),
            When::Decade(y) => write!(f, "{y}s"),
            When::Century(n) => write!(f, "{} century{}", super::number::ordinal(n.unsigned_abs().into()), if n < 0 { " BC" } else { "" }),
        }
    }
}

/// A year as people write it.
struct Year(i32);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            y if y < 0 => write!(f, "{} BC", -y),
            y if y < 300 => write!(f, "AD {y}"),
            y => write!(f, "{y}"),
        }
    }
}

impl fmt::Display for Relative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = self.unit.name();
        if let Some(name) = self.name {
            let which = ["last", "this", "next"][(self.by.clamp(-1.0, 1.0) + 1.0) as usize];
            return match name {
                Named::Month(m) => write!(f, "{which} {}", MONTHS[usize::from(m.clamp(1, 12)) - 1]),
                Named::Season(season) => write!(f, "{which} {}", format!("{season:?}").to_lowercase()),
                Named::Weekday(day) => write!(f, "{which} {}", WEEKDAYS[usize::from(day.clamp(1, 7)) - 1]),
            };
        }
        match (self.from, self.by) {
            (Anchor::Writing, by) if self.unit == TimeUnit::Day && by.abs() <= 1.0 => {
                f.write_str(["yesterday", "today", "tomorrow"][(by + 1.0) as usize])
            }
            (_, 0.0) => write!(f, "the same {unit}"),
            (Anchor::Text, 1.0) => write!(f, "the following {unit}"),
            (Anchor::Text, -1.0) => write!(f, "the previous {unit}"),
            (Anchor::Writing, 1.0) => write!(f, "next {unit}"),
            (Anchor::Writing, -1.0) => write!(f, "last {unit}"),
            (Anchor::Text, by) => write!(f, "{} {unit}s {}", by.abs(), if by < 0.0 { "earlier" } else { "later" }),
            (Anchor::Writing, by) => write!(f, "{} {unit}s {}", by.abs(), if by < 0.0 { "ago" } else { "from now" }),
        }
    }
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
