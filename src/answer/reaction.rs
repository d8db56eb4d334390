//! Reactions: what somebody said or felt about something: "How did the guild take it?", answered by "the guild denounced the sale".

use crate::answer::evidence::Evidence;
use crate::answer::query::Query;
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::document::Kind;
use crate::question::{Part, Question};
use crate::text::wordnet::verb_classes;
use crate::text::{Pos, Reading, Relation, Span};

/// How sure it is.
const SURE: f64 = 0.6;
/// How many of the nearest sentences are looked at.
const CLOSE: usize = 4;
/// The least share of what was reacted to, by weight, that must stand in the sentence or right before it.
const ENOUGH: f64 = 0.3;
/// How many sentences before it may tell what was reacted to.
const BEFORE: usize = 2;
/// How well a sentence must hold the word for the one whose reaction it is.
const SAME: f64 = 0.85;
/// What verbs of reacting are about.
const CLASSES: [&str; 3] = ["cognition", "communication", "emotion"];

/// What the one whose reaction the question asks for said or felt about what it names, by one of the nearest sentences.
pub fn reaction(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let (asked, who) = asked(question)?;
    let who = query.term_at(who)?;
    let about: Vec<usize> = (0..query.terms.len()).filter(|&t| t != who && says(query, t) && query.term_at(asked) != Some(t)).collect();
    let total: f64 = about.iter().map(|&t| query.terms[t].weight).sum();
    let told = |sentence: usize, t: usize| (sentence.saturating_sub(BEFORE)..=sentence).map(|s| query.alike(s, t)).fold(0.0, f64::max);
    let near = |s: usize| about.iter().map(|&t| query.terms[t].weight * told(s, t)).sum::<f64>() >= ENOUGH * total;
    let prose = |s: usize| query.known.document.sentences[s].kind == Kind::Prose;
    let mut close = evidence.iter().take(CLOSE).map(|e| e.sentence).filter(|&s| prose(s) && near(s));
    close.find_map(|sentence| {
        let annotation = &query.known.annotations[sentence];
        let reading = &annotation.reading;
        let subjects = &query.known.outline(sentence).subjects;
        // Hosts are not organisers.
        let same = query.holds(sentence, who) >= SAME;
        let of_who = |w: usize| same && query.places(sentence).contains(&(w, who));
        let verb = (0..reading.words.len()).find(|&v| {
            reading.words[v].pos == Pos::Verb && reacts(&reading.words[v].lemma) && subjects[v].is_some_and(|s| s < v && of_who(s))
        })?;
        let span = predicate(reading, verb);
        let answer = squeeze(span.of(&annotation.text));
        Some(answered(answer, vec![(sentence, vec![span])], SURE, "a sentence tells what was said or felt about it".into()))
    })
}

/// The one whose reaction a question asks for by a verb of reacting: its subject.
pub fn reactor(question: &Question) -> Option<usize> {
    let reading = &question.reading;
    let verb = (0..reading.words.len()).find(|&w| question.wording.manners.reacting.has(&reading.words[w].lemma))?;
    reading.child(verb, Relation::Nsubj)
}

/// The word by which a question asks for a reaction, and the one whose it is: "How did the guild react?", "What was the guild's response?"
fn asked(question: &Question) -> Option<(usize, usize)> {
    let reading = &question.reading;
    let how = question.folded_words().first().is_some_and(|word| word == "how");
    (0..reading.words.len()).find_map(|w| {
        let word = &reading.words[w];
        let who = match word.pos {
            Pos::Verb if how && question.wording.manners.reacting.has(&word.lemma) => reading.child(w, Relation::Nsubj)?,
            // "How was the sale regarded by the guild?"
            Pos::Verb if how && question.wording.manners.describing.has(&word.lemma) => {
                reading.children(w).find(|&c| reading.children(c).any(|case| reading.words[case].lemma == "by"))?
            }
            Pos::Noun if matches!(&*word.lemma, "reaction" | "response") => {
                reading.child(w, Relation::NmodPoss).or_else(|| reading.children(w).find(|&c| is_of(reading, c)))?
            }
            _ => return None,
        };
        Some((w, who))
    })
}

/// Whether "of" stands before a noun.
fn is_of(reading: &Reading, noun: usize) -> bool {
    reading.is(noun, Relation::Nmod) && reading.children(noun).any(|c| reading.words[c].lemma == "of")
}

/// Whether a term says what was reacted to.
fn says(query: &Query, t: usize) -> bool {
    let term = &query.terms[t].term;
    term.weight >= 0.5 && !matches!(term.part, Part::Topic | Part::Date)
}

/// Whether a verb tells what somebody said or felt.
fn reacts(verb: &str) -> bool {
    verb_classes(verb).next().is_some_and(|class| CLASSES.contains(&class))
}

/// A verb with what belongs to it, but not what others do beside.
fn predicate(reading: &Reading, verb: usize) -> Span {
    let other = |c: usize| {
        reading.is(c, Relation::Conj) && reading.words[c].head == Some(verb)
            || matches!(reading.words[c].relation.base(), Relation::Parataxis)
    };
    let words = reading.subtree_without(verb, other);
    let end = words.iter().rfind(|&&w| !matches!(reading.words[w].pos, Pos::Punct | Pos::Cconj));
    reading.words[verb].span.cover(reading.words[end.copied().unwrap_or(verb)].span)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_was_said_about_something_is_a_reaction() {
        check_answers(
            "= Orm Guild =\n\nThe Orm Guild is a guild of bakers. In 1931 three hundred bakers marched through the harbour. The mayor denounced the march and \
             moved to Velm. The newspapers welcomed it.\n",
            &[
                ("What was the mayor's reaction to the march?", Some("denounced the march")),
                ("How did the mayor respond to the march?", Some("denounced the march")),
                ("What was the reaction of the newspapers to the march?", Some("welcomed it")),
                ("How was the march regarded by the mayor?", Some("denounced the march")),
                ("How did the sailors react to the march?", None),
                ("What was the mayor's reaction to the earthquake?", None),
            ],
        );
    }
}
