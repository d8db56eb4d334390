//! Suggestions: questions that the documents do answer, for a person who does not know what to ask.
//!
//! [`askable`] turns facts into questions; each is asked before it is suggested, and left out unless its reply says what the fact says.

use super::askable::{Askable, askable};
use super::{Query, Reply, Status, answer};
use crate::knowledge::Knowledge;
use crate::question::{Question, Utterance, understand};
use crate::text::fold::fold;
use crate::text::term::{is_stop_word, term};

/// How many questions are tried at most for one that is wanted.
const TRIES: usize = 8;
/// What an opening word takes off a question's worth each time it was used before: three suggestions should not ask the same.
const SAME_OPENING: f64 = 1.5;

/// At most `most` questions that the documents answer, each known to be answered, the best first.
///
/// With `near` those that share its words, from sentences that hold its words; none where nothing is shared. Without, those about the documents'
/// topics. Asks questions (through [`answer`]): up to a millisecond each.
pub fn suggest(knowledge: &Knowledge, near: Option<&Question>, most: usize) -> Vec<String> {
    let all = everything(knowledge);
    let mut worths = match near {
        Some(question) => nearness(knowledge, question, &all),
        None => all.iter().map(prominence).collect(),
    };
    let asked = near.map(|question| fold(&question.text));
    let mut found: Vec<&Askable> = Vec::new();
    for _ in 0..TRIES * most {
        let best = (0..all.len()).filter(|&i| worths[i] > 0.0).max_by(|&a, &b| worths[a].total_cmp(&worths[b]).then(b.cmp(&a)));
        let Some(best) = best.filter(|_| found.len() < most) else { break };
        worths[best] = 0.0;
        let it = &all[best];
        let new = found.iter().all(|other| (other.source, other.sentence) != (it.source, it.sentence));
        let question = it.question();
        if new && asked.as_ref() != Some(&fold(&question)) && is_answered(knowledge, it, &question) {
            let same = |other: &Askable| opening(other) == opening(it);
            all.iter().zip(&mut worths).filter(|(other, _)| same(other)).for_each(|(_, worth)| *worth -= SAME_OPENING);
            found.push(it);
        }
    }
    found.iter().map(|it| it.question()).collect()
}

/// Gives a reply that has no answer up to three questions that the documents do answer and that share its words. A batch goes without them: they take
/// longer than the reply.
pub fn suggest_instead(knowledge: &Knowledge, reply: &mut Reply) {
    let (Status::Unknown, Some(first)) = (reply.status, knowledge.sources.first()) else { return };
    if let Utterance::Question(question) = understand(&knowledge.rules, &first.vocabulary, &first.topic, &reply.resolved) {
        reply.suggestions = suggest(knowledge, Some(&question), 3);
    }
}

/// Every question that the documents should answer, untried; those that are good to try first stand first.
pub fn everything(knowledge: &Knowledge) -> Vec<Askable> {
    let mut all: Vec<Askable> = knowledge.sources.iter().enumerate().flat_map(|(i, known)| askable(i, known)).collect();
    all.sort_by(|a, b| prominence(b).total_cmp(&prominence(a)));
    let mut seen = std::collections::HashSet::new();
    all.retain(|it| seen.insert(it.question()));
    all
}

/// Whether `question`, one of the ways to put `askable`, is answered as it should be: with words that are due.
pub fn is_answered(knowledge: &Knowledge, askable: &Askable, question: &str) -> bool {
    let reply = answer(knowledge, question, None);
    reply.status == Status::Answered && reply.answer.is_some_and(|said| agree(&said, &askable.answer))
}

/// Whether two answers share half of the shorter one's words.
fn agree(a: &str, b: &str) -> bool {
    let (a, b) = (content(a), content(b));
    let shared = a.iter().filter(|word| b.contains(word)).count();
    shared > 0 && 2 * shared >= a.len().min(b.len())
}

fn content(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !is_stop_word(word));
    words.map(term).collect()
}

/// How good a question is to try first: about the document's topic; what something is, when, where and how many before what was done; short.
fn prominence(askable: &Askable) -> f64 {
    let words = askable.after.split(' ').filter(|word| !word.is_empty()).count();
    let kind = match opening(askable) {
        "Who" | "What" if words == 0 => 3.0,
        "When" | "Where" | "How" => 2.5,
        _ if askable.after.starts_with("'s") => 2.0,
        _ => 0.5,
    };
    (if askable.about_topic { 10.0 } else { 5.0 }) + kind - 0.25 * words as f64
}

/// For each question, how near it is to another: the weight of the words they share, more so where its sentence holds the others.
fn nearness(knowledge: &Knowledge, question: &Question, all: &[Askable]) -> Vec<f64> {
    let queries: Vec<Query> = knowledge.sources.iter().map(|known| Query::new(question, known)).collect();
    let near = |it: &Askable| {
        let query = &queries[it.source];
        let words = content(&it.question());
        let shared = query.terms.iter().filter(|bound| bound.term.ways.iter().any(|way| way.terms.iter().all(|t| words.contains(t))));
        let shared: f64 = shared.map(|bound| bound.weight).sum();
        if query.bm25[it.sentence] > 0.0 { 10.0 * shared + query.bm25[it.sentence] } else { 0.0 }
    };
    all.iter().map(near).collect()
}

/// The word a question begins with.
fn opening(askable: &Askable) -> &str {
    askable.before.split(' ').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::question::{Utterance, understand};

    const LIFE: &str = "= Ada Merrow =\n\nAda Merrow (born 2 May 1931) was a pilot. She was born in Paris.\n\nIn 1960 she founded the Dorn Flying School.\n";

    fn knowledge(text: &str) -> Knowledge {
        Knowledge::of_document(Document::read("a.txt", text.into(), None).expect("a document"))
    }

    #[test]
    fn what_is_suggested_is_answered() {
        for knowledge in [knowledge(LIFE), Knowledge::builtin()] {
            let suggested = suggest(&knowledge, None, 3);
            assert_eq!(suggested.len(), 3);
            for question in suggested {
                assert_eq!(answer(&knowledge, &question, None).status, Status::Answered, "{question}");
            }
        }
        assert_eq!(suggest(&knowledge("No fact.\n"), None, 3), [""; 0]);
    }

    #[test]
    fn what_is_near_shares_words() {
        let knowledge = knowledge(LIFE);
        let check = |asked: &str, expected: &[&str]| {
            let known = &knowledge.sources[0];
            let Utterance::Question(question) = understand(&knowledge.rules, &known.vocabulary, &known.topic, asked) else {
                panic!("{asked}")
            };
            assert_eq!(suggest(&knowledge, Some(&question), 1), expected, "{asked}");
        };
        check("Who paid for the school that she founded?", &["When did Ada Merrow found the Dorn Flying School?"]);
        check("Who is the king of Sweden?", &[]);
    }
}
