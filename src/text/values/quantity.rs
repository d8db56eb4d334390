//! Reads a number with what it counts: percentages, durations, ages, measures, times of day.

use super::clock::clock;
use super::lexicon::{Sense, sense};
use super::money::{money_sign, money_word};
use super::number::{Numeral, cardinal};
use super::pieces::{Pieces, Sort, is_dash};
use super::{Amount, Found, ValueKind, year};
use super::{TimeUnit, Unit};

/// The quantity that begins at piece `i`; a bare number last.
pub(super) fn quantity(p: &Pieces, i: usize) -> Option<Found> {
    if let Some(found) = money_sign(p, i).or_else(|| one_unit(p, i)) {
        return Some(found);
    }
    let (sign, at) = match (p.mark(i), p.low(i)) {
        (Some(c), _) if is_dash(c) && c != '—' && p.tight(i + 1) && !p.tight(i) => (-1.0, i + 1),
        (_, "minus") => (-1.0, i + 1),
        _ => (1.0, i),
    };
    let mut n = cardinal(p, at)?;
    n.value *= sign;
    with_unit(p, i, n).or_else(|| (sign > 0.0 || n.digits).then(|| number(p, i, at, n)).flatten())
}

/// A number followed by its unit.
fn with_unit(p: &Pieces, i: usize, n: Numeral) -> Option<Found> {
    let at = p.past_hyphen(n.end);
    clock(p, i, n)
        .or_else(|| percent(p, i, n))
        .or_else(|| fraction(p, i, n))
        .or_else(|| span_of_time(p, i, n, at))
        .or_else(|| money_word(p, i, n, at))
        .or_else(|| measure(p, i, n, at))
}

/// "3.67%", "3.67 per cent", "five percentage points".
fn percent(p: &Pieces, i: usize, n: Numeral) -> Option<Found> {
    let at = p.past_hyphen(n.end);
    let end = match (p.mark(n.end), p.low(at)) {
        (Some('%'), _) => n.end + 1,
        (_, "percent" | "pct") => at + 1,
        (_, "per") if p.is(at + 1, &["cent"]) => at + 2,
        (_, "percentage") if p.is(at + 1, &["point", "points"]) => at + 2,
        _ => return None,
    };
    Some(Found { scale: n.scale, ..Found::new(i, end, ValueKind::Percent(Amount::exact(n.value))) })
}

/// "two thirds", "three-quarters", "a third of", "1/2".
fn fraction(p: &Pieces, i: usize, n: Numeral) -> Option<Found> {
    let at = p.past_hyphen(n.end);
    let small = n.value >= 1.0 && n.value < 10.0 && n.value.fract() == 0.0;
    let part = match p.low(at) {
        "third" if n.value == 1.0 => 3.0,
        "quarter" if n.value == 1.0 => 4.0,
        "half" if n.value == 1.0 && p.is(i, &["one"]) => 2.0,
        "thirds" => 3.0,
        "quarters" => 4.0,
        "fifths" => 5.0,
        "sixths" => 6.0,
        "eighths" => 8.0,
        "tenths" => 10.0,
        _ => return None,
    };
    small.then(|| Found::new(i, at + 1, ValueKind::Number(Amount::exact(n.value / part))))
}

/// "five minutes", "two years and three months", "35 years old", "three times per month".
fn span_of_time(p: &Pieces, i: usize, n: Numeral, at: usize) -> Option<Found> {
    if p.is(at, &["times", "time"]) && (p.is(at, &["times"]) || n.value == 1.0) {
        return Some(super::frequency::times(p, i, n.value, at + 1));
    }
    let digits_only = p.is(at, &["s", "h"]) && n.digits && p.raw(at) == p.low(at) && !p.tight(at);
    let (many, unit) = match p.raw(at) {
        "h" if digits_only => (1.0, TimeUnit::Hour),
        "ms" => return None,
        _ => TimeUnit::named(p.low(at))?,
    };
    if unit == TimeUnit::Second && p.low(at) == "second" && n.value != 1.0 && !p.tight(at) {
        return None;
    }
    let (value, end) = (n.value * many, at + 1);
    if let Some(end) = old(p, end).filter(|_| unit == TimeUnit::Year) {
        return Some(Found::new(i, end, ValueKind::Age(Amount::exact(value))));
    }
    if p.are(end, &["and", "a", "half"]) {
        return Some(Found::new(i, end + 3, duration(value + 0.5, unit)));
    }
    let rest = if p.is(end, &["and"]) || p.mark(end) == Some(',') { end + 1 } else { end };
    if let Some(smaller) = cardinal(p, rest)
        && let Some((many, part)) = TimeUnit::named(p.low(smaller.end))
        && part < unit
    {
        let amount = (value * whole(unit, part) + smaller.value * many, part);
        let end = old(p, smaller.end + 1).unwrap_or(smaller.end + 1);
        return Some(Found::new(i, end, duration(amount.0, amount.1)));
    }
    Some(Found { scale: n.scale, ..Found::new(i, end, duration(value, unit)) })
}

/// How many of `part` a `unit` has, as people reckon: twelve months, seven days.
fn whole(unit: TimeUnit, part: TimeUnit) -> f64 {
    let ratio = unit.seconds() / part.seconds();
    match (unit, part) {
        (TimeUnit::Month, TimeUnit::Week) => ratio,
        _ => ratio.round(),
    }
}

fn duration(amount: f64, unit: TimeUnit) -> ValueKind {
    ValueKind::Duration { amount: Amount::exact(amount), unit }
}

/// The piece after "old", "-old" or "of age" at `i`.
pub(super) fn old(p: &Pieces, i: usize) -> Option<usize> {
    let at = p.past_hyphen(i);
    if p.is(at, &["old", "olds"]) { Some(at + 1) } else { p.are(i, &["of", "age"]).then_some(i + 2) }
}

/// "for a year", "within an hour", "half an hour", "a century and a half".
fn one_unit(p: &Pieces, i: usize) -> Option<Found> {
    let half = p.is(i, &["half"]);
    let at = if half { i + 1 } else { i };
    if !p.is(at, &["a", "an"]) {
        return None;
    }
    let (many, unit) = TimeUnit::named(p.low(at + 1)).filter(|_| !p.low(at + 1).ends_with('s'))?;
    if half {
        return Some(Found::new(i, at + 2, duration(many / 2.0, unit)));
    }
    if p.are(at + 2, &["and", "a", "half"]) {
        return Some(Found::new(i, at + 5, duration(1.5 * many, unit)));
    }
    let led = ["for", "within", "in", "than", "about", "almost", "nearly", "over", "after", "lasted", "took", "least", "under", "spent"];
    (led.contains(&p.before(i)) && !p.small_noun(at + 2)).then(|| Found::new(i, at + 2, duration(many, unit)))
}

/// "30 km²", "5 ft 10 in", "−5 °C", "120 km/h", "50 people per square kilometre".
fn measure(p: &Pieces, i: usize, n: Numeral, at: usize) -> Option<Found> {
    let found = |amount: f64, unit: Unit, end: usize| Found {
        scale: n.scale,
        ..Found::new(i, end, ValueKind::Measure { amount: Amount::exact(amount), unit })
    };
    if let Some((unit, end)) = degrees(p, n.end) {
        return Some(found(n.value, unit, end));
    }
    let (density, after) = if p.is(at, &["people", "inhabitants", "persons", "residents"]) { (true, at + 1) } else { (false, at) };
    if p.is(after, &["per"]) || p.mark(after) == Some('/') {
        let (unit, end) = unit_at(p, after + 1)?;
        return match unit {
            Unit::SquareKilometre => Some(found(n.value, Unit::PerSquareKilometre, end)),
            Unit::SquareMile => Some(found(n.value, Unit::PerSquareMile, end)),
            _ => None,
        };
    }
    let (unit, end) = if density { return None } else { unit_at(p, at)? };
    if unit == Unit::Foot
        && let Some(inches) = cardinal(p, end)
        && p.is(inches.end, &["in", "inch", "inches"])
    {
        return Some(found(n.value * 12.0 + inches.value, Unit::Inch, inches.end + 1));
    }
    Some(found(n.value, unit, end))
}

/// The unit at `i`, with its "square", its power and its "per hour", and the piece after it.
pub(super) fn unit_at(p: &Pieces, i: usize) -> Option<(Unit, usize)> {
    let word_power = match p.low(i) {
        "square" | "sq" => Some(2),
        "cubic" | "cu" => Some(3),
        "nautical" if p.is(i + 1, &["mile", "miles"]) => return Some((Unit::NauticalMile, i + 2)),
        "light" if p.is(p.past_hyphen(i + 1), &["year", "years"]) => return Some((Unit::LightYear, p.past_hyphen(i + 1) + 1)),
        _ => None,
    };
    if let Some(power) = word_power {
        let at = if p.mark(i + 1) == Some('.') { i + 2 } else { i + 1 };
        return Some((Unit::named(p.raw(at), p.low(at))?.raised(power)?, at + 1));
    }
    let unit = Unit::named(p.raw(i), p.low(i)).or_else(|| pounds(p, i))?;
    let sign_power = match (p.mark(i + 1), p.raw(i + 1)) {
        (Some('²'), _) | (_, "2") if p.tight(i + 1) => Some(2),
        (Some('³'), _) | (_, "3") if p.tight(i + 1) => Some(3),
        _ => None,
    };
    if let Some(power) = sign_power {
        return Some((unit.raised(power)?, i + 2));
    }
    let each = p.is(i + 1, &["per", "an", "a"]) || p.mark(i + 1) == Some('/');
    let time = match p.raw(i + 2) {
        "h" => Some(TimeUnit::Hour),
        "s" => Some(TimeUnit::Second),
        _ => TimeUnit::named(p.low(i + 2)).map(|(_, unit)| unit),
    };
    let rate = if each { time.and_then(|time| unit.each(time)) } else { None };
    Some(rate.map_or((unit, i + 1), |unit| (unit, i + 3)))
}

fn pounds(p: &Pieces, i: usize) -> Option<Unit> {
    p.is(i, &["pound", "pounds"]).then_some(Unit::Pound)
}

/// "°C", "degrees Celsius", "°" at `i`.
fn degrees(p: &Pieces, i: usize) -> Option<(Unit, usize)> {
    let sign = p.mark(i) == Some('°');
    if !sign && !p.is(i, &["degrees", "degree"]) {
        return None;
    }
    match p.low(i + 1) {
        "c" | "celsius" | "centigrade" => Some((Unit::Celsius, i + 2)),
        "f" | "fahrenheit" => Some((Unit::Fahrenheit, i + 2)),
        _ => Some((Unit::Degree, i + 1)),
    }
}

/// A number that counts something or stands for itself, where nothing says that it is a label, a pronoun or part of a name.
fn number(p: &Pieces, i: usize, at: usize, n: Numeral) -> Option<Found> {
    let found = || Found { scale: n.scale, ..Found::new(i, n.end, ValueKind::Number(Amount::exact(n.value))) };
    let counts = if n.digits { figures_count(p, at, n) } else { words_count(p, at, n) };
    counts.then(found)
}

/// Words after which figures are a label: "page 12".
const LABELLED: &[&str] = &[
    "page", "pages", "p", "pp", "chapter", "article", "section", "figure", "table", "line", "route", "flight", "channel", "volume", "vol",
    "isbn", "phone", "tel", "fax",
];

/// Whether figures count something: no label, no footnote, no part of a name or of a code.
fn figures_count(p: &Pieces, i: usize, n: Numeral) -> bool {
    let joined = p.tight(i) && matches!(p.mark(i.wrapping_sub(1)), Some('/' | ':' | '#' | '+'));
    !joined && !p.tight_more(n.end) && !LABELLED.contains(&p.before(i)) && !footnote(p, i, n) && !list_number(p, i, n) && !in_name(p, i, n)
}

/// "[5]", "[note 5]".
fn footnote(p: &Pieces, i: usize, n: Numeral) -> bool {
    p.mark(n.end) == Some(']') && (1..=2).any(|back| i.checked_sub(back).is_some_and(|k| p.mark(k) == Some('[')))
}

/// "1." or "1)" at the start of a text or a paragraph, with words behind it.
fn list_number(p: &Pieces, i: usize, n: Numeral) -> bool {
    let starts = i == 0 || p.sort(i - 1) == Sort::Break;
    starts && n.end == i + 1 && matches!(p.mark(n.end), Some('.' | ')')) && p.get(n.end + 1).is_some_and(|next| next.spaced)
}

/// "Apollo 11", but not "In Oltrava 200 people".
fn in_name(p: &Pieces, i: usize, n: Numeral) -> bool {
    let small = n.scale == 1.0 && n.value < 1000.0 && p.get(i).is_some_and(|piece| piece.spaced);
    let name = i > 0 && p.capital(i - 1) && !p.opens(i - 1) && sense(p.low(i - 1)).is_none();
    small && name && !year::counted(p, n.end)
}

/// Words that make "one" a pronoun when they follow it.
const AFTER_PRONOUN: &[&str] = &[
    "of", "another", "can", "could", "must", "should", "may", "might", "would", "will", "is", "was", "has", "had", "who", "that", "which",
    "to", "in", "and", "on", "at", "by", "does", "day", "s", "the", "cannot", "for", "with",
];

/// Words that make "one" a pronoun when they come before it.
const BEFORE_PRONOUN: &[&str] = &[
    "no", "any", "every", "some", "each", "this", "that", "the", "which", "another", "a", "new", "only", "other", "big", "first", "last",
    "old", "as", "own",
];

fn words_count(p: &Pieces, i: usize, n: Numeral) -> bool {
    let name = p.capital(i) && (!p.opens(i) || p.capital(n.end));
    if name {
        return false;
    }
    if n.value == 1.0 && n.end == i + 1 {
        let noun = p.small(n.end) && !AFTER_PRONOUN.contains(&p.low(n.end)) || matches!(p.before(i), "than" | "just" | "least");
        return noun && !BEFORE_PRONOUN.contains(&p.before(i)) && !p.is(n.end, &["or"]);
    }
    !matches!(sense(p.low(n.end)), Some(Sense::Vague(_)))
}
