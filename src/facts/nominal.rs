//! Facts within noun phrases: appositions, descriptions before a name, possessors, parts of a whole, long and short names.

use super::clause::is_past;
use super::fact::{Modality, Polarity};
use super::group::is_predicate;
use super::phrase::Tree;
use super::proposition::{Argument, Proposition, Role};
use super::split::aside;
use crate::text::names::gazetteer;
use crate::text::syntax::{Number, Pos, Relation, Tag};
use crate::text::wordnet::is_a;

/// Words before a name that address a person and say nothing of them.
const ADDRESSES: &[&str] =
    &["lady", "lord", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "st.", "saint", "madame", "monsieur"];

/// The propositions in the noun phrases of a sentence, in order.
pub fn nominals(tree: Tree) -> Vec<Proposition> {
    (0..tree.len()).flat_map(|i| nominal(tree, i)).collect()
}

fn nominal(tree: Tree, i: usize) -> Vec<Proposition> {
    let Some(noun) = tree.head(i) else { return Vec::new() };
    match tree.relation(i) {
        Relation::Appos if is_part(tree, i) => parts(tree, noun, i),
        Relation::Appos if !is_predicate(tree, i) => apposition(tree, noun, i),
        Relation::NmodDesc if tree.pos(i) != Pos::Num && !ADDRESSES.contains(&tree.lower(i).as_ref()) => description(tree, noun, i),
        Relation::NmodPoss => possessor(tree, noun, i),
        Relation::Nmod if is_substitute(tree, noun, i) => {
            vec![proposition(tree, noun, if is_past(tree) { "was" } else { "is" }, i, true, 0.7)]
        }
        Relation::Nmod | Relation::Obl | Relation::Acl if is_part(tree, i) => parts(tree, noun, i),
        _ => Vec::new(),
    }
}

/// "Ada Marlow, the town's mayor": the named one is the subject.
fn apposition(tree: Tree, noun: usize, other: usize) -> Vec<Proposition> {
    let noun = before_bracket(tree, other).unwrap_or(noun);
    let named = |i: usize| tree.pos(i) == Pos::Propn;
    let lists = [noun, other].iter().any(|&i| tree.child(i, Relation::Conj).is_some()) || tree.base(noun) == Relation::Conj;
    if is_aftermath(tree, noun, other) {
        return Vec::new();
    }
    let figure = |i: usize| matches!(tree.pos(i), Pos::Num | Pos::Sym | Pos::Pron) || tree.is_dated(i);
    if figure(noun) || figure(other) || lists || is_predicate(tree, noun) {
        return Vec::new();
    }
    if named(noun) && !tree.is_title(other) && is_region(tree, noun, other) {
        return vec![proposition(tree, noun, "is in", other, false, 0.65)];
    }
    let preposition = super::arguments::preposition(tree, other);
    if tree.is_bracketed(other) && !preposition.is_empty() {
        if !tree.is_nominal(noun) {
            return Vec::new();
        }
        return vec![membership(tree, noun, other, &preposition)];
    }
    let office = tree.is_title(other) && is_a(&tree.lower(noun), "person");
    if tree.is_title(other) && !office && tree.child(noun, Relation::Det).is_none_or(|det| tree.lower(det) != "the") {
        return Vec::new();
    }
    let (subject, object) = if office || named(other) && !named(noun) { (other, noun) } else { (noun, other) };
    let others = if object == other { tree.members(other) } else { vec![object] };
    let named = |object| {
        let mut found = proposition(tree, subject, be(tree, subject), object, false, 0.76);
        // "an OFC (Old Fishers' Choir) concert": the article is the concert's.
        found.subject.retain(|&i| !tree.is_bracketed(other) || !matches!(tree.lower(i).as_ref(), "a" | "an"));
        found
    };
    others.into_iter().map(named).collect()
}

/// "Ada Marlow (formerly of the Rowing Club)".
fn membership(tree: Tree, noun: usize, other: usize, preposition: &[usize]) -> Proposition {
    let adverbs = tree.under(other, |_| false).into_iter().filter(|&i| i < preposition[0] && tree.pos(i) == Pos::Adv);
    let words: Vec<usize> = adverbs.chain(preposition.iter().copied()).collect();
    let gone = words.iter().any(|&i| matches!(tree.lower(i).as_ref(), "formerly" | "previously" | "once" | "originally"));
    let be = if gone { "was" } else { be(tree, noun) };
    let mut found = proposition(tree, noun, &format!("{be} {}", tree.write(&words)), other, false, 0.7);
    let described = tree.by(noun, Relation::NmodDesc).flat_map(|i| tree.under(i, |_| false)).collect::<Vec<_>>();
    found.subject.retain(|i| !described.contains(i));
    for argument in &mut found.arguments {
        argument.words.retain(|i| !words.contains(i));
    }
    found
}

/// "The club left the town, a move that cost it two boats": what explains the whole clause, and not its last noun.
pub fn is_aftermath(tree: Tree, noun: usize, other: usize) -> bool {
    let event = |i: usize| is_a(tree.lemma(i), "event");
    // "has stammered since childhood, an affliction that disappears".
    let period = |i: usize| is_a(tree.lemma(i), "period");
    if period(noun) && !period(other) && tree.pos(noun) == Pos::Noun && tree.pos(other) == Pos::Noun {
        return true;
    }
    // "the same pay as his colleagues, a situation …".
    if ["event", "condition"].iter().any(|class| is_a(tree.lemma(other), class)) && is_a(tree.lemma(noun), "person") {
        return true;
    }
    let article = tree.child(other, Relation::Det).is_some_and(|det| matches!(tree.lower(det).as_ref(), "a" | "an"));
    let told = tree.by(other, Relation::Acl).any(|i| tree.relation(i) == Relation::AclRelcl);
    event(other) && !event(noun) && article && told && tree.base(noun) != Relation::Nsubj
}

/// The name right before a name in brackets: "an OFC (Old Fishers' Choir) concert" explains the "OFC" and not the concert.
fn before_bracket(tree: Tree, other: usize) -> Option<usize> {
    let bracket = tree.by(other, Relation::Punct).find(|&mark| mark < other && tree.tag(mark) == Tag::OpenBracket)?;
    bracket.checked_sub(1).filter(|&name| tree.pos(name) == Pos::Propn && tree.base(name) == Relation::Compound)
}

/// "Corby, Northamptonshire" or "in Corby (Northamptonshire)": a bare name after another, both places by their look.
fn is_region(tree: Tree, noun: usize, other: usize) -> bool {
    let bare = |i: usize| tree.pos(i) == Pos::Propn && tree.child(i, Relation::Det).is_none();
    let within = tree.by(noun, Relation::Case).any(|case| matches!(tree.lower(case).as_ref(), "in" | "at" | "near" | "from" | "of" | "to"));
    let short = tree.form(other).chars().all(|c| !c.is_lowercase());
    let dated = tree.is_dated(noun) || tree.is_dated(other);
    let person = |i: usize| tree.under(i, |_| false).into_iter().any(|w| is_given(tree, w));
    let place = !dated && bare(noun) && bare(other) && within && !(short && tree.is_bracketed(other));
    place && !(is_given(tree, other) && person(noun))
}

/// Whether a word is a given name and no place.
fn is_given(tree: Tree, i: usize) -> bool {
    gazetteer::given_name(tree.form(i)).is_some() && gazetteer::place(tree.form(i)).is_none()
}

/// "the painter Ada Marlow".
fn description(tree: Tree, name: usize, title: usize) -> Vec<Proposition> {
    let mut found = proposition(tree, name, be(tree, name), title, false, 0.77);
    let own: Vec<usize> = tree.under(name, |i| {
        tree.head(i) == Some(name)
            && (i <= title
                || tree.is_dated(i)
                || tree.tag(i) != Tag::Hyph && !matches!(tree.base(i), Relation::Flat | Relation::Compound | Relation::Nmod))
    });
    found.subject = tree.trimmed(own);
    vec![found]
}

/// "Marlow's boat".
fn possessor(tree: Tree, noun: usize, owner: usize) -> Vec<Proposition> {
    let named = matches!(tree.pos(owner), Pos::Noun | Pos::Propn) || tree.tag(owner) == Tag::PrpPossessive;
    let said = named && tree.pos(noun) == Pos::Noun && is_a(tree.lemma(noun), "person");
    if !said {
        return Vec::new();
    }
    let ending: Vec<usize> = tree.by(owner, Relation::Case).filter(|&case| tree.tag(case) == Tag::Possessive).collect();
    let mut found = proposition(tree, owner, if is_past(tree) { "had" } else { "has" }, noun, true, 0.64);
    found.subject.retain(|i| !ending.contains(i));
    if let Some(argument) = found.arguments.first_mut() {
        let owned = tree.under(owner, |_| false);
        argument.words.retain(|i| !owned.contains(i));
    }
    vec![found]
}

/// "with Ada Marlow as her substitute": what someone is who comes along.
fn is_substitute(tree: Tree, name: usize, role: usize) -> bool {
    let case = |i: usize, word: &str| tree.by(i, Relation::Case).any(|case| tree.lower(case) == word);
    tree.pos(name) == Pos::Propn && case(name, "with") && case(role, "as")
}

/// Whether a noun is joined by "including".
pub fn is_part(tree: Tree, i: usize) -> bool {
    let parts = |case: usize| {
        matches!(
            tree.write(&tree.under(case, |_| false)).to_lowercase().as_str(),
            "including" | "among them" | "for example" | "for instance" | "such as"
        )
    };
    tree.by(i, Relation::Case).any(parts)
}

/// "122 votes, including 87 from members": behind a verb the whole is its object, or else the last noun before.
fn parts(tree: Tree, above: usize, part: usize) -> Vec<Proposition> {
    let before = |relation: Relation| tree.by(above, relation).filter(|&i| i < part && i != part).last();
    let whole = if tree.base(part) == Relation::Obl { before(Relation::Obj).or_else(|| before(Relation::Obl)) } else { Some(above) };
    let Some(whole) = whole.filter(|&i| tree.is_nominal(i)) else { return Vec::new() };
    let relation = if is_past(tree) { "included" } else { "include" };
    let mut found: Vec<Proposition> =
        tree.members(part).into_iter().map(|part| proposition(tree, whole, relation, part, false, 0.66)).collect();
    found.iter_mut().for_each(|proposition| proposition.arguments.extend(aside(tree, proposition.predicate)));
    let listed = tree.under(part, |_| false);
    found.iter_mut().for_each(|proposition| {
        proposition.subject = tree.trimmed(proposition.subject.iter().copied().filter(|i| !listed.contains(i)).collect())
    });
    found
}

fn be(tree: Tree, subject: usize) -> &'static str {
    let named = tree.pos(subject) == Pos::Propn && tree.child(subject, Relation::Det).is_none();
    if !named && tree.reading.words[subject].morph.number == Some(Number::Plur) { "are" } else { "is" }
}

fn proposition(tree: Tree, subject: usize, relation: &str, object: usize, whole: bool, confidence: f64) -> Proposition {
    let focus = |i: usize, top: usize| tree.head(i) == Some(top) && i < top && tree.base(i) == Relation::Advmod;
    let without =
        |top: usize, other: usize| tree.phrase_without(top, whole, |i| i == other || tree.base(i) == Relation::Appos || focus(i, top));
    Proposition {
        predicate: object,
        subject: without(subject, object),
        subject_head: subject,
        relation: relation.to_string(),
        plain: relation.to_string(),
        arguments: vec![Argument { words: without(object, subject), head: object, role: Role::Complement }],
        polarity: Polarity::Positive,
        modality: Modality::Asserted,
        speaker: None,
        confidence,
    }
}
