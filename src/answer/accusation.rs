//! What somebody is accused of, tried for or found guilty of: what stands behind the preposition of a verb or noun of accusing.

use crate::answer::query::{Bound, Query};
use crate::answer::subject::{agreement, asked};
use crate::answer::succession::is_of_time;
use crate::answer::verdict::{Verdict, answered, squeeze, unknown};
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::{Accusations, Shape};
use crate::question::{Part, Question};
use crate::text::term::term;
use crate::text::{Pos, Span, Tag, Word};

/// How sure it is.
const SURE: f64 = 0.8;

/// What the question wants somebody to be accused of; unknown where it asks that and no sentence tells. What somebody was arrested or sued for may be told in other ways, too.
pub fn accusation(question: &Question, query: &Query) -> Option<Verdict> {
    let list = &question.wording.accusations;
    let asks = question.reading.words.first().is_some_and(|w| matches!(w.tag, Tag::Wp | Tag::Wdt));
    let shape = !matches!(question.shape, Shape::YesNo | Shape::Choice | Shape::Count | Shape::Topic | Shape::Summary);
    let wanted = asked_word(question, list).filter(|_| asks && shape)?;
    let whom = asked(question, query);
    let mut told = Vec::new();
    // "Over the gathering": what else the question says must be told of, too.
    let content = |b: &Bound| matches!(b.term.part, Part::Other | Part::Verb) && b.weight >= 1.0 && b.count > 0;
    let plain =
        |b: &Bound| [wanted].into_iter().chain(list.offences.iter()).any(|word| question.reading.words[b.term.words.0].lemma == word);
    let beside: Vec<usize> = (0..query.terms.len()).filter(|&t| content(&query.terms[t]) && !plain(&query.terms[t])).collect();
    let speaks = |s: usize| beside.is_empty() || beside.iter().any(|&t| query.holds(s, t) > 0.0);
    for (sentence, annotation) in query.known.annotations.iter().enumerate().filter(|(s, _)| speaks(*s) && is_of_time(question, query, *s))
    {
        let own = agreement(whom.as_ref(), query, sentence, query.places(sentence));
        let names_held = || query.terms.iter().enumerate().all(|(t, b)| !b.is_name() || query.holds(sentence, t) > 0.0);
        for (word, at) in annotation.reading.words.iter().enumerate() {
            let same = term(&at.lemma) == term(wanted);
            let implies = list.level(wanted).is_some_and(|level| list.level(&at.lemma) >= Some(level));
            if (same || implies) && own[word].unwrap_or_else(names_held) {
                let rank = if same { None } else { list.level(&at.lemma) };
                told.extend(charge(annotation, list, word).map(|span| (rank, sentence, span)));
            }
        }
    }
    let first = told.into_iter().min_by_key(|(rank, sentence, _)| (*rank, *sentence));
    let Some((_, sentence, span)) = first else {
        let untold = || unknown("no sentence tells of what they are accused".into(), "nothing behind a word of accusing");
        return list.level(wanted).map(|_| untold());
    };
    let answer = squeeze(span.of(&query.known.annotations[sentence].text));
    Some(answered(answer, vec![(sentence, vec![span])], SURE, "a sentence tells of what they are accused".into()))
}

/// The word of accusing by which a question asks: "What is she accused of?", "What were the charges against her?"; not that of "What did they charge for it?".
fn asked_word<'q>(question: &'q Question, list: &Accusations) -> Option<&'q str> {
    let words = &question.reading.words;
    let place = (0..words.len()).find(|&w| list.has(&words[w].lemma) && matches!(words[w].pos, Pos::Verb | Pos::Noun | Pos::Adj))?;
    // "What was she accused of?", "What was she accused of in 1931?"
    let last = words.iter().rposition(|w| w.pos != Pos::Punct);
    let stranded = [last, Some(place + 1)].into_iter().flatten().any(|w| w > place && is_bare(words, w, list));
    let priced = words[place].lemma == "charge" && words[place].pos == Pos::Verb && place > 1 && !words.iter().any(|w| w.lemma == "with");
    // "What did the court of inquiry find on it?" asks for nothing of the kind.
    let root = question.reading.root().map(|root| (root, &*words[root].lemma));
    let noun = words[place].pos == Pos::Noun;
    let turns =
        root.is_some_and(|(root, lemma)| !noun || root == place || matches!(lemma, "be" | "face" | "get" | "have" | "what" | "which"));
    let offence = question.focus.into_iter().chain([1]).any(|w| words.get(w).is_some_and(|word| list.offences.has(&word.lemma)));
    let person = question.answer_type.starts_with("HUM") || question.answer_type.starts_with("LOC");
    ((stranded && turns || offence) && !priced && !person).then_some(&*words[place].lemma)
}

/// Whether a word is a preposition with nothing behind it that could be its own: it ends the question, or another preposition follows.
fn is_bare(words: &[Word], word: usize, list: &Accusations) -> bool {
    let bare = |next: &Word| matches!(next.pos, Pos::Punct | Pos::Adp | Pos::Sconj);
    words.get(word).is_some_and(|own| list.prepositions.has(&own.lemma)) && words.get(word + 1).is_none_or(bare)
}

/// What stands behind a preposition that hangs on a word of accusing.
fn charge(annotation: &Annotation, list: &Accusations, word: usize) -> Option<Span> {
    let (reading, text) = (&annotation.reading, &annotation.text);
    let words = &reading.words;
    let dated = |w: usize| annotation.values.iter().any(|v| v.kind.date().is_some() && v.span.contains(words[w].span));
    let shown = |w: usize| words[w].span.of(text);
    let hangs = |p: &usize| words[*p].head.is_some_and(|head| head > *p && !dated(head) && reading.is_ancestor(word, head));
    let behind = word + 1..(word + 1..words.len()).find(|&w| list.has(&words[w].lemma)).unwrap_or(words.len());
    let find = |lemma: &str| behind.clone().filter(|&w| words[w].lemma == lemma).find(hangs);
    // "Charged 20 pence for a car" accuses nobody.
    let charged = words[word].lemma == "charge" && words[word].pos == Pos::Verb;
    let preposition = list.prepositions.iter().filter(|preposition| !charged || *preposition == "with").find_map(find)?;
    let within: Vec<usize> = reading.subtree(words[preposition].head?).into_iter().filter(|&w| w > preposition).collect();
    let mark = |w: usize| words[w].pos == Pos::Punct;
    let first = within.iter().copied().find(|&w| !mark(w))?;
    // Of words in quotation marks only what stands between them.
    let opened = first > 0 && mark(first - 1) && !matches!(shown(first - 1), "," | "(");
    let closed = || (first..words.len()).find(|&w| mark(w) && !matches!(shown(w), "," | "." | "-")).map(|mark| mark - 1);
    let last = if opened { closed() } else { within.iter().copied().rfind(|&w| !mark(w)) };
    let last = last.filter(|&last| last >= first)?;
    // "Charged with theft and with striking a guard".
    let again = |w: usize| {
        words.get(w + 1).is_some_and(|and| and.lemma == "and") && words.get(w + 2).is_some_and(|p| p.lemma == words[preposition].lemma)
    };
    let end = |w: usize| (w + 3..words.len()).find(|&w| mark(w) || words[w].pos == Pos::Cconj).unwrap_or(words.len()) - 1;
    let last = if again(last) { end(last) } else { last };
    Some(words[first].span.cover(words[last].span))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_somebody_is_accused_of_stands_behind_its_word() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a ferry captain. She condemned the new tolls and spoke for free crossings. In 1931 she became the subject of an inquiry into smuggling. \
             She was summoned in May by the harbour court for \"sailing without a lamp\". In 1932 her mate Olin Pask was charged with theft and convicted of fraud. Ine Vold was charged with arson and with striking a guard, \
             who had locked her in.\n",
            &[
                ("What was Ada Merrow accused of?", Some("smuggling")),
                ("What was she suspected of?", Some("smuggling")),
                ("What was Ada Merrow charged with?", None),
                ("What was she convicted of?", None),
                ("What was she summoned for?", Some("sailing without a lamp")),
                ("What was Olin Pask charged with?", Some("theft")),
                ("What was Olin Pask charged with in 1932?", Some("theft")),
                ("What was Ine Vold charged with?", Some("arson and with striking a guard")),
                ("Which crime was Olin Pask convicted of?", Some("fraud")),
                ("What was Olin Pask accused of?", Some("theft")),
            ],
        );
    }
}
