//! What a question with a verb of its own leaves out or says short: behind a preposition at its end ("how often was she on?"), behind a verb that was said in full
//! before ("how long after leaving was that?").

use super::frame::{Frame, Gap};
use super::line::{Line, is_auxiliary, is_do, is_wh, join};
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

/// "She left the choir?" as "did she leave the choir?". `None` where nothing is asked by stating it so.
pub fn stated(line: &Line) -> Option<String> {
    let asks = line.text.trim_end().ends_with('?') && !(0..line.end()).any(|i| is_wh(line.lower(i)) || line.lower(i) == ",");
    let verb = (1..line.end()).find(|&i| line.pos(i) != Pos::Adv).filter(|_| asks)?;
    let finite = matches!(line.tag(verb), Some(Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md)) && !line.lower(verb).starts_with('\'');
    if !matches!(line.lower(0), "he" | "she" | "they" | "it") || !finite {
        return None;
    }
    let beside = line.part(1, verb).replace("never", "ever");
    let participle = (verb + 1..line.end()).find(|&i| line.pos(i) != Pos::Adv).is_some_and(|i| line.tag(i) == Some(Tag::Vbn));
    let has = matches!(line.lower(verb), "has" | "have" | "had") && !participle;
    let does = is_do(line.lower(verb)) && !(verb + 1..line.end()).any(|i| line.pos(i) == Pos::Verb);
    let (first, main) = match line.tag(verb) {
        _ if is_auxiliary(line.lower(verb)) && !has && !does => (line.lower(verb), ""),
        Some(Tag::Vbd) => ("did", line.reading.words[verb].lemma.as_str()),
        Some(Tag::Vbz) => ("does", line.reading.words[verb].lemma.as_str()),
        _ => ("do", line.reading.words[verb].lemma.as_str()),
    };
    Some(join([first, line.lower(0), &beside, main, line.part(verb + 1, line.end())]) + "?")
}

/// "Did that lot stay?", "where did those two meet?" as "did they stay?", "where did they meet?": several who were spoken of. `None` where nobody is called so.
pub fn that_lot(line: &Line) -> Option<String> {
    let pair = |i: usize| matches!(line.lower(i + 1), "two" | "three") && !matches!(line.pos(i + 2), Pos::Noun | Pos::Adj | Pos::Propn);
    let points = |i: usize| match line.lower(i) {
        "that" | "this" => line.lower(i + 1) == "lot",
        "those" | "these" => pair(i),
        _ => false,
    };
    let lot = (0..line.end()).find(|&i| points(i))?;
    let acts = lot == 0 || is_auxiliary(line.lower(lot - 1));
    let they = if acts { "they" } else { "them" };
    Some(join([line.part(0, lot), they, line.part(lot + 2, line.len())]).replace(" ?", "?"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lot_is_they() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(that_lot(&Line::new(text)).as_deref(), expected, "{text}");
        check("did that lot stay in the party?", Some("did they stay in the party?"));
        check("who led that lot?", Some("who led them?"));
        check("where did those two meet?", Some("where did they meet?"));
        check("who built those two mills?", None);
        check("did that help a lot?", None);
    }

    #[test]
    fn what_is_stated_is_asked() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(stated(&Line::new(text)).as_deref(), expected, "{text}");
        check("she left the choir?", Some("did she leave the choir?"));
        check("he never came back?", Some("did he ever come back?"));
        check("they had a boat?", Some("did they have a boat?"));
        check("she had sold it?", Some("had she sold it?"));
        check("it was a mill?", Some("was it a mill?"));
        check("she left the choir.", None);
        check("she left when?", None);
        check("was she in the choir?", None);
    }
}
