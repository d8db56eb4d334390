//! Coverage: which intents, and which sentences and facts of the documents, no dialogue reaches.

use std::collections::{BTreeMap, BTreeSet};

use super::play::Outcome;
use crate::knowledge::{Knowledge, Known};

/// What no dialogue reached: a line of the document and its text, by where or what it is.
pub type Unreached<Key = String> = BTreeMap<Key, (usize, String)>;

/// What dialogues reached of the rules, and of the documents they were held with, by the documents' names.
#[derive(Debug, Default)]
pub struct Coverage {
    documents: BTreeMap<String, Reached>,
    /// The intents of all rules, and those that replies came by.
    intents: BTreeSet<String>,
    fired: BTreeSet<String>,
}

/// What was reached of one document.
#[derive(Debug, Default)]
pub struct Reached {
    /// How many sentences it has.
    pub sentences: usize,
    /// How many facts.
    pub facts: usize,
    /// The sentences that no reply cites, by their first byte.
    pub uncited: Unreached<usize>,
    /// The facts that no reply used, by their ids.
    pub unused: Unreached,
}

impl Coverage {
    /// Counts in what one dialogue reached.
    pub fn add(&mut self, knowledge: &Knowledge, outcomes: &[Outcome]) {
        for known in &knowledge.sources {
            self.documents.entry(known.document.name.clone()).or_insert_with(|| nothing_of(known));
        }
        self.intents.extend(knowledge.rules.intents.iter().map(|intent| intent.name.clone()));
        self.fired.extend(outcomes.iter().filter_map(|outcome| outcome.reply.intent.clone()));
        for source in outcomes.iter().flat_map(|outcome| &outcome.reply.sources) {
            if let Some(reached) = self.documents.get_mut(&source.document) {
                reached.uncited.remove(&source.start);
                source.fact.iter().for_each(|fact| {
                    reached.unused.remove(fact);
                });
            }
        }
    }

    /// The documents in the order of their names.
    pub fn documents(&self) -> impl Iterator<Item = (&String, &Reached)> {
        self.documents.iter()
    }

    /// The intents by which no reply came, sorted, and how many intents there are.
    pub fn intents(&self) -> (Vec<&String>, usize) {
        (self.intents.difference(&self.fired).collect(), self.intents.len())
    }
}

/// A document of which nothing was reached yet.
fn nothing_of(known: &Known) -> Reached {
    let document = &known.document;
    let line = |sentence: usize| document.sentences[sentence].line;
    let fact = |fact: &crate::facts::Fact| {
        let words = [fact.id.as_str(), &fact.subject, &fact.relation, &fact.object];
        (fact.id.to_string(), (line(fact.sentence), words.join(" ")))
    };
    Reached {
        sentences: document.sentences.len(),
        facts: known.table.facts.len(),
        uncited: document.sentences.iter().map(|it| (it.span.start, (it.line, document.quote(it.span).to_string()))).collect(),
        unused: known.table.facts.iter().map(fact).collect(),
    }
}
