//! Which facts are asked for: those with all of some words, about an entity, of a year, of a section.

use super::Found;
use crate::facts::Fact;
use crate::text::fold;
use crate::text::values::{Date, Moment, When, values};

/// What a fact must have to be shown; an empty filter lets every fact pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that stand somewhere in the fact or its sentence.
    pub words: Vec<String>,
    /// An entity that is its subject, its object or in a qualifier.
    pub about: Option<String>,
    /// A year that its time touches.
    pub year: Option<i32>,
    /// Words of a heading above its sentence.
    pub section: Option<String>,
}

/// The facts that pass the filter; case and accents do not count.
pub fn matching<'k>(facts: impl Iterator<Item = Found<'k>>, filter: &Filter) -> Vec<Found<'k>> {
    let words: Vec<String> = filter.words.iter().flat_map(|word| word.split_whitespace()).map(|word| fold(word).into_owned()).collect();
    let about = filter.about.as_deref().map(fold_words);
    let section = filter.section.as_deref().map(fold);
    let has_words = |(document, fact): &Found| {
        let text = [text(fact).as_str(), document.quote(document.sentences[fact.sentence].span)].join(" ");
        let text = fold(&text);
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let is_about = |fact: &Fact| about.as_ref().is_none_or(|name| parts(fact).any(|part| holds(part, name)));
    let in_section = |(document, fact): &Found| {
        let path = &document.sections[document.sentences[fact.sentence].section].path;
        section.as_ref().is_none_or(|words| path.iter().any(|heading| fold(heading).contains(words.as_ref())))
    };
    let in_year = |fact: &Fact| filter.year.is_none_or(|year| date(fact).is_some_and(|date| touches(&date, year)));
    facts.filter(|found| is_about(found.1) && in_year(found.1) && in_section(found) && has_words(found)).collect()
}

/// The date of a fact, if its time is one.
pub fn date(fact: &Fact) -> Option<Date> {
    values(fact.time.as_deref()?).into_iter().find_map(|value| value.kind.date().cloned())
}

fn touches(date: &Date, year: i32) -> bool {
    date.overlaps(&Date::At(Moment::new(When::Year(year))))
}

/// The columns of a fact that name what it is about.
fn parts(fact: &Fact) -> impl Iterator<Item = &str> {
    [fact.subject.as_str(), fact.object.as_str()].into_iter().chain(fact.qualifiers.iter().map(|qualifier| qualifier.text.as_str()))
}

/// Whether a phrase holds all words of a name side by side.
fn holds(phrase: &str, name: &[String]) -> bool {
    let words = fold_words(phrase);
    !name.is_empty() && words.windows(name.len()).any(|window| window == name)
}

fn fold_words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_string).collect()
}

/// A fact in a line.
fn text(fact: &Fact) -> String {
    let parts = [Some(&fact.subject), Some(&fact.relation), Some(&fact.object), fact.time.as_ref(), fact.place.as_ref()];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::knowledge::Knowledge;

    /// The ids of the facts that pass.
    fn check(filter: Filter, expected: &[&str]) {
        let text = "= Orla Finch =\n\nOrla Finch was a singer.\n\n==Youth==\nOrla Finch left Dorn in March 1921. Ada Marlow taught her since 1919.\n";
        let document = Document::read("orla.txt", text.into(), None).expect("valid text");
        let knowledge = Knowledge::of_document(document);
        let found: Vec<String> = matching(knowledge.facts(), &filter).into_iter().map(|(_, fact)| fact.relation.clone()).collect();
        assert_eq!(found, expected, "{filter:?}");
    }

    #[test]
    fn facts_pass_by_words_entity_year_and_section() {
        let some = |text: &str| Some(text.to_string());
        check(Filter { words: vec!["SINGER".into()], ..Filter::default() }, &["was"]);
        check(Filter { about: some("ada marlow"), ..Filter::default() }, &["taught"]);
        check(Filter { about: some("Ada Mar"), ..Filter::default() }, &[]);
        check(Filter { year: Some(1921), ..Filter::default() }, &["left", "taught"]);
        check(Filter { year: Some(1920), ..Filter::default() }, &["taught"]);
        check(Filter { section: some("youth"), ..Filter::default() }, &["left", "taught"]);
    }
}
