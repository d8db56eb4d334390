//! What is known of names and nouns beforehand: given names, places, peoples, titles, kinds of things.
//!
//! The lists in `knowledge/english/` are sorted by their first column, lower case and without accents, and searched where they
//! lie in the program: nothing is read or built at the start.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::NameKind;
use crate::text::table::{Table, table};

static GIVEN_NAMES: &Table = table!(include_str!("../../../knowledge/english/given-names.tsv"));
static PLACES: &Table = table!(include_str!("../../../knowledge/english/places.tsv"));
static GROUPS: &Table = table!(include_str!("../../../knowledge/english/groups.tsv"));
static TITLES: &Table = table!(include_str!("../../../knowledge/english/titles.tsv"));
static NOUNS: &Table = table!(include_str!("../../../knowledge/english/nouns.tsv"));
static FUNCTION_WORDS: &Table = table!(include_str!("../../../knowledge/english/function-words.txt"));

/// A person's gender, as far as a name or a title tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Gender {
    Feminine,
    Masculine,
}

/// A word as the lists spell it: lower case, no accents, straight apostrophes.
pub(super) fn fold(word: &str) -> CompactString {
    let mut folded = if word.is_ascii() { CompactString::new(word) } else { any_ascii::any_ascii(word).into() };
    folded.make_ascii_lowercase();
    folded
}

fn gender(letter: &str) -> Option<Gender> {
    match letter {
        "f" => Some(Gender::Feminine),
        "m" => Some(Gender::Masculine),
        _ => None,
    }
}

/// Whether `word` is a common given name; inside, the gender it tells, if it does. A double name goes by its first half; where that is
/// given to either, a second half for men tells ("Jean-Pierre", though not "Jean-Marie").
pub fn given_name(word: &str) -> Option<Option<Gender>> {
    let key = fold(word);
    if let Some(letter) = GIVEN_NAMES.find(&key) {
        return Some(gender(letter));
    }
    let (first, second) = key.split_once('-')?;
    let masculine = || GIVEN_NAMES.find(second).and_then(gender).filter(|g| *g == Gender::Masculine);
    GIVEN_NAMES.find(first).map(|letter| gender(letter).or_else(masculine))
}

/// Whether `word`, with or without its point, is a title or form of address; inside, the gender it tells, if it does.
pub fn title(word: &str) -> Option<Option<Gender>> {
    TITLES.find(fold(word).trim_end_matches('.')).map(gender)
}

/// What sort of place `name` is (`country`, `city`, `state`, `region`, `continent`, `island`, `mountain`, `water`), and the country of a city.
pub fn place(name: &str) -> Option<(&'static str, Option<&'static str>)> {
    let (kind, country) = columns(PLACES.find(&fold(name))?);
    Some((kind, country))
}

/// What sort of group `name` is (`nationality`, `people`, `religion`, `politics`, `language`), and the country of a nationality.
pub fn group(name: &str) -> Option<(&'static str, Option<&'static str>)> {
    let (kind, country) = columns(GROUPS.find(&fold(name))?);
    Some((kind, country))
}

fn columns(rest: &'static str) -> (&'static str, Option<&'static str>) {
    rest.split_once('\t').map_or((rest, None), |(kind, country)| (kind, Some(country)))
}

/// The kind of thing a common noun names, in the singular or a regular plural: "river" a place, "party" an organisation.
pub fn noun(word: &str) -> Option<NameKind> {
    let key = fold(word.trim_end_matches('.'));
    let kind = NOUNS
        .find(&key)
        .or_else(|| NOUNS.find(key.strip_suffix('s')?))
        .or_else(|| NOUNS.find(&(key.strip_suffix("ies")?.to_string() + "y")))?;
    Some(match kind {
        "person" => NameKind::Person,
        "place" => NameKind::Place,
        "organisation" => NameKind::Organisation,
        "work" => NameKind::Work,
        _ => NameKind::Event,
    })
}

/// Whether `word` is one that opens sentences rather than names.
pub fn function_word(word: &str) -> bool {
    FUNCTION_WORDS.find(&fold(word)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_folded() {
        for table in [&GIVEN_NAMES, &PLACES, &GROUPS, &TITLES, &NOUNS, &FUNCTION_WORDS] {
            let keys: Vec<&str> = table.lines().map(|line| line.split('\t').next().unwrap_or("")).collect();
            for pair in keys.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
            for key in &keys {
                assert_eq!(*key, fold(key), "a key is lower case and without accents");
                assert!(table.find(key).is_some(), "{key}");
            }
        }
    }

    #[test]
    fn looks_up() {
        assert_eq!(given_name("Zoé"), Some(Some(Gender::Feminine)));
        assert_eq!(given_name("Jean-Paul"), Some(Some(Gender::Masculine)));
        assert_eq!(given_name("Jean-Marie"), Some(None));
        assert_eq!(given_name("Zzz"), None);
        assert_eq!(title("Mrs."), Some(Some(Gender::Feminine)));
        assert_eq!(place("São Paulo"), Some(("city", Some("Brazil"))));
        assert_eq!(group("Frenchwoman"), Some(("nationality", Some("France"))));
        assert_eq!(noun("companies"), Some(NameKind::Organisation));
        assert!(function_word("However") && !function_word(""));
    }
}
