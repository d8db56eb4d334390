//! Portions: of the amounts that a sentence sets side by side, the one that stands beside what the question names. "A car pays three crowns and a lorry seven" tells what
//! a lorry pays, the verb being left out (gapping).

use std::ops::Range;

use crate::answer::counted::{asked_noun, counts};
use crate::answer::query::Query;
use crate::answer::rank::Piece;
use crate::answer::spans::Form;
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::term::term;
use crate::text::{Pos, Tag};

/// By how much more of the question one portion must hold than each other.
const CLEAR: f64 = 0.5;

/// A part of a sentence with an amount of its own.
struct Portion {
    words: Range<usize>,
    /// The subject that it begins with; empty where it goes on about that of the portion before.
    lead: Range<usize>,
    /// Whether it has a verb of its own.
    tells: bool,
    /// Whether a semicolon or a conjunction sets it against the one before.
    contrasts: bool,
}

/// Leaves out the amounts or dates of a sentence that stand in other portions of it than what the question names.
pub fn drop_other_portions(question: &Question, query: &Query, pieces: &mut Vec<Piece>) {
    if !question.answer_type.starts_with("NUM") {
        return;
    }
    let mut sentences: Vec<usize> = pieces.iter().filter(|p| matches!(p.candidate.form, Form::Value(_))).map(|p| p.sentence).collect();
    sentences.dedup();
    for sentence in sentences {
        let annotation = &query.known.annotations[sentence];
        let Some(own) = asked_portion(question, query, sentence) else { continue };
        let asked = asked_noun(question).map(|noun| term(&question.reading.words[noun].lemma));
        let within = |p: &Piece| own.contains(&annotation.reading.within(p.candidate.span).start);
        // "Twelve men, and the mill nine boats" tells of no men of the mill.
        let other = |p: &Piece| match p.candidate.form {
            Form::Value(place) if asked.is_some() => {
                counts(&annotation.reading, &annotation.values[place]).is_some_and(|noun| Some(noun) != asked)
            }
            _ => false,
        };
        if !pieces.iter().any(|p| p.sentence == sentence && within(p) && other(p)) {
            pieces.retain(|p| p.sentence != sentence || !matches!(p.candidate.form, Form::Value(_)) || within(p));
        }
    }
}

/// The words of the portion that holds most of the question, where it clearly does.
fn asked_portion(question: &Question, query: &Query, sentence: usize) -> Option<Range<usize>> {
    let annotation = &query.known.annotations[sentence];
    let dates = question.answer_type == "NUM:date";
    let portions = portions(annotation, dates);
    if portions.len() < 2 {
        return None;
    }
    let words = &annotation.reading.words;
    let asked = asked_noun(question).or(question.focus).and_then(|noun| query.term_at(noun));
    let says = |t: usize| Some(t) != asked && query.terms[t].term.part != Part::Topic;
    // What each portion holds, and what of that it takes over from the one before: all where it goes on about its subject, else the verb that it leaves out.
    let mut held: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    let verb = |t: &usize| query.places(sentence).iter().any(|(w, p)| p == t && words[*w].pos == Pos::Verb);
    for portion in &portions {
        let taken: Vec<usize> = match held.last() {
            Some((all, _)) if portion.lead.is_empty() => all.clone(),
            Some((all, taken)) if !portion.tells => all.iter().copied().filter(|t| verb(t) || taken.contains(t)).collect(),
            _ => Vec::new(),
        };
        let matched = query.places(sentence).iter().filter(|(w, t)| portion.words.contains(w) && says(*t)).map(|(_, t)| *t);
        let mut all: Vec<usize> = matched.chain(taken.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        held.push((all, taken));
    }
    let weight = |(all, _): &(Vec<usize>, Vec<usize>)| all.iter().map(|&t| query.terms[t].weight).sum::<f64>();
    let all: Vec<f64> = held.iter().map(weight).collect();
    let best = (0..all.len()).max_by(|&a, &b| all[a].total_cmp(&all[b]))?;
    let clear = (0..all.len()).all(|n| n == best || all[best] - all[n] >= CLEAR);
    // What goes on about one subject, or just about something else, is told apart by more than its portions.
    let other = if best == 0 { &portions[1] } else { &portions[best] };
    let apart = !other.lead.is_empty() && (!other.tells || other.contrasts && !dates);
    let led = query.places(sentence).iter().any(|(w, t)| portions[best].lead.contains(w) && says(*t));
    (clear && apart && led).then(|| portions[best].words.clone())
}

/// The portions of a sentence, each with an amount, or a date, where some mark or conjunction stands between each two of these.
fn portions(annotation: &Annotation, dates: bool) -> Vec<Portion> {
    let words = &annotation.reading.words;
    let shown = |w: usize| words[w].span.of(&annotation.text);
    let values = annotation.values.iter().filter(|v| if dates { v.kind.date().is_some() } else { v.kind.amount().is_some() });
    let mut amounts: Vec<Range<usize>> = values.map(|v| annotation.reading.within(v.core)).filter(|own| !own.is_empty()).collect();
    amounts.extend((1..words.len()).filter(|&w| !dates && shown(w) == "rest" && shown(w - 1) == "the").map(|w| w..w + 1));
    amounts.sort_by_key(|own| own.start);
    let against = |w: usize| matches!(shown(w), ";" | "but" | "while" | "whereas" | "though" | "although");
    let parts = |w: &usize| matches!(shown(*w), "," | "and") || against(*w);
    let mut found: Vec<Portion> = Vec::new();
    let mut start = 0;
    for (n, own) in amounts.iter().enumerate() {
        let last = n + 1 == amounts.len();
        let next = amounts.get(n + 1).map_or(words.len(), |next| next.start);
        let Some(end) = (own.end..next).find(parts).or(last.then_some(words.len())) else { return Vec::new() };
        let first = (start..own.end).find(|w| !parts(w)).unwrap_or(start);
        let nominal = matches!(words[first].pos, Pos::Det | Pos::Noun | Pos::Propn | Pos::Pron) || words[first].tag == Tag::PrpPossessive;
        let verb = |w: &usize| matches!(words[*w].pos, Pos::Verb | Pos::Aux);
        let lead =
            first..if nominal { (first..own.start).find(|w| verb(w) || words[*w].pos == Pos::Adp).unwrap_or(own.start) } else { first };
        let contrasts = (start..first).any(against);
        found.push(Portion { words: start..end, lead, tells: (start..end).any(|w| verb(&w)), contrasts });
        start = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn each_amount_belongs_to_its_own_portion() {
        check_answers(
            "= Orm Bridge =\n\nThe Orm Bridge is a bridge in Velm. A car pays £2.40 on it and a lorry £6.00, whereas bicycles cross free of charge. Light traffic was readmitted on 9 May \
             1998, lorries in August 1999. Repairs cost £27 million, of which insurers paid £16 million, the state £8 million and the owner the rest. The builders spoke of 23 deaths, the \
             guild of 31, while a review by Ada Merrow arrived at 27.\n",
            &[
                ("How much does a lorry pay?", Some("£6.00")),
                ("How much does a car pay?", Some("£2.40")),
                ("When were lorries readmitted?", Some("August 1999")),
                ("When was light traffic readmitted?", Some("9 May 1998")),
                ("How much did the state pay for the repairs?", Some("£8 million")),
                ("How much did the insurers pay for the repairs?", Some("£16 million")),
                ("How much did the owner pay for the repairs?", None),
                ("How many deaths did the guild speak of?", Some("31")),
            ],
        );
    }
}
