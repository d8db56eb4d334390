//! Days of the Gregorian calendar, and whole years, months and days between two of them.

use serde::{Deserialize, Serialize};

/// A day. Years before the common era are negative: -44 is 44 BC, and no year is 0. Days order as they follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    /// The year; never 0.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// The day, its month and day brought into the month's bounds.
    pub fn new(year: i32, month: u8, day: u8) -> Self {
        let month = month.clamp(1, 12);
        Self { year, month, day: day.clamp(1, days_in_month(year, month)) }
    }

    /// Whole years from this day to `later`; negative where `later` comes first. The age of someone born on this day.
    pub fn years_until(self, later: Day) -> i32 {
        self.months_until(later) / 12
    }

    /// Whole months from this day to `later`; negative where `later` comes first.
    pub fn months_until(self, later: Day) -> i32 {
        if later < self {
            return -later.months_until(self);
        }
        let months = (astronomical(later.year) - astronomical(self.year)) * 12 + i32::from(later.month) - i32::from(self.month);
        months - i32::from(later.day < self.day)
    }

    /// Days from this day to `later`; negative where `later` comes first.
    pub fn days_until(self, later: Day) -> i64 {
        later.number() - self.number()
    }

    /// Days since 1 March of the year 0, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
    fn number(self) -> i64 {
        let year = i64::from(astronomical(self.year)) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((i64::from(self.month) + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
    }
}

/// The year counted with a year 0, as sums need it.
fn astronomical(year: i32) -> i32 {
    if year < 0 { year + 1 } else { year }
}

/// How many days the month has.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    let year = astronomical(year);
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The names of the months.
pub const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_whole_years_months_and_days() {
        let check = |from: (i32, u8, u8), to: (i32, u8, u8), expected: (i32, i32, i64)| {
            let (from, to) = (Day::new(from.0, from.1, from.2), Day::new(to.0, to.1, to.2));
            assert_eq!((from.years_until(to), from.months_until(to), from.days_until(to)), expected, "{from:?} {to:?}");
        };
        check((1987, 1, 2), (1987, 1, 2), (0, 0, 0));
        check((1987, 1, 2), (2022, 1, 1), (34, 419, 12_783));
        check((1987, 1, 2), (2022, 1, 2), (35, 420, 12_784));
        check((2020, 2, 29), (2021, 2, 28), (0, 11, 365));
        check((2022, 1, 1), (2021, 12, 31), (0, 0, -1));
        check((-1, 12, 31), (1, 1, 1), (0, 0, 1));
    }
}
