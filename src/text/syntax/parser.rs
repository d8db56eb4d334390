//! The parser: greedy moves chosen by an averaged perceptron that was trained with exploration (Goldberg and Nivre 2013)
//! on features after Zhang and Nivre (2011).

use super::Relation;
use super::features::mix;
use super::model::{Model, Scores, Section, Weights};
use super::state::{MOVES, Move, State};

/// What the parser sees of a word.
#[derive(Debug, Clone, Copy, Default)]
pub struct Node {
    /// The word in lower case, hashed.
    pub word: u64,
    /// Its lemma, hashed.
    pub lemma: u64,
    /// Its ending, hashed.
    pub ending: u64,
    /// Its tag and part of speech as one number.
    pub tag: u64,
}

/// The words of a sentence with what lies behind their ends.
#[derive(Debug, Clone)]
pub struct Nodes {
    nodes: Vec<Node>,
}

/// The tag of the root, and of no word.
const ROOT_TAG: u64 = 0x7FF;
const NO_TAG: u64 = 0x7FE;

impl Nodes {
    /// The words, to which the root is added.
    pub fn new(mut nodes: Vec<Node>) -> Self {
        nodes.push(Node { tag: ROOT_TAG, ..Node::default() });
        nodes.push(Node { tag: NO_TAG, ..Node::default() });
        Self { nodes }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.nodes.len() - 2
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn at(&self, word: Option<usize>) -> &Node {
        let last = self.nodes.len() - 1;
        &self.nodes[word.unwrap_or(last).min(last)]
    }
}

/// A fitted parser.
#[derive(Debug, Clone, Copy)]
pub struct Parser<'a> {
    weights: Weights<'a>,
}

impl<'a> Parser<'a> {
    /// The parser of a model.
    pub fn new(model: Model<'a>) -> Self {
        Self { weights: model.weights(Section::ParserSlots, Section::ParserRows) }
    }

    /// Each word's head, `None` for the root, and its relation. The heads form a tree.
    pub fn parse(&self, nodes: &Nodes) -> (Vec<Option<usize>>, Vec<Relation>) {
        let mut state = State::new(nodes.len());
        let mut features = Vec::with_capacity(128);
        while !state.is_done() {
            features.clear();
            extract(nodes, &state, &mut features);
            let mut scores: Scores = [0; 256];
            self.weights.add(&features, &mut scores);
            state.make(best(&state, &scores));
        }
        let heads = state.heads.iter().map(|&head| Some(head).filter(|&head| head < nodes.len())).collect();
        (heads, state.relations)
    }
}

/// The best possible move; the first of equals.
pub fn best(state: &State, scores: &Scores) -> Move {
    let mut best: Option<(i32, Move)> = None;
    for (class, &score) in scores.iter().enumerate().take(MOVES) {
        if best.is_some_and(|(highest, _)| score <= highest) {
            continue;
        }
        if let Some(to) = Move::of_class(class).filter(|&to| is_possible(state, to)) {
            best = Some((score, to));
        }
    }
    best.map_or(Move::Shift, |(_, to)| to)
}

/// Whether `to` may be made; the root relation is never given by a move.
pub fn is_possible(state: &State, to: Move) -> bool {
    match to {
        Move::Shift => state.can_shift(),
        Move::Left(relation) => relation != Relation::Root && state.can_go_left(),
        Move::Right(relation) => relation != Relation::Root && state.can_go_right(),
    }
}

/// The distance between two words, in classes.
fn distance(from: Option<usize>, to: Option<usize>) -> u64 {
    match (from, to) {
        (Some(from), Some(to)) => match to.abs_diff(from) {
            near @ 0..=4 => near as u64,
            5..=6 => 5,
            7..=10 => 6,
            _ => 7,
        },
        _ => 8,
    }
}

/// Adds to `out` the features of a state.
pub fn extract(nodes: &Nodes, state: &State, out: &mut Vec<u64>) {
    let depth = state.stack.len();
    let stack = |i: usize| depth.checked_sub(i + 1).map(|at| state.stack[at]);
    let (i0, i1, i2) = (stack(0), stack(1), stack(2));
    let buffer = |i: usize| Some(state.next + i).filter(|&at| at <= state.length);
    let (j0, j1, j2) = (buffer(0), buffer(1), buffer(2));
    let (s0, s1, s2) = (nodes.at(i0), nodes.at(i1), nodes.at(i2));
    let (b0, b1, b2) = (nodes.at(j0), nodes.at(j1), nodes.at(j2));
    let left = |i: Option<usize>| i.map(|i| state.left[i]).unwrap_or_default();
    let right = |i: Option<usize>| i.map(|i| state.right[i]).unwrap_or_default();
    let taken = |i: Option<usize>| i.map_or(0, |i| state.taken[i]);
    let (s0l, s0r, s1l, s1r, b0l) = (left(i0), right(i0), left(i1), right(i1), left(j0));
    let node = |word: Option<u32>| nodes.at(word.map(|w| w as usize));
    let label = |word: Option<u32>| word.map_or(0xFF, |w| state.relations[w as usize] as u64);
    let (d0, d1) = (distance(i0, j0), distance(i1, i0));
    let question = nodes.at(state.length.checked_sub(1)).word;
    let pair = |a: u64, b: u64| a | b << 12;
    let mut template = 100;
    let mut add = |a: u64, b: u64| {
        template += 1;
        out.push(mix(template, a, b));
    };
    let tags01 = pair(s0.tag, b0.tag);
    let tags10 = pair(s1.tag, s0.tag);
    add(0, 0);
    // One word.
    for n in [s0, s1, b0, b1] {
        add(n.word, n.tag);
        add(n.tag, 0);
        add(n.ending, n.tag);
    }
    for n in [s2, b2] {
        add(n.word, n.tag);
        add(n.tag, 0);
    }
    // Top of the stack and next word.
    add(s0.lemma, mix(0, b0.lemma, tags01));
    add(s0.lemma, mix(0, b0.lemma, 0));
    add(s0.word, tags01);
    add(s0.tag, mix(0, b0.word, b0.tag));
    add(s0.ending, mix(0, b0.ending, tags01));
    add(tags01, 0);
    add(tags01, pair(d0, 1));
    add(s0.word, pair(d0, s0.tag));
    add(b0.word, pair(d0, b0.tag));
    // The two topmost of the stack.
    add(s1.lemma, mix(0, s0.lemma, tags10));
    add(s1.lemma, mix(0, s0.lemma, 0));
    add(s1.word, tags10);
    add(s1.tag, mix(0, s0.word, s0.tag));
    add(s1.ending, mix(0, s0.ending, tags10));
    add(tags10, 0);
    add(tags10, pair(d1, 1));
    add(s1.word, pair(d1, s1.tag));
    add(s0.word, pair(d1, s0.tag));
    add(s1.lemma, b0.lemma);
    add(pair(s1.tag, b0.tag), s1.word);
    add(pair(s1.tag, b0.tag), b0.word);
    // Three and four tags.
    add(tags01, pair(b1.tag, b2.tag));
    add(tags01, b1.tag);
    add(tags01, s1.tag);
    add(tags01, pair(s1.tag, b1.tag));
    add(tags10, pair(s2.tag, b0.tag));
    add(tags10, s2.tag);
    add(tags01, mix(0, s1.word, s1.tag));
    add(pair(s1.tag, b0.tag), mix(0, s0.word, s0.tag));
    add(tags10, mix(0, b0.word, b0.tag));
    add(tags01, mix(0, b1.word, b1.tag));
    add(s0.lemma, mix(0, b0.tag, b1.lemma));
    // Dependents so far.
    let (below, ahead) = (Some(tags10), Some(tags01));
    let sides = [(s0l, s0, below, ahead), (s0r, s0, below, ahead), (s1l, s1, below, None), (s1r, s1, below, None), (b0l, b0, None, ahead)];
    for (side, own, below, ahead) in sides {
        let (outer, inner) = (node(side.outer), node(side.inner));
        let named = pair(outer.tag, label(side.outer));
        add(outer.word, pair(own.tag, outer.tag));
        add(named, own.tag);
        add(pair(outer.tag, inner.tag), pair(label(side.outer), label(side.inner) << 12 | own.tag));
        add(own.word, pair(u64::from(side.count), own.tag));
        below.into_iter().for_each(|tags| add(tags, named));
        ahead.into_iter().for_each(|tags| add(tags, named << 1 | 1));
    }
    for (i, own, tags) in [(i0, s0, tags01), (i1, s1, tags10), (j0, b0, tags01)] {
        add(taken(i), own.tag);
        add(taken(i), own.lemma);
        add(taken(i), tags);
    }
    add(taken(i0), mix(0, tags10, 1));
    add(mix(0, taken(i0), taken(i1)), tags10);
    add(mix(0, taken(i0), taken(j0)), tags01);
    // The sentence.
    add(question, tags01);
    add(question, tags10);
    add(question, s0.word);
    add(pair(depth.min(3) as u64, u64::from(state.next == state.length)), tags01);
}
