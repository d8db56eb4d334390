//! Stances: what somebody was against, by a question that ends with the bare preposition: "What was she striking against?", answered by "strikes opposing the sale";
//! and on which side somebody was: "Was she for or against the sale?"

use crate::answer::evidence::Evidence;
use crate::answer::query::Query;
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Words;
use crate::question::{Part, Question};
use crate::text::{Pos, Relation, Span};

/// How sure it is.
const SURE: f64 = 0.6;
/// How many of the nearest sentences are looked at.
const CLOSE: usize = 3;
/// The least share of the rest of the question, by weight, that the sentence must hold.
const ENOUGH: f64 = 0.6;

/// What the nearest sentence that holds the rest of the question says that somebody was against, where the question asks that.
pub fn stance(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let words = question.folded_words();
    let ends = words.iter().rposition(|word| word == "against").filter(|&at| words[..at].iter().any(|word| word == "what"))?;
    if query.terms.iter().any(|b| b.term.words.0 > ends && b.term.part != Part::Date) {
        return None;
    }
    let against = query.term_at(ends);
    let rest: Vec<usize> = (0..query.terms.len()).filter(|&t| Some(t) != against && query.terms[t].term.part != Part::Topic).collect();
    let total: f64 = rest.iter().map(|&t| query.terms[t].weight).sum();
    let held = |s: usize| rest.iter().map(|&t| query.terms[t].weight * query.alike(s, t)).sum::<f64>();
    let dated = |s: usize| {
        let dates = || query.known.annotations[s].values.iter().filter_map(|v| v.kind.date());
        question.dates.iter().all(|asked| dates().any(|own| own.overlaps(asked)))
    };
    let near = evidence.iter().take(CLOSE).map(|e| e.sentence).filter(|&s| dated(s) && total > 0.0 && held(s) >= ENOUGH * total);
    near.into_iter().find_map(|s| {
        let annotation = &query.known.annotations[s];
        let [thing] = governed(annotation, &question.wording.claims.opposing, "against")[..] else { return None };
        let answer = squeeze(thing.of(&annotation.text));
        Some(answered(answer, vec![(s, vec![thing])], SURE, "a sentence tells what was opposed".into()))
    })
}

/// Whether somebody was for or against something, where the question [offers the two](offers_sides), by the nearest sentence that tells which.
pub fn side(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let claims = &question.wording.claims;
    let means = |t: usize| query.terms[t].term.weight >= 0.5 && !query.terms[t].is_name() && query.terms[t].term.part != Part::Topic;
    let stands_in = |s: usize, span: Span| {
        let reading = &query.known.annotations[s].reading;
        query.places(s).iter().any(|&(w, t)| means(t) && span.contains(reading.words[w].span))
    };
    evidence.iter().take(CLOSE).find_map(|e| {
        let annotation = &query.known.annotations[e.sentence];
        let told = |verbs: &Words, preposition: &str| {
            governed(annotation, verbs, preposition).into_iter().find(|thing| stands_in(e.sentence, *thing))
        };
        let against = told(&claims.opposing, "against").map(|thing| ("against", thing));
        let (answer, thing) = against.or_else(|| told(&claims.backing, "for").map(|thing| ("for", thing)))?;
        Some(answered(answer.into(), vec![(e.sentence, vec![thing])], SURE, "a sentence tells on which side".into()))
    })
}

/// Whether a question asks on which of two sides somebody was.
pub fn offers_sides(question: &Question) -> bool {
    let claims = &question.wording.claims;
    let against = |word: &str| word == "against" || claims.opposing.has(word);
    let backs = |word: &str| word == "for" || claims.backing.has(word);
    let sides = |w: &[String]| w[1] == "or" && (backs(&w[0]) && against(&w[2]) || against(&w[0]) && backs(&w[2]));
    question.folded_words().windows(3).any(sides)
}

/// What stands behind some verbs or a preposition in a sentence, each with what is joined to it.
fn governed(annotation: &Annotation, verbs: &Words, preposition: &str) -> Vec<Span> {
    let reading = &annotation.reading;
    let thing = |w: usize| {
        let own = &reading.words[w];
        let case = own.relation.base() == Relation::Case;
        let opens = verbs.has(&own.lemma) || own.span.of(&annotation.text).eq_ignore_ascii_case(preposition);
        let thing = if case { own.head } else { reading.child(w, Relation::Obj).filter(|_| own.pos == Pos::Verb) };
        thing.filter(|&thing| opens && thing > w)
    };
    let phrase = |head: usize| {
        let words: Vec<usize> = reading.subtree_without(head, |c| {
            matches!(reading.words[c].relation.base(), Relation::Case | Relation::Parataxis | Relation::Advcl)
                && reading.words[c].head == Some(head)
        });
        let start = words.iter().copied().find(|&w| !matches!(reading.words[w].pos, Pos::Punct | Pos::Det));
        let end = words.iter().rfind(|&&w| reading.words[w].pos != Pos::Punct);
        start.zip(end).map(|(start, end)| reading.words[start].span.cover(reading.words[*end].span))
    };
    (0..reading.words.len()).filter_map(thing).filter_map(phrase).collect()
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn the_side_somebody_was_on_is_told() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a docker of Orm. Her programme centred on defending the night boat and opposing the harbour tax. She planted trees.\n",
            &[
                ("Was she for or against the harbour tax?", Some("against")),
                ("Did she support or oppose the night boat?", Some("for")),
                ("Was she for or against the trees?", None),
            ],
        );
    }

    #[test]
    fn what_somebody_was_against_is_told() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a docker of Orm. In 1931 she took part in strikes opposing the sale of the ferry and the end of the night boat. \
             In 1934 she protested against the harbour tax.\n",
            &[
                ("What was she striking against in 1931?", Some("sale of the ferry and the end of the night boat")),
                ("What did she protest against?", Some("harbour tax")),
                ("What was she striking against in 1940?", None),
            ],
        );
    }
}
