//! Names in a text: people, places, organisations, works, events, peoples.
//!
//! Runs of capitalised words with the particles between them are joined (`chain`), what merely opens a sentence is left out,
//! and the kind follows from evidence (`evidence`): lists of names, titles, the nouns in and around the name, prepositions.
//! Equal names in one text share their evidence, and those of a whole document (`kinds`).

mod chain;
mod evidence;
pub mod gazetteer;
mod kinds;
mod title;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Pos, Reading, Span};
use chain::{Chain, Line};
use evidence::Evidence;

pub use gazetteer::Gender;
pub use kinds::Kinds;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum NameKind {
    Person,
    Place,
    Organisation,
    /// A book, a film, a law, a prize.
    Work,
    Event,
    /// A nationality, a people, a religion, a political current, a language.
    Group,
    /// A name whose kind nothing tells.
    Other,
}

/// A mention of a named thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// The name with its title: "Dr. Ada Marlow".
    pub span: Span,
    /// The name alone: "Ada Marlow".
    pub core: Span,
    /// What it names.
    pub kind: NameKind,
    /// A person's gender, where title or given name tell it.
    pub gender: Option<Gender>,
}

/// What a reading of the sentence says of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proper {
    /// Tagged as a proper noun.
    Yes,
    /// Tagged as a noun or an adjective, which names are made of too.
    Unsure,
    /// Tagged as anything else.
    No,
}

/// The names in `text`, left to right, none overlapping another.
pub fn names(text: &str) -> Vec<Mention> {
    find(&Line { text, words: words::words(text), proper: Vec::new(), reading: None }, &mut Kinds::default())
}

/// The names in `text`, of which `reading` is the reading: its tags tell names from words that open a sentence, and find
/// names in a text without capitals.
pub fn names_read(text: &str, reading: &Reading) -> Vec<Mention> {
    names_gathered(text, reading, &mut Kinds::default())
}

/// The same; what they show of their kinds goes to `kinds`.
pub fn names_gathered(text: &str, reading: &Reading, kinds: &mut Kinds) -> Vec<Mention> {
    let words = words::words(text);
    let cased = words.iter().any(|word| word.capital && word.span.of(text) != "I");
    let mut proper: Vec<Proper> = words.iter().map(|word| proper(reading, word.span, word.capital || !cased)).collect();
    if !cased {
        known_names(text, reading, &words, &mut proper);
    }
    find(&Line { text, words, proper, reading: Some(reading) }, kinds)
}

/// In a text without capitals: a noun that is a given name, a place or a people, no determiner before it, is a name; so is the
/// noun after a given name. Names of persons unknown to the tagger may pass as adjectives.
fn known_names(text: &str, reading: &Reading, words: &[words::Word], proper: &mut [Proper]) {
    let tagged = |span: Span, pos: &[Pos]| reading.words[reading.within(span)].iter().any(|word| pos.contains(&word.pos));
    for i in 0..words.len() {
        let raw = words[i].span.of(text);
        let last = i.checked_sub(1).map(|k| words[k].span);
        let noun = tagged(words[i].span, &[Pos::Noun, Pos::X]);
        let noun_or_adjective = noun || tagged(words[i].span, &[Pos::Adj]);
        let determined = last.is_some_and(|span| tagged(span, &[Pos::Det, Pos::Adj, Pos::Num]));
        let after_given =
            last.is_some_and(|span| proper[i - 1] == Proper::Yes && gazetteer::given_name(span.of(text)).is_some() && words[i].near);
        let given = noun_or_adjective && gazetteer::given_name(raw).is_some();
        let known = noun && (gazetteer::place(raw).is_some() || gazetteer::group(raw).is_some());
        let surname = noun_or_adjective && after_given && gazetteer::noun(raw).is_none();
        if surname || (given || known) && !determined && !gazetteer::function_word(raw) {
            proper[i] = Proper::Yes;
        }
    }
}

/// What the reading says of the words at `span`; a small letter among capitals is no name.
fn proper(reading: &Reading, span: Span, eligible: bool) -> Proper {
    let within = |pos: &[Pos]| reading.words[reading.within(span)].iter().any(|word| pos.contains(&word.pos));
    if within(&[Pos::Propn]) && eligible {
        Proper::Yes
    } else if within(&[Pos::Noun, Pos::Adj, Pos::Propn, Pos::X]) {
        Proper::Unsure
    } else {
        Proper::No
    }
}

fn find(line: &Line, kinds: &mut Kinds) -> Vec<Mention> {
    let mut drafts = drafts(line);
    let works = title::works(line);
    drafts.retain(|draft| {
        let next = works.partition_point(|work| work.span.end <= draft.span.start);
        works.get(next).is_none_or(|work| !work.span.overlaps(draft.span))
    });
    let evidence = shared_evidence(line, &drafts);
    kinds.gather(&evidence);
    let mut mentions: Vec<Mention> = drafts.iter().map(|draft| draft.mention(line, &evidence)).collect();
    mentions.extend(works);
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

/// A name whose kind is still open.
#[derive(Debug, Clone, Copy)]
struct Draft {
    span: Span,
    core: Span,
    /// The chain of the core.
    chain: Chain,
}

impl Draft {
    fn mention(&self, line: &Line, evidence: &BTreeMap<&str, Evidence>) -> Mention {
        let kind = evidence.get(self.core.of(line.text)).map_or(NameKind::Other, Evidence::kind);
        let mention = Mention { span: self.span, core: self.core, kind, gender: None };
        Mention { gender: gender(line.text, &mention), ..mention }
    }
}

/// A person's gender, by title or given name.
fn gender(text: &str, mention: &Mention) -> Option<Gender> {
    let first = |span: Span| span.of(text).split([' ', '-', '\u{a0}']).next().unwrap_or_default();
    let titled = gazetteer::title(first(mention.span)).flatten();
    titled.or_else(|| gazetteer::given_name(first(mention.core)).flatten()).filter(|_| mention.kind == NameKind::Person)
}

/// The evidence for each name, all its mentions together; a surname alone takes over what its full name shows.
fn shared_evidence<'t>(line: &Line<'t>, drafts: &[Draft]) -> BTreeMap<&'t str, Evidence> {
    let mut shared: BTreeMap<&str, Evidence> = BTreeMap::new();
    for draft in drafts {
        shared.entry(draft.core.of(line.text)).or_default().join(&evidence::of(line, draft.chain, draft.span != draft.core));
    }
    let full_names: BTreeSet<&str> = drafts
        .iter()
        .filter(|draft| {
            draft.chain.end > draft.chain.first + 1 && shared.get(draft.core.of(line.text)).is_some_and(|e| e.kind() == NameKind::Person)
        })
        .map(|draft| line.raw(draft.chain.end - 1))
        .collect();
    for (name, evidence) in &mut shared {
        if full_names.contains(name) {
            evidence.surname();
        }
    }
    shared
}

/// The runs of words that are names, titles split off.
fn drafts(line: &Line) -> Vec<Draft> {
    let inside: BTreeSet<&str> = (0..line.words.len()).filter(|&i| line.named(i) && !line.words[i].opens).map(|i| line.raw(i)).collect();
    let (mut drafts, mut i) = (Vec::new(), 0);
    while i < line.words.len() {
        let Some(chain) = line.chain(i) else {
            i += 1;
            continue;
        };
        if let Some(chain) = trimmed(line, chain).filter(|chain| stands(line, *chain, &inside)) {
            split(line, chain, &mut drafts);
        }
        i = chain.end;
    }
    drafts
}

/// The chain without what only opens the sentence: "Following", "The", "Former".
fn trimmed(line: &Line, mut chain: Chain) -> Option<Chain> {
    while chain.first < chain.end {
        let (word, raw) = (line.words[chain.first], line.raw(chain.first));
        let article = matches!(raw, "The" | "A" | "An");
        let opener = word.opens
            && !word.acronym
            && !word.pointed
            && (gazetteer::function_word(raw) || line.proper.get(chain.first) == Some(&Proper::No) || inflected(raw));
        if !article && !opener || chain.end == chain.first + 1 && !article && !gazetteer::function_word(raw) {
            break;
        }
        chain.first += 1;
    }
    while chain.first < chain.end && !line.named(chain.end - 1) && !line.words[chain.end - 1].digit && !line.is_foreign(chain.end - 1) {
        chain.end -= 1;
    }
    (chain.first < chain.end).then_some(chain)
}

/// Whether an opening word looks like a participle or an adverb and like no name.
fn inflected(raw: &str) -> bool {
    let ending = ["ing", "ed", "ly"].iter().any(|ending| raw.len() > ending.len() + 3 && raw.ends_with(ending));
    ending && gazetteer::given_name(raw).is_none() && gazetteer::place(raw).is_none()
}

/// Whether a chain is a name: what opens a sentence must be tagged as one; without tags, one word must be known or be seen
/// with a capital inside a sentence.
fn stands(line: &Line, chain: Chain, inside: &BTreeSet<&str>) -> bool {
    if chain.end > chain.first + 1 {
        let tagged = line.proper.is_empty() || (chain.first..chain.end).any(|i| line.proper[i] == Proper::Yes);
        return tagged || !line.words[chain.first].opens || gazetteer::group(line.raw(chain.first)).is_some();
    }
    let (word, raw) = (line.words[chain.first], line.raw(chain.first));
    if calendar_word(raw) || raw.chars().count() == 1 || gazetteer::function_word(raw) && !word.acronym {
        return false;
    }
    if !word.opens {
        return !word.acronym || line.proper.get(chain.first) != Some(&Proper::No);
    }
    match line.proper.get(chain.first) {
        Some(Proper::Yes) => return true,
        Some(Proper::No) => return false,
        Some(Proper::Unsure) => return gazetteer::group(raw).is_some() || word.acronym || inside.contains(raw),
        None => {}
    }
    let known = gazetteer::given_name(raw).is_some() || gazetteer::place(raw).is_some() || gazetteer::group(raw).is_some();
    let shaped = word.acronym || raw.bytes().any(|b| b.is_ascii_digit()) || raw.chars().skip(1).any(char::is_uppercase);
    known || shaped || inside.contains(raw)
}

/// Whether a word is a month or a day of the week.
fn calendar_word(raw: &str) -> bool {
    crate::text::values::calendar::MONTHS.contains(&raw)
        || matches!(raw, "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")
}

/// Words that a title may begin with.
const BEFORE_TITLE: &[&str] = &["Prime", "Vice", "First", "Deputy", "Former", "Lord", "Major", "Lieutenant", "Attorney", "His", "Her"];

/// Takes off what stands before a person's title, then the title off the name: "French | President | Louis Vasseur".
fn split(line: &Line, chain: Chain, drafts: &mut Vec<Draft>) {
    let span = |chain: Chain| line.words[chain.first].span.cover(line.words[chain.end - 1].span);
    let raw = |i: usize| line.raw(i);
    let last_noun = gazetteer::noun(raw(chain.end - 1));
    let known = gazetteer::place(span(chain).of(line.text)).is_some() || last_noun.is_some_and(|kind| kind != NameKind::Person);
    let mut whole = chain;
    if let Some(at) = person_at(line, chain).filter(|_| !known && last_noun.is_none()) {
        let before = Chain { first: chain.first, end: at };
        drafts.push(Draft { span: span(before), core: span(before), chain: before });
        whole.first = at;
    }
    let rest = Chain { first: if known { whole.first } else { after_title(line, whole) }, ..whole };
    drafts.push(Draft { span: span(whole), core: span(rest), chain: rest });
}

/// Whether a word is a title or a person's office: "President", "CEO".
fn office(raw: &str) -> bool {
    gazetteer::title(raw).is_some() || gazetteer::noun(raw) == Some(NameKind::Person)
}

/// Where the name begins behind its title: "Foreign Minister | Anna Brouck", "Minister of the Interior | Anna Brouck".
fn after_title(line: &Line, chain: Chain) -> usize {
    let raw = |i: usize| line.raw(i);
    let given = |i: usize| gazetteer::given_name(raw(i)).is_some();
    if given(chain.first) && gazetteer::title(raw(chain.first)).is_none() {
        return chain.first;
    }
    if matches!(raw(chain.first + 1), "of" | "for") || matches!(raw(chain.first + 2), "of" | "for") {
        let name =
            (chain.first + 3..chain.end.saturating_sub(1)).find(|&i| given(i) && !matches!(raw(i - 1), "of" | "for" | "the" | "and"));
        return name.filter(|_| office(raw(chain.first))).unwrap_or(chain.first);
    }
    let names = |i: usize| (i..chain.end).any(|k| !office(raw(k)));
    (chain.first + 1..chain.end).rev().find(|&i| office(raw(i - 1)) && line.named(i) && names(i)).unwrap_or(chain.first)
}

/// Where a person's title or given name begins inside the chain, after a nationality or an institution.
fn person_at(line: &Line, chain: Chain) -> Option<usize> {
    let office = |i: usize| office(line.raw(i)) || BEFORE_TITLE.contains(&line.raw(i));
    let given = |i: usize| i < chain.end && gazetteer::given_name(line.raw(i)).is_some();
    let next = chain.first + 1;
    if gazetteer::group(line.raw(chain.first)).is_some() && next < chain.end && (office(next) || given(next)) {
        return Some(next);
    }
    (next..chain.end).find(|&i| !office(chain.first) && office(i) && given(i + 1) && line.words[chain.first].acronym)
}

#[cfg(test)]
mod tests;
