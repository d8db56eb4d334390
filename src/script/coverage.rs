//! Coverage: which sentences and facts of the documents no dialogue reaches.

use std::collections::{BTreeMap, BTreeSet};

use super::play::Outcome;
use crate::knowledge::Knowledge;

/// What dialogues reached of the documents they were held with, by the documents' names.
#[derive(Debug, Default)]
pub struct Coverage {
    documents: BTreeMap<String, Reached>,
}

/// What was reached of one document.
#[derive(Debug, Default)]
pub struct Reached {
    /// How many sentences it has.
    pub sentences: usize,
    /// How many facts.
    pub facts: usize,
    /// The ids of the facts that replies used.
    pub used: BTreeSet<String>,
    /// The sentences that no reply cites: line and text.
    pub uncited: BTreeMap<usize, (usize, String)>,
}

impl Coverage {
    /// Counts in what one dialogue reached.
    pub fn add(&mut self, knowledge: &Knowledge, outcomes: &[Outcome]) {
        for document in knowledge.documents() {
            let sentence = |it: &crate::document::Sentence| (it.span.start, (it.line, document.quote(it.span).to_string()));
            self.documents.entry(document.name.clone()).or_insert_with(|| Reached {
                sentences: document.sentences.len(),
                facts: knowledge.facts().filter(|(of, _)| of.name == document.name).count(),
                used: BTreeSet::new(),
                uncited: document.sentences.iter().map(sentence).collect(),
            });
        }
        for source in outcomes.iter().flat_map(|outcome| &outcome.reply.sources) {
            if let Some(reached) = self.documents.get_mut(&source.document) {
                reached.uncited.remove(&source.start);
                reached.used.extend(source.fact.clone());
            }
        }
    }

    /// The documents in the order of their names.
    pub fn documents(&self) -> impl Iterator<Item = (&String, &Reached)> {
        self.documents.iter()
    }
}
