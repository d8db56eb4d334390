//! Quantities: "how many?", "how many seats in 2013?" after "how many votes did it win in 2009?".

use super::super::frame::{Frame, Gap};
use super::super::line::{Line, join};
use super::super::references::{Filled, Lean, fill};
use super::super::sure::{DOUBTFUL, OPEN};
use super::super::table::Table;
use super::fragment::at_time;
use super::open;
use crate::text::values::values;
use crate::text::{Pos, Tag};

/// "How long", "how many exactly": a question word with what belongs to it, whatever the tagger says.
pub fn is_quantity(line: &Line) -> bool {
    line.end() <= 3 && line.lower(0) == "how"
}

/// Whether words ask for a number of things.
fn counts(wh: &str) -> bool {
    ["how many", "how much"].iter().any(|words| wh.to_lowercase().starts_with(words))
}

/// Whether a fragment counts something at another time where the last question counted something: "how many seats in 2013?".
pub fn counts_again(line: &Line, table: &Table) -> bool {
    timed(&dated(line, table)).is_some() && counts(&line.text) && table.frame.is_some_and(|frame| counts(&frame.wh))
}

/// "How many seats?" in a question that counted something else, or did not count: surely meant only in the first.
pub fn quantity(line: &Line, table: &Table) -> Option<Filled> {
    let frame = table.frame.filter(|_| counts(&line.text) && line.end() > 2)?;
    let line = &dated(line, table);
    let timed = timed(line);
    let asked = timed.as_ref().map_or(line, |(asked, _)| asked);
    let bare = asked.end() == 2 && timed.is_some();
    let said = join([asked.part(0, asked.end()), if bare { frame.noun.as_str() } else { "" }]);
    let said = said.as_str();
    let noun = bare || asked.end() > 2 && asked.pos(asked.end() - 1) == Pos::Noun;
    let text = match frame.gap {
        _ if !noun => return None,
        Gap::Predicate => return Some(Filled { needed: OPEN, ..Filled::new(line.text.clone(), Lean::Near) }),
        _ if !counts(&frame.wh) => {
            let doubted = matches!(frame.gap, Gap::Adjunct | Gap::Nothing);
            let filled = Filled::new(frame.ask(said, table.answer()), Lean::Near);
            return (timed.is_none() && doubted).then_some(Filled { needed: DOUBTFUL, ..filled });
        }
        Gap::Subject => frame.ask_subject(said),
        _ => open(frame, said),
    };
    let text = timed.as_ref().map_or_else(|| text.clone(), |(_, time)| at_time(&Line::new(&text), time));
    Some(Filled { contrasts: true, ..Filled::new(text, Lean::Near) })
}

/// A fragment with "then" as the time that it stands for.
fn dated(line: &Line, table: &Table) -> Line {
    fill(line, table).filter(|filled| filled.timed).map_or_else(|| line.clone(), |filled| Line::new(&filled.text))
}

/// A fragment parted before the time at its end: "how many seats" and "in 2013".
fn timed(line: &Line) -> Option<(Line, Line)> {
    let at = (2..line.end()).find(|&i| line.pos(i) == Pos::Adp)?;
    let time = line.part(at, line.end());
    let date = values(time).into_iter().find(|value| value.kind.date().is_some_and(|date| date.year().is_some()))?;
    (line.end() - at <= 4 && date.span.end == time.len()).then(|| (Line::new(line.part(0, at)), Line::new(time)))
}

/// "How many?", "how much?": of what the clause speaks of in the plural, or of any of which it asks.
pub fn counted(frame: &Frame, wh: &str, answer: Option<&str>) -> String {
    let line = Line::new(&frame.rest);
    let any = |i: usize| i > 0 && matches!(line.lower(i - 1), "any" | "some") && line.pos(i) == Pos::Noun;
    let plural = (0..line.len()).find(|&i| line.tag(i) == Some(Tag::Nns) || any(i));
    match plural.filter(|_| frame.gap != Gap::Object) {
        Some(place) => {
            let rest = join([
                line.part(0, place).trim_end_matches(" the").trim_end_matches(" any").trim_end_matches(" some"),
                line.part(place + 1, line.len()),
            ]);
            let rest = ["any ", "some ", "the "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(&rest).to_string();
            Frame { rest, ..frame.clone() }.ask(&format!("{wh} {}", line.part(place, place + 1)), answer)
        }
        None if frame.gap == Gap::Subject => frame.ask_subject(wh),
        None if frame.gap == Gap::Object => open(frame, &join([wh, &frame.noun])),
        None => frame.ask(wh, answer),
    }
}
