//! Those who did it, where a sentence lists them by the noun for whoever does it: "Supporters included Ada Merrow and Olin Pask", for "Who supported her?"

use crate::answer::lists::items::listed;
use crate::answer::query::Query;
use crate::answer::series::series;
use crate::answer::verdict::Verdict;
use crate::document::Kind;
use crate::knowledge::rules::Shape;
use crate::question::{Part, Question};
use crate::text::term::term;
use crate::text::{Pos, Relation, Tag, wordnet};

/// How sure it is that those whom a sentence lists are all who did it.
const INCLUDED: f64 = 0.7;

/// Verbs by which a sentence lists somebody.
const LISTING: [&str; 4] = ["be", "comprise", "feature", "include"];

/// All whom the one sentence lists that does so by the noun for whoever does what the question asks about, where no other sentence says more of that.
pub fn included(question: &Question, query: &Query) -> Option<Verdict> {
    let asks = question.answer_type.starts_with("HUM") && matches!(question.shape, Shape::Short | Shape::List);
    let listing = if asks { listing(query) } else { return None };
    let doing = (0..query.terms.len()).filter(|&t| matches!(query.terms[t].term.part, Part::Verb | Part::Other | Part::Focus));
    let (verb, sentence) = doing.filter_map(|t| sole(question, query, t, &listing).map(|s| (t, s))).next()?;
    let others =
        (0..query.terms.len()).filter(|&t| t != verb && !matches!(query.terms[t].term.part, Part::Topic | Part::Focus)).collect::<Vec<_>>();
    let named = |t: usize| query.terms[t].term.part == Part::Name;
    let held = |s: usize, t: usize| query.holds(s, t).max(query.in_heading(s, t));
    let share = |s: usize| others.iter().map(|&t| query.terms[t].weight * held(s, t)).sum::<f64>();
    let does = |s: &usize| query.holds(*s, verb) >= 0.5 && *s != sentence;
    let better = (0..query.known.annotations.len()).filter(does).any(|s| share(s) > share(sentence));
    if better || others.iter().any(|&t| named(t) && held(sentence, t) == 0.0) {
        return None;
    }
    let annotation = &query.known.annotations[sentence];
    let found = series(annotation).into_iter().next()?;
    Some(listed(question, query, sentence, &found).told(INCLUDED))
}

/// The sentences whose verb lists somebody by a noun for several people without more, each with that noun's lemma.
fn listing<'q>(query: &Query<'q>) -> Vec<(usize, &'q str)> {
    let known = query.known;
    let prose = (0..known.annotations.len()).filter(|&s| known.document.sentences[s].kind == Kind::Prose);
    let lists = |s: usize| {
        let reading = &known.annotations[s].reading;
        let root = reading.root()?;
        let verb = reading.child(root, Relation::Cop).unwrap_or(root);
        let subject = reading.child(root, Relation::Nsubj).filter(|_| LISTING.contains(&&*reading.words[verb].lemma))?;
        let alone = reading.children(subject).all(|c| matches!(reading.words[c].pos, Pos::Det | Pos::Pron | Pos::Adj));
        let noun = &reading.words[subject];
        (noun.tag == Tag::Nns && alone && wordnet::is_a(&noun.lemma, "person")).then_some((s, noun.lemma.as_str()))
    };
    prose.filter_map(lists).collect()
}

/// The one of the sentences that are `listing` people that does so by the noun for whoever does what a term of the question tells.
fn sole(question: &Question, query: &Query, verb: usize, listing: &[(usize, &str)]) -> Option<usize> {
    let lemma = &question.reading.words[query.terms[verb].term.words.0].lemma;
    let doer = |noun: &str| term(noun) == term(lemma) || wordnet::derivations(lemma).any(|derived| derived == noun);
    let lists = |&&(s, noun): &&(usize, &str)| doer(noun) && series(&query.known.annotations[s]).len() == 1;
    let mut found = listing.iter().filter(lists);
    found.next().filter(|_| found.next().is_none()).map(|(s, _)| *s)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn those_who_did_it_are_listed() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow ran for mayor of Orm in 1931. A fair in Velm drew support from Bo Lind, Ine Vold and the Orm Guild. \
             Supporters included Olin Pask, the baker Tom Tarn and the diver Uma Reed. Her opponents were many.\n",
            &[
                ("Who supported her campaign?", Some("Olin Pask; Tom Tarn; Uma Reed")),
                ("Which of her supporters was a diver?", Some("Uma Reed")),
                ("Which diver supported her?", Some("Uma Reed")),
                ("Who supported the fair in Velm?", Some("Bo Lind, Ine Vold and the Orm Guild")),
                ("Who opposed her?", None),
            ],
        );
    }
}
