//! The rest: "who else?" after somebody whom the cited sentence names in an enumeration asks for the others in it.

use super::cue::plain;
use super::line::Line;
use super::mention::{Kind, mentions};
use super::state::Turn;
use super::table::{Origin, Table};
use crate::answer::series::{Series, series};
use crate::answer::verdict::squeeze;
use crate::answer::{Reply, Source, Status, respond};
use crate::facts::annotation::Annotation;
use crate::knowledge::Knowledge;
use crate::text::Span;

/// The reply with what an enumeration of the sentence cited last names beside what was said; `None` where it names no more, or not whom or what is asked for.
pub fn rest(knowledge: &Knowledge, table: &Table, core: &str, resolved: &str) -> Option<Reply> {
    let persons = match plain(core).as_str() {
        "who else" | "anyone else" | "anybody else" => true,
        "what else" | "anything else" | "which others" | "any others" | "any other" => false,
        _ => return None,
    };
    let last = table.last()?;
    let (known, sentence) = last.cited(knowledge).next()?;
    let annotation = &known.annotations[sentence];
    let said = said(table, last);
    let items = series(annotation).iter().find_map(|one| others(annotation, one, &said))?;
    let fits = |item: &&Span| !persons || is_somebody(table, item.of(&annotation.text));
    let items: Vec<Span> = items.iter().filter(fits).copied().collect();
    let answer: Vec<String> = items.iter().map(|item| squeeze(item.of(&annotation.text))).collect();
    let source = Source { marks: items, ..respond::cite(known, sentence) };
    (!answer.is_empty()).then(|| Reply {
        status: Status::Answered,
        answer: Some(answer.join("; ")),
        answer_type: Some(if persons { "HUM:ind" } else { "ENTY:other" }.into()),
        confidence: last.reply.confidence,
        sources: vec![source],
        ..respond::blank(resolved)
    })
}

/// What was said so far and need not be said again, as plain words: all answers, and whom the last question names.
fn said(table: &Table, last: &Turn) -> Vec<String> {
    let answers = table.turns.iter().flat_map(|turn| turn.items()).chain(last.reply.answer.as_deref());
    let named = table.candidates.iter().filter(|c| c.named && c.age == 0 && c.origin == Origin::Question).map(|c| c.text.as_str());
    answers.chain(named).map(plain).collect()
}

/// The items of an enumeration that were not said, where at least one was.
fn others(annotation: &Annotation, series: &Series, said: &[String]) -> Option<Vec<Span>> {
    let span = |item: &std::ops::Range<usize>| {
        let words = &annotation.reading.words;
        words[item.start].span.cover(words[item.end - 1].span)
    };
    let was_said = |item: &Span| {
        let item = plain(item.of(&annotation.text));
        said.iter().any(|said| has_words(&item, said) || has_words(said, &item))
    };
    let items: Vec<Span> = series.items.iter().map(span).collect();
    let others: Vec<Span> = items.iter().copied().filter(|item| !was_said(item)).collect();
    (!others.is_empty() && others.len() < items.len()).then_some(others)
}

/// Whether a text holds the words of another, whole.
fn has_words(text: &str, words: &str) -> bool {
    !words.is_empty() && format!(" {text} ").contains(&format!(" {words} "))
}

/// Whether a phrase names a person, or a group of them.
fn is_somebody(table: &Table, phrase: &str) -> bool {
    let line = Line::new(phrase);
    let main = mentions(&line, table.cast(), &[]).into_iter().max_by_key(|m| (m.named, m.words.len()));
    main.is_some_and(|m| matches!(m.kind, Kind::Person | Kind::Organisation))
}
