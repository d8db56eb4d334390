//! Quotations: somebody's own words, for questions that ask for them: "What did the mayor say about the dam?", "what did she call it?".

use crate::answer::evidence::Evidence;
use crate::answer::kin::asks_name;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::spans::{Candidate, Form};
use crate::answer::subject::named_terms;
use crate::answer::support::closeness;
use crate::knowledge::rules::Shape;
use crate::question::Question;
use crate::text::fold::{fold, name_words};
use crate::text::{Pos, Relation, Tag};

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
    if they || asks_name(question) || !plain && !asks_what_was_said(question) {
        return None;
    }
    let near = |(rank, e): &(usize, &Evidence)| closeness(query, e.sentence) >= ENOUGH[usize::from(!plain)][usize::from(*rank > 0)];
    evidence.iter().take(CLOSE).enumerate().filter(near).filter(|(_, e)| plain || holds_more(question, query, e.sentence)).find_map(
        |(_, e)| {
            let all = query.known.outline(e.sentence).candidates.iter();
            let own = |c: &&Candidate| {
                c.form == Form::Quoted
                    && !repeats(query, e.sentence, c)
                    && !is_elsewhere(question, query, e.sentence, c)
                    && !is_of_another(question, query, e.sentence, c)
                    && !is_saying(question, query, e.sentence, c)
            };
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

/// Whether the quoted words are, by a pronoun, those of the person whom the document is about, and the question asks for those of somebody else: "a claim of the Herald that left
/// her, as she liked to say, "richer by nothing"", for "What did the Herald claim?"
fn is_of_another(question: &Question, query: &Query, sentence: usize, quoted: &Candidate) -> bool {
    let asked = &question.reading;
    let Some(root) = asked.root().filter(|&root| asked.words[root].pos == Pos::Verb) else { return false };
    let names = asked.child(root, Relation::Nsubj).map_or(Vec::new(), |subject| named_terms(query, asked, subject));
    let Some(protagonist) = query.known.cast.protagonist().filter(|_| !names.is_empty()) else { return false };
    let own = |t: &usize| name_words(&fold(&protagonist.name)).any(|word| word == fold(&query.terms[*t].term.word));
    let reading = &query.known.annotations[sentence].reading;
    let saying = |w: usize| question.wording.quotations.saying.has(&reading.words[w].lemma.to_lowercase());
    let before = quoted.words.start.saturating_sub(NEXT)..quoted.words.start;
    let verb = before.rev().find(|&w| reading.words[w].pos == Pos::Verb && saying(w));
    let subject = verb.and_then(|verb| query.known.outline(sentence).subjects[verb]);
    let pronoun = subject.filter(|&w| matches!(&*reading.words[w].lemma, "he" | "she"));
    let meant = |w: usize| query.known.cast.referents(sentence).iter().any(|r| (r.first..r.end).contains(&w) && r.name == protagonist.name);
    !names.iter().any(own) && pronoun.is_some_and(meant)
}

/// Whether a candidate is a sentence that somebody said, where the question asks what something is called: "nobody reads it" for "What was the paper called?"
pub fn is_saying(question: &Question, query: &Query, sentence: usize, candidate: &Candidate) -> bool {
    let annotation = &query.known.annotations[sentence];
    let root = question.reading.root().map(|root| &*question.reading.words[root].lemma);
    let passive = question.reading.words.iter().any(|word| word.relation == Relation::NsubjPass);
    let called = passive && matches!(root, Some("call" | "entitle" | "name" | "title"));
    let finite = |w: usize| matches!(annotation.reading.words[w].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp);
    let small = candidate.span.of(&annotation.text).starts_with(char::is_lowercase);
    called && small && candidate.form == Form::Quoted && candidate.words.clone().any(finite)
}

/// Whether a candidate is such words of another.
pub fn is_said_by_another(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let (sentence, own) = (candidate.sentence, &candidate.candidate);
    own.form == Form::Quoted && asks_what_was_said(question) && is_of_another(question, query, sentence, own)
}

/// Whether the question asks how many there were according to somebody, and the sentence has no word for them, or has them say another number than the candidate: "the mayor
/// counted 40, the police 28" for "How many came according to the police?"
pub fn is_told_by_another(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let words = question.folded_words();
    let to = words.windows(2).position(|pair| pair[0] == "according" && pair[1] == "to").map(|at| at + 1);
    let Some(to) = to.filter(|_| question.answer_type == "NUM:count") else { return false };
    let teller: Vec<usize> = (0..query.terms.len()).filter(|&t| query.terms[t].term.words.0 > to && query.terms[t].weight > 0.0).collect();
    let places = query.places(candidate.sentence);
    let tells = |w: usize| places.iter().any(|&(place, t)| place == w && teller.contains(&t));
    let reading = &query.known.annotations[candidate.sentence].reading;
    if teller.is_empty() || (0..reading.words.len()).any(tells) {
        let subjects = &query.known.outline(candidate.sentence).subjects;
        let speaks = |subject: usize| reading.subtree(subject).into_iter().any(tells);
        let spoken = subjects.iter().flatten().any(|&subject| speaks(subject));
        return spoken && subjects[candidate.candidate.head].is_some_and(|subject| !speaks(subject));
    }
    true
}

/// How many words before a quotation its verb of saying may stand.
const NEXT: usize = 4;

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

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn numbers_are_of_who_gives_them() {
        check_answers(
            "= Orm March =\n\nThe Orm March was a march in Velm. The guild counted 4,000 marchers, whereas the police counted 900. Nine marchers were hurt.\n",
            &[
                ("How many marchers were there according to the guild?", Some("4,000")),
                ("How many marchers were there according to the police?", Some("900")),
                ("How many marchers were hurt according to the mayor?", None),
            ],
        );
    }

    #[test]
    fn words_are_of_who_says_them() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a singer of Orm. She is known for a case against the Orm Herald, which she won but which left her, as she liked to say, \"the poorest \
             winner of all\".\n",
            &[
                ("What did the Orm Herald claim about Ada Merrow?", None),
                ("What did Ada Merrow say about the Orm Herald?", Some("the poorest winner of all")),
            ],
        );
    }
}
