//! Doers: who does, in a sentence, what the question asks who did, and to whom. Whoever else stands there is no answer: "the crowd cheered; organisers moved the
//! fair" for "Who moved the fair?".

use crate::answer::align::{HELD, case, phrase, roles};
use crate::answer::link::is_wh;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::spans::Form;
use crate::answer::subject::tells_of_another;
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::term::term;
use crate::text::values::ValueKind;
use crate::text::{Pos, Reading, Relation, Span, Tag, wordnet};

/// The part in what a verb tells of that the question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Doer,
    Undergoer,
}

/// Leaves out the candidates of the sentences that have the question's verb, or a noun for it, and somebody else in the part that is asked for.
pub fn drop_other_roles(question: &Question, query: &Query, ranked: &mut Vec<Ranked>) {
    let Some((verb, role)) = asked(question) else { return };
    let mut sentences: Vec<(usize, Option<Vec<usize>>)> = Vec::new();
    ranked.retain(|r| {
        let known = sentences.iter().position(|(s, _)| *s == r.sentence);
        let place = known.unwrap_or_else(|| {
            sentences.push((r.sentence, others(question, query, r.sentence, verb, role)));
            sentences.len() - 1
        });
        sentences[place].1.as_ref().is_none_or(|others| !others.contains(&r.candidate.head))
    });
}

/// The verb of the question by which it asks for who or what did something, or had it done to them.
fn asked(question: &Question) -> Option<(usize, Role)> {
    let reading = &question.reading;
    let thing = ["HUM", "ENTY"].iter().any(|coarse| question.answer_type.starts_with(coarse));
    let root = reading.root().filter(|&root| thing && reading.words[root].pos == Pos::Verb)?;
    let subjects = reading.children(root).filter(|&c| reading.is(c, Relation::Nsubj)).count();
    let asks = |head: usize| reading.subtree(head).into_iter().any(|w| is_wh(reading.words[w].tag));
    let (by, to) = roles(reading, &question.read, root);
    match (by.is_some_and(asks), to.is_some_and(asks)) {
        _ if subjects > 1 => None,
        (true, false) => Some((root, Role::Doer)),
        // "Who was given a medal?" asks neither who gave it nor what was given.
        (false, true) if to.is_some_and(|to| reading.is(to, Relation::Obj)) || reading.child(root, Relation::Obj).is_none() => {
            Some((root, Role::Undergoer))
        }
        _ => None,
    }
}

/// The words of a sentence that have another part in what the question's verb tells of; `None` where it has not the verb, or does not tell who has the part.
fn others(question: &Question, query: &Query, sentence: usize, verb: usize, role: Role) -> Option<Vec<usize>> {
    query.term_at(verb).filter(|&t| query.terms[t].term.weight >= 1.0)?;
    let annotation = &query.known.annotations[sentence];
    let reading = &annotation.reading;
    let lemma = term(&question.reading.words[verb].lemma);
    let same = |&w: &usize| is_deed(reading, w) && term(&reading.words[w].lemma) == lemma;
    let verbs: Vec<usize> = (0..reading.words.len()).filter(same).collect();
    if verbs.is_empty() {
        return (role == Role::Doer).then(|| beside_noun(question, query, sentence, verb)).flatten();
    }
    // Who fixed the price did not fix the mess.
    let (by, to) = roles(&question.reading, &question.read, verb);
    let other = if role == Role::Doer { to } else { by };
    let terms: Vec<usize> =
        other.map_or(Vec::new(), |o| question.reading.subtree(o)).into_iter().filter_map(|w| query.term_at(w)).collect();
    if !terms.is_empty() && terms.iter().all(|&t| query.holds(sentence, t) == 0.0) {
        return None;
    }
    let mut own = Vec::new();
    for verb in verbs {
        own.extend(part(query, sentence, annotation, verb, role)?);
    }
    Some((0..reading.words.len()).filter(|w| !own.contains(w)).collect())
}

/// Whether a word is a verb that tells of something done, rather than one that describes a noun: "a reduced role".
fn is_deed(reading: &Reading, word: usize) -> bool {
    reading.words[word].pos == Pos::Verb && !reading.is(word, Relation::Amod)
}

/// The words of who or what has a part in what a verb tells of; `None` where that is not told, or by a pronoun.
fn part(query: &Query, sentence: usize, annotation: &Annotation, verb: usize, role: Role) -> Option<Vec<usize>> {
    let reading = &annotation.reading;
    let passive =
        reading.children(verb).any(|c| matches!(reading.words[c].relation, Relation::NsubjPass | Relation::AuxPass | Relation::OblAgent))
            || reading.words[verb].tag == Tag::Vbn && reading.words[verb].relation.base() == Relation::Acl;
    let by = |c: &usize| case(reading, &annotation.text, *c).as_deref() == Some("by");
    let subject = || match reading.words[verb].relation.base() {
        Relation::Acl => reading.words[verb].head,
        _ => query.known.outline(sentence).subjects[verb],
    };
    let head = match (role, passive) {
        (Role::Doer, true) => reading.children(verb).find(by)?,
        (Role::Undergoer, false) => reading.child(verb, Relation::Obj)?,
        _ => subject()?,
    };
    // "The keeper who served longest was Ada Merrow" tells elsewhere who that is.
    let told = reading.words[head].pos != Pos::Pron && !reading.children(verb).any(|c| is_wh(reading.words[c].tag));
    let inside = |w: &usize| !(reading.is_ancestor(head, verb) && reading.is_ancestor(verb, *w));
    // Trees of names are often wrong: what stands between the head and the next verb counts too.
    let verbal = |w: &usize| matches!(reading.words[*w].pos, Pos::Verb | Pos::Aux);
    let behind = (head..reading.words.len()).take_while(|w| !verbal(w));
    told.then(|| reading.subtree(head).into_iter().filter(inside).chain(behind).collect())
}

/// The words of a sentence, or its names where not who is asked for, that do not belong to its nouns for what the question's verb tells of: "after the dissolution of
/// the guild, with Ada Merrow as its head" does not tell who dissolved it.
fn beside_noun(question: &Question, query: &Query, sentence: usize, verb: usize) -> Option<Vec<usize>> {
    let reading = &query.known.annotations[sentence].reading;
    let root = query.term_at(verb).filter(|&root| query.holds(sentence, root) >= HELD)?;
    let lemma = &question.reading.words[verb].lemma;
    let deed = |w: usize| {
        let noun = &reading.words[w];
        // "Reported the discovery of …" may tell who discovered it.
        let aside = noun.pos == Pos::Noun && matches!(noun.relation.base(), Relation::Obl | Relation::Nmod);
        aside && !wordnet::is_a(&noun.lemma, "person") && wordnet::derivations(lemma).any(|derived| derived == noun.lemma)
    };
    let images: Vec<usize> = query.places(sentence).into_iter().filter(|(_, t)| *t == root).map(|(w, _)| w).collect();
    let deeds = !images.is_empty() && images.iter().all(|&w| deed(w));
    let who = question.folded_words().first().is_some_and(|word| word == "who");
    let names = |w: usize| who || reading.words[w].pos == Pos::Propn;
    let own: Vec<usize> = images.iter().flat_map(|&w| reading.subtree(w)).collect();
    deeds.then(|| (0..reading.words.len()).filter(|&w| names(w) && !own.contains(&w)).collect())
}

/// Whether a sentence has the question's verb only of others than the one of whom the question asks it by name: "Olin Pask left office in 1931", for "When did Ada
/// Merrow leave office?"
pub fn is_done_by_others(question: &Question, query: &Query, sentence: usize) -> bool {
    let asked = &question.reading;
    let Some(root) = asked.root().filter(|&root| asked.words[root].pos == Pos::Verb) else { return false };
    let Some(subject) = asked.child(root, Relation::Nsubj) else { return false };
    let named = |t: &usize| matches!(query.terms[*t].term.part, Part::Topic | Part::Name);
    let names: Vec<usize> = phrase(asked, subject).into_iter().filter_map(|w| query.term_at(w)).filter(named).collect();
    if !query.term_at(subject).is_some_and(|t| named(&t)) {
        return false;
    }
    let annotation = &query.known.annotations[sentence];
    let reading = &annotation.reading;
    let lemma = term(&asked.words[root].lemma);
    let same = |&w: &usize| is_deed(reading, w) && term(&reading.words[w].lemma) == lemma;
    let verbs: Vec<usize> = (0..reading.words.len()).filter(same).collect();
    let passive = |reading: &Reading, verb: usize| reading.children(verb).any(|c| reading.words[c].relation == Relation::NsubjPass);
    let places = query.places(sentence);
    let other = |&verb: &usize| passive(reading, verb) == passive(asked, root) && tells_of_another(query, sentence, verb, &names, &places);
    !verbs.is_empty() && verbs.iter().all(other)
}

/// Where a question asks for one of a kind, and the best candidate is only a part of the phrase that has the word for that kind and tells which by an ordinal, or
/// stands before it and is no name: that phrase. "The second district of Orm" rather than "Orm" for "In which district …?", "harbour law" rather than "harbour" for
/// "Which law …?"
pub fn whole_of_kind(question: &Question, query: &Query, best: &Ranked) -> Option<Span> {
    let annotation = &query.known.annotations[best.sentence];
    let reading = &annotation.reading;
    let asks = question.folded_words().iter().any(|word| matches!(word.as_str(), "what" | "which"));
    let (focus, head) = (question.focus.filter(|_| asks).and_then(|focus| query.term_at(focus))?, best.candidate.head);
    let ranked =
        |w: usize| annotation.values.iter().any(|v| matches!(v.kind, ValueKind::Ordinal(_)) && v.core.contains(reading.words[w].span));
    let name = reading.words[head].pos == Pos::Propn;
    let within = |w: &usize| match reading.words[head].head {
        Some(above) if above == *w && head < *w => !name && is_part(reading, head, *w),
        Some(above) if above == *w => reading.is(head, Relation::Nmod) && reading.children(*w).any(|c| c < *w && ranked(c)),
        _ => false,
    };
    let kind = query.places(best.sentence).into_iter().filter(|(_, t)| *t == focus).map(|(w, _)| w).find(within)?;
    let fuller = query.known.outline(best.sentence).candidates.iter().filter(|c| c.head == kind && c.span.contains(best.candidate.span));
    let whole =
        fuller.filter(|_| !matches!(best.candidate.form, Form::Value(_))).map(|c| c.span).min_by_key(|span| span.end - span.start)?;
    Some(if head > kind { Span::new(whole.start, best.candidate.span.end) } else { whole })
}

/// Whether a word is a modifier before another.
fn is_part(reading: &Reading, word: usize, of: usize) -> bool {
    reading.words[word].head == Some(of) && matches!(reading.words[word].relation.base(), Relation::Amod | Relation::Compound)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn who_did_it_is_who_the_verb_says() {
        check_answers(
            "= Orm Fair =\n\nThe Orm Fair is held in Velm. In 1931 several hundred guests cheered; organisers moved the fair to a barn because the tent was too small. \
             After the dissolution of the guild in 1940, Ada Merrow ran the fair, with Tom Tarn as her deputy. Olin Pask praised Ine Vold.\n",
            &[
                ("Who moved the fair to a barn?", Some("organisers")),
                ("Who dissolved the guild in 1940?", None),
                ("Whom did Olin Pask praise?", Some("Ine Vold")),
                ("Who praised Ine Vold?", Some("Olin Pask")),
            ],
        );
    }

    #[test]
    fn a_kind_is_told_whole() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow stood as a candidate in the second district of Orm in 1931. She opposed the 1934 harbour law.\n",
            &[
                ("In which district did Ada Merrow stand?", Some("second district of Orm")),
                ("Which law did she oppose?", Some("1934 harbour law")),
            ],
        );
    }
}
