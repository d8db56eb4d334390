//! Fame: what somebody or something is known for.

use crate::answer::query::Query;
use crate::answer::subject::{agreement, asked};
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::facts::annotation::Annotation;
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::{Relation, Span};

/// How sure it is.
const SURE: f64 = 0.8;

/// What a sentence about whom or what the question asks about says behind "known for", where that ends the question: "What is it famous for?"
pub fn fame(question: &Question, query: &Query) -> Option<Verdict> {
    let words = question.folded_words();
    let fame = &question.wording.reasons.fame;
    let told: Vec<&str> = words.iter().map(String::as_str).filter(|word| *word != "?").collect();
    if !matches!(told[..], [.., known, "for"] if fame.has(known)) {
        return None;
    }
    let whom = asked(question, query)?;
    query.known.annotations.iter().enumerate().find_map(|(sentence, annotation)| {
        let own = agreement(Some(&whom), query, sentence, query.places(sentence));
        let said = |w: usize| fold(annotation.reading.words[w].span.of(&annotation.text));
        let known = |w: &usize| fame.has(&said(*w)) && own[*w] == Some(true);
        let span = (0..annotation.reading.words.len()).filter(known).find_map(|w| behind_for(annotation, w))?;
        let grounds = vec![(sentence, vec![span])];
        Some(answered(squeeze(span.of(&annotation.text)), grounds, SURE, "a sentence says what for".into()))
    })
}

/// What hangs on a word with "for".
fn behind_for(annotation: &Annotation, known: usize) -> Option<Span> {
    let reading = &annotation.reading;
    let opener = |thing: usize| reading.child(thing, Relation::Case).filter(|&c| reading.words[c].lemma == "for");
    let (thing, opener) = reading.children(known).find_map(|thing| Some((thing, opener(thing)?)))?;
    Some(reading.span_of(&reading.subtree_without(thing, |c| c <= opener)))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn fame_is_told() {
        check_answers(
            "= Velm =\n\nVelm is a town on Orm. It has 900 inhabitants and is known for its plums and its tower. The baker Ada Merrow is famous for a smoked cheese.\n",
            &[("What is Velm known for?", Some("its plums and its tower")), ("What is Ada Merrow known for?", Some("a smoked cheese"))],
        );
    }
}
