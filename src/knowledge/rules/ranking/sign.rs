//! What the verdict on an answer looks at that was found in another way than by ranking pieces of sentences.

/// The ways of finding an answer that are weighed by signs, as `ranking.toml` names their tables, in the order of `Method` in `answer/method.rs`.
pub const METHODS: [&str; 5] = ["list", "clause", "definition", "telling", "summary"];

/// What is looked at in the sentence that the answer rests on, and in the answer. Values lie between 0 and 1.
///
/// The order is that of [`Sign::NAMES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Sign {
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
    /// How much of the question the sentence, those beside it and the headings leave unexplained.
    Unexplained,
    /// How much of the question those beside it hold.
    Around,
    /// The share of the question's names that neither it nor its surroundings hold.
    NamesMissing,
    /// A verb of the question is missing.
    VerbsMissing,
    /// How near in meaning the nearest word to the verb is that is least near.
    VerbAlike,
    /// The share of the question's nouns that the document does not know.
    NounsAbsent,
    /// It has another date than the question.
    TimeDiffers,
    /// It has a date of the question.
    TimeAgrees,
    /// How much of the question stands side by side in it.
    Together,
    /// All of the question does.
    AllTogether,
    /// The kind of thing that is asked for is missing.
    FocusMissing,
    /// How near in meaning the nearest word to that is.
    FocusAlike,
    /// How sure the best candidate is, where it stands in the sentence.
    SureHere,
    /// How sure it is, where it stands in another.
    SureElsewhere,
    /// The best candidate is part of the answer.
    Overlaps,
    /// The best candidate stands in the sentence, outside the answer.
    BestDiffers,
    /// The answer's length in words, logarithmically; 1 is about fifty.
    Length,
    /// How plainly what the way of finding goes by stands there.
    Plain,
    /// Of a clause: how much of the question stands in it.
    Inside,
    /// How much stands in the clause that it hangs on.
    Above,
    /// Of a list: the question asks for several things.
    AsksSeveral,
    /// It asks for one.
    AsksOne,
    /// It has neither question word nor auxiliary.
    Keywords,
    /// It asks for as many things as there are.
    NumberAgrees,
    /// It asks for another number of things.
    NumberDiffers,
    /// The list hangs on a word of the question.
    Anchored,
    /// All items are of the type asked for.
    AllExact,
    /// One item is of the type asked for.
    OneExact,
    /// An item is of another type.
    OneDiffers,
    /// An item repeats the question.
    Repeats,
    /// There are two items.
    Two,
    /// There are more than five.
    Many,
    /// It is the only list of the sentence.
    Sole,
    /// It fills a line of the infobox.
    Boxed,
    /// It is the only list of the nearest sentence, has three items or as many as are asked for, and the question asks for several.
    Clear,
}

impl Sign {
    /// How many there are.
    pub const COUNT: usize = Self::NAMES.len();

    /// The names in `ranking.toml`, in the order of the enum.
    pub const NAMES: [&'static str; 41] = [
        "bias",
        "odds",
        "nearest",
        "share",
        "alike",
        "about",
        "unexplained",
        "around",
        "names-missing",
        "verbs-missing",
        "verb-alike",
        "nouns-absent",
        "time-differs",
        "time-agrees",
        "together",
        "all-together",
        "focus-missing",
        "focus-alike",
        "sure-here",
        "sure-elsewhere",
        "overlaps",
        "best-differs",
        "length",
        "plain",
        "inside",
        "above",
        "asks-several",
        "asks-one",
        "keywords",
        "number-agrees",
        "number-differs",
        "anchored",
        "all-exact",
        "one-exact",
        "one-differs",
        "repeats",
        "two",
        "many",
        "sole",
        "boxed",
        "clear",
    ];
}

/// A value for every sign, in the order of [`Sign`].
pub type Signs = [f64; Sign::COUNT];
