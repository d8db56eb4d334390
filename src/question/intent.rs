//! Intents: which rule fits a question best.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use regex::Regex;

use crate::knowledge::rules::{Hit, Intent, Rules, WITHOUT};

/// A rule that fits a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Match<'r> {
    /// The rule.
    pub intent: &'r Intent,
    /// The places of its keywords in the question: first word, one past the last.
    pub keywords: Vec<(usize, usize)>,
    /// How specific it is: keyword groups, then words covered, then patterns. Higher wins.
    pub rank: (usize, usize, usize),
}

/// The rules that fit, the best first: of two equally specific, the one that stands earlier.
///
/// `terms` are the question's words as terms, `folded` is the question as folded text.
pub fn matches<'r>(rules: &'r Rules, terms: &[String], folded: &str) -> Vec<Match<'r>> {
    let mut hits: Vec<Hit> = rules.matcher.hits(terms).collect();
    hits.sort_by_key(|h| (h.intent, h.group, std::cmp::Reverse(h.end - h.start)));
    let mut found: Vec<Match> = hits.chunk_by(|a, b| a.intent == b.intent).filter_map(|hits| matched(rules, hits, folded)).collect();
    found.extend(rules.intents.iter().filter(|i| i.keywords.is_empty()).filter_map(|intent| {
        let rank = (0, 0, 1);
        patterns_fit(intent, folded).then_some(Match { intent, keywords: Vec::new(), rank })
    }));
    found.sort_by_key(|fit| std::cmp::Reverse(fit.rank));
    found
}

/// The match of one intent, if all of its groups are hit, nothing rules it out, and its patterns fit.
fn matched<'r>(rules: &'r Rules, hits: &[Hit], folded: &str) -> Option<Match<'r>> {
    let intent = &rules.intents[hits[0].intent];
    if hits.iter().any(|h| h.group == WITHOUT) {
        return None;
    }
    let longest: Vec<&Hit> = (0..intent.keywords.len()).map(|g| hits.iter().find(|h| h.group as usize == g)).collect::<Option<_>>()?;
    if !intent.patterns.is_empty() && !patterns_fit(intent, folded) {
        return None;
    }
    let covered = longest.iter().map(|h| h.end - h.start).sum();
    let keywords = longest.iter().map(|h| (h.start, h.end)).collect();
    Some(Match {
        intent,
        keywords,
        rank: (longest.len() + usize::from(!intent.patterns.is_empty()), covered, intent.patterns.len().min(1)),
    })
}

/// Whether one of an intent's patterns matches. Patterns are checked when rules are read; they are compiled here, when first needed.
fn patterns_fit(intent: &Intent, folded: &str) -> bool {
    intent.patterns.iter().any(|pattern| compiled(pattern).is_some_and(|regex| regex.is_match(folded)))
}

/// A pattern, compiled once in the life of the program; `None` for one that is no regular expression.
fn compiled(pattern: &str) -> Option<Arc<Regex>> {
    static COMPILED: Mutex<BTreeMap<String, Arc<Regex>>> = Mutex::new(BTreeMap::new());
    let mut cache = COMPILED.lock().ok()?;
    if let Some(regex) = cache.get(pattern) {
        return Some(Arc::clone(regex));
    }
    let regex = Arc::new(Regex::new(pattern).ok()?);
    cache.insert(pattern.to_string(), Arc::clone(&regex));
    Some(regex)
}
