//! Initials: which long forms of a document an abbreviation stands for, and the other way round, though the document may never pair them.

use serde::{Deserialize, Serialize};

use crate::text::fold::fold;
use crate::text::term::{is_stop_word, term};

/// The names and quoted phrases of a document by their initials, and its abbreviations.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Initials {
    /// Initials and index terms of each phrase of two words or more; sorted.
    long: Vec<(String, Vec<String>)>,
    /// Words of two letters or more, all capitals, folded, each after its letters in order; sorted.
    short: Vec<(String, String)>,
}

/// Particles that abbreviations leave out, English and French.
const PARTICLES: [&str; 14] = ["a", "an", "and", "au", "aux", "d", "de", "des", "du", "et", "l", "la", "le", "les"];

impl Initials {
    /// The initials of a document's phrases; `words` are its words.
    pub fn new<'a>(phrases: impl Iterator<Item = &'a str>, words: impl Iterator<Item = &'a str>) -> Self {
        let mut long: Vec<(String, Vec<String>)> = phrases.filter_map(long_form).collect();
        let mut short: Vec<(String, String)> =
            words.filter(|word| is_abbreviation(word)).map(|word| fold(word).into_owned()).map(|s| (sorted(&s), s)).collect();
        long.sort();
        long.dedup();
        short.sort();
        short.dedup();
        Self { long, short }
    }

    /// Whether a phrase has these initials in this order.
    pub fn has(&self, short: &str) -> bool {
        self.long.iter().any(|(initials, _)| initials == short)
    }

    /// The long forms, each as its index terms, that a folded abbreviation may stand for: those with its initials, else the only one that has them in another
    /// order, as names translated from French do.
    pub fn long_forms(&self, short: &str) -> Vec<&[String]> {
        let exact: Vec<&[String]> = self.long.iter().filter(|(initials, _)| initials == short).map(|(_, terms)| &terms[..]).collect();
        let letters = sorted(short);
        if !exact.is_empty() || short.len() < 3 {
            return exact;
        }
        let mut other = self.long.iter().filter(|(initials, _)| initials.len() == letters.len() && sorted(initials) == letters);
        match (other.next(), other.next()) {
            (Some((_, only)), None) => vec![only],
            _ => exact,
        }
    }

    /// The document's abbreviation of a phrase, folded: one of its initials, else the only one that has them in another order.
    pub fn short_form(&self, phrase: &str) -> Option<&str> {
        if self.short.is_empty() {
            return None;
        }
        let initials = initials(&told_words(&fold(phrase)))?;
        let letters = sorted(&initials);
        let same = &self.short[self.short.partition_point(|(own, _)| *own < letters)..];
        let mut same = same.iter().take_while(|(own, _)| *own == letters).map(|(_, short)| short.as_str());
        let exact = same.clone().find(|short| *short == initials);
        exact.or(match (same.next().filter(|short| short.len() > 2), same.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        })
    }
}

/// The initials of a phrase's words and their terms, particles left out; `None` below two words.
fn long_form(phrase: &str) -> Option<(String, Vec<String>)> {
    let folded = fold(phrase);
    let words = told_words(&folded);
    initials(&words).map(|initials| (initials, words.iter().map(|w| term(w)).collect()))
}

/// The words of a folded phrase without particles.
fn told_words(folded: &str) -> Vec<&str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !PARTICLES.contains(w) && !is_stop_word(w)).collect()
}

/// The first letters of two to eight words.
fn initials(words: &[&str]) -> Option<String> {
    (2..=8).contains(&words.len()).then(|| words.iter().filter_map(|w| w.chars().next()).collect())
}

fn is_abbreviation(word: &str) -> bool {
    (2..=8).contains(&word.len()) && word.chars().all(|c| c.is_uppercase() || c == '.')
}

/// The letters of a word in the order of the alphabet.
fn sorted(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_and_their_long_forms() {
        let phrases = ["Miners' Union of Oxmoor", "contrat de premier emploi", "Green Workers Party", "Ada Brook"];
        let initials = Initials::new(phrases.into_iter(), ["UNB", "Oxmoor", "BBC"].into_iter());
        let long = |short: &str| initials.long_forms(short).iter().map(|terms| terms.join(" ")).collect::<Vec<_>>();
        assert_eq!(long("muo"), ["miner union oxmoor"]);
        assert_eq!(long("cpe"), ["contrat premier emploi"]);
        assert_eq!(long("pgw"), ["green worker parti"]);
        assert_eq!(long("ba"), [""; 0]);
        assert_eq!(initials.short_form("Union of the Northern Bakers"), Some("unb"));
        assert_eq!(initials.short_form("Northern Bakers Union"), Some("unb"));
        assert_eq!(initials.short_form("Oxmoor"), None);
    }
}
