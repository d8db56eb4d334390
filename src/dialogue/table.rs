//! The table: who and what a conversation has brought up, each with its salience.
//!
//! A reduced form of salience ranking (Lappin & Leass 1994) over turns: what was answered and who the question was about before what merely stands
//! in a cited sentence, near before far. Whom or what the document is about always sits at the table.

use std::cmp::Reverse;
use std::sync::Arc;

use super::frame::Frame;
use super::mention::{Kind, Mention, Role, kind, name_kind};
use super::state::Turn;
use crate::facts::mentions::{Cast, Topic};
use crate::knowledge::rules::{Act, FollowUpWords, Kin};
use crate::knowledge::{Knowledge, Known};
use crate::text::Pos;
use crate::text::names::Gender;
use crate::text::wordnet::is_a;

/// How many turns back an antecedent may stand.
const REACH: usize = 6;
/// What a turn that lies between costs.
const DISTANCE: i32 = 20;
/// The salience of whom the document is about.
const TITLE: i32 = 93;
/// The salience of what the document is about, where it is no person: less than that of what a question was about a turn ago.
const THING: i32 = 88;

/// Where a candidate comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The short answer, or an item of it.
    Answer,
    /// What a question asked for that had no answer.
    Sought,
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
    /// For how many turns in a row it was only taken over, never named.
    pub chain: usize,
    /// Whether the document had no answer when it was taken over, so that it may not have been meant.
    pub doubtful: bool,
    /// Its salience; higher is nearer.
    pub score: i32,
}

/// What a follow-up can lean on.
pub struct Table<'a> {
    /// The document that was cited last, else the first.
    pub known: &'a Known,
    /// The words that tell how a follow-up leans.
    pub words: &'a FollowUpWords,
    /// Words for relatives.
    pub kin: &'a [Kin],
    /// The least confidence of an answer, 0 to 1.
    pub threshold: f64,
    /// The turns, oldest first.
    pub turns: &'a [Arc<Turn>],
    /// The frame of the last question.
    pub frame: Option<&'a Frame>,
    /// Who and what may be meant, the most salient first.
    pub candidates: Vec<Candidate>,
}

impl<'a> Table<'a> {
    /// Lays the table from the turns so far.
    pub fn new(knowledge: &'a Knowledge, turns: &'a [Arc<Turn>]) -> Option<Self> {
        let cited = turns.last().and_then(|turn| turn.cited(knowledge).next().map(|(known, _)| known));
        let known = cited.or(knowledge.sources.first())?;
        let mut candidates: Vec<Candidate> = Vec::new();
        for (age, turn) in turns.iter().rev().take(REACH).enumerate() {
            let brought = turn.brought(knowledge).candidates.iter().filter(|c| age == 0 || !is_carried_on(turns, age, &c.text));
            let older: Vec<Candidate> = brought.map(|c| Candidate { age, score: c.score - DISTANCE * age as i32, ..c.clone() }).collect();
            candidates.extend(older);
        }
        if let Some(title) = protagonist(&known.cast) {
            let rivals = candidates
                .iter_mut()
                .filter(|c| c.doubtful && (c.chain > 0 || c.gender.is_none()) && (c.kind == Kind::Person) == (title.kind == Kind::Person));
            rivals.for_each(|c| c.score = c.score.min(title.score - 1));
            candidates.push(title);
        }
        candidates.sort_by_key(|c| Reverse(c.score));
        let frame = turns.last().and_then(|turn| turn.brought(knowledge).frame.as_ref());
        let rules = &knowledge.rules;
        Some(Self {
            known,
            words: &rules.moves.words,
            kin: &rules.wording.kin,
            threshold: rules.ranking.threshold,
            turns,
            frame,
            candidates,
        })
    }

    /// The last turn.
    pub fn last(&self) -> Option<&'a Turn> {
        self.turns.last().map(|turn| &**turn)
    }

    /// Whether a noun is a word for somebody's relative: "kid", "uncle".
    pub fn is_kin(&self, noun: &str) -> bool {
        self.kin.iter().any(|kin| kin.words.iter().any(|word| word == noun)) || is_a(noun, "relative")
    }

    /// Whether a noun is a word for a kind of relative, or for a narrower one: "dad" for a parent.
    pub fn is_kin_of(&self, noun: &str, kind: &str) -> bool {
        let is = |kin: &&Kin| kin.kind == kind || kin.of.as_deref() == Some(kind);
        self.kin.iter().filter(is).any(|kin| kin.words.has(noun))
    }

    /// The names of the document.
    pub fn cast(&self) -> &'a Cast {
        &self.known.cast
    }

    /// The last answer, if it is a phrase that can stand in a question.
    pub fn answer(&self) -> Option<&'a str> {
        // "Says who?" leaves the question as it was answered before.
        let asks_source = |turn: &&Arc<Turn>| turn.reply.intent.as_deref() == Some(Act::Source.as_str());
        self.turns.iter().rev().find(|turn| !asks_source(turn)).and_then(|turn| turn.phrase())
    }

    /// What a question takes over from before without naming it: each with the number of turns in a row that did so.
    pub fn carried(&self, said: &str, understood: &str) -> Vec<(String, usize)> {
        let last = |c: &Candidate| said.contains(c.text.rsplit(' ').next().unwrap_or_default());
        let over = |c: &&Candidate| understood.contains(&c.text) && !last(c);
        let mut carried: Vec<(String, usize)> = self.candidates.iter().filter(over).map(|c| (c.text.clone(), c.chain + 1)).collect();
        carried.sort();
        carried.dedup_by(|b, a| a.0 == b.0);
        carried
    }
}

/// Whether a turn after the one at `age` took something over: what is said of it last counts, not how it came up.
fn is_carried_on(turns: &[Arc<Turn>], age: usize, text: &str) -> bool {
    turns.iter().rev().take(age).any(|turn| turn.carried.iter().any(|(name, _)| name == text))
}

/// Whom or what the document is about.
fn protagonist(cast: &Cast) -> Option<Candidate> {
    let person = || cast.protagonist().map(|member| (&member.name, Kind::Person, member.gender, false));
    let called = |topic: &Topic| topic.nouns.first().map_or(Kind::Thing, |noun| kind(noun, Pos::Noun));
    let thing = || cast.thing().map(|topic| (&topic.name, topic.kind.map_or_else(|| called(topic), name_kind), None, topic.plural));
    let (name, kind, gender, plural) = person().or_else(thing)?;
    let score = if kind == Kind::Person { TITLE } else { THING };
    Some(Candidate { gender, plural, named: true, subject: true, ..Candidate::new(name.clone(), kind, Origin::Title, score) })
}

impl Candidate {
    /// Something of the last turn of which no more is known than how it is called and what it is.
    pub fn new(text: String, kind: Kind, origin: Origin, score: i32) -> Self {
        let (gender, plural, named, subject) = (None, false, false, false);
        Self { text, kind, gender, plural, named, subject, origin, age: 0, chain: 0, doubtful: false, score }
    }

    /// Whom or what a mention of the last turn speaks of.
    pub fn of(m: &Mention, origin: Origin, score: i32) -> Self {
        let subject = m.role == Role::Subject;
        Self { gender: m.gender, plural: m.plural, named: m.named, subject, ..Self::new(m.text.clone(), m.kind, origin, score) }
    }

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
            Origin::Question | Origin::Sought => "question",
            Origin::Cited => "cited sentence",
            Origin::Title => {
                let what = if self.kind == Kind::Person { "whom" } else { "what" };
                return format!("{}: {kind}{gender}, {what} the document is about", self.text);
            }
        };
        let age = match self.age {
            0 => "in the last".to_string(),
            1 => "a turn ago in the".to_string(),
            n => format!("{n} turns ago in the"),
        };
        format!("{}: {kind}{gender}, {age} {place}", self.text)
    }
}
