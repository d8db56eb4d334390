//! References: pronouns, possessives, "there", "then", "that year" and definite descriptions, each replaced by what it stands for.

use super::line::{Line, is_be};
use super::mention::{Kind, mentions};
use super::order;
use super::pronoun::{Pronoun, is_another, is_bound, several};
use super::table::{Candidate, Origin, Table};
use super::time;
use super::told;
use crate::facts::mentions::{Member, noun_gender};
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::{Pos, Relation, Span, Tag};

/// A piece of the line and what is to stand in its place.
pub struct Edit {
    /// The words that are replaced.
    pub span: Span,
    /// What replaces them.
    pub text: String,
    /// How much surer than any answer that to what is then asked must be, 0 to 1: more where something else may be meant.
    pub needed: f64,
    /// Whether it names somebody or something, rather than a time or what happened.
    pub names: bool,
}

impl Edit {
    /// An edit that is surely meant.
    pub fn new(span: Span, text: String) -> Self {
        Self { span, text, needed: 0.0, names: false }
    }

    /// One that names somebody or something.
    pub fn naming(span: Span, text: String) -> Self {
        Self { names: true, ..Self::new(span, text) }
    }
}

/// How much a question leans on the turn before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lean {
    /// It speaks of nobody but whom the document is about.
    Not,
    /// It asks the same of something else.
    Aside,
    /// It speaks of something said there.
    Near,
    /// It asks more about the same.
    Same,
}

/// A line with what was left to be understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    /// The line that stands on its own.
    pub text: String,
    /// How much it leans on the turn before.
    pub lean: Lean,
    /// Whether it asks of something else what was asked before: "and in 1987?".
    pub contrasts: bool,
    /// How much surer than any answer its answer must be: 0 for as sure as any, 1 for certain.
    pub needed: f64,
    /// Whom and what the words that point back were taken for.
    pub meant: Vec<String>,
    /// Whether a time that was spoken of was filled in.
    pub timed: bool,
}

impl Filled {
    /// A line that leans on the turn before.
    pub fn new(text: String, lean: Lean) -> Self {
        Self { text, lean, contrasts: false, needed: 0.0, meant: Vec::new(), timed: false }
    }
}

/// The line with its references filled in; `None` where there is none, or nothing that it could stand for.
pub fn fill(line: &Line, table: &Table) -> Option<Filled> {
    let own = mentions(line, table.cast(), &[]);
    let mut edits: Vec<Edit> = Vec::new();
    let mut filled: Vec<(Pronoun, usize)> = Vec::new();
    let (mut i, mut timed) = (0, false);
    while i < line.len() {
        let edit = match Pronoun::of(table.words, line, i).filter(|_| time::named_part(line, i).is_none()) {
            Some(pronoun) if is_bound(line, &own, &filled, pronoun, i) => None,
            Some(pronoun) => {
                let acts =
                    filled.iter().find(|(one, at)| *one == pronoun && is_another(line, *at, i)).map(|(_, at)| line.span(*at, at + 1));
                let other = acts.and_then(|span| edits.iter().find(|edit| edit.span.start == span.start)).map(|edit| edit.text.clone());
                let named = edits.iter().filter(|edit| Pronoun::at(table.words, line, edit.span).is_none()).map(|edit| edit.text.as_str());
                let others: Vec<&str> = own.iter().map(|m| m.text.as_str()).chain(named).chain(other.as_deref()).collect();
                let edit = pronoun.edit(line, table, i, &others);
                if edit.is_some() {
                    filled.push((pronoun, i));
                }
                edit
            }
            None => time::edit(line, table, i)
                .inspect(|_| timed = true)
                .or_else(|| order::edit(line, table, i))
                .or_else(|| place(line, table, i))
                .or_else(|| description(line, table, i))
                .or_else(|| child(line, table, i))
                .or_else(|| somebody(line, table, i)),
        };
        // "Did it take place there?": nothing takes place in itself.
        if let Some(there) = edit.as_ref().filter(|_| line.lower(i) == "there") {
            edits.retain(|it| !there.text.ends_with(it.text.as_str()));
        }
        // "Why did they take him?": one and several, or people and a thing, are not the same.
        if let Some(it) = edit.as_ref().filter(|_| Pronoun::of(table.words, line, i).is_some_and(|one| one != Pronoun::They)) {
            let they = |edit: &Edit| Pronoun::at(table.words, line, edit.span) == Some(Pronoun::They) && edit.text == it.text;
            edits.retain(|edit| !they(edit));
        }
        // "What did it bring the guild?": what is described further on is not "it".
        let described = edit.as_ref().filter(|_| line.lower(i) == "the" || line.lower(i) == "that");
        if let Some(described) = described.filter(|_| Pronoun::of(table.words, line, i).is_none()) {
            part(line, table, &mut edits, &described.text, i);
        }
        let end = edit.as_ref().map_or(0, |edit| edit.span.end);
        edits.extend(edit);
        i += 1;
        while line.reading.words.get(i).is_some_and(|word| word.span.start < end) {
            i += 1;
        }
    }
    let person = table.cast().protagonist().map(|member| member.name.as_str());
    let topic = person.or(table.cast().thing().map(|topic| topic.name.as_str())).unwrap_or_default();
    let leans = topic.is_empty() || edits.iter().any(|edit| edit.text.trim_end_matches("'s") != topic);
    let lean = match leans {
        // "How old was she then?" asks about what was just spoken of.
        _ if timed && line.lower(0) == "how" && line.lower(1) == "old" => Lean::Same,
        true => Lean::Near,
        false if told::says_little(line) => Lean::Aside,
        false => Lean::Not,
    };
    let needed = edits.iter().map(|edit| edit.needed).fold(0.0, f64::max);
    let meant = edits.iter().filter(|edit| edit.names).map(|edit| edit.text.clone()).collect();
    (!edits.is_empty()).then(|| Filled { needed, meant, timed, ..Filled::new(apply(&line.text, &edits), lean) })
}

/// Takes another thing for an "it" before word `i` that was taken for what is described there, where both belong to one clause; nothing where there is no other.
fn part(line: &Line, table: &Table, edits: &mut Vec<Edit>, described: &str, i: usize) {
    let same = |edit: &Edit| {
        let it = Pronoun::at(table.words, line, edit.span).filter(|one| matches!(one, Pronoun::It | Pronoun::That));
        it.filter(|_| edit.text.trim_start_matches("the ") == described.trim_start_matches("the "))
    };
    let Some((at, pronoun)) = edits.iter().enumerate().find_map(|(at, edit)| Some((at, same(edit)?))) else { return };
    let Some(word) = line.reading.words.iter().position(|word| word.span.start == edits[at].span.start) else { return };
    if (word..i).any(|k| line.pos(k) == Pos::Sconj || line.lower(k) == ",") {
        return;
    }
    match pronoun.edit(line, table, word, &[described]) {
        Some(other) => edits[at] = other,
        None => {
            edits.remove(at);
        }
    }
}

/// The text with the edits made; they are in order and none overlaps another.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let (mut out, mut at) = (String::with_capacity(text.len() + 40), 0);
    for edit in edits {
        out.push_str(text.get(at..edit.span.start).unwrap_or_default());
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// "There": the last place, or what else one can be at.
fn place(line: &Line, table: &Table, i: usize) -> Option<Edit> {
    let before = i.checked_sub(1).map_or("", |b| line.lower(b));
    if line.lower(i) != "there" || line.tag(i) == Some(Tag::Ex) || is_be(line.lower(i + 1)) || is_be(before) {
        return None;
    }
    // "On there" is a programme or a page, "at" a club of which nobody told what it is.
    let works = before == "on";
    let unknown = |c: &Candidate| {
        table
            .cast()
            .find(&fold(c.text.trim_start_matches("the ")))
            .is_some_and(|m| m.kind == NameKind::Other || works && m.kind == NameKind::Work)
    };
    let near = |c: &Candidate| c.origin != Origin::Cited || c.named && c.age == 0;
    let asked_where = table.last().is_some_and(|last| (0..last.line.len()).any(|k| last.line.lower(k) == "where"));
    // Of several that were answered, none is "there".
    let one_of_several = |c: &Candidate| table.turns.iter().rev().nth(c.age).is_some_and(|turn| turn.items().nth(1).is_some());
    let fits = |c: &&Candidate| match c.kind {
        _ if c.score >= super::resolve::NAMED => true,
        _ if c.origin == Origin::Answer && one_of_several(c) => false,
        Kind::Place => c.age < 3 && near(c),
        Kind::Event | Kind::Organisation => c.age < 3 && c.origin != Origin::Cited && !c.text.starts_with("a "),
        // What was answered to "where?" is a place, though nobody told what it is.
        Kind::Thing if c.origin == Origin::Answer => c.age == 0 && c.named && asked_where,
        Kind::Thing => c.age < 2 && c.named && c.origin == Origin::Question && unknown(c),
        _ => false,
    };
    let rank = |c: &Candidate| c.score + if c.kind == Kind::Place { 15 } else { 0 } + if c.named { 10 } else { 0 };
    let found = table.candidates.iter().filter(fits).reduce(|a, b| if rank(b) > rank(a) { b } else { a })?;
    let preposition = match found.kind {
        _ if matches!(before, "from" | "in" | "at" | "on" | "near" | "around" | "of") || starts_with_preposition(&found.text) => "",
        Kind::Place => "in ",
        Kind::Event => "at ",
        _ if found.plural && !found.named => "among ",
        _ => "at ",
    };
    Some(Edit::naming(line.span(i, i + 1), format!("{preposition}{}", several(found))))
}

/// Whether a phrase brings its own preposition.
pub fn starts_with_preposition(text: &str) -> bool {
    matches!(
        text.split(' ').next().unwrap_or_default().to_lowercase().as_str(),
        "in" | "at"
            | "on"
            | "near"
            | "from"
            | "during"
            | "by"
            | "to"
            | "under"
            | "over"
            | "between"
            | "around"
            | "before"
            | "after"
            | "since"
            | "until"
    )
}

/// "The party" after "the Reform Party", "that strike": a description of something on the table that the line does not name itself.
fn description(line: &Line, table: &Table, i: usize) -> Option<Edit> {
    let noun = i + 1;
    let pointing = matches!(line.lower(i), "that" | "this");
    if !(pointing || line.lower(i) == "the") || line.pos(noun) != Pos::Noun || line.is_capital(noun) || table.turns.is_empty() {
        return None;
    }
    let bare = line
        .reading
        .children(noun)
        .all(|c| c <= noun || !matches!(line.reading.words[c].relation.base(), Relation::Nmod | Relation::Acl | Relation::Amod));
    let compound = matches!(line.pos(noun + 1), Pos::Noun | Pos::Propn);
    let ends = |c: &&Candidate| {
        let last = c.text.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let spoken = c.age < 2 && c.named && c.kind != Kind::Person && c.origin != Origin::Cited;
        let bare = fold(c.text.strip_prefix("the ").unwrap_or(&c.text));
        let title = || [fold(&c.text), bare.clone()].iter().any(|name| table.cast().find(name).is_some_and(|m| m.kind == NameKind::Work));
        c.text.contains(' ') && last == line.lower(noun) && (spoken || pointing && c.age < 3) && !title()
    };
    let of_topic = table.cast().thing().is_some_and(|topic| topic.nouns.iter().any(|own| own == line.lower(noun)));
    let asks = line.text.trim_end().ends_with('?') || (0..line.len()).any(|k| matches!(line.pos(k), Pos::Aux | Pos::Verb));
    let found = table.candidates.iter().filter(|_| bare && !compound && !of_topic && asks).find(ends)?;
    let article = if found.named && !found.text.starts_with("the ") && !found.text.starts_with("The ") { "the " } else { "" };
    Some(Edit::naming(line.span(i, noun + 1), format!("{article}{}", found.text)))
}

/// "The son" after a question about Ann Lee's father: Ann Lee, unless a son was spoken of, too.
fn child(line: &Line, table: &Table, i: usize) -> Option<Edit> {
    let noun = line.reading.words.get(i + 1).filter(|_| line.lower(i) == "the")?;
    let owned = line.reading.children(i + 1).any(|c| c > i + 1 && line.reading.words[c].relation.base() == Relation::Nmod);
    let spoken = |c: &Candidate| c.origin != Origin::Cited && c.text.rsplit(' ').next().is_some_and(|noun| table.is_kin_of(noun, "child"));
    let child = !owned && table.is_kin_of(&noun.lemma, "child") && !table.candidates.iter().any(spoken);
    let fits = |member: &&Member| member.gender.is_none() || noun_gender(&noun.lemma).is_none_or(|gender| member.gender == Some(gender));
    let owners = table.candidates.iter().filter(|c| child && c.origin != Origin::Cited && c.age < CHILD);
    let owners = owners.filter_map(|c| c.text.rsplit_once("'s ")).filter(|(_, noun)| table.is_kin_of(noun, "parent"));
    let owner = owners.filter_map(|(owner, _)| table.cast().find(&fold(owner))).find(fits)?;
    Some(Edit::naming(line.span(i, i + 2), owner.name.clone()))
}

/// How many turns back somebody's father or mother may have been spoken of.
const CHILD: usize = 5;

/// "That man", "this woman": the person who was answered, or named by a question, last.
fn somebody(line: &Line, table: &Table, i: usize) -> Option<Edit> {
    let noun = i + 1;
    let described = line.reading.children(noun).any(|c| c > noun && line.reading.words[c].relation.base() == Relation::Acl);
    if !matches!(line.lower(i), "that" | "this") || described || !table.words.persons.iter().any(|word| word == line.lower(noun)) {
        return None;
    }
    let gender = noun_gender(line.lower(noun));
    let fits = |c: &&Candidate| {
        c.kind == Kind::Person
            && !c.plural
            && c.age < 2
            && matches!(c.origin, Origin::Answer | Origin::Question)
            && (c.gender.is_none() || gender.is_none() || c.gender == gender)
    };
    let found = table.candidates.iter().find(fits)?;
    Some(Edit::naming(line.span(i, noun + 1), found.text.clone()))
}
