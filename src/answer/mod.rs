//! Answers: candidates, ranking, short answer, computation, verdict, reply.

pub mod reply;

pub use reply::{Reply, Source, Status};
