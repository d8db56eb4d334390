//! The ranker's features and their weights, as `ranking.toml` gives them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What the ranker looks at, of a sentence and of a span in it. Values lie between 0 and 1 unless said otherwise.
///
/// The order is that of [`Feature::NAMES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(usize)]
pub enum Feature {
    /// BM25 of the question's terms, as a share of the best sentence's.
    Bm25,
    /// The share of the question's terms, by idf, that the sentence holds in some wording.
    Coverage,
    /// The same in the words of the question, without synonyms.
    Literal,
    /// The question's main verb is a verb of the sentence.
    Verb,
    /// The share of the question's names that the sentence holds.
    Names,
    /// The share of the question's names that only the sentences around or the heading hold.
    NamesNear,
    /// The share of neighbouring words of the question that are neighbours in the sentence.
    Bigrams,
    /// The share of the question's head–dependent pairs that are linked in the sentence's tree.
    Links,
    /// The share of the question's terms that the previous or next sentence holds and this one does not.
    Around,
    /// The share of the question's terms that the section's headings hold.
    Heading,
    /// A date of the question agrees with one of the sentence.
    TimeAgrees,
    /// The question has a date; the sentence has only others.
    TimeDiffers,
    /// The intent's evidence words stand in the sentence.
    IntentEvidence,
    /// The sentence is an infobox line or table row whose key matches the question or the intent's relations.
    Key,
    /// The sentence opens the document.
    Lead,
    /// A fact of the table connects the question's terms with the span.
    Fact,
    /// The span is exactly of the expected type.
    TypeExact,
    /// The span could be of the expected type.
    TypeFits,
    /// The span is of another type.
    TypeDiffers,
    /// The span's head is the question's focus, or one kind of it.
    FocusHead,
    /// The words beside the span are the question's focus ("the sociologist X").
    FocusBeside,
    /// The span stands in the asked role to a verb that the question and the sentence share.
    Role,
    /// The span depends on, or is near in the tree to, words that the question and the sentence share (1 = directly).
    TreeNear,
    /// The span stands near such words in the line.
    LineNear,
    /// The share of the span's content words that the question has already.
    Repeats,
    /// The span's head word is one of the question's words.
    RepeatsHead,
    /// Length of the span in words, logarithmically; 1 is about eight words.
    Length,
    /// The span is a recognised name.
    IsName,
    /// The span is a recognised date, number, sum.
    IsValue,
    /// The span is a noun phrase.
    IsNounPhrase,
    /// The span is a prepositional phrase with its preposition.
    IsPrepositional,
    /// The span is a clause or verb phrase.
    IsClause,
    /// The span is a full constituent with all its modifiers, rather than its core.
    IsFull,
    /// The span is a coordination, and the question asks for several.
    ListWanted,
    /// The span stands in quotation marks.
    Quoted,
    /// The preposition before the span is the one that the question leaves open.
    Preposition,
    /// The span is the subject of its clause.
    IsSubject,
    /// The span is an object.
    IsObject,
    /// The span is an apposition, or has one that matches the question.
    Apposition,
}

impl Feature {
    /// How many features there are.
    pub const COUNT: usize = Self::NAMES.len();

    /// The features' names in `ranking.toml` and in explanations, in the order of the enum.
    pub const NAMES: [&'static str; 39] = [
        "bm25",
        "coverage",
        "literal",
        "verb",
        "names",
        "names-near",
        "bigrams",
        "links",
        "around",
        "heading",
        "time-agrees",
        "time-differs",
        "intent-evidence",
        "key",
        "lead",
        "fact",
        "type-exact",
        "type-fits",
        "type-differs",
        "focus-head",
        "focus-beside",
        "role",
        "tree-near",
        "line-near",
        "repeats",
        "repeats-head",
        "length",
        "is-name",
        "is-value",
        "is-noun-phrase",
        "is-prepositional",
        "is-clause",
        "is-full",
        "list-wanted",
        "quoted",
        "preposition",
        "is-subject",
        "is-object",
        "apposition",
    ];
}

/// A value for every feature, in the order of [`Feature`].
pub type Features = [f64; Feature::COUNT];

/// Weights and thresholds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RankingFile", into = "RankingFile")]
pub struct Ranking {
    /// A weight for every feature.
    pub weights: Vec<f64>,
    /// The verdict's thresholds.
    pub verdict: Thresholds,
}

/// Below which support docent says that the document does not say.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Thresholds {
    /// The least share of the question's terms, by idf, that the evidence must hold.
    pub coverage: f64,
    /// The least probability that the best candidate is right.
    pub confidence: f64,
    /// How close in score a second reading must be for an `ambiguous` verdict, as a share of the best.
    pub ambiguous: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { coverage: 0.4, confidence: 0.3, ambiguous: 0.98 }
    }
}

/// The file `ranking.toml`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RankingFile {
    verdict: Thresholds,
    weights: BTreeMap<String, f64>,
}

impl Default for Ranking {
    fn default() -> Self {
        Self { weights: vec![0.0; Feature::COUNT], verdict: Thresholds::default() }
    }
}

impl TryFrom<RankingFile> for Ranking {
    type Error = String;

    fn try_from(file: RankingFile) -> Result<Self, String> {
        let mut ranking = Ranking { verdict: file.verdict, ..Ranking::default() };
        for (name, weight) in file.weights {
            let place = Feature::NAMES.iter().position(|n| *n == name);
            let place = place.ok_or_else(|| format!("unknown feature `{name}`, expected one of {}", Feature::NAMES.join(", ")))?;
            ranking.weights[place] = weight;
        }
        Ok(ranking)
    }
}

impl From<Ranking> for RankingFile {
    fn from(ranking: Ranking) -> Self {
        let weights = Feature::NAMES.iter().map(|n| n.to_string()).zip(ranking.weights).collect();
        Self { verdict: ranking.verdict, weights }
    }
}

impl Ranking {
    /// The score: features times weights.
    pub fn score(&self, features: &Features) -> f64 {
        features.iter().zip(&self.weights).map(|(f, w)| f * w).sum()
    }
}
