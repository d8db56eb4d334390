//! A proposition: one assertion of a sentence as words of it, before anything is normalised.

use super::fact::{Modality, Polarity};

/// One assertion, in indices of a sentence's words.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposition {
    /// The word it was made around: the verb, the predicate noun, the apposition.
    pub predicate: usize,
    /// The subject's words.
    pub subject: Vec<usize>,
    /// The subject's head word.
    pub subject_head: usize,
    /// The relation in the sentence's words, with adverbs and negation.
    pub relation: String,
    /// The relation without adverbs and negation.
    pub plain: String,
    /// The object first, if there is one.
    pub arguments: Vec<Argument>,
    /// Whether it is negated.
    pub polarity: Polarity,
    /// Whether it is asserted.
    pub modality: Modality,
    /// Who says so.
    pub speaker: Option<Vec<usize>>,
    /// How far it is to be trusted.
    pub confidence: f64,
}

/// An argument of a proposition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// Its words, the preposition among them unless the relation has taken it over.
    pub words: Vec<usize>,
    /// Its head word.
    pub head: usize,
    /// What it is to the verb.
    pub role: Role,
}

/// What an argument is to its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The object.
    Object,
    /// What the subject or object is or becomes.
    Complement,
    /// What is said, thought, wanted: a clause.
    Clause,
    /// A phrase with a preposition, or one of time.
    Oblique,
    /// An adverb.
    Adverb,
    /// A clause of time, reason or condition.
    Adverbial,
}

impl Role {
    /// Whether it may stand as the fact's object.
    pub fn is_core(self) -> bool {
        matches!(self, Self::Object | Self::Complement | Self::Clause)
    }
}
