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
    if let Some((end, years)) = counted(line, i) {
        let year = date(table)?.0.year()? + years;
        let start = if i > 0 && line.lower(i - 1) == "in" { i - 1 } else { i };
        return Some(Edit::new(line.span(start, end), format!("in {year}")));
    }
    let end = pointing(line, i)?;
    let text = when(table, is_particle(line, i))?;
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
        (Some(_), _) => Some(frame.statement(table.answer())).filter(|clause| is_short(clause)).map(|clause| format!("when {clause}")),
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

/// The date of a turn and its words: the answer's, the question's, else that of the sentence it rests on, if that has just one with a year.
fn turn_date(last: &Turn, table: &Table) -> Option<(Date, String)> {
    let of = |text: &str| dated(text, &values(text)).into_iter().next();
    let said = last.reply.answer.as_deref().and_then(of).or_else(|| of(&last.line.text));
    said.or_else(|| {
        let source = last.reply.sources.first().filter(|_| last.reply.answer.is_some())?;
        let sentences = &table.known.document.sentences;
        let place = sentences.binary_search_by_key(&source.start, |s| s.span.start).ok()?;
        let annotation = &table.known.annotations[place];
        match &dated(&annotation.text, &annotation.values)[..] {
            [only] => Some(only.clone()),
            _ => None,
        }
    })
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
