//! The clause of a question: its auxiliary, its subject, its verb and what follows, read off the words, since trees of questions are often wrong.

use super::super::line::{Line, is_auxiliary, is_be, is_do};
use super::{Frame, Gap, Verb};
use crate::text::wordnet::{self, base_form};
use crate::text::{Pos, Tag};

/// What follows the auxiliary.
pub struct Clause {
    pub auxiliary: String,
    pub negated: bool,
    pub subject: String,
    pub between: String,
    pub verb: Option<Verb>,
    pub rest: String,
}

impl Clause {
    /// Reads the clause whose finite verb is word `at`.
    pub fn of(line: &Line, at: usize, end: usize) -> Option<Self> {
        let mut clause = Self {
            auxiliary: String::new(),
            negated: false,
            subject: String::new(),
            between: String::new(),
            verb: None,
            rest: String::new(),
        };
        if !is_auxiliary(line.lower(at)) || at + 1 == end && is_do(line.lower(at)) {
            clause.verb = Some(verb(line, at));
            clause.rest = line.part(at + 1, end).to_string();
            return Some(clause);
        }
        clause.auxiliary = spelled(line.lower(at)).to_string();
        let mut from = at + 1;
        if matches!(line.lower(from), "not" | "n't") {
            clause.negated = true;
            from += 1;
        }
        if matches!(line.lower(at), "has" | "have" | "had") && !(from..end).any(|i| matches!(line.tag(i), Some(Tag::Vbn | Tag::Vbd))) {
            (clause.verb, clause.auxiliary) = (Some(verb(line, at)), String::new());
            clause.rest = line.part(from, end).to_string();
            return Some(clause);
        }
        let main = main_verb(line, at, from, end);
        if is_do(line.lower(at)) && main.is_none() && !clause.negated {
            (clause.verb, clause.auxiliary) = (Some(verb(line, at)), String::new());
            clause.rest = line.part(from, end).to_string();
            return Some(clause);
        }
        let mut subject = subject_end(line, from, main.unwrap_or(end), is_do(line.lower(at)) && main.is_some());
        let beside = |i: usize| line.pos(i) == Pos::Adv || matches!(line.lower(i), "not" | "n't");
        while subject > from && beside(subject - 1) && main.is_some() {
            subject -= 1;
        }
        clause.subject = line.part(from, subject).to_string();
        let mut after = subject;
        if matches!(line.lower(after), "not" | "n't") {
            clause.negated = true;
            after += 1;
        }
        if line.lower(at) == "'d" && main.is_some_and(|main| verb(line, main).tag == Tag::Vbn) {
            clause.auxiliary = "had".to_string();
        }
        match main {
            Some(main) => {
                clause.between = line.part(after, main).to_string();
                clause.verb = Some(verb(line, main));
                clause.rest = line.part(main + 1, end).to_string();
            }
            None => clause.rest = line.part(after, end).to_string(),
        }
        Some(clause)
    }

    /// The frame of a question that has this clause.
    pub fn into_frame(self, before: String, wh: String, gap: Gap, noun: String) -> Frame {
        let Self { auxiliary, negated, subject, between, verb, rest } = self;
        Frame { before, wh, gap, noun, auxiliary, negated, subject, between, verb, rest }
    }
}

fn verb(line: &Line, at: usize) -> Verb {
    let form = line.part(at, at + 1).to_string();
    let tag = line.tag(at).unwrap_or(Tag::Vb);
    // A bare form is its own lemma, even where it is the past of another verb too: "did she found"; "directed" is no bare form.
    let base = base_form(line.lower(at), wordnet::Pos::Verb);
    let tag = if tag == Tag::Vb && form.ends_with("ed") && base.is_some_and(|base| base != form) { Tag::Vbn } else { tag };
    let base = base.filter(|_| tag != Tag::Vb);
    Verb { form, lemma: base.unwrap_or(line.lower(at)).to_string(), tag }
}

/// The full form of a contraction.
fn spelled(auxiliary: &str) -> &str {
    match auxiliary {
        "'s" => "is",
        "'re" => "are",
        "'d" => "would",
        "'ll" | "wo" => "will",
        "ca" => "can",
        other => other,
    }
}

/// The full verb after an auxiliary; `None` in "was she the mayor".
fn main_verb(line: &Line, at: usize, from: usize, end: usize) -> Option<usize> {
    let tagged = |tags: &'static [Tag]| {
        (from..end)
            .find(|&i| line.tag(i).is_some_and(|t| tags.contains(&t)) && !line.is_capital(i) && !is_adjective(line, from, i))
            .filter(|&v| !is_clause_before(line, from, v))
    };
    if is_do(line.lower(at)) {
        return tagged(&[Tag::Vb, Tag::Vbp]).or_else(|| mistagged(line, from, end));
    }
    if is_be(line.lower(at)) {
        let last = |&v: &usize| v + 1 == end;
        return tagged(&[Tag::Vbn, Tag::Vbg])
            .or_else(|| tagged(&[Tag::Vbd]).filter(last))
            .filter(|&v| line.lower(v) != "being" || v + 1 < end)
            .map(|v| if line.lower(v) == "being" { v + 1 } else { v });
    }
    match line.lower(at) {
        "has" | "have" | "had" | "'d" => tagged(&[Tag::Vbn, Tag::Vb]).or_else(|| tagged(&[Tag::Vbd])),
        _ => tagged(&[Tag::Vb]).filter(|&v| line.lower(v) != "be"),
    }
}

/// Whether a participle stands between an article and its noun: "the agreed price".
fn is_adjective(line: &Line, from: usize, verb: usize) -> bool {
    verb > from && line.pos(verb - 1) == Pos::Det && line.pos(verb + 1) == Pos::Noun && line.tag(verb) == Some(Tag::Vbn)
}

/// A verb that was taken for a noun: the last of the words before it that are nouns, or the first that may be a verb.
fn mistagged(line: &Line, from: usize, end: usize) -> Option<usize> {
    let may = |i: &usize| !line.is_capital(*i) && base_form(line.lower(*i), wordnet::Pos::Verb).is_some_and(|base| base == line.lower(*i));
    let nouns = (from..end).take_while(|&i| matches!(line.pos(i), Pos::Noun | Pos::Propn | Pos::Pron | Pos::Det | Pos::Adj | Pos::Part));
    nouns.filter(|&i| i > from).filter(may).last().or_else(|| (from + 1..end).find(may))
}

/// Whether a subordinate clause begins between the subject and a verb, so that the verb is not the main one.
fn is_clause_before(line: &Line, from: usize, verb: usize) -> bool {
    (from + 1..verb).any(|i| matches!(line.lower(i), "when" | "before" | "after" | "because" | "if" | "while" | "who" | "which" | "to"))
}

/// One past the last word of the subject, which begins at `from`.
fn subject_end(line: &Line, from: usize, end: usize, whole: bool) -> usize {
    if whole {
        return end;
    }
    if line.lower(from) == "there" {
        return from + 1;
    }
    let mut i = from;
    while i < end {
        let part_of = match line.pos(i) {
            Pos::Noun | Pos::Propn | Pos::Det | Pos::Num => true,
            Pos::Pron => i == from || matches!(line.lower(i - 1), "of" | "and"),
            Pos::Adj => {
                i + 1 < end && matches!(line.pos(i + 1), Pos::Noun | Pos::Propn | Pos::Adj) || i > from && line.lower(i - 1) == "the"
            }
            Pos::Adv => i > from && i + 1 < end && line.pos(i + 1) == Pos::Adj,
            Pos::Part => line.lower(i) == "'s" || line.lower(i) == "'",
            Pos::Adp => line.lower(i) == "of" && i > from,
            Pos::Cconj => {
                i > from && (matches!(line.pos(i + 1), Pos::Noun | Pos::Propn | Pos::Det) || line.tag(i + 1) == Some(Tag::PrpPossessive))
            }
            _ => false,
        };
        let is_last_pronoun = line.pos(i) == Pos::Pron && line.tag(i) == Some(Tag::Prp);
        let new_phrase = i > from && line.pos(i) == Pos::Det && !matches!(line.lower(i - 1), "of" | "and");
        if !part_of || new_phrase {
            break;
        }
        i += 1;
        if is_last_pronoun {
            break;
        }
    }
    i
}
