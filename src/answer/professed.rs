//! Professed: what somebody says of themselves: "described herself as a diver by trade", for "How does she see herself?"

use crate::answer::polarity::is_negated;
use crate::answer::query::Query;
use crate::answer::subject::{agreement, asked};
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::facts::annotation::Annotation;
use crate::question::Question;
use crate::text::{Pos, Reading, Relation, Span};

/// How sure it is.
const SURE: f64 = 0.8;

/// What a sentence tells that somebody calls themselves, where the question asks how they do; `None` where it asks something else, or none does.
pub fn professed(question: &Question, query: &Query) -> Option<Verdict> {
    let list = &question.wording.definitions.professing;
    let asks = question.folded_words().iter().any(|word| matches!(word.as_str(), "how" | "what"));
    let calls = |lemma: &str| list.has(lemma);
    deed(&question.reading, calls).or_else(|| own_views(question, calls)).filter(|_| asks)?;
    let whom = asked(question, query);
    let found = query.known.annotations.iter().enumerate().find_map(|(sentence, annotation)| {
        let verb = deed(&annotation.reading, |lemma| list.has(lemma))?;
        let own = agreement(whom.as_ref(), query, sentence, query.places(sentence))[verb];
        let denied = is_negated(&annotation.reading, &annotation.text, verb);
        let span = said(annotation, verb).filter(|_| own == Some(true) && !denied)?;
        Some((sentence, span))
    });
    let (sentence, span) = found?;
    let answer = squeeze(span.of(&query.known.annotations[sentence].text));
    Some(answered(answer, vec![(sentence, vec![span])], SURE, "a sentence tells what they call themselves".into()))
}

/// A verb of calling whose object is the subject itself: "calls herself".
fn deed(reading: &Reading, calls: impl Fn(&str) -> bool) -> Option<usize> {
    let reflexive = |w: usize| matches!(&*reading.words[w].lemma, "himself" | "herself" | "itself" | "themselves" | "oneself");
    let mut verbs = (0..reading.words.len()).filter(|&w| reading.words[w].pos == Pos::Verb && calls(&reading.words[w].lemma));
    verbs.find(|&verb| (verb + 1..reading.words.len()).take(1).chain(reading.children(verb)).any(reflexive))
}

/// A verb of calling whose object are the subject's own views: "how does she label her own politics?"
fn own_views(question: &Question, calls: impl Fn(&str) -> bool) -> Option<usize> {
    let words = &question.reading.words;
    let own = words.iter().position(|word| word.lemma == "own")?;
    let views = words.get(own + 1).is_some_and(|word| question.wording.definitions.professed.has(&word.lemma));
    (0..own).rfind(|&w| calls(&words[w].lemma)).filter(|_| views)
}

/// What stands behind the "as" or "to be" of a verb of calling, or right behind its object; no preposition: "saw herself in the glass".
fn said(annotation: &Annotation, verb: usize) -> Option<Span> {
    let Annotation { reading, text, .. } = annotation;
    let words = &reading.words;
    let shown = |w: usize| words[w].span.of(text);
    let ends = |w: &usize| matches!(shown(*w), "," | ";" | "." | "(" | ")");
    let behind = verb + 2..(verb + 2..words.len()).find(ends).unwrap_or(words.len());
    let opener = behind.clone().find(|&w| shown(w) == "as").or_else(|| behind.clone().find(|&w| shown(w) == "to"));
    let opened = opener.map_or(behind.start, |w| w + 1);
    let article =
        |w: &usize| words[*w].pos == Pos::Det && matches!(shown(*w), "a" | "an" | "the") || words[*w].pos == Pos::Aux || shown(*w) == "\"";
    let phrase = |w: &usize| !matches!(words[*w].pos, Pos::Adp | Pos::Adv | Pos::Part);
    let start = (opened..behind.end).find(|w| !article(w)).filter(phrase)?;
    let verbal = |w: &usize| words[*w].pos == Pos::Verb && words[*w].relation.base() == Relation::Conj;
    let joint = (start..behind.end).find(|&w| words[w].pos == Pos::Cconj && (w + 1..behind.end).any(|next| verbal(&next)));
    let end = joint.unwrap_or(behind.end);
    let end = if end > start && shown(end - 1) == "\"" { end - 1 } else { end };
    (end > start).then(|| words[start].span.cover(words[end - 1].span))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_somebody_calls_themselves_is_told() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a miller. She wrote for the guild and described herself as a stubborn radical. Her rival Olin Pask, who calls himself \"a baker by \
             trade\", left in 1931. Tom Tarn never described himself as a poet. Bo Lind introduced a boat and \
             described himself to the guild as a sailor.\n",
            &[
                ("How does Ada Merrow see herself?", Some("stubborn radical")),
                ("How does she label herself politically?", Some("stubborn radical")),
                ("What did Olin Pask call himself?", Some("a baker by trade")),
                ("How would Ada Merrow label her own politics?", Some("stubborn radical")),
                ("How did Ada Merrow describe her own mill?", None),
                ("How did Ada Merrow hurt herself?", None),
                ("How did Tom Tarn describe himself?", None),
                ("How did Bo Lind describe himself?", Some("sailor")),
            ],
        );
    }
}
