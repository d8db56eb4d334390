//! The parser: greedy moves of the arc-hybrid system, chosen by a small network (after Chen and Manning 2014, over words that know their
//! context as in Kiperwasser and Goldberg 2016) that was trained with a dynamic oracle and exploration.

use super::Relation;
use super::encoder::{Encoded, Encoder, Node};
use super::model::Model;
use super::network::{
    Block, DISTANCES, FIRST_DEPENDENT, FLOW_BITS, HIDDEN, Network, POSITIONS, RELATIONS, SCORES, WEIGHT_BITS, add, number,
};
use super::product::{LANES, Outputs, Pairs, product};
use super::state::{MOVES, Move, State};
use super::tagger::best;

/// What the parser makes of a sentence's words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parse {
    /// Each word's head, `None` for the root; they form a tree.
    pub heads: Vec<Option<usize>>,
    /// Each word's relation to it.
    pub relations: Vec<Relation>,
    /// Each word's class of tags, now that the whole sentence is known.
    pub classes: Vec<u8>,
}

/// A fitted parser.
#[derive(Debug, Clone, Copy)]
pub struct Parser<'a> {
    encoder: Encoder<'a>,
    network: Network<'a>,
}

impl<'a> Parser<'a> {
    /// The parser of a model.
    pub fn new(model: Model<'a>) -> Self {
        Self { encoder: Encoder::new(model), network: Network::new(model) }
    }

    /// Reads words for which the tagger chose `classes`.
    pub fn parse(&self, nodes: &[Node], classes: &[u8]) -> Parse {
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("avx512bw") {
            // SAFETY: the processor has what the function is compiled for.
            return unsafe { self.parse_widest(nodes, classes) };
        } else if is_x86_feature_detected!("avx2") {
            // SAFETY: as above.
            return unsafe { self.parse_wide(nodes, classes) };
        }
        self.parse_plain(nodes, classes)
    }

    /// As [`Parser::parse_plain`], all that is compiled into it working on more numbers at a time.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn parse_wide(&self, nodes: &[Node], classes: &[u8]) -> Parse {
        self.parse_plain(nodes, classes)
    }

    /// The same for processors that work on still more.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512bw")]
    fn parse_widest(&self, nodes: &[Node], classes: &[u8]) -> Parse {
        self.parse_plain(nodes, classes)
    }

    #[inline(always)]
    fn parse_plain(&self, nodes: &[Node], classes: &[u8]) -> Parse {
        let mut words = self.encode(nodes);
        let mut chosen = Vec::with_capacity(nodes.len());
        for (i, &class) in classes.iter().enumerate() {
            chosen.push(best(&words.tag_scores(i, class)));
        }
        let mut state = State::new(nodes.len());
        while !state.is_done() {
            state.make(self.choose(&state, &mut words));
        }
        let heads = state.heads.iter().map(|&head| Some(head).filter(|&head| head < nodes.len())).collect();
        Parse { heads, relations: state.relations, classes: chosen }
    }

    /// The best possible move; the first of equals.
    #[inline(always)]
    fn choose(&self, state: &State, words: &mut Encoded) -> Move {
        if state.stack.is_empty() {
            return Move::Shift;
        }
        let mut scores = self.scores(state, words);
        let open = open(state);
        for (score, open) in scores.iter_mut().zip(open) {
            *score = if *open { *score } else { i32::MIN };
        }
        Move::of_class(best(&scores).into()).unwrap_or(Move::Shift)
    }

    /// A sentence's words as the network knows them, for [`Parser::scores`].
    #[inline(always)]
    pub fn encode(&self, nodes: &[Node]) -> Encoded<'a> {
        self.encoder.encode(nodes)
    }

    /// The scores of the moves in a state, each in the place of its class, with [`SCORE_BITS`](super::network::SCORE_BITS) bits behind the point.
    #[inline(always)]
    pub fn scores(&self, state: &State, words: &mut Encoded) -> [i32; SCORES] {
        let (weights, biases) = (self.network.block(Block::Moves), self.network.block(Block::MovesBias));
        let hidden = Pairs::<{ HIDDEN / 2 }>::of(&self.hidden(state, words));
        let mut scores = [0; SCORES];
        let outputs: Outputs<{ SCORES / LANES }> = product(weights, 0, &hidden);
        scores.copy_from_slice(outputs.as_flattened());
        for (score, &bias) in scores.iter_mut().zip(biases) {
            *score = score.wrapping_add(i32::from(number(bias)) << WEIGHT_BITS);
        }
        scores
    }

    /// The hidden layer over a state.
    #[inline(always)]
    fn hidden(&self, state: &State, words: &mut Encoded) -> [i16; HIDDEN] {
        let mut sums = [0; HIDDEN];
        add(self.network.block(Block::HiddenBias), &mut sums);
        for (position, word) in positions(state).into_iter().enumerate() {
            words.add_share(position, word, &mut sums);
        }
        for (block, row) in details(state) {
            add(self.network.row(block, row), &mut sums);
        }
        for sum in &mut sums {
            *sum = (*sum).max(0);
        }
        sums
    }
}

/// Whether `to` may be made; the root relation is never given by a move.
pub fn is_possible(state: &State, to: Move) -> bool {
    match to {
        Move::Shift => state.can_shift(),
        Move::Left(relation) => relation != Relation::Root && state.can_go_left(),
        Move::Right(relation) => relation != Relation::Root && state.can_go_right(),
    }
}

/// For each class, whether it may be chosen in a state.
fn open(state: &State) -> &'static [bool; SCORES] {
    use Relation::*;
    const CLAUSE: u64 = 1 << Nsubj as u64 | 1 << NsubjPass as u64 | 1 << Aux as u64 | 1 << AuxPass as u64 | 1 << Cop as u64;
    let clause = state.stack.last().is_some_and(|&top| state.taken[top] & CLAUSE != 0);
    let kinds = [state.can_shift(), state.can_go_left(), state.can_go_right(), clause];
    &OPEN[kinds.into_iter().enumerate().map(|(i, kind)| usize::from(kind) << i).sum::<usize>()]
}

/// [`open`] for each set of what is possible (shift, left, right) with whether the top of the stack is a clause: what has a subject, an auxiliary or a
/// copula is no word of a name or compound. "She was elected mayor" is not about an elected mayor.
static OPEN: [[bool; SCORES]; 16] = {
    use Relation::*;
    const PART: u64 = 1 << Amod as u64 | 1 << Compound as u64 | 1 << Nummod as u64 | 1 << Flat as u64;
    let mut open = [[false; SCORES]; 16];
    let mut kinds = 0;
    while kinds < open.len() {
        let closed = 1 << Root as u64 | if kinds >> 3 & 1 == 1 { PART } else { 0 };
        open[kinds][0] = kinds & 1 == 1;
        let mut class = 1;
        while class < MOVES {
            open[kinds][class] = kinds >> (2 - class % 2) & 1 == 1 && closed >> ((class - 1) / 2) & 1 == 0;
            class += 1;
        }
        kinds += 1;
    }
    open
};

/// The words of a state that are looked at: three of the stack, two of those to come, then outermost dependents of the foremost.
/// The number of words stands for the root.
pub fn positions(state: &State) -> [Option<usize>; POSITIONS] {
    let stack = |i: usize| state.stack.len().checked_sub(i + 1).map(|at| state.stack[at]);
    let (top, below, next) = (stack(0), stack(1), Some(state.next));
    let left = |of: Option<usize>| of.and_then(|word| state.left[word]).map(|word| word as usize);
    let right = |of: Option<usize>| of.and_then(|word| state.right[word]).map(|word| word as usize);
    let after = Some(state.next + 1).filter(|&word| word <= state.length);
    [top, below, stack(2), next, after, left(top), right(top), left(below), right(below), left(next)]
}

/// What else is looked at, as rows of the network's blocks: relations of the dependents among the positions, distances, depth, and the relations
/// that the top of the stack, the word beneath it and the next word have taken.
pub fn details(state: &State) -> impl Iterator<Item = (Block, usize)> {
    let at = positions(state);
    let (top, below, next) = (at[0], at[1], at[3]);
    let named = at.into_iter().skip(FIRST_DEPENDENT).enumerate();
    let named = named.filter_map(|(i, word)| Some((Block::Relations, i * RELATIONS + state.relations[word?] as usize)));
    let depth = state.stack.len().min(3) + if state.next == state.length { 4 } else { 0 };
    let distances = [distance(top, next), DISTANCES + distance(below, top), 2 * DISTANCES + depth];
    let taken = [top, below, next].into_iter().enumerate();
    let taken =
        taken.flat_map(|(i, word)| bits(word.map_or(0, |word| state.taken[word])).map(move |bit| (Block::Taken, i * RELATIONS + bit)));
    named.chain(distances.map(|row| (Block::Distances, row))).chain(taken)
}

/// The distance between two words, in classes.
fn distance(from: Option<usize>, to: Option<usize>) -> usize {
    match (from, to) {
        (Some(from), Some(to)) => match to.abs_diff(from) {
            near @ 0..=4 => near,
            5..=6 => 5,
            7..=10 => 6,
            11..=20 => 7,
            _ => 8,
        },
        _ => 9,
    }
}

/// The places of the bits that are set.
fn bits(set: u64) -> impl Iterator<Item = usize> {
    let without_first = |set: &u64| Some(set & set.wrapping_sub(1));
    std::iter::successors(Some(set), without_first).take_while(|&set| set != 0).map(|set| set.trailing_zeros() as usize)
}

const _: () = assert!(FLOW_BITS < WEIGHT_BITS);
