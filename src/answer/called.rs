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

/// The most words of a relative clause before its verb: "which the critic Olin Pask named".
const RELATIVE: usize = 6;

/// What a sentence calls by the words at `places`, in order, which match the question; `naming`: participles that introduce a name. `None` where it calls
/// nothing so.
pub fn called(annotation: &Annotation, naming: &Words, places: &[usize]) -> Option<Span> {
    let words = &annotation.reading.words;
    let first = |w: &&usize| !w.checked_sub(1).is_some_and(|before| places.contains(&before));
    places.iter().filter(first).filter(|word| is_whole(annotation, places, **word)).find_map(|&word| {
        let opens = |w: &usize| matches!(words[*w].pos, Pos::Punct | Pos::Det);
        let end = (0..word).rev().find(|w| !opens(w))?;
        if let Some(noun) = named_in_clause(annotation, naming, end) {
            return Some(noun);
        }
        let start = introducer(annotation, naming, end)?;
        if start == 0 {
            return predicate(annotation, end);
        }
        let last = (0..start).rev().find(|&w| !matches!(words[w].pos, Pos::Punct | Pos::Adv))?;
        if words[last].pos == Pos::Aux {
            return None;
        }
        clause_before(annotation, last).or_else(|| phrase(annotation, last, word))
    })
}

/// Whether the name that opens at `word`, where it stands in quotation marks, has no other words than those at `places`: "the Merrow line" is not Merrow.
fn is_whole(annotation: &Annotation, places: &[usize], word: usize) -> bool {
    let words = &annotation.reading.words;
    let quoted = word > 0 && words[word - 1].tag == Tag::OpenQuote;
    let within = (word..words.len()).take_while(|&w| words[w].tag != Tag::CloseQuote);
    !quoted || within.filter(|&w| matches!(words[w].pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Verb)).all(|w| places.contains(&w))
}

/// Where the words begin that introduce a name and end at `end`: "called", "known locally as".
fn introducer(annotation: &Annotation, naming: &Words, end: usize) -> Option<usize> {
    let words = &annotation.reading.words;
    let lower = |w: usize| words[w].span.of(&annotation.text).to_lowercase();
    let starts = |w: usize| w == end && naming.has(&lower(w)) || w < end && naming.has(&format!("{} {}", lower(w), lower(end)));
    // "The so-called …" says nothing of it.
    let behind = |w: usize| w == 0 || words[w - 1].span.end < words[w].span.start;
    let participle = |w: usize| words[w].tag == Tag::Vbn || annotation.reading.is(w, Relation::Acl);
    (end.saturating_sub(BETWEEN)..=end).rev().find(|&w| participle(w) && starts(w) && behind(w))
}

/// The noun that a relative clause says is called so: "their blend of drums and horns, which a critic named "brine rock"". `end`: the word before the name.
fn named_in_clause(annotation: &Annotation, naming: &Words, end: usize) -> Option<Span> {
    let reading = &annotation.reading;
    let words = &reading.words;
    let is_naming = naming.has(&words[end].span.of(&annotation.text).to_lowercase()) && words[end].pos == Pos::Verb;
    let which = (0..end).rev().take(RELATIVE).find(|&w| is_naming && matches!(words[w].tag, Tag::Wdt | Tag::Wp))?;
    let last = (0..which).rev().find(|&w| words[w].pos != Pos::Punct).filter(|&last| words[last].pos == Pos::Noun)?;
    let part = |w: usize| words[w].relation == Relation::Conj || reading.is(w, Relation::Nmod) && has_of(annotation, w);
    let noun = std::iter::successors(Some(last), |&w| words[w].head.filter(|_| part(w))).last().unwrap_or(last);
    let first = reading.subtree(noun).into_iter().find(|&w| w <= noun && !is_case(annotation, w) && words[w].pos != Pos::Punct)?;
    Some(words[first].span.cover(words[last].span))
}

/// What the main clause says that its subject is, behind an opening "known as …" that ends at `opening`.
fn predicate(annotation: &Annotation, opening: usize) -> Option<Span> {
    let reading = &annotation.reading;
    let root = reading.root().filter(|&root| root > opening)?;
    let copula = reading.child(root, Relation::Cop)?;
    let aside = |w: usize| w != root && matches!(reading.words[w].relation.base(), Relation::Parataxis | Relation::Conj);
    let words = reading.subtree_without(root, aside);
    let says = |w: &&usize| **w > copula && reading.words[**w].pos != Pos::Punct;
    Some(reading.words[*words.iter().find(says)?].span.cover(reading.words[*words.iter().rfind(says)?].span))
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
    let opened = |head: usize| reading.child(head, Relation::Det).is_some();
    let of = |w: usize| {
        let head = reading.words[w].head.filter(|&head| head < w && reading.is(w, Relation::Nmod));
        head.filter(|&head| has_of(annotation, w) || opened(head))
    };
    let noun = std::iter::successors(Some(own), |&w| of(w)).last().unwrap_or(own);
    let says = |w: usize| !matches!(reading.words[w].pos, Pos::Aux | Pos::Punct) && !is_case(annotation, w);
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
             question whether all can cross. Its blend of rye, malt and salt, which a critic named \"dusk bread\", found few friends. Known in the hills as \"oven lung\", flour \
             cough is a scarring of the lungs; Olin Pask described it.\n",
            &[
                ("What are vellings?", Some("nine small ponds")),
                ("what's this dark bread thing?", Some("All new members must bake at night for two weeks")),
                ("What's the Pask Fund all about?", Some("pays for the travel of sick bakers")),
                ("what's this \"ferry puzzle\" thing?", Some("question whether all can cross")),
                ("What does \"dusk bread\" mean?", Some("Its blend of rye, malt and salt")),
                ("What is oven lung?", Some("a scarring of the lungs")),
                ("What's the river called?", None),
                ("Who is the baker?", None),
            ],
        );
        check_answers(
            "= Orm Bridge =\n\nThe Orm Bridge is a bridge in Velm. Built by Ada Merrow, it has since 1931 been a pale blue, known locally as \"Merrow blue\", which she chose herself.\n",
            &[("Who's Ada Merrow?", None)],
        );
    }
}
