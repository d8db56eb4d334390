//! The topic: what a document is about, by its title and its first sentences.

use serde::{Deserialize, Serialize};

use super::aliases::Entity;
use crate::document::{Document, Kind};
use crate::facts::annotation::Annotation;
use crate::text::Reading;
use crate::text::names::{Gender, NameKind};
use crate::text::syntax::{Pos, Relation};
use crate::text::wordnet::is_a;

/// How many sentences of running text may say what the topic is.
const OPENING: usize = 3;

/// What a document is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The title.
    pub name: String,
    /// Its kind, if it is a name of a known one.
    pub kind: Option<NameKind>,
    /// A person's gender, where known.
    pub gender: Option<Gender>,
    /// Whether "they" may mean it.
    pub plural: bool,
    /// Common nouns that stand for it where they are definite: "the museum". None for a person.
    pub nouns: Vec<String>,
}

impl Topic {
    /// The person the document is about.
    pub fn person(entity: &Entity) -> Self {
        Self { name: entity.name.clone(), kind: Some(entity.kind), gender: entity.gender, plural: false, nouns: Vec::new() }
    }

    /// What a document is about that has a title, though no person's; `None` where its first sentences do not begin with it.
    pub fn thing(document: &Document, annotations: &[Annotation], kind: Option<NameKind>) -> Option<Self> {
        let name = &name_of(document, annotations)?;
        let head = head_word(name)?.to_lowercase();
        let prose = document.sentences.iter().zip(annotations).filter(|(sentence, _)| sentence.kind == Kind::Prose);
        let opening: Vec<&Annotation> = prose.map(|(_, annotation)| annotation).take(OPENING).collect();
        let called: Vec<String> = opening.iter().filter_map(|annotation| called(annotation, &head)).collect();
        let about = opening.first().is_some_and(|first| subject_is(first, &head));
        let plural = head.ends_with('s') && !head.ends_with("ss");
        let mut nouns: Vec<String> = called.into_iter().filter(|noun| !is_a(noun, "person")).collect();
        if name.contains(' ') {
            nouns.push(head);
        }
        about.then(|| Self {
            name: entity_name(name),
            kind: kind.filter(|k| !matches!(k, NameKind::Other | NameKind::Person)),
            gender: None,
            plural,
            nouns,
        })
    }
}

/// What the first sentence of the text calls what the title names, as a noun: "association" of "Halden Watch is an association …".
pub fn called_first(document: &Document, annotations: &[Annotation]) -> Option<String> {
    let head = head_word(&name_of(document, annotations)?)?.to_lowercase();
    let mut prose = document.sentences.iter().zip(annotations).filter(|(sentence, _)| sentence.kind == Kind::Prose);
    prose.next().and_then(|(_, annotation)| called(annotation, &head))
}

/// A document's title as a name: some write it with underscores. Where it has none, the name by which its text begins to say what it is about: "Ada Merrow (born 1868) was a
/// diver".
pub fn name_of(document: &Document, annotations: &[Annotation]) -> Option<String> {
    let title = document.title().map(|title| title.trim().replace('_', " "));
    title.or_else(|| {
        let mut prose = document.sentences.iter().zip(annotations).filter(|(sentence, _)| sentence.kind == Kind::Prose);
        defined_first(prose.next()?.1)
    })
}

/// The name that a sentence begins with and says of what or who that is.
fn defined_first(annotation: &Annotation) -> Option<String> {
    let reading = &annotation.reading;
    let root = reading.root().filter(|&root| reading.words[root].pos == Pos::Noun && reading.child(root, Relation::Cop).is_some())?;
    let subject = reading.child(root, Relation::Nsubj).filter(|&subject| reading.words[subject].pos == Pos::Propn)?;
    let aside = |w: usize| {
        matches!(
            reading.words[w].relation.base(),
            Relation::Appos | Relation::Acl | Relation::Advcl | Relation::Parataxis | Relation::Punct
        )
    };
    let words = reading.subtree_without(subject, aside);
    let own: Vec<usize> = words.iter().enumerate().take_while(|(n, w)| n == *w).map(|(_, w)| *w).collect();
    let whole = own.last().is_some_and(|last| *last >= subject);
    whole.then(|| reading.span_of(&own).of(&annotation.text).to_string())
}

/// A title as the name of what it is about: its article is no part of it.
pub fn entity_name(title: &str) -> String {
    title.trim().strip_prefix("The ").map_or_else(|| title.trim().to_string(), |name| format!("the {name}"))
}

/// The last word of a title before a preposition or a bracket.
fn head_word(title: &str) -> Option<&str> {
    let words = title.split(' ').take_while(|word| !matches!(*word, "of" | "in" | "at" | "for" | "and" | "on") && !word.starts_with('('));
    words.last().filter(|word| !word.is_empty())
}

/// Whether the root's subject ends in the word.
fn subject_is(annotation: &Annotation, head: &str) -> bool {
    let reading = &annotation.reading;
    let subject = reading.root().and_then(|root| reading.child(root, Relation::Nsubj));
    let is_head = |word: usize| reading.words[word].span.of(&annotation.text).to_lowercase() == head;
    subject.is_some_and(|subject| is_head(subject) || reading.children(subject).any(|c| reading.is(c, Relation::Flat) && is_head(c)))
}

/// "The Orla Light is a tower": the noun that the topic, whose name ends in `head`, is called.
fn called(annotation: &Annotation, head: &str) -> Option<String> {
    let reading: &Reading = &annotation.reading;
    let root = reading.root().filter(|&root| reading.words[root].pos == Pos::Noun && reading.child(root, Relation::Cop).is_some())?;
    subject_is(annotation, head).then(|| reading.words[root].lemma.to_lowercase().into())
}
