//! Choice: one of several. After an ambiguous reply the person says which reading was meant; after a list, which of its items by what it is.

use super::cue::plain;
use super::line::Line;
use super::moves::is_text;
use super::state::Turn;
use super::table::Table;
use crate::answer::series::series;
use crate::answer::{Reply, Source, Status, respond};
use crate::knowledge::{Knowledge, Known};
use crate::text::fold::fold;
use crate::text::{Pos, Span};

/// How many turns back the list may have been given.
const REACH: usize = 6;

/// The reply to "Which one is the sociologist?": the one item of a list that a sentence calls so, or else the one that a sentence which names an item of the
/// list enumerates as such beside it; `None` where the question is another, or none or several are called so.
pub fn described(knowledge: &Knowledge, table: &Table, resolved: &str) -> Option<Reply> {
    let noun = description(resolved)?;
    let turn = table.turns.iter().rev().take(REACH).find(|turn| turn.items().nth(1).is_some())?;
    let (known, cited) = turn.cited(knowledge).next()?;
    let listed: Vec<&str> = turn.items().collect();
    let calls = |sentence: usize, items: &[&str]| called(known, sentence, items, &noun);
    let all = || (0..known.annotations.len()).filter(|&sentence| is_text(known, sentence));
    let beside = || {
        let peers = enumerated(known, cited);
        let near = |&sentence: &usize| peers.iter().any(|peer| known.annotations[sentence].text.contains(peer));
        only(all().filter(near).flat_map(|sentence| calls(sentence, &enumerated(known, sentence))))
    };
    let (sentence, item) =
        only(calls(cited, &listed)).or_else(|| only(all().flat_map(|sentence| calls(sentence, &listed)))).or_else(beside)?;
    let text = &known.annotations[sentence].text;
    let source =
        Source { marks: text.find(&item).map(|at| Span::new(at, at + item.len())).into_iter().collect(), ..respond::cite(known, sentence) };
    Some(Reply {
        status: Status::Answered,
        answer: Some(item),
        answer_type: turn.reply.answer_type.clone(),
        confidence: turn.reply.confidence,
        sources: vec![source],
        ..respond::blank(resolved)
    })
}

/// Those items that a sentence calls by a noun, with the sentence.
fn called(known: &Known, sentence: usize, items: &[&str], noun: &str) -> Vec<(usize, String)> {
    let text = &known.annotations[sentence].text;
    items.iter().filter(|item| is_called(text, item, noun)).map(|item| (sentence, item.to_string())).collect()
}

/// The names that a sentence enumerates, as written.
fn enumerated(known: &Known, sentence: usize) -> Vec<&str> {
    let annotation = &known.annotations[sentence];
    let words = &annotation.reading.words;
    let written = |item: &std::ops::Range<usize>| words[item.start].span.cover(words[item.end - 1].span).of(&annotation.text);
    let named = |item: &&str| item.split(' ').next_back().is_some_and(|last| last.starts_with(char::is_uppercase));
    series(annotation).iter().flat_map(|one| &one.items).map(written).filter(named).collect()
}

/// What was found, where nobody else is called so.
fn only(found: impl IntoIterator<Item = (usize, String)>) -> Option<(usize, String)> {
    let mut found = found.into_iter();
    let one = found.next()?;
    found.all(|(_, other)| other == one.1).then_some(one)
}

/// The noun of "Which one is the sociologist?", folded.
fn description(question: &str) -> Option<String> {
    let asks = ["which one is the ", "which one was the "].iter().any(|words| question.to_lowercase().starts_with(words));
    let line = asks.then(|| Line::new(question)).filter(|line| line.end() == 5 && line.pos(4) == Pos::Noun)?;
    Some(fold(line.part(4, 5)).into_owned())
}

/// Whether a sentence calls an item by a noun: in the item's own words, right before it, or right behind it ("Ann Lee, a sociologist").
fn is_called(text: &str, item: &str, noun: &str) -> bool {
    let (Some(before), Some(after)) = (text.split(item).next(), text.split(item).nth(1)) else { return false };
    let words = |text: &str| plain(text).split(' ').map(str::to_string).collect::<Vec<_>>();
    let behind = ["a", "an", "the"].iter().any(|article| {
        let rest = after.strip_prefix(&format!(", {article} ")).and_then(|rest| rest.strip_prefix(noun));
        rest.is_some_and(|rest| !rest.starts_with([' ', '-']) && !rest.starts_with(char::is_alphanumeric))
    });
    words(item).iter().any(|word| word == noun) || words(before).last().is_some_and(|word| word == noun) || behind
}

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
