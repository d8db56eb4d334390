//! Fitting the verdict: logistic regression of whether the best candidate is right.

use docent::knowledge::rules::{CLASSES, Certainty, Feature, Features, Support, Supports};

use nalgebra::{DMatrix, DVector};

use crate::own::Anyhow;

/// How strongly weights are drawn to 0.
const RIDGE: f64 = 20.0;
/// How strongly those that are left out are.
const NONE: f64 = 1e12;
/// How many steps are taken.
const STEPS: usize = 10;
/// How much more each of our own questions counts than for ranking: they are about whole documents.
const OWN: f64 = 3.0;

/// The best candidate of a question: what supports it, whether it is right, whether its article is left out of the fitting.
pub struct Judged {
    /// Its support.
    pub supports: Supports,
    /// Its features.
    pub features: Features,
    /// The place of its kind among those that have a weight of their own.
    pub class: Option<usize>,
    /// Whether its token F1 is at least one half.
    pub right: bool,
    /// Whether the article is left out of the fitting.
    pub held_out: bool,
    /// How much it counts.
    pub weight: f64,
    /// Whether it is one of our own questions.
    pub own: bool,
}

impl Judged {
    /// All that the verdict looks at: its support, its features, its kind.
    fn values(&self) -> DVector<f64> {
        let kind = (0..CLASSES.len()).map(|class| f64::from(u8::from(self.class == Some(class))));
        DVector::from_iterator(VALUES, self.supports.iter().chain(&self.features).copied().chain(kind))
    }

    /// How sure it is by some weights.
    fn sure(&self, certainty: &Certainty) -> f64 {
        certainty.of(&self.supports, &self.features, self.class)
    }
}

/// How many values a verdict looks at.
const VALUES: usize = Support::COUNT + Feature::COUNT + CLASSES.len();

/// What speaks against a candidate or not at all: what the question has and the evidence lacks, or denies.
const AGAINST: [Support; 7] = [
    Support::NamesMissing,
    Support::NamesAbsent,
    Support::NounsAbsent,
    Support::FocusMissing,
    Support::Unexplained,
    Support::Negation,
    Support::ModifiersMissing,
];

/// Logistic regression, without the weights of [`AGAINST`] that would speak for a candidate.
///
/// # Errors
/// Examples without any spread.
pub fn fit(judged: &[Judged]) -> Anyhow<Certainty> {
    let examples: Vec<(DVector<f64>, &Judged)> = judged.iter().filter(|j| !j.held_out).map(|j| (j.values(), j)).collect();
    let mut without = Vec::new();
    loop {
        let weights = regression(&examples, &without)?;
        let wrong = AGAINST.iter().map(|support| *support as usize).find(|&support| weights[support] > 1e-6);
        let Some(wrong) = wrong else {
            let mut all = weights.iter().copied();
            let mut next = |count: usize| all.by_ref().take(count).collect();
            return Ok(Certainty { supports: next(Support::COUNT), features: next(Feature::COUNT), kinds: next(CLASSES.len()) });
        };
        without.push(wrong);
    }
}

/// Logistic regression by Newton's method (Hastie, Tibshirani & Friedman, *The elements of statistical learning*, 2009, section 4.4.1): each weight is drawn to 0
/// as if all values were spread alike; those `without` are 0.
fn regression(examples: &[(DVector<f64>, &Judged)], without: &[usize]) -> Anyhow<DVector<f64>> {
    let count = examples.len() as f64;
    let mean = examples.iter().fold(DVector::zeros(VALUES), |sum: DVector<f64>, (values, _)| sum + values) / count;
    let spread =
        examples.iter().fold(DVector::zeros(VALUES), |sum: DVector<f64>, (values, _)| sum + (values - &mean).map(|x| x * x)) / count;
    let mut ridge = spread.map(|variance| RIDGE * variance.max(1e-6));
    without.iter().for_each(|&value| ridge[value] = NONE);
    let mut weights: DVector<f64> = DVector::zeros(VALUES);
    for _ in 0..STEPS {
        let mut slopes = -ridge.component_mul(&weights);
        let mut curves = DMatrix::from_diagonal(&ridge);
        for (values, one) in examples {
            let weight = one.weight * if one.own { OWN } else { 1.0 };
            let sure = 1.0 / (1.0 + (-weights.dot(values)).exp());
            slopes.axpy(weight * (f64::from(u8::from(one.right)) - sure), values, 1.0);
            curves.syger(weight * sure * (1.0 - sure), values, values, 1.0);
        }
        curves.fill_upper_triangle_with_lower_triangle();
        weights += curves.cholesky().ok_or("the examples do not differ")?.solve(&slopes);
    }
    Ok(weights)
}

/// Prints, for some thresholds, how many of the questions are answered rightly, wrongly, and not, on the articles left out.
pub fn report(judged: &[Judged], certainty: &Certainty) {
    for own in [false, true] {
        report_on(&judged.iter().filter(|j| j.held_out && j.own == own).collect::<Vec<_>>(), if own { "own" } else { "SQuAD" }, certainty);
    }
}

fn report_on(left_out: &[&Judged], name: &str, certainty: &Certainty) {
    for threshold in [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7] {
        let said = left_out.iter().filter(|j| j.sure(certainty) >= threshold);
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
