//! Units of time: their names, and how long they are.

use serde::{Deserialize, Serialize};

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl TimeUnit {
    /// Its length in seconds, months and years by their mean length.
    pub fn seconds(self) -> f64 {
        const DAY: f64 = 86_400.0;
        match self {
            Self::Second => 1.0,
            Self::Minute => 60.0,
            Self::Hour => 3_600.0,
            Self::Day => DAY,
            Self::Week => 7.0 * DAY,
            Self::Month => 365.2425 / 12.0 * DAY,
            Self::Quarter => 365.2425 / 4.0 * DAY,
            Self::Year => 365.2425 * DAY,
            Self::Decade => 3_652.425 * DAY,
            Self::Century => 36_524.25 * DAY,
            Self::Millennium => 365_242.5 * DAY,
        }
    }

    /// The unit's name in the singular.
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }

    /// The unit a word in lower case names, and how many of it: a fortnight is two weeks.
    pub fn named(word: &str) -> Option<(f64, Self)> {
        let unit = match word {
            "second" | "seconds" | "sec" | "secs" => Self::Second,
            "minute" | "minutes" | "min" | "mins" => Self::Minute,
            "hour" | "hours" | "hr" | "hrs" => Self::Hour,
            "day" | "days" | "night" | "nights" => Self::Day,
            "week" | "weeks" => Self::Week,
            "fortnight" | "fortnights" => return Some((2.0, Self::Week)),
            "month" | "months" => Self::Month,
            "year" | "years" | "yr" | "yrs" => Self::Year,
            "decade" | "decades" => Self::Decade,
            "century" | "centuries" => Self::Century,
            "millennium" | "millennia" => Self::Millennium,
            _ => return None,
        };
        Some((1.0, unit))
    }
}
