//! Ages: how old the document's topic was when something happened.

use crate::answer::compute::{Computed, birth};
use crate::answer::evidence::Evidence;
use crate::answer::happening::{Dated, dated, terms_within};
use crate::answer::lifespan::age_at_death;
use crate::answer::query::{Bound, Query};
use crate::answer::subject::{agreement, asked};
use crate::answer::support::coverage;
use crate::answer::whole::lead;
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Shape;
use crate::question::{Part, Question};
use crate::text::fold::{fold, name_words};
use crate::text::names::{Mention, NameKind};
use crate::text::values::{Date, Value, ValueKind};
use crate::text::wordnet::{is_a, is_mainly};
use crate::text::{Pos, Reading, Relation, Span};

/// The least share of a question's known terms that the event's sentence must hold.
const ENOUGH: f64 = 0.5;

/// How many of the nearest sentences may tell of an event.
const CLOSE: usize = 5;

/// How old the document's topic was at the event that the question names: the age that the sentence about it gives, else the years from birth to its date.
/// `None` where the question names somebody else, the event is not found, or one of the dates is missing.
pub fn age_at(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    let events = events(question, query, evidence);
    let at = sole_date(question, query);
    let dates = |s: usize| query.known.annotations[s].values.iter().filter_map(|v| v.kind.date());
    let then = |s: usize| at.is_none_or(|at| dates(s).any(|date| matches!(date, Date::At(_)) && date.overlaps(at)));
    if let Some((event, age)) = given(question, query, evidence).filter(|(s, _)| then(*s)) {
        return Some(Computed {
            answer: age.kind.amount()?.to_string(),
            grounds: vec![(event, vec![age.span])],
            sum: "the sentence gives the age".into(),
        });
    }
    if let Some(computed) = age_at_death(question, query) {
        return Some(computed);
    }
    if is_about_another(question, query) {
        return None;
    }
    let (born_in, born_at, born) = birth(query)?;
    if let Some(at) = at {
        let told = just_told(query, at);
        let date = told.map_or(at, |(_, _, date)| date);
        let years = born.earliest()?.years_until(date.latest()?);
        let sum = format!("from {born} to {date}: {years} years");
        let grounds = told.map(|(sentence, span, _)| (sentence, vec![span])).into_iter().chain([(born_in, vec![born_at])]);
        return (years >= 0).then(|| Computed { answer: years.to_string(), grounds: grounds.collect(), sum });
    }
    let terms = terms_within(question, query, 0..question.reading.words.len());
    let dated: Vec<Dated> = events
        .iter()
        .filter_map(|&s| dated(query, s, &terms))
        .filter(|d| matches!(d.date, Date::At(_)) && !d.date.overlaps(&born))
        .collect();
    let event = dated.iter().find(|d| d.told == d.sentence).or(dated.first())?;
    // "During the 1931 flood" gives the date itself.
    let own = question.dates.iter().find(|date| matches!(date, Date::At(_)) && !date.overlaps(&event.date));
    aged(query, &Dated { date: own.unwrap_or(&event.date).clone(), ..event.clone() })
}

/// The date at which an age is asked for, where the question names no event: "How old was she in 1931?"
fn sole_date<'q>(question: &'q Question, query: &Query) -> Option<&'q Date> {
    let event = |b: &Bound| matches!(b.term.part, Part::Verb | Part::Other) && !is_of_age(&b.term.word);
    let [date @ Date::At(_)] = &question.dates[..] else { return None };
    (!query.terms.iter().any(event)).then_some(date)
}

/// The date within that of the question which the conversation is at, and where it stands: "then" is the day that was just told, not its year.
fn just_told<'q>(query: &Query<'q>, at: &Date) -> Option<(usize, Span, &'q Date)> {
    let near = query.context.iter().filter(|(_, near)| *near >= BESIDE).map(|(sentence, _)| *sentence);
    let values = near.flat_map(|sentence| query.known.annotations[sentence].values.iter().map(move |value| (sentence, value)));
    let mut dates = values.filter_map(|(sentence, value)| Some((sentence, value.core, value.kind.date()?)));
    dates.find(|(_, _, date)| matches!(date, Date::At(_)) && (*date == at || at.contains(date)))
}

/// Whether a word only says that an age is asked for.
fn is_of_age(word: &str) -> bool {
    ["age", "aged", "be", "old", "year", "years"].contains(&fold(word).as_ref())
}

/// The nearest sentences that tell of the event at which an age is asked for.
fn events(question: &Question, query: &Query, evidence: &[Evidence]) -> Vec<usize> {
    let near = evidence.iter().take(CLOSE).map(|e| e.sentence);
    near.filter(|&s| coverage(query, s) >= ENOUGH && tells(question, query, s)).collect()
}

/// The age that the nearest sentence about the event gives, and that sentence.
pub fn given<'q>(question: &Question, query: &'q Query, evidence: &[Evidence]) -> Option<(usize, &'q Value)> {
    let own =
        |s: usize, age: &Value| owner(query, s, age).map_or_else(|| !describes_another(query, s, age), |name| is_asked(question, &name));
    let age =
        |s: usize| query.known.annotations[s].values.iter().find(|v| matches!(v.kind, ValueKind::Age(_)) && own(s, v)).map(|age| (s, age));
    spoken_of(question, query).or_else(|| events(question, query, evidence).first().and_then(|&s| age(s)))
}

/// Whether the question has a word of a name.
fn is_asked(question: &Question, name: &str) -> bool {
    let asked = fold(&question.read);
    name_words(&fold(name)).any(|word| asked.contains(word.trim_end_matches("'s")))
}

/// The name of the one whose age a sentence gives: of the person behind "the twelve-year-old", else right before it, marks aside. `None` where no name stands there.
pub fn owner(query: &Query, sentence: usize, age: &Value) -> Option<String> {
    let Annotation { reading, names, text, .. } = &query.known.annotations[sentence];
    let person = |name: &&Mention| name.kind == NameKind::Person;
    let own = reading.within(age.span);
    let near = |from: usize, to: usize| (from..to).all(|w| !matches!(reading.words[w].pos, Pos::Verb | Pos::Aux));
    let name = if age.span.of(text).contains("-old") {
        names.iter().filter(person).find(|name| name.core.start >= age.span.end && near(own.end, reading.within(name.core).start))
    } else {
        names.iter().filter(person).rfind(|name| name.core.end <= age.span.start && near(reading.within(name.core).end, own.start))
    }?;
    let first = reading.within(name.core).start;
    let known = query.known.cast.referents(sentence).iter().find(|r| (r.first..r.end).contains(&first));
    Some(known.map_or_else(|| name.core.of(text).to_string(), |r| r.name.clone()))
}

/// Whether an age is that of a noun for somebody, "the 86-year-old widow", in a sentence that says nothing of whom the question names.
fn describes_another(query: &Query, sentence: usize, age: &Value) -> bool {
    let reading = &query.known.annotations[sentence].reading;
    let own = reading.within(age.span);
    let noun = own.clone().find_map(|w| reading.words[w].head.filter(|head| *head >= own.end));
    let person = noun.is_some_and(|noun| is_a(&reading.words[noun].lemma, "person"));
    let somebody = |t: &usize| {
        let member = query.known.cast.find(&fold(&query.terms[*t].term.word));
        query.terms[*t].is_name() && member.is_some_and(|member| member.kind == NameKind::Person)
    };
    let mut named = (0..query.terms.len()).filter(somebody).peekable();
    person && named.peek().is_some() && named.all(|t| query.holds(sentence, t) == 0.0)
}

/// The topic's years from birth to an event.
pub fn aged(query: &Query, event: &Dated) -> Option<Computed> {
    let (born_in, born_at, born) = birth(query)?;
    let years = born.earliest()?.years_until(event.date.latest()?);
    let grounds = event.grounds().into_iter().chain([(born_in, vec![born_at])]).collect();
    (years >= 0).then(|| Computed { answer: years.to_string(), grounds, sum: format!("from {born} to {}: {years} years", event.date) })
}

/// The question for the date of the event at which an age is asked for: "when she landed" of "How old was she when she landed?". `None` where the age is somebody
/// else's than the topic's.
pub fn for_date(question: &Question, query: &Query) -> Option<String> {
    let words = question.folded_words();
    let of_event = |at: usize| Some(question.read[question.reading.words.get(at)?.span.start..].trim_end_matches('?').to_string());
    let event = match words.iter().position(|word| word == "when") {
        Some(when) => of_event(when),
        None => words
            .windows(3)
            .position(|w| w[0] == "age" && matches!(w[1].as_str(), "did" | "was" | "were"))
            .and_then(|age| of_event(age + 1)),
    }?;
    let asked = if event.to_lowercase().starts_with("when") { format!("{event}?") } else { format!("when {event}?") };
    (question.shape == Shape::AgeAt && !is_about_another(question, query)).then_some(asked)
}

/// The age that the sentences which the conversation is at give for whom the question asks about: the one spoken of, where it asks "then", or one beside it
/// that says nothing else ("She was 39.").
fn spoken_of<'q>(question: &Question, query: &'q Query) -> Option<(usize, &'q Value)> {
    let mut near: Vec<(usize, f64)> = query.context.iter().copied().filter(|(_, near)| *near >= BESIDE).collect();
    near.sort_by(|a, b| b.1.total_cmp(&a.1));
    near.into_iter().find_map(|(sentence, near)| {
        let annotation = &query.known.annotations[sentence];
        let words = &annotation.reading.words;
        let alone = words.len() <= SHORT;
        let age = annotation.values.iter().find(|v| matches!(v.kind, ValueKind::Age(_))).filter(|_| near >= THERE || alone)?;
        let at = annotation.reading.within(age.core).start;
        let pronoun = |i: usize| matches!(words[i].span.of(&annotation.text).to_lowercase().as_str(), "he" | "she");
        let whose = (0..at).rev().find(|&i| pronoun(i)).or_else(|| (at..words.len()).find(|&i| pronoun(i)));
        let name = whose.and_then(|i| query.known.cast.referents(sentence).iter().find(|r| (r.first..r.end).contains(&i))).map(|r| &r.name);
        name.is_some_and(|name| is_asked(question, name)).then_some((sentence, age))
    })
}

/// How near a sentence is that was just spoken of, where the question asks about the same, and how near one beside it.
const THERE: f64 = 1.5;
const BESIDE: f64 = 0.5;
/// The most words and marks of a sentence that says an age and nothing else.
const SHORT: usize = 6;

/// Whether a sentence has, at least by its meaning, something of what happened: a term that names nobody, and every verb that says something, by more
/// than a noun for a person: "her husband died" does not tell when she married. Nor may the event be of what the document does not know.
fn tells(question: &Question, query: &Query, sentence: usize) -> bool {
    let words = &query.known.annotations[sentence].reading.words;
    let places = query.places(sentence);
    let part = |t: usize| query.terms[t].term.part;
    let person = |w: usize| words[w].pos == Pos::Noun && ["person", "relative"].iter().any(|class| is_mainly(&words[w].lemma, class));
    let own = agreement(asked(question, query).as_ref(), query, sentence, places);
    // Where the very verb stands there, a word for it does not count.
    let same = |t: usize, w: usize| words[w].lemma == question.reading.words[query.terms[t].term.words.0].lemma;
    let itself = |t: usize| places.iter().any(|&(w, p)| p == t && same(t, w));
    let does = |t: usize, w: usize| part(t) != Part::Verb || own[w] != Some(false) && (same(t, w) || !itself(t));
    let own_deed = is_own_deed(&question.reading);
    let has = |t: usize| places.iter().any(|&(w, p)| p == t && !person(w) && does(t, w) && !(own_deed && own[w] == Some(false)));
    let verb = |t: &usize| part(*t) == Part::Verb && query.terms[*t].term.weight >= 1.0;
    let all = 0..query.terms.len();
    let noun = |t: usize| part(t) == Part::Other && question.reading.words[query.terms[t].term.words.0].pos == Pos::Noun;
    let unknown = |t: usize| noun(t) && query.terms[t].count == 0 && query.alike(sentence, t) < ENOUGH;
    !all.clone().any(unknown)
        && all.clone().filter(verb).all(has)
        && all.into_iter().any(|t| !matches!(part(t), Part::Topic | Part::Name) && has(t))
}

/// Whether the event of a question is what the one did whose age it asks: "when she landed", not "when her father died".
fn is_own_deed(asked: &Reading) -> bool {
    let clause = |w: usize| asked.words[w].head.is_some_and(|verb| asked.is(verb, Relation::Advcl) && asked.words[verb].pos == Pos::Verb);
    let pronoun = |w: usize| asked.words[w].pos == Pos::Pron && asked.words[w].morph.person == Some(3);
    (0..asked.words.len()).any(|w| asked.is(w, Relation::Nsubj) && clause(w) && pronoun(w))
}

/// Whether the question asks for the age of somebody other than the document's topic: its first subject is a name, or a noun for something else, or for somebody
/// whom a clause describes ("the woman who wrote it").
fn is_about_another(question: &Question, query: &Query) -> bool {
    let reading = &question.reading;
    let subject = reading.words.iter().position(|w| w.relation.base() == Relation::Nsubj);
    if subject.is_none() {
        return names_another(query);
    }
    let lemma = |word: usize| fold(&reading.words[word].lemma);
    let is = |word: usize, part: Part| question.terms.iter().any(|t| t.part == part && (t.words.0..t.words.1).contains(&word));
    let described = |word: usize| reading.children(word).any(|c| reading.words[c].relation.base() == Relation::Acl);
    let noun = |word: usize| reading.words[word].pos == Pos::Noun && !is(word, Part::Topic);
    // "The baker" is the topic only if the first sentence calls it one.
    let called = |word: usize| {
        let words = lead(query).map_or(&[][..], |lead| &query.known.annotations[lead].reading.words);
        words.iter().any(|own| fold(&own.lemma) == lemma(word))
    };
    let person = |word: usize| is_a(&lemma(word), "person") && !is_mainly(&lemma(word), "relative") && called(word);
    let other = |word: usize| noun(word) && (described(word) || !person(word));
    subject.is_some_and(|word| is(word, Part::Name) || other(word))
}

/// Whether the question has the name of a person who is not the topic.
fn names_another(query: &Query) -> bool {
    let cast = &query.known.cast;
    let protagonist = cast.protagonist().map(|member| &member.name);
    let person = |b: &Bound| cast.find(&fold(&b.term.word)).filter(|member| b.is_name() && member.kind == NameKind::Person);
    query.terms.iter().filter_map(person).any(|member| Some(&member.name) != protagonist)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn an_age_is_of_the_one_beside_it() {
        check_answers(
            "= Orm Guild =\n\nThe Orm Guild is a guild. In 1907 Uma Tarn left, and the guild chose Ine Vold, aged 34. In 1911 it engaged the sailor Bo Lind and the \
             twelve-year-old newcomer Jan Rook.\n",
            &[
                ("How old was Uma Tarn when she left?", None),
                ("How old was Ine Vold when the guild chose her?", Some("34")),
                ("When was Bo Lind born?", None),
                ("When was Jan Rook born?", Some("1898 or 1899")),
            ],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow (born 2 January 1887) was a miller. Her father worked as a miller and was granted a pension in 1918. In 1912 she became miller of Orm.\n",
            &[("How old was Ada Merrow when she got the miller job?", None)],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow (born 2 January 1887) was a miller. Her friend Bela Trask died of fever in 1931. The Orm mill was opened in 1912 by the baker's 86-year-old widow.\n",
            &[("Bela Trask age at death", None), ("How old was Bela Trask when the Orm mill opened?", None)],
        );
    }
}
