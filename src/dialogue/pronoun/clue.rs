//! Clues: what a line itself tells of whom or what its pronoun can stand for.

use super::super::line::{Line, is_be};
use super::super::table::Table;
use super::event::has;
use super::{governor, is_possessive};
use crate::text::{Pos, Relation};

/// Whether only people can be meant: "have they got kids?", "their parents", "when did they marry?".
pub fn is_people(line: &Line, table: &Table, i: usize) -> bool {
    // "How old were they when they married?"
    let again = (i + 1..line.end()).find(|&k| line.lower(i) == "they" && line.lower(k) == "they");
    if again.is_some_and(|k| is_people(line, table, k)) {
        return true;
    }
    let relative = |k: usize| line.reading.words.get(k).is_some_and(|word| table.is_kin(&word.lemma));
    if is_possessive(line, i) {
        return relative(i + 1);
    }
    let verb = governor(line, i).filter(|&g| line.pos(g) == Pos::Verb);
    verb.is_some_and(|v| {
        let owns = matches!(line.reading.words[v].lemma.as_str(), "have" | "get");
        let alone = !line.reading.children(v).any(|k| line.is(k, Relation::Obj));
        alone && has(&table.words.marrying, line, v) || owns && line.reading.children(v).any(|k| line.is(k, Relation::Obj) && relative(k))
    })
}

/// Whether a pronoun is the subject of a verb that has somebody for its object: "they sent him".
pub fn acts_on_somebody(line: &Line, i: usize) -> bool {
    let verb = governor(line, i).filter(|&g| line.pos(g) == Pos::Verb);
    let somebody = |word: &str| matches!(word, "him" | "her" | "me" | "us" | "it" | "anyone" | "anybody" | "someone" | "somebody");
    verb.is_some_and(|v| somebody(line.lower(v + 1)))
}

/// Whether a line asks what or who the word at `i` is: "who's that?".
pub fn asks_what(line: &Line, i: usize) -> bool {
    matches!(line.lower(0), "what" | "who") && i <= 2 && is_be(line.lower(1))
}
