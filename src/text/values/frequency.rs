//! Reads how often, how old and in which place: "three times per month", "twice a week", "aged 35", "second", "No. 5".

use super::lexicon::{Sense, sense};
use super::number::{cardinal, ordinal_at};
use super::pieces::Pieces;
use super::quantity::old;
use super::{Amount, Found, TimeUnit, ValueKind};

/// "… times" with its "per month": the words from `i` on, read up to `end`.
pub(super) fn times(p: &Pieces, i: usize, times: f64, end: usize) -> Found {
    let (per, end) = period(p, end).map_or((None, end), |(per, end)| (Some(per), end));
    Found::new(i, end, ValueKind::Frequency { times: Amount::exact(times), per })
}

/// "per month", "a week", "every two years" at `i`.
fn period(p: &Pieces, i: usize) -> Option<((f64, TimeUnit), usize)> {
    if !p.is(i, &["per", "a", "an", "each", "every"]) {
        return None;
    }
    let (n, at) = cardinal(p, i + 1).map_or((1.0, i + 1), |n| (n.value, n.end));
    let (many, unit) = TimeUnit::named(p.low(at))?;
    Some(((n * many, unit), at + 1))
}

/// "twice a week", "once a year", "every four years".
pub(super) fn frequency(p: &Pieces, i: usize) -> Option<Found> {
    let count = match p.low(i) {
        "once" => return period(p, i + 1).map(|_| times(p, i, 1.0, i + 1)),
        "every" => {
            let (per, end) = period(p, i)?;
            return Some(Found::new(i, end, ValueKind::Frequency { times: Amount::exact(1.0), per: Some(per) }));
        }
        "twice" => 2.0,
        "thrice" => 3.0,
        _ => return None,
    };
    Some(times(p, i, count, i + 1))
}

/// "at age 21", "at the age of 21", "aged 35", "between the ages of 18 and 25", "in his thirties".
pub(super) fn age(p: &Pieces, i: usize) -> Option<Found> {
    let at = match p.low(i) {
        "aged" => i + 1,
        "age" => {
            if p.is(i + 1, &["of"]) {
                i + 2
            } else {
                i + 1
            }
        }
        "at" if p.are(i + 1, &["the", "age", "of"]) => i + 4,
        "at" if p.is(i + 1, &["age"]) => i + 2,
        "ages" => i + 1,
        "between" if p.are(i + 1, &["the", "ages", "of"]) => i + 4,
        "in" => return in_tens(p, i),
        _ => return bare_age(p, i),
    };
    let between = p.is(at, &["between", "from"]) || p.is(i, &["between"]);
    let first = cardinal(p, if p.is(at, &["between", "from"]) { at + 1 } else { at }).filter(|n| n.value < 150.0 && n.value >= 0.0)?;
    let joint = p.tight_dash(first.end) || p.is(first.end, &["to"]) || between && p.is(first.end, &["and"]);
    let second = if joint { cardinal(p, first.end + 1).filter(|n| n.value > first.value && n.value < 150.0) } else { None };
    let end = second.map_or(first.end, |n| n.end);
    if p.tight_more(end) {
        return None;
    }
    let kind = ValueKind::Age(Amount { low: first.value, high: second.map_or(first.value, |n| n.value) });
    Some(Found::new(at, old(p, end).unwrap_or(end), kind))
}

/// "when she was nine", "she was 39.", "at ten he left", "left at nineteen": a number at `i` that is an age by the words around it.
fn bare_age(p: &Pieces, i: usize) -> Option<Found> {
    const AGES: std::ops::Range<f64> = 3.0..120.0;
    let before = i.checked_sub(1)?;
    let told = p.is(before, &["was", "is", "turned"]) && before.checked_sub(1).is_some_and(|who| p.is(who, &["he", "she"]));
    let n = cardinal(p, i).filter(|n| (told || p.is(before, &["at"])) && AGES.contains(&n.value) && n.value.fract() == 0.0)?;
    let ends = p.get(n.end).is_none() || p.mark(n.end).is_some_and(|c| ".,;!?)".contains(c)) || p.is(n.end, &["when", "at"]);
    // "She joined at nineteen."
    let grown = !n.digits && n.value >= 13.0 && ends;
    let person = p.is(n.end, &["he", "she"]) || p.is(n.end, &["the"]) && p.is(n.end + 1, &["boy", "girl"]);
    (if told { ends } else { person || grown }).then(|| Found::new(i, n.end, ValueKind::Age(Amount::exact(n.value))))
}

/// "in his thirties", "in her late 40s".
fn in_tens(p: &Pieces, i: usize) -> Option<Found> {
    if !p.is(i + 1, &["his", "her", "their", "its", "my", "your", "our"]) {
        return None;
    }
    let (part, at) = super::moment::part_at(p, i + 2).map_or((None, i + 2), |(part, at)| (Some(part), at));
    let (tens, end) = match sense(p.low(at)) {
        Some(Sense::Decade(tens)) => (f64::from(tens), at + 1),
        _ => (f64::from(p.plain(at).filter(|n| n % 10 == 0 && *n < 130 && p.is(at + 1, &["s"]) && p.tight(at + 1))?), at + 2),
    };
    let (low, high) = match part {
        None => (0.0, 9.0),
        Some(super::date::Part::Early | super::date::Part::FirstHalf) => (0.0, 3.0),
        Some(super::date::Part::Mid) => (4.0, 6.0),
        Some(super::date::Part::Late | super::date::Part::SecondHalf) => (7.0, 9.0),
    };
    Some(Found::new(i + 1, end, ValueKind::Age(Amount { low: tens + low, high: tens + high })))
}

/// "second", "21st", "No. 5", "number 5".
pub(super) fn place(p: &Pieces, i: usize) -> Option<Found> {
    if p.is(i, &["no", "nos", "number", "№", "#"]) {
        let at = if p.mark(i + 1) == Some('.') && p.is(i, &["no", "nos"]) { i + 2 } else { i + 1 };
        let n = p.plain(at).filter(|_| p.raw(i) != "no" && !p.tight_more(at + 1))?;
        return Some(Found::new(at, at + 1, ValueKind::Ordinal(n.into())));
    }
    let (n, end) = ordinal_at(p, i)?;
    let named = p.capital(i) && (p.capital(end) || !p.opens(i));
    (!named && (p.sort(i) == super::pieces::Sort::Number || is_place(p, i, end))).then(|| Found::new(i, end, ValueKind::Ordinal(n.into())))
}

/// Determiners and verbs that an ordinal follows.
const BEFORE_PLACE: &[&str] = &[
    "the",
    "his",
    "her",
    "its",
    "their",
    "my",
    "our",
    "your",
    "s",
    "finished",
    "placed",
    "came",
    "ranked",
    "ranks",
    "finishing",
    "and",
    "or",
    "to",
];

/// Whether an ordinal in words at `i` counts a place: not "second" the stretch of time, nor "first" the adverb, nor a part.
fn is_place(p: &Pieces, i: usize, end: usize) -> bool {
    let led = BEFORE_PLACE.contains(&p.before(i));
    let noun = p.small_noun(end);
    match p.low(i) {
        "first" => led && !p.is(i.wrapping_sub(1), &["and", "or", "to"]) || p.is(end, &["place", "round", "prize"]),
        "second" | "third" | "quarter" if matches!(p.before(i), "a" | "per" | "one" | "each" | "every") => noun,
        _ => led || noun || matches!(p.before(i), "in" | "was"),
    }
}

/// "hundreds of", "tens of thousands of", "several hundred": more than two, less than the next word up.
pub(super) fn vague(p: &Pieces, i: usize) -> Option<Found> {
    let several = match (p.is(i, &["several"]), sense(p.low(i + 1))) {
        (true, Some(Sense::Hundred)) => Some(100.0),
        (true, Some(Sense::Scale(by))) => Some(by),
        _ => None,
    };
    let open = |end: usize, by: f64| Found::new(i, end, ValueKind::Number(Amount { low: 2.0 * by, high: 10.0 * by }));
    if let Some(by) = several {
        return Some(open(i + 2, by));
    }
    let times = match p.low(i) {
        "tens" => 10.0,
        "hundreds" => 100.0,
        _ => 1.0,
    };
    let nested = match sense(p.low(i + 2)) {
        Some(Sense::Vague(by)) if p.is(i + 1, &["of"]) && times > 1.0 => Some((by * times, i + 3)),
        _ => None,
    };
    let (by, end) = match (nested, sense(p.low(i))) {
        (Some(nested), _) => nested,
        (None, Some(Sense::Vague(by))) if p.is(i + 1, &["of", "more"]) => (by, i + 1),
        _ => return None,
    };
    Some(open(end, by))
}
