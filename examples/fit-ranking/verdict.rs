//! Fitting the verdict: logistic regression of whether the best candidate is right.

use docent::knowledge::rules::{Ranking, Support, Supports};

use crate::descent::step;

/// How strongly a weight is drawn to 0 by each example.
const DECAY: f64 = 1e-5;

/// The best candidate of a question: what supports it, whether it is right, whether its article is left out of the fitting.
pub struct Judged {
    /// Its support.
    pub supports: Supports,
    /// Whether its token F1 is at least one half.
    pub right: bool,
    /// Whether the article is left out of the fitting.
    pub held_out: bool,
    /// How much it counts.
    pub weight: f64,
    /// Whether it is one of our own questions.
    pub own: bool,
}

/// Logistic regression by Adagrad, in the order of the file.
pub fn fit(judged: &[Judged], ranking: &mut Ranking, epochs: usize) {
    let mut squares = [1e-6; Support::COUNT];
    for _ in 0..epochs {
        for one in judged.iter().filter(|j| !j.held_out) {
            let miss = f64::from(u8::from(one.right)) - ranking.confidence(&one.supports);
            let gradient = one.supports.map(|support| one.weight * miss * support);
            step(&mut ranking.support, &mut squares, &gradient, DECAY);
        }
    }
}

/// Prints, for some thresholds, how many of the questions are answered rightly, wrongly, and not, on the articles left out.
pub fn report(judged: &[Judged], ranking: &Ranking) {
    for own in [false, true] {
        report_on(&judged.iter().filter(|j| j.held_out && j.own == own).collect::<Vec<_>>(), if own { "own" } else { "SQuAD" }, ranking);
    }
}

fn report_on(left_out: &[&Judged], name: &str, ranking: &Ranking) {
    for threshold in [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7] {
        let said = left_out.iter().filter(|j| ranking.confidence(&j.supports) >= threshold);
        let (right, wrong) = said.fold((0, 0), |(r, w), j| if j.right { (r + 1, w) } else { (r, w + 1) });
        let share = |n: usize| 100.0 * n as f64 / left_out.len().max(1) as f64;
        eprintln!(
            "{name}, threshold {threshold}: right {:.1} wrong {:.1} silent {:.1}",
            share(right),
            share(wrong),
            100.0 - share(right + wrong)
        );
    }
}
