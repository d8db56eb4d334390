//! The ranker's weights, as `ranking.toml` gives them.

mod bearing;
mod feature;
mod sign;
mod support;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use bearing::{Bearing, Bearings};
pub use feature::{Feature, Features};
pub use sign::{METHODS, Sign, Signs};
pub use support::{Support, Supports};

/// Kinds of question that have weights of their own, by the answer they want. A question of another type goes by the shared weights alone.
pub const CLASSES: [&str; 12] =
    ["abbreviation", "count", "date", "definition", "description", "entity", "group", "manner", "number", "person", "place", "reason"];

/// The place among [`CLASSES`] of an answer type such as `LOC:city`, if it has weights of its own.
pub fn class(answer_type: &str) -> Option<usize> {
    let name = match answer_type {
        "NUM:date" => "date",
        "NUM:count" => "count",
        "HUM:gr" => "group",
        "DESC:def" | "HUM:desc" => "definition",
        "DESC:reason" => "reason",
        "DESC:manner" => "manner",
        _ => match answer_type.split(':').next().unwrap_or_default() {
            "NUM" => "number",
            "HUM" => "person",
            "LOC" => "place",
            "ENTY" => "entity",
            "DESC" => "description",
            "ABBR" => "abbreviation",
            _ => return None,
        },
    };
    CLASSES.iter().position(|c| *c == name)
}

/// Weights and thresholds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RankingFile", into = "RankingFile")]
pub struct Ranking {
    /// A weight for every feature of a sentence: their sum is the log-odds, among sentences, that the answer stands in it.
    pub sentences: Vec<f64>,
    /// A weight for every feature of a candidate.
    pub shared: Vec<f64>,
    /// For each of [`CLASSES`], what is added to the shared weights.
    pub own: Vec<Vec<f64>>,
    /// What makes the best candidate sure.
    pub verdict: Certainty,
    /// The least confidence (0 to 1) of an answer; below it the document does not say.
    pub threshold: f64,
    /// For each of [`METHODS`], a weight for every sign: their sum is the log-odds that an answer found in that way is right.
    pub methods: Vec<Vec<f64>>,
    /// The least confidence (0 to 1) of an answer found in one of these ways.
    pub method_threshold: f64,
    /// What a sentence must show to say yes or no.
    pub yes_no: YesNo,
}

/// What the verdict on the best candidate goes by: the sum of all weights that apply is the log-odds that the candidate is right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Certainty {
    /// A weight for each [`Support`].
    pub supports: Vec<f64>,
    /// A weight for each [`Feature`] of the candidate.
    pub features: Vec<f64>,
    /// A weight for each of [`CLASSES`].
    pub kinds: Vec<f64>,
}

impl Default for Certainty {
    fn default() -> Self {
        Self { supports: vec![0.0; Support::COUNT], features: vec![0.0; Feature::COUNT], kinds: vec![0.0; CLASSES.len()] }
    }
}

impl Certainty {
    /// How likely a candidate is right, from 0 to 1. `class`: the place of the question's kind among [`CLASSES`].
    pub fn of(&self, supports: &Supports, features: &Features, class: Option<usize>) -> f64 {
        let sum = |values: &[f64], weights: &[f64]| values.iter().zip(weights).map(|(v, w)| v * w).sum::<f64>();
        let odds = sum(supports, &self.supports) + sum(features, &self.features) + class.map_or(0.0, |class| self.kinds[class]);
        1.0 / (1.0 + (-odds).exp())
    }
}

/// How a sentence's bearing on a yes/no question counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct YesNo {
    /// For a yes and for a no, a weight for everything that the verdict looks at: their sums are the log-odds against the sentence saying neither.
    pub weights: [Vec<f64>; 2],
    /// The least confidence (0 to 1) of a yes or no.
    pub threshold: f64,
    /// The same, where the rules find it too.
    pub ruled_threshold: f64,
}

impl Default for YesNo {
    fn default() -> Self {
        let none = vec![0.0; Bearing::COUNT];
        Self { weights: [none.clone(), none], threshold: 0.5, ruled_threshold: 0.0 }
    }
}

impl YesNo {
    /// How likely it is, from 0 to 1, that a sentence says yes, and that it says no.
    pub fn odds(&self, bearings: &Bearings) -> [f64; 2] {
        let sum = |weights: &Vec<f64>| bearings.iter().zip(weights).map(|(b, w)| b * w).sum::<f64>();
        let [yes, no] = [sum(&self.weights[0]), sum(&self.weights[1])];
        let top = yes.max(no).max(0.0);
        let all = (yes - top).exp() + (no - top).exp() + (-top).exp();
        [(yes - top).exp() / all, (no - top).exp() / all]
    }
}

impl Default for Ranking {
    fn default() -> Self {
        let none = vec![0.0; Feature::COUNT];
        Self {
            own: vec![none.clone(); CLASSES.len()],
            sentences: none.clone(),
            shared: none,
            verdict: Certainty::default(),
            threshold: 0.5,
            methods: vec![vec![0.0; Sign::COUNT]; METHODS.len()],
            method_threshold: 0.5,
            yes_no: YesNo::default(),
        }
    }
}

/// The file `ranking.toml`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RankingFile {
    threshold: f64,
    #[serde(default)]
    sentences: BTreeMap<String, f64>,
    weights: BTreeMap<String, f64>,
    #[serde(default)]
    by_answer: BTreeMap<String, BTreeMap<String, f64>>,
    verdict: VerdictTable,
    #[serde(default)]
    method_threshold: f64,
    #[serde(default)]
    methods: BTreeMap<String, BTreeMap<String, f64>>,
    #[serde(default)]
    yes_no: YesNoTable,
}

/// Its table `[verdict]`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct VerdictTable {
    supports: BTreeMap<String, f64>,
    features: BTreeMap<String, f64>,
    kinds: BTreeMap<String, f64>,
}

/// Its table `[yes-no]`.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct YesNoTable {
    threshold: f64,
    ruled_threshold: f64,
    yes: BTreeMap<String, f64>,
    no: BTreeMap<String, f64>,
}

impl TryFrom<RankingFile> for Ranking {
    type Error = String;

    fn try_from(file: RankingFile) -> Result<Self, String> {
        if let Some(unknown) = file.by_answer.keys().find(|k| !CLASSES.contains(&k.as_str())) {
            return Err(format!("unknown kind of answer `{unknown}`, expected one of {}", CLASSES.join(", ")));
        }
        if let Some(unknown) = file.methods.keys().find(|k| !METHODS.contains(&k.as_str())) {
            return Err(format!("unknown way of finding `{unknown}`, expected one of {}", METHODS.join(", ")));
        }
        let none = BTreeMap::new();
        let methods = METHODS.iter().map(|method| by_name(&Sign::NAMES, file.methods.get(*method).unwrap_or(&none)));
        let own = CLASSES.iter().map(|class| by_name(&Feature::NAMES, file.by_answer.get(*class).unwrap_or(&none)));
        Ok(Ranking {
            sentences: by_name(&Feature::NAMES, &file.sentences)?,
            shared: by_name(&Feature::NAMES, &file.weights)?,
            own: own.collect::<Result<_, _>>()?,
            verdict: Certainty {
                supports: by_name(&Support::NAMES, &file.verdict.supports)?,
                features: by_name(&Feature::NAMES, &file.verdict.features)?,
                kinds: by_name(&CLASSES, &file.verdict.kinds)?,
            },
            threshold: file.threshold,
            methods: methods.collect::<Result<_, _>>()?,
            method_threshold: file.method_threshold,
            yes_no: YesNo {
                weights: [by_name(&Bearing::NAMES, &file.yes_no.yes)?, by_name(&Bearing::NAMES, &file.yes_no.no)?],
                threshold: file.yes_no.threshold,
                ruled_threshold: file.yes_no.ruled_threshold,
            },
        })
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
        let own = CLASSES.iter().zip(ranking.own).map(|(class, own)| (class.to_string(), named(&Feature::NAMES, own)));
        let YesNo { weights: [yes, no], threshold, ruled_threshold } = ranking.yes_no;
        Self {
            yes_no: YesNoTable { threshold, ruled_threshold, yes: named(&Bearing::NAMES, yes), no: named(&Bearing::NAMES, no) },
            threshold: ranking.threshold,
            method_threshold: ranking.method_threshold,
            methods: METHODS.iter().zip(ranking.methods).map(|(method, own)| (method.to_string(), named(&Sign::NAMES, own))).collect(),
            by_answer: own.collect(),
            sentences: named(&Feature::NAMES, ranking.sentences),
            weights: named(&Feature::NAMES, ranking.shared),
            verdict: VerdictTable {
                supports: named(&Support::NAMES, ranking.verdict.supports),
                features: named(&Feature::NAMES, ranking.verdict.features),
                kinds: named(&CLASSES, ranking.verdict.kinds),
            },
        }
    }
}

/// The weights of features: of sentences, or of candidates for one question, the shared ones and those of its kind added to them.
#[derive(Debug, Clone)]
pub struct Weights(Features);

impl Weights {
    /// The score: features times weights.
    pub fn score(&self, features: &Features) -> f64 {
        features.iter().zip(&self.0).map(|(f, w)| f * w).sum()
    }

    /// What a feature gives: its value times its weight.
    pub fn share(&self, feature: usize, features: &Features) -> f64 {
        self.0[feature] * features[feature]
    }
}

impl Ranking {
    /// The weights for sentences.
    pub fn sentence_weights(&self) -> Weights {
        Weights(std::array::from_fn(|feature| self.sentences[feature]))
    }

    /// The weights for a question that wants an answer of this type.
    pub fn weights(&self, answer_type: &str) -> Weights {
        let mut weights: Features = std::array::from_fn(|feature| self.shared[feature]);
        if let Some(own) = class(answer_type).and_then(|class| self.own.get(class)) {
            weights.iter_mut().zip(own).for_each(|(weight, own)| *weight += own);
        }
        Weights(weights)
    }
}
