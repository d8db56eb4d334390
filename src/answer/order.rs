//! Order: which of two things came first, or later, by their dates.

use crate::answer::apart::{self, Side};
use crate::answer::compute::Computed;
use crate::answer::happening::Dated;
use crate::question::Question;

/// Words that ask for the earlier of two things, and for the later.
const EARLIER: [&str; 6] = ["earlier", "earliest", "first", "older", "oldest", "sooner"];
const LATER: [&str; 6] = ["last", "later", "latest", "younger", "youngest", "newer"];

/// The two things that a question offers ("which came first, A or B") of which it asks which came first, or later; `None` where it asks for no such thing.
pub fn offered(question: &Question) -> Option<[Side; 2]> {
    let words = question.folded_words();
    let is = |word: &String, list: &[&str]| list.contains(&word.as_str());
    if !words.iter().any(|w| is(w, &LATER) || is(w, &EARLIER)) || !words.iter().take(5).any(|w| is(w, &["which", "what", "who"])) {
        return None;
    }
    let or = words.iter().rposition(|w| w == "or")?;
    let opens = |w: &String| matches!(w.as_str(), "," | ":" | "first" | "earlier" | "later" | "older" | "younger" | "last");
    let start = words[..or].iter().rposition(opens)? + 1;
    let end = words.iter().rposition(|w| w.chars().any(char::is_alphanumeric))? + 1;
    apart::offered(question, start..or, or + 1..end)
}

/// The one of two things which came first, or later, as the question asks, by their dates; `None` where these leave it open.
pub fn which_first(question: &Question, sides: &[Side; 2], one: &Dated, two: &Dated) -> Option<Computed> {
    let later = question.folded_words().iter().any(|w| LATER.contains(&w.as_str()));
    let first = if one.date.is_before(&two.date) {
        true
    } else if two.date.is_before(&one.date) {
        false
    } else {
        return None;
    };
    let chosen = if first != later { &sides[0] } else { &sides[1] }.words.clone();
    let all = &question.reading.words;
    let answer = all[chosen.start].span.cover(all[chosen.end - 1].span).of(&question.read).to_string();
    let grounds = one.grounds().into_iter().chain(two.grounds()).collect();
    Some(Computed { answer, grounds, sum: format!("{} and {}", one.date, two.date) })
}
