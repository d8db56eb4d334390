//! Sure: how sure an answer must be where a follow-up may mean something else than what it was read as.

use super::cue::{Cue, plain};
use super::frame::Frame;
use super::line::{Line, is_be};
use super::mention::mentions;
use super::pronoun::{Pronoun, is_bound};
use super::references::{Filled, Lean};
use super::state::Turn;
use super::table::{Candidate, Origin, Table};
use crate::answer::{Reply, Status};
use crate::text::Pos;
use crate::text::term::is_stop_word;

/// For a reading that only what is certain may answer: of whose relative's relative the document has no words.
pub const CERTAIN: f64 = 1.0;
/// For a reading with what may not have been meant: what had no answer, or was left behind turns ago. As all of these, a share of the way from the least
/// confidence of any answer to certainty.
pub const DOUBTFUL: f64 = 0.6;
/// For a reading with a pronoun of which nobody knows what it stands for.
pub const OPEN: f64 = 0.4;
/// For a reading with something that has no name.
const UNNAMED: f64 = 0.2;

/// How much surer than any answer, as a share of the way to certainty, an answer must be where a pronoun was taken for this.
pub fn needed_for(table: &Table, candidate: &Candidate) -> f64 {
    let last = table.last().is_some_and(|last| last.line.text.contains(&candidate.text));
    let old = candidate.age > 1 && candidate.origin != Origin::Title && !last;
    match candidate {
        // Somebody of whom a sentence tells that was shown though it did not answer.
        _ if candidate.origin == Origin::Cited && candidate.doubtful => OPEN,
        _ if candidate.origin == Origin::Sought || candidate.doubtful || old => DOUBTFUL,
        // "They" as some who are only mentioned beside somebody else.
        _ if candidate.origin == Origin::Cited && candidate.plural && !candidate.subject => OPEN,
        _ if !candidate.named && candidate.origin != Origin::Cited => UNNAMED,
        _ => 0.0,
    }
}

/// A reply that is sure enough for how its question was read, else the same without its answer.
pub fn sure_enough(table: &Table, last: &Turn, cue: &Cue, read: &Line, filled: Option<&Filled>, reply: Reply) -> Reply {
    if reply.answer.is_none() || reply.status == Status::Unknown {
        return reply;
    }
    let said = plain(cue.core);
    let someone = |word: &&str| read.lower.iter().any(|w| w == word) && !said.contains(*word);
    let least = filled.map_or(0.0, |filled| if ["anyone", "anything"].iter().any(someone) { DOUBTFUL } else { filled.needed });
    // "When was that?" of what the document does not tell.
    let in_vain = last.reply.answer.is_none() && filled.is_some_and(|filled| filled.lean == Lean::Same && !filled.timed);
    let least = if in_vain || filled.is_some_and(|filled| is_ageless(read, filled)) { least.max(OPEN) } else { least };
    if filled.is_some() && points_to_two(read) {
        return silent(reply, "it is not sure enough what the question refers to");
    }
    let below = |share: f64| share > 0.0 && reply.confidence < table.threshold + share * (1.0 - table.threshold);
    if below(least) || below(OPEN) && (points_back(read, table) || points_there(read)) {
        return silent(reply, "it is not sure enough what the question refers to");
    }
    if !cue.corrects && filled.is_some_and(|filled| filled.contrasts) && repeats(last, &said, &reply) {
        return silent(reply, "the document tells only what was said before");
    }
    reply
}

/// A reply without its answer.
fn silent(reply: Reply, reason: &str) -> Reply {
    Reply { status: Status::Unknown, answer: None, reason: Some(reason.into()), ..reply }
}

/// Whether a follow-up asks how old somebody was, and nobody told when.
fn is_ageless(read: &Line, filled: &Filled) -> bool {
    let asks = ["how", "old", "was"].iter().enumerate().all(|(i, word)| read.lower(i) == *word);
    asks && !filled.timed && Frame::of(read).is_some_and(|frame| frame.verb.is_none() && frame.rest.is_empty())
}

/// Whether a line has a "latter" or "former" that nothing was meant by.
fn points_to_two(line: &Line) -> bool {
    let two = |i: usize| matches!(line.lower(i), "latter" | "former") && line.lower(i - 1) == "the";
    (1..line.end()).any(|i| two(i) && !matches!(line.pos(i + 1), Pos::Noun | Pos::Propn | Pos::Adj))
}

/// Whether a line ends in a "there" that nothing on the table was meant by.
fn points_there(line: &Line) -> bool {
    line.end().checked_sub(1).is_some_and(|last| last > 1 && line.lower(last) == "there" && !is_be(line.lower(last - 1)))
}

/// Whether a line has a pronoun that neither stands for nothing nor has its antecedent in the line.
pub fn points_back(line: &Line, table: &Table) -> bool {
    let own = mentions(line, table.cast(), &[]);
    (0..line.end()).any(|i| Pronoun::of(table.words, line, i).is_some_and(|one| !is_bound(line, &own, &[], one, i)))
}

/// Whether a reply to "and in 1987?" is that to the question before once more, from a sentence that has no word of what was said anew.
fn repeats(last: &Turn, said: &str, reply: &Reply) -> bool {
    let place = |reply: &Reply| reply.sources.first().map(|source| (source.document.clone(), source.start));
    let same = reply.answer == last.reply.answer && place(reply) == place(&last.reply);
    let text = reply.sources.first().map_or_else(String::new, |source| format!(" {} ", plain(&source.text)));
    let told = |word: &str| !is_stop_word(word) && text.contains(&format!(" {word} "));
    same && !matches!(reply.answer.as_deref(), Some("yes" | "no")) && !said.split(' ').any(told)
}
