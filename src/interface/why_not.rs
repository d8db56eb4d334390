//! `:why-not`: what spoke against an answer that a person expected, from the story of the reply.

use super::page::{Page, Role};
use super::render;
use crate::answer::Reply;
use crate::answer::reply::Candidate;
use crate::knowledge::Knowledge;
use crate::text::fold::fold;

/// How many features are told of.
const TOLD: usize = 6;

/// Why the last reply is not `words`: no sentence has them, they are no candidate, or what set them below the first.
pub fn why_not(knowledge: &Knowledge, reply: &Reply, words: &str) -> Page {
    let mut page = Page::new();
    let has = |text: &str| fold(text).contains(&fold(words));
    if reply.answer.as_deref().is_some_and(has) {
        page.add(Role::Plain, "That is what the reply says.");
        return page;
    }
    let candidates = &reply.trace.candidates;
    match candidates.iter().position(|it| it.answer.as_deref().is_some_and(has)) {
        Some(0) => verdict(&mut page, &candidates[0], reply),
        Some(place) => behind(&mut page, &candidates[0], &candidates[place], place + 1),
        None => no_candidate(&mut page, knowledge, words, has),
    }
    page
}

/// The best candidate, declined.
fn verdict(page: &mut Page, best: &Candidate, reply: &Reply) {
    page.add(Role::Plain, &format!("It is the best candidate, with {:.2}, but too little supports it.", best.score));
    page.hanging("  ", "").add(Role::Plain, &reply.trace.verdict);
}

/// A candidate behind the best: the features that set them apart, what matters most first.
fn behind(page: &mut Page, best: &Candidate, other: &Candidate, place: usize) {
    let score = format!("It is candidate {place}, with {:.2} against {:.2} for ", other.score, best.score);
    page.add(Role::Plain, &score).add(Role::Answer, best.answer.as_deref().unwrap_or_default()).add(Role::Plain, ".");
    render::elided(page.hanging("  ", ""), Role::Plain, &other.sentence);
    let share = |of: &Candidate, name: &str| of.shares.iter().find(|(other, _)| *other == name).map_or(0.0, |(_, share)| *share);
    let mut names: Vec<&str> = best.shares.iter().chain(&other.shares).map(|(name, _)| *name).collect();
    names.sort_unstable();
    names.dedup();
    let mut apart: Vec<(&str, f64)> = names.into_iter().map(|name| (name, share(other, name) - share(best, name))).collect();
    apart.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let told: Vec<String> =
        apart.iter().filter(|(_, by)| by.abs() >= 0.01).take(TOLD).map(|(name, by)| format!("{name} {by:+.2}")).collect();
    page.hanging("  ", "").add(Role::Dim, &told.join(", "));
}

/// Words that are no candidate: the sentence that has them, if any has.
fn no_candidate(page: &mut Page, knowledge: &Knowledge, words: &str, has: impl Fn(&str) -> bool) {
    let sentences = knowledge.documents().flat_map(|document| document.sentences.iter().map(move |it| (document, it)));
    match sentences.into_iter().find(|(document, it)| has(document.quote(it.span))) {
        None => {
            page.add(Role::Plain, "No sentence has the words ").add(Role::Answer, words).add(Role::Plain, ".");
        }
        Some((document, sentence)) => {
            page.add(Role::Plain, "It is not among the best candidates. It stands in:");
            render::elided(page.hanging("  ", ""), Role::Plain, document.quote(sentence.span));
            let place = format!("{}, line {}", document.name, sentence.line);
            page.hanging("  ", "").link(Role::Dim, &place, &document.name, sentence.line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::interface::render::tests::sample;

    fn check(words: &str, expected: &str) {
        let document = Document::read("a.txt", "Ada Merrow was born on 3 May 1931. Her boat sank.".into(), None).expect("a document");
        let mut reply = sample();
        let candidate = |answer: &str, score: f64, shares: Vec<(&'static str, f64)>| Candidate {
            sentence: format!("About {answer}."),
            answer: Some(answer.into()),
            score,
            shares,
        };
        let others =
            [candidate("3 May 1931", 7.0, vec![("type", 5.0), ("near", 2.0)]), candidate("1935", 4.5, vec![("type", 5.0), ("far", -0.5)])];
        reply.trace.candidates = others.to_vec();
        assert_eq!(why_not(&Knowledge::of_document(document), &reply, words).plain(), expected);
    }

    #[test]
    fn what_spoke_against_it_is_told() {
        check("May 1931", "That is what the reply says.\n");
        check("1935", "It is candidate 2, with 4.50 against 7.00 for 3 May 1931.\n  About 1935.\n  near -2.00, far -0.50\n");
        check("BOAT", "It is not among the best candidates. It stands in:\n  Her boat sank.\n  a, line 1\n");
        check("qwyjibo", "No sentence has the words qwyjibo.\n");
    }
}
