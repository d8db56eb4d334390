//! "Did you mean …?": the entities whose names come close to one that no fact has.

use std::collections::BTreeMap;

use super::Found;
use crate::interface::page::{Page, Role};
use crate::text::fold;

/// The most names that are offered.
const MOST: usize = 3;
/// The most words of a name.
const LONGEST: usize = 6;
/// The letters for each of which one edit is allowed.
const LETTERS: usize = 5;

/// A question which of the nearest names of `facts` is meant by `name`; `None` where none comes close.
pub fn did_you_mean(facts: &[Found], name: &str) -> Option<Page> {
    let near = nearest(facts, name);
    let (last, others) = near.split_last()?;
    let mut page = Page::new();
    page.add(Role::Plain, "Did you mean ");
    for (n, other) in others.iter().enumerate() {
        page.add(Role::Plain, if n > 0 { ", " } else { "" }).add(Role::Head, other);
    }
    page.add(Role::Plain, if others.is_empty() { "" } else { " or " }).add(Role::Head, last).add(Role::Plain, "?");
    Some(page)
}

/// The names of subjects and objects that a few edits make `name`, or of which a few edits make as many words as it has; the nearest first, then in the
/// order of the facts.
fn nearest(facts: &[Found], name: &str) -> Vec<String> {
    let (name, words) = (fold(name.trim()), name.split_whitespace().count());
    let allowed = name.chars().count().div_ceil(LETTERS).min(name.chars().count() / 3);
    let mut found: BTreeMap<String, (usize, usize, &str)> = BTreeMap::new();
    for (order, part) in facts.iter().flat_map(|(_, fact)| [fact.subject.as_str(), fact.object.as_str()]).enumerate() {
        let entity = part.strip_prefix("the ").unwrap_or(part);
        let folded = fold(entity).into_owned();
        let parts: Vec<&str> = folded.split_whitespace().collect();
        if !entity.starts_with(char::is_uppercase) || parts.len() > LONGEST || found.contains_key(&folded) {
            continue;
        }
        let longer = usize::from(parts.len() > words);
        let edits = parts.windows(words.max(1)).map(|window| strsim::osa_distance(&window.join(" "), &name));
        if let Some(edits) = edits.min().filter(|edits| *edits <= allowed) {
            found.insert(folded, (edits + longer, order, entity));
        }
    }
    let mut near: Vec<(usize, usize, &str)> = found.into_values().collect();
    near.sort_unstable();
    near.into_iter().take(MOST).map(|(.., entity)| entity.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Filter, matching};
    use super::*;
    use crate::document::Document;
    use crate::knowledge::Knowledge;

    #[test]
    fn near_names_are_offered() {
        let text = "= Orla Finch =\n\nOrla Finch left Dorn in 1921. Ada Marlow taught the Rowing Club. Orla Finch's boat sank.\n";
        let knowledge = Knowledge::of_document(Document::read("orla.txt", text.into(), None).expect("valid text"));
        let facts = matching(knowledge.facts(), &Filter::default());
        let check = |name: &str, expected: Option<&str>| {
            assert_eq!(did_you_mean(&facts, name).map(|page| page.plain().trim_end().to_string()).as_deref(), expected, "{name}");
        };
        check("Ada Marlwo", Some("Did you mean Ada Marlow?"));
        check("marlo", Some("Did you mean Ada Marlow?"));
        check("Orla Fynch", Some("Did you mean Orla Finch?"));
        check("Roving Club", Some("Did you mean Rowing Club?"));
        check("Ben", None);
        check("", None);
    }
}
