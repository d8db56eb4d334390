//! Pairs: what follows from two amounts of one sentence: a fraction of one, one by how much it exceeds another, the rest of a whole, so many times so much.

use std::borrow::Cow;

use crate::answer::compute::Computed;
use crate::answer::evidence::Evidence;
use crate::answer::query::Query;
use crate::answer::sums::{asks, plain, whole, with_number};
use crate::answer::support::coverage;
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::values::{Value, ValueKind};
use crate::text::{Pos, Span};

/// The least share of the question's known terms that a sentence must hold.
const ENOUGH: f64 = 0.5;
/// The same where only few of the question's words tell that it means the one amount and not the other.
const MOST: f64 = 0.75;
/// How many of the nearest sentences are looked at.
const CLOSE: usize = 2;

/// What follows from two amounts of one of the nearest sentences, if the question asks for that.
pub fn paired(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    let number = question.answer_type.starts_with("NUM") && question.answer_type != "NUM:date";
    let near = evidence.iter().take(CLOSE).map(|e| e.sentence).filter(|_| number);
    near.map(|s| Pair { question, query, sentence: s, annotation: &query.known.annotations[s] }).find_map(|pair| {
        let held = coverage(query, pair.sentence);
        let surely = || (held >= MOST).then_some(&pair);
        let rest = || (held >= ENOUGH).then_some(&pair).and_then(Pair::rest);
        surely().and_then(|pair| pair.fraction().or_else(|| pair.exceeded()).or_else(|| pair.times())).or_else(rest)
    })
}

/// A sentence that may give the two amounts.
struct Pair<'a> {
    question: &'a Question<'a>,
    query: &'a Query<'a>,
    sentence: usize,
    annotation: &'a Annotation,
}

impl Pair<'_> {
    /// "An advance of 90,000 crowns, half of which went to the strikers", asked how much went to them.
    fn fraction(&self) -> Option<Computed> {
        let words = self.question.folded_words();
        let how = asks(words, ["how", "much"]) || asks(words, ["how", "many"]);
        if !how || self.question.answer_type == "NUM:perc" {
            return None;
        }
        let text = &self.annotation.text;
        let (span, share) = self.fractions().into_iter().find(|(span, _)| self.is_asked_behind(span.end))?;
        let mut amounts = self.annotation.values.iter().filter(|v| v.core.end <= span.start);
        let whole_of = amounts.rfind(|v| matches!(v.kind, ValueKind::Money { .. } | ValueKind::Measure { .. }) || counts(v))?;
        let amount = whole_of.kind.amount().filter(|a| !a.is_range())?.low;
        let part = amount * share;
        let sum = format!("{share} of {amount}");
        let grounds = vec![(self.sentence, vec![whole_of.core, span])];
        let computed = match whole_of.kind {
            ValueKind::Number(_) if part.fract() == 0.0 => Some(whole(part, grounds, sum)),
            ValueKind::Number(_) => None,
            _ => with_number(whole_of.core.of(text), part).map(|answer| Computed { answer, grounds, sum }),
        }?;
        // "How much of its income …?" asks for the share as well, where that is a number.
        let share = asks(words, ["much", "of"]) && span.of(text).starts_with(|c: char| c.is_ascii_digit());
        let answer = if share { format!("{}, {}", span.of(text), computed.answer) } else { computed.answer };
        Some(Computed { answer, ..computed })
    }

    /// The fractions before "of which", "of it", or behind "of which", each with the share that it is.
    fn fractions(&self) -> Vec<(Span, f64)> {
        let text = &self.annotation.text;
        let of_it = |end: usize| {
            let next: Vec<Cow<str>> = text[end..].split_whitespace().take(2).map(trimmed).collect();
            matches!(next.iter().map(AsRef::as_ref).collect::<Vec<_>>()[..], ["of", "which" | "whom" | "it" | "them" | "that" | "this"])
        };
        let behind = |start: usize| {
            let last: Vec<Cow<str>> = text[..start].split_whitespace().rev().take(2).map(trimmed).collect();
            matches!(last.iter().map(AsRef::as_ref).collect::<Vec<_>>()[..], ["which" | "whom", "of"])
        };
        let reading = &self.annotation.reading;
        let halves = reading.words.iter().map(|w| w.span).filter(|span| fold(span.of(text)) == "half").map(|span| (span, 0.5));
        let valued = self.annotation.values.iter().filter_map(|value| match value.kind {
            ValueKind::Number(n) if n.low == n.high && n.low > 0.0 && n.low < 1.0 => Some((value.core, n.low)),
            ValueKind::Percent(n) if n.low == n.high && n.low < 100.0 => Some((value.core, n.low / 100.0)),
            _ => None,
        });
        valued.chain(halves).filter(|(span, _)| of_it(span.end) || behind(span.start)).collect()
    }

    /// "Elected with 388 votes, 61 more than Pask", asked how many Pask had.
    fn exceeded(&self) -> Option<Computed> {
        let text = &self.annotation.text;
        let values = &self.annotation.values;
        let (at, more) = values.iter().enumerate().filter(|(_, v)| plain(v).is_some()).find_map(|(at, v)| {
            let mut next = text[v.core.end..].split_whitespace().map(trimmed);
            let sign = match &*next.next()? {
                "more" => -1.0,
                "fewer" | "less" => 1.0,
                _ => return None,
            };
            (next.next()? == "than").then_some((at, sign))
        })?;
        let (by, total) = (&values[at], values[..at].iter().rev().find(|v| plain(v).is_some())?);
        let names = |t: usize| self.query.terms[t].is_name();
        let places = self.query.places(self.sentence);
        let words = &self.annotation.reading.words;
        let mut named = places.iter().filter(|(_, t)| names(*t)).peekable();
        if named.peek().is_none() || !named.all(|(w, _)| words[*w].span.start > by.core.end) {
            return None;
        }
        let compares = self.question.folded_words().iter().any(|w| matches!(w.as_str(), "more" | "fewer" | "less" | "than" | "margin"));
        let number = plain(total)? + more * plain(by)?;
        let grounds = vec![(self.sentence, vec![total.core, by.core])];
        (!compares && number >= 0.0).then(|| whole(number, grounds, format!("{} and {}", total.core.of(text), by.core.of(text))))
    }

    /// "Eight programmes cost 900 crowns apiece", asked what all of them cost.
    fn times(&self) -> Option<Computed> {
        const ALL: [&str; 6] = ["all", "altogether", "entire", "together", "total", "whole"];
        let text = &self.annotation.text;
        let each = |v: &&Value| {
            matches!(v.kind, ValueKind::Money { .. })
                && text[v.core.end..].split_whitespace().take(1).map(trimmed).any(|w| w == "apiece" || w == "each")
        };
        let one =
            self.annotation.values.iter().find(each).filter(|_| self.question.folded_words().iter().any(|w| ALL.contains(&w.as_str())))?;
        let mut counts = self.annotation.values.iter().filter(|v| counts(v) && v.core.end <= one.core.start);
        let (many, only) = (counts.next()?, counts.next().is_none());
        let answer = with_number(one.core.of(text), plain(many)? * one.kind.amount()?.low).filter(|_| only)?;
        Some(Computed {
            sum: format!("{} times {}", many.core.of(text), one.core.of(text)),
            answer,
            grounds: vec![(self.sentence, vec![many.core, one.core])],
        })
    }

    /// "60 per cent came from the state and 25 from fees, the rest from gifts", asked what share came from gifts.
    fn rest(&self) -> Option<Computed> {
        let text = &self.annotation.text;
        if self.question.answer_type != "NUM:perc" {
            return None;
        }
        let lower = text.to_lowercase();
        let at = ["the rest ", "the remainder "].iter().find_map(|words| lower.find(words)).filter(|_| lower.len() == text.len())?;
        let shares: Vec<(Span, f64)> = self
            .annotation
            .values
            .iter()
            .filter(|v| v.core.end <= at)
            .filter_map(|v| match v.kind {
                ValueKind::Percent(n) if n.low == n.high => Some((v.core, n.low)),
                _ => None,
            })
            .collect();
        let left = 100.0 - shares.iter().map(|(_, share)| share).sum::<f64>();
        if shares.is_empty() || left <= 0.0 || !self.is_asked_behind(at) {
            return None;
        }
        let left = (left * 100.0).round() / 100.0;
        Some(Computed {
            answer: format!("{left} per cent"),
            grounds: vec![(self.sentence, shares.iter().map(|(span, _)| *span).collect())],
            sum: "what is left of 100 per cent".into(),
        })
    }

    /// Whether something that the question asks about, other than a date or the topic, stands behind a place, before the next mark.
    fn is_asked_behind(&self, place: usize) -> bool {
        let words = &self.annotation.reading.words;
        let text = &self.annotation.text;
        let end = text[place..].find([',', ';', ':']).map_or(text.len(), |n| place + n);
        let said = |t: usize| {
            !matches!(self.query.terms[t].term.part, Part::Topic | Part::Date | Part::Number) && self.query.terms[t].term.weight >= 0.5
        };
        let noun = |w: usize| !matches!(words[w].pos, Pos::Verb | Pos::Aux);
        self.query.places(self.sentence).iter().copied().any(|(w, t)| said(t) && noun(w) && (place..end).contains(&words[w].span.start))
    }
}

/// Whether a value is a plain count.
fn counts(value: &Value) -> bool {
    plain(value).is_some_and(|n| n > 1.0)
}

/// A word without the marks around it, folded.
fn trimmed(word: &str) -> Cow<'_, str> {
    fold(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn two_amounts_of_a_sentence_give_a_third() {
        check_answers(
            "= Orm Guild =\n\nThe mill brought in 600 crowns, of which 45 per cent went to the bakers. Ada Merrow was elected chair with 388 votes, 61 more than the baker \
             Olin Pask. The six lectures of the first winter cost 900 crowns apiece. Of the budget in 2023, 38 per cent came from the state and 27 per cent from fees, \
             the rest from donors.\n",
            &[
                ("How much did the mill bring in?", Some("600 crowns")),
                ("How much of the mill's money went to the bakers?", Some("45 per cent, 270 crowns")),
                ("How many votes did Olin Pask get?", Some("327")),
                ("How many votes did Ada Merrow get?", Some("388")),
                ("What did the lectures of the whole first winter cost?", Some("5,400 crowns")),
                ("What did a lecture of the first winter cost?", Some("900 crowns")),
                ("What share of the budget came from donors?", Some("35 per cent")),
            ],
        );
    }
}
