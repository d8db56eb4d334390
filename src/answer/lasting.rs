//! Lasting: whether what the question asks about still holds: no, where a sentence says that it ended; else as the span of years behind it in the infobox says.

use crate::answer::polarity::predicate_negated;
use crate::answer::query::Query;
use crate::answer::subject::{agreement, asked};
use crate::answer::tenure::lasts;
use crate::document::Kind;
use crate::question::{Part, Question};
use crate::text::{Pos, Relation, Tag};

/// Whether what a question with "still" asks about holds, and the sentence or line that says so.
pub fn still(question: &Question, query: &Query) -> Option<(bool, usize)> {
    let words = question.folded_words();
    let present = question.reading.words.iter().any(|w| matches!(w.tag, Tag::Vbz | Tag::Vbp) && matches!(w.pos, Pos::Verb | Pos::Aux));
    if !present || !words.iter().any(|word| word == "still") {
        return None;
    }
    lasts(question, query).or_else(|| ended(question, query).map(|sentence| (false, sentence)))
}

/// The last sentence that says of all that the question asks about that it ended, where none behind it says that it began anew.
fn ended(question: &Question, query: &Query) -> Option<usize> {
    let aspects = &question.wording.aspects;
    let says =
        |t: &usize| query.terms[*t].term.part != Part::Topic && query.terms[*t].term.word != "still" && query.terms[*t].weight >= 0.5;
    let terms: Vec<usize> = (0..query.terms.len()).filter(says).collect();
    let names = terms.iter().any(|&t| query.terms[t].term.part == Part::Name);
    let whom = asked(question, query);
    let telling = |s: &usize| {
        let prose = matches!(query.known.document.sentences[*s].kind, Kind::Prose | Kind::Item);
        prose && terms.iter().all(|&t| query.holds(*s, t) >= 0.5)
    };
    let turns = |s: usize, ending: bool| {
        let annotation = &query.known.annotations[s];
        let reading = &annotation.reading;
        let places = query.places(s);
        let own = agreement(whom.as_ref(), query, s, places);
        let governs = |verb: usize| {
            let below = |w: usize| reading.is_ancestor(verb, w);
            let held = |t: &usize| places.iter().any(|&(w, term)| term == *t && below(w));
            terms.iter().all(held) && own[verb] != Some(false)
        };
        (0..reading.words.len()).any(|verb| {
            let word = &reading.words[verb];
            let kind = if ending { &aspects.ending } else { &aspects.beginning };
            let finite = word.pos == Pos::Verb && !matches!(word.relation.base(), Relation::Xcomp | Relation::Amod | Relation::Acl);
            finite && kind.has(&word.lemma) && governs(verb) && !predicate_negated(reading, &annotation.text, verb)
        })
    };
    let all = 0..query.known.annotations.len();
    let last = all.clone().filter(|_| names).filter(telling).rfind(|&s| turns(s, true))?;
    (!all.skip(last + 1).filter(|s| telling(s)).any(|s| turns(s, false))).then_some(last)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_ended_does_not_last() {
        check_answers(
            "= Ada Merrow =\n- Party: Harbour League (2021–present)\n- Otherparty: Orm Union (2017–2021)\n\nAda Merrow is a docker. She joined the Velm Choir in 1931. \
             She was removed from the Velm Choir in 1934. She left the Orm Guild in 1940. She joined the Orm Guild again in 1950.\n",
            &[
                ("Is she still in the Velm Choir?", Some("no")),
                ("Is she still a member of the Orm Guild?", None),
                ("Is she still a member of the Harbour League?", Some("yes")),
                ("Is she still a member of the Orm Union?", Some("no")),
            ],
        );
    }
}
