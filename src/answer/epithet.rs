//! Epithets: whom a sentence calls by a noun beside the name. "Tom Tarn, the mayor, met Ada Merrow" does not say that Ada Merrow was the mayor.

use crate::answer::query::Query;
use crate::answer::subject::named_terms;
use crate::facts::annotation::Annotation;
use crate::question::Question;
use crate::text::names::Mention;
use crate::text::{Pos, Relation, Tag};

/// The most words between a name and the noun behind its comma.
const BETWEEN: usize = 4;

/// Whether the question asks if somebody is what a sentence only calls another by.
pub fn is_of_another(question: &Question, query: &Query, sentence: usize) -> bool {
    let asked = &question.reading;
    // "Brothers" are so of each other.
    let one = |root: usize| asked.words[root].pos == Pos::Noun && asked.words[root].tag != Tag::Nns;
    let noun = asked.root().filter(|&root| one(root) && asked.child(root, Relation::Cop).is_some());
    let Some(term) = noun.and_then(|noun| query.term_at(noun)) else { return false };
    let subject = noun.and_then(|noun| asked.child(noun, Relation::Nsubj)).filter(|&s| asked.words[s].pos == Pos::Propn);
    let terms = subject.map_or(Vec::new(), |subject| named_terms(query, asked, subject));
    let annotation = &query.known.annotations[sentence];
    let places = query.places(sentence);
    let referents = query.known.cast.referents(sentence);
    let means = |name: &Mention| {
        let words = annotation.reading.within(name.core);
        let held = places.iter().any(|(w, t)| words.contains(w) && terms.contains(t));
        held || referents.iter().any(|r| words.contains(&r.first) && terms.iter().all(|t| r.name.contains(&query.terms[*t].term.word)))
    };
    let mut images = places.iter().filter(|(_, t)| *t == term).map(|(w, _)| *w).peekable();
    let other = |noun: usize| bearer(annotation, noun).is_some_and(|name| !means(name));
    !terms.is_empty() && images.peek().is_some() && images.all(other)
}

/// The name beside which a noun stands: "Ada Merrow, the first mayor", "the mayor, Ada Merrow", "mayor Ada Merrow".
fn bearer(annotation: &Annotation, noun: usize) -> Option<&Mention> {
    let words = &annotation.reading.words;
    let comma = |w: usize| words.get(w).is_some_and(|word| word.tag == Tag::Comma);
    let names = || annotation.names.iter().map(|name| (annotation.reading.within(name.core), name));
    let describes = |w: usize| matches!(words[w].pos, Pos::Det | Pos::Adj | Pos::Num | Pos::Noun | Pos::Adv);
    let before = names().find(|(own, _)| {
        comma(own.end)
            && (own.end + 1..=own.end + 1 + BETWEEN).contains(&noun)
            && (own.end + 1..noun).all(describes)
            && words[own.end + 1].pos == Pos::Det
    });
    let behind = names().find(|(own, _)| own.start == noun + 1 || own.start == noun + 2 && comma(noun + 1));
    before.or(behind).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_one_is_called_another_is_not() {
        check_answers(
            "= Orm Fair =\n\nThe Orm Fair is a fair in Velm. Tom Tarn, the mayor, met Ada Vold at the fair in 1931. The part of the miller went to Olin Pask, an actor of seventy, \
             after Bo Lind, the first choice, had broken a hip.\n",
            &[
                ("Was Tom Tarn the mayor?", Some("yes")),
                ("Was Ada Vold the mayor?", None),
                ("Was Bo Lind the first choice?", Some("yes")),
                ("Was Olin Pask the first choice?", None),
            ],
        );
    }
}
