//! Life spans as answers: when somebody was born or died, and how old they became, by the dates in brackets behind their name.

use crate::answer::compute::Computed;
use crate::answer::polarity::is_negated;
use crate::answer::query::{Bound, Query};
use crate::answer::rank::Piece;
use crate::answer::subject::{Asked, agreement, asked};
use crate::answer::yes_no::Judgement;
use crate::facts::annotation::Annotation;
use crate::facts::lifespan::{LifeSpan, life_span};
use crate::knowledge::rules::Shape;
use crate::question::{Part, Question};
use crate::text::fold::{fold, name_words};
use crate::text::values::{Date, TimeUnit};
use crate::text::{Relation, Span, Word};

/// Words for being born and for dying.
const BIRTH: [&str; 6] = ["bear", "birth", "birthdate", "birthday", "born", "dob"];
const DEATH: [&str; 3] = ["death", "decease", "die"];
/// Words that only say that a date or an age is asked for.
const PLAIN: [&str; 6] = ["age", "date", "day", "month", "old", "year"];

/// The date of somebody's birth or death for a question that asks for nothing else.
pub fn life_date(question: &Question, query: &Query) -> Option<Computed> {
    if question.answer_type != "NUM:date" {
        return None;
    }
    let (sentence, span, date) = asked_end(question, query)?;
    let exact = span.of(&query.known.annotations[sentence].text).to_string();
    let answer = if question.precision == Some(TimeUnit::Year) { date.year()?.to_string() } else { exact };
    Some(Computed { answer, grounds: vec![(sentence, vec![span])], sum: "by the dates behind the name".into() })
}

/// Whether somebody was born or died when the question says so.
pub fn by_life(question: &Question, query: &Query) -> Option<Judgement> {
    let [asked @ Date::At(_)] = &question.dates[..] else { return None };
    let (sentence, _, date) = asked_end(question, query)?;
    let yes = asked.overlaps(&date);
    Some(Judgement { sentence, yes, confidence: 1.0, ruled: true, because: "by the dates behind the name" })
}

/// Of whom the question asks nothing but whether they are still alive, or dead, and whether it is the latter.
pub fn asked_of_death(question: &Question, query: &Query) -> Option<(Asked, bool)> {
    let words = question.folded_words();
    let said = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let (alive, dead) = (said(&["alive"]), said(&["dead", "deceased"]));
    let is = said(&["is", "are", "'s", "still", "now"]) && question.dates.is_empty();
    let named = |b: &Bound| b.is_name() || b.term.part == Part::Topic || b.term.weight < 1.0;
    let other = |b: &Bound| !named(b) && !["alive", "dead", "deceased", "still", "today"].contains(&&*fold(&b.term.word));
    let whom = asked(question, query).filter(|_| is && alive != dead && !query.terms.iter().any(other))?;
    Some((whom, dead))
}

/// Whether somebody is alive or dead, by a sentence that says that they died or were killed: "Is Ada Merrow still alive?"
pub fn by_death(question: &Question, query: &Query) -> Option<Judgement> {
    let (whom, dead) = asked_of_death(question, query)?;
    let told = |sentence: usize| {
        let Annotation { reading, text, .. } = &query.known.annotations[sentence];
        let own = agreement(Some(&whom), query, sentence, query.places(sentence));
        let dies = |w: usize| {
            let passive = reading.child(w, Relation::AuxPass).is_some();
            let lemma = &*reading.words[w].lemma;
            DYING.contains(&lemma) && !passive || KILLING.contains(&lemma) && passive
        };
        let main = |w: usize| matches!(reading.words[w].relation.base(), Relation::Root | Relation::Conj | Relation::AclRelcl);
        let nearly =
            |w: usize| reading.children(w).any(|c| matches!(&*reading.words[c].lemma, "almost" | "allegedly" | "nearly" | "reportedly"));
        (0..own.len()).any(|w| own[w] == Some(true) && dies(w) && main(w) && !nearly(w) && !is_negated(reading, text, w))
    };
    let by_sentence = || (0..query.known.annotations.len()).find(|&s| told(s));
    let sentence = life(query).map(|(sentence, _)| sentence).or_else(by_sentence)?;
    Some(Judgement { sentence, yes: dead, confidence: 1.0, ruled: true, because: "a sentence tells of their death" })
}

/// Verbs of dying, and those whose passive says that somebody died.
const DYING: [&str; 4] = ["die", "drown", "perish", "succumb"];
const KILLING: [&str; 6] = ["assassinate", "behead", "drown", "execute", "kill", "murder"];

/// Leaves out when people lived, unless the question asks for that: "Ada Merrow (1859–1931) was a driver", for "When did she become a driver?"
pub fn drop_life_spans(question: &Question, query: &Query, pieces: &mut Vec<Piece>) {
    let asks = |w: &Word| matches!(&*w.lemma, "live" | "life" | "lifetime" | "lifespan" | "alive" | "date");
    if question.answer_type != "NUM:date" || question.reading.words.iter().any(asks) {
        return;
    }
    pieces.retain(|r| {
        let annotation = &query.known.annotations[r.sentence];
        let bracketed = annotation.text[..r.candidate.span.start].ends_with('(');
        !bracketed || life_span(annotation).is_none_or(|life| !life.born.0.cover(life.died.0).overlaps(r.candidate.span))
    });
}

/// How old somebody became.
pub fn age_at_death(question: &Question, query: &Query) -> Option<Computed> {
    let (sentence, life) = life(query).filter(|_| question.shape == Shape::AgeAt && end(question, query) == Some(false))?;
    let years = life.born.1.earliest()?.years_until(life.died.1.latest()?);
    let sum = format!("from {} to {}: {years} years", life.born.1, life.died.1);
    Some(Computed { answer: years.to_string(), grounds: vec![(sentence, vec![life.born.0, life.died.0])], sum })
}

/// The birth or the death of whom the question asks about: the sentence that gives it, where in it, and the date.
fn asked_end(question: &Question, query: &Query) -> Option<(usize, Span, Date)> {
    let birth = end(question, query)?;
    let (sentence, life) = life(query)?;
    let (span, date) = if birth { life.born } else { life.died };
    Some((sentence, span, date))
}

/// Whether the question asks of a birth rather than a death; `None` where it asks of neither, or of anything else.
fn end(question: &Question, query: &Query) -> Option<bool> {
    let lemma = |t: usize| question.reading.words[query.terms[t].term.words.0].lemma.as_str();
    let said = |list: &[&str]| question.reading.words.iter().any(|w| list.contains(&w.lemma.as_str()));
    let plain = |t: usize| {
        let part = query.terms[t].term.part;
        let known = query.terms[t].is_name() || matches!(part, Part::Topic | Part::Date | Part::Number);
        known || BIRTH.iter().chain(&DEATH).chain(&PLAIN).any(|word| *word == lemma(t))
    };
    let (birth, death) = (said(&BIRTH), said(&DEATH));
    (birth != death && (0..query.terms.len()).all(plain)).then_some(birth)
}

/// The life span of whom the question names, or else of whom the document is about, and the sentence that gives it.
fn life(query: &Query) -> Option<(usize, LifeSpan)> {
    let terms = query.terms.iter().filter(|b| b.is_name() || b.term.part == Part::Topic);
    let names: Vec<String> = terms.flat_map(|b| name_words(&fold(&b.term.word)).map(str::to_string).collect::<Vec<_>>()).collect();
    if names.is_empty() {
        return own(query, &query.known.cast.protagonist()?.name);
    }
    lives(query).find(|(sentence, life)| {
        let annotation = &query.known.annotations[*sentence];
        let said = |name: &String| annotation.reading.words[..life.name].iter().any(|w| fold(w.span.of(&annotation.text)) == *name);
        names.iter().all(said)
    })
}

/// The life span of the one of a name.
fn own(query: &Query, name: &str) -> Option<(usize, LifeSpan)> {
    lives(query).find(|(sentence, life)| query.known.cast.referents(*sentence).iter().any(|r| r.first < life.name && r.name == name))
}

/// The birth of whom the document is about, by its life span.
pub fn own_birth(query: &Query) -> Option<(usize, Span, Date)> {
    let (sentence, life) = own(query, &query.known.cast.protagonist()?.name)?;
    Some((sentence, life.born.0, life.born.1))
}

/// All life spans of the document, in order.
fn lives<'q>(query: &'q Query) -> impl Iterator<Item = (usize, LifeSpan)> + 'q {
    query.known.annotations.iter().enumerate().filter_map(|(sentence, annotation)| Some((sentence, life_span(annotation)?)))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn dates_behind_a_name_tell_birth_and_death() {
        check_answers(
            "= Ada Merrow =\n\nAda Maud Merrow (3 May 1868 – 9 June 1931) was a Danish diver. Her brother Olin Merrow sold boats. After the death of Bela Trask in 1920 she \
             travelled no more. She became a diver in 1890.\n",
            &[
                ("When was Ada Merrow born?", Some("3 May 1868")),
                ("When did she die?", Some("9 June 1931")),
                ("What year did Merrow die?", Some("1931")),
                ("When did Ada Merrow become a diver?", Some("1890")),
                ("When was Olin Merrow born?", None),
                ("When did her brother die?", None),
                ("How old was Ada Merrow when she died?", Some("63")),
                ("How old was she in 1900?", Some("32")),
                ("Did Ada Merrow die in 1931?", Some("yes")),
                ("Was she born in 1870?", Some("no")),
                ("Is Ada Merrow dead?", Some("yes")),
                ("Is Olin Merrow still alive?", None),
            ],
        );
        check_answers(
            "= Ada Merrow-Pask =\n\nAda Merrow-Pask (born Ada Merrow; 3 May 1868 – 9 June 1931) was a diver. On 2 March 1892 she married Olin Pask, a Velm-born clerk.\n",
            &[("When was she born?", Some("3 May 1868")), ("How old was Ada when she married?", Some("23"))],
        );
        check_answers(
            "= Orm Guild =\n\nThe Orm Guild is a guild of divers. Its first warden, Uma Tarn, died in May. Bo Lind was nearly killed by a whale. Ine Vold was killed at the lighthouse. Eda Sund asked the relatives of \
             the dead.\n",
            &[
                ("Is Uma Tarn still alive?", Some("no")),
                ("Is Ine Vold dead?", Some("yes")),
                ("Is Eda Sund dead?", None),
                ("Is Bo Lind dead?", None),
                ("Is the guild still alive?", None),
            ],
        );
    }
}
