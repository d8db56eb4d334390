//! Dialogue: what was said so far, and what a follow-up refers to. A turn is a function of state and text.
