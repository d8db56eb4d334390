//! "They" as two persons, or as several that were asked about.

use super::super::line::Line;
use super::super::mention::Kind;
use super::super::table::{Candidate, Origin, Table};
use super::is_determined;
use crate::text::names::Gender;

/// Several who are "they" together, rather than the best candidate: the persons of a list; two, where the best one stands in a cited sentence only. What
/// a couple owns (`possessive`) is called by one of them.
///
/// The couple may have been asked about a turn before the last, unless the line tells itself who they are: "how did they meet, did she nurse him?".
pub fn together(line: &Line, table: &Table, best: Option<&Candidate>, possessive: bool) -> Option<String> {
    let passing = best.is_none_or(|c| c.origin == Origin::Cited);
    let list = listed(table).filter(|_| passing || best.is_some_and(|c| !c.plural));
    let topic = best.is_some_and(|c| c.origin == Origin::Title);
    let tells = line.lower.iter().any(|word| matches!(word.as_str(), "he" | "she" | "him" | "her" | "his"));
    // A couple spoken of last comes before others spoken of earlier.
    let older = best.map_or(0, |c| if c.origin == Origin::Title { 0 } else { c.age });
    let reach = match older {
        0 if tells => 1,
        0 => 2,
        age => age,
    };
    list.or_else(|| couple(table, possessive, reach).filter(|_| passing || topic || older > 0)).or_else(|| pair(table).filter(|_| passing))
}

/// Whether a candidate may be "they": a cited one, only where it is the subject of its sentence, or nobody was asked about as "they" in vain.
pub fn is_several(table: &Table, candidate: &Candidate) -> bool {
    candidate.origin != Origin::Cited || candidate.subject && candidate.age == 0 || !is_open(table)
}

/// The last question's person with the person that was its answer: "they", where nothing else is several.
fn pair(table: &Table) -> Option<String> {
    let person = |origin: Origin| table.candidates.iter().find(|c| c.age == 0 && c.origin == origin && c.kind == Kind::Person && !c.plural);
    let (asked, answered) = (person(Origin::Question)?, person(Origin::Answer)?);
    (asked.named && answered.named && asked.text != answered.text).then(|| format!("{} and {}", asked.text, answered.text))
}

/// The most persons that are named one by one.
const MOST: usize = 4;

/// The persons that the last answer lists: "they".
fn listed(table: &Table) -> Option<String> {
    let items: Vec<&str> = table.last()?.items().filter(|item| item.starts_with(char::is_uppercase)).collect();
    let person = |item: &&str| {
        let known = |c: &&Candidate| c.age == 0 && c.origin == Origin::Answer && (c.text == *item || item.ends_with(c.text.as_str()));
        table.candidates.iter().find(known).is_some_and(|c| c.kind == Kind::Person && !c.plural)
    };
    let (last, before) = items.split_last().filter(|(_, before)| !before.is_empty() && items.len() <= MOST)?;
    items.iter().all(person).then(|| format!("{} and {last}", before.join(", ")))
}

/// How several are called: "seals" that were asked about are "the seals".
pub fn several(candidate: &Candidate) -> String {
    let bare = candidate.plural && !candidate.named && candidate.text.starts_with(char::is_lowercase) && !is_determined(&candidate.text);
    if bare && !candidate.text.contains(char::is_numeric) { format!("the {}", candidate.text) } else { candidate.text.clone() }
}

/// Whether the last question has a "they" that stands for nobody on the table, so that another one does not either.
fn is_open(table: &Table) -> bool {
    table.last().is_some_and(|turn| (0..turn.line.len()).any(|i| matches!(turn.line.lower(i), "they" | "them" | "their")))
}

/// Somebody with husband or wife: "they", after a question about the latter, at most so many turns ago.
fn couple(table: &Table, possessive: bool, reach: usize) -> Option<String> {
    let spouse = |noun: &str| table.words.spouses.iter().any(|other| other == noun);
    let asked = table.candidates.iter().filter(|c| c.origin == Origin::Question && c.age < reach);
    let (one, noun) = asked.filter_map(|c| c.text.split_once("'s ")).find(|(one, noun)| spouse(noun) && !one.contains(" and "))?;
    if possessive {
        return Some(one.to_string());
    }
    let own = table.cast().find(&crate::text::fold(one)).and_then(|member| member.gender);
    let whose = match own {
        Some(Gender::Masculine) => "his",
        Some(Gender::Feminine) => "her",
        None => return Some(format!("{one} and {one}'s {noun}")),
    };
    Some(format!("{one} and {whose} {noun}"))
}
