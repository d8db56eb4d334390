//! Aliases: surnames, given names and abbreviations of a document, each with the full name it stands for.

use std::collections::{BTreeMap, BTreeSet};

use super::gathered::{Gathered, initials, is_short, letters};
use super::gender::Pronouns;
use super::topic::{called_first, name_of};
use crate::document::Document;
use crate::facts::annotation::Annotation;
use crate::facts::phrase::Tree;
use crate::text::fold;
use crate::text::names::{Gender, Mention, NameKind, gazetteer, names};
use crate::text::syntax::Pos;
use crate::text::wordnet::{classes, is_a};

/// An entity of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Its full name.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// A person's gender, where known.
    pub gender: Option<Gender>,
}

/// A name in a sentence and the entity it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The first word, a title included.
    pub first: usize,
    /// One past the last.
    pub end: usize,
    /// The entity.
    pub entity: Entity,
}

/// All names of a document.
#[derive(Debug, Default)]
pub struct Aliases {
    entities: BTreeMap<String, Entity>,
    /// Short form to full name.
    full: BTreeMap<String, String>,
    /// A surname or given name that several bear, with their full names.
    shared: BTreeMap<String, Vec<String>>,
    /// All of these full names.
    bearers: BTreeSet<String>,
    protagonist: Option<Entity>,
}

impl Aliases {
    /// Joins the names of a document.
    pub fn new(document: &Document, annotations: &[Annotation], gathered: Gathered) -> Self {
        let Gathered { entities, first_met, votes, abbreviated, pronouns } = gathered;
        let mut aliases = Self { entities, ..Self::default() };
        aliases.add_title(document, annotations);
        for (name, kinds) in &votes {
            let known = kinds.iter().filter(|(kind, _)| **kind != NameKind::Other).max_by_key(|(_, count)| **count);
            if let (Some(entity), Some((kind, _))) = (aliases.entities.get_mut(name), known) {
                entity.kind = *kind;
            }
        }
        aliases.join_spellings(&votes);
        aliases.join_abbreviations(abbreviated);
        aliases.find_protagonist(document, annotations, &pronouns);
        aliases.join_middle_names();
        aliases.join_persons();
        aliases.join_heads(&first_met);
        aliases
    }

    /// The title is a name, even where the text only uses the half of it.
    fn add_title(&mut self, document: &Document, annotations: &[Annotation]) {
        let Some(title) = &name_of(document, annotations) else { return };
        let found = names(title).into_iter().find(|mention| mention.core.len() == title.len());
        if let Some(mention) = found {
            let entity = Entity { name: title.clone(), kind: mention.kind, gender: mention.gender };
            self.entities.entry(title.clone()).or_insert(entity);
        }
    }

    /// The person that the document's title names.
    pub fn protagonist(&self) -> Option<&Entity> {
        self.protagonist.as_ref()
    }

    /// The kind of an entity.
    pub fn kind(&self, name: &str) -> Option<NameKind> {
        self.entities.get(name).map(|entity| entity.kind)
    }

    /// The full name of a name; the name itself where none is known.
    pub fn full_name<'n>(&'n self, name: &'n str) -> &'n str {
        self.full.get(name).map_or(name, String::as_str)
    }

    /// The names in a sentence, each with its entity; also surnames that the sentence alone does not show to be names.
    pub fn referents(&self, tree: Tree, annotation: &Annotation) -> Vec<Named> {
        let mut found: Vec<Named> = annotation.names.iter().filter_map(|mention| self.referent(tree, mention)).collect();
        let bare = (0..tree.len()).filter(|&i| !annotation.names.iter().any(|mention| mention.span.overlaps(tree.reading.words[i].span)));
        let short = bare.filter_map(|i| {
            let name = self.full.get(tree.form(i)).filter(|_| !matches!(tree.pos(i), Pos::Aux | Pos::Adp | Pos::Pron | Pos::Det))?;
            Some(Named { first: i, end: i + 1, entity: self.entities.get(name)?.clone() })
        });
        found.extend(short.collect::<Vec<_>>());
        found.sort_by_key(|named| named.first);
        found
    }

    /// The one bearer of a name that several bear whom the text has spoken of so far: `met` has the full names.
    pub fn bearer(&self, name: &str, met: &BTreeSet<String>) -> Option<&Entity> {
        let mut bearers = self.shared.get(name)?.iter().filter(|bearer| met.contains(*bearer));
        let only = bearers.next().filter(|_| bearers.next().is_none())?;
        self.entities.get(only)
    }

    /// Whether several share a part of this full name.
    pub fn shares(&self, name: &str) -> bool {
        self.bearers.contains(name)
    }

    /// All entities, in order of their names; a short form may stand among them as a name of its own.
    pub fn entities(&self) -> impl Iterator<Item = &Entity> {
        self.entities.values()
    }

    /// Each short form with the full name it stands for.
    pub fn short_forms(&self) -> impl Iterator<Item = (&str, &str)> {
        self.full.iter().map(|(short, full)| (short.as_str(), full.as_str()))
    }

    fn referent(&self, tree: Tree, mention: &Mention) -> Option<Named> {
        let range = tree.reading.within(mention.span);
        let name = self.full_name(mention.core.of(tree.text));
        let entity = self.entities.get(name)?.clone();
        let kind = if entity.kind == NameKind::Other { mention.kind } else { entity.kind };
        (!range.is_empty()).then_some(Named { first: range.start, end: range.end, entity: Entity { kind, ..entity } })
    }

    /// "Paris-Nord", "Paris Nord" and "Paris nord" are one, spelled as it is most often.
    fn join_spellings(&mut self, votes: &BTreeMap<String, BTreeMap<NameKind, usize>>) {
        let mut spellings: BTreeMap<String, Vec<&String>> = BTreeMap::new();
        for name in self.entities.keys() {
            if let Some(spelling) = spelling(name) {
                spellings.entry(spelling).or_default().push(name);
            }
        }
        let count = |name: &String| votes.get(name).map_or(0, |kinds| kinds.values().sum::<usize>());
        let usual = |names: &[&String]| names.iter().rev().max_by_key(|name| count(name)).map(|name| (*name).clone());
        let joined = spellings.values().filter(|names| names.len() > 1).filter_map(|names| Some((usual(names)?, names)));
        let joined: Vec<(String, String)> = joined
            .flat_map(|(usual, names)| {
                names.iter().filter(|name| ***name != usual).map(|name| ((*name).clone(), usual.clone())).collect::<Vec<_>>()
            })
            .collect();
        self.full.extend(joined);
    }

    /// Takes the abbreviations that are told; a short form that only one name of the document has the initials of is another.
    fn join_abbreviations(&mut self, told: Vec<(String, String)>) {
        self.full.extend(told);
        let mut initialed: BTreeMap<Vec<char>, Vec<&String>> = BTreeMap::new();
        for name in self.entities.keys() {
            initialed.entry(initials(name)).or_default().push(name);
        }
        let shorts = self.entities.keys().filter(|name| is_short(name) && letters(name).len() >= 2 && !self.full.contains_key(*name));
        let joined = shorts.filter_map(|short| match initialed.get(&letters(short)).map(Vec::as_slice) {
            Some([only]) => Some((short.clone(), (*only).clone())),
            _ => None,
        });
        let joined: Vec<(String, String)> = joined.collect();
        self.full.extend(joined);
    }

    /// "Ada Marlow" is Ada Rose Marlow, if the document names nobody else so; the title tells which is the full name.
    fn join_middle_names(&mut self) {
        let person = |name: &&String| self.entities.get(*name).is_some_and(|e| e.kind == NameKind::Person) && has_surname(name);
        let mut long: BTreeMap<String, Vec<&String>> = BTreeMap::new();
        for name in self.entities.keys().filter(person) {
            if let [first, _, .., last] = name.split(' ').collect::<Vec<_>>()[..] {
                long.entry(format!("{first} {last}")).or_default().push(name);
            }
        }
        let joined = long.into_iter().filter_map(|(short, names)| match names[..] {
            [only] if !person(&&short) || self.full.contains_key(only) || self.full.contains_key(&short) => None,
            [only] if self.is_protagonist(&short) => Some((only.clone(), short)),
            [only] => Some((short, only.clone())),
            _ => None,
        });
        let joined: Vec<(String, String)> = joined.collect();
        self.full.extend(joined);
    }

    /// Surnames and given names that belong to one full name of a person; a surname that several bear is the protagonist's.
    fn join_persons(&mut self) {
        let own = |e: &&Entity| e.kind == NameKind::Person && has_surname(&e.name) && !self.full.contains_key(&e.name);
        let persons: Vec<&Entity> = self.entities.values().filter(own).collect();
        let mut owners: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for person in &persons {
            let parts: Vec<&str> = person.name.split(' ').collect();
            let known = gazetteer::given_name(parts[0]).is_some() && person.gender.is_some();
            let certain = |part: &str| !is_word(part) || known && !is_named(part) || self.is_protagonist(&person.name);
            for n in (1..parts.len()).filter(|&n| certain(parts[n])) {
                let tail = &person.name[person.name.len() - parts[n..].join(" ").len()..];
                owners.entry(tail).or_default().insert(&person.name);
            }
            if certain(parts[0]) {
                owners.entry(parts[0]).or_default().insert(&person.name);
            }
        }
        let several = owners.iter().filter(|(_, names)| names.len() > 1);
        let shared = several.map(|(part, names)| (part.to_string(), names.iter().map(ToString::to_string).collect())).collect();
        let joined = owners.into_iter().filter_map(|(part, names)| {
            let longest = names.iter().max_by_key(|name| name.len())?;
            let one = names.iter().all(|name| longest.ends_with(name) || *name == *longest);
            let owner = if one { Some(longest) } else { names.iter().find(|name| self.is_protagonist(name) && name.ends_with(part)) };
            let free = self.entities.get(part).is_none_or(|e| matches!(e.kind, NameKind::Person | NameKind::Other));
            owner.filter(|_| free && !self.full.contains_key(part)).map(|owner| (part.to_string(), owner.to_string()))
        });
        let joined: Vec<(String, String)> = joined.collect();
        self.full.extend(joined);
        self.shared = shared;
        self.bearers = self.shared.values().flatten().cloned().collect();
    }

    fn is_protagonist(&self, name: &str) -> bool {
        self.protagonist.as_ref().is_some_and(|p| p.name == name)
    }

    /// "the Board" where one name alone ends in it: "the Harbour Board".
    fn join_heads(&mut self, first_met: &BTreeMap<String, usize>) {
        let noun = |name: &str| !name.contains(' ') && classes(&name.to_lowercase()).next().is_some() && !is_named(name);
        let heads = self.entities.keys().filter(|name| noun(name) && !self.full.contains_key(*name));
        let joined: Vec<(String, String)> = heads
            .filter_map(|head| {
                let ends = |e: &&Entity| e.kind == NameKind::Organisation && e.name.rsplit_once(' ').is_some_and(|(_, last)| last == head);
                let mut long = self.entities.values().filter(ends);
                let only = long.next().filter(|_| long.next().is_none())?;
                // The full name comes first.
                let introduced = first_met.get(&only.name) < first_met.get(head);
                introduced.then(|| (head.clone(), only.name.clone()))
            })
            .collect();
        self.full.extend(joined);
    }

    /// The person whose name is the title, unless the text begins by calling it something else; the gender from the pronouns of the whole text where the name
    /// does not tell it.
    fn find_protagonist(&mut self, document: &Document, annotations: &[Annotation], pronouns: &Pronouns) {
        let Some(title) = name_of(document, annotations) else { return };
        let Some(entity) = self.entities.get_mut(&title).filter(|e| matches!(e.kind, NameKind::Person | NameKind::Other)) else { return };
        let given = title.split(' ').next().is_some_and(|first| gazetteer::given_name(first).is_some());
        if let Some(noun) = called_first(document, annotations).filter(|noun| !given && !is_a(noun, "person")) {
            entity.kind = gazetteer::noun(&noun).unwrap_or(NameKind::Other);
            return;
        }
        if entity.gender.is_none() {
            entity.gender = pronouns.prevailing();
        }
        if entity.kind == NameKind::Person || entity.gender.is_some() {
            entity.kind = NameKind::Person;
            self.protagonist = Some(entity.clone());
        }
    }
}

/// Whether a name has several words, the last with a capital: not "Genus Lontra canadensis".
fn has_surname(name: &str) -> bool {
    name.rsplit_once(' ').is_some_and(|(_, last)| last.starts_with(char::is_uppercase))
}

/// What names share that are taken for one, whatever their capitals, accents and hyphens; `None` for one too short for that.
pub fn spelling(name: &str) -> Option<String> {
    (name.len() > SHORTEST).then(|| fold(name).replace('-', " "))
}

/// Names up to this length are spelled in one way.
const SHORTEST: usize = 5;

/// Whether a word of a name is also a common noun, a place or a people: alone it need not be the name.
fn is_word(part: &str) -> bool {
    classes(&part.to_lowercase()).next().is_some() || is_named(part)
}

/// Whether a word is the name of a place or a people.
fn is_named(part: &str) -> bool {
    gazetteer::place(part).is_some() || gazetteer::group(part).is_some()
}
