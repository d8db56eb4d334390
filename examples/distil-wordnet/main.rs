//! Distils WordNet 3.0 into the small tables of `knowledge/english/wordnet`.
//!
//! `cargo run --release --example distil-wordnet -- DICT_FOLDER OUTPUT_FOLDER`, where the dict folder holds `data.noun` and its kind
//! (Debian's package `wordnet-base` puts it in `/usr/share/wordnet`). What the tables hold and how they read is told in their README.

mod classes;
mod reader;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use classes::{CLASSES, VERB_CLASSES};
use reader::{Key, Sense, WordNet, text};

/// A table: each key with its values, in the order in which they are to be read.
type Table = BTreeMap<String, Vec<String>>;

/// The files of lexicographers that hold animals, plants and persons: names of species and of people are left out.
const ANIMALS: usize = 5;
const PLANTS: usize = 20;
const PERSONS: usize = 18;
/// The first of their files of verbs.
const FIRST_VERB_FILE: usize = 29;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [dict, output] = arguments.as_slice() else {
        eprintln!("usage: distil-wordnet DICT_FOLDER OUTPUT_FOLDER");
        std::process::exit(2);
    };
    if let Err(message) = run(Path::new(dict), Path::new(output)) {
        eprintln!("{message}");
        std::process::exit(2);
    }
}

fn run(dict: &Path, output: &Path) -> Result<(), String> {
    let wordnet = WordNet::read(dict)?;
    let classes = Classes::resolve(&wordnet)?;
    write(output, "classes.tsv", &classes.table(&wordnet))?;
    write(output, "nouns.tsv", &nouns(&wordnet, &classes))?;
    write(output, "verbs.tsv", &verbs(&wordnet))?;
    write(output, "verb-classes.tsv", &verb_classes())?;
    for (pos, name) in [('n', "noun"), ('v', "verb"), ('a', "adj"), ('r', "adv")] {
        write(output, &format!("synonyms-{name}.tsv"), &synonyms(&wordnet, pos))?;
        if pos != 'r' {
            write(output, &format!("forms-{name}.tsv"), &forms(&wordnet, pos, &text(dict, &format!("{name}.exc"))?))?;
        }
    }
    write(output, "modifiers.tsv", &modifiers(&wordnet))?;
    write(output, "derivations.tsv", &derivations(&wordnet))?;
    write(output, "antonyms.tsv", &antonyms(&wordnet))
}

/// Writes a table: a line an entry, sorted by key, fields separated by tabs, `_` as a space.
fn write(folder: &Path, name: &str, table: &Table) -> Result<(), String> {
    let entries = table.iter().filter(|(_, values)| !values.is_empty());
    let lines: BTreeMap<String, String> =
        entries.map(|(key, values)| (key.replace('_', " "), values.join("\t").replace('_', " "))).collect();
    let out: String = lines.iter().map(|(key, values)| format!("{key}\t{values}\n")).collect();
    println!("{:7} bytes {:6} entries {name}", out.len(), lines.len());
    let path = folder.join(name);
    std::fs::write(&path, out).map_err(|error| format!("{}: {error}", path.display()))
}

/// The chosen classes: their names, and the class that each chosen synset stands for.
struct Classes {
    names: Vec<&'static str>,
    of: HashMap<Key, usize>,
}

impl Classes {
    fn resolve(wordnet: &WordNet) -> Result<Self, String> {
        let mut classes = Self { names: Vec::new(), of: HashMap::new() };
        for line in CLASSES.lines() {
            let (name, synsets) = line.split_once(": ").ok_or_else(|| format!("no synsets in `{line}`"))?;
            for synset in synsets.split(' ') {
                let sense = synset.split_once('.').and_then(|(lemma, n)| wordnet.senses('n', lemma).get(n.parse::<usize>().ok()? - 1));
                classes.of.insert(sense.ok_or_else(|| format!("WordNet has no `{synset}`"))?.key, classes.names.len());
            }
            classes.names.push(name);
        }
        Ok(classes)
    }

    /// The sign by which the table of nouns names a class.
    fn sign(class: usize) -> char {
        char::from(b'!' + class as u8)
    }

    /// The nearest classes above a synset, itself included, in the order in which they are met.
    fn nearest(&self, wordnet: &WordNet, key: Key, found: &mut Vec<usize>) {
        if let Some(&class) = self.of.get(&key) {
            if !found.contains(&class) {
                found.push(class);
            }
            return;
        }
        for pointer in wordnet.synsets[&key].pointers.iter().filter(|p| p.kind == "@" || p.kind == "@i") {
            self.nearest(wordnet, pointer.target, found);
        }
    }

    /// All classes above `class`'s synsets.
    fn above(&self, wordnet: &WordNet, class: usize) -> BTreeSet<usize> {
        let mut above = BTreeSet::new();
        let mut open: Vec<Key> = self.of.iter().filter(|&(_, &of)| of == class).map(|(&key, _)| key).collect();
        while let Some(key) = open.pop() {
            above.extend(self.of.get(&key));
            open.extend(wordnet.synsets[&key].pointers.iter().filter(|p| p.kind == "@").map(|p| p.target));
        }
        above.remove(&class);
        above
    }

    /// Sign, name, and the signs of the classes above.
    fn table(&self, wordnet: &WordNet) -> Table {
        let row = |class: usize| {
            let above = self.above(wordnet, class).into_iter().map(Self::sign).collect();
            (Self::sign(class).to_string(), vec![self.names[class].to_string(), above])
        };
        (0..self.names.len()).map(row).collect()
    }

    /// The signs of the classes of senses, without those that follow from another.
    fn signs(&self, wordnet: &WordNet, senses: &[&Sense]) -> String {
        let mut found = Vec::new();
        for sense in senses {
            self.nearest(wordnet, sense.key, &mut found);
        }
        let implied: BTreeSet<usize> = found.iter().flat_map(|&class| self.above(wordnet, class)).collect();
        found.into_iter().filter(|class| !implied.contains(class)).map(Self::sign).collect()
    }
}

/// The senses that matter: the first, and the second if it was met at least a quarter as often or the first is rare itself.
fn frequent(senses: &[Sense]) -> Vec<&Sense> {
    let matters = |&(n, sense): &(usize, &Sense)| n == 0 || sense.count * 4 >= senses[0].count || senses[0].count < 4;
    senses.iter().take(2).enumerate().filter(matters).map(|(_, sense)| sense).collect()
}

/// Nouns with the signs of their classes. Left out: names of species and persons, phrases that have the classes of their last word, and
/// what no text is likely to hold: long or hyphenated words that were never met.
fn nouns(wordnet: &WordNet, classes: &Classes) -> Table {
    let signs = |lemma: &str| classes.signs(wordnet, &frequent(wordnet.senses('n', lemma)));
    let row = |lemma: &String, senses: &[Sense]| {
        let synset = &wordnet.synsets[&senses[0].key];
        let spelled_as_name = |sense: &Sense| {
            wordnet.synsets[&sense.key].words.iter().any(|word| word.to_lowercase() == *lemma && word.starts_with(char::is_uppercase))
        };
        let name = senses.iter().all(spelled_as_name);
        let untold = senses[0].count == 0;
        let place = name && synset.file == 15;
        let odd = untold && !place && (lemma.len() > 14 || lemma.contains(|c: char| !c.is_ascii_lowercase()));
        let individual = synset.file == PERSONS && synset.pointers.iter().any(|p| p.kind == "@i");
        let left_out = odd || name && (individual || [ANIMALS, PLANTS].contains(&synset.file));
        let own = signs(lemma);
        let told_by_last = !place && lemma.rsplit_once('_').is_some_and(|(_, last)| signs(last).starts_with(&own));
        (!left_out && !told_by_last).then(|| (lemma.clone(), vec![own]))
    };
    wordnet.senses.iter().filter(|((pos, _), _)| *pos == 'n').filter_map(|((_, lemma), senses)| row(lemma, senses)).collect()
}

/// Verbs with the signs of their classes: `A` for the first of [`VERB_CLASSES`], and so on.
fn verbs(wordnet: &WordNet) -> Table {
    let row = |lemma: &String, senses: &[Sense]| {
        let mut signs: Vec<u8> =
            frequent(senses).iter().map(|sense| b'A' + (wordnet.synsets[&sense.key].file - FIRST_VERB_FILE) as u8).collect();
        signs.dedup();
        (lemma.clone(), vec![signs.into_iter().map(char::from).collect()])
    };
    let told = |lemma: &str, senses: &[Sense]| !lemma.contains('_') || senses[0].count > 0;
    wordnet
        .senses
        .iter()
        .filter(|((pos, lemma), senses)| *pos == 'v' && told(lemma, senses))
        .map(|((_, lemma), senses)| row(lemma, senses))
        .collect()
}

/// Sign and name of the verbs' classes.
fn verb_classes() -> Table {
    VERB_CLASSES.iter().zip('A'..).map(|(name, sign)| (sign.to_string(), vec![name.to_string()])).collect()
}

/// Words with the other words of their frequent senses that were met more than once, if the sense is also among those words' first three;
/// five at most.
fn synonyms(wordnet: &WordNet, pos: char) -> Table {
    let mut table = Table::new();
    for ((_, lemma), senses) in wordnet.senses.iter().filter(|((p, _), senses)| *p == pos && senses[0].count > 0) {
        let mut values: Vec<String> = Vec::new();
        for sense in frequent(senses).into_iter().filter(|sense| sense.count > 1) {
            for word in wordnet.synsets[&sense.key].words.iter().map(|word| word.to_lowercase()) {
                let close = wordnet.rank(&word, sense.key).is_some_and(|(n, _)| n < 3);
                if close && word != *lemma && values.len() < 5 && !values.contains(&word) {
                    values.push(word);
                }
            }
        }
        table.insert(lemma.clone(), values);
    }
    table
}

/// All adjectives and adverbs of one word, for spelling. Adverbs in -ly of a listed adjective are left out: their form tells.
fn modifiers(wordnet: &WordNet) -> Table {
    let adjective = |lemma: &str| wordnet.senses.contains_key(&('a', lemma.to_string()));
    let told_by_form = |lemma: &str| lemma.strip_suffix("ly").is_some_and(adjective);
    let single = wordnet.senses.keys().filter(|(pos, lemma)| "ar".contains(*pos) && lemma.bytes().all(|b| b.is_ascii_lowercase()));
    let kept = single.filter(|(pos, lemma)| *pos == 'a' || !told_by_form(lemma));
    kept.map(|(pos, lemma)| (lemma.clone(), vec![pos.to_string()])).collect()
}

/// Words joined by derivation, of any part of speech. Adverbs in -ly and nouns in -ness are left out: their form tells.
fn derivations(wordnet: &WordNet) -> Table {
    let told_by_form = |from: &str, to: &str| to.strip_prefix(from).is_some_and(|end| ["ly", "ness"].contains(&end));
    let mut table = BTreeMap::<String, BTreeSet<String>>::new();
    for (from, to, counts) in joined(wordnet, &["+", "\\"]) {
        if counts.0 + counts.1 > 0 && !told_by_form(&from, &to) && !told_by_form(&to, &from) {
            table.entry(to.clone()).or_default().insert(from.clone());
            table.entry(from).or_default().insert(to);
        }
    }
    table.into_iter().map(|(key, values)| (key, values.into_iter().collect())).collect()
}

/// Opposites, both met in a text.
fn antonyms(wordnet: &WordNet) -> Table {
    let mut table = BTreeMap::<String, BTreeSet<String>>::new();
    for (from, to, counts) in joined(wordnet, &["!"]) {
        if counts.0 > 0 && counts.1 > 0 {
            table.entry(from).or_default().insert(to);
        }
    }
    table.into_iter().map(|(key, values)| (key, values.into_iter().collect())).collect()
}

/// Pairs of different single words that a link of these kinds joins in one of the first three senses of each, and how often those were met.
fn joined(wordnet: &WordNet, kinds: &[&str]) -> Vec<(String, String, (u32, u32))> {
    let mut pairs = Vec::new();
    for (&key, synset) in &wordnet.synsets {
        for pointer in synset.pointers.iter().filter(|p| kinds.contains(&p.kind.as_str()) && p.words.0 > 0) {
            let (from, to) = (&synset.words[pointer.words.0 - 1], &wordnet.synsets[&pointer.target].words[pointer.words.1 - 1]);
            let ranks = (wordnet.rank(from, key), wordnet.rank(to, pointer.target));
            let (from, to) = (from.to_lowercase(), to.to_lowercase());
            if let (Some((0..3, count)), Some((0..3, other))) = ranks
                && from != to
                && !from.contains('_')
                && !to.contains('_')
            {
                pairs.push((from, to, (count, other)));
            }
        }
    }
    pairs
}

/// Irregular forms of single words with their lemmas.
fn forms(wordnet: &WordNet, pos: char, exceptions: &str) -> Table {
    let mut table = Table::new();
    for line in exceptions.lines() {
        let mut words = line.split_whitespace();
        let Some(form) = words.next().filter(|form| !form.contains('_')) else { continue };
        let lemmas: Vec<String> = words.filter(|lemma| !wordnet.senses(pos, lemma).is_empty()).map(str::to_string).collect();
        table.insert(form.to_string(), lemmas);
    }
    table
}
