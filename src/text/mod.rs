//! Reading English: byte spans, tokens, sentences, word forms, tags, trees, numbers, dates, spelling.
//!
//! Everything here takes a `&str` and gives back spans into it; nothing knows of documents, facts or questions.

pub mod abbreviations;
pub mod aside;
mod attach;
pub mod enumeration;
pub mod fold;
pub mod inflect;
mod mend;
pub mod names;
mod parts;
mod past;
pub mod phrases;
pub mod read;
pub mod reading;
mod rehang;
pub mod retag;
mod root;
pub mod sentences;
mod sieve;
pub mod slots;
pub mod span;
pub mod spelling;
pub mod syntax;
mod table;
pub mod term;
pub mod terminators;
pub mod token;
pub mod values;
pub mod vectors;
pub mod wordnet;

pub use fold::fold;
pub use read::read;
pub use reading::{Reading, Word};
pub use sentences::sentences;
pub use span::Span;
pub use syntax::{Degree, Morph, Number, Pos, Relation, Tag, Tense, VerbForm, Voice};
pub use token::tokens;
