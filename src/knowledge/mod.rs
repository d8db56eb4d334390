//! Knowledge: documents, their facts, and the rules, loaded from a folder or built in, and indexed.
