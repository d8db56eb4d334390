//! A fact: one assertion of a document, normalised, and how its sentence words it.

use serde::{Deserialize, Serialize};

/// One assertion of a document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Its name in the table: `f0001`, `f0002`…
    pub id: String,
    /// What it is about; pronouns, surnames and abbreviations replaced by the name they stand for, where that is known.
    pub subject: String,
    /// What is said of it: the verb group without negation and adverbs, with the preposition of its object.
    pub relation: String,
    /// The other side; empty where the verb has none ("the law passed").
    pub object: String,
    /// The object's type in Li & Roth's taxonomy (`LOC:city`); empty where unknown.
    pub object_type: String,
    /// When, normalised; with the year even where only the context gives it.
    pub time: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Whether it is affirmed or negated.
    pub polarity: Polarity,
    /// Whether it is said to be so, planned, attempted, alleged or denied.
    pub modality: Modality,
    /// Who says so, if the document says it of someone else.
    pub attribution: Option<String>,
    /// How far the extraction is to be trusted, 0 to 1.
    pub confidence: f64,
    /// Index into [`Document::sentences`](crate::document::Document::sentences).
    pub sentence: usize,
    /// The [fingerprint](super::fingerprint::fingerprint) of that sentence.
    pub fingerprint: String,
    /// The sentence's own words.
    pub surface: Surface,
}

/// A fact in the words of its sentence: nothing resolved, nothing normalised.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surface {
    /// The subject.
    pub subject: String,
    /// The verb group with auxiliaries, particles and adverbs, and the preposition of the first argument where the verb has no object.
    pub relation: String,
    /// The object first, then the other arguments.
    pub arguments: Vec<String>,
}

/// Affirmed or negated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is so.
    #[default]
    Positive,
    /// It is not so.
    Negative,
}

/// In which way it is said to be so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// As a fact.
    #[default]
    Asserted,
    /// As something meant or due to happen.
    Planned,
    /// As something tried.
    Attempted,
    /// As something that someone claims, or that may be.
    Alleged,
    /// As something that someone denies.
    Denied,
}

impl Polarity {
    /// Every polarity.
    pub const ALL: [Self; 2] = [Self::Positive, Self::Negative];

    /// Its name in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
        }
    }
}

impl Modality {
    /// Every modality.
    pub const ALL: [Self; 5] = [Self::Asserted, Self::Planned, Self::Attempted, Self::Alleged, Self::Denied];

    /// Its name in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Planned => "planned",
            Self::Attempted => "attempted",
            Self::Alleged => "alleged",
            Self::Denied => "denied",
        }
    }
}
