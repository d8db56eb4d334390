//! What several fitted parsers together make of a sentence: the means of their likelihoods, from which another learns more than from the one right move
//! (Hinton, Vinyals and Dean 2015; Kuncoro et al. 2016, Distilling an Ensemble of Greedy Dependency Parsers into One MST Parser).

use docent::text::syntax::encoder::{Encoded, Node};
use docent::text::syntax::model::CLASSES;
use docent::text::syntax::network::{SCORE_BITS, SCORES};
use docent::text::syntax::parser::Parser;
use docent::text::syntax::state::State;

/// The scores of some classes as likelihoods of those that are possible; nought for the others.
pub fn likelihoods<const N: usize>(scores: &[f32; N], possible: &[usize]) -> [f32; N] {
    let highest = possible.iter().fold(f32::MIN, |highest, &class| highest.max(scores[class]));
    let mut out = [0.0; N];
    possible.iter().for_each(|&class| out[class] = (scores[class] - highest).exp());
    let total: f32 = out.iter().sum();
    out.map(|x| x / total)
}

/// A sentence as the parsers know it.
pub struct Lesson<'a> {
    parsers: &'a [Parser<'a>],
    words: Vec<Encoded<'a>>,
}

impl<'a> Lesson<'a> {
    /// What `parsers` know of a sentence's words.
    pub fn new(parsers: &'a [Parser<'a>], nodes: &[Node]) -> Self {
        Self { parsers, words: parsers.iter().map(|parser| parser.encode(nodes)).collect() }
    }

    /// The likelihoods of the `possible` moves in a state.
    pub fn moves(&mut self, state: &State, possible: &[usize]) -> [f32; SCORES] {
        mean(self.parsers.iter().zip(&mut self.words).map(|(parser, words)| parser.scores(state, words)), possible)
    }

    /// The likelihoods of a word's classes of tags, where the tagger chose `guess`.
    pub fn tags(&self, word: usize, guess: u8, classes: &[usize]) -> [f32; CLASSES] {
        mean(self.words.iter().map(|words| words.tag_scores(word, guess)), classes)
    }
}

/// The mean of the likelihoods under each of `scores`, of which there are some.
fn mean<const N: usize>(scores: impl ExactSizeIterator<Item = [i32; N]>, possible: &[usize]) -> [f32; N] {
    let share = 1.0 / scores.len() as f32;
    let mut sum = [0.0; N];
    for scores in scores {
        let likely = likelihoods(&scores.map(|score| score as f32 / (1 << SCORE_BITS) as f32), possible);
        sum.iter_mut().zip(likely).for_each(|(sum, likely)| *sum += share * likely);
    }
    sum
}
