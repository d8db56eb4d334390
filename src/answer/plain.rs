//! Plain statements: a sentence that says of the one asked about, by the question's own verb and nothing between, what the question asks: "Ada Merrow was born in Velm" for
//! "Where was she born?"

use crate::answer::link::is_wh;
use crate::answer::polarity::is_negated;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::spans::Form;
use crate::answer::types::Fit;
use crate::knowledge::rules::Feature;
use crate::question::{Part, Question};
use crate::text::term::term;
use crate::text::{Pos, Reading, Relation, Tag};

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
    if !(0..query.terms.len()).all(known) {
        return false;
    }
    let head = candidate.candidate.head;
    let fits = matches!(candidate.fit, Fit::Exact | Fit::Fits);
    let above = reading.words[head].head.filter(said);
    let behind = above.is_some() && matches!(reading.words[head].relation.base(), Relation::Obl | Relation::Obj);
    if behind && fits && candidate.features[Feature::SubjectAgrees as usize] > 0.0 {
        return true;
    }
    let named = matches!(candidate.candidate.form, Form::Name(_)) && candidate.fit == Fit::Open;
    (fits || named)
        && asks_for_subject(asked, root)
        && (0..reading.words.len()).filter(said).any(|w| is_doer(question, query, candidate, root, w))
}

/// Whether the question asks for the subject of its verb: "Which picture is considered her best?"
fn asks_for_subject(asked: &Reading, root: usize) -> bool {
    let subject = asked.child(root, Relation::Nsubj);
    subject.is_some_and(|subject| asked.subtree(subject).into_iter().any(|w| is_wh(asked.words[w].tag)))
}

/// Whether a candidate is the subject of a verb of its sentence, of the same voice as the question's, below which something else stands that the question says.
fn is_doer(question: &Question, query: &Query, candidate: &Ranked, root: usize, verb: usize) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let passive = |reading: &Reading, verb: usize| {
        reading.children(verb).any(|c| matches!(reading.words[c].relation, Relation::NsubjPass | Relation::AuxPass))
    };
    let content = |t: usize| query.terms[t].weight >= 1.0 && query.terms[t].term.part != Part::Topic && Some(t) != query.term_at(root);
    let below =
        |w: usize| reading.ancestors(w).any(|above| above == verb) && !reading.ancestors(w).any(|above| above == candidate.candidate.head);
    let subject = |verb: usize| reading.child(verb, Relation::Nsubj);
    let joined =
        || reading.words[verb].head.filter(|_| reading.is(verb, Relation::Conj) && reading.words[verb].tag != Tag::Vbg).and_then(subject);
    subject(verb).or_else(joined) == Some(candidate.candidate.head)
        && passive(reading, verb) == passive(&question.reading, root)
        && !is_negated(reading, &query.known.annotations[candidate.sentence].text, verb)
        && query.places(candidate.sentence).iter().any(|&(w, t)| content(t) && below(w))
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
