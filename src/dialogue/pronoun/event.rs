//! "It" and "that" as what happened: when they may be, and how the event is then called.

use super::super::frame::{Frame, Gap};
use super::super::line::Line;
use super::super::moves::is_empty;
use super::super::table::Table;
use super::{governor, is_possessive};
use crate::text::{Pos, Relation, Tag};

/// What the last question was about, as an event, where a pronoun may stand for one: not behind a preposition of place.
pub fn event(line: &Line, table: &Table, i: usize) -> Option<String> {
    let before = i.checked_sub(1).map_or("", |b| line.lower(b));
    let reason = before == "of" && i > 1 && matches!(line.lower(i - 2), "because" | "instead");
    if matches!(before, "in" | "on" | "at" | "of" | "to" | "from" | "into") && !reason || is_possessive(line, i) {
        return None;
    }
    let nobody = |frame: &Frame| {
        frame.subject.starts_with("any")
            || frame.is_bare_count() && table.answer().is_none()
            || matches!(frame.subject.to_lowercase().as_str(), "they" | "it" | "he" | "she")
    };
    let frame = table.frame.filter(|frame| !nobody(frame) && !is_empty(frame))?;
    let verb = governor(line, i).map(|g| &line.reading.words[g].lemma);
    let again = frame.verb.as_ref().is_some_and(|of| verb.is_some_and(|verb| *verb == of.lemma));
    let measured = frame.wh.split(' ').count() > 1 && frame.wh.to_lowercase().starts_with("how ");
    let happens = frame.verb.is_some() || frame.gap == Gap::Adjunct && !measured;
    let unknown = frame.gap == Gap::Object && table.answer().is_none();
    (happens && !again && !unknown).then(|| frame.event(table.answer())).filter(|event| is_short(event))
}

/// The most words that may stand for a pronoun.
const LONGEST: usize = 12;

/// Whether a clause can stand for a pronoun in a question that is still to be understood.
pub fn is_short(clause: &str) -> bool {
    clause.split(' ').count() <= LONGEST && !clause.contains(" when ")
}

/// Whether "it" at `i` may be what happened: "because of it", "why did she say it".
pub fn takes_event(line: &Line, table: &Table, i: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |b| line.lower(b));
    let verb = governor(line, i).map_or("", |g| line.reading.words[g].lemma.as_str());
    matches!(before, "for" | "with" | "about" | "by" | "over" | "after" | "before")
        || table.words.reacting.iter().any(|other| other == verb)
}

/// Whether what is said of "it" at `i` can be said of what happened: it was held, it was legal.
pub fn is_event_of(line: &Line, table: &Table, i: usize) -> bool {
    happens(line, table, i) || governor(line, i).is_some_and(|g| matches!(line.pos(g), Pos::Adj | Pos::Noun))
}

/// Whether a pronoun is what somebody holds or attends: an event that has a name, not that something was done.
pub fn is_arranged(line: &Line, table: &Table, i: usize) -> bool {
    governor(line, i).is_some_and(|g| has(&table.words.arranging, line, g) && !acts(line, g, i))
}

/// Whether a pronoun at `i` does what the verb at `verb` says.
fn acts(line: &Line, verb: usize, i: usize) -> bool {
    i < verb && line.tag(verb) != Some(Tag::Vbn)
}

/// Whether a pronoun is what takes place, or what somebody holds or attends: "how many did it hold?" asks about a thing.
pub fn happens(line: &Line, table: &Table, i: usize) -> bool {
    let takes_place = |g: usize| line.reading.words[g].lemma == "take" && line.lower(g + 1) == "place";
    governor(line, i).is_some_and(|g| has(&table.words.happening, line, g) || takes_place(g)) || is_arranged(line, table, i)
}

/// Whether a pronoun is what somebody moves: an event, or a thing, but no place.
pub fn is_moved(line: &Line, table: &Table, i: usize) -> bool {
    let moves = |g: usize| has(&table.words.shifting, line, g);
    governor(line, i).is_some_and(moves) && line.reading.is(i, Relation::Obj)
}

/// Whether the lemma of a word is among some verbs.
pub fn has(verbs: &[String], line: &Line, word: usize) -> bool {
    verbs.iter().any(|verb| *verb == *line.reading.words[word].lemma)
}
