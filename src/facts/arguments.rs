//! Arguments: what a verb group takes beside its subject.

use super::group::{is_particle, is_predicate, merged};
use super::phrase::Tree;
use super::proposition::{Argument, Role};
use super::repair::OF_VERBS;
use crate::text::names::gazetteer;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::wordnet::is_a;

/// Prepositions that name a speaker instead of adding to what is said.
const SOURCES: &[&str] = &["according", "per"];
/// Adverbs that bind sentences and add nothing to them.
pub const CONNECTIVES: &[&str] = &[
    "accordingly",
    "additionally",
    "again",
    "also",
    "anyway",
    "besides",
    "both",
    "consequently",
    "either",
    "even",
    "finally",
    "first",
    "firstly",
    "furthermore",
    "hence",
    "however",
    "indeed",
    "instead",
    "just",
    "likewise",
    "meanwhile",
    "moreover",
    "namely",
    "nevertheless",
    "nonetheless",
    "only",
    "rather",
    "so",
    "still",
    "then",
    "therefore",
    "though",
    "thus",
    "too",
    "yet",
];

/// The arguments of a predicate, the object first, then in the order of the text; those of the verbs it merges with among them.
pub fn arguments(tree: Tree, predicate: usize) -> Vec<Argument> {
    let mut found: Vec<Argument> = chain(tree, predicate).into_iter().flat_map(|verb| own(tree, verb, predicate)).collect();
    if !OF_VERBS.contains(&tree.lemma(predicate)) {
        rejoin(tree, &mut found);
    }
    let heads: Vec<(usize, Vec<usize>)> = found.iter().map(|argument| (argument.head, argument.words.clone())).collect();
    found.retain(|argument| !heads.iter().any(|(head, words)| *head != argument.head && words.contains(&argument.head)));
    found.sort_by_key(|argument| (!argument.role.is_core(), argument.role == Role::Adverbial, argument.head));
    found
}

/// Joins an "of …" that the tree hangs on the verb to the noun it stands behind.
fn rejoin(tree: Tree, found: &mut Vec<Argument>) {
    found.sort_by_key(|argument| argument.words.first().copied());
    let mut at = 1;
    while at < found.len() {
        let of = found[at].words.first().is_some_and(|&i| tree.lower(i) == "of");
        let touches = found[at - 1].words.last().is_some_and(|&last| found[at].words.first() == Some(&(last + 1)));
        if of && touches && found[at].role == Role::Oblique && matches!(found[at - 1].role, Role::Object | Role::Oblique | Role::Complement)
        {
            let tail = found.remove(at);
            found[at - 1].words.extend(tail.words);
        } else {
            at += 1;
        }
    }
}

/// The predicate and the verbs above it that it makes one relation with.
pub fn chain(tree: Tree, predicate: usize) -> Vec<usize> {
    let mut chain = vec![predicate];
    while let Some(&last) = chain.last()
        && let Some(head) = tree.head(last)
        && tree.base(last) == Relation::Xcomp
        && merged(tree, head) == Some(last)
    {
        chain.push(head);
    }
    chain
}

fn own(tree: Tree, verb: usize, predicate: usize) -> Vec<Argument> {
    let inner = merged(tree, verb);
    let children = tree.children(verb).iter().copied();
    children.filter(|&i| Some(i) != inner).filter_map(|i| argument(tree, verb, i, predicate)).collect()
}

fn argument(tree: Tree, verb: usize, i: usize, predicate: usize) -> Option<Argument> {
    use Relation::{Advcl, Advmod, Ccomp, Iobj, Obj, Obl, Xcomp};
    let joined = tree.by(i, Relation::Cc).any(|cc| cc < i && tree.relation(cc) != Relation::CcPreconj);
    // "the house she lived in": a preposition alone says nothing.
    let stranded = tree.base(i) == Obl && tree.pos(i) == Pos::Adp && tree.children(i).is_empty();
    if tree.is_bracketed(i) || joined || stranded {
        return None;
    }
    let role = match tree.base(i) {
        Obj | Iobj if is_recipient(tree, verb, i) && !is_named(tree, verb, i) => Role::Oblique,
        Obj if tree.by(verb, Relation::Obj).chain(tree.by(verb, Relation::Iobj)).any(|first| first < i && is_named(tree, verb, first)) => {
            Role::Complement
        }
        Obj | Iobj => Role::Object,
        Xcomp => Role::Complement,
        Ccomp => Role::Clause,
        Obl => Role::Oblique,
        Advmod if (i > verb || tree.is_dated(i)) && adds(tree, i) && !is_particle(tree, i) => Role::Adverb,
        Advcl if i > predicate && is_taken_gerund(tree, i) => Role::Oblique,
        Advcl if i > predicate && tree.child(i, Relation::Mark).is_some() && is_finite(tree, i) => Role::Adverbial,
        _ => return None,
    };
    let words = match role {
        Role::Object => tree.phrase(i, true),
        Role::Oblique if names_source(tree, i) => return None,
        Role::Oblique => with_preposition(tree, i, true),
        Role::Complement if tree.is_nominal(i) => tree.phrase(i, true),
        Role::Complement | Role::Clause | Role::Adverbial => tree.trimmed(tree.under(i, |c| tree.base(c) == Relation::Parataxis)),
        Role::Adverb => tree.trimmed(tree.under(i, |_| false)),
    };
    (!words.is_empty()).then_some(Argument { words, head: i, role })
}

/// "focused on raising wages", "insisted on going": a gerund that a preposition ties to the verb, and not only how or when.
fn is_taken_gerund(tree: Tree, i: usize) -> bool {
    let ties = |mark: usize| matches!(tree.lower(mark).as_ref(), "about" | "against" | "at" | "from" | "in" | "into" | "of" | "on" | "to");
    tree.tag(i) == Tag::Vbg && tree.by(i, Relation::Mark).any(|mark| mark < i && ties(mark)) && tree.child(i, Relation::Nsubj).is_none()
}

/// The first of two objects: "brought him a boat".
fn is_recipient(tree: Tree, verb: usize, i: usize) -> bool {
    i > verb && tree.by(verb, Relation::Obj).any(|other| other > i) && tree.child(i, Relation::Case).is_none()
}

/// Verbs that say what their object is: "called her a genius".
const NAMING: &[&str] = &[
    "appoint",
    "brand",
    "call",
    "christen",
    "consider",
    "crown",
    "declare",
    "deem",
    "dub",
    "elect",
    "entitle",
    "label",
    "make",
    "name",
    "nickname",
    "pronounce",
    "proclaim",
    "term",
    "title",
];

/// "called her a genius", "made him a count": of two objects, whether the first, `i`, is what the second is said of.
fn is_named(tree: Tree, verb: usize, i: usize) -> bool {
    let second = tree.by(verb, Relation::Obj).find(|&other| other > i);
    let role = |noun: usize| is_a(tree.lemma(noun), "person") || gazetteer::title(tree.form(noun)).is_some();
    let made = |second: usize| tree.lemma(verb) != "make" || role(second);
    NAMING.contains(&tree.lemma(verb)) && i > verb && second.is_some_and(made)
}

/// Whether an adverb adds a time, a place or a manner.
fn adds(tree: Tree, i: usize) -> bool {
    tree.pos(i) != Pos::Part && tree.tag(i) != Tag::Wrb && !CONNECTIVES.contains(&tree.lower(i).as_ref())
}

/// Whether the oblique `i` is "according to …".
pub fn names_source(tree: Tree, i: usize) -> bool {
    tree.by(i, Relation::Case).any(|case| SOURCES.contains(&tree.lower(case).as_ref()))
}

/// The words of an oblique's preposition; of a gerund's too.
pub fn preposition(tree: Tree, i: usize) -> Vec<usize> {
    let gerund = tree.tag(i) == Tag::Vbg;
    let marks = tree.by(i, Relation::Mark).filter(|&mark| gerund && tree.tag(mark) == Tag::In);
    let cases = tree.by(i, Relation::Case).filter(|&case| tree.introduces(case, i)).chain(marks);
    let mut words: Vec<usize> = cases.flat_map(|case| tree.under(case, |_| false)).collect();
    words.sort_unstable();
    words
}

/// An oblique with its preposition; with all members of its coordination if `whole`.
pub fn with_preposition(tree: Tree, i: usize, whole: bool) -> Vec<usize> {
    let mut words = preposition(tree, i);
    words.extend(tree.phrase(i, whole));
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether the clause at `i` is a predicate with a finite verb or one of its own subject.
pub fn is_finite(tree: Tree, i: usize) -> bool {
    is_predicate(tree, i)
        && (tree.child(i, Relation::Nsubj).is_some()
            || matches!(tree.tag(i), Tag::Vbd | Tag::Vbz | Tag::Vbp)
            || tree.child(i, Relation::Aux).is_some())
}
