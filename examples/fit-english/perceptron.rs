//! An averaged perceptron over hashed features, and how its weights become a table of small integers.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use docent::text::syntax::model::{CLASSES, DENSE, OFFSET_BITS, Scores};

use crate::tables::table;

/// From this number of weights on, a row holds one for every class.
const LONG: usize = 20;

/// Features are hashes already.
#[derive(Default)]
pub struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// The weights of a feature.
#[derive(Default)]
struct Row {
    /// Classes with their weights of now.
    weights: Vec<(u8, i32)>,
    /// For each, the sum of every change times the step at which it was made.
    drifts: Vec<i64>,
}

impl Row {
    fn change(&mut self, class: u8, by: i32, step: i64) {
        let at = self.weights.iter().position(|&(c, _)| c == class).unwrap_or_else(|| {
            self.weights.push((class, 0));
            self.drifts.push(0);
            self.weights.len() - 1
        });
        self.weights[at].1 += by;
        self.drifts[at] += step * i64::from(by);
    }

    /// Classes with their averages over `steps`.
    fn averages(&self, steps: i64) -> impl Iterator<Item = (u8, f64)> + '_ {
        self.weights
            .iter()
            .zip(&self.drifts)
            .map(move |(&(class, weight), &drift)| (class, f64::from(weight) - drift as f64 / steps.max(1) as f64))
    }
}

/// Weights being learnt.
#[derive(Default)]
pub struct Perceptron {
    rows: HashMap<u64, Row, BuildHasherDefault<Same>>,
    /// How often a feature without a row was wanted.
    wanted: HashMap<u64, u8, BuildHasherDefault<Same>>,
    /// After how many mistakes a feature gets a row.
    patience: u8,
    step: i64,
}

impl Perceptron {
    /// No weights yet; a feature gets some at the mistake of that number in which it takes part.
    pub fn new(patience: u8) -> Self {
        Self { patience, ..Self::default() }
    }

    /// Whether `feature` has earned its row.
    fn is_earned(&mut self, feature: u64) -> bool {
        if self.patience <= 1 || self.rows.contains_key(&feature) {
            return true;
        }
        let count = self.wanted.entry(feature).or_default();
        *count += 1;
        let earned = *count >= self.patience;
        if earned {
            self.wanted.remove(&feature);
        }
        earned
    }

    /// The scores of the classes under the weights of now.
    pub fn scores(&self, features: &[u64]) -> Scores {
        let mut scores = [0; CLASSES];
        for &(class, weight) in features.iter().filter_map(|feature| self.rows.get(feature)).flat_map(|row| &row.weights) {
            scores[usize::from(class)] += weight;
        }
        scores
    }

    /// Counts one decision; `right` is strengthened over `wrong` where they differ.
    pub fn learn(&mut self, features: &[u64], right: usize, wrong: usize) {
        self.step += 1;
        if right == wrong {
            return;
        }
        for &feature in features {
            if !self.is_earned(feature) {
                continue;
            }
            let row = self.rows.entry(feature).or_default();
            row.change(right as u8, 1, self.step);
            row.change(wrong as u8, -1, self.step);
        }
    }

    /// The averaged weights.
    pub fn averages(&self) -> Averages {
        self.rows.iter().map(|(&feature, row)| (feature, row.averages(self.step).collect())).collect()
    }
}

/// For each feature the classes with their averaged weights.
pub type Averages = BTreeMap<u64, Vec<(u8, f64)>>;

/// The means of several averages, which give the mean of their scores: the weights of a linear model that stands for all of them.
pub fn mean(all: impl ExactSizeIterator<Item = Averages>) -> Averages {
    let share = 1.0 / all.len() as f64;
    let mut out = Averages::new();
    for (feature, weights) in all.flatten() {
        let row = out.entry(feature).or_default();
        for (class, weight) in weights {
            match row.iter_mut().find(|(known, _)| *known == class) {
                Some((_, sum)) => *sum += share * weight,
                None => row.push((class, share * weight)),
            }
        }
    }
    out
}

/// Averaged weights as slots and rows; weights that matter least are left out so that the rows fit into `room` bytes.
pub fn packed(averages: &Averages, room: usize) -> (Vec<u8>, Vec<u8>) {
    let mut sizes: Vec<f64> = averages.values().flatten().map(|(_, weight)| weight.abs()).collect();
    sizes.sort_by(f64::total_cmp);
    let largest = sizes.last().copied().unwrap_or(1.0);
    let mut keep = sizes.len();
    loop {
        let least = sizes.len().checked_sub(keep).and_then(|at| sizes.get(at)).copied().unwrap_or(0.0);
        let rows: Vec<(u64, Vec<u8>)> = averages
            .iter()
            .filter_map(|(&feature, weights)| {
                let weights = weights.iter().filter(|(_, w)| w.abs() >= least);
                let mut weights: Vec<(u8, i8)> = weights.map(|&(class, w)| (class, small(w, largest))).filter(|&(_, w)| w != 0).collect();
                weights.sort_unstable();
                (!weights.is_empty()).then(|| (feature, row(&weights)))
            })
            .collect();
        let (slots, data) = pack(&rows);
        if slots.len() + data.len() <= room && data.len() < 1 << OFFSET_BITS {
            eprintln!(
                "  {} features, {} kept, weights from {least:.2} to {largest:.1}, {} + {} bytes",
                averages.len(),
                rows.len(),
                slots.len(),
                data.len()
            );
            return (slots, data);
        }
        keep = keep * 9 / 10;
    }
}

/// A row as its bytes hold it.
fn row(weights: &[(u8, i8)]) -> Vec<u8> {
    if weights.len() < LONG {
        return std::iter::once(weights.len() as u8).chain(weights.iter().flat_map(|&(class, w)| [class, w as u8])).collect();
    }
    let mut row = vec![0; 1 + CLASSES];
    row[0] = DENSE;
    weights.iter().for_each(|&(class, w)| row[1 + usize::from(class)] = w as u8);
    row
}

/// A weight in one byte, of which the reader takes the square: fine for small weights, with room for the largest.
fn small(weight: f64, largest: f64) -> i8 {
    ((weight.abs() / largest.max(1e-9)).sqrt() * 127.0).round().copysign(weight) as i8
}

/// Slots and data of rows; equal rows share their bytes.
fn pack(rows: &[(u64, Vec<u8>)]) -> (Vec<u8>, Vec<u8>) {
    let mut data = Vec::new();
    let mut seen: HashMap<&[u8], u32> = HashMap::new();
    let mut entries = Vec::new();
    for (feature, row) in rows {
        let offset = *seen.entry(row).or_insert_with(|| {
            let at = data.len() as u32;
            data.extend(row);
            at
        });
        entries.push((*feature, offset + 1));
    }
    (table(&entries, OFFSET_BITS), data)
}
