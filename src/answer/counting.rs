//! Counting: the date that a sentence gives by counting from another: "left two years later", "moved in 1926, two years after a pier was built".

use crate::answer::compute::Computed;
use crate::answer::elapsed::date_meant;
use crate::answer::evidence::Evidence;
use crate::answer::happening::dates;
use crate::answer::polarity::predicate;
use crate::answer::query::Query;
use crate::answer::support::closeness;
use crate::question::{Part, Question};
use crate::text::Span;
use crate::text::values::{Date, TimeUnit, Value, ValueKind};

/// The least share of the question, by meaning, that the nearest sentence must hold.
const ENOUGH: f64 = 0.4;

/// The least share of the question, with what the document does not know, where that sentence lacks its verbs.
const LEAST: f64 = 0.5;

/// How near in meaning to a verb of the question a word of that sentence must be.
const LIKE: f64 = 0.25;

/// The date, counted from another, of what a question asks when it was, by the nearest sentence; `None` where a date of that sentence's own stands nearer to the
/// question's words.
pub fn counted_date(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    let nearest = evidence.first().map(|e| e.sentence).filter(|&s| closeness(query, s) >= ENOUGH)?;
    let verb = |t: &usize| query.terms[*t].term.part == Part::Verb && query.terms[*t].term.weight >= 1.0;
    let mut verbs = (0..query.terms.len()).filter(verb).peekable();
    let few = query.share(|b| b.term.part != Part::Topic, |t| query.alike(nearest, t)) < LEAST;
    let untold = few && verbs.peek().is_some() && verbs.all(|t| query.alike(nearest, t) < LIKE);
    if question.answer_type != "NUM:date" || !question.dates.is_empty() || untold {
        return None;
    }
    before_or_after(query, nearest).or_else(|| later(question, query, nearest))
}

/// "In 1931 she opened a mill and sold it four years later", asked when it was sold.
fn later(question: &Question, query: &Query, sentence: usize) -> Option<Computed> {
    let values = &query.known.annotations[sentence].values;
    let nearest = |relative: bool| {
        let dated = values.iter().filter(|v| v.kind.date().is_some_and(|d| matches!(d, Date::Relative(_)) == relative));
        dated.map(|v| (shared(query, sentence, v.core), v.core)).reduce(|a, b| if b.0 > a.0 { b } else { a })
    };
    let (held, span) = nearest(true)?;
    (held > nearest(false).map_or(0.0, |(held, _)| held)).then(|| date_meant(question, query, sentence, span)).flatten()
}

/// How much of the question, by weight, stands in the clause of a phrase; more than all else if it has the clause's verb.
fn shared(query: &Query, sentence: usize, phrase: Span) -> f64 {
    const VERB: f64 = 100.0;
    let reading = &query.known.annotations[sentence].reading;
    let own = predicate(reading, reading.within(phrase).start);
    let verb = if held(query, sentence, |word| word == own) > 0.0 { VERB } else { 0.0 };
    verb + held(query, sentence, |word| predicate(reading, word) == own)
}

/// The weight of the question's words that stand at some places of a sentence, by meaning.
fn held(query: &Query, sentence: usize, at: impl Fn(usize) -> bool) -> f64 {
    let places = query.places(sentence).iter().copied();
    let told = places.filter(|(w, t)| at(*w) && !matches!(query.terms[*t].term.part, Part::Topic | Part::Date | Part::Number));
    told.map(|(_, t)| query.terms[t].weight * query.alike(sentence, t)).sum()
}

/// "Moved in 1926, two years after a pier had been built", asked when that was; not where the clause behind "after" has a date of its own.
fn before_or_after(query: &Query, sentence: usize) -> Option<Computed> {
    let annotation = &query.known.annotations[sentence];
    let reading = &annotation.reading;
    let (length, years, behind) = annotation.values.iter().find_map(|value| {
        let years = in_years(value)?;
        let rest = annotation.text[value.span.end..].trim_start();
        let sign = if rest.starts_with("after ") {
            -1
        } else if rest.starts_with("before ") {
            1
        } else {
            return None;
        };
        Some((value, sign * years, reading.within(value.span).end))
    })?;
    let (span, date) = dates(query, sentence).into_iter().rfind(|(span, _)| span.end <= length.span.start)?;
    let ends = |w: &usize| matches!(reading.words[*w].span.of(&annotation.text), "," | ";");
    let clause = behind + 1..(behind + 1..reading.words.len()).find(ends).unwrap_or(reading.words.len());
    let (told, asked) = (held(query, sentence, |w| !clause.contains(&w)), held(query, sentence, |w| clause.contains(&w)));
    let dated = dates(query, sentence).iter().any(|(span, _)| reading.within(*span).any(|w| clause.contains(&w)));
    if asked <= told || dated {
        return None;
    }
    let year = date.year()?.checked_add(years)?;
    Some(Computed {
        answer: year.to_string(),
        grounds: vec![(sentence, vec![span, length.core])],
        sum: format!("{} years from {date}: {year}", years.abs()),
    })
}

/// A whole number of years.
fn in_years(value: &Value) -> Option<i32> {
    match value.kind {
        ValueKind::Duration { amount, unit: TimeUnit::Year } if amount.low == amount.high && amount.low.fract() == 0.0 => {
            Some(amount.low as i32)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn a_date_is_counted_from_the_one_before() {
        check_answers(
            "= Orm Strike =\n\n== Course ==\n\nThe mayor yielded on 16 February and asked for soldiers. The steamer Velm anchored in the bay three days later.\n\n\
             == Aftermath ==\n\nIn May 1917 a firm from Kell was allowed to pump water. The permit was withdrawn the following March. \
             The court printed its report on 2 July 1919. The harbour dismissed Ada Merrow four days later. Merrow described the years in a memoir, which was \
             published in 1950 and won a medal the following year. In 1960, nine years before the lease was to end, the state took back the harbour. Ine Vold had been a clerk since \
             1909 and a mate for a year before she took charge of the ferry in July 1911. The pump was moved in 1926, two years after a pier had been built.\n",
            &[
                ("On what date did the steamer Velm anchor in the bay?", Some("19 February")),
                ("In which year was the permit withdrawn?", Some("1918")),
                ("In which month of which year was the permit withdrawn?", Some("March 1918")),
                ("When was Ada Merrow dismissed by the harbour?", Some("6 July 1919")),
                ("What year did the memoir win its medal?", Some("1951")),
                ("In what year was Merrow born?", None),
                ("When did the state take the harbour back?", Some("1960")),
                ("When did Ine Vold take charge of the ferry?", Some("July 1911")),
                ("When was the pier built?", Some("1924")),
            ],
        );
    }
}
