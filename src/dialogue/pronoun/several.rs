//! "They" as two persons, or as several that were asked about.

use super::super::mention::Kind;
use super::super::table::{Candidate, Origin, Table};
use super::is_determined;
use crate::text::names::Gender;

/// The last question's person with the person that was its answer: "they", where nothing else is several.
pub fn pair(table: &Table) -> Option<String> {
    let person = |origin: Origin| table.candidates.iter().find(|c| c.age == 0 && c.origin == origin && c.kind == Kind::Person && !c.plural);
    let (asked, answered) = (person(Origin::Question)?, person(Origin::Answer)?);
    (asked.named && asked.text != answered.text).then(|| format!("{} and {}", asked.text, answered.text))
}

/// How several are called: "seals" that were asked about are "the seals".
pub fn several(candidate: &Candidate) -> String {
    let bare = candidate.plural && !candidate.named && candidate.text.starts_with(char::is_lowercase) && !is_determined(&candidate.text);
    if bare && !candidate.text.contains(char::is_numeric) { format!("the {}", candidate.text) } else { candidate.text.clone() }
}

/// Whether the last question has a "they" that stands for nobody on the table, so that another one does not either.
pub fn is_open(table: &Table) -> bool {
    table.last().is_some_and(|turn| (0..turn.line.len()).any(|i| matches!(turn.line.lower(i), "they" | "them" | "their")))
}

/// Somebody with husband or wife: "they", after a question about the latter.
pub fn couple(table: &Table) -> Option<String> {
    let spouse = |noun: &str| table.words.spouses.iter().any(|other| other == noun);
    let asked = table.candidates.iter().filter(|c| c.origin == Origin::Question && c.age == 0);
    let (one, noun) = asked.filter_map(|c| c.text.split_once("'s ")).find(|(_, noun)| spouse(noun))?;
    let own = table.cast().find(&crate::text::fold(one)).and_then(|member| member.gender);
    let whose = match own {
        Some(Gender::Masculine) => "his",
        Some(Gender::Feminine) => "her",
        None => return Some(format!("{one} and {one}'s {noun}")),
    };
    Some(format!("{one} and {whose} {noun}"))
}
