//! Hedges: the words that make a value a bound or an approximation.

use serde::{Deserialize, Serialize};

use super::pieces::Pieces;

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

const BEFORE: &[(&[&str], Bound)] = &[
    (&["a", "maximum", "of"], Bound::AtMost),
    (&["a", "minimum", "of"], Bound::AtLeast),
    (&["no", "more", "than"], Bound::AtMost),
    (&["not", "more", "than"], Bound::AtMost),
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["not", "less", "than"], Bound::AtLeast),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["as", "few", "as"], Bound::AtLeast),
    (&["as", "little", "as"], Bound::AtLeast),
    (&["an", "estimated"], Bound::About),
    (&["an", "average", "of"], Bound::About),
    (&["more", "than"], Bound::MoreThan),
    (&["greater", "than"], Bound::MoreThan),
    (&["higher", "than"], Bound::MoreThan),
    (&["longer", "than"], Bound::MoreThan),
    (&["older", "than"], Bound::MoreThan),
    (&["less", "than"], Bound::LessThan),
    (&["fewer", "than"], Bound::LessThan),
    (&["lower", "than"], Bound::LessThan),
    (&["younger", "than"], Bound::LessThan),
    (&["at", "least"], Bound::AtLeast),
    (&["at", "most"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["just", "over"], Bound::MoreThan),
    (&["well", "over"], Bound::MoreThan),
    (&["just", "under"], Bound::LessThan),
    (&["well", "under"], Bound::LessThan),
    (&["close", "to"], Bound::Nearly),
    (&["approx", "."], Bound::About),
    (&["ca", "."], Bound::About),
    (&["c", "."], Bound::About),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["approximately"], Bound::About),
    (&["approx"], Bound::About),
    (&["roughly"], Bound::About),
    (&["circa"], Bound::About),
    (&["ca"], Bound::About),
    (&["c"], Bound::About),
    (&["some"], Bound::About),
    (&["~"], Bound::About),
    (&["≈"], Bound::About),
    (&["nearly"], Bound::Nearly),
    (&["almost"], Bound::Nearly),
    (&["over"], Bound::MoreThan),
    (&["above"], Bound::MoreThan),
    (&[">"], Bound::MoreThan),
    (&["under"], Bound::LessThan),
    (&["below"], Bound::LessThan),
    (&["<"], Bound::LessThan),
];

/// The hedge at `i`, and the piece after it.
pub(super) fn before(p: &Pieces, i: usize) -> Option<(Bound, usize)> {
    let first = p.low(i);
    BEFORE.iter().find(|(words, _)| words[0] == first && p.are(i, words)).map(|(words, bound)| (*bound, i + words.len()))
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
