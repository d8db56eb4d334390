//! Candidates: what a pronoun or a description may stand for.

use super::topic::Topic;
use crate::facts::phrase::Tree;
use crate::text::names::{Gender, NameKind};
use crate::text::syntax::{Pos, Relation, Tag};

/// What a pronoun may stand for.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Its full name, or its description.
    pub name: String,
    /// What it is; `None` for what no name names.
    pub kind: Option<NameKind>,
    /// A person's gender, where known.
    pub gender: Option<Gender>,
    /// Whether it is several.
    pub plural: bool,
    /// Whether it is the subject of its clause.
    pub subject: bool,
    /// How prominent its place in the sentence is.
    pub rank: i32,
    /// The sentence it stands in, counted over the section.
    pub sentence: usize,
    /// One past the last word of its phrase; what stands within cannot mean it.
    pub end: usize,
    /// The word that its head word depends on.
    pub governor: Option<usize>,
    /// Its head word.
    pub head: usize,
    /// Whether "the" stands before its name.
    pub article: bool,
    /// Whether it is a common noun that only stood behind a preposition.
    pub oblique: bool,
    /// Of whom it is a relative: "Ada Marlow" of "Ada Marlow's mother".
    pub owner: Option<String>,
}

impl Candidate {
    /// Its name as a phrase of a sentence.
    pub fn phrase(&self) -> String {
        if self.article { format!("the {}", self.name) } else { self.name.clone() }
    }
}

/// How prominent a word's place is: subjects before objects, those before the rest, main clauses before others; possessors and parts of
/// phrases last.
pub fn rank(tree: Tree, i: usize) -> i32 {
    let main = tree.head(i).is_none_or(|verb| matches!(tree.base(verb), Relation::Root | Relation::Conj | Relation::Parataxis));
    match tree.base(i) {
        _ if tree.tag(i) == Tag::PrpPossessive => -3,
        _ if names_subject(tree, i) => 3,
        Relation::Nsubj => 1 + 2 * i32::from(main),
        Relation::Obj => 2 * i32::from(main),
        Relation::Nmod | Relation::Compound | Relation::Amod if tree.relation(i) != Relation::NmodDesc => -2,
        _ => 0,
    }
}

/// "The mayor was Ann Cole": whether word `i` is the name that the subject is said to have, and stands for it from then on.
pub fn names_subject(tree: Tree, i: usize) -> bool {
    tree.pos(i) == Pos::Propn && tree.child(i, Relation::Cop).is_some()
}

/// Whether two phrases differ in case and article only.
pub fn is_same(a: &str, b: &str) -> bool {
    let bare = |name: &str| name.to_lowercase().trim_start_matches("the ").to_string();
    bare(a) == bare(b)
}

pub fn person(candidate: &Candidate, gender: Gender) -> bool {
    candidate.kind == Some(NameKind::Person) && !candidate.plural && candidate.gender.is_none_or(|g| g == gender)
}

pub fn topic_candidate(topic: &Topic) -> Candidate {
    Candidate {
        name: topic.name.clone(),
        kind: topic.kind,
        gender: topic.gender,
        plural: topic.plural,
        subject: true,
        rank: 3,
        sentence: 0,
        end: 0,
        governor: None,
        head: 0,
        article: false,
        owner: None,
        oblique: false,
    }
}
