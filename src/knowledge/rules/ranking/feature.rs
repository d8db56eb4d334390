//! The features that the ranker looks at.

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
    /// The share of the question's terms that the sentence holds, each counting the same.
    Plain,
    /// How far the sentence's best span is behind that of the best sentence, of ten points of score: -0.8 to 0. Of spans: 0.
    BestSpan,
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
    /// The longest run of the question's words that stands in the sentence in the same order, as a share of them.
    Sequence,
    /// The share of the question's terms that the paragraph holds, and neither the sentence nor those beside it.
    Paragraph,
    /// The share of the question's names that the sentence means by a pronoun or a description, as its facts resolve it.
    Referred,
    /// The word before the span, articles and prepositions passed over, is one of the question's.
    WordBefore,
    /// The word after the span is one of the question's.
    WordAfter,
    /// The word that the span depends on is one of the question's.
    ParentShared,
    /// Another word that depends on the same one is one of the question's.
    SiblingShared,
    /// A word outside the span that depends on its head is one of the question's.
    ChildShared,
    /// The share of the sentence's shared words, by idf, that stand in the span's own clause.
    ClauseShared,
    /// The span is what the sentence says that something is.
    Predicate,
    /// The span follows "in".
    AfterIn,
    /// The span follows "on".
    AfterOn,
    /// The span follows "at".
    AfterAt,
    /// The span follows "by".
    AfterBy,
    /// The span follows "of".
    AfterOf,
    /// The span follows "for".
    AfterFor,
    /// The span follows "to".
    AfterTo,
    /// The span follows "from".
    AfterFrom,
    /// The span follows "with".
    AfterWith,
    /// The span follows "as".
    AfterAs,
    /// The span follows another preposition.
    AfterOther,
    /// The span's head is a proper noun.
    HeadProper,
    /// The span's head is a plural.
    HeadPlural,
    /// The span's head is a verb.
    HeadVerb,
    /// The span's head is an adjective or adverb.
    HeadAdjective,
    /// The span is one word.
    OneWord,
    /// The span is two words.
    TwoWords,
    /// The span is six to ten words.
    ManyWords,
    /// The span is longer than ten words.
    LongSpan,
    /// The span follows "a" or "an".
    Indefinite,
    /// The span stands in brackets.
    Bracketed,
    /// The span opens the sentence.
    OpensSentence,
    /// The span is only a part of a longer noun phrase.
    Modified,
    /// How rare the span's words are in the document (0 to 1).
    Rare,
    /// The span is a clause that answers why or how, or says what something is, as the question asks.
    Asked,
    /// How alike the ways are, in the two trees, from the span and from the question word to the words that question and sentence share.
    PathAgrees,
    /// The span plays the part in its clause that the question word plays in the question, whatever the verb.
    RelationAgrees,
    /// The span is a name that has the question's focus in it ("which school": "the Ashby School").
    FocusNamed,
    /// The span is the topic of the document itself.
    IsTopic,
    /// How near in meaning to the question's terms the nearest words of the sentence are, by idf; no less than `coverage`.
    Alike,
    /// How near in meaning the sentence as a whole is to the question.
    About,
    /// How near in meaning the span's head is to the question's focus.
    FocusAlike,
    /// In a conversation: the last answer rests on the sentence, or on one near it.
    Context,
    /// The subject of the span's clause is the one whom the question asks about.
    SubjectAgrees,
    /// The subject of the span's clause is somebody else.
    SubjectDiffers,
}

impl Feature {
    /// How many features there are.
    pub const COUNT: usize = Self::NAMES.len();

    /// The features' names in `ranking.toml` and in explanations, in the order of the enum.
    pub const NAMES: [&'static str; 86] = [
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
        "plain",
        "best-span",
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
        "sequence",
        "paragraph",
        "referred",
        "word-before",
        "word-after",
        "parent-shared",
        "sibling-shared",
        "child-shared",
        "clause-shared",
        "predicate",
        "after-in",
        "after-on",
        "after-at",
        "after-by",
        "after-of",
        "after-for",
        "after-to",
        "after-from",
        "after-with",
        "after-as",
        "after-other",
        "head-proper",
        "head-plural",
        "head-verb",
        "head-adjective",
        "one-word",
        "two-words",
        "many-words",
        "long-span",
        "indefinite",
        "bracketed",
        "opens-sentence",
        "modified",
        "rare",
        "asked",
        "path-agrees",
        "relation-agrees",
        "focus-named",
        "is-topic",
        "alike",
        "about",
        "focus-alike",
        "context",
        "subject-agrees",
        "subject-differs",
    ];
}

/// A value for every feature, in the order of [`Feature`].
pub type Features = [f64; Feature::COUNT];
