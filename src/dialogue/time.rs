//! Times that lean on what was said: "then", "at the time", "that year", "the year after".

use super::frame::Gap;
use super::line::{Line, is_be};
use super::pronoun::is_short;
use super::references::{Edit, starts_with_preposition};
use super::state::Turn;
use super::table::Table;
use crate::text::values::{Date, Value, When, values};
use crate::text::{Pos, Span, Tag};

/// The time that the words at `i` stand for.
pub fn edit(line: &Line, table: &Table, i: usize) -> Option<Edit> {
    table.last()?;
    if let Some((name, end)) = named_part(line, i) {
        let start = if i > 0 && line.lower(i - 1) == "in" { i - 1 } else { i };
        return Some(Edit::new(line.span(start, end), format!("in {name} {}", year(table)?)));
    }
    if let Some((end, years)) = counted(line, i) {
        let year = year(table)? + years;
        let start = if i > 0 && line.lower(i - 1) == "in" { i - 1 } else { i };
        return Some(Edit::new(line.span(start, end), format!("in {year}")));
    }
    let end = pointing(line, i)?;
    let year = if line.lower(end - 1) == "year" { date(table).and_then(|(date, _)| date.year()) } else { None };
    let text = year.map(|year| format!("in {year}")).or_else(|| when(table, is_particle(line, i)))?;
    // "Around then" is "around 2016", not "around in 2016".
    let placed = i > 0 && matches!(line.lower(i - 1), "around" | "since" | "before" | "after" | "until" | "till" | "by" | "from");
    let text = if placed { ["in ", "on "].iter().find_map(|p| text.strip_prefix(p)).unwrap_or(&text).to_string() } else { text };
    Some(Edit::new(line.span(i, end), text))
}

/// One past the end of words that point to a time: "then", "at the time", "at that point", "in those days", "that year".
fn pointing(line: &Line, i: usize) -> Option<usize> {
    let is_time = |k: usize| {
        matches!(line.lower(k), "time" | "times" | "point" | "moment" | "stage" | "days" | "day" | "year" | "month" | "years" | "period")
    };
    let points = |k: usize| matches!(line.lower(k), "that" | "those" | "this");
    match line.lower(i) {
        "back" if line.lower(i + 1) == "then" => Some(i + 2),
        "then" if i > 0 || line.len() < 3 => (!matches!(line.lower(i + 1), "what" | "who" | "how")).then_some(i + 1),
        "at" if line.lower(i + 1) == "the" && line.lower(i + 2) == "time" && line.lower(i + 3) != "of" => Some(i + 3),
        "at" | "in" | "on" | "during" | "around" | "by" if points(i + 1) && is_time(i + 2) => Some(i + 3),
        "that" if is_time(i + 1) => Some(i + 2),
        "by" if line.lower(i + 1) == "then" => Some(i + 2),
        _ => None,
    }
}

/// "That May", "that summer": the month or season of the year that was spoken of, and one past the end.
pub fn named_part(line: &Line, i: usize) -> Option<(String, usize)> {
    let name = line.part(i + 1, i + 2);
    // "Did that may cost him the seat?" has no month.
    let clear =
        name.starts_with(char::is_uppercase) || i + 2 >= line.end() || !matches!(line.lower(i + 1), "may" | "march" | "spring" | "fall");
    let part = line.lower(i) == "that" && clear && is_part_of_year(name) && !matches!(line.pos(i + 2), Pos::Noun | Pos::Num);
    part.then(|| (name.to_string(), i + 2))
}

/// Whether a word names a month or a season.
fn is_part_of_year(word: &str) -> bool {
    let dated = values(&format!("{word} 1950"));
    let parts = dated.iter().filter_map(|value| value.kind.date()?.moment());
    parts.map(|moment| moment.when).any(|when| matches!(when, When::Month { .. } | When::Season { .. }))
}

/// "The year after", "the following year", "a year later": one past the end, and how many years on.
fn counted(line: &Line, i: usize) -> Option<(usize, i32)> {
    let words = [line.lower(i), line.lower(i + 1), line.lower(i + 2)];
    let ends = |end: usize| matches!(line.pos(end), Pos::Punct | Pos::Adv | Pos::Cconj);
    let (end, years) = match words {
        ["the", "year", "after"] => (i + 3, 1),
        ["the", "year", "before"] => (i + 3, -1),
        ["the", "following" | "next", "year"] => (i + 3, 1),
        ["the", "previous" | "preceding", "year"] => (i + 3, -1),
        ["a" | "one", "year", "later" | "after"] => (i + 3, 1),
        ["a" | "one", "year", "earlier" | "before"] => (i + 3, -1),
        _ => return None,
    };
    ends(end).then_some((end, years))
}

/// Whether a "then" at the end may just round off the question: what happened is asked for, not how things were.
fn is_particle(line: &Line, i: usize) -> bool {
    let state = (0..i).any(|k| is_be(line.lower(k)) && !(k + 1..i).any(|v| line.pos(v) == Pos::Verb && line.tag(v) != Some(Tag::Vbg)))
        || line.lower(1) == "old";
    line.lower(i) == "then" && i + 1 == line.end() && i > 3 && !state
}

/// The time that is on the table, as words: a date with its preposition, else the event that was asked about, unless only a date will do.
fn when(table: &Table, dated: bool) -> Option<String> {
    let found = if dated { table.last().and_then(|last| turn_date(last, table)) } else { date(table) };
    if let Some((date, text)) = found {
        return Some(with_preposition(&date, &text));
    }
    // What did not happen is no time: "who taught her then?" after "did he?" and a "no".
    let frame = table.frame.filter(|_| !dated && !table.last().is_some_and(Turn::denies))?;
    match (&frame.verb, frame.gap) {
        (Some(_), Gap::Object) if table.answer().is_none() => None,
        (Some(_), _) => {
            let clause = frame.statement(table.answer());
            (is_short(&clause) && !clause.starts_with("any")).then(|| format!("when {clause}"))
        }
        (None, Gap::Adjunct) if frame.rest.is_empty() => Some(format!("at {}", frame.subject)),
        _ => None,
    }
}

/// How many turns back a date may stand, where the last turn has none.
const REACH: usize = 8;

/// The date of the last turn, else of the nearest question before it that names one.
fn date(table: &Table) -> Option<(Date, String)> {
    let (last, before) = table.turns.split_last()?;
    let asked = || before.iter().rev().take(REACH).find_map(|turn| dated(&turn.line.text, &values(&turn.line.text)).into_iter().next());
    turn_date(last, table).or_else(|| if table.frame.is_some_and(|frame| frame.gap == Gap::Adjunct) { None } else { asked() })
}

/// How many turns back a year may stand that a year after it is counted from.
const YEARS: usize = 4;

/// The year that another is counted from, or whose summer is meant: that of the date that is on the table, else of the last turn that told one. `None`
/// where it was asked for in vain.
fn year(table: &Table) -> Option<i32> {
    let (last, before) = table.turns.split_last()?;
    if let Some((date, _)) = turn_date(last, table) {
        return date.year();
    }
    let sought = last.reply.answer.is_none() && table.frame.is_some_and(|frame| frame.wh.to_lowercase().starts_with("when"));
    let told = |turn: &Turn| {
        let dates = turn.reply.answer_type.as_deref() == Some("NUM:date");
        let answer = turn.reply.answer.as_deref().filter(|_| dates);
        answer.and_then(|text| free(text).or_else(|| free(&turn.line.text)))
    };
    let earlier = before.iter().rev().take(YEARS).find_map(|turn| told(turn).or_else(|| free(&turn.line.text)));
    earlier.filter(|_| !sought)?.0.year()
}

/// The date of a turn and its words: the answer's, the question's, else that of the sentence it rests on, if that has just one with a year. A date that only
/// tells which thing is meant ("the 1950 election") comes last. Of a year of which the sentence tells the day, the day is meant.
fn turn_date(last: &Turn, table: &Table) -> Option<(Date, String)> {
    let answer = last.reply.answer.as_deref();
    let of = |text: &str| dated(text, &values(text)).into_iter().next();
    let told = told(last, table);
    match answer.and_then(free).or_else(|| free(&last.line.text)) {
        Some((date, text)) => {
            let coarse = matches!(date, Date::At(_)) && told.iter().all(|(other, _)| *other != date);
            let finer: Vec<&(Date, String)> = told.iter().filter(|(other, _)| coarse && date.contains(other)).collect();
            Some(match finer[..] {
                [only] => only.clone(),
                _ => (date, text),
            })
        }
        None => match &told[..] {
            [only] => Some(only.clone()),
            _ => answer.and_then(of).or_else(|| of(&last.line.text)),
        },
    }
}

/// The dates with a year in the sentence that an answer rests on.
fn told(last: &Turn, table: &Table) -> Vec<(Date, String)> {
    let source = last.reply.sources.first().filter(|_| last.reply.answer.is_some());
    let sentences = &table.known.document.sentences;
    let place = source.and_then(|source| sentences.binary_search_by_key(&source.start, |s| s.span.start).ok());
    place.map_or_else(Vec::new, |place| {
        let annotation = &table.known.annotations[place];
        dated(&annotation.text, &annotation.values)
    })
}

/// The first date with a year in a text that does not only tell which thing is meant, as in "the 1950 election".
fn free(text: &str) -> Option<(Date, String)> {
    let line = Line::new(text);
    let tells_which = |value: &Value| {
        let words = line.reading.within(value.core);
        let placed = words.start.checked_sub(1).is_some_and(|before| line.pos(before) == Pos::Adp);
        matches!(line.pos(words.end), Pos::Noun | Pos::Adj | Pos::Propn) && !placed
    };
    let values: Vec<Value> = values(text).into_iter().filter(|value| !tells_which(value)).collect();
    dated(text, &values).into_iter().next()
}

/// The dates with a year among some values.
fn dated(text: &str, values: &[Value]) -> Vec<(Date, String)> {
    let dates = values.iter().filter_map(|value| Some((value.kind.date()?, value.core)));
    dates.filter(|(date, _)| date.year().is_some()).map(|(date, core): (&Date, Span)| (date.clone(), core.of(text).to_string())).collect()
}

/// A date's words with the preposition that its kind takes.
pub fn with_preposition(date: &Date, text: &str) -> String {
    if starts_with_preposition(text) {
        return text.to_string();
    }
    match date {
        Date::At(moment) if matches!(moment.when, When::Day { .. }) => format!("on {text}"),
        Date::At(moment) if matches!(moment.when, When::Decade(_)) && !text.starts_with("the") => format!("in the {text}"),
        _ => format!("in {text}"),
    }
}
