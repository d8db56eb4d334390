//! What the verdict looks at.

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
    /// The share of the question's names that the document does not know.
    NamesAbsent,
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
    /// The candidate's share of all candidates' odds, those that say the same taken together.
    Share,
    /// The share of the odds that goes to the candidate's sentence.
    SentenceShare,
    /// Of its sentence's share, the part that goes to candidates which overlap it.
    SpanShare,
    /// The share of the question's neighbouring words that are neighbours in the sentence.
    Bigrams,
    /// The share of the question's head-dependent pairs that are linked in the sentence.
    Links,
    /// How alike the ways to the shared words are in the two trees.
    PathAgrees,
    /// The share of the question's words that neither the sentence, nor those beside it, nor the headings hold.
    Unexplained,
    /// The share of the question's words that stand in the document, but not in the sentence's paragraph.
    Elsewhere,
    /// The sentence holds the opposite of a word of the question that it lacks.
    Opposite,
    /// The sentence is negated and the question is not, or the other way round.
    Negation,
    /// The share of the question's adjectives and adverbs that the sentence does not hold.
    ModifiersMissing,
    /// The candidate repeats words of the question.
    Repeats,
    /// The question asks when, or for a number.
    Numeric,
    /// The question asks for somebody or some place.
    Named,
    /// In a conversation: the last answer rests on the sentence, or on one near it.
    Context,
    /// The subject of the candidate's clause is the one whom the question asks about.
    SubjectAgrees,
    /// The subject of the candidate's clause is somebody else.
    SubjectDiffers,
}

impl Support {
    /// How many there are.
    pub const COUNT: usize = Self::NAMES.len();

    /// The names in `ranking.toml`, in the order of the enum.
    pub const NAMES: [&'static str; 34] = [
        "bias",
        "score",
        "margin",
        "coverage",
        "names-missing",
        "names-absent",
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
        "share",
        "sentence-share",
        "span-share",
        "bigrams",
        "links",
        "path-agrees",
        "unexplained",
        "elsewhere",
        "opposite",
        "negation",
        "modifiers-missing",
        "repeats",
        "numeric",
        "named",
        "context",
        "subject-agrees",
        "subject-differs",
    ];
}

/// A value for everything the verdict looks at, in the order of [`Support`].
pub type Supports = [f64; Support::COUNT];
