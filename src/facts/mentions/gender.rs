//! Gender: what nouns and pronouns tell of a person's.

use crate::facts::annotation::Annotation;
use crate::text::names::{Gender, Mention};
use crate::text::syntax::{Relation, Tag};

/// The gender that a noun for a person tells.
pub fn noun_gender(lemma: &str) -> Option<Gender> {
    match lemma {
        "actor" | "boy" | "boyfriend" | "brother" | "dad" | "duke" | "father" | "gentleman" | "grandad" | "grandfather" | "grandson"
        | "husband" | "king" | "man" | "monk" | "nephew" | "priest" | "prince" | "son" | "uncle" | "widower" => Some(Gender::Masculine),
        "actress" | "aunt" | "daughter" | "duchess" | "girl" | "girlfriend" | "granddaughter" | "grandma" | "grandmother" | "lady"
        | "mom" | "mother" | "mum" | "niece" | "nun" | "princess" | "queen" | "sister" | "widow" | "wife" | "woman" => {
            Some(Gender::Feminine)
        }
        _ => None,
    }
}

/// The gender that the noun before a name tells: "her father, Jorun Brevik".
pub fn gender_before(annotation: &Annotation, name: &Mention) -> Option<Gender> {
    let words = &annotation.reading.words;
    let first = annotation.reading.within(name.span).start;
    let before = (0..first.min(words.len())).rev().find(|&i| words[i].tag != Tag::Comma)?;
    let joined = words[before].relation.base() != Relation::Conj || before + 1 == first;
    noun_gender(&words[before].lemma).filter(|_| joined)
}

/// Of "he" and "she" the one that has at least four fifths of the text's pronouns; `None` below three.
pub fn prevailing_gender(annotations: &[Annotation]) -> Option<Gender> {
    let count = |forms: &[&str]| {
        let words = annotations.iter().flat_map(|a| a.reading.words.iter().map(|word| word.span.of(&a.text).to_lowercase()));
        words.filter(|word| forms.contains(&word.as_str())).count()
    };
    let (he, she) = (count(&["he", "him", "his"]), count(&["she", "her", "hers"]));
    let most = he.max(she);
    (he + she >= 3 && most * 5 >= (he + she) * 4).then_some(if he > she { Gender::Masculine } else { Gender::Feminine })
}
