//! Spelling: how far a word is from another, and which of many words was meant.
//!
//! An edit is an insertion, a deletion, a substitution or a transposition of neighbours (optimal string alignment).

/// What a misspelling may stand for: how far away it is. Nearer ones are less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Distance {
    /// Edits.
    pub edits: usize,
    /// Whether the first letter differs: people seldom mistype it.
    pub first: bool,
    /// Whether letters are others, not just doubled, left out, or swapped with their neighbours.
    pub letters: bool,
}

/// How many edits a word of so many letters may be away from what was meant: one from three letters on, two from seven on. Shorter words
/// are left alone.
fn limit(letters: usize) -> usize {
    match letters {
        0..3 => 0,
        3..7 => 1,
        _ => 2,
    }
}

/// The place of the word nearest to `word`, if near enough to be what was meant, with how far it is. `count` words, folded and sorted, are read by `at`. Those
/// with another first letter than `word` are looked up, so that few need to be compared. Of several as near, the one of the least `rank`; one without a rank
/// is not meant.
pub fn nearest<'w, R: Ord>(
    word: &str,
    count: usize,
    at: impl Fn(usize) -> &'w str,
    rank: impl Fn(usize) -> Option<R>,
) -> Option<(Distance, usize)> {
    let place = |key: &str| place(key, count, &at);
    let first = word.chars().next()?;
    let weighed = |i: usize| Some((distance(word, at(i))?, rank(i)?, i));
    let alike = (place(first.encode_utf8(&mut [0; 4]))..count).take_while(|&i| at(i).starts_with(first)).filter_map(weighed).min();
    // Another first letter is farther than any other edit.
    let others = if alike.as_ref().is_some_and(|(distance, ..)| distance.edits == 1) { Vec::new() } else { other_starts(word) };
    let others = others.into_iter().map(|other| (place(&other), other)).filter(|(i, other)| *i < count && at(*i) == other);
    let nearest = others.filter_map(|(i, _)| weighed(i)).chain(alike).min();
    nearest.map(|(distance, _, i)| (distance, i))
}

/// Where a word stands, or would stand, among `count` sorted words read by `at`.
pub fn place<'w>(word: &str, count: usize, at: impl Fn(usize) -> &'w str) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if at(middle) < word { low = middle + 1 } else { high = middle }
    }
    low
}

/// What a word may be with one edit of its first letter: another letter, one more, it left out, swapped with the second.
pub fn other_starts(word: &str) -> Vec<String> {
    let mut letters = word.chars();
    let (Some(first), rest) = (letters.next(), letters.as_str()) else { return Vec::new() };
    let mut others: Vec<String> = ('a'..='z').filter(|c| *c != first).flat_map(|c| [format!("{c}{rest}"), format!("{c}{word}")]).collect();
    if let Some(second) = letters.next().filter(|c| *c != first) {
        others.push(format!("{second}{first}{}", letters.as_str()));
        others.push(rest.to_string());
    }
    others
}

/// How far `word` is from `other`, if near enough that it may have been meant: see `limit`; with another first letter one edit only, from four letters on.
/// Both are folded.
pub fn distance(word: &str, other: &str) -> Option<Distance> {
    let letters = word.chars().count();
    let limit = limit(letters);
    if other.len().abs_diff(word.len()) > limit || other.len() < 3 || limit == 0 {
        return None;
    }
    if (letters_of(word) ^ letters_of(other)).count_ones() as usize > 2 * limit {
        return None;
    }
    let first = word.chars().next() != other.chars().next();
    // A word of three letters lacks one, or has two swapped.
    let short = letters < 4 && other.chars().count() != 4 && !same_letters(word, other);
    if short || first && !near_at_start(word, other) || first && letters < 4 && !other.ends_with(word) {
        return None;
    }
    let edits = strsim::osa_distance(word, other);
    (edits > 0 && edits <= if first { 1 } else { limit }).then(|| Distance { edits, first, letters: !same_letters(word, other) })
}

/// The set of letters in a word, a bit for each; an edit changes two at most.
fn letters_of(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}

/// Whether two words with different first letters may be one edit apart.
fn near_at_start(word: &str, other: &str) -> bool {
    let tail = |s: &str, n: usize| s.char_indices().nth(n).map_or(String::new(), |(i, _)| s[i..].to_string());
    tail(word, 1) == tail(other, 1) || tail(word, 1) == *other || *word == tail(other, 1) || tail(word, 2) == tail(other, 2)
}

/// Whether two words have the same letters, however often and in whatever order.
fn same_letters(word: &str, other: &str) -> bool {
    word.chars().all(|c| other.contains(c)) && other.chars().all(|c| word.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        let check =
            |word: &str, other: &str, edits: Option<usize>| assert_eq!(distance(word, other).map(|d| d.edits), edits, "{word} {other}");
        check("mayer", "mayor", Some(1));
        check("amyor", "mayor", Some(1));
        check("ayor", "mayor", Some(1));
        check("cmayor", "mayor", Some(1));
        check("mayor", "mayor", None);
        check("parlment", "parliament", Some(2));
        check("presdient", "president", Some(1));
        check("branigen", "brannigan", Some(2));
        check("hal", "hall", Some(1));
        check("hal", "had", None);
        check("amny", "many", Some(1));
        check("lng", "long", Some(1));
        check("een", "been", Some(1));
        check("een", "men", None);
        check("conzert", "desert", None);
        assert!(distance("whcih", "which") < distance("whizh", "which"));
    }

    #[test]
    fn the_nearest_word_is_found() {
        let words = ["ayor", "hall", "mayor", "mayoral", "mayors", "myor", "tmayor", "vote"];
        let check = |word: &str| {
            let nearest = (0..words.len()).filter_map(|i| Some((distance(word, words[i])?, i))).min();
            assert_eq!(super::nearest(word, words.len(), |i| words[i], Some), nearest, "{word}");
        };
        for word in ["mayor", "amyor", "mayer", "ayor", "cmayor", "nayor", "ote", "aall", "zz", ""] {
            check(word);
        }
    }
}
