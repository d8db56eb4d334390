//! Which phrases say when.

use super::arguments::preposition;
use super::noun_types::noun_type;
use super::phrase::Tree;
use crate::text::syntax::{Pos, Relation};

/// Whether a noun belongs to a date or names a stretch of time.
pub fn is_temporal(tree: Tree, i: usize) -> bool {
    let lemma = tree.lemma(i).to_lowercase();
    TIMES.binary_search(&lemma.as_str()).is_ok() || tree.is_dated(i)
}

/// Whether an oblique says when or how long: "in May", "for two years", and not "amounted to two years".
pub fn says_when(tree: Tree, i: usize) -> bool {
    let apart = |case: usize| matches!(tree.lower(case).as_ref(), "to" | "of" | "with" | "into" | "about" | "as" | "than" | "like");
    let event = || {
        let before =
            preposition(tree, i).first().is_some_and(|&case| matches!(tree.lower(case).as_ref(), "before" | "after" | "during" | "until"));
        before
            && !matches!(noun_type(tree.lemma(i)), "HUM:ind" | "HUM:title" | "ENTY:product" | "LOC:other" | "LOC:city")
            && tree.pos(i) == Pos::Noun
    };
    // "at first", "at last".
    let first = || tree.child(i, Relation::Det).is_none() && matches!(tree.lower(i).as_ref(), "first" | "last" | "least" | "once");
    event() || first() || is_temporal(tree, i) && (tree.is_dated(i) || !preposition(tree, i).first().is_some_and(|&case| apart(case)))
}

impl Tree<'_> {
    /// Whether the word belongs to a date.
    pub fn is_dated(self, i: usize) -> bool {
        self.dates.iter().any(|date| date.contains(self.reading.words[i].span))
    }
}

/// Sorted.
const TIMES: &[&str] = &[
    "afternoon",
    "april",
    "august",
    "autumn",
    "century",
    "day",
    "decade",
    "december",
    "evening",
    "february",
    "friday",
    "hour",
    "january",
    "july",
    "june",
    "march",
    "may",
    "minute",
    "moment",
    "monday",
    "month",
    "morning",
    "night",
    "november",
    "october",
    "period",
    "saturday",
    "season",
    "second",
    "september",
    "spring",
    "summer",
    "sunday",
    "thursday",
    "time",
    "today",
    "tomorrow",
    "tuesday",
    "wednesday",
    "week",
    "weekend",
    "winter",
    "year",
    "yesterday",
];
