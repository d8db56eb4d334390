//! Callings: the people of a document by what it calls them: "the manager" for Ada Merrow, where only she is said to be one.

use serde::{Deserialize, Serialize};

use super::index::{Index, TermId};
use crate::facts::Table;
use crate::facts::mentions::Cast;
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::term::term;
use crate::text::wordnet;

/// Relations by which a fact says what somebody is.
const BEING: [&str; 6] = ["are", "became", "had been", "has been", "is", "was"];

/// The people whom a document calls by a noun as it calls nobody else.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Callings(Vec<Called>);

/// Somebody whom the document calls by a noun.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Called {
    noun: TermId,
    /// The full name.
    pub name: String,
    /// The sentences that mean this person.
    pub sentences: Vec<usize>,
}

impl Callings {
    /// Gathers them from facts.
    pub fn new(table: &Table, cast: &Cast, index: &Index) -> Self {
        let mut called: Vec<(TermId, Option<&str>)> = Vec::new();
        for fact in table.facts.iter().filter(|fact| BEING.contains(&fact.relation.as_str())) {
            let Some(member) = cast.find(&fold(&fact.subject)).filter(|member| member.kind == NameKind::Person) else { continue };
            let Some(id) = noun(&fact.object).and_then(|noun| index.term(&term(noun))) else { continue };
            match called.iter_mut().find(|(known, _)| *known == id) {
                // Of two that are called so, nobody is meant.
                Some((_, name)) if *name != Some(&member.name) => *name = None,
                Some(_) => {}
                None => called.push((id, Some(&member.name))),
            }
        }
        let means = |name: &str| (0..index.len()).filter(|&s| cast.referents(s).iter().any(|r| r.name == name)).collect();
        let one = |(noun, name): (TermId, Option<&str>)| name.map(|name| Called { noun, name: name.to_string(), sentences: means(name) });
        Self(called.into_iter().filter_map(one).collect())
    }

    /// The one person whom the document calls by this term.
    pub fn find(&self, noun: TermId) -> Option<&Called> {
        self.0.iter().find(|called| called.noun == noun)
    }
}

/// The noun for a person that a description turns on: "manager" of "the band's manager from Velm".
fn noun(description: &str) -> Option<&str> {
    let ends = |word: &&str| matches!(*word, "of" | "from" | "in" | "at" | "for" | "who" | "whose" | "that" | "by" | "with" | "and");
    let words: Vec<&str> = description.split_whitespace().take_while(|word| !ends(word)).collect();
    let comma = words.iter().position(|word| word.ends_with(',')).map_or(words.len(), |comma| comma + 1);
    let last = words[..comma].last()?.trim_end_matches(',');
    (last.starts_with(char::is_lowercase) && wordnet::is_a(last, "person")).then_some(last)
}
