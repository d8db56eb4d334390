//! Blessing: a dialogue file's text with its missed expectations replaced by what came. Comments and all that held stay.

use std::collections::BTreeMap;

use super::dialogue::squeeze;
use super::play::Outcome;
use super::transcript;

/// The file's text in which every outcome passes. A question without expectations stays as it is.
pub fn bless(text: &str, outcomes: &[Outcome]) -> String {
    let replaced: BTreeMap<usize, Option<String>> = outcomes.iter().flat_map(replacements).collect();
    let mut blessed = String::with_capacity(text.len());
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let end = &line[line.trim_end_matches(['\r', '\n']).len()..];
        match replaced.get(&number) {
            Some(Some(new)) => blessed.extend([new, end]),
            Some(None) => {}
            None => blessed.push_str(line),
        }
    }
    blessed
}

/// New text for each missed line of one question; `None` takes the line out.
fn replacements(outcome: &Outcome) -> Vec<(usize, Option<String>)> {
    let mut kept: Vec<String> = Vec::new();
    kept.extend(outcome.step.expectations.iter().filter(|(_, it)| it.holds(&outcome.reply)).map(|(_, it)| squeeze(&it.line())));
    let mut replacements = Vec::new();
    for (number, expectation) in outcome.missed() {
        let new = transcript::line(expectation, &outcome.reply).filter(|line| !kept.contains(&squeeze(line)));
        kept.extend(new.as_deref().map(squeeze));
        replacements.push((*number, new));
    }
    replacements
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::super::transcript::tests::sample;
    use super::*;
    use crate::answer::{Reply, Status};

    /// Blesses a dialogue of one question whose reply is `3 May 1931`, citing `Life › Early life`.
    fn check(text: &str, reply: &Reply, expected: &str) {
        let outcomes = |text: &str| -> Vec<Outcome> {
            let read = parse("a", text).expect("a dialogue");
            read.steps.into_iter().map(|step| Outcome { step, reply: reply.clone() }).collect()
        };
        let blessed = bless(text, &outcomes(text));
        assert_eq!(blessed, expected);
        assert!(outcomes(&blessed).iter().all(Outcome::passed));
    }

    #[test]
    fn what_was_missed_is_renewed_and_the_rest_stays() {
        let reply = sample(Status::Answered, Some("3 May 1931"));
        check("# Birth.\n> when?\n\n# Why?\n4 May 1931\ncites: Life\n", &reply, "# Birth.\n> when?\n\n# Why?\n3 May 1931\ncites: Life\n");
        check("> when?\r\nstatus: unknown", &reply, "> when?\r\nstatus: answered");
        check("> when?\ncontains: June\nnot: May\ncites: Death\n", &reply, "> when?\n3 May 1931\ncites: Early life\n");
        check("> when?\nintent: x\nresolved: y\n", &reply, "> when?\nintent: birth-date\nresolved: When was Ada Merrow born?\n");
        check("> when?\n", &reply, "> when?\n");
    }

    #[test]
    fn an_answer_that_is_gone_becomes_its_verdict() {
        check("> when?\n4 May\ncites: Life x\n", &sample(Status::Unknown, None), "> when?\nstatus: unknown\n");
    }
}
