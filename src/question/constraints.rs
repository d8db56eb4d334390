//! Constraints: what a question limits its answer to, apart from what it asks for: times, events, names, numbers, an order, "not", "only", "except".
//!
//! Everything here is read off the question alone. Word places are indices into its reading, spans are of the question as read.

use crate::question::clause::opened;
use crate::text::names::{NameKind, names_read};
use crate::text::values::{Date, Value, ValueKind};
use crate::text::{Degree, Pos, Reading, Span};

/// What a question limits its answer to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Constraints {
    /// The dates it names, in its order: "in 2018", "between May and July 1920".
    pub times: Vec<Time>,
    /// The happenings it dates its answer by: "when she won the prize", "after the war".
    pub events: Vec<Event>,
    /// The names in it.
    pub names: Vec<Named>,
    /// The amounts in it, dates aside: "more than 400 people", "at least two".
    pub numbers: Vec<Value>,
    /// Which of several it wants: the first, the last, the tallest.
    pub rank: Option<Rank>,
    /// The word that negates it: "not", "never", "no", "neither".
    pub negation: Option<Span>,
    /// "now", "currently", "these days": what holds at present.
    pub now: Option<Span>,
    /// "only", "just", "exactly", "alone": nothing but that.
    pub only: Option<Span>,
    /// What is to be left out: "besides the mayor", "other than Oxmoor".
    pub except: Vec<Span>,
}

/// A date with what it says about the time: [`Date::Before`], [`Date::Since`], [`Date::Range`]…
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// Where it stands, its preposition included.
    pub span: Span,
    /// What it means.
    pub date: Date,
}

/// How the time asked about lies to an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    /// "when", "during", "while", "at the time of".
    At,
    /// "before", "until", "by the time".
    Before,
    /// "after", "once".
    After,
    /// "since", "ever since".
    Since,
}

/// A happening that dates the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// How the time lies to it.
    pub lies: Lies,
    /// The happening without the word before it: "she won the prize", "the war".
    pub span: Span,
    /// Its verb or noun.
    pub head: usize,
}

/// A name and how it is tied to the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub span: Span,
    /// What it names, as far as the question shows.
    pub kind: NameKind,
    /// The preposition before it: "in" of "in Oxmoor". With "in", "at", "near" or "from" a place is meant, whatever the kind.
    pub preposition: Option<Span>,
}

/// Which of several is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rank {
    /// The word that says so: "first", "tallest", "most", "older".
    pub word: usize,
    /// By what, and from which end.
    pub by: By,
    /// The noun it picks from: "bridge" of "the first bridge"; the verb of "who came first".
    pub of: Option<usize>,
}

/// What an order goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// The earliest: "first", "earliest", "original".
    First,
    /// The latest: "last", "latest", "final".
    Last,
    /// The one at this place, from 1: "second", "third".
    Nth(u64),
    /// The most of a quality, given as the adjective's or adverb's plain form: "tall", "old", "many".
    Most(String),
    /// The least of it: "least famous".
    Least(String),
}

/// The constraints of a question, given as read.
///
/// `lower` are the words of `reading` in lower case, `values` those of `text`; `asking` is the place of the question word; `choice` says whether the
/// question gives options, which a comparative then ranks.
pub fn constraints(text: &str, reading: &Reading, lower: &[String], values: &[Value], asking: Option<usize>, choice: bool) -> Constraints {
    let dated = |v: &&Value| v.kind.date().is_some();
    let times: Vec<Time> = values.iter().filter_map(|v| v.kind.date().map(|d| Time { span: v.span, date: d.clone() })).collect();
    let first = |wanted: &[&str]| (0..lower.len()).find(|&w| wanted.contains(&lower[w].as_str())).map(|w| reading.words[w].span);
    Constraints {
        events: events(reading, lower, &times, asking),
        numbers: values.iter().filter(|v| !dated(v) && !is_rank(v)).cloned().collect(),
        // "Feb" of "Feb 2022" is a time and no name.
        names: names(text, reading, lower).into_iter().filter(|name| times.iter().all(|time| !time.span.contains(name.span))).collect(),
        rank: rank(reading, lower, values, choice),
        negation: negation(reading, lower),
        only: first(&["only", "just", "exactly", "alone", "solely", "precisely", "exclusively"]),
        now: now(reading, lower),
        except: except(reading, lower),
        times,
    }
}

/// The word that negates the question, if it does not open it; "said no" denies nothing.
fn negation(reading: &Reading, lower: &[String]) -> Option<Span> {
    const NEGATING: [&str; 9] = ["not", "n't", "never", "no", "neither", "nor", "without", "nobody", "none"];
    let said = |w: usize| w > 0 && lower[w] == "no" && reading.words[w - 1].lemma == "say";
    (0..lower.len()).find(|&w| NEGATING.contains(&lower[w].as_str()) && !said(w)).map(|w| reading.words[w].span).filter(|n| n.start > 0)
}

/// The words that ask for what holds at present; "until now" and "just now" do not.
fn now(reading: &Reading, lower: &[String]) -> Option<Span> {
    let at = |w: usize| lower.get(w).map_or("", String::as_str);
    let present = |w: &usize| match at(*w) {
        "currently" | "nowadays" | "presently" | "today" => true,
        "now" => !matches!(w.checked_sub(1).map_or("", at), "until" | "till" | "just" | "by" | "up") && *w > 0,
        "current" | "present-day" => true,
        "days" => matches!(w.checked_sub(1).map_or("", at), "these"),
        _ => false,
    };
    (0..lower.len()).find(present).map(|w| reading.words[w].span)
}

fn is_rank(value: &Value) -> bool {
    matches!(value.kind, ValueKind::Ordinal(_))
}

/// The clauses and phrases after "when", "before", "during"… that hold no date of their own; the word that asks is none of them.
fn events(reading: &Reading, lower: &[String], times: &[Time], asking: Option<usize>) -> Vec<Event> {
    let mut found: Vec<Event> = Vec::new();
    for w in (1..lower.len()).filter(|&w| asking.is_none_or(|asking| w != asking && w + 1 != asking)) {
        let lies = match lower[w].as_str() {
            "when" | "while" | "during" | "whilst" | "upon" | "whenever" => Lies::At,
            "before" | "until" | "till" => Lies::Before,
            "after" | "once" | "following" => Lies::After,
            "since" => Lies::Since,
            _ => continue,
        };
        let outside = times.iter().all(|t| !t.span.contains(reading.words[w].span));
        let named_after = lower[w] == "after" && matches!(reading.words[w - 1].lemma.as_str(), "name" | "call" | "look" | "take");
        if outside
            && !named_after
            && let Some((head, span)) = opened(reading, w)
        {
            let dated = times.iter().any(|t| t.span.overlaps(span) && span.len() <= t.span.len());
            let inner = found.iter().any(|e| e.span.contains(span));
            if !dated && !inner {
                found.push(Event { lies, span, head });
            }
        }
    }
    found
}

fn names(text: &str, reading: &Reading, lower: &[String]) -> Vec<Named> {
    let named = |m: crate::text::names::Mention| {
        let start = reading.within(m.span).start;
        let article = |w: usize| matches!(lower[w].as_str(), "the" | "a" | "an");
        let before = (0..start.min(lower.len())).rev().find(|&w| !article(w)).filter(|&w| reading.words[w].pos == Pos::Adp);
        Named { span: m.core, kind: m.kind, preposition: before.map(|w| reading.words[w].span) }
    };
    names_read(text, reading).into_iter().map(named).collect()
}

/// The first word that picks one of several: a superlative, "first", an ordinal; between options also a comparative ("who was older").
fn rank(reading: &Reading, lower: &[String], values: &[Value], choice: bool) -> Option<Rank> {
    let picks = |w: usize| by(reading, lower, values, w).map(|by| Rank { word: w, by, of: picked(reading, w) });
    let compares = |w: usize| {
        let word = &reading.words[w];
        let compared = choice && word.morph.degree == Some(Degree::Cmp) && lower.get(w + 1).is_none_or(|next| next != "than");
        let by = if matches!(word.lemma.as_str(), "early" | "soon") { By::First } else { By::Most(plain(reading, lower, w)) };
        compared.then(|| Rank { word: w, by, of: picked(reading, w) })
    };
    (0..lower.len()).find_map(picks).or_else(|| (0..lower.len()).find_map(compares))
}

/// What a word ranks by, if it does. "at least", "at last", "last year" and "first name" do not.
fn by(reading: &Reading, lower: &[String], values: &[Value], w: usize) -> Option<By> {
    let word = &reading.words[w];
    let after_at = w > 0 && lower[w - 1] == "at";
    let named = word.pos == Pos::Propn || reading.words.get(w + 1).is_some_and(|next| next.pos == Pos::Propn);
    if named && !matches!(lower[w].as_str(), "first" | "last") {
        return None;
    }
    let next = lower.get(w + 1).map_or("", String::as_str);
    let dated = values.iter().any(|v| v.kind.date().is_some() && v.span.contains(word.span));
    let idle = matches!((lower[w].as_str(), next), (_, "name" | "names" | "lady" | "ladies" | "hand" | "place") | ("most" | "least", "of"));
    if after_at || dated || idle || word.pos == Pos::Verb {
        return None;
    }
    match lower[w].as_str() {
        "first" | "earliest" | "initial" | "oldest" if reading.words[w].lemma != "old" => return Some(By::First),
        "last" | "latest" | "final" | "newest" => return Some(By::Last),
        "least" | "fewest" => return Some(By::Least(plain(reading, lower, w))),
        "second" | "third" => {}
        _ if word.morph.degree == Some(Degree::Sup) => return Some(By::Most(plain(reading, lower, w))),
        _ => {}
    }
    let ordinal = values.iter().find(|v| v.span == word.span);
    ordinal.and_then(|v| if let ValueKind::Ordinal(n) = v.kind { Some(By::Nth(n)) } else { None })
}

/// The quality that a degree is of: the next adjective or adverb after "most" and "least" ("most famous": famous), else the word's own plain form.
fn plain(reading: &Reading, lower: &[String], w: usize) -> String {
    let next = reading.words.get(w + 1).filter(|n| matches!(n.pos, Pos::Adj | Pos::Adv));
    match (lower[w].as_str(), next) {
        ("most" | "least" | "more" | "less", Some(next)) => next.lemma.to_string(),
        ("most" | "more" | "least" | "less" | "fewest" | "fewer", None) => "many".into(),
        _ => reading.words[w].lemma.to_string(),
    }
}

/// The noun or verb that a ranking word belongs to.
fn picked(reading: &Reading, w: usize) -> Option<usize> {
    reading.ancestors(w).skip(1).find(|&h| matches!(reading.words[h].pos, Pos::Noun | Pos::Propn | Pos::Verb))
}

/// The phrases after "besides", "except", "apart from", "other than", "aside from".
fn except(reading: &Reading, lower: &[String]) -> Vec<Span> {
    let opens = |w: usize| match (lower[w].as_str(), lower.get(w + 1).map_or("", String::as_str)) {
        ("besides" | "except" | "excluding" | "barring", next) => Some(if next == "for" { w + 1 } else { w }),
        ("apart" | "aside", "from") | ("other" | "rather", "than") => Some(w + 1),
        _ => None,
    };
    let phrase = |w: usize| {
        let (_, span) = opened(reading, w)?;
        let words = reading.within(span);
        let comma = words.clone().find(|&w| lower[w] == ",").unwrap_or(words.end);
        Some(reading.span_of(&(words.start..comma).collect::<Vec<_>>()))
    };
    (0..lower.len()).filter_map(opens).filter_map(phrase).collect()
}

impl Constraints {
    /// The names that stand where a place would: of places, or after "in", "at", "near", "from".
    pub fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a Named> {
        let locative = |p: Span| matches!(p.of(text).to_lowercase().as_str(), "in" | "at" | "near" | "from");
        self.names.iter().filter(move |n| n.kind == NameKind::Place || n.preposition.is_some_and(locative))
    }
}
