//! Somebody: what they work as, and whom a pronoun means that does what the question asks about.

use crate::answer::definition::{callings, roles};
use crate::answer::evidence::Evidence;
use crate::answer::query::{Bound, Query};
use crate::answer::subject::{agreement, asked};
use crate::answer::support::coverage;
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Shape;
use crate::question::constraints::Lies;
use crate::question::{Part, Question};
use crate::text::fold::{fold, name_words};
use crate::text::wordnet::is_a;
use crate::text::{Pos, Reading, Relation, Span, Tag};

/// The least share of the named words of a question that a sentence must hold to tell what somebody works as: the nearest, and one further off.
const MOSTLY: f64 = 0.6;
const WHOLLY: f64 = 0.99;

/// Whom a pronoun means that is the subject of the question's verb, where the question asks who did something and a near sentence holds the rest.
pub fn meant(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let asked = &question.reading;
    let root = asked.root().filter(|&r| asked.words[r].pos == Pos::Verb && fold(asked.words[0].span.of(&question.read)) == "who")?;
    let passive = |reading: &Reading, verb: usize| reading.child(verb, Relation::AuxPass).is_some();
    let verb = query.term_at(root)?;
    asked.child(root, Relation::Nsubj).filter(|&s| s == 0)?;
    let near = evidence.iter().take(2).filter(|e| coverage(query, e.sentence) >= MUCH && query.holds(e.sentence, verb) > HALF);
    near.into_iter().find_map(|e| {
        let reading = &query.known.annotations[e.sentence].reading;
        let own = |&w: &usize| reading.words[w].pos == Pos::Verb && passive(reading, w) == passive(asked, root);
        let verbs = query.places(e.sentence).iter().copied().filter(|(_, t)| *t == verb).map(|(w, _)| w).filter(own);
        let pronoun = verbs.filter_map(|v| reading.child(v, Relation::Nsubj)).find(|&s| reading.words[s].tag == Tag::Prp)?;
        let name = &query.known.cast.referents(e.sentence).iter().find(|r| (r.first, r.end) == (pronoun, pronoun + 1))?.name;
        let said = fold(&question.read);
        let other = !name_words(name).any(|word| said.contains(&*fold(word)));
        let grounds = vec![(e.sentence, vec![reading.words[pronoun].span])];
        other.then(|| answered(name.clone(), grounds, coverage(query, e.sentence), "a pronoun means them".into()))
    })
}

/// The least share of the question's known terms, and how good a wording of its verb, that a sentence must hold to tell who a pronoun means.
const MUCH: f64 = 0.75;
const HALF: f64 = 0.5;

/// What somebody works as, where a sentence that holds all other words of the question says it.
pub fn occupation(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let opens = question.folded_words().windows(2).any(|w| w[0] == "what" && matches!(w[1].as_str(), "is" | "was" | "were" | "'s"));
    let asks = question.answer_type == "HUM:title" && (question.intent.is_some() || opens);
    let named = |b: &Bound| b.term.weight >= 0.5 && !matches!(b.term.part, Part::Focus | Part::Verb | Part::Topic);
    let share = |e: &Evidence| query.share(named, |t| query.holds(e.sentence, t));
    let close = evidence.iter().take(3).enumerate().filter(|(rank, e)| asks && share(e) >= if *rank == 0 { MOSTLY } else { WHOLLY });
    close.into_iter().find_map(|(_, e)| {
        let places = query.places(e.sentence).iter().copied().filter(|(_, t)| named(&query.terms[*t]));
        let places: Vec<usize> = places.map(|(word, _)| word).filter(|&word| is_owned(query, e.sentence, word)).collect();
        let annotation = &query.known.annotations[e.sentence];
        let told = [roles, callings].into_iter().find_map(|read| read(annotation, &places).into_iter().next());
        let span = told.filter(|span| span.end > span.start)?;
        Some(answered(squeeze(span.of(&annotation.text)), vec![(e.sentence, vec![span])], 0.8, "a sentence says what they work as".into()))
    })
}

/// What the one whom the question asks about is first said to work as, where it says nothing else: "What is his job?"
pub fn own_occupation(question: &Question, query: &Query) -> Option<Verdict> {
    let asks =
        question.answer_type == "HUM:title" && question.intent.is_some() && question.shape != Shape::List && question.dates.is_empty();
    let whom = asked(question, query).filter(|_| asks && is_plain(question, query))?;
    query.known.annotations.iter().enumerate().find_map(|(sentence, annotation)| {
        let own = agreement(Some(&whom), query, sentence, query.places(sentence));
        let subjects = &query.known.outline(sentence).subjects;
        let mut places: Vec<usize> = (0..own.len()).filter(|&w| own[w] == Some(true)).filter_map(|w| subjects[w]).collect();
        places.dedup();
        let told = roles(annotation, &places).into_iter().find_map(|span| unadorned(annotation, span))?;
        Some(answered(squeeze(told.of(&annotation.text)), vec![(sentence, vec![told])], 0.8, "a sentence says what they work as".into()))
    })
}

/// Verbs of beginning a work, one as good as another: "before becoming a baker", "before she went to work as a baker".
const STARTING: [&str; 9] = ["be", "become", "begin", "come", "get", "go", "start", "turn", "work"];

/// What somebody worked as before what the question names, where a sentence says it with the same "before": "She worked as a clerk before joining the guild", for "What
/// did she do before she joined the guild?"
pub fn former_occupation(question: &Question, query: &Query) -> Option<Verdict> {
    let words = question.folded_words();
    let does = words.first().is_some_and(|w| w == "what")
        && words.iter().take_while(|w| *w != "before").any(|w| matches!(w.as_str(), "do" | "doing"));
    let event = question.constraints.events.iter().find(|event| event.lies == Lies::Before)?;
    let whom = asked(question, query).filter(|_| question.answer_type == "HUM:title" || does)?;
    let within = question.reading.within(event.span);
    let starts = |b: &Bound| STARTING.contains(&&*question.reading.words[b.term.words.0].lemma);
    let named = |b: &Bound| within.contains(&b.term.words.0) && b.term.part != Part::Topic && !starts(b);
    (0..query.known.annotations.len()).find_map(|sentence| {
        let annotation = &query.known.annotations[sentence];
        let reading = &annotation.reading;
        let own = agreement(Some(&whom), query, sentence, query.places(sentence));
        let subjects: Vec<usize> =
            (0..own.len()).filter(|&w| own[w] == Some(true)).filter_map(|w| query.known.outline(sentence).subjects[w]).collect();
        let told = roles(annotation, &subjects).into_iter().next()?;
        let verb = reading.ancestors(reading.within(told).start).find(|&w| reading.words[w].pos == Pos::Verb)?;
        let before = |c: &usize| reading.children(*c).any(|m| m < *c && reading.words[m].lemma == "before");
        let then = reading.subtree(reading.children(verb).find(before)?);
        let same = |t: usize| f64::from(u8::from(query.places(sentence).iter().any(|(w, term)| *term == t && then.contains(w))));
        let holds = query.share(named, same) >= MOSTLY;
        // "A clerk for two mills before …": with what stands between.
        let between = reading.within(told).end..*then.first()?;
        let opens = reading.words.get(between.start).is_some_and(|word| word.pos == Pos::Adp);
        let belongs = opens && !between.is_empty() && between.clone().all(|w| reading.words[w].pos != Pos::Verb);
        let told = if belongs { told.cover(reading.words[between.end - 1].span) } else { told };
        holds.then(|| {
            answered(
                squeeze(told.of(&annotation.text)),
                vec![(sentence, vec![told])],
                0.8,
                "a sentence says what they worked as before".into(),
            )
        })
    })
}

/// Whether a question has nothing but its verb, a name and the kind of thing that it asks for: "Which party is he in?".
pub fn is_plain(question: &Question, query: &Query) -> bool {
    let root = question.reading.root().filter(|&root| !matches!(question.reading.words[root].pos, Pos::Noun | Pos::Propn));
    let of_root = |b: &Bound| root.is_some_and(|root| (b.term.words.0..b.term.words.1).contains(&root));
    let light = |b: &Bound| b.term.weight < 0.5 || of_root(b) || matches!(b.term.part, Part::Focus | Part::Topic | Part::Name);
    let bare = question.constraints.rank.is_none() && question.reading.words.iter().all(|w| !matches!(w.pos, Pos::Adj | Pos::Num));
    bare && query.terms.iter().all(light)
}

/// A role without its article and nationality, and with those that are coordinated with it: "diver and poet" of "a Norwegian diver and poet of Orm". `None` where
/// none of them is an occupation.
fn unadorned(annotation: &Annotation, role: Span) -> Option<Span> {
    let words = &annotation.reading.words;
    let own = annotation.reading.within(role);
    let people = |w: usize| annotation.names.iter().any(|n| n.core.contains(words[w].span));
    let hyphen = |w: usize| words[w].tag == Tag::Hyph;
    let describes = |w: usize| matches!(words[w].pos, Pos::Noun | Pos::Adj) && !people(w);
    let joins = |w: usize| describes(w) || hyphen(w) || words[w].pos == Pos::Cconj || words[w].tag == Tag::Comma;
    let head = own.clone().find(|&w| words[w].head.is_none_or(|h| !own.contains(&h)))?;
    let first = (0..=head).rev().take_while(|&w| describes(w) || hyphen(w)).filter(|&w| describes(w)).last()?;
    let run = first..=(head..words.len()).take_while(|&w| joins(w)).filter(|&w| describes(w)).last()?;
    let works = run.clone().any(|w| words[w].pos == Pos::Noun && is_a(&words[w].lemma, "occupation"));
    works.then(|| words[first].span.cover(words[*run.end()].span))
}

/// Whether the possessor of a sentence's word, if it has one, is somebody whom the question names, if it names anybody.
fn is_owned(query: &Query, sentence: usize, word: usize) -> bool {
    let annotation = &query.known.annotations[sentence];
    let Some(owner) = annotation.reading.child(word, Relation::NmodPoss) else { return true };
    let referent = query.known.cast.referents(sentence).iter().find(|r| (r.first..r.end).contains(&owner));
    let name = fold(referent.map_or(annotation.reading.words[owner].span.of(&annotation.text), |r| &r.name));
    let mut named = query.terms.iter().filter(|b| matches!(b.term.part, Part::Topic | Part::Name)).peekable();
    named.peek().is_none() || named.any(|b| name.contains(&*fold(&b.term.word)))
}

#[cfg(test)]
mod tests {
    use crate::answer::answer;
    use crate::answer::tests::check_answers;
    use crate::document::Document;
    use crate::knowledge::Knowledge;

    #[test]
    fn a_pronoun_means_somebody() {
        let text = "= Ada Merrow =\n\nAda Merrow was a diver of Orm. She raised the ferry Heron in 1931. She worked as a baker of bread for two mills before joining the guild.\n";
        let document = Document::read("ada.txt", text.as_bytes().to_vec(), None).expect("a document");
        let knowledge = Knowledge::of_document(document);
        let check =
            |question: &str, expected: &str| assert_eq!(answer(&knowledge, question, None).answer.as_deref(), Some(expected), "{question}");
        check("Who raised the ferry Heron?", "Ada Merrow");
        check("What did Ada Merrow do before she joined the guild?", "a baker of bread for two mills");
        check("What was her job before she joined the guild?", "a baker of bread for two mills");
        let text = "= Ada Merrow =\n\nAda Merrow was a diver. She worked as a cook for two mills before becoming a harbour diver.\n";
        check_answers(
            text,
            &[
                ("What was Ada Merrow's job before she went to work in the harbour?", Some("a cook for two mills")),
                ("What did she do before working in the harbour?", Some("a cook for two mills")),
            ],
        );
    }
}
