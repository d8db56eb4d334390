//! Comparisons: whether one has more or less of something than another, by the numbers that one sentence gives of both.

use crate::answer::evidence::Evidence;
use crate::answer::query::Query;
use crate::answer::yes_no::Judgement;
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::{Pos, Tag, Word};

/// How many of the nearest sentences may give the numbers.
const CLOSE: usize = 4;

/// The word of a yes/no question by which it compares amounts, "more" or "less", and where the other side begins: behind "than".
fn compared(question: &Question) -> Option<(bool, usize)> {
    let words = question.folded_words();
    let than = words.iter().position(|w| w == "than")?;
    let by = words[..than].iter().rev().find(|w| matches!(w.as_str(), "more" | "fewer" | "less"))?;
    // "More than 40", "more than once", "more than it did" is no comparison of two.
    let other = question.reading.words[than + 1..].iter().any(|w| matches!(w.pos, Pos::Noun | Pos::Propn));
    let counted = question.values.iter().any(|v| v.core.start >= question.reading.words[than].span.start);
    (other && !counted).then_some((by == "more", than + 1))
}

/// Where the other side of a comparison of equals begins in a yes/no question: behind the second "as" of "as much as Ada Merrow".
fn equalled(question: &Question) -> Option<usize> {
    let words = question.folded_words();
    let opens =
        |w: &[String]| w[0] == "as" && w[2] == "as" && !matches!(w[1].as_str(), "early" | "far" | "late" | "long" | "soon" | "well");
    let second = words.windows(3).position(opens)? + 3;
    question.reading.words[second..].iter().any(|w| matches!(w.pos, Pos::Noun | Pos::Propn)).then_some(second)
}

/// That two are not equal: by a sentence that names the second and says that one has less or more than it.
fn by_inequality(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Judgement> {
    let second = equalled(question)?;
    let named = |t: &usize| query.terms[*t].term.words.0 >= second && query.terms[*t].is_name();
    let told = |sentence: usize| {
        let words = &query.known.annotations[sentence].reading.words;
        let counts = |w: usize| words.get(w + 1).is_some_and(|next| next.pos == Pos::Num);
        let than = (1..words.len()).find(|&w| words[w].lemma == "than" && matches!(words[w - 1].tag, Tag::Jjr | Tag::Rbr) && !counts(w));
        let behind = |t: usize| than.is_some_and(|than| query.places(sentence).iter().any(|&(w, p)| p == t && w > than));
        (0..query.terms.len()).filter(named).any(behind)
    };
    let sentence = evidence.iter().take(CLOSE).map(|e| e.sentence).find(|&s| told(s))?;
    Some(Judgement { sentence, yes: false, confidence: 1.0, ruled: true, because: "one has less or more than the other" })
}

/// Whether the first of two has more, less or as much, as the question claims: by a sentence that has a word for what is compared.
pub fn by_amounts(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Judgement> {
    if let Some(unequal) = by_inequality(question, query, evidence) {
        return Some(unequal);
    }
    let (more, second) = compared(question)?;
    let counted = |t: &usize| {
        let bound = &query.terms[*t];
        let compares = matches!(&*question.folded_words()[bound.term.words.0], "more" | "fewer" | "less");
        bound.term.words.0 < second && !compares && !bound.is_name() && bound.term.part != Part::Topic && bound.term.weight >= 1.0
    };
    let tells = |sentence: usize| (0..query.terms.len()).filter(counted).all(|t| query.holds(sentence, t) > 0.0);
    evidence.iter().take(CLOSE).filter(|e| tells(e.sentence)).find_map(|e| {
        let (one, other) = amounts(query, e.sentence, second)?;
        let yes = if more { one > other } else { one < other };
        let because = "by the numbers of both";
        (one != other).then_some(Judgement { sentence: e.sentence, yes, confidence: 1.0, ruled: true, because })
    })
}

/// Whether a question compares amounts and a sentence compares nothing.
pub fn lacks_comparison(question: &Question, query: &Query, sentence: usize) -> bool {
    let words = &query.known.annotations[sentence].reading.words;
    let compares = |tag: Tag| matches!(tag, Tag::Jjr | Tag::Rbr | Tag::Jjs | Tag::Rbs);
    let equals = || words.iter().any(|w| matches!(&*w.lemma, "as" | "both" | "equal" | "equally" | "like" | "same"));
    compared(question).is_some() && !words.iter().any(|w| compares(w.tag) || matches!(&*w.lemma, "than" | "twice" | "exceed"))
        || equalled(question).is_some() && !equals()
}

/// The numbers that a sentence gives of both: the one behind what stands before "than" in the question, or else the one before the other's; and the one behind
/// what stands after it.
fn amounts(query: &Query, sentence: usize, second: usize) -> Option<(f64, f64)> {
    let places = query.places(sentence);
    let side = |after: bool| {
        let own = |t: usize| {
            let term = query.terms[t].term.words.0;
            if after { term >= second } else { term < second && query.terms[t].is_name() }
        };
        places.iter().filter(|(_, t)| own(*t)).map(|(w, _)| *w).min()
    };
    let numbers = numbers(&query.known.annotations[sentence]);
    let behind = |at: usize| numbers.iter().find(|(w, _)| *w > at).copied();
    let b = side(true)?;
    let other = behind(b)?;
    let one = match side(false) {
        Some(a) => behind(a).filter(|(w, _)| a > b || *w < b)?,
        None => numbers.iter().rev().find(|(w, _)| *w < b).copied()?,
    };
    Some((one.1, other.1))
}

/// The numbers of a sentence that are no dates, each with its word; also those that look like part of a name: "Orm 61".
fn numbers(annotation: &Annotation) -> Vec<(usize, f64)> {
    let number = |(w, word): (usize, &Word)| {
        let value = annotation.values.iter().find(|v| v.core.contains(word.span));
        let told = match value {
            Some(value) => value.kind.amount()?.low,
            None => word.span.of(&annotation.text).replace(',', "").parse().ok()?,
        };
        (word.tag == Tag::Cd).then_some((w, told))
    };
    annotation.reading.words.iter().enumerate().filter_map(number).collect()
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn numbers_of_both_are_compared() {
        check_answers(
            "= Orm Guild =\n\nOf 142 matches Velm has won 49 and Orm 61. Her wage was 350 crowns, while bakers received 600. The mill has many windows. In 1931 Ine Vold was \
             paid a third less than Bo Lind. Uma Tarn was paid more than 40 crowns, and Ivo Sund left.\n",
            &[
                ("Has Velm won more matches than Orm?", Some("no")),
                ("Has Orm won more matches than Velm?", Some("yes")),
                ("Was her wage less than that of the bakers?", Some("yes")),
                ("Does Velm have more schools than Orm?", None),
                ("Does the mill have more windows than the guild?", None),
                ("Was Ine Vold paid as much as Bo Lind?", Some("no")),
                ("Was Uma Tarn paid as much as Ivo Sund?", None),
            ],
        );
    }
}
