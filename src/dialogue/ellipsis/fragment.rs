//! Fragments: "and in 2021?", "her father?" take the place of what is most like them in a question before.

use super::super::frame::Frame;
use super::super::line::{Line, capital, is_wh, join};
use super::super::mention::{Kind, Mention, Role, kind, mentions};
use super::super::references::{Edit, apply};
use super::super::state::Turn;
use super::super::table::Table;
use super::super::time::with_preposition;
use crate::facts::mentions::noun_gender;
use crate::text::values::{Value, values};
use crate::text::{Pos, Span, wordnet};

/// A fragment put into the last question that has a place for it, piece by piece.
pub fn fragment(line: &Line, table: &Table) -> Option<String> {
    let pieces = pieces(line);
    if pieces.len() == 1 {
        return put(line, table);
    }
    let mut text: Option<String> = None;
    for piece in pieces {
        let piece = Line::new(&piece);
        text = Some(match &text {
            Some(question) => replace(&Line::new(question), &piece, table).unwrap_or_else(|| append(question, &piece)),
            None => put(&piece, table)?,
        });
    }
    text
}

/// The parts between commas.
fn pieces(line: &Line) -> Vec<String> {
    line.part(0, line.end()).split(", ").map(|piece| piece.trim().to_string()).filter(|piece| !piece.is_empty()).collect()
}

/// How many turns back a question may lend its frame to a fragment.
const BACK: usize = 4;

fn put(piece: &Line, table: &Table) -> Option<String> {
    if is_rate(piece) {
        return Some(append(&table.last()?.line.text, piece));
    }
    if is_now(piece) {
        return Some(at_time(&table.last()?.line, piece));
    }
    if (0..piece.end()).any(|i| matches!(piece.lower(i), "one" | "ones" | "other" | "others")) {
        return None;
    }
    // A time alone is asked about in the last question, if that had an answer; when something was is not asked of a time.
    let last = table.last()?;
    let dated = is_time(piece);
    let dates = |turn: &Turn| dated && turn.reply.answer_type.as_deref() == Some("NUM:date");
    let back = if dated && last.reply.answer.is_some() && !dates(last) { 1 } else { BACK };
    let lending = table.turns.iter().rev().take(back).filter(|turn| is_question(&last.line) && !dates(turn));
    let replaced = lending.clone().find_map(|turn| replace(&turn.line, piece, table));
    let happened = || if dates(last) { Some(append("What happened", piece)) } else { None };
    replaced.or_else(happened).or_else(|| {
        let time = mentions(piece, table.cast(), &[]).iter().any(|m| m.kind == Kind::Value && m.words.end == piece.end());
        match piece.pos(0) {
            _ if time => Some(append(without_then(&last.line.text), piece)),
            Pos::Adp | Pos::Adv | Pos::Num => Some(append(&last.line.text, piece)),
            _ => about(piece, table),
        }
    })
}

/// Whether a line asks something, or gives keywords: "boys or girls?" lends nothing.
fn is_question(line: &Line) -> bool {
    Frame::of(line).is_some() || (0..line.end()).any(|i| is_wh(line.lower(i))) || !line.text.ends_with('?')
}

/// Whether a fragment speaks of the present: "today", "these days".
fn is_now(piece: &Line) -> bool {
    matches!(piece.part(0, piece.end()).to_lowercase().as_str(), "now" | "today" | "nowadays" | "currently" | "these days" | "at present")
}

/// Whether a fragment says for how long an amount counts: "a year", "per month".
fn is_rate(piece: &Line) -> bool {
    let period = matches!(piece.lower(1), "hour" | "day" | "week" | "month" | "quarter" | "year" | "season");
    matches!(piece.lower(0), "a" | "an" | "per" | "each" | "every") && piece.end() == 2 && period
}

/// A phrase that no question had a place for is asked about by itself.
fn about(piece: &Line, table: &Table) -> Option<String> {
    let main = mentions(piece, table.cast(), &[]).into_iter().max_by_key(|m| m.words.len())?;
    let said = piece.part(0, piece.end());
    let be = if main.plural { "are" } else { "is" };
    let counted = (0..piece.end()).any(|i| matches!(piece.lower(i), "first" | "last"));
    // "Her father's job?", "his age?"
    let owned = said.contains("'s ") && ["attribute", "occupation"].iter().any(|class| wordnet::is_a(piece.lower(main.head), class));
    Some(match main.kind {
        _ if owned => format!("What {} {said}?", if main.plural { "are" } else { "is" }),
        Kind::Event | Kind::Thing if counted || main.kind == Kind::Event => format!("When was {said}?"),
        Kind::Person => format!("Who {be} {said}?"),
        _ if said.contains("'s ") => format!("What {be} {said}?"),
        _ => format!("What about {said}?"),
    })
}

/// A question with a piece added at its end.
fn append(question: &str, piece: &Line) -> String {
    let said = piece.part(0, piece.end());
    let said = if piece.pos(0) == Pos::Num { prepositional(said) } else { said.to_string() };
    let said = if piece.pos(0) == Pos::Adp { join([piece.lower(0), piece.part(1, piece.end())]) } else { said };
    format!("{} {said}?", question.trim_end_matches(['?', ' ', '.', '!']))
}

/// A question without the "then" at its end.
fn without_then(question: &str) -> &str {
    let text = question.trim_end_matches('?');
    text.strip_suffix(" then").unwrap_or(text)
}

/// "2021" as "in 2021".
fn prepositional(text: &str) -> String {
    let found = values(text).into_iter().find_map(|value| value.kind.date().cloned());
    found.map_or_else(|| text.to_string(), |date| with_preposition(&date, text))
}

/// A question with the constituent of the piece's kind replaced by it.
fn replace(question: &Line, piece: &Line, table: &Table) -> Option<String> {
    owner(question, piece, table).or_else(|| date(question, piece)).or_else(|| another_time(question, piece)).or_else(|| {
        match piece.pos(0) {
            Pos::Adp => prepositional_phrase(question, piece, table),
            _ => noun_phrase(question, piece, table),
        }
    })
}

/// "Her father's?" takes the place of the last owner of something.
fn owner(question: &Line, piece: &Line, table: &Table) -> Option<String> {
    let owns = |line: &Line, i: usize| {
        matches!(line.lower(i), "'s" | "'") && matches!(line.pos(i - 1), Pos::Noun | Pos::Propn) && line.lower(i + 1) != "'s"
    };
    piece.end().checked_sub(1).filter(|&last| last > 0 && owns(piece, last))?;
    let mark = (1..question.end().saturating_sub(1)).rev().find(|&i| owns(question, i))?;
    let phrases = mentions(question, table.cast(), &[]);
    let start = phrases.iter().filter(|m| m.words.contains(&(mark - 1))).map(|m| m.words.start).min()?;
    let said = piece.part(0, piece.end()).to_string();
    Some(apply(&question.text, &[Edit::new(question.span(start, mark + 1), said)]))
}

/// A question asked of another time.
pub fn at_time(question: &Line, time: &Line) -> String {
    let text = question.text.trim_end_matches('?');
    let text = [" now", " today", " currently", " then"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    let dated = dated(question)
        .filter(|_| is_now(time))
        .map(|span| apply(&question.text, &[Edit::new(span, time.part(0, time.end()).to_string())]));
    dated.or_else(|| date(question, time)).unwrap_or_else(|| append(text, time))
}

/// Whether a piece is a date and no more than that.
fn is_time(piece: &Line) -> bool {
    let said = piece.part(0, piece.end());
    let date = values(said).into_iter().find(|value| value.kind.date().is_some_and(|d| d.year().is_some()));
    date.is_some_and(|date| date.span.len() + 10 >= said.len())
}

fn date(question: &Line, piece: &Line) -> Option<String> {
    let said = piece.part(0, piece.end());
    let span = dated(question).filter(|_| is_time(piece))?;
    let text = if starts_with_preposition(piece) { said.to_string() } else { prepositional(said) };
    Some(apply(&question.text, &[Edit::new(span, text)]))
}

/// Where a question's last date stands, with the preposition before it.
fn dated(question: &Line) -> Option<Span> {
    let dates: Vec<Value> = values(&question.text).into_iter().filter(|value| value.kind.date().is_some()).collect();
    let old = dates.last()?;
    // "During 1919 and 1920" is one time.
    let beside = |pair: &&[Value]| {
        matches!(question.text.get(pair[0].core.end..pair[1].core.start).map(str::trim), Some("and" | "or" | "to" | "-" | "–"))
    };
    let one = dates.windows(2).rev().take_while(beside).last().map_or(old.core, |pair| pair[0].core.cover(old.core));
    let first = question.reading.within(one).start;
    // "At Easter 1995", "in the spring of 1920".
    let part = |i: &usize| {
        let word = &question.reading.words[*i];
        matches!(question.lower(*i), "the" | "of")
            || matches!(word.pos, Pos::Noun | Pos::Propn) && kind(&word.lemma, Pos::Noun) == Kind::Value
    };
    let first = (0..first).rev().take_while(part).last().filter(|&i| question.lower(i) != "of").unwrap_or(first);
    Some(match first.checked_sub(1).filter(|&b| question.pos(b) == Pos::Adp) {
        Some(before) => question.reading.words[before].span.cover(old.core),
        None => old.span.cover(one),
    })
}

/// "And after the war?" takes the place of "in 1920".
fn another_time(question: &Line, piece: &Line) -> Option<String> {
    let times = matches!(piece.lower(0), "after" | "before" | "during" | "since" | "until");
    let span = dated(question).filter(|_| times)?;
    Some(apply(&question.text, &[Edit::new(span, piece.part(0, piece.end()).to_string())]))
}

fn starts_with_preposition(piece: &Line) -> bool {
    piece.pos(0) == Pos::Adp
}

/// A prepositional phrase takes the place of one with the same preposition and kind.
fn prepositional_phrase(question: &Line, piece: &Line, table: &Table) -> Option<String> {
    let new = mentions(piece, table.cast(), &[]).into_iter().next()?;
    let old = mentions(question, table.cast(), &[]).into_iter().rev().find(|m| {
        let before = m.words.start.checked_sub(1);
        before.is_some_and(|b| question.lower(b) == piece.lower(0)) && (m.kind == new.kind || lemma(question, m) == lemma(piece, &new))
    })?;
    let span = question.span(old.words.start - 1, old.words.end);
    Some(apply(&question.text, &[Edit::new(span, piece.part(0, piece.end()).to_string())]))
}

fn lemma<'a>(line: &'a Line, mention: &Mention) -> &'a str {
    &line.reading.words[mention.head].lemma
}

/// The least likeness at which a noun phrase takes another's place.
const ALIKE: i32 = 4;

/// A noun phrase takes the place of the most similar one.
pub fn noun_phrase(question: &Line, piece: &Line, table: &Table) -> Option<String> {
    let new = mentions(piece, table.cast(), &[]).into_iter().max_by_key(|m| m.words.len())?;
    let old = mentions(question, table.cast(), &[]);
    // What is asked for gives way to another kind only: "how many mayors" to "councillors", not to "the oldest mayor".
    let one = new.named || matches!(piece.pos(new.words.start), Pos::Det | Pos::Pron);
    let open = |m: &&Mention| m.role == Role::Asked && one && question.lower(0) == "how";
    let rated = old.iter().filter(|m| !open(m)).map(|m| (likeness((question, m), (piece, &new)), m)).filter(|(alike, _)| *alike >= ALIKE);
    let (_, old) = rated.reduce(|a, b| if b.0 > a.0 || b.0 == a.0 && b.1.words.len() > a.1.words.len() { b } else { a })?;
    let said = owned(question, old, piece, &new).unwrap_or_else(|| piece.part(0, piece.end()).to_string());
    let mut edits = vec![Edit::new(question.span(old.words.start, old.words.end), said)];
    if old.role != Role::Asked {
        edits.splice(0..0, agreement(question, old.words.start, new.plural));
    }
    Some(apply(&question.text, &edits))
}

/// "The son" in the place of "Ann Lee's daughter": Ann Lee's son.
fn owned(question: &Line, old: &Mention, piece: &Line, new: &Mention) -> Option<String> {
    let relative = |line: &Line, m: &Mention| noun_gender(lemma(line, m)).is_some();
    let bare = piece.lower(new.words.start) == "the" && new.words.len() == 2 && new.head + 1 == piece.end();
    let (owner, _) = question.part(old.words.start, old.words.end).rsplit_once("'s ").filter(|_| bare)?;
    (relative(question, old) && relative(piece, new)).then(|| format!("{owner}'s {}", piece.part(new.head, piece.end())))
}

/// How alike two phrases are: of one kind, of one class, both names, both several.
fn likeness((question, old): (&Line, &Mention), (piece, new): (&Line, &Mention)) -> i32 {
    let same = |holds: bool| i32::from(holds);
    let class = |line: &Line, m: &Mention| wordnet::classes(&lemma(line, m).to_lowercase()).next();
    let kind = old.kind == new.kind;
    let classes = class(question, old).is_some() && class(question, old) == class(piece, new);
    // "And staff?" after "how many students did the school have?" is asked for in their place.
    let people = new.plural || matches!(new.kind, Kind::Person | Kind::Organisation);
    let counts = old.role == Role::Asked && question.lower(0) == "how" && people && !new.named && new.head == new.words.start;
    let bare = |line: &Line, m: &Mention| !matches!(line.pos(m.words.start), Pos::Det | Pos::Pron | Pos::Propn);
    if counts {
        return ALIKE + 8;
    }
    4 * same(kind && old.kind != Kind::Thing)
        + 3 * same(kind && old.kind == Kind::Thing && (classes || old.named && new.named))
        + same(classes)
        + same(old.named == new.named)
        + same(old.plural == new.plural)
        + same(bare(question, old) == bare(piece, new))
        + 2 * same(old.role == Role::Subject)
        - 4 * same(!kind)
}

/// The auxiliary before a subject, made to agree with the number of the new one.
fn agreement(question: &Line, subject: usize, plural: bool) -> Option<Edit> {
    let place = subject.checked_sub(1)?;
    let form = match (question.lower(place), plural) {
        ("was", true) => "were",
        ("is", true) => "are",
        ("does", true) => "do",
        ("has", true) => "have",
        ("were", false) => "was",
        ("are", false) => "is",
        ("do", false) => "does",
        ("have", false) => "has",
        _ => return None,
    };
    let span: Span = question.reading.words[place].span;
    let text = if place == 0 { capital(form) } else { form.to_string() };
    Some(Edit::new(span, text))
}
