//! Verb groups: the words of a relation ("was not admitted", "tried to climb"), and what they say of polarity and modality.

use super::fact::{Modality, Polarity};
use super::phrase::Tree;
use crate::text::syntax::{Pos, Relation, Tag};

/// Verbs whose complement is meant, not yet done.
const PLANNING: &[&str] = &[
    "agree", "aim", "allow", "decide", "expect", "hope", "intend", "invite", "mean", "need", "offer", "order", "plan", "prepare",
    "project", "promise", "propose", "schedule", "set", "slate", "want", "wish",
];
/// Verbs whose complement is tried.
const TRYING: &[&str] = &["attempt", "endeavor", "endeavour", "fight", "seek", "strive", "struggle", "try", "vie"];
/// Verbs whose complement did not come about.
const FAILING: &[&str] = &["cease", "decline", "fail", "forget", "neglect", "refuse", "unable"];
/// Verbs whose complement is only said.
const ALLEGING: &[&str] =
    &["allege", "accuse", "assume", "believe", "claim", "report", "rumor", "rumour", "say", "seem", "suppose", "suspect", "think"];
/// Words that negate.
const NEGATORS: &[&str] = &["not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely", "no", "cannot"];

/// Whether word `i` negates its head.
pub fn negates(tree: Tree, i: usize) -> bool {
    matches!(tree.base(i), Relation::Advmod | Relation::Det | Relation::Cc | Relation::Aux) && NEGATORS.contains(&tree.lower(i).as_ref())
}

/// Whether `i` is a predicate: a full verb, or a noun or adjective with a copula, that heads a clause of its own.
pub fn is_predicate(tree: Tree, i: usize) -> bool {
    use Relation::{Advmod, Amod, Appos, Aux, Case, Cc, Compound, Cop, Det, Discourse, Fixed, Flat, Mark, Nummod, Punct};
    if tree.child(i, Cop).is_some() || tree.pos(i) == Pos::Verb && tree.child(i, Relation::Nsubj).is_some() {
        return true;
    }
    let clausal = !matches!(
        tree.base(i),
        Amod | Appos | Aux | Case | Cc | Compound | Cop | Det | Discourse | Fixed | Flat | Mark | Nummod | Punct | Advmod
    );
    let nominal = matches!(tree.base(i), Relation::Obl | Relation::Nmod | Relation::Obj | Relation::Nsubj)
        && tree.child(i, Relation::Nsubj).is_none()
        && tree.child(i, Relation::Obj).is_none();
    tree.pos(i) == Pos::Verb && clausal && !nominal
}

/// Whether the predicate is a noun or adjective with a copula.
pub fn is_copular(tree: Tree, i: usize) -> bool {
    tree.child(i, Relation::Cop).is_some()
}

/// The verb `xcomp` that `verb` shares its subject with, as "to climb" in "tried to climb" or "was able to climb": the two make one relation.
pub fn merged(tree: Tree, verb: usize) -> Option<usize> {
    let inner = tree.child(verb, Relation::Xcomp)?;
    let controlled = tree.child(verb, Relation::Obj).or_else(|| tree.child(verb, Relation::Iobj)).is_some();
    let clause = is_copular(tree, inner) || tree.pos(inner) == Pos::Verb && inner > verb;
    let takes =
        tree.pos(verb) == Pos::Verb && !controlled || tree.pos(verb) == Pos::Adj && is_copular(tree, verb) && tree.pos(inner) == Pos::Verb;
    (clause && takes).then_some(inner)
}

/// The words of a predicate's verb group: auxiliaries, negation, adverbs beside the verb, particles; "tried to" before "climb"; for a
/// coordinated participle or infinitive the auxiliaries of the first verb.
pub fn verb_group(tree: Tree, predicate: usize) -> Vec<usize> {
    let mut words = own_words(tree, predicate);
    match tree.head(predicate) {
        Some(head) if tree.base(predicate) == Relation::Xcomp && merged(tree, head) == Some(predicate) => {
            words.extend(verb_group(tree, head))
        }
        Some(head) if shares_auxiliaries(tree, predicate, head) => {
            let first = own_words(tree, predicate).first().copied().unwrap_or(predicate);
            let shared = verb_group(tree, head).into_iter().filter(|&i| i < head && i < first && !negates(tree, i));
            words.extend(shared.filter(|&i| tree.base(i) != Relation::Advmod));
        }
        _ => {}
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether `predicate` is coordinated with `head` and takes over its auxiliaries.
fn shares_auxiliaries(tree: Tree, predicate: usize, head: usize) -> bool {
    let passive = tree.tag(predicate) == Tag::Vbn && tree.child(head, Relation::AuxPass).is_some();
    // "was born there and studied law", "was raised in court and moved many": these are no passives.
    let active = passive && (tree.lower(head) == "born" || tree.child(predicate, Relation::Obj).is_some());
    tree.base(predicate) == Relation::Conj
        && !active
        && is_predicate(tree, head)
        && !is_copular(tree, predicate)
        && !is_copular(tree, head)
        && [Relation::Aux, Relation::Nsubj, Relation::Mark].iter().all(|&r| tree.child(predicate, r).is_none())
        && matches!(tree.tag(predicate), Tag::Vb | Tag::Vbn | Tag::Vbg)
        && (tree.tag(predicate) == tree.tag(head) || tree.tag(head) != Tag::Vbd)
}

fn own_words(tree: Tree, predicate: usize) -> Vec<usize> {
    let copular = is_copular(tree, predicate);
    let verb = tree.child(predicate, Relation::Cop).unwrap_or(predicate);
    let infinitive = tree.base(predicate) == Relation::Xcomp;
    let mut words: Vec<usize> = tree
        .children(predicate)
        .iter()
        .copied()
        .filter(|&i| match tree.base(i) {
            Relation::Aux | Relation::Cop => true,
            Relation::Expl => tree.lower(i) == "there",
            Relation::Mark => infinitive && tree.tag(i) == Tag::To,
            Relation::Compound => tree.relation(i) == Relation::CompoundPrt,
            Relation::Advmod => negates(tree, i) && i < predicate || is_particle(tree, i),
            _ => false,
        })
        .collect();
    if !copular || merged(tree, predicate).is_some() {
        words.push(predicate);
    }
    words.sort_unstable();
    let first = words.first().copied().unwrap_or(verb);
    words.extend(beside(tree, predicate, first));
    words.sort_unstable();
    words.dedup();
    words
}

/// Adverbs that right behind a verb make one with it: "put forward".
const PARTICLES: &[&str] =
    &["ahead", "apart", "aside", "away", "back", "down", "forth", "forward", "off", "on", "out", "over", "together", "up"];

/// Whether the word is such an adverb.
pub fn is_particle(tree: Tree, i: usize) -> bool {
    let behind = i > 0 && tree.head(i) == Some(i - 1) && tree.pos(i - 1) == Pos::Verb && tree.children(i).is_empty();
    behind && tree.base(i) == Relation::Advmod && PARTICLES.contains(&tree.lower(i).as_ref())
}

/// Single adverbs within the group or right before it; with a copula those up to the predicate.
fn beside(tree: Tree, predicate: usize, first: usize) -> Vec<usize> {
    let adverb = |i: usize| is_plain_adverb(tree, i) && tree.head(i) == Some(predicate);
    let mut found: Vec<usize> = tree.children(predicate).iter().copied().filter(|&i| adverb(i) && first < i && i < predicate).collect();
    let mut before = first;
    while let Some(i) = before.checked_sub(1).filter(|&i| adverb(i) && i > 0) {
        found.push(i);
        before = i;
    }
    found
}

/// Whether the word is an adverb on its own that says how, when or how often, and not to which degree.
pub fn is_plain_adverb(tree: Tree, i: usize) -> bool {
    let degree = matches!(tree.lower(i).as_ref(), "as" | "less" | "least" | "more" | "most" | "quite" | "rather" | "so" | "too" | "very");
    tree.base(i) == Relation::Advmod && tree.pos(i) == Pos::Adv && tree.children(i).is_empty() && tree.tag(i) != Tag::Wrb && !degree
}

/// What a chain of merged verbs says: the innermost is `predicate`.
pub fn polarity_and_modality(tree: Tree, predicate: usize) -> (Polarity, Modality) {
    let mut chain = vec![predicate];
    while let Some(head) =
        chain.last().and_then(|&i| tree.head(i).filter(|&head| tree.base(i) == Relation::Xcomp && merged(tree, head) == Some(i)))
    {
        chain.push(head);
    }
    let group = verb_group(tree, predicate);
    let negations = group.iter().filter(|&&i| negates(tree, i)).count();
    let failing = chain.iter().skip(1).filter(|&&i| FAILING.contains(&tree.lemma(i))).count();
    let none = tree.children(predicate).iter().any(|&i| matches!(tree.base(i), Relation::Nsubj | Relation::Obj) && is_none(tree, i));
    let without = tree.by(predicate, Relation::Mark).chain(tree.by(predicate, Relation::Case)).any(|i| tree.lower(i) == "without");
    let negative = (negations + failing + usize::from(none) + usize::from(without)) % 2 == 1;
    let outer = |verbs: &[&str]| chain.iter().skip(1).any(|&i| verbs.contains(&tree.lemma(i)));
    let future = group.iter().any(|&i| tree.tag(i) == Tag::Md && matches!(tree.lower(i).as_ref(), "will" | "'ll" | "shall" | "wo"));
    let possible = group.iter().any(|&i| tree.tag(i) == Tag::Md && matches!(tree.lower(i).as_ref(), "may" | "might"));
    let hearsay =
        group.iter().any(|&i| matches!(tree.lower(i).as_ref(), "allegedly" | "reportedly" | "supposedly" | "apparently" | "purportedly"));
    let modality = match () {
        () if outer(TRYING) => Modality::Attempted,
        () if outer(ALLEGING) || hearsay || possible => Modality::Alleged,
        () if outer(PLANNING) || future || is_to_be(tree, &group) || is_purpose(tree, predicate) => Modality::Planned,
        () => Modality::Asserted,
    };
    (if negative { Polarity::Negative } else { Polarity::Positive }, modality)
}

/// "no", "none", "nobody" as subject or object.
fn is_none(tree: Tree, i: usize) -> bool {
    let none = |i: usize| matches!(tree.lower(i).as_ref(), "no" | "none" | "nobody" | "nothing" | "neither" | "no-one");
    none(i) || tree.by(i, Relation::Det).any(none)
}

/// "came to help": meant, whether it was done or not.
pub fn is_purpose(tree: Tree, predicate: usize) -> bool {
    let infinitive = tree.tag(predicate) == Tag::Vb && tree.by(predicate, Relation::Mark).any(|mark| tree.tag(mark) == Tag::To);
    infinitive && tree.base(predicate) == Relation::Advcl
}

/// "is to", "was to" before the verb.
fn is_to_be(tree: Tree, group: &[usize]) -> bool {
    group.windows(2).any(|pair| tree.lemma(pair[0]) == "be" && tree.tag(pair[1]) == Tag::To)
}

/// Verbs by which someone says something.
pub fn is_saying(lemma: &str) -> bool {
    SAYING.binary_search(&lemma).is_ok()
}

/// Sorted.
const SAYING: &[&str] = &[
    "accuse",
    "acknowledge",
    "add",
    "admit",
    "advise",
    "affirm",
    "allege",
    "announce",
    "answer",
    "argue",
    "ask",
    "assert",
    "believe",
    "caution",
    "charge",
    "claim",
    "comment",
    "complain",
    "conclude",
    "confirm",
    "consider",
    "contend",
    "criticise",
    "criticize",
    "declare",
    "demand",
    "denounce",
    "deny",
    "describe",
    "disclose",
    "emphasise",
    "emphasize",
    "estimate",
    "explain",
    "fear",
    "indicate",
    "insist",
    "maintain",
    "mention",
    "note",
    "observe",
    "predict",
    "promise",
    "propose",
    "protest",
    "recall",
    "remark",
    "reply",
    "report",
    "respond",
    "reveal",
    "say",
    "speculate",
    "state",
    "stress",
    "suggest",
    "suspect",
    "swear",
    "tell",
    "testify",
    "think",
    "warn",
    "write",
];

/// What the speaker's verb makes of what is said.
pub fn speech_modality(lemma: &str) -> Option<Modality> {
    match lemma {
        "deny" => Some(Modality::Denied),
        "accuse" | "allege" | "believe" | "claim" | "contend" | "fear" | "speculate" | "suspect" | "think" | "complain" => {
            Some(Modality::Alleged)
        }
        "demand" | "promise" | "propose" => Some(Modality::Planned),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saying_is_sorted() {
        assert!(SAYING.is_sorted());
    }
}
