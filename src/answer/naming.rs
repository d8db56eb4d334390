//! Naming: whether a sentence has a name of the question as a whole, or only words of it in another: "Socialist Workers' Party" is no Socialist Party, the
//! Second World War not the First.

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::query::Query;
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::Pos;
use crate::text::fold::fold;

/// Whether a sentence has the words of a name of the question only apart from one another, where the document has the name as it is elsewhere; or has the name only
/// before another number.
pub fn splits_name(question: &Question, query: &Query, sentence: usize) -> bool {
    let annotations = &query.known.annotations;
    names(question, query).into_iter().any(|name| {
        let own: Vec<Cow<str>> = name.clone().map(|w| fold(question.reading.words[w].span.of(&question.read))).collect();
        let behind = question.reading.words.get(name.end).map(|word| fold(word.span.of(&question.read)));
        let whole = || annotations.iter().any(|a| !starts(&said(a), &own).is_empty());
        has_other_number(&annotations[sentence], &own, behind) || own.len() > 1 && scatters(&annotations[sentence], &own) && whole()
    })
}

/// The names of the question that have several words, or a number behind them.
fn names(question: &Question, query: &Query) -> Vec<Range<usize>> {
    let words = question.reading.words.len();
    let named = |w: usize| query.terms.iter().any(|b| b.term.part == Part::Name && (b.term.words.0..b.term.words.1).contains(&w));
    let mut found: Vec<Range<usize>> = Vec::new();
    for w in (0..words).filter(|&w| named(w)) {
        match found.last_mut().filter(|name| name.end == w) {
            Some(name) => name.end = w + 1,
            None => found.push(w..w + 1),
        }
    }
    found
}

/// The folded words of a sentence.
fn said(annotation: &Annotation) -> Vec<Cow<'_, str>> {
    annotation.reading.words.iter().map(|word| fold(word.span.of(&annotation.text))).collect()
}

/// Where the words of a name stand together.
fn starts(said: &[Cow<str>], name: &[Cow<str>]) -> Vec<usize> {
    (0..said.len()).filter(|&at| said[at..].starts_with(name)).collect()
}

/// Whether a sentence has a name, and each time before another number than that which the question has `behind` it.
fn has_other_number(annotation: &Annotation, name: &[Cow<str>], behind: Option<Cow<str>>) -> bool {
    let Some(asked) = behind.filter(|word| is_number(word)) else { return false };
    let said = said(annotation);
    let starts = starts(&said, name);
    let differs = |at: &usize| said.get(at + name.len()).is_some_and(|number| is_number(number) && *number != asked);
    !starts.is_empty() && starts.iter().all(differs)
}

/// Whether a sentence has the words of a name only apart from one another, and not for being shared: "Ada and Bela Merrow" has Ada Merrow.
fn scatters(annotation: &Annotation, name: &[Cow<str>]) -> bool {
    let said = said(annotation);
    let at: Option<Vec<usize>> = name.iter().map(|word| said.iter().position(|own| own == word)).collect();
    let Some(at) = at.filter(|_| starts(&said, name).is_empty()) else { return false };
    let (first, last) = (at.iter().min().copied().unwrap_or(0), at.iter().max().copied().unwrap_or(0));
    annotation.reading.words[first..=last].iter().all(|word| word.pos != Pos::Cconj)
}

/// Whether a folded word is a number in Roman or Arabic figures.
fn is_number(word: &str) -> bool {
    let roman = |c: char| matches!(c, 'i' | 'v' | 'x');
    !word.is_empty() && (word.chars().all(roman) || word.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn words_of_a_name_are_not_the_name() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow joined the Orm Fishers' League in 1931. She spoke against the Orm League. Her uncle fought in World War II.\n",
            &[
                ("Did Ada Merrow join the Orm Fishers' League?", Some("yes")),
                ("Did Ada Merrow join the Orm League?", None),
                ("When did Merrow join the Orm League?", None),
                ("Did her uncle fight in World War II?", Some("yes")),
                ("Did her uncle fight in World War I?", None),
            ],
        );
    }
}
