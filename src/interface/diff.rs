//! What `docent test` shows: each dialogue's name, of those that failed what was expected and what came, and what no dialogue reaches.

use super::page::{Page, Role, counted};
use super::render;
use crate::script::Outcome;
use crate::script::coverage::{Coverage, Unreached};
use crate::script::report::Test;
use crate::text::Span;

/// A dialogue and its failures.
pub fn test(test: &Test) -> Page {
    let mut page = Page::new();
    let (role, word) = if test.passed() { (Role::Good, "pass") } else { (Role::Bad, "FAIL") };
    page.add(role, word).add(Role::Plain, " ").add(Role::Plain, &test.file);
    for outcome in test.result.iter().flatten().filter(|outcome| !outcome.passed()) {
        diff(&mut page, outcome);
    }
    page
}

/// What was expected and what came, the sentence it rests on, and why.
fn diff(page: &mut Page, outcome: &Outcome) {
    page.hanging("  ", &format!("{:>4}  ", outcome.step.line)).add(Role::Answer, &format!("> {}", outcome.step.question));
    for (line, expectation) in outcome.missed() {
        let (expected, got) = (expectation.line(), outcome.got(expectation));
        let (before, after) = differing(&expected, &got);
        page.hanging("  ", &format!("{line:>4}  "));
        emphasised(page.add(Role::Good, "- "), &expected, before, (Role::Good, Role::Mark));
        page.hanging("        ", "");
        emphasised(page.add(Role::Bad, "+ "), &got, after, (Role::Bad, Role::BadMark));
    }
    if let Some(answer) = outcome.reply.answer.as_ref().filter(|_| !outcome.missed().any(|(_, it)| it.is_about_answer())) {
        page.hanging("        ", "  ").add(Role::Dim, "answer: ").add(Role::Plain, answer);
    }
    if outcome.reply.resolved != outcome.reply.question {
        page.hanging("        ", "  ").add(Role::Dim, "reading: ").add(Role::Dim, &outcome.reply.resolved);
    }
    for source in outcome.reply.sources.iter().take(1) {
        page.hanging("        ", "  ");
        render::marked(page, &source.text, &source.marks);
        render::cited(page.hanging("        ", "  "), source);
    }
    let why = [Some(&outcome.reply.trace.verdict), outcome.reply.reason.as_ref()];
    for line in why.into_iter().flatten().filter(|line| !line.is_empty()) {
        page.hanging("        ", "  ").add(Role::Dim, line);
    }
}

/// The words in which two lines differ: what is left of each without the words at both ends that they share.
fn differing(a: &str, b: &str) -> (Span, Span) {
    let shared = |a: &str, b: &str, from_end: bool| -> usize {
        let next = |text: &str| if from_end { text.chars().next_back() } else { text.chars().next() };
        let (mut left, mut other, mut whole) = (a, b, 0);
        while let Some(c) = next(left).filter(|c| next(other) == Some(*c)) {
            let (of_left, of_other) = (left.len() - c.len_utf8(), other.len() - c.len_utf8());
            (left, other) = if from_end { (&left[..of_left], &other[..of_other]) } else { (&left[c.len_utf8()..], &other[c.len_utf8()..]) };
            let at_word = [left, other].iter().all(|rest| next(rest).is_none_or(|c| !c.is_alphanumeric()));
            if at_word || !c.is_alphanumeric() {
                whole = a.len() - left.len();
            }
        }
        whole
    };
    let start = shared(a, b, false);
    let end = shared(&a[start..], &b[start..], true);
    (Span::new(start, a.len() - end), Span::new(start, b.len() - end))
}

fn emphasised(page: &mut Page, text: &str, part: Span, (plain, strong): (Role, Role)) {
    page.add(plain, &text[..part.start]).add(strong, part.of(text)).add(plain, &text[part.end..]);
}

/// How many passed.
pub fn summary(tests: &[Test]) -> Page {
    let passed = tests.iter().filter(|test| test.passed()).count();
    let mut page = Page::new();
    let role = if passed == tests.len() { Role::Good } else { Role::Bad };
    page.line(0);
    page.line(0).add(role, &format!("{} passed, {} failed", counted(passed, "dialogue"), tests.len() - passed));
    page
}

/// What no dialogue reaches: intents, then document by document sentences and facts.
pub fn unreached(coverage: &Coverage) -> Page {
    let mut page = Page::new();
    let (intents, of) = coverage.intents();
    page.line(0);
    page.line(0).add(Role::Answer, "intents").add(Role::Plain, &format!(": {} of {of} reached", of - intents.len()));
    intents.iter().for_each(|intent| {
        page.hanging("        ", "").add(Role::Dim, intent);
    });
    for (name, reached) in coverage.documents() {
        page.line(0);
        page.line(0).add(Role::Answer, name);
        unreached_of(&mut page, "sentence", "cited", reached.sentences, &reached.uncited);
        unreached_of(&mut page, "fact", "used", reached.facts, &reached.unused);
    }
    page
}

fn unreached_of<Key>(page: &mut Page, what: &str, reached: &str, all: usize, left: &Unreached<Key>) {
    page.line(2).add(Role::Plain, &format!("{} of {} {reached}", all - left.len(), counted(all, what)));
    for (line, text) in left.values() {
        render::elided(page.hanging("", &format!("{line:>6}  ")), Role::Dim, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_differ_are_found() {
        let check = |a: &str, b: &str, expected: (&str, &str)| {
            let (x, y) = differing(a, b);
            assert_eq!((x.of(a), y.of(b)), expected);
        };
        check("3 May 1931", "3 June 1931", ("May", "June"));
        check("status: answered", "status: unknown", ("answered", "unknown"));
        check("122", "1220", ("122", "1220"));
        check("Port Sable", "Port Sable; Skarvik", ("", "; Skarvik"));
        check("é", "è", ("é", "è"));
        check("same", "same", ("", ""));
    }
}
