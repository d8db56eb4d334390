//! From the words of a sentence to a vector for each, which knows the words around it: embeddings of a word's features are summed, mixed with those
//! of its neighbours, and passed through a memory that runs along the sentence in both directions (a gated recurrence without
//! products of its own state, after Lei et al. 2018, Simple Recurrent Units, and Feng et al. 2024, Were RNNs All We Needed?).

use super::features::{Form, hash, mix};
use super::model::{Model, Section, find};
use super::network::{
    Block, EMBEDDING, EMBEDDING_BITS, FEATURES, FLOW_BITS, HIDDEN, MEMORY, MIXED, Network, POSITIONS, ROW_BITS, VECTOR, WEIGHT_BITS,
    WINDOW, add, multiply, number, rectified,
};
use super::{Pos, Tag};

/// What the parser sees of a word, hashed.
pub type Node = [u64; FEATURES];

/// The features of a word that stand for it as a whole: form and lemma.
pub const WHOLE: usize = 2;

/// What the parser sees of a word.
pub fn node(letters: &Form, (tag, pos): (Tag, Pos), lemma: &str) -> Node {
    let lemma = hash(lemma.bytes().map(|b| b.to_ascii_lowercase()));
    let (tag, pos) = (tag as u64, pos as u64);
    let values =
        [letters.lower, lemma, letters.suffix[2], letters.suffix[1], letters.prefix[2], letters.shape, tag | pos << 6, letters.traits, tag];
    let mut template = 0;
    values.map(|value| {
        template += 1;
        mix(template, value, 0)
    })
}

/// A fitted encoder.
#[derive(Debug, Clone, Copy)]
pub struct Encoder<'a> {
    slots: &'a [u8],
    embeddings: &'a [u8],
    network: Network<'a>,
}

/// The words of a sentence as vectors, with their shares in the hidden layer as far as they were asked for.
#[derive(Debug)]
pub struct Encoded<'a> {
    network: Network<'a>,
    vectors: Vec<[i16; VECTOR]>,
    shares: Vec<[i16; HIDDEN]>,
    /// For each word, the positions whose share is known, as bits.
    known: Vec<u16>,
}

impl<'a> Encoder<'a> {
    /// The encoder of a model.
    pub fn new(model: Model<'a>) -> Self {
        let (slots, embeddings) = (model.section(Section::EmbeddingSlots), model.section(Section::Embeddings));
        Self { slots, embeddings, network: Network::new(model) }
    }

    /// The vectors of a sentence's words.
    pub fn encode(&self, nodes: &[Node]) -> Encoded<'a> {
        let taken: Vec<[i32; 6 * MEMORY]> = self.mixed(nodes).iter().map(|mixed| self.gates(mixed)).collect();
        let mut sums = vec![[0_i32; VECTOR]; nodes.len()];
        let mut forward = [0; MEMORY];
        for (sum, taken) in sums.iter_mut().zip(&taken) {
            remember(&mut forward, &taken[..2 * MEMORY], &mut sum[..MEMORY]);
        }
        let mut backward = [0; MEMORY];
        for (sum, taken) in sums.iter_mut().zip(&taken).rev() {
            remember(&mut backward, &taken[2 * MEMORY..4 * MEMORY], &mut sum[MEMORY..]);
        }
        let past = |(sum, taken): (&[i32; VECTOR], &[i32; 6 * MEMORY])| {
            std::array::from_fn(|k| rectified(sum[k].saturating_add(taken[4 * MEMORY + k] >> 2), MEMORY_BITS - FLOW_BITS))
        };
        Encoded {
            network: self.network,
            vectors: sums.iter().zip(&taken).map(past).collect(),
            shares: vec![[0; HIDDEN]; nodes.len() * POSITIONS],
            known: vec![0; nodes.len()],
        }
    }

    /// Each word's embedding mixed with those of its neighbours.
    fn mixed(&self, nodes: &[Node]) -> Vec<[i16; MIXED]> {
        let mut embeddings = vec![0_i16; (nodes.len() + WINDOW - 1) * EMBEDDING];
        for (node, sum) in nodes.iter().zip(embeddings[WINDOW / 2 * EMBEDDING..].chunks_exact_mut(EMBEDDING)) {
            node.iter().for_each(|&feature| self.embed(feature, sum));
        }
        let bias = self.network.block(Block::WindowBias);
        let mix = |i: usize| {
            let mut sums = [0; MIXED];
            multiply(self.network.block(Block::Window), &embeddings[i * EMBEDDING..(i + WINDOW) * EMBEDDING], &mut sums);
            biased(&mut sums, bias, EMBEDDING_BITS + WEIGHT_BITS);
            sums.map(|sum| rectified(sum, EMBEDDING_BITS + WEIGHT_BITS - FLOW_BITS))
        };
        (0..nodes.len()).map(mix).collect()
    }

    /// Adds the embedding of a feature to `sum`; one that was not fitted has none.
    fn embed(&self, feature: u64, sum: &mut [i16]) {
        let Some(row) = find(self.slots, feature, ROW_BITS) else { return };
        let start = (row as usize - 1) * EMBEDDING;
        for (sum, &by) in sum.iter_mut().zip(self.embeddings.get(start..start + EMBEDDING).unwrap_or(&[])) {
            *sum += i16::from(by as i8);
        }
    }

    fn gates(&self, mixed: &[i16; MIXED]) -> [i32; 6 * MEMORY] {
        let mut sums = [0; 6 * MEMORY];
        multiply(self.network.block(Block::Gates), mixed, &mut sums);
        biased(&mut sums, self.network.block(Block::GatesBias), FLOW_BITS + WEIGHT_BITS);
        sums
    }
}

/// Bits behind the point of a memory.
const MEMORY_BITS: u32 = 16;

/// Moves each number of a memory towards its candidate, as far as its gate is open, and writes the memory to `out`. `taken` holds the gates, then the candidates.
fn remember(memory: &mut [i32; MEMORY], taken: &[i32], out: &mut [i32]) {
    let (gates, candidates) = taken.split_at(MEMORY);
    for k in 0..MEMORY {
        // A gate is half open at nought, and quite open or shut at two and minus two.
        let gate = ((gates[k] >> (WEIGHT_BITS + 2)) + 128).clamp(0, 256);
        let step = i64::from(gate) * i64::from((candidates[k] >> 2).wrapping_sub(memory[k]));
        memory[k] = memory[k].wrapping_add((step >> 8) as i32);
        out[k] = memory[k];
    }
}

/// Adds biases to sums that have `bits` bits behind the point.
fn biased(sums: &mut [i32], bias: &[[u8; 2]], bits: u32) {
    for (sum, &by) in sums.iter_mut().zip(bias) {
        *sum = sum.wrapping_add(i32::from(number(by)) << (bits - FLOW_BITS));
    }
}

impl Encoded<'_> {
    /// How many words there are.
    pub fn len(&self) -> usize {
        self.vectors.len()
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.vectors.is_empty()
    }

    /// Adds what the word at `position` says to the hidden layer; the number of words stands for the root.
    pub fn add_share(&mut self, position: usize, word: Option<usize>, sums: &mut [i16; HIDDEN]) {
        let Some(word) = word else { return add(self.network.row(Block::Nothing, position), sums) };
        if word >= self.len() {
            return add(self.network.row(Block::Root, position), sums);
        }
        let at = word * POSITIONS + position;
        if self.known[word] >> position & 1 == 0 {
            self.known[word] |= 1 << position;
            let mut share = [0; HIDDEN];
            multiply(self.network.rows(Block::Shares, position * HIDDEN, HIDDEN), &self.vectors[word], &mut share);
            self.shares[at] = share.map(|sum| (sum >> WEIGHT_BITS).clamp(i16::MIN.into(), i16::MAX.into()) as i16);
        }
        for (sum, &by) in sums.iter_mut().zip(&self.shares[at]) {
            *sum = sum.saturating_add(by);
        }
    }
}
