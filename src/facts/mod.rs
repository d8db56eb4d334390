//! Facts: what a document's sentences assert, as a table in which every row points at its sentence.
//!
//! A sentence's [annotation](annotation::Annotation) is split into clauses; each clause becomes a proposition in the sentence's own words; its
//! qualifiers, types and the entities meant make a [`Fact`] of it. [`Table`] gathers them, reads and writes its file.

pub mod alike;
pub mod annotation;
mod arguments;
pub mod children;
mod clause;
mod context;
mod extract;
mod fact;
mod file;
pub mod fingerprint;
mod group;
mod json;
mod layout;
pub mod lifespan;
pub mod mentions;
mod nominal;
mod noun_types;
mod phrase;
mod place;
mod proposition;
mod qualifiers;
mod repair;
mod speech;
mod split;
pub mod stale;
mod subject;
pub mod supplement;
mod table;
mod temporal;
mod time;
mod types;

#[cfg(test)]
mod tests;

pub use fact::{Fact, Modality, Polarity, Qualifier, QualifierKind, Surface};
pub use file::{csv_rows, heading};
pub use json::{FactObject, json};
pub use table::Table;
