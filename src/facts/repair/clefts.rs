//! Clefts and asides of speech: sentences whose main clause stands in another's place.

use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::{Reading, Word};

/// "It was in May that they arrived": the clause with the subject is the main clause, and the phrase before it says when or where.
pub fn straighten_cleft(text: &str, reading: &mut Reading) {
    let Some(root) = reading.root() else { return };
    let Some(it) = reading.child(root, Relation::Nsubj).or_else(|| reading.child(root, Relation::Expl)) else { return };
    let cop = reading.child(root, Relation::Cop);
    let case = reading.children(root).any(|c| c < root && reading.words[c].relation == Relation::Case && reading.words[c].tag == Tag::In);
    let is_it = reading.words[it].span.of(text).eq_ignore_ascii_case("it");
    let clause = reading.children(root).find(|&c| {
        let relation = matches!(reading.words[c].relation.base(), Relation::Acl | Relation::Advcl | Relation::Ccomp | Relation::Csubj);
        c > root && relation && reading.child(c, Relation::Nsubj).is_some() && opened_by_that(text, reading, c)
    });
    let (Some(cop), Some(clause), true, true) = (cop, clause, case, is_it) else { return };
    for (word, relation) in [(it, Relation::Expl), (cop, Relation::Discourse), (root, Relation::Obl)] {
        (reading.words[word].head, reading.words[word].relation) = (Some(clause), relation);
    }
    (reading.words[clause].head, reading.words[clause].relation) = (None, Relation::Root);
    let that = reading.children(clause).find(|&c| c < clause && reading.words[c].span.of(text) == "that");
    if let Some(that) = that {
        reading.words[that].relation = Relation::Mark;
    }
    move_end(reading, root, clause);
}

/// Whether a clause begins with "that".
fn opened_by_that(text: &str, reading: &Reading, clause: usize) -> bool {
    reading.subtree(clause).first().is_some_and(|&first| reading.words[first].span.of(text) == "that")
}

/// "The town is where she grew up": she grew up in the town.
pub fn straighten_where(text: &str, reading: &mut Reading) {
    raise_where(text, reading);
    let Some(verb) = reading.root().filter(|&root| reading.words[root].pos == Pos::Verb) else { return };
    let where_ = |word: &Word| matches!(word.span.of(text), "where" | "when") && word.tag == Tag::Wrb;
    let wh = reading.children(verb).find(|&w| w < verb && where_(&reading.words[w]) && reading.child(w, Relation::Cop).is_some());
    if let Some(wh) = wh {
        let moved: Vec<usize> = reading.children(wh).filter(|&c| c < wh).collect();
        moved.into_iter().for_each(|c| reading.words[c].head = Some(verb));
    }
    let Some(cop) = reading.child(verb, Relation::Cop) else { return };
    let subjects: Vec<usize> =
        reading.children(verb).filter(|&c| c < verb && reading.words[c].relation.base() == Relation::Nsubj).collect();
    let wh = (cop..verb).find(|&w| where_(&reading.words[w]));
    let (Some(wh), [place, _]) = (wh, &subjects[..]) else { return };
    reading.words[*place].relation = Relation::Obl;
    (reading.words[cop].head, reading.words[cop].relation) = (Some(verb), Relation::Discourse);
    (reading.words[wh].head, reading.words[wh].relation) = (Some(verb), Relation::Discourse);
}

/// The same, read as a town that is some place: the clause behind "where" takes its place.
fn raise_where(text: &str, reading: &mut Reading) {
    let Some(wh) = reading.root().filter(|&root| reading.words[root].tag == Tag::Wrb && reading.words[root].span.of(text) == "where")
    else {
        return;
    };
    let clause = reading.children(wh).find(|&c| c > wh && reading.words[c].pos == Pos::Verb && reading.child(c, Relation::Nsubj).is_some());
    let (Some(place), Some(clause), Some(_)) = (reading.child(wh, Relation::Nsubj), clause, reading.child(wh, Relation::Cop)) else {
        return;
    };
    let moved: Vec<usize> = reading.children(wh).filter(|&c| c != clause).collect();
    moved.into_iter().for_each(|c| reading.words[c].head = Some(clause));
    (reading.words[clause].head, reading.words[clause].relation) = (None, Relation::Root);
    (reading.words[wh].head, reading.words[wh].relation) = (Some(clause), Relation::Advmod);
    reading.words[place].relation = Relation::Nsubj;
}

/// "The state, Marlow argued, was trying to win": what is said is the main clause.
pub fn sink_speech(reading: &mut Reading) {
    let Some(root) = reading.root().filter(|&root| matches!(reading.words[root].pos, Pos::Noun | Pos::Propn | Pos::Pron)) else { return };
    let framed =
        reading.children(root).any(|c| matches!(reading.words[c].relation.base(), Relation::Cop | Relation::Nsubj | Relation::Case));
    let finite = |i: usize| {
        let is = |i: usize| matches!(reading.words[i].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
        is(i) || reading.children(i).any(|c| matches!(reading.words[c].relation.base(), Relation::Aux | Relation::Cop) && is(c))
    };
    let speech = reading.children(root).find(|&c| {
        let aside = c > root && reading.words[c].relation.base() == Relation::Parataxis && reading.child(c, Relation::Nsubj).is_some();
        aside && crate::facts::group::is_saying(&reading.words[c].lemma)
    });
    let Some(speech) = speech.filter(|_| !framed) else { return };
    let said = reading.children(speech).chain(reading.children(root)).find(|&c| {
        let relation = match reading.words[c].relation.base() {
            Relation::Conj => reading.child(c, Relation::Cc).is_none(),
            relation => matches!(relation, Relation::Parataxis | Relation::Ccomp | Relation::Xcomp | Relation::Advcl),
        };
        c > speech && relation && reading.child(c, Relation::Nsubj).is_none() && finite(c)
    });
    let Some(said) = said else { return };
    (reading.words[said].head, reading.words[said].relation) = (None, Relation::Root);
    (reading.words[root].head, reading.words[root].relation) = (Some(said), Relation::Nsubj);
    (reading.words[speech].head, reading.words[speech].relation) = (Some(said), Relation::Parataxis);
    move_end(reading, root, said);
    move_end(reading, speech, said);
}

/// Hangs the mark that ends the sentence on its new root.
fn move_end(reading: &mut Reading, from: usize, to: usize) {
    if let Some(last) = reading.words.len().checked_sub(1).filter(|&last| reading.words[last].head == Some(from)) {
        reading.words[last].head = Some(to);
    }
}
