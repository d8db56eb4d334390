//! Expansions: what an abbreviation stands for has its letters.

use crate::answer::query::Query;
use crate::answer::rank::Piece;
use crate::answer::verdict::{Verdict, answered};
use crate::facts::mentions::{is_short, letters};
use crate::knowledge::rules::Shape;
use crate::question::Question;
use crate::text::Span;

/// Where the question asks what an abbreviation stands for, leaves out the candidates that have not its letters, or have the abbreviation itself.
pub fn drop_other_letters(question: &Question, query: &Query, pieces: &mut Vec<Piece>) {
    let Some(short) = asked(question) else { return };
    pieces.retain(|r| {
        let text = r.candidate.span.of(&query.known.annotations[r.sentence].text);
        !text.contains(short) && is_spelt_by(short, text)
    });
}

/// What stands in brackets right behind the abbreviation of which the question asks what it stands for, where that has its letters.
pub fn expansion(question: &Question, query: &Query) -> Option<Verdict> {
    let short = asked(question)?;
    query.known.annotations.iter().enumerate().find_map(|(sentence, annotation)| {
        let text = &annotation.text;
        let opened = format!("{short} (");
        let start = text.find(&opened).filter(|&at| !text[..at].ends_with(char::is_alphanumeric))? + opened.len();
        let span = Span::new(start, start + text[start..].find(')')?);
        let spelt = is_spelt_by(short, span.of(text));
        spelt.then(|| answered(span.of(text).to_string(), vec![(sentence, vec![span])], EXPANDED, "brackets behind it say so".into()))
    })
}

/// The abbreviation of which the question asks what it stands for.
fn asked<'q>(question: &'q Question) -> Option<&'q str> {
    let short = question.reading.words.iter().map(|w| w.span.of(&question.read)).find(|word| is_short(word));
    short.filter(|_| question.shape == Shape::Expansion)
}

/// How sure brackets are.
const EXPANDED: f64 = 0.9;

/// How many words of a long form may have no letter in the short one.
const SMALL: usize = 3;

/// Whether more than half of an abbreviation's letters open capitalised words of a text, in any order, as of a translated name; or all of them words of any
/// kind, in their order.
fn is_spelt_by(short: &str, text: &str) -> bool {
    let letters = letters(short);
    let firsts = || text.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next());
    let mut capitals: Vec<char> = firsts().filter(|c| c.is_uppercase()).collect();
    let taken = |letter: &&char| capitals.iter().position(|first| first == *letter).map(|place| capitals.swap_remove(place)).is_some();
    let mut rest = firsts().flat_map(char::to_uppercase);
    let mostly = letters.iter().filter(taken).count() * 2 > letters.len();
    let spelt = letters.iter().all(|letter| rest.any(|first| first == *letter));
    (mostly || spelt) && firsts().count() <= letters.len() + SMALL
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::tests::check_answers;

    #[test]
    fn letters_are_spelt() {
        let check = |short, text, expected| assert_eq!(is_spelt_by(short, text), expected, "{short} {text}");
        check("NPA", "New Island Party", true);
        check("NPA", "presented Paula Pask as its candidate", false);
        check("RAM", "random access memory", true);
        check("RAM", "regular member of an academy", false);
        check("UNO", "Organisation des Nations unies", true);
    }

    #[test]
    fn what_has_other_letters_is_no_expansion() {
        check_answers(
            "= Orm =\n\nThe OHC (Orm Harbour Council) chose Ada Merrow as its head. The harbour is run by ZTV director Olin Pask.\n",
            &[
                ("What does OHC stand for?", Some("Orm Harbour Council")),
                ("What is the OHC?", Some("Orm Harbour Council")),
                ("What does ZTV stand for?", None),
            ],
        );
    }
}
