//! The phrase or clause that a word opens: what stands after "when", "before", "besides", "or".

use crate::text::{Pos, Reading, Relation, Span};

/// The head and the span of what word `w` opens: the part of its head's branch that follows it, or, where the tree puts the head elsewhere, all that
/// follows up to a mark. `None` where nothing follows.
pub fn opened(reading: &Reading, w: usize) -> Option<(usize, Span)> {
    let words = &reading.words;
    if let Some(head) = words[w].head.filter(|&h| h > w && opens(words[w].relation)) {
        let last = reading.subtree(head).into_iter().rfind(|&i| i > w && words[i].pos != Pos::Punct)?;
        return Some((head, words[w + 1].span.cover(words[last].span)));
    }
    let end = (w + 1..words.len()).find(|&i| words[i].pos == Pos::Punct).unwrap_or(words.len());
    let last = (w + 1..end).next_back()?;
    let head = |pos: &[Pos]| (w + 1..end).find(|&i| pos.contains(&words[i].pos));
    let head = head(&[Pos::Verb]).or_else(|| head(&[Pos::Noun, Pos::Propn, Pos::Pron, Pos::Num]))?;
    Some((head, words[w + 1].span.cover(words[last].span)))
}

fn opens(relation: Relation) -> bool {
    matches!(relation.base(), Relation::Mark | Relation::Case | Relation::Advmod | Relation::Cc)
}
