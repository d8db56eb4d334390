//! Numerals: "1,800", "2.5 million", "a hundred and twenty", "forty-four", "21st", "twenty-first".

use super::lexicon::{Sense, sense};
use super::pieces::{Pieces, Sort};

/// A numeral as read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    pub value: f64,
    /// The piece after it.
    pub end: usize,
    /// Written in digits.
    pub digits: bool,
    /// What its scale word multiplied it by; 1 without one.
    pub scale: f64,
}

/// The cardinal numeral that begins at piece `i`.
pub(super) fn cardinal(p: &Pieces, i: usize) -> Option<Numeral> {
    let found = match p.sort(i) {
        Sort::Number => in_digits(p, i)?,
        Sort::Word => in_words(p, i)?,
        Sort::Mark if fraction(p, i).is_some() => Numeral { value: fraction(p, i)?, end: i + 1, digits: true, scale: 1.0 },
        _ => return None,
    };
    let half = |at: usize, value: f64| Numeral { value, end: at, ..found };
    if let Some(part) = fraction(p, found.end).filter(|_| found.end > i + 1 || p.sort(i) == Sort::Number) {
        return Some(half(found.end + 1, found.value + part));
    }
    if p.are(found.end, &["and", "a", "half"]) {
        let (scale, end) = scale_at(p, found.end + 3);
        return Some(Numeral { scale, ..half(end, (found.value + 0.5) * scale) });
    }
    Some(found)
}

fn in_digits(p: &Pieces, i: usize) -> Option<Numeral> {
    let value = p.digits(i)?;
    let at = p.past_hyphen(i + 1);
    let (scale, end) = scale_at(p, at);
    let end = if end == at { i + 1 } else { end };
    Some(Numeral { value: value * scale, end, digits: true, scale })
}

/// The scale word at `i` and the piece after it; 1 and `i` itself where there is none.
fn scale_at(p: &Pieces, i: usize) -> (f64, usize) {
    match sense(p.low(i)) {
        Some(Sense::Scale(scale)) => (scale, i + 1),
        Some(Sense::Hundred) => (100.0, i + 1),
        _ => (1.0, i),
    }
}

/// A fraction written as one character.
fn fraction(p: &Pieces, i: usize) -> Option<f64> {
    Some(match p.mark(i)? {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        _ => return None,
    })
}

/// Number words: small ones add up, "hundred" and the scales multiply what stands before them.
fn in_words(p: &Pieces, i: usize) -> Option<Numeral> {
    let (mut total, mut current, mut least) = (0.0, 0.0, f64::INFINITY);
    let (mut at, mut end, mut scale, mut last_small) = (i, i, 1.0, None);
    if p.is(i, &["a", "an", "half"]) {
        at = if p.is(i, &["half"]) && p.is(i + 1, &["a"]) { i + 2 } else { i + 1 };
        current = if p.is(i, &["half"]) { 0.5 } else { 1.0 };
        matches!(sense(p.low(at)), Some(Sense::Hundred | Sense::Scale(_))).then_some(())?;
    }
    loop {
        match sense(p.low(at)) {
            Some(Sense::Cardinal(n)) => {
                let fits = match last_small {
                    None => current == 0.0 || current >= 100.0,
                    Some(tens) => tens >= 20 && tens % 10 == 0 && (1..10).contains(&n),
                };
                if !fits {
                    break;
                }
                (current, last_small) = (current + f64::from(n), Some(n));
            }
            Some(Sense::Hundred) if current > 0.0 && current < 100.0 => {
                (current, last_small) = (current * 100.0, None);
            }
            Some(Sense::Scale(by)) if current > 0.0 && by < least => {
                total += current * by;
                (current, least, scale, last_small) = (0.0, by, by, None);
            }
            _ => break,
        }
        (at, end) = (at + 1, at + 1);
        if p.is(at, &["and"]) && last_small.is_none() && matches!(sense(p.low(at + 1)), Some(Sense::Cardinal(_))) {
            at += 1;
        } else {
            at = p.past_hyphen(at);
        }
    }
    let scale = if current == 0.0 { scale } else { 1.0 };
    (end > i).then_some(Numeral { value: total + current, end, digits: false, scale })
}

/// The ordinal numeral that begins at piece `i`, and the piece after it: "21st", "twenty-first", "second".
pub(super) fn ordinal_at(p: &Pieces, i: usize) -> Option<(u32, usize)> {
    if p.sort(i) == Sort::Number {
        let suffix = p.tight(i + 1) && p.is(i + 1, &["st", "nd", "rd", "th"]);
        return p.plain(i).filter(|_| suffix).map(|n| (n, i + 2));
    }
    match sense(p.low(i)) {
        Some(Sense::Ordinal(n)) => Some((n.into(), i + 1)),
        Some(Sense::Cardinal(tens)) if tens >= 20 => match sense(p.low(p.past_hyphen(i + 1))) {
            Some(Sense::Ordinal(n)) if n < 10 => Some((u32::from(tens) + u32::from(n), p.past_hyphen(i + 1) + 1)),
            _ => None,
        },
        _ => None,
    }
}

/// The ordinal in figures: "21st".
pub fn ordinal(n: u64) -> String {
    let suffix = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numerals() {
        let check = |text: &str, expected: Option<f64>| {
            let p = Pieces::new(text);
            let found = cardinal(&p, 0).filter(|n| n.end == p.len()).map(|n| n.value);
            assert_eq!(found, expected, "{text}");
        };
        check("1,800", Some(1800.0));
        check("2.5 million", Some(2.5e6));
        check("forty-four", Some(44.0));
        check("a hundred and twenty", Some(120.0));
        check("half a million", Some(5e5));
        check("two hundred thousand", Some(2e5));
        check("one million two hundred thousand and five", Some(1_200_005.0));
        check("three and a half", Some(3.5));
        check("two and a half million", Some(2.5e6));
        check("2½", Some(2.5));
        check("a dozen", Some(12.0));
        check("3.4.1", None);
        check("007", None);
        check("twenty thirty", None);
        check("a", None);
    }

    #[test]
    fn reads_and_writes_ordinals() {
        let check = |text: &str, expected: Option<(u32, usize)>| assert_eq!(ordinal_at(&Pieces::new(text), 0), expected, "{text}");
        check("21st", Some((21, 2)));
        check("twenty-first", Some((21, 3)));
        check("second", Some((2, 1)));
        check("21 st", None);
        assert_eq!([1, 2, 3, 4, 11, 22, 113].map(ordinal), ["1st", "2nd", "3rd", "4th", "11th", "22nd", "113th"]);
    }
}
