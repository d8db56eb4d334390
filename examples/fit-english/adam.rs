//! Weights being learnt: rows of floating-point numbers with their gradients, changed by Adam (Kingma and Ba 2015), and averaged along the way.
//!
//! Every sum is taken in one fixed order, so the same numbers come out however wide the machine's registers are.

use crate::dice::Dice;

/// Rows of `N` weights each; a row holds what one input gives to each output.
pub struct Weights<const N: usize> {
    pub now: Vec<[f32; N]>,
    pub gradient: Vec<[f32; N]>,
    mean: Vec<[f32; N]>,
    square: Vec<[f32; N]>,
    average: Vec<[f32; N]>,
    /// Where few rows take part in a step: those that did.
    touched: Option<Vec<usize>>,
}

/// How long the memories of mean and square are.
const MEAN: f32 = 0.9;
const SQUARE: f32 = 0.999;

impl<const N: usize> Weights<N> {
    /// Rows of random weights from `-size` to `size`. `sparse` says that few rows take part in a step.
    pub fn new(rows: usize, size: f32, dice: &mut Dice, sparse: bool) -> Self {
        let now: Vec<[f32; N]> = (0..rows).map(|_| std::array::from_fn(|_| (dice.unit() * 2.0 - 1.0) * size)).collect();
        let none = vec![[0.0; N]; rows];
        let touched = sparse.then(Vec::new);
        Self { average: now.clone(), now, gradient: none.clone(), mean: none.clone(), square: none, touched }
    }

    /// Adds to the gradient of a row.
    pub fn pull(&mut self, row: usize, by: &[f32; N]) {
        if let Some(touched) = &mut self.touched {
            touched.push(row);
        }
        self.gradient[row].iter_mut().zip(by).for_each(|(sum, by)| *sum += by);
    }

    /// The outputs' share of inputs that start at row `first`.
    #[inline(always)]
    pub fn multiply(&self, first: usize, inputs: &[f32], outputs: &mut [f32; N]) {
        let mut sums = *outputs;
        for (row, &input) in self.now[first..].iter().zip(inputs).filter(|(_, input)| **input != 0.0) {
            for k in 0..N {
                sums[k] += input * row[k];
            }
        }
        *outputs = sums;
    }

    /// The way back of [`Weights::multiply`]: gradients of the weights, and into `back` those of the inputs that are not nought.
    #[inline(always)]
    pub fn pull_back(&mut self, first: usize, inputs: &[f32], outputs: &[f32; N], back: &mut [f32]) {
        for (k, &input) in inputs.iter().enumerate().filter(|(_, input)| **input != 0.0) {
            self.gradient[first + k].iter_mut().zip(outputs).for_each(|(sum, output)| *sum += input * output);
            back[k] += dot(&self.now[first + k], outputs);
        }
    }

    /// As [`Weights::pull_back`], for inputs that are not learnt.
    pub fn pull_inputs(&mut self, inputs: &[f32], outputs: &[f32; N]) {
        for (row, &input) in self.gradient.iter_mut().zip(inputs) {
            row.iter_mut().zip(outputs).for_each(|(sum, output)| *sum += input * output);
        }
    }

    fn step_row(&mut self, row: usize, rate: f32, time: i32) {
        let (open, scale) = (rate / (1.0 - MEAN.powi(time)), 1.0 / (1.0 - SQUARE.powi(time)));
        let (now, gradient) = (&mut self.now[row], &mut self.gradient[row]);
        let (mean, square) = (&mut self.mean[row], &mut self.square[row]);
        for k in 0..N {
            mean[k] = MEAN * mean[k] + (1.0 - MEAN) * gradient[k];
            square[k] = SQUARE * square[k] + (1.0 - SQUARE) * gradient[k] * gradient[k];
            now[k] -= open * mean[k] / ((square[k] * scale).sqrt() + 1e-8);
            gradient[k] = 0.0;
        }
    }
}

/// What is done to all weights of a network alike.
pub trait Learning {
    /// Follows the gradients, at step number `time` from 1.
    fn step(&mut self, rate: f32, time: i32);
    /// Moves the averages towards the weights of now.
    fn average(&mut self, rate: f32);
    /// Puts the averages in the weights' place.
    fn settle(&mut self);
}

impl<const N: usize> Learning for Weights<N> {
    fn step(&mut self, rate: f32, time: i32) {
        let mut rows = match &mut self.touched {
            Some(touched) => std::mem::take(touched),
            None => (0..self.now.len()).collect(),
        };
        rows.sort_unstable();
        rows.dedup();
        rows.into_iter().for_each(|row| self.step_row(row, rate, time));
    }

    fn average(&mut self, rate: f32) {
        for (average, now) in self.average.iter_mut().flatten().zip(self.now.iter().flatten()) {
            *average += (now - *average) * rate;
        }
    }

    fn settle(&mut self) {
        self.now.clone_from(&self.average);
    }
}

/// The product of two rows, summed in sixteen lanes.
#[inline(always)]
fn dot<const N: usize>(a: &[f32; N], b: &[f32; N]) -> f32 {
    let mut lanes = [0.0; 16];
    for (a, b) in a.chunks(16).zip(b.chunks(16)) {
        for (lane, (a, b)) in lanes.iter_mut().zip(a.iter().zip(b)) {
            *lane += a * b;
        }
    }
    lanes.iter().sum()
}
