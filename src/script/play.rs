//! Playing a dialogue: each question is put in turn, and its reply held against what was expected.

use super::dialogue::{Dialogue, Expectation, Step};
use super::transcript;
use crate::answer::Reply;
use crate::dialogue::{Options, State, turn};
use crate::knowledge::Knowledge;

/// What came of one question.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The question and what was expected.
    pub step: Step,
    /// The reply that came.
    pub reply: Reply,
}

impl Outcome {
    /// The expectations that the reply does not meet, with their lines.
    pub fn missed(&self) -> impl Iterator<Item = &(usize, Expectation)> {
        self.step.expectations.iter().filter(|(_, expectation)| !expectation.holds(&self.reply))
    }

    /// Whether every expectation is met.
    pub fn passed(&self) -> bool {
        self.missed().next().is_none()
    }

    /// The part of the reply that an expectation speaks of, as the line that would have held.
    pub fn got(&self, missed: &Expectation) -> String {
        transcript::line(missed, &self.reply).unwrap_or_else(|| "nothing of the kind".to_string())
    }
}

/// Plays the whole dialogue from an empty state; one outcome a question.
pub fn play(knowledge: &Knowledge, dialogue: &Dialogue) -> Vec<Outcome> {
    let (mut state, mut outcomes) = (State::default(), Vec::new());
    for step in &dialogue.steps {
        let (next, reply) = turn(knowledge, &state, &step.question, &Options::default());
        state = next;
        outcomes.push(Outcome { step: step.clone(), reply });
    }
    outcomes
}
