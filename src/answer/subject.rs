//! Subjects: whether a clause tells of the one whom the question asks about, or of somebody else.

use std::borrow::Cow;

use crate::answer::align::phrase;
use crate::answer::link::is_wh;
use crate::answer::query::Query;
use crate::document::Kind;
use crate::question::{Part, Question};
use crate::text::fold::{fold, name_words};
use crate::text::{Pos, Reading, Relation, wordnet};

/// Whom a question asks about, as the places of its terms.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// Whom it names, or means by a pronoun.
    Named(Vec<usize>),
    /// Whom or what it describes: "his wife", "the strike".
    Described(usize),
}

/// Whom a question asks about: the subject of its main clause, or, where that is what is asked for, whose it is; `None` where that cannot be told.
pub fn asked(question: &Question, query: &Query) -> Option<Asked> {
    let reading = &question.reading;
    let term = |word: usize| query.term_at(word);
    let named = |t: usize| matches!(query.terms[t].term.part, Part::Topic | Part::Name);
    let of_name = |word: usize| {
        let within: Vec<usize> = reading.subtree(word).into_iter().filter_map(term).filter(|&t| named(t)).collect();
        (!within.is_empty()).then_some(Asked::Named(within))
    };
    let who = |word: usize| match reading.words[word].pos {
        Pos::Pron if reading.words[word].morph.person == Some(3) => Some(Asked::Named(Vec::new())),
        Pos::Propn => of_name(word),
        Pos::Noun => term(word).map(|t| if named(t) { Asked::Named(vec![t]) } else { Asked::Described(t) }),
        _ => None,
    };
    let root = reading.root()?;
    let subject = reading.words.iter().position(|w| w.relation.base() == Relation::Nsubj && w.head == Some(root));
    let asks = |word: usize| reading.subtree(word).into_iter().any(|w| is_wh(reading.words[w].tag));
    let owner = |word: usize| reading.child(word, Relation::NmodPoss).or_else(|| reading.child(word, Relation::Nmod));
    match subject {
        Some(subject) if asks(subject) => None,
        // "What is her sister's trade?" asks about the sister; "Who is her sister?" about her.
        Some(subject) if is_wh(reading.words[root].tag) => owner(subject).and_then(who),
        Some(subject) => who(subject),
        None => {
            let names: Vec<usize> = (0..query.terms.len()).filter(|&t| named(t)).collect();
            let verbless = reading.words.iter().all(|w| w.pos != Pos::Verb && w.pos != Pos::Aux);
            (verbless && !names.is_empty()).then_some(Asked::Named(names))
        }
    }
}

/// For each word of a sentence, whether the subject of its clause is the one asked about: `None` where that cannot be told.
pub fn agreement(asked: Option<&Asked>, query: &Query, sentence: usize, places: &[(usize, usize)]) -> Vec<Option<bool>> {
    let reading = &query.known.annotations[sentence].reading;
    let prose = matches!(query.known.document.sentences[sentence].kind, Kind::Prose | Kind::Item);
    let Some(asked) = asked.filter(|_| prose) else { return vec![None; reading.words.len()] };
    let subjects = &query.known.outline(sentence).subjects;
    let mut judged: Vec<Option<Option<bool>>> = vec![None; reading.words.len()];
    let judge = |subject: usize| is_asked(asked, query, sentence, subject, places);
    subjects.iter().map(|subject| subject.and_then(|s| *judged[s].get_or_insert_with(|| judge(s)))).collect()
}

/// Whether the subject of a clause is the one asked about.
fn is_asked(asked: &Asked, query: &Query, sentence: usize, subject: usize, places: &[(usize, usize)]) -> Option<bool> {
    let reading = &query.known.annotations[sentence].reading;
    let word = &reading.words[subject];
    let referent = query.known.cast.referents(sentence).iter().find(|r| (r.first..r.end).contains(&subject)).map(|r| fold(&r.name));
    let own = |w: usize| {
        w == subject
            || reading.words[w].head == Some(subject)
                && matches!(reading.words[w].relation.base(), Relation::Flat | Relation::Appos | Relation::Conj | Relation::Compound)
    };
    let shared = |t: usize| places.iter().any(|&(w, p)| p == t && own(w));
    let person = || word.pos == Pos::Propn || referent.is_some() || is_person(&word.lemma);
    match asked {
        Asked::Named(terms) => {
            let meant = |name: &Cow<str>| {
                // "Ada Merrow's father" is not Ada Merrow.
                if name.contains("'s ") {
                    return false;
                }
                let says = |t: &usize| name.contains(&*fold(&query.terms[*t].term.word));
                if terms.is_empty() {
                    query.known.cast.protagonist().is_some_and(|p| fold(&p.name) == *name)
                } else {
                    terms.iter().any(says)
                }
            };
            if referent.as_ref().is_some_and(|name| is_namesake(query, terms, name)) {
                return Some(false);
            }
            let title = || terms.is_empty() && query.known.terms[sentence].get(subject).is_some_and(|id| query.known.title.contains(id));
            if terms.iter().any(|&t| shared(t)) || referent.as_ref().is_some_and(meant) || title() {
                return Some(true);
            }
            let matched = places.iter().any(|&(w, t)| own(w) && (query.terms[t].term.part != Part::Other || query.terms[t].weight >= 1.0));
            (person() && !matched).then_some(false)
        }
        Asked::Described(term) => {
            if let (Some(called), Some(name)) = (query.terms[*term].called, &referent) {
                return Some(fold(called) == *name);
            }
            let word = fold(&query.terms[*term].term.word);
            if shared(*term) || referent.as_ref().is_some_and(|name| name_words(name).any(|part| part == word)) {
                return Some(true);
            }
            (is_person(&query.terms[*term].term.word) && person()).then_some(false)
        }
    }
}

/// Whether a name has a word of the terms', but is another's: "Ada Merrow" for "Tom Merrow".
fn is_namesake(query: &Query, terms: &[usize], name: &str) -> bool {
    let asked: Vec<Cow<str>> = terms.iter().map(|&t| fold(&query.terms[t].term.word)).collect();
    let has = |word: &Cow<str>| name_words(name).any(|other| other == word);
    let more = name_words(name).any(|word| !asked.iter().any(|other| other == word));
    more && asked.iter().any(has) && !asked.iter().all(has)
}

/// The terms that name the subject of a question, by the word that heads it, or mean one person by a noun; none where it does neither.
pub fn named_terms(query: &Query, asked: &Reading, subject: usize) -> Vec<usize> {
    let named = |t: &usize| matches!(query.terms[*t].term.part, Part::Topic | Part::Name);
    if let Some(called) = query.term_at(subject).filter(|&t| query.terms[t].called.is_some()) {
        return vec![called];
    }
    match query.term_at(subject).filter(named) {
        Some(_) => phrase(asked, subject).into_iter().filter_map(|w| query.term_at(w)).filter(named).collect(),
        None => Vec::new(),
    }
}

/// Whether the clause of a word tells, by a name or a pronoun, of another than the one whom some terms name. `places`: what of the question stands
/// where in the sentence.
pub fn tells_of_another(query: &Query, sentence: usize, word: usize, names: &[usize], places: &[(usize, usize)]) -> bool {
    let reading = &query.known.annotations[sentence].reading;
    // The subject of a participle behind a noun, and of what is joined to it, may be that noun.
    let mut joined = reading.ancestors(word).skip_while(|&w| reading.is(w, Relation::Conj));
    let own = query.known.outline(sentence).subjects[word].filter(|_| !joined.next().is_some_and(|w| reading.is(w, Relation::Acl)));
    let Some(own) = own.filter(|_| !names.is_empty()) else { return false };
    let referent = query.known.cast.referents(sentence).iter().find(|r| (r.first..r.end).contains(&own));
    let says = |t: &usize| {
        let bound = &query.terms[*t];
        referent.is_some_and(|r| bound.called == Some(&r.name) || fold(&r.name).contains(&*fold(&bound.term.word)))
    };
    let of_name =
        |c: usize| reading.words[c].pos == Pos::Propn && matches!(reading.words[c].relation.base(), Relation::Appos | Relation::Flat);
    // Whom a pronoun means is plain only of the person whom the document is about.
    let person = matches!(reading.words[own].lemma.as_str(), "he" | "she") || reading.words[own].pos != Pos::Pron;
    let topic = person && referent.is_some_and(|r| query.known.cast.protagonist().is_some_and(|p| p.name == r.name));
    let known = topic || reading.words[own].pos == Pos::Propn || reading.children(own).any(of_name);
    // Trees of names are often wrong: one that is named before the verb may be its subject.
    let named = places.iter().any(|&(w, t)| names.contains(&t) && (w < word || reading.is_ancestor(own, w)));
    known && !named && !names.iter().any(says)
}

/// Whether a noun is mainly one for people.
fn is_person(noun: &str) -> bool {
    wordnet::is_mainly(noun, "person") || wordnet::is_mainly(noun, "relative")
}
