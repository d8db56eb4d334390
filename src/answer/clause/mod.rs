//! Clauses that answer why and how: found by the words that open them, and by how they hang on what the question names.

mod manners;
mod reasons;

use crate::answer::polarity::predicate;
use crate::answer::query::Query;
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Shape;
use crate::question::{Part, Question};
use crate::text::{Pos, Reading, Relation, Span, Tag};

/// A clause that may answer why or how.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clause {
    /// Where it stands in the annotation's text.
    pub span: Span,
    /// How plainly it says that it is one: 1 where the words that open it do, less where it is only implied.
    pub plain: f64,
    /// Its topmost word: an index into the reading's words.
    pub top: usize,
    /// The word that this hangs on, likewise; `None` for the root.
    pub on: Option<usize>,
}

/// How plain a clause is that its opening words say to be one, and one that is only implied.
const STATED: f64 = 1.0;
const IMPLIED: f64 = 0.5;

/// The reasons or manners that a sentence states or implies, the plainest first; of those that overlap only the plainest, of manners the longest.
///
/// Reasons: what follows "because", "due to" and the like, an infinitive of purpose, "for" before a gerund, the subject of a verb of causing. Manners: what follows
/// "by" or "through", a participle clause, a phrase with a preposition.
pub fn clauses(question: &Question, annotation: &Annotation) -> Vec<Clause> {
    let mut found = match question.shape {
        Shape::Reason => reasons::reasons(question, annotation),
        Shape::Manner => manners::manners(question, annotation),
        _ => Vec::new(),
    };
    // The whole of a manner tells more than its end; a reason ends with what opens it.
    let length = |clause: &Clause| if question.shape == Shape::Manner { clause.span.end - clause.span.start } else { 0 };
    found.sort_by(|a, b| b.plain.total_cmp(&a.plain).then(length(b).cmp(&length(a))));
    let mut kept: Vec<Clause> = Vec::new();
    for clause in found {
        if kept.iter().all(|other| !other.span.overlaps(clause.span)) {
            kept.push(clause);
        }
    }
    kept
}

impl Clause {
    /// A clause that hangs on the word above its topmost one.
    fn new(annotation: &Annotation, span: Span, plain: f64) -> Self {
        let reading = &annotation.reading;
        let words = reading.within(span);
        let outside = |w: usize| reading.words[w].head.is_none_or(|h| !words.contains(&h));
        let says = |w: &usize| !matches!(reading.words[*w].pos, Pos::Punct | Pos::Cconj);
        let top = words.clone().filter(says).find(|&w| outside(w)).unwrap_or(words.start);
        Self { span, plain, top, on: reading.words[top].head }
    }

    /// Whether it only tells once more what the question asks about: its topmost word stands for one of the question's. `places`: the words of its sentence that
    /// stand for the question's terms ([`Query::places`]).
    pub fn repeats(&self, query: &Query, sentence: usize, places: &[(usize, usize)]) -> bool {
        places.iter().any(|&(w, term)| w == self.top && query.holds(sentence, term) > 0.0)
    }

    /// Whether the words that open it say that it is a reason or manner.
    pub fn is_stated(&self) -> bool {
        self.plain >= STATED
    }

    /// Whether it is part of a clause that describes a noun, and none of some words is.
    pub fn describes_beside(&self, words: &[usize], annotation: &Annotation) -> bool {
        let reading = &annotation.reading;
        let describing = reading.ancestors(self.top).find(|&w| reading.words[w].relation == Relation::AclRelcl);
        describing.is_some_and(|clause| !words.iter().any(|&w| reading.is_ancestor(clause, w)))
    }

    /// The shares of the question's terms, but for the topic, that stand in the clause itself, and in the clause that it hangs on. `places`: as of
    /// [`Clause::repeats`].
    pub fn held(&self, query: &Query, sentence: usize, places: &[(usize, usize)]) -> (f64, f64) {
        let reading = &query.known.annotations[sentence].reading;
        let inside = reading.within(self.span);
        let above = self.on.map_or(Vec::new(), |on| own_words(reading, on));
        let share = |within: &dyn Fn(usize) -> bool| {
            let stands = |t: usize| places.iter().any(|&(w, term)| term == t && within(w));
            query.share(|b| b.term.part != Part::Topic, |t| f64::from(u8::from(stands(t))))
        };
        (share(&|w| inside.contains(&w)), share(&|w| !inside.contains(&w) && above.contains(&w)))
    }
}

/// The words of the clause in which a word stands, without the clauses that hang on it.
fn own_words(reading: &Reading, word: usize) -> Vec<usize> {
    let mut top = predicate(reading, word);
    while let Some(head) = reading.words[top].head.filter(|_| reading.is(top, Relation::Xcomp)) {
        top = predicate(reading, head);
    }
    let clause = |c: usize| match reading.words[c].relation.base() {
        Relation::Advcl | Relation::Parataxis => true,
        Relation::Conj => reading.words[c].pos == Pos::Verb,
        _ => reading.words[c].relation == Relation::AclRelcl,
    };
    reading.subtree_without(top, clause)
}

/// From word `start` to the end of what depends on `head`, or of a verb of which that is the subject, or of a phrase that goes on from it; without a head to the
/// end of the clause by its marks. The final stop is left out.
fn rest(annotation: &Annotation, start: usize, head: Option<usize>) -> Span {
    let words = &annotation.reading.words;
    let shown = |w: usize| words[w].span.of(&annotation.text);
    let ends = |&w: &usize| shown(w) == ";" || shown(w) == "," && words.get(w + 1).is_some_and(|next| next.pos == Pos::Cconj);
    let by_marks = || (start + 1..words.len()).find(ends).unwrap_or(words.len()) - 1;
    let goes_on = |end: &usize| {
        let next = words.get(end + 1);
        next.is_some_and(|w| matches!(w.tag, Tag::Md | Tag::Vbd | Tag::Vbz | Tag::Vbp) || w.pos == Pos::Adp && w.relation == Relation::Case)
    };
    let whole = head.and_then(|h| annotation.reading.subtree(h).last().copied()).filter(|&e| e >= start);
    let end = whole.map_or_else(by_marks, |end| if goes_on(&end) { by_marks().max(end) } else { end });
    let end = (start..=end).rev().find(|&e| shown(e).chars().any(char::is_alphanumeric)).unwrap_or(start);
    let span = words[start].span.cover(words[end].span);
    let open = span.of(&annotation.text).matches('"').count() % 2 == 1;
    if open && annotation.text[span.end..].starts_with('"') { Span::new(span.start, span.end + 1) } else { span }
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    const TEXT: &str = "= Ada Merrow =\n\nAda Merrow was a potter of Orm. Her letters to the bishop led to a quarrel in the guild. She crossed the lake in a borrowed boat. \
                        A fire destroyed her workshop in 1931. The kiln was repaired by the guild. A plan for a bank was dropped in 1935 for want of a licence. \
                        When the mayor raised the rent, she moved her wheel to the market square.\n";

    #[test]
    fn clauses_tell_why_and_how() {
        check_answers(
            TEXT,
            &[
                ("What led to the quarrel in the guild?", Some("Her letters to the bishop")),
                ("Why was the plan for a bank dropped?", Some("for want of a licence")),
                ("How did she cross the lake?", Some("in a borrowed boat")),
            ],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a potter. Her brother Olin Pask, who had lost two fingers at the mill, died of fever in May 1931. Bo Lind died in Velm.\n",
            &[("How did Olin Pask die?", Some("of fever")), ("How did Bo Lind die?", None)],
        );
    }

    #[test]
    fn a_deed_told_is_neither_its_reason_nor_its_manner() {
        check_answers(
            TEXT,
            &[
                ("How did the fire start?", None),
                ("Why did a fire destroy her workshop?", None),
                ("How was the kiln repaired?", None),
                ("Why was the kiln repaired?", None),
            ],
        );
    }

    #[test]
    fn a_reaction_is_told_by_a_sentence() {
        let told = "When the mayor raised the rent, she moved her wheel to the market square.";
        check_answers(TEXT, &[("How did she react when the mayor raised the rent?", Some(told))]);
    }

    #[test]
    fn a_reason_is_none_that_is_denied() {
        check_answers(
            "= Orm Law =\n\nThe Orm Law is a law of Velm. The number of boats rose, not because more were built, as Olin Tarn wrote, but because fewer sank. Jan Rook, who \
             traded with Ine Vold, sold ropes.\n",
            &[("Why did the number of boats rise?", Some("fewer sank")), ("How did Ine Vold lose her eye?", None)],
        );
    }
}
