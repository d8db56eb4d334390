//! The order of clauses: what stands before a sentence's main clause is no part of its subject, and no main clause itself.

use super::patterns;
use crate::facts::annotation::Annotation;
use crate::text::names::NameKind;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::wordnet::is_a;
use crate::text::{Reading, Span, Word};

/// Conjunctions that open a subordinate clause.
const SUBORDINATORS: &[&str] =
    &["after", "although", "as", "because", "before", "if", "once", "since", "though", "unless", "until", "when", "whereas", "while"];

/// "Before he became a miller, Aldane was a clerk": a name behind the comma, right before the verb, is the subject of that verb; what stands before the
/// comma belongs to the clause that the conjunction opens.
pub fn part_fronted_clause(text: &str, reading: &mut Reading) {
    let Some(clause) = fronted(text, reading) else { return };
    (clause + 1..reading.words.len()).for_each(|i| part_from(clause, reading, i));
}

/// The subject of `i`, behind the clause that opens the sentence, is what stands right before `i`.
fn part_from(clause: usize, reading: &mut Reading, i: usize) {
    let Some(joint) = reading.child(i, Relation::Nsubj).filter(|&s| s > clause && s < i) else { return };
    let apart = |&c: &usize| {
        c > joint
            && c < i
            && matches!(reading.words[c].relation, Relation::Conj | Relation::Appos)
            && reading.child(c, Relation::Cc).is_none()
    };
    let Some(subject) = reading.children(joint).find(apart).filter(|&s| s > 0) else { return };
    let comma = reading
        .subtree(subject)
        .first()
        .is_some_and(|&first| reading.words[first].tag == Tag::Comma || first > 0 && reading.words[first - 1].tag == Tag::Comma);
    if !comma {
        return;
    }
    (reading.words[subject].head, reading.words[subject].relation) = (Some(i), Relation::Nsubj);
    let copular = matches!(reading.words[clause].lemma.as_str(), "become" | "remain" | "seem");
    (reading.words[joint].head, reading.words[joint].relation) = (Some(clause), if copular { Relation::Xcomp } else { Relation::Obj });
}

/// The root, if it is the predicate of a subordinate clause that opens the sentence.
fn fronted(text: &str, reading: &Reading) -> Option<usize> {
    let root = reading.root()?;
    let opens = |i: usize| SUBORDINATORS.contains(&reading.words[i].span.of(text).to_lowercase().as_str());
    let mark = reading
        .children(root)
        .find(|&i| i < root && matches!(reading.words[i].relation.base(), Relation::Mark | Relation::Advmod) && opens(i))?;
    let subject = reading.child(root, Relation::Nsubj)?;
    (mark < subject).then_some(root)
}

/// "After the boat had sunk, Marlow left": the clause behind the comma is the main clause.
pub fn raise_main_clause(text: &str, reading: &mut Reading) {
    let Some(clause) = fronted(text, reading) else { return };
    let main = reading.children(clause).find(|&i| i > clause && is_main(reading, clause, i));
    let Some(main) = main else { return };
    let mark = reading.children(clause).find(|&i| SUBORDINATORS.contains(&reading.words[i].span.of(text).to_lowercase().as_str()));
    let moved: Vec<usize> = reading.children(clause).filter(|&i| i > main || mark.is_some_and(|mark| i < mark)).collect();
    moved.into_iter().for_each(|i| reading.words[i].head = Some(main));
    (reading.words[main].head, reading.words[main].relation) = (None, Relation::Root);
    (reading.words[clause].head, reading.words[clause].relation) = (Some(main), Relation::Advcl);
}

/// Whether `i` is a clause with a subject and a finite verb behind a comma, not joined by "and".
fn is_main(reading: &Reading, clause: usize, i: usize) -> bool {
    let relation = matches!(
        reading.words[i].relation.base(),
        Relation::Parataxis | Relation::Conj | Relation::Ccomp | Relation::Dep | Relation::Advcl
    );
    let Some(subject) = reading.child(i, Relation::Nsubj).filter(|&subject| relation && subject < i) else { return false };
    let first = reading.subtree(subject).first().copied().unwrap_or(subject);
    let comma = (clause..first).any(|w| reading.words[w].tag == Tag::Comma);
    comma && reading.child(i, Relation::Cc).is_none() && reading.child(i, Relation::Mark).is_none() && is_finite(reading, i)
}

/// Whether a verb, its auxiliary or its copula is finite.
fn is_finite(reading: &Reading, i: usize) -> bool {
    let finite = |i: usize| matches!(reading.words[i].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    finite(i) || reading.children(i).any(|c| matches!(reading.words[c].relation.base(), Relation::Aux | Relation::Cop) && finite(c))
}

/// "Within the base he became": "he", "she", "they" right before a finite verb is its subject; a noun beside it is none.
pub fn pronoun_subject(text: &str, reading: &mut Reading, i: usize) {
    let nominative = || matches!(reading.words[i].span.of(text), "he" | "she" | "they" | "we" | "I");
    if reading.words[i].relation.base() != Relation::Nsubj || !nominative() {
        return;
    }
    let Some(verb) = reading.words[i].head.filter(|&verb| verb > i) else { return };
    let others: Vec<usize> = reading.children(verb).filter(|&c| c < i && reading.words[c].relation.base() == Relation::Nsubj).collect();
    for other in others {
        reading.words[other].relation = if has_case(reading, other) { Relation::Obl } else { Relation::Dislocated };
    }
    // "Within the union base": a noun that hangs on the verb beside its phrase belongs to it.
    let strays: Vec<usize> = reading.children(verb).filter(|&c| c < i && reading.words[c].relation.base() == Relation::Obl).collect();
    for pair in strays.windows(2).filter(|pair| pair[0] + 1 == pair[1]) {
        (reading.words[pair[0]].head, reading.words[pair[0]].relation) = (Some(pair[1]), Relation::Compound);
        let moved: Vec<usize> = reading.children(pair[0]).collect();
        moved.into_iter().for_each(|c| reading.words[c].head = Some(pair[1]));
    }
}

fn has_case(reading: &Reading, i: usize) -> bool {
    reading.subtree(i).into_iter().any(|w| w < i && reading.words[w].relation == Relation::Case && reading.words[w].tag == Tag::In)
}

/// "At that time Marlow, ill, was a clerk": a fronted phrase with a preposition, read as the root, belongs to the clause that hangs on it.
pub fn sink_fronted_phrase(reading: &mut Reading) {
    let Some(root) = reading.root().filter(|&root| matches!(reading.words[root].pos, Pos::Noun | Pos::Propn | Pos::Num)) else { return };
    let frame = reading.children(root).any(|c| matches!(reading.words[c].relation.base(), Relation::Cop | Relation::Nsubj));
    let fronted =
        reading.children(root).any(|c| c < root && reading.words[c].relation == Relation::Case && reading.words[c].tag == Tag::In);
    let clause = |&c: &usize| c > root && reading.words[c].relation.base() == Relation::Parataxis && is_finite(reading, c);
    let Some(main) = reading.children(root).find(clause).filter(|_| fronted && !frame) else { return };
    let moved: Vec<usize> = reading.children(root).filter(|&c| c > main).collect();
    moved.into_iter().for_each(|c| reading.words[c].head = Some(main));
    (reading.words[main].head, reading.words[main].relation) = (None, Relation::Root);
    (reading.words[root].head, reading.words[root].relation) = (Some(main), Relation::Obl);
}

/// Whether a participle, or what looks like one, stands before its head as a clause of its own.
pub fn has_leading_participle(reading: &Reading) -> bool {
    reading.words.iter().enumerate().any(|(c, word)| word.head.is_some_and(|head| c < head) && may_be_reduced(word))
}

fn may_be_reduced(word: &Word) -> bool {
    use Relation::{Acl, Advcl, Ccomp, Csubj, Parataxis};
    matches!(word.tag, Tag::Vbd | Tag::Vbn) && matches!(word.relation.base(), Advcl | Ccomp | Csubj | Parataxis | Acl)
}

/// "The hall given to the club was small": a participle that took the subject of the finite predicate behind it.
pub fn reduce_participle(reading: &mut Reading, i: usize) {
    let took = |&c: &usize| {
        c < i
            && may_be_reduced(&reading.words[c])
            && [Relation::Aux, Relation::Obj, Relation::Cc].iter().all(|&own| reading.child(c, own).is_none())
    };
    let Some(participle) = reading.children(i).find(took) else { return };
    if reading.child(i, Relation::Nsubj).is_some() || !is_finite(reading, i) {
        return;
    }
    let Some(subject) = reading.child(participle, Relation::Nsubj).filter(|&subject| subject < participle) else { return };
    let first = reading
        .children(i)
        .filter(|&c| matches!(reading.words[c].relation.base(), Relation::Cop | Relation::Aux))
        .min()
        .unwrap_or(i)
        .min(i);
    if (participle..first).any(|w| reading.words[w].tag == Tag::Comma) {
        return;
    }
    let marks: Vec<usize> = reading.children(participle).filter(|&c| c < subject).collect();
    marks.into_iter().for_each(|c| reading.words[c].head = Some(i));
    (reading.words[subject].head, reading.words[subject].relation) = (Some(i), Relation::Nsubj);
    (reading.words[participle].head, reading.words[participle].relation) = (Some(subject), Relation::Acl);
    reading.words[participle].tag = Tag::Vbn;
}

/// "Ada IV, Countess of Orla, decreed": a name between commas that no conjunction joins, behind a name that is the subject.
fn is_between_commas(reading: &Reading, i: usize) -> bool {
    let subject = reading.words[i].head.is_some_and(|head| {
        reading.words[head].pos == Pos::Propn
            && reading.words[head].relation.base() == Relation::Nsubj
            && reading.children(head).filter(|&c| reading.words[c].relation == Relation::Conj).count() == 1
    });
    let words = reading.subtree(i);
    let comma = |at: Option<usize>| at.and_then(|at| reading.words.get(at)).is_some_and(|word| word.tag == Tag::Comma);
    let inside: Vec<usize> = words.iter().copied().filter(|&w| reading.words[w].tag != Tag::Comma).collect();
    let (Some(&first), Some(&last)) = (inside.first(), inside.last()) else { return false };
    let single = reading.child(i, Relation::Cc).is_none();
    subject && single && reading.words[i].pos == Pos::Propn && comma(first.checked_sub(1)) && comma(Some(last + 1))
}

/// "Les Granges, a programme": what stands before a comma is no part of the phrase with an article behind it; the phrase explains it.
pub fn part_apposition(reading: &mut Reading, i: usize) {
    let (Some(head), relation) = (reading.words[i].head, reading.words[i].relation) else { return };
    let nominal = |i: usize| matches!(reading.words[i].pos, Pos::Noun | Pos::Propn);
    if !nominal(i) || !nominal(head) {
        return;
    }
    if relation.base() == Relation::Compound && i < head && opens_behind_comma(reading, head).is_some_and(|article| article > i) {
        let moved: Vec<usize> = reading.children(head).filter(|&c| c < i).collect();
        moved.into_iter().for_each(|c| reading.words[c].head = Some(i));
        (reading.words[i].head, reading.words[i].relation) = (reading.words[head].head, reading.words[head].relation);
        (reading.words[head].head, reading.words[head].relation) = (Some(i), Relation::Appos);
    } else if relation == Relation::Conj
        && i > head
        && (opens_behind_comma(reading, i).is_some() || is_between_commas(reading, i))
        && !is_enumerated(reading, head)
    {
        reading.words[i].relation = Relation::Appos;
    }
}

/// "the secretary of the club, Ada Marlow": the name is the secretary's, for a club is no person. "the Union of the South (UoS)": what explains a word
/// of a name explains the name.
pub fn lift_apposition(annotation: &Annotation, reading: &mut Reading, i: usize) {
    let Some(noun) = reading.words[i].head.filter(|&noun| noun < i && reading.words[i].relation == Relation::Appos) else { return };
    let person = |noun: usize| is_a(&reading.words[noun].lemma, "person");
    let holder = reading.words[noun].head.filter(|&holder| {
        let of = reading.words[noun].relation == Relation::Nmod && patterns::has_case(&annotation.text, reading, noun, "of");
        of && reading.words[noun].pos == Pos::Noun && reading.words[holder].pos == Pos::Noun && person(holder) && !person(noun)
    });
    let named = |span: Span| annotation.names.iter().find(|name| name.core.contains(span));
    let somebody = named(reading.words[i].span).is_some_and(|name| matches!(name.kind, NameKind::Person | NameKind::Other));
    if let Some(holder) = holder.filter(|_| somebody && reading.words[i].pos == Pos::Propn) {
        reading.words[i].head = Some(holder);
        return;
    }
    let bracketed = reading.children(i).any(|c| reading.words[c].tag == Tag::OpenBracket);
    let Some(name) = named(reading.words[noun].span).filter(|_| bracketed) else { return };
    let words = reading.within(name.core);
    let Some(top) = words.clone().find(|&w| reading.words[w].head.is_none_or(|head| !words.contains(&head))) else { return };
    if !words.contains(&i) && matches!(reading.words[top].pos, Pos::Noun | Pos::Propn) {
        reading.words[i].head = Some(top);
    }
}

/// The article of a noun, if a comma stands before it.
fn opens_behind_comma(reading: &Reading, noun: usize) -> Option<usize> {
    let article = reading.children(noun).find(|&c| c < noun && reading.words[c].relation.base() == Relation::Det)?;
    (article > 0 && reading.words[article - 1].tag == Tag::Comma).then_some(article)
}

/// Whether a noun is the first of several joined by "and" or "or".
fn is_enumerated(reading: &Reading, noun: usize) -> bool {
    let mut others = reading.children(noun).filter(|&c| reading.words[c].relation == Relation::Conj);
    others.any(|c| reading.child(c, Relation::Cc).is_some())
}
