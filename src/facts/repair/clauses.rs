//! Clauses: which word is the predicate, and which its subject.

use super::phrases::{is_noun, spans};
use crate::facts::annotation::Annotation;
use crate::text::Reading;
use crate::text::syntax::{Pos, Relation, Tag};

/// What hangs on an auxiliary, a copula or a mark hangs on their head.
pub fn lift_from_auxiliary(reading: &mut Reading, i: usize) {
    for _ in 0..4 {
        let Some(head) = reading.words[i].head else { return };
        let empty = matches!(reading.words[head].relation.base(), Relation::Aux | Relation::Cop | Relation::Punct)
            && reading.words[head].head.is_some();
        if !empty || reading.words[i].relation == Relation::Punct {
            return;
        }
        reading.words[i].head = reading.words[head].head;
    }
}

/// "In the harbour Marlow sold boats": a subject that opens with a preposition is an oblique; a name right before the verb is the subject.
pub fn part_subject(annotation: &Annotation, reading: &Reading, i: usize) -> Option<Reading> {
    let is_subject = |&w: &usize| reading.is(w, Relation::Nsubj) && reading.words[w].head == Some(i);
    let subject = (0..i).find(is_subject).filter(|&subject| opens_with_preposition(reading, subject))?;
    let auxiliaries = reading.children(i).filter(|&child| matches!(reading.words[child].relation.base(), Relation::Cop | Relation::Aux));
    let first = auxiliaries.min().unwrap_or(i).min(i);
    let last = (subject.min(first)..first).rev().find(|&w| reading.words[w].pos != Pos::Adv)?;
    let name = spans(annotation, |_| false, |_| true).into_iter().find(|range| range.end == last + 1 && range.start > 0)?;
    let opening = reading.subtree(subject).first().copied()?;
    let left = if name.contains(&subject) { (opening..name.start).rev().find(|&w| is_noun(reading, w))? } else { subject };
    let mut parted = reading.clone();
    for (w, word) in parted.words.iter_mut().enumerate() {
        let head_in_name = word.head.is_some_and(|head| name.contains(&head));
        if name.contains(&w) {
            (word.head, word.relation) = (Some(last), Relation::Compound);
        } else if head_in_name {
            word.head = Some(if w > last { last } else { left });
        }
    }
    (parted.words[last].head, parted.words[last].relation) = (Some(i), Relation::Nsubj);
    (parted.words[left].head, parted.words[left].relation) = (Some(i), Relation::Obl);
    Some(parted)
}

/// Whether a preposition stands before the phrase of a noun.
fn opens_with_preposition(reading: &Reading, noun: usize) -> bool {
    let first = reading.subtree(noun).into_iter().find(|&w| reading.words[w].relation != Relation::Punct);
    first.is_some_and(|first| first < noun && reading.words[first].relation == Relation::Case && reading.words[first].tag == Tag::In)
}

/// "The two married in May." read as an adjective: behind a noun and without a copula it is the verb.
pub fn promote_adjective(text: &str, reading: &mut Reading) {
    let Some(root) =
        reading.root().filter(|&root| reading.words[root].pos == Pos::Adj && reading.words[root].span.of(text).ends_with("ed"))
    else {
        return;
    };
    let subject = root.checked_sub(1).filter(|&noun| reading.words[noun].head == Some(root) && is_noun(reading, noun));
    if let (Some(subject), None) = (subject, reading.child(root, Relation::Cop)) {
        reading.words[root].pos = Pos::Verb;
        reading.words[root].tag = Tag::Vbd;
        reading.words[subject].relation = Relation::Nsubj;
    }
}

/// A finite predicate without a subject takes the noun right before its first word, if that has no preposition.
pub fn find_subject(reading: &mut Reading, i: usize) {
    if !matches!(reading.words[i].relation.base(), Relation::Root | Relation::Ccomp | Relation::Advcl | Relation::Parataxis) {
        return;
    }
    let has = |relation: Relation| reading.child(i, relation).is_some();
    let finite = |i: usize| matches!(reading.words[i].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    let group: Vec<usize> =
        reading.children(i).filter(|&child| matches!(reading.words[child].relation.base(), Relation::Cop | Relation::Aux)).collect();
    // A sentence has a finite verb: a participle that stands for it without an auxiliary is one.
    let alone = reading.words[i].relation == Relation::Root && reading.words[i].tag == Tag::Vbn && group.is_empty();
    let verbal = finite(i) || alone || group.iter().any(|&child| finite(child));
    if !verbal || has(Relation::Nsubj) || has(Relation::Csubj) || has(Relation::Expl) {
        return;
    }
    let first = group.first().copied().unwrap_or(i).min(i);
    let Some(last) = (0..first).rev().find(|&w| reading.words[w].pos != Pos::Adv) else { return };
    let last = before_aside(reading, last).unwrap_or(last);
    if !matches!(reading.words[last].pos, Pos::Noun | Pos::Propn | Pos::Pron) {
        return;
    }
    let mut noun = last;
    while let Some(head) = reading.words[noun]
        .head
        .filter(|&head| head < first && matches!(reading.words[noun].relation.base(), Relation::Compound | Relation::Flat))
    {
        noun = head;
    }
    let case = reading.children(noun).any(|child| reading.words[child].relation == Relation::Case && child < noun);
    let named = reading.words[noun].pos == Pos::Propn && reading.words[noun].relation.base() == Relation::Acl;
    let free = named
        || matches!(
            reading.words[noun].relation.base(),
            Relation::Appos | Relation::Obj | Relation::Dep | Relation::Nmod | Relation::Obl | Relation::Parataxis | Relation::Vocative
        );
    if free && !case && !reading.is_ancestor(noun, i) {
        reading.words[noun].head = Some(i);
        reading.words[noun].relation = Relation::Nsubj;
        if alone {
            reading.words[i].tag = Tag::Vbd;
        }
    }
}

/// The last word of the phrase that the aside which ends with this comma explains: "Ada Marlow" in "Ada Marlow, a miller, left".
fn before_aside(reading: &Reading, comma: usize) -> Option<usize> {
    let ends = |appos: usize| reading.subtree(appos).last().is_some_and(|&last| last == comma || last + 1 == comma);
    let aside = (0..comma).filter(|&i| reading.words[i].relation.base() == Relation::Appos).find(|&appos| ends(appos));
    let aside = aside.filter(|_| reading.words[comma].tag == Tag::Comma)?;
    reading.words[aside].head
}

/// "The plan focused on trade." read as a noun with a participle: the participle is the verb.
pub fn promote_participle(reading: &mut Reading) {
    let nominal = |root: &usize| matches!(reading.words[*root].pos, Pos::Noun | Pos::Propn | Pos::Det | Pos::Pron);
    let Some(root) = reading.root().filter(nominal) else { return };
    let finite =
        reading.words.iter().any(|w| w.head == Some(root) && matches!(w.relation.base(), Relation::Cop | Relation::Nsubj | Relation::Aux));
    let bracketed = |i: usize| i > root + 1 && reading.children(i).any(|child| reading.words[child].tag == Tag::OpenBracket);
    let participle =
        reading.children(root).filter(|&i| i > root && !bracketed(i) && reading.child(i, Relation::Nsubj).is_none()).find(|&i| {
            let word = &reading.words[i];
            let aside = matches!(word.relation, Relation::Acl | Relation::Parataxis | Relation::Dep);
            aside && matches!(word.tag, Tag::Vbn | Tag::Vbd | Tag::Vbz | Tag::Vbp)
                || (aside || word.relation == Relation::Appos) && reading.child(i, Relation::Cop).is_some()
        });
    let stops = reading.words.last().is_some_and(|word| word.tag == Tag::Stop);
    if let (Some(verb), false, true) = (participle, finite, stops) {
        reading.words[verb].head = None;
        reading.words[verb].relation = Relation::Root;
        if reading.child(verb, Relation::Cop).is_none() {
            reading.words[verb].pos = Pos::Verb;
        }
        reading.words[root].head = Some(verb);
        reading.words[root].relation = Relation::Nsubj;
        let behind = |c: &usize| *c > verb && matches!(reading.words[*c].relation.base(), Relation::Parataxis | Relation::Punct);
        let moved: Vec<usize> = reading.children(root).filter(behind).collect();
        moved.into_iter().for_each(|c| reading.words[c].head = Some(verb));
    }
}

/// "Ada was the first mayor elected there" read as a verb with two subjects: the second is what the first is, and the participle describes it.
pub fn part_predicate(reading: &mut Reading, i: usize) {
    if reading.words[i].tag != Tag::Vbn {
        return;
    }
    let Some(be) = reading.children(i).find(|&c| c < i && reading.words[c].lemma == "be") else { return };
    let subjects: Vec<usize> = reading.children(i).filter(|&c| c < i && reading.words[c].relation.base() == Relation::Nsubj).collect();
    let [subject, predicate] = subjects[..] else { return };
    let determined = reading.child(predicate, Relation::Det).is_some();
    if !(subject < be && be < predicate && determined && reading.words[predicate].pos == Pos::Noun) {
        return;
    }
    let own = |c: usize| c < predicate || reading.words[c].relation == Relation::Punct && c > i && c + 1 == reading.words.len();
    let moved: Vec<usize> = reading.children(i).filter(|&c| c != predicate && own(c)).collect();
    moved.into_iter().for_each(|c| reading.words[c].head = Some(predicate));
    reading.words[be].relation = Relation::Cop;
    reading.words[subject].relation = Relation::Nsubj;
    (reading.words[predicate].head, reading.words[predicate].relation) = (reading.words[i].head, reading.words[i].relation);
    (reading.words[i].head, reading.words[i].relation) = (Some(predicate), Relation::Acl);
}

/// "While the town bought the quarter, the mill was sold" read as one verb with two subjects: the first has a clause of its own, whose verb was taken for a participle.
pub fn part_opening_clause(reading: &mut Reading, i: usize) {
    let Some(mark) = reading.children(i).find(|&c| c < i && reading.words[c].pos == Pos::Sconj) else { return };
    let subjects: Vec<usize> = reading.children(i).filter(|&c| c < i && reading.words[c].relation.base() == Relation::Nsubj).collect();
    let [first, second] = subjects[..] else { return };
    let acts = |c: &usize| {
        reading.words[*c].relation == Relation::Acl && reading.words[*c].tag == Tag::Vbn && reading.child(*c, Relation::Obj).is_some()
    };
    let Some(verb) = reading.children(first).filter(|&c| c > first).find(acts) else { return };
    let comma = (verb..second).any(|w| reading.words[w].tag == Tag::Comma);
    if !(mark < first && comma) {
        return;
    }
    reading.words[mark].head = Some(verb);
    reading.words[verb].tag = Tag::Vbd;
    (reading.words[verb].head, reading.words[verb].relation) = (Some(i), Relation::Advcl);
    (reading.words[first].head, reading.words[first].relation) = (Some(verb), Relation::Nsubj);
}
