//! Words of closed classes, which end a noun phrase or stand in it without being its head.

/// What a word of a closed class is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// Articles, possessives, demonstratives, quantifiers.
    Determiner,
    /// Prepositions, conjunctions.
    Preposition,
    /// Forms of be, do and have; modals.
    Auxiliary,
    /// Pronouns, question words, adverbs that begin or end no noun phrase.
    Other,
    /// Words that stand before a head and are seldom one themselves, although WordNet knows them as nouns.
    Modifier,
}

impl Closed {
    /// The closed class of a lower-case word, if it belongs to one.
    pub fn of(word: &str) -> Option<Self> {
        Some(match word {
            "a" | "all" | "an" | "another" | "any" | "both" | "each" | "every" | "her" | "his" | "its" | "my" | "no" | "our" | "some"
            | "that" | "the" | "their" | "these" | "this" | "those" | "your" => Self::Determiner,
            "about" | "above" | "across" | "after" | "against" | "along" | "amid" | "among" | "around" | "as" | "at" | "because"
            | "before" | "behind" | "below" | "beneath" | "beside" | "besides" | "between" | "beyond" | "but" | "by" | "despite"
            | "during" | "except" | "for" | "from" | "if" | "in" | "inside" | "into" | "like" | "near" | "of" | "off" | "on" | "onto"
            | "or" | "out" | "outside" | "over" | "per" | "since" | "than" | "through" | "throughout" | "till" | "to" | "toward"
            | "towards" | "under" | "until" | "up" | "upon" | "via" | "whether" | "while" | "with" | "within" | "without" | "worth" => {
                Self::Preposition
            }
            "am" | "are" | "be" | "been" | "being" | "can" | "could" | "did" | "do" | "does" | "had" | "has" | "have" | "is" | "may"
            | "might" | "must" | "shall" | "should" | "was" | "were" | "will" | "would" => Self::Auxiliary,
            "again" | "almost" | "also" | "always" | "and" | "ever" | "he" | "here" | "herself" | "him" | "himself" | "how" | "i"
            | "it" | "itself" | "just" | "me" | "not" | "now" | "often" | "once" | "originally" | "recently" | "she" | "so"
            | "sometimes" | "them" | "then" | "there" | "they" | "today" | "tomorrow" | "tonight" | "us" | "usually" | "we" | "what"
            | "when" | "where" | "which" | "who" | "whom" | "whose" | "why" | "yesterday" | "you" => Self::Other,
            "average" | "best" | "common" | "different" | "eight" | "eligible" | "enough" | "famous" | "few" | "final" | "first"
            | "five" | "following" | "four" | "full" | "good" | "great" | "last" | "main" | "many" | "million" | "more" | "most"
            | "new" | "next" | "nine" | "normal" | "old" | "one" | "only" | "original" | "other" | "perfect" | "popular" | "same"
            | "seven" | "several" | "six" | "ten" | "three" | "top" | "twelve" | "two" | "various" | "wild" => Self::Modifier,
            _ => return None,
        })
    }
}
