//! The fact table on the screen: grouped by subject, dates in a column of their own, the words that were asked for marked.

use std::collections::BTreeMap;

use textwrap::core::display_width;

use super::{Filter, Found};
use crate::document::Document;
use crate::facts::{Fact, Modality, Polarity};
use crate::interface::page::{Page, Role};
use crate::text::fold;

/// The widest that the column of dates becomes.
const WIDEST_DATE: usize = 24;

/// Facts under their subjects, subjects in the order of their first fact.
pub fn page(facts: &[Found], filter: &Filter) -> Page {
    let mut page = Page::new();
    let (mut groups, mut known): (Vec<Vec<Found>>, BTreeMap<String, usize>) = (Vec::new(), BTreeMap::new());
    for &found in facts {
        let group = *known.entry(key(&found.1.subject)).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push(found),
            None => groups.push(vec![found]),
        }
    }
    let marked = Marked::new(filter);
    let width = date_width(facts);
    for group in &groups {
        page.gap().line(0);
        marked.add(&mut page, Role::Answer, &group[0].1.subject);
        for (document, fact) in group {
            row(&mut page, document, fact, width, &marked);
        }
    }
    if facts.is_empty() {
        page.add(Role::Plain, "No fact is like that.");
    }
    page
}

/// What subjects are one by.
fn key(subject: &str) -> String {
    let folded = fold(subject);
    folded.strip_prefix("the ").unwrap_or(&folded).to_string()
}

/// The columns that the dates of `facts` take, a gap included; 0 where none has one.
pub fn date_width(facts: &[Found]) -> usize {
    let widths = facts.iter().filter_map(|(_, fact)| fact.time.as_deref()).map(display_width);
    widths.max().map_or(0, |width| width.min(WIDEST_DATE) + 2)
}

fn row(page: &mut Page, document: &Document, fact: &Fact, width: usize, marked: &Marked) {
    let time = fact.time.as_deref().unwrap_or_default();
    page.hanging("  ", &format!("{time}{}", " ".repeat(width.saturating_sub(display_width(time)).max(usize::from(width > 0)))));
    assertion(page, fact, marked);
    details(page, fact, marked);
    page.add(Role::Dim, &format!("  ({}, line {})", fact.id, document.sentences[fact.sentence].line));
}

/// Relation and object, and whether it is so.
pub fn assertion(page: &mut Page, fact: &Fact, marked: &Marked) {
    if fact.polarity == Polarity::Negative {
        page.add(Role::Warn, "not: ");
    }
    marked.add(page, Role::Head, &fact.relation);
    page.add(Role::Plain, if fact.object.is_empty() { "" } else { " " });
    marked.add(page, Role::Plain, &fact.object);
    if fact.modality != Modality::Asserted {
        page.add(Role::Plain, " ").add(Role::Warn, &format!("[{}]", fact.modality.as_str()));
    }
}

/// Place, qualifiers, and who says so.
fn details(page: &mut Page, fact: &Fact, marked: &Marked) {
    let place = fact.place.as_deref().filter(|place| !fact.object.contains(place)).map(|place| format!("in {place}"));
    let said = fact.attribution.as_ref().map(|who| format!("says {who}"));
    for detail in place.into_iter().chain(fact.qualifiers.iter().map(|qualifier| qualifier.text.clone())).chain(said) {
        page.add(Role::Plain, "; ");
        marked.add(page, Role::Plain, &detail);
    }
}

/// The words to mark.
pub struct Marked {
    words: Vec<String>,
}

impl Marked {
    /// Those of the filter.
    pub fn new(filter: &Filter) -> Self {
        let asked = filter.words.iter().chain(&filter.about).flat_map(|words| words.split_whitespace());
        Self { words: asked.map(|word| fold(word).into_owned()).filter(|word| !word.is_empty()).collect() }
    }

    /// Adds text in its role, the words in it marked.
    pub fn add(&self, page: &mut Page, role: Role, text: &str) {
        for piece in text.split_inclusive(' ') {
            let folded = fold(piece);
            let found = self.words.iter().any(|word| folded.contains(word.as_str()));
            page.add(if found { Role::Mark } else { role }, piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::matching;
    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn facts_stand_under_their_subjects_behind_their_dates() {
        let text = "= Orla Finch =\n\nOrla Finch left Dorn in March 1921. Ada Marlow will not sell the mill. Finch sang.\n";
        let document = Document::read("orla.txt", text.into(), None).expect("valid text");
        let knowledge = Knowledge::of_document(document);
        let filter = Filter::default();
        let expected = "Orla Finch\n  March 1921  left Dorn  (f0001, line 3)\n              sang  (f0003, line 3)\n\nAda Marlow\n              not: will sell the mill [planned]  (f0002, line 3)\n";
        assert_eq!(page(&matching(knowledge.facts(), &filter), &filter).plain(), expected);
    }
}
