//! Plain statements: a sentence that says of the one asked about, by the question's own verb and nothing between, what the question asks: "Ada Merrow was born in Velm" for
//! "Where was she born?"

use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::types::Fit;
use crate::knowledge::rules::Feature;
use crate::question::{Part, Question};
use crate::text::term::term;
use crate::text::{Pos, Relation};

/// How well a sentence must hold what else the question says.
const HELD: f64 = 0.8;

/// Whether a candidate hangs right on the question's verb, in a clause about the one asked about, and the sentence holds all else that the question says.
pub fn is_said_plainly(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let asked = &question.reading;
    let Some(root) = asked.root().filter(|&root| asked.words[root].pos == Pos::Verb) else { return false };
    let Some(verb) = query.term_at(root) else { return false };
    let reading = &query.known.annotations[candidate.sentence].reading;
    let known = |t: usize| {
        let own = &query.terms[t];
        let focus = question.focus.is_some_and(|focus| query.term_at(focus) == Some(t));
        t == verb
            || (own.is_name() || own.called.is_some()) && query.holds(candidate.sentence, t) > 0.0
            || own.term.part == Part::Topic
            || own.term.weight <= 0.5
            || focus
            || query.holds(candidate.sentence, t) >= HELD
    };
    let lemma = term(&asked.words[root].lemma);
    let said = |&w: &usize| reading.words[w].pos == Pos::Verb && term(&reading.words[w].lemma) == lemma;
    let head = candidate.candidate.head;
    let above = reading.words[head].head.filter(said);
    let fits =
        matches!(candidate.fit, Fit::Exact | Fit::Fits) && matches!(reading.words[head].relation.base(), Relation::Obl | Relation::Obj);
    (0..query.terms.len()).all(known) && above.is_some() && fits && candidate.features[Feature::SubjectAgrees as usize] > 0.0
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_is_said_plainly_needs_no_more() {
        check_answers(
            "The Orm Ferry is a 1958 novel by the Danish writer Leonie Askel, her third. Askel was born in the river port of Halm, where her grandfather, Matti Rook, had worked the \
             ferry for forty years. Rook died in January 1940.\n",
            &[
                ("Where was Leonie Askel born?", Some("Halm")),
                ("Where was the author born?", Some("river port of Halm")),
                ("When did the author die?", None),
                ("When did Matti Rook die?", Some("January 1940")),
            ],
        );
    }
}
