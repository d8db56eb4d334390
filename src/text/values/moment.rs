//! Reads one moment: "2 January 1987", "January 2, 1987", "mid-2000s", "the 19th century", "summer of 2019", "44 BC".

use super::date::{Moment, Part, Season, When};
use super::lexicon::{Sense, sense};
use super::number::ordinal_at;
use super::pieces::{Pieces, Sort};
use super::{TimeUnit, year};

/// A moment, the pieces it covers, and where it begins without its article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Read {
    pub moment: Moment,
    pub core: usize,
    pub end: usize,
}

/// The moment that begins at piece `i`.
pub(super) fn moment(p: &Pieces, i: usize) -> Option<Read> {
    let core = if p.is(i, &["the"]) { i + 1 } else { i };
    let article = core > i;
    if let Some((part, at)) = part_at(p, core) {
        let (when, end) = stretch(p, at, true)?;
        return Some(Read { moment: Moment { when, part: Some(part) }, core, end });
    }
    let (when, end) = stretch(p, core, false)?;
    let takes_article = match when {
        When::Decade(_) | When::Century(_) | When::Season { .. } => true,
        When::Day { .. } => ordinal_at(p, core).is_some(),
        When::Year(_) => p.is(core, &["year"]),
        When::Month { .. } => false,
    };
    (takes_article || !article).then_some(Read { moment: Moment::new(when), core, end })
}

/// "early", "mid-", "the beginning of", "the first half of": the part and the piece after it, its hyphen and articles passed.
pub(super) fn part_at(p: &Pieces, i: usize) -> Option<(Part, usize)> {
    let past_article = |at: usize| if p.is(at, &["the"]) { at + 1 } else { at };
    let of = |at: usize| p.is(at, &["of"]).then(|| past_article(at + 1));
    match p.low(i) {
        "early" => Some((Part::Early, past_article(p.past_hyphen(i + 1)))),
        "mid" => Some((Part::Mid, past_article(p.past_hyphen(i + 1)))),
        "late" => Some((Part::Late, past_article(p.past_hyphen(i + 1)))),
        "beginning" | "start" => Some((Part::Early, of(i + 1)?)),
        "middle" => Some((Part::Mid, of(i + 1)?)),
        "end" | "close" => Some((Part::Late, of(i + 1)?)),
        "first" if p.is(i + 1, &["half"]) => Some((Part::FirstHalf, of(i + 2)?)),
        "second" | "latter" if p.is(i + 1, &["half"]) => Some((Part::SecondHalf, of(i + 2)?)),
        _ => None,
    }
}

/// The stretch of the calendar at `i`. `sure` says that the words before leave no doubt that a date comes.
pub(super) fn stretch(p: &Pieces, i: usize, sure: bool) -> Option<(When, usize)> {
    match p.sort(i) {
        Sort::Number => numeric(p, i)
            .or_else(|| day_first(p, i))
            .or_else(|| century(p, i))
            .or_else(|| decade(p, i, sure))
            .or_else(|| year::at(p, i, sure).map(|(y, end)| (When::Year(y), end))),
        Sort::Opaque => dotted(p, i),
        Sort::Mark if p.mark(i).is_some_and(|c| "'’‘".contains(c)) => {
            decade(p, i + 1, true).filter(|_| p.tight(i + 1) && p.raw(i + 1).len() == 2)
        }
        Sort::Word => worded(p, i, sure),
        _ => None,
    }
}

/// A stretch that begins with a word.
fn worded(p: &Pieces, i: usize, sure: bool) -> Option<(When, usize)> {
    match sense(p.low(i)) {
        Some(Sense::Month(_) | Sense::UnsureMonth(_)) => return month_first(p, i, sure),
        Some(Sense::Weekday(_)) => {
            let at = if p.mark(i + 1) == Some(',') { i + 2 } else { i + 1 };
            let at = if p.is(at, &["the"]) { at + 1 } else { at };
            return day_first(p, at).or_else(|| month_first(p, at, false)).filter(|(when, _)| matches!(when, When::Day { .. }));
        }
        Some(Sense::Season(season)) => return in_season(p, i, season),
        Some(Sense::Decade(tens)) => return tens_of_a_century(p, i, tens, sure),
        Some(Sense::Ordinal(_) | Sense::Cardinal(_)) => {
            return day_first(p, i).or_else(|| century(p, i)).or_else(|| year::in_words(p, i).map(|(y, end)| (When::Year(y), end)));
        }
        _ => {}
    }
    match p.low(i) {
        "ad" | "a" => year::at(p, i, false).map(|(y, end)| (When::Year(y), end)),
        "year" => year::at(p, i + 1, true).map(|(y, end)| (When::Year(y), end)),
        _ => None,
    }
}

/// The month a word names, if it does beyond doubt or `sure` says so, and the piece after it, its point passed.
fn month_at(p: &Pieces, i: usize) -> Option<(u8, usize)> {
    let (Some(Sense::Month(month)) | Some(Sense::UnsureMonth(month))) = sense(p.low(i)) else { return None };
    let short = p.low(i).len() <= 4 && !matches!(p.low(i), "may" | "june" | "july");
    let end = if short && p.mark(i + 1) == Some('.') && p.tight(i + 1) { i + 2 } else { i + 1 };
    Some((month, end))
}

/// A day of a month: 1 to 31, in figures or as an ordinal.
pub(super) fn day_number(p: &Pieces, i: usize) -> Option<(u8, usize)> {
    let (n, end) = ordinal_at(p, i).or_else(|| Some((p.plain(i).filter(|_| p.raw(i).len() <= 2)?, i + 1)))?;
    (1..=31).contains(&n).then_some((n as u8, end))
}

/// "2 January 1987", "2nd of January, 1987", "18 February".
fn day_first(p: &Pieces, i: usize) -> Option<(When, usize)> {
    let (day, at) = day_number(p, i)?;
    let at = if p.is(at, &["of"]) { at + 1 } else { p.past_hyphen(at) };
    let (month, end) = month_at(p, at)?;
    let modal = p.small(at) && p.is(at, &["may", "march"]) && !year::ends(p, end);
    if modal && p.sort(end) == Sort::Word {
        return None;
    }
    let (year, end) = year_of_day(p, end);
    Some((When::Day { year, month, day }, end))
}

/// The year after a day or a month, a comma or "of" passed; the same place where there is none.
fn year_of_day(p: &Pieces, end: usize) -> (Option<i32>, usize) {
    let at = match (p.mark(end), p.low(end)) {
        (Some(','), _) | (_, "of" | "in") => end + 1,
        _ => p.past_hyphen(end),
    };
    match year::after_month(p, at) {
        Some((year, end)) => (Some(year), end),
        None => (None, end),
    }
}

/// "January 2, 1987", "June 2018", "June".
fn month_first(p: &Pieces, i: usize, sure: bool) -> Option<(When, usize)> {
    let (month, end) = month_at(p, i)?;
    let at = if p.is(end, &["the"]) { end + 1 } else { end };
    if let Some((day, after)) = day_number(p, at).filter(|(_, after)| !glued(p, *after)) {
        let (year, after) = year_of_day(p, after);
        return Some((When::Day { year, month, day }, after));
    }
    if p.is(end, &["of"]) && measures(p, i, end + 1) {
        return None;
    }
    let (year, after) = year_of_day(p, end);
    if year.is_some() {
        return Some((When::Month { year, month }, after));
    }
    (sure || bare_month(p, i, end)).then_some((When::Month { year, month }, end))
}

/// "a march of 1200 kilometres": whether the word before "of" is no month but what the `number` behind it measures.
fn measures(p: &Pieces, word: usize, number: usize) -> bool {
    let doubtful = p.small(word) && matches!(sense(p.low(word)), Some(Sense::UnsureMonth(_))) && !BEFORE_MONTH.contains(&p.before(word));
    doubtful || p.raw(number).len() < 4 && p.small_noun(number + 1)
}

/// Whether a letter or a percent sign hangs on the number before `i`, so that it is no day.
fn glued(p: &Pieces, i: usize) -> bool {
    p.tight(i) && (p.sort(i) == Sort::Word || p.mark(i).is_some_and(|c| "%°".contains(c) || ":/".contains(c) && p.tight(i + 1)))
}

/// Words after which a month is a month.
const BEFORE_MONTH: &[&str] = &[
    "in", "since", "until", "till", "by", "last", "next", "this", "from", "during", "before", "after", "through", "every", "each", "late",
    "early", "mid", "of", "to",
];

/// Whether a month's name with neither day nor year is one: not "may" the verb, "March" the verb, "June" the person.
fn bare_month(p: &Pieces, i: usize, end: usize) -> bool {
    let led = BEFORE_MONTH.contains(&p.before(i));
    match sense(p.low(i)) {
        Some(Sense::Month(_)) => p.low(i).len() > 4 || p.low(i) == "july" && p.capital(i) || led && p.capital(i),
        _ => led && p.capital(i) && !p.capital(end) && (p.low(i).len() > 3 || p.low(i) == "may"),
    }
}

/// "summer of 2019", "summer 2019"; without a year only after "in", "that", and only where no noun follows.
fn in_season(p: &Pieces, i: usize, season: Season) -> Option<(When, usize)> {
    let (year, end) = year_of_day(p, i + 1);
    let led = p.is(i.wrapping_sub(1), &["in", "during", "by", "until", "since"])
        || p.before(i) == "the" && p.is(i.wrapping_sub(2), &["in", "during", "by", "until", "since"]);
    let alone = p.low(i) != "fall" && led && !p.small(end) && p.mark(end) != Some('-');
    (year.is_some() || alone).then_some((When::Season { year, season }, end))
}

/// "19th century", "nineteenth-century", "2nd millennium" is left alone; "1st century BC".
fn century(p: &Pieces, i: usize) -> Option<(When, usize)> {
    let (n, at) = ordinal_at(p, i)?;
    let at = p.past_hyphen(at);
    if !(1..=30).contains(&n) || TimeUnit::named(p.low(at)) != Some((1.0, TimeUnit::Century)) {
        return None;
    }
    let (sign, end) = year::era(p, at + 1).unwrap_or((1, at + 1));
    Some((When::Century(n as i32 * sign), end))
}

/// "1990s", "1990's", "90s"; the last only where `sure` or an article leads it.
fn decade(p: &Pieces, i: usize, sure: bool) -> Option<(When, usize)> {
    let year = p.plain(i).filter(|y| y % 10 == 0)? as i32;
    let apostrophe = matches!(p.mark(i + 1), Some('\'' | '’')) && p.tight(i + 1);
    let suffix = if apostrophe { i + 2 } else { i + 1 };
    if !p.is(suffix, &["s"]) || !p.tight(suffix) {
        return None;
    }
    let (sign, end) = year::era(p, suffix + 1).unwrap_or((1, suffix + 1));
    match p.raw(i).len() {
        4 | 3 => Some((When::Decade(year * sign), end)),
        2 if (sure || p.before(i) == "the") && !in_someones(p, i) => Some((When::Decade(full_decade(year)), end)),
        _ => None,
    }
}

/// "the nineties", "the late eighties": of the last century but for the twenties, which are whichever the text means; taken as the 1920s.
fn tens_of_a_century(p: &Pieces, i: usize, tens: u8, sure: bool) -> Option<(When, usize)> {
    ((sure || p.before(i) == "the") && !in_someones(p, i)).then_some((When::Decade(full_decade(tens.into())), i + 1))
}

fn full_decade(tens: i32) -> i32 {
    if tens < 20 { 2000 + tens } else { 1900 + tens }
}

/// Whether a possessive says that an age is meant: "in his late thirties".
pub(super) fn in_someones(p: &Pieces, i: usize) -> bool {
    (1..=2).any(|back| i.checked_sub(back).is_some_and(|k| p.is(k, &["his", "her", "their", "my", "your", "our", "its"])))
}

/// "2018-06-05", "05/06/2018": a date in figures. Where day and month could be either, the year alone is certain.
fn numeric(p: &Pieces, i: usize) -> Option<(When, usize)> {
    let separator = p.mark(i + 1).filter(|c| matches!(c, '-' | '/' | '‑'))?;
    let shape = p.mark(i + 3) == Some(separator) && (i + 1..=i + 4).all(|k| p.tight(k)) && !p.tight_dash(i + 5);
    let part = |k: usize| if p.sort(k) == Sort::Number { p.raw(k).parse::<u32>().ok() } else { None };
    let (first, second, third) = (p.plain(i)?, part(i + 2)?, part(i + 4)?);
    match (p.raw(i).len(), p.raw(i + 4).len()) {
        (4, 2) if shape => Some((day_of(first, second, third)?, i + 5)),
        (1 | 2, 4) if shape => either(first, second, third).map(|when| (when, i + 5)),
        _ => None,
    }
}

/// "05.06.2018": day, month, year, as on the Continent.
fn dotted(p: &Pieces, i: usize) -> Option<(When, usize)> {
    let mut parts = p.raw(i).split('.').map(|part| part.parse::<u32>().ok());
    let (Some(Some(day)), Some(Some(month)), Some(Some(year)), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return None;
    };
    let hangs = p.tight(i + 1) && p.mark(i + 1).is_none();
    (!hangs).then_some((day_of(year, month, day)?, i + 1))
}

fn either(first: u32, second: u32, year: u32) -> Option<When> {
    match (day_of(year, second, first), day_of(year, first, second)) {
        (Some(a), Some(b)) if a != b => Some(When::Year(year as i32)),
        (a, b) => a.or(b),
    }
}

fn day_of(year: u32, month: u32, day: u32) -> Option<When> {
    let sound = (1..=12).contains(&month) && (1000..2200).contains(&year) && day >= 1;
    let (month, year) = (month as u8, year as i32);
    (sound && day <= u32::from(super::calendar::days_in_month(year, month))).then_some(When::Day {
        year: Some(year),
        month,
        day: day as u8,
    })
}
