//! Clauses that answer why and how: found by the words that open them.

use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Shape;
use crate::text::fold::fold;
use crate::text::{Pos, Reading, Relation, Span, Tag};

/// Openers of a reason: phrases, and what of the sentence is the answer.
const REASONS: [&str; 13] = [
    "because of",
    "because",
    "due to",
    "owing to",
    "thanks to",
    "as a result of",
    "on account of",
    "on the grounds that",
    "so as to",
    "in order to",
    "so that",
    "since",
    "as",
];

/// The reason or manner that a sentence states, as a span of the annotation's text, without the word that opens it.
///
/// Reasons: what follows "because", "due to" and the like, an infinitive of purpose, "for" before a gerund. Manner: what follows "by" or "through", a
/// participle clause. `None` where the sentence states none.
pub fn clause(shape: Shape, annotation: &Annotation) -> Option<Span> {
    match shape {
        Shape::Reason => reason(annotation),
        Shape::Manner => manner(annotation),
        _ => None,
    }
}

fn reason(annotation: &Annotation) -> Option<Span> {
    let reading = &annotation.reading;
    let words: Vec<String> = reading.words.iter().map(|w| fold(w.span.of(&annotation.text))).collect();
    for opener in REASONS {
        let opener: Vec<&str> = opener.split(' ').collect();
        for start in 0..words.len() {
            if words[start..].iter().zip(&opener).filter(|(a, b)| a == *b).count() < opener.len() || start + opener.len() >= words.len() {
                continue;
            }
            let word = &reading.words[start];
            let clausal = word.relation == Relation::Mark && word.head.is_some_and(|h| reading.words[h].relation == Relation::Advcl);
            if opener.len() == 1 && matches!(opener[0], "as" | "since") && !clausal {
                continue;
            }
            if let Some(comma) = (0..words.len()).find(|&w| words[w] == ",").filter(|&comma| start == 0 && comma > opener.len()) {
                // A clause that opens the sentence ends at its comma.
                return Some(reading.words[opener.len()].span.cover(reading.words[comma - 1].span));
            }
            // The opener may hang on the subject of its clause.
            let head = word.head.map(|h| if reading.is(h, Relation::Nsubj) { reading.words[h].head.unwrap_or(h) } else { h });
            return Some(rest(annotation, start + opener.len(), head));
        }
    }
    as_what(annotation, &words)
        .or_else(|| for_what(annotation, &words))
        .or_else(|| causer(annotation))
        .or_else(|| after_what(annotation, &words))
}

/// "As a foreigner she could not …": an opening phrase with "as" before the subject, up to the verb it explains.
fn as_what(annotation: &Annotation, words: &[String]) -> Option<Span> {
    let reading = &annotation.reading;
    let opener = (0..words.len()).find(|&w| words[w] == "as" && reading.words[w].relation == Relation::Case)?;
    let phrase = reading.words[opener].head?;
    let verb = reading.words[phrase].head?;
    let subject = reading.child(verb, Relation::Nsubj)?;
    (reading.words[phrase].relation == Relation::Obl && phrase < subject).then(|| rest(annotation, opener, Some(verb)))
}

/// Verbs whose subject is the reason for what follows.
const CAUSES: [&str; 9] = ["cause", "compel", "force", "induce", "lead", "motivate", "oblige", "persuade", "prompt"];

/// "Heavy snow forced the crew to leave": the subject of a verb of causing to do something, without its clauses.
fn causer(annotation: &Annotation) -> Option<Span> {
    let reading = &annotation.reading;
    let causes = |v: &usize| CAUSES.contains(&reading.words[*v].lemma.as_str()) && reading.children(*v).any(|c| is_infinitive(reading, c));
    let verb = (0..reading.words.len()).find(causes)?;
    let subject = reading.child(verb, Relation::Nsubj).filter(|&s| !matches!(reading.words[s].pos, Pos::Pron | Pos::Propn))?;
    let phrase = reading.subtree_without(subject, |c| matches!(reading.words[c].relation.base(), Relation::Acl | Relation::Punct));
    Some(reading.span_of(&phrase))
}

/// Whether a word heads an infinitive with "to".
fn is_infinitive(reading: &Reading, word: usize) -> bool {
    let to = |c: usize| c < word && reading.words[c].tag == Tag::To && reading.words[c].relation == Relation::Mark;
    matches!(reading.words[word].relation.base(), Relation::Xcomp | Relation::Advcl) && reading.children(word).any(to)
}

/// "She left after a quarrel": what happened before, where nothing tells more plainly why.
fn after_what(annotation: &Annotation, words: &[String]) -> Option<Span> {
    let reading = &annotation.reading;
    let opens = |w: usize| match (words[w].as_str(), reading.words[w].relation) {
        ("after", Relation::Case | Relation::Mark) => true,
        // "Abandoned when war broke out".
        ("when", _) => passive_above(reading, w),
        _ => false,
    };
    let opener = (1..words.len()).find(|&w| opens(w))?;
    let head = reading.words[opener].head.filter(|&h| h > opener)?;
    let dated = annotation.values.iter().any(|v| v.span.contains(reading.words[head].span));
    let adverbial = matches!(reading.words[head].relation.base(), Relation::Obl | Relation::Advcl);
    (adverbial && !dated).then(|| rest(annotation, opener + 1, Some(head)))
}

/// "Fined for speeding", "tried for his letters": what stands behind "for" at a passive verb, or at a verb with a gerund.
fn for_what(annotation: &Annotation, words: &[String]) -> Option<Span> {
    let reading = &annotation.reading;
    let passive = (0..words.len()).find(|&w| {
        let verb = reading.words[w].head.filter(|_| reading.words[w].relation == Relation::Obl);
        let done = verb.is_some_and(|v| reading.words[v].tag == Tag::Vbn || reading.child(v, Relation::AuxPass).is_some());
        done && !annotation.values.iter().any(|v| v.span.contains(reading.words[w].span))
            && reading.children(w).any(|c| c < w && words[c] == "for")
    });
    if let Some(thing) = passive {
        let phrase = reading.subtree_without(thing, |c| c < thing && words[c] == "for");
        return Some(reading.span_of(&phrase));
    }
    let for_doing = reading.words.iter().position(|w| w.tag == Tag::Vbg && w.relation == Relation::Advcl);
    for_doing.filter(|&v| reading.children(v).any(|c| c < v && words[c] == "for")).map(|v| reading.subtree_span(v))
}

fn manner(annotation: &Annotation) -> Option<Span> {
    let reading = &annotation.reading;
    let opened = |v: &usize| {
        let opener = reading.children(*v).find(|c| c < v && matches!(reading.words[*c].relation, Relation::Mark | Relation::Case));
        opener.is_none_or(|o| matches!(fold(reading.words[o].span.of(&annotation.text)).as_str(), "by" | "through" | "via" | "with"))
    };
    let mut verbs = reading.words.iter().enumerate().filter(|(_, w)| w.tag == Tag::Vbg && w.relation == Relation::Advcl).map(|(v, _)| v);
    let found = verbs.find(opened)?;
    let words = reading.subtree_without(found, |c| matches!(reading.words[c].relation, Relation::Mark | Relation::Case) && c < found);
    let says = |w: &&usize| reading.words[**w].pos != Pos::Punct;
    let (first, last) = (words.iter().find(says)?, words.iter().rfind(says)?);
    Some(reading.words[*first].span.cover(reading.words[*last].span))
}

/// Whether the clause that a word opens hangs on a passive verb.
fn passive_above(reading: &Reading, opener: usize) -> bool {
    let verb = reading.words[opener].head.filter(|&h| h > opener && reading.is(h, Relation::Advcl)).and_then(|h| reading.words[h].head);
    verb.is_some_and(|v| v < opener && reading.child(v, Relation::AuxPass).is_some())
}

/// From word `start` to the end of what depends on `head`, or to the end of the sentence's words, without the final stop.
fn rest(annotation: &Annotation, start: usize, head: Option<usize>) -> Span {
    let words = &annotation.reading.words;
    let end = head.and_then(|h| annotation.reading.subtree(h).last().copied()).filter(|&e| e >= start).unwrap_or(words.len() - 1);
    let end = (start..=end).rev().find(|&e| words[e].span.of(&annotation.text).chars().any(char::is_alphanumeric)).unwrap_or(start);
    words[start].span.cover(words[end].span)
}
