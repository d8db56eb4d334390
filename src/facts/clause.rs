//! Clauses: every predicate of a sentence becomes a proposition, or several where subject or object is a list.
//!
//! Clause types and the treatment of coordination follow ClausIE (Del Corro & Gemulla 2013), the joining of verb and preposition ReVerb's
//! lexical constraint (Fader et al. 2011).

use super::arguments::{arguments, chain, preposition, with_preposition};
use super::group::{
    is_copular, is_particle, is_plain_adverb, is_predicate, is_purpose, merged, negates, polarity_and_modality, verb_group,
};
use super::phrase::Tree;
use super::proposition::{Argument, Proposition, Role};
use super::split::split;
use super::subject::{antecedent, is_participle, is_relative, subject};
use super::temporal::says_when;
use crate::text::inflect::{past, third};
use crate::text::syntax::{Number, Pos, Relation, Tag};

/// The propositions of a sentence's clauses, in the order of their verbs.
pub fn clauses(tree: Tree) -> Vec<Proposition> {
    (0..tree.len()).filter(|&i| is_predicate(tree, i) && merged(tree, i).is_none()).flat_map(|i| clause(tree, i)).collect()
}

fn clause(tree: Tree, predicate: usize) -> Vec<Proposition> {
    let Some(subject) = subject(tree, predicate) else { return Vec::new() };
    if modifies_subject_only(tree, predicate) || is_gerund(tree, predicate) {
        return Vec::new();
    }
    if is_bare_aside(tree, predicate) {
        return Vec::new();
    }
    let mut arguments = if is_copular(tree, predicate) { nominal_arguments(tree, predicate) } else { arguments(tree, predicate) };
    relativise(tree, predicate, subject, &mut arguments);
    inherit_time(tree, predicate, &mut arguments);
    let (relation, plain) = relation(tree, predicate, subject, &mut arguments);
    let (polarity, modality) = polarity_and_modality(tree, predicate);
    let whole = Proposition {
        predicate,
        subject: subject_words(tree, subject, predicate, true),
        subject_head: subject,
        relation,
        plain,
        arguments,
        polarity,
        modality,
        speaker: None,
        confidence: confidence(tree, predicate),
    };
    if whole.subject.is_empty() || whole.plain.is_empty() { Vec::new() } else { split(tree, whole) }
}

/// Infinitives that only say what their noun is for, and participles without anything of their own.
fn modifies_subject_only(tree: Tree, predicate: usize) -> bool {
    tree.relation(predicate) == Relation::Acl && !is_participle(tree, predicate)
}

/// "against opening the line", "for holding a fair": what a preposition takes is done by someone the sentence need not name; "as many as were needed"
/// only compares.
fn is_gerund(tree: Tree, predicate: usize) -> bool {
    let other = tree.head(predicate).filter(|&head| tree.base(predicate) == Relation::Conj && tree.tag(head) == Tag::Vbg);
    if let Some(first) = other.filter(|_| tree.tag(predicate) == Tag::Vbg) {
        return is_gerund(tree, first);
    }
    let phrase = matches!(tree.base(predicate), Relation::Acl | Relation::Advcl) && tree.tag(predicate) == Tag::Vbg;
    let marked =
        || tree.by(predicate, Relation::Mark).any(|mark| !matches!(tree.lower(mark).as_ref(), "after" | "before" | "while" | "when"));
    let glosses = || tree.is_bracketed(predicate);
    let compares = tree.base(predicate) == Relation::Acl
        && tree.by(predicate, Relation::Mark).any(|mark| matches!(tree.lower(mark).as_ref(), "as" | "than"));
    compares || phrase && (marked() || glosses()) && tree.child(predicate, Relation::Nsubj).is_none()
}

/// "his pay, bonuses included, was good": a noun and a participle in an aside assert nothing.
fn is_bare_aside(tree: Tree, predicate: usize) -> bool {
    let aside = tree.base(predicate) == Relation::Parataxis && tree.head(predicate).is_some_and(|noun| tree.pos(noun) == Pos::Noun);
    let own = |&i: &usize| !matches!(tree.base(i), Relation::Nsubj | Relation::Punct);
    aside && is_participle_form(tree, predicate) && !tree.children(predicate).iter().any(own)
}

fn is_participle_form(tree: Tree, i: usize) -> bool {
    tree.lower(i).ends_with("ed") && matches!(tree.tag(i), Tag::Vbd | Tag::Vbn)
}

/// The arguments of a predicate noun, adjective or place: first the predicate's own words.
fn nominal_arguments(tree: Tree, predicate: usize) -> Vec<Argument> {
    let clausal = |i: usize| {
        let clause = tree.base(i) == Relation::Conj
            && (tree.pos(i) == Pos::Verb && is_predicate(tree, i) || is_copular(tree, i) || tree.child(i, Relation::Nsubj).is_some());
        let apart = matches!(tree.base(i), Relation::Obl | Relation::Advcl | Relation::Ccomp | Relation::Xcomp);
        (apart || clause) && tree.head(i) == Some(predicate)
    };
    let adverb = |i: usize| {
        let behind = tree.is_nominal(predicate) && tree.lower(i) != "enough";
        let too = behind && i > predicate && matches!(tree.lower(i).as_ref(), "too" | "also");
        tree.head(i) == Some(predicate) && (too || (i < predicate || behind) && is_plain_adverb(tree, i))
    };
    let words = tree.phrase_without(predicate, true, |i| clausal(i) || adverb(i) || negates(tree, i) && tree.head(i) == Some(predicate));
    let group = verb_group(tree, predicate);
    let words: Vec<usize> = words.into_iter().filter(|i| !group.contains(i)).collect();
    let complement = Argument { words: tree.trimmed(words), head: predicate, role: Role::Complement };
    let others = arguments(tree, predicate);
    std::iter::once(complement).chain(others).filter(|argument| !argument.words.is_empty()).collect()
}

/// Puts the noun that a relative clause modifies where its pronoun stood, or where it would have stood.
fn relativise(tree: Tree, predicate: usize, subject: usize, arguments: &mut Vec<Argument>) {
    let top = chain(tree, predicate).last().copied().unwrap_or(predicate);
    let pronoun = arguments.iter().any(|argument| argument.words.iter().any(|&i| is_relative(tree, i)));
    let in_relative = tree.relation(top) == Relation::AclRelcl || tree.relation(top) == Relation::Acl && pronoun;
    // "the town whose mayor left": the town owns what is told of, and takes no other place.
    let owns = || tree.under(top, |i| tree.relation(i) == Relation::AclRelcl).into_iter().any(|i| tree.tag(i) == Tag::WpPossessive);
    let taken =
        |&noun: &usize| in_relative && noun != subject && antecedent(tree, predicate) != Some(subject) && tree.is_nominal(noun) && !owns();
    // "the opposition of Marlow, who left": it is Marlow who left, and left nothing.
    let who = tree.by(top, Relation::Nsubj).any(|i| tree.lower(i) == "who");
    let Some(noun) = tree.head(top).filter(taken).filter(|_| !who) else { return };
    let noun_words = tree.phrase_without(noun, false, |i| i == top);
    for argument in arguments.iter_mut() {
        if let Some(&pronoun) = argument.words.iter().find(|&&i| is_relative(tree, i)) {
            argument.words.retain(|&i| i != pronoun && i < pronoun);
            argument.words.extend(&noun_words);
            argument.head = noun;
            return;
        }
    }
    let adverb = chain(tree, predicate).into_iter().any(|verb| tree.children(verb).iter().any(|&i| tree.tag(i) == Tag::Wrb));
    let has_object = arguments.iter().any(|argument| argument.role == Role::Object);
    if adverb {
        arguments.push(Argument { words: noun_words, head: noun, role: Role::Oblique });
    } else if !has_object && !is_copular(tree, predicate) {
        arguments.insert(0, Argument { words: noun_words, head: noun, role: Role::Object });
    }
}

/// A time or place before the first verb of a coordination holds for the later verbs too.
fn inherit_time(tree: Tree, predicate: usize, arguments: &mut Vec<Argument>) {
    let top = chain(tree, predicate).last().copied().unwrap_or(predicate);
    let Some(first) = tree.head(top).filter(|_| tree.base(top) == Relation::Conj) else { return };
    if tree.child(predicate, Relation::Nsubj).is_some() || !is_predicate(tree, first) {
        return;
    }
    let shared = chain(tree, first).into_iter().flat_map(|verb| tree.by(verb, Relation::Obl)).filter(|&i| i < first && i < top);
    arguments.extend(shared.map(|i| Argument { words: with_preposition(tree, i, true), head: i, role: Role::Oblique }));
}

/// The relation's words, in full and plain; takes the preposition of the first oblique where there is no object.
fn relation(tree: Tree, predicate: usize, subject: usize, arguments: &mut [Argument]) -> (String, String) {
    let group = verb_group(tree, predicate);
    let mut tail = Vec::new();
    if let Some(first) = first_oblique(tree, predicate, arguments) {
        let argument = &mut arguments[first];
        let taken = preposition(tree, argument.head);
        argument.words.retain(|i| !taken.contains(i));
        tail = taken;
        arguments[..=first].rotate_right(1);
    } else if let Some(argument) = arguments.first_mut().filter(|argument| argument.role == Role::Clause) {
        let mark = argument.words.first().copied().filter(|&i| tree.lower(i) == "that" && argument.words.len() > 1);
        if let Some(mark) = mark {
            argument.words.remove(0);
            tail.push(mark);
        }
    }
    let carrier = tacit_auxiliary(tree, predicate, subject);
    let write = |words: Vec<usize>| {
        let words: Vec<usize> = words.into_iter().chain(tail.iter().copied()).collect();
        let mut written = tree.write(&words);
        // "Among them was Ada": the sentence gives the capital.
        if tail.contains(&0) {
            written = written.to_lowercase();
        }
        [carrier, &written].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let plain: Vec<usize> =
        group.iter().copied().filter(|&i| !negates(tree, i) && (tree.base(i) != Relation::Advmod || is_particle(tree, i))).collect();
    let told = match plain[..] {
        [verb] if matches!(tree.base(predicate), Relation::Acl | Relation::Advcl) && tree.tag(verb) == Tag::Vbg => {
            [finite(tree, verb), tree.write(&tail)].join(" ").trim_end().to_string()
        }
        [verb] if is_purpose(tree, predicate) && verb == predicate => format!("to {}", write(plain)),
        _ => write(plain),
    };
    // "Founded in 1900, the club …": the sentence gives the capital.
    let told = if carrier.is_empty() || group.first() != Some(&0) { told } else { told.to_lowercase() };
    (write(group), told)
}

/// "…, becoming a clerk", "the road leading there": the form that the main clause would have given to the participle.
fn finite(tree: Tree, verb: usize) -> String {
    let mut around = tree.reading.ancestors(verb).skip(1).filter(|&above| tree.pos(above) == Pos::Verb);
    if is_past(tree) || around.next().is_some_and(|above| is_told_past(tree, above)) {
        past(tree.lemma(verb))
    } else {
        third(tree.lemma(verb))
    }
}

/// The first oblique after the verb with a preposition, where nothing else could be the object.
fn first_oblique(tree: Tree, predicate: usize, arguments: &[Argument]) -> Option<usize> {
    if is_copular(tree, predicate) {
        let bare = arguments.first()?;
        return (bare.head == predicate && tree.is_nominal(predicate) && !preposition(tree, predicate).is_empty()).then_some(0);
    }
    if arguments.iter().any(|argument| argument.role.is_core()) {
        return None;
    }
    arguments.iter().position(|argument| {
        argument.role == Role::Oblique
            && argument.head > predicate
            && !preposition(tree, argument.head).is_empty()
            && !says_when(tree, argument.head)
    })
}

/// "is", "was", "are" or "were" for a participle that has no auxiliary because it modifies a noun.
fn tacit_auxiliary(tree: Tree, predicate: usize, subject: usize) -> &'static str {
    let adverbial =
        tree.base(predicate) == Relation::Advcl && tree.tag(predicate) == Tag::Vbn && tree.child(predicate, Relation::Mark).is_none();
    let modifies = adverbial || matches!(tree.relation(predicate), Relation::Acl | Relation::Parataxis);
    let own = [Relation::Aux, Relation::Nsubj].iter().any(|&relation| tree.child(predicate, relation).is_some());
    let known = tree.base(predicate) == Relation::Xcomp && tree.tag(predicate) == Tag::Vbn;
    // "boats that were old and infested with rats".
    let joined = tree.base(predicate) == Relation::Conj
        && tree.tag(predicate) == Tag::Vbn
        && tree.head(predicate).is_some_and(|head| tree.pos(head) == Pos::Adj && is_copular(tree, head));
    let bare = (modifies || known || joined) && is_participle(tree, predicate) && !own;
    let plural = tree.reading.words[subject].morph.number == Some(Number::Plur) || tree.members(subject).len() > 1;
    let dated = || tree.tag(predicate) == Tag::Vbn && tree.by(predicate, Relation::Obl).any(|i| tree.is_dated(i));
    match (bare, is_past(tree) || tree.lower(predicate) == "born" || dated(), plural) {
        (false, ..) => "",
        (true, true, true) => "were",
        (true, true, false) => "was",
        (true, false, true) => "are",
        (true, false, false) => "is",
    }
}

/// Whether the sentence's main verb stands in the past.
pub fn is_past(tree: Tree) -> bool {
    let root = (0..tree.len()).find(|&i| tree.head(i).is_none());
    root.is_some_and(|root| is_told_past(tree, root))
}

/// Whether a verb, its auxiliary or its copula stands in the past.
fn is_told_past(tree: Tree, verb: usize) -> bool {
    tree.tag(verb) == Tag::Vbd
        || tree.children(verb).iter().any(|&i| tree.tag(i) == Tag::Vbd && matches!(tree.base(i), Relation::Aux | Relation::Cop))
}

fn subject_words(tree: Tree, subject: usize, predicate: usize, whole: bool) -> Vec<usize> {
    if is_predicate(tree, subject) && !is_copular(tree, subject) || tree.base(subject) == Relation::Csubj {
        return tree.trimmed(tree.under(subject, |i| i == predicate));
    }
    // "boats that were old and infested with rats": the whole clause tells of the boats.
    let top = tree.reading.ancestors(predicate).find(|&at| !matches!(tree.base(at), Relation::Conj | Relation::Xcomp));
    let tells = |i: usize| Some(i) == top && tree.base(i) == Relation::Acl;
    tree.phrase_without(subject, whole, |i| i == predicate || tells(i) || chain(tree, predicate).contains(&i))
}

/// How far a clause of this kind is to be trusted.
fn confidence(tree: Tree, predicate: usize) -> f64 {
    let own_subject = tree.child(predicate, Relation::Nsubj).is_some();
    match tree.base(predicate) {
        Relation::Root if own_subject => 0.9,
        Relation::Conj | Relation::Ccomp | Relation::Advcl if own_subject => 0.8,
        Relation::Conj | Relation::Xcomp => 0.75,
        Relation::Acl => 0.7,
        _ => 0.6,
    }
}
