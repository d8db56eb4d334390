//! Reads dates with their bounds: "from 2017 to 2021", "2021–present", "between 1 January and 18 February 2022", "since June 2018".

use super::date::{Date, Moment, When};
use super::moment::{Read, day_number, moment, part_at, stretch};
use super::number::ordinal_at;
use super::pieces::{Pieces, Sort, is_dash};
use super::{Found, ValueKind, year};

/// The date that begins at piece `i`, relative ones aside.
pub(super) fn date(p: &Pieces, i: usize) -> Option<Found> {
    let found = |core: usize, end: usize, date: Date| Found::new(core, end, ValueKind::Date(date));
    match p.low(i) {
        "between" => {
            let (a, b, end) = range(p, i + 1, &["and"])?;
            Some(found(i, end, Date::Range(a, b)))
        }
        "from" => match range(p, i + 1, TO) {
            Some((a, b, end)) => Some(found(i + 1, end, Date::Range(a, b))),
            None => {
                let open = open_range(p, i + 1).or_else(|| {
                    let read = moment(p, i + 1)?;
                    p.is(read.end, &["onwards", "onward", "on"]).then_some((read.moment, read.end + 1))
                });
                open.map(|(m, end)| found(i + 1, end, Date::Since(m)))
            }
        },
        "since" => sure(p, i + 1).map(|read| found(read.core, read.end, Date::Since(read.moment))),
        "until" | "till" => sure(p, i + 1).map(|read| found(read.core, read.end, Date::Until(read.moment))),
        "before" => sure(p, i + 1).map(|read| found(read.core, read.end, Date::Before(read.moment))),
        "after" => sure(p, i + 1).map(|read| found(read.core, read.end, Date::After(read.moment))),
        _ => plain(p, i),
    }
}

/// A date that no word opens.
fn plain(p: &Pieces, i: usize) -> Option<Found> {
    if let Some((a, b, end)) = range(p, i, TO) {
        return Some(Found::new(core(p, i), end, ValueKind::Date(Date::Range(a, b))));
    }
    if let Some((m, end)) = open_range(p, i) {
        return Some(Found::new(core(p, i), end, ValueKind::Date(Date::Since(m))));
    }
    if let Some((m, end)) = first_of_two_days(p, i) {
        return Some(Found::new(i, end, ValueKind::Date(Date::At(m))));
    }
    let read = moment(p, i)?;
    if p.is(read.end, &["onwards", "onward"]) {
        return Some(Found::new(read.core, read.end + 1, ValueKind::Date(Date::Since(read.moment))));
    }
    Some(Found::new(read.core, read.end, ValueKind::Date(Date::At(read.moment))))
}

fn core(p: &Pieces, i: usize) -> usize {
    if p.is(i, &["the"]) { i + 1 } else { i }
}

/// The moment at `i`, where the word before it leaves no doubt.
fn sure(p: &Pieces, i: usize) -> Option<Read> {
    moment(p, i).or_else(|| certain(p, i, false))
}

/// The stretch at `i`, its article and part aside.
fn certain(p: &Pieces, i: usize, sure: bool) -> Option<Read> {
    let (when, end) = stretch(p, i, sure)?;
    Some(Read { moment: Moment::new(when), core: i, end })
}

/// The words that join the ends of a range.
const TO: &[&str] = &["to", "through", "until", "till"];

/// The piece after the joint of a range at `i`: one of `words`, or a dash; an em dash only without spaces.
fn joined(p: &Pieces, i: usize, words: &[&str]) -> Option<usize> {
    let dash = p.mark(i).is_some_and(|c| is_dash(c) && (c != '—' || p.tight_dash(i)));
    (p.is(i, words) || dash).then_some(i + 1)
}

/// Two moments joined, the one lending the other its year, month or century.
fn range(p: &Pieces, i: usize, words: &[&str]) -> Option<(Moment, Moment, usize)> {
    parts(p, i).or_else(|| short_first(p, i, words)).or_else(|| {
        let a = moment(p, i)?;
        if p.mark(a.end) == Some('/') {
            return short_second(p, a.moment, a.end, a.end + 1);
        }
        let at = joined(p, a.end, words)?;
        short_second(p, a.moment, a.end, at).or_else(|| {
            let read = match a.moment.when {
                When::Year(_) if year::led(p, i) || p.is(i, &["the"]) => moment(p, at).or_else(|| certain(p, at, true))?,
                _ => sure(p, at)?,
            };
            let (a, b) = share_year(a.moment, read.moment);
            (a.without_year() == b.without_year() && ordered(a, b)).then_some((a, b, read.end))
        })
    })
}

/// "early to mid-1990s".
fn parts(p: &Pieces, i: usize) -> Option<(Moment, Moment, usize)> {
    let i = core(p, i);
    let (first, at) = part_at(p, i)?;
    let at = if p.tight_dash(at) { at + 1 } else { at };
    let at = if p.is(at, &["to", "and", "or"]) { p.past_hyphen(at + 1) } else { return None };
    let (second, at) = part_at(p, at)?;
    let (when, end) = stretch(p, at, true)?;
    Some((Moment { when, part: Some(first) }, Moment { when, part: Some(second) }, end))
}

/// "1–5 June 2018", "the late 19th and early 20th centuries": the first end borrows from the second.
fn short_first(p: &Pieces, i: usize, words: &[&str]) -> Option<(Moment, Moment, usize)> {
    let start = core(p, i);
    let (part, at) = part_at(p, start).map_or((None, start), |(part, at)| (Some(part), at));
    let (n, after) = ordinal_at(p, at).filter(|(n, _)| *n > 0).or_else(|| day_number(p, at).map(|(n, end)| (u32::from(n), end)))?;
    let to = joined(p, after, words);
    let second = to.or_else(|| p.is(after, &["and", "or", "to"]).then_some(after + 1))?;
    let b = sure(p, second)?;
    let when = match b.moment.when {
        When::Day { year, month, day } if part.is_none() && to.is_some() && n < u32::from(day) => When::Day { year, month, day: n as u8 },
        When::Century(last) if last > 0 && n < last.unsigned_abs() => When::Century(n as i32),
        When::Century(last) if last < 0 && n > last.unsigned_abs() => When::Century(-(n as i32)),
        _ => return None,
    };
    Some((Moment { when, part }, b.moment, b.end))
}

/// "1914–18", "2019/20", "January 1–5, 2022": the second end borrows from the first.
fn short_second(p: &Pieces, a: Moment, joint: usize, at: usize) -> Option<(Moment, Moment, usize)> {
    let n = p.sort(at) == Sort::Number;
    match a.when {
        When::Year(year)
            if n && p.raw(at).len() == 2 && p.tight(at) && p.tight(joint) && (!p.tight(at + 1) || p.mark(at + 1).is_some()) =>
        {
            let short: i32 = p.raw(at).parse().ok()?;
            (short > year % 100).then(|| (a, Moment::new(When::Year(year - year % 100 + short)), at + 1))
        }
        When::Day { year: None, month, day } => {
            let (last, end) = day_number(p, at).filter(|(last, end)| *last > day && !matches!(p.low(*end), "january" | "of"))?;
            let year_at = if p.mark(end) == Some(',') { end + 1 } else { end };
            let (year, end) = year::after_month(p, year_at).map_or((None, end), |(year, end)| (Some(year), end));
            let second_has_month = sure(p, at).is_some_and(|read| matches!(read.moment.when, When::Day { .. }));
            (!second_has_month)
                .then(|| (Moment::new(When::Day { year, month, day }), Moment::new(When::Day { year, month, day: last }), end))
        }
        _ => None,
    }
}

/// Gives the end without a year the other's, a year earlier where it would come too late.
fn share_year(a: Moment, b: Moment) -> (Moment, Moment) {
    match (a.year(), b.year()) {
        (None, Some(year)) => {
            let same = a.in_year(year);
            (if ordered(same, b) { same } else { a.in_year(year - 1) }, b)
        }
        (Some(year), None) => {
            let same = b.in_year(year);
            (a, if ordered(a, same) { same } else { b.in_year(year + 1) })
        }
        _ => (a, b),
    }
}

/// Whether `a` may begin a range that ends with `b`.
fn ordered(a: Moment, b: Moment) -> bool {
    match (a.bounds(), b.bounds()) {
        (Some(a), Some(b)) => a.0 <= b.1 && a != b,
        _ => true,
    }
}

/// "2021–present", "June 2018 to date".
fn open_range(p: &Pieces, i: usize) -> Option<(Moment, usize)> {
    let a = moment(p, i)?;
    let at = joined(p, a.end, TO)?;
    let at = core(p, at);
    match p.low(at) {
        "present" if p.is(at + 1, &["day"]) => Some((a.moment, at + 2)),
        "present" | "now" | "today" | "date" | "current" => Some((a.moment, at + 1)),
        _ => None,
    }
}

/// The most days that are counted up before one month.
const LONGEST_LIST: usize = 6;

/// The 10 of "10 and 24 April 2022", the 3 of "3, 10 and 24 April".
fn first_of_two_days(p: &Pieces, i: usize) -> Option<(Moment, usize)> {
    let (first, end) = day_number(p, i)?;
    let (mut last, mut at) = (first, end);
    for _ in 0..LONGEST_LIST {
        at = if p.is(at, &["and", "or"]) || p.mark(at) == Some(',') { at + 1 } else { return None };
        if let Some((When::Day { year, month, day }, _)) = stretch(p, at, false) {
            return (last < day).then(|| (Moment::new(When::Day { year, month, day: first }), end));
        }
        let (day, after) = day_number(p, at).filter(|(day, _)| *day > last)?;
        (last, at) = (day, after);
    }
    None
}
