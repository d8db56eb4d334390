//! Lists: all the things that a question asks for, from one sentence that enumerates them or from several lines of one kind.

mod asked;
mod boxes;
mod included;
mod items;

use std::ops::Range;

use crate::answer::gather::gathered;
use crate::answer::method::{Case, Method, Trial};
use crate::answer::query::Query;
use crate::answer::series::{Series, series};
use crate::answer::spans::Candidate;
use crate::answer::types::{Fit, fit};
use crate::answer::vacuous::lacks_names;
use crate::answer::verdict::{Verdict, answered};
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::{Shape, Sign};
use crate::question::{Part, Question};
use crate::text::names::{Mention, NameKind};
use crate::text::{Pos, Span, Tag};
use asked::{Asked, wants_several};
use boxes::{boxed, line_of_things};
pub use included::included;
use items::listed;

/// A complete list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The items, `; ` between them.
    pub answer: String,
    /// The sentences they stand in, each with the items' places.
    pub grounds: Vec<(usize, Vec<Span>)>,
}

impl Listed {
    /// The list as an answer.
    fn told(self, confidence: f64) -> Verdict {
        answered(self.answer, self.grounds, confidence, "all items of an enumeration".into())
    }
}

/// How many of the nearest sentences are looked at.
const CLOSE: usize = 8;

/// The enumerations of the nearest sentences, and the lines of the infobox that list several things, each a trial; none where a number is asked for.
pub fn lists(case: &Case) -> Vec<Trial> {
    let question = case.question;
    let asked = Asked::new(question);
    let years = question.answer_type == "NUM:date" && asked.several;
    let one = asked.one && !asked.keywords && !asked.several;
    if question.answer_type.starts_with("NUM") && !years || one || !matches!(question.shape, Shape::Short | Shape::List) {
        return Vec::new();
    }
    case.evidence.iter().take(CLOSE).flat_map(|e| of_sentence(case, &asked, e.sentence)).collect()
}

/// What several sentences or lines say of one thing, where several things are asked for.
pub fn collected(case: &Case) -> Option<Verdict> {
    wants_several(case.question).then_some(())?;
    let found = gathered(case.question, case.query).or_else(|| boxed(case.question, case.query))?;
    (!lacks_names(case.question, &found.answer)).then(|| found.told(COLLECTED))
}

/// How sure it is that what several sentences or lines say is the list asked for.
const COLLECTED: f64 = 0.8;

/// How plainly some items are a list: two may be one thing.
fn several(items: usize) -> f64 {
    if items > 2 { 1.0 } else { 0.0 }
}

fn of_sentence(case: &Case, asked: &Asked, sentence: usize) -> Vec<Trial> {
    let (question, query) = (case.question, case.query);
    let annotation = &query.known.annotations[sentence];
    let all = series(annotation);
    let sole = all.len() == 1;
    let pieces = if all.is_empty() { &[][..] } else { &query.known.outline(sentence).candidates };
    let mut trials: Vec<Trial> = Vec::new();
    let own = all.into_iter().filter(|found| !lists_others(question, query, sentence, found));
    for found in own.map(|found| without_asked(query, sentence, found)) {
        let verdict = listed(question, query, sentence, &found).told(0.0);
        let mut trial = Trial::new(case, Method::List, several(found.items.len()), verdict);
        asked.signs(found.items.len(), &mut trial);
        own_signs(case, sentence, &found, pieces, &mut trial);
        trial.set(Sign::Sole, sole);
        let whole = trial.holds(Sign::NumberAgrees) || found.items.len() > 2 && !trial.holds(Sign::NumberDiffers);
        let plain = [Sign::AsksSeveral, Sign::Nearest].into_iter().all(|sign| trial.holds(sign));
        trial.set(Sign::Clear, sole && whole && plain && !trial.holds(Sign::OneDiffers));
        trials.push(trial);
    }
    trials.extend(line_of_things(question, query, sentence).map(|(found, items)| {
        let mut trial = Trial::new(case, Method::List, several(items), found.told(0.0));
        asked.signs(items, &mut trial);
        trial.set(Sign::Boxed, true);
        trial.set(Sign::Overlaps, case.ranked.first().is_some_and(|best| best.sentence == sentence));
        trial
    }));
    trials.retain(|trial| trial.verdict.answer.as_ref().is_some_and(|answer| !lacks_names(question, answer)));
    trials
}

/// Signs of the items of an enumeration.
fn own_signs(case: &Case, sentence: usize, found: &Series, pieces: &[Candidate], trial: &mut Trial) {
    let (question, query) = (case.question, case.query);
    let annotation = &query.known.annotations[sentence];
    let fits = fits(question, annotation, found, pieces);
    trial.set(Sign::Anchored, is_anchored(query, sentence, annotation, found));
    trial.set(Sign::AllExact, fits.iter().all(|fit| *fit == Fit::Exact));
    trial.set(Sign::OneExact, fits.contains(&Fit::Exact));
    // The types of names among names are often unknown.
    let capital = |item: &Range<usize>| annotation.reading.words[item.start].span.of(&annotation.text).starts_with(char::is_uppercase);
    let named = found.items.iter().all(capital) && fits.iter().any(|fit| *fit >= Fit::Fits);
    trial.set(Sign::OneDiffers, fits.contains(&Fit::Differs) && !named);
    trial.set(Sign::Repeats, repeats(query, sentence, found));
}

/// Whether a word that governs the list or stands right before it is one of the question.
fn is_anchored(query: &Query, sentence: usize, annotation: &Annotation, found: &Series) -> bool {
    let reading = &annotation.reading;
    let start = found.label.as_ref().map_or(found.items[0].start, |l| l.start);
    let inside = |w: usize| found.items.iter().any(|i| i.contains(&w));
    let head = found.items[0].clone().find(|&w| reading.words[w].head.is_none_or(|h| !found.items[0].contains(&h)));
    let above = head.into_iter().flat_map(|h| reading.ancestors(h).skip(1).take(3));
    let near: Vec<usize> =
        above.chain(start.saturating_sub(3)..start).chain(found.label.clone().into_iter().flatten()).filter(|&w| !inside(w)).collect();
    let said = |t: usize| query.terms[t].term.part != Part::Topic && query.terms[t].weight > 0.0;
    query.places(sentence).iter().any(|(w, t)| near.contains(w) && said(*t))
}

/// Whether an enumeration lists people of whom the question names one and asks for a thing, "the baker Ada Merrow and the diver Uma Tarn" for "Which books did Uma Tarn
/// write?"; or has something that was done as an item where people are asked for.
fn lists_others(question: &Question, query: &Query, sentence: usize, found: &Series) -> bool {
    let annotation = &query.known.annotations[sentence];
    let words = &annotation.reading.words;
    let named = |w: usize| query.places(sentence).iter().any(|&(place, t)| place == w && query.terms[t].is_name());
    let person = |item: &Range<usize>| {
        let own =
            |name: &&Mention| name.kind == NameKind::Person && words[item.start].span.cover(words[item.end - 1].span).contains(name.core);
        annotation.names.iter().find(own).is_some_and(|name| annotation.reading.within(name.core).all(named))
    };
    let done = |item: &Range<usize>| words[item.start].tag == Tag::Vbg && words[item.start].pos == Pos::Verb;
    match question.answer_type.split(':').next() {
        Some("ENTY" | "LOC") => found.items.iter().any(person),
        Some("HUM") => found.items.iter().any(done),
        _ => false,
    }
}

/// An enumeration without the items that the question names itself, where two or more are left: "who signed it beside Pask?", of "Pask, Merrow and Trask".
fn without_asked(query: &Query, sentence: usize, found: Series) -> Series {
    let words = &query.known.annotations[sentence].reading.words;
    let asked = |t: usize| matches!(query.terms[t].term.part, Part::Name | Part::Topic);
    let named: Vec<usize> = query.places(sentence).iter().copied().filter(|(_, t)| asked(*t)).map(|(w, _)| w).collect();
    let is_asked = |item: &Range<usize>| item.clone().all(|w| named.contains(&w) || words[w].pos == Pos::Punct);
    let items: Vec<Range<usize>> = found.items.iter().filter(|item| !is_asked(item)).cloned().collect();
    let text = &query.known.annotations[sentence].text;
    let named = |item: &Range<usize>| item.clone().any(|w| words[w].span.of(text).starts_with(char::is_uppercase));
    if items.len() > 1 && items.iter().all(named) { Series { items, ..found } } else { found }
}

/// Whether an item repeats what the question says.
fn repeats(query: &Query, sentence: usize, found: &Series) -> bool {
    let said = |t: usize| matches!(query.terms[t].term.part, Part::Name | Part::Topic | Part::Verb);
    query.places(sentence).iter().any(|(w, t)| said(*t) && found.items.iter().any(|i| i.contains(w)))
}

/// How well each item agrees with the type asked for, by the best of the sentence's pieces within it.
fn fits(question: &Question, annotation: &Annotation, found: &Series, pieces: &[Candidate]) -> Vec<Fit> {
    let best = |item: &Range<usize>| {
        let within = |c: &&Candidate| item.start <= c.words.start && c.words.end <= item.end;
        pieces.iter().filter(within).map(|c| fit(&question.answer_type, annotation, c)).max().unwrap_or(Fit::Open)
    };
    found.items.iter().map(best).collect()
}
