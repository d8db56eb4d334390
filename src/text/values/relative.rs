//! Reads dates that are counted from another: "the following year", "two years later", "last March", "at the time".

use super::calendar::days_in_month;
use super::date::{Anchor, Date, Moment, Named, Relative, When};
use super::lexicon::{Sense, sense};
use super::number::cardinal;
use super::pieces::Pieces;
use super::{Found, TimeUnit, ValueKind};

/// The relative date that begins at piece `i`.
pub(super) fn relative(p: &Pieces, i: usize) -> Option<Found> {
    let (date, end) = deictic(p, i).or_else(|| which(p, i)).or_else(|| distance(p, i))?;
    Some(Found::new(i, end, ValueKind::Date(Date::Relative(date))))
}

fn counted(from: Anchor, by: f64, unit: TimeUnit) -> Relative {
    Relative { from, by, unit, name: None }
}

/// "yesterday", "at the time".
fn deictic(p: &Pieces, i: usize) -> Option<(Relative, usize)> {
    if p.capital(i) && !p.opens(i) {
        return None;
    }
    let day = |by| Some((counted(Anchor::Writing, by, TimeUnit::Day), i + 1));
    match p.low(i) {
        "yesterday" => day(-1.0),
        "today" | "tonight" => day(0.0),
        "tomorrow" => day(1.0),
        "at" if p.is(i + 1, &["the", "that"]) && p.is(i + 2, &["time"]) && !p.is(i + 3, &["of", "when", "that"]) => {
            Some((counted(Anchor::Text, 0.0, TimeUnit::Day), i + 3))
        }
        _ => None,
    }
}

/// "the following year", "that same day", "last March", "the year before", "the next two weeks" is left to the duration.
fn which(p: &Pieces, i: usize) -> Option<(Relative, usize)> {
    let article = p.is(i, &["the", "that", "this"]);
    let at = if article { i + 1 } else { i };
    let anchor = if article && p.low(i) != "this" { Anchor::Text } else { Anchor::Writing };
    let step = match p.low(at) {
        "following" | "ensuing" | "subsequent" if article => Some((Anchor::Text, 1.0)),
        "next" => Some((anchor, 1.0)),
        "previous" | "preceding" | "prior" if article => Some((Anchor::Text, -1.0)),
        "last" if !article => Some((Anchor::Writing, -1.0)),
        "same" if article => Some((Anchor::Text, 0.0)),
        _ => None,
    };
    if let Some((from, by)) = step {
        let (name, unit, end) = named(p, at + 1)?;
        return Some((Relative { from, by, unit, name }, end));
    }
    match p.low(i) {
        "this" => named(p, at).map(|(name, unit, end)| (Relative { from: Anchor::Writing, by: 0.0, unit, name }, end)),
        "that" => named(p, at)
            .filter(|(_, _, end)| !p.is(*end, &["before", "after"]))
            .map(|(name, unit, end)| (Relative { from: Anchor::Text, by: 0.0, unit, name }, end)),
        "the" => {
            let (1.0, unit) = TimeUnit::named(p.low(at))? else { return None };
            let by = match p.low(at + 1) {
                "before" => -1.0,
                "after" => 1.0,
                _ => return None,
            };
            ends_clause(p, at + 2).then_some((counted(Anchor::Text, by, unit), at + 2))
        }
        _ => None,
    }
}

/// What "last" or "following" is said of: a unit of time, a month, a week day, a season.
fn named(p: &Pieces, i: usize) -> Option<(Option<Named>, TimeUnit, usize)> {
    let name = match sense(p.low(i)) {
        Some(Sense::Month(m)) => Some((Named::Month(m), TimeUnit::Year)),
        Some(Sense::UnsureMonth(m)) if p.capital(i) && p.low(i) != "mar" => Some((Named::Month(m), TimeUnit::Year)),
        Some(Sense::Weekday(day)) => Some((Named::Weekday(day), TimeUnit::Week)),
        Some(Sense::Season(season)) if p.low(i) != "fall" => Some((Named::Season(season), TimeUnit::Year)),
        _ => None,
    };
    if let Some((name, unit)) = name {
        return Some((Some(name), unit, i + 1));
    }
    if p.is(i, &["morning", "afternoon", "evening", "night"]) {
        return Some((None, TimeUnit::Day, i + 1));
    }
    let (1.0, unit) = TimeUnit::named(p.low(i)).filter(|_| !p.low(i).ends_with('s') && p.low(i) != "second")? else { return None };
    Some((None, unit, i + 1))
}

/// "two years later", "a month earlier", "three days ago"; "years before" only where the clause ends.
fn distance(p: &Pieces, i: usize) -> Option<(Relative, usize)> {
    let (amount, at) = match p.low(i) {
        "a" | "an" if TimeUnit::named(p.low(i + 1)).is_some() => (1.0, i + 1),
        _ => cardinal(p, i).map(|n| (n.value, n.end))?,
    };
    let (many, unit) = TimeUnit::named(p.low(at))?;
    let (anchor, sign) = match p.low(at + 1) {
        "later" | "afterwards" | "afterward" => (Anchor::Text, 1.0),
        "earlier" | "previously" | "beforehand" => (Anchor::Text, -1.0),
        "after" if ends_clause(p, at + 2) => (Anchor::Text, 1.0),
        "before" | "prior" if ends_clause(p, at + 2) => (Anchor::Text, -1.0),
        "ago" => (Anchor::Writing, -1.0),
        "hence" => (Anchor::Writing, 1.0),
        _ => return None,
    };
    Some((counted(anchor, amount * many * sign, unit), at + 2))
}

fn ends_clause(p: &Pieces, i: usize) -> bool {
    i >= p.len() || p.mark(i).is_some_and(|c| ".,;:!?)".contains(c))
}

impl Relative {
    /// What lies as many months or days after a moment as this counts; as exact as both allow. `None` for other units, and for days of a moment that is
    /// less exact.
    pub fn after(&self, moment: Moment) -> Option<When> {
        let count = self.by.round() as i32;
        match (moment.when, self.unit) {
            (When::Month { year: Some(year), month } | When::Day { year: Some(year), month, .. }, TimeUnit::Month) => {
                let months = i32::from(month).checked_sub(1)?.checked_add(count)?;
                Some(When::Month { year: Some(year.checked_add(months.div_euclid(12))?), month: months.rem_euclid(12) as u8 + 1 })
            }
            (When::Day { year: Some(year), month, day }, TimeUnit::Day) => {
                let day = i32::from(day).checked_add(count)?;
                let last = i32::from(days_in_month(year, month));
                // Further away than a month or so it was not counted by the day.
                match day {
                    1.. if day <= last => Some(When::Day { year: Some(year), month, day: day as u8 }),
                    _ if (1..=28).contains(&(day - last)) && month < 12 => {
                        Some(When::Day { year: Some(year), month: month + 1, day: (day - last) as u8 })
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }
}
