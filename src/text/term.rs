//! Terms: the keys under which words are indexed and compared, and the words too common to be one.

use frostem::{Algorithm, Stemmer};

use super::fold::fold;
use super::sieve::Sieve;
use super::wordnet::{Pos, base_form};

/// The key of a word or lemma: folded and stemmed (Snowball's English stemmer), so that "Elections" and "election" share one.
pub fn term(word: &str) -> String {
    let folded = fold(word);
    if folded.chars().any(|c| c.is_ascii_digit()) {
        return folded.replace(',', "");
    }
    Stemmer::new(Algorithm::English).stem(&folded).into_owned()
}

/// The key of a word in a sentence: that of its lemma, if the lemma is plainly one of this word, else that of the word as it stands.
///
/// A fitted lemmatiser may give a rare name the lemma of another word; the word's own letters and the list of irregular forms tell.
pub fn key(shown: &str, lemma: &str) -> String {
    let (folded, base) = (fold(shown), fold(lemma));
    let alike = folded.chars().zip(base.chars()).take_while(|(a, b)| a == b).count();
    let plain = alike >= 2 || alike == base.chars().count();
    let irregular = || [Pos::Verb, Pos::Noun, Pos::Adjective].into_iter().any(|pos| base_form(&folded, pos) == Some(&*base));
    if plain || irregular() { term(lemma) } else { term(shown) }
}

/// The terms by which a phrase may be found, all of a list together: those of its words that say something, and, since a document's words are indexed by
/// their lemmas, that of a single word's base form as a verb.
pub fn terms_of(phrase: &str) -> Vec<Vec<String>> {
    let folded = fold(phrase);
    let own = content_terms(folded.split_whitespace().map(term).collect());
    let base = base_form(&folded, Pos::Verb).map(|base| vec![term(base)]);
    let base = base.filter(|base| *base != own);
    [Some(own), base].into_iter().flatten().filter(|keys| !keys.is_empty()).collect()
}

/// Whether a folded word says too little to search by: articles, pronouns, auxiliaries, prepositions, question words.
pub fn is_stop_word(folded: &str) -> bool {
    SIEVE.passes(folded) && STOP_WORDS.binary_search(&folded).is_ok()
}

/// The terms of a phrase that say something; all of them where none does.
pub fn content_terms(mut terms: Vec<String>) -> Vec<String> {
    if terms.len() > 1 && terms.iter().any(|t| !is_stop_word(t)) {
        terms.retain(|t| !is_stop_word(t));
    }
    terms
}

/// All words of [`is_stop_word`].
pub fn stop_words() -> &'static [&'static str] {
    STOP_WORDS
}

static SIEVE: Sieve = Sieve::of(STOP_WORDS);

/// Sorted; a test says so.
const STOP_WORDS: &[&str] = &[
    "'d",
    "'ll",
    "'m",
    "'re",
    "'s",
    "'ve",
    "a",
    "about",
    "actually",
    "after",
    "again",
    "all",
    "also",
    "although",
    "am",
    "an",
    "and",
    "any",
    "anyway",
    "are",
    "aren't",
    "as",
    "at",
    "be",
    "because",
    "been",
    "before",
    "being",
    "both",
    "but",
    "by",
    "ca",
    "can",
    "cannot",
    "could",
    "did",
    "didn't",
    "do",
    "does",
    "doesn't",
    "doing",
    "don't",
    "during",
    "each",
    "either",
    "else",
    "etc",
    "ever",
    "exactly",
    "for",
    "from",
    "further",
    "get",
    "give",
    "given",
    "gives",
    "go",
    "got",
    "had",
    "has",
    "have",
    "having",
    "he",
    "her",
    "here",
    "hers",
    "herself",
    "him",
    "himself",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "into",
    "is",
    "isn't",
    "it",
    "its",
    "itself",
    "just",
    "know",
    "list",
    "many",
    "me",
    "might",
    "more",
    "most",
    "much",
    "must",
    "my",
    "n't",
    "name",
    "neither",
    "no",
    "nor",
    "not",
    "of",
    "off",
    "ok",
    "okay",
    "on",
    "or",
    "other",
    "our",
    "out",
    "over",
    "own",
    "please",
    "really",
    "shall",
    "she",
    "should",
    "since",
    "so",
    "some",
    "such",
    "tell",
    "than",
    "that",
    "the",
    "their",
    "theirs",
    "them",
    "themselves",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "through",
    "to",
    "too",
    "under",
    "until",
    "up",
    "upon",
    "us",
    "very",
    "was",
    "wasn't",
    "we",
    "well",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "would",
    "yes",
    "you",
    "your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_stem_share_a_term() {
        for (a, b) in [("Elections", "election"), ("Élysée", "elysee"), ("1,800", "1800"), ("running", "run")] {
            assert_eq!(term(a), term(b));
        }
        assert_ne!(term("university"), term("universe"));
    }

    #[test]
    fn stop_words_are_sorted() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("the") && !is_stop_word("strike"));
    }
}
