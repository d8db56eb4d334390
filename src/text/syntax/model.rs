//! The fitted weights, read in place from one file without parsing: sections of hashed tables with small integer weights.
//!
//! Layout: the magic, the number of sections, then a little-endian `u32` pair of offset and length for each, then the sections,
//! each at a multiple of [`ALIGNMENT`].

use super::product::LANES;
use super::table::Table;

/// The first bytes of a model file; the last of them counts the versions of the layout and of the features.
pub const MAGIC: &[u8; 8] = b"docenE05";

/// Bits of a slot that say where a row starts.
pub const OFFSET_BITS: u32 = 22;

/// The file the program carries, written by the example `fit-english`.
static BUILT_IN: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../knowledge/english/model.bin"));

/// Bytes at a multiple of [`ALIGNMENT`].
#[repr(align(64))]
struct Aligned<T: ?Sized>(T);

/// Sections start at multiples of this, where the file does: a processor reads wide numbers faster that way.
pub const ALIGNMENT: usize = 64;

/// The parts of a model file, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Pairs of bytes: the numbers of a Penn tag and a universal part of speech; their place is the tagger's class.
    Classes,
    /// Slots and rows of the tagger.
    TaggerSlots,
    /// See [`Section::TaggerSlots`].
    TaggerRows,
    /// Which row of the embeddings a feature of a word has, by its hash.
    EmbeddingSlots,
    /// The embeddings, a signed byte for each number.
    Embeddings,
    /// The other weights of the parser's network, see [`super::network`].
    Network,
    /// Which way a lemma is made, by hashed ending and tag.
    LemmaSlots,
    /// The ways, see [`super::lemma`].
    LemmaScripts,
    /// Which set of traits a word has, by its hash.
    LexiconSlots,
    /// The sets as little-endian `u32`s, see [`super::lexicon`].
    LexiconSets,
}

/// A model file. An empty or foreign one reads as empty sections, under which everything is tagged and attached alike.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    bytes: &'a [u8],
}

impl Model<'static> {
    /// The weights that the program carries.
    pub fn built_in() -> Self {
        Self { bytes: &BUILT_IN.0 }
    }
}

impl<'a> Model<'a> {
    /// The weights in `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// The bytes of a section.
    pub fn section(self, section: Section) -> &'a [u8] {
        if !self.bytes.starts_with(MAGIC) {
            return &[];
        }
        let at = MAGIC.len() + 4 + 8 * section as usize;
        let start = word(self.bytes, at) as usize;
        let length = word(self.bytes, at + 4) as usize;
        self.bytes.get(start..start + length).unwrap_or(&[])
    }

    /// A table of values of `bits` bits.
    pub fn table(self, section: Section, bits: u32) -> Table<'a> {
        Table::new(self.section(section), bits)
    }

    /// A table of weights.
    pub fn weights(self, slots: Section, rows: Section) -> Weights<'a> {
        Weights { rows_of: self.table(slots, OFFSET_BITS), rows: self.section(rows) }
    }
}

/// The most classes that a table of weights tells apart.
pub const CLASSES: usize = 96;

/// What a row opens with that holds a weight for every class.
pub const DENSE: u8 = u8::MAX;

/// Weights by hashed feature: rows of (class, weight) pairs, each opening with their number, or rows of all weights, which open with [`DENSE`].
/// A feature that was not fitted has no row.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'a> {
    /// Where the row of a feature starts, plus one.
    rows_of: Table<'a>,
    rows: &'a [u8],
}

/// Features that a processor looks up side by side.
const TOGETHER: usize = 64;

impl Weights<'_> {
    /// Adds the weights of `features` to `scores`.
    #[inline(always)]
    pub fn add(&self, features: &[u64], scores: &mut Scores) {
        for features in features.chunks(TOGETHER) {
            let mut starts = [0; TOGETHER];
            self.rows_of.find_all(features, &mut starts);
            // The first byte of each row is fetched before any is needed, so that none waits for another.
            let mut counts = [0; TOGETHER];
            for (count, &start) in counts.iter_mut().zip(&starts) {
                *count = self.rows.get((start as usize).wrapping_sub(1)).copied().unwrap_or(0);
            }
            // The rows of either sort are gathered without a branch that would depend on them.
            let (mut dense, mut sparse, mut many, mut some) = ([0; TOGETHER], [(0, 0); TOGETHER], 0, 0);
            for (&start, count) in starts.iter().zip(counts) {
                (dense[many], sparse[some]) = (start as usize, (start as usize, usize::from(count)));
                many += usize::from(count == DENSE);
                some += usize::from(count != DENSE && count != 0);
            }
            for &(start, count) in &sparse[..some] {
                add_sparse(self.rows.get(start..start + 2 * count).unwrap_or(&[]), scores);
            }
            self.add_dense(&dense[..many], scores);
        }
    }

    /// Adds rows of all weights, which start at `starts`, some classes at a time, whose sums stay at hand.
    #[inline(always)]
    fn add_dense(&self, starts: &[usize], scores: &mut Scores) {
        for (at, scores) in scores.as_chunks_mut::<LANES>().0.iter_mut().enumerate() {
            let mut sums = *scores;
            for start in starts {
                let Some(roots) = self.rows.get(start + at * LANES..).and_then(|row| row.first_chunk::<LANES>()) else { continue };
                for (sum, &root) in sums.iter_mut().zip(roots) {
                    *sum += weight(root);
                }
            }
            *scores = sums;
        }
    }
}

/// Adds the weights of a row of pairs.
#[inline(always)]
fn add_sparse(row: &[u8], scores: &mut Scores) {
    for &[class, root] in row.as_chunks().0 {
        if let Some(score) = scores.get_mut(usize::from(class)) {
            *score += weight(root);
        }
    }
}

/// The weight that a byte stands for: its square, with its sign, so that one byte holds both small weights and large.
#[inline(always)]
fn weight(byte: u8) -> i32 {
    let root = i16::from(byte as i8);
    i32::from(root * root.abs())
}

/// A score for every class.
pub type Scores = [i32; CLASSES];

/// The little-endian `u32` at `at`; zero past the end.
fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes)
}
