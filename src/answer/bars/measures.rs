//! Bars of measures: how big or dear something else is, or how many somebody else has.

use crate::answer::counted::asked_noun;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::subject::{named_terms, tells_of_another};
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::{Pos, Relation, wordnet};

/// Verbs that measure their subject, and that say what somebody has.
const MEASURING: [&str; 4] = ["cost", "measure", "weigh", "worth"];
const HAVING: [&str; 3] = ["bear", "have", "own"];

/// Whether a candidate measures another thing than the one of which the question asks how big or dear it is: one that its sentence has no word for, "the prize, worth 900
/// crowns" for "How much was her house worth?", or has elsewhere, "the Aul, which is 40 kilometres long, is longer than the Tarn" for "How long is the Tarn?"; or
/// counts whom somebody else has for children.
pub(super) fn is_of_another(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &question.reading;
    let asks =
        question.answer_type.starts_with("NUM") && question.answer_type != "NUM:date" && question.folded_words().iter().any(|w| w == "how");
    let Some(root) = reading.root().filter(|_| asks) else { return false };
    let Some(thing) = reading.child(root, Relation::Nsubj) else { return false };
    let lemma = &*reading.words[root].lemma;
    let measures = MEASURING.contains(&lemma) || reading.words[root].pos == Pos::Adj && reading.child(root, Relation::Cop).is_some();
    let relative = |w: usize| wordnet::is_mainly(&reading.words[w].lemma, "relative");
    let has = HAVING.contains(&lemma) && reading.words[thing].pos == Pos::Propn && asked_noun(question).is_some_and(relative);
    let named = matches!(reading.words[thing].pos, Pos::Noun | Pos::Propn) || reading.child(thing, Relation::Det).is_some();
    let Some(t) = query.term_at(thing).filter(|_| named && (measures || has)) else { return false };
    if query.terms[t].term.part == Part::Topic || query.terms[t].weight < 0.5 {
        return false;
    }
    let (sentence, head) = (candidate.sentence, candidate.candidate.head);
    let annotation = &query.known.annotations[sentence];
    let own = query.known.outline(sentence).subjects[head];
    let places = query.places(sentence);
    // What "it" is may be told before.
    let pronoun = |w: usize| annotation.reading.words[w].pos == Pos::Pron && annotation.reading.words[w].morph.person == Some(3);
    if own.is_some_and(pronoun) && query.terms[t].count > 0 {
        return false;
    }
    let means = |name: &str| name.contains(&*fold(&query.terms[t].term.word));
    // Trees cut long names: "the Orm Fund committee" is a committee.
    let next = reading.children(thing).find(|&next| next == thing + 1).and_then(|next| query.term_at(next));
    let held = [Some(t), next].into_iter().flatten().any(|t| query.holds(sentence, t) > 0.0)
        || query.known.cast.referents(sentence).iter().any(|r| means(&fold(&r.name)));
    !held || tells_of_another(query, sentence, head, &named_terms(query, reading, thing), places)
}

/// Whether a candidate is an amount that the sentence tells of another than whom the question asks about by name, whom it has in another clause: "Bo Lind was fined 90 crowns,
/// whereas Ada Merrow stayed on" for "How much was Ada Merrow fined?"
pub(super) fn is_told_of_another(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &question.reading;
    let amount = matches!(question.answer_type.as_str(), "NUM:count" | "NUM:money" | "NUM:perc" | "NUM:period");
    let subject = reading.root().filter(|_| amount).and_then(|root| reading.child(root, Relation::Nsubj));
    let names = subject.map_or(Vec::new(), |subject| named_terms(query, reading, subject));
    let places = query.places(candidate.sentence);
    let person = |t: usize| query.known.cast.find(&fold(&query.terms[t].term.word)).is_some_and(|member| member.kind == NameKind::Person);
    let named = places.iter().any(|(_, t)| names.contains(t) && query.terms[*t].is_name() && person(*t));
    named && tells_of_another(query, candidate.sentence, candidate.candidate.head, &names, places)
}

/// Whether a candidate is told in a relative clause of somebody else than whom the question asks about by name: "Olin Pask, who stayed nine weeks, and then Ada Merrow" for
/// "How long was Ada Merrow mayor?"
pub(super) fn describes_another(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let reading = &annotation.reading;
    let names: Vec<usize> = (0..query.terms.len()).filter(|&t| question.answer_type == "NUM:period" && query.terms[t].is_name()).collect();
    let clause = reading.ancestors(candidate.candidate.head).find(|&w| reading.words[w].relation == Relation::AclRelcl);
    let Some(noun) = clause.and_then(|clause| reading.words[clause].head) else { return false };
    let person = annotation.names.iter().find(|name| name.kind == NameKind::Person && name.core.contains(reading.words[noun].span));
    let Some(person) = person.filter(|_| !names.is_empty()) else { return false };
    let own = reading.within(person.core);
    let meant = |place: &usize| query.places(candidate.sentence).iter().any(|(w, t)| w == place && names.contains(t));
    !own.clone().any(|w| meant(&w)) && (0..reading.words.len()).any(|w| meant(&w))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_is_measured_is_what_is_asked_about() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a baker. The Merrow Prize, worth 900 crowns, has borne her name since 1954. The post was held by Eda Sund, the warden's sister. \
             About 60 children were sent to Velm. Her own house cost 400 crowns. She wrote for the paper from March 1940. After Olin Pask came Bo Finch, who stayed \
             only nine weeks, and then Ine Vold, who took the chair of editor in 1903.\n",
            &[
                ("How long was Ine Vold editor?", None),
                ("How long was Bo Finch editor?", Some("nine weeks")),
                ("How much was her boat worth?", None),
                ("How much did her house cost?", Some("400 crowns")),
                ("How many children did Eda Sund have?", None),
                ("What was Eda Sund's profession?", None),
                ("When was Ada Merrow born?", None),
                ("How often did she write for the paper?", None),
            ],
        );
    }
}
