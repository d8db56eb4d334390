//! The story of a reply, for `--explain` and `:why`: how the question was read, what stood to choose, why it was decided so.

use super::page::{Page, Role};
use super::render;
use crate::answer::{Reply, reply::Candidate};
use crate::script::dialogue::status_word;

/// The reply's trace as a page.
pub fn explain(reply: &Reply) -> Page {
    let mut page = Page::new();
    page.line(0).add(Role::Head, "question");
    page.hanging("  ", "").add(Role::Plain, &reply.resolved);
    for line in &reply.trace.question {
        page.hanging("  ", "").add(Role::Plain, line);
    }
    let reading = [("intent", &reply.intent), ("answer type", &reply.answer_type)];
    for (label, value) in reading.iter().filter_map(|(label, value)| value.as_ref().map(|v| (label, v))) {
        page.hanging("  ", "").add(Role::Dim, &format!("{label}: ")).add(Role::Plain, value);
    }
    if !reply.trace.candidates.is_empty() {
        page.gap().line(0).add(Role::Head, "candidates");
    }
    for (n, it) in reply.trace.candidates.iter().enumerate() {
        candidate(&mut page, n + 1, it);
    }
    page.gap().line(0).add(Role::Head, "verdict");
    page.hanging("  ", "").add(Role::Plain, &format!("{}, confidence {:.2}", status_word(reply.status), reply.confidence));
    if !reply.trace.verdict.is_empty() {
        page.hanging("  ", "").add(Role::Plain, &reply.trace.verdict);
    }
    page
}

fn candidate(page: &mut Page, n: usize, candidate: &Candidate) {
    let lead = format!("{n:>2}  {:>6.2}  ", candidate.score);
    let indent = " ".repeat(2 + lead.len());
    page.hanging("  ", &lead);
    if let Some(answer) = &candidate.answer {
        page.add(Role::Answer, answer).add(Role::Dim, " — ");
    }
    render::elided(page, Role::Plain, &candidate.sentence);
    let shares: Vec<String> = candidate.shares.iter().map(|(feature, share)| format!("{feature} {share:+.2}")).collect();
    if !shares.is_empty() {
        page.hanging(&indent, "").add(Role::Dim, &shares.join(", "));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::reply::Trace;
    use crate::interface::render::tests::sample;

    #[test]
    fn tells_question_candidates_verdict() {
        let mut reply = sample();
        let first = Candidate {
            sentence: "She was born.".into(),
            answer: Some("1931".into()),
            score: 7.5,
            shares: vec![("overlap", 5.0), ("length", -0.5)],
        };
        reply.trace = Trace { question: vec!["terms: born 2.1".into()], candidates: vec![first], verdict: "the best stands alone".into() };
        let expected = "question\n  When was Ada Merrow born?\n  terms: born 2.1\n  intent: birth-date\n  answer type: NUM:date\n\n\
                        candidates\n   1    7.50  1931 — She was born.\n              overlap +5.00, length -0.50\n\n\
                        verdict\n  answered, confidence 0.90\n  the best stands alone\n";
        assert_eq!(explain(&reply).plain(), expected);
    }
}
