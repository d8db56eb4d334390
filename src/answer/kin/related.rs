//! How two people whom a question names are related, as a sentence tells it of both: "Ben Orvo, Ada's uncle", "her brother Tom", "a grandson of Lenny".

use std::ops::Range;

use crate::answer::kin::relatives::kin_of;
use crate::answer::query::Query;
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::answer::yes_no::Judgement;
use crate::knowledge::rules::{Kin, Shape};
use crate::question::Question;
use crate::text::fold::{fold, name_words};
use crate::text::{Pos, Relation, Span, Tag};

/// Kinds of relatives that are so of each other.
const MUTUAL: [&str; 4] = ["cousin", "partner", "sibling", "spouse"];
/// How sure it is.
const SURE: f64 = 0.9;

/// Somebody's relative, both named.
struct Told<'k> {
    sentence: usize,
    /// The words that tell it.
    span: Span,
    kin: &'k Kin,
    /// The words of the relative's name, folded.
    bearer: Vec<String>,
    /// The words of the name of the one whose relative it is.
    owner: Vec<String>,
}

/// How two people are related, where the question asks that.
pub fn relation(question: &Question, query: &Query) -> Option<Verdict> {
    if question.shape == Shape::YesNo || !asks_related(question) {
        return None;
    }
    let names = names(question, query);
    let told = statements(question, query).into_iter().find(|told| told.is_of(&names))?;
    let answer = squeeze(told.span.of(&query.known.annotations[told.sentence].text));
    Some(answered(answer, vec![(told.sentence, vec![told.span])], SURE, "a sentence says how they are related".into()))
}

/// Whether two people are related, or in the way that the question says.
pub fn by_kin(question: &Question, query: &Query) -> Option<Judgement> {
    let asked = asked(question);
    if asked.is_none() && !asks_related(question) {
        return None;
    }
    let names = names(question, query);
    let agrees = |told: &Told| match asked {
        Some((_, kin)) => is_same(told.kin, kin) && (is_mutual(kin) || told.is_owned(&owners(question, query))),
        None => true,
    };
    let told = statements(question, query).into_iter().find(|told| told.is_of(&names) && agrees(told))?;
    Some(Judgement { sentence: told.sentence, yes: true, confidence: 1.0, ruled: true, because: "a sentence says how they are related" })
}

/// Whether the question asks if somebody is such a relative of one person, and the document names them as that of another.
pub fn is_kin_of_another(question: &Question, query: &Query) -> bool {
    let Some((_, kin)) = asked(question).filter(|(_, kin)| !is_mutual(kin)) else { return false };
    let owners = owners(question, query);
    let bearer: Vec<String> = names(question, query).into_iter().filter(|name| !owners.contains(name)).collect();
    let another = |told: &Told| is_same(told.kin, kin) && bearer.iter().all(|name| told.bearer.contains(name)) && !told.is_owned(&owners);
    !owners.is_empty() && !bearer.is_empty() && statements(question, query).iter().any(another)
}

impl Told<'_> {
    /// Whether these names are those of both people: each has a word of its own among them.
    fn is_of(&self, names: &[String]) -> bool {
        let own = |one: &[String], other: &[String]| names.iter().any(|name| one.contains(name) && !other.contains(name));
        let known = |name: &String| self.bearer.contains(name) || self.owner.contains(name);
        own(&self.bearer, &self.owner) && own(&self.owner, &self.bearer) && names.iter().all(known)
    }

    /// Whether it is the relative of whom these words name.
    fn is_owned(&self, owners: &[String]) -> bool {
        owners.iter().all(|name| self.owner.contains(name))
    }
}

fn is_same(one: &Kin, other: &Kin) -> bool {
    one == other || one.of.as_ref() == Some(&other.kind)
}

fn is_mutual(kin: &Kin) -> bool {
    [Some(&kin.kind), kin.of.as_ref()].into_iter().flatten().any(|kind| MUTUAL.contains(&kind.as_str()))
}

/// Whether the question asks how people are related, or if they are.
fn asks_related(question: &Question) -> bool {
    question.reading.words.iter().any(|w| matches!(&*fold(&w.lemma), "relate" | "related" | "relation" | "relationship"))
}

/// The word of the question for what it says that somebody is to another, and the kind.
fn asked<'q>(question: &'q Question) -> Option<(usize, &'q Kin)> {
    let words = &question.reading.words;
    let predicate = |w: usize| words[w].pos == Pos::Noun && words[w].head.is_none();
    (0..words.len()).filter(|&w| predicate(w)).find_map(|w| Some((w, kin_of(&question.wording.kin, &words[w].lemma)?)))
}

/// The words of the names in the question, folded.
fn names(question: &Question, query: &Query) -> Vec<String> {
    within(question, query, |_| true)
}

/// Those of whose relative it asks.
fn owners(question: &Question, query: &Query) -> Vec<String> {
    let reading = &question.reading;
    let Some((word, _)) = asked(question) else { return Vec::new() };
    let possessor = reading.child(word, Relation::NmodPoss).or_else(|| reading.children(word).find(|&c| reading.is(c, Relation::Nmod)));
    within(question, query, |w| possessor.is_some_and(|p| w == p || reading.is_ancestor(p, w)))
}

/// The words of the names in the question that stand where `inside` says, folded.
fn within(question: &Question, query: &Query, inside: impl Fn(usize) -> bool) -> Vec<String> {
    let words = |text: &str| name_words(&fold(text)).map(str::to_string).collect::<Vec<_>>();
    let named = query.terms.iter().filter(|b| b.is_name() && inside(b.term.words.0));
    let proper = (0..question.reading.words.len()).filter(|&w| inside(w) && question.reading.words[w].pos == Pos::Propn);
    let mut names: Vec<String> = named.flat_map(|b| words(&b.term.word)).collect();
    names.extend(proper.flat_map(|w| words(question.reading.words[w].span.of(&question.read))));
    names.sort();
    names.dedup();
    names
}

/// All that the document tells of somebody's relatives by name.
fn statements<'q>(question: &'q Question, query: &Query) -> Vec<Told<'q>> {
    let mut found = Vec::new();
    for (sentence, annotation) in query.known.annotations.iter().enumerate() {
        for (word, own) in annotation.reading.words.iter().enumerate().filter(|(_, own)| own.pos == Pos::Noun) {
            found.extend(kin_of(&question.wording.kin, &own.lemma).and_then(|kin| told(query, sentence, word, kin)));
        }
    }
    found
}

/// What a sentence tells of a relative at `word`.
fn told<'k>(query: &Query, sentence: usize, word: usize, kin: &'k Kin) -> Option<Told<'k>> {
    let annotation = &query.known.annotations[sentence];
    let reading = &annotation.reading;
    let shown = |w: usize| reading.words.get(w).map_or("", |own| own.span.of(&annotation.text));
    let names: Vec<Range<usize>> = annotation.names.iter().map(|name| reading.within(name.core)).collect();
    // Read off the words: trees hang the possessor of "his brother Tom" on either noun.
    let modifier = |w: &usize| matches!(reading.words[*w].pos, Pos::Adj | Pos::Num);
    let first = (0..word).rev().take_while(modifier).last().unwrap_or(word);
    let before_first = first.checked_sub(1);
    let possessor = before_first.and_then(|w| match reading.words[w].tag {
        Tag::PrpPossessive => Some(w),
        Tag::Possessive => w.checked_sub(1),
        _ => None,
    });
    let of = || names.iter().find(|name| shown(word + 1) == "of" && name.start == word + 2);
    let (owner, end) = match possessor {
        Some(possessor) => (possessor, word + 1),
        None => of().map(|name| (name.start, name.end))?,
    };
    let owned_by = possessor.map(|p| names.iter().find(|name| name.contains(&p)).map_or(p, |name| name.start));
    let article = before_first.filter(|&w| reading.words[w].pos == Pos::Det);
    let start = owned_by.or(article).unwrap_or(first);
    let behind = || names.iter().find(|name| name.start == end || shown(end) == "," && name.start == end + 1);
    let before = |at: usize| names.iter().find(|name| name.end == at);
    let apposed = || start.checked_sub(1).filter(|&comma| shown(comma) == ",").and_then(before);
    let relative = || {
        start.checked_sub(3).filter(|&w| shown(w) == "," && shown(w + 1) == "who" && reading.words[w + 2].lemma == "be").and_then(before)
    };
    let is = || reading.child(word, Relation::Nsubj).filter(|_| reading.child(word, Relation::Cop).is_some());
    let bearer = apposed().or_else(relative).or_else(|| behind().filter(|_| possessor.is_some())).map(|name| name.start).or_else(is)?;
    let (bearer, owner) = (called(query, sentence, bearer)?, called(query, sentence, owner)?);
    let span = reading.words[start].span.cover(reading.words[end - 1].span);
    (bearer != owner).then_some(Told { sentence, span, kin, bearer, owner })
}

/// The words of the name of whom a word means, folded.
fn called(query: &Query, sentence: usize, word: usize) -> Option<Vec<String>> {
    let annotation = &query.known.annotations[sentence];
    let span = annotation.reading.words[word].span;
    let meant = query.known.cast.referents(sentence).iter().find(|r| (r.first..r.end).contains(&word)).map(|r| r.name.as_str());
    let named = annotation.names.iter().find(|name| name.core.contains(span)).map(|name| name.core.of(&annotation.text));
    let words: Vec<String> = meant
        .into_iter()
        .chain(named)
        .flat_map(|name| name_words(&fold(name.trim_end_matches("'s"))).map(str::to_string).collect::<Vec<_>>())
        .collect();
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn two_people_are_related_as_a_sentence_says() {
        check_answers(
            "= Orm Guild =\n\nThe Orm Guild is a club. Lenny Tarn led the guild. His younger brother Olin Tarn, a miller, kept bees. Ada Vold, a grandson of Lenny, left in 1931. \
             The brewer Ben Pask, Uma's uncle, gave a boat. Bela Trask, Edmund's daughter, was a diver.\n",
            &[
                ("Were Lenny and Olin Tarn brothers?", Some("yes")),
                ("Is Ada Vold related to Lenny Tarn?", Some("yes")),
                ("How are Ben Pask and Uma related?", Some("Uma's uncle")),
                ("How is Ada Vold related to Lenny?", Some("a grandson of Lenny")),
                ("Was Bela Trask the daughter of Edmund?", Some("yes")),
                ("Was Bela Trask the daughter of Lenny Tarn?", None),
                ("Is Bela Trask related to Ben Pask?", None),
            ],
        );
    }
}
