//! Resolving: a follow-up becomes a question that stands on its own.

use super::circumstance::{circumstance, counted_persons, course};
use super::cue::{Cue, named, topic};
use super::ellipsis::{complete, counts_again, did, is_fragment, noun_phrase, why};
use super::frame::Frame;
use super::left_out;
use super::line::{Line, capital, is_be, is_wh, uncapital};
use super::mention::{Kind, kind, mentions};
use super::pronoun::{Pronoun, is_bound};
use super::references::{Edit, Filled, Lean, apply, fill};
use super::sure::points_back;
use super::table::{Candidate, Origin, Table};
use super::time;
use crate::facts::mentions::noun_gender;
use crate::question::Said;
use crate::text::names::Gender;
use crate::text::values::values;
use crate::text::{Pos, Tag};

/// The salience of what was named for the question at hand.
pub const NAMED: i32 = 200;

/// The question that a text stands for; `None` where it stands on its own. `said`: what is left of it without the words that lead over to it, read.
pub fn resolve(cue: &Cue, said: &Said, table: &mut Table) -> Option<Filled> {
    let core = said.read.as_str();
    if let Some(filled) = topic(table.words, core).and_then(|(about, question)| named_topic(about, question, table)) {
        return Some(filled);
    }
    let follows = !table.turns.is_empty();
    let name = named(table.words, core).filter(|_| follows);
    let line = name.map_or_else(|| Line::of(said.read.clone(), said.reading.clone()), Line::new);
    if cue.corrects && follows {
        return correction(&line, table).map(finished);
    }
    if follows && described(&line) {
        return Some(finished(Filled::new(line.text.clone(), Lean::Near)));
    }
    if let Some(text) = choice_of_items(&line, table).filter(|_| follows) {
        return Some(finished(Filled::new(text, Lean::Same)));
    }
    if let Some(text) = did(&line, table).filter(|_| follows) {
        return Some(finished(Filled { contrasts: true, ..Filled::new(text, Lean::Near) }));
    }
    if let Some(text) = why(&line, table).filter(|_| follows) {
        return Some(finished(Filled::new(text, Lean::Same)));
    }
    if follows && is_fragment(&line) {
        let elliptic = cue.opened || name.is_some() || leans(&line, table);
        if let Some(completed) = complete(&line, table).filter(|_| elliptic) {
            return Some(finished(completed));
        }
    }
    question(&line, table)
        .map(finished)
        .or_else(|| (follows && (names_nothing(&line) || points_back(&line, table))).then(|| Filled::new(core.to_string(), Lean::Near)))
        .or_else(|| cue.drops.then(|| Filled::new(core.to_string(), Lean::Not)))
}

/// Whether a question has no noun, name, or number to look for: "how many turned up?".
fn names_nothing(line: &Line) -> bool {
    (0..line.end()).all(|i| !matches!(line.pos(i), Pos::Noun | Pos::Propn | Pos::Num))
}

/// Whether a fragment shows by itself that it is half a question: keywords do not.
fn leans(line: &Line, table: &Table) -> bool {
    if let Some(wh) = (0..line.end().min(3)).find(|&i| is_wh(line.lower(i))) {
        let opens = (0..wh).all(|i| !matches!(line.pos(i), Pos::Noun | Pos::Propn | Pos::Num));
        return opens && (is_bare(line, wh) || counts_again(line, table));
    }
    let asked = line.text.trim_end().ends_with('?');
    let opens = matches!(line.pos(0), Pos::Adp | Pos::Pron) || line.tag(0) == Some(Tag::PrpPossessive);
    let keywords =
        matches!(line.pos(0), Pos::Noun | Pos::Propn) && !mentions(line, table.cast(), &[]).iter().any(|m| m.words.len() == line.end());
    let any = line.lower(0).starts_with("any") && (asked || line.end() <= 3);
    opens || any || line.lower(0) == "like" || asked && line.end() <= 5 && !keywords
}

/// Whether what stands by a question word only says what it asks for, as in "over what period", "how many seats", "who with"; "when born" and "what year of the
/// war" are keywords that stand on their own.
fn is_bare(line: &Line, wh: usize) -> bool {
    let names = |i: usize| line.pos(i) == Pos::Propn || line.pos(i) == Pos::Verb && line.lower(i) != "come";
    let place = |i: usize| line.pos(i) == Pos::Adp && i + 1 < line.end() && i > wh && line.lower(i) != "for";
    let nouns = (wh..line.end()).filter(|&i| line.pos(i) == Pos::Noun).count();
    // "Why no third term" asks about a term.
    let most = if matches!(line.lower(wh), "why" | "when" | "where" | "who") { 0 } else { 1 };
    nouns <= most && !(wh..line.end()).any(|i| names(i) || place(i))
}

/// A question with a verb of its own.
fn question(line: &Line, table: &Table) -> Option<Filled> {
    let said = left_out::behind_gerund(line, table)
        .or_else(|| left_out::behind_quantity(line, table))
        .or_else(|| left_out::contracted(line))
        .or_else(|| left_out::that_lot(line))
        .or_else(|| left_out::stated(line));
    let said = said.map(|text| Line::new(&text));
    let line = said.as_ref().unwrap_or(line);
    let frame = Frame::of(line);
    let about_event =
        frame.as_ref().and_then(|frame| circumstance(frame, table)).or_else(|| frame.as_ref().and_then(|frame| course(frame, table)));
    let about_event = about_event.or_else(|| counted_persons(line, table));
    if let Some(text) = about_event {
        return Some(Filled::new(text, Lean::Same));
    }
    let filled = left_out::then(line, table)
        .and_then(|then| fill(&Line::new(&then), table).filter(|filled| filled.timed))
        .or_else(|| fill(line, table));
    match frame.as_ref().and_then(|frame| left_out::behind_preposition(frame, table)) {
        Some(thing) => {
            let text = filled.map_or_else(|| line.text.clone(), |filled| filled.text);
            Some(Filled::new(format!("{} {thing}?", text.trim_end_matches(['?', '.', '!', ' '])), Lean::Near))
        }
        None => filled.or_else(|| said.as_ref().map(|said| Filled::new(said.text.clone(), Lean::Near))),
    }
}

/// "Which one is the sociologist?", which the list itself may tell.
fn described(line: &Line) -> bool {
    line.lower(0) == "which" && line.lower(1) == "one" && is_be(line.lower(2)) && line.lower(3) == "the" && line.end() == 5
}

/// "Which one sings?" after a list: which of its items.
fn choice_of_items(line: &Line, table: &Table) -> Option<String> {
    let items: Vec<&str> = table.last()?.items().collect();
    let one = line.lower(0) == "which" && (line.lower(1) == "one" || line.pos(1) == Pos::Aux);
    let whom = line.lower(0) == "the" && line.end() == 2 && kind(&line.reading.words[1].lemma, line.pos(1)) == Kind::Person;
    let (last, before) = items.split_last().filter(|(_, before)| (one || whom) && !before.is_empty())?;
    let skip = if line.lower(1) == "one" { 2 } else { 1 };
    let asked = if whom { format!("is {}?", line.part(0, 2)) } else { line.part(skip, line.len()).to_string() };
    Some(format!("Which of {} and {last} {asked}", before.join(", ")))
}

/// A question with its topic named first: the topic is what its pronouns stand for.
fn named_topic(about: &str, question_text: &str, table: &mut Table) -> Option<Filled> {
    let about = Line::new(about);
    let about = one(&about, table).map_or(about, |(noun, _)| noun);
    let text = fill(&about, table).map_or_else(|| about.text.clone(), |filled| filled.text);
    let described = about.pos(0) == Pos::Det && text.to_lowercase().starts_with("the ");
    let text = if described { uncapital(&text) } else { text };
    let date = values(&text).into_iter().find_map(|value| value.kind.date().filter(|d| d.year().is_some()).cloned());
    let line = Line::new(question_text);
    if let Some(date) = date {
        let filled = question(&line, table).map_or_else(|| question_text.to_string(), |filled| filled.text);
        let asked = format!("{} {}", filled.trim_end_matches(['?', ' ']), time::with_preposition(&date, &text));
        return Some(finished(Filled::new(asked, Lean::Not)));
    }
    let read = Line::new(&text);
    let main = mentions(&read, table.cast(), &[]).into_iter().max_by_key(|m| (m.words.start == 0, m.words.len()));
    let relative = relative(&read);
    let candidate = main.map(|m| Candidate { text: text.clone(), subject: true, ..Candidate::of(&m, Origin::Question, NAMED) });
    let candidate =
        candidate.map(|c| if relative.is_some() { Candidate { kind: Kind::Person, gender: relative, plural: false, ..c } } else { c });
    let named = candidate.is_some();
    table.candidates.splice(0..0, candidate);
    let filled = question(&line, table).filter(|filled| filled.text.contains(&text));
    if filled.is_none() && named {
        table.candidates.remove(0);
    }
    filled.map(|filled| finished(Filled::new(filled.text, Lean::Not)))
}

/// The gender of the relative that a phrase names last: "his sister Mercy".
fn relative(phrase: &Line) -> Option<Gender> {
    let named = |i: &usize| i + 1 == phrase.end() || phrase.is_capital(i + 1);
    (0..phrase.end()).filter(named).filter_map(|i| noun_gender(&phrase.reading.words[i].lemma)).next_back()
}

/// "I meant …": a question of its own, or what takes the place of a part of the last one.
fn correction(line: &Line, table: &Table) -> Option<Filled> {
    if let Some(direct) = embedded(line) {
        let line = Line::new(&direct);
        return question(&line, table).or_else(|| Some(Filled::new(direct, Lean::Not)));
    }
    if !is_fragment(line) {
        return question(line, table).or_else(|| Some(Filled::new(line.text.clone(), Lean::Not)));
    }
    match one(line, table) {
        Some((noun, _)) if put(&noun, table).is_some() => put(&noun, table),
        Some((_, phrase)) => complete(&phrase, table),
        None => {
            named_at_last(line, table).or_else(|| put(line, table)).or_else(|| happening(line, table)).or_else(|| complete(line, table))
        }
    }
}

/// "When she left the town" as a question: "When did she leave the town?".
fn embedded(line: &Line) -> Option<String> {
    let subject = is_wh(line.lower(0)) && matches!(line.pos(1), Pos::Pron | Pos::Propn | Pos::Det);
    let verb = (2..line.end()).find(|&i| matches!(line.tag(i), Some(Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md)))?;
    let auxiliary = super::line::is_auxiliary(line.lower(verb));
    if !subject || (1..verb).any(|i| super::line::is_auxiliary(line.lower(i))) {
        return None;
    }
    let (subject, rest) = (line.part(1, verb), line.part(verb + 1, line.end()));
    Some(match auxiliary {
        true => format!("{} {} {subject} {rest}?", line.part(0, 1), line.lower(verb)),
        false => {
            let support = if line.tag(verb) == Some(Tag::Vbd) { "did" } else { "does" };
            format!("{} {support} {subject} {} {rest}?", line.part(0, 1), line.reading.words[verb].lemma)
        }
    })
}

/// The last question with what its open pronoun was meant for: "when did he join it?", "no, I mean the guild".
fn named_at_last(line: &Line, table: &Table) -> Option<Filled> {
    let last = &table.last()?.line;
    let phrase = mentions(line, table.cast(), &[]).into_iter().find(|m| m.words == (0..line.end()))?;
    let own = mentions(last, table.cast(), &[]);
    let open = |i: &usize| Pronoun::of(table.words, last, *i).is_some_and(|one| !is_bound(last, &own, &[], one, *i));
    let pronoun = (0..last.end()).find(open)?;
    let text = apply(&last.text, &[Edit::new(last.span(pronoun, pronoun + 1), phrase.text)]);
    Some(Filled::new(text, Lean::Aside))
}

/// The last question asked of something that happened: "no, I meant the campaign" as "… in the campaign?".
fn happening(line: &Line, table: &Table) -> Option<Filled> {
    let event = mentions(line, table.cast(), &[]).into_iter().find(|m| m.words == (0..line.end()) && m.kind == Kind::Event)?;
    let asked = table.last()?.line.text.trim_end_matches(['?', ' ']);
    Some(Filled::new(format!("{asked} in {}?", event.text), Lean::Aside))
}

/// The last question with its most similar noun phrase replaced.
fn put(noun: &Line, table: &Table) -> Option<Filled> {
    let last = &table.last()?.line;
    let head = noun.reading.words.get(noun.end().checked_sub(1)?).map(|word| &word.lemma);
    let same = last.reading.words.iter().any(|word| Some(&word.lemma) == head);
    noun_phrase(last, noun, table).filter(|_| same).map(|text| Filled::new(text, Lean::Aside))
}

/// "The legislative one" with the noun that the document has behind the adjective: as a noun phrase, and with "in" where it is an event.
fn one(line: &Line, table: &Table) -> Option<(Line, Line)> {
    let place = (1..line.end()).find(|&i| matches!(line.lower(i), "one" | "ones") && line.pos(i - 1) == Pos::Adj)?;
    let adjective = line.lower(place - 1);
    let noun = table.known.annotations.iter().find_map(|annotation| {
        let words = &annotation.reading.words;
        let at = words.iter().position(|w| w.span.of(&annotation.text).eq_ignore_ascii_case(adjective))?;
        let next = words.get(at + 1).filter(|w| w.pos == Pos::Noun)?;
        Some((next.lemma.to_string(), next.pos))
    });
    let (noun, pos) = noun?;
    let before = if kind(&noun, pos) == Kind::Event { "in " } else { "" };
    let phrase = apply(&line.text, &[Edit::new(line.span(place, place + 1), noun)]);
    Some((Line::new(&phrase), Line::new(&format!("{before}{phrase}"))))
}

/// A question as it is to be read: a capital first, a question mark last.
fn finished(filled: Filled) -> Filled {
    let text = filled.text.trim();
    let ends = text.ends_with(['?', '.', '!']);
    Filled { text: format!("{}{}", capital(text), if ends { "" } else { "?" }), ..filled }
}
