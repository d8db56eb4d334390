//! Owners: whose a thing is, where the question asks that: "Marx" of "Marx's manifesto" for "Whose manifesto did she read?".

use crate::answer::query::Query;
use crate::question::Question;
use crate::text::{Pos, Relation, Tag};

/// The words of a sentence that name the owners of the thing of which the question asks whose it is; `None` where it does not ask that, or the sentence names
/// none.
pub fn owners(question: &Question, query: &Query, sentence: usize) -> Option<Vec<usize>> {
    let asked = &question.reading.words;
    let whose = asked.iter().find(|w| w.tag == Tag::WpPossessive)?;
    let thing = query.terms.iter().position(|b| whose.head.is_some_and(|head| (b.term.words.0..b.term.words.1).contains(&head)))?;
    let reading = &query.known.annotations[sentence].reading;
    let things = query.places(sentence).iter().copied().filter(|(_, t)| *t == thing).map(|(word, _)| word);
    let own = |&w: &usize| reading.words[w].relation == Relation::NmodPoss && matches!(reading.words[w].pos, Pos::Propn | Pos::Noun);
    let found: Vec<usize> = things.flat_map(|word| reading.children(word)).filter(own).collect();
    (!found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn whose_asks_for_an_owner() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was introduced to the guild by Bela Trask and read Ottilie Brand's manifesto.\n",
            &[("Whose manifesto did Ada Merrow read?", Some("Ottilie Brand"))],
        );
    }
}
