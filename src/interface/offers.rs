//! Offers: questions that the documents answer, to continue what is being typed. Each is tried before it is offered, and tried once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::visible::needs_showing;
use crate::answer::askable::Askable;
use crate::answer::suggest::{everything, is_answered};
use crate::knowledge::Knowledge;

/// How many questions are tried at most for one key press.
const TRIES: usize = 12;
/// What stands for what a document is about.
const PRONOUNS: [&str; 4] = ["he", "it", "she", "they"];

/// The questions that a knowledge's facts should answer, the best to try first, and which of them are known to be answered.
pub struct Offers {
    knowledge: Rc<Knowledge>,
    all: Vec<Askable>,
    tried: RefCell<HashMap<String, bool>>,
}

impl Offers {
    /// The offers of some knowledge.
    pub fn new(knowledge: Rc<Knowledge>) -> Self {
        let mut all = everything(&knowledge);
        all.retain(|it| !it.question().chars().any(needs_showing));
        Self { all, knowledge, tried: RefCell::default() }
    }

    /// Whether these are the offers of `knowledge`.
    pub fn are_of(&self, knowledge: &Rc<Knowledge>) -> bool {
        Rc::ptr_eq(&self.knowledge, knowledge)
    }

    /// What the most likely answered question has after what was typed.
    pub fn hint(&self, typed: &str) -> Option<String> {
        let mut tries = 0;
        for it in &self.all {
            for question in ways(it).map(|subject| it.about(&subject)) {
                if let Some(rest) = rest(&question, typed).filter(|rest| !rest.is_empty()) {
                    tries += 1;
                    if self.is_answered(it, &question) {
                        return Some(rest.to_string());
                    }
                }
            }
            if tries >= TRIES {
                break;
            }
        }
        None
    }

    /// How what was typed goes on in a question, up to the next stop: the verb after the question word, the subject after the verb, what is asked of it
    /// after the subject. Sorted, each once, as what is typed would be then.
    pub fn continuations(&self, typed: &str) -> Vec<String> {
        let (mut found, mut tries) = (Vec::new(), 0);
        for it in &self.all {
            let verb = format!("{} ", it.before);
            if rest(&verb, typed).is_some_and(|rest| !rest.is_empty()) {
                found.push(verb);
                continue;
            }
            let subject = format!("{verb}{}", it.subject);
            if rest(&subject, typed).is_some_and(|rest| !rest.is_empty()) {
                found.push(subject);
                continue;
            }
            for question in
                ways(it).map(|subject| it.about(&subject)).filter(|question| rest(question, typed).is_some_and(|rest| !rest.is_empty()))
            {
                tries += 1;
                if tries <= TRIES && self.is_answered(it, &question) {
                    found.push(question);
                }
            }
        }
        found.sort();
        found.dedup();
        found
    }

    fn is_answered(&self, askable: &Askable, question: &str) -> bool {
        *self.tried.borrow_mut().entry(question.to_string()).or_insert_with(|| is_answered(&self.knowledge, askable, question))
    }
}

/// How a person may call the subject: by its name, by its last name, by a pronoun.
fn ways(askable: &Askable) -> impl Iterator<Item = String> {
    let last = askable.subject.split_whitespace().last().filter(|last| askable.about_topic && *last != askable.subject);
    let pronouns = PRONOUNS.iter().filter(|_| askable.about_topic && !askable.after.starts_with('\''));
    [Some(askable.subject.as_str()), last]
        .into_iter()
        .flatten()
        .chain(pronouns.copied())
        .map(str::to_string)
        .collect::<Vec<_>>()
        .into_iter()
}

/// What `text` has after `typed`, if it begins so; case does not count.
pub fn rest<'t>(text: &'t str, typed: &str) -> Option<&'t str> {
    let mut left = text.chars();
    let same = |c: char| left.next().is_some_and(|other| c == other || c.to_lowercase().eq(other.to_lowercase()));
    typed.chars().all(same).then_some(left.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn offers() -> Offers {
        let text = "= Ada Merrow =\n\nAda Merrow was born in Paris. In 1960 Ada Merrow founded the Dorn School.\n";
        let document = Document::read("a.txt", text.into(), None).expect("a document");
        Offers::new(Rc::new(Knowledge::of_document(document)))
    }

    #[test]
    fn what_is_typed_goes_on_to_a_question_that_is_answered() {
        let offers = offers();
        let check = |typed: &str, expected: Option<&str>| assert_eq!(offers.hint(typed).as_deref(), expected, "{typed}");
        check("wher", Some("e was Ada Merrow born?"));
        check("Where was merrow b", Some("orn?"));
        check("where was she", Some(" born?"));
        check("Where was Ada Merrow born?", None);
        check("Who knows", None);
    }

    #[test]
    fn a_question_is_completed_stop_by_stop() {
        let offers = offers();
        let check = |typed: &str, expected: &[&str]| assert_eq!(offers.continuations(typed), expected, "{typed}");
        check("where ", &["Where was "]);
        check("Where was ", &["Where was Ada Merrow"]);
        check("Where was Ada Merrow", &["Where was Ada Merrow born?"]);
        check("when did she fo", &["When did she found the Dorn School?"]);
        check("Why ", &[]);
    }

    #[test]
    fn case_does_not_count() {
        let check = |text, typed, expected: Option<&str>| assert_eq!(rest(text, typed), expected);
        check("Élan vital", "él", Some("an vital"));
        check("abc", "abcd", None);
        check("abc", "", Some("abc"));
    }
}
