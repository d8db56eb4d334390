//! Hedges: the words that make a value a bound or an approximation.

use serde::{Deserialize, Serialize};

use super::pieces::Pieces;
use crate::text::sieve::Sieve;

/// How exactly a value is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Bound {
    /// As it stands.
    #[default]
    Exact,
    /// "around", "about", "some".
    About,
    /// "nearly", "almost", "close to".
    Nearly,
    /// "more than", "over".
    MoreThan,
    /// "at least", "or more".
    AtLeast,
    /// "less than", "under".
    LessThan,
    /// "at most", "up to", "or less".
    AtMost,
}

/// Sorted by first word, longer hedges before shorter ones.
const BEFORE: &[(&[&str], Bound)] = &[
    (&["<"], Bound::LessThan),
    (&[">"], Bound::MoreThan),
    (&["a", "maximum", "of"], Bound::AtMost),
    (&["a", "minimum", "of"], Bound::AtLeast),
    (&["about"], Bound::About),
    (&["above"], Bound::MoreThan),
    (&["almost"], Bound::Nearly),
    (&["an", "average", "of"], Bound::About),
    (&["an", "estimated"], Bound::About),
    (&["approx", "."], Bound::About),
    (&["approx"], Bound::About),
    (&["approximately"], Bound::About),
    (&["around"], Bound::About),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["as", "few", "as"], Bound::AtLeast),
    (&["as", "little", "as"], Bound::AtLeast),
    (&["at", "least"], Bound::AtLeast),
    (&["at", "most"], Bound::AtMost),
    (&["below"], Bound::LessThan),
    (&["c", "."], Bound::About),
    (&["c"], Bound::About),
    (&["ca", "."], Bound::About),
    (&["ca"], Bound::About),
    (&["circa"], Bound::About),
    (&["close", "to"], Bound::Nearly),
    (&["fewer", "than"], Bound::LessThan),
    (&["greater", "than"], Bound::MoreThan),
    (&["higher", "than"], Bound::MoreThan),
    (&["just", "over"], Bound::MoreThan),
    (&["just", "under"], Bound::LessThan),
    (&["less", "than"], Bound::LessThan),
    (&["longer", "than"], Bound::MoreThan),
    (&["lower", "than"], Bound::LessThan),
    (&["more", "than"], Bound::MoreThan),
    (&["nearly"], Bound::Nearly),
    (&["no", "more", "than"], Bound::AtMost),
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["not", "more", "than"], Bound::AtMost),
    (&["not", "less", "than"], Bound::AtLeast),
    (&["older", "than"], Bound::MoreThan),
    (&["over"], Bound::MoreThan),
    (&["roughly"], Bound::About),
    (&["some"], Bound::About),
    (&["under"], Bound::LessThan),
    (&["up", "to"], Bound::AtMost),
    (&["well", "over"], Bound::MoreThan),
    (&["well", "under"], Bound::LessThan),
    (&["younger", "than"], Bound::LessThan),
    (&["~"], Bound::About),
    (&["≈"], Bound::About),
];

/// What hedges begin with passes.
static SIEVE: Sieve = {
    let (mut sieve, mut k) = (Sieve::EMPTY, 0);
    while k < BEFORE.len() {
        sieve = sieve.with(BEFORE[k].0[0]);
        k += 1;
    }
    sieve
};

/// The hedge at `i`, and the piece after it.
pub(super) fn before(p: &Pieces, i: usize) -> Option<(Bound, usize)> {
    let first = p.low(i);
    if !SIEVE.passes(first) {
        return None;
    }
    let from = BEFORE.partition_point(|(words, _)| words[0] < first);
    let mut led = BEFORE[from..].iter().take_while(|(words, _)| words[0] == first);
    led.find(|(words, _)| p.are(i, words)).map(|(words, bound)| (*bound, i + words.len()))
}

/// The hedge that follows a value ending at `i`, and the piece after it: "or more", "+".
pub(super) fn after(p: &Pieces, i: usize) -> Option<(Bound, usize)> {
    if p.mark(i) == Some('+') && p.tight(i) && !p.tight(i + 1) {
        return Some((Bound::AtLeast, i + 1));
    }
    if !p.is(i, &["or"]) {
        return None;
    }
    let bound = match p.low(i + 1) {
        "more" | "older" | "above" | "over" => Bound::AtLeast,
        "less" | "fewer" | "younger" | "under" | "below" => Bound::AtMost,
        "so" => Bound::About,
        _ => return None,
    };
    Some((bound, i + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_sorted() {
        assert!(BEFORE.windows(2).all(|pair| (pair[0].0[0], pair[1].0.len()) <= (pair[1].0[0], pair[0].0.len())));
    }
}
