//! Fits the parser: a dynamic oracle for the arc-hybrid system and training with exploration (Goldberg and Nivre 2013).

use std::collections::{BTreeMap, BTreeSet};

use docent::text::Relation;
use docent::text::syntax::encoder::{Node, WHOLE};
use docent::text::syntax::model::CLASSES;
use docent::text::syntax::network::{FEATURES, ROW_BITS};
use docent::text::syntax::parser::{Parser, details, is_possible, positions};
use docent::text::syntax::state::{MOVES, Move, State};

use crate::dice::Dice;
use crate::meanings::Meanings;
use crate::network::{Input, Network, Passage};
use crate::tables::table;
use crate::teachers::{Lesson, likelihoods};

/// Sentences between two changes of the weights.
const BATCH: usize = 8;
/// How fast weights change at first; the pace goes down to nothing in a line.
const RATE: f32 = 0.002;
/// Steps until that pace is reached.
const WARM_UP: f32 = 200.0;
/// A form or lemma that was met so often is left out half the time, so that the network learns to do without (Kiperwasser and Goldberg 2016).
const RARE: f32 = 1.0;
/// The share of vectors that are left out, so that the network learns to do without.
const UNTOLD: f32 = 0.1;
/// Features met less often have no embedding.
const LEAST: usize = 2;
/// The share of numbers that is left out of each layer while learning.
const LEFT_OUT: f32 = 0.15;

/// The numbers of all classes of tags.
const ALL_CLASSES: [usize; CLASSES] = {
    let mut all = [0; CLASSES];
    let mut i = 0;
    while i < CLASSES {
        all[i] = i;
        i += 1;
    }
    all
};

/// A sentence as the parser learns it.
pub struct Example {
    pub nodes: Vec<Node>,
    /// The class of tags that the tagger gives each word.
    pub guesses: Vec<u8>,
    /// The right one, where it has a class.
    pub classes: Vec<Option<u8>>,
    /// Each word's head; the number of words for the root's.
    pub heads: Vec<usize>,
    pub relations: Vec<Relation>,
    /// Whether it is learnt in every round, not in every other one.
    pub often: bool,
    /// How far the right tags and moves count; the rest is what teachers make of them.
    pub trust: f32,
}

/// The sections of a fitted parser: slots of the embeddings, embeddings, network.
pub type Sections = (Vec<u8>, Vec<u8>, Vec<u8>);

/// Makes a tree projective: an arc that crosses others is lifted to its head's head, the shortest first (Nivre and Nilsson 2005).
pub fn projective(heads: &mut [usize]) {
    while let Some(word) = (0..heads.len()).filter(|&d| crosses(heads, d)).min_by_key(|&d| d.abs_diff(heads[d])) {
        heads[word] = heads[heads[word]];
    }
}

/// Whether a word between `word` and its head does not depend on either, through any number of arcs.
fn crosses(heads: &[usize], word: usize) -> bool {
    let (root, head) = (heads.len(), heads[word]);
    head != root
        && (word.min(head) + 1..word.max(head))
            .any(|between| !std::iter::successors(Some(between), |&i| Some(heads[i]).filter(|&h| h < root)).any(|i| i == head))
}

/// How many arcs of the tree a move puts out of reach.
fn cost(state: &State, heads: &[usize], to: Move) -> usize {
    let (below, top) = match state.stack[..] {
        [] => (None, None),
        [top] => (None, Some(top)),
        [.., below, top] => (Some(below), Some(top)),
    };
    let next = state.next;
    let ahead = |from: usize| from..state.length;
    match (to, top) {
        (Move::Shift, _) => {
            let deps = state.stack.iter().filter(|&&i| heads[i] == next).count();
            let head = state.stack.iter().rev().skip(1).any(|&i| heads[next] == i);
            deps + usize::from(head)
        }
        (Move::Left(_), Some(top)) => {
            let deps = ahead(next).filter(|&i| heads[i] == top).count();
            let head = Some(heads[top]) == below || heads[top] > next;
            deps + usize::from(head)
        }
        (Move::Right(_), Some(top)) => ahead(next).filter(|&i| heads[i] == top).count() + usize::from(heads[top] >= next),
        _ => 0,
    }
}

/// The moves that cost least and give the right relation.
fn right(state: &State, example: &Example) -> Vec<usize> {
    let relation = state.stack.last().map_or(Relation::Dep, |&top| example.relations[top]);
    let relation = if relation == Relation::Root { Relation::Parataxis } else { relation };
    let moves = [Move::Shift, Move::Left(relation), Move::Right(relation)].into_iter().filter(|&to| is_possible(state, to));
    let costs: Vec<(usize, usize)> = moves.map(|to| (cost(state, &example.heads, to), to.class())).collect();
    let least = costs.iter().map(|&(cost, _)| cost).min();
    costs.into_iter().filter(|&(cost, _)| Some(cost) == least).map(|(_, class)| class).collect()
}

/// The features of `examples` that are met often enough.
pub fn vocabulary(examples: &[Example]) -> Vocabulary {
    let mut counts = Vocabulary::new();
    examples.iter().flat_map(|e| e.nodes.iter().flatten()).for_each(|&feature| counts.entry(feature).or_default().1 += 1);
    counts.retain(|_, (_, count)| *count >= LEAST);
    counts.values_mut().zip(1..).for_each(|(entry, row)| entry.0 = row);
    counts
}

/// The features that have an embedding, with the number of its row and how often they were met.
pub type Vocabulary = BTreeMap<u64, (usize, usize)>;

/// The network that learns from `examples`, and from `teachers` if there are any, in `rounds` rounds.
pub fn learn(examples: &[Example], teachers: &[Parser], vocabulary: &Vocabulary, meanings: &Meanings, rounds: usize, seed: u64) -> Network {
    let mut dice = Dice(seed);
    let mut learner = Learner { network: Network::new(vocabulary.len() + 1, LEFT_OUT, &mut dice), teachers, meanings, dice, wrong: 0 };
    let of_round =
        |round: usize| examples.iter().enumerate().filter(move |(i, e)| e.often || (i + round).is_multiple_of(2)).map(|(_, e)| e);
    let (mut time, steps) = (0, (0..rounds).map(|round| of_round(round).count().div_ceil(BATCH)).sum());
    for round in 0..rounds {
        let mut order: Vec<&Example> = of_round(round).collect();
        learner.dice.shuffle(&mut order);
        for batch in order.chunks(BATCH) {
            batch.iter().for_each(|example| learner.learn(example, vocabulary, round > 0));
            time += 1;
            learner.step(time, steps);
        }
        eprintln!("  round {round}: {} wrong moves", std::mem::take(&mut learner.wrong));
    }
    let mut network = learner.network;
    network.all().into_iter().for_each(|weights| weights.settle());
    network
}

/// The sections of a network.
pub fn sections(vocabulary: &Vocabulary, meanings: &Meanings, network: &Network) -> Sections {
    let features: BTreeSet<u64> = vocabulary.keys().chain(meanings.keys()).copied().collect();
    let entries: Vec<(u64, u32)> = features.iter().copied().zip(1..).collect();
    let embeddings = features.iter().flat_map(|&feature| network.embedding(row(vocabulary, feature).0, meanings.get(&feature))).collect();
    (table(&entries, ROW_BITS), embeddings, network.section())
}

fn row(vocabulary: &Vocabulary, feature: u64) -> (usize, usize) {
    vocabulary.get(&feature).copied().unwrap_or_default()
}

/// The classes of the possible moves.
fn possible(state: &State) -> Vec<usize> {
    (0..MOVES).filter(|&class| Move::of_class(class).is_some_and(|to| is_possible(state, to))).collect()
}

fn best(scores: &[f32], of: &[usize]) -> usize {
    of.iter().copied().max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or(0)
}

struct Learner<'m> {
    network: Network,
    teachers: &'m [Parser<'m>],
    meanings: &'m Meanings,
    dice: Dice,
    wrong: usize,
}

impl<'m> Learner<'m> {
    /// Parses a sentence and gathers the gradients of its moves. Exploring means to follow the network's own choice most of the time.
    fn learn(&mut self, example: &Example, vocabulary: &Vocabulary, explore: bool) {
        let words: Vec<Input> = example.nodes.iter().map(|node| self.kept(node, vocabulary)).collect();
        let mut passage = self.network.encode(&words, &mut self.dice);
        let mut lesson = Lesson::new(self.teachers, &example.nodes);
        let trust = if self.teachers.is_empty() { 1.0 } else { example.trust };
        self.learn_tags(example, &lesson, trust, &mut passage);
        let mut state = State::new(words.len());
        while !state.is_done() {
            let (scores, glance) = self.network.scores(&mut passage, positions(&state), details(&state).collect(), &mut self.dice);
            let moves = possible(&state);
            let (guess, right) = (best(&scores, &moves), best(&scores, &right(&state, example)));
            self.wrong += usize::from(guess != right);
            let mut gradient = likelihoods(&scores, &moves);
            gradient[right] -= trust;
            if trust < 1.0 {
                let likely = lesson.moves(&state, &moves);
                gradient.iter_mut().zip(likely).for_each(|(sum, likely)| *sum -= (1.0 - trust) * likely);
            }
            self.network.pull_scores(&mut passage, &glance, &gradient);
            let followed = if explore && self.dice.below(10) < 9 { guess } else { right };
            state.make(Move::of_class(followed).unwrap_or(Move::Shift));
        }
        self.network.pull_words(&words, &passage);
    }

    /// Gathers the gradients of the words' tags.
    fn learn_tags(&mut self, example: &Example, lesson: &Lesson, trust: f32, passage: &mut Passage) {
        for (word, (&right, &guess)) in example.classes.iter().zip(&example.guesses).enumerate() {
            let Some(right) = right else { continue };
            let scores = self.network.tag_scores(passage, word, guess);
            let mut gradient = likelihoods(&scores, &ALL_CLASSES);
            gradient[usize::from(right)] -= trust;
            if trust < 1.0 {
                let likely = lesson.tags(word, guess, &ALL_CLASSES);
                gradient.iter_mut().zip(likely).for_each(|(sum, likely)| *sum -= (1.0 - trust) * likely);
            }
            self.network.pull_tags(passage, word, guess, &gradient);
        }
    }

    /// The rows of a word's features; those that stand for the whole word are left out at times, rare ones more often.
    fn kept(&mut self, node: &Node, vocabulary: &Vocabulary) -> Input<'m> {
        let mut rows = [0; FEATURES];
        for (i, (row, &feature)) in rows.iter_mut().zip(node).enumerate() {
            let (known, count) = self::row(vocabulary, feature);
            let left_out = i < WHOLE && self.dice.unit() < RARE / (RARE + count as f32);
            *row = if left_out { 0 } else { known };
        }
        let meaning = self.meanings.get(&node[0]).filter(|_| self.dice.unit() >= UNTOLD);
        Input { rows, meaning }
    }

    /// Changes the weights by what was gathered, at step `time` of `steps`; the averages follow at a distance of a twentieth of all steps.
    fn step(&mut self, time: usize, steps: usize) {
        let done = time as f32 / steps as f32;
        let rate = RATE * (time as f32 / WARM_UP).min(1.0) * (1.0 - done).max(0.02);
        let every = 50;
        let follow = if done < 0.1 { 1.0 } else { (20.0 * every as f32 / steps as f32).min(1.0) };
        for weights in self.network.all() {
            weights.step(rate, time as i32);
            if time.is_multiple_of(every) {
                weights.average(follow);
            }
        }
    }
}
