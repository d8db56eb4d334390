//! docent answers questions about a document and shows where each answer stands in it.
//!
//! # The map
//!
//! The folders are listed in the order in which data passes through them; a module uses those above it, never those below.
//!
//! | module | what it does |
//! |---|---|
//! | [`error`] | the one error type: a file, a place in it, what was expected |
//! | [`text`] | byte spans, tokens, sentences, tags, trees, numbers, dates, spelling |
//! | [`document`] | reads wiki-like text, Markdown and plain text into sections, paragraphs and sentences |
//! | [`facts`] | sentences to facts; the fact table, its file |
//! | [`knowledge`] | documents, facts and rules, loaded and indexed |
//! | [`question`] | a question's words to its intent, answer type, focus and constraints |
//! | [`answer`] | candidates, ranking, short answer, verdict, reply |
//! | [`dialogue`] | what was said so far; fills a follow-up's references |
//! | [`script`] | scripted dialogues: parse, play, compare, report |
//! | [`interface`] | the command line, the REPL, rendering: all input and output |
//!
//! # In another program
//!
//! ```
//! use docent::dialogue::{Options, State, turn};
//! use docent::document::Document;
//! use docent::knowledge::Knowledge;
//!
//! let text = std::fs::read("examples/notes.md")?;
//! let knowledge = Knowledge::of_document(Document::read("notes.md", text, None)?);
//! let (state, reply) = turn(&knowledge, &State::default(), "How long may a book be kept?", &Options::default());
//! assert_eq!(reply.answer.as_deref(), Some("three weeks"));
//! assert_eq!(reply.sources[0].text, "A book may be kept for three weeks.");
//! let (_, reply) = turn(&knowledge, &state, "Who is the librarian?", &Options::default());
//! assert_eq!(reply.answer, None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Invariants
//!
//! 1. Every quoted sentence is a slice of its document.
//! 2. The same input gives the same bytes: no clock, no randomness, no network, no order of a hash map.
//! 3. Nothing outside [`interface`] and the loading functions does input or output; nothing panics on input.
//! 4. Every fact points at one sentence that exists.
//! 5. Every intent's examples reach it, its counter-examples do not.
//! 6. Text from outside reaches a terminal only with its control characters made visible.
//! 7. Unknown is a verdict, not an error.

pub mod answer;
mod builtin;
pub mod dialogue;
pub mod document;
pub mod error;
pub mod facts;
pub mod interface;
pub mod knowledge;
pub mod question;
pub mod script;
pub mod text;

pub use error::{Error, Result};
