//! Fits the parser: a dynamic oracle for the arc-hybrid system and training with exploration (Goldberg and Nivre 2013).

use docent::text::Relation;
use docent::text::syntax::model::Scores;
use docent::text::syntax::parser::{Nodes, best, extract, is_possible};
use docent::text::syntax::state::{Move, State};

use crate::perceptron::{Dice, Perceptron};

/// A sentence as the parser learns it.
pub struct Example {
    pub nodes: Nodes,
    /// Each word's head; the number of words for the root's.
    pub heads: Vec<usize>,
    pub relations: Vec<Relation>,
}

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

/// The best of the moves that cost least and give the right relation.
fn right(state: &State, example: &Example, scores: &Scores) -> Option<Move> {
    let relation = state.stack.last().map_or(Relation::Dep, |&top| example.relations[top]);
    let relation = if relation == Relation::Root { Relation::Parataxis } else { relation };
    let moves = [Move::Shift, Move::Left(relation), Move::Right(relation)].into_iter().filter(|&to| is_possible(state, to));
    let costs: Vec<(usize, Move)> = moves.map(|to| (cost(state, &example.heads, to), to)).collect();
    let least = costs.iter().map(|&(cost, _)| cost).min()?;
    costs.into_iter().filter(|&(cost, _)| cost == least).map(|(_, to)| to).max_by_key(|to| scores[to.class()])
}

/// Learns from `examples` in `rounds` rounds.
pub fn fit(examples: &[Example], rounds: usize, patience: u8) -> Perceptron {
    let mut perceptron = Perceptron::new(patience);
    let mut dice = Dice(11);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut features = Vec::new();
    for round in 0..rounds {
        dice.shuffle(&mut order);
        let mut wrong = 0;
        for &i in &order {
            let example = &examples[i];
            let mut state = State::new(example.heads.len());
            while !state.is_done() {
                features.clear();
                extract(&example.nodes, &state, &mut features);
                let scores = perceptron.scores(&features);
                let guess = best(&state, &scores);
                let right = right(&state, example, &scores).unwrap_or(guess);
                let fine = guess == right;
                wrong += usize::from(!fine);
                perceptron.learn(&features, right.class(), guess.class());
                let explore = round > 0 && dice.below(10) < 9;
                state.make(if explore { guess } else { right });
            }
        }
        eprintln!("  round {round}: {wrong} wrong moves");
    }
    perceptron
}
