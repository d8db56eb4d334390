//! Sums: what is left of a total, what a year brings from what a month does, the year of an age.

use crate::answer::compute::{Computed, birth};
use crate::answer::evidence::Evidence;
use crate::answer::happening::dates;
use crate::answer::polarity::{is_negated, predicate};
use crate::answer::query::{Bound, Query};
use crate::answer::support::{closeness, coverage};
use crate::facts::annotation::Annotation;
use crate::knowledge::opposites::opposed;
use crate::knowledge::rules::Shape;
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::values::{Amount, TimeUnit, Value, ValueKind};
use crate::text::{Pos, Span};

/// The least share of the question's known terms that a sentence must hold.
const ENOUGH: f64 = 0.5;
/// The least share, by meaning, that the nearest sentence of all must hold.
const ENOUGH_NEAREST: f64 = 0.3;
/// How many of the nearest sentences are looked at.
pub(super) const CLOSE: usize = 4;

pub(super) fn asks(words: &[String], pair: [&str; 2]) -> bool {
    words.windows(2).any(|w| w[0] == pair[0] && w[1] == pair[1])
}

/// The nearest sentences that hold enough of the question; the nearest of all even where it holds less, if it is near in meaning.
pub(super) fn near<'a>(query: &'a Query, evidence: &'a [Evidence]) -> impl Iterator<Item = (usize, &'a Annotation)> + 'a {
    let enough = |n: usize, s: usize| coverage(query, s) >= ENOUGH || n == 0 && closeness(query, s) >= ENOUGH_NEAREST;
    let held = evidence.iter().take(CLOSE).enumerate().filter(move |(n, e)| enough(*n, e.sentence)).map(|(_, e)| e.sentence);
    held.map(|s| (s, &query.known.annotations[s]))
}

/// What is left of a total once its parts are taken off: "how many of the 88 survived" of "63 of the 88 drowned", "how many were not printed" of "112, of
/// which 74 were printed".
pub fn remainder(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    let words = question.folded_words();
    let leftover = question.shape == Shape::Topic && words.first().is_some_and(|w| w.starts_with("un"));
    if !asks(words, ["how", "many"]) && !leftover {
        return None;
    }
    const DENY: [&str; 8] = ["n't", "neither", "never", "not", "other", "others", "remaining", "rest"];
    let left = words.windows(2).any(|w| matches!(w[0].as_str(), "are" | "is" | "was" | "were") && w[1] == "left");
    let denies = left || words.iter().any(|w| DENY.contains(&w.as_str()));
    near(query, evidence).find_map(|(sentence, annotation)| {
        let numbers: Vec<(&Value, f64)> = annotation.values.iter().filter_map(|v| counted(v).map(|n| (v, n))).collect();
        let (total, sum) = numbers.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a })?;
        let parts: Vec<(&Value, f64)> = numbers.iter().copied().filter(|(v, n)| *n < sum && is_part(annotation, v, total)).collect();
        let taken: f64 = parts.iter().map(|(_, n)| n).sum();
        let denied = parts.iter().any(|(v, _)| is_negated(&annotation.reading, &annotation.text, annotation.reading.within(v.core).start));
        let contrary = || !leftover && contrary(question, annotation, &parts) || undone(words, annotation);
        // "Four of them with the choir", asked for those without it.
        let with = |(value, _): &(&Value, f64)| {
            annotation.text[value.core.end..].split([',', ';']).next().is_some_and(|part| part.contains(" with "))
        };
        let without = words.iter().any(|w| w == "without") && parts.iter().any(with);
        let rest = if denied { !denies } else { denies || without || contrary() };
        let several = parts.len() > 1 && behind_of(annotation, total);
        if parts.is_empty() || several || taken > sum || !rest {
            return None;
        }
        let spans = std::iter::once(total.core).chain(parts.iter().map(|(v, _)| v.core)).collect();
        let less: Vec<String> = parts.iter().map(|(_, n)| n.to_string()).collect();
        Some(whole(sum - taken, vec![(sentence, spans)], format!("{sum} less {}", less.join(" and "))))
    })
}

/// The number of a plain count.
pub(super) fn plain(value: &Value) -> Option<f64> {
    match value.kind {
        ValueKind::Number(Amount { low, high }) if low == high && low.fract() == 0.0 => Some(low),
        _ => None,
    }
}

/// The same, or how many times.
fn counted(value: &Value) -> Option<f64> {
    match value.kind {
        ValueKind::Frequency { times, per: None } if times.low == times.high && times.low.fract() == 0.0 => Some(times.low),
        _ => plain(value),
    }
}

/// Whether a number counts a part of another: "63 of the 88", "112, of which 74", "of the 93 aboard, 71", "fought 118 times, winning 97".
fn is_part(annotation: &Annotation, part: &Value, total: &Value) -> bool {
    let text = |a: usize, b: usize| fold(annotation.text.get(a..b).unwrap_or(""));
    if part.core.end <= total.core.start {
        let between = text(part.core.end, total.core.start);
        // "In twelve sessions, and of the 110".
        if !between.contains("out of") && (between.contains(',') || between.split_whitespace().any(|word| word == "and")) {
            return false;
        }
        let words: Vec<&str> = between.split([' ', ',']).filter(|w| !w.is_empty()).collect();
        let determiner = |w: &&str| matches!(*w, "the" | "its" | "their" | "his" | "her" | "all" | "these" | "those");
        return match words[..] {
            [.., "of"] | [.., "among"] => words.len() < 5,
            [.., "of", ref last] => determiner(last) && words.len() < 6,
            _ => false,
        };
    }
    let between = text(total.core.end, part.core.start);
    let winning = between.split_whitespace().next_back().is_some_and(|w| w.ends_with("ing")) && between.contains(',');
    let within = ["including", "of which", "of whom", "among them", "of them"].iter().any(|w| between.contains(w));
    let behind = ["of whom", "of which", "of them"].iter().any(|w| text(part.core.end, annotation.text.len()).trim_start().starts_with(w));
    // "Of the 110 proposed it took up 35."
    let closes = annotation.text[part.core.end..].trim_start().starts_with(['.', ',', ';']);
    let only = opens_with_of(annotation, total) && closes && !between.contains([',', ';']);
    within || behind_of(annotation, total) && between.contains(',') || winning || behind && between.contains(',') || only
}

/// Whether "of" opens the clause of a total.
fn opens_with_of(annotation: &Annotation, total: &Value) -> bool {
    let mut before = annotation.text[..total.core.start].split_whitespace().rev().skip_while(|w| w.eq_ignore_ascii_case("the"));
    let of = before.next().is_some_and(|w| w.eq_ignore_ascii_case("of"));
    of && before.next().is_none_or(|w| w == "and" || w.ends_with([',', ';']))
}

/// Whether "of" stands right before a total: "of the 93 aboard".
fn behind_of(annotation: &Annotation, total: &Value) -> bool {
    annotation.text[..total.core.start].split_whitespace().rev().take(2).any(|w| w.eq_ignore_ascii_case("of"))
}

/// Whether the question asks for the opposite of what the parts are said to have done, or to be.
fn contrary(question: &Question, annotation: &Annotation, parts: &[(&Value, f64)]) -> bool {
    let reading = &annotation.reading;
    let told = parts.iter().flat_map(|(value, _)| {
        let words = reading.within(value.core);
        let noun = (words.end..reading.words.len()).take(2).filter(|&w| reading.words[w].pos == Pos::Noun);
        noun.chain([predicate(reading, words.start)]).collect::<Vec<_>>()
    });
    let told: Vec<usize> = told.collect();
    let against = parts.iter().any(|(v, _)| annotation.text[v.core.end..].split_whitespace().take(3).any(|w| w.starts_with("against")));
    let favours = question.folded_words().iter().any(|w| matches!(w.as_str(), "yes" | "favour" | "favor" | "approved"));
    let asked = question.reading.words.iter().filter(|w| matches!(w.pos, Pos::Verb | Pos::Adj | Pos::Noun));
    against && favours || asked.into_iter().any(|w| told.iter().any(|&v| opposed(question.lexicon, &w.lemma, &reading.words[v].lemma)))
}

/// Whether the question asks for what was left undone, by a word of the sentence with "un" before it: "unsold", of "61 were sold".
fn undone(words: &[String], annotation: &Annotation) -> bool {
    let told = |form: &str| annotation.reading.words.iter().any(|w| fold(w.span.of(&annotation.text)) == form);
    words.iter().filter_map(|w| w.strip_prefix("un")).any(|form| form.len() > 3 && told(form))
}

/// The sum of money for a length of time from what a month, a week or a day brings: "how much a year?", "what did she earn in six months?"
pub fn over_time(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    let words = question.folded_words();
    let (count, unit) = asked_length(question)?;
    if !asks(words, ["how", "much"]) && !words.iter().any(|w| w == "what") || !question.answer_type.starts_with("NUM") {
        return None;
    }
    evidence.iter().take(CLOSE).find_map(|e| {
        let annotation = &query.known.annotations[e.sentence];
        annotation.values.iter().find_map(|value| {
            let ValueKind::Money { amount, per: Some(per), .. } = &value.kind else { return None };
            let in_one = match (unit, per.as_str()) {
                (TimeUnit::Year, "month") => 12.0,
                (TimeUnit::Year, "week") => 52.0,
                (TimeUnit::Week, "day") => 7.0,
                (TimeUnit::Year, "year") | (TimeUnit::Month, "month") | (TimeUnit::Week, "week") | (TimeUnit::Day, "day") => 1.0,
                _ => return None,
            };
            let times = count * in_one;
            let answer = with_number(value.core.of(&annotation.text), amount.low * times).filter(|_| times > 1.0)?;
            Some(Computed { sum: format!("{times} times {} a {per}", amount.low), answer, grounds: vec![(e.sentence, vec![value.core])] })
        })
    })
}

/// The length of time for which a question asks a sum: "a year", "in six months"; `None` for "six months later".
fn asked_length(question: &Question) -> Option<(f64, TimeUnit)> {
    let words = question.folded_words();
    let later =
        |word: Option<&String>| word.is_some_and(|w| matches!(w.as_str(), "after" | "afterwards" | "ago" | "before" | "earlier" | "later"));
    let every = |w: &[String]| matches!(w[0].as_str(), "a" | "per" | "each" | "one" | "every") && w[1] == "year";
    let a_year = words.windows(2).enumerate().any(|(at, w)| every(w) && !later(words.get(at + 2)))
        || words.iter().any(|w| matches!(w.as_str(), "yearly" | "annual" | "annually"));
    let during = |at: usize| {
        question.read[..at].split_whitespace().next_back().is_some_and(|w| matches!(&*fold(w), "in" | "over" | "within" | "during"))
    };
    let length = |value: &Value| match value.kind {
        ValueKind::Duration { amount, unit } if amount.low == amount.high && during(value.span.start) => Some((amount.low, unit)),
        _ => None,
    };
    let behind = |value: &Value| fold(&question.read[value.span.end..]).split_whitespace().next().map(str::to_string);
    let spans = question.values.iter().filter(|value| !later(behind(value).as_ref()));
    spans.filter_map(length).next().or(a_year.then_some((1.0, TimeUnit::Year)))
}

/// An amount as it is written, with another number and without what it is paid for: in millions where it is written so and the number is large enough.
pub(super) fn with_number(written: &str, number: f64) -> Option<String> {
    let digit = |c: char| c.is_ascii_digit();
    let start = written.find(digit)?;
    let end = written.rfind(digit)? + 1;
    let scale = |word: &str| match word {
        "thousand" => Some(1e3),
        "million" => Some(1e6),
        "billion" => Some(1e9),
        _ => None,
    };
    let mut number = number;
    let mut unit: Vec<&str> = written[end..].split_whitespace().take_while(|w| !matches!(*w, "a" | "per" | "each" | "every")).collect();
    if let Some((place, times)) = unit.iter().enumerate().find_map(|(n, w)| scale(w).map(|times| (n, times))) {
        if number >= times {
            number /= times;
        } else {
            unit.remove(place);
        }
    }
    let shown = if number.fract().abs() < 1e-6 { grouped(number) } else { format!("{:.2}", number).trim_end_matches('0').to_string() };
    Some(format!("{}{shown} {}", &written[..start], unit.join(" ")).trim().to_string())
}

/// The year in which somebody reached an age that the question or the sentence about it gives.
pub fn year_of_age(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    let words = question.folded_words();
    let year = words.iter().any(|w| w == "year") || words.first().is_some_and(|w| w == "when");
    if !year || !question.answer_type.starts_with("NUM") {
        return None;
    }
    let turned = words.iter().position(|w| matches!(w.as_str(), "turn" | "turned"));
    let (age, told) = match turned {
        Some(at) => (number_after(question, at)?, None),
        None => aged(query, evidence).map(|(age, told)| (age, Some(told)))?,
    };
    let (born_in, born_at, born) = birth(query).filter(|_| !names_another(query))?;
    let year = i64::from(born.earliest()?.year) + age as i64;
    let mut grounds: Vec<(usize, Vec<Span>)> = told.into_iter().collect();
    grounds.push((born_in, vec![born_at]));
    Some(Computed { answer: year.to_string(), grounds, sum: format!("born {born}, at the age of {age}: {year}") })
}

/// Whether the question names a person other than whom the document is about.
fn names_another(query: &Query) -> bool {
    let cast = &query.known.cast;
    let member = |b: &Bound| cast.find(&fold(&b.term.word)).filter(|member| b.is_name() && member.kind == NameKind::Person);
    query.terms.iter().filter_map(member).any(|member| cast.protagonist().is_some_and(|protagonist| protagonist.name != member.name))
}

/// The number that the question names after a word.
fn number_after(question: &Question, word: usize) -> Option<f64> {
    let from = question.reading.words[word].span.end;
    question.values.iter().find(|v| v.span.start >= from).and_then(|v| v.kind.amount()).map(|a| a.low)
}

/// The age that the nearest sentence gives for what the question asks about, and where; `None` where that has a date of its own.
fn aged(query: &Query, evidence: &[Evidence]) -> Option<(f64, (usize, Vec<Span>))> {
    near(query, evidence).find_map(|(sentence, annotation)| {
        let reading = &annotation.reading;
        let age = annotation.values.iter().find(|v| matches!(v.kind, ValueKind::Age(_)))?;
        let verb = predicate(reading, reading.within(age.core).start);
        let asked = query.places(sentence).iter().any(|(w, _)| *w == verb);
        let own = |(span, _): &(Span, _)| predicate(reading, reading.within(*span).start) == verb;
        (asked && !dates(query, sentence).iter().any(own)).then_some((age.kind.amount()?.low, (sentence, vec![age.core])))
    })
}

pub(super) fn whole(number: f64, grounds: Vec<(usize, Vec<Span>)>, sum: String) -> Computed {
    Computed { answer: grouped(number), grounds, sum: format!("{sum}: {}", grouped(number)) }
}

/// A whole number with commas between its thousands.
pub(super) fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut out = String::new();
    for (n, c) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_is_left_is_asked_for() {
        check_answers(
            "= Orm Herald =\n\nIn all the club played 118 times, winning 97. The almanac came out in 400 copies, of which 61 were sold.\n",
            &[("How many times did the club not win?", Some("21")), ("unsold copies of the almanac", Some("339"))],
        );
    }

    #[test]
    fn a_part_is_of_its_own_total() {
        check_answers(
            "= Orm Law =\n\nThe board met 30 bakers in twelve sessions, and of the 110 changes proposed it took up 35. Ada Merrow made 19 records, \
             four of them with the Tar Kettles.\n",
            &[
                ("How many changes were proposed and not taken up?", Some("75")),
                ("How many records did Ada Merrow make without the Tar Kettles?", Some("15")),
            ],
        );
    }
}
