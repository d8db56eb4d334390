//! What a question with a verb of its own leaves out: behind a preposition at its end ("how often was she on?"), behind a verb that was said in full
//! before ("how long after leaving was that?").

use super::frame::{Frame, Gap};
use super::line::{Line, join};
use super::table::{Origin, Table};
use crate::text::{Pos, Tag};

/// How many turns back what is left out may stand.
const REACH: usize = 4;

/// "How often was she on?" after "When did she join The Late Hour?": on what was asked about last. `None` where nothing is left out, or nothing on the table fits.
pub fn behind_preposition(line: &Line, frame: &Frame, table: &Table) -> Option<String> {
    let end = line.end();
    let waits = frame.verb.is_none() && matches!(line.lower(end.checked_sub(1)?), "on" | "in" | "at" | "with" | "for");
    let asked = waits && matches!(frame.gap, Gap::Adjunct | Gap::Nothing) && line.lower(0) != "what";
    let thing = table
        .candidates
        .iter()
        .find(|c| asked && c.named && c.origin == Origin::Question && c.age < REACH && c.kind != super::mention::Kind::Person)?;
    Some(format!("{} {}?", line.part(0, end), thing.text))
}

/// "How many days after leaving was that?" after "When did she leave the town?": leaving the town. `None` as above.
pub fn behind_gerund(line: &Line, table: &Table) -> Option<String> {
    let opens = |i: usize| matches!(line.lower(i), "after" | "before" | "since");
    let bare = |i: usize| line.tag(i) == Some(Tag::Vbg) && opens(i - 1) && matches!(line.pos(i + 1), Pos::Aux | Pos::Punct);
    let gerund = (1..line.end()).find(|&i| bare(i))?;
    let lemma = &line.reading.words[gerund].lemma;
    let said = table
        .turns
        .iter()
        .rev()
        .filter_map(|turn| Frame::of(&turn.line))
        .find(|frame| frame.verb.as_ref().is_some_and(|verb| verb.lemma == **lemma) && !frame.rest.is_empty())?;
    Some(join([line.part(0, gerund + 1), &said.rest, line.part(gerund + 1, line.end())]) + "?")
}
