//! Reads a time of day: "5 pm", "5:30 p.m.", "17:45", "ten o'clock", "half past eight in the evening", "noon".

use super::hedge::Bound;
use super::number::{Numeral, cardinal};
use super::pieces::Pieces;
use super::{Found, ValueKind};

/// The time of day that begins at piece `i` and is no number with a unit, with "before", "after" or "by" before it.
pub(super) fn time_of_day(p: &Pieces, i: usize) -> Option<Found> {
    let bound = match p.low(i) {
        "before" => Bound::LessThan,
        "after" => Bound::MoreThan,
        "by" => Bound::AtMost,
        _ => return spoken(p, i),
    };
    let numeral = || cardinal(p, i + 1).and_then(|n| clock(p, i + 1, n));
    let found = numeral().or_else(|| spoken(p, i + 1))?;
    Some(Found { bound, ..found })
}

/// "5 pm", "5:30 p.m.", "17:45", "ten o'clock": a number that says an hour, which begins at piece `i`.
pub(super) fn clock(p: &Pieces, i: usize, n: Numeral) -> Option<Found> {
    if n.value < 0.0 || n.value >= 24.0 || n.value.fract() != 0.0 {
        return None;
    }
    let colon = n.digits && p.mark(n.end) == Some(':') && p.tight(n.end) && p.tight(n.end + 1) && p.raw(n.end + 1).len() == 2;
    let minutes = if colon { p.raw(n.end + 1).parse::<u8>().ok().filter(|m| *m < 60) } else { None };
    let at = if minutes.is_some() { n.end + 2 } else { n.end };
    let half = |hour: u8, pm: bool| hour % 12 + if pm { 12 } else { 0 };
    let (hour, end) = match (p.low(at), p.mark(at + 1), p.low(at + 2)) {
        ("am" | "pm", _, _) if n.digits && p.raw(at) != "Am" => (half(n.value as u8, p.is(at, &["pm"])), at + 1),
        ("a" | "p", Some('.'), "m") if p.tight(at + 1) => {
            (half(n.value as u8, p.is(at, &["p"])), if p.mark(at + 3) == Some('.') { at + 4 } else { at + 3 })
        }
        ("o", Some('\'' | '’'), "clock") => (n.value as u8, at + 3),
        _ if minutes.is_some() && !p.tight_more(at) => (n.value as u8, at),
        // "at seven in the evening"
        _ if AT.contains(&p.before(i)) && part_of_day(p, at).is_some() => (n.value as u8, at),
        _ => return None,
    };
    Some(told(p, i, hour, minutes.unwrap_or(0), end))
}

/// Words that stand before an hour.
const AT: [&str; 7] = ["about", "after", "around", "at", "before", "by", "until"];

/// "half past eight", "a quarter to nine", "twenty past four", "ten minutes to nine", "noon", "midnight".
fn spoken(p: &Pieces, i: usize) -> Option<Found> {
    match p.low(i) {
        "noon" | "midday" => return Some(Found::new(i, i + 1, ValueKind::Clock { hour: 12, minute: 0 })),
        "midnight" => return Some(Found::new(i, i + 1, ValueKind::Clock { hour: 0, minute: 0 })),
        _ => {}
    }
    let first = if p.is(i, &["a"]) { i + 1 } else { i };
    let (minutes, at) = match p.low(first) {
        "half" => (30, first + 1),
        "quarter" => (15, first + 1),
        _ => cardinal(p, i).filter(|n| (1.0..30.0).contains(&n.value) && n.value.fract() == 0.0).map(|n| (n.value as u8, n.end))?,
    };
    let counted = p.is(at, &["minutes"]);
    let joint = if counted { at + 1 } else { at };
    let to = p.is(joint, &["to"]);
    if !to && !p.is(joint, &["past"]) || to && minutes == 30 {
        return None;
    }
    let hour = cardinal(p, joint + 1).filter(|n| (1.0..=12.0).contains(&n.value) && n.value.fract() == 0.0)?;
    let end = if p.is(hour.end, &["o"]) && p.is(hour.end + 2, &["clock"]) { hour.end + 3 } else { hour.end };
    // "Five to eight" may be a range.
    let sure = !to || counted || minutes == 15 || part_of_day(p, end).is_some();
    let on = if to { hour.value as u8 + 11 } else { hour.value as u8 };
    sure.then(|| told(p, i, on % 12, if to { 60 - minutes } else { minutes }, end))
}

/// The time of day from `i` to `end`, with the part of the day behind it.
fn told(p: &Pieces, i: usize, hour: u8, minute: u8, end: usize) -> Found {
    let (hour, end) = match part_of_day(p, end) {
        Some((part, end)) => {
            let late = matches!(part, "afternoon" | "evening") || part == "night" && hour % 12 >= 6;
            (if hour > 12 { hour } else { hour % 12 + if late { 12 } else { 0 } }, end)
        }
        None => (hour, end),
    };
    Found::new(i, end, ValueKind::Clock { hour, minute })
}

/// "in the morning", "at night": the part of the day and the piece after it.
fn part_of_day<'p>(p: &'p Pieces, i: usize) -> Option<(&'p str, usize)> {
    match (p.low(i), p.low(i + 1), p.low(i + 2)) {
        ("in", "the", part @ ("morning" | "afternoon" | "evening")) => Some((part, i + 3)),
        ("at", part @ "night", _) => Some((part, i + 2)),
        _ => None,
    }
}
