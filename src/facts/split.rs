//! Lists: one proposition for each member of a coordination.

use super::phrase::Tree;
use super::proposition::{Argument, Proposition, Role};
use super::subject::is_relative;
use crate::text::syntax::{Pos, Relation, Tag};

/// The most propositions that the lists of one clause are split into.
const MOST_SPLITS: usize = 12;

/// One proposition for each member of a coordinated subject and of a coordinated first argument.
pub fn split(tree: Tree, whole: Proposition) -> Vec<Proposition> {
    let subjects = members(tree, whole.subject_head, &whole.subject);
    let objects = whole.arguments.first().map_or(vec![whole.predicate], |first| match first.role {
        Role::Object | Role::Complement | Role::Oblique => members(tree, first.head, &first.words),
        _ => vec![first.head],
    });
    if subjects.len() * objects.len() > MOST_SPLITS || subjects.len() * objects.len() == 1 {
        return vec![whole];
    }
    let mut out = Vec::new();
    for &subject in &subjects {
        for &object in &objects {
            let mut part = whole.clone();
            if subjects.len() > 1 {
                part.subject = tree.phrase_without(subject, false, |i| i == whole.predicate);
                part.subject_head = subject;
            }
            if objects.len() > 1
                && let Some(first) = part.arguments.first_mut()
            {
                first.words = member_words(tree, object, first);
                first.head = object;
                part.arguments.extend(aside(tree, object));
            }
            out.push(part);
        }
    }
    out
}

/// The nouns coordinated with `head` within `words`; `head` alone where they belong together ("between A and B").
fn members(tree: Tree, head: usize, words: &[usize]) -> Vec<usize> {
    let members: Vec<usize> = tree.members(head).into_iter().filter(|i| words.contains(i)).collect();
    let between = tree.by(head, Relation::Case).any(|case| tree.lower(case) == "between");
    let every = |alike: fn(Tree, usize) -> bool| members.iter().all(|&i| alike(tree, i));
    let alike = every(|tree, i| tree.is_nominal(i) && !is_relative(tree, i))
        || every(|tree, i| tree.pos(i) == Pos::Adj)
        || every(|tree, i| tree.tag(i) == Tag::Vbg);
    if between || !alike || is_bare_pair(tree, &members) { vec![head] } else { members }
}

/// "rats and mice", "bread and butter": two common nouns with nothing of their own belong together.
fn is_bare_pair(tree: Tree, members: &[usize]) -> bool {
    let bare = |&i: &usize| {
        let own = |&&child: &&usize| !matches!(tree.base(child), Relation::Cc | Relation::Conj | Relation::Case | Relation::Punct);
        tree.pos(i) != Pos::Propn && tree.children(i).iter().filter(own).count() == 0
    };
    members.len() == 2 && members.iter().skip(1).all(bare)
}

/// "and, from 1990, in Corby": what is said of this member alone, see [`super::repair`].
pub fn aside(tree: Tree, member: usize) -> Option<Argument> {
    let head = tree.by(member, Relation::Dep).find(|&i| i < member)?;
    let words = tree.trimmed(tree.under(head, |_| false));
    (tree.base(member) == Relation::Conj && !words.is_empty()).then_some(Argument { words, head, role: Role::Oblique })
}

fn member_words(tree: Tree, member: usize, first: &Argument) -> Vec<usize> {
    let own = tree.phrase(member, false);
    let group: Vec<usize> = own.into_iter().filter(|i| member != first.head || first.words.contains(i)).collect();
    tree.trimmed(group)
}
