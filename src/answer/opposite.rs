//! Opposites: words of which one denies the other.

use crate::text::fold::fold;
use crate::text::wordnet;

/// Pairs of opposed lemmas that WordNet does not list, sorted; each in alphabetical order.
const PAIRS: &[(&str, &str)] = &[
    ("accept", "decline"),
    ("accept", "refuse"),
    ("accept", "reject"),
    ("acquit", "convict"),
    ("agree", "refuse"),
    ("all", "few"),
    ("all", "some"),
    ("allow", "ban"),
    ("allow", "forbid"),
    ("allow", "prohibit"),
    ("approve", "condemn"),
    ("approve", "denounce"),
    ("approve", "reject"),
    ("arrive", "leave"),
    ("back", "oppose"),
    ("back", "reject"),
    ("begin", "cease"),
    ("build", "demolish"),
    ("build", "destroy"),
    ("buy", "sell"),
    ("carnivore", "herbivore"),
    ("cold", "warm"),
    ("cool", "hot"),
    ("criticise", "praise"),
    ("decline", "increase"),
    ("decline", "rise"),
    ("decrease", "rise"),
    ("defend", "oppose"),
    ("die", "survive"),
    ("drop", "rise"),
    ("drown", "survive"),
    ("enter", "leave"),
    ("every", "few"),
    ("fail", "pass"),
    ("fall", "grow"),
    ("fall", "increase"),
    ("fall", "rise"),
    ("few", "most"),
    ("give", "keep"),
    ("grow", "shrink"),
    ("increase", "shrink"),
    ("join", "leave"),
    ("keep", "sell"),
    ("kill", "survive"),
    ("like", "loathe"),
    ("oppose", "support"),
    ("perish", "survive"),
    ("permit", "prohibit"),
    ("poor", "wealthy"),
    ("reject", "support"),
    ("rural", "urban"),
    ("support", "withdraw"),
];

/// Prefixes that turn an adjective or noun into its opposite.
const NEGATIVE: [&str; 8] = ["non-", "non", "un", "in", "im", "ir", "dis", "anti-"];

/// The points of the compass; two different ones exclude each other.
const COMPASS: [&str; 16] = [
    "east",
    "eastern",
    "north",
    "northeast",
    "northeastern",
    "northern",
    "northwest",
    "northwestern",
    "south",
    "southeast",
    "southeastern",
    "southern",
    "southwest",
    "southwestern",
    "west",
    "western",
];

/// Whether two lemmas are opposites: by WordNet, by the pairs above, by a negative prefix, as points of the compass, or one of them by a word it
/// derives from ("opponent", "oppose").
pub fn opposed(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    a != b && (directly(&a, &b) || through_derivation(&a, &b) || through_derivation(&b, &a))
}

fn directly(a: &str, b: &str) -> bool {
    let pair = if a < b { (a, b) } else { (b, a) };
    let compass = |w: &str| COMPASS.binary_search(&w).is_ok();
    PAIRS.binary_search(&pair).is_ok()
        || wordnet::antonyms(a).any(|w| w == b)
        || wordnet::antonyms(b).any(|w| w == a)
        || prefixed(a, b)
        || prefixed(b, a)
        || compass(a) && compass(b) && a.trim_end_matches("ern") != b.trim_end_matches("ern")
}

fn prefixed(plain: &str, negative: &str) -> bool {
    plain.len() > 3 && NEGATIVE.iter().any(|p| negative.strip_prefix(p) == Some(plain))
}

fn through_derivation(a: &str, b: &str) -> bool {
    wordnet::derivations(a).any(|d| d.len() > 3 && d != b && directly(d, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_and_points_are_sorted() {
        assert!(PAIRS.is_sorted() && PAIRS.iter().all(|(a, b)| a < b));
        assert!(COMPASS.is_sorted());
    }

    #[test]
    fn opposites_are_seen() {
        let check = |a: &str, b: &str, expected: bool| assert_eq!((opposed(a, b), opposed(b, a)), (expected, expected), "{a} {b}");
        check("cold", "warm", true);
        check("increase", "decrease", true);
        check("support", "opponent", true);
        check("official", "non-official", true);
        check("northern", "southeast", true);
        check("northern", "north", false);
        check("many", "few", true);
        check("tall", "tower", false);
        check("win", "win", false);
    }
}
