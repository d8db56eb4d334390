//! What is called so: what a sentence says that something is which it calls by a name or a term: "small ponds, called vellings", "all bake at night for a week, a custom
//! known as the dark bread".

use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Words;
use crate::text::wordnet::is_mainly;
use crate::text::{Pos, Relation, Span, Tag};

/// The most words between "known" and "as": "known in the sport as".
const BETWEEN: usize = 4;
/// The most words of an apposition that stands for the whole clause before it: "a custom of the house known as".
const APPOSITION: usize = 5;

/// What a sentence calls by the words at `places`, in order, which match the question; `naming`: participles that introduce a name. `None` where it calls
/// nothing so.
pub fn called(annotation: &Annotation, naming: &Words, places: &[usize]) -> Option<Span> {
    let words = &annotation.reading.words;
    let first = |w: &&usize| !w.checked_sub(1).is_some_and(|before| places.contains(&before));
    places.iter().filter(first).find_map(|&word| {
        let opens = |w: &usize| matches!(words[*w].pos, Pos::Punct | Pos::Det);
        let end = (0..word).rev().find(|w| !opens(w))?;
        let start = introducer(annotation, naming, end)?;
        let last = (0..start).rev().find(|&w| !matches!(words[w].pos, Pos::Punct | Pos::Adv))?;
        if words[last].pos == Pos::Aux {
            return None;
        }
        clause_before(annotation, last).or_else(|| phrase(annotation, last, word))
    })
}

/// Where the words begin that introduce a name and end at `end`: "called", "known locally as".
fn introducer(annotation: &Annotation, naming: &Words, end: usize) -> Option<usize> {
    let words = &annotation.reading.words;
    let lower = |w: usize| words[w].span.of(&annotation.text).to_lowercase();
    let starts = |w: usize| w == end && naming.has(&lower(w)) || w < end && naming.has(&format!("{} {}", lower(w), lower(end)));
    // "The so-called …" says nothing of it.
    let behind = |w: usize| w > 0 && words[w - 1].span.end < words[w].span.start;
    (end.saturating_sub(BETWEEN)..=end).rev().find(|&w| words[w].tag == Tag::Vbn && starts(w) && behind(w))
}

/// The clause that an indefinite apposition ending at `last` stands for, if that names no thing or person: what everybody must do, for "…, a custom".
fn clause_before(annotation: &Annotation, last: usize) -> Option<Span> {
    let words = &annotation.reading.words;
    let shown = |w: usize| words[w].span.of(&annotation.text);
    let comma = (1..=last).rev().take(APPOSITION + 1).find(|&w| shown(w) == ",")?;
    let indefinite = comma < last && matches!(shown(comma + 1), "a" | "an");
    let noun = (comma + 1..=last).find(|&w| words[w].pos == Pos::Noun).unwrap_or(last);
    let concrete = ["artifact", "person", "animal", "location"].iter().any(|class| is_mainly(&words[noun].lemma, class));
    let finite = |w: &usize| matches!(words[*w].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    let tells = (0..comma).any(|w| finite(&w)) && !(comma..=last).any(|w| finite(&w));
    (indefinite && !concrete && tells).then(|| words[0].span.cover(words[comma - 1].span))
}

/// The noun phrase that ends at `last`, with the clause behind the name, whose first word is `name`, that tells more of it.
fn phrase(annotation: &Annotation, last: usize, name: usize) -> Option<Span> {
    let reading = &annotation.reading;
    let own = (0..=last).rev().take(APPOSITION).find(|&w| reading.words[w].pos == Pos::Noun)?;
    let of = |w: usize| reading.words[w].head.filter(|_| reading.is(w, Relation::Nmod) && has_of(annotation, w));
    let noun = std::iter::successors(Some(own), |&w| of(w)).last().unwrap_or(own);
    let says = |w: usize| reading.words[w].pos != Pos::Punct && !is_case(annotation, w);
    let first = reading.subtree(noun).into_iter().find(|&w| w <= noun && says(w))?;
    let named = reading.words[name].head.filter(|&head| head > name).unwrap_or(name);
    let mut behind = reading.children(own).chain(reading.children(named));
    let clause = behind.find(|&c| c > last && reading.words[c].relation == Relation::AclRelcl);
    let end = clause.and_then(|clause| reading.subtree(clause).into_iter().rfind(|&w| says(w))).unwrap_or(last);
    Some(reading.words[first].span.cover(reading.words[end].span))
}

/// Whether "of" stands before a noun.
fn has_of(annotation: &Annotation, noun: usize) -> bool {
    annotation.reading.children(noun).any(|c| annotation.reading.words[c].lemma == "of")
}

/// Whether a word is a preposition.
fn is_case(annotation: &Annotation, word: usize) -> bool {
    annotation.reading.words[word].pos == Pos::Adp
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_is_called_so_is_told() {
        check_answers(
            "= Orm Guild =\n\nThe Orm Guild is a guild of bakers. It built nine small ponds, called vellings, in the hills. All new members must bake at night for two weeks, a \
             custom known locally as the dark bread. The Pask Fund, which pays for the travel of sick bakers, was set up in 1931. She solved the \"ferry puzzle\", the \
             question whether all can cross.\n",
            &[
                ("What are vellings?", Some("nine small ponds")),
                ("what's this dark bread thing?", Some("All new members must bake at night for two weeks")),
                ("What's the Pask Fund all about?", Some("pays for the travel of sick bakers")),
                ("what's this \"ferry puzzle\" thing?", Some("question whether all can cross")),
                ("What's the river called?", None),
                ("Who is the baker?", None),
            ],
        );
    }
}
