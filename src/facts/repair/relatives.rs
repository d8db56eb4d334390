//! Clauses that belong to a noun: "lists in which she was named", "as many votes as were needed"; and dates before clauses that they are no part of.

use std::ops::Range;

use super::patterns::{first, is_finite, is_nominal, word};
use crate::text::Reading;
use crate::text::syntax::{Relation, Tag};

/// "lists in which candidates were ranked", read as lists in which candidates: the noun behind "which" is the subject of the verb behind it, and "in
/// which" belongs to that verb.
pub fn relate_which(text: &str, reading: &mut Reading, which: usize) {
    if which < 2 || word(text, reading, which) != "which" || reading.words[which - 1].tag != Tag::In {
        return;
    }
    let subject = reading.words[which].head.filter(|&noun| noun > which && reading.words[which].relation == Relation::Det);
    let Some(subject) = subject.filter(|&noun| is_nominal(reading, noun) && reading.words[noun].relation == Relation::Nmod) else { return };
    let noun = reading.words[subject].head.filter(|&noun| noun < which && is_nominal(reading, noun));
    let end = reading.subtree(subject).last().map_or(subject, |&last| last + 1);
    let verb = (end..reading.words.len()).find(|&w| is_finite(reading, w)).and_then(|finite| {
        let auxiliary = matches!(reading.words[finite].relation.base(), Relation::Aux | Relation::Cop);
        if auxiliary { reading.words[finite].head } else { Some(finite) }
    });
    let own = |verb: usize| reading.child(verb, Relation::Nsubj).is_none() && first(reading, verb) == end;
    let (Some(noun), Some(verb)) = (noun, verb.filter(|&verb| own(verb) && reading.words[verb].head.is_some())) else { return };
    for (word, head, relation) in [
        (subject, verb, Relation::Nsubj),
        (which, verb, Relation::Obl),
        (which - 1, which, Relation::Case),
        (verb, noun, Relation::AclRelcl),
    ] {
        (reading.words[word].head, reading.words[word].relation) = (Some(head), relation);
    }
}

/// "did not collect as many votes as were needed": a clause without a subject behind "as many" or "more" compares that noun.
pub fn compare_noun(text: &str, reading: &mut Reading, clause: usize) {
    let Some(verb) = reading.words[clause].head.filter(|_| reading.words[clause].relation == Relation::Advcl) else { return };
    let mark = reading.children(clause).find(|&c| c < clause && matches!(word(text, reading, c), "as" | "than"));
    let Some(noun) = mark.and_then(|mark| mark.checked_sub(1)).filter(|&noun| is_nominal(reading, noun)) else { return };
    let counted =
        reading.subtree(noun).into_iter().any(|w| w < noun && matches!(word(text, reading, w), "many" | "more" | "much" | "fewer"));
    if counted && reading.child(clause, Relation::Nsubj).is_none() && reading.words[noun].head == Some(verb) {
        (reading.words[clause].head, reading.words[clause].relation) = (Some(noun), Relation::Acl);
    }
}

/// "In May, after the boat had sunk, Marlow left": a date before a conjunction is no part of the clause that it opens.
pub fn lift_leading_date(reading: &mut Reading, date: Range<usize>) {
    let Some(top) = date.clone().find(|&i| reading.words[i].head.is_none_or(|head| !date.contains(&head))) else { return };
    let Some(clause) = reading.words[top].head.filter(|&clause| reading.words[clause].relation == Relation::Advcl) else { return };
    let opened = reading.child(clause, Relation::Mark).is_some_and(|mark| mark >= date.end);
    if opened {
        reading.words[top].head = reading.words[clause].head;
    }
}
