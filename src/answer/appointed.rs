//! Appointed: to what post somebody was chosen: "was elected its warden in 1931", "served as its clerk", for "What post did she hold in the guild?"

use crate::answer::polarity::is_negated;
use crate::answer::query::{Bound, Query};
use crate::answer::subject::{agreement, asked};
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::document::Kind;
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::values::Date;
use crate::text::wordnet::is_a;
use crate::text::{Pos, Relation, Span};

/// Nouns for a post, and verbs of having or getting one, which say nothing of which.
const POSTS: [&str; 5] = ["office", "position", "post", "rank", "role"];
const HOLDING: [&str; 12] = ["appoint", "be", "elect", "fill", "gain", "get", "give", "have", "hold", "obtain", "occupy", "take"];
/// Verbs of choosing somebody for a post, and of having one.
const CHOOSING: [&str; 8] = ["appoint", "choose", "designate", "elect", "make", "name", "pick", "select"];
const SERVING: [&str; 4] = ["act", "become", "remain", "serve"];

/// How sure it is.
const SURE: f64 = 0.7;

/// The post that one sentence alone says that the one asked about was chosen for or held, where it has all else that the question names.
pub fn appointed(question: &Question, query: &Query) -> Option<Verdict> {
    let asked_words = &question.reading.words;
    let focus = question.focus.filter(|&focus| POSTS.contains(&&*asked_words[focus].lemma))?;
    let root = question.reading.root().filter(|&root| HOLDING.contains(&&*asked_words[root].lemma))?;
    let whom = asked(question, query)?;
    let light = |b: &Bound| {
        let own = b.term.words.0..b.term.words.1;
        b.term.part == Part::Topic || b.term.weight < 0.5 || own.contains(&focus) || own.contains(&root)
    };
    let named: Vec<usize> = (0..query.terms.len()).filter(|&t| !light(&query.terms[t])).collect();
    let dated = |date: &Date| question.dates.iter().any(|asked| asked.overlaps(date));
    let posts = query.known.annotations.iter().enumerate().flat_map(|(sentence, annotation)| {
        let prose = matches!(query.known.document.sentences[sentence].kind, Kind::Prose | Kind::Item);
        let then = question.dates.is_empty() || annotation.values.iter().any(|v| v.kind.date().is_some_and(dated));
        let own = agreement(Some(&whom), query, sentence, query.places(sentence));
        let all = prose && then && named.iter().all(|&t| query.holds(sentence, t) > 0.0);
        let posts = (0..own.len()).filter(|&verb| all && own[verb] == Some(true)).filter_map(|verb| post(annotation, verb));
        posts.map(|post| (sentence, post)).collect::<Vec<_>>()
    });
    let posts: Vec<(usize, Span)> = posts.collect();
    let &[(sentence, span)] = &posts[..] else { return None };
    let answer = squeeze(span.of(&query.known.annotations[sentence].text));
    Some(answered(answer, vec![(sentence, vec![span])], SURE, "a sentence says what they were chosen for".into()))
}

/// The post that a verb of choosing or serving gives its subject: the noun behind "as", or right behind the verb; without dates and places behind it.
fn post(annotation: &Annotation, verb: usize) -> Option<Span> {
    let reading = &annotation.reading;
    let words = &reading.words;
    let (lemma, passive) = (&*words[verb].lemma, reading.child(verb, Relation::AuxPass).is_some() || reading.is(verb, Relation::Conj));
    let chooses = CHOOSING.contains(&lemma) && passive || SERVING.contains(&lemma);
    let as_what = |c: usize| reading.is(c, Relation::Obl) && reading.children(c).any(|case| case < c && words[case].lemma == "as");
    let behind = |c: usize| matches!(words[c].relation.base(), Relation::Obj | Relation::Xcomp);
    let noun = |c: &usize| *c > verb && words[*c].pos == Pos::Noun && (as_what(*c) || behind(*c)) && is_a(&words[*c].lemma, "person");
    // "Refused to become", "was not chosen".
    let so = !reading.is(verb, Relation::Xcomp) && !is_negated(reading, &annotation.text, verb);
    let head = reading.children(verb).find(noun).filter(|_| chooses && so)?;
    let of = |c: usize| reading.is(c, Relation::Nmod) && reading.children(c).any(|case| words[case].lemma == "of");
    let outside =
        |c: usize| words[c].relation == Relation::Case && words[c].lemma == "as" || c > head && words[c].head == Some(head) && !of(c);
    let own = reading.subtree_without(head, outside);
    let says = |w: &&usize| words[**w].pos != Pos::Punct;
    Some(words[*own.iter().find(says)?].span.cover(words[*own.iter().rfind(says)?].span))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn a_post_is_what_somebody_was_chosen_for() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow is a diver. She helped to found the Orm Guild in 1931 and was chosen as its first warden in 1934. She joined the Velm Choir, of which her \
             brother became the treasurer. She was not chosen as clerk of the Halm Club, and refused to become the treasurer of the Tarn League. Bo Lind, who was made a member \
             of the Row Fund, served as its clerk.\n",
            &[
                ("What post did Ada Merrow hold in the Orm Guild?", Some("its first warden")),
                ("Which position did she get in the guild in 1934?", Some("its first warden")),
                ("What post did Ada Merrow hold in the Velm Choir?", None),
                ("What post did Ada Merrow hold in the Halm Club?", None),
                ("What post did Ada Merrow get in the Tarn League?", None),
                ("What post did Bo Lind hold in the Row Fund?", None),
            ],
        );
    }
}
