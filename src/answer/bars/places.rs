//! Bars of places: what is no place, or only where something happened.

use crate::answer::nationality::asks_nationality;
use crate::answer::query::Query;
use crate::answer::rank::{Ranked, asks_workplace, is_institution};
use crate::answer::spans::Form;
use crate::answer::types::Fit;
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::names::gazetteer::{group, place};
use crate::text::{Pos, Relation, wordnet};

/// Whether a candidate is where it happened, where the question asks who did it: "posters appeared at the Sorbonne" for "Who put the posters up?".
pub(super) fn is_scene(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let reading = &annotation.reading;
    let who = question.reading.words.first().is_some_and(|w| fold(w.span.of(&question.read)) == "who" && w.relation == Relation::Nsubj);
    let at = |c: usize| matches!(reading.words[c].lemma.as_str(), "at" | "in" | "near" | "on");
    who && question.answer_type.starts_with("HUM") && reading.child(candidate.candidate.head, Relation::Case).is_some_and(at)
}

/// Whether a candidate is to whom something else was done, where the question asks who made something: "dictated to Bela Trask" for "Who published it?"
pub(super) fn is_recipient(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let who = question.reading.words.first().is_some_and(|w| fold(w.span.of(&question.read)) == "who" && w.relation == Relation::Nsubj);
    let makes = question
        .reading
        .root()
        .is_some_and(|root| wordnet::verb_classes(&question.reading.words[root].lemma).any(|class| class == "creation"));
    let head = candidate.candidate.head;
    let noun = reading.words[head]
        .head
        .filter(|_| matches!(reading.words[head].relation.base(), Relation::Appos | Relation::Flat))
        .unwrap_or(head);
    let to = reading.child(noun, Relation::Case).is_some_and(|case| reading.words[case].lemma == "to");
    let verb = reading.words[noun].head.filter(|&verb| to && reading.words[verb].pos == Pos::Verb);
    who && makes
        && question.answer_type == "HUM:ind"
        && verb.is_some_and(|verb| !query.places(candidate.sentence).iter().any(|(w, _)| *w == verb))
}

/// Whether a candidate is a place, and no country, where a nationality is asked for.
pub(super) fn is_place_for_people(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let text = candidate.candidate.span.of(&query.known.annotations[candidate.sentence].text);
    asks_nationality(question) && group(text).is_none() && place(text).is_none_or(|(kind, _)| kind != "country")
}

/// Whether a candidate only describes a person where it is asked where, "the Danish painter", or is an adjective or a number before a noun where a place or an
/// institution is asked for: "a two-room flat".
pub(super) fn is_adjective(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let own = &reading.words[candidate.candidate.head];
    let person = |noun: usize| noun >= candidate.candidate.words.end && wordnet::is_a(&reading.words[noun].lemma, "occupation");
    let describes = matches!(own.relation.base(), Relation::Amod | Relation::Compound) || own.relation == Relation::NmodDesc;
    let place = question.answer_type.starts_with("LOC");
    let counted = reading.words[candidate.candidate.words.start].pos == Pos::Num;
    let small = (counted || matches!(own.pos, Pos::Adj | Pos::Num)) && candidate.candidate.form != Form::Quoted;
    let noun = candidate.candidate.words.end;
    // "Rural" of "a rural part" tells which part.
    let kind = question.focus.map(|focus| &question.reading.words[focus].lemma);
    let next = reading.words.get(noun).filter(|next| matches!(next.pos, Pos::Noun | Pos::Adj) && Some(&next.lemma) != kind);
    let before_noun = small && next.is_some();
    place && !asks_nationality(question) && describes && own.head.is_some_and(person)
        || (place && !asks_nationality(question) || question.answer_type == "HUM:gr") && before_noun
}

/// Prepositions that do not say where.
const NOT_WHERE: [&str; 10] = ["about", "against", "as", "by", "despite", "during", "for", "of", "with", "without"];

/// Whether a candidate does not say where, where that is asked: it is what something was done to or for, and no place by its name or kind.
pub(super) fn is_no_place(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let (reading, head) = (&annotation.reading, candidate.candidate.head);
    let asks = question.answer_type == "LOC:other" && question.folded_words().first().is_some_and(|word| word == "where");
    let place = match candidate.candidate.form {
        _ if asks_workplace(question) && is_institution(annotation, &candidate.candidate) => true,
        Form::Name(name) => annotation.names[name].kind == NameKind::Place,
        _ => candidate.fit >= Fit::Fits && candidate.candidate.form != Form::Quoted,
    };
    let case =
        reading.child(head, Relation::Case).filter(|&case| case < head).map(|case| fold(reading.words[case].span.of(&annotation.text)));
    let object = reading.is(head, Relation::Obj) && case.is_none();
    // "In damages", "in 900 crowns".
    let money = wordnet::is_mainly(&reading.words[head].lemma, "money") || wordnet::is_mainly(&reading.words[head].lemma, "feeling");
    // "To Tarn".
    let person = || annotation.names.iter().any(|name| name.kind == NameKind::Person && name.core.contains(reading.words[head].span));
    if asks && candidate.candidate.form == Form::Prepositional && case.as_deref() == Some("to") && person() {
        return true;
    }
    asks && !place && (object || money || case.is_some_and(|case| NOT_WHERE.contains(&case.as_ref())))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_describes_a_person_is_no_place() {
        check_answers(
            "The Orm Ferry is a 1958 novel by the Velmian writer Ada Merrow, and also the title of the film which she herself wrote and directed from it. Merrow lived in Velm.\n",
            &[("Where was the film of The Orm Ferry shot?", None), ("Where did Ada Merrow live?", Some("Velm"))],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a diver. She grew up in a two-room flat. A genetic study led by Olin Pask appeared in 1931.\n",
            &[("Where did she grow up?", None), ("At which university did Olin Pask work?", None)],
        );
    }
}
