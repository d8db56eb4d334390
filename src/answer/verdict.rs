//! The verdict: whether the evidence is an answer.

use crate::answer::about::about;
use crate::answer::accusation::accusation;
use crate::answer::age::age_at;
use crate::answer::appointed::appointed;
use crate::answer::bars::{is_barred, is_of_another, is_told_of_asked};
use crate::answer::cell::cell;
use crate::answer::compute::{Computed, reckon};
use crate::answer::counting::counted_date;
use crate::answer::deed::source;
use crate::answer::defined::{defined, definition, named};
use crate::answer::elapsed::{counted, counts_time, date_meant};
use crate::answer::epithet;
use crate::answer::evidence::Evidence;
use crate::answer::existence::existing;
use crate::answer::expansion::expansion;
use crate::answer::explanation::{explanations, stated_cause};
use crate::answer::fame::fame;
use crate::answer::fuller::{
    asked_part, bounded, enumeration, exemplified, fullest, joined, name_beside, together, whole_of_kind, with_respect,
};
use crate::answer::infobox::{KEYED, stated, told_otherwise};
use crate::answer::kin::{is_subject, lacks_kin, one_of_family, relation, relative};
use crate::answer::lifespan::life_date;
use crate::answer::lists::{collected, included, lists};
use crate::answer::method::{Case, Method, Trial, says};
use crate::answer::nationality::nationality;
use crate::answer::origin::hailing;
use crate::answer::plain::is_said_plainly;
use crate::answer::professed::professed;
use crate::answer::query::{Bound, Query};
use crate::answer::quoted::quoted;
use crate::answer::rank::{Ranked, least_fit};
use crate::answer::reaction::reaction;
use crate::answer::reply::Status;
use crate::answer::said::said;
use crate::answer::somebody::{former_occupation, is_plain, meant, occupation, own_occupation};
use crate::answer::spans::Form;
use crate::answer::stance::{offers_sides, side, stance};
use crate::answer::succession::succession;
use crate::answer::sums::remainder;
use crate::answer::support::{closeness, coverage};
use crate::answer::tenure::{Tenure, held_then, tenure};
use crate::answer::titled::titled;
use crate::answer::types::Fit;
use crate::answer::unclear::{of_nobody, unnamed};
use crate::answer::whereabouts::{bracketed, whereabouts};
use crate::answer::whole::{fate, is_on_topic, summary, tells_more_than_numbers};
use crate::answer::yes_no::{choice, judge};
use crate::knowledge::rules::{Feature, Ranking, Shape, Sign};
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::values::{Date, ValueKind};
use crate::text::{Relation, Span};

/// What was decided.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The status.
    pub status: Status,
    /// The short answer.
    pub answer: Option<String>,
    /// The sentences it rests on, best first, each with where the answer stands in it.
    pub grounds: Vec<(usize, Vec<Span>)>,
    /// How sure, 0 to 1.
    pub confidence: f64,
    /// For an unknown, what failed.
    pub reason: Option<String>,
    /// For a person to read.
    pub story: String,
}

/// Decides on a question from its evidence and ranked candidates.
pub fn verdict(question: &Question, query: &Query, evidence: &[Evidence], ranked: &[Ranked], ranking: &Ranking) -> Verdict {
    if question.shape == Shape::Document {
        return about(question, query, evidence);
    }
    if let Some(missing) =
        missing_name(query).filter(|_| !matches!(question.shape, Shape::YesNo | Shape::Choice | Shape::Short | Shape::List | Shape::Count))
    {
        return unknown(not_mentioned(&missing), "a name of the question stands nowhere in the document");
    }
    if let Some(words) = of_nobody(question, query).or_else(|| unnamed(question)) {
        return unknown(
            format!("the question does not say who or what is meant by “{words}”"),
            "words that mean nobody, or one of several",
        );
    }
    let Some(best) = evidence.first().filter(|_| query.weight(|_| true) > 0.0) else {
        return unknown("no word of the question stands in the document".into(), "no evidence");
    };
    if let Some(quotation) =
        quotation(question, query, evidence).filter(|_| matches!(question.shape, Shape::Quote | Shape::Short | Shape::Manner))
    {
        return quotation;
    }
    if let Some(told) = relation(question, query) {
        return told;
    }
    if let Some(told) = relative(question, query, evidence).or_else(|| one_of_family(question, query, evidence)) {
        return told;
    }
    let told = professed(question, query)
        .or_else(|| stated(question, query))
        .or_else(|| told_otherwise(question, query))
        .or_else(|| fame(question, query));
    if let Some(told) = told.or_else(|| accusation(question, query)).or_else(|| reaction(question, query, evidence)) {
        return told;
    }
    let case = &Case::new(question, query, evidence, ranked, ranking);
    if offers_sides(question) {
        let untold = || unknown("no sentence tells on which side".into(), "neither for nor against");
        return side(question, query, evidence).unwrap_or_else(untold);
    }
    match question.shape {
        Shape::YesNo => yes_no(question, query, evidence, ranking),
        Shape::Choice => chosen(question, query, evidence).unwrap_or_else(|| {
            let found = short(case);
            let offered = found.answer.as_deref().is_none_or(|answer| is_offered(question, answer));
            if offered { found } else { unknown("no sentence has one of the things to choose from".into(), "none of the options") }
        }),
        Shape::Topic if coverage(query, best.sentence) == 0.0 => {
            unknown("no word of the question stands in the document".into(), "nothing to tell of")
        }
        Shape::Summary | Shape::Topic => remainder(question, query, evidence)
            .map(|computed| reckoned(computed, 0.7))
            .or_else(|| fate(question, query).map(|last| Verdict { confidence: 0.7, ..whole_sentences(query, &[last]) }))
            .or_else(|| tried(case).filter(says))
            .or_else(|| told_of(case))
            .unwrap_or_else(|| unknown("no sentence tells of it".into(), "nothing to sum up")),
        Shape::Definition => defined(case).unwrap_or_else(|| span(case)),
        Shape::Expansion => {
            expansion(question, query).or_else(|| Some(short(case))).filter(says).or_else(|| defined(case)).unwrap_or_else(|| span(case))
        }
        Shape::Reason | Shape::Manner => stated_cause(question, query, evidence).or_else(|| tried(case)).unwrap_or_else(|| {
            let told = if question.shape == Shape::Reason { "gives a reason" } else { "tells how" };
            unknown(format!("no sentence near the question {told}"), "no clause of the asked kind")
        }),
        Shape::Quote => unknown("no words are quoted in the nearest sentences".into(), "no quotation"),
        Shape::AgeAt => match age_at(question, query, evidence) {
            Some(computed) => reckoned(computed, coverage(query, best.sentence)),
            None => unknown("the document does not give both the birth and the date of the event".into(), "nothing to reckon with"),
        },
        _ => {
            let found = short(case);
            if says(&found) { found } else { named(case).unwrap_or(found) }
        }
    }
}

/// The answers that are found in another way than by ranking pieces of sentences, and that are not reckoned.
pub fn trials(case: &Case) -> Vec<Trial> {
    match case.question.shape {
        Shape::Definition => definition(case).into_iter().collect(),
        Shape::Reason | Shape::Manner => explanations(case),
        Shape::Summary | Shape::Topic => {
            let found = summary(case.question, case.query, case.evidence);
            let told = if found.first().is_some_and(|&first| tells_more_than_numbers(case.question, case.query, first)) {
                whole_sentences(case.query, &found)
            } else {
                unknown("no sentence tells of it".into(), "nothing but numbers and small words")
            };
            vec![Trial::new(case, Method::Summary, 1.0, told)]
        }
        _ => lists(case),
    }
}

/// The surest of them, weighed.
fn tried(case: &Case) -> Option<Verdict> {
    let found = trials(case).into_iter().filter(|trial| says(&trial.verdict)).collect();
    surest(found, case.ranking).map(|trial| trial.weighed(case.ranking))
}

/// The trial that most speaks for.
fn surest(trials: Vec<Trial>, ranking: &Ranking) -> Option<Trial> {
    let sure = |trial: &Trial| trial.confidence(ranking);
    trials.into_iter().reduce(|a, b| if sure(&b) > sure(&a) { b } else { a })
}

/// A short answer: computed, or a complete list, or the best span.
fn short(case: &Case) -> Verdict {
    let Case { question, query, evidence, ranked, ranking, .. } = *case;
    let tenure = tenure(question, query);
    if let Some(Tenure::GoesOn) = tenure {
        return unknown("the document gives no end".into(), "a line of the infobox says that it goes on");
    }
    let reckoned_of_them = |computed: &Computed| !is_of_somebody_else(query, computed);
    let lived = life_date(question, query);
    let reckons = lived.is_none() && tenure.is_none() && missing_name(query).is_none();
    let computed = if reckons { reckon(question, query, evidence) } else { None };
    if let Some(computed) = computed.filter(reckoned_of_them) {
        return reckoned(computed, 0.7);
    }
    if let Some(held) = held_then(question, query) {
        return reckoned(held, 0.8);
    }
    if let Some(told) = cell(question, query)
        .or_else(|| nationality(question, query))
        .or_else(|| former_occupation(question, query))
        .or_else(|| own_occupation(question, query))
        .or_else(|| succession(question, query))
        .or_else(|| appointed(question, query))
        .or_else(|| titled(question, query))
        .or_else(|| hailing(question, query))
        .or_else(|| said(question, query))
        .or_else(|| source(question, query, evidence))
        .or_else(|| occupation(question, query, evidence))
        .or_else(|| meant(question, query, evidence))
        .or_else(|| included(question, query))
        .or_else(|| whereabouts(question, query).or_else(|| bracketed(question, query)))
        .or_else(|| stance(question, query, evidence))
    {
        return told;
    }
    let verdict = span(case);
    let elsewhere = |life: &Computed| verdict.grounds.first().is_some_and(|(sentence, _)| *sentence != life.grounds[0].0);
    let repeats = |life: &Computed| elsewhere(life) && verdict.answer.as_ref().is_some_and(|answer| answer.contains(&life.answer));
    if let Some(life) = lived.filter(|life| !repeats(life)) {
        return reckoned(life, 0.9);
    }
    if let Some(Tenure::Told(told)) = tenure {
        let alike = |answer: &String| told.answer.split('–').any(|year| answer.contains(year));
        let elsewhere = verdict.grounds.first().is_some_and(|(s, _)| *s != told.grounds[0].0);
        return if elsewhere && verdict.answer.as_ref().is_some_and(alike) { verdict } else { reckoned(told, 0.8) };
    }
    let nearest = evidence.first().map(|e| e.sentence);
    if let Some(computed) =
        counted_date(question, query, evidence).filter(|_| !says(&verdict) || ranked.first().map(|r| r.sentence) == nearest)
    {
        return reckoned(computed, 0.7);
    }
    let barred = |list: &Trial| {
        let (sentence, spans) = &list.verdict.grounds[0];
        let about = |span: &Span| is_subject(question, query, *sentence, *span) || is_told_of_asked(question, query, *sentence, *span);
        is_of_another(question, query, *sentence) || spans.iter().any(about)
    };
    let list = surest(lists(case), ranking).filter(|list| !barred(list));
    let completes = |list: &Trial| {
        let several = !list.holds(Sign::AsksOne) && !list.holds(Sign::OneDiffers);
        several && list.holds(Sign::Overlaps)
    };
    let better = |list: &Trial| !says(&verdict) || list.confidence(ranking) > verdict.confidence || completes(list);
    if let Some(list) = list.filter(better).map(|list| list.weighed(ranking)).filter(says) {
        return list;
    }
    if let Some(list) = collected(case) {
        return list;
    }
    let Some(best) = ranked.first().filter(|_| verdict.status == Status::Answered) else { return verdict };
    let confidence = verdict.confidence;
    let value = match best.candidate.form {
        Form::Value(place) => Some(&query.known.annotations[best.sentence].values[place].kind),
        _ => None,
    };
    match value {
        Some(ValueKind::Number(_) | ValueKind::Date(_)) if counts_time(question) => {
            unknown("no length of time stands in the nearest sentences".into(), "a count of something else, or a date")
        }
        Some(ValueKind::Date(Date::Relative(_))) => {
            let meant = date_meant(question, query, best.sentence, best.candidate.span).map(|computed| reckoned(computed, confidence));
            let exact = question.precision.is_some() || question.folded_words().iter().any(|word| word == "year");
            let vague = || if exact { unknown("the date it is counted from is not given".into(), "counted from nothing") } else { verdict };
            meant.unwrap_or_else(vague)
        }
        Some(ValueKind::Date(date)) if date.year().is_none() && question.precision.is_none() && is_of_that_year(query, best) => {
            date_meant(question, query, best.sentence, best.candidate.span).map_or(verdict, |computed| reckoned(computed, confidence))
        }
        Some(ValueKind::Date(_))
            if question.answer_type == "NUM:date" && (question.constraints.rank.is_none() || ranks(query, best.sentence)) =>
        {
            counted(question, query, best.sentence, best.candidate.span).map_or(verdict, |computed| reckoned(computed, confidence))
        }
        _ => verdict,
    }
}

/// Whether the text says of a date that it was in a year that was told before: "November of that year".
fn is_of_that_year(query: &Query, date: &Ranked) -> bool {
    let behind = fold(&query.known.annotations[date.sentence].text[date.candidate.span.end..]);
    ["of that year", "of the same year", "that year", "the same year"].iter().any(|words| behind.trim_start().starts_with(words))
}

/// Whether a sentence has a place in an order: "the second mill".
fn ranks(query: &Query, sentence: usize) -> bool {
    query.known.annotations[sentence].values.iter().any(|v| matches!(v.kind, ValueKind::Ordinal(_)))
}

pub(super) fn reckoned(computed: Computed, confidence: f64) -> Verdict {
    answered(computed.answer, computed.grounds, confidence, computed.sum)
}

fn not_mentioned(name: &str) -> String {
    format!("the document does not mention “{name}”")
}

/// A name of the question that the document does not have in any wording.
fn missing_name(query: &Query) -> Option<String> {
    query.terms.iter().find(|b| b.term.part == Part::Name && b.count == 0).map(|b| b.term.word.clone())
}

/// Whether the question names somebody, not whom the document is about, of whom no sentence speaks that something was reckoned from.
fn is_of_somebody_else(query: &Query, computed: &Computed) -> bool {
    let cast = &query.known.cast;
    let protagonist = cast.protagonist().map(|member| &member.name);
    let speaks = |sentence: usize, t: usize, name: &str| {
        query.holds(sentence, t) > 0.0 || cast.referents(sentence).iter().any(|referent| referent.name.trim_end_matches("'s") == name)
    };
    let other = |t: usize| {
        let bound = &query.terms[t];
        let member = cast.find(&fold(&bound.term.word)).filter(|member| bound.is_name() && member.kind == NameKind::Person);
        member.is_some_and(|m| protagonist != Some(&m.name) && !computed.grounds.iter().any(|(s, _)| speaks(*s, t, &m.name)))
    };
    (0..query.terms.len()).any(other)
}

/// A verdict that the document does not say.
pub(super) fn unknown(reason: String, story: &str) -> Verdict {
    Verdict { status: Status::Unknown, answer: None, grounds: Vec::new(), confidence: 0.0, reason: Some(reason), story: story.to_string() }
}

/// A verdict that it does.
pub(super) fn answered(answer: String, grounds: Vec<(usize, Vec<Span>)>, confidence: f64, story: String) -> Verdict {
    Verdict { status: Status::Answered, answer: Some(answer), grounds, confidence, reason: None, story }
}

/// Where nothing more is asked than what a line of the infobox is the key to: its first piece of the type asked for.
fn keyed<'r>(question: &Question, query: &Query, ranked: &'r [Ranked]) -> Option<&'r Ranked> {
    // "Which party did she leave?" asks for none that a line gives as hers.
    let leaves = question.reading.root().is_some_and(|root| question.wording.aspects.ending.has(&question.reading.words[root].lemma));
    let of_topic = query.terms.iter().all(|b| !b.is_name()) && is_plain(question, query) && !leaves;
    let keyed = |r: &Ranked| r.features[Feature::Key as usize] > 0.0 && r.fit == Fit::Exact && !is_barred(question, query, r);
    // Of several people the first is not the answer.
    let joined = |r: &Ranked| query.known.annotations[r.sentence].text.contains([',', ';']) && question.answer_type.starts_with("HUM");
    let fits = |r: &&Ranked| of_topic && keyed(r) && !joined(r);
    let several = question.shape == Shape::List;
    let best = ranked.iter().find(fits).filter(|_| !several || ranked.first().is_some_and(|first| fits(&first)))?;
    if several {
        return Some(best);
    }
    ranked.iter().filter(|r| r.sentence == best.sentence).filter(fits).min_by_key(|r| r.candidate.span.start)
}

/// The best span, if enough speaks for it.
fn span(case: &Case) -> Verdict {
    let Case { question, query, evidence, ranked, ranking, sure } = *case;
    let keyed = keyed(question, query, ranked);
    let text = |r: &Ranked| r.candidate.span.of(&query.known.annotations[r.sentence].text);
    let told = fullest(question, query, ranked).filter(|best| keyed.is_none_or(|line| text(line) == text(best)));
    let Some(best) = told.or(keyed) else {
        return unknown("no piece of the nearest sentences could be the answer".into(), "no candidate");
    };
    let plain = sure < ranking.threshold && is_said_plainly(question, query, best);
    let confidence = if keyed.is_some() {
        sure.max(KEYED)
    } else if plain {
        ranking.threshold
    } else {
        sure
    };
    let story = format!("{:.0} % sure of the best candidate, {:.0} % are needed", confidence * 100.0, ranking.threshold * 100.0);
    if confidence < ranking.threshold || is_barred(question, query, best) {
        return Verdict { confidence, ..unknown(objection(question, query, evidence, best), &story) };
    }
    let annotation = &query.known.annotations[best.sentence];
    let whole = exemplified(question, query, best)
        .or_else(|| whole_of_kind(question, query, best))
        .or_else(|| enumeration(question, query, ranked, best))
        .or_else(|| joined(question, query, best))
        .or_else(|| together(question, query, best))
        .or_else(|| name_beside(question, query, best))
        .or_else(|| with_respect(question, query, best))
        .or_else(|| bounded(question, query, best));
    let place = whole.unwrap_or_else(|| asked_part(question, best, &annotation.text));
    let answer = if question.shape == Shape::List && best.candidate.form == Form::List {
        items(query, best)
    } else {
        squeeze(place.of(&annotation.text))
    };
    let grounds = vec![(best.sentence, vec![place])];
    match rival(query, ranked) {
        Some((other, status)) => contested(query, status, [best, other], confidence),
        None => answered(answer, grounds, confidence, story),
    }
}

/// How near to the best score another reading must come to count, as a share of it.
const ALIKE: f64 = 0.95;

/// The best candidate of another sentence, if it is as good as the best one and says something else: another value of the same kind, which conflicts, or
/// another thing, which makes the question ambiguous.
fn rival<'r>(query: &Query, ranked: &'r [Ranked]) -> Option<(&'r Ranked, Status)> {
    let (best, rest) = ranked.split_first()?;
    let other = rest.iter().find(|r| r.sentence != best.sentence)?;
    let same = |f: Feature| best.features[f as usize] == other.features[f as usize];
    if other.score < best.score * ALIKE || other.fit != Fit::Exact || best.fit != Fit::Exact || !same(Feature::Coverage) {
        return None;
    }
    let text = |r: &Ranked| fold(r.candidate.span.of(&query.known.annotations[r.sentence].text));
    let (a, b) = (text(best), text(other));
    if a.contains(&*b) || b.contains(&*a) {
        return None;
    }
    let value = |r: &Ranked| match r.candidate.form {
        Form::Value(place) => Some(&query.known.annotations[r.sentence].values[place].kind),
        _ => None,
    };
    match (value(best), value(other)) {
        (Some(ValueKind::Date(one)), Some(ValueKind::Date(two))) => (!one.overlaps(two)).then_some((other, Status::Conflicting)),
        (Some(one), Some(two)) => (one.amount() != two.amount()).then_some((other, Status::Conflicting)),
        _ => Some((other, Status::Ambiguous)),
    }
}

/// The verdict where another candidate is as good, the two in the order of the document: both values where they conflict, the first where the question is
/// ambiguous.
fn contested(query: &Query, status: Status, mut readings: [&Ranked; 2], confidence: f64) -> Verdict {
    readings.sort_by_key(|r| (r.sentence, r.candidate.span.start));
    let [first, second] = readings.map(|r| squeeze(r.candidate.span.of(&query.known.annotations[r.sentence].text)));
    let (answer, reason) = match status {
        Status::Conflicting => (format!("{first}; {second}"), "both are cited".to_string()),
        _ => (first, format!("{second} could be meant as well")),
    };
    let grounds = readings.map(|r| (r.sentence, vec![r.candidate.span])).to_vec();
    Verdict { status, answer: Some(answer), grounds, confidence, reason: Some(reason), story: "two sentences are equally good".into() }
}

/// What speaks most against the best candidate; words are held against the nearest sentence, which is shown.
fn objection(question: &Question, query: &Query, evidence: &[Evidence], best: &Ranked) -> String {
    let nearest = evidence.first().map_or(best.sentence, |e| e.sentence);
    let lacking = |(t, b): &(usize, &Bound)| query.holds(nearest, *t) == 0.0 && b.term.part != Part::Topic && b.term.weight > 0.5;
    let words: Vec<&str> = query.terms.iter().enumerate().filter(lacking).map(|(_, b)| b.term.word.as_str()).collect();
    if let Some(name) = missing_name(query) {
        not_mentioned(&name)
    } else if best.features[Feature::TimeDiffers as usize] > 0.0 {
        "the nearest sentences are about another time".into()
    } else if best.fit < least_fit(&question.answer_type) {
        format!("no {} stands in the nearest sentences", type_name(&question.answer_type))
    } else if words.is_empty() {
        "no sentence says it plainly enough".into()
    } else {
        format!("no sentence says it of “{}”", words.join("”, “"))
    }
}

/// A word for what was expected.
fn type_name(answer_type: &str) -> &'static str {
    match answer_type {
        "NUM:date" => "date",
        "NUM:money" => "sum of money",
        "NUM:period" => "length of time",
        "NUM:perc" => "percentage",
        t if t.starts_with("NUM") => "number",
        t if t.starts_with("HUM") => "person or group",
        t if t.starts_with("LOC") => "place",
        _ => "answer",
    }
}

/// The items of a coordination, in order, separated by `; `.
fn items(query: &Query, best: &Ranked) -> String {
    let annotation = &query.known.annotations[best.sentence];
    let reading = &annotation.reading;
    let heads: Vec<usize> = std::iter::once(best.candidate.head)
        .chain(reading.children(best.candidate.head).filter(|&c| reading.is(c, Relation::Conj)))
        .filter(|h| best.candidate.words.contains(h))
        .collect();
    let all = &query.known.outline(best.sentence).candidates;
    let item = |&h: &usize| {
        let of_head = all.iter().filter(|c| {
            c.head == h && c.form != Form::List && best.candidate.words.start <= c.words.start && c.words.end <= best.candidate.words.end
        });
        of_head.max_by_key(|c| c.words.len()).map(|c| squeeze(c.span.of(&annotation.text)))
    };
    heads.iter().filter_map(item).collect::<Vec<_>>().join("; ")
}

/// The one of two things that the question offers.
fn chosen(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let (answer, sentence) = choice(question, query, evidence)?;
    Some(answered(answer, vec![(sentence, Vec::new())], coverage(query, sentence), "a sentence has one of the two".into()))
}

/// Whether an answer has a word of one of the options that are not in all of them.
fn is_offered(question: &Question, answer: &str) -> bool {
    let words = |text: &str| fold(text).split(|c: char| !c.is_alphanumeric()).map(str::to_string).collect::<Vec<String>>();
    let options: Vec<Vec<String>> = question.options.iter().map(|option| words(option.of(&question.read))).collect();
    let tells = |word: &String| options.iter().any(|o| o.contains(word)) && !options.iter().all(|o| o.contains(word));
    words(answer).iter().any(tells)
}

fn yes_no(question: &Question, query: &Query, evidence: &[Evidence], ranking: &Ranking) -> Verdict {
    if let Some(chosen) = chosen(question, query, evidence) {
        return chosen;
    }
    match judge(question, query, evidence, &ranking.yes_no) {
        Some(found) if found.yes && lacks_kin(question, query, found.sentence) => {
            unknown("no sentence tells it of this relative".into(), "said of somebody else in the family")
        }
        Some(found) if found.yes && epithet::is_of_another(question, query, found.sentence) => {
            unknown("no sentence tells it of this one".into(), "said of somebody else beside the name")
        }
        Some(found) => {
            let thing = existing(question, query, found.sentence).filter(|_| found.yes);
            let told = |span: Span| format!("yes, {}", squeeze(span.of(&query.known.annotations[found.sentence].text)));
            let answer = thing.map_or_else(|| if found.yes { "yes" } else { "no" }.into(), told);
            answered(answer, vec![(found.sentence, thing.into_iter().collect())], found.confidence, found.because.into())
        }
        None => unknown("no sentence asserts or denies it".into(), "neither yes nor no"),
    }
}

/// The sentences that tell of what the question wants to hear about, where all of it stands in the first of them or above it.
fn told_of(case: &Case) -> Option<Verdict> {
    let told = summary(case.question, case.query, case.evidence);
    let on_topic = told.first().is_some_and(|&first| is_on_topic(case.question, case.query, first));
    on_topic.then(|| Verdict { confidence: case.ranking.method_threshold, ..whole_sentences(case.query, &told) })
}

/// Whole sentences, the first of them the short answer.
pub(super) fn whole_sentences(query: &Query, told: &[usize]) -> Verdict {
    let Some(&first) = told.first() else { return unknown("no sentence tells of it".into(), "nothing to sum up") };
    let grounds = told.iter().map(|&s| (s, Vec::new())).collect();
    answered(squeeze(&query.known.annotations[first].text), grounds, 0.0, "whole sentences were asked for".into())
}

/// Somebody's own words, where the question asks for them.
fn quotation(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let (sentence, found) = quoted(question, query, evidence)?;
    let text = squeeze(found.span.of(&query.known.annotations[sentence].text));
    Some(answered(text, vec![(sentence, vec![found.span])], closeness(query, sentence), "words in quotation marks".into()))
}

/// The text with every run of white space as one space.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
