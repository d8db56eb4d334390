//! Born: the year in which somebody other than the document's topic was born, by the age that a dated sentence gives.

use crate::answer::age::owner;
use crate::answer::compute::Computed;
use crate::answer::happening::dates;
use crate::answer::query::Query;
use crate::question::{Question, Term};
use crate::text::fold::fold;
use crate::text::values::{Date, Value, ValueKind};
use crate::text::wordnet::is_mainly;
use crate::text::{Pos, Relation};

/// The year of birth of whom a question names, from the one sentence that gives an age and a date and is about nobody else: one of two years, as the birthday is
/// not known. `None` where the document tells of that birth itself.
pub fn born_by_age(question: &Question, query: &Query) -> Option<Computed> {
    let birth = |lemma: &str| matches!(lemma, "bear" | "birth" | "born");
    if question.answer_type != "NUM:date" || !question.reading.words.iter().any(|w| birth(&w.lemma)) {
        return None;
    }
    let names: Vec<usize> = (0..query.terms.len()).filter(|&t| query.terms[t].is_name()).collect();
    let plain = |term: &Term| {
        matches!(question.reading.words[term.words.0].lemma.as_str(), "date" | "year") || birth(&question.reading.words[term.words.0].lemma)
    };
    if names.is_empty() || !query.terms.iter().all(|b| b.is_name() || plain(b.term)) {
        return None;
    }
    let about: Vec<usize> = (0..query.known.index.len()).filter(|&s| names.iter().all(|&t| query.holds(s, t) > 0.0)).collect();
    let words = |s: usize| &query.known.annotations[s].reading.words;
    let tells =
        |s: usize| words(s).iter().any(|w| birth(&w.lemma)) || dates(query, s).iter().any(|(_, date)| matches!(date, Date::Range(..)));
    if about.iter().any(|&s| tells(s)) {
        return None;
    }
    about.into_iter().find_map(|s| aged(query, s, &names))
}

/// The year before and that of the only date of a sentence, less the only age that it gives, if it names nobody but whom the question does.
fn aged(query: &Query, sentence: usize, names: &[usize]) -> Option<Computed> {
    let annotation = &query.known.annotations[sentence];
    let ages: Vec<&Value> = annotation.values.iter().filter(|v| matches!(v.kind, ValueKind::Age(_))).collect();
    let ([age], [(place, date @ Date::At(_))]) = (&ages[..], &dates(query, sentence)[..]) else { return None };
    let reading = &annotation.reading;
    let start = reading.within(age.core).start;
    let named = |w: usize| query.places(sentence).iter().any(|(p, t)| *p == w && names.contains(t));
    let asked = |name: String| names.iter().any(|&t| fold(&name).contains(&*fold(&query.terms[t].term.word)));
    let owner = owner(query, sentence, age);
    let owned = owner.is_some();
    if owner.is_some_and(|name| !asked(name)) {
        return None;
    }
    // The nearest name before the age is whose age it is.
    let person = (0..start).rev().find(|&w| {
        reading.words[w].pos == Pos::Propn && query.known.cast.referents(sentence).iter().any(|r| (r.first..r.end).contains(&w))
    });
    if !owned && person.is_some_and(|w| !named(w)) && !names.iter().all(|&t| query.means(sentence, t)) {
        return None;
    }
    // "Her son, aged 20" is somebody else.
    let last = (0..start).rev().find(|&w| named(w) || reading.words[w].pos == Pos::Pron).unwrap_or(0);
    let other = |w: usize| {
        reading.words[w].pos == Pos::Noun && ["person", "relative"].iter().any(|class| is_mainly(&reading.words[w].lemma, class))
    };
    let owns = |w: usize| reading.words[w].relation == Relation::NmodPoss && w > last;
    if !owned && (last..start).any(|w| other(w) || owns(w)) {
        return None;
    }
    let year = date.year()? - age.kind.amount().filter(|a| !a.is_range())?.low as i32;
    Some(Computed {
        answer: format!("{} or {year}", year - 1),
        grounds: vec![(sentence, vec![*place, age.core])],
        sum: format!("{} in {date}", age.core.of(&annotation.text)),
    })
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn an_age_tells_of_two_years_of_birth() {
        check_answers(
            "= Orm Guild =\n\nBela Trask was granted a pension in 1934, at the age of 66. Olin Pask was fined in 1950; his son, aged 20, had stolen a boat. Tove Marl was \
             born on the island of Velm in 1901. She retired in 1961, aged 60.\n",
            &[
                ("In which year was Bela Trask born?", Some("1867 or 1868")),
                ("bela trask year of birth", Some("1867 or 1868")),
                ("When was Tove Marl born?", Some("1901")),
                ("In what year was Olin Pask born?", None),
            ],
        );
    }
}
