//! A reply as a page: the short answer first, the sentences it rests on with the answer marked in them, where they stand.
//!
//! Where there are several sentences they are numbered, and each item of the answer names those that hold it.

use super::page::{Page, Role};
use crate::answer::{Reply, Source, Status};
use crate::text::Span;

/// A sentence of more bytes than this is shown in part.
const LONG: usize = 600;
/// How many bytes are shown around what is marked in a long one.
const AROUND: usize = 150;

/// The whole reply.
pub fn reply(reply: &Reply) -> Page {
    let mut page = Page::new();
    match reply.status {
        Status::Unknown => unknown(&mut page, reply),
        Status::Chitchat => {
            said(&mut page, reply, false);
            suggestions(&mut page, &reply.suggestions);
        }
        Status::Answered | Status::Ambiguous | Status::Conflicting => {
            said(&mut page, reply, true);
            resolved(&mut page, reply);
            reason(&mut page, reply);
            sources(&mut page, &reply.sources);
        }
    }
    page
}

/// The short answer alone; for an unknown, nothing.
pub fn short(reply: &Reply) -> Page {
    let mut page = Page::new();
    said(&mut page, reply, false);
    page
}

/// What is said where the verdict is unknown.
pub fn unanswered() -> Page {
    let mut page = Page::new();
    page.add(Role::Answer, "The document does not say.");
    page
}

/// Where a source stands: `document › section › subsection, line 9`.
pub fn citation(source: &Source) -> String {
    let path: Vec<&str> = std::iter::once(&source.document).chain(&source.section).map(String::as_str).collect();
    format!("{}, line {}", path.join(" › "), source.line)
}

/// Adds `text` to the page's last paragraph with what stands at `marks` marked. Marks that fit no text are left out, and so is, of a very long text,
/// what stands far from every mark.
pub fn marked(page: &mut Page, text: &str, marks: &[Span]) {
    let mut marks: Vec<Span> = marks.iter().copied().filter(|mark| !mark.of(text).is_empty()).collect();
    marks.sort_unstable();
    let mut shown = 0;
    for mark in marks {
        if mark.start >= shown {
            unmarked(page, Role::Plain, &text[shown..mark.start], (if shown > 0 { AROUND } else { 0 }, AROUND));
            page.add(Role::Mark, mark.of(text));
            shown = mark.end;
        }
    }
    unmarked(page, Role::Plain, &text[shown..], (if shown > 0 { AROUND } else { LONG }, 0));
}

/// Adds text, of a very long one the first part.
pub fn elided(page: &mut Page, role: Role, text: &str) {
    unmarked(page, role, text, (LONG, 0));
}

/// Adds text that is not marked: all of it, or, of a very long one, these many bytes at its start and at its end.
fn unmarked(page: &mut Page, role: Role, text: &str, (start, end): (usize, usize)) {
    if text.len() <= LONG {
        page.add(role, text);
        return;
    }
    let (first, last) = (text.floor_char_boundary(start), text.ceil_char_boundary(text.len() - end));
    page.add(role, &text[..first]).add(Role::Dim, if end > 0 { " […] " } else { " […]" }).add(role, &text[last..]);
}

/// The answer's own lines. Items of an answer that rests on several sentences are followed by the numbers of those that hold them.
fn said(page: &mut Page, reply: &Reply, numbered: bool) {
    let role = if reply.status == Status::Chitchat { Role::Plain } else { Role::Answer };
    for line in reply.answer.iter().flat_map(|answer| answer.lines()) {
        page.line(0);
        for (n, item) in line.split("; ").enumerate() {
            page.add(role, if n > 0 { "; " } else { "" }).add(role, item);
            if numbered {
                page.add(Role::Dim, &numbers(&reply.sources, item));
            }
        }
    }
}

/// ` [1, 3]`: the numbers of the sentences that hold an item, marked there or spelled alike; empty where there is but one sentence, or none holds it.
fn numbers(sources: &[Source], item: &str) -> String {
    let holds = |source: &Source| source.marks.iter().any(|mark| mark.of(&source.text) == item) || source.text.contains(item);
    let numbers: Vec<String> = (1..).zip(sources).filter(|(_, source)| holds(source)).map(|(n, _): (usize, _)| n.to_string()).collect();
    if sources.len() < 2 || numbers.is_empty() { String::new() } else { format!(" [{}]", numbers.join(", ")) }
}

/// A follow-up's question in full, and the names that were read otherwise than typed.
fn resolved(page: &mut Page, reply: &Reply) {
    for name in &reply.corrected {
        page.hanging("  ", "").add(Role::Dim, &format!("reading “{}” as “{}”", name.from, name.to));
    }
    if reply.resolved != reply.question {
        page.hanging("  ", "").add(Role::Dim, "reading: ").add(Role::Dim, &reply.resolved);
    }
}

fn reason(page: &mut Page, reply: &Reply) {
    let label = match reply.status {
        Status::Ambiguous => "could also mean: ",
        Status::Conflicting => "the document gives more than one value: ",
        _ => "",
    };
    if let Some(reason) = &reply.reason {
        page.line(0).add(Role::Warn, label).add(Role::Plain, reason);
    }
}

fn unknown(page: &mut Page, reply: &Reply) {
    page.append(unanswered());
    resolved(page, reply);
    reason(page, reply);
    if !reply.sources.is_empty() {
        page.gap().line(0).add(Role::Dim, "nearest:");
        sources(page, &reply.sources);
    }
    suggestions(page, &reply.suggestions);
}

/// The cited sentences, numbered where there are several.
fn sources(page: &mut Page, sources: &[Source]) {
    for (n, source) in sources.iter().enumerate() {
        let lead = if sources.len() > 1 { format!("[{}] ", n + 1) } else { String::new() };
        let indent = " ".repeat(2 + lead.len());
        page.hanging("  ", &lead);
        marked(page, &source.text, &source.marks);
        cited(page.hanging(&indent, ""), source);
    }
}

/// Adds a citation that leads to its line.
pub fn cited(page: &mut Page, source: &Source) {
    page.link(Role::Dim, &citation(source), &source.document, source.line);
}

/// Adds questions that a person could ask.
pub fn suggestions(page: &mut Page, suggestions: &[String]) {
    if suggestions.is_empty() {
        return;
    }
    page.gap().line(0).add(Role::Dim, "you could ask:");
    for question in suggestions {
        page.hanging("  ", "").add(Role::Head, question);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::answer::reply::Trace;
    use crate::interface::page::Layout;

    /// An answered reply about an invented person, with one source.
    pub fn sample() -> Reply {
        let text = "Ada Merrow was born on 3 May 1931\nin Port Sable.";
        Reply {
            id: None,
            question: "When was Ada Merrow born?".into(),
            resolved: "When was Ada Merrow born?".into(),
            corrected: Vec::new(),
            status: Status::Answered,
            intent: Some("birth-date".into()),
            answer_type: Some("NUM:date".into()),
            answer: Some("3 May 1931".into()),
            confidence: 0.9,
            sources: vec![Source {
                document: "ada-merrow".into(),
                section: vec!["Life".into(), "Youth".into()],
                paragraph: 1,
                sentence: 1,
                line: 9,
                start: 40,
                end: 40 + text.len(),
                score: 7.5,
                fact: Some("f0001".into()),
                text: text.into(),
                marks: vec![Span::new(23, 33)],
            }],
            reason: None,
            suggestions: vec![],
            trace: Trace::default(),
        }
    }

    fn check(change: impl Fn(&mut Reply), expected: &str) {
        let mut it = sample();
        change(&mut it);
        assert_eq!(reply(&it).plain(), expected);
    }

    const CITED: &str = "  Ada Merrow was born on 3 May 1931 in Port Sable.\n  ada-merrow › Life › Youth, line 9\n";

    #[test]
    fn answer_sentence_citation() {
        check(|_| (), &format!("3 May 1931\n{CITED}"));
        check(|r| r.question = "when?".into(), &format!("3 May 1931\n  reading: When was Ada Merrow born?\n{CITED}"));
    }

    #[test]
    fn several_sources_are_numbered() {
        let numbered =
            |n: usize| format!("  [{n}] Ada Merrow was born on 3 May 1931 in Port Sable.\n      ada-merrow › Life › Youth, line 9\n");
        check(|r| r.sources.push(r.sources[0].clone()), &format!("3 May 1931 [1, 2]\n{}{}", numbered(1), numbered(2)));
        let two = |r: &mut Reply| {
            r.sources.push(Source { text: "Not so.".into(), marks: vec![], ..r.sources[0].clone() });
            r.answer = Some("3 May 1931; June".into());
        };
        let other = "  [2] Not so.\n      ada-merrow › Life › Youth, line 9\n";
        check(two, &format!("3 May 1931 [1]; June\n{}{other}", numbered(1)));
    }

    #[test]
    fn of_a_very_long_sentence_the_part_around_the_answer_is_shown() {
        let length = |text: &str, marks: &[Span]| {
            let mut page = Page::new();
            marked(&mut page, text, marks);
            let plain = page.plain();
            (plain.len(), plain.matches("[…]").count())
        };
        let text = "é ".repeat(40_000);
        assert_eq!(length(&text, &[]).1, 1);
        assert!(length(&text, &[]).0 < LONG + 20);
        assert_eq!(length(&text, &[Span::new(60_000, 60_005)]).1, 2);
        assert_eq!(length(&text[..600], &[]), (600 + 1, 0));
    }

    #[test]
    fn unknown_says_why_and_what_is_near() {
        let change = |r: &mut Reply| {
            (r.status, r.answer, r.reason) = (Status::Unknown, None, Some("Nothing is said of a dentist.".into()));
            r.suggestions = vec!["Where was Ada Merrow born?".into()];
        };
        let expected = format!(
            "The document does not say.\nNothing is said of a dentist.\n\nnearest:\n{CITED}\nyou could ask:\n  Where was Ada Merrow born?\n"
        );
        check(change, &expected);
    }

    #[test]
    fn a_conflict_is_named() {
        let change = |r: &mut Reply| (r.status, r.reason) = (Status::Conflicting, Some("two dates".into()));
        check(change, &format!("3 May 1931\nthe document gives more than one value: two dates\n{CITED}"));
    }

    #[test]
    fn marks_are_coloured_and_bad_ones_left_out() {
        let mut page = Page::new();
        marked(&mut page.clone(), "é", &[Span::new(1, 2)]);
        marked(&mut page, "one two three", &[Span::new(4, 7), Span::new(5, 9), Span::new(90, 99)]);
        assert_eq!(page.show(Layout { color: true, width: None }), "one \u{1b}[1m\u{1b}[32mtwo\u{1b}[0m three\n");
    }

    #[test]
    fn escape_sequences_do_not_pass() {
        let change = |r: &mut Reply| {
            r.answer = Some("\u{1b}[2J".into());
            r.sources[0].text = "\u{1b}]0;x\u{7}".into();
            r.sources[0].section = vec!["\u{9b}2J".into()];
        };
        check(change, "␛[2J\n  ␛]0;x␇\n  ada-merrow › \\u{9b}2J, line 9\n");
    }
}
