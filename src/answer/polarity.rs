//! Polarity: whether the clause in which a word stands is negated.

use std::borrow::Cow;

use crate::text::fold::fold;
use crate::text::{Pos, Reading, Relation};

/// Words that negate the verb, adjective or noun they hang on.
const NEGATORS: [&str; 17] = [
    "barely", "cannot", "hardly", "n't", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "n’t", "rarely", "scarcely",
    "seldom", "without",
];
/// Verbs whose complement did not come about.
const FAILING: [&str; 12] =
    ["avoid", "cease", "decline", "deny", "fail", "forget", "lack", "neglect", "prevent", "refuse", "reject", "unable"];
/// Verbs whose "against" says what was not to be: "voted against closing the school".
const DECIDING: [&str; 10] = ["advise", "argue", "campaign", "counsel", "decide", "plead", "recommend", "rule", "vote", "warn"];
/// Prepositions that leave their noun out.
const EXCLUDING: [&str; 4] = ["besides", "except", "excluding", "unlike"];
/// Words after which "but" leaves a noun out.
const ALL: [&str; 6] = ["all", "any", "every", "everybody", "everyone", "none"];

/// The nearest predicate above a word, itself included: a verb, or a word with a copula; the root where there is none.
pub fn predicate(reading: &Reading, word: usize) -> usize {
    let is_predicate = |&w: &usize| {
        let verb = reading.words[w].pos == Pos::Verb && !matches!(reading.words[w].relation.base(), Relation::Amod | Relation::Compound);
        verb || reading.words[w].head.is_none() || reading.child(w, Relation::Cop).is_some()
    };
    reading.ancestors(word).find(is_predicate).unwrap_or(word)
}

/// Whether what is said of a word is negated: its own phrase ("no airport"), its predicate ("never joined"), or the verb that predicate completes
/// ("failed to reach").
pub fn is_negated(reading: &Reading, text: &str, word: usize) -> bool {
    let top = predicate(reading, word);
    let mut within = reading.ancestors(word).take_while(|&w| w != top);
    within.any(|w| is_none(reading, text, w)) || predicate_negated(reading, text, top) || is_decided_against(reading, text, word)
}

/// Whether a word stands in what was decided against.
fn is_decided_against(reading: &Reading, text: &str, word: usize) -> bool {
    let opens = |w: usize| reading.children(w).any(|c| c < w && lower(reading, text, c) == "against");
    let decided = |w: usize| reading.words[w].head.is_some_and(|head| DECIDING.contains(&reading.words[head].lemma.as_str()));
    reading.ancestors(word).any(|w| decided(w) && opens(w))
}

/// Whether a predicate is negated, by itself or by what it completes.
pub fn predicate_negated(reading: &Reading, text: &str, predicate: usize) -> bool {
    let (mut at, mut negated) = (predicate, false);
    for _ in 0..reading.words.len() {
        negated ^= has_negator(reading, text, at);
        let Some(head) = reading.words[at].head else { break };
        match reading.words[at].relation.base() {
            Relation::Xcomp => negated ^= FAILING.contains(&reading.words[head].lemma.as_str()),
            Relation::Conj if shares_negation(reading, text, at) => {}
            Relation::Acl => return negated ^ is_none(reading, text, head),
            _ => break,
        }
        at = head;
    }
    negated
}

/// Whether a word denies what it hangs on.
pub fn is_denying(reading: &Reading, text: &str, word: usize) -> bool {
    NEGATORS.contains(&lower(reading, text, word).as_ref()) && !is_restricting(reading, text, word)
}

/// Whether a coordinated predicate stands under the negation of the first: "did not eat or drink".
fn shares_negation(reading: &Reading, text: &str, word: usize) -> bool {
    let joined = reading.child(word, Relation::Cc).is_some_and(|c| matches!(&*lower(reading, text, c), "or" | "nor"));
    joined && reading.child(word, Relation::Nsubj).is_none()
}

fn has_negator(reading: &Reading, text: &str, word: usize) -> bool {
    let negates = |c: usize| {
        let own = matches!(reading.words[c].relation.base(), Relation::Advmod | Relation::Det | Relation::Cc | Relation::Aux)
            && is_denying(reading, text, c);
        let none = matches!(reading.words[c].relation.base(), Relation::Nsubj | Relation::Obj) && is_none(reading, text, c);
        own || none
    };
    reading.children(word).any(negates)
}

/// "not only", "not until", "not … on their fur alone" do not deny.
fn is_restricting(reading: &Reading, text: &str, negator: usize) -> bool {
    const CLOSE: usize = 7;
    let next = negator + 1;
    let end = reading.words.len().min(next + CLOSE);
    next < end && matches!(&*lower(reading, text, next), "only" | "just" | "until" | "least")
        || (next..end).any(|w| lower(reading, text, w) == "alone")
}

/// Whether a noun is none: "no airport", "none of them", "without a word".
fn is_none(reading: &Reading, text: &str, word: usize) -> bool {
    let none = |w: usize| NEGATORS.contains(&lower(reading, text, w).as_ref());
    let own = none(word) && reading.words[word].pos != Pos::Verb;
    own || reading
        .children(word)
        .any(|c| matches!(reading.words[c].relation.base(), Relation::Det | Relation::Amod | Relation::Case | Relation::Advmod) && none(c))
}

/// Whether a word's phrase is left out of what is said: "all but the otter", "unlike Marlow".
pub fn is_excluded(reading: &Reading, text: &str, word: usize) -> bool {
    let within =
        |c: usize| matches!(reading.words[c].relation.base(), Relation::Det | Relation::Amod | Relation::Compound | Relation::Nummod);
    let start = reading.children(word).filter(|&c| c < word && within(c)).min().unwrap_or(word);
    let before = |n: usize| start.checked_sub(n).map(|w| lower(reading, text, w)).unwrap_or_default();
    let all_but = matches!(&*before(1), "but" | "save") && ALL.contains(&before(2).as_ref());
    all_but || EXCLUDING.contains(&before(1).as_ref())
}

fn lower<'t>(reading: &Reading, text: &'t str, word: usize) -> Cow<'t, str> {
    fold(reading.words[word].span.of(text))
}
