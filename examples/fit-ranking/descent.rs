//! Gradient descent: along one example at a time, or along all at once.

/// How long a step along one example is.
const RATE: f64 = 0.1;
/// How many steps are taken along all examples, and how long each is.
const STEPS: usize = 1500;
const STRIDE: f64 = 0.02;
/// How much the squares of such a step count in their running mean.
const FRESH: f64 = 0.01;

/// One step up a gradient by Adagrad (Duchi, Hazan & Singer, *Adaptive subgradient methods*, 2011): each weight's is the shorter, the more `squares` its slopes have
/// summed up to. `decay`: how strongly a weight is drawn to 0; one without slope is left as it is.
pub fn step(weights: &mut [f64], squares: &mut [f64], gradient: &[f64], decay: f64) {
    for ((weight, square), slope) in weights.iter_mut().zip(squares).zip(gradient) {
        if *slope == 0.0 {
            continue;
        }
        let slope = slope - decay * *weight;
        *square += slope * slope;
        *weight += RATE * slope / square.sqrt();
    }
}

/// Weights in rows.
pub type Table<const COLUMNS: usize, const ROWS: usize> = [[f64; COLUMNS]; ROWS];

/// The weights at which the loss of all examples is least, each step scaled by the running mean of the slopes' squares (RMSProp). `add` adds the examples' slopes, at
/// some weights, to those of the loss; `ridge`: how strongly weights are drawn to 0, where they begin.
pub fn descend<const COLUMNS: usize, const ROWS: usize>(
    ridge: f64,
    mut add: impl FnMut(&Table<COLUMNS, ROWS>, &mut Table<COLUMNS, ROWS>),
) -> Table<COLUMNS, ROWS> {
    let (mut weights, mut squares) = ([[0.0; COLUMNS]; ROWS], [[0.0; COLUMNS]; ROWS]);
    for step in 0..STEPS {
        let mut slopes = weights.map(|row| row.map(|w: f64| ridge * w));
        add(&weights, &mut slopes);
        let all = weights.iter_mut().flatten().zip(squares.iter_mut().flatten()).zip(slopes.iter().flatten());
        for ((weight, square), slope) in all {
            *square = if step == 0 { slope * slope } else { (1.0 - FRESH) * *square + FRESH * slope * slope };
            *weight -= STRIDE * slope / (*square + 1e-8).sqrt();
        }
    }
    weights
}
