//! Scripted dialogues: a transcript is a test. Parse, play, compare, report, bless.
