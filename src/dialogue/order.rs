//! One of several: "the latter", "the first one", "the other one" of what was answered or asked about; "the first one" as "the first strike".

use super::frame::Frame;
use super::line::{Line, is_do};
use super::mention::{Mention, mentions};
use super::pronoun::is_determined;
use super::references::Edit;
use super::state::Turn;
use super::table::{Candidate, Origin, Table};
use crate::text::wordnet::{self, base_form};
use crate::text::{Pos, Tag};

/// How many turns back several things may have been named.
const REACH: usize = 3;
/// The most words between two things that stand side by side: "and the painter".
const BETWEEN: usize = 3;

/// One of several, in the place of the words at `i` that point to it by its order; else the noun that "one" stands for.
pub fn edit(line: &Line, table: &Table, i: usize) -> Option<Edit> {
    if matches!(line.lower(i), "one" | "ones") {
        return noun(line, table, i);
    }
    if line.lower(i) != "the" {
        return None;
    }
    let one = line.lower(i + 2) == "one";
    let end = if one { i + 3 } else { i + 2 };
    let whole = of_them(line, end);
    let end = whole.unwrap_or(end);
    let alone = whole.is_some()
        || one && line.pos(end) != Pos::Num
        // "When did the latter open?", whatever the tagger says.
        || i > 0 && is_do(line.lower(i - 1)) && end + 1 == line.end()
        || !matches!(line.pos(end), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num) && !matches!(line.lower(end), "to" | "of");
    let ordered = matches!(line.lower(i + 1), "latter" | "last" | "former" | "first" | "second" | "third" | "other");
    if !alone || !ordered {
        return None;
    }
    let two = matches!(line.lower(i + 1), "latter" | "former");
    let own = own(line, table, i);
    let turns = || table.turns.iter().rev().take(REACH).flat_map(|turn| several(turn, table));
    let said = || turns().find(|items| !two || items.len() == 2).or_else(|| turns().next());
    let items = own.or_else(said)?;
    let picked = match line.lower(i + 1) {
        "latter" => items.last(),
        "last" if one || whole.is_some() => items.last(),
        "former" | "first" => items.first(),
        "second" => items.get(1),
        "third" => items.get(2),
        "other" if one || whole.is_some() => other(&items, table),
        _ => None,
    };
    picked.map(|text| Edit::naming(line.span(i, end), text.clone()))
}

/// The two that the line itself names before the words at `i`: "of Ann Lee and her brother, was the latter …".
fn own(line: &Line, table: &Table, i: usize) -> Option<Vec<String>> {
    let named: Vec<Mention> = mentions(line, table.cast(), &[]).into_iter().filter(|m| m.words.end <= i && !m.plural).collect();
    let texts = |named_ones: bool| {
        let said = named.iter().filter(|m| m.named == named_ones).map(|m| line.part(m.words.start, m.words.end));
        beside(&line.text, said)
    };
    [texts(true), texts(false)].into_iter().find(|texts| texts.len() == 2)
}

/// One past "of them", "of the two founders" at a place: the several of which one is meant.
fn of_them(line: &Line, at: usize) -> Option<usize> {
    let them = matches!(line.lower(at + 1), "them" | "these" | "those").then_some(at + 2);
    let counted = line.lower(at + 1) == "the" && matches!(line.lower(at + 2), "two" | "three" | "four");
    let counted = counted.then(|| if line.pos(at + 3) == Pos::Noun { at + 4 } else { at + 3 });
    them.or(counted).filter(|_| line.lower(at) == "of")
}

/// The things that a turn names side by side: the items of its answer, the names of its question, what else its question speaks of; only those that are
/// several.
fn several(turn: &Turn, table: &Table) -> Vec<Vec<String>> {
    let items: Vec<&str> = turn.items().collect();
    // Of names and words beside them, the names are meant.
    let name = |item: &&str| item.starts_with(char::is_uppercase);
    let names =
        if items.iter().filter(|item| name(item)).count() > 1 { items.iter().copied().filter(|i| name(i)).collect() } else { items };
    let items: Vec<String> = names.into_iter().map(str::to_string).collect();
    let age = table.turns.iter().rev().position(|other| std::ptr::eq(&**other, turn));
    let asked = |named: bool| {
        let fits = |c: &&Candidate| {
            c.named == named && !c.plural && Some(c.age) == age && c.origin == Origin::Question && (named || is_determined(&c.text))
        };
        beside(&turn.line.text, table.candidates.iter().filter(fits).map(|c| c.text.as_str()))
    };
    [items, asked(true), asked(false)].into_iter().filter(|texts| texts.len() > 1).collect()
}

/// Those phrases of a question that stand side by side: "Ann Lee and her brother", "the mill or the yard"; none where they are parted by a verb.
fn beside<'c>(question: &str, phrases: impl Iterator<Item = &'c str>) -> Vec<String> {
    let last = |phrase: &str| phrase.rsplit(' ').next().unwrap_or_default().to_string();
    let place = |phrase: &str| {
        let whole = question.find(phrase).map(|at| (at, at + phrase.len()));
        whole.or_else(|| question.find(&last(phrase)).map(|at| (at, at + last(phrase).len())))
    };
    let mut found: Vec<(usize, usize, &str)> =
        phrases.filter_map(|phrase| place(phrase).map(|(start, end)| (start, end, phrase))).collect();
    found.sort_unstable();
    found.dedup();
    let joined = |pair: &[(usize, usize, &str)]| {
        let between = question.get(pair[0].1..pair[1].0).unwrap_or_default();
        let words: Vec<&str> = between.split(' ').filter(|word| !word.is_empty()).collect();
        words.len() <= BETWEEN && words.first().is_some_and(|word| matches!(*word, "and" | "or" | "," | "nor"))
    };
    let all = found.len() > 1 && found.windows(2).all(joined);
    if all { found.into_iter().map(|(_, _, phrase)| phrase.to_string()).collect() } else { Vec::new() }
}

/// Of two, the one that the last turn does not name.
fn other<'i>(items: &'i [String], table: &Table) -> Option<&'i String> {
    let last = table.last()?;
    let said = |text: &String| {
        last.line.text.contains(text.as_str()) || last.items().any(|item| item == text) && items.len() != last.items().count()
    };
    let [one, two] = items else { return None };
    match (said(one), said(two)) {
        (true, false) => Some(two),
        (false, true) => Some(one),
        _ => None,
    }
}

/// "The first one", "the one in 1920": the noun that the last question asks for, where it asks for several.
fn noun(line: &Line, table: &Table, i: usize) -> Option<Edit> {
    let before = i.checked_sub(1)?;
    let picks =
        line.lower(before) == "the" || line.pos(before) == Pos::Adj && before.checked_sub(1).is_some_and(|b| line.lower(b) == "the");
    let compares = line.tag(before) == Some(Tag::Jjr);
    let last = |words: &str| words.rsplit(' ').next().unwrap_or_default().to_lowercase();
    // "The younger one" after "did she have children?" is one of these.
    let nouns = |frame: &Frame| if frame.noun.is_empty() && compares { last(&frame.rest) } else { last(&frame.noun) };
    let asked = table.frame.map(nouns).filter(|noun| !noun.is_empty())?;
    let single = base_form(&asked, wordnet::Pos::Noun).filter(|base| *base != asked && picks)?;
    let noun = if line.lower(i) == "ones" { asked.as_str() } else { single };
    Some(Edit::new(line.span(i, i + 1), noun.to_string()))
}
