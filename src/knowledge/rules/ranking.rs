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

/// What the verdict looks at: what speaks for the best candidate being right. Values lie between 0 and 1 unless said otherwise.
///
/// The order is that of [`Support::NAMES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Support {
    /// Always 1.
    Bias,
    /// The candidate's score, in tens.
    Score,
    /// How far the best candidate of another sentence lies behind, in tens, at most 1.
    Margin,
    /// The share of the question's terms that the document knows which the sentence holds.
    Coverage,
    /// The share of the question's names that neither the sentence nor its surroundings hold.
    NamesMissing,
    /// The share of the question's numbers that the sentence does not hold.
    NumbersMissing,
    /// The share of the question's nouns and adjectives that the document does not know.
    NounsAbsent,
    /// The share of the question's verbs that the document does not know.
    VerbsAbsent,
    /// The share of the question's verbs that the sentence does not hold.
    VerbsMissing,
    /// The question asks for a kind of thing ("which regiment") that is neither the candidate, nor beside it, nor in the sentence.
    FocusMissing,
    /// The candidate is exactly of the expected type.
    TypeExact,
    /// The candidate could be of the expected type.
    TypeFits,
    /// The candidate is of another type.
    TypeDiffers,
    /// The question has a date; the sentence has only others.
    TimeDiffers,
    /// The candidate fills the asked role.
    Role,
    /// The candidate is near, in the tree, to what question and sentence share.
    TreeNear,
}

impl Support {
    /// How many there are.
    pub const COUNT: usize = Self::NAMES.len();

    /// The names in `ranking.toml`, in the order of the enum.
    pub const NAMES: [&'static str; 16] = [
        "bias",
        "score",
        "margin",
        "coverage",
        "names-missing",
        "numbers-missing",
        "nouns-absent",
        "verbs-absent",
        "verbs-missing",
        "focus-missing",
        "type-exact",
        "type-fits",
        "type-differs",
        "time-differs",
        "role",
        "tree-near",
    ];
}

/// A value for everything the verdict looks at, in the order of [`Support`].
pub type Supports = [f64; Support::COUNT];

/// Weights and thresholds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RankingFile", into = "RankingFile")]
pub struct Ranking {
    /// A weight for every feature.
    pub weights: Vec<f64>,
    /// A weight for everything that the verdict looks at: their sum is the log-odds that the candidate is right.
    pub support: Vec<f64>,
    /// The least confidence (0 to 1) of an answer; below it the document does not say.
    pub threshold: f64,
}

impl Default for Ranking {
    fn default() -> Self {
        Self { weights: vec![0.0; Feature::COUNT], support: vec![0.0; Support::COUNT], threshold: 0.5 }
    }
}

/// The file `ranking.toml`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RankingFile {
    threshold: f64,
    weights: BTreeMap<String, f64>,
    verdict: BTreeMap<String, f64>,
}

impl TryFrom<RankingFile> for Ranking {
    type Error = String;

    fn try_from(file: RankingFile) -> Result<Self, String> {
        let weights = by_name(&Feature::NAMES, &file.weights)?;
        Ok(Ranking { weights, support: by_name(&Support::NAMES, &file.verdict)?, threshold: file.threshold })
    }
}

/// Weights in the order of their names; 0 for one that the file leaves out.
fn by_name(names: &[&str], weights: &BTreeMap<String, f64>) -> Result<Vec<f64>, String> {
    if let Some(unknown) = weights.keys().find(|k| !names.contains(&k.as_str())) {
        return Err(format!("unknown feature `{unknown}`, expected one of {}", names.join(", ")));
    }
    Ok(names.iter().map(|name| weights.get(*name).copied().unwrap_or(0.0)).collect())
}

impl From<Ranking> for RankingFile {
    fn from(ranking: Ranking) -> Self {
        let named = |names: &[&str], weights: Vec<f64>| names.iter().map(|n| n.to_string()).zip(weights).collect();
        let weights = named(&Feature::NAMES, ranking.weights);
        Self { threshold: ranking.threshold, weights, verdict: named(&Support::NAMES, ranking.support) }
    }
}

impl Ranking {
    /// The score: features times weights.
    pub fn score(&self, features: &Features) -> f64 {
        features.iter().zip(&self.weights).map(|(f, w)| f * w).sum()
    }

    /// How likely a candidate is right, from 0 to 1: the logistic function of supports times weights.
    pub fn confidence(&self, supports: &Supports) -> f64 {
        let odds: f64 = supports.iter().zip(&self.support).map(|(s, w)| s * w).sum();
        1.0 / (1.0 + (-odds).exp())
    }
}
