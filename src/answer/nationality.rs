//! Nationality: of which people somebody is, by the adjective that describes them: "is a French railway worker", "as a Moroccan national".

use crate::answer::query::Query;
use crate::answer::subject::{Asked, agreement, asked};
use crate::answer::verdict::{Verdict, answered};
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::names::gazetteer::group;
use crate::text::wordnet::is_mainly;
use crate::text::{Pos, Relation, Span};

/// Words for belonging to a state, in questions.
const ASKED: [&str; 2] = ["citizenship", "nationality"];
/// Nouns that an adjective before them makes a nationality.
const BELONGING: [&str; 6] = ["citizen", "citizenship", "descent", "national", "nationality", "passport"];

/// Whether the question asks for a nationality.
pub fn asks_nationality(question: &Question) -> bool {
    question.reading.words.iter().any(|w| ASKED.contains(&fold(&w.lemma).as_ref()))
}

/// The first nationality that the document tells of the one whom the question asks about.
pub fn nationality(question: &Question, query: &Query) -> Option<Verdict> {
    let whom = asked(question, query).or_else(|| predicate(question, query)).filter(|_| asks_nationality(question))?;
    query.known.annotations.iter().enumerate().find_map(|(sentence, annotation)| {
        // A mother is near to a father in meaning, and is not him.
        let speaks_of = |whom: &Asked| !matches!(whom, Asked::Described(term) if query.holds(sentence, *term) == 0.0);
        let places = speaks_of(&whom).then(|| query.places(sentence))?;
        let own = agreement(Some(&whom), query, sentence, places);
        let told = described(annotation).find(|(noun, _)| own[*noun] == Some(true))?.1;
        Some(answered(told.of(&annotation.text).to_string(), vec![(sentence, vec![told])], 0.8, "a sentence calls them so".into()))
    })
}

/// Whom a question is about that has them behind its verb: "What nationality was her mother?".
fn predicate(question: &Question, query: &Query) -> Option<Asked> {
    let root = question.reading.root()?;
    let term = query.term_at(root)?;
    Some(if matches!(query.terms[term].term.part, Part::Topic | Part::Name) { Asked::Named(vec![term]) } else { Asked::Described(term) })
}

/// The nouns of a sentence that say what its subject is, each with the nationality before it.
fn described(annotation: &Annotation) -> impl Iterator<Item = (usize, Span)> + '_ {
    let reading = &annotation.reading;
    annotation.names.iter().filter_map(move |name| {
        group(name.core.of(&annotation.text)).filter(|(kind, _)| *kind == "nationality")?;
        let adjective = reading.within(name.core).next()?;
        let noun = reading.words[adjective].head?;
        let lemma = fold(&reading.words[noun].lemma);
        let is = reading.words[noun].pos == Pos::Noun
            && reading.child(noun, Relation::Cop).is_some()
            && (is_mainly(&lemma, "person") || is_mainly(&lemma, "occupation"));
        (is || BELONGING.contains(&lemma.as_ref())).then_some((noun, name.core))
    })
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn an_adjective_tells_a_nationality() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow is a Norwegian diver. Her mother was a Danish nurse. As a Finnish national, Bela Trask could not join her. She met a Swedish poet.\n",
            &[
                ("What is her nationality?", Some("Norwegian")),
                ("What nationality was her mother?", Some("Danish")),
                ("What was the nationality of Bela Trask?", Some("Finnish")),
                ("What nationality was her father?", None),
            ],
        );
    }
}
