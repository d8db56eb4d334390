//! What a turn brings to the table: who and what its question, its answer and the cited sentences speak of.

use super::cue::plain;
use super::frame::{Frame, Gap};
use super::line::{Line, is_be, join};
use super::mention::{Kind, Mention, Role, kind, mention_at, mentions, name_kind};
use super::state::Turn;
use super::table::{Candidate, Origin};
use crate::facts::mentions::{Cast, noun_gender};
use crate::knowledge::{Knowledge, Known};
use crate::text::fold::fold;
use crate::text::names::Gender;
use crate::text::wordnet::{self, base_form};
use crate::text::{Pos, Relation, Span, Tag};

/// What a phrase within another gains by being asked about: less than that loses by being a place.
const NESTED: i32 = -8;
/// What each turn costs somebody who is only spoken of as "he", "she", "it".
const FADE: i32 = 8;
/// What it costs to be a part of what was spoken of, or one of several: more than the highest salience lies above the title's.
const PART: i32 = 30;

/// What it gains to be asked about further without being named: more than an answer lies above the subject of its question.
const GOES_ON: i32 = 4;

/// The salience of somebody named in a sentence that was shown though it did not answer.
const SHOWN: i32 = 60;

/// What a turn brings to the table.
#[derive(Debug, Clone)]
pub struct Brought {
    /// The frame of its question.
    pub frame: Option<Frame>,
    /// Who and what it speaks of, with the salience that each has in the turn after.
    pub candidates: Vec<Candidate>,
}

impl Brought {
    /// Gathers it from the question, the answer and the cited sentences.
    pub fn of(knowledge: &Knowledge, turn: &Turn) -> Self {
        let frame = Frame::of(&turn.line);
        let (mut cited, mut told) = (Vec::new(), Vec::new());
        for (known, sentence) in turn.cited(knowledge).take(2) {
            let annotation = &known.annotations[sentence];
            let line = Line::of(annotation.text.clone(), annotation.reading.clone());
            let root = line.reading.root();
            let referents = known.cast.referents(sentence);
            cited.extend(mentions(&line, &known.cast, referents).into_iter().filter(|m| !is_adjective(m)).map(|m| {
                // Who does something in passing only is not what the sentence is about, and who owns something only tells what is meant.
                let passing = m.role == Role::Subject && !m.named && line.reading.words[m.head].head != root;
                match (passing, is_owner(&line, &m)) {
                    (true, _) => Mention { role: Role::Other, ..m },
                    (_, true) => Mention { role: Role::Within, ..m },
                    _ => m,
                }
            }));
            told.extend(referents.iter().map(|referent| referent.name.trim_end_matches("'s")));
        }
        let shown = if turn.reply.answer.is_none() { turn.near(knowledge).next() } else { None };
        let known = turn.cited(knowledge).next().or(shown).map(|(known, _)| known).or(knowledge.sources.first());
        let cast = known.map(|known| &known.cast);
        let mut candidates = cast.map_or_else(Vec::new, |cast| asked(turn, frame.as_ref(), cast, &told));
        candidates.extend(unknown(turn, frame.as_ref()));
        if let Some(cast) = cast {
            let told = |t: &str| matches!(t, "DESC:reason" | "DESC:manner" | "DESC:desc");
            let items = turn.items().filter(|_| !turn.reply.answer_type.as_deref().is_some_and(told));
            let defines = frame.as_ref().is_some_and(|frame| frame.gap == Gap::Predicate && is_name(&frame.subject, cast));
            // Who somebody is ("the banker"), and their trade, is no second person.
            let trade = turn.reply.answer_type.as_deref() == Some("HUM:title");
            let another = |item: &&str| !(defines || trade) || item.starts_with(char::is_uppercase);
            let items = items.filter(another).map(|item| answered(item, turn, cast, &cited));
            candidates.extend(items.map(|c| if defines { Candidate { score: c.score - PART, ..c } } else { c }));
        }
        let part = |m: &Mention| m.kind != Kind::Person && m.text.contains("'s ");
        let score =
            |m: &Mention| 60 + if m.role == Role::Subject { 5 } else { 0 } - if part(m) || m.role == Role::Within { PART } else { 0 };
        candidates.extend(cited.iter().map(|m| Candidate::of(m, Origin::Cited, score(m))));
        candidates.extend(shown.and_then(|(known, sentence)| shown_only(known, sentence, &turn.line)));
        Self { frame, candidates }
    }
}

/// Whether a subject is a name: of the document, or in capitals ("the Ledger of Promises").
fn is_name(subject: &str, cast: &Cast) -> bool {
    let bare = subject.strip_prefix("the ").unwrap_or(subject);
    let capital = |word: &str| word.starts_with(char::is_uppercase) && !word.ends_with("'s") || matches!(word, "of" | "the" | "and");
    [subject, bare].iter().any(|name| cast.find(&fold(name)).is_some()) || bare.split(' ').all(capital)
}

/// Whether a phrase only tells whose something is: "Ann Lee" of "Ann Lee's grandson".
fn is_owner(line: &Line, m: &Mention) -> bool {
    matches!(line.lower(m.words.end), "'s" | "'")
}

/// The one person, beside those of the question, of whom a sentence speaks that was shown though it did not answer; of several nobody knows who is meant.
fn shown_only(known: &Known, sentence: usize, question: &Line) -> Option<Candidate> {
    let annotation = &known.annotations[sentence];
    let line = Line::of(annotation.text.clone(), annotation.reading.clone());
    let asked = mentions(question, &known.cast, &[]);
    let mut persons = mentions(&line, &known.cast, known.cast.referents(sentence));
    persons.retain(|m| m.named && m.kind == Kind::Person && !is_owner(&line, m) && !asked.iter().any(|other| other.text == m.text));
    persons.dedup_by(|b, a| a.text == b.text);
    let [one] = &persons[..] else { return None };
    Some(Candidate { doubtful: true, ..Candidate::of(one, Origin::Cited, SHOWN) })
}

/// Who and what the question speaks of; `told`: of whom the sentences that answer speak. What was taken over from before fades, unless the sentence that answers speaks of it; where nothing was
/// answered it falls, as doubtful, behind what the document is about, and so does one person known by another only ("her father").
fn asked(turn: &Turn, frame: Option<&Frame>, cast: &Cast, told: &[&str]) -> Vec<Candidate> {
    let mut asked = mentions(&turn.line, cast, &[]);
    asked.retain(|m| !is_adjective(m) && !m.text.starts_with("n't "));
    asked.retain(|m| !frame.is_some_and(|frame| runs_into_verb(frame, m)));
    asked.extend(frame.and_then(|frame| subject(&turn.line, frame, &asked)));
    asked.extend(frame.and_then(|frame| whole_subject(&turn.line, frame)));
    asked.iter_mut().for_each(|m| complete(&turn.line, frame, m));
    asked.iter_mut().filter(|m| is_amount(&turn.line, m)).for_each(|m| m.text.insert_str(0, "the "));
    asked.retain_mut(|m| has_owner(frame, m));
    let spoken = frame.and_then(|frame| spoken_gender(turn, &frame.subject));
    let of = |m: &Mention| {
        let role = match m.role {
            _ if frame.is_some_and(|frame| frame.subject == m.text) => 10,
            Role::Subject => 10,
            Role::Object => 7,
            // "Which two parties merged?" is about the parties.
            Role::Asked if m.plural && frame.is_some_and(|frame| frame.gap == Gap::Subject) => 8,
            Role::Asked => 2,
            Role::Within => -PART,
            Role::Other if is_nested(&turn.line, m) => NESTED,
            // "Ann Lee's mother's trade" is about the mother.
            Role::Other if m.kind == Kind::Person && m.text.contains("'s ") => 7,
            Role::Other => 6,
        };
        let carried = turn.carried.iter().find(|(name, _)| *name == m.text).map_or(0, |(_, turns)| *turns);
        let chain = if told.contains(&m.text.as_str()) { 0 } else { carried };
        let introduces = frame.is_some_and(|frame| frame.gap == Gap::Predicate && frame.subject.ends_with(&m.text));
        let relative = m.kind == Kind::Person && m.text.contains("'s ");
        // Of whom it is asked who that is, is somebody, though the document does not tell so.
        let itself = frame.is_some_and(|frame| !frame.subject.contains(" of "));
        let who = introduces && itself && m.named && m.kind == Kind::Thing && turn.line.lower(0) == "who";
        // "Its lamp" is not what "it" means next, but what has the lamp, unless the lamp is what the question is about, or somebody has it.
        let owner = |whole: &str| turn.carried.iter().any(|(name, _)| name == whole) || frame.is_some_and(|frame| frame.subject == whole);
        let somebody = |whole: &str| cast.find(&fold(whole)).is_some_and(|member| name_kind(member.kind) == Kind::Person);
        let defined = frame.is_some_and(|frame| frame.gap == Gap::Predicate && frame.subject == m.text);
        let rival = |whole: &str| owner(whole) && !somebody(whole) && !defined;
        let part = !matches!(m.kind, Kind::Person | Kind::Event) && m.text.rsplit_once("'s ").is_some_and(|(whole, _)| rival(whole));
        // "What is it made from?": who asks where something belongs goes on about it, not about that.
        let goes_on = frame.is_some_and(|frame| chain > 0 && frame.subject == m.text && frame.is_about_subject());
        // Of whom or what it told who or what that is, the answer is spoken of next.
        let told_who = introduces
            && m.kind == Kind::Person
            && turn.reply.answer_type.as_deref().is_some_and(|t| t == "HUM:ind")
            && turn.phrase().is_some_and(|phrase| phrase.starts_with(char::is_uppercase));
        let fade = match (part, goes_on && m.kind != Kind::Person) {
            (true, _) => PART,
            (false, true) => -GOES_ON,
            (false, false) => FADE * chain as i32,
        };
        let gender = spoken.filter(|_| m.kind == Kind::Person && frame.is_some_and(|frame| frame.subject == m.text));
        let topic = cast.thing().filter(|topic| line_calls(&turn.line, m, &topic.nouns));
        let text = topic.map_or_else(|| m.text.clone(), |topic| topic.name.clone());
        Candidate {
            text,
            named: m.named || topic.is_some(),
            chain,
            doubtful: turn.reply.answer.is_none() && (chain > 0 || relative && !introduces && !m.plural),
            gender: m.gender.or(gender),
            kind: if who { Kind::Person } else { m.kind },
            ..Candidate::of(m, Origin::Question, 100 + role - fade - if told_who { PART } else { 0 })
        }
    };
    asked.iter().map(of).collect()
}

/// The gender of whom the question is about, as "he" or "she" tells it that stood for them: "the governor, what did he do?". `None` where nothing stood so.
fn spoken_gender(turn: &Turn, subject: &str) -> Option<Gender> {
    let said = plain(&turn.reply.question);
    let meant = said.contains(&plain(subject)) || turn.carried.iter().any(|(name, _)| name == subject);
    let stood = |pronoun: &str| {
        let open = turn.line.lower.iter().any(|word| word == pronoun);
        !open && said.split(' ').any(|word| word == pronoun)
    };
    match (stood("he"), stood("she")) {
        (true, false) if meant => Some(Gender::Masculine),
        (false, true) if meant => Some(Gender::Feminine),
        _ => None,
    }
}

/// Whether a question asks how much there is of something, which may be spoken of next: "how much capital did they have?".
fn is_amount(line: &Line, m: &Mention) -> bool {
    let much = m.words.start.checked_sub(1).is_some_and(|before| line.lower(before) == "much");
    m.role == Role::Asked && much && !m.named && !m.plural && m.kind != Kind::Value
}

/// Whether a phrase hangs on a noun before it: "Skarvik" of "the march to Skarvik".
fn is_nested(line: &Line, m: &Mention) -> bool {
    let noun = line.reading.words[m.head].head.filter(|&head| head < m.words.start && line.pos(head) == Pos::Noun);
    noun.is_some() && m.kind != Kind::Person && line.is(m.head, Relation::Nmod)
}

/// Whether a people or an order only tells what kind of thing is meant: "the Jesuit school".
fn is_adjective(m: &Mention) -> bool {
    m.role == Role::Within && m.plural
}

/// Adds its head to a phrase that the tagger ended too soon, as it took the head for a verb: "the radio show" behind "when did she join".
fn complete(line: &Line, frame: Option<&Frame>, m: &mut Mention) {
    let last = m.words.end;
    let whole = join([m.text.as_str(), line.lower(last)]);
    let object = frame.is_some_and(|frame| frame.verb.is_some() && frame.rest == whole) && line.tag(last) == Some(Tag::Vb) && !m.named;
    if object && base_form(line.lower(last), wordnet::Pos::Noun).is_some_and(|base| base == line.lower(last)) {
        m.text = whole;
        m.words.end = last + 1;
    }
}

/// Whether a phrase holds subject and verb, which the tree takes for one: "the new party win".
fn runs_into_verb(frame: &Frame, m: &Mention) -> bool {
    let verb = frame.verb.as_ref().and_then(|verb| m.text.strip_prefix(&frame.subject)?.trim_start().strip_prefix(&verb.form));
    !frame.subject.is_empty() && verb.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Calls what a pronoun of the question owns by its owner: "its height" of "the tower" that the question is about. False where there is none.
fn has_owner(frame: Option<&Frame>, m: &mut Mention) -> bool {
    let owned = ["its ", "his ", "her ", "their "].iter().find_map(|word| m.text.strip_prefix(word));
    let couple = m.text.contains(" and his ") || m.text.contains(" and her ");
    let Some(noun) = owned else {
        return couple || !["its", "his", "her", "their"].iter().any(|word| m.text.split(' ').any(|w| w == *word));
    };
    // Whose sons "their sons" are is not known, but they may be spoken of.
    if m.text.starts_with("their ") && m.kind == Kind::Person {
        return true;
    }
    let owner =
        frame.map(|frame| frame.subject.as_str()).filter(|subject| !subject.is_empty() && *subject != m.text && !is_pronoun(subject));
    // What "Ann Lee and her husband" own is called by one of them, and so is her husband.
    let owner = owner.map(|owner| [" and his ", " and her "].iter().find_map(|and| owner.split_once(and)).map_or(owner, |(one, _)| one));
    let named = owner.map(|owner| format!("{owner}'s {noun}"));
    let found = named.is_some();
    m.text = named.unwrap_or_default();
    found
}

fn is_pronoun(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "he" | "she" | "it" | "they" | "that" | "this" | "there" | "anyone" | "anything" | "who" | "what"
    )
}

/// Whether a phrase is "the party" where the document is about one.
fn line_calls(line: &Line, m: &Mention, nouns: &[String]) -> bool {
    m.words.len() == 2 && matches!(line.lower(m.words.start), "the" | "this") && nouns.iter().any(|noun| noun == line.lower(m.head))
}

/// The most words of what a question says of something that it asks for.
const DESCRIPTION: usize = 6;

/// What a question without an answer asks for, by what it says of it: "the group Ann Lee joined".
fn unknown(turn: &Turn, frame: Option<&Frame>) -> Option<Candidate> {
    let frame = frame.filter(|frame| turn.reply.answer.is_none() && frame.gap == Gap::Object && !frame.noun.is_empty())?;
    let quantity = frame.wh.split(' ').any(|word| matches!(word.to_lowercase().as_str(), "how" | "much" | "many"));
    let noun = frame.noun.rsplit(' ').next()?;
    let kind = kind(noun, Pos::Noun);
    let clause = frame.clause();
    let plural = base_form(&noun.to_lowercase(), wordnet::Pos::Noun).is_some_and(|base| base != noun);
    let short = clause.split(' ').count() <= DESCRIPTION && !clause.contains("'s ");
    let fits = short && !quantity && !plural && !matches!(kind, Kind::Value | Kind::Person);
    fits.then(|| Candidate::new(format!("the {} {clause}", frame.noun), kind, Origin::Sought, 99))
}

/// An item of the answer. Of several, none is "he" or "it" at once; a name that was asked for is no new thing.
fn answered(item: &str, turn: &Turn, cast: &Cast, cited: &[Mention]) -> Candidate {
    let known_as = cast.find(&fold(item));
    let same = |m: &&Mention| m.text == item || known_as.is_some_and(|member| has_head(&m.text, &member.name));
    let alike = |m: &&Mention| has_head(item, &m.text) || has_head(&m.text, item);
    let number = turn.reply.answer_type.as_deref().is_some_and(|t| t.starts_with("NUM"));
    let seen = cited.iter().filter(|_| !number).find(same).or_else(|| cited.iter().filter(|_| !number).find(alike));
    let score =
        100 + if turn.asks_circumstance() { 1 } else { 12 } - if turn.items().nth(1).is_some() || turn.asks_name() { PART } else { 0 };
    let own =
        seen.map_or_else(|| typed(item, turn, score), |m| Candidate { text: item.to_string(), ..Candidate::of(m, Origin::Answer, score) });
    let kind = match turn.reply.answer_type.as_deref().unwrap_or_default() {
        t if t.starts_with("HUM:ind") && own.kind == Kind::Thing => Kind::Person,
        t if t.starts_with("NUM") => Kind::Value,
        t if t.starts_with("LOC") && turn.line.lower(0) == "where" => Kind::Place,
        _ => own.kind,
    };
    let gender = own.gender.or_else(|| asked_gender(turn)).filter(|_| kind == Kind::Person);
    let own = Candidate { kind, gender, ..own };
    let called = seen.filter(|m| known_as.is_some_and(|member| has_head(&m.text, &member.name)));
    let name = called.map(|m| &m.text).or(known_as.map(|member| &member.name)).cloned().unwrap_or(own.text.clone());
    let whose = ["her ", "his ", "its ", "their "].iter().find_map(|word| item.strip_prefix(word));
    let whose = whose.and_then(|noun| cited.iter().find(|m| m.text.ends_with(&format!("'s {noun}"))));
    whose.map_or(Candidate { text: name, ..own }, |m| Candidate::of(m, Origin::Answer, score))
}

/// The gender that a question tells of its answer: "who was her father?".
fn asked_gender(turn: &Turn) -> Option<Gender> {
    let last = turn.line.end().checked_sub(1).filter(|_| turn.line.lower(0) == "who" && is_be(turn.line.lower(1)))?;
    noun_gender(&turn.line.reading.words[last].lemma)
}

/// Whether a phrase ends in the words of another, and these are not behind a preposition: "chief engineer" in "engineer", not "lords of the sea" in "the sea".
fn has_head(text: &str, words: &str) -> bool {
    let before = text.strip_suffix(words).filter(|before| before.is_empty() || before.ends_with(' '));
    before.is_some_and(|before| {
        !before.split(' ').any(|word| matches!(word, "of" | "for" | "in" | "at" | "on" | "from" | "with" | "to" | "by"))
    })
}

/// The subject of a question, where the tree did not find it.
fn subject(line: &Line, frame: &Frame, found: &[Mention]) -> Option<Mention> {
    let at = line.text.find(&frame.subject).filter(|_| !frame.subject.is_empty())?;
    let words = line.reading.within(Span::new(at, at + frame.subject.len()));
    let known = found.iter().any(|m| m.words.end == words.end && m.words.start >= words.start);
    if known { None } else { mention_at(line, words, Role::Subject) }
}

/// A subject that is more than its noun: two together ("Ann Lee and her brother"), or what somebody did ("the members striking").
fn whole_subject(line: &Line, frame: &Frame) -> Option<Mention> {
    let at = line.text.find(&frame.subject).filter(|_| !frame.subject.is_empty())?;
    let words = line.reading.within(Span::new(at, at + frame.subject.len()));
    let (pair, event) = (frame.subject.contains(" and "), words.clone().skip(1).any(|i| line.tag(i) == Some(Tag::Vbg)));
    let whole = mention_at(line, words, Role::Subject).filter(|_| pair || event)?;
    let kind = if event { Kind::Event } else { whole.kind };
    Some(Mention { plural: pair && !event, gender: None, kind, ..whole })
}

/// An answer of which nothing but its type is known.
fn typed(item: &str, turn: &Turn, score: i32) -> Candidate {
    let kind = match turn.reply.answer_type.as_deref().unwrap_or_default() {
        t if t.starts_with("HUM:gr") => Kind::Organisation,
        t if t.starts_with("HUM") => Kind::Person,
        t if t.starts_with("LOC") => Kind::Place,
        t if t.starts_with("NUM") => Kind::Value,
        t if t.starts_with("ENTY:event") => Kind::Event,
        _ => Kind::Thing,
    };
    Candidate::new(item.to_string(), kind, Origin::Answer, score)
}
