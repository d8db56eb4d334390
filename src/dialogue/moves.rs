//! Moves: replies that come from the conversation itself: more of the same, the source, the last answer once more, what comes next.

use super::frame::{Frame, Gap};
use super::line::Line;
use super::table::Table;
use crate::answer::verdict::squeeze;
use crate::answer::{self, Reply, Source, Status, respond};
use crate::document::Kind;
use crate::facts::Fact;
use crate::knowledge::rules::Act;
use crate::knowledge::{Knowledge, Known};
use crate::text::Tag;
use crate::text::fold::fold;
use crate::text::syntax::Relation;

/// How many sentences "tell me more" shows.
const MORE: usize = 3;
/// How many of the best sentences it chooses from.
const EVIDENCE: usize = 10;

/// A reply to a move, and the line that the conversation goes on with.
pub struct Moved {
    /// The reply; its question is not set.
    pub reply: Reply,
    /// What the next turn leans on.
    pub line: Line,
}

/// Makes a move; `None` where there is nothing that it could refer to.
pub fn act(knowledge: &Knowledge, table: &Table, act: Act, top: Option<usize>) -> Option<Moved> {
    let last = table.last()?;
    let line = last.line.clone();
    let reply = match act {
        Act::More => more(knowledge, table, top)?,
        Act::Source => source(knowledge, table)?,
        Act::Sure => sure(table)?,
        Act::Back => return back(table),
        Act::Next | Act::Before => return neighbour(knowledge, table, act == Act::Next),
        Act::NeverMind => return None,
    };
    Some(Moved { reply: Reply { intent: Some(act.as_str().into()), ..reply }, line })
}

/// The next best evidence for the last question: what follows the sentence cited last, then what else speaks of it; nothing twice.
fn more(knowledge: &Knowledge, table: &Table, top: Option<usize>) -> Option<Reply> {
    let last = table.turns.iter().rev().take(3).find(|turn| turn.cited(knowledge).next().is_some()).or(table.turns.last())?;
    let mut found: Vec<Source> = Vec::new();
    let cited = last.cited(knowledge).next();
    if let Some((known, sentence)) = cited {
        found.extend(following(known, sentence).filter(|&s| !is_shown(table, known, s)).map(|s| respond::cite(known, s)));
    }
    let evidence = answer::answer(knowledge, &last.line.text, Some(EVIDENCE)).sources;
    found.truncate(if top.is_none() { 2 } else { MORE });
    for source in evidence {
        let repeated = found.iter().any(|f| f.start == source.start && f.document == source.document);
        if !repeated && !was_shown(table, &source) && !is_heading(knowledge, &source) {
            found.push(source);
        }
    }
    found.truncate(top.unwrap_or(MORE));
    let about = topic(table);
    let resolved = format!("What more does the document say about {about}?");
    Some(told(&resolved, found, "the document says no more about it"))
}

/// A reply that gives the first of some sentences; unknown where there is none.
fn told(resolved: &str, sources: Vec<Source>, otherwise: &str) -> Reply {
    let blank = respond::blank(resolved);
    match sources.first() {
        Some(first) => Reply {
            status: Status::Answered,
            answer_type: Some("DESC:desc".into()),
            answer: Some(squeeze(&first.text)),
            confidence: 0.5,
            sources,
            ..blank
        },
        None => Reply { reason: Some(otherwise.into()), ..blank },
    }
}

/// The sentences after one, in its paragraph.
fn following(known: &Known, sentence: usize) -> impl Iterator<Item = usize> + '_ {
    let sentences = &known.document.sentences;
    let place = move |s: usize| (sentences[s].section, sentences[s].paragraph);
    (sentence + 1..sentences.len()).take_while(move |&s| place(s) == place(sentence)).filter(move |&s| is_text(known, s))
}

/// Whether a sentence is one of the text, no heading or box.
pub fn is_text(known: &Known, sentence: usize) -> bool {
    matches!(known.document.sentences[sentence].kind, Kind::Prose | Kind::Item | Kind::Quotation)
}

fn is_heading(knowledge: &Knowledge, source: &Source) -> bool {
    let known = knowledge.sources.iter().find(|known| known.document.name == source.document);
    known.is_some_and(|known| {
        let place = known.document.sentences.binary_search_by_key(&source.start, |s| s.span.start);
        place.is_ok_and(|sentence| !is_text(known, sentence))
    })
}

fn is_shown(table: &Table, known: &Known, sentence: usize) -> bool {
    let start = known.document.sentences[sentence].span.start;
    table.turns.iter().any(|turn| shows(&turn.reply, &known.document.name, start))
}

fn was_shown(table: &Table, source: &Source) -> bool {
    table.turns.iter().any(|turn| shows(&turn.reply, &source.document, source.start))
}

/// Whether a reply has shown a sentence as one that it rests on.
fn shows(reply: &Reply, document: &str, start: usize) -> bool {
    reply.answer.is_some() && reply.sources.iter().any(|s| s.start == start && s.document == document)
}

/// What the last question was about, as a noun phrase.
fn topic(table: &Table) -> String {
    let frame = table.frame;
    match frame {
        Some(frame) if frame.gap == Gap::Predicate => {
            table.cast().find(&fold(&frame.subject)).map_or_else(|| frame.subject.clone(), |member| member.name.clone())
        }
        Some(Frame { verb: Some(verb), rest, .. }) if verb.lemma == "happen" && rest.starts_with("to ") => rest[3..].to_string(),
        Some(frame) => frame.event(table.answer()),
        None => table.candidates.first().map_or_else(|| "it".into(), |c| c.text.clone()),
    }
}

/// Who asserts the last answer: whom the sentence names as its source, else the sentence itself.
fn source(knowledge: &Knowledge, table: &Table) -> Option<Reply> {
    let last = table.last()?;
    let states = |frame: &&Frame| (frame.gap != Gap::Nothing || !last.denies()) && !is_empty(frame);
    let statement = table.frame.filter(states).map(|frame| frame.statement(table.answer()));
    let resolved = statement.map_or_else(|| last.reply.resolved.clone(), |statement| format!("Who says that {statement}?"));
    let Some((known, sentence)) = last.cited(knowledge).next() else {
        return Some(Reply { reason: Some("there is no answer that could have a source".into()), ..respond::blank(&resolved) });
    };
    let named = known.facts_of(sentence).find_map(|f| known.table.facts[f].attribution.clone()).or_else(|| according_to(known, sentence));
    let reply = told(&resolved, last.reply.sources.clone(), "");
    Some(Reply { answer: named.or(reply.answer.clone()), confidence: last.reply.confidence, ..reply })
}

/// Whom a sentence gives as its source with "according to".
fn according_to(known: &Known, sentence: usize) -> Option<String> {
    let annotation = &known.annotations[sentence];
    let words = &annotation.reading.words;
    let at = words.iter().position(|w| w.span.of(&annotation.text).eq_ignore_ascii_case("according"))?;
    let head =
        (at + 2..words.len()).find(|&i| !matches!(words[i].tag, Tag::Dt | Tag::Jj) && !annotation.reading.is(i, Relation::Compound))?;
    let span = annotation.names.iter().map(|n| n.core).find(|core| core.contains(words[head].span));
    Some(span.unwrap_or_else(|| annotation.reading.noun_span(head)).of(&annotation.text).to_string())
}

/// The last reply once more, with how sure it is.
fn sure(table: &Table) -> Option<Reply> {
    let last = &table.last()?.reply;
    let reason = match (last.status, last.sources.first()) {
        (Status::Unknown, _) => last.reason.clone(),
        (_, Some(_)) => Some(format!("{:.0} % sure; the answer rests on what is cited", last.confidence * 100.0)),
        _ => last.reason.clone(),
    };
    Some(Reply { reason, ..last.clone() })
}

/// The question before the last is on the table again, with its reply.
fn back(table: &Table) -> Option<Moved> {
    let (_, before) = table.turns.split_last()?;
    let now = table.last()?.reply.resolved.as_str();
    let earlier = before.iter().rev().find(|turn| turn.reply.resolved != now)?;
    Some(Moved { reply: earlier.reply.clone(), line: earlier.line.clone() })
}

/// What the document tells after, or before, the sentence cited last.
fn neighbour(knowledge: &Knowledge, table: &Table, forward: bool) -> Option<Moved> {
    let last = table.last()?;
    let intent = Some(if forward { Act::Next } else { Act::Before }.as_str().to_string());
    let Some((known, sentence)) = last.near(knowledge).next() else {
        let resolved = if forward { "What happened after that?" } else { "What happened before that?" };
        let reason = Some("no sentence was cited that something could stand next to".into());
        return Some(Moved { reply: Reply { reason, intent, ..respond::blank(resolved) }, line: last.line.clone() });
    };
    let section = |s: usize| known.document.sentences[s].section;
    let same = |s: &usize| section(*s) == section(sentence) && is_text(known, *s);
    let found = if forward { (sentence + 1..known.document.sentences.len()).find(same) } else { (0..sentence).rev().find(same) };
    // "Whom did they court?" without an answer tells nothing that something could come after.
    let open = |frame: &Frame| matches!(frame.gap, Gap::Object | Gap::Subject) && table.answer().is_none();
    let event = told_fact(known, sentence, last.phrase()).filter(|_| table.frame.is_none_or(|frame| is_empty(frame) || open(frame)));
    let event = event.map(statement).or_else(|| table.frame.map(|frame| frame.statement(table.answer())))?;
    let resolved = format!("What happened {} {event}?", if forward { "after" } else { "before" });
    let reply = told(&resolved, found.map(|s| respond::cite(known, s)).into_iter().collect(), "the document tells nothing next to it");
    let line = found.and_then(|s| told_fact(known, s, None)).and_then(question).map_or_else(|| last.line.clone(), |text| Line::new(&text));
    Some(Moved { reply: Reply { intent, ..reply }, line })
}

/// Whether a question's verb says nothing of what happened: "what did she do?".
pub fn is_empty(frame: &Frame) -> bool {
    frame.verb.as_ref().is_some_and(|verb| matches!(verb.lemma.as_str(), "do" | "happen"))
}

/// The fact of a sentence that holds an answer, else the first one.
pub fn told_fact<'k>(known: &'k Known, sentence: usize, answer: Option<&str>) -> Option<&'k Fact> {
    let facts = &known.table.facts[known.facts_of(sentence)];
    let holds = |f: &&Fact| answer.is_some_and(|a| f.surface.arguments.iter().any(|argument| argument.contains(a)));
    facts.iter().find(holds).or(facts.first()).filter(|f| !f.surface.relation.is_empty())
}

/// A fact as a statement.
fn statement(fact: &Fact) -> String {
    super::line::join([fact.subject.as_str(), &fact.surface.relation, fact.surface.arguments.first().map_or("", String::as_str)])
}

/// A fact as a question for yes or no, so that it can be asked about further.
pub fn question(fact: &Fact) -> Option<String> {
    let line = Line::new(&statement(fact));
    let verb =
        (0..line.len()).find(|&i| line.text.get(..line.reading.words[i].span.start).is_some_and(|head| head.len() > fact.subject.len()))?;
    let rest = line.part(verb + 1, line.end());
    if super::line::is_auxiliary(line.lower(verb)) {
        return Some(format!("{} {} {rest}?", super::line::capital(line.lower(verb)), fact.subject));
    }
    let support = if line.tag(verb) == Some(Tag::Vbz) { "Does" } else { "Did" };
    Some(format!("{support} {} {} {rest}?", fact.subject, line.reading.words[verb].lemma))
}
