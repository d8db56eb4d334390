//! Titles of works, by their quotation marks or emphasis: "The Long Night", *The Long Night*.

use super::chain::{Chain, Line};
use super::gazetteer::{function_word, noun};
use super::{Mention, NameKind};
use crate::text::Span;

/// The marks that open and close a title.
const MARKS: [(&str, &str); 7] = [("“", "”"), ("\"", "\""), ("«", "»"), ("''", "''"), ("*", "*"), ("_", "_"), ("‘", "’")];

/// The longest title, in words.
const LONGEST: usize = 10;

/// The longest title, in bytes.
const LONGEST_BYTES: usize = 160;

/// The titles of works in the text, in order.
pub(super) fn works(line: &Line) -> Vec<Mention> {
    let mut works: Vec<Mention> = Vec::new();
    for (i, word) in line.words.iter().enumerate().filter(|(_, word)| word.opens || word.capital) {
        if works.last().is_some_and(|work| word.span.start < work.span.end) {
            continue;
        }
        if let Some((span, _)) = marked(line, i).filter(|(span, emphasised)| is_title(line, i, *span, *emphasised)) {
            works.push(Mention { span, core: span, kind: kind(line, i, span), gender: None });
        }
    }
    works
}

/// The marked stretch that begins with word `i`, and whether its marks are those of emphasis.
fn marked(line: &Line, i: usize) -> Option<(Span, bool)> {
    let start = line.words[i].span.start;
    let (before, after) = (&line.text[..start], &line.text[start..]);
    let (open, close) = MARKS.iter().find(|(open, _)| before.ends_with(open))?;
    let outside = before[..before.len() - open.len()].chars().next_back();
    if outside.is_some_and(|c| c.is_alphanumeric()) {
        return None;
    }
    let near = &after[..after.floor_char_boundary(LONGEST_BYTES)];
    let inner = near[..near.find('\n').unwrap_or(near.len())].find(close).map(|end| after[..end].trim_end_matches([',', '.', '*', '_']))?;
    (!inner.is_empty()).then(|| (Span::new(start, start + inner.len()), matches!(*open, "''" | "*" | "_")))
}

/// Whether the stretch is a title and no speech: every word of weight has a capital, or a noun before it says so.
fn is_title(line: &Line, first: usize, span: Span, emphasised: bool) -> bool {
    let words: Vec<usize> = (first..line.words.len()).take_while(|&i| line.words[i].span.end <= span.end).take(LONGEST + 1).collect();
    let closed = words.last().is_some_and(|&i| i == first || line.words[i].capital || line.words[i].digit);
    let cased = closed
        && words
            .iter()
            .all(|&i| line.words[i].capital || line.words[i].digit || function_word(line.raw(i)) || line.raw(i).chars().count() <= 3);
    let announced = (1..=3).any(|back| first.checked_sub(back).is_some_and(|i| noun(line.raw(i)) == Some(NameKind::Work)));
    let sentence = span.of(line.text).contains(['.', '?', ';']) && !announced;
    let begins = line.words[first].capital || line.words[first].digit;
    words.len() <= LONGEST && begins && !sentence && (cased && (words.len() > 1 || announced) || emphasised && (announced || cased))
}

/// A work, unless the marked words name something else by their own noun: a "University of Technology".
fn kind(line: &Line, first: usize, span: Span) -> NameKind {
    let chain = line.chain(first).filter(|chain| line.words[chain.end - 1].span.end == span.end && chain.end > first + 1);
    let head = |chain: Chain| (chain.first..chain.end).find(|&i| matches!(line.raw(i), "of" | "for")).unwrap_or(chain.end) - 1;
    let noun = chain.and_then(|chain| noun(line.raw(head(chain))));
    noun.filter(|kind| *kind == NameKind::Organisation).unwrap_or(NameKind::Work)
}
