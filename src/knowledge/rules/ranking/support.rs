//! What the verdict looks at beside the features of the best candidate.

/// What the verdict looks at beside the features of the best candidate and the kind of question: what speaks for it being right. Values lie between 0 and 1
/// unless said otherwise.
///
/// The order is that of [`Support::NAMES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Support {
    /// Always 1.
    Bias,
    /// The candidate's score, in tens.
    Score,
    /// The share of the question's terms that the document knows which the sentence holds.
    Known,
    /// The share of the question's names that neither the sentence nor its surroundings hold.
    NamesMissing,
    /// The share of the question's names that the document does not know.
    NamesAbsent,
    /// The share of the question's nouns and adjectives that the document does not know.
    NounsAbsent,
    /// The question asks for a kind of thing ("which regiment") that is neither the candidate, nor beside it, nor in the sentence.
    FocusMissing,
    /// The candidate's share of all candidates' odds, those that say the same taken together.
    Share,
    /// The share of the odds that goes to the candidate's sentence.
    SentenceShare,
    /// Of its sentence's share, the part that goes to candidates which overlap it.
    SpanShare,
    /// The share of the question's words that neither the sentence, nor those beside it, nor the headings hold.
    Unexplained,
    /// The sentence is negated and the question is not, or the other way round.
    Negation,
    /// The share of the question's adjectives and adverbs that the sentence does not hold.
    ModifiersMissing,
    /// The question was misspelt.
    Corrected,
    /// How many words the question has, in tens.
    Length,
    /// The score of the nearest sentence without what the conversation adds, in tens.
    Nearest,
    /// How far the best candidate that overlaps it nowhere and is as much of the expected type lies behind, in tens, at most 1.
    Ahead,
    /// The question asks for several things.
    Several,
    /// The question asks how many there are.
    Count,
}

impl Support {
    /// How many there are.
    pub const COUNT: usize = Self::NAMES.len();

    /// The names in `ranking.toml`, in the order of the enum.
    pub const NAMES: [&'static str; 19] = [
        "bias",
        "score",
        "known",
        "names-missing",
        "names-absent",
        "nouns-absent",
        "focus-missing",
        "share",
        "sentence-share",
        "span-share",
        "unexplained",
        "negation",
        "modifiers-missing",
        "corrected",
        "length",
        "nearest",
        "ahead",
        "several",
        "count",
    ];
}

/// A value for everything the verdict looks at, in the order of [`Support`].
pub type Supports = [f64; Support::COUNT];
