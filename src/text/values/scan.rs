//! Tries the readers at one place of the text and keeps the longest reading.

use super::clock::time_of_day;
use super::pieces::{Pieces, Sort, is_dash};
use super::{Bound, Date, Found, TimeUnit, ValueKind, dates, frequency, hedge, join, lexicon, money, relative};
use crate::text::sieve::Sieve;

/// The value that begins at piece `i`, its hedges included.
pub(super) fn read(p: &Pieces, i: usize) -> Option<Found> {
    if let Some((bound, at)) = hedge::before(p, i)
        && let Some(mut found) = hedged(p, at, bound)
    {
        found.bound = bound;
        return Some(found);
    }
    let mut found = unhedged(p, i)?;
    if takes_hedge(&found.kind, Bound::AtLeast)
        && let Some((bound, end)) = hedge::after(p, found.end)
    {
        (found.bound, found.end) = (bound, end);
    }
    Some(found)
}

/// The value after a hedge: a second hedge may follow ("about half"), and more than 2000 is no year.
fn hedged(p: &Pieces, at: usize, bound: Bound) -> Option<Found> {
    let date = unhedged(p, at).filter(|found| takes_hedge(&found.kind, bound));
    date.or_else(|| join::quantities(p, at).filter(|found| takes_hedge(&found.kind, bound)))
}

fn takes_hedge(kind: &ValueKind, bound: Bound) -> bool {
    match kind {
        ValueKind::Date(Date::At(_) | Date::Range(..)) => bound == Bound::About,
        ValueKind::Clock { .. } => matches!(bound, Bound::About | Bound::Nearly),
        ValueKind::Date(_) | ValueKind::Ordinal(_) | ValueKind::Score(..) => false,
        _ => true,
    }
}

/// The longest reading at `i`; a date before a number of the same length.
fn unhedged(p: &Pieces, i: usize) -> Option<Found> {
    if !may_begin(p, i) {
        return None;
    }
    let date = dates::date(p, i);
    // "From 52,000 in 1950 to 19,000": the year begins no range.
    if date.is_some()
        && i > 0
        && p.is(i - 1, &["in"])
        && join::quantities(p, i).is_some_and(|found| found.kind.amount().is_some_and(|a| a.is_range()))
    {
        return date;
    }
    let readings = [
        date,
        relative::relative(p, i),
        frequency::age(p, i),
        frequency::frequency(p, i),
        join::quantities(p, i),
        frequency::vague(p, i),
        frequency::place(p, i),
        time_of_day(p, i),
    ];
    readings.into_iter().flatten().rev().max_by_key(|found| found.end)
}

/// Words that open a value and are no numeral, month, week day or season themselves; sorted.
const OPENERS: &[&str] = &[
    "a",
    "ad",
    "after",
    "age",
    "aged",
    "an",
    "at",
    "au",
    "before",
    "beginning",
    "between",
    "by",
    "c",
    "ca",
    "close",
    "early",
    "end",
    "every",
    "from",
    "half",
    "hk",
    "in",
    "last",
    "late",
    "latter",
    "mid",
    "midday",
    "middle",
    "midnight",
    "minus",
    "next",
    "no",
    "noon",
    "nos",
    "nt",
    "number",
    "nz",
    "once",
    "quarter",
    "r",
    "rs",
    "s",
    "several",
    "since",
    "start",
    "tens",
    "that",
    "the",
    "this",
    "thrice",
    "till",
    "today",
    "tomorrow",
    "tonight",
    "twice",
    "until",
    "us",
    "year",
    "yesterday",
];

fn is_opener(word: &str) -> bool {
    static SIEVE: Sieve = Sieve::of(OPENERS);
    SIEVE.passes(word) && OPENERS.binary_search(&word).is_ok()
}

/// Whether a value may begin at `i`: a quick look before the readers are asked.
fn may_begin(p: &Pieces, i: usize) -> bool {
    match p.sort(i) {
        Sort::Number | Sort::Opaque => true,
        Sort::Break => false,
        Sort::Mark => p.mark(i).is_some_and(|c| !c.is_ascii() || "$-'#".contains(c)),
        Sort::Word if p.is(i, &["the"]) => may_follow_article(p, i + 1),
        Sort::Word => is_opener(p.low(i)) || lexicon::sense(p.low(i)).is_some() || money::code(p.raw(i)).is_some(),
    }
}

/// Words other than numerals and units that follow the article of a value; sorted.
const AFTER_ARTICLE: &[&str] = &[
    "beginning",
    "close",
    "early",
    "end",
    "ensuing",
    "following",
    "late",
    "latter",
    "mid",
    "middle",
    "next",
    "preceding",
    "previous",
    "prior",
    "same",
    "start",
    "subsequent",
    "year",
];

/// Whether the article before `i` may open a value.
fn may_follow_article(p: &Pieces, i: usize) -> bool {
    match p.sort(i) {
        Sort::Number => true,
        Sort::Mark => p.mark(i).is_some_and(|c| "'’‘".contains(c)),
        Sort::Word => {
            AFTER_ARTICLE.binary_search(&p.low(i)).is_ok() || lexicon::sense(p.low(i)).is_some() || TimeUnit::named(p.low(i)).is_some()
        }
        _ => false,
    }
}

/// The piece to go on with after `i` gave no value: what hangs on a number that is none is passed over, and so are the groups of a telephone number.
pub(super) fn skip(p: &Pieces, i: usize) -> usize {
    if !matches!(p.sort(i), Sort::Number | Sort::Opaque) {
        return i + 1;
    }
    let plus = i > 0 && p.tight(i) && p.mark(i - 1) == Some('+');
    let dialled = plus || p.raw(i).len() > 1 && p.raw(i).starts_with('0');
    let mut at = i + 1;
    while at < p.len() {
        let hangs =
            p.tight(at) && (p.sort(at) != Sort::Mark || p.mark(at).is_some_and(|c| is_dash(c) || "/:_@".contains(c)) && p.tight(at + 1));
        if hangs || dialled && p.sort(at) == Sort::Number {
            at += 1;
        } else {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(OPENERS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(AFTER_ARTICLE.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
