//! A fact: one assertion of a document, normalised, and how its sentence words it.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

/// One assertion of a document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Its name in the table: `f0001`, `f0002`…
    pub id: CompactString,
    /// What it is about; pronouns, surnames and abbreviations replaced by the name they stand for, where that is known.
    pub subject: String,
    /// What is said of it: the verb group without negation and adverbs, with the preposition of its object.
    pub relation: String,
    /// The other side; empty where the verb has none ("the law passed").
    pub object: String,
    /// The object's type in Li & Roth's taxonomy (`LOC:city`); empty where unknown.
    pub object_type: CompactString,
    /// When, normalised; with the year even where only the context gives it.
    pub time: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// What else is said of it, in the order of the sentence: why, how, for whom….
    pub qualifiers: Vec<Qualifier>,
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
    pub fingerprint: CompactString,
    /// The sentence's own words.
    pub surface: Surface,
}

/// A phrase or clause that says more of a fact than subject, object, time and place do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualifier {
    /// What it says.
    pub kind: QualifierKind,
    /// Its words, preposition or conjunction included; names in full.
    pub text: String,
}

/// What a qualifier says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QualifierKind {
    /// By whom, in the passive.
    Agent,
    /// For or to whom.
    Beneficiary,
    /// With whom.
    Company,
    /// How, with what.
    Manner,
    /// Why.
    Reason,
    /// What for.
    Purpose,
    /// Like, unlike or more than what.
    Comparison,
    /// If what.
    Condition,
    /// In spite of what.
    Concession,
    /// When or how long, where no date says it.
    Time,
    /// From, to or through where.
    Place,
    /// Anything else.
    Other,
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

impl QualifierKind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Agent,
        Self::Beneficiary,
        Self::Company,
        Self::Manner,
        Self::Reason,
        Self::Purpose,
        Self::Comparison,
        Self::Condition,
        Self::Concession,
        Self::Time,
        Self::Place,
        Self::Other,
    ];

    /// Its name in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Beneficiary => "beneficiary",
            Self::Company => "company",
            Self::Manner => "manner",
            Self::Reason => "reason",
            Self::Purpose => "purpose",
            Self::Comparison => "comparison",
            Self::Condition => "condition",
            Self::Concession => "concession",
            Self::Time => "time",
            Self::Place => "place",
            Self::Other => "other",
        }
    }
}
