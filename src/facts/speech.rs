//! Reported speech: who says what a clause asserts.

use super::arguments::{chain, names_source};
use super::fact::Modality;
use super::group::{is_predicate, is_saying, speech_modality};
use super::phrase::Tree;
use super::proposition::{Argument, Proposition, Role};
use super::subject::subject;
use crate::text::syntax::{Relation, Tag};

/// Gives every proposition its speaker, and a verb of saying beside what is said ("…, he said") its words as an argument.
pub fn attribute(tree: Tree, propositions: &mut [Proposition]) {
    for proposition in propositions.iter_mut().filter(|proposition| is_predicate(tree, proposition.predicate)) {
        if let Some((speaker, verb)) = speaker(tree, proposition.predicate) {
            proposition.speaker = Some(speaker);
            if let Some(modality) =
                verb.and_then(|verb| speech_modality(tree.lemma(verb))).filter(|_| proposition.modality == Modality::Asserted)
            {
                proposition.modality = modality;
            }
        }
        add_saying(tree, proposition);
    }
}

/// The words of the speaker and the verb of saying, if there is one.
fn speaker(tree: Tree, predicate: usize) -> Option<(Vec<usize>, Option<usize>)> {
    let mut at = predicate;
    for _ in 0..tree.len() {
        if let Some(source) = tree.by(at, Relation::Obl).find(|&i| names_source(tree, i)) {
            return Some((tree.phrase(source, true), None));
        }
        if let Some(verb) = tree.by(at, Relation::Parataxis).find(|&i| says(tree, i) && tree.child(i, Relation::Ccomp).is_none())
            && let Some(who) = subject(tree, verb)
        {
            return Some((tree.phrase(who, true), Some(verb)));
        }
        let head = tree.head(at)?;
        let quoted = || tree.base(at) == Relation::Obj && is_quoted(tree, predicate) && !is_quoted(tree, head);
        if says(tree, head) && (tree.base(at) == Relation::Ccomp || quoted()) {
            let who = chain(tree, head).last().and_then(|&top| subject(tree, top));
            return who.filter(|&who| tree.lower(who) != "it").map(|who| (tree.phrase(who, true), Some(head)));
        }
        if tree.base(at) == Relation::Parataxis && says(tree, at) {
            return None;
        }
        at = head;
    }
    None
}

/// Whether a word stands within quotation marks.
fn is_quoted(tree: Tree, i: usize) -> bool {
    let marks = |tag: Tag| (0..i).filter(|&w| tree.tag(w) == tag).count();
    marks(Tag::OpenQuote) > marks(Tag::CloseQuote)
}

fn says(tree: Tree, i: usize) -> bool {
    is_saying(tree.lemma(i))
}

/// "…, he said": what he said is the clause it stands beside.
fn add_saying(tree: Tree, proposition: &mut Proposition) {
    let verb = proposition.predicate;
    if tree.base(verb) != Relation::Parataxis || !says(tree, verb) || proposition.arguments.iter().any(|argument| argument.role.is_core()) {
        return;
    }
    if let Some(head) = tree.head(verb) {
        let aside = tree.under(verb, |_| false);
        let (first, last) = (aside.first().copied().unwrap_or(verb), aside.last().copied().unwrap_or(verb));
        let comma = |i: usize| tree.tag(i) == Tag::Comma && (i + 1 == first || i == last + 1);
        let words = tree.trimmed(tree.under(head, |i| i == verb || comma(i)));
        proposition.arguments.insert(0, Argument { words, head, role: Role::Clause });
    }
}
