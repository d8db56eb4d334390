//! Reads WordNet's dict folder: `index.*` for the senses of each lemma, `data.*` for the synsets, `cntlist.rev` for how often a sense was met.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

/// A synset's place: part of speech (`n`, `v`, `a`, `r`) and offset in its data file.
pub type Key = (char, u32);

/// One synset.
pub struct Synset {
    /// Its words as WordNet spells them, `_` for a space, capitals kept.
    pub words: Vec<String>,
    /// The lexicographer file it comes from.
    pub file: usize,
    /// Its pointers to other synsets.
    pub pointers: Vec<Pointer>,
}

/// A link from a synset, or from one word of it, to another.
pub struct Pointer {
    /// WordNet's sign for the kind of link, such as `@` for the hypernym.
    pub kind: String,
    /// The synset it leads to.
    pub target: Key,
    /// The words it joins, counted from 1; 0 for the whole synset.
    pub words: (usize, usize),
}

/// One sense of a lemma.
pub struct Sense {
    /// Its synset.
    pub key: Key,
    /// How often it was met in WordNet's tagged texts.
    pub count: u32,
}

/// What is read of WordNet.
pub struct WordNet {
    /// The synsets.
    pub synsets: HashMap<Key, Synset>,
    /// The senses of each lemma (lower case, `_` for a space) of each part of speech, most frequent first.
    pub senses: BTreeMap<(char, String), Vec<Sense>>,
}

impl WordNet {
    /// Reads the folder that holds `index.noun` and its kind.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let mut wordnet = Self { synsets: HashMap::new(), senses: BTreeMap::new() };
        let counts = read_counts(&text(folder, "cntlist.rev")?);
        for (pos, name) in [('n', "noun"), ('v', "verb"), ('a', "adj"), ('r', "adv")] {
            for line in entries(&text(folder, &format!("data.{name}"))?) {
                let (offset, synset) = parse_synset(line).ok_or_else(|| format!("data.{name}: cannot read `{line}`"))?;
                wordnet.synsets.insert((pos, offset), synset);
            }
            for line in entries(&text(folder, &format!("index.{name}"))?) {
                let (lemma, offsets) = parse_index(line).ok_or_else(|| format!("index.{name}: cannot read `{line}`"))?;
                let count = |n: usize| counts.get(&(pos, lemma.to_string(), n + 1)).copied().unwrap_or(0);
                let senses = offsets.iter().enumerate().map(|(n, &offset)| Sense { key: (pos, offset), count: count(n) }).collect();
                wordnet.senses.insert((pos, lemma.to_string()), senses);
            }
        }
        Ok(wordnet)
    }

    /// The senses of a lemma, most frequent first; none for a word that WordNet lacks.
    pub fn senses(&self, pos: char, lemma: &str) -> &[Sense] {
        self.senses.get(&(pos, lemma.to_lowercase())).map_or(&[], Vec::as_slice)
    }

    /// Which of its lemma's senses a synset is, counted from 0, and how often it was met.
    pub fn rank(&self, lemma: &str, key: Key) -> Option<(usize, u32)> {
        let senses = self.senses(key.0, lemma);
        senses.iter().position(|sense| sense.key == key).map(|n| (n, senses[n].count))
    }
}

/// A file of the folder as text.
pub fn text(folder: &Path, name: &str) -> Result<String, String> {
    let path = folder.join(name);
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The lines below the licence, which is indented.
fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with(' ') && !line.is_empty())
}

/// A data line: `offset file type words-in-hex (word id)… pointers (sign offset pos source-and-target)… | gloss`.
fn parse_synset(line: &str) -> Option<(u32, Synset)> {
    let mut fields = line.split(' ');
    let offset = fields.next()?.parse().ok()?;
    let file = fields.next()?.parse().ok()?;
    let count = usize::from_str_radix(fields.nth(1)?, 16).ok()?;
    let mut words = Vec::new();
    for _ in 0..count {
        // An adjective may carry its position, as in `galore(ip)`.
        words.push(fields.next()?.split('(').next()?.to_string());
        fields.next()?;
    }
    let count: usize = fields.next()?.parse().ok()?;
    let mut pointers = Vec::new();
    for _ in 0..count {
        let kind = fields.next()?.to_string();
        let target = fields.next()?.parse().ok()?;
        let pos = fields.next()?.chars().next()?;
        let ends = fields.next()?;
        let end = |range| usize::from_str_radix(ends.get(range)?, 16).ok();
        pointers.push(Pointer { kind, target: (pos, target), words: (end(0..2)?, end(2..4)?) });
    }
    Some((offset, Synset { words, file, pointers }))
}

/// An index line: `lemma pos senses kinds (sign)… senses tagged-senses (offset)…`.
fn parse_index(line: &str) -> Option<(&str, Vec<u32>)> {
    let mut fields = line.split_whitespace();
    let lemma = fields.next()?;
    let senses: usize = fields.nth(1)?.parse().ok()?;
    let kinds: usize = fields.next()?.parse().ok()?;
    let offsets = fields.skip(kinds + 2).map(|offset| offset.parse().ok()).collect::<Option<Vec<u32>>>()?;
    (offsets.len() == senses).then_some((lemma, offsets))
}

/// How often each sense was met: lines `lemma%type:… sense count`.
fn read_counts(text: &str) -> HashMap<(char, String, usize), u32> {
    let parse = |line: &str| {
        let mut fields = line.split(' ');
        let (lemma, key) = fields.next()?.split_once('%')?;
        let pos = ['n', 'v', 'a', 'r', 'a'].get(key.get(..1)?.parse::<usize>().ok()?.checked_sub(1)?).copied()?;
        Some(((pos, lemma.to_string(), fields.next()?.parse().ok()?), fields.next()?.parse().ok()?))
    };
    text.lines().filter_map(parse).collect()
}
