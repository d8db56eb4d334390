//! What a tree shows of its own words: verbs whose tag it contradicts, nouns that are subjects, which verbs are passive.

use compact_str::CompactString;

use super::syntax::{Pos, Relation, Tag};
use super::wordnet::is_mainly;

/// The verbs whose tag the tree shows to be another: with "do" or a modal as the only auxiliary it is a base form ("did she found it?" is of "found",
/// not of "find"), and a participle that has a subject and no auxiliary is a past form; so is one with an object
/// that is joined to a past form.
pub fn verb_forms(heads: &[Option<usize>], relations: &[Relation], tags: &[(Tag, Pos)], lemmas: &[CompactString]) -> Vec<(usize, Tag)> {
    let has_object = |verb: usize| (0..heads.len()).any(|w| heads[w] == Some(verb) && relations[w] == Relation::Obj);
    let joined_to_past = |verb: usize| relations[verb] == Relation::Conj && heads[verb].is_some_and(|h| tags[h] == (Tag::Vbd, Pos::Verb));
    let form = |verb: usize| {
        let before = |relation: Relation| (0..verb).filter(move |&w| heads[w] == Some(verb) && relations[w].base() == relation);
        let mut auxiliaries = before(Relation::Aux);
        let tag = match auxiliaries.next() {
            Some(first) if lemmas[first] == "do" || tags[first].0 == Tag::Md => Tag::Vb,
            None if tags[verb].0 == Tag::Vbn && before(Relation::Nsubj).any(|w| relations[w] == Relation::Nsubj) => Tag::Vbd,
            None if tags[verb].0 == Tag::Vbn && has_object(verb) && joined_to_past(verb) => Tag::Vbd,
            _ => return None,
        };
        let finite = matches!(tags[verb], (Tag::Vbd | Tag::Vbp | Tag::Vbn, Pos::Verb));
        (finite && auxiliaries.next().is_none()).then_some((verb, tag))
    };
    (0..heads.len()).filter_map(form).collect()
}

/// "When troops entered the town, the couple fled": a noun with an article right before a verb without a subject or auxiliary is its subject unless it says when.
pub fn raise_subjects(forms: &[&str], heads: &[Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    use Relation::*;
    for (noun, verb) in (1..heads.len()).map(|noun| (noun, noun + 1)) {
        if relations[noun] != OblUnmarked || heads[noun] != Some(verb) || !matches!(tags[noun].1, Pos::Noun | Pos::Propn) {
            continue;
        }
        let main = relations[verb] != Conj && (tags[verb].0 != Tag::Vbn || heads[verb].is_none());
        let finite = main && matches!(tags[verb], (Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vbn, Pos::Verb));
        let has = |of: usize, what: &[Relation]| (0..heads.len()).any(|w| heads[w] == Some(of) && what.contains(&relations[w].base()));
        let time = ["date", "period"].iter().any(|class| is_mainly(&forms[noun].to_lowercase(), class));
        if finite && !time && has(noun, &[Det]) && !has(verb, &[Nsubj, Csubj, Expl, Aux]) {
            relations[noun] = Nsubj;
        }
    }
}

/// "The academy awards the medal": a noun that hangs as part of a compound on a finite verb without a subject is its subject, and takes what stands before it.
pub fn give_subjects(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    use Relation::*;
    for verb in (0..heads.len()).filter(|&v| matches!(tags[v], (Tag::Vbz | Tag::Vbd | Tag::Vbp, Pos::Verb))) {
        let of_verb = |w: &usize| heads[*w] == Some(verb);
        let has_subject = (0..heads.len()).filter(of_verb).any(|w| matches!(relations[w].base(), Nsubj | Csubj | Expl | Aux));
        let noun = (0..verb).rev().filter(of_verb).find(|&w| relations[w] == Compound && matches!(tags[w].1, Pos::Noun | Pos::Propn));
        let Some(noun) = noun.filter(|_| !has_subject) else { continue };
        relations[noun] = Nsubj;
        for w in 0..noun {
            let part = matches!(relations[w].base(), Det | Amod | Compound | Nummod) || relations[w] == NmodPoss;
            if heads[w] == Some(verb) && part {
                heads[w] = Some(noun);
            }
        }
    }
}

/// "Ada Merrow, the daughter of a diver, was born in Velm": a name that seems to be called upon is the subject, where an article opens the seeming subject behind its
/// comma; that one explains it.
pub fn give_subjects_to_called(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    use Relation::*;
    for name in (0..heads.len()).filter(|&w| tags[w].1 == Pos::Propn) {
        if !matches!(relations[name], Vocative | Dislocated) {
            continue;
        }
        let subject = (name + 1..heads.len()).find(|&w| heads[w] == heads[name] && relations[w].base() == Nsubj);
        let article = |noun: &usize| (name + 1..*noun).find(|&w| heads[w] == Some(*noun) && relations[w] == Det);
        let behind_comma = |noun: &usize| article(noun).is_some_and(|article| tags[article - 1].0 == Tag::Comma);
        if let Some(noun) = subject.filter(behind_comma) {
            (heads[noun], relations[name]) = (Some(name), relations[noun]);
            relations[noun] = Appos;
        }
    }
}

/// "Were the orders carried out?": in a question, a form of "be" before the subject of a past form is its passive auxiliary; gives back the participle.
pub fn help_asked_participle(
    heads: &[Option<usize>],
    relations: &mut [Relation],
    tags: &[(Tag, Pos)],
    lemmas: &[CompactString],
) -> Option<usize> {
    use Relation::*;
    let asks = lemmas.last().is_some_and(|mark| mark == "?") || matches!(tags.first(), Some((Tag::Wp | Tag::Wdt | Tag::Wrb, _)));
    let helps = |&w: &usize| matches!(relations[w], Cop | Aux) && lemmas[w] == "be";
    let past = |v: usize| matches!(tags[v], (Tag::Vbd | Tag::Vbn, Pos::Verb));
    let be = (0..heads.len()).find(|w| asks && helps(w) && heads[*w].is_some_and(past))?;
    let verb = heads[be]?;
    let subject = (be + 1..verb).find(|&w| heads[w] == Some(verb) && relations[w] == Nsubj)?;
    let other = |w: usize| heads[w] == Some(verb) && w != be && matches!(relations[w].base(), Mark | Aux | Obj);
    (!(0..heads.len()).any(other)).then(|| (relations[be], relations[subject]) = (AuxPass, NsubjPass))?;
    Some(verb)
}

/// "The yard built 122 boats": what has an object and no auxiliary is not passive.
pub fn make_active(heads: &[Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    for verb in (0..heads.len()).filter(|&v| tags[v] == (Tag::Vbn, Pos::Verb)) {
        let has = |relation: Relation| (0..heads.len()).any(|w| heads[w] == Some(verb) && relations[w].base() == relation);
        let subject = (0..verb).find(|&w| heads[w] == Some(verb) && relations[w] == Relation::NsubjPass);
        if let Some(subject) = subject.filter(|_| has(Relation::Obj) && !has(Relation::Aux)) {
            relations[subject] = Relation::Nsubj;
        }
    }
}

/// For each word, whether it is a verb in the passive: with a passive auxiliary, subject or agent, or a past participle that modifies a noun or, without
/// an auxiliary, a clause ("founded in 1872, the brewery …").
pub fn passives(heads: &[Option<usize>], relations: &[Relation], tags: &[(Tag, Pos)]) -> Vec<bool> {
    let participle = |i: usize| tags[i] == (Tag::Vbn, Pos::Verb);
    let modifies = |i: usize| participle(i) && matches!(relations[i], Relation::Acl | Relation::Amod);
    let opens = |i: usize| participle(i) && relations[i] == Relation::Advcl && !is_finite(i, heads, relations);
    let mut passive: Vec<bool> = (0..heads.len()).map(|i| modifies(i) || opens(i)).collect();
    for (head, relation) in heads.iter().zip(relations) {
        if let (Some(verb), Relation::AuxPass | Relation::NsubjPass | Relation::CsubjPass | Relation::OblAgent) = (head, relation) {
            passive[*verb] = true;
        }
    }
    for i in 0..heads.len() {
        let shared = heads[i].is_some_and(|head| passive[head]) && relations[i] == Relation::Conj;
        passive[i] |= shared && participle(i) && !is_finite(i, heads, relations);
    }
    passive
}

/// Whether word `i` has an auxiliary or subject of its own.
fn is_finite(i: usize, heads: &[Option<usize>], relations: &[Relation]) -> bool {
    heads.iter().zip(relations).any(|(&head, relation)| head == Some(i) && matches!(relation.base(), Relation::Aux | Relation::Nsubj))
}
