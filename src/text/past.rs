//! Past forms that hang on a noun as only a participle or an adjective can: where nothing else is the verb of the sentence, they are.

use super::syntax::Relation::*;
use super::syntax::{Pos, Relation, Tag};

/// Gives back the words that are past forms, after putting the tree right around them: they have no agent.
pub fn find_past(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) -> Vec<usize> {
    if tags.last().is_none_or(|tag| tag.0 != Tag::Stop) {
        return Vec::new();
    }
    let kinds = [behind_noun, before_noun, behind_when, before_last_verb, behind_adverb];
    let found: Vec<usize> = kinds.into_iter().filter_map(|kind| kind(heads, relations, tags)).collect();
    let agent = |w: &usize| relations[*w] == OblAgent && heads[*w].is_some_and(|verb| found.contains(&verb));
    (0..heads.len()).filter(agent).collect::<Vec<_>>().into_iter().for_each(|w| relations[w] = Obl);
    found
}

/// "Each of the clerks served for six weeks and then spent a month at home": where the root is a noun without a verb, a past form that
/// modifies it or what hangs on it is the root; so is a participle if a past form is joined to the noun behind it.
fn behind_noun(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) -> Option<usize> {
    let root = bare_root(heads, relations, tags)?;
    let joined = (root..heads.len()).find(|&v| heads[v] == Some(root) && relations[v] == Conj && tags[v] == (Tag::Vbd, Pos::Verb));
    let past = |v: usize| match tags[v] {
        (Tag::Vbd, Pos::Verb) => true,
        (Tag::Vbn, Pos::Verb) => joined.is_some_and(|joined| v < joined),
        _ => false,
    };
    let inside = |v: usize| std::iter::successors(heads[v], |&w| heads[w]).all(|w| w == root || is_nominal(tags, w) && w > root);
    let verb = (root + 1..heads.len()).find(|&v| relations[v] == Acl && past(v) && is_alone(heads, relations, v) && inside(v))?;
    hand_down(heads, relations, (root, verb), Nsubj);
    Some(verb)
}

/// "NBC sold boats": where the root is a noun without a verb, and a past form modifies it like an adjective, that form is the root, the part of the noun
/// before it the subject, and the noun the object.
fn before_noun(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) -> Option<usize> {
    let root = bare_root(heads, relations, tags)?;
    let of_root = |w: &usize| heads[*w] == Some(root);
    let past = |&v: &usize| relations[v] == Amod && tags[v] == (Tag::Vbd, Pos::Verb) && is_alone(heads, relations, v);
    let verb = (1..root).filter(of_root).find(past)?;
    let part = |&w: &usize| is_nominal(tags, w) && matches!(relations[w], Compound | NmodPoss | NmodUnmarked | Nummod);
    let subject = (0..verb).rev().filter(of_root).find(part)?;
    hand_down(heads, relations, (root, verb), Obj);
    heads[..subject].iter_mut().filter(|head| **head == Some(root)).for_each(|head| *head = Some(subject));
    (heads[subject], relations[subject]) = (Some(verb), Nsubj);
    Some(verb)
}

/// "When troops entered the town, the couple fled": where what opens with "when" is the root, and the noun right behind the comma has a participle right
/// behind it, the participle is the root.
fn behind_when(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) -> Option<usize> {
    let opens = tags.first().is_some_and(|tag| tag.0 == Tag::Wrb);
    let root = heads.iter().position(Option::is_none).filter(|&root| opens && tags[root].1 == Pos::Verb && heads[0] == Some(root))?;
    let noun = |w: &usize| heads[*w] == Some(root) && matches!(relations[*w], OblUnmarked | Obj | Parataxis) && tags[*w].1 == Pos::Noun;
    let comma = (root + 1..heads.len()).find(|&w| tags[w].0 == Tag::Comma)?;
    let subject = (comma + 1..heads.len()).find(noun)?;
    let verb =
        (subject + 1..heads.len()).find(|&v| heads[v] == Some(subject) && relations[v] == Acl && tags[v] == (Tag::Vbn, Pos::Verb))?;
    let first = (comma + 1..subject).find(|&w| heads[w] == Some(subject)).unwrap_or(subject);
    if first != comma + 1 || verb != subject + 1 {
        return None;
    }
    hand_down(heads, relations, (root, verb), Advcl);
    (heads[subject], relations[subject]) = (Some(verb), Nsubj);
    Some(verb)
}

/// "The steamer struck the reef, and 63 of the passengers drowned": where the last verb is the root, its subject has a participle with an object, and what
/// stands between a comma with "and" and that verb is joined to a noun, the participle is the root, and the verb joined to it with a subject of its own.
fn before_last_verb(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) -> Option<usize> {
    let last = heads.len().checked_sub(2).filter(|&last| heads[last].is_none() && tags[last] == (Tag::Vbd, Pos::Verb))?;
    let subject = (0..last).find(|&w| heads[w] == Some(last) && relations[w] == Nsubj)?;
    let object = |v: usize| (v + 1..last).any(|w| heads[w] == Some(v) && relations[w] == Obj);
    let participle = |&v: &usize| heads[v] == Some(subject) && relations[v] == Acl && tags[v] == (Tag::Vbn, Pos::Verb) && object(v);
    let verb = (subject + 1..last).find(participle)?;
    let and = (verb + 2..last).rev().find(|&w| relations[w] == Cc && tags[w - 1].0 == Tag::Comma)?;
    let noun = heads[and].filter(|&noun| relations[noun] == Conj && noun > and && noun < last)?;
    let inside = |w: usize, top: usize| std::iter::successors(Some(w), |&w| heads[w]).any(|w| w == top);
    if !inside(noun, verb) || !(and + 1..last).all(|w| inside(w, noun)) {
        return None;
    }
    heads.iter_mut().filter(|head| **head == Some(last)).for_each(|head| *head = Some(verb));
    hand_down(heads, relations, (last, verb), Conj);
    (heads[subject], heads[and - 1], heads[and]) = (Some(verb), Some(last), Some(last));
    (heads[noun], relations[noun]) = (Some(last), Nsubj);
    Some(verb)
}

/// "Two years later the family moved": where an adverb has a subject behind it, and that a past form, the form takes the place of the adverb.
fn behind_adverb(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) -> Option<usize> {
    let of_adverb = |w: usize| heads[w].filter(|&adverb| relations[w] == Nsubj && adverb < w && tags[adverb].1 == Pos::Adv);
    let past = |noun: usize| {
        let verb = (noun + 1..heads.len()).find(|&v| heads[v] == Some(noun) && relations[v] == Acl)?;
        matches!(tags[verb], (Tag::Vbn | Tag::Vbd, Pos::Verb)).then_some(verb)
    };
    let (adverb, noun, verb) = (0..heads.len()).find_map(|w| Some((of_adverb(w)?, w, past(w)?)))?;
    for w in 0..heads.len() {
        if heads[w] == Some(adverb) && (w > verb || w == noun || matches!(relations[w], Cc | Punct)) || heads[w] == Some(noun) && w > verb {
            heads[w] = Some(verb);
        }
    }
    (heads[verb], relations[verb]) = (heads[adverb], relations[adverb]);
    (heads[adverb], relations[adverb]) = (Some(verb), Advmod);
    Some(verb)
}

/// The root, if it is a noun without preposition, copula, subject or auxiliary.
fn bare_root(heads: &[Option<usize>], relations: &[Relation], tags: &[(Tag, Pos)]) -> Option<usize> {
    let verbal = |w: usize| matches!(relations[w].base(), Case | Cop | Nsubj | Aux | Expl);
    heads
        .iter()
        .position(Option::is_none)
        .filter(|&root| is_nominal(tags, root) && !(0..heads.len()).any(|w| heads[w] == Some(root) && verbal(w)))
}

fn is_nominal(tags: &[(Tag, Pos)], word: usize) -> bool {
    matches!(tags[word].1, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Det | Pos::Num)
}

/// Whether a verb has neither subject nor auxiliary.
fn is_alone(heads: &[Option<usize>], relations: &[Relation], verb: usize) -> bool {
    !(0..heads.len()).any(|w| heads[w] == Some(verb) && matches!(relations[w].base(), Nsubj | Csubj | Expl | Aux))
}

/// Makes `new` the root, which takes what stood behind it and the last mark; the old one hangs on it by `relation`.
fn hand_down(heads: &mut [Option<usize>], relations: &mut [Relation], (old, new): (usize, usize), relation: Relation) {
    let last = heads.len() - 1;
    heads
        .iter_mut()
        .enumerate()
        .filter(|(w, head)| **head == Some(old) && (*w > new.max(old) || *w == last))
        .for_each(|(_, head)| *head = Some(new));
    (heads[new], relations[new]) = (None, Root);
    (heads[old], relations[old]) = (Some(new), relation);
}
