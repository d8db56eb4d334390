//! Dialogue: what was said so far, and what a follow-up refers to. A turn is a function of state and text.
//!
//! `cue` tells what kind of turn a text is; `resolve` makes a question that stands on its own of a follow-up: `references` and `pronoun` for what points
//! back (`told` where two could be meant), with the `table` of who and what the turns have `brought` there, `order` for the first and the latter, `time` for when, `ellipsis` for what was
//! left out and `circumstance` for what asks more about the same, with the `frame` of the last question; `sure` withholds a reply whose question was read with doubt; `moves`, `choice` and `rest` answer what asks nothing new.

mod brought;
mod choice;
mod circumstance;
mod cue;
mod ellipsis;
mod frame;
mod left_out;
mod line;
mod mention;
mod moves;
mod order;
mod pronoun;
mod references;
mod resolve;
mod rest;
mod state;
mod sure;
mod table;
mod time;
mod told;

use std::sync::Arc;

pub use crate::answer::Options;
use crate::answer::verdict::squeeze;
use crate::answer::{self, Answered, Context, Reply, Status};
use crate::knowledge::Knowledge;
use crate::knowledge::rules::Act;
use crate::question::Said;
use crate::text::read;
use crate::text::term::is_stop_word;

use cue::Cue;
use line::Line;
use references::{Filled, Lean};
pub use state::State;
use state::Turn;
use table::Table;

/// Plays one turn: fills the text's references from the state, answers it, and remembers it. Small talk leaves the state as it is.
///
/// Of two questions in one text the second is replied to, in the light of the first.
pub fn turn(knowledge: &Knowledge, state: &State, text: &str, options: &Options) -> (State, Reply) {
    let Some((first, second)) = cue::two(&knowledge.rules.moves, text) else { return play(knowledge, state, text, options) };
    let (between, before) = play(knowledge, state, first, options);
    let (next, reply) = play(knowledge, &between, second, options);
    let (next, reply) = if reply.status == Status::Chitchat { (between, before) } else { (next, reply) };
    (next, Reply { question: text.to_string(), ..reply })
}

/// Plays a turn that asks one thing.
fn play(knowledge: &Knowledge, state: &State, text: &str, options: &Options) -> (State, Reply) {
    let cue = Cue::of(&knowledge.rules.moves, text);
    let steered = cue.act.filter(|_| !state.turns.is_empty()).and_then(|act| steer(knowledge, state, act, text, options));
    steered.or_else(|| choose(knowledge, state, text)).unwrap_or_else(|| ask(knowledge, state, &cue, text, options))
}

/// A turn that asks something.
fn ask(knowledge: &Knowledge, state: &State, cue: &Cue, text: &str, options: &Options) -> (State, Reply) {
    let mut table = if cue::may_lean(&knowledge.rules.moves.words, cue) { Table::new(knowledge, &state.turns) } else { None };
    let rules = &knowledge.rules;
    let said = knowledge.sources.first().filter(|_| table.is_some()).map(|first| Said::new(rules, &first.vocabulary, cue.core));
    let filled = table.as_mut().zip(said.as_ref()).and_then(|(table, said)| resolve::resolve(cue, said, table));
    let leaning = filled.as_ref().zip(table.as_ref());
    let carried = leaning.map_or_else(Vec::new, |(filled, table)| table.carried(text, &filled.text));
    let told = leaning.and_then(|(filled, table)| {
        rest::rest(knowledge, table, cue.core, &filled.text).or_else(|| choice::described(knowledge, table, &filled.text))
    });
    let more = cue::plain(text).split(' ').any(|word| word == "else");
    let context = match &table {
        Some(table) if filled.is_some() || more => context(knowledge, table, filled.as_ref(), more),
        _ => Context::default(),
    };
    let resolved = filled.as_ref().map_or_else(|| text.to_string(), |filled| filled.text.clone());
    let mended = said.as_ref().map_or_else(Vec::new, |said| said.corrections.clone());
    let answered = match told {
        Some(reply) => Answered { reading: read(&resolved), read: resolved.clone(), reply },
        None => answer::answer_within(knowledge, &resolved, said.filter(|_| filled.is_none()), &context, options),
    };
    let reply = unrepeated(knowledge, &context, Reply { question: text.to_string(), resolved, ..answered.reply });
    let mended = mended.into_iter().filter(|one| one.name && filled.is_some());
    let reply = Reply { corrected: mended.chain(reply.corrected).collect(), ..reply };
    if reply.status == Status::Chitchat {
        return (state.clone(), reply);
    }
    let mut next = state.clone();
    if cue.corrects {
        next.turns.pop();
    }
    let line = Line::of(answered.read, answered.reading);
    let reply = match (&table, state.turns.last()) {
        (Some(table), Some(last)) => sure::sure_enough(table, last, cue, &line, filled.as_ref(), reply),
        _ => reply,
    };
    next.turns.push(Arc::new(Turn::new(line, &reply, carried)));
    (next, reply)
}

/// A reply that says nothing but what "else" leaves out says nothing, nor does the sentence that was cited for it.
fn unrepeated(knowledge: &Knowledge, context: &Context, reply: Reply) -> Reply {
    let Some(answer) = reply.answer.as_deref().filter(|_| !context.without.is_empty()) else { return reply };
    let more = context
        .without
        .iter()
        .fold(format!(" {} ", cue::plain(answer)), |left, said| left.replace(&format!(" {} ", cue::plain(said)), "  "));
    let known = |name: &String| knowledge.sources.iter().find(|known| known.document.name == *name);
    let cited = |(name, sentence): &(String, usize)| known(name).is_some_and(|known| squeeze(&known.annotations[*sentence].text) == answer);
    // "The guild also built a bridge" tells more than was said of it.
    let also = answer.split(' ').any(|word| word == "also");
    if more.split(' ').any(|word| !word.is_empty() && !is_stop_word(word)) && (also || !context.cited.iter().any(cited)) {
        return reply;
    }
    Reply { status: Status::Unknown, answer: None, confidence: 0.0, reason: Some("no more is told than was said".into()), ..reply }
}

/// What the answer should know of the conversation: where it is at, and, where `more` than was said is asked for, what "else" leaves out.
fn context(knowledge: &Knowledge, table: &Table, filled: Option<&Filled>, more: bool) -> Context {
    let named = table.candidates.iter().filter(|c| c.named && c.age == 0 && c.origin == table::Origin::Question).map(|c| c.text.clone());
    let said = table.last().into_iter().flat_map(Turn::items).map(str::to_string);
    let cited = table.last().into_iter().flat_map(|turn| turn.near(knowledge)).map(|(known, s)| (known.document.name.clone(), s));
    let words = |meant: &String| cue::plain(meant.trim_end_matches("'s")).split(' ').map(str::to_string).collect::<Vec<_>>();
    let taken = filled.into_iter().flat_map(|filled| &filled.meant).flat_map(words).collect();
    let lean = match filled.map(|filled| &filled.lean) {
        None | Some(Lean::Not) => 0.0,
        Some(Lean::Aside) => 0.5,
        Some(Lean::Near) => 1.0,
        Some(Lean::Same) => 1.5,
    };
    Context { without: if more { said.chain(named).collect() } else { Vec::new() }, cited: cited.collect(), lean, taken }
}

/// A turn that steers the conversation; `None` where there is nothing to be steered.
fn steer(knowledge: &Knowledge, state: &State, act: Act, text: &str, options: &Options) -> Option<(State, Reply)> {
    let mut next = state.clone();
    if act == Act::NeverMind {
        next.turns.pop();
        let said = knowledge.rules.moves.moves.iter().find(|m| m.name == act)?.reply.clone();
        return Some((next, answer::respond::chitchat(text, act.as_str(), said)));
    }
    let table = Table::new(knowledge, &state.turns)?;
    let moved = moves::act(knowledge, &table, act, options.top)?;
    let reply = Reply { id: None, question: text.to_string(), ..moved.reply };
    next.turns.push(Arc::new(Turn::new(moved.line, &reply, last_carried(state))));
    Some((next, reply))
}

/// What the last turn took over; a turn that only steers takes over the same.
fn last_carried(state: &State) -> Vec<(String, usize)> {
    state.turns.last().map_or_else(Vec::new, |turn| turn.carried.clone())
}

/// A turn that picks one of the readings that the last reply offered.
fn choose(knowledge: &Knowledge, state: &State, text: &str) -> Option<(State, Reply)> {
    let last = state.turns.last()?;
    let reply = Reply { id: None, question: text.to_string(), ..choice::choose(knowledge, last, text)? };
    let mut next = state.clone();
    next.turns.push(Arc::new(Turn::new(last.line.clone(), &reply, last.carried.clone())));
    Some((next, reply))
}

#[cfg(test)]
mod tests;
