//! Doers: who does, in a sentence, what the question asks who did, and to whom. Whoever else stands there is no answer: "the crowd cheered; organisers moved the
//! fair" for "Who moved the fair?".

use crate::answer::align::{HELD, case, roles};
use crate::answer::deed::LEAVING;
use crate::answer::link::is_wh;
use crate::answer::query::Query;
use crate::answer::rank::{Piece, Ranked};
use crate::answer::subject::{Asked, asked as asked_about, named_terms, tells_of_another};
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::fold::{fold, name_words};
use crate::text::names::NameKind;
use crate::text::term::term;
use crate::text::values::TimeUnit;
use crate::text::{Pos, Reading, Relation, Tag, wordnet};

/// The part in what a verb tells of that the question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Doer,
    Undergoer,
}

/// Below this weight a word says little.
const LIGHT: f64 = 0.5;

/// Leaves out the candidates of the sentences that have the question's verb, or a noun for it, and somebody else in the part that is asked for.
pub fn drop_other_roles(question: &Question, query: &Query, pieces: &mut Vec<Piece>) {
    let Some((verb, role)) = asked(question) else { return };
    let mut sentences: Vec<(usize, Option<Vec<usize>>)> = Vec::new();
    pieces.retain(|r| {
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
    let root = reading.root().filter(|_| thing)?;
    // "Who was the first to reach it?"
    let first = |&verb: &usize| reading.words[verb].pos == Pos::Verb && reading.words[verb].head == Some(root);
    let reaches = (root + 1..reading.words.len()).find(first).filter(|&verb| reading.words[verb - 1].lemma == "to");
    if let Some(verb) = reaches.filter(|_| matches!(&*reading.words[root].lemma, "first" | "last" | "only")) {
        return question.folded_words().first().is_some_and(|word| word == "who").then_some((verb, Role::Doer));
    }
    let root = Some(root).filter(|&root| reading.words[root].pos == Pos::Verb)?;
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
    let annotation = &query.known.annotations[sentence];
    let reading = &annotation.reading;
    let verbs = deeds(&question.reading, verb, reading);
    // Who thought of another name is not who thought that the name is an old one, where somebody else says that.
    let claim = question.reading.child(verb, Relation::Ccomp).filter(|_| role == Role::Doer);
    let said = claim.map_or(Vec::new(), |claim| question.reading.subtree(claim)).into_iter().filter_map(|w| query.term_at(w));
    let said: Vec<usize> = said.filter(|&t| query.terms[t].weight >= LIGHT).collect();
    let mut images = query.places(sentence).iter().filter(|(_, t)| said.contains(t)).map(|(w, _)| *w).peekable();
    let by_another = |w: usize| {
        let own = |verb: usize| query.known.outline(sentence).subjects[verb].filter(|&subject| reading.words[subject].pos == Pos::Propn);
        !verbs.iter().any(|&verb| reading.is_ancestor(verb, w))
            && own(w).is_some_and(|other| verbs.iter().all(|&verb| own(verb).is_some_and(|one| one != other)))
    };
    if images.peek().is_some() && images.all(by_another) {
        return Some(verbs.into_iter().filter_map(|verb| part(query, sentence, annotation, verb, role)).flatten().collect());
    }
    query.term_at(verb).filter(|&t| query.terms[t].term.weight >= 1.0)?;
    if verbs.is_empty() && role == Role::Doer {
        let agents = agents(query, sentence, annotation, query.term_at(verb)?);
        let others = || (0..reading.words.len()).filter(|w| !agents.contains(w)).collect();
        return if agents.is_empty() { beside_noun(question, query, sentence, verb) } else { Some(others()) };
    }
    if verbs.is_empty() {
        return None;
    }
    // Who fixed the price did not fix the mess.
    let (by, to) = roles(&question.reading, &question.read, verb);
    let other = if role == Role::Doer { to } else { by };
    let terms: Vec<usize> =
        other.map_or(Vec::new(), |o| question.reading.subtree(o)).into_iter().filter_map(|w| query.term_at(w)).collect();
    if !terms.is_empty() && terms.iter().all(|&t| query.holds(sentence, t) == 0.0) {
        // Who wrote another work that has a name did not write the one that is asked about.
        let named = |w: usize| reading.words[w].pos == Pos::Propn;
        // The topic may go by another name.
        let opens = |verb: &usize| reading.is(*verb, Relation::Advcl);
        let undergoer = |verb: &usize| undergoer(query, sentence, reading, *verb).is_some_and(named);
        let other = role == Role::Doer
            && terms.iter().all(|&t| query.terms[t].is_name() || query.terms[t].term.part == Part::Topic && !verbs.iter().any(opens))
            && verbs.iter().all(undergoer);
        return other.then(|| (0..reading.words.len()).collect());
    }
    let mut own = Vec::new();
    for verb in verbs {
        own.extend(part(query, sentence, annotation, verb, role)?);
    }
    Some((0..reading.words.len()).filter(|w| !own.contains(w)).collect())
}

/// The words of those by whom it was done, where a verb of a sentence stands for the question's by another word: "the board of the guild" of "was rejected by the board of the
/// guild", for "Who turned it down?"
fn agents(query: &Query, sentence: usize, annotation: &Annotation, verb: usize) -> Vec<usize> {
    let Annotation { reading, text, .. } = annotation;
    let somebody = |c: &usize| {
        let noun = matches!(reading.words[*c].pos, Pos::Noun | Pos::Propn) && reading.words[*c].relation == Relation::OblAgent;
        noun && case(reading, text, *c).as_deref() == Some("by")
    };
    let passive = |w: usize| reading.children(w).any(|c| reading.words[c].relation == Relation::AuxPass);
    let verbs = query.places(sentence).iter().filter(|(w, t)| *t == verb && reading.words[*w].pos == Pos::Verb && passive(*w));
    let heads = verbs.filter_map(|(w, _)| reading.children(*w).find(somebody));
    let own = |head: usize| {
        let ends = |w: &usize| {
            matches!(reading.words[*w].pos, Pos::Verb | Pos::Aux) || reading.words[*w].pos == Pos::Adp && reading.words[*w].lemma != "of"
        };
        let start = reading.subtree(head).into_iter().find(|&w| reading.words[w].lemma != "by").unwrap_or(head);
        start..(head + 1..reading.words.len()).find(ends).unwrap_or(reading.words.len())
    };
    heads.flat_map(own).collect()
}

/// What a verb says that something was done to: its object, or its subject in the passive, or the noun that it describes.
fn undergoer(query: &Query, sentence: usize, reading: &Reading, verb: usize) -> Option<usize> {
    let object = || reading.child(verb, Relation::Obj);
    let described =
        || reading.words[verb].head.filter(|_| reading.words[verb].tag == Tag::Vbn && reading.words[verb].relation.base() == Relation::Acl);
    // "Produced by Ada Merrow, the record Low Water sold well."
    let opening = reading.words[verb].tag == Tag::Vbn && reading.is(verb, Relation::Advcl);
    let passive = opening || reading.children(verb).any(|c| reading.words[c].relation == Relation::NsubjPass);
    object().or_else(described).or_else(|| query.known.outline(sentence).subjects[verb].filter(|_| passive))
}

/// The words of a sentence that are the question's verb and tell of something done, rather than describe a noun: "a reduced role".
fn deeds(question: &Reading, verb: usize, reading: &Reading) -> Vec<usize> {
    let lemma = term(&question.words[verb].lemma);
    let is_deed =
        |&w: &usize| reading.words[w].pos == Pos::Verb && !reading.is(w, Relation::Amod) && term(&reading.words[w].lemma) == lemma;
    (0..reading.words.len()).filter(is_deed).collect()
}

/// The words of who or what has a part in what a verb tells of; `None` where that is not told, or by a pronoun.
fn part(query: &Query, sentence: usize, annotation: &Annotation, verb: usize, role: Role) -> Option<Vec<usize>> {
    let reading = &annotation.reading;
    let own = |verb: usize| {
        reading.children(verb).any(|c| matches!(reading.words[c].relation, Relation::NsubjPass | Relation::AuxPass | Relation::OblAgent))
            || reading.words[verb].tag == Tag::Vbn && reading.words[verb].relation.base() == Relation::Acl
    };
    // "Was fined and sentenced".
    let passive = own(verb) || shares_subject(reading, verb).is_some_and(own);
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
    // "She taught Olin Pask": whoever she is, she is not what stands behind the verb.
    let done = reading.child(verb, Relation::Obj).is_some();
    if role == Role::Doer && !passive && done && matches!(&*reading.words[head].lemma, "he" | "she" | "it" | "they" | "we" | "I") {
        return Some((0..reading.words.len()).filter(|&w| w < verb || !reading.is_ancestor(verb, w)).collect());
    }
    // "The keeper who served longest was Ada Merrow" tells elsewhere who that is.
    let named = role == Role::Doer && reading.words[head].pos == Pos::Propn;
    let relative = !named && reading.children(verb).any(|c| is_wh(reading.words[c].tag));
    let told = reading.words[head].pos != Pos::Pron && !relative;
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
    let images: Vec<usize> = query.places(sentence).iter().copied().filter(|(_, t)| *t == root).map(|(w, _)| w).collect();
    let deeds = !images.is_empty() && images.iter().all(|&w| deed(w));
    let who = question.folded_words().first().is_some_and(|word| word == "who");
    let names = |w: usize| who || reading.words[w].pos == Pos::Propn;
    let own: Vec<usize> = images.iter().flat_map(|&w| reading.subtree(w)).collect();
    deeds.then(|| (0..reading.words.len()).filter(|&w| names(w) && !own.contains(&w)).collect())
}

/// Whether the question asks who did something, and a candidate hangs on a verb for it in the passive, or a noun, that does not tell by whom: "she was dismissed from the
/// guild", "her dismissal from the guild" for "Who sacked her?"; or its sentence has the verb in a side clause alone that does not tell it either: "he fell when a bench was overturned", for "Who overturned the bench?"
pub fn has_no_doer(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let Some((verb, Role::Doer)) = asked(question) else { return false };
    let Some(verb) = query.term_at(verb) else { return false };
    let Annotation { reading, text, .. } = &query.known.annotations[candidate.sentence];
    let untold = |w: usize| {
        let aside = matches!(reading.words[w].relation.base(), Relation::Advcl | Relation::Acl);
        aside && reading.child(w, Relation::NsubjPass).is_some() && !reading.is_ancestor(w, candidate.candidate.head)
    };
    let mut images = query.places(candidate.sentence).iter().filter(|(_, t)| *t == verb).map(|(w, _)| *w).peekable();
    if images.peek().is_some() && images.all(untold) && reading.words.iter().all(|word| word.lemma != "by") {
        return true;
    }
    let from = case(reading, text, candidate.candidate.head).as_deref() == Some("from");
    let leaves = LEAVING.contains(&&*question.reading.words[query.terms[verb].term.words.0].lemma);
    let Some(above) = reading.words[candidate.candidate.head].head else { return false };
    if from && leaves && reading.words[above].pos == Pos::Noun && query.places(candidate.sentence).contains(&(above, verb)) {
        return true;
    }
    if reading.words[above].pos != Pos::Verb {
        return false;
    }
    let image = query.places(candidate.sentence).contains(&(above, verb));
    let passive = reading.children(above).any(|c| reading.words[c].relation == Relation::NsubjPass);
    image && passive && from
}

/// Whether the question asks who did something with a thing, and a candidate is by whom another thing of the sentence is, which has no word for what was done: "a novel by Ada
/// Merrow and a film", for "Who directed the film?"
pub fn is_maker_of_another(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let Some((verb, Role::Doer)) = asked(question) else { return false };
    let Annotation { reading, text, .. } = &query.known.annotations[candidate.sentence];
    let head = candidate.candidate.head;
    let by = reading.is(head, Relation::Nmod) && case(reading, text, head).as_deref() == Some("by");
    let object = question.reading.child(verb, Relation::Obj).and_then(|object| query.term_at(object));
    let (Some(object), Some(verb)) = (object.filter(|_| by), query.term_at(verb)) else { return false };
    let mut images = query.places(candidate.sentence).iter().filter(|(_, t)| *t == object).map(|(w, _)| *w).peekable();
    let beside = |w: usize| matches!(reading.words[w].relation.base(), Relation::Appos | Relation::Compound | Relation::Flat);
    let made = std::iter::successors(reading.words[head].head, |&w| reading.words[w].head.filter(|_| beside(w)));
    let made: Vec<usize> = made.flat_map(|w| reading.children(w).filter(|&c| beside(c)).chain([w]).collect::<Vec<_>>()).collect();
    // "Made for three years by Ada Merrow".
    let time = made.first().is_some_and(|&w| TimeUnit::named(&reading.words[w].lemma).is_some());
    !time && query.holds(candidate.sentence, verb) == 0.0 && images.peek().is_some() && images.all(|w| !made.contains(&w))
}

/// Whether a sentence has the question's verb only of others than the one of whom the question asks it by name: "Olin Pask left office in 1931", for "When did Ada
/// Merrow leave office?"
pub fn is_done_by_others(question: &Question, query: &Query, sentence: usize) -> bool {
    let asked = &question.reading;
    let Some(root) = asked.root().filter(|&root| asked.words[root].pos == Pos::Verb) else { return false };
    let Some(subject) = asked.child(root, Relation::Nsubj) else { return false };
    let names = named_terms(query, asked, subject);
    let reading = &query.known.annotations[sentence].reading;
    let verbs = deeds(asked, root, reading);
    let passive = |reading: &Reading, verb: usize| reading.children(verb).any(|c| reading.words[c].relation == Relation::NsubjPass);
    let places = query.places(sentence);
    let other = |&verb: &usize| passive(reading, verb) == passive(asked, root) && tells_of_another(query, sentence, verb, &names, places);
    !verbs.is_empty() && verbs.iter().all(other)
}

/// The verb to which a participle is joined.
fn shares_subject(reading: &Reading, verb: usize) -> Option<usize> {
    reading.words[verb].head.filter(|_| reading.is(verb, Relation::Conj) && reading.words[verb].tag == Tag::Vbn)
}

/// Whether a sentence has the question's verb only of something else that it is done to than whom the question names: "who had taught music", for "Who taught Ada
/// Merrow?"
pub fn is_done_to_another(question: &Question, query: &Query, sentence: usize) -> bool {
    let asked = &question.reading;
    let Some(root) = asked.root().filter(|&root| asked.words[root].pos == Pos::Verb) else { return false };
    let Some(object) = asked.child(root, Relation::Obj).filter(|&object| asked.words[object].pos == Pos::Propn) else { return false };
    let names = named_terms(query, asked, object);
    let person = |t: &usize| query.known.cast.find(&fold(&query.terms[*t].term.word)).is_some_and(|m| m.kind == NameKind::Person);
    if !query.term_at(object).as_ref().is_some_and(person) {
        return false;
    }
    let reading = &query.known.annotations[sentence].reading;
    let verbs = deeds(asked, root, reading);
    let places = query.places(sentence);
    let meant = |w: usize| {
        let pronoun = reading.words[w].pos == Pos::Pron && reading.words[w].morph.person == Some(3);
        pronoun || places.iter().any(|(place, t)| *place == w && names.contains(t))
    };
    // "Ada Merrow was tried and sentenced": she undergoes both.
    let shared = |verb: usize| shares_subject(reading, verb).and_then(|first| reading.child(first, Relation::NsubjPass));
    let undergoes =
        |verb: usize| reading.child(verb, Relation::Obj).is_some() || shared(verb).is_some_and(|w| reading.words[w].pos == Pos::Propn);
    let own = |verb: usize| reading.subtree(verb).into_iter().chain(shared(verb).into_iter().flat_map(|w| reading.subtree(w)));
    let other = |&verb: &usize| undergoes(verb) && !own(verb).any(meant);
    !verbs.is_empty() && verbs.iter().all(other)
}

/// Whether a sentence means whom the document is about, and neither names nor means the other person whom the question asks about: "the guild gave her its medal", for
/// "When did Bela Trask get the medal?" in the life of Ada Merrow.
pub fn is_of_protagonist(question: &Question, query: &Query, sentence: usize) -> bool {
    let cast = &query.known.cast;
    let (Some(Asked::Named(terms)), Some(protagonist)) = (asked_about(question, query), cast.protagonist()) else { return false };
    let speaks_of = |name: &str| cast.referents(sentence).iter().any(|r| r.name == name);
    let member = |t: &usize| cast.find(&fold(&query.terms[*t].term.word)).filter(|member| member.kind == NameKind::Person);
    let absent = |t: &usize| member(t).is_some_and(|member| query.holds(sentence, *t) == 0.0 && !speaks_of(&member.name));
    let shares = |name: &str| name_words(&protagonist.name).any(|part| name_words(name).any(|other| fold(other) == fold(part)));
    let of_another = terms.iter().filter_map(member).all(|member| !shares(&member.name));
    of_another && speaks_of(&protagonist.name) && terms.iter().any(absent)
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
    fn what_was_done_to_others_or_by_the_protagonist_is_not_told_of_another() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a diver from Velm. Her mother was Ine Vold, who had taught music. Bela Trask, the mate, kept bees. In 1931 the guild gave her its \
             medal. She dived on the wreck in 1934.\n",
            &[
                ("Who taught Ada Merrow?", None),
                ("When did Ada Merrow dive on the wreck?", Some("1934")),
                ("When did Bela Trask get the medal?", None),
            ],
        );
    }

    #[test]
    fn from_what_somebody_was_removed_did_not_remove_them() {
        check_answers(
            "= Ada Vold =\n\nAda Vold was a sailor. She was removed from the Harbour Board in 1940. She was fined by the guild in 1941.\n",
            &[("Who removed Ada Vold?", None), ("Who fined Ada Vold?", Some("guild"))],
        );
    }

    #[test]
    fn the_first_the_maker_and_the_speaker_are_told_apart() {
        check_answers(
            "= Orm Law =\n\nThe Orm Law is a law of Velm. The novel The Long Net by Bo Lind and a film in two parts deal with it. Olin Tarn was fined and sentenced to two years by Judge \
             Leo Holm. Guests included the diver Ine Vold. The baker Uma Reed took its name for a word for rope, whereas Leo Arn, a judge, thought of an older word. Jan Rook broke a rib when a \
             bench was overturned.\n",
            &[
                ("Who directed the film?", None),
                ("Who overturned the bench?", None),
                ("Which judge sentenced Ine Vold?", None),
                ("Which judge sentenced Olin Tarn?", Some("Leo Holm")),
                ("Who thought its name was a word for rope?", Some("Uma Reed")),
            ],
        );
    }
}
