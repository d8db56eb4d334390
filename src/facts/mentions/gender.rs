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

/// How often a text says "he" and "she", in all their forms.
#[derive(Debug, Default)]
pub struct Pronouns {
    he: usize,
    she: usize,
}

impl Pronouns {
    /// Counts those of a sentence.
    pub fn add(&mut self, annotation: &Annotation) {
        let forms = annotation.reading.words.iter().map(|word| word.span.of(&annotation.text)).filter(|form| form.len() <= 4);
        let is = |form: &str, any: [&str; 3]| any.iter().any(|pronoun| form.eq_ignore_ascii_case(pronoun));
        for form in forms {
            self.he += usize::from(is(form, ["he", "him", "his"]));
            self.she += usize::from(is(form, ["she", "her", "hers"]));
        }
    }

    /// The gender that has at least four fifths of them; `None` below three.
    pub fn prevailing(&self) -> Option<Gender> {
        let (most, all) = (self.he.max(self.she), self.he + self.she);
        (all >= 3 && most * 5 >= all * 4).then_some(if self.he > self.she { Gender::Masculine } else { Gender::Feminine })
    }
}
