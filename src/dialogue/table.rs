//! The table: who and what a conversation has brought up, each with its salience.
//!
//! A reduced form of salience ranking (Lappin & Leass 1994) over turns: what was answered and who the question was about before what merely stands
//! in a cited sentence, near before far. The document's protagonist always sits at the table.

use super::frame::Frame;
use super::line::Line;
use super::mention::{Kind, Mention, Role, mention_at, mentions};
use super::state::Turn;
use crate::facts::mentions::Cast;
use crate::knowledge::{Knowledge, Known};
use crate::text::Span;
use crate::text::fold::fold;
use crate::text::names::Gender;

/// How many turns back an antecedent may stand.
const REACH: usize = 6;

/// Where a candidate comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The short answer, or an item of it.
    Answer,
    /// A question.
    Question,
    /// A cited sentence.
    Cited,
    /// The document's title.
    Title,
}

/// Somebody or something that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// How it is called.
    pub text: String,
    /// What it is.
    pub kind: Kind,
    /// A person's gender, where the document tells it.
    pub gender: Option<Gender>,
    /// Whether there are several.
    pub plural: bool,
    /// Whether it is a name.
    pub named: bool,
    /// Whether it is the subject of its clause.
    pub subject: bool,
    /// Where it was brought up.
    pub origin: Origin,
    /// How many turns ago: 0 for the last.
    pub age: usize,
    /// Its salience; higher is nearer.
    pub score: i32,
}

/// What a follow-up can lean on.
pub struct Table<'a> {
    /// The document that was cited last, else the first.
    pub known: &'a Known,
    /// The turns, oldest first.
    pub turns: &'a [std::sync::Arc<Turn>],
    /// The frame of the last question.
    pub frame: Option<Frame>,
    /// Who and what may be meant, the most salient first.
    pub candidates: Vec<Candidate>,
}

impl<'a> Table<'a> {
    /// Lays the table from the turns so far.
    pub fn new(knowledge: &'a Knowledge, turns: &'a [std::sync::Arc<Turn>]) -> Option<Self> {
        let cited = turns.last().and_then(|turn| turn.cited(knowledge).next().map(|(known, _)| known));
        let known = cited.or(knowledge.sources.first())?;
        let mut candidates = Vec::new();
        for (age, turn) in turns.iter().rev().take(REACH).enumerate() {
            add_turn(&mut candidates, knowledge, known, turn, age);
        }
        if let Some(member) = known.cast.protagonist() {
            let (text, gender) = (member.name.clone(), member.gender);
            candidates.push(Candidate {
                text,
                kind: Kind::Person,
                gender,
                plural: false,
                named: true,
                subject: true,
                origin: Origin::Title,
                age: 0,
                score: 85,
            });
        }
        candidates.sort_by_key(|c| std::cmp::Reverse(c.score));
        Some(Self { known, turns, frame: turns.last().and_then(|turn| Frame::of(&turn.line)), candidates })
    }

    /// The last turn.
    pub fn last(&self) -> Option<&'a Turn> {
        self.turns.last().map(|turn| &**turn)
    }

    /// The names of the document.
    pub fn cast(&self) -> &'a Cast {
        &self.known.cast
    }

    /// The last answer, if it is a phrase that can stand in a question.
    pub fn answer(&self) -> Option<&'a str> {
        self.last().and_then(Turn::phrase)
    }
}

fn add_turn(candidates: &mut Vec<Candidate>, knowledge: &Knowledge, known: &Known, turn: &Turn, age: usize) {
    let distance = 20 * age as i32;
    let mut asked = mentions(&turn.line, &known.cast, &[]);
    asked.extend(subject(&turn.line, &asked));
    let candidate = |m: &Mention, origin, score| Candidate {
        text: m.text.clone(),
        kind: m.kind,
        gender: m.gender,
        plural: m.plural,
        named: m.named,
        subject: m.role == Role::Subject,
        origin,
        age,
        score,
    };
    for mention in &asked {
        let role = match mention.role {
            Role::Subject => 10,
            Role::Object => 7,
            Role::Asked => 2,
            Role::Other => 6,
        };
        candidates.push(candidate(mention, Origin::Question, 100 - distance + role));
    }
    let mut cited = Vec::new();
    for (known, sentence) in turn.cited(knowledge).take(2) {
        let annotation = &known.annotations[sentence];
        let line = Line::of(annotation.text.clone(), annotation.reading.clone());
        cited.extend(mentions(&line, &known.cast, known.cast.referents(sentence)));
    }
    for item in turn.items() {
        let known_as = known.cast.find(&fold(item));
        let same = |m: &&Mention| m.text == item || known_as.is_some_and(|member| ends_with(&m.text, &member.name));
        let alike = |m: &&Mention| ends_with(item, &m.text) || ends_with(&m.text, item);
        let seen = cited.iter().find(same).or_else(|| cited.iter().find(alike));
        let score = 100 - distance + if turn.asks_circumstance() { 1 } else { 12 };
        let own = seen
            .map_or_else(|| typed(item, turn, age, score), |m| Candidate { text: item.to_string(), ..candidate(m, Origin::Answer, score) });
        let called = seen.filter(|m| known_as.is_some_and(|member| ends_with(&m.text, &member.name)));
        let name = called.map(|m| &m.text).or(known_as.map(|member| &member.name)).cloned().unwrap_or(own.text.clone());
        candidates.push(Candidate { text: name, ..own });
    }
    let near = 60 - distance;
    candidates.extend(cited.iter().map(|m| candidate(m, Origin::Cited, near + if m.role == Role::Subject { 5 } else { 0 })));
}

/// Whether a text ends in the words of another.
fn ends_with(text: &str, words: &str) -> bool {
    text.strip_suffix(words).is_some_and(|before| before.is_empty() || before.ends_with(' '))
}

/// The subject of a question, where the tree did not find it.
fn subject(line: &Line, found: &[Mention]) -> Option<Mention> {
    let frame = Frame::of(line)?;
    let at = line.text.find(&frame.subject).filter(|_| !frame.subject.is_empty())?;
    let words = line.reading.within(Span::new(at, at + frame.subject.len()));
    let known = found.iter().any(|m| m.words.end == words.end && m.words.start >= words.start);
    if known { None } else { mention_at(line, words, Role::Subject) }
}

/// An answer of which nothing but its type is known.
fn typed(item: &str, turn: &Turn, age: usize, score: i32) -> Candidate {
    let kind = match turn.reply.answer_type.as_deref().unwrap_or_default() {
        t if t.starts_with("HUM:gr") => Kind::Organisation,
        t if t.starts_with("HUM") => Kind::Person,
        t if t.starts_with("LOC") => Kind::Place,
        t if t.starts_with("NUM") => Kind::Value,
        t if t.starts_with("ENTY:event") => Kind::Event,
        _ => Kind::Thing,
    };
    Candidate {
        text: item.to_string(),
        kind,
        gender: None,
        plural: false,
        named: false,
        subject: false,
        origin: Origin::Answer,
        age,
        score,
    }
}

impl Candidate {
    /// For a person to read: "Ann Lee: person, she, in the last answer".
    pub fn story(&self) -> String {
        let kind = match self.kind {
            Kind::Person if self.plural => "persons",
            Kind::Person => "person",
            Kind::Place => "place",
            Kind::Organisation => "organisation",
            Kind::Event => "event",
            Kind::Value => "time or number",
            Kind::Thing => "thing",
        };
        let gender = match self.gender {
            Some(Gender::Masculine) => ", he",
            Some(Gender::Feminine) => ", she",
            None => "",
        };
        let place = match self.origin {
            Origin::Answer => "answer",
            Origin::Question => "question",
            Origin::Cited => "cited sentence",
            Origin::Title => return format!("{}: {kind}{gender}, whom the document is about", self.text),
        };
        let age = match self.age {
            0 => "in the last".to_string(),
            1 => "a turn ago in the".to_string(),
            n => format!("{n} turns ago in the"),
        };
        format!("{}: {kind}{gender}, {age} {place}", self.text)
    }
}
