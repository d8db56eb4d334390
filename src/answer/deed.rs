//! Deeds told by a noun: from whom the threats, the support or the criticism came, for "Who threatened her?".

use crate::answer::evidence::Evidence;
use crate::answer::polarity::is_negated;
use crate::answer::query::Query;
use crate::answer::types::is_wing;
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::facts::annotation::Annotation;
use crate::question::Question;
use crate::text::names::NameKind;
use crate::text::wordnet::is_mainly;
use crate::text::{Pos, Reading, Relation, Span};

/// How sure it is.
const SURE: f64 = 0.6;
/// How many of the nearest sentences are looked at.
const CLOSE: usize = 3;
/// How well a sentence holds a verb for which it has a noun that is derived from it, or as good.
const SAME: f64 = 0.8;
/// Verbs for whose nouns "from" tells what was left, and not who did it: "her dismissal from the guild".
pub(super) const LEAVING: [&str; 14] = [
    "ban", "depart", "dismiss", "escape", "exclude", "expel", "free", "release", "remove", "resign", "retire", "separate", "transfer",
    "withdraw",
];

/// Verbs that hope for or fear a deed, which then need not have been done: "sought support from the guild".
const HOPING: [&str; 12] = ["ask", "await", "demand", "expect", "fear", "hope", "lack", "need", "request", "seek", "want", "welcome"];

/// From whom that came which the question asks who did it to somebody, or who was behind it, where one of the nearest sentences has a noun for it: "insults from the far
/// left".
pub fn source(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let asked = &question.reading;
    let who = question.folded_words().first().is_some_and(|word| word == "who") && question.answer_type == "HUM:ind";
    let root = asked.root().filter(|_| who)?;
    let (deed, whom) = match behind(question) {
        Some(noun) => (noun, asked.child(noun, Relation::Nmod)),
        None if asked.words[root].pos == Pos::Verb && !LEAVING.contains(&&*asked.words[root].lemma) => {
            (root, Some(undergoer(asked, root)?))
        }
        None => return None,
    };
    let verb = query.term_at(deed)?;
    let whom: Vec<usize> = whom.map_or(Vec::new(), |whom| asked.subtree(whom)).into_iter().filter_map(|w| query.term_at(w)).collect();
    let named = |s: usize| whom.is_empty() || whom.iter().any(|&t| query.holds(s, t) > 0.0);
    evidence.iter().take(CLOSE).map(|e| e.sentence).filter(|&s| named(s)).find_map(|sentence| {
        let annotation = &query.known.annotations[sentence];
        let words = &annotation.reading.words;
        let hoped = |w: usize| annotation.reading.ancestors(w).any(|above| HOPING.contains(&&*words[above].lemma));
        let so = |w: usize| !hoped(w) && !is_negated(&annotation.reading, &annotation.text, w);
        let is_deed = |w: usize| words[w].pos == Pos::Noun && query.holds(sentence, verb) >= SAME && so(w);
        let mut nouns = query.places(sentence).iter().filter(|&&(w, t)| t == verb && is_deed(w)).map(|&(w, _)| w);
        let span = nouns.find_map(|noun| doer(annotation, noun))?;
        Some(answered(squeeze(span.of(&annotation.text)), vec![(sentence, vec![span])], SURE, "a noun tells from whom it came".into()))
    })
}

/// The noun for what the question asks who was behind it.
fn behind(question: &Question) -> Option<usize> {
    let words = &question.reading.words;
    let behind = words.iter().position(|word| word.lemma == "behind").filter(|&at| at > 0 && words[at - 1].lemma == "be")?;
    words[behind].head.filter(|&noun| words[noun].pos == Pos::Noun)
}

/// To whom the question asks who did something.
fn undergoer(asked: &Reading, verb: usize) -> Option<usize> {
    asked.children(verb).find(|&c| matches!(asked.words[c].relation, Relation::Obj | Relation::NsubjPass))
}

/// Who stands behind "by" or "from" right behind a noun and what is joined to it.
fn doer(annotation: &Annotation, noun: usize) -> Option<Span> {
    let reading = &annotation.reading;
    let words = &reading.words;
    let joined = |w: &usize| matches!(words[*w].pos, Pos::Noun | Pos::Adj | Pos::Cconj);
    let case = (noun + 1..words.len()).find(|w| !joined(w)).filter(|&w| matches!(&*words[w].lemma, "by" | "from"))?;
    let head = words[case].head.filter(|&head| head > case)?;
    let name = annotation.names.iter().find(|name| name.core.contains(words[head].span));
    let somebody = match name {
        Some(name) => matches!(name.kind, NameKind::Person | NameKind::Organisation | NameKind::Group),
        None => is_wing(annotation, head) || ["person", "group"].iter().any(|class| is_mainly(&words[head].lemma, class)),
    };
    let joined = reading.child(head, Relation::Conj).is_some();
    if let Some(person) = name.filter(|name| name.kind == NameKind::Person && !joined) {
        return Some(person.core);
    }
    let aside =
        |w: usize| matches!(words[w].relation.base(), Relation::Parataxis | Relation::Advcl) || words[w].relation == Relation::AclRelcl;
    let own = reading.subtree_without(head, |w| w != head && aside(w));
    let says = |w: &&usize| **w > case && !matches!(words[**w].pos, Pos::Punct | Pos::Det);
    let (first, last) = (own.iter().find(says)?, own.iter().rfind(says)?);
    somebody.then(|| words[*first].span.cover(words[*last].span))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn a_noun_tells_from_whom_it_came() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a baker of Orm. In 1931 Merrow was met with a storm of insults and death threats from the far left. Her book drew harsh criticism \
             from the guild of millers. Her dismissal from the Orm Post was welcomed. The warnings of the painter Ine Vold, for which she was paid, were printed.\n",
            &[
                ("Who threatened Merrow?", Some("far left")),
                ("Who was behind the death threats?", Some("far left")),
                ("Who criticised her book?", Some("guild of millers")),
                ("Who dismissed her?", None),
            ],
        );
    }
}
