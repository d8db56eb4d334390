//! Tenure: from when to when something held, by the span of years that a line of the infobox gives behind a name: "Party: Harbour League (2017–2021)".

use crate::answer::compute::Computed;
use crate::answer::elapsed::{is_end, is_start, length, unit};
use crate::answer::happening::Dated;
use crate::answer::now::asks_of_now;
use crate::answer::query::{Bound, Query};
use crate::document::Kind;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::values::{Date, Moment, Value};
use crate::text::{Pos, Span, Word};

/// Verbs of making something, which tell nothing of belonging to it.
const FOUNDING: [&str; 7] = ["build", "create", "establish", "form", "found", "launch", "open"];

/// What a line of the infobox says of when something began or ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Tenure {
    /// The date or the length of time that is asked for.
    Told(Computed),
    /// It goes on: the line says from when, and no end.
    GoesOn,
}

/// The span of years behind the names of a question that asks when that began or ended, or how long it lasted, and says nothing else.
pub fn tenure(question: &Question, query: &Query) -> Option<Tenure> {
    let names: Vec<usize> = (0..query.terms.len()).filter(|&t| query.terms[t].is_name()).collect();
    let counts = unit(question.folded_words());
    let asks = counts.is_some() || question.answer_type == "NUM:date";
    // When a party was founded is not when somebody joined it.
    let founds = |w: &Word| w.pos == Pos::Verb && FOUNDING.contains(&w.lemma.as_str());
    if question.reading.words.iter().any(founds) {
        return None;
    }
    if names.is_empty() || !asks || !query.terms.iter().all(|b| b.is_name() || is_plain(question, b)) {
        return None;
    }
    let (sentence, place, date) = (0..query.known.annotations.len()).find_map(|s| behind(query, s, &names))?;
    let verb = |is: fn(&str) -> bool| question.reading.words.iter().any(|w| w.pos == Pos::Verb && is(&w.lemma));
    let (from, to) = match date {
        Date::Range(from, to) => (from, Some(to)),
        Date::Since(from) => (from, None),
        _ => return None,
    };
    let dated = |moment: Moment| Dated { told: sentence, sentence, span: place, date: Date::At(moment) };
    let told = |answer: String| {
        Tenure::Told(Computed { answer, grounds: vec![(sentence, vec![place])], sum: "a line of the infobox gives it".into() })
    };
    match (counts, to) {
        (Some(unit), Some(to)) => length(&dated(from), &dated(to), unit).map(Tenure::Told),
        (Some(_), None) => None,
        (None, Some(to)) if verb(is_end) => Some(told(Date::At(to).to_string())),
        (None, None) if verb(is_end) => Some(Tenure::GoesOn),
        (None, _) if verb(is_start) => Some(told(Date::At(from).to_string())),
        _ => Some(told(place.of(&query.known.annotations[sentence].text).to_string())),
    }
}

/// Who or what a line of the infobox gives for the time that a question asks about, where it says nothing else: "Harbour League (2017–2021)" for "Which party was she
/// in in 2019?", "Orm Alliance (2021–present)" for "Which party is she in today?"
pub fn held_then(question: &Question, query: &Query) -> Option<Computed> {
    let focus = question.focus.map(|focus| fold(&question.reading.words[focus].lemma).into_owned())?;
    let now = asks_of_now(question);
    let then = match &question.dates[..] {
        [] | [Date::Relative(_)] if now => None,
        [date] if date.earliest().is_some() => Some(date),
        _ => return None,
    };
    let plain = |b: &Bound| {
        let asked = question.focus.is_some_and(|focus| (b.term.words.0..b.term.words.1).contains(&focus));
        asked || b.term.part == Part::Date || is_plain(question, b) || now && b.count == 0
    };
    if !query.terms.iter().all(plain) {
        return None;
    }
    let covers = |span: &Date| match (then, span) {
        (None, span) => matches!(span, Date::Since(_)),
        (Some(Date::Since(from)), Date::Since(start)) => Date::At(*from).overlaps(&Date::At(*start)),
        (Some(Date::At(at)), span) => span.contains(&Date::At(*at)),
        (Some(Date::Range(..)), span) => then.is_some_and(|asked| asked == span),
        _ => false,
    };
    let document = &query.known.document;
    let lines = document.sentences.iter().enumerate().filter_map(|(place, sentence)| match sentence.kind {
        Kind::Infobox { key, .. } if fold(document.quote(key)).ends_with(&*focus) => Some(place),
        _ => None,
    });
    let named = lines.flat_map(|line| {
        let annotation = &query.known.annotations[line];
        let dated = annotation.values.iter().filter(|v| v.kind.date().is_some_and(covers));
        // The name is what stands before the bracket: "Orm Alliance (2021–present)".
        let name = move |v: &Value| {
            let before = annotation.text[..v.core.start].trim_end_matches(['(', ' ']);
            let start = before.rfind([':', ',', ';', ')']).map_or(0, |at| at + 1);
            let start = start + before[start..].len() - before[start..].trim_start().len();
            (start < before.len()).then_some((line, Span::new(start, before.len())))
        };
        dated.filter_map(name)
    });
    let told: Vec<(usize, Span)> = named.collect();
    let &[(line, span)] = &told[..] else { return None };
    let answer = span.of(&query.known.annotations[line].text).to_string();
    Some(Computed { answer, grounds: vec![(line, vec![span])], sum: "a line of the infobox gives it".into() })
}

/// Whether a span of years behind the names of a question, which says nothing else, goes on, and the line.
pub fn lasts(question: &Question, query: &Query) -> Option<(bool, usize)> {
    let names: Vec<usize> = (0..query.terms.len()).filter(|&t| query.terms[t].is_name()).collect();
    let plain = |b: &Bound| b.is_name() || is_plain(question, b) || b.term.word == "still";
    if names.is_empty() || !query.terms.iter().all(plain) {
        return None;
    }
    let (sentence, _, date) = (0..query.known.annotations.len()).find_map(|s| behind(query, s, &names))?;
    match date {
        Date::Since(_) => Some((true, sentence)),
        Date::Range(..) => Some((false, sentence)),
        _ => None,
    }
}

/// Whether a term says nothing of what held, only that it did: "year", "member", "joined", the topic.
fn is_plain(question: &Question, bound: &Bound) -> bool {
    const PLAIN: [&str; 16] = [
        "be",
        "belong",
        "date",
        "day",
        "during",
        "hold",
        "long",
        "member",
        "membership",
        "month",
        "period",
        "remain",
        "spend",
        "stay",
        "time",
        "year",
    ];
    let lemma = fold(&question.reading.words[bound.term.words.0].lemma);
    let verb = bound.term.part == Part::Verb && (is_start(&lemma) || is_end(&lemma));
    bound.term.part == Part::Topic || verb || PLAIN.contains(&lemma.as_ref())
}

/// The span of years in a line of the infobox that stands behind all the names, with nothing else of its kind between.
fn behind(query: &Query, sentence: usize, names: &[usize]) -> Option<(usize, Span, Date)> {
    let known = query.known;
    matches!(known.document.sentences[sentence].kind, Kind::Infobox { .. }).then_some(())?;
    let annotation = &known.annotations[sentence];
    let places = query.places(sentence);
    let mut start = 0;
    for value in &annotation.values {
        let Some(date) = value.kind.date().filter(|d| matches!(d, Date::Range(..) | Date::Since(_))) else { continue };
        let own = |w: usize| (start..value.span.start).contains(&annotation.reading.words[w].span.start);
        if names.iter().all(|name| places.iter().any(|(w, t)| t == name && own(*w))) {
            return Some((sentence, value.core, date.clone()));
        }
        start = value.span.end;
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn spans_of_years_tell_when_and_how_long() {
        check_answers(
            "= Ada Merrow =\n\n- Party: Orm Alliance (2021–present)\n- Other party: Harbour Labour League (2017–2021)\n\nAda Merrow is a docker of Orm. \
                    She stood for the HLL (Harbour Labour League) at the fair.\n",
            &[
                ("How long was she a member of the Harbour Labour League?", Some("4 years")),
                ("how many years HLL member", Some("4 years")),
                ("When did she join the HLL?", Some("2017")),
                ("In what year did she leave the HLL?", Some("2021")),
                ("When did she join Orm Alliance?", Some("2021")),
                ("When did she leave Orm Alliance?", None),
                ("Which party has she belonged to since 2021?", Some("Orm Alliance")),
                ("Which party does she belong to today?", Some("Orm Alliance")),
                ("Which party was she a member of in 2019?", Some("Harbour Labour League")),
                ("Which party was she a member of in 2010?", None),
            ],
        );
    }
}
