//! Aspect: whether a verb tells that something began or that it ended. What is said of an end is no answer about a beginning: "was removed in 2020" for "When
//! did he start?".

use crate::answer::query::Query;
use crate::answer::rank::Piece;
use crate::answer::spans::Form;
use crate::knowledge::rules::{Aspects, Words};
use crate::question::Question;
use crate::text::{Pos, Reading, Relation};

/// Which end of something a verb tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aspect {
    Beginning,
    Ending,
}

/// The end of which a verb tells, by itself or with its particle.
fn aspect(aspects: &Aspects, reading: &Reading, verb: usize) -> Option<Aspect> {
    let lemma = &reading.words[verb].lemma;
    let particle = reading.child(verb, Relation::CompoundPrt).map(|particle| format!("{lemma} {}", reading.words[particle].lemma));
    let has = |verbs: &Words| verbs.has(lemma) || particle.as_ref().is_some_and(|verb| verbs.has(verb));
    let begins = has(&aspects.beginning).then_some(Aspect::Beginning);
    begins.or_else(|| has(&aspects.ending).then_some(Aspect::Ending))
}

/// Leaves out the candidates that stand by a verb of the other end of what the question, by the verb it turns on, asks about one end of.
pub fn drop_other_ends(question: &Question, query: &Query, pieces: &mut Vec<Piece>) {
    let aspects = &question.wording.aspects;
    let of = |reading: &Reading, w: usize| aspect(aspects, reading, w);
    let root = question.reading.root().filter(|&root| question.reading.words[root].pos == Pos::Verb);
    let Some(asked) = root.and_then(|root| of(&question.reading, root)) else { return };
    let unlike = |w: usize| of(&question.reading, w).is_some_and(|other| other != asked);
    if (0..question.reading.words.len()).any(unlike) {
        return;
    }
    pieces.retain(|r| {
        let reading = &query.known.annotations[r.sentence].reading;
        let verb = reading.ancestors(r.candidate.head).find(|&w| reading.words[w].pos == Pos::Verb);
        r.candidate.form == Form::Clause || verb.and_then(|verb| of(reading, verb)).is_none_or(|told| told == asked)
    });
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn an_end_is_no_beginning() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a baker. She joined the Orm Choir as a regular soloist for the winter season, among others from the island, in May 1931. \
             She was removed from the Orm Choir in March 1934. Olin Pask left the Velm Guild in 1940.\n",
            &[
                ("When did Merrow start in the Orm Choir?", Some("May 1931")),
                ("When did Merrow leave the Orm Choir?", Some("March 1934")),
                ("When did Olin Pask leave the Velm Guild?", Some("1940")),
                ("When did Olin Pask join the Velm Guild?", None),
            ],
        );
        check_answers(
            "= The Tar Kettles =\n\nThe Tar Kettles were formed in the spring of 1931 in Velm. They sang at fairs.\n",
            &[("When were the Tar Kettles formed?", Some("spring of 1931")), ("When did the Tar Kettles split up?", None)],
        );
    }
}
