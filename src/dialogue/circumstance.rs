//! Circumstances: "when was that?", "why did he do that?", "how did that go?", "who were they?" ask more about what was asked about before.

use super::frame::{Frame, Gap};
use super::line::{Line, capital, is_be};
use super::moves::is_empty;
use super::resolve::NAMED;
use super::state::Turn;
use super::table::Table;
use crate::text::{Tag, wordnet};

/// "When was that?", "how long after the vote was it?": a circumstance of what was asked about.
pub fn circumstance(frame: &Frame, table: &Table) -> Option<String> {
    if let Some(text) = deed(frame, table) {
        return Some(text);
    }
    let asks = matches!(frame.subject.to_lowercase().as_str(), "that" | "this" | "it") && frame.verb.is_none();
    let bare = matches!(frame.rest.as_str(), "" | "be" | "been" | "exactly" | "then" | "again");
    // "Which bank was it?" asks what it is, "which year was it?" when.
    let thing = frame.gap == Gap::Predicate && !wordnet::is_a(frame.noun.rsplit(' ').next().unwrap_or_default(), "location")
        || matches!(frame.wh.to_lowercase().as_str(), "what" | "who" | "which" | "which one" | "whose" | "");
    let counts = ["how many", "how much"].iter().any(|words| frame.wh.to_lowercase().starts_with(words));
    let counts = counts && !frame.wh.split(' ').any(|word| matches!(word, "after" | "before" | "later" | "earlier"));
    if !asks || !bare || thing || counts {
        return None;
    }
    if let Some(topic) = table.candidates.iter().find(|c| c.score >= NAMED) {
        return Some(format!(
            "{} {} {}?",
            capital(&frame.wh),
            if frame.auxiliary.is_empty() { "was" } else { &frame.auxiliary },
            topic.text
        ));
    }
    // "How long is it?" after "what is the ship called?" measures the ship.
    let measures = frame.wh.to_lowercase().starts_with("how ") && frame.subject.eq_ignore_ascii_case("it");
    if measures && table.last().is_some_and(Turn::asks_name) {
        return None;
    }
    let place = frame.wh.eq_ignore_ascii_case("where") && frame.subject.eq_ignore_ascii_case("it");
    let last = table.frame.filter(|_| !place)?;
    match last.rest.strip_prefix("when ").filter(|_| last.verb.is_none()) {
        Some(event) => {
            let event = ["he ", "she ", "they ", "it "]
                .iter()
                .find_map(|pronoun| event.strip_prefix(pronoun))
                .map(|rest| format!("{} {rest}", last.subject))
                .unwrap_or(event.to_string());
            Some(format!("{} was it when {event}?", capital(&frame.wh)))
        }
        None => Some(last.ask(&frame.wh, table.answer())),
    }
}

/// "Why did he do that?": a circumstance of what somebody was asked to have done.
fn deed(frame: &Frame, table: &Table) -> Option<String> {
    let does = frame.verb.as_ref().is_some_and(|verb| verb.lemma == "do") && matches!(frame.rest.as_str(), "that" | "it" | "so" | "this");
    let somebody = matches!(frame.subject.to_lowercase().as_str(), "he" | "she" | "they");
    let last = table.frame.filter(|last| does && somebody && frame.gap == Gap::Adjunct && last.verb.is_some() && !is_empty(last))?;
    let acts = !is_be(&last.auxiliary) || last.verb.as_ref().is_none_or(|verb| verb.tag != Tag::Vbn);
    let known = last.gap != Gap::Subject || table.answer().is_some();
    (acts && known).then(|| last.ask(&frame.wh, table.answer()))
}

/// "Who were they?" after "how many voted against?": who did what was counted.
pub fn counted_persons(line: &Line, table: &Table) -> Option<String> {
    let asks = line.end() == 3 && line.lower(0) == "who" && is_be(line.lower(1)) && matches!(line.lower(2), "they" | "these" | "those");
    let last = table.frame.filter(|last| asks && last.wh.to_lowercase().starts_with("how many") && table.answer().is_some())?;
    Some(match last.gap {
        Gap::Subject => last.ask_subject("who"),
        _ => Frame { gap: Gap::Nothing, ..last.clone() }.ask("who", None),
    })
}

/// "How did that go?": what came of what was asked about.
pub fn course(frame: &Frame, table: &Table) -> Option<String> {
    let asks = matches!(frame.subject.to_lowercase().as_str(), "that" | "this" | "it") && frame.wh.eq_ignore_ascii_case("how");
    let goes = frame.verb.as_ref().is_some_and(|verb| matches!(verb.lemma.as_str(), "go" | "end" | "turn" | "work"));
    // "How does it work?" asks about a thing.
    let past = frame.auxiliary == "did" || frame.verb.as_ref().is_some_and(|verb| verb.lemma != "work");
    let last = table.frame.filter(|_| asks && goes && past)?;
    let question = Frame { subject: "it".into(), ..frame.clone() }.ask("how", None);
    Some(format!("{} when {}?", question.trim_end_matches('?'), last.statement(table.answer())))
}
