//! Said: what somebody said, where a sentence tells it by another verb of speaking: "the guild denounced the fair", for "What did the guild say?"

use crate::answer::polarity::is_negated;
use crate::answer::query::{Bound, Query};
use crate::answer::subject::{Asked, agreement, asked};
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::document::Kind;
use crate::question::{Part, Question};
use crate::text::{Reading, Relation, Span, Tag};

/// How sure it is.
const SURE: f64 = 0.6;

/// What the one sentence tells that somebody, not whom the document is about, said of all else that the question names.
pub fn said(question: &Question, query: &Query) -> Option<Verdict> {
    let (reading, words) = (&question.reading, question.folded_words());
    let opens = words.first().is_some_and(|w| w == "what") && words.get(1).is_some_and(|w| w == "did");
    // "What did she say she would do?" asks for less.
    let says = |root: &usize| opens && reading.words[*root].lemma == "say" && reading.child(*root, Relation::Ccomp).is_none();
    let root = reading.root().filter(says)?;
    let whom = asked(question, query)?;
    let topic = match &whom {
        Asked::Named(terms) => terms.is_empty() || terms.iter().any(|&t| query.terms[t].term.part == Part::Topic),
        Asked::Described(_) => false,
    };
    let about = |b: &Bound| b.term.part != Part::Topic && b.term.weight >= 0.5 && !(b.term.words.0..b.term.words.1).contains(&root);
    let named: Vec<usize> = (0..query.terms.len()).filter(|&t| about(&query.terms[t])).collect();
    let speaking = &question.wording.quotations.speaking;
    let told = query.known.annotations.iter().enumerate().flat_map(|(sentence, annotation)| {
        let prose = matches!(query.known.document.sentences[sentence].kind, Kind::Prose | Kind::Item);
        let all = prose && !topic && named.iter().all(|&t| query.holds(sentence, t) > 0.0);
        let own = if all { agreement(Some(&whom), query, sentence, query.places(sentence)) } else { Vec::new() };
        let reading = &annotation.reading;
        let speaks = move |&verb: &usize| {
            let word = &reading.words[verb];
            let finite = matches!(word.tag, Tag::Vbd | Tag::Vbz) && word.relation.base() != Relation::Acl;
            own[verb] == Some(true) && finite && speaking.has(&word.lemma) && !is_negated(reading, &annotation.text, verb)
        };
        let verbs = (0..if all { reading.words.len() } else { 0 }).filter(speaks);
        verbs.filter_map(move |verb| Some((sentence, clause(reading, verb)?)))
    });
    let told: Vec<(usize, Span)> = told.collect();
    let &[(sentence, span)] = &told[..] else { return None };
    let answer = squeeze(span.of(&query.known.annotations[sentence].text));
    Some(answered(answer, vec![(sentence, vec![span])], SURE, "a sentence tells it by another verb".into()))
}

/// A verb with what stands behind it in its clause, if anything does.
fn clause(reading: &Reading, verb: usize) -> Option<Span> {
    let joined = |c: usize| {
        c != verb && matches!(reading.words[c].relation.base(), Relation::Conj | Relation::Parataxis) && reading.words[c].head == Some(verb)
    };
    let own = reading.subtree_without(verb, |c| joined(c) || c < verb && reading.words[c].head == Some(verb));
    let last = own.into_iter().rfind(|&w| !matches!(reading.words[w].tag, Tag::Comma | Tag::Stop | Tag::Cc))?;
    (last > verb).then(|| reading.words[verb].span.cover(reading.words[last].span))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_was_said_is_told_by_other_verbs() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow is a diver. The guild denounced the fair and Merrow was fined. Olin Pask praised her boat. Olin Pask criticised the harbour. Uma Tarn never defended the ferry.\n",
            &[
                ("What did the guild say?", Some("denounced the fair")),
                ("What did Uma Tarn say about the ferry?", None),
                ("What did Olin Pask say about the harbour?", Some("criticised the harbour")),
            ],
        );
    }
}
