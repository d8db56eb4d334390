//! Fits the lemmatiser: for every ending and tag the commonest way, kept where it differs from that of the shorter ending.

use std::collections::{BTreeMap, BTreeSet};

use docent::text::syntax::lemma::{ENDING, Lemmatiser, SCRIPT_BITS, SCRIPT_BYTES, base, capitals, keys};
use docent::text::syntax::lexicon::Lexicon;
use docent::text::syntax::model::Model;
use docent::text::{Pos, Tag};

use crate::conllu::Sentence;
use crate::tables::table;

/// What to cut from the end and what to put there.
type Script = (usize, String);

/// A word in the form it is looked up in, with its tags.
type Entry = (String, Tag, Pos);

/// The irregular forms of a file: a line for each lemma, part of speech first, then lemma, then `tag:form` pairs.
pub fn irregular(text: &str) -> Vec<(Entry, String)> {
    let mut out = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split_whitespace();
        let (Some(pos), Some(lemma)) = (fields.next().and_then(Pos::named), fields.next()) else { continue };
        for (tag, form) in fields.filter_map(|field| field.split_once(':')) {
            if let Some(tag) = Tag::named(tag) {
                out.push(((form.to_string(), tag, pos), lemma.to_string()));
            }
        }
    }
    out
}

/// Slots and scripts of the lemmatiser. `lexicon` holds the slots and sets of [`crate::lexicon::fit`].
pub fn fit(sentences: &[Sentence], irregular: &[(Entry, String)], lexicon: &[Vec<u8>; 2]) -> [Vec<u8>; 2] {
    let bytes = model(&[const { Vec::new() }; 2], lexicon);
    let seen = seen(sentences, Lexicon::new(Model::new(&bytes)));
    let known: BTreeSet<&Entry> = irregular.iter().map(|(entry, _)| entry).collect();
    let mut words: BTreeMap<Entry, Script> = seen.into_iter().map(|(entry, scripts)| (entry, commonest(scripts))).collect();
    words.retain(|_, (_, add)| add.len() <= SCRIPT_BYTES - 2);
    let regular = words.iter().filter(|(entry, way)| !known.contains(entry) && is_regular(entry, way));
    let mut rules = endings(&regular.map(|(entry, way)| (entry.clone(), way.clone())).collect());
    for (entry, lemma) in irregular {
        words.entry(entry.clone()).or_insert_with(|| script(&entry.0, lemma));
    }
    let bytes = model(&sections(&rules), lexicon);
    let regular = Lemmatiser::new(Model::new(&bytes));
    for ((form, tag, pos), way) in &words {
        if script(form, &regular.lemma(form, *tag, *pos, true)) != *way {
            rules.extend(keys(form, *tag, *pos).next().map(|whole| (whole, way.clone())));
        }
    }
    sections(&rules)
}

/// How often the sentences make each way of each word.
fn seen(sentences: &[Sentence], lexicon: Lexicon) -> BTreeMap<Entry, BTreeMap<Script, usize>> {
    let mut seen: BTreeMap<Entry, BTreeMap<Script, usize>> = BTreeMap::new();
    for sentence in sentences {
        let capitals = capitals(&sentence.words.iter().map(|word| word.form.as_str()).collect::<Vec<_>>());
        for (word, capital) in sentence.words.iter().zip(capitals) {
            let form = base(&word.form, word.tag, word.pos, capital, lexicon);
            // What somebody typed small says nothing of the name in print.
            if word.lemma == word.form && form.to_lowercase() == word.form && form != word.form.as_str() {
                continue;
            }
            let script = script(&form, &word.lemma);
            *seen.entry((form.to_string(), word.tag, word.pos)).or_default().entry(script).or_default() += 1;
        }
    }
    seen
}

/// A model file that knows nothing but lemmas and the lexicon.
fn model(lemmas: &[Vec<u8>; 2], lexicon: &[Vec<u8>; 2]) -> Vec<u8> {
    let none: &[u8] = &[];
    let words: Vec<&[u8]> = lemmas.iter().chain(lexicon).map(Vec::as_slice).collect();
    crate::file(&[[none; 6].as_slice(), &words].concat())
}

/// Whether a word may teach others by its ending: it changes little there, and is no number, mark or other word that is what it is.
fn is_regular((_, tag, pos): &Entry, (cut, add): &Script) -> bool {
    let inflected = matches!(pos, Pos::Noun | Pos::Verb | Pos::Adj | Pos::Adv) || *tag == Tag::Nnps;
    inflected && *cut <= 4 && add.chars().count() <= 3 && add.chars().all(char::is_lowercase)
}

/// The ways of the endings, from none to the longest, each kept where a shorter one would choose otherwise.
fn endings(words: &BTreeMap<Entry, Script>) -> BTreeMap<u64, Script> {
    let mut votes: Vec<BTreeMap<u64, BTreeMap<Script, usize>>> = vec![BTreeMap::new(); ENDING + 1];
    let mut shorter: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
    for ((form, tag, pos), way) in words {
        let keys: Vec<u64> = keys(form, *tag, *pos).skip(1).collect();
        for (at, &key) in keys.iter().enumerate() {
            let length = keys.len() - 1 - at;
            *votes[length].entry(key).or_default().entry(way.clone()).or_default() += 1;
            shorter.entry(key).or_insert_with(|| keys[at + 1..].to_vec());
        }
    }
    let mut rules: BTreeMap<u64, Script> = BTreeMap::new();
    for (length, votes) in votes.into_iter().enumerate() {
        for (key, ways) in votes {
            let total: usize = ways.values().sum();
            let way = commonest(ways);
            let before = shorter[&key].iter().find_map(|key| rules.get(key));
            if before != Some(&way) && (total >= 2 || length == 0) {
                rules.insert(key, way);
            }
        }
    }
    rules
}

fn sections(rules: &BTreeMap<u64, Script>) -> [Vec<u8>; 2] {
    let scripts: Vec<&Script> = rules.values().collect::<BTreeSet<_>>().into_iter().collect();
    let entries: Vec<(u64, u32)> = rules
        .iter()
        .filter_map(|(&key, way)| Some((key, scripts.iter().position(|s| s == &way)? as u32 + 1)))
        .filter(|&(_, way)| way < 1 << SCRIPT_BITS)
        .collect();
    let mut bytes = Vec::new();
    for (cut, add) in &scripts {
        let mut script = vec![*cut as u8, add.len() as u8];
        script.extend(add.bytes());
        script.resize(SCRIPT_BYTES, 0);
        bytes.extend(script);
    }
    eprintln!("  {} rules, {} ways", entries.len(), scripts.len());
    [table(&entries, SCRIPT_BITS), bytes]
}

fn commonest(ways: BTreeMap<Script, usize>) -> Script {
    let most = ways.values().copied().max().unwrap_or(0);
    ways.into_iter().find(|&(_, count)| count == most).map(|(way, _)| way).unwrap_or_default()
}

/// The way from `form` to `lemma`.
fn script(form: &str, lemma: &str) -> Script {
    let common = form.char_indices().zip(lemma.chars()).take_while(|((_, a), b)| a == b).last().map_or(0, |((at, c), _)| at + c.len_utf8());
    (form.len() - common, lemma[common..].to_string())
}
