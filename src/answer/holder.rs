//! Holders: who, in a sentence, holds the office or has the part that a question asks about: "Olin Pask, who became the first warden; Ada Merrow, a cook" tells that Pask
//! was warden, not Merrow.

use crate::answer::link::is_wh;
use crate::answer::query::Query;
use crate::answer::rank::Piece;
use crate::facts::annotation::Annotation;
use crate::question::Question;
use crate::text::{Pos, Reading, Relation, wordnet};

/// Leaves out of the sentences that say who became or was what the question asks for whoever else stands in them.
pub fn drop_other_holders(question: &Question, query: &Query, pieces: &mut Vec<Piece>) {
    let Some(role) = asked_role(question) else { return };
    let mut sentences: Vec<usize> = pieces.iter().map(|piece| piece.sentence).collect();
    sentences.dedup();
    for sentence in sentences {
        let is_role = |word: usize| query.places(sentence).iter().any(|&(w, t)| w == word && Some(t) == query.term_at(role));
        let Some(own) = holder(&query.known.annotations[sentence], is_role) else { continue };
        let held = |piece: &Piece| own.contains(&piece.candidate.head);
        if pieces.iter().any(|piece| piece.sentence == sentence && held(piece)) {
            pieces.retain(|piece| piece.sentence != sentence || held(piece));
        }
    }
}

/// The noun for a person by which a question asks who somebody was: "Who was the first warden?", "Who became warden?"
pub fn asked_role(question: &Question) -> Option<usize> {
    let reading = &question.reading;
    let root = reading.root()?;
    let asks = is_wh(reading.words[root].tag);
    let subject = reading.child(root, Relation::Nsubj)?;
    let noun = if asks { Some(subject) } else { role(reading, root).filter(|_| is_wh(reading.words[subject].tag)) }?;
    let who = question.folded_words().first().is_some_and(|word| word == "who");
    let person = who && wordnet::is_a(&reading.words[noun].lemma, "person");
    (question.answer_type == "HUM:ind" && person).then_some(noun)
}

/// The noun that says what the subject of a clause is or became: the clause's root itself, or what hangs on a verb of becoming.
fn role(reading: &Reading, root: usize) -> Option<usize> {
    let copula = reading.child(root, Relation::Cop).is_some() && reading.words[root].pos == Pos::Noun;
    let becomes = || matches!(&*reading.words[root].lemma, "become" | "remain");
    let behind = || reading.children(root).find(|&c| matches!(reading.words[c].relation.base(), Relation::Obj | Relation::Xcomp));
    if copula { Some(root) } else { behind().filter(|&w| becomes() && reading.words[w].pos == Pos::Noun) }
}

/// The words of the one of whom a sentence says that they are or became what the question asks; `None` where it says so of nobody, of several or by a pronoun.
fn holder(annotation: &Annotation, is_role: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
    let reading = &annotation.reading;
    let says = |&root: &usize| role(reading, root).is_some_and(&is_role);
    let mut roots = (0..reading.words.len()).filter(says);
    let root = roots.next().filter(|_| roots.next().is_none())?;
    let subject = reading.child(root, Relation::Nsubj)?;
    let relative = reading.is(root, Relation::AclRelcl) && reading.words[subject].lemma == "who";
    let own = if relative { reading.words[root].head? } else { subject };
    let told = reading.words[own].pos == Pos::Propn || reading.children(own).any(|c| reading.words[c].pos == Pos::Propn && c > own);
    let inside = |w: &usize| !reading.is_ancestor(root, *w) || !relative;
    let listed = |w: usize| reading.ancestors(w).take_while(|&above| above != own).any(|above| reading.is(above, Relation::Conj));
    told.then(|| reading.subtree(own).into_iter().filter(inside).filter(|&w| !listed(w)).collect())
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn who_became_something_is_told_from_whoever_stands_beside_them() {
        check_answers(
            "= Orm Guild =\n\nAmong the founders were the baker Olin Pask, who became the first warden; Ada Merrow, a cook; and the priest Bo Lind.\n",
            &[
                ("Who was the first warden of the Orm Guild?", Some("Olin Pask")),
                ("Who became the first warden?", Some("Olin Pask")),
                ("Who were the founders?", Some("Olin Pask; Ada Merrow; Bo Lind")),
                ("orm guild first warden", None),
            ],
        );
    }
}
