//! Differences: by how much two amounts of a sentence differ, and by how much a number changed from one date to another.

use std::borrow::Cow;

use crate::answer::cell::cell_at;
use crate::answer::compute::Computed;
use crate::answer::counted::asked_noun;
use crate::answer::evidence::Evidence;
use crate::answer::happening::dates;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::spans::Form;
use crate::answer::sums::{CLOSE, asks, grouped, near, plain, whole, with_number};
use crate::answer::support::coverage;
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::values::{Date, Value, ValueKind};
use crate::text::{Pos, Relation, Span, Tag, Word};

/// The difference that a sentence leaves to be reckoned: "rose from 8,200 to 13,500", "by 301 votes to 274", "estimated at 14 million, it cost 22 million".
pub fn difference(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    if !asks_difference(question) || question.dates.len() > 1 {
        return None;
    }
    near(query, evidence).take(CLOSE / 2).find_map(|(sentence, annotation)| {
        if states_difference(annotation) || lacks_name(query, sentence) || counts_other(question, query, sentence) {
            return None;
        }
        let opens = |at: usize| matches!(annotation.text[..at].split_whitespace().next_back(), Some("from" | "by"));
        let spans = |v: &&Value| opens(v.core.start) && v.kind.amount().is_some() && v.core.of(&annotation.text).contains(" to ");
        let range = annotation.values.iter().find(spans);
        if let Some((value, amount)) = range.and_then(|v| v.kind.amount().filter(|a| a.low < a.high).map(|a| (v, a))) {
            let answer = with_number(value.core.of(&annotation.text), amount.high - amount.low)?;
            let sum = format!("from {} to {}: {answer}", amount.low, amount.high);
            return Some(Computed { answer, grounds: vec![(sentence, vec![value.core])], sum });
        }
        let (a, b) = named_two(question, query, sentence).or_else(|| from_to(annotation)).or_else(|| only_two(annotation))?;
        let (one, two) = (a.kind.amount()?.low, b.kind.amount()?.low);
        let written = if plain(a).is_some() { b } else { a };
        let plainly = plain(a).is_some() && plain(b).is_some();
        let answer = if plainly { grouped((one - two).abs()) } else { with_number(written.core.of(&annotation.text), (one - two).abs())? };
        let sum = format!("from {one} to {two}: {answer}");
        (one != two).then(|| Computed { answer, grounds: vec![(sentence, vec![a.core, b.core])], sum })
    })
}

/// Whether a sentence lacks a name of the question that is not the topic's: "passed the Assembly by 70 votes to 40" for "By how many votes did the Senate pass it?"
fn lacks_name(query: &Query, sentence: usize) -> bool {
    let lacks = |t: usize| query.terms[t].is_name() && query.terms[t].count > 0 && query.holds(sentence, t) == 0.0;
    (0..query.terms.len()).any(lacks)
}

/// Whether a sentence has no word for what the question asks how many more or fewer there are of: "how many fewer deaths".
fn counts_other(question: &Question, query: &Query, sentence: usize) -> bool {
    let compared = |noun: &usize| {
        matches!(&*question.reading.words[noun - 1].lemma, "few" | "fewer" | "less" | "many" | "more")
            && question.reading.words[noun - 1].tag == Tag::Jjr
    };
    let noun = asked_noun(question).filter(compared).and_then(|noun| query.term_at(noun));
    noun.is_some_and(|t| query.terms[t].count > 0 && query.holds(sentence, t) == 0.0)
}

/// Whether a sentence gives by how much two numbers differ itself ("rose by 40", "an increase of 40", "40 votes ahead"), or a range that is only guessed.
fn states_difference(annotation: &Annotation) -> bool {
    annotation.values.iter().any(|v| is_difference(annotation, v))
}

/// Whether a value is such a difference or range.
fn is_difference(annotation: &Annotation, v: &Value) -> bool {
    let amount = plain(v).is_some() || matches!(v.kind, ValueKind::Money { .. } | ValueKind::Percent(_) | ValueKind::Measure { .. });
    let text = &annotation.text;
    amount && {
        let before: Vec<Cow<str>> = text[..v.core.start].split_whitespace().rev().take(2).map(fold).collect();
        let after: Vec<Cow<str>> = text[v.core.end..].split_whitespace().take(3).map(fold).collect();
        let by = before.first().is_some_and(|w| w == "by") && from_to(annotation).is_none();
        let guessed = before.first().is_some_and(|w| w == "from") && before.get(1).is_some_and(|w| w == "ranging" || w == "range");
        let noun =
            matches!(before.iter().map(AsRef::as_ref).collect::<Vec<_>>()[..], ["of", "increase" | "decrease" | "rise" | "drop" | "fall"]);
        let more =
            after.first().is_some_and(|w| matches!(w.as_ref(), "more" | "fewer" | "less")) && after.get(1).is_some_and(|w| w == "than");
        by || guessed || noun || more || after.iter().any(|w| matches!(w.as_ref(), "ahead" | "behind" | "short"))
    }
}

/// Whether a question begins with "by how much", or asks "how many more … than" or by how many something fell short, and a candidate is a value that is no difference: "rose to 41,300".
pub fn is_no_difference(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let words = question.folded_words();
    let by_how = matches!(words, [by, how, many, ..] if by == "by" && how == "how" && matches!(many.as_str(), "many" | "much"));
    let more = |w: &String| matches!(w.as_str(), "more" | "less" | "fewer");
    let than = words.windows(3).any(|w| w[0] == "how" && more(&w[2])) && words.iter().any(|word| word == "than");
    let annotation = &query.known.annotations[candidate.sentence];
    let value = match candidate.candidate.form {
        Form::Value(place) => Some(&annotation.values[place]),
        _ => None,
    };
    let short = words.iter().any(|word| word == "short") && words.iter().any(|word| word == "by");
    (by_how || than || short) && !value.is_some_and(|value| is_difference(annotation, value))
}

/// Whether a question asks by how much two numbers differ.
fn asks_difference(question: &Question) -> bool {
    const NOUNS: [&str; 9] = ["decrease", "difference", "excess", "gap", "growth", "increase", "margin", "overrun", "rise"];
    const VERBS: [&str; 15] = [
        "cut", "decline", "decrease", "differ", "drop", "exceed", "fall", "grow", "increase", "lose", "reduce", "rise", "shed", "shrink",
        "wipe",
    ];
    const OTHERS: [&str; 8] = ["what", "when", "where", "which", "who", "whom", "whose", "why"];
    let words = question.folded_words();
    let by_how = words.windows(3).any(|w| w[0] == "by" && w[1] == "how" && matches!(w[2].as_str(), "many" | "much"));
    let by_what =
        |w: &[String]| w[0] == "by" && matches!(w[1].as_str(), "what" | "which") && (NOUNS.contains(&w[2].as_str()) || w[2] == "majority");
    let by_how = by_how || words.windows(3).any(by_what);
    let how = asks(words, ["how", "much"]) || asks(words, ["how", "many"]);
    let more = |w: &String| matches!(w.as_str(), "more" | "less" | "fewer");
    let than = words.windows(2).any(|w| more(&w[0]) && w[1] == "than");
    let compares = words.windows(3).any(|w| w[0] == "how" && more(&w[2])) || asks(words, ["how", "many"]) && than;
    // "How many drowned when the bridge fell?" asks for no difference.
    let main = |w: &Word| !matches!(w.relation, Relation::Advcl | Relation::AclRelcl);
    // Nor does "how many did it wipe out?"
    let out = words.iter().any(|word| word == "out");
    let changes = question.reading.words.iter().any(|w| w.pos == Pos::Verb && main(w) && VERBS.contains(&w.lemma.as_str())) && !out;
    let noun = question.reading.words.iter().any(|w| w.pos == Pos::Noun && NOUNS.contains(&w.lemma.as_str()));
    let to_what = words.windows(2).any(|w| w[0] == "to" && matches!(w[1].as_str(), "what" | "which"));
    // "Who fought the increase?" asks for no number, "member increase 1990" does.
    let other = |word: &String| OTHERS.contains(&word.as_str()) && word != "what";
    // "What did it cost before the increase?" asks for one of the two.
    let at_change = |w: &[String]| matches!(w[0].as_str(), "before" | "after") && (w[1] == "the" || NOUNS.contains(&w[1].as_str()));
    let noun = noun && !words.iter().any(other) && !words.windows(2).any(at_change);
    let asked = question.text.trim_end().ends_with('?') && question.reading.words.iter().any(|w| w.relation.base() == Relation::Nsubj);
    let keywords = !asked && !words.iter().any(|w| OTHERS.contains(&w.as_str()) || w == "how") && !has_pronoun(question);
    (by_how || compares || (how || keywords) && changes || noun) && !to_what && question.answer_type != "NUM:perc"
}

/// Whether a question has a pronoun, as a sentence has and keywords have not: "and then he lost at the court, too?"
fn has_pronoun(question: &Question) -> bool {
    question.reading.words.iter().any(|w| w.pos == Pos::Pron)
}

/// Two values of which the second stands behind "to", the first behind "from" or "by": "from 8,200 in May to 13,500".
fn from_to(annotation: &Annotation) -> Option<(&Value, &Value)> {
    let opens = |at: usize| matches!(annotation.text[..at].split_whitespace().next_back(), Some("from" | "by"));
    let amounts: Vec<&Value> = annotation.values.iter().filter(|v| v.kind.date().is_none()).collect();
    let pairs = amounts.iter().copied().zip(amounts.iter().copied().skip(1));
    pairs.filter(|(a, b)| opens(a.core.start) && alike(a, b)).find(|(a, b)| {
        let between = annotation.text.get(a.core.end..b.core.start).unwrap_or("");
        between.split_whitespace().next_back() == Some("to") && between.split_whitespace().count() < 8
    })
}

/// The counts of the two things that a question compares: "how many more mayors than councillors" of "122, including 87 mayors and 23 councillors".
fn named_two<'a>(question: &Question, query: &'a Query, sentence: usize) -> Option<(&'a Value, &'a Value)> {
    question.folded_words().iter().position(|word| word == "than")?;
    let annotation = &query.known.annotations[sentence];
    let places = query.places(sentence);
    let named = |v: &&Value| {
        let end = annotation.reading.within(v.core).end;
        plain(v).is_some()
            && places.iter().any(|(w, t)| (end..end + 2).contains(w) && !matches!(query.terms[*t].term.part, Part::Topic | Part::Verb))
    };
    match annotation.values.iter().filter(named).collect::<Vec<_>>()[..] {
        [a, b] => Some((a, b)),
        _ => None,
    }
}

/// The only two amounts of a sentence, if they are alike.
fn only_two(annotation: &Annotation) -> Option<(&Value, &Value)> {
    let counts = |v: &&Value| plain(v).is_some_and(|n| n > 1.0) || matches!(v.kind, ValueKind::Money { .. } | ValueKind::Measure { .. });
    let amounts: Vec<&Value> = annotation.values.iter().filter(counts).collect();
    let noun = |v: &Value| {
        let next = annotation.reading.words.get(annotation.reading.within(v.core).end)?;
        (next.pos == Pos::Noun).then_some(next.lemma.as_str())
    };
    // "12 men and 30 horses" are not to be compared.
    let others = |a: &Value, b: &Value| noun(a).zip(noun(b)).is_some_and(|(one, two)| one != two);
    // "£5 million rather than 3.5", but not "900 birds, £2,000".
    let bare = |v: &Value| plain(v).is_some() && noun(v).is_none();
    match amounts[..] {
        [a, b] if others(a, b) => None,
        [a, b] if alike(a, b) || bare(a) && plain(b).is_none() || bare(b) && plain(a).is_none() => Some((a, b)),
        _ => None,
    }
}

/// Whether two values are counts, sums of one currency, or measures of one unit.
fn alike(a: &Value, b: &Value) -> bool {
    match (&a.kind, &b.kind) {
        (ValueKind::Money { currency: one, .. }, ValueKind::Money { currency: two, .. }) => one == two,
        (ValueKind::Measure { unit: one, .. }, ValueKind::Measure { unit: two, .. }) => one == two,
        _ => plain(a).is_some() && plain(b).is_some(),
    }
}

/// By how much a number changed from one date of the question to another.
pub fn change(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Computed> {
    let words = question.folded_words();
    const CHANGES: [&str; 12] =
        ["change", "decline", "decrease", "drop", "exceed", "fall", "grow", "growth", "increase", "rise", "shrink", "more"];
    const ASKING: [&str; 8] = ["how", "what", "when", "where", "which", "who", "whose", "why"];
    let changes = question.reading.words.iter().any(|w| CHANGES.contains(&w.lemma.as_str()));
    let keywords = !words.iter().any(|w| ASKING.contains(&w.as_str())) && !has_pronoun(question);
    let wanted = changes && (keywords || asks(words, ["how", "many"]) || asks(words, ["how", "much"]));
    let (first, second) = match &question.dates[..] {
        [first, second] => (first.clone(), second.clone()),
        [Date::Range(from, to)] => (Date::At(*from), Date::At(*to)),
        _ => return None,
    };
    if !wanted {
        return None;
    }
    let in_table = |date: &Date| {
        let (sentence, span) = cell_at(question, query, std::slice::from_ref(date), &CHANGES)?;
        let number = query.known.annotations[sentence].values.iter().find(|v| v.core == span)?;
        Some((sentence, span, number.kind.amount()?.low))
    };
    let told = |date: &Date| {
        evidence.iter().take(CLOSE).map(|e| e.sentence).filter(|&s| coverage(query, s) > 0.0).find_map(|sentence| {
            let annotation = &query.known.annotations[sentence];
            let (place, _) = dates(query, sentence).into_iter().find(|(_, d)| d.overlaps(date))?;
            let number = annotation.values.iter().filter(|v| plain(v).is_some()).min_by_key(|v| distance(v.core, place))?;
            Some((sentence, number.core, plain(number)?))
        })
    };
    let cells = in_table(&first).zip(in_table(&second));
    let ((s1, p1, n1), (s2, p2, n2)) = cells.or_else(|| told(&first).zip(told(&second)))?;
    let grounds = if s1 == s2 { vec![(s1, vec![p1, p2])] } else { vec![(s1, vec![p1]), (s2, vec![p2])] };
    (p1 != p2 || s1 != s2).then(|| whole((n1 - n2).abs(), grounds, format!("from {n1} to {n2}")))
}

fn distance(a: Span, b: Span) -> usize {
    if a.end <= b.start { b.start - a.end } else { a.start.saturating_sub(b.end) + 1 }
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn a_difference_is_reckoned_where_it_is_asked_for() {
        check_answers(
            "= Orm Herald =\n\nCirculation dropped from 52,000 in 1950 to 19,000 in 1965. The guild had five printers at first and 64 by 2005. Each boat needed 500 \
             signatures; the crew collected 537 for it. Olin Pask lost at the guild court by six votes to three. The \
             chapel held 300 people. A spill wiped out 900 eels; the mill was fined 2,000 crowns.\n",
            &[
                ("drop in circulation 1950 to 1965", Some("33,000")),
                ("By how many copies did circulation drop?", Some("33,000")),
                ("guild printers increase until 2005", Some("59")),
                ("How many signatures more than needed did the crew collect?", Some("37")),
                ("By how many people had the chapel grown?", None),
                ("How many eels did the spill wipe out?", Some("900")),
                // A sentence asks for none.
                ("and then he lost at the guild court?", None),
            ],
        );
    }

    #[test]
    fn a_difference_is_of_what_is_asked_about() {
        check_answers(
            "= Orm Law =\n\nThe Orm Law is a law of Velm. The changes passed the Assembly by 70 votes to 40, and the Senate in May. The settlement was accepted by 490 votes to 370.\n\nThe number of boats fell from 90 to 50.\n",
            &[
                ("How many fewer deaths did the Orm Law bring?", None),
                ("How many fewer boats were there?", Some("40")),
                ("By what majority was the settlement accepted?", Some("120")),
            ],
        );
    }
}
