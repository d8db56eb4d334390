//! Mentions: the names and noun phrases of a line, with what is known of each: kind, gender, number, role.

use std::ops::Range;

use super::line::{Line, is_wh, uncapital};
use crate::facts::mentions::{Cast, Referent, noun_gender};
use crate::text::fold::fold;
use crate::text::names::{Gender, NameKind, gazetteer};
use crate::text::wordnet::{is_a, is_mainly};
use crate::text::{Number, Pos, Relation, Tag};

/// What a phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One or several persons.
    Person,
    /// A place.
    Place,
    /// An organisation, a group.
    Organisation,
    /// Something that happens.
    Event,
    /// A stretch of time, a number.
    Value,
    /// Anything else.
    Thing,
}

/// What a phrase does in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Its subject.
    Subject,
    /// Its object.
    Object,
    /// What is asked for: "people" of "how many people".
    Asked,
    /// None: it only tells which other thing is meant, as "harbour" and "the fire" in "the harbour school" and "the report on the fire".
    Within,
    /// Anything else.
    Other,
}

/// A phrase of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its words.
    pub words: Range<usize>,
    /// Its head.
    pub head: usize,
    /// How it is to be called elsewhere: names in full, possessive pronouns filled in.
    pub text: String,
    /// What it stands for.
    pub kind: Kind,
    /// A person's gender, where known.
    pub gender: Option<Gender>,
    /// Whether there are several.
    pub plural: bool,
    /// Whether it is a name.
    pub named: bool,
    /// What it does in its clause.
    pub role: Role,
}

/// The names and noun phrases of a line, in order; pronouns are none. `referents` tells whom pronouns of the line stand for.
pub fn mentions(line: &Line, cast: &Cast, referents: &[Referent]) -> Vec<Mention> {
    let mut found = names(line, cast);
    for phrase in line.reading.noun_phrases() {
        let head = phrase.head;
        let (Some(&first), Some(&last)) = (phrase.base.first(), phrase.base.last()) else { continue };
        // "The Lady" of "the Lady Annis" is no phrase of its own.
        let titles = |m: &Mention| head + 1 == m.words.start && line.is_capital(head);
        let within_name = found.iter().any(|m| m.named && (m.words.contains(&head) || titles(m)));
        let idle = matches!(line.reading.words[head].lemma.as_str(), "end" | "way" | "fact" | "case" | "rest" | "lot" | "name");
        if within_name || idle || !matches!(line.pos(head), Pos::Noun | Pos::Propn) || is_wh(line.lower(head)) {
            continue;
        }
        let first = (first..head).find(|&i| !matches!(line.pos(i), Pos::Aux | Pos::Verb | Pos::Adp)).unwrap_or(head);
        let words = with_of(line, head, first..last + 1);
        let end = (words.start..words.end).rev().find(|&i| !matches!(line.pos(i), Pos::Adp | Pos::Punct)).map_or(words.end, |i| i + 1);
        let start = words.clone().find(|&i| !matches!(line.pos(i), Pos::Adp | Pos::Punct)).unwrap_or(words.start);
        let words = start..end;
        let first = if is_wh(line.lower(words.start)) { asked_start(line, &words) } else { words.start };
        // Those of "did any patients die?" are "the patients" to the next question.
        let whole = matches!(line.lower(first), "any" | "some") && first < head;
        let (kind, plural) =
            (kind(&line.reading.words[head].lemma, line.pos(head)), line.reading.words[head].morph.number == Some(Number::Plur));
        found.push(Mention {
            text: written(line, if whole { first + 1 } else { first }..words.end, referents),
            role: if first > words.start { Role::Asked } else { role(line, head) },
            words: first..words.end,
            head,
            kind,
            gender: if kind == Kind::Person { noun_gender(&line.reading.words[head].lemma) } else { None },
            plural,
            named: line.pos(head) == Pos::Propn,
        });
    }
    found.iter_mut().filter(|m| m.named && m.kind == Kind::Thing).for_each(|m| name_in_full(m, cast, referents));
    let phrases: Vec<Range<usize>> = found.iter().filter(|m| !m.named).map(|m| m.words.clone()).collect();
    let tells_which = |m: &Mention| {
        m.named
            && phrases.iter().any(|words| {
                words.start <= m.words.start
                    && m.words.end < words.end
                    && line.lower(m.words.end) != "'s"
                    && line.lower(m.words.end) != "'"
                    && !of_follows(line, words, m)
            })
    };
    found.iter_mut().filter(|m| tells_which(m)).for_each(|m| m.role = Role::Within);
    found.sort_by_key(|m| (m.words.start, m.words.end));
    found
}

/// Whether a name in a phrase stands behind an "of": "the mayor of Skarvik harbour".
fn of_follows(line: &Line, words: &Range<usize>, m: &Mention) -> bool {
    (words.start..m.words.start).any(|i| line.lower(i) == "of")
}

/// Calls a short name that only its sentence explains ("Lunde" of two of that name) as whom it stands for.
fn name_in_full(mention: &mut Mention, cast: &Cast, referents: &[Referent]) {
    let meant = referents.iter().find(|r| r.first >= mention.words.start && r.end == mention.words.end);
    let member = meant.and_then(|referent| cast.find(&fold(&referent.name)));
    let Some(member) = member.filter(|member| !mention.text.ends_with(&member.name)) else { return };
    mention.text = member.name.clone();
    mention.kind = name_kind(member.kind);
    mention.gender = member.gender;
}

/// The phrase that stands at some words, whatever the tree says of them; its head is the last noun before an "of".
pub fn mention_at(line: &Line, words: Range<usize>, role: Role) -> Option<Mention> {
    let of = words.clone().find(|&i| line.lower(i) == "of").unwrap_or(words.end);
    let head = (words.start..of).rev().find(|&i| matches!(line.pos(i), Pos::Noun | Pos::Propn))?;
    let word = &line.reading.words[head];
    let kind = kind(&word.lemma, word.pos);
    Some(Mention {
        text: line.part(words.start, words.end).to_string(),
        gender: if kind == Kind::Person { noun_gender(&word.lemma) } else { None },
        plural: word.morph.number == Some(Number::Plur),
        named: word.pos == Pos::Propn,
        words,
        head,
        kind,
        role,
    })
}

/// The names that the document has too.
fn names(line: &Line, cast: &Cast) -> Vec<Mention> {
    let (mut found, mut i) = (Vec::new(), 0);
    // Who writes all in small letters writes names so, too; of these only whole ones are told from other words.
    let small = !line.text.contains(char::is_uppercase);
    while i < line.len() {
        let longest = (small || starts_name(line, i)).then(|| longest_name(line, cast, i)).flatten();
        match longest.filter(|mention| !small || mention.words.len() > 1) {
            Some(mention) => {
                i = mention.words.end;
                found.push(mention);
            }
            None => i += 1,
        }
    }
    found
}

fn starts_name(line: &Line, i: usize) -> bool {
    let first = line.reading.words[i].span.of(&line.text).chars().next();
    first.is_some_and(char::is_uppercase) && !matches!(line.pos(i), Pos::Aux | Pos::Adp) && !is_wh(line.lower(i))
}

fn longest_name(line: &Line, cast: &Cast, start: usize) -> Option<Mention> {
    if !cast.has_beginning(&fold(line.part(start, start + 1))) {
        return None;
    }
    let most = (line.len() - start).min(7);
    (1..=most).rev().find_map(|n| {
        let member = cast.find(&fold(line.part(start, start + n)))?;
        let inside = start..start + n;
        let head = inside.clone().find(|&w| !line.reading.words[w].head.is_some_and(|h| inside.contains(&h))).unwrap_or(start);
        let title = start.checked_sub(1).filter(|&b| gazetteer::title(line.part(b, start)).is_some()).unwrap_or(start);
        let the = title.checked_sub(1).filter(|&b| line.lower(b) == "the");
        let own = member.name.to_lowercase().starts_with("the ");
        // "The Lady Annis" is a ship; "the Queen" is a person.
        let ship = the.is_some() && start + n - title > 1 && member.kind == NameKind::Person;
        let name = if ship { line.part(title, start + n) } else { &member.name };
        let article = the.filter(|_| !own).map(|b| if b == 0 { "the" } else { line.part(b, b + 1) });
        Some(Mention {
            head,
            words: the.filter(|_| own).unwrap_or(start)..start + n,
            text: article.map_or_else(|| name.to_string(), |article| format!("{article} {name}")),
            kind: if ship { Kind::Thing } else { name_kind(member.kind) },
            gender: member.gender.filter(|_| !ship),
            plural: member.kind == NameKind::Group,
            named: true,
            role: role(line, head),
        })
    })
}

/// The words with an "of" phrase that follows them: "the mayor of Skarvik".
fn with_of(line: &Line, head: usize, words: Range<usize>) -> Range<usize> {
    let of = line.reading.children(head).find(|&c| {
        let plain = !(words.end + 1..c).any(|i| line.pos(i) == Pos::Adp);
        c > head
            && line.is(c, Relation::Nmod)
            && plain
            && line.reading.children(c).any(|case| line.lower(case) == "of" && case == words.end)
    });
    let end = of.and_then(|c| line.reading.noun_phrase(c)).and_then(|phrase| phrase.base.last().copied());
    let end = end.map_or(words.end, |last| last + 1);
    // "The secretary of the union's job" is none of a job: what is owned is a phrase of its own.
    let mark = (words.end..end).find(|&i| matches!(line.lower(i), "'s" | "'") && line.pos(head) == Pos::Noun);
    words.start..mark.unwrap_or(end)
}

/// Where the phrase begins that "how many", "what", "which" ask for.
fn asked_start(line: &Line, words: &Range<usize>) -> usize {
    let asks = |i: usize| is_wh(line.lower(i)) || matches!(line.lower(i), "many" | "much") || line.pos(i) == Pos::Aux;
    words.clone().find(|&i| !asks(i)).unwrap_or(words.start)
}

fn role(line: &Line, head: usize) -> Role {
    if line.is(head, Relation::Nsubj) {
        Role::Subject
    } else if line.is(head, Relation::Obj) || line.is(head, Relation::Iobj) {
        Role::Object
    } else {
        Role::Other
    }
}

/// The words of a phrase, pronouns in it replaced by whom they stand for.
fn written(line: &Line, words: Range<usize>, referents: &[Referent]) -> String {
    let opens = words.start == 0 && !matches!(line.pos(0), Pos::Propn | Pos::X | Pos::Num);
    let whole = if opens { uncapital(line.part(words.start, words.end)) } else { line.part(words.start, words.end).to_string() };
    let pronoun = |i: &usize| line.tag(*i) == Some(Tag::PrpPossessive);
    let Some(place) = words.clone().find(pronoun) else { return whole };
    let Some(referent) = referents.iter().find(|r| r.first == place && r.end == place + 1) else { return whole };
    super::line::join([line.part(words.start, place), &referent.name, line.part(place + 1, words.end)])
}

/// What a name stands for.
pub fn name_kind(kind: NameKind) -> Kind {
    match kind {
        NameKind::Person => Kind::Person,
        NameKind::Place => Kind::Place,
        NameKind::Organisation | NameKind::Group => Kind::Organisation,
        NameKind::Event => Kind::Event,
        NameKind::Work | NameKind::Other => Kind::Thing,
    }
}

/// What a noun stands for.
pub fn kind(lemma: &str, pos: Pos) -> Kind {
    let lemma = lemma.to_lowercase();
    // In small letters the month is a march of people.
    let march = pos == Pos::Noun && lemma == "march";
    if pos == Pos::Num || !march && ["date", "period", "measure unit"].iter().any(|class| is_mainly(&lemma, class)) {
        return Kind::Value;
    }
    if is_mainly(&lemma, "person") || matches!(lemma.as_str(), "people" | "mum" | "dad" | "mom") {
        return Kind::Person;
    }
    match gazetteer::noun(&lemma) {
        Some(NameKind::Person) => Kind::Person,
        Some(NameKind::Place) => Kind::Place,
        Some(NameKind::Organisation | NameKind::Group) => Kind::Organisation,
        Some(NameKind::Event) => Kind::Event,
        Some(NameKind::Work) => Kind::Thing,
        _ if is_a(&lemma, "event") || is_a(&lemma, "activity") => Kind::Event,
        _ if is_a(&lemma, "group") => Kind::Organisation,
        _ if is_a(&lemma, "location") => Kind::Place,
        _ => Kind::Thing,
    }
}
