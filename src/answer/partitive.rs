//! Partitives: a count whose part a clause tells of: "60 members, a quarter of whom are chosen by the guild", "18 fines, of which five were paid, the others being
//! waived". Asked for what the clause says, the answer is the part, and for what the others did, the rest; never the whole.

use std::ops::Range;

use crate::answer::compute::Computed;
use crate::answer::counted::asked_noun;
use crate::answer::evidence::Evidence;
use crate::answer::link::is_wh;
use crate::answer::query::Query;
use crate::answer::succession::is_of_time;
use crate::answer::sums::{near, whole};
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::term::term;
use crate::text::values::{Amount, Value, ValueKind};
use crate::text::{Pos, Span};

/// Words for a share of a whole.
const SHARES: [(&str, f64); 5] = [("half", 0.5), ("third", 1.0 / 3.0), ("quarter", 0.25), ("fifth", 0.2), ("tenth", 0.1)];

/// A count and what is told of a part of it.
struct Partition {
    /// The count and where it stands.
    whole: (Span, f64),
    /// The part, below 1 where it is a share, and where it stands.
    part: (Span, f64),
    /// The words of the clause about the part.
    clause: Range<usize>,
    /// Those about all the others, if there are such.
    rest: Option<Range<usize>>,
}

/// How many of a counted whole did what the question asks, where a clause tells that of a part of them, or of the others.
pub fn partitive(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    let noun = asked_noun(question)?;
    near(query, evidence).filter(|(sentence, _)| is_of_time(question, query, *sentence)).find_map(|(sentence, annotation)| {
        let told = partition(annotation)?;
        let ((total, sum), (part, number)) = (told.whole, told.part);
        let spans = vec![total, part];
        if asked_in(question, query, sentence, noun, &told.clause) {
            let reckoned = if number < 1.0 { (sum * number).round() } else { number };
            let shown = part.of(&annotation.text);
            return Some(whole(reckoned, vec![(sentence, spans)], format!("{shown} of {sum}")));
        }
        let others = asked_in(question, query, sentence, noun, told.rest.as_ref()?) && number >= 1.0 && number < sum;
        others.then(|| whole(sum - number, vec![(sentence, spans)], format!("{sum} less {number}")))
    })
}

/// The count of a sentence whose part a clause with "of which" or "of whom" tells of.
fn partition(annotation: &Annotation) -> Option<Partition> {
    let reading = &annotation.reading;
    let words = &reading.words;
    let of = (1..words.len().saturating_sub(1)).find(|&w| words[w].lemma == "of" && is_wh(words[w + 1].tag))?;
    let counted = |v: &Value| Some((reading.within(v.core), v.core, number(v)?));
    let numbers: Vec<(Range<usize>, Span, f64)> = annotation.values.iter().filter_map(counted).filter(|(at, ..)| !at.is_empty()).collect();
    let share = SHARES
        .iter()
        .find(|(word, _)| words[of - 1].span.of(&annotation.text) == *word)
        .map(|(_, share)| (of - 1..of, words[of - 1].span, *share));
    let before = share.or_else(|| numbers.iter().find(|(at, ..)| at.end == of).cloned());
    let (at, part, count) = before.or_else(|| numbers.iter().find(|(at, ..)| (of + 2..of + 5).contains(&at.start)).cloned())?;
    let start = at.start.min(of);
    let (_, total, sum) = numbers.iter().rfind(|(at, _, n)| at.end <= start && *n >= 1.0)?;
    let mark = |w: &usize| matches!(words[*w].span.of(&annotation.text), "," | ";");
    let verb = (start..words.len()).find(|&w| words[w].pos == Pos::Verb)?;
    let end = (verb..words.len()).find(mark).unwrap_or(words.len());
    let others = (end..words.len()).find(|&w| matches!(&*words[w].lemma, "rest" | "other" | "others" | "remainder" | "remaining"));
    let rest = others.map(|w| w..(w + 1..words.len()).find(mark).unwrap_or(words.len()));
    Some(Partition { whole: (*total, *sum), part: (part, count), clause: start..end, rest })
}

/// A number that counts, or a share.
fn number(value: &Value) -> Option<f64> {
    match value.kind {
        ValueKind::Number(Amount { low, high }) if low == high && (low < 1.0 || low.fract() == 0.0) => Some(low),
        _ => None,
    }
}

/// Whether some words say what the question asks of what it counts: its very verb stands there and nowhere else.
fn asked_in(question: &Question, query: &Query, sentence: usize, noun: usize, words: &Range<usize>) -> bool {
    let verbs = (0..query.terms.len()).filter(|&t| query.terms[t].term.part == Part::Verb && query.term_at(noun) != Some(t));
    let told = &query.known.annotations[sentence].reading.words;
    let same = |t: usize, w: usize| term(&question.reading.words[query.terms[t].term.words.0].lemma) == term(&told[w].lemma);
    let mut places = verbs.flat_map(|t| query.places(sentence).iter().filter(move |(w, p)| *p == t && same(t, *w))).peekable();
    question.answer_type == "NUM:count" && places.peek().is_some() && places.all(|(w, _)| words.contains(w))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn a_clause_tells_of_a_part_or_the_others() {
        check_answers(
            "= Orm Guild =\n\nThe Orm Guild is led by a board of 60 members, a quarter of whom are chosen by the bakers, and by a warden. It imposed 18 fines, of which five were \
             paid, the others being waived by the warden.\n",
            &[
                ("How many members of the board do the bakers choose?", Some("15")),
                ("How many fines were paid?", Some("5")),
                ("How many fines were waived?", Some("13")),
                ("How many fines did it impose?", Some("18")),
                ("How many members does the board have?", Some("60")),
            ],
        );
    }
}
