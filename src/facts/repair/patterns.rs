//! Patterns of words that leave little choice, whatever the tree says: what a quotation, a colon, "with … as", possessives and articles hold together or apart.

use super::phrases::{flatten, join, spans};
use crate::facts::annotation::Annotation;
use crate::text::Reading;
use crate::text::phrases::quotations;
use crate::text::syntax::{Pos, Relation, Tag};

/// The longest quotation that may be a name or a term, in words.
const TERM: usize = 7;

/// A word as written; empty past the end.
pub fn word<'t>(text: &'t str, reading: &Reading, i: usize) -> &'t str {
    reading.words.get(i).map_or("", |word| word.span.of(text))
}

/// Whether a word is a finite verb.
pub fn is_finite(reading: &Reading, i: usize) -> bool {
    matches!(reading.words[i].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md)
}

/// Whether a word is a noun or a name.
pub fn is_nominal(reading: &Reading, i: usize) -> bool {
    matches!(reading.words[i].pos, Pos::Noun | Pos::Propn)
}

/// Whether `i` hangs by a preposition of this form.
pub fn has_case(text: &str, reading: &Reading, i: usize, form: &str) -> bool {
    let introduces = |&c: &usize| c < i && matches!(reading.words[c].relation.base(), Relation::Case | Relation::Mark);
    reading.children(i).filter(introduces).any(|c| word(text, reading, c) == form)
}

/// The first word of what hangs on `i`.
pub fn first(reading: &Reading, i: usize) -> usize {
    reading.subtree(i).first().copied().unwrap_or(i)
}

/// A quoted term hangs together: "apologie du terrorisme".
pub fn unite_quotation(annotation: &Annotation, reading: &mut Reading) {
    for quotation in quotations(&annotation.text) {
        let inside = reading.within(quotation.inside);
        let verbal = |i: usize| is_finite(reading, i) || reading.words[i].pos == Pos::Aux || reading.words[i].tag == Tag::Vbg;
        if (2..=TERM).contains(&inside.len()) && !inside.clone().any(verbal) {
            join(reading, inside.clone());
            flatten(reading, inside);
        }
    }
}

/// "Ada's boat and Ben's house": what "and" joins explains nothing.
pub fn join_possessed(reading: &mut Reading, i: usize) {
    let Some(head) = reading.words[i].head.filter(|&head| head < i && reading.words[i].relation == Relation::Appos) else { return };
    let Some(conjunction) = (head + 1..i).find(|&w| reading.words[w].tag == Tag::Cc).filter(|&w| first(reading, i) + 1 >= w) else {
        return;
    };
    let owner = (conjunction + 1..i).find(|&w| reading.words[w].tag == Tag::Possessive).and_then(|ending| ending.checked_sub(1));
    let Some(owner) = owner.filter(|&owner| reading.words[owner].head == Some(i)) else { return };
    (reading.words[owner].relation, reading.words[i].relation) = (Relation::NmodPoss, Relation::Conj);
    (reading.words[conjunction].head, reading.words[conjunction].relation) = (Some(i), Relation::Cc);
}

/// "and the club's \"rowers\"": what has a possessive ending belongs to the noun behind it, which takes its place.
pub fn turn_possessor(reading: &mut Reading, i: usize) {
    let ends = |c: &usize| reading.words[*c].tag == Tag::Possessive && reading.words[*c].head == Some(i);
    let Some(ending) = (i + 1..reading.words.len()).find(ends) else { return };
    let owned = (ending + 1..reading.words.len())
        .take_while(|&w| !matches!(reading.words[w].tag, Tag::Comma | Tag::Stop))
        .find(|&w| is_nominal(reading, w));
    let Some(owned) = owned.filter(|&owned| reading.words[owned].head == Some(i) && reading.words[owned].relation == Relation::Nmod) else {
        return;
    };
    if reading.words[i].relation == Relation::NmodPoss || reading.child(owned, Relation::Case).is_some() {
        return;
    }
    (reading.words[owned].head, reading.words[owned].relation) = (reading.words[i].head, reading.words[i].relation);
    (reading.words[i].head, reading.words[i].relation) = (Some(owned), Relation::NmodPoss);
    let frames = |c: &usize| {
        let relation = reading.words[*c].relation;
        *c < i && (relation == Relation::Case || matches!(relation.base(), Relation::Cc | Relation::Punct))
    };
    let frames: Vec<usize> = reading.children(i).filter(frames).collect();
    frames.into_iter().for_each(|c| reading.words[c].head = Some(owned));
}

/// "the proceedings in 2018 about the case": nothing describes a date.
pub fn lift_from_date(reading: &mut Reading, date: std::ops::Range<usize>) {
    let Some(noun) = date.start.checked_sub(2).filter(|&noun| reading.words[date.start - 1].tag == Tag::In && is_nominal(reading, noun))
    else {
        return;
    };
    let clauses =
        |i: &usize| reading.words[*i].head.is_some_and(|head| date.contains(&head)) && reading.words[*i].relation.base() == Relation::Acl;
    let clauses: Vec<usize> = (date.end..reading.words.len()).filter(clauses).collect();
    for clause in clauses {
        if !reading.is_ancestor(clause, noun) {
            reading.words[clause].head = Some(noun);
        }
    }
}

/// "the opening of the line and the end of the fares": a noun with an article goes on with a noun that has one too.
pub fn lift_conjunct(reading: &mut Reading, i: usize) {
    let the = |i: usize| reading.children(i).any(|c| c < i && reading.words[c].relation == Relation::Det);
    let Some(inner) =
        reading.words[i].head.filter(|&inner| reading.words[i].relation == Relation::Conj && inner < i && is_nominal(reading, i))
    else {
        return;
    };
    let outer = reading.words[inner].head.filter(|&outer| reading.words[inner].relation == Relation::Nmod && outer < inner);
    if let Some(outer) = outer.filter(|&outer| is_nominal(reading, outer) && the(outer) && the(i) && !the(inner)) {
        reading.words[i].head = Some(outer);
    }
}

/// "She stood for the town, with Ada Marlow as her deputy": the name hangs on the clause, and what it comes as on the name.
pub fn bring_company(annotation: &Annotation, reading: &mut Reading, with: usize) {
    let text = &annotation.text;
    if word(text, reading, with) != "with" {
        return;
    }
    let name = spans(annotation, |_| false, |_| true).into_iter().find(|name| name.start == with + 1 && !name.is_empty());
    let Some(name) = name.filter(|name| word(text, reading, name.end) == "as") else { return };
    let phrase = (name.end + 1..reading.words.len())
        .take_while(|&w| matches!(reading.words[w].pos, Pos::Noun | Pos::Adj | Pos::Det | Pos::Pron | Pos::Num | Pos::Propn));
    let Some(role) = phrase.filter(|&w| reading.words[w].pos == Pos::Noun).last() else { return };
    let head = name.end - 1;
    let verb = (0..with).rev().find(|&w| reading.words[w].pos == Pos::Verb && !name.clone().any(|n| reading.is_ancestor(n, w)));
    let Some(verb) = verb.filter(|&verb| !reading.is_ancestor(role, verb) && !reading.is_ancestor(with, verb)) else { return };
    (reading.words[head].head, reading.words[head].relation) = (Some(verb), Relation::Obl);
    for w in name.start..head {
        (reading.words[w].head, reading.words[w].relation) = (Some(head), Relation::Compound);
    }
    (reading.words[with].head, reading.words[with].relation) = (Some(head), Relation::Case);
    (reading.words[role].head, reading.words[role].relation) = (Some(head), Relation::Nmod);
    for w in name.end..role {
        let relation = match reading.words[w].pos {
            _ if w == name.end => Relation::Case,
            Pos::Det => Relation::Det,
            Pos::Adj => Relation::Amod,
            Pos::Pron => Relation::NmodPoss,
            _ => Relation::Compound,
        };
        (reading.words[w].head, reading.words[w].relation) = (Some(role), relation);
    }
}

/// "She complained: in May her share amounted to ten crowns", read as a share and what it amounted to: the noun is the subject of a clause.
fn give_subject(reading: &mut Reading, colon: usize) {
    let clausal = |i: usize| matches!(reading.words[i].relation.base(), Relation::Parataxis | Relation::Acl);
    let Some(verb) = (colon + 2..reading.words.len()).find(|&i| is_finite(reading, i)).filter(|&verb| clausal(verb)) else { return };
    let noun = reading.words[verb].head.filter(|&noun| (colon + 1..verb).contains(&noun) && is_nominal(reading, noun));
    let bare = reading.words[verb].pos == Pos::Verb && reading.child(verb, Relation::Nsubj).is_none();
    let Some(noun) = noun.filter(|_| bare && reading.words[verb].tag != Tag::Md) else { return };
    let Some(above) = reading.ancestors(noun).find(|&i| i < colon && (is_finite(reading, i) || reading.words[i].head.is_none())) else {
        return;
    };
    (reading.words[verb].head, reading.words[verb].relation) = (Some(above), Relation::Parataxis);
    (reading.words[noun].head, reading.words[noun].relation) = (Some(verb), Relation::Nsubj);
}

/// "She complained: in May the roof fell in": what stands behind a colon before a clause belongs to that clause.
pub fn part_at_colon(text: &str, reading: &mut Reading) {
    let Some(colon) = (1..reading.words.len()).find(|&w| word(text, reading, w) == ":") else { return };
    give_subject(reading, colon);
    let above = |i: usize| reading.words[i].head.filter(|&head| head < colon);
    let clause = |&i: &usize| {
        let finite = is_finite(reading, i) || reading.children(i).any(|c| is_finite(reading, c));
        above(i).is_some() && finite && reading.child(i, Relation::Nsubj).is_some_and(|subject| subject > colon)
    };
    let Some(clause) = (colon + 1..reading.words.len()).find(clause) else { return };
    let strays: Vec<usize> = (colon + 1..clause).filter(|&i| above(i).is_some() && !reading.is_ancestor(i, clause)).collect();
    for stray in strays {
        reading.words[stray].head = Some(clause);
        if matches!(reading.words[stray].relation.base(), Relation::Nmod | Relation::Appos) {
            reading.words[stray].relation = Relation::Obl;
        }
    }
}
