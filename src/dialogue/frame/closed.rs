//! A frame with its gap closed: by the answer, else by a word that stands for what is not known.

use super::super::line::{Line, is_calling, is_do, join};
use super::{Frame, Gap, Verb, ends_open};
use crate::text::inflect::participle;
use crate::text::wordnet;
use crate::text::{Pos, Tag};

impl Frame {
    /// The frame with its gap closed, so far as an answer can close it.
    pub(super) fn closed(&self, answer: Option<&str>) -> Self {
        let mut closed = self.clone();
        // What was done, if it was, was not "ever" done.
        for words in [&mut closed.between, &mut closed.rest] {
            *words = without_first(words, &["ever", "yet"]);
        }
        match self.gap {
            Gap::Subject => closed.subject = answer.map_or_else(|| self.someone(), |answer| self.counted(answer)),
            Gap::Object if self.is_trade(answer) => {
                let rest = self.rest.strip_prefix("for a living").unwrap_or(&self.rest);
                closed.verb = Some(Verb { form: "work".into(), lemma: "work".into(), tag: Tag::Vb });
                closed.rest = join(["as", answer.unwrap_or_default(), rest]);
            }
            Gap::Object => {
                let what = answer.map_or_else(|| self.something(), |answer| self.counted(answer));
                // "The crowds called her the Flying Cook."
                let calls = self.verb.as_ref().is_some_and(|verb| is_calling(&verb.form.to_lowercase()));
                closed.rest = if calls { join([self.rest.as_str(), &what]) } else { fill(&self.rest, &what) };
            }
            Gap::Predicate => {
                // "Ann Lee's party" is called by the answer, as "the party" is; "Ann Lee" is not.
                let named = self.subject.starts_with(char::is_uppercase) && !self.subject.contains("'s ");
                if let Some(answer) = answer.filter(|_| !named) {
                    closed.rest = join([self.subject.as_str(), &self.rest]);
                    closed.subject = answer.to_string();
                }
            }
            Gap::Nothing | Gap::Adjunct => {}
        }
        closed.gap = Gap::Nothing;
        closed
    }

    /// What was done, of which nobody knows who did it: "the yard was founded" of "who founded the yard?". `None` where it is not so.
    pub(super) fn passive(&self) -> Option<Self> {
        let verb = self.verb.as_ref().filter(|verb| verb.tag == Tag::Vbd && self.auxiliary.is_empty() && self.gap == Gap::Subject)?;
        let line = Line::new(&self.rest);
        let within =
            |i: usize| matches!(line.pos(i), Pos::Det | Pos::Adj | Pos::Num | Pos::Noun | Pos::Propn) || i > 0 && line.lower(i) == "of";
        let head = line.end().checked_sub(1).filter(|&last| (0..=last).all(within) && matches!(line.pos(last), Pos::Noun | Pos::Propn))?;
        let plural = line.tag(head) == Some(Tag::Nns);
        let verb = Verb { form: participle(&verb.lemma), lemma: verb.lemma.clone(), tag: Tag::Vbn };
        let auxiliary = if plural { "were" } else { "was" }.to_string();
        Some(Self { gap: Gap::Nothing, auxiliary, subject: self.rest.clone(), verb: Some(verb), rest: String::new(), ..self.clone() })
    }

    /// Whether it asks what somebody does, and the answer names a trade: "a teacher".
    fn is_trade(&self, answer: Option<&str>) -> bool {
        let does = self.verb.as_ref().is_some_and(|verb| verb.lemma == "do") && self.wh.eq_ignore_ascii_case("what");
        let head =
            answer.and_then(|answer| answer.split(' ').take_while(|word| !matches!(*word, "of" | "at" | "in" | "with" | "for")).last());
        does && is_do(&self.auxiliary) && head.is_some_and(|head| wordnet::is_mainly(&head.to_lowercase(), "person"))
    }

    /// An answer with the noun that it counts: "63" to "how many people" is "63 people".
    fn counted(&self, answer: &str) -> String {
        let number = answer.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
        match answer.rsplit_once("; ") {
            _ if number && !self.noun.is_empty() => format!("{answer} {}", self.noun),
            Some((others, last)) => format!("{} and {last}", others.replace("; ", ", ")),
            None => answer.to_string(),
        }
    }

    /// What stands for an object that is not known: "the programme" of "which programme", "it" of "what".
    fn something(&self) -> String {
        let open = ends_open(&self.rest);
        let does = is_do(self.verb.as_ref().map_or("", |verb| &verb.lemma));
        match (self.noun.as_str(), self.wh.to_lowercase().as_str()) {
            ("", "what") if does && !self.rest.is_empty() => "that".into(),
            ("", _) if does => String::new(),
            ("", "what") if !open => "it".into(),
            ("", _) => String::new(),
            (noun, wh) if wh.contains("how") => noun.into(),
            (noun, _) => format!("the {noun}"),
        }
    }

    fn someone(&self) -> String {
        match self.noun.as_str() {
            "" if self.verb.as_ref().is_some_and(|verb| verb.lemma == "happen") => "it".into(),
            "" if self.wh.to_lowercase().starts_with("who") => "anyone".into(),
            "" if self.wh.to_lowercase().starts_with("how many") => "they".into(),
            "" => "anything".into(),
            noun => noun.to_string(),
        }
    }
}

/// Some words without the one that opens them, where it is one of these.
pub(super) fn without_first(words: &str, these: &[&str]) -> String {
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    if these.contains(&first) { rest.to_string() } else { words.to_string() }
}

/// What follows a verb, with an object put in: behind a preposition that waits for it, else right behind the verb.
fn fill(rest: &str, what: &str) -> String {
    let words: Vec<&str> = rest.split(' ').filter(|w| !w.is_empty()).collect();
    let waits = (0..words.len()).find(|&i| ends_open(words[i]) && words.get(i + 1).is_none_or(|next| ends_open(next)));
    let at = match (waits, words.first()) {
        (Some(place), _) => place + 1,
        // "The mill had to pay 12 crowns."
        (None, Some(&"to")) if words.len() > 1 => 2,
        (None, Some(&("up" | "out" | "down" | "off" | "away" | "back"))) => 1,
        _ => 0,
    };
    join(words[..at].iter().copied().chain([what]).chain(words[at..].iter().copied()))
}
