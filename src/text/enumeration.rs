//! Enumeration inside a text: bullets, and the markers `1.`, `1)`, `1.)`, `a.` by which one item follows another.

/// Whether `c` is a typographic bullet: a sign that does nothing but begin an item.
pub fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '⁃' | '◦' | '▪' | '▸' | '●' | '○' | '∙')
}

/// The marker of an item: a number up to 999 or a lower-case letter, and what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker<'t> {
    value: u32,
    letter: bool,
    suffix: &'t str,
}

impl<'t> Marker<'t> {
    /// The marker that starts at byte `at` of `text`, after a bullet or not, with white space behind it.
    pub fn at(text: &'t str, at: usize) -> Option<Self> {
        let words = &text[at..];
        let words = words.strip_prefix(is_bullet).map_or(words, |behind| behind.strip_prefix([' ', '\u{a0}']).unwrap_or(behind));
        let (value, letter, rest) = value(words)?;
        let suffix = [".)", ".", ")"].into_iter().find(|suffix| rest.starts_with(suffix))?;
        let behind = rest[suffix.len()..].chars().next()?;
        behind.is_whitespace().then_some(Self { value, letter, suffix })
    }

    /// Whether `next` continues the enumeration.
    pub fn precedes(&self, next: &Marker) -> bool {
        self.letter == next.letter && self.suffix == next.suffix && self.value + 1 == next.value
    }

    /// Whether `text` is nothing but a marker without its suffix: a number, a letter or a Roman numeral, after a bullet or not.
    pub fn covers(text: &str) -> bool {
        if text.len() > 12 {
            return false;
        }
        let word = text.trim_start_matches(|c: char| is_bullet(c) || c.is_whitespace());
        let mut letters = word.chars();
        let one_letter = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
        let number = !word.is_empty() && word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
        one_letter || number || is_roman_numeral(word)
    }
}

/// Whether `word` is a Roman numeral of two letters or more, in capitals.
pub fn is_roman_numeral(word: &str) -> bool {
    word.len() >= 2 && word.bytes().all(|b| b"IVXLCDM".contains(&b))
}

/// The number or letter that `text` starts with, whether it is a letter, and what comes after it.
fn value(text: &str) -> Option<(u32, bool, &str)> {
    let digits = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits) {
        return Some((text[..digits].parse().ok()?, false, &text[digits..]));
    }
    let letter = text.chars().next().filter(char::is_ascii_lowercase)?;
    Some((letter as u32, true, &text[1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_follow_each_other() {
        let check = |one: &str, two: &str, expected: bool| {
            let follows = Marker::at(one, 0).zip(Marker::at(two, 0)).is_some_and(|(one, two)| one.precedes(&two));
            assert_eq!(follows, expected, "{one} {two}");
        };
        check("1. x", "2. x", true);
        check("9) x", "10) x", true);
        check("a. x", "b. x", true);
        check("• 4.) x", "5.) x", true);
        check("1. x", "3. x", false);
        check("1. x", "2) x", false);
        check("1. x", "2.x", false);
        check("1000. x", "1001. x", false);
        check("A. x", "B. x", false);
    }

    #[test]
    fn covers_markers_only() {
        let check = |text: &str, expected: bool| assert_eq!(Marker::covers(text), expected, "{text}");
        check("12", true);
        check("• 9", true);
        check("IV", true);
        check("J", true);
        check("1984", false);
        check("Chapter 1", false);
        check("", false);
    }
}
