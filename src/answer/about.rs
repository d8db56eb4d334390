//! About the document itself: what it tells of, whether it mentions something, its sections, its title, its length, its author.

use std::collections::BTreeSet;

use crate::answer::evidence::Evidence;
use crate::answer::query::{Bound, Query};
use crate::answer::support::closeness;
use crate::answer::verdict::{Verdict, answered, squeeze, unknown, whole_sentences};
use crate::answer::whole::lead;
use crate::document::{Kind, Sentence};
use crate::question::Question;
use crate::text::fold::fold;

/// How many sections are cited, by their first sentences.
const CITED: usize = 4;
/// The least share of what may be mentioned that a sentence must hold.
const ENOUGH: f64 = 0.75;

/// The verdict on a question about the document itself; what it asks for goes by its answer's type.
pub fn about(question: &Question, query: &Query, evidence: &[Evidence]) -> Verdict {
    let many = question.folded_words().iter().any(|w| w == "many" || w == "number");
    match question.answer_type.as_str() {
        kind if kind.starts_with("BOOL") => mention(question, query, evidence),
        kind if kind.starts_with("DESC") => whole_sentences(query, lead(query).as_slice()),
        kind if kind.starts_with("HUM") => author(question, query),
        kind if kind.starts_with("NUM") || many => length(question, query),
        "ENTY:cremat" => match query.known.document.title() {
            Some(title) => at_start(query, title.to_string(), "the document's title"),
            None => unknown("the document has no title".into(), "no title"),
        },
        _ => sections(query),
    }
}

/// An answer about the document as a whole: it is cited by its first sentence.
fn at_start(query: &Query, answer: String, story: &str) -> Verdict {
    let first = (!query.known.document.sentences.is_empty()).then(|| (0, Vec::new()));
    answered(answer, first.into_iter().collect(), 1.0, story.into())
}

/// Whether the document mentions something: yes where a sentence holds it, no where a word of it stands nowhere in any wording.
fn mention(question: &Question, query: &Query, evidence: &[Evidence]) -> Verdict {
    let asked = |bound: &&Bound| !question.wording.document.mention.has(&fold(&bound.term.word));
    let asked: Vec<&Bound> = query.terms.iter().filter(asked).collect();
    if asked.is_empty() {
        return unknown("the question names nothing to look for".into(), "nothing is asked for");
    }
    let holds = |e: &&Evidence| {
        let own = |b: &Bound| asked.iter().any(|a| std::ptr::eq(*a, b));
        query.share(own, |t| query.holds(e.sentence, t)) >= ENOUGH
    };
    match evidence.iter().find(holds) {
        Some(e) => answered("yes".into(), vec![(e.sentence, Vec::new())], closeness(query, e.sentence), "a sentence mentions it".into()),
        None if asked.iter().any(|bound| bound.count == 0) => answered("no".into(), Vec::new(), 0.8, "its words stand nowhere".into()),
        None => unknown("its words stand in the document, but not together".into(), "mentioned in parts"),
    }
}

/// The headings, in their order; each section is cited by its first sentence.
fn sections(query: &Query) -> Verdict {
    let document = &query.known.document;
    let headings: Vec<&str> = document.sections.iter().filter_map(|s| s.path.last()).map(String::as_str).collect();
    if headings.is_empty() {
        return unknown("the document has no headings".into(), "no sections");
    }
    let headed = (0..document.sections.len()).filter(|&s| !document.sections[s].path.is_empty());
    let first = headed.filter_map(|section| document.sentences.iter().position(|s| s.section == section));
    answered(headings.join("; "), first.take(CITED).map(|s| (s, Vec::new())).collect(), 1.0, "the document's headings".into())
}

/// How many sections, paragraphs or sentences there are; else how many words.
fn length(question: &Question, query: &Query) -> Verdict {
    let document = &query.known.document;
    let said = question.folded_words();
    let counts = |nouns: &[&str]| said.iter().any(|word| nouns.iter().any(|noun| word.strip_suffix('s').unwrap_or(word) == *noun));
    let (count, noun) = if counts(&["section", "chapter", "heading", "headline"]) {
        (document.sections.iter().filter(|s| !s.path.is_empty()).count(), "sections")
    } else if counts(&["paragraph"]) {
        let place = |s: &Sentence| (s.section, s.paragraph);
        (document.sentences.iter().filter(|s| s.kind == Kind::Prose).map(place).collect::<BTreeSet<_>>().len(), "paragraphs")
    } else if counts(&["sentence"]) {
        (document.sentences.iter().filter(|s| s.kind == Kind::Prose).count(), "sentences")
    } else if counts(&["page"]) && said.iter().any(|word| word == "pages") {
        return unknown("the text is not parted into pages".into(), "no pages");
    } else {
        let words = |text: &str| text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
        (query.known.annotations.iter().map(|a| words(&a.text)).sum(), "words")
    };
    at_start(query, format!("{count} {noun}"), "counted in the document")
}

/// Whose the document is, where a line of its infobox tells.
fn author(question: &Question, query: &Query) -> Verdict {
    let document = &query.known.document;
    let named = document.sentences.iter().enumerate().find_map(|(place, sentence)| match &sentence.kind {
        Kind::Infobox { key, value } if question.wording.document.author.has(&fold(document.quote(*key))) => Some((place, *value)),
        _ => None,
    });
    match named {
        Some((place, value)) => {
            answered(squeeze(document.quote(value)), vec![(place, Vec::new())], 0.8, "a line of the infobox gives it".into())
        }
        None => unknown("the document does not name its author or source".into(), "no author"),
    }
}
