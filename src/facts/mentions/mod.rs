//! Who is meant: every name, pronoun and definite description of a document, with the full name it stands for.
//!
//! `aliases` joins surnames, given names and abbreviations to full names, `topic` says what the whole document is about; `discourse` reads the text in order and gives pronouns and
//! descriptions ("the party") the entity that was spoken of last and fits, as `salience` weighs. What fits nothing, or two things equally, stays as it is.

mod aliases;
mod candidate;
mod cast;
mod discourse;
mod gathered;
mod gender;
mod salience;
mod topic;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::phrase::Tree;
use crate::document::Document;
use crate::facts::annotation::Annotation;
use crate::text::names::gazetteer;
use crate::text::syntax::Pos;
use crate::text::wordnet::classes;
use aliases::Aliases;
pub use aliases::spelling;
use discourse::Discourse;
use gathered::Gathered;
pub use gathered::{is_short, letters};
pub use gender::noun_gender;
pub use topic::{Topic, entity_name};

pub use cast::{Cast, Member};

/// What stands for words of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referent {
    /// The first of the words it replaces.
    pub first: usize,
    /// One past the last.
    pub end: usize,
    /// The full name; with "'s" where the words are a possessive pronoun.
    pub name: String,
}

/// Reads a document's sentences in order and says who is meant in each.
pub struct Mentions<'a> {
    document: &'a Document,
    aliases: Aliases,
    discourse: Discourse,
    /// Those spoken of so far who share a part of their name with others.
    met: BTreeSet<String>,
}

impl<'a> Mentions<'a> {
    /// Gathers and joins the names of all sentences.
    pub fn new(document: &'a Document, annotations: &[Annotation]) -> Self {
        let mut gathered = Gathered::default();
        annotations.iter().for_each(|annotation| gathered.add(annotation));
        let aliases = Aliases::new(document, annotations, gathered);
        let kind = topic::name_of(document, annotations).and_then(|title| aliases.kind(&title));
        let discourse = Discourse::new(aliases.protagonist().map(Topic::person).or_else(|| Topic::thing(document, annotations, kind)));
        Self { document, aliases, discourse, met: BTreeSet::new() }
    }

    /// The referents in the next sentence, in order, none overlapping another.
    pub fn next(&mut self, sentence: usize, tree: Tree, annotation: &Annotation) -> Vec<Referent> {
        if let Some(place) = self.document.sentences.get(sentence) {
            self.discourse.enter(place.section);
        }
        let mut names = self.aliases.referents(tree, annotation);
        for named in &mut names {
            if let Some(bearer) = self.aliases.bearer(&named.entity.name, &self.met) {
                named.entity = bearer.clone();
            } else if self.aliases.shares(&named.entity.name) {
                self.met.insert(named.entity.name.clone());
            }
        }
        self.discourse.read(tree, names)
    }

    /// The full name of a name; the name itself where none is known.
    pub fn full_name<'n>(&'n self, name: &'n str) -> &'n str {
        self.aliases.full_name(name)
    }
}

/// The words of a phrase with every referent's full name in place of its words.
pub fn write(tree: Tree, words: &[usize], referents: &[Referent]) -> String {
    let (mut out, mut at) = (String::new(), 0);
    while let Some(&i) = words.get(at) {
        // "a town whose mayor left" says itself whose.
        let told = || discourse::whose(tree, i).is_some_and(|noun| words[..at].contains(&noun));
        let whole = |r: &Referent| words[at..].len() >= r.end - i && words[at + r.end - i - 1] == r.end - 1;
        // "Captain Marlow" without the title.
        let bare = |r: &Referent| r.first < i && (r.first..i).all(|w| !words.contains(&w) && gazetteer::title(tree.form(w)).is_some());
        let fits = |r: &&Referent| i < r.end && (r.first == i || bare(r)) && whole(r) && !told();
        let referent = referents.iter().find(fits);
        let (piece, next) = match referent {
            Some(referent) => {
                let next = at + referent.end - i;
                (renamed(tree, &words[..at], &words[at..next], referent, &mut out), next)
            }
            None => (tree.form(i).to_string(), at + 1),
        };
        let glued = at > 0 && words[at - 1] + 1 == i && tree.touches(i);
        if !out.is_empty() && !glued {
            out.push(' ');
        }
        out.push_str(&piece);
        at = next;
    }
    out
}

/// A referent's name for its `words`, which `before` precedes and `out` ends with. A title that words before it describe stays: "the club's chair
/// Ada Marlow". An article is fitted to the name.
fn renamed(tree: Tree, before: &[usize], words: &[usize], referent: &Referent, out: &mut String) -> String {
    let described = before.last().is_some_and(|&last| last + 1 == referent.first && matches!(tree.pos(last), Pos::Propn | Pos::Noun));
    let written = tree.write(words);
    if described && written.ends_with(&referent.name) {
        return written;
    }
    let vowel = referent.name.starts_with(['A', 'E', 'I', 'O', 'U']);
    if !vowel && written != referent.name && (out == "an" || out.ends_with(" an")) {
        out.pop();
    }
    referent.name.clone()
}

/// As `write`, without the capital that only the beginning of the sentence gives.
pub fn write_inside(tree: Tree, words: &[usize], referents: &[Referent]) -> String {
    let written = write(tree, words, referents);
    let known = || match tree.pos(0) {
        Pos::Noun => classes(tree.lemma(0)).next().is_some(),
        Pos::Adj => gazetteer::group(tree.form(0)).is_none(),
        pos => !matches!(pos, Pos::Propn | Pos::X | Pos::Sym),
    };
    let opens = words.first() == Some(&0) && tree.form(0) != "I" && known();
    let named = referents.iter().any(|referent| referent.first == 0) || tree.form(0).chars().skip(1).any(char::is_uppercase);
    let mut chars = written.chars();
    match chars.next() {
        Some(first) if opens && !named => first.to_lowercase().chain(chars).collect(),
        _ => written,
    }
}

impl Tree<'_> {
    /// Whether the word follows the one before it without a blank.
    fn touches(self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|before| self.reading.words[before].span.end == self.reading.words[i].span.start)
    }
}
