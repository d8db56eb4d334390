//! The state of a conversation: its turns. A value; a turn makes a new one.

use std::sync::{Arc, OnceLock};

use super::brought::Brought;
use super::line::{Line, is_calling};
use super::mention::Kind;
use super::pronoun::is_determined;
use super::table::Table;
use crate::answer::reply::Trace;
use crate::answer::{Reply, Source};
use crate::knowledge::{Knowledge, Known};

/// What was said so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// The turns, oldest first. Shared: a new state costs a list of pointers.
    pub(super) turns: Vec<Arc<Turn>>,
}

/// One question with its reply.
#[derive(Debug, Clone)]
pub struct Turn {
    /// The question, references filled in, as it was read.
    pub line: Line,
    /// The reply, without its trace.
    pub reply: Reply,
    /// Who and what was taken over from before, without being named: each with the number of turns in a row that did so.
    pub carried: Vec<(String, usize)>,
    /// What it brings to the table; made when it is first asked for.
    brought: OnceLock<Brought>,
}

impl PartialEq for Turn {
    fn eq(&self, other: &Self) -> bool {
        (&self.line, &self.reply, &self.carried) == (&other.line, &other.reply, &other.carried)
    }
}

/// The most words of an answer that may stand in a question.
const PHRASE: usize = 9;

/// How sure of it docent must have been for the nearest sentence of a question without an answer to be spoken of next.
const NEAR: f64 = 0.15;

impl Turn {
    /// A question with its reply.
    pub fn new(line: Line, reply: &Reply, carried: Vec<(String, usize)>) -> Self {
        Self { line, reply: Reply { trace: Trace::default(), ..reply.clone() }, carried, brought: OnceLock::new() }
    }

    /// What it brings to the table.
    pub fn brought(&self, knowledge: &Knowledge) -> &Brought {
        self.brought.get_or_init(|| Brought::of(knowledge, self))
    }

    /// The sentences that the answer rests on; none where there is no answer.
    pub fn cited<'k>(&'k self, knowledge: &'k Knowledge) -> impl Iterator<Item = (&'k Known, usize)> {
        let sources = self.reply.sources.iter().filter(|_| self.reply.answer.is_some());
        sources.filter_map(|source| placed(knowledge, source))
    }

    /// The sentences that the next turn may speak of: those cited, else the nearest one that was shown, unless it is far off.
    pub fn near<'k>(&'k self, knowledge: &'k Knowledge) -> impl Iterator<Item = (&'k Known, usize)> {
        let shown = if self.reply.answer.is_none() && self.reply.confidence >= NEAR { 1 } else { 0 };
        let nearest = self.reply.sources.iter().take(shown).filter_map(|source| placed(knowledge, source));
        self.cited(knowledge).chain(nearest)
    }

    /// The answer, if it is a phrase and neither yes nor no.
    pub fn phrase(&self) -> Option<&str> {
        phrase(&self.reply)
    }

    /// The items of the answer.
    pub fn items(&self) -> impl Iterator<Item = &str> {
        items(&self.reply).into_iter()
    }

    /// Whether the answer is no.
    pub fn denies(&self) -> bool {
        self.reply.answer.as_deref() == Some("no")
    }

    /// Whether it was asked what something is called.
    pub fn asks_name(&self) -> bool {
        let names = |i: usize| self.line.lower(i) == "name" || is_calling(self.line.lower(i));
        (1..self.line.len()).any(names)
    }

    /// Whether it was asked when, where, why or how: the answer is a circumstance, not what the talk is about.
    pub fn asks_circumstance(&self) -> bool {
        let first = self.line.lower(0);
        matches!(first, "when" | "where" | "why" | "how" | "in" | "at" | "on")
    }
}

/// A reply's answer, if it is a phrase and neither yes nor no; of "yes, two boats" what there is.
fn phrase(reply: &Reply) -> Option<&str> {
    let answer = reply.answer.as_deref().map(|answer| answer.strip_prefix("yes, ").unwrap_or(answer))?;
    let fits = answer.split(' ').count() <= PHRASE && !matches!(answer, "yes" | "no") && !answer.ends_with('.');
    fits.then_some(answer)
}

/// The items of a reply's answer: one, or those of a list, be it written as a list or word for word ("Ann Lee and her brother").
fn items(reply: &Reply) -> Vec<&str> {
    let answer = reply.answer.as_deref().filter(|answer| !answer.ends_with('.'));
    let listed = answer.filter(|answer| answer.contains("; ")).map(|answer| answer.split("; ").collect::<Vec<_>>());
    let items = listed.or_else(|| answer.and_then(|answer| marked(reply, answer)));
    let short = |items: &Vec<&str>| items.iter().all(|item| item.split(' ').count() <= PHRASE);
    items.filter(short).unwrap_or_else(|| phrase(reply).into_iter().collect())
}

/// The several pieces of the cited sentence that make up an answer; `None` where it is one.
fn marked<'r>(reply: &'r Reply, answer: &str) -> Option<Vec<&'r str>> {
    let source = reply.sources.first().filter(|source| source.marks.len() > 1)?;
    let items: Vec<&str> = source.marks.iter().filter_map(|mark| source.text.get(mark.start..mark.end)).collect();
    items.iter().all(|item| answer.contains(item)).then_some(items)
}

/// The document and the sentence of a source.
fn placed<'k>(knowledge: &'k Knowledge, source: &Source) -> Option<(&'k Known, usize)> {
    let known = knowledge.sources.iter().find(|known| known.document.name == source.document)?;
    let place = known.document.sentences.binary_search_by_key(&source.start, |sentence| sentence.span.start);
    place.ok().map(|sentence| (known, sentence))
}

impl State {
    /// The state before the last question; `None` where nothing was asked.
    pub fn undo(&self) -> Option<State> {
        let (_, before) = self.turns.split_last()?;
        Some(State { turns: before.to_vec() })
    }

    /// The last question as it was understood.
    pub fn last(&self) -> Option<&str> {
        self.turns.last().map(|turn| turn.reply.resolved.as_str())
    }

    /// Who and what is on the table, the most salient first, a line each: the name, what it is, and where it was brought up.
    pub fn describe(&self, knowledge: &Knowledge) -> Vec<String> {
        let mut seen: Vec<String> = Vec::new();
        let Some(table) = Table::new(knowledge, &self.turns) else { return seen };
        let mut lines = Vec::new();
        for candidate in table.candidates.iter().filter(|c| c.score > 0 && c.kind != Kind::Value && (c.named || is_determined(&c.text))) {
            if !seen.contains(&candidate.text) {
                lines.push(candidate.story());
                seen.push(candidate.text.clone());
            }
        }
        lines
    }
}
