//! The shape of the reply that a question wants, where its intent does not say: from its first words, its options, its focus and its answer type.

use crate::knowledge::rules::{Intent, Shape};
use crate::question::terms::{Part, Term};
use crate::text::values::TimeUnit;
use crate::text::{Number, Pos, Reading, Relation, Span};

/// What is known of a question when its shape is decided.
pub struct Context<'a> {
    /// Its words.
    pub reading: &'a Reading,
    /// The same in lower case.
    pub lower: &'a [String],
    /// The rule that fits.
    pub intent: Option<&'a Intent>,
    /// The expected type of the answer.
    pub answer_type: &'a str,
    /// The head word of what is asked for.
    pub focus: Option<usize>,
    /// Where the question word stands, or the verb of a command.
    pub asking: Option<usize>,
    /// Whether a rule knows the word that is asked for.
    pub typed: bool,
    /// Whether that word can be a plural.
    pub plural: bool,
    /// What it lets choose from.
    pub options: &'a [Span],
    /// Whether it picks one of several by some quality.
    pub ranks: bool,
}

/// The shape: the intent's, else by how the question opens, else by the type of the answer.
pub fn shape(context: &Context) -> Shape {
    if let Some(intent) = context.intent.filter(|i| i.shape != Shape::Short) {
        return intent.shape;
    }
    let choice = !context.options.is_empty();
    match context.answer_type {
        "BOOL:yesno" | "BOOL:choice" => {
            if choice {
                Shape::Choice
            } else {
                Shape::YesNo
            }
        }
        _ if choice && context.ranks => Shape::Compare,
        _ if choice && (context.lists_options() || context.asks_behind_options()) => Shape::Choice,
        "DESC:reason" => Shape::Reason,
        "DESC:manner" => Shape::Manner,
        "DESC:def" | "HUM:desc" => Shape::Definition,
        "ABBR:exp" => Shape::Expansion,
        "ABBR:abb" => Shape::Abbreviation,
        "NUM:count" => Shape::Count,
        "ENTY:other" if context.names_a_topic() => Shape::Topic,
        kind if !kind.starts_with("NUM") && context.asks_for_several() => Shape::List,
        _ => Shape::Short,
    }
}

/// Whether a question asks of a named thing, and of nothing about it, what it is: "what is the Brook mill?".
pub fn asks_what_is(reading: &Reading, lower: &[String], terms: &[Term]) -> bool {
    let copula = |w: &String| matches!(w.as_str(), "is" | "are" | "was" | "were" | "'s");
    let opens = lower.first().is_some_and(|w| w == "what") && lower.get(1).is_some_and(copula);
    let named = terms.iter().all(|t| matches!(t.part, Part::Name | Part::Topic));
    opens && named && !terms.is_empty() && reading.words.iter().all(|w| w.pos != Pos::Verb && w.relation.base() != Relation::Nmod)
}

/// Whether a question asks of a named thing of which kind it is: "what kind of institution is the Brook Society?".
pub fn asks_what_kind(reading: &Reading, lower: &[String], terms: &[Term]) -> bool {
    let is = |place: usize, words: &[&str]| lower.get(place).is_some_and(|w| words.contains(&w.as_str()));
    let opens = is(0, &["what"]) && is(1, &["kind", "sort", "type"]) && is(2, &["of"]);
    let copula = (4..lower.len().min(6)).any(|w| is(w, &["is", "are", "was", "were"]));
    let named = |t: &Term| matches!(t.part, Part::Name | Part::Topic);
    let rest = terms.iter().all(|t| named(t) || t.words.0 < 5);
    opens
        && copula
        && rest
        && terms.iter().any(named)
        && reading.words.iter().all(|w| w.pos != Pos::Verb && w.pos != Pos::Adp || w.span.start < 15)
}

const COMMANDS: [&str; 6] = ["list", "name", "enumerate", "give", "tell", "show"];

/// Whether the question's first word that is no filler is one of `words`.
fn opens(lower: &[String], words: &[&str]) -> bool {
    let filler =
        |w: &&String| matches!(w.as_str(), "please" | "ok" | "and" | "so" | "now" | "well" | "," | "can" | "could" | "would" | "you");
    lower.iter().find(|w| !filler(w)).is_some_and(|w| words.contains(&w.as_str()))
}

impl Context<'_> {
    /// Whether the question is just a noun phrase that no rule types: "Brook and the mill", "the mayor's legal troubles".
    fn names_a_topic(&self) -> bool {
        let nominal =
            |pos: Pos| matches!(pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Cconj | Pos::Part | Pos::Punct | Pos::Adp);
        let opens = self.reading.words.first().is_some_and(|w| !matches!(w.pos, Pos::Adp | Pos::Cconj));
        let apart = self.lower.iter().any(|w| w == "(");
        self.asking.is_none() && !self.typed && opens && !apart && self.reading.words.iter().all(|w| nominal(w.pos))
    }

    /// Whether the options stand behind a mark, as what a "which" asks about: "which is it, oak or ash".
    fn lists_options(&self) -> bool {
        let first = self.options.first().map(|first| self.reading.within(*first).start);
        first.and_then(|w| w.checked_sub(1)).is_some_and(|w| matches!(self.lower[w].as_str(), "," | ":" | ";" | "-" | "—" | "–"))
    }

    /// Whether the options come first: "oak or ash, which is it".
    fn asks_behind_options(&self) -> bool {
        let last = self.options.last().map(|last| self.reading.within(*last).end);
        let which = self.asking.is_some_and(|w| matches!(self.lower[w].as_str(), "which" | "what"));
        which && last.is_some_and(|end| self.asking.is_some_and(|asking| asking >= end))
    }

    /// Whether more than one thing is asked for: "which parties", "list the people", "name all who".
    fn asks_for_several(&self) -> bool {
        let one_of = self.asking.is_some_and(|w| self.lower.get(w + 1).is_some_and(|next| next == "of"));
        let tagged = self.focus.is_some_and(|f| self.reading.words[f].morph.number == Some(Number::Plur));
        let plural = !one_of && (tagged || self.plural);
        let all = opens(self.lower, &COMMANDS) && self.lower.iter().any(|w| w == "all" || w == "every");
        plural || all || opens(self.lower, &["list", "enumerate"])
    }
}

/// The unit of time that the answer is to be counted in: "how many months", "how many full years".
pub fn unit(lower: &[String]) -> Option<TimeUnit> {
    let many = lower.windows(2).position(|w| w[0] == "how" && w[1] == "many")? + 2;
    let unit = |word: &String| TimeUnit::named(word).filter(|(times, _)| *times == 1.0).map(|(_, unit)| unit);
    let more = lower.get(many).is_some_and(|w| matches!(w.as_str(), "more" | "full" | "whole" | "complete" | "other"));
    lower.get(many + usize::from(more)).and_then(unit)
}

/// How exact a date the question wants, where it says so: "on what day", "the exact date", "in which month", "his birthday".
pub fn precision(lower: &[String]) -> Option<TimeUnit> {
    let before = |place: usize| place.checked_sub(1).map_or("", |before| lower[before].as_str());
    lower.iter().enumerate().find_map(|(place, word)| match (before(place), word.as_str()) {
        ("what" | "which", "day") | ("exact" | "full" | "precise" | "what" | "which", "date") | (_, "birthday") => Some(TimeUnit::Day),
        ("what" | "which" | "exact", "month") => Some(TimeUnit::Month),
        ("what" | "which", "year") => Some(TimeUnit::Year),
        _ => None,
    })
}
