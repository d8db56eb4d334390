//! Manners: clauses and phrases that tell how.

use super::{Clause, IMPLIED, STATED, rest};
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Manners;
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::{Pos, Reading, Relation, Span, Tag, Word, wordnet};

/// The manners that a sentence states: "by tuning pianos and by giving lessons", "carrying the camera on a saddle", "in a borrowed boat".
pub fn manners(question: &Question, annotation: &Annotation) -> Vec<Clause> {
    let (how, reading) = (&question.wording.manners, &annotation.reading);
    let opener = |v: usize| {
        let opener = reading.children(v).find(|&c| c < v && matches!(reading.words[c].relation, Relation::Mark | Relation::Case));
        opener.map(|o| fold(reading.words[o].span.of(&annotation.text)))
    };
    let opened = |v: usize| matches!(opener(v).as_deref(), Some(opener) if MEANS.contains(&opener));
    let adverbial = |v: usize| reading.words[v].relation == Relation::Advcl;
    let tells = |v: usize| opener(v).is_none() && !how.following.has(&reading.words[v].lemma) && !is_result(how, annotation, v);
    let gerunds = (0..reading.words.len()).filter(|&w| reading.words[w].tag == Tag::Vbg);
    let plain = |v: usize| if opened(v) { Some(STATED) } else { (adverbial(v) && tells(v)).then_some(IMPLIED) };
    let mut found: Vec<Clause> = gerunds.filter_map(|v| Some(Clause::new(annotation, gerund(annotation, v)?, plain(v)?))).collect();
    found.extend(phrases(annotation));
    found.extend(deaths(question, annotation));
    found.extend(descriptions(question, annotation));
    found
}

/// What stands behind "as" by the verb of describing that the question turns on: "She described herself as a socialist."
fn descriptions(question: &Question, annotation: &Annotation) -> Vec<Clause> {
    let (asked, reading) = (&question.reading, &annotation.reading);
    let verb = asked.root().map(|root| asked.words[root].lemma.as_str()).filter(|lemma| question.wording.manners.describing.has(lemma));
    let opener = |w: usize| reading.children(w).find(|&c| c < w && reading.words[c].lemma == "as");
    let itself = |word: &Word| word.pos == Pos::Pron && (word.lemma.ends_with("self") || word.lemma.ends_with("selves"));
    let reflexive = |reading: &Reading, verb: usize| reading.children(verb).any(|c| itself(&reading.words[c]));
    let of_itself = asked.root().is_some_and(|root| reflexive(asked, root));
    let same = |v: &usize| Some(reading.words[*v].lemma.as_str()) == verb && reflexive(reading, *v) == of_itself;
    let told = |w: usize| reading.words[w].head.filter(same).is_some();
    let own = |w: usize| {
        opener(w).map(|opener| reading.subtree_without(w, |c| c <= opener || is_another(reading, c) && !reading.is(c, Relation::Conj)))
    };
    let found = (0..reading.words.len()).filter(|&w| told(w)).filter_map(own);
    found.map(|words| Clause::new(annotation, reading.span_of(&words), STATED)).collect()
}

/// What somebody died of or in, where the question asks how: "died of fever", "was killed in a collision".
fn deaths(question: &Question, annotation: &Annotation) -> Vec<Clause> {
    let (asked, reading) = (&question.reading, &annotation.reading);
    let verb = asked.root().map(|root| asked.words[root].lemma.as_str()).filter(|lemma| matches!(*lemma, "die" | "kill" | "perish"));
    let cause = |w: usize| {
        let case = reading.child(w, Relation::Case).map(|case| reading.words[case].lemma.as_str());
        let event = || wordnet::is_a(&reading.words[w].lemma, "event");
        matches!(case, Some("by" | "from" | "of")) || matches!(case, Some("during" | "in")) && event()
    };
    let dies = |v: usize| matches!(reading.words[v].lemma.as_str(), "die" | "drown" | "kill" | "perish");
    let told = |w: &usize| reading.words[*w].relation.base() == Relation::Obl && reading.words[*w].head.is_some_and(dies) && cause(*w);
    let own = |w: usize| reading.span_of(&reading.subtree_without(w, |c| is_another(reading, c)));
    let found = (0..reading.words.len()).filter(|w| verb.is_some() && told(w));
    found.map(|w| Clause::new(annotation, own(w), STATED)).collect()
}

/// A gerund with all that hangs on it but the word that opens it, and the gerunds that go on behind it.
fn gerund(annotation: &Annotation, verb: usize) -> Option<Span> {
    let reading = &annotation.reading;
    let words = reading.subtree_without(verb, |c| matches!(reading.words[c].relation, Relation::Mark | Relation::Case) && c < verb);
    let says = |w: &&usize| reading.words[**w].pos != Pos::Punct;
    let (first, last) = (words.iter().find(says)?, words.iter().rfind(says)?);
    Some(reading.words[*first].span.cover(reading.words[goes_on(annotation, *last)].span))
}

/// Prepositions that open a means, and those that may open a manner but more often tell where, or what was not.
const MEANS: [&str; 4] = ["by", "through", "via", "with"];
const WHERE: [&str; 7] = ["as", "from", "in", "inside", "on", "under", "without"];
/// What opens no manner: somebody, a group, a time.
const OTHERS: [&str; 3] = ["person", "group", "period"];

/// Phrases at a verb that may tell by what means, in what or as what something was done: neither when nor where to.
fn phrases(annotation: &Annotation) -> Vec<Clause> {
    let reading = &annotation.reading;
    let value = |w: usize| annotation.values.iter().any(|v| v.span.contains(reading.words[w].span));
    let found = (0..reading.words.len()).filter(|&w| reading.words[w].pos == Pos::Noun && !value(w)).filter_map(|w| {
        let at_verb = reading.is(w, Relation::Obl) && reading.words[w].head.is_some_and(|h| reading.words[h].pos == Pos::Verb);
        let case = reading.children(w).find(|&c| c < w && reading.words[c].relation == Relation::Case).filter(|_| at_verb)?;
        let shown = fold(reading.words[case].span.of(&annotation.text));
        let lemma = reading.words[w].lemma.as_str();
        let other = OTHERS.iter().any(|class| wordnet::is_mainly(lemma, class)) || lemma == "time";
        let plain = if MEANS.contains(&shown.as_ref()) { IMPLIED } else { IMPLIED / 2.0 };
        let own = reading.subtree_without(w, |c| is_another(reading, c));
        let opens = MEANS.contains(&shown.as_ref()) || WHERE.contains(&shown.as_ref());
        // "Alarmed by the noise, she left": by what somebody was alarmed is not how she left.
        let verb = reading.words[w].head.map(|h| &reading.words[h]);
        let agent = shown == "by" && verb.is_some_and(|v| v.tag == Tag::Vbn && matches!(v.relation, Relation::Advcl | Relation::Acl));
        (opens && !other && !agent).then(|| Clause::new(annotation, reading.span_of(&own), plain))
    });
    found.collect()
}

/// Whether a branch of a phrase goes beyond it: a clause, what is joined to it behind a comma, a mark.
fn is_another(reading: &Reading, branch: usize) -> bool {
    let word = &reading.words[branch];
    match word.relation.base() {
        Relation::Acl | Relation::Advcl | Relation::Parataxis | Relation::Punct => true,
        Relation::Conj => word.pos == Pos::Verb || reading.children(branch).any(|c| c < branch && reading.words[c].tag == Tag::Comma),
        _ => false,
    }
}

/// Whether a participle behind a comma tells what came of something: "he spoke on the radio, making his name known".
fn is_result(how: &Manners, annotation: &Annotation, verb: usize) -> bool {
    let reading = &annotation.reading;
    let behind = verb.checked_sub(1).is_some_and(|w| reading.words[w].tag == Tag::Comma);
    behind && reading.words[verb].head.is_some_and(|h| h < verb) && how.resulting.has(&reading.words[verb].lemma)
}

/// The last word of the gerunds that go on behind word `last` with "and by".
fn goes_on(annotation: &Annotation, last: usize) -> usize {
    let reading = &annotation.reading;
    let is = |w: usize, form: &str| reading.words.get(w).is_some_and(|word| word.span.of(&annotation.text).eq_ignore_ascii_case(form));
    match reading.words.get(last + 3) {
        Some(next) if is(last + 1, "and") && is(last + 2, "by") && next.tag == Tag::Vbg => {
            reading.within(rest(annotation, last + 3, Some(last + 3))).end.max(last + 1) - 1
        }
        _ => last,
    }
}
