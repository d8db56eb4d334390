//! The cast: whom and what a document names, by which short forms, and as he or she where the document says so.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Mentions, Referent, Topic};
use crate::document::{Document, Kind};
use crate::facts::annotation::Annotation;
use crate::facts::children::children;
use crate::facts::phrase::Tree;
use crate::text::fold::fold;
use crate::text::names::{Gender, NameKind, gazetteer};

/// Somebody or something that a document names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The full name.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// A person's gender, where a given name, a title or the document's pronouns tell it.
    pub gender: Option<Gender>,
}

/// All that a document names, and who is meant by the pronouns and short names of each sentence.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Cast {
    members: Vec<Member>,
    /// Each form folded, sorted, with the member it stands for.
    forms: Vec<(String, usize)>,
    protagonist: Option<usize>,
    /// What the document is about, where that is no person.
    thing: Option<Topic>,
    /// For each sentence, who is meant in it.
    referents: Vec<Vec<Referent>>,
}

impl Cast {
    /// Gathers the names of a document whose sentences were read as `annotations`.
    pub fn new(document: &Document, annotations: &[Annotation]) -> Self {
        let mut mentions = Mentions::new(document, annotations);
        let mut votes: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        let mut referents = Vec::with_capacity(annotations.len());
        for (index, (sentence, annotation)) in document.sentences.iter().zip(annotations).enumerate() {
            let is_text = matches!(sentence.kind, Kind::Prose | Kind::Item | Kind::Quotation) && !annotation.is_overlong();
            let found = if is_text { read(&mut mentions, index, annotation) } else { Vec::new() };
            for referent in &found {
                vote(&mut votes, annotation, referent);
            }
            referents.push(found);
        }
        let mut cast = Self { referents, ..Self::default() };
        for entity in mentions.aliases.entities() {
            let vote = votes.get(&entity.name).and_then(|&(he, she)| prevailing(he, she));
            cast.members.push(Member { name: entity.name.clone(), kind: entity.kind, gender: entity.gender.or(vote) });
        }
        cast.protagonist = mentions.aliases.protagonist().and_then(|p| cast.members.iter().position(|m| m.name == p.name));
        cast.thing = mentions.discourse.topic().filter(|_| cast.protagonist.is_none()).cloned();
        // What the document is about is nobody, however much its name looks like a person's: "Orm Vold (guild)".
        if let Some(topic) = &cast.thing {
            let name = fold(&topic.name);
            let kind = topic.kind.or_else(|| topic.nouns.first().and_then(|noun| gazetteer::noun(noun))).unwrap_or(NameKind::Other);
            for member in cast.members.iter_mut().filter(|m| m.kind == NameKind::Person && name.starts_with(&*fold(&m.name))) {
                (member.kind, member.gender) = (kind, None);
            }
        }
        let thing = cast.thing.iter().map(|topic| (topic.name.clone(), topic.kind.unwrap_or(NameKind::Other)));
        let thing: Vec<Member> = thing
            .filter(|(name, _)| mentions.aliases.kind(name).is_none())
            .map(|(name, kind)| Member { name, kind, gender: None })
            .collect();
        let bare =
            thing.first().and_then(|member| member.name.strip_prefix("the ")).map(|name| (fold(name).into_owned(), cast.members.len()));
        cast.members.extend(thing);
        let place = |name: &str| cast.members.iter().position(|m| m.name == name);
        let own = cast.members.iter().enumerate().map(|(i, m)| (fold(&m.name).into_owned(), i));
        let short = mentions.aliases.short_forms().filter_map(|(short, full)| Some((fold(short).into_owned(), place(full)?)));
        let forms: BTreeMap<String, usize> = own.chain(short).chain(bare).collect();
        cast.forms = forms.into_iter().collect();
        cast
    }

    /// The person the document is about.
    pub fn protagonist(&self) -> Option<&Member> {
        self.protagonist.map(|i| &self.members[i])
    }

    /// The thing, place or organisation the document is about, where it is about no person.
    pub fn thing(&self) -> Option<&Topic> {
        self.thing.as_ref()
    }

    /// Who or what a full or short name stands for; `folded` as [`fold`] makes it.
    pub fn find(&self, folded: &str) -> Option<&Member> {
        self.forms.binary_search_by(|(form, _)| form.as_str().cmp(folded)).ok().map(|i| &self.members[self.forms[i].1])
    }

    /// Whether a full or short name begins with `folded`.
    pub fn has_beginning(&self, folded: &str) -> bool {
        let place = self.forms.partition_point(|(form, _)| form.as_str() < folded);
        self.forms.get(place).is_some_and(|(form, _)| form.starts_with(folded))
    }

    /// Who is meant by names and pronouns of a sentence, in order.
    pub fn referents(&self, sentence: usize) -> &[Referent] {
        self.referents.get(sentence).map_or(&[], Vec::as_slice)
    }
}

fn read(mentions: &mut Mentions, index: usize, annotation: &Annotation) -> Vec<Referent> {
    let children = children(&annotation.reading);
    mentions.next(index, Tree { text: &annotation.text, reading: &annotation.reading, children: &children, dates: &[] }, annotation)
}

/// Counts a pronoun for the one it stands for.
fn vote(votes: &mut BTreeMap<String, (usize, usize)>, annotation: &Annotation, referent: &Referent) {
    let Some(word) = annotation.reading.words.get(referent.first).filter(|_| referent.end == referent.first + 1) else { return };
    let name = referent.name.strip_suffix("'s").unwrap_or(&referent.name);
    match word.span.of(&annotation.text).to_lowercase().as_str() {
        "he" | "him" | "his" => votes.entry(name.to_string()).or_default().0 += 1,
        "she" | "her" | "hers" => votes.entry(name.to_string()).or_default().1 += 1,
        _ => {}
    }
}

fn prevailing(he: usize, she: usize) -> Option<Gender> {
    match he.cmp(&she) {
        std::cmp::Ordering::Greater => Some(Gender::Masculine),
        std::cmp::Ordering::Less => Some(Gender::Feminine),
        std::cmp::Ordering::Equal => None,
    }
}
