//! Extraction: a document's sentences, read, become its facts.

use super::annotation::Annotation;
use super::clause::{clauses, is_temporal};
use super::fact::{Fact, Surface};
use super::fingerprint::fingerprint;
use super::layout::layout;
use super::mentions::{Mentions, Referent, write};
use super::nominal::nominals;
use super::phrase::{Tree, children};
use super::place::place;
use super::proposition::{Argument, Proposition, Role};
use super::speech::attribute;
use super::table::Table;
use super::time::{Calendar, time};
use super::types::object_type;
use crate::document::{Document, Kind};
use crate::text::Span;
use crate::text::values::Date;

impl Table {
    /// The facts of `document`, whose sentences were read as `annotations`, one for each, in order.
    pub fn extract(document: &Document, annotations: &[Annotation]) -> Table {
        let (mut mentions, mut calendar, mut facts) = (Mentions::new(document, annotations), Calendar::default(), Vec::new());
        for (index, (sentence, annotation)) in document.sentences.iter().zip(annotations).enumerate() {
            let print = fingerprint(document.quote(sentence.span));
            calendar.enter(document, sentence);
            let found = match sentence.kind {
                Kind::Prose | Kind::Item | Kind::Quotation => prose(index, annotation, &mut mentions, &mut calendar),
                _ => layout(document, sentence, &mentions),
            };
            facts.extend(found.into_iter().map(|fact| Fact { sentence: index, fingerprint: print.clone(), ..fact }));
        }
        for (i, fact) in facts.iter_mut().enumerate() {
            fact.id = format!("f{:04}", i + 1);
        }
        Table { facts }
    }
}

/// The facts of a sentence of running text.
fn prose(index: usize, annotation: &Annotation, mentions: &mut Mentions, calendar: &mut Calendar) -> Vec<Fact> {
    if annotation.is_overlong() {
        return Vec::new();
    }
    let reading = &annotation.reading;
    let children = children(reading);
    let dates: Vec<Span> = annotation.values.iter().filter(|value| value.kind.date().is_some()).map(|value| value.span).collect();
    let tree = Tree { text: &annotation.text, reading, children: &children, dates: &dates };
    let sentence = Context { tree, annotation, referents: mentions.next(index, tree, annotation), dates: calendar.complete(annotation) };
    let mut propositions = clauses(tree);
    propositions.extend(nominals(tree));
    attribute(tree, &mut propositions);
    propositions.retain(|proposition| !proposition.subject.is_empty());
    propositions.sort_by_key(|proposition| proposition.predicate);
    propositions.iter().map(|proposition| sentence.fact(proposition)).collect()
}

/// A sentence with all that is known of its words.
struct Context<'a> {
    tree: Tree<'a>,
    annotation: &'a Annotation,
    referents: Vec<Referent>,
    dates: Vec<(Span, Date)>,
}

impl Context<'_> {
    fn fact(&self, proposition: &Proposition) -> Fact {
        let tree = self.tree;
        let object = self.object(proposition);
        let (mut subject, written) = (write(tree, &proposition.subject, &self.referents), self.written_object(proposition, object));
        if subject.trim_start_matches("the ") == written.trim_start_matches("the ") {
            subject = tree.write(&proposition.subject);
        }
        Fact {
            subject,
            relation: proposition.plain.clone(),
            object: written,
            object_type: object.map_or("", |argument| object_type(tree, argument, self.annotation)).to_string(),
            time: time(tree, proposition, &self.dates),
            place: place(tree, proposition, self.annotation, &self.referents),
            polarity: proposition.polarity,
            modality: proposition.modality,
            attribution: proposition.speaker.as_ref().map(|words| write(tree, words, &self.referents)),
            confidence: proposition.confidence,
            surface: Surface {
                subject: tree.write(&proposition.subject),
                relation: proposition.relation.clone(),
                arguments: proposition.arguments.iter().map(|argument| tree.write(&argument.words)).collect(),
            },
            ..Fact::default()
        }
    }

    /// The argument that is the fact's object: the first that does not only say when.
    fn object<'p>(&self, proposition: &'p Proposition) -> Option<&'p Argument> {
        let behind = |argument: &&Argument| argument.role != Role::Oblique || argument.head > proposition.predicate;
        let mut arguments = proposition.arguments.iter().filter(behind);
        arguments.clone().find(|argument| !self.only_when(argument)).or(arguments.next())
    }

    fn only_when(&self, argument: &Argument) -> bool {
        argument.role == Role::Oblique && is_temporal(self.tree, argument.head)
    }

    /// The object in full names, followed by the further arguments that say neither when nor where.
    fn written_object(&self, proposition: &Proposition, object: Option<&Argument>) -> String {
        let mut words = Vec::new();
        for argument in &proposition.arguments {
            let first = object == Some(argument);
            let further =
                argument.role == Role::Oblique && argument.head > proposition.predicate && !is_temporal(self.tree, argument.head) && !first;
            let located = object_type(self.tree, argument, self.annotation).starts_with("LOC");
            if first && self.only_when(argument) {
                words.extend(self.tree.phrase(argument.head, true));
            } else if first || further && !located || argument.role == Role::Complement {
                words.extend(&argument.words);
            }
        }
        write(self.tree, &words, &self.referents)
    }
}
