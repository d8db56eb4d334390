//! Phrases on top of the tree: noun phrases, verb groups, prepositional phrases, appositions, coordinations, clauses, quotations.

mod clauses;
mod nouns;
mod quotations;
mod verbs;

pub use clauses::{Clause, ClauseKind};
pub use nouns::{Apposition, Coordination, NounPhrase, PrepositionalPhrase};
pub use quotations::{Quotation, quotations};
pub use verbs::{GroupTense, VerbGroup};
