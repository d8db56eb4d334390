//! The frame of a question: what it asks for and the clause around it, so that the clause can be asked about anew, stated, or named as an event.
//!
//! `clause` reads the clause off the words, `closed` puts the answer in its place.

mod clause;
mod closed;

use super::line::{Line, capital, is_auxiliary, is_be, is_do, is_wh, join};
use crate::text::inflect::{gerund, past, third};
use crate::text::wordnet;
use crate::text::{Pos, Tag};

use clause::Clause;
use closed::without_first;

/// What of its clause a question leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Nothing: it asks yes or no.
    Nothing,
    /// The subject.
    Subject,
    /// An object, or what a preposition is left for.
    Object,
    /// When, where, why, how.
    Adjunct,
    /// What the subject is: "who was the mayor?".
    Predicate,
}

/// A question, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// What stands before the question: "in 1920".
    pub before: String,
    /// The words that ask: "in which year", "how many people"; empty in a yes/no question.
    pub wh: String,
    /// What the asking words leave open.
    pub gap: Gap,
    /// The noun of the asking words and what stands before it: "people".
    pub noun: String,
    /// The auxiliary or the form of "be"; empty where the verb stands alone.
    pub auxiliary: String,
    /// Whether it is negated.
    pub negated: bool,
    /// The subject; empty where it is asked for.
    pub subject: String,
    /// What stands between subject and verb: "officially".
    pub between: String,
    /// The full verb; `None` in "who is she?".
    pub verb: Option<Verb>,
    /// What follows the verb.
    pub rest: String,
}

/// A full verb in a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verb {
    /// As written.
    pub form: String,
    /// Its lemma.
    pub lemma: String,
    /// Its form.
    pub tag: Tag,
}

impl Frame {
    /// Takes a question apart; `None` where it is no plain question.
    pub fn of(line: &Line) -> Option<Self> {
        let end = line.end();
        let asks = (0..end.min(12)).find(|&i| is_wh(line.lower(i)) && !is_subordinate(line, i));
        let Some(wh) = asks else { return Self::yes_or_no(line, end) };
        let start = if wh > 0 && matches!(line.pos(wh - 1), Pos::Adp | Pos::Sconj) { wh - 1 } else { wh };
        let participle = || (wh + 2..end).find(|&i| line.tag(i) == Some(Tag::Vbn));
        // "Which strikes did she lead" has a noun where a tagger may see a verb.
        let noun = |i: usize| {
            i == wh + 1 && matches!(line.lower(wh), "which" | "what") && is_auxiliary(line.lower(i + 1)) && !is_auxiliary(line.lower(i))
        };
        // "How many of those present voted" has an adjective there.
        let adjective = |i: usize| line.tag(i) == Some(Tag::Vbp) && line.tag(i + 1) == Some(Tag::Vbd);
        let verb = (wh + 1..end).find(|&i| is_finite(line, i) && !noun(i) && !adjective(i)).or_else(participle)?;
        let clause = Clause::of(line, verb, end)?;
        let head = line.lower(wh);
        let next = line.lower(wh + 1);
        let noun = if noun(wh + 1) { line.part(wh + 1, verb).to_string() } else { noun_after(line, wh + 1, verb) };
        let circumstance = matches!(head, "when" | "where" | "why")
            || head == "how" && !matches!(next, "many" | "much")
            || start < wh
            || wordnet::is_a(noun.rsplit(' ').next().unwrap_or_default(), "period") && !matches!(next, "many" | "much");
        let gap = match &clause {
            Clause { subject, .. } if subject.is_empty() => Gap::Subject,
            Clause { verb: None, rest, .. } if !circumstance && !ends_open(rest) => Gap::Predicate,
            _ if circumstance => Gap::Adjunct,
            _ => Gap::Object,
        };
        let before = line.part(0, start).trim_end_matches([',', ' ']).to_string();
        Some(clause.into_frame(before, line.part(start, verb).to_string(), gap, noun))
    }

    fn yes_or_no(line: &Line, end: usize) -> Option<Self> {
        let Some(first) = (0..end.min(3)).find(|&i| is_auxiliary(line.lower(i))) else { return Self::any(line, end) };
        let clause = Clause::of(line, first, end).filter(|clause| !clause.subject.is_empty())?;
        Some(clause.into_frame(line.part(0, first).to_string(), String::new(), Gap::Nothing, String::new()))
    }

    /// "Anyone on her side?", which leaves out its "is".
    fn any(line: &Line, end: usize) -> Option<Self> {
        let subject = Some(line.lower(0)).filter(|word| matches!(*word, "anyone" | "anybody" | "anything"))?.to_string();
        let rest = Some(line.part(1, end).to_string()).filter(|rest| !rest.is_empty())?;
        let clause = Clause { auxiliary: "is".into(), negated: false, subject, between: String::new(), verb: None, rest };
        Some(clause.into_frame(String::new(), String::new(), Gap::Nothing, String::new()))
    }

    /// The same clause, asked for something else: `wh` takes the place of the words that ask, the answer goes where the gap was.
    pub fn ask(&self, wh: &str, answer: Option<&str>) -> String {
        let closed = self.passive().filter(|_| answer.is_none()).unwrap_or_else(|| self.closed(answer));
        let (auxiliary, verb) = closed.support();
        let not = if closed.negated { "not" } else { "" };
        let question = join([capital(wh).as_str(), &auxiliary, &closed.subject, not, &closed.between, &verb, &closed.rest, &closed.before]);
        format!("{}?", capital(&question))
    }

    /// Who or what does it: the subject is asked for.
    pub fn ask_subject(&self, wh: &str) -> String {
        let (auxiliary, verb) = match &self.verb {
            Some(verb) if is_do(&self.auxiliary) && !self.negated => (String::new(), self.finite(verb)),
            Some(verb) => (self.auxiliary.clone(), verb.form.clone()),
            None => (self.auxiliary.clone(), String::new()),
        };
        let not = if self.negated { "not" } else { "" };
        format!("{}?", capital(&join([wh, &auxiliary, not, &self.between, &verb, &self.rest, &self.before])))
    }

    /// The clause as a statement, the answer in its place: "Ann Lee founded the yard".
    pub fn statement(&self, answer: Option<&str>) -> String {
        let closed = self.passive().filter(|_| answer.is_none()).unwrap_or_else(|| self.closed(answer));
        let not = if closed.negated { "not" } else { "" };
        let (auxiliary, verb) = match &closed.verb {
            Some(verb) if (is_do(&closed.auxiliary) || closed.auxiliary.is_empty()) && !closed.negated => {
                (String::new(), closed.finite(verb))
            }
            Some(verb) if closed.auxiliary.is_empty() => ("did".into(), verb.lemma.to_string()),
            Some(verb) => (closed.auxiliary.clone(), verb.form.clone()),
            None => (closed.auxiliary.clone(), String::new()),
        };
        join([&closed.subject, &auxiliary, not, &closed.between, &verb, &closed.rest, &closed.before])
    }

    /// The clause without what it asks for, as it follows a noun: "Ann Lee joined" of "which group did Ann Lee join?".
    pub fn clause(&self) -> String {
        Frame { gap: Gap::Nothing, ..self.clone() }.statement(None)
    }

    /// Whether it asks where its subject belongs: "which river is it on?", "what is it made from?".
    pub fn is_about_subject(&self) -> bool {
        self.gap == Gap::Object && is_be(&self.auxiliary) && ends_open(&self.rest)
    }

    /// Whether it counts who does something, and tells nothing of them: "how many turned up?".
    pub fn is_bare_count(&self) -> bool {
        self.gap == Gap::Subject && self.noun.is_empty() && self.wh.to_lowercase().starts_with("how many")
    }

    /// The clause as a noun phrase: "Ann Lee founding the yard".
    pub fn event(&self, answer: Option<&str>) -> String {
        let mut closed = self.closed(answer);
        for words in [&mut closed.between, &mut closed.rest] {
            *words = without_first(words, &["actually", "already", "also", "really", "still"]);
        }
        let not = if closed.negated { "not" } else { "" };
        let verb = match &closed.verb {
            None => "being".to_string(),
            Some(verb) if is_be(&closed.auxiliary) && verb.tag == Tag::Vbg => verb.form.clone(),
            Some(verb) if is_be(&closed.auxiliary) && closed.between.starts_with("being") => verb.form.clone(),
            Some(verb) if is_be(&closed.auxiliary) => format!("being {}", verb.form),
            Some(verb) if matches!(closed.auxiliary.as_str(), "has" | "have" | "had") => format!("having {}", verb.form),
            Some(verb) => gerund(&verb.lemma),
        };
        join([&closed.subject, not, &closed.between, &verb, &closed.rest, &closed.before])
    }

    /// Auxiliary and verb of a question: "did" and "join" of "joined".
    fn support(&self) -> (String, String) {
        match &self.verb {
            Some(verb) if self.auxiliary.is_empty() => {
                let support = match verb.tag {
                    Tag::Vbz => "does",
                    Tag::Vbp => "do",
                    _ => "did",
                };
                (support.into(), verb.lemma.to_string())
            }
            Some(verb) => (self.auxiliary.clone(), verb.form.clone()),
            None => (self.auxiliary.clone(), String::new()),
        }
    }

    /// The verb of a statement.
    fn finite(&self, verb: &Verb) -> String {
        match self.auxiliary.as_str() {
            "did" => past(&verb.lemma),
            "does" => third(&verb.lemma),
            "do" => verb.lemma.to_string(),
            _ => verb.form.clone(),
        }
    }
}

/// The noun phrase after a question word, quantity words left out: "people" of "how many people".
fn noun_after(line: &Line, from: usize, end: usize) -> String {
    let start = (from..end).find(|&i| {
        !matches!(line.lower(i), "many" | "much" | "else" | "one" | "other" | "others")
            && matches!(line.pos(i), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num)
    });
    start
        .filter(|&s| (s..end).any(|i| matches!(line.pos(i), Pos::Noun | Pos::Propn)))
        .map_or_else(String::new, |start| line.part(start, end).to_string())
}

/// Whether a question word opens a subordinate clause: "he was 20 when …". At the beginning it never does.
fn is_subordinate(line: &Line, i: usize) -> bool {
    let before = (0..i).any(|k| matches!(line.pos(k), Pos::Verb | Pos::Aux));
    before && !matches!(line.lower(i - 1), "," | ":")
}

/// Whether a word is a finite verb or auxiliary. A bare form right after "how many …" may be one too.
fn is_finite(line: &Line, i: usize) -> bool {
    let owns = line.pos(i) == Pos::Part;
    is_auxiliary(line.lower(i)) && !owns || matches!(line.tag(i), Some(Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md))
}

/// Whether words end in a preposition that waits for its noun.
fn ends_open(rest: &str) -> bool {
    const PREPOSITIONS: [&str; 10] = ["on", "in", "at", "for", "with", "from", "to", "about", "against", "of"];
    rest.split(' ').next_back().is_some_and(|last| PREPOSITIONS.contains(&last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_asked_about_anew() {
        let check = |question: &str, answer: Option<&str>, wh: &str, expected: &str| {
            let frame = Frame::of(&Line::new(question));
            assert_eq!(frame.map(|f| f.ask(wh, answer)).as_deref(), Some(expected), "{question}");
        };
        check("When was she born?", Some("1931"), "where", "Where was she born?");
        check("Who founded the yard?", Some("Tove Arnhild"), "when", "When did Tove Arnhild found the yard?");
        check("Who founded the yard?", None, "when", "When was the yard founded?");
        check("How many people drowned?", Some("63"), "why", "Why did 63 people drown?");
        check("Did the presenters like the song?", Some("yes"), "why", "Why did the presenters like the song?");
        check("What did she build in 1920?", Some("a boat"), "why", "Why did she build a boat in 1920?");
        check("Why didn't the Board agree?", None, "when", "When did the Board not agree?");
        check("What was she fighting against in 1920?", None, "where", "Where was she fighting against it in 1920?");
        check("Who was the mayor of Skarvik?", Some("Ann Lee"), "when", "When was Ann Lee the mayor of Skarvik?");
        check("Who is Ann Lee?", Some("a teacher"), "where", "Where is Ann Lee?");
        check("Did she ever live in Skarvik?", Some("yes"), "when", "When did she live in Skarvik?");
        check("What was the agreed price?", None, "when", "When was the agreed price?");
        check("What did she do before the war?", None, "where", "Where did she do that before the war?");
    }

    #[test]
    fn a_clause_is_stated_and_named() {
        let check = |question: &str, answer: Option<&str>, statement: &str, event: &str| {
            let frame = Frame::of(&Line::new(question)).expect(question);
            assert_eq!((frame.statement(answer).as_str(), frame.event(answer).as_str()), (statement, event), "{question}");
        };
        check("Why did Ann Lee leave the town?", None, "Ann Lee left the town", "Ann Lee leaving the town");
        check("When was the tower built?", None, "the tower was built", "the tower being built");
        check("Which yard did she found?", Some("the Arnhild yard"), "she founded the Arnhild yard", "she founding the Arnhild yard");
        check("What did they call her?", Some("the Cook"), "they called her the Cook", "they calling her the Cook");
        check("Was Ann Lee ever on the board?", None, "Ann Lee was on the board", "Ann Lee being on the board");
        check("Did the town also lower the rent?", None, "the town also lowered the rent", "the town lowering the rent");
        check("Who conducted the opera?", Some("Mirela Otsen"), "Mirela Otsen conducted the opera", "Mirela Otsen conducting the opera");
    }
}
