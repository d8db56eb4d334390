//! What a question for a list asks for: one thing or several, and how many.

use crate::knowledge::rules::Shape;
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::values::{ValueKind, values};
use crate::text::{Number, Pos, Relation, Tag, wordnet};

/// How many things the question asks for: "which three towns".
pub(super) fn asked_number(question: &Question) -> Option<usize> {
    let numbers = values(&question.read).into_iter().filter_map(|v| match v.kind {
        ValueKind::Number(amount) if amount.low == amount.high && (2.0..10.0).contains(&amount.low) => Some(amount.low as usize),
        _ => None,
    });
    numbers.reduce(|_, _| 0).filter(|n| *n > 0)
}

/// Whether a question asks for several things: by its shape, a plural noun, "who were", "list …".
pub fn wants_several(question: &Question) -> bool {
    let words = &question.reading.words;
    let lower = |w: usize| fold(words[w].span.of(&question.read));
    let plural = |w: usize| matches!(words[w].tag, Tag::Nns | Tag::Nnps) || words[w].morph.number == Some(Number::Plur);
    let years = question.answer_type == "NUM:date" && question.focus.is_some_and(|f| words[f].tag == Tag::Nns);
    if question.answer_type.starts_with("NUM") && !years || question.shape != Shape::Short && question.shape != Shape::List {
        return false;
    }
    let opener = words.iter().take(3).position(|w| matches!(fold(w.span.of(&question.read)).as_str(), "name" | "list" | "give" | "tell"));
    let named = opener.is_some_and(|o| words.iter().skip(o).take(5).any(|w| w.tag == Tag::Nns));
    let keyed = !words.is_empty()
        && words.iter().all(|w| !matches!(w.tag, Tag::Wp | Tag::Wdt | Tag::Wrb | Tag::WpPossessive))
        && words.iter().take(3).any(|w| w.tag == Tag::Nns);
    let who = words.len() > 1 && matches!(lower(0).as_str(), "who" | "what") && matches!(lower(1).as_str(), "were" | "are");
    question.shape == Shape::List
        || question.focus.is_some_and(|f| plural(f) && words[f].pos == Pos::Noun || is_plural(&lower(f)))
        || named
        || keyed
        || who
}

/// Whether a word is the plural of an English noun.
fn is_plural(lower: &str) -> bool {
    lower.ends_with('s') && wordnet::base_form(lower, wordnet::Pos::Noun).is_some_and(|base| base != lower)
}

/// Whether a question asks for one thing by a singular noun: "which town", "what was the name", "who was the mayor".
pub(super) fn asks_for_one(question: &Question) -> bool {
    let words = &question.reading.words;
    let singular = |w: usize| matches!(fold(words[w].span.of(&question.read)).as_str(), "is" | "was" | "'s");
    let who = words.first().is_some_and(|w| w.tag == Tag::Wp);
    let is_one = |w: usize| words[w].relation == Relation::Cop && singular(w);
    who && (0..words.len()).any(is_one)
        || question.focus.is_some_and(|f| question.reading.words[f].tag == Tag::Nn)
        || question.answer_type.starts_with("NUM")
        || question.answer_type.starts_with("DESC")
}

/// Whether a question has neither question word nor auxiliary.
pub(super) fn is_keywords(question: &Question) -> bool {
    question.reading.words.iter().all(|w| !matches!(w.tag, Tag::Wp | Tag::Wdt | Tag::Wrb | Tag::WpPossessive) && w.pos != Pos::Aux)
}
