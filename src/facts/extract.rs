//! Extraction: a document's sentences, read, become its facts.

use std::collections::BTreeMap;

use compact_str::{CompactString, format_compact};

use super::annotation::{Annotation, annotate_watched};
use super::children::children;
use super::clause::{clauses, is_past};
use super::context::{Context, bare};
use super::fact::{Fact, Polarity, Surface};
use super::fingerprint::fingerprint;
use super::layout::layout;
use super::lifespan::life_span;
use super::mentions::Mentions;
use super::nominal::nominals;
use super::phrase::Tree;
use super::proposition::{Argument, Proposition, Role};
use super::speech::attribute;
use super::table::Table;
use super::time::Calendar;
use super::types::object_type;
use crate::document::{Document, Kind};
use crate::text::Span;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::values::Date;

impl Table {
    /// The facts of `document`; reads its sentences itself and tells `watch` before each how many were read.
    pub fn of(document: &Document, watch: &mut dyn FnMut(usize)) -> Table {
        Self::extract(document, &annotate_watched(document, watch))
    }

    /// The facts of `document`, whose sentences were read as `annotations`, one for each, in order.
    pub fn extract(document: &Document, annotations: &[Annotation]) -> Table {
        let mut mentions = Mentions::new(document, annotations);
        let (mut calendar, mut facts) = (Calendar::default(), Vec::new());
        // The last fact of a sentence that announces a list.
        let mut lead: Option<Fact> = None;
        for (index, (sentence, annotation)) in document.sentences.iter().zip(annotations).enumerate() {
            let print = fingerprint(document.quote(sentence.span));
            calendar.enter(document, sentence);
            let found = match sentence.kind {
                Kind::Prose | Kind::Item | Kind::Quotation => prose(index, annotation, &mut mentions, &mut calendar),
                _ => layout(document, sentence, &mentions),
            };
            let found = match &lead {
                Some(lead) if found.is_empty() && sentence.kind == Kind::Item => item(annotation, lead),
                _ => found,
            };
            if sentence.kind != Kind::Item {
                lead = found.last().filter(|_| annotation.text.ends_with(':')).cloned();
            }
            facts.extend(found.into_iter().map(|fact| Fact { sentence: index, fingerprint: print.clone(), ..fact }));
        }
        facts.shrink_to_fit();
        type_entities(&mut facts);
        for (i, fact) in facts.iter_mut().enumerate() {
            fact.id = format_compact!("f{:04}", i + 1);
        }
        Table { facts }
    }
}

/// Gives an object that is named elsewhere as the subject of "is" the type of what it is said to be: "the Heron is a boat".
fn type_entities(facts: &mut [Fact]) {
    let said =
        facts.iter().filter(|fact| matches!(fact.relation.as_str(), "is" | "was" | "are" | "were") && fact.polarity == Polarity::Positive);
    let told =
        said.filter(|fact| !fact.object_type.is_empty() && !fact.object_type.starts_with("DESC") && !fact.object_type.starts_with("NUM"));
    let kind = |kind: &str| CompactString::new(if kind == "HUM:title" { "HUM:ind" } else { kind });
    let types: BTreeMap<String, CompactString> = told.map(|fact| (bare(&fact.subject).to_string(), kind(&fact.object_type))).collect();
    let unsure = |kind: &str| matches!(kind, "" | "ENTY:event" | "ENTY:other" | "LOC:other");
    for fact in facts
        .iter_mut()
        .filter(|fact| unsure(&fact.object_type) && (fact.object_type.is_empty() || bare(&fact.object).starts_with(char::is_uppercase)))
    {
        if let Some(told) = types.get(bare(&fact.object)) {
            fact.object_type.clone_from(told);
        }
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
    let (earlier, dates) = (calendar.last(), calendar.complete(annotation, is_past(tree)));
    let sentence = Context { tree, annotation, referents: mentions.next(index, tree, annotation), dates, earlier };
    let mut propositions = clauses(tree);
    propositions.extend(nominals(tree));
    attribute(tree, &mut propositions);
    propositions.iter_mut().for_each(|proposition| part_subject(tree, proposition));
    propositions.retain(|proposition| !proposition.subject.is_empty());
    propositions.sort_by_key(|proposition| proposition.predicate);
    let mut facts = lived(&sentence);
    for proposition in &propositions {
        let fact = sentence.fact(proposition);
        calendar.happened(sentence.when(proposition).map(|when| when.date));
        let unknown_owner =
            tree.tag(proposition.subject_head) == Tag::PrpPossessive && fact.subject.eq_ignore_ascii_case(&fact.surface.subject);
        if !facts.contains(&fact) && !unknown_owner {
            facts.push(fact);
        }
    }
    calendar.named(&sentence.dates);
    type_lists(&mut facts);
    facts
}

/// The birth and the death of whose life span the sentence opens with.
fn lived(sentence: &Context) -> Vec<Fact> {
    let Some(life) = life_span(sentence.annotation) else { return Vec::new() };
    let name = sentence.tree.write(&(0..life.name).collect::<Vec<_>>());
    let subject = sentence.referents.iter().find(|referent| referent.first < life.name).map_or_else(|| name.clone(), |r| r.name.clone());
    let fact = |relation: &str, (span, date): &(Span, Date)| Fact {
        subject: subject.clone(),
        relation: relation.into(),
        time: Some(date.to_string()),
        confidence: 0.9,
        surface: Surface { subject: name.clone(), relation: relation.into(), arguments: vec![span.of(&sentence.annotation.text).into()] },
        ..Fact::default()
    };
    vec![fact("was born", &life.born), fact("died", &life.died)]
}

/// Where the subject has a finite verb that belongs to no clause within it, two clauses were read as one: what it was coordinated with is left, if it was.
fn part_subject(tree: Tree, proposition: &mut Proposition) {
    use Relation::{Acl, Advcl, Ccomp, Csubj, Parataxis, Xcomp};
    let top = proposition.subject_head;
    let clausal = |i: usize| matches!(tree.base(i), Acl | Advcl | Ccomp | Csubj | Parataxis | Xcomp);
    let finite = |i: usize| matches!(tree.tag(i), Tag::Vbd | Tag::Vbp | Tag::Vbz | Tag::Md) && tree.pos(top) != Pos::Verb;
    let inside = |i: usize| tree.reading.ancestors(i).take_while(move |&w| w != top);
    let stray = |&i: &usize| i != top && finite(i) && !inside(i).any(clausal);
    let Some(verb) = proposition.subject.iter().copied().find(stray) else { return };
    let joined = inside(verb).last().filter(|&branch| tree.base(branch) == Relation::Conj && tree.head(branch) == Some(top));
    let branch = joined.map_or_else(|| proposition.subject.clone(), |branch| tree.under(branch, |_| false));
    proposition.subject.retain(|i| !branch.contains(i));
    proposition.subject = tree.trimmed(std::mem::take(&mut proposition.subject));
}

/// Gives an item of a list that nothing types the type of the others, if they agree.
fn type_lists(facts: &mut [Fact]) {
    for i in (0..facts.len()).filter(|&i| facts[i].object_type.is_empty() && !facts[i].object.is_empty()).collect::<Vec<_>>() {
        let alike = |fact: &&Fact| fact.surface.subject == facts[i].surface.subject && fact.surface.relation == facts[i].surface.relation;
        let mut types = facts.iter().filter(alike).map(|fact| &fact.object_type).filter(|kind| !kind.is_empty());
        let kind = types.next().filter(|kind| types.all(|other| other == *kind)).cloned();
        facts[i].object_type = kind.unwrap_or_default();
    }
}

/// The fact of a list's item that is no sentence, under the fact that announces the list: "They kept: - bees" or "Three sorts were grown: - rye".
fn item(annotation: &Annotation, lead: &Fact) -> Vec<Fact> {
    if annotation.is_overlong() {
        return Vec::new();
    }
    let (reading, text) = (&annotation.reading, &annotation.text);
    let children = children(reading);
    let tree = Tree { text, reading, children: &children, dates: &[] };
    let Some(root) = reading.root().filter(|&root| tree.is_nominal(root)) else { return Vec::new() };
    let date = annotation.values.iter().find_map(|value| Some((value.span, value.kind.date()?)));
    let dated = |i: usize| i != root && date.is_some_and(|(span, _)| span.overlaps(reading.words[i].span));
    let words = tree.phrase(root, true).into_iter().filter(|&i| !dated(i)).collect();
    let argument = Argument { words: tree.trimmed(words), head: root, role: Role::Object };
    let active = lead.object.is_empty() && !lead.relation.split(' ').next().is_some_and(|word| BE.contains(&word));
    let relation = if active { lead.relation.clone() } else { "include".to_string() };
    let written = tree.write(&argument.words);
    vec![Fact {
        subject: lead.subject.clone(),
        surface: Surface { subject: lead.surface.subject.clone(), relation: relation.clone(), arguments: vec![written.clone()] },
        relation,
        object_type: object_type(tree, &argument, root, annotation).into(),
        object: written,
        time: date.map(|(_, date)| date.to_string()),
        confidence: 0.5,
        ..Fact::default()
    }]
}

/// Forms of "be" and "have" that a passive or perfect begins with.
const BE: &[&str] = &["are", "had", "has", "have", "is", "was", "were"];
