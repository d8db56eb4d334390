//! The kinds of a document's names: what all mentions of a name show together. One sentence may tell little of it.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::Evidence;
use super::{Mention, NameKind, gender};
use crate::text::fold::fold;

/// The evidence gathered for each name, folded: "Voile Noire" and "Voile noire" are one.
#[derive(Debug, Clone, Default)]
pub struct Kinds {
    evidence: BTreeMap<String, Evidence>,
}

impl Kinds {
    /// Takes in what one sentence shows of its names.
    pub(super) fn gather(&mut self, shown: &BTreeMap<&str, Evidence>) {
        for (&name, evidence) in shown {
            let name = fold(name);
            match self.evidence.get_mut(&*name) {
                Some(known) => known.join(evidence),
                None => drop(self.evidence.insert(name.into_owned(), *evidence)),
            }
        }
    }

    /// Counts for every surname that somebody's full name ends with it, when all sentences were gathered.
    pub fn settle(&mut self) {
        let persons = self.evidence.iter().filter(|(_, evidence)| evidence.kind() == NameKind::Person);
        let surnames: BTreeSet<String> = persons.filter_map(|(name, _)| name.rsplit_once(' ').map(|(_, last)| last.to_string())).collect();
        for (_, evidence) in self.evidence.iter_mut().filter(|(name, _)| surnames.contains(*name)) {
            evidence.surname();
        }
    }

    /// Gives the mentions in a sentence's text their kinds; works, which their marks tell, stay works.
    pub fn tell(&self, text: &str, mentions: &mut [Mention]) {
        for mention in mentions.iter_mut().filter(|mention| mention.kind != NameKind::Work) {
            let Some(evidence) = self.evidence.get(&*fold(mention.core.of(text))) else { continue };
            mention.kind = evidence.kind();
            mention.gender = gender(text, mention);
        }
    }
}
