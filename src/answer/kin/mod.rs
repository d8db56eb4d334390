//! Kin: what a document tells of somebody's relatives: who they are, and what they work as.

mod related;
mod relatives;
mod trade;

use crate::answer::evidence::Evidence;
use crate::answer::query::{Bound, Query};
use crate::answer::rank::Ranked;
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::knowledge::rules::{Feature, Kin};
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::{Pos, Relation, Span, Tag, wordnet};
pub use related::{by_kin, is_kin_of_another, relation};
use relatives::{Relative, kin_of, relatives};
use trade::trade;

/// What is asked of a relative.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Name,
    Trade,
}

/// The name or the trade of the relative that the question asks about, where one sentence tells it and holds the rest of the question.
pub fn relative(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let (word, kin) = asked_kin(question)?;
    let wanted = wanted(question, word)?;
    let owners = owners(question, query, word);
    let rest: Vec<usize> = (0..query.terms.len()).filter(|&t| says_more(question, &query.terms[t], word, &owners)).collect();
    let fits = |r: &Relative| {
        is_kin(r, kin) && is_owned(query, r.owner.as_deref(), &owners) && rest.iter().all(|&t| query.holds(r.sentence, t) > 0.0)
    };
    let near = |s: usize| evidence.iter().position(|e| e.sentence == s).unwrap_or(evidence.len());
    let mut found: Vec<(usize, Vec<Span>)> = Vec::new();
    for sentence in 0..query.known.annotations.len() {
        let relatives = relatives(&question.wording.kin, query, sentence).into_iter().filter(fits);
        let told: Vec<Span> = relatives.flat_map(|r| told(query, &r, wanted)).collect();
        found.extend((!told.is_empty()).then_some((sentence, told)));
    }
    let many = are_many(question, word);
    found.sort_by_key(|(s, _)| near(*s));
    let (sentence, mut spans) = found.into_iter().next()?;
    spans.sort_by_key(|span| span.start);
    spans.dedup();
    if spans.len() > 1 && !many {
        return None;
    }
    let text = &query.known.annotations[sentence].text;
    let answer = spans.iter().map(|span| squeeze(span.of(text))).collect::<Vec<_>>().join("; ");
    Some(answered(answer, vec![(sentence, spans)], SURE, "a sentence tells of this relative".into()))
}

/// Whether a question asks for the name of a relative, and a sentence lacks the word for the relative, or one that tells which.
pub fn lacks_relative(question: &Question, query: &Query, sentence: usize) -> bool {
    let Some((word, _)) = asked_kin(question).filter(|(word, _)| wanted(question, *word) == Some(Wanted::Name)) else { return false };
    let owners = owners(question, query, word);
    // "The case against men like his father" asks for no father.
    let words = &question.reading.words;
    let asked = words[word].head.is_none_or(|head| words[head].head.is_none() || CALLED.contains(&words[head].lemma.as_str()));
    asked && query.term_at(word).is_some_and(|t| query.holds(sentence, t) == 0.0)
        || (0..query.terms.len()).any(|t| says_more(question, &query.terms[t], word, &owners) && query.holds(sentence, t) == 0.0)
}

/// Whether a candidate is the relative of whom the question speaks without asking who that is: his wife for "Who did his wife meet?".
pub fn is_subject(question: &Question, query: &Query, sentence: usize, candidate: Span) -> bool {
    let Some((_, kin)) = asked_kin(question).filter(|(word, _)| wanted(question, *word).is_none() && question.focus != Some(*word)) else {
        return false;
    };
    let named = |r: &Relative| is_kin(r, kin) && r.names.iter().any(|name| name.overlaps(candidate));
    relatives(&question.wording.kin, query, sentence).iter().any(named)
}

/// Whether a candidate is said of somebody else where the question asks about somebody's relative: what he earned for "What does his wife earn?"; not of "her brother Tom".
pub fn tells_of_owner(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let differs = candidate.features[Feature::SubjectDiffers as usize] > 0.0;
    let subject = |word: usize| question.reading.words[word].relation.base() == Relation::Nsubj;
    let of_kin = |kin: &Kin| kin_at(question, query, candidate.sentence, candidate.candidate.head) == Some(kin);
    differs && asked_kin(question).is_some_and(|(word, kin)| subject(word) && wanted(question, word).is_none() && !of_kin(kin))
}

/// Leaves out the candidates that are said of another relative than the one whom the question speaks of: where his wife works for "Which company employed his
/// father?"
pub fn drop_other_kin(question: &Question, query: &Query, ranked: &mut Vec<Ranked>) {
    let takes_part = |word: usize| matches!(question.reading.words[word].relation.base(), Relation::Nsubj | Relation::Obj);
    let spoken_of = asked_kin(question).filter(|(word, _)| takes_part(*word) && wanted(question, *word).is_none());
    let Some((_, kin)) = spoken_of else { return };
    let same = |other: &Kin| other == kin || other.of.as_ref() == Some(&kin.kind) || kin.of.as_ref() == Some(&other.kind);
    ranked.retain(|r| kin_at(question, query, r.sentence, r.candidate.head).is_none_or(same));
}

/// Whether a question is about a relative of whom a sentence has no word: "his father worked there" for "Does his brother work there?"
pub fn lacks_kin(question: &Question, query: &Query, sentence: usize) -> bool {
    let Some((word, kin)) = asked_kin(question) else { return false };
    let told = |other: &Kin| other == kin || other.of.as_ref() == Some(&kin.kind) || kin.of.as_ref() == Some(&other.kind);
    let words = &query.known.annotations[sentence].reading.words;
    let has = words.iter().any(|w| kin_of(&question.wording.kin, &w.lemma).is_some_and(told));
    question.reading.is(word, Relation::Nsubj) && !has
}

/// The relative whom one of the nearest sentences is about, where the question asks which of a family did something: "his grandfather".
pub fn one_of_family(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let is_family = |lemma: &str| ["family", "relative", "relation"].iter().any(|family| lemma.eq_ignore_ascii_case(family));
    let family = question.reading.words.iter().position(|w| is_family(&w.lemma));
    let family = family.and_then(|w| query.term_at(w)).filter(|_| question.answer_type.starts_with("HUM"))?;
    let rest = |b: &Bound| b.term.part != Part::Topic && !b.is_name() && b.term.words != query.terms[family].term.words;
    let near = |s: &usize| query.share(rest, |t| query.alike(*s, t)) >= ENOUGH;
    evidence.iter().take(CLOSE).map(|e| e.sentence).filter(near).find_map(|sentence| {
        let annotation = &query.known.annotations[sentence];
        let reading = &annotation.reading;
        let aside = |c: usize| {
            matches!(reading.words[c].relation.base(), Relation::Parataxis | Relation::Conj) && reading.words[c].pos == Pos::Verb
        };
        let said = |verb: usize| {
            let own = reading.subtree_without(verb, aside);
            query.places(sentence).iter().any(|(w, t)| own.contains(w) && rest(&query.terms[*t]))
        };
        (0..reading.words.len()).find_map(|noun| {
            let owner = reading.child(noun, Relation::NmodPoss).filter(|owner| *owner < noun)?;
            kin_of(&question.wording.kin, &reading.words[noun].lemma)?;
            reading.words[noun].head.filter(|&verb| reading.is(noun, Relation::Nsubj) && said(verb))?;
            let span = reading.words[owner].span.cover(reading.words[noun].span);
            Some(answered(
                squeeze(span.of(&annotation.text)),
                vec![(sentence, vec![span])],
                SURE,
                "a sentence is about this relative".into(),
            ))
        })
    })
}

/// How many of the nearest sentences may tell of one of a family.
const CLOSE: usize = 3;

/// The least share of the rest of the question that such a sentence must hold, by meaning.
const ENOUGH: f64 = 0.4;

/// The kind of relative that the subject of a word's clause is.
fn kin_at<'q>(question: &'q Question, query: &Query, sentence: usize, word: usize) -> Option<&'q Kin> {
    let subject = query.known.outline(sentence).subjects.get(word).copied().flatten()?;
    kin_of(&question.wording.kin, &query.known.annotations[sentence].reading.words[subject].lemma)
}

/// Whether a candidate, or all that the sentence has of the question's verb, is said of a relative though the question speaks of none: since when his wife has
/// worked there for "When did he start there?", "her mother died in 1998" for "When did she die?"
pub fn tells_of_relative(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    if question.reading.words.iter().any(|w| kin_of(&question.wording.kin, &w.lemma).is_some()) {
        return false;
    }
    let of_relative = |w: usize| kin_at(question, query, candidate.sentence, w).is_some();
    let differs = candidate.features[Feature::SubjectDiffers as usize] > 0.0;
    let root = question.reading.root().filter(|&root| question.reading.words[root].pos == Pos::Verb);
    let verb = root.and_then(|root| query.term_at(root));
    let mut images = query.places(candidate.sentence).iter().copied().filter(|(_, t)| Some(*t) == verb).map(|(w, _)| w).peekable();
    differs && of_relative(candidate.candidate.head)
        || question.answer_type == "NUM:date" && images.peek().is_some() && images.all(of_relative)
}

/// Whether a relative is of a kind, or of one that is as good.
fn is_kin(relative: &Relative, kin: &Kin) -> bool {
    let own = relative.kin;
    own == kin || own.of.as_ref() == Some(&kin.kind) || own.kind == "spouse" && kin.of.as_deref() == Some("spouse")
}

/// Whether a question asks for the name of one relative.
pub fn asks_name(question: &Question) -> bool {
    asked_kin(question).is_some_and(|(word, _)| wanted(question, word) == Some(Wanted::Name) && !are_many(question, word))
}

/// How sure it is.
const SURE: f64 = 0.8;

/// The one word for a relative in the question, and its kind.
fn asked_kin<'q>(question: &'q Question) -> Option<(usize, &'q Kin)> {
    let words = &question.reading.words;
    let reading = &question.reading;
    let keywords = !words.iter().any(|w| matches!(w.pos, Pos::Verb | Pos::Aux));
    let whose = |&w: &usize| keywords || reading.child(w, Relation::NmodPoss).is_some() || reading.child(w, Relation::Nmod).is_some();
    let plain = |c: usize| keywords || words[c].pos == Pos::Propn;
    let own = |&w: &usize| words[w].pos == Pos::Noun && reading.child(w, Relation::Compound).is_none_or(plain);
    let all = (0..words.len()).filter(own).filter(whose);
    let mut found = all.filter_map(|w| kin_of(&question.wording.kin, &words[w].lemma).map(|kin| (w, kin)));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Words by which a question asks what somebody works as, and what somebody is called.
const TRADES: [&str; 9] = ["career", "employment", "job", "livelihood", "living", "occupation", "profession", "trade", "work"];
const CALLED: [&str; 3] = ["call", "identity", "name"];

/// Whether a candidate is whose relative somebody is, or what else they are to somebody, where the question asks what they work as: "the warden's sister", "her pupil" for
/// "What was her profession?"
pub fn is_kin_for_trade(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let asks = question.reading.words.iter().any(|word| TRADES.contains(&word.lemma.as_str()));
    let reading = &query.known.annotations[candidate.sentence].reading;
    let lemma = &reading.words[candidate.candidate.head].lemma;
    let owned = reading.child(candidate.candidate.head, Relation::NmodPoss).is_some() && !wordnet::is_a(lemma, "occupation");
    asks && question.answer_type == "HUM:title" && (owned || wordnet::is_mainly(lemma, "relative"))
}

/// What the question asks of its relative at `word`.
fn wanted(question: &Question, word: usize) -> Option<Wanted> {
    let words = &question.reading.words;
    let lemma = |w: usize| fold(&words[w].lemma);
    let opens = lemma(0);
    let numbers = question.answer_type.starts_with("NUM");
    if numbers || matches!(&*opens, "when" | "where" | "why" | "how" | "whose") || words[0].pos == Pos::Aux {
        return None;
    }
    let has = |any: &[&str]| (0..words.len()).any(|w| any.contains(&lemma(w).as_ref()));
    let subject_of = |w: usize| words[word].relation == Relation::Nsubj && words[word].head == Some(w);
    let does = matches!(&*opens, "what") && (1..words.len()).any(|w| lemma(w) == "do" && subject_of(w));
    let is = opens == "what" && lemma(1) == "be" && (subject_of(0) || words.len() > word + 1 && words[word].head == Some(0));
    let who = (0..words.len()).find(|&w| lemma(w) == "who");
    let is_who = who.is_some_and(|who| words[word].head == Some(who) || words[who].head == Some(word));
    // "Who does she work for?" asks for an employer.
    let employer = question.folded_words().windows(2).any(|w| w[0] == "work" && matches!(w[1].as_str(), "at" | "for" | "with"));
    if employer {
        return None;
    }
    let named = is_who || has(&CALLED);
    if has(&TRADES) || does || is && !has(&CALLED) { Some(Wanted::Trade) } else { named.then_some(Wanted::Name) }
}

/// Whether the question asks for more than one.
fn are_many(question: &Question, word: usize) -> bool {
    let words = &question.reading.words;
    let are = |w: usize| matches!(&*fold(words[w].span.of(&question.read)), "are" | "were" | "names");
    words[word].tag == Tag::Nns || (0..words.len()).any(are)
}

/// Those whose relative is asked about, folded: the possessor of the word, or who stands before it where it has none; none where it is the topic.
fn owners(question: &Question, query: &Query, word: usize) -> Vec<String> {
    let reading = &question.reading;
    let of = |c: usize| reading.is(c, Relation::Nmod) && reading.children(c).any(|case| reading.words[case].lemma == "of");
    let possessor = reading.child(word, Relation::NmodPoss).or_else(|| reading.children(word).find(|&c| of(c)));
    // All of a name, "Ada Merrow-Pask's", whatever the tree makes of it.
    let name = possessor.and_then(|p| question.constraints.names.iter().find(|name| name.span.contains(reading.words[p].span)));
    let called = |w: usize| name.is_some_and(|name| name.span.contains(reading.words[w].span));
    let owns = |w: usize| possessor.map_or(w < word, |p| reading.is_ancestor(p, w) || called(w));
    let named = |b: &&Bound| matches!(b.term.part, Part::Name | Part::Topic) && owns(b.term.words.0);
    query.terms.iter().filter(named).map(|b| fold(&b.term.word).into_owned()).collect()
}

/// Whether a term of the question must stand in the sentence too.
fn says_more(question: &Question, bound: &Bound, word: usize, owners: &[String]) -> bool {
    let lemma = fold(&question.reading.words[bound.term.words.0].lemma);
    let plain = TRADES.contains(&lemma.as_ref()) || CALLED.contains(&lemma.as_ref()) || matches!(&*lemma, "do" | "follow" | "line" | "who");
    let is_kin = (bound.term.words.0..bound.term.words.1).contains(&word);
    bound.term.weight >= 0.5 && !plain && !is_kin && !owners.iter().any(|owner| *owner == fold(&bound.term.word))
}

/// Whether a relative's owner is one of those asked for; the document's topic where neither says whose it is.
fn is_owned(query: &Query, owner: Option<&str>, owners: &[String]) -> bool {
    let topic = query.known.cast.protagonist().map(|member| fold(&member.name).into_owned());
    let Some(owner) = owner.map(str::to_string).or_else(|| topic.clone()) else { return owners.is_empty() };
    match owners {
        [] => topic.is_some_and(|topic| owner == topic),
        owners if !owner.contains(' ') => owners.contains(&owner),
        owners => owners.iter().all(|asked| owner.split([' ', '-']).any(|word| word == asked)),
    }
}

/// What a sentence tells of a relative.
fn told(query: &Query, relative: &Relative, wanted: Wanted) -> Vec<Span> {
    match wanted {
        Wanted::Name => relative.names.clone(),
        Wanted::Trade => trade(&query.known.annotations[relative.sentence], &relative.places).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn relatives_are_told_whole_and_of_the_right_one() {
        check_answers(
            "= Ada Merrow-Pask =\n\nAda Merrow-Pask was a diver. She was the third of five children of Olin Merrow and his wife Bela, who had come from Velm. She had two sons, Tom \
             (born 1961) and Ivo (born 1964), and three daughters: Ina, born in 1966, who is a nurse, Una, a pilot, and Eda. Her nephew Karl Lind, son of Lena, wrote her life.\n",
            &[
                ("Who were Ada Merrow-Pask's parents?", Some("Olin Merrow; Bela")),
                ("Who was her mother?", Some("Bela")),
                ("Who were Ada Merrow-Pask's sons?", Some("Tom; Ivo")),
                ("Name her daughters.", Some("Ina; Una; Eda")),
            ],
        );
    }

    #[test]
    fn relatives_are_told_by_name_and_trade() {
        check_answers(
            "= Renzo Calvo =\n\nRenzo Calvo (1950–2019) was a docker. Calvo was born in Tornaz, a mining village, the fourth of five children of Amadeu \
                    Calvo, a miner, and Ghita Bonsel, who took in washing. In 1984 Calvo married Delra Haskins, a postwoman and amateur trombonist born in Orm. \
                    Their daughter Simone became a midwife and their son Marcus a tram driver in Velm. His aunt, Pia Calvo, mended nets. His niece has been employed by the Orm Mill in Velm since 1990.\n",
            &[
                ("Who was his mother?", Some("Ghita Bonsel")),
                ("calvo mother name", Some("Ghita Bonsel")),
                ("What was his father's job?", Some("miner")),
                ("What does his wife do?", Some("postwoman and amateur trombonist")),
                ("What is his son's trade?", Some("tram driver")),
                ("What did his aunt do for a living?", Some("mended nets")),
                ("What does his niece do?", Some("employed by the Orm Mill in Velm")),
                ("Who are his children?", Some("Simone; Marcus")),
                ("Who in his family mended nets?", Some("His aunt")),
                ("Did his aunt mend nets?", Some("yes")),
                ("Did his uncle mend nets?", None),
                ("What is the name of his second wife?", None),
                ("Who was his sister?", None),
                ("Who was Calvo's brother?", None),
                ("Who did his wife meet?", None),
            ],
        );
    }
}
