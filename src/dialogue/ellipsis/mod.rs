//! Ellipsis: bare question words and fragments take over the rest from the question before.

mod fragment;
mod quantity;

use super::frame::{Frame, Gap, Verb};
use super::line::{Line, capital, is_auxiliary, is_be, is_do, is_wh, join};
use super::mention::{Kind, Mention, kind, mentions};
use super::moves::is_empty;
use super::references::{Filled, Lean, fill};
use super::sure::CERTAIN;
use super::table::Table;
use crate::text::wordnet::{self, base_form};
use crate::text::{Pos, Tag};

use fragment::fragment;
pub use fragment::noun_phrase;
pub use quantity::counts_again;
use quantity::{counted, is_quantity};

/// Whether a line has no finite verb of its own, or nothing else: "survived?".
pub fn is_fragment(line: &Line) -> bool {
    // "And his father's?", "Ann Lee's mother?"
    let owned = |i: usize| i == line.end() || matches!(line.pos(i), Pos::Noun | Pos::Adj);
    let owns = |i: usize| i > 0 && line.lower(i) == "'s" && matches!(line.pos(i - 1), Pos::Noun | Pos::Propn) && owned(i + 1);
    let finite =
        |i: usize| !owns(i) && (matches!(line.tag(i), Some(Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md)) || is_auxiliary(line.lower(i)));
    let bare = matches!(line.tag(0), Some(Tag::Vb)) && line.pos(0) == Pos::Verb && !matches!(line.lower(0), "like");
    let lone = line.end() == 1 && line.tag(0) == Some(Tag::Vbd) && line.pos(0) == Pos::Verb;
    let inner = (0..line.len()).any(finite) && !is_quantity(line) && !lone;
    let taken = is_wh(line.lower(0)) && (2..line.len()).any(|i| line.tag(i) == Some(Tag::Vbn) && line.pos(i - 1) == Pos::Noun);
    (!bare || is_bare_verb(line)) && !inner && !taken
}

/// "And leave?": a verb in its base form and nothing else.
pub fn is_bare_verb(line: &Line) -> bool {
    let known = base_form(line.lower(0), wordnet::Pos::Verb).is_some_and(|base| base == line.lower(0));
    line.end() == 1 && known && matches!(line.tag(0), Some(Tag::Vb | Tag::Vbp))
}

/// A question made of a bare question word or a fragment and what was asked before; `None` where they do not fit together.
pub fn complete(line: &Line, table: &Table) -> Option<Filled> {
    let last = table.last()?;
    if let Some(filled) = quantity::quantity(line, table) {
        return Some(filled);
    }
    if (0..line.end()).any(|i| is_wh(line.lower(i))) {
        let text =
            lending(table).and_then(|(frame, answer)| bare(line, &frame, answer, last.denies())).or_else(|| keywords(line, &last.line))?;
        return Some(Filled::new(text, Lean::Near));
    }
    if let Some(text) = too(line, table) {
        return Some(Filled { contrasts: true, ..Filled::new(text, Lean::Near) });
    }
    if let Some(text) = other_verb(line, table) {
        return Some(Filled { contrasts: true, ..Filled::new(text, Lean::Near) });
    }
    let filled = fill(line, table);
    let needed = filled.as_ref().map_or(0.0, |filled| if filled.needed < CERTAIN { 0.0 } else { CERTAIN });
    let filled = filled.map(|filled| Line::new(&filled.text));
    let line = filled.as_ref().unwrap_or(line);
    if line.lower(0).starts_with("any") || matches!(line.lower(0), "someone" | "something") {
        return any(line, table).map(|text| Filled::new(text, Lean::Near));
    }
    fragment(line, table).map(|text| Filled { contrasts: true, needed, ..Filled::new(text, Lean::Aside) })
}

/// "Why there?", "why them and not the Greens?": why what was asked about is so of what was answered.
pub fn why(line: &Line, table: &Table) -> Option<String> {
    let answer = table.answer().filter(|_| line.lower(0) == "why")?;
    let points = matches!(line.lower(1), "him" | "her" | "them" | "it" | "that" | "there" | "then");
    let rest = line.part(2, line.end());
    let beside = rest.is_empty() || ["and not ", "not ", "rather than ", "instead of "].iter().any(|words| rest.starts_with(words));
    let frame = table.frame.filter(|frame| points && beside && frame.gap != Gap::Nothing)?;
    let asked = frame.ask("why", Some(answer));
    let ends = |preposition: &&str| frame.rest == **preposition || frame.rest.ends_with(&format!(" {preposition}"));
    let place = match frame.gap {
        Gap::Adjunct if ["to", "in", "at", "from"].iter().any(ends) => answer.to_string(),
        Gap::Adjunct => placed(answer, table)?,
        _ => String::new(),
    };
    Some(format!("{}?", join([asked.trim_end_matches('?'), &place, rest])))
}

/// An answer with the preposition that it has in the cited sentence.
fn placed(answer: &str, table: &Table) -> Option<String> {
    let text = &table.last()?.reply.sources.first()?.text;
    let word = |preposition: &&str| text.contains(&format!(" {preposition} {answer}"));
    ["to", "in", "at", "on", "from", "near"]
        .iter()
        .find(|preposition| word(preposition))
        .map(|preposition| format!("{preposition} {answer}"))
}

/// The frame that a bare question word goes with, and the answer: those of the last question, but "after how many hours?" does not go on with "how old was
/// she?".
fn lending<'t>(table: &Table<'t>) -> Option<(Frame, Option<&'t str>)> {
    let aged = |frame: &Frame| frame.verb.is_none() && frame.wh.to_lowercase().starts_with("how old");
    let before = table.turns.iter().rev().nth(1).filter(|_| table.frame.is_some_and(aged));
    let earlier = before.and_then(|turn| Some((Frame::of(&turn.line)?, turn.phrase())));
    earlier.or_else(|| Some((table.frame?.clone(), table.answer())))
}

/// "Where?" after "ada merrow born when": keywords with another question word at their end.
fn keywords(line: &Line, last: &Line) -> Option<String> {
    let wh = last.end().checked_sub(1).filter(|&wh| is_wh(last.lower(wh)) && line.end() < 3)?;
    Some(format!("{} {}?", last.part(0, wh), line.part(0, line.end())))
}

/// A question word alone, or with a preposition or a noun: "why?", "who else?", "what for?", "over what period?".
fn bare(line: &Line, frame: &Frame, answer: Option<&str>, denied: bool) -> Option<String> {
    let at = (0..line.end()).find(|&i| is_wh(line.lower(i)))?;
    let said = line.part(0, line.end()).to_lowercase();
    let said = said.trim_end_matches(" exactly").trim_end_matches(" precisely").trim_end_matches(',');
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
        // "Why outside?" after "where was it held?".
        _ if at == 0 && line.lower(0) == "why" && matches!(line.pos(1), Pos::Adv | Pos::Adp) && line.lower(1) != "not" => {
            let answer = answer.filter(|_| line.lower(1) != "so");
            Some(format!("{} {}?", frame.ask("why", answer).trim_end_matches('?'), line.part(1, line.end())))
        }
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
            // "When did Ann Lee marry?", "who?": who did is known.
            Gap::Adjunct if is_do(&frame.auxiliary) && frame.rest.is_empty() && frame.subject.starts_with(char::is_uppercase) => {
                frame.ask("who", None)
            }
            _ => frame.ask_subject("who"),
        }),
        "whereabouts" | "where abouts" => Some(frame.ask("where", answer)),
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
        // "I mean which chairman" after "who saved the grant?".
        _ if frame.gap == Gap::Subject && at == 0 && matches!(line.lower(0), "which" | "what") && names_person(line) => {
            Some(frame.ask_subject(said))
        }
        // What something is has no kind but its own: "which paper?" does not ask what her profession was.
        _ if frame.gap == Gap::Predicate && at == 0 && matches!(line.lower(0), "which" | "what") && line.pos(1) == Pos::Noun => None,
        _ if line.end() - at <= 5 => {
            if ["anything", "something"].contains(&frame.rest.as_str()) && line.end() > at + 1 {
                frame.rest.clear();
            }
            Some(frame.ask(said, answer))
        }
        _ => None,
    }
}

/// Whether a fragment ends in a noun for a person.
fn names_person(line: &Line) -> bool {
    line.end()
        .checked_sub(1)
        .is_some_and(|last| line.pos(last) == Pos::Noun && kind(&line.reading.words[last].lemma, Pos::Noun) == Kind::Person)
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

/// "His brother as well?", "Ann Lee too?": did they do what was asked about?
fn too(line: &Line, table: &Table) -> Option<String> {
    let said = line.part(0, line.end());
    let subject = [" as well", " too", " also"].iter().find_map(|end| said.strip_suffix(end))?;
    let filled = fill(&Line::new(subject), table).map(|filled| filled.text);
    let frame = table.frame.filter(|frame| matches!(frame.gap, Gap::Subject | Gap::Nothing | Gap::Adjunct))?;
    Some(Frame { subject: filled.unwrap_or_else(|| subject.to_string()), gap: Gap::Nothing, ..frame.clone() }.ask("", None))
}

/// "Did the mayor?" after "who signed?": did somebody else do what was asked about?
pub fn did(line: &Line, table: &Table) -> Option<String> {
    let auxiliary = Some(line.lower(0)).filter(|word| is_auxiliary(word))?;
    let whole = |m: &Mention| m.words == (1..line.end());
    let bare = line.end() == 2 && line.pos(1) == Pos::Pron || mentions(line, table.cast(), &[]).iter().any(whole);
    let fits = |frame: &&Frame| matches!(frame.gap, Gap::Subject | Gap::Nothing | Gap::Adjunct) && !is_empty(frame);
    let frame = table.frame.filter(|_| bare).filter(fits)?;
    let same = if frame.auxiliary.is_empty() { is_do(auxiliary) } else { is_be(auxiliary) == is_be(&frame.auxiliary) };
    let subject = fill(&Line::new(line.part(1, line.end())), table).map(|filled| filled.text);
    let subject = subject.unwrap_or_else(|| line.part(1, line.end()).to_string());
    let asked = Frame { subject, gap: Gap::Nothing, ..frame.clone() };
    same.then(
        || if frame.auxiliary.is_empty() { asked.ask("", None) } else { Frame { auxiliary: auxiliary.into(), ..asked }.ask("", None) },
    )
}

/// "And survived?" after "how many drowned?", "and leave?" after "when did she join the choir?": the same asked of another verb.
fn other_verb(line: &Line, table: &Table) -> Option<String> {
    if is_bare_verb(line) {
        let did = |frame: &&Frame| is_do(&frame.auxiliary) && frame.gap == Gap::Adjunct && frame.verb.is_some();
        let lemma = line.lower(0).to_string();
        let verb = Verb { form: lemma.clone(), lemma, tag: Tag::Vb };
        return table.frame.filter(did).map(|frame| Frame { verb: Some(verb), ..frame.clone() }.ask(&frame.wh, None));
    }
    let verb = matches!(line.tag(0), Some(Tag::Vbd | Tag::Vbn)) && line.pos(0) == Pos::Verb;
    let frame = table.frame.filter(|frame| verb && line.end() < 4 && frame.gap == Gap::Subject)?;
    let done = frame.verb.as_ref().is_some_and(|verb| verb.tag == Tag::Vbn) && is_be(&frame.auxiliary);
    let said = join([frame.wh.as_str(), &frame.auxiliary, line.part(0, line.end())]);
    (done || frame.auxiliary.is_empty()).then(|| format!("{}?", capital(&said)))
}

/// "Any children?"
fn asks_relatives(line: &Line, table: &Table) -> bool {
    line.lower(0) == "any" && line.end() == 2 && table.kin.iter().any(|kin| kin.words.has(&line.reading.words[1].lemma))
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
    if let Some(person) = table.candidates.iter().find(|c| c.kind == Kind::Person && !c.plural).filter(|_| asks_relatives(line, table)) {
        return Some(format!("Did {} have {said}?", person.text));
    }
    // "Any lasting effects?"
    let last = line.end().saturating_sub(1);
    let phrase = (1..last).all(|i| matches!(line.pos(i), Pos::Noun | Pos::Adj | Pos::Verb | Pos::Adv)) && line.pos(last) == Pos::Noun;
    let thing = line.lower(0) == "any" && last > 0 && phrase && kind(&line.reading.words[last].lemma, Pos::Noun) != Kind::Person;
    if thing {
        let be = if line.tag(line.end() - 1) == Some(Tag::Nns) { "Were" } else { "Was" };
        return Some(format!("{be} there {said}?"));
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
