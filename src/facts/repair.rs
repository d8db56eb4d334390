//! Repair of a tree where it contradicts what is certain without it: a name, a date and a plain noun phrase each hang together; a noun with a
//! preposition is no object; nothing hangs on an auxiliary; a sentence whose root is a bare noun with a participle behind it is a clause.

use std::ops::Range;

use super::annotation::Annotation;
use crate::text::Reading;
use crate::text::names::Mention;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::values::Value;
use crate::text::wordnet::is_a;

/// The reading of an annotation, repaired. The result is a tree if the reading was one.
pub fn repaired(annotation: &Annotation) -> Reading {
    let mut reading = annotation.reading.clone();
    spans(annotation, |_| true, |_| true).into_iter().for_each(|unit| join(&mut reading, unit));
    noun_phrases(annotation).into_iter().for_each(|phrase| join(&mut reading, phrase));
    (0..reading.words.len()).for_each(|i| lift_preposition(&mut reading, i));
    (0..reading.words.len()).for_each(|i| attach_preposition(&mut reading, i));
    (0..reading.words.len()).for_each(|i| lift_from_auxiliary(&mut reading, i));
    (0..reading.words.len()).for_each(|i| make_oblique(&mut reading, i));
    promote_adjective(&annotation.text, &mut reading);
    promote_participle(&mut reading);
    (0..reading.words.len()).for_each(|i| find_subject(&mut reading, i));
    if is_tree(&reading) { reading } else { annotation.reading.clone() }
}

/// Whether there is one root and every way up leads to it.
fn is_tree(reading: &Reading) -> bool {
    let roots = reading.words.iter().filter(|word| word.head.is_none()).count();
    // Depth from the root, found once for each word.
    let mut sound = vec![false; reading.words.len()];
    for i in 0..sound.len() {
        let mut way = Vec::new();
        let mut at = i;
        while !sound[at] {
            if way.len() > sound.len() {
                return false;
            }
            way.push(at);
            match reading.words[at].head {
                Some(head) if head < sound.len() => at = head,
                Some(_) => return false,
                None => break,
            }
        }
        way.into_iter().for_each(|w| sound[w] = true);
    }
    roots == 1 || reading.words.is_empty()
}

/// Plain noun phrases by their tags: determiner, adjectives and numbers, nouns. Possessors end one, and so do dates; a name begins one,
/// but behind a noun for a person.
fn noun_phrases(annotation: &Annotation) -> Vec<Range<usize>> {
    let words = &annotation.reading.words;
    let dated: Vec<Range<usize>> = spans(annotation, |_| true, |_| false);
    let named: Vec<Range<usize>> = spans(annotation, |_| false, |_| true);
    let in_date = |i: usize| dated.iter().any(|range| range.contains(&i));
    let begins_name =
        |i: usize| named.iter().any(|range| range.start == i) && words[i - 1].pos == Pos::Noun && !is_a(&words[i - 1].lemma, "person");
    let (mut phrases, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let start = at;
        let tagged = |i: usize, tags: &[Tag]| words.get(i).is_some_and(|word| tags.contains(&word.tag)) && !in_date(i);
        at += usize::from(tagged(at, &[Tag::Dt, Tag::PrpPossessive]));
        while tagged(at, &[Tag::Jj, Tag::Jjr, Tag::Jjs, Tag::Cd]) {
            at += 1;
        }
        let nouns = at;
        while tagged(at, &[Tag::Nn, Tag::Nns, Tag::Nnp, Tag::Nnps]) && !(at > nouns && begins_name(at)) {
            at += 1;
        }
        if at > nouns && at - start > 1 {
            phrases.push(start..at);
        }
        at = at.max(start + 1);
    }
    phrases
}

/// The words of the dates and of the names that are picked.
fn spans(annotation: &Annotation, date: impl Fn(&Value) -> bool, name: impl Fn(&Mention) -> bool) -> Vec<Range<usize>> {
    let names = annotation.names.iter().filter(|mention| name(mention)).map(|mention| mention.core);
    let dates = annotation.values.iter().filter(|value| value.kind.date().is_some() && date(value)).map(|value| value.core);
    let words = &annotation.reading.words;
    let before_preposition = |range: Range<usize>| range.start..range.clone().find(|&i| words[i].pos == Pos::Adp).unwrap_or(range.end);
    names.chain(dates).map(|span| before_preposition(annotation.reading.within(span))).collect()
}

/// Makes a stretch of words hang together: where several of them hang on words outside, one remains to, and the others hang on it.
fn join(reading: &mut Reading, unit: Range<usize>) {
    let outside = |reading: &Reading, i: usize| reading.words[i].head.is_none_or(|head| !unit.contains(&head));
    let tops: Vec<usize> = unit.clone().filter(|&i| outside(reading, i) && reading.words[i].relation != Relation::Punct).collect();
    if tops.len() < 2 {
        return;
    }
    let Some(&top) = tops.iter().rev().find(|&&i| reading.words[i].relation != Relation::Flat && is_noun(reading, i)) else { return };
    let place = tops.iter().copied().max_by_key(|&i| (rank(reading.words[i].relation), i == top)).unwrap_or(top);
    let (head, relation) = (reading.words[place].head, reading.words[place].relation);
    for i in unit.clone() {
        if i != top && tops.contains(&i) {
            reading.words[i].relation = inner_relation(reading.words[i].pos);
            reading.words[i].head = Some(top);
        }
    }
    reading.words[top].head = head;
    reading.words[top].relation = relation;
    for i in 0..reading.words.len() {
        let moved = reading.words[i].head.is_some_and(|head| head != top && unit.contains(&head));
        if moved && !unit.contains(&i) {
            reading.words[i].head = Some(top);
        }
    }
}

fn is_noun(reading: &Reading, i: usize) -> bool {
    matches!(reading.words[i].pos, Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj | Pos::X)
}

/// How much a relation says of the place of a whole phrase.
fn rank(relation: Relation) -> u8 {
    match relation.base() {
        Relation::Root => 4,
        Relation::Nsubj | Relation::Obj | Relation::Obl | Relation::Iobj => 3,
        Relation::Nmod if relation != Relation::NmodDesc => 2,
        Relation::Conj | Relation::Appos | Relation::Xcomp | Relation::Ccomp | Relation::Advcl => 2,
        Relation::Compound | Relation::Amod | Relation::Flat | Relation::Det | Relation::Nummod | Relation::Nmod => 0,
        _ => 1,
    }
}

fn inner_relation(pos: Pos) -> Relation {
    match pos {
        Pos::Adj => Relation::Amod,
        Pos::Det => Relation::Det,
        Pos::Num => Relation::Nummod,
        Pos::Pron => Relation::NmodPoss,
        _ => Relation::Compound,
    }
}

/// A preposition that hangs on what stands before the noun of its phrase belongs to the noun: in "as the club's coach" to "coach".
fn lift_preposition(reading: &mut Reading, i: usize) {
    if reading.words[i].relation != Relation::Case || reading.words[i].tag == Tag::Possessive {
        return;
    }
    for _ in 0..8 {
        let Some(word) = reading.words[i].head.filter(|&word| word > i) else { return };
        let before = matches!(reading.words[word].relation.base(), Relation::Compound | Relation::Amod | Relation::Nummod | Relation::Det)
            || matches!(reading.words[word].relation, Relation::NmodPoss | Relation::NmodDesc);
        match reading.words[word].head.filter(|&noun| before && noun > word) {
            Some(noun) => reading.words[i].head = Some(noun),
            None => return,
        }
    }
}

/// A preposition that hangs on a verb, right before a noun phrase without one, belongs to that phrase.
fn attach_preposition(reading: &mut Reading, i: usize) {
    let word = &reading.words[i];
    let stray = word.pos == Pos::Adp
        && word.tag == Tag::In
        && matches!(word.relation, Relation::Advmod | Relation::Obl | Relation::Dep | Relation::Mark);
    if !stray || i + 1 >= reading.words.len() || reading.children(i).next().is_some() {
        return;
    }
    let mut noun = i + 1;
    while let Some(head) = reading.words[noun].head.filter(|&head| head > i && head > noun && head - i < 8) {
        if !is_noun(reading, noun) && !matches!(reading.words[noun].pos, Pos::Det | Pos::Pron)
            || reading.words[noun].relation.base() == Relation::Nsubj
        {
            break;
        }
        noun = head;
    }
    let free = !reading.children(noun).any(|child| reading.words[child].relation == Relation::Case && child < noun);
    let object =
        matches!(reading.words[noun].relation, Relation::Obj | Relation::Xcomp | Relation::Iobj | Relation::OblUnmarked | Relation::Obl);
    if free && object && matches!(reading.words[noun].pos, Pos::Noun | Pos::Propn | Pos::Num) {
        reading.words[i].head = Some(noun);
        reading.words[i].relation = Relation::Case;
    }
}

/// A noun with a preposition is neither object nor complement.
fn make_oblique(reading: &mut Reading, i: usize) {
    let nominal = matches!(reading.words[i].pos, Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron);
    let core =
        matches!(reading.words[i].relation, Relation::Obj | Relation::Iobj | Relation::Xcomp | Relation::Advcl | Relation::OblUnmarked);
    let case = reading
        .children(i)
        .any(|child| child < i && reading.words[child].relation == Relation::Case && reading.words[child].tag != Tag::Possessive);
    let copula = reading.child(i, Relation::Cop).is_some();
    if nominal && core && case && !copula {
        reading.words[i].relation = Relation::Obl;
    }
}

/// What hangs on an auxiliary or copula hangs on its verb.
fn lift_from_auxiliary(reading: &mut Reading, i: usize) {
    let head = reading.words[i].head;
    if let Some(head) = head
        && matches!(reading.words[head].relation.base(), Relation::Aux | Relation::Cop)
    {
        reading.words[i].head = reading.words[head].head;
    }
}

/// "The two married in May." read as an adjective: behind a noun and without a copula it is the verb.
fn promote_adjective(text: &str, reading: &mut Reading) {
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
fn find_subject(reading: &mut Reading, i: usize) {
    let has = |relation: Relation| reading.child(i, relation).is_some();
    let finite = |i: usize| matches!(reading.words[i].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    let group: Vec<usize> =
        reading.children(i).filter(|&child| matches!(reading.words[child].relation.base(), Relation::Cop | Relation::Aux)).collect();
    let clause = matches!(reading.words[i].relation.base(), Relation::Root | Relation::Ccomp | Relation::Advcl | Relation::Parataxis);
    let verbal = finite(i) || group.iter().any(|&child| finite(child));
    if !clause || !verbal || has(Relation::Nsubj) || has(Relation::Csubj) || has(Relation::Expl) {
        return;
    }
    let first = group.first().copied().unwrap_or(i).min(i);
    let Some(mut noun) = (0..first)
        .rev()
        .find(|&w| reading.words[w].pos != Pos::Adv)
        .filter(|&w| matches!(reading.words[w].pos, Pos::Noun | Pos::Propn | Pos::Pron))
    else {
        return;
    };
    while let Some(head) = reading.words[noun]
        .head
        .filter(|&head| head < first && matches!(reading.words[noun].relation.base(), Relation::Compound | Relation::Flat))
    {
        noun = head;
    }
    let case = reading.children(noun).any(|child| reading.words[child].relation == Relation::Case && child < noun);
    let free = matches!(
        reading.words[noun].relation.base(),
        Relation::Appos | Relation::Obj | Relation::Dep | Relation::Nmod | Relation::Obl | Relation::Parataxis | Relation::Vocative
    );
    if free && !case && !reading.is_ancestor(noun, i) {
        reading.words[noun].head = Some(i);
        reading.words[noun].relation = Relation::Nsubj;
    }
}

/// "The plan focused on trade." read as a noun with a participle: the participle is the verb.
fn promote_participle(reading: &mut Reading) {
    let Some(root) = reading.root().filter(|&root| matches!(reading.words[root].pos, Pos::Noun | Pos::Propn)) else { return };
    let finite =
        reading.words.iter().any(|w| w.head == Some(root) && matches!(w.relation.base(), Relation::Cop | Relation::Nsubj | Relation::Aux));
    let participle = reading.children(root).find(|&i| {
        let word = &reading.words[i];
        i > root && word.relation == Relation::Acl && matches!(word.tag, Tag::Vbn | Tag::Vbd)
    });
    let stops = reading.words.last().is_some_and(|word| word.tag == Tag::Stop);
    if let (Some(verb), false, true) = (participle, finite, stops) {
        reading.words[verb].head = None;
        reading.words[verb].relation = Relation::Root;
        reading.words[root].head = Some(verb);
        reading.words[root].relation = Relation::Nsubj;
    }
}
