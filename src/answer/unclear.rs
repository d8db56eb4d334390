//! Unclear: words of a question that mean somebody or something without saying who or what.

use crate::answer::query::Query;
use crate::question::{Part, Question};
use crate::text::names::NameKind;
use crate::text::{Pos, Relation, Tag};

/// The pronoun for a person in a question that says nothing else, where the document is about nobody: "Tell me more about her."
pub fn of_nobody<'q>(question: &'q Question, query: &Query) -> Option<&'q str> {
    let somebody = query.known.cast.protagonist().is_some_and(|member| member.kind == NameKind::Person);
    let bare = !somebody && query.terms.iter().all(|b| b.term.part == Part::Topic);
    let pronoun = question.reading.words.iter().find(|w| w.pos == Pos::Pron && matches!(&*w.lemma, "he" | "she"));
    pronoun.filter(|_| bare).map(|w| w.span.of(&question.read))
}

/// The words by which a question means one of several without a noun that tells of what: "the old one", not "the one who led it" nor "one of the new ones".
pub fn unnamed<'q>(question: &'q Question) -> Option<&'q str> {
    let reading = &question.reading;
    let words = &reading.words;
    let the = |w: usize| reading.child(w, Relation::Det).is_some_and(|det| matches!(&*words[det].lemma, "the" | "this" | "that"));
    let told = |w: usize| {
        reading.children(w).any(|c| c > w && words[c].pos != Pos::Punct && reading.is(c, Relation::Acl) || reading.is(c, Relation::Nmod))
    };
    // "The second one" is one of those that the document counts.
    let counted =
        |c: usize| question.values.iter().any(|v| v.core.contains(words[c].span)) || matches!(&*words[c].lemma, "first" | "last" | "next");
    let plain = |w: usize| reading.child(w, Relation::Amod).is_some_and(|c| !counted(c));
    let quoted = question.read.contains(['"', '“']);
    let bare = |&w: &usize| words[w].lemma == "one" && words[w].tag != Tag::Nns && plain(w) && the(w) && !told(w) && !quoted;
    let one = (0..words.len()).find(bare)?;
    let det = reading.child(one, Relation::Det)?;
    Some(words[det].span.cover(words[one].span).of(&question.read))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_is_not_named_is_not_guessed() {
        check_answers(
            "= Orm Guild =\n\nThe Orm Guild is a guild of divers. It had 40 members in 1931. Its hall is the tallest one in Velm.\n",
            &[
                ("How many members did the Orm Guild have?", Some("40")),
                ("How many members did the old one have?", None),
                ("How many members does the new one have?", None),
            ],
        );
    }
}
