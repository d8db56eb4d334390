//! Siblings: what follows from the family that the document's topic was born into: "a family of five children".

use crate::answer::compute::Computed;
use crate::answer::query::Query;
use crate::answer::sums::{asks, whole};
use crate::facts::annotation::Annotation;
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::values::{Value, ValueKind};
use crate::text::{Pos, Span, wordnet};

/// Words for those who share one's parents.
const SIBLINGS: [&str; 3] = ["brother", "sibling", "sister"];
/// Words of questions for the family that somebody was born into.
const FAMILY: [&str; 5] = ["bear", "birth", "born", "family", "household"];

/// How many brothers and sisters, one less than the children of the family, or how many children the parents had.
pub fn siblings(question: &Question, query: &Query) -> Option<Computed> {
    if !asks(question.folded_words(), ["how", "many"]) {
        return None;
    }
    let asked = relatives(question);
    let of_parents = |lemma: &str| matches!(lemma, "parent" | "child" | "kid");
    let has = |lemma: &str| asked.iter().any(|l| l == lemma);
    let less = if asked.iter().any(|lemma| SIBLINGS.contains(&lemma.as_str())) {
        // How many of them were brothers is told only by how many brothers there were.
        let both = has("sibling") || has("brother") && has("sister") || family(query).is_some_and(|family| has(family.noun));
        (both && asked.iter().all(|lemma| SIBLINGS.contains(&lemma.as_str()))).then_some(1.0)?
    } else {
        let parents = asked.iter().any(|lemma| lemma == "parent") && asked.iter().all(|lemma| of_parents(lemma));
        parents.then_some(0.0)?
    };
    let family = family(query)?;
    let sum = if less > 0.0 { format!("{} less one", family.children) } else { "the children of the family".into() };
    (family.children >= 1.0).then(|| whole(family.children - less, vec![(family.sentence, vec![family.value.core])], sum))
}

/// Whether the document's topic was an only child, where the question asks that, and the sentence that tells it.
pub fn only_child(question: &Question, query: &Query) -> Option<(bool, usize)> {
    let asked = question.folded_words().windows(2).any(|w| w[0] == "only" && matches!(w[1].as_str(), "child" | "kid"));
    let others =
        query.terms.iter().any(|b| b.is_name()) || relatives(question).iter().any(|lemma| !matches!(lemma.as_str(), "child" | "kid"));
    let family = family(query).filter(|_| asked && !others)?;
    Some((family.children == 1.0, family.sentence))
}

/// How many children the family had that the document's topic was born into, which tells neither how many children the topic has nor how many of them were
/// brothers: the sentence and the number's span. `None` where the question asks of no children or brothers, or asks of the family.
pub fn own_generation(question: &Question, query: &Query) -> Option<(usize, Span)> {
    let asked = relatives(question);
    let counted = asked.iter().any(|lemma| matches!(lemma.as_str(), "child" | "kid" | "son" | "daughter" | "brother" | "sister"));
    let elder = asked.iter().any(|lemma| matches!(lemma.as_str(), "parent" | "mother" | "father" | "mum" | "mom" | "dad" | "sibling"));
    let family = || question.reading.words.iter().any(|w| FAMILY.contains(&fold(&w.lemma).as_ref()));
    if !counted || elder || family() {
        return None;
    }
    self::family(query).map(|family| (family.sentence, family.value.core))
}

/// The question's words for relatives, as lemmas.
fn relatives(question: &Question) -> Vec<String> {
    let nouns = question.reading.words.iter().filter(|w| w.pos == Pos::Noun).map(|w| fold(&w.lemma).into_owned());
    nouns.filter(|lemma| lemma == "kid" || wordnet::is_mainly(lemma, "relative")).collect()
}

/// A family that somebody was born into.
struct Family<'a> {
    sentence: usize,
    value: &'a Value,
    /// How many children it had.
    children: f64,
    /// The noun for them, as a lemma: "child", "sister".
    noun: &'a str,
}

/// The first family whose children the document counts, of which its topic was one.
fn family<'a>(query: &'a Query) -> Option<Family<'a>> {
    const CHILDREN: [&str; 6] = ["brother", "child", "daughter", "sibling", "sister", "son"];
    const ONE_OF: [&str; 8] = ["born", "eldest", "family", "middle", "oldest", "only", "youngest", "one"];
    query.known.annotations.iter().enumerate().find_map(|(sentence, annotation)| {
        let reading = &annotation.reading;
        let among = annotation.values.iter().any(|v| matches!(v.kind, ValueKind::Ordinal(_)))
            || reading.words.iter().any(|w| ONE_OF.contains(&fold(w.span.of(&annotation.text)).as_ref()));
        let counted = |v: &&Value| {
            matches!(v.kind, ValueKind::Number(_)) && noun_after(annotation, v, &CHILDREN).is_some() && after_of(annotation, v)
        };
        let value = annotation.values.iter().filter(|_| among).find(counted)?;
        let noun = noun_after(annotation, value, &CHILDREN)?;
        Some(Family { sentence, value, children: value.kind.amount()?.low, noun })
    })
}

/// The one of some nouns that stands among the two words after a number, as a lemma.
fn noun_after<'a>(annotation: &'a Annotation, value: &Value, nouns: &[&str]) -> Option<&'a str> {
    let reading = &annotation.reading;
    let end = reading.within(value.core).end;
    (end..reading.words.len()).take(2).map(|w| &*reading.words[w].lemma).find(|lemma| nouns.contains(lemma))
}

/// Whether "of" or "with" stands before a number: "a family of five children".
fn after_of(annotation: &Annotation, value: &Value) -> bool {
    let start = annotation.reading.within(value.core).start;
    let shown = |w: usize| fold(annotation.reading.words[w].span.of(&annotation.text));
    let article = start > 0 && shown(start - 1) == "the";
    let before = start.checked_sub(1 + usize::from(article)).map(shown);
    before.is_some_and(|word| matches!(&*word, "of" | "with" | "had"))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn a_family_tells_of_siblings() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was born in Orm into a family of five children. She married Olin Pask, a diver.\n",
            &[
                ("How many siblings did she have?", Some("4")),
                ("How many children did her parents have?", Some("5")),
                ("How many brothers did she have?", None),
                ("How many children did she have?", None),
                ("How many children were in her family?", Some("five")),
                ("Was she an only child?", Some("no")),
                ("Was Olin Pask an only child?", None),
            ],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was born in Orm, the fourth of the seven children of a baker.\n",
            &[("How many siblings did she have?", Some("6"))],
        );
    }
}
