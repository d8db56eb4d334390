//! Existence: what there is, where a question asks whether there is any: "two children" for "Did she have any children?", so that a yes tells more than that.

use crate::answer::query::Query;
use crate::question::Question;
use crate::text::{Pos, Reading, Relation, Span};

/// What a sentence that says yes tells to exist, if it counts or names it: the phrase with the noun behind the question's "any", or what does or undergoes what its verb says
/// of "anyone" or "anything". `None` where the question asks for no such thing.
pub fn existing(question: &Question, query: &Query, sentence: usize) -> Option<Span> {
    let asked = &question.reading;
    let words = question.folded_words();
    let any = words.iter().position(|word| matches!(word.as_str(), "any" | "anybody" | "anyone" | "anything"))?;
    let reading = &query.known.annotations[sentence].reading;
    let image = |word: usize| {
        let term = query.term_at(word)?;
        query.places(sentence).iter().find(|(w, t)| *t == term && reading.words[*w].pos == asked.words[word].pos).map(|(w, _)| *w)
    };
    let head = if words[any] == "any" {
        let noun = asked.words.get(any)?.head.filter(|&noun| noun > any && asked.words[noun].pos == Pos::Noun)?;
        image(noun)?
    } else {
        let verb = image(asked.words.get(any)?.head?)?;
        let object = asked.is(any, Relation::Obj);
        let behind = || reading.words[verb].head.filter(|_| reading.words[verb].relation.base() == Relation::Acl);
        reading.child(verb, if object { Relation::Obj } else { Relation::Nsubj }).or_else(behind)?
    };
    let phrase = phrase(reading, head);
    let tells = |w: &usize| reading.words[*w].pos == Pos::Num || reading.words[*w].pos == Pos::Propn;
    phrase.iter().any(tells).then(|| reading.span_of(&phrase))
}

/// A noun with what stands before it as its modifiers, and the names right behind it.
fn phrase(reading: &Reading, head: usize) -> Vec<usize> {
    let modifies =
        |w: usize| reading.words[w].head == Some(head) && !matches!(reading.words[w].pos, Pos::Punct | Pos::Adp | Pos::Cconj | Pos::Verb);
    let start = (0..head).rev().take_while(|&w| modifies(w)).last().unwrap_or(head);
    let end = (head + 1..reading.words.len()).find(|&w| reading.words[w].pos != Pos::Propn).unwrap_or(reading.words.len());
    (start..end).collect()
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn a_yes_tells_what_there_is() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a diver. She had two children by the miller Olin Pask. She kept bees. The atlas was bought in 1981, with three charts missing.\n",
            &[
                ("Did Ada Merrow have any children?", Some("yes, two children")),
                ("Did she keep any bees?", Some("yes")),
                ("Was anything missing?", Some("yes, three charts")),
                ("Did Ada Merrow keep any bees or dogs?", Some("yes")),
                ("Did Ada Merrow have children?", Some("yes")),
            ],
        );
    }
}
