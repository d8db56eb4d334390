//! The statistical reading of a sentence: tags, lemmas, tree. Weights come from `knowledge/english/model.bin`.

pub mod encoder;
pub mod features;
pub mod labels;
pub mod lemma;
pub mod lexicon;
pub mod model;
pub mod morph;
pub mod network;
pub mod parser;
pub mod product;
pub mod state;
pub mod table;
pub mod tagger;

pub use labels::{Pos, Relation, Tag};
pub use morph::{Degree, Morph, Number, Tense, VerbForm, Voice};
