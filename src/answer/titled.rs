//! Titled: what a noun is called by the words in quotation marks beside it: the "Heron" affair, the song "Low Water".

use crate::answer::query::Query;
use crate::answer::verdict::{Verdict, answered};
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::{Pos, Relation, Span};

/// How sure it is.
const SURE: f64 = 0.7;
/// The most words of a title.
const LONGEST: usize = 8;
/// How good a wording of the noun must stand beside the title.
const SAME: f64 = 0.9;

/// The words in quotation marks by which the noun goes of which the question asks what it is or was called, where just one is so called in the document and its
/// sentence has all else that the question names.
pub fn titled(question: &Question, query: &Query) -> Option<Verdict> {
    let (reading, words) = (&question.reading, question.folded_words());
    let asks = words.first().is_some_and(|w| w == "what") && words.iter().any(|w| matches!(w.as_str(), "called" | "named" | "name"));
    let naming = |w: usize| matches!(&*reading.words[w].lemma, "call" | "name");
    let of_name = |w: usize| reading.is(w, Relation::Nmod) && reading.words[w].head.is_some_and(naming);
    let asked = |w: &usize| reading.words[*w].pos == Pos::Noun && (reading.is(*w, Relation::Nsubj) || of_name(*w)) && !naming(*w);
    let noun = (0..reading.words.len()).filter(|_| asks && question.dates.is_empty()).find(asked).and_then(|w| query.term_at(w))?;
    let named = |t: usize| {
        let bound = &query.terms[t];
        t != noun && bound.term.weight >= 0.5 && bound.term.part != Part::Topic && !(bound.term.words.0..bound.term.words.1).any(naming)
    };
    let called = query.known.annotations.iter().enumerate().flat_map(|(sentence, annotation)| {
        let all =
            query.holds(sentence, noun) >= SAME && (0..query.terms.len()).filter(|&t| named(t)).all(|t| query.holds(sentence, t) > 0.0);
        let images = query.places(sentence).iter().filter(move |(_, t)| all && *t == noun).map(|(w, _)| *w);
        images.filter_map(move |w| beside(annotation, w).map(|span| (sentence, span)))
    });
    let called: Vec<(usize, Span)> = called.collect();
    let &[(sentence, span)] = &called[..] else { return None };
    let answer = span.of(&query.known.annotations[sentence].text).to_string();
    Some(answered(answer, vec![(sentence, vec![span])], SURE, "it goes by the words in quotation marks".into()))
}

/// The words in quotation marks right before or behind a word.
fn beside(annotation: &Annotation, word: usize) -> Option<Span> {
    let words = &annotation.reading.words;
    let mark = |w: usize| matches!(words[w].span.of(&annotation.text), "\"" | "“" | "”");
    let within = |open: usize, close: usize| (close > open + 1).then(|| words[open + 1].span.cover(words[close - 1].span));
    let close = word.checked_sub(1).filter(|&w| mark(w));
    let before =
        close.and_then(|close| (close.saturating_sub(LONGEST)..close).rev().find(|&w| mark(w)).and_then(|open| within(open, close)));
    let open = Some(word + 1).filter(|&w| w < words.len() && mark(w));
    let behind =
        || open.and_then(|open| (open + 1..(open + LONGEST).min(words.len())).find(|&w| mark(w)).and_then(|close| within(open, close)));
    before.or_else(behind)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn a_noun_goes_by_the_words_beside_it() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow is a diver. Her claim was rejected in later proceedings over the \"Herons\" case. Her boat sank. Olin Pask wrote the song \"Low Water\" about it, \
             and Bela Trask the song \"Ebb\".\n",
            &[
                ("What was the case called?", Some("Herons")),
                ("What was her boat called?", None),
                ("What was Olin Pask's song called?", Some("Low Water")),
            ],
        );
    }
}
