//! Parts: the questions that one question joins: "when and where was she born", "who was Ada Brook and what did she paint".

use crate::text::{Pos, Reading};

const ASKING: [&str; 9] = ["who", "whom", "whose", "what", "which", "when", "where", "why", "how"];

/// The single questions, in order, each with the words it shares with the others; empty where there is only one.
///
/// `text` is the question as read, `lower` are the words of its reading in lower case.
pub fn parts(text: &str, reading: &Reading, lower: &[String]) -> Vec<String> {
    let asks = |w: usize| ASKING.contains(&lower[w].as_str());
    let Some(first) = (0..lower.len()).find(|&w| asks(w)) else { return Vec::new() };
    let second = (first + 1..lower.len()).find(|&w| asks(w) && joins(lower, w).is_some());
    let Some((and, begins)) = second.and_then(|w| joins(lower, w)) else { return Vec::new() };
    let slice = |from: usize, to: usize| {
        let (Some(a), Some(b)) = (reading.words.get(from), to.checked_sub(1).and_then(|w| reading.words.get(w))) else { return "" };
        if from < to { text[a.span.start..b.span.end].trim_end_matches(',') } else { "" }
    };
    let end = (0..lower.len()).rev().find(|&w| reading.words[w].pos != Pos::Punct).map_or(0, |w| w + 1);
    let verb = |from: usize, to: usize| (from..to).find(|&w| matches!(reading.words[w].pos, Pos::Verb | Pos::Aux));
    let first_begins = if first > 0 && reading.words[first - 1].pos == Pos::Adp { first - 1 } else { first };
    let joined = |pieces: &[&str]| format!("{}?", pieces.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(" "));
    match (verb(first, and), phrase_end(reading, lower, begins)) {
        // "when and where was she born"
        (None, rest) => {
            let lead = slice(0, first_begins);
            vec![joined(&[lead, slice(first_begins, and), slice(rest, end)]), joined(&[lead, slice(begins, rest), slice(rest, end)])]
        }
        // "when was she born and where"
        (Some(verb), rest) if rest >= end => vec![joined(&[slice(0, and)]), joined(&[slice(begins, end), slice(verb, and)])],
        // "who was Ada Brook and what did she paint"
        (Some(_), _) => vec![joined(&[slice(0, and)]), joined(&[slice(begins, end)])],
    }
}

/// Where the "and" stands that joins the asking word at `w` to what is before, and where the second question begins: a preposition may stand between.
fn joins(lower: &[String], w: usize) -> Option<(usize, usize)> {
    let and = |at: usize| matches!(lower[at].as_str(), "and" | "&");
    let and = [w.checked_sub(1), w.checked_sub(2)].into_iter().flatten().find(|&at| and(at))?;
    let comma = and > 0 && lower[and - 1] == ",";
    Some((and - usize::from(comma), and + 1))
}

/// One past the phrase that asks: "in which town", "how many people".
fn phrase_end(reading: &Reading, lower: &[String], from: usize) -> usize {
    let ends = |w: usize| {
        matches!(reading.words[w].pos, Pos::Verb | Pos::Aux | Pos::Punct)
            || w > from && reading.words[w].pos == Pos::Pron && !ASKING.contains(&lower[w].as_str())
    };
    (from..lower.len()).find(|&w| ends(w)).unwrap_or(lower.len())
}
