//! Scripted dialogues: a transcript is a test. Parse, play, compare, report, bless.
//!
//! ```text
//! # Birth, and a follow-up.
//! @document ada-merrow.md
//! > when was she born?
//! 3 May 1931
//! > where?
//! contains: Port Sable
//! cites: Early life
//! ```
//!
//! A line after a question is the short answer in full, or a keyword, a colon and its value; see [`dialogue::Expectation`].
//! Nothing here reads or writes a file: the interface hands over texts and knowledge.

pub mod bless;
pub mod coverage;
pub mod dialogue;
pub mod parse;
pub mod play;
pub mod report;
pub mod transcript;

pub use dialogue::{Dialogue, Subject};
pub use parse::parse;
pub use play::{Outcome, play};
