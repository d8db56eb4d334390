//! Names that look like one and are not taken for one: they differ by one letter, or are too short to be joined.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::annotation::Annotation;
use super::mentions::spelling;
use crate::text::fold;

/// The shortest name that one letter may tell from another.
const SHORTEST: usize = 7;

/// Two names that may be one, and the sentence in which the second stands first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The name met more often, or first.
    pub name: String,
    /// The other.
    pub other: String,
    /// Index of the sentence.
    pub sentence: usize,
}

/// The pairs of names in a document's sentences that look like one, in the order of the second's first mention.
pub fn alike(annotations: &[Annotation]) -> Vec<Alike> {
    let mut met: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (sentence, annotation) in annotations.iter().enumerate() {
        for mention in &annotation.names {
            met.entry(mention.core.of(&annotation.text)).or_insert((sentence, 0)).1 += 1;
        }
    }
    let names: Vec<(&str, Cow<str>, usize, usize)> =
        met.into_iter().map(|(name, (first, count))| (name, fold(name), first, count)).collect();
    let mut found = Vec::new();
    for (i, (a, folded_a, first_a, count_a)) in names.iter().enumerate() {
        for (b, folded_b, first_b, count_b) in &names[i + 1..] {
            if !is_alike(folded_a, folded_b) {
                continue;
            }
            let a_leads = (std::cmp::Reverse(count_a), first_a) <= (std::cmp::Reverse(count_b), first_b);
            let (name, other, sentence) = if a_leads { (a, b, first_b) } else { (b, a, first_a) };
            found.push(Alike { name: name.to_string(), other: other.to_string(), sentence: *sentence });
        }
    }
    found.sort_by(|x, y| (x.sentence, &x.other).cmp(&(y.sentence, &y.other)));
    found
}

/// Whether two folded names may be one; a plural is another word, and so is another number.
fn is_alike(a: &str, b: &str) -> bool {
    let plural = |a: &str, b: &str| a.strip_suffix('s') == Some(b);
    let figures = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let near = a.len().abs_diff(b.len()) <= 1 && a.len().min(b.len()) >= SHORTEST && a.chars().next() == b.chars().next();
    // Names that differ by capitals, accents and hyphens only are one already, if they are long enough.
    let joined = || spelling(a).is_some_and(|own| spelling(b) == Some(own));
    a == b && spelling(a).is_none()
        || near && !joined() && !plural(a, b) && !plural(b, a) && figures(a) == figures(b) && strsim::levenshtein(a, b) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_like_one() {
        let check = |a: &str, b: &str, expected: bool| assert_eq!(is_alike(&fold(a), &fold(b)), expected, "{a} {b}");
        check("Orla Finch", "Orla finch", false);
        check("Orla-Finch", "Orla Finch", false);
        check("Orla", "ORLA", true);
        check("Orla Finch", "Orla Finsh", true);
        check("Finch", "Winch", false);
        check("Orla Club", "Orla Clubs", false);
        check("Orla Hall 2", "Orla Hall 3", false);
    }
}
