//! From the words of a sentence to a vector for each, which knows the words around it: embeddings of a word's features are summed, mixed with those
//! of its neighbours, and passed through a memory that runs along the sentence in both directions (a gated recurrence without
//! products of its own state, after Lei et al. 2018, Simple Recurrent Units, and Feng et al. 2024, Were RNNs All We Needed?).
//!
//! Loops stand where an iterator's methods could: what these call is compiled apart, and not for the processor's wide numbers.

use super::features::{Form, hash, mix};
use super::model::{CLASSES, Model, Section};
use super::network::{
    Block, EMBEDDING, EMBEDDING_BITS, FEATURES, FLOW_BITS, HIDDEN, MEMORY, MIXED, Network, POSITIONS, ROW_BITS, VECTOR, WEIGHT_BITS,
    WINDOW, add, number, rectified,
};
use super::product::{LANES, Numbers, Outputs, Pairs, product};
use super::table::Table;
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
    rows: Table<'a>,
    embeddings: &'a [u8],
    network: Network<'a>,
}

/// The words of a sentence as vectors, with their shares in the hidden layer as far as they were asked for.
#[derive(Debug)]
pub struct Encoded<'a> {
    network: Network<'a>,
    vectors: Vec<Pairs<{ VECTOR / 2 }>>,
    shares: Vec<[i16; HIDDEN]>,
    /// For each word and position, where its share stands, plus one; nought where it is not known yet.
    places: Vec<[u32; POSITIONS]>,
}

/// What the memories take of a word, see [`Block::Gates`].
type Taken = [i32; 6 * MEMORY];

impl<'a> Encoder<'a> {
    /// The encoder of a model.
    pub fn new(model: Model<'a>) -> Self {
        let rows = model.table(Section::EmbeddingSlots, ROW_BITS);
        Self { rows, embeddings: model.section(Section::Embeddings), network: Network::new(model) }
    }

    /// The vectors of a sentence's words.
    #[inline(always)]
    pub fn encode(&self, nodes: &[Node]) -> Encoded<'a> {
        let taken = self.taken(&self.mixed(nodes));
        let mut sums = vec![[0_i32; VECTOR]; nodes.len()];
        let mut forward = [0; MEMORY];
        for (sum, taken) in sums.iter_mut().zip(&taken) {
            remember(&mut forward, &taken[..2 * MEMORY], &mut sum[..MEMORY]);
        }
        let mut backward = [0; MEMORY];
        for (sum, taken) in sums.iter_mut().zip(&taken).rev() {
            remember(&mut backward, &taken[2 * MEMORY..4 * MEMORY], &mut sum[MEMORY..]);
        }
        let mut vectors = Vec::with_capacity(nodes.len());
        for (sum, taken) in sums.iter().zip(&taken) {
            let mut vector = [0; VECTOR];
            for ((number, sum), past) in vector.iter_mut().zip(sum).zip(&taken[4 * MEMORY..]) {
                *number = rectified(sum.saturating_add(past >> 2), MEMORY_BITS - FLOW_BITS);
            }
            vectors.push(Pairs::of(&vector));
        }
        let mut encoded = Encoded {
            network: self.network,
            vectors,
            shares: Vec::with_capacity(nodes.len() * POSITIONS),
            places: vec![[0; POSITIONS]; nodes.len()],
        };
        TAKEN_BY_ALL.into_iter().for_each(|position| encoded.share_all(position));
        encoded
    }

    /// Each word's embedding mixed with those of its neighbours.
    #[inline(always)]
    fn mixed(&self, nodes: &[Node]) -> Vec<[i16; MIXED]> {
        let mut embeddings = vec![0_i16; (nodes.len() + WINDOW - 1) * EMBEDDING];
        let mut rows = vec![[0; FEATURES]; nodes.len()];
        self.rows.find_all(nodes.as_flattened(), rows.as_flattened_mut());
        for (rows, sum) in rows.into_iter().zip(embeddings[WINDOW / 2 * EMBEDDING..].chunks_exact_mut(EMBEDDING)) {
            rows.into_iter().for_each(|row| self.embed(row, sum));
        }
        let mut windows: Vec<Pairs<{ WINDOW * EMBEDDING / 2 }>> = Vec::with_capacity(nodes.len());
        for i in 0..nodes.len() {
            windows.push(Pairs::all_of(&embeddings[i * EMBEDDING..(i + WINDOW) * EMBEDDING]));
        }
        let mut mixed = vec![[0; MIXED]; nodes.len()];
        let bits = EMBEDDING_BITS + WEIGHT_BITS;
        self.layer::<_, 1>((Block::Window, Block::WindowBias), &windows, bits, |i, block, sums| {
            for (number, &sum) in mixed[i][block * LANES..(block + 1) * LANES].iter_mut().zip(sums) {
                *number = rectified(sum, bits - FLOW_BITS);
            }
        });
        mixed
    }

    /// Adds the embedding of this number, counted from one, to `sum`; a feature that was not fitted has none.
    #[inline(always)]
    fn embed(&self, row: u32, sum: &mut [i16]) {
        let Some(row) = row.checked_sub(1) else { return };
        let start = row as usize * EMBEDDING;
        for (sum, &by) in sum.iter_mut().zip(self.embeddings.get(start..start + EMBEDDING).unwrap_or(&[])) {
            *sum += i16::from(by as i8);
        }
    }

    #[inline(always)]
    fn taken(&self, mixed: &[[i16; MIXED]]) -> Vec<Taken> {
        let mut pairs: Vec<Pairs<{ MIXED / 2 }>> = Vec::with_capacity(mixed.len());
        for mixed in mixed {
            pairs.push(Pairs::of(mixed));
        }
        let mut taken = vec![[0; 6 * MEMORY]; mixed.len()];
        self.layer::<_, TOGETHER>((Block::Gates, Block::GatesBias), &pairs, FLOW_BITS + WEIGHT_BITS, |i, block, sums| {
            taken[i][block * LANES..(block + 1) * LANES].copy_from_slice(sums);
        });
        taken
    }

    /// Gives `out` the outputs of a layer, with `bits` bits behind the point: for each word and each block of outputs, of which `BLOCKS` are worked out
    /// together. The words share the weights of these, which so stay at hand.
    #[inline(always)]
    fn layer<const N: usize, const BLOCKS: usize>(
        &self,
        (weights, biases): (Block, Block),
        inputs: &[Pairs<N>],
        bits: u32,
        mut out: impl FnMut(usize, usize, &[i32; LANES]),
    ) {
        let (weights, biases) = (self.network.block(weights), self.network.block(biases));
        for (group, biases) in biases.chunks_exact(BLOCKS * LANES).enumerate() {
            for (i, inputs) in inputs.iter().enumerate() {
                let mut sums: Outputs<BLOCKS> = product(weights, group * BLOCKS, inputs);
                biased(sums.as_flattened_mut(), biases, bits);
                for (block, sums) in sums.iter().enumerate() {
                    out(i, group * BLOCKS + block, sums);
                }
            }
        }
    }
}

/// The positions that nearly every word takes at some time: the top of the stack, the next word, the one behind that.
const TAKEN_BY_ALL: [usize; 3] = [0, 3, 4];

/// Blocks of the memories' layer that are worked out together.
const TOGETHER: usize = 3;

/// Bits behind the point of a memory.
const MEMORY_BITS: u32 = 16;

/// Moves each number of a memory towards its candidate, as far as its gate is open, and writes the memory to `out`. `taken` holds the gates, then the candidates.
#[inline(always)]
fn remember(memory: &mut [i32; MEMORY], taken: &[i32], out: &mut [i32]) {
    let (gates, candidates) = taken.split_at(MEMORY);
    for k in 0..MEMORY {
        // A gate is half open at nought, and quite open or shut at two and minus two.
        let gate = ((gates[k] >> (WEIGHT_BITS + 2)) + 128).clamp(0, 256);
        let way = (candidates[k] >> 2).wrapping_sub(memory[k]);
        // A 256th of gate times way, in two parts that do not overflow.
        let step = (gate * (way >> 8)).wrapping_add((gate * (way & 0xFF)) >> 8);
        memory[k] = memory[k].wrapping_add(step);
        out[k] = memory[k];
    }
}

/// Sums with the bits of a weight more behind the point than what flows, brought to that.
#[inline(always)]
fn narrowed(sums: Outputs<{ HIDDEN / LANES }>) -> [i16; HIDDEN] {
    let mut numbers = [0; HIDDEN];
    for (number, &sum) in numbers.iter_mut().zip(sums.as_flattened()) {
        *number = (sum >> WEIGHT_BITS).clamp(i16::MIN.into(), i16::MAX.into()) as i16;
    }
    numbers
}

/// Adds biases to sums that have `bits` bits behind the point.
#[inline(always)]
fn biased(sums: &mut [i32], bias: Numbers, bits: u32) {
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

    /// The scores of a word's classes of tags, where the tagger chose `class`.
    #[inline(always)]
    pub fn tag_scores(&self, word: usize, class: u8) -> [i32; CLASSES] {
        let mut scores = [0; CLASSES];
        let outputs: Outputs<{ CLASSES / LANES }> = product(self.network.block(Block::Tags), 0, &self.vectors[word]);
        scores.copy_from_slice(outputs.as_flattened());
        biased(&mut scores, self.network.row(Block::Tagged, class.into()), FLOW_BITS + WEIGHT_BITS);
        scores
    }

    /// Works out what each word says at a position. The words share a block's weights, which so stay at hand.
    #[inline(always)]
    fn share_all(&mut self, position: usize) {
        let weights = self.network.rows(Block::Shares, position * HIDDEN, HIDDEN);
        let first = self.shares.len();
        self.shares.resize(first + self.vectors.len(), [0; HIDDEN]);
        for (share, vector) in self.shares[first..].iter_mut().zip(&self.vectors) {
            *share = narrowed(product(weights, 0, vector));
        }
        for (word, places) in self.places.iter_mut().enumerate() {
            places[position] = (first + word + 1) as u32;
        }
    }

    /// Adds what the word at `position` says to the hidden layer; the number of words stands for the root.
    #[inline(always)]
    pub fn add_share(&mut self, position: usize, word: Option<usize>, sums: &mut [i16; HIDDEN]) {
        let Some(word) = word else { return add(self.network.row(Block::Nothing, position), sums) };
        if word >= self.len() {
            return add(self.network.row(Block::Root, position), sums);
        }
        if self.places[word][position] == 0 {
            let weights = self.network.rows(Block::Shares, position * HIDDEN, HIDDEN);
            self.shares.push(narrowed(product(weights, 0, &self.vectors[word])));
            self.places[word][position] = self.shares.len() as u32;
        }
        for (sum, &by) in sums.iter_mut().zip(&self.shares[self.places[word][position] as usize - 1]) {
            *sum = sum.saturating_add(by);
        }
    }
}
