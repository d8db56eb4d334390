//! What a question for a list asks for: one thing or several, and how many.

use crate::answer::holder::asked_role;
use crate::answer::method::Trial;
use crate::knowledge::rules::{Shape, Sign};
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::values::ValueKind;
use crate::text::{Number, Pos, Relation, Tag, Word, wordnet};

/// What a question asks for.
pub(super) struct Asked {
    /// Several things.
    pub several: bool,
    /// One thing.
    pub one: bool,
    /// It has neither question word nor auxiliary, nor asks for the first or last of several.
    pub keywords: bool,
    /// How many things.
    pub number: Option<usize>,
}

impl Asked {
    pub(super) fn new(question: &Question) -> Self {
        Self {
            several: wants_several(question),
            one: asks_for_one(question),
            keywords: is_keywords(question) && !asks_for_ordinal(question),
            number: asked_number(question),
        }
    }

    /// Sets the signs of how many things are asked for, and how many there are.
    pub(super) fn signs(&self, items: usize, trial: &mut Trial) {
        trial.set(Sign::AsksSeveral, self.several);
        trial.set(Sign::AsksOne, self.one);
        trial.set(Sign::Keywords, self.keywords);
        trial.set(Sign::NumberAgrees, self.number == Some(items));
        trial.set(Sign::NumberDiffers, self.number.is_some_and(|n| n != items));
        trial.set(Sign::Two, items == 2);
        trial.set(Sign::Many, items > 5);
    }
}

/// How many things the question asks for: "which three towns".
fn asked_number(question: &Question) -> Option<usize> {
    let numbers = question.values.iter().filter_map(|v| match v.kind {
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
    let opener = words.iter().take(3).position(|w| matches!(&*fold(w.span.of(&question.read)), "name" | "list" | "give" | "tell"));
    let named = opener.is_some_and(|o| words.iter().skip(o).take(5).any(|w| w.tag == Tag::Nns));
    let keyed = !words.is_empty()
        && words.iter().all(|w| !matches!(w.tag, Tag::Wp | Tag::Wdt | Tag::Wrb | Tag::WpPossessive))
        && words.iter().take(3).any(|w| w.tag == Tag::Nns);
    let who = words.len() > 1 && matches!(&*lower(0), "who" | "what") && matches!(&*lower(1), "were" | "are");
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
fn asks_for_one(question: &Question) -> bool {
    let words = &question.reading.words;
    let singular = |w: usize| matches!(&*fold(words[w].span.of(&question.read)), "is" | "was" | "'s");
    let who = words.first().is_some_and(|w| w.tag == Tag::Wp);
    let is_one = |w: usize| words[w].relation == Relation::Cop && singular(w);
    who && ((0..words.len()).any(is_one) || asked_role(question).is_some() && !wants_several(question))
        || asks_for_ordinal(question)
        || question.focus.is_some_and(|f| question.reading.words[f].tag == Tag::Nn)
        || question.answer_type.starts_with("NUM")
        || question.answer_type.starts_with("DESC")
}

/// Whether a question asks for the first, second or last of several: "first chairman".
fn asks_for_ordinal(question: &Question) -> bool {
    let words = &question.reading.words;
    let ordinal = |word: &Word| matches!(&*word.lemma, "first" | "second" | "third" | "last" | "current" | "present");
    words.windows(2).any(|pair| ordinal(&pair[0]) && pair[1].tag == Tag::Nn && wordnet::is_a(&pair[1].lemma, "person"))
}

/// Whether a question has neither question word nor auxiliary.
pub(super) fn is_keywords(question: &Question) -> bool {
    question.reading.words.iter().all(|w| !matches!(w.tag, Tag::Wp | Tag::Wdt | Tag::Wrb | Tag::WpPossessive) && w.pos != Pos::Aux)
}
