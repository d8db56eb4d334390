//! Resolving: a follow-up becomes a question that stands on its own.

use crate::knowledge::Knowledge;
use crate::text::fold::fold;
use crate::text::term::is_stop_word;
use crate::text::{Pos, read};

/// Words that ask, alone.
const BARE: [&str; 9] = ["who", "what", "when", "where", "why", "how", "how many", "how much", "how come"];

/// The text with what it takes over from the question before it.
///
/// A bare question word asks the same of the previous question ("where?" after "when was she born?" is "where was she born?"). A fragment without a verb
/// keeps the previous question's words beside its own. Everything else stands on its own and is left as it is.
pub fn resolve(knowledge: &Knowledge, before: &str, answer: Option<&str>, text: &str) -> String {
    let folded = fold(text);
    let said = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let said = ["and ", "but ", "so ", "ok ", "okay "].iter().fold(said, |s, opener| s.strip_prefix(opener).unwrap_or(s));
    if BARE.contains(&said) {
        return format!("{} {}", capital(said), rest(before));
    }
    if says_it_all(knowledge, text) {
        return text.to_string();
    }
    let refers = said.split(' ').any(|w| matches!(w, "that" | "it" | "then" | "there" | "this" | "they" | "them" | "she" | "her"));
    match (refers, answer) {
        (true, Some(answer)) if answer.split(' ').count() <= 6 && !matches!(answer, "yes" | "no") => format!("{} ({answer})", text.trim()),
        _ if is_fragment(text) => format!("{} ({})", text.trim().trim_end_matches('?'), rest(before)),
        _ => text.to_string(),
    }
}

/// A question without its question word: what a bare one takes over.
fn rest(question: &str) -> String {
    let words: Vec<&str> = question.split_whitespace().collect();
    let start = words.iter().position(|w| {
        !matches!(fold(w).as_str(), "who" | "what" | "when" | "where" | "why" | "how" | "which" | "in" | "on" | "at" | "many" | "much")
    });
    words[start.unwrap_or(0).min(words.len())..].join(" ")
}

/// Whether a text has a content verb and two more words to look for: such a question needs nothing from before.
fn says_it_all(_knowledge: &Knowledge, text: &str) -> bool {
    let reading = read(text);
    let content = reading
        .words
        .iter()
        .filter(|w| matches!(w.pos, Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Num))
        .filter(|w| !is_stop_word(&fold(w.span.of(text))));
    content.count() >= 3
}

/// Whether a text has no verb of its own.
fn is_fragment(text: &str) -> bool {
    read(text).words.iter().all(|w| !matches!(w.pos, Pos::Verb | Pos::Aux))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
