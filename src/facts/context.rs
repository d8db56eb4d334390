//! From a proposition to a row: what of a sentence's words goes into which column.

use super::annotation::Annotation;
use super::arguments::preposition;
use super::fact::{Fact, Surface};
use super::mentions::{Referent, write_inside};
use super::noun_types::noun_type;
use super::phrase::Tree;
use super::place::place;
use super::proposition::{Argument, Proposition, Role};
use super::qualifiers::qualifiers;
use super::temporal::says_when;
use super::time::{Dated, time};
use super::types::object_type;
use crate::text::Span;
use crate::text::names::NameKind;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::values::Date;

/// A sentence with all that is known of its words.
pub struct Context<'a> {
    pub tree: Tree<'a>,
    pub annotation: &'a Annotation,
    pub referents: Vec<Referent>,
    pub dates: Vec<(Span, Date)>,
    /// When the fact before the sentence happened.
    pub earlier: Option<Date>,
}

impl Context<'_> {
    /// The row of a proposition.
    pub fn fact(&self, proposition: &Proposition) -> Fact {
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
        let top = proposition.subject_head;
        // "the printer Tomas Aldane": the name says it.
        let described = |i: usize| tree.relation(i) == Relation::NmodDesc && tree.by(i, Relation::Det).any(|det| tree.lower(det) == "the");
        let asides = tree.by(top, Relation::Nmod).filter(|&i| tree.is_enclosed(i, top) || described(i));
        let asides: Vec<usize> = asides.flat_map(|i| tree.under(i, |_| false)).collect();
        let words = proposition.subject.iter().copied().filter(|i| !asides.contains(i)).collect();
        let written = write_inside(tree, &tree.trimmed(words), &self.referents);
        match proposition.subject[..] {
            [owner] if tree.tag(owner) == Tag::PrpPossessive => written.trim_end_matches("'s").to_string(),
            _ => written,
        }
    }

    /// When it happened; what the sentence or the one before it dates where the phrase only points there ("at that time").
    pub fn when(&self, proposition: &Proposition) -> Option<Dated> {
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
            Role::Clause => false,
            Role::Complement => self.tree.is_dated(argument.head) && self.tree.base(argument.head) == Relation::Xcomp,
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

/// A phrase without "the".
pub fn bare(phrase: &str) -> &str {
    phrase.trim_start_matches("the ").trim_start_matches("The ")
}
