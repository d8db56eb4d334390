//! Order: which of two things came first, or later, by their dates.

use crate::answer::compute::Computed;
use crate::answer::happening::{terms_within, when};
use crate::answer::query::Query;
use crate::question::Question;

/// Words that ask for the earlier of two things, and for the later.
const EARLIER: [&str; 6] = ["earlier", "earliest", "first", "older", "oldest", "sooner"];
const LATER: [&str; 6] = ["last", "later", "latest", "younger", "youngest", "newer"];

/// The one of the two things that the question offers ("A or B") which came first, or later; `None` where it offers none, or one of them is not dated.
pub fn which_first(question: &Question, query: &Query) -> Option<Computed> {
    let words = question.folded_words();
    let later = words.iter().any(|w| LATER.contains(&w.as_str()));
    if !later && !words.iter().any(|w| EARLIER.contains(&w.as_str()))
        || !words.iter().take(5).any(|w| matches!(w.as_str(), "which" | "what" | "who"))
    {
        return None;
    }
    let or = words.iter().rposition(|w| w == "or")?;
    let start =
        (0..or).rev().find(|&i| matches!(words[i].as_str(), "," | ":" | "first" | "earlier" | "later" | "older" | "younger" | "last"))? + 1;
    let end = words.iter().rposition(|w| w.chars().any(char::is_alphanumeric))? + 1;
    let (a, b) = (when(query, &terms_within(question, query, start..or))?, when(query, &terms_within(question, query, or + 1..end))?);
    let first = if a.date.is_before(&b.date) {
        true
    } else if b.date.is_before(&a.date) {
        false
    } else {
        return None;
    };
    let chosen = if first != later { start..or } else { or + 1..end };
    let all = &question.reading.words;
    let answer = all[chosen.start].span.cover(all[chosen.end - 1].span).of(&question.read).to_string();
    let sum = format!("{} and {}", a.date, b.date);
    let mut grounds = a.grounds();
    grounds.extend(b.grounds());
    Some(Computed { answer, grounds, sum })
}
