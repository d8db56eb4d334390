//! Whereabouts: where something lies, by what the sentence that says what it is says of that: "Orm is a town on the Velm, in the north of Lindmark."

use crate::answer::query::{Bound, Query};
use crate::answer::somebody::is_plain;
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::document::Kind;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::{Pos, Relation, Span};

/// How sure it is.
const SURE: f64 = 0.8;

/// The places behind "in", "at" or "near" in the first sentence that says what the thing is; `None` where more is asked than where it is.
pub fn whereabouts(question: &Question, query: &Query) -> Option<Verdict> {
    let bare = query.terms.iter().all(|b| b.term.part != Part::Verb) && question.dates.is_empty();
    let words = question.folded_words();
    let opens = words.first().is_some_and(|word| word == "where") && !words.iter().any(|word| word == "from");
    let somebody = |b: &Bound| query.known.cast.find(&fold(&b.term.word)).is_some_and(|member| member.kind == NameKind::Person);
    let of_person = query.terms.iter().any(somebody) || words.iter().any(|word| matches!(word.as_str(), "he" | "she" | "they"));
    if !(opens && !of_person && bare && is_plain(question, query) && query.terms.iter().any(|b| b.count > 0)) {
        return None;
    }
    (0..query.known.annotations.len()).find_map(|sentence| {
        let annotation = &query.known.annotations[sentence];
        let reading = &annotation.reading;
        let prose = query.known.document.sentences[sentence].kind == Kind::Prose;
        let root = reading.root().filter(|&root| prose && reading.words[root].pos == Pos::Noun)?;
        reading.child(root, Relation::Cop)?;
        let subject = reading.child(root, Relation::Nsubj)?;
        let places = query.places(sentence);
        let own = reading.subtree(subject);
        let all = (0..query.terms.len())
            .all(|t| query.terms[t].weight < 0.5 && !query.terms[t].is_name() || places.iter().any(|(w, p)| *p == t && own.contains(w)));
        let place =
            |w: &usize| annotation.names.iter().any(|name| name.kind == NameKind::Place && name.core.contains(reading.words[*w].span));
        let at = |w: usize| reading.children(w).find(|&c| c < w && matches!(reading.words[c].lemma.as_str(), "in" | "at" | "near" | "off"));
        let (first, head) = (root + 1..reading.words.len()).filter(place).find_map(|w| at(w).map(|case| (case + 1, w)))?;
        // "In the north of Lindmark, in Velmia": what hangs behind goes with it.
        let goes_on = |w: &usize| {
            place(w) || matches!(reading.words[*w].pos, Pos::Det | Pos::Adp | Pos::Punct | Pos::Adj) || reading.words[*w].pos == Pos::Propn
        };
        let last = (head..reading.words.len()).take_while(goes_on).filter(place).last()?;
        let span = reading.words[first].span.cover(reading.words[last].span);
        all.then(|| {
            answered(squeeze(span.of(&annotation.text)), vec![(sentence, vec![span])], SURE, "a sentence says where it lies".into())
        })
    })
}

/// The place in brackets right behind the one of which nothing is asked but in which country, region or the like it lies: "Velm (Ostland)".
pub fn bracketed(question: &Question, query: &Query) -> Option<Verdict> {
    let asks = question.answer_type.starts_with("LOC") && question.dates.is_empty();
    let lies = |b: &Bound| ["lie", "locate", "situate"].contains(&question.reading.words[b.term.words.0].lemma.as_str());
    let plain = |b: &Bound| b.is_name() || b.term.part == Part::Focus || lies(b) || b.term.weight < LITTLE;
    let named: Vec<usize> = (0..query.terms.len()).filter(|&t| query.terms[t].is_name()).collect();
    if !asks || named.is_empty() || !query.terms.iter().all(plain) {
        return None;
    }
    (0..query.known.annotations.len()).find_map(|sentence| {
        let annotation = &query.known.annotations[sentence];
        let places = || annotation.names.iter().filter(|name| name.kind == NameKind::Place);
        let held = |at: Span| {
            let words = annotation.reading.within(at);
            named.iter().all(|&t| query.places(sentence).iter().any(|&(w, term)| term == t && words.contains(&w)))
        };
        let behind = |at: Span| {
            places().find(|other| {
                annotation.text.get(at.end..other.span.start) == Some(" (") && annotation.text[other.span.end..].starts_with(')')
            })
        };
        let around = places().filter(|name| held(name.core)).find_map(|name| behind(name.span))?;
        let told = squeeze(around.core.of(&annotation.text));
        Some(answered(told, vec![(sentence, vec![around.core])], SURE, "brackets say where it lies".into()))
    })
}

/// The weight of a term that says little.
const LITTLE: f64 = 0.5;

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn brackets_tell_where_a_place_lies() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was born in 1931 in the town of Velm (France) and worked in Orm.\n",
            &[
                ("In which country is Velm?", Some("France")),
                ("Where is Velm situated?", Some("France")),
                ("In which country is Orm?", None),
            ],
        );
    }

    #[test]
    fn what_something_is_tells_where_it_lies() {
        check_answers(
            "= Velm =\n\nVelm is a town on the river Orm in eastern Norway, in Scandinavia. Two hamlets belong to Velm: Brekke and Lund.\n",
            &[("Where is Velm?", Some("eastern Norway, in Scandinavia"))],
        );
    }
}
