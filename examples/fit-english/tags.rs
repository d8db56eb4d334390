//! Fits the tagger.

use docent::text::syntax::features::Form;
use docent::text::syntax::lexicon::Lexicon;
use docent::text::syntax::model::CLASSES;
use docent::text::syntax::tagger::{best, extract};
use docent::text::{Pos, Tag};

use crate::conllu::Sentence;
use crate::dice::Dice;
use crate::learner::done;
use crate::perceptron::{Averages, Perceptron, mean};

/// A sentence as the tagger learns it.
pub struct Example {
    pub forms: Vec<Form>,
    pub classes: Vec<u8>,
}

/// The pairs of tags in the treebank, most frequent first; a pair's place is its class. Parts of broken words have none: whole words would be taken for such.
pub fn classes(sentences: &[Sentence]) -> Vec<(Tag, Pos)> {
    let mut counts = std::collections::BTreeMap::new();
    for word in sentences.iter().flat_map(|s| &s.words).filter(|word| word.tag != Tag::Gw) {
        *counts.entry((word.tag, word.pos)).or_insert(0_usize) += 1;
    }
    let mut pairs: Vec<_> = counts.into_iter().collect();
    pairs.sort_by_key(|&(pair, count)| (std::cmp::Reverse(count), pair));
    pairs.truncate(CLASSES);
    pairs.into_iter().map(|(pair, _)| pair).collect()
}

/// A sentence with its words written as `spell` has them.
pub fn example(sentence: &Sentence, classes: &[(Tag, Pos)], lexicon: &Lexicon, spell: impl Fn(&str) -> String) -> Example {
    let words: Vec<String> = sentence.words.iter().map(|word| spell(&word.form)).collect();
    let class = |pair: (Tag, Pos)| classes.iter().position(|&known| known == pair).unwrap_or(0) as u8;
    Example { forms: lexicon.letters(&words), classes: sentence.words.iter().map(|word| class((word.tag, word.pos))).collect() }
}

/// "kazakh" to "Kazakh".
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The sentences as they are, and a part of the first `gold` of them in lower case, with capitals at every word, and in capitals.
pub fn examples(sentences: &[Sentence], gold: usize, classes: &[(Tag, Pos)], lexicon: &Lexicon) -> Vec<Example> {
    let mut out = Vec::new();
    for (i, sentence) in sentences.iter().enumerate() {
        out.push(example(sentence, classes, lexicon, str::to_string));
        match if i < gold { i % 8 } else { 7 } {
            0..=3 => out.push(example(sentence, classes, lexicon, str::to_lowercase)),
            4 | 5 => out.push(example(sentence, classes, lexicon, capitalised)),
            6 => out.push(example(sentence, classes, lexicon, str::to_uppercase)),
            _ => {}
        }
    }
    out
}

/// Learns from `examples` in `rounds` rounds, once for each of `seeds`.
pub fn fit(examples: &[Example], count: usize, rounds: usize, seeds: &[u64]) -> Averages {
    let averages: Vec<Averages> = std::thread::scope(|scope| {
        let threads: Vec<_> = seeds.iter().map(|&seed| scope.spawn(move || learn(examples, count, rounds, seed).averages())).collect();
        threads.into_iter().map(done).collect()
    });
    mean(averages.into_iter())
}

fn learn(examples: &[Example], count: usize, rounds: usize, seed: u64) -> Perceptron {
    let mut perceptron = Perceptron::new(2);
    let mut dice = Dice(seed);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut features = Vec::new();
    for _ in 0..rounds {
        dice.shuffle(&mut order);
        for &i in &order {
            let example = &examples[i];
            let mut before = Vec::new();
            for (at, &right) in example.classes.iter().enumerate() {
                features.clear();
                extract(&example.forms, at, &before, &mut features);
                let guess = best(&perceptron.scores(&features)[..count]);
                perceptron.learn(&features, right.into(), guess.into());
                before.push(guess);
            }
        }
    }
    perceptron
}

/// The bytes of the classes' section.
pub fn section(classes: &[(Tag, Pos)]) -> Vec<u8> {
    classes.iter().flat_map(|&(tag, pos)| [tag as u8, pos as u8]).collect()
}
