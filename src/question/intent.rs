//! Intents: which rule fits a question best.

use crate::knowledge::rules::{Forms, Hit, Intent, Rules, Shape, WITHOUT};
use crate::question::answer_type::Asked;

/// A rule that fits a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Match<'r> {
    /// Its place among the rules.
    number: usize,
    /// The rule.
    pub intent: &'r Intent,
    /// The places of its keywords in the question: first word, one past the last.
    pub keywords: Vec<(usize, usize)>,
    /// How specific it is: keyword groups (its patterns count as one), then words covered. Higher wins.
    pub rank: (usize, usize),
}

/// The rules that fit, the best first: of two equally specific, the one that stands earlier.
///
/// A yes/no question is fitted only by rules that reply to one; where a question word, a date or a sum tells what is wanted, none fits that wants a short answer of
/// another type. `answer_type` is its type by the rules for types, `forms` are what the words of the question's reading are known by; `asked` are its words for patterns.
pub fn matches<'r>(rules: &'r Rules, forms: &[Forms], asked: &Asked, answer_type: &str) -> Vec<Match<'r>> {
    let mut hits: Vec<Hit> = rules.matcher.hits(forms).filter(|hit| asks(rules, forms, hit)).collect();
    hits.sort_by_key(|h| (h.intent, h.group, std::cmp::Reverse(h.end - h.start), h.start));
    let by_keywords = hits.chunk_by(|a, b| a.intent == b.intent).filter_map(|hits| matched(rules, hits[0].intent, hits, asked));
    let bare = (0..rules.intents.len()).filter(|&i| rules.intents[i].keywords.is_empty() && !hits.iter().any(|h| h.intent == i));
    let mut found: Vec<Match> = by_keywords.chain(bare.filter_map(|intent| matched(rules, intent, &[], asked))).collect();
    let replies = |shape: Shape| matches!(shape, Shape::YesNo | Shape::Choice | Shape::Compare | Shape::Document);
    found.retain(|fit| !answer_type.starts_with("BOOL") || replies(fit.intent.shape));
    let plain = is_plain(asked);
    let overrules = |wanted: &str| match answer_type {
        "NUM:date" => wanted != answer_type,
        "NUM:money" => coarse(wanted) != "NUM",
        _ => plain && coarse(wanted) != coarse(answer_type),
    };
    found.retain(|fit| fit.intent.shape != Shape::Short || !fit.intent.answer_type.as_deref().is_some_and(overrules));
    found.sort_by_key(|fit| (std::cmp::Reverse(fit.rank), fit.number));
    found
}

/// Whether a hit is no "when" or "where" that only opens a clause ("what did she earn when she started") of an intent that asks for a time or a place.
fn asks(rules: &Rules, forms: &[Forms], hit: &Hit) -> bool {
    let is = |place: usize, words: &[&str]| words.contains(&forms[place][0].as_str());
    let wanted = rules.intents[hit.intent].answer_type.as_deref().is_some_and(|t| t == "NUM:date" || t.starts_with("LOC"));
    let may_open = wanted && hit.end == hit.start + 1 && is(hit.start, &["when", "where"]);
    !may_open || !(0..hit.start).any(|w| is(w, &["what", "which", "who", "whom", "whose", "how", "whi"]))
}

/// Whether the question word alone tells what is wanted, whatever else the question has: a time, a reason, a number.
fn is_plain(asked: &Asked) -> bool {
    let word = |n: usize| asked.words.get(n).map_or("", |word| word.text.as_str());
    asked.at.is_some_and(|at| matches!(word(at), "when" | "why") || word(at) == "how" && word(at + 1) == "many")
}

/// The first half of a type: `NUM` of `NUM:date`.
fn coarse(answer_type: &str) -> &str {
    answer_type.split(':').next().unwrap_or_default()
}

/// The match of one intent, if all of its groups are hit, nothing rules it out, and one of its patterns fits.
fn matched<'r>(rules: &'r Rules, number: usize, hits: &[Hit], asked: &Asked) -> Option<Match<'r>> {
    let intent = &rules.intents[number];
    if hits.iter().any(|h| h.group == WITHOUT) {
        return None;
    }
    let longest: Vec<&Hit> = (0..intent.keywords.len()).map(|g| hits.iter().find(|h| h.group as usize == g)).collect::<Option<_>>()?;
    let patterned = !intent.patterns.is_empty();
    if patterned && !rules.matcher.patterns_fit(number, &asked.words, asked.marks, asked.at.unwrap_or(0)) {
        return None;
    }
    let covered = longest.iter().map(|h| h.end - h.start).sum();
    let keywords = longest.iter().map(|h| (h.start, h.end)).collect();
    Some(Match { number, intent, keywords, rank: (longest.len() + usize::from(patterned), covered) })
}
