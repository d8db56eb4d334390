//! What the verdict on a yes/no question looks at.

/// What is looked at in a sentence and a yes/no question: whether the sentence is about what is asked, and how it bears on it. Values lie between 0 and 1.
///
/// The order is that of [`Bearing::NAMES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Bearing {
    /// Always 1.
    Bias,
    /// The sentence's share of the odds among the nearest.
    Odds,
    /// It is the nearest.
    Nearest,
    /// How much of the question it holds.
    Share,
    /// The same, a word near in meaning counting as far as it is near.
    Alike,
    /// How near it is in meaning as a whole.
    About,
    /// It holds more than the least share that a yes needs by itself.
    Enough,
    /// It has the word around which the claim is made.
    Root,
    /// How near its nearest word is to that in meaning.
    RootAlike,
    /// A name of the question is missing.
    LacksName,
    /// A date or number of the question is there.
    ValueHeld,
    /// A number of the question is another there.
    ValueDiffers,
    /// A number of the question is not there.
    ValueMissing,
    /// Its dates are others.
    DateDiffers,
    /// It has no date, and the question has.
    DateMissing,
    /// It holds all of the question but its date, and has another.
    Redated,
    /// It lacks a small word that makes the claim another one.
    LacksTurn,
    /// Something in it contradicts the claim: another value, rank or place, an exception, exchanged roles.
    Contradicts,
    /// It has an opposite of a word of the question.
    Opposite,
    /// The same, negated: what is not so speaks for what is asked.
    OppositeNegated,
    /// It has something else in the place of what is asked about.
    Filler,
    /// What question and sentence share is negated in one of them.
    Negated,
    /// How much of what they share, by meaning, is negated.
    NegatedShare,
    /// It denies something, and the question does not.
    Denies,
    /// It says that what is asked did not come about.
    Refused,
    /// How much of what they share hangs on a verb of refusing.
    Hindered,
    /// The question denies or refuses something itself.
    AskedDenies,
    /// Question and sentence both do.
    BothDeny,
    /// The question doubts: "ever", "any", "really".
    Doubts,
    /// What question and sentence share is said to be untrue: "the claim is false".
    Untrue,
    /// The rules find that it asserts the claim.
    Asserts,
    /// The same, as far as it holds the question.
    AssertsAll,
    /// The rules find that it denies the claim.
    Rebuts,
    /// The same, as far as it holds the rest of the question.
    RebutsAll,
    /// How much of the question the sentence, those beside it and the headings leave unexplained.
    Unexplained,
}

impl Bearing {
    /// How many there are.
    pub const COUNT: usize = Self::NAMES.len();

    /// The names in `ranking.toml`, in the order of the enum.
    pub const NAMES: [&'static str; 35] = [
        "bias",
        "odds",
        "nearest",
        "share",
        "alike",
        "about",
        "enough",
        "root",
        "root-alike",
        "lacks-name",
        "value-held",
        "value-differs",
        "value-missing",
        "date-differs",
        "date-missing",
        "redated",
        "lacks-turn",
        "contradicts",
        "opposite",
        "opposite-negated",
        "filler",
        "negated",
        "negated-share",
        "denies",
        "refused",
        "hindered",
        "asked-denies",
        "both-deny",
        "doubts",
        "untrue",
        "asserts",
        "asserts-all",
        "rebuts",
        "rebuts-all",
        "unexplained",
    ];
}

/// A value for everything that the verdict on a yes/no question looks at, in the order of [`Bearing`].
pub type Bearings = [f64; Bearing::COUNT];
