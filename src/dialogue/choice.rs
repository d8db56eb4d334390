//! Choice: after an ambiguous reply, the person says which reading was meant.

use super::cue::plain;
use super::state::Turn;
use crate::answer::{Reply, Status};
use crate::knowledge::Knowledge;
use crate::text::fold::fold;

/// The reply that the choice calls for; `None` where the last reply left no choice, or the text makes none.
pub fn choose(knowledge: &Knowledge, last: &Turn, text: &str) -> Option<Reply> {
    if !matches!(last.reply.status, Status::Ambiguous | Status::Conflicting) {
        return None;
    }
    let options = options(knowledge, last);
    let said = plain(text);
    let place = ordinal(&said, options.len()).or_else(|| named(&options, last, &said))?;
    let answer = options.get(place)?.clone();
    let sources = last.reply.sources.get(place).cloned().into_iter().collect();
    Some(Reply { status: Status::Answered, answer: Some(answer), sources, reason: None, ..last.reply.clone() })
}

/// What could be meant: the words marked in each cited sentence.
fn options(knowledge: &Knowledge, last: &Turn) -> Vec<String> {
    let marked = last
        .cited(knowledge)
        .zip(&last.reply.sources)
        .map_while(|((known, sentence), source)| source.marks.first().map(|mark| mark.of(&known.annotations[sentence].text).to_string()));
    marked.collect()
}

/// The place that words of order name.
fn ordinal(said: &str, options: usize) -> Option<usize> {
    let bare = said.trim_start_matches("no ").trim_start_matches("the ").trim_end_matches(" please").trim_end_matches(" one");
    let place = match bare {
        "first" | "former" | "1" | "1st" => 0,
        "second" | "latter" | "2" | "2nd" | "other" => 1,
        "third" | "3" | "3rd" => 2,
        "fourth" | "4" | "4th" => 3,
        "last" => options.checked_sub(1)?,
        _ => return None,
    };
    (place < options).then_some(place)
}

/// The one option whose words, else whose sentence, hold what was said.
fn named(options: &[String], last: &Turn, said: &str) -> Option<usize> {
    let said = said.trim_start_matches("the ").trim_end_matches(" one").trim_start_matches("in ");
    if said.is_empty() {
        return None;
    }
    let only = |holds: &dyn Fn(usize) -> bool| {
        let mut found = (0..options.len()).filter(|&i| holds(i));
        found.next().filter(|_| found.next().is_none())
    };
    let has = |text: &str| format!(" {} ", plain(text)).contains(&format!(" {} ", fold(said)));
    only(&|i| has(&options[i])).or_else(|| only(&|i| last.reply.sources.get(i).is_some_and(|s| has(&s.text))))
}
