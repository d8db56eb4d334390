//! One of several: "the latter", "the first one", "the other one" of what was answered or asked about; "the first one" as "the first strike".

use super::frame::Frame;
use super::line::Line;
use super::references::Edit;
use super::state::Turn;
use super::table::{Candidate, Origin, Table};
use crate::text::wordnet::{self, base_form};
use crate::text::{Pos, Tag};

/// How many turns back several things may have been named.
const REACH: usize = 3;

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
        || !matches!(line.pos(end), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num) && !matches!(line.lower(end), "to" | "of");
    let two = matches!(line.lower(i + 1), "latter" | "former");
    let turns = || table.turns.iter().rev().take(REACH).filter_map(|turn| several(turn, table));
    let items = turns().find(|items| !two || items.len() == 2).or_else(|| turns().next()).filter(|_| alone)?;
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

/// One past "of them", "of the two founders" at a place: the several of which one is meant.
fn of_them(line: &Line, at: usize) -> Option<usize> {
    let them = matches!(line.lower(at + 1), "them" | "these" | "those").then_some(at + 2);
    let counted = line.lower(at + 1) == "the" && matches!(line.lower(at + 2), "two" | "three" | "four");
    let counted = counted.then(|| if line.pos(at + 3) == Pos::Noun { at + 4 } else { at + 3 });
    them.or(counted).filter(|_| line.lower(at) == "of")
}

/// The things that a turn names side by side: the items of its answer, else the names of its question.
fn several(turn: &Turn, table: &Table) -> Option<Vec<String>> {
    let items: Vec<&str> = turn.items().collect();
    // Of names and words beside them, the names are meant.
    let name = |item: &&str| item.starts_with(char::is_uppercase);
    let names =
        if items.iter().filter(|item| name(item)).count() > 1 { items.iter().copied().filter(|i| name(i)).collect() } else { items };
    let items: Vec<String> = names.into_iter().map(str::to_string).collect();
    let place = table.turns.iter().rev().position(|other| std::ptr::eq(&**other, turn))?;
    let named = |c: &&Candidate| c.named && !c.plural && c.age == place && c.origin == Origin::Question;
    let mut asked: Vec<String> = table.candidates.iter().filter(named).map(|c| c.text.clone()).collect();
    asked.sort_by_key(|text| turn.line.text.find(text));
    [items, asked].into_iter().find(|texts| texts.len() > 1)
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
