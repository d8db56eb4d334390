//! Opposites: words of which one denies the other.

use std::borrow::Cow;

use crate::text::fold::fold;
use crate::text::wordnet;

/// Pairs of opposed lemmas that WordNet does not list, sorted; each in alphabetical order.
const PAIRS: &[(&str, &str)] = &[
    ("abandon", "continue"),
    ("abandon", "finish"),
    ("abandon", "keep"),
    ("abolish", "continue"),
    ("abolish", "remain"),
    ("accept", "decline"),
    ("accept", "protest"),
    ("accept", "refuse"),
    ("accept", "reject"),
    ("accept", "withdraw"),
    ("acquit", "blame"),
    ("acquit", "convict"),
    ("acquit", "guilty"),
    ("acquit", "punish"),
    ("acquit", "sentence"),
    ("acquittal", "guilty"),
    ("admit", "deny"),
    ("admit", "exclude"),
    ("agree", "decline"),
    ("agree", "denounce"),
    ("agree", "refuse"),
    ("agree", "reject"),
    ("all", "few"),
    ("all", "some"),
    ("allow", "ban"),
    ("allow", "deny"),
    ("allow", "forbid"),
    ("allow", "outlaw"),
    ("allow", "prohibit"),
    ("allow", "refuse"),
    ("applaud", "condemn"),
    ("applaud", "criticise"),
    ("applaud", "criticize"),
    ("applaud", "denounce"),
    ("approve", "condemn"),
    ("approve", "criticise"),
    ("approve", "criticize"),
    ("approve", "denounce"),
    ("approve", "oppose"),
    ("approve", "protest"),
    ("approve", "reject"),
    ("approve", "veto"),
    ("arrive", "leave"),
    ("back", "condemn"),
    ("back", "criticise"),
    ("back", "criticize"),
    ("back", "denounce"),
    ("back", "oppose"),
    ("back", "reject"),
    ("ban", "legal"),
    ("begin", "cease"),
    ("blame", "clear"),
    ("build", "demolish"),
    ("build", "destroy"),
    ("build", "scrap"),
    ("burn", "survive"),
    ("buy", "sell"),
    ("carnivore", "herbivore"),
    ("clear", "convict"),
    ("clear", "guilty"),
    ("clear", "responsible"),
    ("close", "reopen"),
    ("cold", "warm"),
    ("condemn", "praise"),
    ("condemn", "support"),
    ("condemn", "welcome"),
    ("confirm", "deny"),
    ("continue", "withdraw"),
    ("convict", "innocent"),
    ("cool", "hot"),
    ("criticise", "praise"),
    ("criticise", "support"),
    ("criticise", "welcome"),
    ("criticize", "praise"),
    ("criticize", "support"),
    ("criticize", "welcome"),
    ("decline", "increase"),
    ("decline", "rise"),
    ("decrease", "rise"),
    ("defend", "oppose"),
    ("demolish", "preserve"),
    ("demolish", "survive"),
    ("denounce", "endorse"),
    ("denounce", "praise"),
    ("denounce", "support"),
    ("denounce", "welcome"),
    ("deny", "grant"),
    ("deny", "permit"),
    ("die", "survive"),
    ("disband", "survive"),
    ("divide", "unanimous"),
    ("drop", "rise"),
    ("drown", "survive"),
    ("elect", "reject"),
    ("endorse", "oppose"),
    ("endorse", "reject"),
    ("enter", "leave"),
    ("every", "few"),
    ("exclude", "include"),
    ("exclude", "join"),
    ("exempt", "pay"),
    ("fail", "flourish"),
    ("fail", "manage"),
    ("fail", "pass"),
    ("fail", "succeed"),
    ("fail", "successful"),
    ("failure", "success"),
    ("fall", "grow"),
    ("fall", "increase"),
    ("fall", "rise"),
    ("favor", "oppose"),
    ("favour", "oppose"),
    ("few", "most"),
    ("find", "lose"),
    ("find", "vanish"),
    ("flop", "success"),
    ("forbid", "legal"),
    ("forbid", "let"),
    ("forbid", "permission"),
    ("forbid", "permit"),
    ("give", "keep"),
    ("grant", "refuse"),
    ("grant", "reject"),
    ("grant", "revoke"),
    ("grow", "shrink"),
    ("increase", "shrink"),
    ("indoors", "outdoors"),
    ("inside", "outdoors"),
    ("join", "leave"),
    ("keep", "lose"),
    ("keep", "scrap"),
    ("keep", "sell"),
    ("kill", "survive"),
    ("leave", "remain"),
    ("leave", "stay"),
    ("legal", "outlaw"),
    ("let", "prevent"),
    ("let", "prohibit"),
    ("let", "refuse"),
    ("like", "loathe"),
    ("oppose", "support"),
    ("oppose", "welcome"),
    ("outlaw", "permit"),
    ("perish", "survive"),
    ("permit", "prohibit"),
    ("permit", "refuse"),
    ("poor", "wealthy"),
    ("quit", "stay"),
    ("recommend", "reject"),
    ("reject", "support"),
    ("reject", "welcome"),
    ("remain", "remove"),
    ("remain", "resign"),
    ("remain", "withdraw"),
    ("resign", "stay"),
    ("rural", "urban"),
    ("several", "single"),
    ("sink", "survive"),
    ("split", "unanimous"),
    ("succumb", "survive"),
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
    Opposites::of(a).hold(&Opposites::of(b))
}

/// What tells the opposites of a lemma.
#[derive(Clone)]
pub struct Opposites {
    own: Word,
    /// The words of some length that it derives from, or that derive from it.
    derived: Vec<Word>,
}

impl Opposites {
    /// Those of a lemma.
    pub fn of(lemma: &str) -> Self {
        let lemma = fold(lemma);
        let derived = wordnet::derivations(&lemma).filter(|word| word.len() > 3);
        Self { derived: derived.map(|word| Word::new(word.into())).collect(), own: Word::new(lemma.into()) }
    }

    /// Whether the lemma of others is one of them.
    pub fn hold(&self, others: &Self) -> bool {
        let derived = |one: &Self, other: &Word| one.derived.iter().any(|word| word.lemma != other.lemma && word.denies(other));
        self.own.lemma != others.own.lemma && (self.own.denies(&others.own) || derived(self, &others.own) || derived(others, &self.own))
    }
}

/// A lemma with the antonyms that WordNet lists.
#[derive(Clone)]
struct Word {
    lemma: Cow<'static, str>,
    antonyms: Vec<&'static str>,
}

impl Word {
    fn new(lemma: Cow<'static, str>) -> Self {
        Self { antonyms: wordnet::antonyms(&lemma).collect(), lemma }
    }

    /// Whether two lemmas are opposites themselves.
    fn denies(&self, other: &Self) -> bool {
        let (a, b) = (&*self.lemma, &*other.lemma);
        let pair = if a < b { (a, b) } else { (b, a) };
        let compass = |w: &str| COMPASS.binary_search(&w).is_ok();
        PAIRS.binary_search(&pair).is_ok()
            || self.antonyms.contains(&b)
            || other.antonyms.contains(&a)
            || prefixed(a, b)
            || prefixed(b, a)
            || compass(a) && compass(b) && a.trim_end_matches("ern") != b.trim_end_matches("ern")
    }
}

fn prefixed(plain: &str, negative: &str) -> bool {
    plain.len() > 3 && NEGATIVE.iter().any(|p| negative.strip_prefix(p) == Some(plain))
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
