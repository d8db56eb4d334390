//! Dialogue: what was said so far, and what a follow-up refers to. A turn is a function of state and text.

mod resolve;

use crate::answer::{self, Reply, Status};
use crate::knowledge::Knowledge;

/// How questions are to be answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// How many sentences to cite; those the answer rests on, at most four, where `None`.
    pub top: Option<usize>,
}

/// What was said so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// The turns, oldest first.
    turns: Vec<Said>,
}

/// One turn.
#[derive(Debug, Clone, PartialEq)]
struct Said {
    /// The question, references filled in.
    question: String,
    /// The reply's short answer.
    answer: Option<String>,
}

/// Plays one turn: fills the text's references from the state, answers it, and remembers it. Small talk leaves the state as it is.
pub fn turn(knowledge: &Knowledge, state: &State, text: &str, options: &Options) -> (State, Reply) {
    let resolved = state
        .turns
        .last()
        .map_or_else(|| text.to_string(), |last| resolve::resolve(knowledge, &last.question, last.answer.as_deref(), text));
    let mut reply = answer::answer(knowledge, &resolved, options.top);
    reply.question = text.to_string();
    let mut next = state.clone();
    if reply.status != Status::Chitchat {
        next.turns.push(Said { question: resolved.clone(), answer: reply.answer.clone() });
    }
    reply.resolved = resolved;
    (next, reply)
}
