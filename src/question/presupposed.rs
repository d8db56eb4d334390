//! Presuppositions: what a question takes for granted, which the document may not bear out: "When did he win the race?" takes a win for granted.

use crate::text::{Pos, Reading, Relation, Span};

/// Something taken for granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presupposed {
    /// What sort of thing.
    pub kind: Taken,
    /// The verb of the happening, the noun of the thing.
    pub head: usize,
    /// Its words in the question's reading, in order, without the question word, auxiliaries and marks.
    pub words: Vec<usize>,
    /// From the first to the last of them.
    pub span: Span,
}

/// What sort of thing is taken for granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// That it happened: "he win the race".
    Happened,
    /// That there is one: "her husband".
    Exists,
}

/// What a question takes for granted. A yes/no question asks for what happened, so it takes only the things in it for granted.
pub fn presupposed(reading: &Reading, yes_no: bool) -> Vec<Presupposed> {
    let happened = reading.root().filter(|&root| !yes_no && is_happening(reading, root)).map(|root| {
        let words = reading.subtree_without(root, |w| asks(reading, w)).into_iter().filter(|&w| says(reading, w)).collect();
        taken(reading, Taken::Happened, root, words)
    });
    let owned = (0..reading.words.len()).filter(|&w| reading.words[w].pos == Pos::Noun).filter_map(|noun| {
        let owner = reading.children(noun).find(|&c| reading.words[c].relation == Relation::NmodPoss && !asks(reading, c))?;
        let words = reading.subtree(owner).into_iter().chain(std::iter::once(noun)).collect();
        Some(taken(reading, Taken::Exists, noun, words))
    });
    happened.into_iter().chain(owned).collect()
}

fn taken(reading: &Reading, kind: Taken, head: usize, words: Vec<usize>) -> Presupposed {
    Presupposed { kind, head, span: reading.span_of(&words), words }
}

/// Whether the main verb tells of something that happened or is done.
fn is_happening(reading: &Reading, root: usize) -> bool {
    let word = &reading.words[root];
    word.pos == Pos::Verb
        && !matches!(
            word.lemma.as_str(),
            "be" | "do" | "mean" | "call" | "name" | "list" | "tell" | "give" | "describe" | "happen" | "stand"
        )
}

fn says(reading: &Reading, w: usize) -> bool {
    !matches!(reading.words[w].pos, Pos::Aux | Pos::Punct)
}

/// Whether a word belongs to the phrase that asks.
fn asks(reading: &Reading, w: usize) -> bool {
    use crate::text::Tag::{Wdt, Wp, WpPossessive, Wrb};
    let wh = |i: usize| matches!(reading.words[i].tag, Wdt | Wp | WpPossessive | Wrb);
    wh(w) || reading.children(w).any(wh)
}
