//! Whole patterns that the parser misreads: two subjects of one verb, a title taken for a verb, a participle for the main verb, "for example".

use super::patterns::{first, is_finite, is_nominal, word};
use crate::text::Reading;
use crate::text::names::gazetteer;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::wordnet::{is_a, is_mainly};

/// "The opera The Salt Road tells …", "The family Mustelidae includes …": of two subjects side by side the name says which the noun is, or the noun is
/// part of the name.
pub fn join_subjects(reading: &mut Reading, verb: usize) {
    if reading.words[verb].pos != Pos::Verb {
        return;
    }
    let subjects: Vec<usize> = reading.children(verb).filter(|&c| reading.words[c].relation.base() == Relation::Nsubj).collect();
    let [noun, name] = subjects[..] else { return };
    let described = reading.words[noun].pos == Pos::Noun && reading.child(noun, Relation::Det).is_some();
    if described
        && reading.words[name].pos == Pos::Propn
        && first(reading, name) == noun + 1
        && reading.child(name, Relation::Case).is_none()
    {
        let titled = reading.child(name, Relation::Det).is_some() || is_mainly(&reading.words[noun].lemma, "person");
        let (under, head, relation) = if titled { (name, noun, Relation::Appos) } else { (noun, name, Relation::Compound) };
        (reading.words[under].head, reading.words[under].relation) = (Some(head), relation);
    }
}

/// "Count Orlo Venn was a painter": a title that opens the sentence, read as its verb, belongs to the name behind it.
pub fn lower_title(text: &str, reading: &mut Reading) {
    let Some(title) = reading.root().filter(|&root| gazetteer::title(word(text, reading, root)).is_some()) else { return };
    let clause = reading.children(title).find(|&c| matches!(reading.words[c].relation.base(), Relation::Ccomp | Relation::Parataxis));
    let subject = clause.and_then(|clause| reading.child(clause, Relation::Nsubj));
    let (Some(clause), Some(subject)) = (clause, subject.filter(|&subject| reading.words[subject].pos == Pos::Propn)) else { return };
    let capital = word(text, reading, title).starts_with(char::is_uppercase);
    if !capital || first(reading, subject) != title + 1 {
        return;
    }
    give_root(reading, title, clause);
    (reading.words[title].head, reading.words[title].relation) = (Some(subject), Relation::NmodDesc);
    (reading.words[title].pos, reading.words[title].tag) = (Pos::Propn, Tag::Nnp);
}

/// Makes `to` the root in place of `from`, and hangs on it what hung there.
fn give_root(reading: &mut Reading, from: usize, to: usize) {
    (reading.words[to].head, reading.words[to].relation) = (None, Relation::Root);
    let moved: Vec<usize> = reading.children(from).collect();
    moved.into_iter().for_each(|c| reading.words[c].head = Some(to));
    reading.words[from].head = Some(to);
}

/// "Each of them served for six weeks and then spent three at home": the participle before "and" is the first of two verbs.
pub fn part_coordination(reading: &mut Reading, verb: usize) {
    if !is_finite(reading, verb) {
        return;
    }
    let Some(subject) = reading.child(verb, Relation::Nsubj).filter(|&subject| subject < verb) else { return };
    let and = reading.children(verb).find(|&c| c < verb && reading.words[c].tag == Tag::Cc);
    let participle = reading.children(subject).find(|&c| reading.words[c].relation == Relation::Acl && reading.words[c].tag == Tag::Vbn);
    let (Some(and), Some(participle)) = (and, participle) else { return };
    let free = reading.child(participle, Relation::Cc).is_none() && reading.children(verb).all(|c| c <= subject || c >= and);
    if !free || participle > and || subject > participle {
        return;
    }
    let (head, relation) = (reading.words[verb].head, reading.words[verb].relation);
    (reading.words[participle].head, reading.words[participle].relation) = (head, relation);
    reading.words[participle].tag = Tag::Vbd;
    reading.words[subject].head = Some(participle);
    (reading.words[verb].head, reading.words[verb].relation) = (Some(participle), Relation::Conj);
    let before: Vec<usize> = reading.children(verb).filter(|&c| c < participle).collect();
    before.into_iter().for_each(|c| reading.words[c].head = Some(participle));
}

/// "A bell weighing 2 tonnes was hung there": what stands right behind the participle is its object, and the noun before it the verb's subject.
pub fn reduce_gerund(reading: &mut Reading, gerund: usize) {
    if reading.words[gerund].tag != Tag::Vbg {
        return;
    }
    let subject = reading.child(gerund, Relation::Nsubj).filter(|&subject| subject + 1 == gerund && is_nominal(reading, subject));
    let clause = reading.children(gerund).find(|&c| {
        c > gerund
            && matches!(reading.words[c].relation.base(), Relation::Parataxis | Relation::Ccomp)
            && reading.child(c, Relation::Mark).is_none()
    });
    let own = clause.and_then(|clause| reading.child(clause, Relation::Nsubj));
    let last = |object: &usize| clause.is_some_and(|clause| reading.subtree(*object).last() < reading.subtree(clause).first());
    let object = own.or_else(|| reading.child(gerund, Relation::Obj).filter(last));
    let (Some(subject), Some(clause), Some(object)) = (subject, clause, object) else { return };
    let bare = reading.child(gerund, Relation::Aux).is_none();
    if !bare || first(reading, object) != gerund + 1 || reading.words[object].tag == Tag::Prp {
        return;
    }
    let (head, relation) = (reading.words[gerund].head, reading.words[gerund].relation);
    (reading.words[clause].head, reading.words[clause].relation) = (head, relation);
    let moved: Vec<usize> = reading.children(gerund).filter(|&c| c != clause && c != object && (c < gerund || c > clause)).collect();
    moved.into_iter().for_each(|c| reading.words[c].head = Some(clause));
    (reading.words[subject].head, reading.words[subject].relation) = (Some(clause), Relation::Nsubj);
    (reading.words[gerund].head, reading.words[gerund].relation) = (Some(subject), Relation::Acl);
    (reading.words[object].head, reading.words[object].relation) = (Some(gerund), Relation::Obj);
}

/// Verbs that take a subject of teaching: "taught singing".
const LEARNING: &[&str] = &["learn", "practice", "practise", "study", "teach"];

/// "Her mother taught singing": an art is an object.
pub fn name_art(reading: &mut Reading, i: usize) {
    let verb = reading.words[i].head.filter(|_| reading.words[i].tag == Tag::Vbg && reading.words[i].relation == Relation::Xcomp);
    let taught = verb.is_some_and(|verb| LEARNING.contains(&reading.words[verb].lemma.as_str()));
    if taught && reading.children(i).next().is_none() {
        (reading.words[i].pos, reading.words[i].tag, reading.words[i].relation) = (Pos::Noun, Tag::Nn, Relation::Obj);
    }
}

/// "For example sea otters eat fish": the two words frame the sentence and are no part of a phrase.
pub fn free_example(text: &str, reading: &mut Reading, i: usize) {
    let pair = word(text, reading, i).eq_ignore_ascii_case("for") && matches!(word(text, reading, i + 1), "example" | "instance");
    let Some(verb) = reading.root().filter(|&root| pair && root != i && root != i + 1) else { return };
    let example = i + 1;
    if reading.words[i].relation == Relation::Fixed || reading.words[example].relation == Relation::Fixed {
        return;
    }
    let Some(above) = reading.words[example].head else { return };
    // What the preposition was taken to introduce has none.
    if reading.words[i].head == Some(above) && reading.words[above].relation == Relation::Obl && above < verb {
        let subject = reading.child(verb, Relation::Nsubj).is_none();
        reading.words[above].relation = if subject { Relation::Nsubj } else { Relation::Dep };
    }
    let moved: Vec<usize> = reading.children(example).filter(|&c| c > example).collect();
    for c in moved {
        let relation = if reading.words[c].tag == Tag::Vbg { Relation::Advcl } else { reading.words[c].relation };
        (reading.words[c].head, reading.words[c].relation) = (Some(above), relation);
    }
    (reading.words[example].head, reading.words[example].relation) = (Some(verb), Relation::Discourse);
    (reading.words[i].head, reading.words[i].relation) = (Some(example), Relation::Case);
}

/// "Her father, Jens Orvo, repaired nets": a participle right behind the comma that closes an aside on a bare noun is the verb.
pub fn promote_behind_aside(reading: &mut Reading) {
    let Some(root) = reading.root().filter(|&root| is_nominal(reading, root)) else { return };
    let finite =
        reading.children(root).any(|c| matches!(reading.words[c].relation.base(), Relation::Cop | Relation::Nsubj | Relation::Aux));
    let aside = reading.children(root).find(|&c| c > root && reading.words[c].relation == Relation::Appos);
    let end = aside.and_then(|aside| reading.subtree(aside).last().copied()).filter(|_| !finite);
    let comma = |i: usize| reading.words.get(i).is_some_and(|word| word.tag == Tag::Comma);
    let Some(verb) = end.and_then(|end| (end..end + 2).find(|&i| comma(i))).map(|comma| comma + 1) else { return };
    let Some(object) = reading.words.get(verb).and_then(|word| word.head).filter(|&object| object > verb) else { return };
    let misread = reading.words[verb].tag == Tag::Vbn && reading.words[verb].relation == Relation::Amod;
    if !misread || reading.words[object].head != Some(root) || !is_nominal(reading, object) {
        return;
    }
    give_root(reading, root, verb);
    reading.words[root].relation = Relation::Nsubj;
    let own: Vec<usize> = (0..=verb).filter(|&c| reading.words[c].head == Some(verb) && c != root && c < verb).collect();
    own.into_iter().for_each(|c| reading.words[c].head = Some(root));
    (reading.words[verb].pos, reading.words[verb].tag) = (Pos::Verb, Tag::Vbd);
    (reading.words[object].head, reading.words[object].relation) = (Some(verb), Relation::Obj);
}

/// "the union leadership": a bare noun right behind another that has an article explains nothing; the two are one phrase.
pub fn compound_noun(reading: &mut Reading, i: usize) {
    let Some(noun) = reading.words[i].head.filter(|&noun| noun + 1 == i && reading.words[i].relation == Relation::Appos) else { return };
    let common = reading.words[i].pos == Pos::Noun && reading.words[noun].tag == Tag::Nn;
    if !common || first(reading, i) != i || reading.child(noun, Relation::Det).is_none() {
        return;
    }
    (reading.words[i].head, reading.words[i].relation) = (reading.words[noun].head, reading.words[noun].relation);
    (reading.words[noun].head, reading.words[noun].relation) = (Some(i), Relation::Compound);
    let moved: Vec<usize> = reading.children(noun).collect();
    moved.into_iter().for_each(|c| reading.words[c].head = Some(i));
}

/// "put forward Ada Marlow": an adverb beside a verb takes no noun; the verb does.
pub fn free_from_adverb(reading: &mut Reading, i: usize) {
    let Some(adverb) = reading.words[i].head.filter(|&adverb| adverb < i && reading.words[adverb].relation == Relation::Advmod) else {
        return;
    };
    let Some(verb) = reading.words[adverb].head.filter(|&verb| reading.words[verb].pos == Pos::Verb) else { return };
    if is_nominal(reading, i) && reading.words[adverb].pos == Pos::Adv && reading.words[i].relation == Relation::Obj {
        reading.words[i].head = Some(verb);
    }
}

/// "the father was a Moroccan national": what has an article and is neither compared nor told of a noun behind it is a noun.
pub fn name_noun(text: &str, reading: &mut Reading, i: usize) {
    let article = |c: usize| c < i && reading.words[c].relation == Relation::Det && matches!(word(text, reading, c), "a" | "an");
    let described = |c: usize| c < i && reading.words[c].relation == Relation::Amod;
    let lone = reading.words[i].tag == Tag::Jj && reading.child(i, Relation::Cop).is_some();
    if lone && reading.children(i).any(article) && reading.children(i).any(described) && is_a(&reading.words[i].lemma, "person") {
        (reading.words[i].pos, reading.words[i].tag) = (Pos::Noun, Tag::Nn);
    }
}

/// "Proceedings connected with the case found him guilty": of two verbs side by side the first, without an auxiliary, only tells of the subject.
pub fn reduce_first_verb(reading: &mut Reading) {
    let Some(root) = reading.root().filter(|&root| matches!(reading.words[root].tag, Tag::Jj | Tag::Vbn | Tag::Vbd)) else { return };
    let bare = [Relation::Aux, Relation::Cop, Relation::Obj, Relation::Cc].iter().all(|&own| reading.child(root, own).is_none());
    let Some(subject) = reading.child(root, Relation::Nsubj).filter(|&subject| bare && subject + 1 == root) else { return };
    let verb = reading.children(root).find(|&c| {
        let word = &reading.words[c];
        c > root && word.relation == Relation::Parataxis && matches!(word.tag, Tag::Vbd | Tag::Vbz) && first(reading, c) == c
    });
    let joined = |verb: usize| (root..verb).all(|w| !matches!(reading.words[w].tag, Tag::Comma | Tag::Colon | Tag::Cc));
    let Some(verb) = verb.filter(|&verb| joined(verb) && reading.child(verb, Relation::Nsubj).is_none()) else { return };
    let kept: Vec<usize> = reading.children(root).filter(|&c| c > root && c < verb).collect();
    give_root(reading, root, verb);
    kept.into_iter().for_each(|c| reading.words[c].head = Some(root));
    (reading.words[root].head, reading.words[root].relation) = (Some(subject), Relation::Acl);
    (reading.words[root].pos, reading.words[root].tag) = (Pos::Verb, Tag::Vbn);
}

/// "boats that were old, dirty and infested with rats": behind several adjectives, what "with" or "by" completes is a participle.
pub fn complete_participle(text: &str, reading: &mut Reading, i: usize) {
    let adjective = |w: usize| reading.words[w].pos == Pos::Adj;
    let joined = reading.words[i].tag == Tag::Vbd && reading.words[i].relation == Relation::Conj;
    let Some(first) = reading.words[i].head.filter(|&first| joined && first < i && adjective(first)) else { return };
    let several = reading.children(first).any(|c| c < i && reading.words[c].relation == Relation::Conj && adjective(c));
    let own = [Relation::Nsubj, Relation::Aux, Relation::Obj].iter().all(|&relation| reading.child(i, relation).is_none());
    if several && own && matches!(word(text, reading, i + 1), "by" | "with") {
        reading.words[i].tag = Tag::Vbn;
    }
}

/// "said that the house she lived in had a garden", read as "in had": behind a preposition without a noun the finite verb is that of the noun above.
pub fn free_from_preposition(reading: &mut Reading, i: usize) {
    let Some(preposition) = reading.words[i].head.filter(|&head| head + 1 == i && reading.words[head].pos == Pos::Adp) else { return };
    let finite = matches!(reading.words[i].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp) && reading.words[i].relation == Relation::Aux;
    let clause = reading.words[preposition].head.filter(|&clause| finite && reading.words[clause].relation.base() == Relation::Acl);
    let Some(noun) = clause.and_then(|clause| reading.words[clause].head) else { return };
    let Some(mark) = reading.words[noun].head.filter(|&mark| mark < noun && reading.words[mark].relation == Relation::Mark) else { return };
    let Some(verb) = reading.words[mark].head.filter(|&verb| verb < mark) else { return };
    for (word, head, relation) in [(i, verb, Relation::Ccomp), (noun, i, Relation::Nsubj), (mark, i, Relation::Mark)] {
        (reading.words[word].head, reading.words[word].relation) = (Some(head), relation);
    }
    reading.words[i].pos = Pos::Verb;
}

/// "In 2018 the club had forty members.", read without a verb: an auxiliary that has an object is the verb, and the noun before it the subject.
pub fn free_auxiliary(reading: &mut Reading, i: usize) {
    let finite = matches!(reading.words[i].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp) && reading.words[i].relation == Relation::Aux;
    if !finite || reading.child(i, Relation::Obj).is_none_or(|object| object < i) {
        return;
    }
    let Some(noun) = reading.words[i].head.filter(|&noun| noun < i && reading.words[noun].relation == Relation::Nsubj) else { return };
    let Some(root) = reading.words[noun].head.filter(|&root| root < noun && reading.words[root].head.is_none()) else { return };
    let phrase = matches!(reading.words[root].pos, Pos::Noun | Pos::Propn | Pos::Num) && reading.child(root, Relation::Case).is_some();
    if !phrase || reading.child(root, Relation::Cop).is_some() {
        return;
    }
    (reading.words[i].head, reading.words[i].relation, reading.words[i].pos) = (None, Relation::Root, Pos::Verb);
    (reading.words[root].head, reading.words[root].relation) = (Some(i), Relation::Obl);
    reading.words[noun].head = Some(i);
}

/// Verbs that as participles right behind a noun say what it is or has.
const STATIVE: &[&str] = &["belong", "comprise", "consist", "contain", "depict", "resemble"];

/// "learned in a van belonging to her brother": such a participle tells of the noun before it.
pub fn lower_stative(reading: &mut Reading, i: usize) {
    let stative = reading.words[i].tag == Tag::Vbg && STATIVE.contains(&reading.words[i].lemma.as_str()) && first(reading, i) == i;
    let Some(noun) = i.checked_sub(1).filter(|&noun| stative && reading.words[noun].pos == Pos::Noun) else { return };
    let bare = [Relation::Aux, Relation::Nsubj].iter().all(|&own| reading.child(i, own).is_none());
    if bare && reading.words[i].relation.base() == Relation::Advcl && !reading.is_ancestor(i, noun) {
        // "…, passing the test" says what the subject did.
        let behind = |c: &usize| *c > i && reading.words[*c].relation.base() == Relation::Advcl;
        let moved: Vec<usize> = reading.children(i).filter(behind).collect();
        let verb = reading.words[i].head;
        moved.into_iter().for_each(|c| reading.words[c].head = verb);
        (reading.words[i].head, reading.words[i].relation) = (Some(noun), Relation::Acl);
    }
}
