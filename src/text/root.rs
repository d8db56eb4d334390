//! Which word of a sentence is the root: where the parser gave it to another part than the main clause, it is given to that.

use compact_str::CompactString;

use super::syntax::{Pos, Relation, Tag};
use super::wordnet::{is_mainly, verb_classes};

/// "On 4 March she returned": where a phrase that opens with a preposition is the root and holds the only clause, the clause is the root.
pub fn give_root_to_clause(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    let opens = tags.first().is_some_and(|tag| tag.0 == Tag::In) && relations[0] == Relation::Case;
    let Some(root) = heads.iter().position(Option::is_none).filter(|&root| opens && heads[0] == Some(root)) else { return };
    let is_clause = |v: usize| {
        let subject = |w: usize| heads[w] == Some(v) && relations[w].base() == Relation::Nsubj && tags[w].0 == Tag::Prp;
        relations[v] == Relation::AclRelcl && v > root && (root..v).any(subject)
    };
    if let Some(verb) = (root..heads.len()).find(|&v| is_clause(v)) {
        hand_over(heads, relations, (root, verb), Relation::Obl);
    }
}

/// "Having been refused, she left", "Born in Ando, the daughter of a miller, she left": where what opens with "having" or a participle is the root and the
/// clause behind it is put beside it, the clause is the root.
pub fn give_root_to_main_clause(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    let opens = tags.first().is_some_and(|tag| tag.0 == Tag::Vbg) && relations[0].base() == Relation::Aux;
    let has_subject = |v: usize| (0..v).any(|w| heads[w] == Some(v) && relations[w].base() == Relation::Nsubj);
    let alone = tags.first() == Some(&(Tag::Vbn, Pos::Verb)) && heads[0].is_none();
    let Some(root) = heads.first().map(|head| head.unwrap_or(0)).filter(|&root| (opens || alone) && heads[root].is_none()) else { return };
    let beside = |v: usize| heads[v].is_some_and(|above| above == root || alone && heads[above] == Some(root));
    let clause = (root..heads.len()).find(|&v| relations[v] == Relation::Parataxis && beside(v) && has_subject(v));
    if let Some(verb) = clause {
        hand_over(heads, relations, (root, verb), Relation::Advcl);
    }
}

/// "A native of Ando, she left": where a bare noun is the root, and the clause behind it, with a pronoun right behind a comma, is put beside it, the clause is the
/// root, unless it says who said so.
pub fn give_root_to_told(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)], lemmas: &[CompactString]) {
    use Relation::*;
    let has = |of: usize, what: &[Relation]| (0..heads.len()).any(|w| heads[w] == Some(of) && what.contains(&relations[w].base()));
    let bare = |root: usize| matches!(tags[root].1, Pos::Noun | Pos::Propn) && !has(root, &[Nsubj, Cop, Case, Expl, Aux]);
    let Some(root) = heads.iter().position(Option::is_none).filter(|&root| bare(root)) else { return };
    let third = |w: usize| matches!(lemmas[w].as_str(), "he" | "she" | "it" | "they") && lemmas[w - 1] == ",";
    let finite = |v: usize| matches!(tags[v], (Tag::Vbd | Tag::Vbz, Pos::Verb)) || has(v, &[Cop, Aux]);
    let says = |v: usize| verb_classes(&lemmas[v]).any(|class| matches!(class, "communication" | "cognition"));
    let clause = |&v: &usize| {
        let subject = (root + 1..v).find(|&w| heads[w] == Some(v) && relations[w].base() == Nsubj);
        heads[v] == Some(root) && relations[v] == Parataxis && subject.is_some_and(third) && finite(v) && !says(v)
    };
    if let Some(verb) = (root + 1..heads.len()).find(clause) {
        hand_over(heads, relations, (root, verb), Advcl);
    }
}

/// "Orm is a chain of shops owned by its customers": where a participle behind "is" is the root and takes the noun with an article right before it for a part of
/// itself, or for a second subject, the noun is the root, and the participle tells of it.
pub fn give_root_to_described(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    use Relation::*;
    let Some(root) = heads.iter().position(Option::is_none).filter(|&root| root > 0 && tags[root].0 == Tag::Vbn) else { return };
    let noun = root - 1;
    let of_root = |w: usize| heads[w] == Some(root);
    let Some(be) = (0..noun).rev().find(|&w| of_root(w) && relations[w] == AuxPass) else { return };
    let article = (be + 1..noun).any(|w| (of_root(w) || heads[w] == Some(noun)) && relations[w].base() == Det);
    let second = relations[noun] == NsubjPass && (0..be).any(|w| of_root(w) && relations[w] == NsubjPass);
    if !article || !of_root(noun) || relations[noun] != Compound && !second || tags[noun].1 != Pos::Noun {
        return;
    }
    for w in (0..heads.len()).filter(|&w| w != noun) {
        if heads[w] == Some(root) && (w < noun || relations[w] == Punct) {
            heads[w] = Some(noun);
            relations[w] = match relations[w] {
                NsubjPass => Nsubj,
                AuxPass => Cop,
                other => other,
            };
        }
    }
    (heads[noun], relations[noun]) = (None, Root);
    (heads[root], relations[root]) = (Some(noun), Acl);
}

/// "The man charged with it, a guard, was acquitted": where the root is what might be a participle, and what stands beside it has no subject, the latter is
/// the root, and the former a participle, which is given back.
pub fn give_root_to_rest(forms: &[&str], heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) -> Option<usize> {
    use Relation::*;
    let root = heads.iter().position(Option::is_none).filter(|&root| matches!(tags[root], (Tag::Vbd | Tag::Vbn, Pos::Verb)))?;
    let has = |of: usize, what: &[Relation]| (0..heads.len()).any(|w| heads[w] == Some(of) && what.contains(&relations[w].base()));
    let subject = (0..root).rev().find(|&w| heads[w] == Some(root) && relations[w].base() == Nsubj && tags[w].1 != Pos::Pron)?;
    let finite = |v: usize| matches!(tags[v].0, Tag::Vbd | Tag::Vbz | Tag::Vbp);
    let helped = |v: usize| (root..v).any(|w| heads[w] == Some(v) && matches!(relations[w].base(), Aux | Cop) && finite(w));
    let rest = (root + 1..heads.len()).find(|&v| {
        let first = (root..v).find(|&w| heads[w] == Some(v) && relations[w] != Punct).unwrap_or(v);
        heads[v] == Some(root)
            && relations[v] == Parataxis
            && forms[first - 1] == ","
            && !has(v, &[Nsubj, Csubj, Expl])
            && (finite(v) || helped(v))
    })?;
    if has(root, &[Aux, Obj, Ccomp]) {
        return None;
    }
    let passive = (0..heads.len()).any(|w| heads[w] == Some(rest) && relations[w] == AuxPass);
    hand_over(heads, relations, (root, rest), Acl);
    (heads[root], heads[subject]) = (Some(subject), Some(rest));
    relations[subject] = if passive { NsubjPass } else { Nsubj };
    Some(root)
}

/// "Into how many languages have her books been translated?": "have" without a subject before a participle with one helps it.
pub fn give_root_to_participle(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)], lemmas: &[CompactString]) {
    let Some(have) = heads.iter().position(Option::is_none).filter(|&root| lemmas[root] == "have") else { return };
    let subject = |of: usize| (0..heads.len()).find(|&w| heads[w] == Some(of) && relations[w].base() == Relation::Nsubj);
    let between = |v: usize| subject(v).is_some_and(|subject| have < subject && subject < v);
    let participle = (have..heads.len()).find(|&v| heads[v] == Some(have) && tags[v].0 == Tag::Vbn && between(v));
    let asked = subject(have).filter(|&of| (0..of).any(|w| heads[w] == Some(of) && relations[w] == Relation::Case));
    if let Some(verb) = participle.filter(|_| subject(have) == asked) {
        asked.into_iter().for_each(|of| relations[of] = Relation::Obl);
        heads.iter_mut().filter(|head| **head == Some(have)).for_each(|head| *head = Some(verb));
        hand_over(heads, relations, (have, verb), Relation::Aux);
    }
}

/// "Into which languages were the rules translated?": where the phrase that is asked for is the root, and the participle modifies the subject, the
/// participle is the root.
pub fn give_root_to_asked_participle(
    heads: &mut [Option<usize>],
    relations: &mut [Relation],
    tags: &[(Tag, Pos)],
    lemmas: &[CompactString],
) {
    let asks = tags.first().is_some_and(|tag| tag.0 == Tag::In) && tags.get(1).is_some_and(|tag| matches!(tag.0, Tag::Wdt | Tag::Wrb));
    let Some(noun) = heads.iter().position(Option::is_none).filter(|&root| asks && heads[0] == Some(root)) else { return };
    let Some(be) = (noun + 1..heads.len()).find(|&w| heads[w] == Some(noun) && relations[w] == Relation::Cop && lemmas[w] == "be") else {
        return;
    };
    let subject = |&w: &usize| relations[w] == Relation::Nsubj && (heads[w] == Some(noun) || heads[w] == Some(be));
    let Some(subject) = (be + 1..heads.len()).find(subject) else { return };
    let modifies = |&v: &usize| heads[v] == Some(subject) && relations[v] == Relation::Acl && tags[v].0 == Tag::Vbn;
    if let Some(verb) = (subject + 1..heads.len()).find(modifies) {
        hand_over(heads, relations, (noun, verb), Relation::Obl);
        (heads[be], relations[be]) = (Some(verb), Relation::AuxPass);
        (heads[subject], relations[subject]) = (Some(verb), Relation::NsubjPass);
    }
}

/// "Most of the houses near the port date from 1700": where a noun is the root, and the verb behind it has a noun with a preposition for its subject, the
/// verb is the root, and the noun its subject.
pub fn give_root_to_counted(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    use Relation::*;
    let bare = |root: usize| !heads.iter().zip(&*relations).any(|(&head, of)| head == Some(root) && matches!(of.base(), Cop | Nsubj | Aux));
    let Some(root) = heads.iter().position(Option::is_none).filter(|&root| bare(root) && tags[root].1 != Pos::Verb) else { return };
    let finite = |&v: &usize| heads[v] == Some(root) && relations[v] == Parataxis && matches!(tags[v].0, Tag::Vbd | Tag::Vbz | Tag::Vbp);
    let Some(verb) = (root + 1..heads.len()).find(finite).filter(|&verb| tags[root..verb].iter().all(|tag| tag.1 != Pos::Punct)) else {
        return;
    };
    let case = |w: usize| {
        (root + 1..w).find(|&c| relations[c] == Case && tags[c].0 == Tag::In && heads[c].is_some_and(|head| head == w || head == verb))
    };
    let inner = (root + 1..verb).find(|&w| heads[w] == Some(verb) && relations[w] == Nsubj).and_then(|w| Some((w, case(w)?)));
    if let Some((noun, preposition)) = inner {
        hand_over(heads, relations, (root, verb), Nsubj);
        let before = Some(preposition - 1).filter(|&w| tags[w].1 == Pos::Noun);
        let apart = |&w: &usize| !std::iter::successors(Some(w), |&w| heads[w]).any(|w| w == noun);
        heads[noun] = before.filter(apart).or(Some(root));
        (heads[preposition], relations[noun]) = (Some(noun), Nmod);
    }
}

/// "A statue of him, unveiled in 2019, had to be moved": where a noun is the root, and behind what stands between commas a finite verb without a subject is
/// put beside it, the verb is the root, the noun its subject, and a participle in between tells of the noun.
pub fn give_root_past_aside(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    use Relation::*;
    let has = |of: usize, what: &[Relation]| (0..heads.len()).any(|w| heads[w] == Some(of) && what.contains(&relations[w].base()));
    let bare = |root: usize| matches!(tags[root].1, Pos::Noun | Pos::Propn) && !has(root, &[Case, Cop, Nsubj, Aux]);
    let Some(root) = heads.iter().position(Option::is_none).filter(|&root| bare(root)) else { return };
    let finite = |v: usize| matches!(tags[v].0, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    let predicate = |&v: &usize| {
        let first = (root + 1..v).find(|&w| heads[w] == Some(v) && matches!(relations[w].base(), Aux | Cop | Advmod)).unwrap_or(v);
        let commas = (root + 1..first).filter(|&w| tags[w].0 == Tag::Comma).count();
        heads[v] == Some(root)
            && relations[v] == Parataxis
            && !has(v, &[Nsubj, Csubj, Expl])
            && (finite(v) || finite(first))
            && commas == 2
            && tags[first - 1].0 == Tag::Comma
    };
    let Some(verb) = (root + 2..heads.len()).find(predicate) else { return };
    let passive = (root..verb).any(|w| heads[w] == Some(verb) && relations[w] == AuxPass);
    hand_over(heads, relations, (root, verb), if passive { NsubjPass } else { Nsubj });
    let told = |&w: &usize| heads[w] == Some(verb) && relations[w] == Advcl && matches!(tags[w].0, Tag::Vbn | Tag::Vbg);
    for participle in (root + 1..verb).filter(told).collect::<Vec<_>>() {
        (heads[participle], relations[participle]) = (Some(root), Acl);
    }
}

/// "The scholar Pia Markku has praised it": where a word for a person is the root, and the name right behind it the subject of a verb beside it, the verb
/// is the root, and the word says who is named.
pub fn give_root_past_calling(forms: &[&str], heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    use Relation::*;
    let ends = forms.last() == Some(&".");
    let Some(root) = heads.iter().position(Option::is_none).filter(|&root| ends && tags[root].1 == Pos::Noun) else { return };
    let name = root + 1;
    let named = tags.get(name).is_some_and(|tag| tag.0 == Tag::Nnp) && matches!(relations[name], Nsubj | NsubjPass);
    let Some(verb) = heads.get(name).copied().flatten().filter(|&verb| named && verb > name) else { return };
    let beside = heads[verb] == Some(root) && matches!(relations[verb], Parataxis | AclRelcl | Acl);
    let determined = (0..root).any(|w| heads[w] == Some(root) && relations[w] == Det);
    if beside && determined && is_mainly(&forms[root].to_lowercase(), "person") {
        hand_over(heads, relations, (root, verb), NmodDesc);
        heads[root] = Some(name);
    }
}

/// "What is the fen frog?": where the last word is the root, the noun right before it its subject, and a question word and a copula open the sentence, the
/// question word is the root, and both nouns are one.
pub fn give_root_to_asked_noun(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    use Relation::*;
    let Some(root) = heads.iter().position(Option::is_none).filter(|&root| root > 2 && tags[0].0 == Tag::Wp) else { return };
    let asked = heads[0] == Some(root) && (heads[1], relations[1]) == (Some(root), Cop);
    let split = (heads[root - 1], relations[root - 1]) == (Some(root), Nsubj) && matches!(tags[root - 1].1, Pos::Noun | Pos::Propn);
    if asked && split && tags[root + 1..].iter().all(|tag| tag.1 == Pos::Punct) {
        hand_over(heads, relations, (root, 0), Nsubj);
        (heads[1], relations[root - 1]) = (Some(0), Compound);
    }
}

/// "It struck the reef, and 63 of the passengers drowned.": where a verb at the end hangs on a verb as only a noun can have it or beside it without a
/// subject, and a noun behind a comma and "and" is joined to a noun before, the verb is joined, and that noun its subject.
pub fn join_last_verb(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    use Relation::*;
    let Some(verb) =
        heads.len().checked_sub(2).filter(|&v| matches!(relations[v], Acl | Parataxis) && matches!(tags[v].0, Tag::Vbd | Tag::Vbn))
    else {
        return;
    };
    let Some(main) = heads[verb].filter(|&main| matches!(tags[main], (Tag::Vbd | Tag::Vbz | Tag::Vbp, Pos::Verb))) else { return };
    let Some(and) = (main + 2..verb).rev().find(|&w| relations[w] == Cc && tags[w - 1].0 == Tag::Comma) else { return };
    let Some(noun) = heads[and].filter(|&noun| relations[noun] == Conj && noun > and && noun < verb) else { return };
    let whole = (and + 1..verb).all(|w| std::iter::successors(Some(w), |&w| heads[w]).any(|w| w == noun));
    let bare = (0..verb).all(|w| heads[w] != Some(verb));
    if whole && bare && heads[noun].is_some_and(|before| before < and) {
        (heads[verb], relations[verb]) = (Some(main), Conj);
        (heads[noun], relations[noun]) = (Some(verb), Nsubj);
        (heads[and], heads[and - 1]) = (Some(verb), Some(verb));
    }
}

/// "before Ada Marlow?": where a preposition, taken for one that opens a clause, is the root and has a noun alone, the noun is the root. Gives back the preposition.
pub fn give_root_to_noun(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) -> Option<usize> {
    let root = heads.iter().position(Option::is_none).filter(|&root| tags[root] == (Tag::In, Pos::Sconj))?;
    let noun =
        heads.iter().position(|&head| head == Some(root)).filter(|&noun| noun > root && matches!(tags[noun].1, Pos::Noun | Pos::Propn))?;
    let alone = (0..heads.len()).all(|w| w == noun || heads[w] != Some(root) || relations[w] == Relation::Punct);
    let verbless = tags.iter().all(|tag| !matches!(tag.1, Pos::Verb | Pos::Aux));
    (alone && verbless).then(|| hand_over(heads, relations, (root, noun), Relation::Case))?;
    Some(root)
}

/// "Most of the houses near the port date from 1700": where a noun is the root and the only verb hangs on it as a noun with a preposition, behind one that it
/// takes for a part of its name, the verb is the root, and the preposition belongs to the noun before it.
pub fn give_root_to_swallowed(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    use Relation::*;
    let finite = |v: usize| matches!(tags[v], (Tag::Vbz | Tag::Vbp, Pos::Verb));
    let Some(root) = heads.iter().position(Option::is_none).filter(|_| tags.last().is_some_and(|tag| tag.0 == Tag::Stop)) else { return };
    let verb = (root + 3..heads.len()).find(|&v| finite(v) && relations[v] == Nmod && heads[v] == Some(root));
    let Some(verb) = verb.filter(|&verb| (0..heads.len()).all(|w| w == verb || !matches!(tags[w].1, Pos::Verb | Pos::Aux))) else { return };
    let noun = verb - 1;
    let case = (root + 1..noun).find(|&w| heads[w] == Some(verb) && relations[w] == Case);
    let Some(case) = case.filter(|_| heads[noun] == Some(verb) && relations[noun] == Compound) else { return };
    heads[case..noun].iter_mut().filter(|head| **head == Some(verb)).for_each(|head| *head = Some(noun));
    for w in verb + 1..heads.len() {
        if heads[w] == Some(verb) && relations[w] == Nmod {
            relations[w] = Obl;
        }
    }
    hand_over(heads, relations, (root, verb), Nsubj);
    let before = Some(case - 1).filter(|&w| w > root && tags[w].1 == Pos::Noun);
    (heads[noun], relations[noun]) = (before.or(Some(root)), Nmod);
}

/// Makes `new` the root, which takes what followed it and the marks; the old one hangs on it by `relation`.
fn hand_over(heads: &mut [Option<usize>], relations: &mut [Relation], (old, new): (usize, usize), relation: Relation) {
    for w in 0..heads.len() {
        if heads[w] == Some(old) && (w > new || relations[w] == Relation::Punct) {
            heads[w] = Some(new);
        }
    }
    (heads[new], relations[new]) = (None, Relation::Root);
    (heads[old], relations[old]) = (Some(new), relation);
}
