//! Options: what a question gives to choose from: "in Oxmoor or in Fenton".

use crate::question::clause::opened;
use crate::text::{Degree, Pos, Reading, Span};

/// Words that make "or" open what it joins: "any brothers or sisters".
const OPEN: [&str; 7] = ["any", "ever", "anyone", "anything", "anybody", "either", "whether"];
/// Words after "or" that add nothing to choose.
const EMPTY: [&str; 11] = ["not", "n't", "so", "more", "less", "other", "no", "anything", "something", "else", "?"];

/// Whether the words before an "or" make it join what is not to be chosen between.
pub fn is_open(before: &[String]) -> bool {
    before.iter().any(|word| OPEN.contains(&word.as_str()))
}

/// The things between which "or" lets choose, in the question's order; empty where it offers none.
///
/// `lower` are the words of `reading` in lower case.
pub fn options(reading: &Reading, lower: &[String]) -> Vec<Span> {
    let last_or = (1..lower.len()).rev().find(|&w| lower[w] == "or");
    let Some(or) = last_or.filter(|&or| !is_open(&lower[..or])) else { return Vec::new() };
    if lower.get(or + 1).is_none_or(|next| EMPTY.contains(&next.as_str())) {
        return Vec::new();
    }
    let Some((_, last)) = opened(reading, or) else { return Vec::new() };
    let mut found = vec![last];
    let mut end = or - usize::from(or > 1 && lower[or - 1] == ",");
    if let Some(start) = behind_subject(reading, lower, end, last) {
        return vec![reading.words[start].span.cover(reading.words[end - 1].span), last];
    }
    while let Some(start) = phrase_before(reading, end) {
        found.push(reading.words[start].span.cover(reading.words[end - 1].span));
        if start < 2 || lower[start - 1] != "," {
            break;
        }
        end = start - 1;
    }
    // "Which came first, the mill or the bridge": what the comma cuts off asks.
    if found.len() > 2 && found.last().is_some_and(|first| asks(reading, lower, *first)) {
        found.pop();
    }
    found.reverse();
    if found.len() > 1 { found } else { Vec::new() }
}

/// "Is the tower granite or brick": where the option begins that stands right behind the subject, with as many words as the last option. Only in a question
/// that opens with a form of "be" and whose last option has no article.
fn behind_subject(reading: &Reading, lower: &[String], end: usize, last: Span) -> Option<usize> {
    let opens = matches!(lower.first().map(String::as_str), Some("is" | "are" | "was" | "were"));
    let words = reading.within(last);
    let bare = |w: usize| reading.words[w].pos != Pos::Det && reading.words[w].pos != Pos::Adp;
    let ends = reading.words[words.end..].iter().all(|word| word.pos == Pos::Punct);
    let start = end.checked_sub(words.len()).filter(|&start| opens && ends && start > 2 && words.clone().all(bare))?;
    let article = (1..start).any(|w| reading.words[w].pos == Pos::Det) && (start..end).all(bare);
    let noun = matches!(reading.words[start - 1].pos, Pos::Noun | Pos::Propn);
    let joined = (1..end).all(|w| matches!(reading.words[w].pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Num));
    (article && noun && joined).then_some(start)
}

/// Whether a phrase belongs to what is asked rather than to the options: it has no noun, ranks, or follows the question word.
fn asks(reading: &Reading, lower: &[String], phrase: Span) -> bool {
    let words = reading.within(phrase);
    let noun = |w: usize| matches!(reading.words[w].pos, Pos::Noun | Pos::Propn);
    let ranks = |w: usize| reading.words[w].morph.degree.is_some_and(|d| d != Degree::Pos) || matches!(lower[w].as_str(), "first" | "last");
    !words.clone().any(noun) || words.clone().any(ranks) || lower[..words.start].iter().all(|w| w.starts_with("wh"))
}

/// Where the nouns and modifiers, or the verb, begin that end before word `end`.
fn phrase_before(reading: &Reading, end: usize) -> Option<usize> {
    let pos = |w: usize| reading.words[w].pos;
    let pair = |w: usize| pos(w) == Pos::Cconj && w > 0 && w + 1 < end && pos(w - 1) == Pos::Noun && pos(w + 1) == Pos::Noun;
    let inner = |w: &usize| {
        matches!(pos(*w), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Num) || pos(*w) == Pos::Part && *w + 1 < end || pair(*w)
    };
    let start = (0..end).rev().take_while(inner).last();
    start.or_else(|| end.checked_sub(1).filter(|&w| matches!(pos(w), Pos::Verb | Pos::Adv)))
}
