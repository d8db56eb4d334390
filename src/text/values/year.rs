//! Years: when four digits are a year and when they count something.

use super::lexicon::{Sense, sense};
use super::money::currency_sign;
use super::pieces::{Pieces, Sort};

/// The era at `i` as a sign, and the piece after it: "BC", "B.C.", "AD", "BCE".
pub(super) fn era(p: &Pieces, i: usize) -> Option<(i32, usize)> {
    match (p.raw(i), p.low(i + 2)) {
        ("BC" | "BCE", _) => Some((-1, i + 1)),
        ("AD" | "CE", _) => Some((1, i + 1)),
        ("B" | "A", letter) if p.mark(i + 1) == Some('.') => {
            let sign = match (p.low(i), letter) {
                ("b", "c") => -1,
                ("a", "d") => 1,
                _ => return None,
            };
            (p.mark(i + 3) == Some('.') && p.tight(i + 2)).then_some((sign, i + 4))
        }
        _ => None,
    }
}

/// The year at `i`, and the piece after it. `sure` says that the words before leave no doubt.
pub(super) fn at(p: &Pieces, i: usize, sure: bool) -> Option<(i32, usize)> {
    if let Some((1, k)) = era(p, i) {
        return p.plain(k).filter(|y| (1..3000).contains(y) && p.get(k).is_some_and(|n| n.spaced)).map(|y| (y as i32, k + 1));
    }
    let year = p.plain(i).filter(|y| (1..=9999).contains(y))? as i32;
    if let Some((sign, end)) = era(p, i + 1) {
        return Some((year * sign, end));
    }
    let plausible = match p.raw(i).len() {
        4 => (1000..2100).contains(&year),
        3 => matches!(p.before(i), "in" | "year") && stops(p, i + 1) || bracketed(p, i),
        _ => false,
    };
    (plausible && !hangs(p, i + 1) && (sure || bare(p, i))).then_some((year, i + 1))
}

/// Whether `i` is an end of a range in brackets: "(618–907)".
fn bracketed(p: &Pieces, i: usize) -> bool {
    let number = |k: usize| p.sort(k) == Sort::Number;
    let opens = i > 0 && p.mark(i - 1) == Some('(') && p.tight_dash(i + 1) && number(i + 2);
    opens || i > 1 && p.mark(i + 1) == Some(')') && p.tight_dash(i - 1) && number(i - 2)
}

/// The year that follows a day or a month at `i`: three digits or four.
pub(super) fn after_month(p: &Pieces, i: usize) -> Option<(i32, usize)> {
    let year = p.plain(i).filter(|y| (1..3000).contains(y))? as i32;
    match era(p, i + 1) {
        Some((sign, end)) => Some((year * sign, end)),
        None => (year >= 100 && !hangs(p, i + 1)).then_some((year, i + 1)),
    }
}

/// Whether a year stands at `i`, with or without a comma before it.
pub(super) fn ends(p: &Pieces, i: usize) -> bool {
    after_month(p, i).is_some() || p.mark(i) == Some(',') && after_month(p, i + 1).is_some()
}

/// Whether what follows without a space makes the digits before it no year: a letter, a sign, a decimal comma.
fn hangs(p: &Pieces, i: usize) -> bool {
    let number_next = p.tight(i + 1) && p.sort(i + 1) == Sort::Number;
    p.tight(i)
        && match p.sort(i) {
            Sort::Word | Sort::Number | Sort::Opaque => true,
            _ => p.mark(i).is_some_and(|c| matches!(c, '%' | '°' | '_' | '@' | '+' | '²') || matches!(c, ',' | ':') && number_next),
        }
}

/// Words that say that a number is counted, or is a label and no year.
const COUNTING: &[&str] = &[
    "over",
    "nearly",
    "almost",
    "approximately",
    "roughly",
    "than",
    "least",
    "most",
    "only",
    "no",
    "number",
    "page",
    "pages",
    "room",
    "route",
    "flight",
    "line",
    "lines",
    "model",
    "another",
    "all",
    "these",
    "those",
    "some",
    "total",
    "under",
    "above",
    "below",
    "estimated",
    "additional",
    "first",
    "area",
    "code",
    "chapter",
    "section",
    "exactly",
];

/// Nouns after which "of 1500" gives a quantity.
const QUANTITIES: &[&str] = &[
    "population",
    "total",
    "capacity",
    "maximum",
    "minimum",
    "average",
    "number",
    "height",
    "distance",
    "altitude",
    "crew",
    "force",
    "army",
    "fleet",
];

/// Words before which a plural noun does not make the year a count.
const DATING: &[&str] =
    &["in", "since", "until", "till", "by", "from", "during", "before", "after", "the", "circa", "early", "late", "mid", "year"];

/// Whether the word before `i` leads to a date.
pub(super) fn led(p: &Pieces, i: usize) -> bool {
    DATING.contains(&p.before(i))
}

/// Whether four digits with nothing else to go by are a year: no currency, hedge or label before them, no counted noun after them.
fn bare(p: &Pieces, i: usize) -> bool {
    let label = i > 0 && p.mark(i - 1).is_some_and(|c| c == '#' || c == '№' || c == '+' || c == '~' || currency_sign(c).is_some());
    let joined = p.tight(i) && i > 0 && matches!(p.mark(i - 1), Some('/' | ':' | '.' | ','));
    if label || joined {
        return false;
    }
    let before = p.before(i);
    if before == "of" && i >= 2 && QUANTITIES.contains(&p.before(i - 1)) {
        return false;
    }
    if led(p, i) {
        return before == "the" || !counted(p, i + 1) || matches!(before, "in" | "since" | "until" | "till");
    }
    if before == "and" && i >= 2 {
        return p.plain(i - 2).is_some_and(|y| (1000..2100).contains(&y)) && !counted(p, i + 1)
            || stops(p, i + 1) && p.sort(i - 2) != Sort::Word;
    }
    !COUNTING.contains(&before) && !counted(p, i + 1)
}

/// Whether the piece at `i` cannot be a noun: the clause ends, or a small word stands there.
fn stops(p: &Pieces, i: usize) -> bool {
    match p.sort(i) {
        Sort::Word => p.is(
            i,
            &[
                "the", "he", "she", "it", "they", "a", "an", "and", "but", "when", "as", "by", "at", "with", "to", "his", "her", "is",
                "was", "were", "had", "in", "on", "onward", "onwards",
            ],
        ),
        Sort::Mark => !p.tight_dash(i),
        Sort::Break => true,
        _ => false,
    }
}

/// Plurals without an s, and what else is counted.
const COUNTED: &[&str] =
    &["people", "men", "women", "children", "feet", "fish", "sheep", "percent", "per", "strong", "troops", "more", "other"];

/// Plurals of what is told apart by its year and seldom counted in thousands: "2019 council elections".
const DATED: &[&str] =
    &["championships", "demonstrations", "elections", "floods", "olympics", "primaries", "protests", "riots", "strikes", "uprisings"];

/// Whether the word at `i` looks like a counted noun: a plural in small letters. One adjective may come between.
pub(super) fn counted(p: &Pieces, i: usize) -> bool {
    let recent = i > 0 && p.plain(i - 1).is_some_and(|year| (1800..2100).contains(&year));
    let plural = |k: usize| {
        let word = p.low(k);
        if recent && DATED.contains(&word) {
            return false;
        }
        let plain_s = word.len() > 3
            && word.ends_with('s')
            && !["ss", "us", "is", "wards", "ways", "haps", "sides", "does"].iter().any(|end| word.ends_with(end));
        p.small(k) && (COUNTED.contains(&word) || plain_s)
    };
    plural(i)
        || p.small(i)
            && !stops(p, i)
            && !p.is(i, &["of", "for", "were", "has", "have", "that", "which", "who", "or", "until", "census"])
            && plural(i + 1)
            && adjective(p.low(i))
}

fn adjective(word: &str) -> bool {
    ["al", "ive", "ous", "ic", "ed", "ing", "ful", "an", "ary"].iter().any(|ending| word.ends_with(ending))
}

/// "nineteen eighty-seven", after a word that leads to a date.
pub(super) fn in_words(p: &Pieces, i: usize) -> Option<(i32, usize)> {
    let Some(Sense::Cardinal(hundreds @ 15..=20)) = sense(p.low(i)) else { return None };
    let Some(Sense::Cardinal(tens @ 10..)) = sense(p.low(i + 1)) else { return None };
    let next = p.past_hyphen(i + 2);
    let (ones, end) = match sense(p.low(next)) {
        Some(Sense::Cardinal(ones @ 1..=9)) if tens >= 20 => (ones, next + 1),
        _ => (0, i + 2),
    };
    Some((i32::from(hundreds) * 100 + i32::from(tens) + i32::from(ones), end))
}
