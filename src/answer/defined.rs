//! Defined: the verdict on what something is, where a question asks for that or only names it.

use crate::answer::called::called;
use crate::answer::definition::{definitions, matched_words};
use crate::answer::evidence::Evidence;
use crate::answer::method::{Case, Method, Trial, says, together};
use crate::answer::now::{asks_of_now, is_over};
use crate::answer::query::{Bound, Query};
use crate::answer::support::closeness;
use crate::answer::verdict::{Verdict, answered, squeeze, unknown};
use crate::document::Kind;
use crate::knowledge::rules::Sign;
use crate::question::constraints::Named;
use crate::question::{Part, Question};
use crate::text::names::NameKind;
use crate::text::{Pos, Relation};

/// The definition found, weighed unless the question is nothing but what is defined: "What is the Folkmoot?"
pub fn defined(case: &Case) -> Option<Verdict> {
    let found = definition(case)?;
    let bare = is_bare(case, &found) && says(&found.verdict);
    Some(if bare { Verdict { confidence: DEFINED, ..found.verdict } } else { found.weighed(case.ranking) })
}

/// The definition of what the question only names, by a name, quotation marks or several words: "What's the Folkmoot all about?"; that of a single noun would be
/// what some mayor is for "Who is the mayor?".
pub fn named(case: &Case) -> Option<Verdict> {
    let terms = case.query.terms.iter().filter(|b| !is_filler(case.question, b));
    let quoted = case.question.read.contains(['"', '“']);
    let telling = quoted || terms.clone().any(Bound::is_name) || terms.clone().count() > 1;
    // "Who was the first mayor?" asks for a name.
    let role = case.question.folded_words().first().is_some_and(|word| word == "who") && !terms.clone().all(Bound::is_name);
    let owned = case.question.reading.words.iter().any(|w| w.relation == Relation::NmodPoss);
    let asks = asks_what(case.question) && !owned && !role && !terms.clone().any(|b| b.term.part == Part::Topic);
    let found = if asks && telling { definition(case)? } else { return None };
    let is_name = terms.clone().any(Bound::is_name);
    let plain = found.signs[Sign::Plain as usize] * PLAINEST >= if is_name { 1.0 } else { SAID };
    (plain && is_bare(case, &found) && says(&found.verdict)).then_some(Verdict { confidence: DEFINED, ..found.verdict })
}

/// How plainly a definition of what is no name must be said that the question does not ask for by its form.
const SAID: f64 = 2.0;

/// Whether a question asks what or who something is, and neither what it is called nor what it deals with: "what's …", "explain …", "who … ?"
fn asks_what(question: &Question) -> bool {
    let words: Vec<&str> = question.folded_words().iter().map(String::as_str).collect();
    let asks = match words[..] {
        ["what" | "who", "is" | "'s" | "s" | "are" | "was" | "were", ..] => true,
        ["what" | "who", ..] => !question.reading.words.iter().any(|w| matches!(w.pos, Pos::Verb | Pos::Aux)),
        ["define" | "explain", ..] => true,
        _ => false,
    };
    let name = words.iter().any(|word| matches!(*word, "called" | "named" | "name"));
    let deals = words.iter().position(|word| *word == "about").is_some_and(|about| about == 0 || words[about - 1] != "all");
    asks && !name && !deals
}

/// Whether a definition is of all that the question names. "The Ada" in quotation marks is nobody called so.
fn is_bare(case: &Case, found: &Trial) -> bool {
    let says = |b: &Bound| !is_filler(case.question, b);
    let quoted = case.question.read.contains(['"', '“']);
    let person = |sentence: usize| {
        let annotation = &case.query.known.annotations[sentence];
        let people = || annotation.names.iter().filter(|name| name.kind == NameKind::Person);
        let within = |w: usize| people().any(|name| name.core.contains(annotation.reading.words[w].span));
        case.query.places(sentence).iter().any(|&(w, _)| within(w))
    };
    let bare = |sentence: usize| {
        together(case.query, sentence, says) > 0.99 && !(quoted && person(sentence)) && !is_of_longer(case.query, sentence)
    };
    found.verdict.grounds.first().is_some_and(|(sentence, _)| bare(*sentence))
}

/// Whether each word of a sentence that matches the question is a part of the name of something else: "the Orm cup", of Orm.
fn is_of_longer(query: &Query, sentence: usize) -> bool {
    let places = query.places(sentence);
    let words = &query.known.annotations[sentence].reading.words;
    let matched = |w: usize| places.iter().any(|(word, _)| *word == w);
    let compound = |w: usize| words[w].head.filter(|_| words[w].relation.base() == Relation::Compound);
    let of_other = |w: usize| compound(w).is_some_and(|head| !matched(head));
    let named_by = |w: usize| (0..words.len()).any(|c| compound(c) == Some(w) && words[c].pos == Pos::Propn && !matched(c));
    places.iter().all(|&(w, _)| of_other(w) || named_by(w) || compound(w).is_some_and(named_by))
}

/// Whether a term says nothing of what is to be defined.
fn is_filler(question: &Question, bound: &Bound) -> bool {
    let lemma = |w: usize| question.wording.definitions.fillers.has(&question.reading.words[w].lemma.to_lowercase());
    (bound.term.words.0..bound.term.words.1).all(lemma)
}

/// How sure a definition is of what the question is nothing but.
const DEFINED: f64 = 0.8;

/// What a sentence says that the thing asked about is: the plainest of all; of equals the nearest.
pub fn definition(case: &Case) -> Option<Trial> {
    let query = case.query;
    let prose = |e: &Evidence| matches!(query.known.document.sentences[e.sentence].kind, Kind::Prose | Kind::Item | Kind::Quotation);
    // Nothing of Ada Orm tells what the Orm Institute is.
    let words = &case.question.reading.words;
    let whole = |name: &Named| name.kind != NameKind::Person;
    let of_name = |t: usize| {
        case.question.constraints.names.iter().any(|name| whole(name) && name.span.contains(words[query.terms[t].term.words.0].span))
    };
    let named = |sentence: usize| (0..query.terms.len()).all(|t| !of_name(t) || query.holds(sentence, t) > 0.0);
    let held = |e: &&Evidence| prose(e) && closeness(query, e.sentence) >= ENOUGH && named(e.sentence);
    let defined = |e: &Evidence| {
        let annotation = &query.known.annotations[e.sentence];
        let places = matched_words(query, e.sentence);
        let told = called(annotation, &case.question.wording.definitions.naming, &places).map(|span| (CALLED, span));
        let (plain, span) =
            definitions(annotation, &places).into_iter().next().filter(|(plain, _)| told.is_none() || *plain >= CALLED).or(told)?;
        Some((plain, e.sentence, span))
    };
    let found = case.evidence.iter().filter(held).filter_map(defined).reduce(|a, b| if b.0 > a.0 { b } else { a });
    found.map(|(plain, sentence, span)| {
        let answer = squeeze(span.of(&query.known.annotations[sentence].text));
        let told = if asks_of_now(case.question) && is_over(&answer) {
            unknown("the document says only what was once".into(), "a definition of the past")
        } else {
            answered(answer, vec![(sentence, vec![span])], 0.0, "a sentence says what it is".into())
        };
        Trial::new(case, Method::Definition, f64::from(plain) / PLAINEST, told)
    })
}

/// How plainly a sentence says what is that it calls by a name.
const CALLED: u8 = 3;

/// How plainly a definition is said at most.
const PLAINEST: f64 = 4.0;

/// The least share of a question's known terms that a sentence must hold for its definition to be the answer.
const ENOUGH: f64 = 0.5;
