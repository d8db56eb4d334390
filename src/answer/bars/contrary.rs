//! Bars of the contrary: a sentence that tells of the opposite, of what was done though it is asked what was not, or of the first of some rather than of all.

use crate::answer::opposite::{Opposites, opposed};
use crate::answer::polarity::is_negated;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::question::Question;
use crate::question::constraints::By;
use crate::text::{Pos, Relation, Tag};

/// Whether the verb that a candidate belongs to is the opposite of the question's, which the sentence lacks: "criticised by the mayor" for "Who praised it?"
pub(super) fn is_of_opposite(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let asked = &question.reading;
    let Some(root) = asked.root().filter(|&root| asked.words[root].pos == Pos::Verb) else { return false };
    let reading = &query.known.annotations[candidate.sentence].reading;
    let Some(term) = query.term_at(root).filter(|&t| query.holds(candidate.sentence, t) < 1.0) else { return false };
    let lemma = &asked.words[query.terms[term].term.words.0].lemma;
    let verb = reading.ancestors(candidate.candidate.head).find(|&w| reading.words[w].pos == Pos::Verb);
    verb.is_some_and(|verb| opposed(question.lexicon, lemma, &reading.words[verb].lemma))
}

/// Whether a sentence holds the opposite of a word of the question that it lacks: "the highest tower" for "Which tower is the lowest?"
pub(super) fn holds_opposite(question: &Question, query: &Query, sentence: usize) -> bool {
    let lacked = (0..query.terms.len()).filter(|&t| query.holds(sentence, t) == 0.0);
    let lacked: Vec<Opposites> = lacked.map(|t| Opposites::of(&question.reading.words[query.terms[t].term.words.0].lemma)).collect();
    let says = |pos: Pos| matches!(pos, Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Adv);
    let words = query.known.annotations[sentence].reading.words.iter().filter(|w| says(w.pos));
    !lacked.is_empty() && words.map(|w| Opposites::of(&w.lemma)).any(|own| lacked.iter().any(|other| own.hold(other, question.lexicon)))
}

/// Whether a question asks of whom or what something is not so, and a candidate's sentence says that it is: "58 were admitted" for "How many were not admitted?"
pub(super) fn is_not_denied(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let asked = &question.reading;
    let denies = asked.root().is_some_and(|root| asked.words[root].pos == Pos::Verb && is_negated(asked, &question.read, root));
    let annotation = &query.known.annotations[candidate.sentence];
    denies && !is_negated(&annotation.reading, &annotation.text, candidate.candidate.head)
}

/// Whether a sentence tells of the first of some, where the question asks for the first of all: "the first president born abroad" for "Who was the first president?"
pub(super) fn is_first_of_some(question: &Question, query: &Query, sentence: usize) -> bool {
    let Some(rank) = question.constraints.rank.as_ref().filter(|rank| matches!(rank.by, By::First | By::Last | By::Nth(_))) else {
        return false;
    };
    let reading = &query.known.annotations[sentence].reading;
    let places = query.places(sentence);
    let same = |w: usize, asked: usize| reading.words[w].lemma == question.reading.words[asked].lemma;
    let Some(noun) = rank.of.filter(|&noun| question.reading.words[noun].pos == Pos::Noun) else { return false };
    let ranked = |n: &usize| same(*n, noun) && reading.children(*n).any(|c| same(c, rank.word));
    let matched = |w: usize| places.iter().any(|(word, _)| *word == w);
    // "The first fair, which was held in May" is the first of all.
    let restricts = |n: usize, c: usize| {
        let clause = matches!(reading.words[c].relation, Relation::Acl | Relation::AclRelcl);
        let aside = (n..c).any(|w| reading.words[w].tag == Tag::Comma);
        clause && !aside && !reading.subtree(c).into_iter().any(matched)
    };
    let mut nouns = (0..reading.words.len()).filter(ranked).peekable();
    nouns.peek().is_some() && nouns.all(|n| reading.children(n).any(|c| c > n && restricts(n, c)))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn the_contrary_is_no_answer() {
        check_answers(
            "= Orm Choir =\n\nThe Orm Choir is a choir. The concert of 1931 was criticised by Olin Pask, while the baker Ine Vold stayed silent. Of the 96 singers 58 were admitted to the hall. \
             Bo Lind was the first president born outside Orm. Tom Tarn, the treasurer, followed Gerta Wallin in 1940.\n",
            &[
                ("Who criticised the concert?", Some("Olin Pask")),
                ("Who praised the concert?", None),
                ("How many singers were admitted to the hall?", Some("58")),
                ("How many singers were not admitted to the hall?", None),
                ("Who was the first president?", None),
                ("Who was the first president born outside Orm?", Some("Bo Lind")),
                ("Who followed Wallin in 1940?", Some("Tom Tarn")),
            ],
        );
    }
}
