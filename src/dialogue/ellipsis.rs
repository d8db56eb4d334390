//! Ellipsis: bare question words and fragments take over the rest from the question before.

use super::frame::{Frame, Gap};
use super::line::{Line, capital, is_auxiliary, is_be, is_wh, join};
use super::mention::{Kind, Mention, Role, mentions};
use super::moves::is_empty;
use super::references::{Edit, Filled, Lean, apply, fill};
use super::table::Table;
use super::time::with_preposition;
use crate::text::values::values;
use crate::text::{Pos, Span, Tag, wordnet};

/// Whether a line has no finite verb of its own, or nothing else: "survived?".
pub fn is_fragment(line: &Line) -> bool {
    let finite = |i: usize| matches!(line.tag(i), Some(Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md)) || is_auxiliary(line.lower(i));
    let bare = matches!(line.tag(0), Some(Tag::Vb)) && line.pos(0) == Pos::Verb && !matches!(line.lower(0), "like");
    let lone = line.end() == 1 && line.tag(0) == Some(Tag::Vbd) && line.pos(0) == Pos::Verb;
    let inner = (0..line.len()).any(finite) && !is_quantity(line) && !lone;
    let taken = is_wh(line.lower(0)) && (2..line.len()).any(|i| line.tag(i) == Some(Tag::Vbn) && line.pos(i - 1) == Pos::Noun);
    !bare && !inner && !taken
}

/// "How long", "how many exactly": a question word with what belongs to it, whatever the tagger says.
fn is_quantity(line: &Line) -> bool {
    line.end() <= 3 && line.lower(0) == "how"
}

/// A question made of a bare question word or a fragment and what was asked before; `None` where they do not fit together.
pub fn complete(line: &Line, table: &Table) -> Option<Filled> {
    let last = table.last()?;
    if (0..line.end()).any(|i| is_wh(line.lower(i))) {
        let text = table.frame.and_then(|frame| bare(line, frame, table, last.denies()))?;
        return Some(Filled::new(text, Lean::Near));
    }
    if let Some(text) = other_verb(line, table) {
        return Some(Filled::new(text, Lean::Near));
    }
    let filled = fill(line, table).map(|filled| Line::new(&filled.text));
    let line = filled.as_ref().unwrap_or(line);
    if line.lower(0).starts_with("any") || matches!(line.lower(0), "someone" | "something") {
        return any(line, table).map(|text| Filled::new(text, Lean::Near));
    }
    fragment(line, table).map(|text| Filled::new(text, Lean::Aside))
}

/// A question word alone, or with a preposition or a noun: "why?", "who else?", "what for?", "over what period?".
fn bare(line: &Line, frame: &Frame, table: &Table, denied: bool) -> Option<String> {
    let at = (0..line.end()).find(|&i| is_wh(line.lower(i)))?;
    let said = line.part(0, line.end()).to_lowercase();
    let said = said.trim_end_matches(" exactly").trim_end_matches(" precisely").trim_end_matches(',');
    let answer = table.answer();
    let mut frame = frame.clone();
    if said == "why not" || frame.gap == Gap::Nothing && denied && matches!(line.lower(at), "why" | "how") {
        frame.negated = true;
    }
    if is_empty(&frame) && said.starts_with("who") {
        return None;
    }
    let subject_open = matches!(frame.gap, Gap::Subject) || frame.gap == Gap::Nothing && !is_pronoun_subject(&frame);
    match said {
        "why not" | "how come" | "how so" | "why" => Some(frame.ask("why", answer)),
        "who else" | "what else" | "which others" | "which other ones" | "which else" => Some(match (frame.gap, subject_open) {
            (Gap::Subject, _) => frame.ask_subject(said),
            (Gap::Nothing, true) if said == "who else" => frame.ask_subject(said),
            (Gap::Object, _) => open(&frame, said),
            _ if said == "what else" => open(&frame, said),
            _ => frame.ask_subject(said),
        }),
        "who" | "like who" | "who exactly" | "such as who" | "who for example" => Some(match frame.gap {
            Gap::Nothing | Gap::Subject => frame.ask_subject("who"),
            _ if frame.verb.as_ref().is_some_and(|verb| verb.tag == Tag::Vbn) && is_be(&frame.auxiliary) => frame.ask("by whom", answer),
            _ => frame.ask_subject("who"),
        }),
        "what" | "like what" | "what exactly" => Some(match frame.gap {
            Gap::Nothing if frame.subject.starts_with("any") => frame.ask_subject("what"),
            Gap::Object => open(&frame, "what"),
            _ => frame.ask("what", answer),
        }),
        "how many" | "how much" => Some(counted(&frame, said, answer)),
        _ if line.pos(at + 1) == Pos::Adp && said.split(' ').count() == 2 && at == 0 => {
            frame.rest = without_phrase(&frame.rest, line.lower(at + 1)).to_string();
            let question = frame.ask(line.lower(at), answer);
            Some(format!("{} {}?", question.trim_end_matches('?'), line.lower(at + 1)))
        }
        _ if line.end() - at <= 5 => {
            if ["anything", "something"].contains(&frame.rest.as_str()) && line.end() > at + 1 {
                frame.rest.clear();
            }
            Some(frame.ask(said, answer))
        }
        _ => None,
    }
}

/// A question asked for its object once more, the object left open.
fn open(frame: &Frame, wh: &str) -> String {
    Frame { gap: Gap::Nothing, ..frame.clone() }.ask(wh, None)
}

/// A rest without the phrase at its end that opens with a preposition.
fn without_phrase<'r>(rest: &'r str, preposition: &str) -> &'r str {
    rest.rfind(&format!("{preposition} ")).map_or(rest, |at| rest[..at].trim_end())
}

fn is_pronoun_subject(frame: &Frame) -> bool {
    matches!(frame.subject.to_lowercase().as_str(), "it" | "there" | "that" | "this")
}

/// "How many?": of what the clause speaks of in the plural.
fn counted(frame: &Frame, wh: &str, answer: Option<&str>) -> String {
    let line = Line::new(&frame.rest);
    let plural = (0..line.len()).find(|&i| line.tag(i) == Some(Tag::Nns));
    match plural.filter(|_| frame.gap != Gap::Object) {
        Some(place) => {
            let rest = join([line.part(0, place).trim_end_matches(" the").trim_end_matches(" any"), line.part(place + 1, line.len())]);
            let rest = rest.strip_prefix("any ").or(rest.strip_prefix("the ")).unwrap_or(&rest).to_string();
            Frame { rest, ..frame.clone() }.ask(&format!("{wh} {}", line.part(place, place + 1)), answer)
        }
        None if frame.gap == Gap::Object => open(frame, &join([wh, &frame.noun])),
        None => frame.ask(wh, answer),
    }
}

/// "And survived?" after "how many drowned?": the same asked of another verb.
fn other_verb(line: &Line, table: &Table) -> Option<String> {
    let verb = matches!(line.tag(0), Some(Tag::Vbd | Tag::Vbn)) && line.pos(0) == Pos::Verb;
    let frame = table.frame.filter(|frame| verb && line.end() < 4 && frame.gap == Gap::Subject && frame.auxiliary.is_empty())?;
    Some(format!("{}?", capital(&join([frame.wh.as_str(), line.part(0, line.end())]))))
}

/// "Anyone famous?", "anyone on her side?": did anyone famous do what was asked about; is anyone there.
fn any(line: &Line, table: &Table) -> Option<String> {
    let said = join([line.lower(0), line.part(1, line.end())]);
    let said = said.as_str();
    let frame = table.frame?;
    if (1..line.end()).any(|i| line.pos(i) == Pos::Adp) {
        return Some(line.text.clone());
    }
    if said.ends_with(" else") {
        let wh = if line.lower(0).ends_with("thing") { "what else" } else { "who else" };
        return Some(if wh == "what else" { open(frame, wh) } else { frame.ask_subject(wh) });
    }
    let asked = Frame { subject: String::new(), gap: Gap::Subject, ..frame.clone() };
    let auxiliary = match &asked.verb {
        Some(verb) if asked.auxiliary.is_empty() => match verb.tag {
            Tag::Vbz | Tag::Vbp => "does",
            _ => "did",
        },
        _ => asked.auxiliary.as_str(),
    };
    let verb = asked.verb.as_ref().map_or("", |verb| if asked.auxiliary.is_empty() { &verb.lemma } else { &verb.form });
    Some(format!("{}?", capital(&join([auxiliary, said, &asked.between, verb, &asked.rest]))))
}

/// A fragment put into the last question that has a place for it, piece by piece.
fn fragment(line: &Line, table: &Table) -> Option<String> {
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
    if (0..piece.end()).any(|i| matches!(piece.lower(i), "one" | "ones" | "other" | "others")) {
        return None;
    }
    let replaced = table.turns.iter().rev().take(BACK).find_map(|turn| replace(&turn.line, piece, table));
    replaced.or_else(|| {
        let last = table.last()?;
        let time = mentions(piece, table.cast(), &[]).iter().any(|m| m.kind == Kind::Value && m.words.end == piece.end());
        match piece.pos(0) {
            _ if time => Some(append(&last.line.text, piece)),
            Pos::Adp | Pos::Adv | Pos::Num => Some(append(&last.line.text, piece)),
            _ => about(piece, table),
        }
    })
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
    Some(match main.kind {
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
    format!("{} {said}?", question.trim_end_matches(['?', ' ', '.', '!']))
}

/// "2021" as "in 2021".
fn prepositional(text: &str) -> String {
    let found = values(text).into_iter().find_map(|value| value.kind.date().cloned());
    found.map_or_else(|| text.to_string(), |date| with_preposition(&date, text))
}

/// A question with the constituent of the piece's kind replaced by it.
fn replace(question: &Line, piece: &Line, table: &Table) -> Option<String> {
    date(question, piece).or_else(|| match piece.pos(0) {
        Pos::Adp => prepositional_phrase(question, piece, table),
        _ => noun_phrase(question, piece, table),
    })
}

fn date(question: &Line, piece: &Line) -> Option<String> {
    let said = piece.part(0, piece.end());
    let new = values(said).into_iter().find(|value| value.kind.date().is_some_and(|d| d.year().is_some()))?;
    let whole = new.span.len() + 10 >= said.len();
    let old = values(&question.text).into_iter().rfind(|value| value.kind.date().is_some()).filter(|_| whole)?;
    let first = question.reading.within(old.core).start;
    let span = match first.checked_sub(1).filter(|&b| question.pos(b) == Pos::Adp) {
        Some(before) => question.reading.words[before].span.cover(old.core),
        None => old.span.cover(old.core),
    };
    let text = if starts_with_preposition(piece) { said.to_string() } else { prepositional(said) };
    Some(apply(&question.text, &[Edit { span, text }]))
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
    Some(apply(&question.text, &[Edit { span, text: piece.part(0, piece.end()).to_string() }]))
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
    let mut edits = vec![Edit { span: question.span(old.words.start, old.words.end), text: piece.part(0, piece.end()).to_string() }];
    if old.role != Role::Asked {
        edits.splice(0..0, agreement(question, old.words.start, new.plural));
    }
    Some(apply(&question.text, &edits))
}

/// How alike two phrases are: of one kind, of one class, both names, both several.
fn likeness((question, old): (&Line, &Mention), (piece, new): (&Line, &Mention)) -> i32 {
    let same = |holds: bool| i32::from(holds);
    let class = |line: &Line, m: &Mention| wordnet::classes(&lemma(line, m).to_lowercase()).next();
    let kind = old.kind == new.kind;
    let classes = class(question, old).is_some() && class(question, old) == class(piece, new);
    let bare = |line: &Line, m: &Mention| !matches!(line.pos(m.words.start), Pos::Det | Pos::Pron | Pos::Propn);
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
    Some(Edit { span, text })
}
