//! Commands that show something: the story of a reply, its sources, facts, topics, what was said.

use super::{Said, needs, nothing_yet, say};
use crate::Result;
use crate::answer::Source;
use crate::answer::suggest::suggest;
use crate::document::{Document, Sentence};
use crate::interface::page::{Page, Role, counted};
use crate::interface::session::Session;
use crate::interface::{explain, facts, pager, render, why_not};

/// How many questions `:topics` suggests.
const SUGGESTED: usize = 6;

pub(super) fn why(session: &mut Session, _: &str) -> Result<Said> {
    session.last().map_or_else(nothing_yet, |reply| Ok(Said::Page(explain::explain(reply))))
}

pub(super) fn why_not(session: &mut Session, argument: &str) -> Result<Said> {
    let words = argument.trim_matches(['"', '“', '”']);
    match session.last() {
        None => nothing_yet(),
        Some(_) if words.is_empty() => needs(":why-not"),
        Some(reply) => Ok(Said::Page(why_not::page(session.knowledge(), &reply.resolved, words))),
    }
}

pub(super) fn source(session: &mut Session, argument: &str) -> Result<Said> {
    let Some(reply) = session.last() else { return nothing_yet() };
    let Some(n) = (if argument.is_empty() { Some(1) } else { argument.parse::<usize>().ok() }) else { return needs(":source") };
    let Some(source) = n.checked_sub(1).and_then(|n| reply.sources.get(n)) else {
        return say(&format!("The last reply has {}.", counted(reply.sources.len(), "source")));
    };
    let Some(document) = session.knowledge().documents().find(|document| document.name == source.document) else {
        return say("Its document is not open.");
    };
    Ok(Said::Source { passage: passage(document, source), whole: pager::whole(document, source), line: source.line })
}

/// The paragraph of a cited sentence, with that sentence marked.
fn passage(document: &Document, source: &Source) -> Page {
    let mut page = Page::new();
    render::cited(page.line(0), source);
    page.gap().hanging("  ", "");
    let cited = document.sentences.iter().find(|sentence| sentence.span.start == source.start);
    let around = |sentence: &&Sentence| cited.is_some_and(|it| (it.section, it.paragraph) == (sentence.section, sentence.paragraph));
    for (n, sentence) in document.sentences.iter().filter(around).enumerate() {
        let role = if sentence.span.start == source.start { Role::Mark } else { Role::Plain };
        page.add(Role::Plain, if n > 0 { " " } else { "" }).add(role, document.quote(sentence.span));
    }
    page
}

pub(super) fn facts(session: &mut Session, argument: &str) -> Result<Said> {
    let filter = facts::Filter { words: vec![argument.to_string()], ..facts::Filter::default() };
    Ok(Said::Page(facts::page(&facts::matching(session.knowledge().facts(), &filter), &filter)))
}

pub(super) fn timeline(session: &mut Session, argument: &str) -> Result<Said> {
    let filter = facts::Filter { words: vec![argument.to_string()], ..facts::Filter::default() };
    Ok(Said::Page(facts::timeline::page(&facts::matching(session.knowledge().facts(), &filter), &filter)))
}

pub(super) fn state(session: &mut Session, _: &str) -> Result<Said> {
    let lines = session.describe();
    if lines.is_empty() {
        return say("Nobody and nothing is on the table.");
    }
    let mut page = Page::new();
    for line in lines {
        page.line(0).add(Role::Plain, &line);
    }
    Ok(Said::Page(page))
}

pub(super) fn topics(session: &mut Session, _: &str) -> Result<Said> {
    let mut page = Page::new();
    for document in session.knowledge().documents() {
        page.line(0).add(Role::Answer, document.title().unwrap_or(&document.name));
        for (n, section) in document.sections.iter().enumerate() {
            let Some(heading) = section.path.last() else { continue };
            let sentences = document.sentences.iter().filter(|sentence| sentence.section == n).count();
            page.line(2 * section.path.len()).add(Role::Plain, heading);
            page.add(Role::Dim, &if sentences > 0 { format!("  {}", counted(sentences, "sentence")) } else { String::new() });
        }
    }
    let names = session.knowledge().names();
    if !names.is_empty() {
        page.gap().hanging("", "names: ").add(Role::Plain, &names.join(", "));
    }
    render::suggestions(&mut page, &suggest(session.knowledge(), None, SUGGESTED));
    Ok(Said::Page(page))
}

pub(super) fn replies(session: &mut Session, _: &str) -> Result<Said> {
    let mut page = Page::new();
    for reply in session.replies() {
        page.hanging("", "> ").add(Role::Head, &reply.question);
        page.append(match &reply.answer {
            Some(_) => render::short(reply),
            None => render::unanswered(),
        });
    }
    if page.is_empty() { nothing_yet() } else { Ok(Said::Page(page)) }
}
