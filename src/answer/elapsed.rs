//! Elapsed time: from one thing to another, and how long something lasted.

use crate::answer::agree::dates_agree;
use crate::answer::apart::sides;
use crate::answer::compute::Computed;
use crate::answer::evidence::Evidence;
use crate::answer::happening::{Dated, dates, held, moment_before, terms_within, without_year, year_before};
use crate::answer::polarity::predicate;
use crate::answer::query::Query;
use crate::answer::support::coverage;
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question, Term};
use crate::text::names::NameKind;
use crate::text::values::{Date, TimeUnit, ValueKind, When};
use crate::text::{Pos, Span};

/// How long it was from the earlier to the later of two dates, in the unit that a question asks for; `None` where they are the same, or not exact enough.
pub fn between(question: &Question, one: &Dated, two: &Dated) -> Option<Computed> {
    let unit = unit(question.folded_words())?;
    if one.date == two.date {
        return None;
    }
    let (from, to) = if one.date.is_after(&two.date) { (two, one) } else { (one, two) };
    length(from, to, unit)
}

/// How long something lasted, where the question sets no two things apart: by a span of dates in the nearest sentence, by two dates in it, or by a sentence that
/// tells of its start and one that tells of its end.
pub fn lasted(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    let unit = unit(question.folded_words()).filter(|_| sides(question).is_none())?;
    let near: Vec<usize> = evidence.iter().take(4).map(|e| e.sentence).filter(|&s| coverage(query, s) >= ENOUGH).collect();
    let given = |s: &usize| query.known.annotations[*s].values.iter().any(|v| matches!(v.kind, ValueKind::Duration { .. }));
    if near.first().is_some_and(given) {
        return None;
    }
    let found = near.first().and_then(|&s| within(query, s, unit)).filter(|_| !goes_on(question));
    let found = found.or_else(|| start_and_end(question, query, unit))?;
    let told = |asked: &Date| found.grounds.iter().flat_map(|(s, _)| dates(query, *s)).any(|(_, date)| dates_agree(asked, &date));
    question.dates.iter().all(told).then_some(found)
}

/// Whether a question asks of the present, of which dates that are over tell nothing: "How long is a warden's term?"
fn goes_on(question: &Question) -> bool {
    question.folded_words().iter().take(4).any(|word| matches!(word.as_str(), "is" | "are" | "does" | "do"))
}

/// Whether a question counts years, months, weeks or days.
pub fn counts_time(question: &Question) -> bool {
    matches!(unit(question.folded_words()), Some(Some(_)))
}

/// The date that a sentence means by "the following year", "three days later"; its year alone where the question asks for no more.
pub fn date_meant(question: &Question, query: &Query, sentence: usize, place: Span) -> Option<Computed> {
    let dates = dates(query, sentence);
    let (date, from) = match dates.iter().find(|(span, _)| span.overlaps(place)) {
        Some((span, date)) => {
            let here = dates.iter().any(|(other, date)| other.start < span.start && date.year().is_some());
            let dated = query.known.annotations[sentence].values.iter().any(|v| v.kind.date().and_then(Date::year).is_some());
            let year = || year_before(query, sentence).filter(|_| !dated).map(|(s, _)| s).into_iter().collect();
            (date.clone(), if here { year() } else { counted_from(query, sentence, *span) })
        }
        None => without_year(query, sentence, place).map(|(date, from)| (date, vec![from]))?,
    };
    let asked = |word: &str| question.folded_words().iter().any(|w| w == word);
    let year = asked("year") && !asked("month") && !asked("date");
    Some(Computed {
        answer: if year { date.year()?.to_string() } else { date.to_string() },
        grounds: std::iter::once(sentence).chain(from).map(|s| (s, if s == sentence { vec![place] } else { Vec::new() })).collect(),
        sum: format!("counted from the date before it: {date}"),
    })
}

/// The sentences before one that tell from when a relative date in it is counted: the last date of all where it is counted by the day or the month, and the last
/// year.
fn counted_from(query: &Query, sentence: usize, place: Span) -> Vec<usize> {
    let relative = |d: &Date| matches!(d, Date::Relative(r) if r.unit != TimeUnit::Year && r.name.is_none());
    let values = &query.known.annotations[sentence].values;
    let by_day = values.iter().any(|v| v.core.overlaps(place) && v.kind.date().is_some_and(relative));
    let last = moment_before(query, sentence).filter(|_| by_day).map(|(s, _)| s);
    let year = match last {
        Some(s) if query.known.annotations[s].values.iter().any(|v| v.kind.date().and_then(Date::year).is_some()) => None,
        _ => year_before(query, sentence).map(|(s, _)| s),
    };
    last.into_iter().chain(year.filter(|y| Some(*y) != last)).collect()
}

/// The year that a sentence gives by counting from another, "four years later", for what the question asks, where a date that it gives outright
/// stands further off from the question's words.
pub fn counted(question: &Question, query: &Query, sentence: usize, given: Span) -> Option<Computed> {
    let annotation = &query.known.annotations[sentence];
    let reading = &annotation.reading;
    let nearness = |span: Span| -> f64 {
        let words = reading.within(span);
        let steps = |w: usize| if w < words.start { words.start - w } else { w + 1 - words.end };
        let shared = query.places(sentence).iter().copied().filter(|(w, t)| !words.contains(w) && query.terms[*t].term.part != Part::Topic);
        shared.map(|(w, t)| query.terms[t].weight / (1 + steps(w)) as f64).sum()
    };
    let later_than = |end: usize| annotation.text[end..].trim_start().starts_with("than");
    let relative = annotation.values.iter().filter(|v| matches!(v.kind.date(), Some(Date::Relative(_))) && !later_than(v.span.end));
    let nearest = relative.map(|v| v.core).filter(|span| nearness(*span) > nearness(given));
    nearest.reduce(|a, b| if nearness(b) > nearness(a) { b } else { a }).and_then(|span| date_meant(question, query, sentence, span))
}

/// The least share of the question's known terms that a sentence must hold.
const ENOUGH: f64 = 0.5;

/// The unit that the question counts in; `Some(None)` for "how long", `None` where it asks for no length of time.
pub(super) fn unit(words: &[String]) -> Option<Option<TimeUnit>> {
    let years = words.iter().position(|w| w == "years" || w == "year");
    let number_of = years.is_some_and(|y| y > 1 && words[y - 1] == "of" && words[y - 2] == "number");
    let asks = |w: &String| matches!(w.as_str(), "how" | "what" | "when" | "where" | "which" | "who" | "why");
    let apart = |y: usize| words.get(y + 1).is_some_and(|w| matches!(w.as_str(), "after" | "before" | "between"));
    let keywords = match years {
        Some(0) => words.iter().any(|w| matches!(w.as_str(), "between" | "from" | "until")),
        Some(y) => apart(y) && !words.iter().any(asks) && words[y - 1].parse::<f64>().is_err(),
        None => false,
    };
    if number_of || keywords {
        return Some(Some(TimeUnit::Year));
    }
    let how = words.iter().position(|w| w == "how")?;
    // "How many times a month?" asks how often.
    if words.get(how + 2).is_some_and(|w| w == "times") {
        return None;
    }
    let many = words.get(how + 1).is_some_and(|w| w == "many" || w == "much");
    // "How many guests a day" counts no days.
    let per = |w: usize| matches!(words[w - 1].as_str(), "a" | "an" | "each" | "every" | "per");
    let asked = (how + 1..words.len().min(how + 5)).filter(|&w| !per(w)).find_map(|w| match words[w].trim_end_matches('s') {
        "year" => Some(TimeUnit::Year),
        "month" => Some(TimeUnit::Month),
        "week" => Some(TimeUnit::Week),
        "day" => Some(TimeUnit::Day),
        _ => None,
    });
    match asked {
        Some(unit) if many => Some(Some(unit)),
        _ => words.get(how + 1).filter(|w| *w == "long").map(|_| None),
    }
}

/// The length of a span of dates that one sentence gives, or from the first to the second of its two dates.
fn within(query: &Query, sentence: usize, unit: Option<TimeUnit>) -> Option<Computed> {
    // "The 2016 tax" tells nothing of when.
    let reading = &query.known.annotations[sentence].reading;
    let modifies =
        |span: Span| reading.within(span).any(|w| reading.words[w].head.is_some_and(|h| h > w && reading.words[h].pos == Pos::Noun));
    let annotation = &query.known.annotations[sentence];
    let own = dates(query, sentence)
        .into_iter()
        .filter(|(span, date)| !modifies(*span) && (!matches!(date, Date::Range(..)) || !is_lifetime(query, annotation, *span)));
    let found: Vec<(Span, Date)> = own.collect();
    let dated = |n: usize, date: Date| Dated { told: sentence, sentence, span: found[n].0, date };
    let range = found.iter().enumerate().find_map(|(n, (_, date))| match date {
        Date::Range(from, to) => Some((dated(n, Date::At(*from)), dated(n, Date::At(*to)))),
        _ => None,
    });
    let pair = || match &found[..] {
        [(_, a @ Date::At(_)), (_, b @ (Date::At(_) | Date::Until(_)))] => {
            let end = Date::At(b.moment()?);
            // "It bought a mill in 1931, and in 1940 it opened a ferry" tells of two things.
            let [one, two] = [found[0].0, found[1].0].map(|span| predicate(reading, reading.within(span).start));
            let says = |t: usize| query.terms[t].term.part != Part::Topic;
            let asked = || query.places(sentence).iter().any(|&(w, t)| says(t) && predicate(reading, w) == one);
            ((one == two || asked()) && a.is_before(&end)).then(|| (dated(0, a.clone()), dated(1, end)))
        }
        _ => None,
    };
    let (from, to) = range.or_else(pair)?;
    length(&from, &to, unit)
}

/// Whether dates in brackets tell how long somebody lived, "Ada Merrow (3 May 1911 – 8 June 1989)", where the question does not ask that: they did nothing else so long.
pub(super) fn is_lifetime(query: &Query, annotation: &Annotation, span: Span) -> bool {
    let bracket = annotation.text[..span.start].rfind('(').filter(|&at| !annotation.text[at..span.start].contains(')'));
    let behind =
        |at: usize| annotation.names.iter().any(|n| n.kind == NameKind::Person && n.core.end == annotation.text[..at].trim_end().len());
    let lives = query.terms.iter().any(|b| matches!(&*b.term.word.to_lowercase(), "alive" | "life" | "live" | "lived"));
    !lives && bracket.is_some_and(behind)
}

/// Verbs that tell of a start.
const STARTS: [&str; 26] = [
    "appoint",
    "arrive",
    "become",
    "begin",
    "come",
    "elect",
    "enter",
    "establish",
    "flee",
    "found",
    "hire",
    "introduce",
    "join",
    "launch",
    "marry",
    "move",
    "name",
    "open",
    "settle",
    "set",
    "start",
    "take",
    "enrol",
    "emigrate",
    "go",
    "install",
];
/// Verbs that tell of an end.
const ENDS: [&str; 24] = [
    "abandon", "close", "demolish", "die", "disband", "dismiss", "dissolve", "divorce", "end", "expel", "finish", "fire", "leave", "lose",
    "quit", "remove", "replace", "resign", "retire", "return", "sell", "stop", "come", "sack",
];

/// Whether a verb tells of a start.
pub(super) fn is_start(lemma: &str) -> bool {
    STARTS.contains(&lemma)
}

/// Whether a verb tells of an end.
pub(super) fn is_end(lemma: &str) -> bool {
    ENDS.contains(&lemma)
}

/// From the first sentence that tells of the start of what the question names to the first later one that tells of its end.
fn start_and_end(question: &Question, query: &Query, unit: Option<TimeUnit>) -> Option<Computed> {
    let named: Vec<usize> = terms_within(question, query, 0..question.reading.words.len())
        .into_iter()
        .filter(|&t| query.terms[t].term.part != Part::Verb)
        .collect();
    let weight = |t: &usize| query.terms[*t].weight;
    if named.iter().map(weight).sum::<f64>() < ENOUGH * query.weight(|b| b.term.part != Part::Topic) {
        return None;
    }
    let tells = |s: usize, verbs: &[&str]| query.known.annotations[s].reading.words.iter().any(|w| verbs.contains(&w.lemma.as_str()));
    let about: Vec<usize> =
        (0..query.known.index.len()).filter(|&s| held(query, s, &named) >= 0.7 || in_heading(query, s, &named)).collect();
    let own = |s: usize| crate::answer::happening::dated(query, s, &named).filter(|d| d.sentence == s && matches!(d.date, Date::At(_)));
    let from = about.iter().filter(|&&s| tells(s, &STARTS)).find_map(|&s| own(s))?;
    let verb = |t: &usize| {
        query.terms[*t].term.part == Part::Verb && query.terms[*t].term.weight >= 1.0 && !is_lasting(question, query.terms[*t].term)
    };
    if (0..query.terms.len()).filter(verb).any(|t| query.alike(from.told, t) == 0.0) {
        return None;
    }
    let to = about.iter().filter(|&&s| s != from.told && tells(s, &ENDS)).filter_map(|&s| own(s)).find(|d| d.date.is_after(&from.date))?;
    length(&from, &to, unit)
}

/// Whether a verb of the question only says that something went on.
fn is_lasting(question: &Question, term: &Term) -> bool {
    const LASTING: [&str; 20] = [
        "be", "belong", "continue", "exist", "go", "hold", "keep", "last", "lead", "live", "occupy", "remain", "run", "serve", "spend",
        "stand", "stay", "take", "teach", "work",
    ];
    LASTING.contains(&question.reading.words[term.words.0].lemma.as_str())
}

/// Whether the headings above a sentence hold all of the terms.
fn in_heading(query: &Query, sentence: usize, terms: &[usize]) -> bool {
    !terms.is_empty() && terms.iter().all(|t| query.in_heading(sentence, *t) > 0.0)
}

/// The time from one date to a later one, in a unit, or in the one that fits both dates.
pub(super) fn length(from: &Dated, to: &Dated, unit: Option<TimeUnit>) -> Option<Computed> {
    let (a, b) = (from.date.earliest().or(from.date.latest())?, to.date.earliest().or(to.date.latest())?);
    let precision = |d: &Date| match d.moment().map(|m| m.when) {
        Some(When::Day { .. }) => 2,
        Some(When::Month { .. }) => 1,
        _ => 0,
    };
    let exact = precision(&from.date).min(precision(&to.date));
    let months = (b.year - a.year) * 12 + i32::from(b.month) - i32::from(a.month);
    let count = |unit: TimeUnit| -> Option<i64> {
        Some(match (unit, exact) {
            (TimeUnit::Year, 2) => a.years_until(b).into(),
            (TimeUnit::Year, _) => (b.year - a.year).into(),
            (TimeUnit::Month, 2) => a.months_until(b).into(),
            (TimeUnit::Month, 1) => months.into(),
            (TimeUnit::Week, 2) => a.days_until(b) / 7,
            (TimeUnit::Day, 2) => a.days_until(b),
            _ => return None,
        })
    };
    let unit = unit.unwrap_or(match exact {
        2 if a.days_until(b) < 60 => TimeUnit::Day,
        1 | 2 if months < 36 => TimeUnit::Month,
        _ => TimeUnit::Year,
    });
    let number = count(unit).filter(|n| *n >= 0)?;
    let answer = format!("{number} {}{}", unit.name(), if number == 1 { "" } else { "s" });
    let mut grounds = from.grounds();
    for (sentence, spans) in to.grounds() {
        match grounds.iter_mut().find(|(s, _)| *s == sentence) {
            Some((_, own)) => own.extend(spans.into_iter().filter(|s| !own.contains(s)).collect::<Vec<_>>()),
            None => grounds.push((sentence, spans)),
        }
    }
    Some(Computed { sum: format!("from {} to {}: {answer}", from.date, to.date), answer, grounds })
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn dates_of_two_things_make_no_length() {
        check_answers(
            "= Orm Guild =\n\nIn 1934 the Orm Guild bought the mill of Halm, and in 1951 it opened a third boathouse, for ferries. The tower was closed in 1938 and reopened in 1946.\n",
            &[("How long does the boat to the third boathouse take?", None), ("For how many years was the tower closed?", Some("8 years"))],
        );
        check_answers(
            "= Orm Ferry =\n\nThe Orm Ferry is a ferry. Its traffic rose from 410 carts a day in 1963 to 2,900 in 1979.\n",
            &[("How many carts a day used it in 1963?", Some("410"))],
        );
    }
}
