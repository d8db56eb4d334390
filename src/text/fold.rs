//! Folding: lower case, no diacritics, plain quotes and dashes. For matching only; what is shown is never folded.

use std::borrow::Cow;

/// `text` in lower case and in ASCII: `É` becomes `e`, `ł` becomes `l`, `“` becomes `"`, `–` becomes `-`. Most words are so already, and are not copied.
///
/// Scripts other than Latin are spelled out in Latin letters, so the length in bytes may change either way.
pub fn fold(text: &str) -> Cow<'_, str> {
    // All bytes are looked at, for most words have no other.
    let (ascii, small) = text.bytes().fold((true, true), |(ascii, small), b| (ascii & b.is_ascii(), small & !b.is_ascii_uppercase()));
    if ascii && small {
        return Cow::Borrowed(text);
    }
    if ascii {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            folded.extend(any_ascii::any_ascii_char(c).chars().map(|plain| plain.to_ascii_lowercase()));
        }
    }
    Cow::Owned(folded)
}

/// The words of a name, those that a hyphen joins one by one: "Ada", "Merrow" and "Pask" of "Ada Merrow-Pask".
pub fn name_words(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_diacritics_and_punctuation() {
        let check = |text: &str, expected: &str| assert_eq!(fold(text), expected, "{text}");
        check("", "");
        check("Plain Words 12", "plain words 12");
        check("Élodie Ångström", "elodie angstrom");
        check("Łódź, Søren, Straße, Æsir", "lodz, soren, strasse, aesir");
        check("e\u{301}te\u{301}", "ete");
        check("“Quoted” – it’s ‘so’—yes…", "\"quoted\" - it's 'so'-yes...");
        check("a\u{a0}b", "a b");
        check("Ирина", "irina");
    }
}
