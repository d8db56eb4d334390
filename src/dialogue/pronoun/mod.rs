//! Pronouns: whom and what "he", "she", "they", "it", "that" stand for.
//!
//! `bound` tells which have their antecedent in their own line, `clue` what else the line tells of it, `event` when one stands for what happened, `several` whom "they" joins.

mod bound;
mod clue;
mod event;
mod several;

use super::line::{Line, is_be};
use super::mention::Kind;
use super::references::{Edit, starts_with_preposition};
use super::resolve::NAMED;
use super::state::Turn;
use super::sure::{CERTAIN, needed_for};
use super::table::{Candidate, Origin, Table};
use super::told;
use crate::facts::mentions::noun_gender;
use crate::knowledge::rules::FollowUpWords;
use crate::text::names::Gender;
use crate::text::wordnet::is_a;
use crate::text::{Pos, Span, Tag};

pub use bound::{is_another, is_bound};
use bound::{is_empty_it, stands_alone};
use clue::{acts_on_somebody, asks_what, is_people};
pub use event::is_short;
use event::{event, happens, has, is_arranged, is_event_of, is_moved, takes_event};
pub use several::several;
use several::{is_several, together};

/// The least salience of whom the last question was about.
const ASKED: i32 = 110;

/// What a pronoun of one gender loses by a common noun of which none is known.
const UNKNOWN: i32 = -30;

/// What it loses by somebody who was just answered: less than he lies above what the document is about, more than above whom the question names.
const ANSWERED: i32 = -10;

/// What "it" loses by an organisation that did what was asked about.
const DOER: i32 = 20;

/// What "it" loses by what a cited sentence mentions in a common noun.
const PASSING: i32 = 15;

/// What it loses by a subject that is known by somebody else: "his boss".
const RELATED: i32 = -2;

/// The least salience of an antecedent: what stands in a cited sentence is meant for two turns, what was asked about for five.
const WEAKEST: i32 = 28;

/// The least salience of a name that "that" stands for: more than that of one that only tells which other thing is meant.
const STRONG: i32 = 75;

/// How many others than the most salient are looked at.
const RIVALS: usize = 4;

/// A pronoun that may stand for something said before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pronoun {
    He,
    She,
    They,
    It,
    /// "that", "this" without a noun.
    That,
}

impl Pronoun {
    /// The pronoun at a place.
    pub fn of(words: &FollowUpWords, line: &Line, i: usize) -> Option<Self> {
        Some(match line.lower(i) {
            "he" | "him" | "his" => Self::He,
            "she" | "her" | "hers" => Self::She,
            "they" | "them" | "their" | "theirs" => Self::They,
            "it" | "its" if !is_empty_it(words, line, i) => Self::It,
            "that" | "this" if stands_alone(line, i) => Self::That,
            "those" | "these" if stands_alone(line, i) => Self::They,
            _ => return None,
        })
    }

    /// The pronoun that opens a span.
    pub fn at(words: &FollowUpWords, line: &Line, span: Span) -> Option<Self> {
        line.reading.words.iter().position(|word| word.span.start == span.start).and_then(|i| Self::of(words, line, i))
    }

    /// Whether a candidate may be meant, and what that does to its salience.
    fn fits(self, candidate: &Candidate) -> Option<i32> {
        let person = (candidate.kind == Kind::Person || candidate.gender.is_some()) && !candidate.plural;
        let gendered = |wanted: Gender| match candidate.gender {
            Some(gender) => (gender == wanted).then_some(0),
            None if candidate.origin == Origin::Answer && candidate.age == 0 && candidate.text.starts_with(char::is_uppercase) => {
                Some(ANSWERED)
            }
            // Whom the last question was about by name is meant next.
            None if candidate.named && candidate.age == 0 && candidate.origin == Origin::Question && candidate.score >= ASKED => Some(0),
            None if candidate.named || candidate.origin == Origin::Answer => Some(-28),
            None if candidate.subject && candidate.text.contains("'s ") => Some(RELATED),
            None => Some(UNKNOWN),
        };
        match self {
            Self::He if person => gendered(Gender::Masculine),
            Self::She if person => gendered(Gender::Feminine),
            Self::They if candidate.score >= NAMED => Some(0),
            Self::They if candidate.kind == Kind::Value => None,
            Self::They if candidate.plural && candidate.kind == Kind::Person => Some(0),
            Self::They if candidate.plural => (candidate.origin != Origin::Cited).then_some(-12),
            Self::They if candidate.kind == Kind::Organisation && candidate.age < 2 && is_prominent(candidate) => {
                // "They sent him there" does not speak of the school he was sent to.
                let agent = candidate.named || candidate.subject || candidate.origin != Origin::Question;
                agent.then_some(if candidate.named { -4 } else { -25 })
            }
            Self::They if candidate.kind == Kind::Thing && candidate.origin == Origin::Title => None,
            Self::They if candidate.kind == Kind::Thing && candidate.named && candidate.age < 2 && is_prominent(candidate) => {
                (candidate.subject || candidate.origin != Origin::Question).then_some(-5)
            }
            Self::That if candidate.origin == Origin::Title => None,
            Self::That if candidate.origin == Origin::Cited && candidate.kind == Kind::Place => None,
            Self::It | Self::That if !candidate.plural && !matches!(candidate.kind, Kind::Person | Kind::Value) => {
                Some(match candidate.kind {
                    Kind::Place => -16,
                    Kind::Organisation => -5,
                    _ => 0,
                })
            }
            _ => None,
        }
    }

    /// What stands for it; none of the `others`, whom and what its line speaks of beside it.
    pub fn edit(self, line: &Line, table: &Table, i: usize, others: &[&str]) -> Option<Edit> {
        let possessive = is_possessive(line, i);
        let best = match self {
            Self::They => self.best(line, table, i, others),
            _ => kin(self, line, table, i).or_else(|| self.best(line, table, i, others)),
        };
        let together = if self == Self::They { together(line, table, best, possessive) } else { None };
        let certain = |c: &Candidate| if is_distant(line, table, c, i) { CERTAIN } else { 0.0 };
        let needed = best.filter(|_| together.is_none()).map_or(0.0, |c| needed_for(table, c).max(certain(c)));
        let best = best.filter(|c| self != Self::They || is_several(table, c));
        let meant = together.map(|text| (text, true, 0)).or_else(|| best.map(|c| (several(c), c.plural, c.score)));
        let made = meant.is_some() && governor(line, i).is_some_and(|g| has(&table.words.making, line, g));
        let may = self == Self::That && !made || self == Self::It && (takes_event(line, table, i) || is_event_of(line, table, i));
        let event = if may && !is_arranged(line, table, i) { event(line, table, i) } else { None };
        // What is true is no thing.
        let told = self == Self::It && table.words.impersonal.iter().any(|word| word == line.lower(i + 1));
        let meant = meant.filter(|_| !told);
        let unnamed = meant.as_ref().is_none_or(|(_, _, score)| *score < NAMED);
        if let Some(edit) = later(line, i).filter(|_| self == Self::That && event.is_some() && unnamed) {
            return Some(edit);
        }
        let asks_what = self == Self::That && asks_what(line, i);
        let title = self == Self::It && self.best(line, table, i, others).is_some_and(|c| c.origin == Origin::Title);
        let happening = table.candidates.iter().find(|c| c.origin == Origin::Cited && c.age == 0 && c.kind == Kind::Event && c.score >= 65);
        let (text, names) = match (meant, event) {
            (Some((text, plural, score)), _) if asks_what && score > 60 => (owned(&text, plural, possessive), true),
            _ if asks_what => return None,
            (Some((text, plural, _)), Some(_)) if title && !takes_event(line, table, i) => (owned(&text, plural, possessive), true),
            (Some((_, _, score)), Some(_)) if self == Self::It && score < 98 && happening.is_some() => (happening?.text.clone(), true),
            (Some((text, plural, score)), None) if score > 0 || plural => (owned(&text, plural, possessive), true),
            (Some((text, plural, score)), Some(_)) if self == Self::It && score >= 98 => (owned(&text, plural, possessive), true),
            (_, Some(event)) => (owned(&event, false, possessive), false),
            _ => return None,
        };
        let contraction = line.lower(i + 1) == "'s" && line.pos(i + 1) != Pos::Part;
        let span = if contraction { line.span(i, i + 2) } else { line.span(i, i + 1) };
        Some(Edit { span, text: if contraction { format!("{text} is") } else { text }, needed, names })
    }

    /// The best candidate. A thing must be one that the document names; one that happens is preferred where something is held or happens.
    fn best<'t>(self, line: &Line, table: &'t Table, i: usize, others: &[&str]) -> Option<&'t Candidate> {
        let thing = matches!(self, Self::It | Self::That);
        let happens = thing && (happens(line, table, i) || is_moved(line, table, i));
        let known = |c: &&Candidate| !starts_with_preposition(&c.text) && (thing && is_just_asked(c) || is_known(table, c));
        // "Its sons" are not those of "the band Ann Lee plays in"; a film is no "they".
        let possessive = is_possessive(line, i);
        let topic = table.candidates.iter().find(|c| c.origin == Origin::Title && c.kind == Kind::Thing);
        // "How did they get the camera up the hills?" says so much of its own that its "they" may be anyone.
        let anyone = self == Self::They && line.lower(i) == "they" && told::says_much(line);
        // "How many of them?" asks about several.
        let part = self == Self::They && i > 1 && line.lower(i - 1) == "of";
        let acts = line.lower(i) == "they" && acts_on_somebody(line, i);
        let people = self == Self::They && (is_people(line, table, i) || asks_what(line, i) && line.lower(0) == "who");
        let after = self == Self::That && i > 0 && matches!(line.lower(i - 1), "after" | "before" | "since" | "until");
        // Nobody speaks "on" that somebody was on it.
        let placed = i > 0 && matches!(line.lower(i - 1), "in" | "on" | "at" | "from" | "into");
        let may = |c: &&Candidate| {
            let timed = !after || c.kind == Kind::Event || c.score >= NAMED;
            let agent = !anyone || c.kind == Kind::Person || c.kind == Kind::Organisation && c.subject || c.score >= NAMED;
            agent
                && timed
                && !(placed && is_clause(c))
                && !(self == Self::That && c.origin == Origin::Question && c.named && c.score < STRONG)
                && (!people || c.kind == Kind::Person || c.kind == Kind::Organisation && !c.named && c.origin == Origin::Question)
                && (!part || c.plural)
                && !(acts && c.plural && matches!(c.kind, Kind::Thing | Kind::Value | Kind::Event))
                && !(c.origin == Origin::Sought && (possessive || !thing))
                && (thing || topic.is_none_or(|topic| topic.text != c.text))
        };
        let lost = self == Self::It && is_off_topic(table);
        let scored = table.candidates.iter().filter(|c| !is_one_of(c, others)).filter(known).filter(may).filter_map(|c| {
            if lost && c.origin == Origin::Title {
                return None;
            }
            let bonus = match c.kind {
                Kind::Event if happens => 45,
                Kind::Event => 0,
                _ if happens && (c.named || matches!(c.kind, Kind::Place | Kind::Organisation)) => -150,
                _ => 0,
            };
            // "Who's that?" asks about a person.
            let who = self == Self::That && line.lower(0) == "who" && asks_what(line, i);
            if who && c.kind == Kind::Person && !c.plural && c.origin != Origin::Title {
                return Some((c.score, c));
            }
            // What was done to something is asked about the same thing again.
            let bare = !c.named && !c.plural && c.origin != Origin::Answer && !is_determined(&c.text);
            let parallel = if self == Self::It && c.subject && i > 1 && c.origin == Origin::Question { -6 } else { 0 };
            // Who did something is hardly "it", but what it was done to.
            let somebody = |last: &Turn| (0..3).any(|k| matches!(last.line.lower(k), "who" | "whom"));
            let doer = thing && c.origin == Origin::Answer && c.age == 0 && table.last().is_some_and(somebody);
            // What a sentence only mentions gives way to what was asked about some turns ago.
            let passing = self == Self::It && c.origin == Origin::Cited && !c.named && c.kind != Kind::Event;
            let score = c.score + self.fits(c)? + bonus + parallel - if doer { DOER } else { 0 } - if passing { PASSING } else { 0 };
            (score >= WEAKEST && !bare).then_some((score, c))
        });
        let best = scored.reduce(|a, b| if b.0 > a.0 { b } else { a }).map(|(_, c)| c)?;
        // What was named for the question at hand has no rival.
        let open = best.score < NAMED;
        Some(self.rival(line, table, best, i, others).filter(|_| open).unwrap_or(best))
    }

    /// Somebody or something else that may be meant, of whom the document tells what the line says, where it tells none of it of the best candidate.
    fn rival<'t>(self, line: &Line, table: &'t Table, best: &Candidate, i: usize, others: &[&str]) -> Option<&'t Candidate> {
        let fits = |c: &&Candidate| {
            (c.origin == Origin::Title || c.named && c.origin != Origin::Cited)
                && c.text != best.text
                && !is_one_of(c, others)
                && self.fits(c).is_some()
        };
        let rivals = || table.candidates.iter().filter(fits).take(RIVALS);
        let topic = table.candidates.iter().find(|c| c.origin == Origin::Title && fits(c));
        // "Is it the oldest tower?" asks about what is a tower.
        let called = || {
            let nouns = table.cast().thing().map_or(&[][..], |topic| &topic.nouns);
            i == 1 && is_be(line.lower(0)) && (2..line.end()).any(|k| nouns.iter().any(|noun| noun == line.lower(k)))
        };
        topic.filter(|_| called()).or_else(|| rivals().find(|rival| told::rather(line, table, rival, best)))
    }
}

/// Whether a candidate is that something was done: "Ann Lee being on the board".
fn is_clause(candidate: &Candidate) -> bool {
    let line = Line::new(&candidate.text);
    candidate.kind == Kind::Event && (1..line.end()).any(|w| line.tag(w) == Some(Tag::Vbg) && line.pos(w) != Pos::Noun)
}

/// Whether the last question had no answer and did not speak of what the document is about: "it" is then hardly that.
fn is_off_topic(table: &Table) -> bool {
    let Some(last) = table.last().filter(|last| last.reply.answer.is_none()) else { return false };
    let Some(topic) = table.cast().thing() else { return false };
    let said = crate::text::fold(&last.line.text).to_string();
    let named = crate::text::fold(topic.name.trim_start_matches("the ")).to_string();
    !said.contains(&named) && !topic.nouns.iter().any(|noun| said.split(|c: char| !c.is_alphanumeric()).any(|word| word == noun))
}

/// Whether a candidate is called as one of some phrases, whatever article they have.
fn is_one_of(candidate: &Candidate, phrases: &[&str]) -> bool {
    fn bare(text: &str) -> &str {
        text.strip_prefix("the ").unwrap_or(text)
    }
    phrases.iter().any(|phrase| bare(phrase) == bare(&candidate.text))
}

/// "After that" as "afterwards", where it does not matter after what: the words of what happened would only lead back to where it is told. How long after it
/// something was needs them.
fn later(line: &Line, i: usize) -> Option<Edit> {
    let measured = (0..i).any(|k| line.lower(k) == "how" && matches!(line.lower(k + 1), "long" | "many" | "much" | "soon"));
    let before = i.checked_sub(1).filter(|_| !measured && i + 1 == line.end())?;
    let text = match line.lower(before) {
        "after" => "afterwards",
        "before" => "before",
        _ => return None,
    };
    Some(Edit::new(line.span(before, i + 1), text.to_string()))
}

/// The one whose relative was asked about, where a further relative is: "her father" after "Ann Lee's mother" is Ann Lee's.
fn kin<'t>(pronoun: Pronoun, line: &Line, table: &'t Table, i: usize) -> Option<&'t Candidate> {
    let relative = |noun: &str| is_a(noun, "relative") || noun_gender(noun).is_some();
    let asked = is_possessive(line, i) && line.reading.words.get(i + 1).is_some_and(|word| relative(&word.lemma));
    let owners = table.candidates.iter().filter(|c| asked && c.origin == Origin::Question && c.age < 2);
    let owner = owners.filter_map(|c| c.text.rsplit_once("'s ")).find(|(_, noun)| relative(noun))?.0;
    let name = table.cast().find(&crate::text::fold(owner)).map_or(owner, |member| &member.name);
    table.candidates.iter().find(|c| (c.text == owner || c.text == name) && pronoun.fits(c).is_some())
}

/// Whether somebody's relative is asked about who is known as somebody's relative himself, and the document has no such words: "Ann Lee's father's mother".
fn is_distant(line: &Line, table: &Table, candidate: &Candidate, i: usize) -> bool {
    let Some((_, first)) = candidate.text.rsplit_once("'s ").filter(|(_, noun)| is_possessive(line, i) && table.is_kin(noun)) else {
        return false;
    };
    let Some(second) = line.reading.words.get(i + 1).filter(|word| table.is_kin(&word.lemma)) else { return false };
    let words = format!("{first}'s {}", second.lemma);
    !table.known.annotations.iter().any(|annotation| annotation.text.contains(&words))
}

/// Whether a phrase opens with an article or a possessor.
pub fn is_determined(text: &str) -> bool {
    text.contains("'s ")
        || text.contains("s' ")
        || ["the ", "The ", "a ", "an ", "his ", "her ", "its ", "their ", "this ", "that ", "another "]
            .iter()
            .any(|word| text.starts_with(word))
}

/// Whether a candidate is what the last question was about: "it" may be that though the document has no such word.
fn is_just_asked(candidate: &Candidate) -> bool {
    candidate.origin == Origin::Question && candidate.age == 0 && candidate.subject && is_determined(&candidate.text)
}

/// Whether the document has the candidate's words.
fn is_known(table: &Table, candidate: &Candidate) -> bool {
    let head = candidate.text.rsplit(' ').next().unwrap_or_default();
    let head = crate::text::fold(head);
    candidate.kind == Kind::Person || table.known.vocabulary.has(&head) || table.known.index.term(&crate::text::term::term(&head)).is_some()
}

/// Whether a group is near enough to be "they": not just named in passing by a sentence.
fn is_prominent(candidate: &Candidate) -> bool {
    candidate.origin != Origin::Cited || candidate.named && candidate.subject && candidate.age == 0
}

/// A name in the form that its place wants; what was said of "a tower" is asked of "the tower".
fn owned(text: &str, plural: bool, possessive: bool) -> String {
    let known = text.strip_prefix("a ").or(text.strip_prefix("an ")).map(|rest| format!("the {rest}"));
    let text = known.as_deref().unwrap_or(text);
    // What "Ann Lee and his wife" own is called by one of them.
    let couple = || [" and his ", " and her "].iter().find_map(|and| text.split_once(and)).map(|(one, _)| one);
    match possessive {
        true if couple().is_some() => format!("{}'s", couple().unwrap_or(text)),
        true if plural && text.ends_with('s') => format!("{text}'"),
        true => format!("{text}'s"),
        false => text.to_string(),
    }
}

/// Verbs that have somebody who receives between them and what is given.
const GIVING: [&str; 13] = ["award", "deny", "give", "grant", "lend", "offer", "owe", "pay", "promise", "sell", "send", "show", "teach"];

fn is_possessive(line: &Line, i: usize) -> bool {
    // "What was her first job?", whatever the tagger says; but "did he send her flowers?".
    let owns = || {
        let thing = matches!(line.pos(i + 1), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num);
        let given = i > 0 && line.pos(i - 1) == Pos::Verb && !matches!(line.lower(0), "what" | "which");
        line.lower(i) == "her" && thing && !given
    };
    // "Who taught her chess?" asks who taught it to her; "who taught her brother?" does not.
    let receives = || {
        let gives = i > 0 && GIVING.contains(&line.reading.words[i - 1].lemma.as_str());
        let noun = line.reading.words.get(i + 1).filter(|word| word.pos == Pos::Noun);
        line.lower(i) == "her" && gives && noun.is_some_and(|noun| !is_a(&noun.lemma, "person") && noun_gender(&noun.lemma).is_none())
    };
    let tagged = line.tag(i) == Some(Tag::PrpPossessive) && !receives();
    tagged || matches!(line.lower(i), "his" | "hers" | "their" | "theirs" | "its") || owns()
}

fn governor(line: &Line, i: usize) -> Option<usize> {
    line.reading.words.get(i).and_then(|word| word.head)
}
