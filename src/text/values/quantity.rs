//! Reads a number with what it counts: money, percentages, durations, ages, measures, times of day.

use super::lexicon::{Sense, sense};
use super::number::{Numeral, cardinal};
use super::pieces::{Pieces, Sort, is_dash};
use super::unit::{self, Dimension, TimeUnit, Unit};
use super::{Amount, Found, ValueKind, year};

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

/// "$5", "US$ 5 billion", "£3.5m", "USD 5", "Rs. 500".
fn money_sign(p: &Pieces, i: usize) -> Option<Found> {
    let sign_at = |k: usize| p.mark(k).and_then(unit::currency_sign);
    let (currency, at) = if p.mark(i + 1) == Some('$') && p.tight(i + 1) && p.sort(i) == Sort::Word {
        (unit::dollar_of(p.low(i))?, i + 2)
    } else if let Some(code) = sign_at(i) {
        (code, i + 1)
    } else if let Some(code) = unit::code(p.raw(i)) {
        (code, i + 1)
    } else if p.raw(i) == "Rs" {
        ("INR", if p.mark(i + 1) == Some('.') { i + 2 } else { i + 1 })
    } else {
        return None;
    };
    let n = letter_scale(p, cardinal(p, at)?);
    if p.tight(n.end) && matches!(p.sort(n.end), Sort::Word | Sort::Number) {
        return None;
    }
    let end = if p.raw(n.end) == currency { n.end + 1 } else { n.end };
    Some(money(p, i, n, currency, end))
}

/// The numeral with the letter after it counted in: `5m`, `2bn`, `10k`.
fn letter_scale(p: &Pieces, n: Numeral) -> Numeral {
    let scale = match p.raw(n.end) {
        "k" | "K" => 1e3,
        "m" | "M" | "mn" => 1e6,
        "b" | "B" => 1e9,
        "tn" => 1e12,
        _ => return n,
    };
    if n.scale == 1.0 && p.tight(n.end) { Numeral { value: n.value * scale, end: n.end + 1, scale, ..n } } else { n }
}

/// Nationalities that tell currencies of one name apart.
const NATIONS: &[(&str, &str, &str)] = &[
    ("american", "dollar", "USD"),
    ("australian", "dollar", "AUD"),
    ("british", "pound", "GBP"),
    ("canadian", "dollar", "CAD"),
    ("french", "franc", "FRF"),
    ("swiss", "franc", "CHF"),
    ("us", "dollar", "USD"),
];

/// "5 euros", "20 cents", "100 €", "5 Swiss francs", "5 EUR".
fn money_word(p: &Pieces, i: usize, n: Numeral, at: usize) -> Option<Found> {
    if let Some(code) = p.mark(n.end).and_then(unit::currency_sign).or_else(|| unit::code(p.raw(n.end))) {
        let before_number = p.sort(n.end + 1) == Sort::Number && p.tight(n.end + 1);
        return (!before_number).then(|| money(p, i, n, code, n.end + 1));
    }
    let nation = NATIONS.iter().find(|(nation, name, _)| *nation == p.low(at) && p.low(at + 1).starts_with(name));
    if let Some((_, _, code)) = nation {
        return Some(money(p, i, n, code, at + 2));
    }
    let at = if p.raw(at) == "U" && p.mark(at + 1) == Some('.') && p.raw(at + 2) == "S" { at + 4 } else { at };
    let (part, code) = unit::currency_word(p.low(at))?;
    let weight = p.low(at).starts_with("pound") && weighed(p, i, at + 1);
    let end = if p.is(at + 1, &["sterling"]) { at + 2 } else { at + 1 };
    (!weight).then(|| money(p, i, Numeral { value: n.value * part, ..n }, code, end))
}

/// Whether pounds are a weight: something weighs them, or "of" something follows.
fn weighed(p: &Pieces, i: usize, after: usize) -> bool {
    let weighs = |k: usize| p.low(k).starts_with("weigh") || p.is(k, &["heavy", "mass"]);
    p.is(after, &["of", "heavier", "lighter", "heavy"]) || (1..=4).any(|back| i.checked_sub(back).is_some_and(weighs))
}

fn money(p: &Pieces, i: usize, n: Numeral, currency: &str, end: usize) -> Found {
    let (per, end) = per(p, end).map_or((None, end), |(per, end)| (Some(per), end));
    let kind = ValueKind::Money { amount: Amount::exact(n.value), currency: currency.to_string(), per };
    Found { scale: n.scale, ..Found::new(i, end, kind) }
}

/// What a price is for: "per month", "a head", "/hour".
fn per(p: &Pieces, i: usize) -> Option<(String, usize)> {
    let free = p.is(i, &["per"]) || p.mark(i) == Some('/') && p.tight(i);
    let article = p.is(i, &["a", "an", "each", "every"]);
    let timed = TimeUnit::named(p.low(i + 1)).is_some()
        || p.is(i + 1, &["head", "person", "piece", "barrel", "share", "night", "kilo", "ounce", "mile"]);
    if !(free && p.small(i + 1) || article && timed) {
        return None;
    }
    if let Some((unit, end)) = unit_at(p, i + 1).filter(|(unit, _)| unit.dimension() == Dimension::Area) {
        return Some((unit.symbol().to_string(), end));
    }
    Some((p.low(i + 1).to_string(), i + 2))
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
fn unit_at(p: &Pieces, i: usize) -> Option<(Unit, usize)> {
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

/// "5 pm", "5:30 p.m.", "17:45", "ten o'clock".
fn clock(p: &Pieces, i: usize, n: Numeral) -> Option<Found> {
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
        _ => return None,
    };
    Some(Found::new(i, end, ValueKind::Clock { hour, minute: minutes.unwrap_or(0) }))
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

fn figures_count(p: &Pieces, i: usize, n: Numeral) -> bool {
    let bracketed = p.mark(n.end) == Some(']') && (1..=2).any(|back| i.checked_sub(back).is_some_and(|k| p.mark(k) == Some('[')));
    let listed = p.opens(i)
        && matches!(p.mark(n.end), Some('.' | ')'))
        && n.end + 1 < p.len()
        && p.get(n.end + 1).is_some_and(|x| x.spaced)
        && n.end == i + 1
        && (i == 0 || p.sort(i - 1) == Sort::Break);
    let named = i > 0
        && p.capital(i - 1)
        && !p.opens(i - 1)
        && n.scale == 1.0
        && n.value < 1000.0
        && p.get(i).is_some_and(|x| x.spaced)
        && !year::counted(p, n.end)
        && sense(p.low(i - 1)).is_none();
    !bracketed
        && !listed
        && !named
        && !p.tight_more(n.end)
        && !LABELLED.contains(&p.before(i))
        && !(i > 0 && p.tight(i) && matches!(p.mark(i - 1), Some('/' | ':' | '#' | '+')))
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
