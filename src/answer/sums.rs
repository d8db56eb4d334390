//! Sums: what is left of a total, how much something changed, a year's pay from a month's, the year of an age.

use crate::answer::compute::{Computed, birth};
use crate::answer::evidence::Evidence;
use crate::answer::happening::dates;
use crate::answer::opposite::opposed;
use crate::answer::polarity::{is_negated, predicate};
use crate::answer::query::Query;
use crate::answer::support::{closeness, coverage};
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Shape;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::values::{Amount, Date, Value, ValueKind};
use crate::text::{Pos, Span};

/// The least share of the question's known terms that a sentence must hold.
const ENOUGH: f64 = 0.5;
/// The least share, by meaning, that the nearest sentence of all must hold.
const ENOUGH_NEAREST: f64 = 0.3;
/// How many of the nearest sentences are looked at.
const CLOSE: usize = 4;

pub(super) fn asks(words: &[String], pair: [&str; 2]) -> bool {
    words.windows(2).any(|w| w[0] == pair[0] && w[1] == pair[1])
}

/// The nearest sentences that hold enough of the question; the nearest of all even where it holds less, if it is near in meaning.
fn near<'a>(query: &'a Query, evidence: &'a [Evidence]) -> impl Iterator<Item = (usize, &'a Annotation)> + 'a {
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
        let rest = if denied { !denies } else { denies || contrary() };
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
    within || behind_of(annotation, total) && between.contains(',') || winning || behind && between.contains(',')
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

/// The difference that a sentence leaves to be reckoned: "rose from 8,200 to 13,500", "by 301 votes to 274", "estimated at 14 million, it cost 22 million".
pub fn difference(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    if !asks_difference(question) || question.dates.len() > 1 {
        return None;
    }
    near(query, evidence).take(CLOSE / 2).find_map(|(sentence, annotation)| {
        if states_difference(annotation) {
            return None;
        }
        let opens = |at: usize| matches!(annotation.text[..at].split_whitespace().next_back(), Some("from" | "by"));
        let spans = |v: &&Value| opens(v.core.start) && v.kind.amount().is_some() && v.core.of(&annotation.text).contains(" to ");
        let range = annotation.values.iter().find(spans);
        if let Some((value, amount)) = range.and_then(|v| v.kind.amount().filter(|a| a.low < a.high).map(|a| (v, a))) {
            let answer = with_number(value.core.of(&annotation.text), amount.high - amount.low)?;
            let sum = format!("from {} to {}: {answer}", amount.low, amount.high);
            return Some(Computed { answer, grounds: vec![(sentence, vec![value.core])], sum });
        }
        let (a, b) = named_two(question, query, sentence).or_else(|| from_to(annotation)).or_else(|| only_two(annotation))?;
        let (one, two) = (a.kind.amount()?.low, b.kind.amount()?.low);
        let written = if plain(a).is_some() { b } else { a };
        let plainly = plain(a).is_some() && plain(b).is_some();
        let answer = if plainly { grouped((one - two).abs()) } else { with_number(written.core.of(&annotation.text), (one - two).abs())? };
        let sum = format!("from {one} to {two}: {answer}");
        (one != two).then(|| Computed { answer, grounds: vec![(sentence, vec![a.core, b.core])], sum })
    })
}

/// Whether a sentence gives by how much two numbers differ itself ("rose by 40", "an increase of 40", "40 votes ahead"), or a range that is only guessed.
fn states_difference(annotation: &Annotation) -> bool {
    let amount =
        |v: &&Value| plain(v).is_some() || matches!(v.kind, ValueKind::Money { .. } | ValueKind::Percent(_) | ValueKind::Measure { .. });
    let text = &annotation.text;
    annotation.values.iter().filter(amount).any(|v| {
        let before: Vec<String> = text[..v.core.start].split_whitespace().rev().take(2).map(fold).collect();
        let after: Vec<String> = text[v.core.end..].split_whitespace().take(3).map(fold).collect();
        let by = before.first().is_some_and(|w| w == "by") && from_to(annotation).is_none();
        let guessed = before.first().is_some_and(|w| w == "from") && before.get(1).is_some_and(|w| w == "ranging" || w == "range");
        let noun =
            matches!(before.iter().map(String::as_str).collect::<Vec<_>>()[..], ["of", "increase" | "decrease" | "rise" | "drop" | "fall"]);
        let more =
            after.first().is_some_and(|w| matches!(w.as_str(), "more" | "fewer" | "less")) && after.get(1).is_some_and(|w| w == "than");
        by || guessed || noun || more || after.iter().any(|w| matches!(w.as_str(), "ahead" | "behind" | "short"))
    })
}

/// Whether a question asks by how much two numbers differ.
fn asks_difference(question: &Question) -> bool {
    const NOUNS: [&str; 9] = ["decrease", "difference", "excess", "gap", "growth", "increase", "margin", "overrun", "rise"];
    const VERBS: [&str; 15] = [
        "cut", "decline", "decrease", "differ", "drop", "exceed", "fall", "grow", "increase", "lose", "reduce", "rise", "shed", "shrink",
        "wipe",
    ];
    const OTHERS: [&str; 8] = ["what", "when", "where", "which", "who", "whom", "whose", "why"];
    let words = question.folded_words();
    let by_how = words.windows(3).any(|w| w[0] == "by" && w[1] == "how" && matches!(w[2].as_str(), "many" | "much"));
    let how = asks(words, ["how", "much"]) || asks(words, ["how", "many"]);
    let more = |w: &String| matches!(w.as_str(), "more" | "less" | "fewer");
    let than = words.windows(2).any(|w| more(&w[0]) && w[1] == "than");
    let compares = words.windows(3).any(|w| w[0] == "how" && more(&w[2])) || asks(words, ["how", "many"]) && than;
    let changes = question.reading.words.iter().any(|w| w.pos == Pos::Verb && VERBS.contains(&w.lemma.as_str()));
    let noun = question.reading.words.iter().any(|w| w.pos == Pos::Noun && NOUNS.contains(&w.lemma.as_str()));
    let to_what = words.windows(2).any(|w| w[0] == "to" && matches!(w[1].as_str(), "what" | "which"));
    // "Who fought the increase?" asks for no number, "member increase 1990" does.
    let other = |word: &String| OTHERS.contains(&word.as_str()) && word != "what";
    let noun = noun && !words.iter().any(other);
    let keywords = !words.iter().any(|w| OTHERS.contains(&w.as_str()) || w == "how") && !has_pronoun(question);
    (by_how || compares || (how || keywords) && changes || noun) && !to_what && question.answer_type != "NUM:perc"
}

/// Whether a question has a pronoun, as a sentence has and keywords have not: "and then he lost at the court, too?"
fn has_pronoun(question: &Question) -> bool {
    question.reading.words.iter().any(|w| w.pos == Pos::Pron)
}

/// Two values of which the second stands behind "to", the first behind "from" or "by": "from 8,200 in May to 13,500".
fn from_to(annotation: &Annotation) -> Option<(&Value, &Value)> {
    let opens = |at: usize| matches!(annotation.text[..at].split_whitespace().next_back(), Some("from" | "by"));
    let amounts: Vec<&Value> = annotation.values.iter().filter(|v| v.kind.date().is_none()).collect();
    let pairs = amounts.iter().copied().zip(amounts.iter().copied().skip(1));
    pairs.filter(|(a, b)| opens(a.core.start) && alike(a, b)).find(|(a, b)| {
        let between = annotation.text.get(a.core.end..b.core.start).unwrap_or("");
        between.split_whitespace().next_back() == Some("to") && between.split_whitespace().count() < 8
    })
}

/// The counts of the two things that a question compares: "how many more mayors than councillors" of "122, including 87 mayors and 23 councillors".
fn named_two<'a>(question: &Question, query: &'a Query, sentence: usize) -> Option<(&'a Value, &'a Value)> {
    question.folded_words().iter().position(|word| word == "than")?;
    let annotation = &query.known.annotations[sentence];
    let places = query.places(sentence);
    let named = |v: &&Value| {
        let end = annotation.reading.within(v.core).end;
        plain(v).is_some()
            && places.iter().any(|(w, t)| (end..end + 2).contains(w) && !matches!(query.terms[*t].term.part, Part::Topic | Part::Verb))
    };
    match annotation.values.iter().filter(named).collect::<Vec<_>>()[..] {
        [a, b] => Some((a, b)),
        _ => None,
    }
}

/// The only two amounts of a sentence, if they are alike.
fn only_two(annotation: &Annotation) -> Option<(&Value, &Value)> {
    let counts = |v: &&Value| plain(v).is_some_and(|n| n > 1.0) || matches!(v.kind, ValueKind::Money { .. } | ValueKind::Measure { .. });
    let amounts: Vec<&Value> = annotation.values.iter().filter(counts).collect();
    let noun = |v: &Value| {
        let next = annotation.reading.words.get(annotation.reading.within(v.core).end)?;
        (next.pos == Pos::Noun).then_some(next.lemma.as_str())
    };
    // "12 men and 30 horses" are not to be compared.
    let others = |a: &Value, b: &Value| noun(a).zip(noun(b)).is_some_and(|(one, two)| one != two);
    match amounts[..] {
        [a, b] if others(a, b) => None,
        [a, b] if alike(a, b) || plain(a).is_none() && plain(b).is_some() || plain(b).is_none() && plain(a).is_some() => Some((a, b)),
        _ => None,
    }
}

/// Whether two values are counts, sums of one currency, or measures of one unit.
fn alike(a: &Value, b: &Value) -> bool {
    match (&a.kind, &b.kind) {
        (ValueKind::Money { currency: one, .. }, ValueKind::Money { currency: two, .. }) => one == two,
        (ValueKind::Measure { unit: one, .. }, ValueKind::Measure { unit: two, .. }) => one == two,
        _ => plain(a).is_some() && plain(b).is_some(),
    }
}

/// By how much a number changed from one date of the question to another.
pub fn change(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    let words = question.folded_words();
    const CHANGES: [&str; 12] =
        ["change", "decline", "decrease", "drop", "exceed", "fall", "grow", "growth", "increase", "rise", "shrink", "more"];
    const ASKING: [&str; 8] = ["how", "what", "when", "where", "which", "who", "whose", "why"];
    let changes = question.reading.words.iter().any(|w| CHANGES.contains(&w.lemma.as_str()));
    let keywords = !words.iter().any(|w| ASKING.contains(&w.as_str())) && !has_pronoun(question);
    let wanted = changes && (keywords || asks(words, ["how", "many"]) || asks(words, ["how", "much"]));
    let (first, second) = match &question.dates[..] {
        [first, second] => (first.clone(), second.clone()),
        [Date::Range(from, to)] => (Date::At(*from), Date::At(*to)),
        _ => return None,
    };
    if !wanted {
        return None;
    }
    let at = |date: &Date| {
        evidence.iter().take(CLOSE).map(|e| e.sentence).find_map(|sentence| {
            let annotation = &query.known.annotations[sentence];
            let (place, _) = dates(query, sentence).into_iter().find(|(_, d)| d.overlaps(date))?;
            let number = annotation.values.iter().filter(|v| plain(v).is_some()).min_by_key(|v| distance(v.core, place))?;
            Some((sentence, number.core, plain(number)?))
        })
    };
    let ((s1, p1, n1), (s2, p2, n2)) = (at(&first)?, at(&second)?);
    let grounds = if s1 == s2 { vec![(s1, vec![p1, p2])] } else { vec![(s1, vec![p1]), (s2, vec![p2])] };
    (p1 != p2 || s1 != s2).then(|| whole((n1 - n2).abs(), grounds, format!("from {n1} to {n2}")))
}

fn distance(a: Span, b: Span) -> usize {
    if a.end <= b.start { b.start - a.end } else { a.start.saturating_sub(b.end) + 1 }
}

/// A year's sum of money from a month's or a week's.
pub fn yearly(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    let words = question.folded_words();
    let later =
        |word: Option<&String>| word.is_some_and(|w| matches!(w.as_str(), "after" | "afterwards" | "ago" | "before" | "earlier" | "later"));
    let every = |w: &[String]| matches!(w[0].as_str(), "a" | "per" | "each" | "one" | "every") && w[1] == "year";
    let a_year = words.windows(2).enumerate().any(|(at, w)| every(w) && !later(words.get(at + 2)))
        || words.iter().any(|w| matches!(w.as_str(), "yearly" | "annual" | "annually"));
    if !a_year || !asks(words, ["how", "much"]) && !words.iter().any(|w| w == "what") {
        return None;
    }
    evidence.iter().take(CLOSE).find_map(|e| {
        let annotation = &query.known.annotations[e.sentence];
        annotation.values.iter().find_map(|value| {
            let ValueKind::Money { amount, per: Some(per), .. } = &value.kind else { return None };
            let times = match per.as_str() {
                "month" => 12.0,
                "week" => 52.0,
                _ => return None,
            };
            let written = value.core.of(&annotation.text);
            let answer = with_number(written, amount.low * times)?;
            Some(Computed { sum: format!("{times} times {} a {per}", amount.low), answer, grounds: vec![(e.sentence, vec![value.core])] })
        })
    })
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
    let (born_in, born_at, born) = birth(query)?;
    let year = i64::from(born.earliest()?.year) + age as i64;
    let mut grounds: Vec<(usize, Vec<Span>)> = told.into_iter().collect();
    grounds.push((born_in, vec![born_at]));
    Some(Computed { answer: year.to_string(), grounds, sum: format!("born {born}, at the age of {age}: {year}") })
}

/// The number that the question names after a word.
fn number_after(question: &Question, word: usize) -> Option<f64> {
    let from = question.reading.words[word].span.end;
    crate::text::values::values(&question.read).iter().find(|v| v.span.start >= from).and_then(|v| v.kind.amount()).map(|a| a.low)
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
fn grouped(number: f64) -> String {
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
    fn a_difference_is_asked_for_and_what_is_left() {
        check_answers(
            "= Orm Herald =\n\nCirculation dropped from 52,000 in 1950 to 19,000 in 1965. The guild had five printers at first and 64 by 2005. In all the club played 118 \
             times, winning 97. The almanac came out in 400 copies, of which 61 were sold. Each boat needed 500 signatures; the crew collected 537 for it.\n",
            &[
                ("drop in circulation 1950 to 1965", Some("33,000")),
                ("By how many copies did circulation drop?", Some("33,000")),
                ("guild printers increase until 2005", Some("59")),
                ("How many times did the club not win?", Some("21")),
                ("unsold copies of the almanac", Some("339")),
                ("How many signatures more than needed did the crew collect?", Some("37")),
            ],
        );
    }
}
