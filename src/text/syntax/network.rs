//! The parser's network: its shape, and its weights as small integers read in place.
//!
//! Every number is a fixed-point one, so that a sentence is read alike on every machine: an embedding has [`EMBEDDING_BITS`] bits behind
//! the point, a weight [`WEIGHT_BITS`], what flows between layers and every bias [`FLOW_BITS`].

use super::Relation;
use super::model::{CLASSES, Model, Section};
use super::product::{LANES, Numbers};
use super::state::MOVES;

/// Features of a word, the rows of its embedding's sum.
pub const FEATURES: usize = 9;
/// Numbers of an embedding.
pub const EMBEDDING: usize = 64;
/// Words that the first layer sees: the word and its neighbours.
pub const WINDOW: usize = 3;
/// Numbers that the first layer gives.
pub const MIXED: usize = 96;
/// Numbers that a memory carries along the sentence, in each direction.
pub const MEMORY: usize = 48;
/// Numbers of a word's vector.
pub const VECTOR: usize = 2 * MEMORY;
/// Words of a state that the parser looks at.
pub const POSITIONS: usize = 10;
/// Numbers of the layer between a state and its moves.
pub const HIDDEN: usize = 96;
/// How many classes of distance there are, and of depth.
pub const DISTANCES: usize = 10;
/// Relations, with room.
pub const RELATIONS: usize = 64;
/// Scores of moves, with room.
pub const SCORES: usize = MOVES.next_multiple_of(LANES);

/// Bits behind the point of an embedding.
pub const EMBEDDING_BITS: u32 = 6;
/// Bits behind the point of a weight.
pub const WEIGHT_BITS: u32 = 10;
/// Bits behind the point of what flows from layer to layer.
pub const FLOW_BITS: u32 = 8;
/// Bits behind the point of the scores of moves and tags.
pub const SCORE_BITS: u32 = FLOW_BITS + WEIGHT_BITS;

/// Bits of an embedding's slot that number its row plus one.
pub const ROW_BITS: u32 = 16;

/// The blocks of weights in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// From a window of embeddings to the mixed words.
    Window,
    /// The biases of that.
    WindowBias,
    /// From a mixed word to what the memories take: forward gate and candidate, backward gate and candidate, and what goes past them.
    Gates,
    /// The biases of that.
    GatesBias,
    /// From a word's vector to its share in the hidden layer, one after the other for each position.
    Shares,
    /// The share of no word, for each position.
    Nothing,
    /// The share of the root, for each position.
    Root,
    /// The shares of the relations of the dependents among the positions.
    Relations,
    /// The shares of distances and of depths.
    Distances,
    /// The shares of the relations that the three foremost words have taken.
    Taken,
    /// The biases of the hidden layer.
    HiddenBias,
    /// From the hidden layer to the moves.
    Moves,
    /// The biases of the moves.
    MovesBias,
    /// From a word's vector to its class of tags.
    Tags,
    /// What speaks for each class where the tagger chose a class, a row for each of those.
    Tagged,
}

/// The positions from this one on are dependents, whose relations count.
pub const FIRST_DEPENDENT: usize = 5;

impl Block {
    /// All blocks.
    pub const ALL: [Self; 15] = [
        Self::Window,
        Self::WindowBias,
        Self::Gates,
        Self::GatesBias,
        Self::Shares,
        Self::Nothing,
        Self::Root,
        Self::Relations,
        Self::Distances,
        Self::Taken,
        Self::HiddenBias,
        Self::Moves,
        Self::MovesBias,
        Self::Tags,
        Self::Tagged,
    ];

    /// How many rows, and how many numbers in each: of weights a row for each output, laid out as [`super::product::place`] says.
    pub const fn shape(self) -> (usize, usize) {
        match self {
            Self::Window => (MIXED, WINDOW * EMBEDDING),
            Self::WindowBias => (1, MIXED),
            Self::Gates => (6 * MEMORY, MIXED),
            Self::GatesBias => (1, 6 * MEMORY),
            Self::Shares => (POSITIONS * HIDDEN, VECTOR),
            Self::Nothing | Self::Root => (POSITIONS, HIDDEN),
            Self::Relations => ((POSITIONS - FIRST_DEPENDENT) * RELATIONS, HIDDEN),
            Self::Distances => (3 * DISTANCES, HIDDEN),
            Self::Taken => (3 * RELATIONS, HIDDEN),
            Self::HiddenBias => (1, HIDDEN),
            Self::Moves => (SCORES, HIDDEN),
            Self::MovesBias => (1, SCORES),
            Self::Tags => (CLASSES, VECTOR),
            Self::Tagged => (CLASSES, CLASSES),
        }
    }

    /// Where the block starts, in numbers.
    const fn start(self) -> usize {
        STARTS[self as usize]
    }
}

/// Where each block starts, in numbers.
const STARTS: [usize; Block::ALL.len()] = {
    let (mut starts, mut at, mut i) = ([0; Block::ALL.len()], 0, 0);
    while i < starts.len() {
        starts[i] = at;
        let (rows, width) = Block::ALL[i].shape();
        at += rows * width;
        i += 1;
    }
    starts
};

/// The weights of a fitted network. Those of an empty model are all nought.
#[derive(Debug, Clone, Copy)]
pub struct Network<'a> {
    numbers: Numbers<'a>,
}

impl<'a> Network<'a> {
    /// The network of a model.
    pub fn new(model: Model<'a>) -> Self {
        Self { numbers: model.section(Section::Network).as_chunks().0 }
    }

    /// A whole block.
    pub fn block(self, block: Block) -> Numbers<'a> {
        let (rows, width) = block.shape();
        self.slice(block.start(), rows * width)
    }

    /// One row of a block.
    pub fn row(self, block: Block, row: usize) -> Numbers<'a> {
        let width = block.shape().1;
        self.slice(block.start() + row * width, width)
    }

    /// Some rows of a block, one after the other.
    pub fn rows(self, block: Block, first: usize, count: usize) -> Numbers<'a> {
        let width = block.shape().1;
        self.slice(block.start() + first * width, count * width)
    }

    fn slice(self, start: usize, length: usize) -> Numbers<'a> {
        self.numbers.get(start..start + length).unwrap_or(&[])
    }
}

/// A number of a block.
#[inline(always)]
pub fn number(bytes: [u8; 2]) -> i16 {
    i16::from_le_bytes(bytes)
}

/// Adds a row of a block to `sums`, which keep to their range.
#[inline(always)]
pub fn add(row: Numbers, sums: &mut [i16; HIDDEN]) {
    for (sum, &by) in sums.iter_mut().zip(row) {
        *sum = sum.saturating_add(number(by));
    }
}

/// A sum with `bits` more behind the point than what flows, brought to that, not below nought.
#[inline(always)]
pub fn rectified(sum: i32, bits: u32) -> i16 {
    (sum >> bits).clamp(0, i16::MAX.into()) as i16
}

const _: () = assert!(
    Relation::ALL.len() <= RELATIONS
        && CLASSES.is_multiple_of(LANES)
        && MIXED.is_multiple_of(LANES)
        && HIDDEN.is_multiple_of(LANES)
        && (6 * MEMORY).is_multiple_of(LANES)
);
