//! Questions: words to intent, answer type, focus, entities and constraints. Never sees the facts.

pub mod answer_type;
