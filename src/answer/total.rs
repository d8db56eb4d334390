//! Totals: the sum of what a document counts apart, where a question counts it together: "How many cooks and stokers signed?" of "40 cooks and 12 stokers".

use std::ops::Range;

use crate::answer::compute::Computed;
use crate::answer::counted::{asked_noun, counted};
use crate::answer::evidence::Evidence;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::spans::Form;
use crate::answer::sums::{asks, near, plain, whole};
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Shape;
use crate::question::Question;
use crate::text::term::term;
use crate::text::{Pos, Relation, Span, Tag};

/// The sum of how many there are of each of several things that the question asks for together; `None` unless the nearest sentences count each.
pub fn total(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    let sentences: Vec<usize> = near(query, evidence).map(|(sentence, _)| sentence).collect();
    let Some(things) = things(question) else { return sentences.iter().find_map(|&sentence| of_kinds(question, query, sentence)) };
    let all_of = |sentences: &[usize]| things.iter().map(|thing| count_of(query, sentences, thing)).collect::<Option<Vec<_>>>();
    // Numbers of one sentence belong together.
    let found = sentences.iter().find_map(|&sentence| all_of(&[sentence])).or_else(|| all_of(&sentences))?;
    let sum = found.iter().map(|count| count.number).sum();
    let mut grounds: Vec<(usize, Vec<Span>)> = Vec::new();
    for count in &found {
        match grounds.iter_mut().find(|(sentence, _)| *sentence == count.sentence) {
            Some((_, spans)) => spans.push(count.span),
            None => grounds.push((count.sentence, vec![count.span])),
        }
    }
    let parts: Vec<String> = found.iter().map(|count| count.number.to_string()).collect();
    Some(whole(sum, grounds, parts.join(" and ")))
}

/// The sum of two numbers before a noun that each count one kind of it, where the question counts them all: "12 stone and five wooden bridges" for "How many
/// bridges …?"
fn of_kinds(question: &Question, query: &Query, sentence: usize) -> Option<Computed> {
    let asked = asked_noun(question).filter(|&noun| question.reading.words[noun - 1].lemma == "many")?;
    let annotation = &query.known.annotations[sentence];
    let words = &annotation.reading.words;
    let noun = term(&question.reading.words[asked].lemma);
    let kind = |w: usize| matches!(words[w].tag, Tag::Nn | Tag::Jj) && term(&words[w].lemma) != noun;
    let counts: Vec<(Range<usize>, Span, f64)> =
        annotation.values.iter().filter_map(|v| Some((annotation.reading.within(v.core), v.core, plain(v)?))).collect();
    counts.windows(2).find_map(|pair| {
        let [(first, one, a), (second, two, b)] = pair else { return None };
        let joined = second.start == first.end + 2 && kind(first.end) && words[first.end + 1].lemma == "and";
        let counted = words.get(second.end + 1).is_some_and(|w| term(&w.lemma) == noun) && kind(second.end);
        let asked = |w: usize| query.places(sentence).iter().any(|(place, _)| *place == w);
        let sums = joined && counted && !asked(first.end) && !asked(second.end);
        sums.then(|| whole(a + b, vec![(sentence, vec![*one, *two])], format!("{a} and {b}")))
    })
}

/// Whether a candidate counts only one of several things that the question counts together: "61 sailors" for "How many sailors and painters …?"
pub fn counts_one_of_several(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let Form::Value(place) = candidate.candidate.form else { return false };
    let Some(things) = things(question) else { return false };
    let Annotation { reading, values, .. } = &query.known.annotations[candidate.sentence];
    let of = |noun: usize, thing: &String| term(&reading.words[noun].lemma) == *thing;
    let joined = |noun: usize| reading.children(noun).any(|c| reading.is(c, Relation::Conj) && things.iter().any(|thing| of(c, thing)));
    counted(reading, &values[place]).is_some_and(|noun| things.iter().any(|thing| of(noun, thing)) && !joined(noun))
}

/// How many there are of one thing, and where that stands.
struct Count {
    number: f64,
    sentence: usize,
    span: Span,
}

/// The things that a question for a number names side by side, each by its noun's [`term`]; `None` where there are not several.
fn things(question: &Question) -> Option<Vec<String>> {
    let words = question.folded_words();
    let counts = question.shape == Shape::Total || question.shape == Shape::Count && asks(words, ["how", "many"]);
    let reading = &question.reading;
    let noun = |w: usize| reading.words[w].pos == Pos::Noun;
    let joined = |first: usize| reading.children(first).filter(move |&c| c > first && reading.is(c, Relation::Conj) && noun(c));
    let first = (0..reading.words.len()).find(|&w| noun(w) && joined(w).next().is_some()).filter(|_| counts)?;
    Some(std::iter::once(first).chain(joined(first)).map(|w| term(&reading.words[w].lemma)).collect())
}

/// The number that the first of some sentences gives of a thing.
fn count_of(query: &Query, sentences: &[usize], thing: &str) -> Option<Count> {
    sentences.iter().find_map(|&sentence| {
        let annotation = &query.known.annotations[sentence];
        let reading = &annotation.reading;
        let of_thing = |noun: usize| term(&reading.words[noun].lemma) == thing;
        let value = annotation.values.iter().find(|value| plain(value).is_some() && counted(reading, value).is_some_and(of_thing))?;
        Some(Count { number: plain(value)?, sentence, span: value.core })
    })
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_is_counted_apart_is_summed() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a baker of Orm. She gathered 90 signatures, among them those of 61 sailors and 14 harbour masters. \
             In 1931 the guild counted twelve cooks.\n",
            &[
                ("How many sailors and harbour masters signed for her?", Some("75")),
                ("How many sailors and harbour masters signed altogether?", Some("75")),
                ("Taken together, how many sailors and cooks were there?", Some("73")),
                ("How many sailors signed for her?", Some("61")),
                ("How many sailors and painters signed for her?", None),
            ],
        );
    }

    #[test]
    fn kinds_are_counted_together() {
        check_answers(
            "= Orm Lake =\n\nThe lake is crossed by 12 stone and five wooden bridges. It has 87 ferries and 23 fishing boats.\n",
            &[("How many bridges cross the lake?", Some("17")), ("How many fishing boats does it have?", Some("23"))],
        );
    }
}
