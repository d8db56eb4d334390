//! The fitted weights, read in place from one file without parsing: sections of hashed tables with small integer weights.
//!
//! Layout: the magic, the number of sections, then a little-endian `u32` pair of offset and length for each, then the sections.

/// The first bytes of a model file; the last of them counts the versions of the layout and of the features.
pub const MAGIC: &[u8; 8] = b"docenE03";

/// Bits of a slot that say where a row starts; the rest are a check on the hash.
pub const OFFSET_BITS: u32 = 22;

/// The file the program carries, written by the example `fit-english`.
static BUILT_IN: &[u8] = include_bytes!("../../../knowledge/english/model.bin");

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
        Self { bytes: BUILT_IN }
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

    /// A table of weights.
    pub fn weights(self, slots: Section, rows: Section) -> Weights<'a> {
        Weights::new(self.section(slots), self.section(rows))
    }
}

/// Weights by hashed feature: open addressing into rows of (class, weight) pairs. A feature that was not fitted has no row.
///
/// A slot holds the row's offset plus one, zero where it is free, and a check on the hash; a row opens with its number of pairs.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'a> {
    slots: &'a [u8],
    rows: &'a [u8],
}

impl<'a> Weights<'a> {
    /// The table with these slots and rows.
    pub fn new(slots: &'a [u8], rows: &'a [u8]) -> Self {
        Self { slots, rows }
    }

    /// The pairs of class and root of the weight of a feature, one after the other.
    pub fn row(self, feature: u64) -> &'a [u8] {
        let Some(offset) = find(self.slots, feature, OFFSET_BITS) else { return &[] };
        let start = offset as usize - 1;
        let length = 2 * usize::from(self.rows.get(start).copied().unwrap_or(0));
        self.rows.get(start + 1..start + 1 + length).unwrap_or(&[])
    }

    /// Adds the weights of `features` to `scores`.
    pub fn add(self, features: &[u64], scores: &mut Scores) {
        for &feature in features {
            for pair in self.row(feature).chunks_exact(2) {
                scores[usize::from(pair[0])] += weight(pair[1]);
            }
        }
    }
}

/// The weight that a byte stands for: its square, with its sign, so that one byte holds both small weights and large.
fn weight(byte: u8) -> i32 {
    let root = i32::from(byte as i8);
    root * root.abs()
}

/// A score for every class.
pub type Scores = [i32; 256];

/// The non-zero low `bits` of the slot that `key` has in a table of `u32` slots, not all of them taken.
pub fn find(slots: &[u8], key: u64, bits: u32) -> Option<u32> {
    let count = slots.len() / 4;
    let check = key as u32 >> bits;
    let mut at = home(key, count);
    for _ in 0..count {
        let slot = word(slots, 4 * at);
        if slot == 0 {
            return None;
        }
        if slot >> bits == check {
            return Some(slot & ((1 << bits) - 1));
        }
        at = if at + 1 == count { 0 } else { at + 1 };
    }
    None
}

/// The slot of `count` at which the search for `key` begins: its upper half, scaled.
pub fn home(key: u64, count: usize) -> usize {
    (((key >> 32) * count as u64) >> 32) as usize
}

/// The little-endian `u32` at `at`; zero past the end.
fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes)
}
