//! Extraction: a document's sentences, read, become its facts.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use compact_str::{CompactString, format_compact};

use super::annotation::{Annotation, annotate_sentence};
use super::arguments::preposition;
use super::clause::{clauses, is_past, says_when};
use super::fact::{Fact, Polarity, Surface};
use super::fingerprint::fingerprint;
use super::layout::layout;
use super::mentions::{Mentions, Names, Referent, write_inside};
use super::nominal::nominals;
use super::phrase::{Tree, children};
use super::place::place;
use super::proposition::{Argument, Proposition, Role};
use super::qualifiers::qualifiers;
use super::speech::attribute;
use super::table::Table;
use super::time::{Calendar, Dated, time};
use super::types::{noun_type, object_type};
use crate::document::{Document, Kind};
use crate::text::Span;
use crate::text::names::NameKind;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::values::Date;

impl Table {
    /// The facts of `document`, whose sentences were read as `annotations`, one for each, in order.
    pub fn extract(document: &Document, annotations: &[Annotation]) -> Table {
        Self::extracted(document, Mentions::new(document, annotations), annotations.iter())
    }

    /// As [`Table::extract`], reading the sentences itself; keeps them packed until all names are known. Tells `watch` before each sentence how many
    /// were read.
    pub fn of(document: &Document, watch: &mut dyn FnMut(usize)) -> Table {
        let mut names = Names::default();
        let mut read = |(done, sentence)| {
            watch(done);
            let annotation = annotate_sentence(document, sentence);
            names.add(sentence, &annotation);
            annotation.pack()
        };
        let packed: Vec<Box<[u8]>> = document.sentences.iter().enumerate().map(&mut read).collect();
        Self::extracted(document, Mentions::of(document, names), packed.into_iter().map(|packed| Annotation::unpack(&packed)))
    }

    fn extracted<A: Borrow<Annotation>>(document: &Document, mut mentions: Mentions, annotations: impl Iterator<Item = A>) -> Table {
        let (mut calendar, mut facts) = (Calendar::default(), Vec::new());
        // The last fact of a sentence that announces a list.
        let mut lead: Option<Fact> = None;
        for (index, (sentence, annotation)) in document.sentences.iter().zip(annotations).enumerate() {
            let annotation = annotation.borrow();
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
        .filter(|fact| unsure(&fact.object_type) && fact.object.starts_with(|c: char| c.is_uppercase() || fact.object_type.is_empty()))
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
    propositions.retain(|proposition| !proposition.subject.is_empty());
    propositions.sort_by_key(|proposition| proposition.predicate);
    let mut facts: Vec<Fact> = Vec::new();
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
    facts
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

/// A sentence with all that is known of its words.
struct Context<'a> {
    tree: Tree<'a>,
    annotation: &'a Annotation,
    referents: Vec<Referent>,
    dates: Vec<(Span, Date)>,
    /// When the fact before the sentence happened.
    earlier: Option<Date>,
}

impl Context<'_> {
    fn fact(&self, proposition: &Proposition) -> Fact {
        let tree = self.tree;
        let (relation, object) = self.relation_and_object(proposition);
        let mut written = write_inside(tree, &object.words, &self.referents);
        let (when, where_) = (self.when(proposition), place(tree, proposition, self.annotation, &self.referents));
        let used: Vec<usize> =
            object.heads.iter().copied().chain(when.as_ref().map(|when| when.head)).chain(where_.as_ref().map(|(i, _)| *i)).collect();
        let used = self.with_date(proposition, when.as_ref(), used);
        let subject = self.subject(proposition);
        if bare(&subject) == bare(&written) {
            // "Old Fishers' Choir (OFC)" or "the OFC (Old Fishers' Choir)": the other name.
            let (own, other) = (tree.write(&proposition.subject), tree.write(&object.words));
            written = if bare(&other) == bare(&subject) { own } else { other };
        }
        Fact {
            subject,
            relation,
            object: written,
            object_type: object.of.map_or("", |argument| object_type(tree, argument, proposition.predicate, self.annotation)).into(),
            time: when.map(|when| when.date.to_string()),
            place: where_.map(|(_, place)| place),
            qualifiers: qualifiers(tree, proposition, &used, self.annotation, &self.referents),
            polarity: proposition.polarity,
            modality: proposition.modality,
            attribution: proposition.speaker.as_ref().map(|words| write_inside(tree, words, &self.referents)),
            confidence: proposition.confidence,
            surface: Surface {
                subject: tree.write(&proposition.subject),
                relation: proposition.relation.clone(),
                arguments: proposition.arguments.iter().map(|argument| tree.write(&argument.words)).collect(),
            },
            ..Fact::default()
        }
    }

    /// The subject in full names: the name alone where a noun only describes it ("her husband, the printer Tomas Aldane"); no capital that only the
    /// beginning of the sentence gives.
    fn subject(&self, proposition: &Proposition) -> String {
        let tree = self.tree;
        let described = tree.pos(proposition.subject_head) == Pos::Noun && tree.members(proposition.subject_head).len() == 1;
        let appositions = tree
            .by(proposition.subject_head, Relation::Appos)
            .filter(|&i| described && !tree.is_bracketed(i) && i != proposition.predicate);
        let named = |i: usize| self.referents.iter().find(|r| (r.first..r.end).contains(&i) && tree.pos(i) == Pos::Propn);
        if let Some(name) = appositions.filter_map(named).map(|referent| referent.name.clone()).next() {
            return name;
        }
        let written = write_inside(tree, &proposition.subject, &self.referents);
        match proposition.subject[..] {
            [owner] if tree.tag(owner) == Tag::PrpPossessive => written.trim_end_matches("'s").to_string(),
            _ => written,
        }
    }

    /// When it happened; what the sentence or the one before it dates where the phrase only points there ("at that time").
    fn when(&self, proposition: &Proposition) -> Option<Dated> {
        time(self.tree, proposition, &self.dates, self.earlier.as_ref())
    }

    /// The heads that are used, with those of all arguments that lie in the date told: "to 1938" in "from 1920 to 1938".
    fn with_date(&self, proposition: &Proposition, when: Option<&Dated>, mut used: Vec<usize>) -> Vec<usize> {
        let at = |i: usize| self.dates.iter().position(|(span, _)| span.overlaps(self.tree.reading.words[i].span));
        if let Some(date) = when.and_then(|when| at(when.head)) {
            used.extend(proposition.arguments.iter().map(|argument| argument.head).filter(|&head| at(head) == Some(date)));
        }
        used
    }

    /// The argument that is the fact's object: the first that does not only say when.
    fn object<'p>(&self, proposition: &'p Proposition) -> Option<&'p Argument> {
        let behind = |argument: &&Argument| argument.role != Role::Oblique || argument.head > proposition.predicate;
        let core = |argument: &&Argument| argument.role.is_core() && !self.only_when(argument);
        let taken = |argument: &&Argument| {
            !argument.role.is_core() && preposition(self.tree, argument.head).iter().all(|i| !argument.words.contains(i))
        };
        let mut arguments = proposition.arguments.iter().filter(behind);
        arguments
            .clone()
            .find(core)
            .or_else(|| arguments.find(|argument| argument.role == Role::Oblique && taken(argument) && !self.only_when(argument)))
    }

    fn only_when(&self, argument: &Argument) -> bool {
        match argument.role {
            Role::Complement | Role::Clause => false,
            Role::Object => self.tree.is_dated(argument.head),
            _ => says_when(self.tree, argument.head),
        }
    }

    /// The relation, and the object with what completes it ("described himself as a poet"). A verb with a bare noun and a preposition is one
    /// relation: "took part in".
    fn relation_and_object<'p>(&self, proposition: &'p Proposition) -> (String, Object<'p>) {
        let tree = self.tree;
        let Some(of) = self.object(proposition) else { return (proposition.plain.clone(), Object::default()) };
        let completes = |argument: &&Argument| {
            argument.role == Role::Complement
                || argument.role == Role::Oblique
                    && of.role.is_core()
                    && (AS_VERBS.contains(&tree.lemma(proposition.predicate)) || self.is_role(of, argument))
                    && argument.head > of.head
                    && argument.words.first().is_some_and(|&i| tree.lower(i) == "as")
        };
        let further: Vec<&Argument> = proposition.arguments.iter().filter(|&argument| argument != of).filter(completes).collect();
        let mut words: Vec<usize> = of.words.iter().chain(further.iter().flat_map(|argument| &argument.words)).copied().collect();
        words.dedup();
        let mut heads: Vec<usize> = std::iter::once(of.head).chain(further.iter().map(|argument| argument.head)).collect();
        let mut relation = proposition.plain.clone();
        if let Some(next) = self.completes_light_verb(proposition, of) {
            words.extend(next.words.iter().filter(|word| !words.contains(word)).copied().collect::<Vec<_>>());
            heads.push(next.head);
        }
        if let [noun, case, ..] = words[..]
            && LIGHT.contains(&tree.lemma(proposition.predicate))
            && of.role == Role::Object
            && noun == of.head
            && (tree.tag(noun), tree.tag(case)) == (Tag::Nn, Tag::In)
            && words.len() > 2
        {
            relation = format!("{relation} {}", tree.write(&words[..2]));
            words.drain(..2);
        }
        (relation, Object { words, heads, of: Some(of) })
    }
}

impl Context<'_> {
    /// "put Ada forward as their candidate": whether a phrase says what the person before it is to be.
    fn is_role(&self, of: &Argument, role: &Argument) -> bool {
        let span = self.tree.reading.words[of.head].span;
        let person = self.annotation.names.iter().any(|name| name.kind == NameKind::Person && name.span.contains(span));
        person && noun_type(self.tree.lemma(role.head)).starts_with("HUM")
    }

    /// The phrase that stands right behind the bare noun of a light verb: "in a play" behind "took part".
    fn completes_light_verb<'p>(&self, proposition: &'p Proposition, of: &Argument) -> Option<&'p Argument> {
        let light = LIGHT.contains(&self.tree.lemma(proposition.predicate)) && of.role == Role::Object;
        let part = || matches!(self.tree.lemma(of.head), "part" | "role") && of.words.last() == Some(&of.head);
        let bare = light && (of.words == [of.head] || part()) && self.tree.tag(of.head) == Tag::Nn;
        proposition
            .arguments
            .iter()
            .find(|argument| bare && argument.role == Role::Oblique && argument.words.first() == Some(&(of.head + 1)))
    }
}

/// Verbs that say what somebody or something is: "described himself as a poet", "chose Ada as their leader".
const AS_VERBS: &[&str] = &[
    "accept",
    "acknowledge",
    "adopt",
    "appoint",
    "attack",
    "brand",
    "cast",
    "categorise",
    "categorize",
    "characterise",
    "characterize",
    "choose",
    "cite",
    "classify",
    "conceive",
    "condemn",
    "consider",
    "count",
    "criticise",
    "criticize",
    "define",
    "denounce",
    "depict",
    "describe",
    "designate",
    "dismiss",
    "elect",
    "employ",
    "establish",
    "give",
    "hail",
    "have",
    "hire",
    "identify",
    "interpret",
    "keep",
    "know",
    "label",
    "name",
    "nominate",
    "perceive",
    "picture",
    "portray",
    "praise",
    "present",
    "propose",
    "recognise",
    "recognize",
    "regard",
    "reject",
    "represent",
    "see",
    "select",
    "take",
    "treat",
    "use",
    "view",
];

/// Verbs that with a bare noun make one relation: "took part in".
const LIGHT: &[&str] = &["find", "gain", "give", "have", "hold", "lose", "make", "pay", "play", "take", "win"];

/// A fact's object: its words, the head words of the arguments it is made of, and the first of these.
#[derive(Default)]
struct Object<'p> {
    words: Vec<usize>,
    heads: Vec<usize>,
    of: Option<&'p Argument>,
}

fn bare(phrase: &str) -> &str {
    phrase.trim_start_matches("the ").trim_start_matches("The ")
}
