//! Facts: what a document's sentences assert, as a table in which every row points at its sentence.
