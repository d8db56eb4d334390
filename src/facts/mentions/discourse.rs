//! The discourse: what was spoken of last, in order, so that pronouns and descriptions find their antecedent.
//!
//! A much reduced form of salience ranking (Lappin & Leass 1994): subjects before others, near before far, the document's topic before all. Two
//! candidates that come close leave the pronoun as it is.

use super::aliases::Named;
use super::candidate::{Candidate, is_same, names_subject, person, rank, topic_candidate};
use super::gender::noun_gender;
use super::topic::Topic;
use super::{Referent, write_inside};
use crate::facts::group::is_saying;
use crate::facts::phrase::Tree;
use crate::facts::temporal::is_temporal;
use crate::text::names::{Gender, NameKind};
use crate::text::syntax::{Number, Pos, Relation, Tag};
use crate::text::wordnet::is_a;

/// How many sentences back an antecedent may stand.
pub(super) const REACH: usize = 3;
/// The rank of a common noun behind a preposition.
const OBLIQUE: i32 = -2;
/// How many candidates are kept.
const MEMORY: usize = 60;

/// The candidates of the section so far.
#[derive(Debug, Default)]
pub struct Discourse {
    pub(super) topic: Option<Topic>,
    pub(super) candidates: Vec<Candidate>,
    section: usize,
    pub(super) sentence: usize,
}

impl Discourse {
    /// Before the first sentence; `topic` is what the document is about.
    pub fn new(topic: Option<Topic>) -> Self {
        Self { topic, ..Self::default() }
    }

    /// What the document is about.
    pub fn topic(&self) -> Option<&Topic> {
        self.topic.as_ref()
    }

    /// Goes on to the next sentence, which stands in this section.
    pub fn enter(&mut self, section: usize) {
        if section != self.section {
            self.candidates.clear();
            self.section = section;
        }
        self.sentence += 1;
        let excess = self.candidates.len().saturating_sub(MEMORY);
        self.candidates.drain(..excess);
    }

    /// Reads a sentence with its names, from left to right; gives the referents of names, pronouns and descriptions.
    pub fn read(&mut self, tree: Tree, names: Vec<Named>) -> Vec<Referent> {
        let (mut referents, mut names, mut i) = (Vec::new(), names.into_iter().peekable(), 0);
        while i < tree.len() {
            if let Some(named) = names.next_if(|named| named.first <= i) {
                if named.first == i {
                    i = named.end.max(i + 1);
                    self.push_name(tree, &named);
                    if !is_label(tree, &named) {
                        referents.push(Referent { first: named.first, end: named.end, name: named.entity.name });
                    }
                }
                continue;
            }
            let meant = self.pronoun(tree, i).or_else(|| owner(tree, i, &referents));
            if let Some(referent) = meant.or_else(|| self.pair(tree, i)).or_else(|| self.description(tree, i)) {
                i = referent.end;
                referents.push(referent);
                continue;
            }
            self.push_noun(tree, i, &referents);
            i += 1;
        }
        referents
    }

    fn push_name(&mut self, tree: Tree, named: &Named) {
        let inside = named.first..named.end;
        let head = inside.clone().find(|&i| tree.head(i).is_none_or(|head| !inside.contains(&head))).unwrap_or(named.first);
        let owner =
            tree.head(head).filter(|_| tree.base(head) == Relation::Appos).and_then(|noun| self.named_relative(noun, &named.entity.name));
        self.push(tree, head, named.entity.name.clone(), Some(named.entity.kind), named.entity.gender, false);
        let article = named.entity.kind != NameKind::Person && named.first > 0 && tree.lower(named.first - 1) == "the";
        if let Some(last) = self.candidates.last_mut() {
            (last.article, last.owner) = (article, owner);
        }
    }

    /// "Her mother, Ada Marlow,": the relative at `noun` has a name; gives whose relative it is.
    fn named_relative(&mut self, noun: usize, name: &str) -> Option<String> {
        let relative = self.candidates.iter_mut().rev().find(|c| c.sentence == self.sentence && c.head == noun && c.owner.is_some())?;
        relative.name = name.to_string();
        relative.owner.clone()
    }

    /// A common noun that is a subject or an object may be meant by a pronoun.
    fn push_noun(&mut self, tree: Tree, i: usize, referents: &[Referent]) {
        let named = tree.base(i) == Relation::Nsubj && tree.head(i).is_some_and(|predicate| names_subject(tree, predicate));
        let oblique = tree.base(i) == Relation::Obl && !is_temporal(tree, i);
        if !named && tree.pos(i) == Pos::Noun && (oblique || matches!(tree.base(i), Relation::Nsubj | Relation::Obj)) {
            // "this species".
            let one = tree.by(i, Relation::Det).any(|det| matches!(tree.lower(det).as_ref(), "a" | "an" | "each" | "every" | "this"));
            let plural = tree.reading.words[i].morph.number == Some(Number::Plur) && !one || tree.members(i).len() > 1;
            let lemma = tree.lemma(i);
            let kind = is_a(lemma, "person").then_some(NameKind::Person);
            let words = tree.phrase_without(i, true, |c| tree.relation(c) == Relation::AclRelcl);
            self.push(tree, i, write_inside(tree, &words, referents), kind, noun_gender(lemma), plural);
            if let Some(last) = self.candidates.last_mut().filter(|_| oblique) {
                (last.rank, last.oblique) = (OBLIQUE, true);
            }
            if let Some(last) = self.candidates.last_mut().filter(|_| kind.is_some() && is_a(lemma, "relative")) {
                last.owner = last.name.split_once("'s ").map(|(owner, _)| owner.to_string());
            }
        }
    }

    fn push(&mut self, tree: Tree, head: usize, name: String, kind: Option<NameKind>, gender: Option<Gender>, plural: bool) {
        let subject = tree.base(head) == Relation::Nsubj;
        let several = subject && tree.members(head).len() > 1;
        let name = if several { write_inside(tree, &tree.phrase(head, true), &[]) } else { name };
        let (name, kind) = match &self.topic {
            Some(topic) if is_same(&topic.name, &name) => (topic.name.clone(), topic.kind),
            _ => (name, kind),
        };
        self.candidates.push(Candidate {
            name,
            kind,
            gender,
            plural: plural || several,
            subject,
            rank: rank(tree, head),
            sentence: self.sentence,
            end: tree.under(head, |_| false).last().map_or(head, |&last| last + 1),
            governor: tree.head(head),
            head,
            article: false,
            owner: None,
            oblique: false,
        });
    }

    fn pronoun(&mut self, tree: Tree, i: usize) -> Option<Referent> {
        let form = tree.lower(i);
        let fits: fn(&Candidate) -> bool = match form.as_ref() {
            "he" | "him" | "his" => |c| person(c, Gender::Masculine),
            "she" | "her" | "hers" => |c| person(c, Gender::Feminine),
            "they" | "them" | "their" | "theirs" => |c| c.plural,
            "it" | "its" => |c| !c.plural && c.kind.is_none_or(|kind| !matches!(kind, NameKind::Person | NameKind::Group)),
            _ => return None,
        };
        if tree.pos(i) != Pos::Pron || tree.base(i) == Relation::Fixed || form == "it" && is_dummy(tree, i) {
            return None;
        }
        let work = made(tree, i);
        let fits = |c: &Candidate| fits(c) && !(work && matches!(c.kind, Some(NameKind::Organisation | NameKind::Place)));
        let found = self.best(tree, i, &fits).or_else(|| self.couple().filter(&fits))?;
        let possessive = tree.tag(i) == Tag::PrpPossessive;
        let ending = if found.plural && found.name.ends_with('s') { "'" } else { "'s" };
        let name = if possessive { format!("{}{ending}", found.phrase()) } else { found.phrase() };
        self.push(tree, i, found.name, found.kind, found.gender, found.plural);
        if let Some(last) = self.candidates.last_mut() {
            (last.article, last.owner) = (found.article, found.owner);
        }
        Some(Referent { first: i, end: i + 1, name })
    }

    /// "His wife works there; they have two children": the two, where one of them was spoken of last.
    fn couple(&self) -> Option<Candidate> {
        let last = self.candidates.iter().rev().find(|c| c.rank > 0 && c.sentence + 1 >= self.sentence)?;
        let (one, other) = last.name.split_once("'s ")?;
        let name = matches!(other, "wife" | "husband" | "partner" | "spouse").then(|| format!("{one} and {}", last.name))?;
        Some(Candidate { name, kind: None, gender: None, plural: true, ..last.clone() })
    }

    /// "The former", "the latter": of the two people, or two things of one kind, that were named last.
    fn pair(&mut self, tree: Tree, i: usize) -> Option<Referent> {
        let noun = i + 1;
        let alone = noun < tree.len() && tree.head(i) == Some(noun) && !matches!(tree.base(noun), Relation::Amod | Relation::Compound);
        let former = match tree.form(noun.min(tree.len() - 1)) {
            "former" => true,
            "latter" => false,
            _ => return None,
        };
        if !alone || !tree.lower(i).eq("the") {
            return None;
        }
        let sentence = self.candidates.iter().rev().find(|c| c.kind.is_some())?.sentence;
        let mut names: Vec<&Candidate> = Vec::new();
        for candidate in self.candidates.iter().filter(|c| c.kind.is_some() && c.sentence == sentence && c.sentence + 1 >= self.sentence) {
            if !candidate.name.contains(" and ") && names.iter().all(|other| other.name != candidate.name) {
                names.push(candidate);
            }
        }
        let [first, second] = names[..] else { return None };
        let found = if former { first } else { second };
        let name = (first.kind == second.kind).then(|| found.phrase())?;
        Some(Referent { first: i, end: noun + 1, name })
    }

    /// "the party" after "the Reform Party": the last name that ends in the noun; "the tower" for the lighthouse that the document is about and calls
    /// a tower.
    fn description(&mut self, tree: Tree, i: usize) -> Option<Referent> {
        let noun = i + 1;
        let definite = matches!(tree.lower(i).as_ref(), "the" | "this") && noun < tree.len() && tree.pos(noun) == Pos::Noun;
        let bare = definite
            && tree.head(i) == Some(noun)
            && tree
                .children(noun)
                .iter()
                .all(|&c| c == i || c > noun && !matches!(tree.base(c), Relation::Nmod | Relation::Acl | Relation::Appos));
        if !bare || tree.base(noun) == Relation::Compound || tree.reading.words[noun].morph.number == Some(Number::Plur) {
            return None;
        }
        let lemma = tree.lemma(noun).to_lowercase();
        let ends =
            |c: &Candidate| c.name.rsplit(' ').next().is_some_and(|last| last.chars().flat_map(char::to_lowercase).eq(lemma.chars()));
        let relative = |c: &Candidate| c.name.contains("'s ") && c.sentence + REACH >= self.sentence;
        let named = |c: &&Candidate| (c.kind.is_some_and(|k| k != NameKind::Person) || relative(c)) && ends(c) && c.name.contains(' ');
        let mut names = self.candidates.iter().rev().filter(named);
        let last = names.next().filter(|last| names.all(|other| other.name == last.name)).cloned();
        let found = match self.topic.as_ref().filter(|topic| topic.nouns.contains(&lemma)) {
            Some(topic) => {
                let other = |c: &Candidate| ends(c) && c.name != topic.name && !c.name.starts_with("the ");
                (!self.candidates.iter().any(other)).then(|| topic_candidate(topic))
            }
            None => last,
        }?;
        self.push(tree, noun, found.name.clone(), found.kind, found.gender, false);
        if let Some(last) = self.candidates.last_mut() {
            last.owner.clone_from(&found.owner);
        }
        Some(Referent { first: i, end: noun + 1, name: found.phrase() })
    }
}

/// "the Marlow yard": a person's surname that names a thing stays as it is.
fn is_label(tree: Tree, named: &Named) -> bool {
    let last = named.end - 1;
    let noun = tree.head(last).filter(|&noun| noun == named.end && tree.pos(noun) == Pos::Noun);
    named.entity.kind == NameKind::Person
        && tree.base(last) == Relation::Compound
        && noun.is_some_and(|noun| !is_a(tree.lemma(noun), "person"))
}

/// Verbs whose object is a work.
const MAKING: &[&str] =
    &["compose", "paint", "perform", "premiere", "print", "publish", "record", "release", "stage", "translate", "write"];

/// "It was performed": whether the word is something that somebody makes or plays.
fn made(tree: Tree, i: usize) -> bool {
    let object = tree.relation(i) == Relation::NsubjPass || tree.base(i) == Relation::Obj;
    object && tree.head(i).is_some_and(|verb| MAKING.contains(&tree.lemma(verb)))
}

/// "It is raining", "it is said that": nothing is meant.
fn is_dummy(tree: Tree, i: usize) -> bool {
    let Some(head) = tree.head(i) else { return false };
    let told = tree.relation(i) == Relation::NsubjPass && is_saying(tree.lemma(head));
    tree.base(i) == Relation::Expl
        || told && [Relation::Ccomp, Relation::Csubj].iter().any(|&r| tree.child(head, r).is_some())
        || [Relation::Csubj, Relation::Ccomp, Relation::Advcl].iter().any(|&r| tree.child(head, r).is_some())
            && tree.child(head, Relation::Cop).is_some()
}

/// "the town whose mayor left": the town, by what it is called.
fn owner(tree: Tree, i: usize, referents: &[Referent]) -> Option<Referent> {
    let noun = whose(tree, i)?;
    let words = tree.phrase_without(noun, false, |w| w > noun && !matches!(tree.base(w), Relation::Flat | Relation::Compound));
    // "Homes for All, whose leader": a name may begin before the phrase of its last word.
    let named = referents.iter().find(|r| (r.first..r.end).contains(&noun) && words.first().is_some_and(|&first| r.first < first));
    let name = named.map_or_else(|| write_inside(tree, &words, referents), |r| r.name.clone());
    let plural = tree.reading.words[noun].morph.number == Some(Number::Plur) && name.ends_with('s');
    (!name.is_empty()).then(|| Referent { first: i, end: i + 1, name: name + if plural { "'" } else { "'s" } })
}

/// The noun that "whose" stands for: the one that its relative clause is about, if it stands right before.
pub(super) fn whose(tree: Tree, i: usize) -> Option<usize> {
    let tells = |&w: &usize| tree.relation(w) == Relation::AclRelcl;
    let clause = tree.reading.ancestors(i).find(tells).filter(|_| tree.tag(i) == Tag::WpPossessive)?;
    let noun = tree.head(clause).filter(|&noun| noun < i && tree.is_nominal(noun))?;
    let before = (0..i).rev().find(|&w| !matches!(tree.tag(w), Tag::Comma | Tag::In))?;
    let part = matches!(tree.base(before), Relation::Flat | Relation::Compound) && tree.head(before) == Some(noun);
    (before == noun || part).then_some(noun)
}
