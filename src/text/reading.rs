//! A reading: the words of one sentence with lemma, tags, morphology and their tree.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::Span;
use super::syntax::{Morph, Pos, Relation, Tag};

/// A word of a sentence, as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// Where it stands in the text that was read.
    pub span: Span,
    /// Its dictionary form; lower case but for names.
    pub lemma: CompactString,
    /// Its universal part of speech.
    pub pos: Pos,
    /// Its Penn tag.
    pub tag: Tag,
    /// Number, tense, voice and the like.
    pub morph: Morph,
    /// The word it depends on, an index into [`Reading::words`]; `None` for the root.
    pub head: Option<usize>,
    /// How it depends on that word.
    pub relation: Relation,
}

impl Word {
    /// Whether it is the "like" of "she speaks like a judge", which says nothing of liking.
    pub fn is_comparing(&self) -> bool {
        matches!(self.pos, Pos::Adp | Pos::Sconj) && self.lemma == "like"
    }
}

/// One sentence, read. The heads form a tree: exactly one root (none where there are no words), no cycle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The words in the order of the text.
    pub words: Vec<Word>,
}

impl Reading {
    /// The root's index; `None` where there are no words.
    pub fn root(&self) -> Option<usize> {
        self.words.iter().position(|word| word.head.is_none())
    }

    /// The words that depend on word `head`, in order.
    pub fn children(&self, head: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.words.iter().enumerate().filter(move |(_, word)| word.head == Some(head)).map(|(i, _)| i)
    }

    /// The first word that depends on `head` by `relation` or a subtype of it.
    pub fn child(&self, head: usize, relation: Relation) -> Option<usize> {
        self.children(head).find(|&i| self.is(i, relation))
    }

    /// Whether word `i` hangs on its head by `relation` or by a subtype of it.
    pub fn is(&self, i: usize, relation: Relation) -> bool {
        self.words.get(i).is_some_and(|word| word.relation == relation || word.relation.base() == relation)
    }

    /// The words on the way from `i` up to the root, `i` first.
    pub fn ancestors(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(i), |&i| self.words.get(i).and_then(|word| word.head)).take(self.words.len())
    }

    /// Whether `above` is `below` or lies on its way to the root.
    pub fn is_ancestor(&self, above: usize, below: usize) -> bool {
        self.ancestors(below).any(|i| i == above)
    }

    /// Word `top` and everything that depends on it, in the order of the text.
    pub fn subtree(&self, top: usize) -> Vec<usize> {
        self.subtree_without(top, |_| false)
    }

    /// As [`Reading::subtree`], leaving out every branch below `top` whose first word `leave` picks.
    pub fn subtree_without(&self, top: usize, leave: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut out: Vec<usize> = if top < self.words.len() { vec![top] } else { Vec::new() };
        let mut next = 0;
        while let Some(&head) = out.get(next).filter(|_| out.len() <= self.words.len()) {
            out.extend(self.children(head).filter(|&child| !leave(child)));
            next += 1;
        }
        out.sort_unstable();
        out
    }

    /// From the first to the last word of [`Reading::subtree`]; empty where there is no such word.
    pub fn subtree_span(&self, top: usize) -> Span {
        self.span_of(&self.subtree(top))
    }

    /// From the first to the last of `words`, which are in order; empty where there are none.
    pub fn span_of(&self, words: &[usize]) -> Span {
        match (words.first().and_then(|&i| self.words.get(i)), words.last().and_then(|&i| self.words.get(i))) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The words that lie within `span`, as a range of indices.
    pub fn within(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.words.partition_point(|word| word.span.start < span.start);
        let end = self.words.partition_point(|word| word.span.end <= span.end);
        start..end.max(start)
    }
}
