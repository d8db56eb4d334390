//! Patterns over a question's words, as rule files spell them.
//!
//! Elements are separated by spaces and match from the question word on:
//!
//! | element | matches |
//! |---|---|
//! | `word` | that word |
//! | `~word` | any form of that verb or noun |
//! | `@set` | a word of the set of that name |
//! | `#class` | a noun of that class of WordNet (`_` for a space) |
//! | `<name>`, `<initials>`, `<number>`, `<quoted>`, `<verb>`, `<participle>`, `<noun>`, `<comma>` | a word of that shape |
//! | `a\|b` | either |
//! | `!a\|b` | a word that is neither |
//! | `_` | any word |
//! | `*` | any number of words, also none |
//! | `x?`, `x+` | `x` or nothing; `x` once or more |
//! | `$` | the end of the question |
//! | `?` | a question mark |
//! | `^` | (first of all) match from the question's first word on |

use serde::{Deserialize, Serialize};

use super::words::Word;
use crate::text::slots::hash_of;
use crate::text::wordnet;

/// A pattern, ready to match.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern {
    from_start: bool,
    elements: Vec<Element>,
    /// For two of its words that must be there, the marks of those it may be, see [`Marks`].
    needs: [Marks; 2],
    /// The marks of the words of which one must come first; all of them where any word may.
    opens: Marks,
}

/// What a word is known by to patterns: its hash. None of two words are alike by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key(u64);

impl Key {
    /// That of a word.
    pub fn of(word: &str) -> Self {
        Self(hash_of(word))
    }
}

/// Which words a question has, at a glance: a bit for each, which others may share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Marks(u64);

impl Marks {
    /// Those of any word.
    const ALL: Self = Self(u64::MAX);

    /// The marks of some words.
    pub fn of(words: impl Iterator<Item = Key>) -> Self {
        Self(words.fold(0, |marks, word| marks | 1 << ((word.0 >> 32) % 64)))
    }

    /// Whether words with these marks and words with others may have one in common.
    fn may_share(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Element {
    Gap,
    End,
    One { any_of: Vec<Test>, negated: bool, times: Times },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Times {
    Once,
    Maybe,
    Some,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Test {
    Any,
    Words(Words),
    Lemmas(Words),
    Class(String),
    Shape(Shape),
}

/// Words of which one must be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Words {
    marks: Marks,
    sorted: Vec<Key>,
}

impl Words {
    fn new(words: &[String]) -> Self {
        let mut sorted: Vec<Key> = words.iter().map(|word| Key::of(word)).collect();
        sorted.sort_unstable();
        Self { marks: Marks::of(sorted.iter().copied()), sorted }
    }

    /// Whether a word is one of them.
    fn hold(&self, word: Key) -> bool {
        self.marks.may_share(Marks::of([word].into_iter())) && self.sorted.binary_search(&word).is_ok()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Shape {
    Name,
    Initials,
    Number,
    Quoted,
    Verb,
    Noun,
    Comma,
    Participle,
}

impl Pattern {
    /// Reads a pattern. `set` gives the words of a set, sorted. An error says what is wrong with which element.
    pub fn parse(text: &str, set: &dyn Fn(&str) -> Option<Vec<String>>) -> Result<Self, String> {
        let (from_start, text) = text.strip_prefix('^').map_or((false, text), |rest| (true, rest));
        let elements: Vec<Element> = text.split_whitespace().map(|element| parse_element(element, set)).collect::<Result<_, _>>()?;
        if elements.is_empty() {
            return Err("a pattern without elements".to_string());
        }
        let mut needs: Vec<Marks> = elements.iter().filter_map(needed).collect();
        needs.sort_by_key(|marks| marks.0.count_ones());
        needs.resize(2, Marks::ALL);
        let opens = elements.first().and_then(needed).unwrap_or(Marks::ALL);
        Ok(Self { from_start, elements, needs: [needs[0], needs[1]], opens })
    }

    /// Whether the words, which have `marks`, match from `asking` on, or from the first on if the pattern begins with `^`.
    pub fn matches(&self, words: &[Word], marks: Marks, asking: usize) -> bool {
        let words = &words[if self.from_start { 0 } else { asking }..];
        let may_match = || words.first().is_none_or(|word| self.opens.may_share(Marks::of([word.key].into_iter())));
        self.needs.iter().all(|needed| needed.may_share(marks)) && may_match() && matches(&self.elements, words)
    }
}

/// The marks of the words that an element may be, if it must be one of certain words.
fn needed(element: &Element) -> Option<Marks> {
    match element {
        Element::One { any_of, negated: false, times: Times::Once | Times::Some } => match &any_of[..] {
            [Test::Words(words)] => Some(words.marks),
            _ => None,
        },
        _ => None,
    }
}

fn parse_element(element: &str, set: &dyn Fn(&str) -> Option<Vec<String>>) -> Result<Element, String> {
    match element {
        "*" => return Ok(Element::Gap),
        "$" => return Ok(Element::End),
        "?" => {
            return Ok(Element::One { any_of: vec![Test::Words(Words::new(&["?".to_string()]))], negated: false, times: Times::Once });
        }
        _ => {}
    }
    let (negated, rest) = element.strip_prefix('!').map_or((false, element), |rest| (true, rest));
    let (rest, times) = match rest.strip_suffix('?') {
        Some(rest) => (rest, Times::Maybe),
        None => rest.strip_suffix('+').map_or((rest, Times::Once), |rest| (rest, Times::Some)),
    };
    let mut words = Vec::new();
    let mut lemmas = Vec::new();
    let mut any_of = Vec::new();
    for part in rest.split('|') {
        match part.chars().next() {
            None => return Err(format!("an empty choice in `{element}`")),
            Some('@') => words.extend(set(&part[1..]).ok_or_else(|| format!("no set is named `{}`", &part[1..]))?),
            Some('~') => lemmas.push(part[1..].to_string()),
            Some('#') => any_of.push(Test::Class(known_class(&part[1..].replace('_', " "))?)),
            Some('<') => any_of.push(Test::Shape(parse_shape(part)?)),
            Some('_') if part == "_" => any_of.push(Test::Any),
            Some(_) => words.push(part.to_string()),
        }
    }
    for (list, test) in [(&lemmas, Test::Lemmas as fn(Words) -> Test), (&words, Test::Words)] {
        if !list.is_empty() {
            any_of.insert(0, test(Words::new(list)));
        }
    }
    Ok(Element::One { any_of, negated, times })
}

/// The class, if WordNet's table has it.
pub(super) fn known_class(name: &str) -> Result<String, String> {
    if wordnet::class_names().any(|known| known == name) {
        Ok(name.to_string())
    } else {
        Err(format!("WordNet's table has no class `{name}`"))
    }
}

fn parse_shape(part: &str) -> Result<Shape, String> {
    Ok(match part {
        "<name>" => Shape::Name,
        "<initials>" => Shape::Initials,
        "<number>" => Shape::Number,
        "<quoted>" => Shape::Quoted,
        "<verb>" => Shape::Verb,
        "<noun>" => Shape::Noun,
        "<comma>" => Shape::Comma,
        "<participle>" => Shape::Participle,
        _ => return Err(format!("no shape is named `{part}`")),
    })
}

fn matches(elements: &[Element], words: &[Word]) -> bool {
    let Some((element, rest)) = elements.split_first() else { return true };
    match element {
        Element::End => words.iter().all(Word::is_mark),
        Element::Gap => (0..=words.len()).any(|n| matches(rest, &words[n..])),
        Element::One { any_of, negated, times } => {
            let here = words.first().is_some_and(|word| any_of.iter().any(|test| passes(test, word)) != *negated);
            match times {
                Times::Once => here && matches(rest, &words[1..]),
                Times::Maybe => here && matches(rest, &words[1..]) || matches(rest, words),
                Times::Some => here && (matches(rest, &words[1..]) || matches(elements, &words[1..])),
            }
        }
    }
}

fn passes(test: &Test, word: &Word) -> bool {
    match test {
        Test::Any => true,
        Test::Words(words) => words.hold(word.key),
        Test::Lemmas(lemmas) => {
            let others = || [word.verb(), word.noun()].into_iter().flatten();
            lemmas.hold(word.key) || others().any(|form| lemmas.hold(Key::of(form)))
        }
        Test::Class(class) => word.noun().is_some_and(|noun| wordnet::is_a(noun, class)),
        Test::Shape(shape) => has_shape(*shape, word),
    }
}

fn has_shape(shape: Shape, word: &Word) -> bool {
    match shape {
        Shape::Name => {
            !word.is_mark() && !word.is_function() && (word.capital || !word.is_number() && word.noun().is_none() && word.verb().is_none())
        }
        Shape::Initials => word.initials,
        Shape::Number => word.is_number(),
        Shape::Quoted => word.quoted,
        Shape::Verb => word.verb().is_some(),
        Shape::Noun => word.noun().is_some(),
        Shape::Comma => word.text == ",",
        Shape::Participle => word.noun().is_none() && word.verb().is_some_and(|verb| verb != word.text),
    }
}
