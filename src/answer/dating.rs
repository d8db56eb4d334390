//! Dating: when something was, by the document's answer to the question for it, and what follows from that.

use crate::answer::apart::{self, Side};
use crate::answer::evidence::Evidence;
use crate::answer::happening::{Dated, dates, held, terms_within, when};
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::reply::Status;
use crate::answer::support::coverage;
use crate::answer::verdict::{Verdict, reckoned, verdict};
use crate::answer::{Considered, Context, age, consider, elapsed, order};
use crate::document::Kind;
use crate::knowledge::Knowledge;
use crate::question::{Part, Question, Utterance, understand};
use crate::text::values::{Date, values};
use crate::text::{Pos, Relation, Span};

/// When something was, and how sure that is.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The date, and what it rests on.
    pub dated: Dated,
    /// How sure it is, 0 to 1.
    pub sure: f64,
    /// The share of the question's terms that the sentence which tells it holds.
    pub held: f64,
}

/// How sure a date must be to reckon with it, and how sure where the sentence that holds most of the words gives the same.
const SURE: f64 = 0.6;
const SURE_ALIKE: f64 = 0.45;
/// The least share of the words that this sentence must hold.
const MOST: f64 = 0.75;

/// What follows from the dates of the things that a question names, each told as surely as if it were asked for: how long it was between two, which of two came
/// first, how old the document's topic was. `None` where it asks for none of these, or a date is not sure.
pub fn by_dates(knowledge: &Knowledge, question: &Question, query: &Query, evidence: &[Evidence], context: &Context) -> Option<Verdict> {
    let sure = |side: &Side| {
        let told = told(knowledge, &side.asked, context)?;
        let agrees = || told.sure >= SURE_ALIKE && agrees(question, query, side, &told.dated);
        (told.sure >= SURE || agrees()).then_some(told)
    };
    let both = |[one, two]: &[Side; 2]| Some((sure(one)?, sure(two)?));
    if let Some((one, two)) = apart::sides(question).as_ref().and_then(both) {
        return elapsed::between(question, &one.dated, &two.dated).map(|found| reckoned(found, one.sure.min(two.sure)));
    }
    if let Some(sides) = order::offered(question) {
        let (one, two) = both(&sides)?;
        return order::which_first(question, &sides, &one.dated, &two.dated).map(|found| reckoned(found, one.sure.min(two.sure)));
    }
    let told = age::for_date(question, query).and_then(|asked| told(knowledge, &asked, context)).filter(|told| told.sure >= SURE)?;
    let given = age::given(question, query, evidence).is_some_and(|(sentence, _)| coverage(query, sentence) >= told.held);
    age::aged(query, &told.dated).filter(|_| !given).map(|found| reckoned(found, told.sure))
}

/// Whether the sentence that holds most of a side's words gives the same date.
fn agrees(question: &Question, query: &Query, side: &Side, dated: &Dated) -> bool {
    let own = |t: &usize| side.words.start <= question.terms[*t].words.0 && question.terms[*t].words.1 <= side.words.end;
    let all: Vec<usize> = (0..query.terms.len()).filter(own).collect();
    let nearest = when(query, &terms_within(question, query, side.words.clone()));
    nearest.is_some_and(|other| other.date == dated.date && held(query, other.told, &all) >= MOST)
}

/// The least share of a term, by meaning, that a sentence must hold where the document does not know it.
const ENOUGH: f64 = 0.5;

/// When that was for which `asked` asks ("when did she land?"), if the document answers with a date that has a year. Nothing counts as said before: a date may be
/// reckoned with again.
pub fn told(knowledge: &Knowledge, asked: &str, context: &Context) -> Option<Told> {
    let first = knowledge.sources.first()?;
    let Utterance::Question(question) = understand(&knowledge.rules, &first.vocabulary, &first.topic, asked) else { return None };
    let context = Context { without: Vec::new(), ..context.clone() };
    let Considered { query, evidence, mut ranked, .. } = consider(knowledge, &question, &context, 0)?;
    let tells = |r: &Ranked| tells(&query, r.sentence);
    if ranked.iter().any(tells) {
        ranked.retain(tells);
    }
    let found = verdict(&question, &query, &evidence, &ranked, &knowledge.rules.ranking);
    let dated = dated(&question, &query, &found)?;
    let held = coverage(&query, dated.told);
    Some(Told { dated, sure: found.confidence, held })
}

/// Whether a sentence has every verb of the question that says something, at least by its meaning.
fn tells(query: &Query, sentence: usize) -> bool {
    let verb = |t: &usize| query.terms[*t].term.part == Part::Verb && query.terms[*t].term.weight >= 1.0;
    (0..query.terms.len()).filter(verb).all(|t| query.alike(sentence, t) >= ENOUGH)
}

/// The date that a verdict tells.
fn dated(question: &Question, query: &Query, found: &Verdict) -> Option<Dated> {
    let (sentence, places) = found.grounds.first().filter(|_| found.status == Status::Answered && question.answer_type == "NUM:date")?;
    let (sentence, place) = (*sentence, *places.first()?);
    if (0..query.terms.len()).any(|t| is_unheard(question, query, sentence, t)) || names_a_noun(query, sentence, place) {
        return None;
    }
    let own = dates(query, sentence).into_iter().find(|(span, _)| span.overlaps(place));
    let reckoned = || found.answer.as_deref().and_then(|answer| values(answer).into_iter().find_map(|v| v.kind.date().cloned()));
    let (span, date) = own.or_else(|| reckoned().map(|date| (place, date)))?;
    let at = matches!(date, Date::At(moment) if moment.year().is_some());
    at.then_some(Dated { told: sentence, sentence, span, date })
}

/// Whether a term is something that the document does not know, nor the sentence anything like it.
fn is_unheard(question: &Question, query: &Query, sentence: usize, term: usize) -> bool {
    // "The date of the talk" is told without these words.
    const PLAIN: [&str; 6] = ["date", "day", "moment", "month", "time", "year"];
    let bound = &query.terms[term];
    let plain = PLAIN.contains(&question.reading.words[bound.term.words.0].lemma.as_str());
    matches!(bound.term.part, Part::Other | Part::Focus) && bound.count == 0 && !plain && query.alike(sentence, term) < ENOUGH
}

/// Whether a date only says which one a noun means: "the 2016 tax" tells nothing of when, but "during the 2016 strike" does.
fn names_a_noun(query: &Query, sentence: usize, date: Span) -> bool {
    let reading = &query.known.annotations[sentence].reading;
    let prose = matches!(query.known.document.sentences[sentence].kind, Kind::Prose | Kind::Item | Kind::Quotation);
    let timed =
        |noun: usize| reading.child(noun, Relation::Case).is_some_and(|c| matches!(reading.words[c].lemma.as_str(), "at" | "during"));
    let noun = |w: usize| reading.words[w].head.filter(|&h| h > w && reading.words[h].pos == Pos::Noun);
    prose && reading.within(date).filter_map(noun).any(|noun| !timed(noun))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn both_dates_are_told_surely() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow (born 3 May 1950) was a diver and potter of Orm. She joined the harbour choir in June 1968. Her kiln was built in 1972. \
             The kiln was closed on 4 March 1990.\n\nIn 1975, aged twenty-five, she made her first dive in the quarry. She made her first dive off Kell on 9 \
             August 1981. The quarry was flooded in 1996.\n\nThe Potters' League was banned in 1961, and she sold her boat in 1999. She opposed the 2004 tax.\n",
            &[
                ("How many years passed between her joining the harbour choir and the building of her kiln?", Some("4 years")),
                ("How many years after the kiln was built was it closed?", Some("18 years")),
                ("How many years separate the building of the kiln from the flooding of the quarry?", Some("24 years")),
                ("potters' league ban years before quarry flood", Some("35 years")),
                // One of the two things is unknown, or not dated.
                ("years between ban and relegalisation of the Potters' League", None),
                ("How many years passed between the flood of the quarry and the sale of her house?", None),
                ("How many years lie between the closing of the kiln and the 2004 tax?", None),
            ],
        );
    }

    #[test]
    fn an_age_is_that_at_the_event_asked_about() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow (born 3 May 1950) was a diver of Orm.\n\nIn 1975, aged twenty-five, she made her first dive in the quarry. She made her \
             first dive off Kell on 9 August 1981.\n",
            &[
                ("How old was she when she made her first dive off Kell?", Some("31")),
                ("How old was she when she made her first dive in the quarry?", Some("25")),
            ],
        );
    }
}
