//! Fitting the ranker: multinomial logistic regression, with weights shared by all questions and deviations by kind of answer.

use docent::knowledge::rules::{CLASSES, Feature, Features, Ranking};

use crate::descent::step;
use crate::examples::Example;

/// How strongly a weight is drawn to 0 by each example: the shared ones, and the deviations.
const DECAY: (f64, f64) = (1e-5, 3e-4);

/// Features of which SQuAD's texts, without infoboxes and headings, show nothing: they are fitted on our own questions alone.
const UNSEEN: [Feature; 3] = [Feature::Key, Feature::Heading, Feature::IntentEvidence];

/// Fits the weights by Adagrad, in the order of the file, on the examples that are not left out.
pub fn fit(examples: &[&Example], ranking: &mut Ranking, epochs: usize) {
    let mut squares = vec![[1e-6; Feature::COUNT]; CLASSES.len() + 1];
    for _ in 0..epochs {
        for example in examples.iter().filter(|e| !e.held_out) {
            let Some(mut gradient) = gradient(example, ranking) else { continue };
            if !example.own {
                UNSEEN.iter().for_each(|&unseen| gradient[unseen as usize] = 0.0);
            }
            gradient.iter_mut().for_each(|slope| *slope *= example.weight);
            step(&mut ranking.shared, &mut squares[CLASSES.len()], &gradient, DECAY.0);
            if let Some(class) = example.class {
                step(&mut ranking.own[class], &mut squares[class], &gradient, DECAY.1);
            }
        }
    }
}

/// The score of each candidate.
fn scores(example: &Example, ranking: &Ranking) -> Vec<f64> {
    let own = example.class.map(|class| &ranking.own[class]);
    let weight = |i: usize| ranking.shared[i] + own.map_or(0.0, |own| own[i]);
    let weights: Vec<f64> = (0..Feature::COUNT).map(weight).collect();
    example.candidates.iter().map(|c| c.0.iter().zip(&weights).map(|(f, w)| f * w).sum()).collect()
}

/// Expected features under the right candidates less those under all; `None` where no candidate is right.
fn gradient(example: &Example, ranking: &Ranking) -> Option<Features> {
    let best = example.candidates.iter().map(|c| c.1).fold(0.0, f64::max);
    if best < 0.5 {
        return None;
    }
    let scores = scores(example, ranking);
    let highest = scores.iter().copied().fold(f64::MIN, f64::max);
    let weights: Vec<f64> = scores.iter().map(|s| (s - highest).exp()).collect();
    let total: f64 = weights.iter().sum();
    let right: f64 = weights.iter().zip(&example.candidates).filter(|(_, c)| c.1 >= best).map(|(w, _)| w).sum();
    let mut gradient = [0.0; Feature::COUNT];
    for (weight, (features, f1)) in weights.iter().zip(&example.candidates) {
        let share = if *f1 >= best { weight / right } else { 0.0 } - weight / total;
        for (g, f) in gradient.iter_mut().zip(features) {
            *g += share * f;
        }
    }
    Some(gradient)
}

/// Prints exact match, F1 and what a perfect ranker would reach, on the articles fitted on and on those left out.
pub fn report(when: &str, examples: &[&Example], ranking: &Ranking) {
    for (own, held_out) in [(false, false), (false, true), (true, false), (true, true)] {
        let (mut n, mut exact, mut sum, mut limit) = (0.0, 0.0, 0.0, 0.0);
        for example in examples.iter().filter(|e| e.held_out == held_out && e.own == own) {
            let scores = scores(example, ranking);
            let best = (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]).then(b.cmp(&a)));
            let f1 = best.map_or(0.0, |b| example.candidates[b].1);
            n += 1.0;
            exact += f64::from(u8::from(f1 >= 1.0));
            sum += f1;
            limit += example.candidates.iter().map(|c| c.1).fold(0.0, f64::max);
        }
        let name = format!("{} {}", if own { "own" } else { "SQuAD" }, if held_out { "left out" } else { "fitted on" });
        let share = |figure: f64| 100.0 * figure / n;
        eprintln!("{when}, {name}: EM {:.1} F1 {:.1} of at most F1 {:.1} ({n} questions)", share(exact), share(sum), share(limit));
    }
}
