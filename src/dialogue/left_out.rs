//! What a question with a verb of its own leaves out: behind a preposition at its end ("how often was she on?"), behind a verb that was said in full
//! before ("how long after leaving was that?").

use super::frame::{Frame, Gap};
use super::line::{Line, is_auxiliary, is_wh, join};
use super::mention::Kind;
use super::table::{Origin, Table};
use crate::text::wordnet::{self, base_form};
use crate::text::{Pos, Tag};

/// How many turns back what is left out may stand.
const REACH: usize = 4;

/// What is left out of "How often was she on?" after "When did she join The Late Hour?": what was asked about last. `None` where nothing is left out, or
/// nothing on the table fits.
pub fn behind_preposition<'t>(frame: &Frame, table: &'t Table) -> Option<&'t str> {
    let waits =
        frame.verb.is_none() && matches!(frame.rest.split(' ').next(), Some("on" | "in" | "at" | "with")) && !frame.rest.contains(' ');
    let pronoun = matches!(frame.subject.to_lowercase().as_str(), "he" | "she" | "they" | "it");
    let asked = waits && pronoun && matches!(frame.gap, Gap::Adjunct | Gap::Nothing) && frame.noun.is_empty();
    let thing =
        table.candidates.iter().find(|c| asked && c.named && c.origin == Origin::Question && c.age < REACH && c.kind != Kind::Person)?;
    Some(&thing.text)
}

/// "How old was she?" after what was answered, with the "then" that it leaves out. `None` where nothing is left out so.
pub fn then(line: &Line, table: &Table) -> Option<String> {
    table.last()?.reply.answer.as_ref()?;
    let asks = line.lower(0) == "how" && line.lower(1) == "old" && line.lower(2) == "was" && line.end() == 4;
    (asks && line.pos(3) == Pos::Pron).then(|| format!("{} then?", line.part(0, 4)))
}

/// "What's she do now?" with its "does" in full. `None` where nothing is contracted so.
pub fn contracted(line: &Line) -> Option<String> {
    let subject = matches!(line.pos(2), Pos::Pron | Pos::Propn | Pos::Det | Pos::Noun);
    let verb = (3..line.end()).find(|&i| line.pos(i) == Pos::Verb)?;
    let other_clause = (3..verb).any(|i| is_wh(line.lower(i)) || is_auxiliary(line.lower(i)));
    let does =
        !other_clause && is_wh(line.lower(0)) && line.lower(1) == "'s" && subject && matches!(line.tag(verb), Some(Tag::Vb | Tag::Vbp));
    does.then(|| join([line.part(0, 1), "does", line.part(2, line.len())]).replace(" ?", "?"))
}

/// "How many did he need?" after "how many votes did he get?", with "votes" put in. `None` as above.
pub fn behind_quantity(line: &Line, table: &Table) -> Option<String> {
    let counts = line.lower(0) == "how" && line.lower(1) == "many";
    let bare = counts && (line.pos(2) == Pos::Adp && line.lower(2) != "of" || is_auxiliary(line.lower(2)));
    let did = counts && line.tag(2) == Some(Tag::Vbd) && line.pos(2) == Pos::Verb;
    if let Some(noun) = table.frame.filter(|_| did).and_then(|frame| several(&frame.rest).or_else(|| several(&frame.subject))) {
        return Some(join([line.part(0, 2), &noun, line.part(2, line.end())]) + "?");
    }
    let counted = |frame: &Frame| frame.wh.to_lowercase().starts_with("how many ") && !frame.noun.is_empty();
    let frames = table.turns.iter().rev().take(REACH).filter(|_| bare).filter_map(|turn| Frame::of(&turn.line));
    let noun = frames.filter(counted).map(|frame| frame.noun).next()?;
    Some(join([line.part(0, 2), &noun, line.part(2, line.end())]) + "?")
}

/// The noun at the end of some words, if it stands for several: "marines" of "for marines".
fn several(words: &str) -> Option<String> {
    let last = words.rsplit(' ').next()?;
    base_form(last, wordnet::Pos::Noun).filter(|base| *base != last).map(|_| last.to_string())
}

/// "How many days after leaving was that?" after "When did she leave the town?", with "the town" put in. `None` as above.
pub fn behind_gerund(line: &Line, table: &Table) -> Option<String> {
    let opens = |i: usize| matches!(line.lower(i), "after" | "before" | "since");
    let points = || (0..line.end()).any(|i| matches!(line.lower(i), "he" | "she" | "they" | "it" | "that"));
    let ends = |i: usize| line.pos(i + 1) == Pos::Aux || i + 1 == line.end() && points();
    let bare = |i: usize| line.tag(i) == Some(Tag::Vbg) && opens(i - 1) && ends(i);
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
