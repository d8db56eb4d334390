//! Quotations: somebody's own words, for questions that ask for them: "What did the mayor say about the dam?", "what did she call it?".

use crate::answer::evidence::Evidence;
use crate::answer::query::Query;
use crate::answer::spans::{Candidate, Form};
use crate::answer::support::closeness;
use crate::knowledge::rules::Shape;
use crate::question::Question;
use crate::text::{Pos, Relation};

/// How many of the nearest sentences are looked at.
const CLOSE: usize = 3;
/// The least share of the question's known terms that a sentence must hold, the nearest one and one further off: where a quotation is asked for, and where
/// only what was said.
const ENOUGH: [[f64; 2]; 2] = [[0.4, 0.5], [0.6, 0.7]];

/// How near in meaning to a word of the question, other than its verb of saying, a word of the sentence must be.
const NEAR: f64 = 0.4;

/// The words in quotation marks that a question asks for, and their sentence.
pub fn quoted(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<(usize, Candidate)> {
    let plain = question.shape == Shape::Quote;
    // Nobody tells who "they" are.
    let they = question.reading.words.iter().any(|w| w.lemma == "they" && w.relation == Relation::Nsubj);
    if they || !plain && !asks_what_was_said(question) {
        return None;
    }
    let near = |(rank, e): &(usize, &Evidence)| closeness(query, e.sentence) >= ENOUGH[usize::from(!plain)][usize::from(*rank > 0)];
    evidence.iter().take(CLOSE).enumerate().filter(near).filter(|(_, e)| plain || holds_more(question, query, e.sentence)).find_map(
        |(_, e)| {
            let all = query.known.outline(e.sentence).candidates.iter();
            let own =
                |c: &&Candidate| c.form == Form::Quoted && !repeats(query, e.sentence, c) && !is_elsewhere(question, query, e.sentence, c);
            all.filter(own).max_by_key(|c| c.words.len()).map(|c| (e.sentence, c.clone()))
        },
    )
}

/// Whether a question asks what, or how, somebody said or called something.
fn asks_what_was_said(question: &Question) -> bool {
    let words = &question.reading.words;
    let lower = question.folded_words();
    let thing = question.answer_type.starts_with("ENTY") || question.answer_type.starts_with("DESC");
    let opens = thing && lower.iter().take(3).any(|w| matches!(w.as_str(), "what" | "how"));
    opens && words.iter().any(|w| w.pos == Pos::Verb && question.wording.quotations.saying.has(&w.lemma.to_lowercase()))
}

/// Whether a sentence holds more of the question than its verb of saying, or the question has no more: "Known as "oven lung"", for "What is the river called?"
fn holds_more(question: &Question, query: &Query, sentence: usize) -> bool {
    let saying = |t: &usize| {
        let lemma = question.reading.words[query.terms[*t].term.words.0].lemma.to_lowercase();
        question.wording.quotations.saying.has(&lemma)
    };
    let mut more = (0..query.terms.len()).filter(|t| !saying(t)).peekable();
    more.peek().is_none() || more.any(|t| query.alike(sentence, t) >= NEAR)
}

/// Whether the quoted words are the question's own.
fn repeats(query: &Query, sentence: usize, quoted: &Candidate) -> bool {
    let matched =
        query.places(sentence).iter().copied().filter(|(w, t)| quoted.words.contains(w) && query.holds(sentence, *t) >= 1.0).count();
    2 * matched >= quoted.words.len()
}

/// Whether the sentence has the question's verb of saying in another clause than the quoted words: "The council denounced it, and she was fined for "disturbing the
/// peace"", for "What did the council denounce?"
fn is_elsewhere(question: &Question, query: &Query, sentence: usize, quoted: &Candidate) -> bool {
    let saying = |lemma: &str| question.wording.quotations.saying.has(&lemma.to_lowercase());
    let reading = &query.known.annotations[sentence].reading;
    let asked = question.reading.words.iter().filter(|w| w.pos == Pos::Verb && saying(&w.lemma));
    let lemmas: Vec<&str> = asked.map(|w| &*w.lemma).collect();
    let mut verbs = (0..reading.words.len()).filter(|&w| lemmas.contains(&&*reading.words[w].lemma)).peekable();
    let joined =
        |w: usize| reading.is(w, Relation::Conj) && reading.words[w].pos == Pos::Verb && reading.child(w, Relation::Nsubj).is_some();
    let says = |verb: usize| {
        let up: Vec<usize> = reading.ancestors(quoted.head).take_while(|&w| w != verb).collect();
        reading.is_ancestor(verb, quoted.head) && !up.into_iter().any(joined)
    };
    verbs.peek().is_some() && !verbs.any(says)
}
