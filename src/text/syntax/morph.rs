//! Morphology as far as it matters for facts: number, tense, verb form, voice, person, degree. Derived by rule from tag, form and tree.

use serde::{Deserialize, Serialize};

use super::{Pos, Tag};

/// Singular or plural.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Number {
    /// One.
    Sing,
    /// More than one.
    Plur,
}

/// Present or past; English marks no other on the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Tense {
    /// Present.
    Pres,
    /// Past.
    Past,
}

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum VerbForm {
    /// Finite: "chose", "is".
    Fin,
    /// Infinitive or bare form: "choose".
    Inf,
    /// Present or past participle: "choosing", "chosen"; the -ing form used as a noun too.
    Part,
}

/// Active or passive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Voice {
    /// The subject does it.
    Act,
    /// It is done to the subject, or to the noun the participle modifies.
    Pass,
}

/// The degree of an adjective or adverb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Degree {
    /// "old".
    Pos,
    /// "older".
    Cmp,
    /// "oldest".
    Sup,
}

/// What the form of a word says beyond its tag. `None` where it says nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Morph {
    /// Of nouns, pronouns, determiners ("this", "these") and finite verbs in the third person singular.
    pub number: Option<Number>,
    /// Of finite verbs and participles.
    pub tense: Option<Tense>,
    /// Of verbs and auxiliaries.
    pub form: Option<VerbForm>,
    /// Of full verbs.
    pub voice: Option<Voice>,
    /// 1, 2 or 3, of personal pronouns and verbs in the third person singular.
    pub person: Option<u8>,
    /// Of adjectives and adverbs.
    pub degree: Option<Degree>,
}

impl Morph {
    /// The morphology of a word from its form in lower case, its tags, and whether its place in the tree is passive.
    pub fn of(lower: &str, pos: Pos, tag: Tag, passive: bool) -> Self {
        let verb = matches!(pos, Pos::Verb | Pos::Aux);
        let mut morph = Self { number: number(lower, pos, tag), degree: degree(tag), ..Self::default() };
        if verb {
            (morph.form, morph.tense) = verb_form(lower, tag);
        }
        if pos == Pos::Verb {
            morph.voice = Some(if passive { Voice::Pass } else { Voice::Act });
        }
        morph.person = if tag == Tag::Vbz { Some(3) } else { person(lower, pos) };
        morph
    }
}

fn number(lower: &str, pos: Pos, tag: Tag) -> Option<Number> {
    match tag {
        Tag::Nn | Tag::Nnp | Tag::Vbz => Some(Number::Sing),
        Tag::Nns | Tag::Nnps => Some(Number::Plur),
        Tag::Dt | Tag::Prp | Tag::PrpPossessive if matches!(pos, Pos::Pron | Pos::Det) => match lower {
            "this" | "that" | "i" | "me" | "my" | "he" | "him" | "his" | "she" | "her" | "it" | "its" | "himself" | "herself"
            | "itself" | "myself" => Some(Number::Sing),
            "these" | "those" | "we" | "us" | "our" | "they" | "them" | "their" | "ourselves" | "themselves" => Some(Number::Plur),
            _ => None,
        },
        _ => None,
    }
}

fn degree(tag: Tag) -> Option<Degree> {
    match tag {
        Tag::Jj | Tag::Rb => Some(Degree::Pos),
        Tag::Jjr | Tag::Rbr => Some(Degree::Cmp),
        Tag::Jjs | Tag::Rbs => Some(Degree::Sup),
        _ => None,
    }
}

fn verb_form(lower: &str, tag: Tag) -> (Option<VerbForm>, Option<Tense>) {
    match tag {
        Tag::Vb => (Some(VerbForm::Inf), None),
        Tag::Vbd => (Some(VerbForm::Fin), Some(Tense::Past)),
        Tag::Vbp | Tag::Vbz => (Some(VerbForm::Fin), Some(Tense::Pres)),
        Tag::Vbg => (Some(VerbForm::Part), Some(Tense::Pres)),
        Tag::Vbn => (Some(VerbForm::Part), Some(Tense::Past)),
        Tag::Md => (
            Some(VerbForm::Fin),
            matches!(lower, "would" | "could" | "might" | "should" | "'d").then_some(Tense::Past).or(Some(Tense::Pres)),
        ),
        _ => (None, None),
    }
}

fn person(lower: &str, pos: Pos) -> Option<u8> {
    if pos != Pos::Pron {
        return None;
    }
    match lower {
        "i" | "me" | "my" | "mine" | "myself" | "we" | "us" | "our" | "ours" | "ourselves" => Some(1),
        "you" | "your" | "yours" | "yourself" | "yourselves" => Some(2),
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" | "it" | "its" | "itself" | "they" | "them" | "their"
        | "theirs" | "themselves" => Some(3),
        _ => None,
    }
}
