//! Evidence: which sentences may hold the answer, and what speaks for each.

use crate::answer::happening;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::types::{Fit, value_fit};
use crate::document::Kind;
use crate::knowledge::rules::{Feature, Features, Weights};
use crate::question::{Part, Question};
use crate::text::fold::{fold, name_words};
use crate::text::term::term;
use crate::text::values::{Date, Value, ValueKind};
use crate::text::{Pos, Reading, Relation};

/// A sentence and what speaks for it.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Its place among the document's sentences.
    pub sentence: usize,
    /// The sentence features; those of spans are still 0.
    pub features: Features,
    /// Weights times features: the log-odds, among sentences, that the answer stands in it.
    pub score: f64,
}

/// How many sentences are read closely for spans.
pub const CLOSE: usize = 8;
/// How many more are, for a value of a rare kind.
const FAR: usize = 4;

/// The sentences that may hold the answer, best first; ties go to the earlier.
///
/// A sentence is looked at when it holds a term of the question, the conversation is at it, or it has a value of the rare kind that is asked for; the document's
/// first sentence always.
pub fn evidence(question: &Question, query: &Query, weights: &Weights) -> Vec<Evidence> {
    let best = query.bm25.iter().copied().fold(0.0, f64::max);
    let cut = best * 0.2;
    let mut found: Vec<Evidence> = (0..query.bm25.len())
        .filter(|&s| query.bm25[s] > cut || s == 0 || query.context(s) > 0.0 || has_rare_value(question, query, s))
        .map(|sentence| {
            let features = features(question, query, sentence, best);
            Evidence { sentence, score: weights.score(&features), features }
        })
        .collect();
    sort(&mut found);
    found
}

fn sort(evidence: &mut [Evidence]) {
    evidence.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.sentence.cmp(&b.sentence)));
}

/// The sentences that are read closely for spans: the nearest, and where they are to hold a value of a rare kind, the nearest that have one.
pub fn close(question: &Question, query: &Query, evidence: &[Evidence]) -> Vec<Evidence> {
    let (near, far) = evidence.split_at(evidence.len().min(CLOSE));
    let has = |e: &&Evidence| has_rare_value(question, query, e.sentence);
    near.iter().chain(far.iter().filter(has).take(FAR)).cloned().collect()
}

/// Whether a sentence has a value of the kind that is asked for, one of those of which a document has few.
fn has_rare_value(question: &Question, query: &Query, sentence: usize) -> bool {
    const RARE: [&str; 8] = ["NUM:dist", "NUM:money", "NUM:perc", "NUM:period", "NUM:speed", "NUM:temp", "NUM:volsize", "NUM:weight"];
    let asked = question.answer_type.as_str();
    RARE.contains(&asked) && query.known.annotations[sentence].values.iter().any(|v| value_fit(asked, &v.kind) == Fit::Exact)
}

/// How far behind a best span counts at most.
const BEHIND: f64 = 8.0;

/// Weighs and orders sentences anew, now that the candidates of those read closely are `ranked`: the better its best span, the nearer a sentence is.
pub fn weigh_spans(evidence: &mut [Evidence], ranked: &[Ranked], weights: &Weights) {
    let Some(best) = ranked.first() else { return };
    for e in evidence.iter_mut() {
        let own = ranked.iter().find(|r| r.sentence == e.sentence);
        let behind = own.map_or(BEHIND, |own| (best.score - own.score).min(BEHIND));
        e.features[Feature::BestSpan as usize] = -behind / 10.0;
        e.score = weights.score(&e.features);
    }
    sort(evidence);
}

/// Among how many sentences the odds are shared out.
const NEAR: usize = 8;

/// A sentence's share of the odds among the nearest, given nearest first: 0 to 1; 0 where it is none of them.
pub fn odds(evidence: &[Evidence], sentence: usize) -> f64 {
    let near = &evidence[..evidence.len().min(NEAR)];
    let top = near.first().map_or(0.0, |e| e.score);
    let all: f64 = near.iter().map(|e| (e.score - top).exp()).sum();
    near.iter().find(|e| e.sentence == sentence).map_or(0.0, |e| (e.score - top).exp() / all)
}

/// The features of a sentence.
fn features(question: &Question, query: &Query, sentence: usize, best: f64) -> Features {
    let mut features = [0.0; Feature::COUNT];
    let mut set = |feature: Feature, value: f64| features[feature as usize] = value;
    let holds = |term| query.holds(sentence, term);
    let near = |term| around(query, sentence, term);
    set(Feature::Bm25, if best > 0.0 { query.bm25[sentence] / best } else { 0.0 });
    set(Feature::Coverage, query.share(|_| true, holds));
    set(Feature::Literal, query.share(|_| true, |t| if holds(t) >= 1.0 { 1.0 } else { 0.0 }));
    set(Feature::Plain, (0..query.terms.len()).map(holds).sum::<f64>() / query.terms.len().max(1) as f64);
    set(Feature::Alike, query.share(|_| true, |t| query.turns_on(sentence, t)));
    set(Feature::About, query.about(sentence));
    set(Feature::Names, query.share(|b| b.is_name(), holds));
    set(
        Feature::NamesNear,
        query.share(|b| b.is_name(), |t| if holds(t) > 0.0 { 0.0 } else { near(t).max(query.in_heading(sentence, t)) }),
    );
    set(Feature::Around, query.share(|_| true, |t| if holds(t) > 0.0 { 0.0 } else { near(t) }));
    set(Feature::Heading, query.share(|_| true, |t| query.in_heading(sentence, t)));
    let places = query.places(sentence);
    let (verb, links, bigrams) = tree_features(question, query, sentence, places);
    set(Feature::Verb, verb);
    set(Feature::Links, links);
    set(Feature::Bigrams, bigrams);
    let (agrees, differs) = times(question, query, sentence);
    set(Feature::TimeAgrees, agrees);
    set(Feature::TimeDiffers, differs);
    set(Feature::IntentEvidence, intent_evidence(query, sentence));
    set(Feature::Key, key(question, query, sentence));
    set(Feature::Context, query.context(sentence));
    set(Feature::Lead, if sentence == lead(query) { 1.0 } else { 0.0 });
    set(Feature::Sequence, sequence(query, places));
    set(
        Feature::Paragraph,
        query.share(|_| true, |t| if holds(t) > 0.0 || near(t) > 0.0 { 0.0 } else { query.paragraph_holds(sentence, t) }),
    );
    set(Feature::Referred, query.share(|b| b.is_name(), |t| f64::from(u8::from(query.means(sentence, t)))));
    features
}

/// The document's first sentence of prose.
fn lead(query: &Query) -> usize {
    query.known.document.sentences.iter().position(|s| s.kind == Kind::Prose).unwrap_or(0)
}

/// How well the sentences before and after, in the same section, hold a term.
fn around(query: &Query, sentence: usize, term: usize) -> f64 {
    let sentences = &query.known.document.sentences;
    let same = |other: usize| sentences[other].section == sentences[sentence].section;
    let before = sentence.checked_sub(1).filter(|&s| same(s)).map_or(0.0, |s| query.holds(s, term));
    let after = Some(sentence + 1).filter(|&s| s < sentences.len() && same(s)).map_or(0.0, |s| query.holds(s, term));
    before.max(0.5 * after)
}

/// The longest run of terms that stands in the sentence in the question's order, gaps allowed, as a share of all.
fn sequence(query: &Query, places: &[(usize, usize)]) -> f64 {
    let mut longest = vec![0_usize; query.terms.len()];
    for &(_, term) in places {
        let before = longest[..term].iter().copied().max().unwrap_or(0);
        longest[term] = longest[term].max(before + 1);
    }
    longest.iter().copied().max().unwrap_or(0) as f64 / query.terms.len().max(1) as f64
}

/// Whether a sentence is dated and lacks the verb of the question's clause with "when", of which the document tells elsewhere: "How many members were there when
/// it was founded?" against "It had forty members in 2018".
pub fn tells_another_occasion(question: &Question, query: &Query, sentence: usize) -> bool {
    let reading = &question.reading;
    let when = |v: usize| reading.children(v).any(|c| c < v && reading.words[c].lemma == "when");
    let clause =
        (0..reading.words.len()).find(|&v| reading.words[v].relation == Relation::Advcl && reading.words[v].pos == Pos::Verb && when(v));
    let term = clause.and_then(|v| query.term_at(v));
    let dated = query.known.annotations[sentence].values.iter().any(|v| v.kind.date().is_some_and(|d| d.year().is_some()));
    term.is_some_and(|t| query.terms[t].count > 0 && query.alike(sentence, t) == 0.0 && query.terms[t].term.weight >= 1.0)
        && dated
        && question.dates.is_empty()
}

/// Three features of words in their places: the question's main verb is a verb here; linked words are linked; neighbours are neighbours.
fn tree_features(question: &Question, query: &Query, sentence: usize, places: &[(usize, usize)]) -> (f64, f64, f64) {
    let reading = &query.known.annotations[sentence].reading;
    let at = |term: usize| places.iter().filter(move |(_, t)| *t == term).map(|(w, _)| *w);
    let verb = query.terms.iter().position(|b| b.term.part == Part::Verb && is_main_verb(question, b.term.words.0));
    let verb = verb.map_or(0.0, |t| if at(t).any(|w| reading.words[w].pos == Pos::Verb) { query.holds(sentence, t) } else { 0.0 });
    let (mut links, mut linked, mut pairs, mut neighbours) = (0.0, 0.0, 0.0, 0.0);
    for (t, bound) in query.terms.iter().enumerate() {
        let head = question.reading.words[bound.term.words.0].head;
        let head = head.and_then(|h| query.term_at(h));
        if let Some(h) = head.filter(|&h| h != t) {
            links += 1.0;
            let close = at(t).any(|a| at(h).any(|b| reading.words[a].head == Some(b) || reading.words[b].head == Some(a)));
            linked += f64::from(u8::from(close));
        }
        if t + 1 < query.terms.len() {
            pairs += 1.0;
            neighbours += f64::from(u8::from(at(t).any(|a| at(t + 1).any(|b| b > a && b - a <= 2))));
        }
    }
    (verb, if links > 0.0 { linked / links } else { 0.0 }, if pairs > 0.0 { neighbours / pairs } else { 0.0 })
}

/// Whether a word is the root of the question's tree, or the first verb below it.
fn is_main_verb(question: &Question, word: usize) -> bool {
    let words = &question.reading.words;
    words[word].head.is_none() || words[word].pos == Pos::Verb && words[..word].iter().all(|w| w.pos != Pos::Verb)
}

/// Whether the question's dates agree with the sentence's, or the sentence has only others. A sentence without a date of its own goes by the nearest
/// one before it in its paragraph. What is asked of the present agrees with what began and has no end.
fn times(question: &Question, query: &Query, sentence: usize) -> (f64, f64) {
    if question.dates.is_empty() {
        let lasts = |v: &Value| matches!(v.kind.date(), Some(Date::Since(_)));
        let present = question.constraints.now.is_some() && query.known.annotations[sentence].values.iter().any(lasts);
        return (f64::from(u8::from(present)), 0.0);
    }
    let sentences = &query.known.document.sentences;
    let paragraph = |s: usize| (sentences[s].section, sentences[s].paragraph);
    let before = (0..=sentence).rev().take_while(|&s| paragraph(s) == paragraph(sentence));
    let dates = before.map(|s| dates(query, s)).find(|dates| !dates.is_empty()).unwrap_or_default();
    let agree = question.dates.iter().filter(|q| dates.iter().any(|d| d.overlaps(q))).count() as f64 / question.dates.len() as f64;
    (agree, if agree == 0.0 && !dates.is_empty() { 1.0 } else { 0.0 })
}

/// Whether a sentence has dates of its own, and none that a date of the question overlaps.
pub fn tells_another_time(question: &Question, query: &Query, sentence: usize) -> bool {
    let mut own = dates(query, sentence);
    if own.is_empty() && query.known.pointing_back.contains(&sentence) {
        let sentences = &query.known.document.sentences;
        let before = (0..sentence).rev().take_while(|&s| sentences[s].section == sentences[sentence].section);
        own = before.map(|s| dates(query, s)).find(|dates| !dates.is_empty()).unwrap_or_default();
    }
    if own.is_empty() {
        return headed_otherwise(question, query, sentence);
    }
    let mut asked = question.dates.iter().filter(|date| !matches!(date, Date::Relative(_))).peekable();
    asked.peek().is_some() && !asked.any(|q| own.iter().any(|d| d.overlaps(q)))
}

/// Whether the headings above a sentence name years, and none of the question's lies between them: "Campaign (2024)".
fn headed_otherwise(question: &Question, query: &Query, sentence: usize) -> bool {
    let headings = query.known.headings.words(query.known.document.sentences[sentence].section);
    let years = headings.filter(|term| term.len() == 4).filter_map(|term| term.parse::<i32>().ok());
    let (Some(first), Some(last)) = (years.clone().min(), years.max()) else { return false };
    let asked: Vec<i32> = question.dates.iter().filter_map(|date| date.year()).collect();
    !asked.is_empty() && !asked.iter().any(|year| (first..=last).contains(year))
}

/// Whether the question speaks of one of a row ("the second round"), and the sentence of others of it only ("the first round").
pub fn tells_another_ordinal(question: &Question, query: &Query, sentence: usize) -> bool {
    let annotation = &query.known.annotations[sentence];
    let own = ordinals(&annotation.reading, &annotation.values);
    let asked = if own.is_empty() { Vec::new() } else { ordinals(&question.reading, &question.values) };
    asked.iter().any(|one| own.iter().any(|other| one.1 == other.1) && !own.contains(one))
}

/// The ordinals among some values, each with the lemma of the noun that it counts.
fn ordinals<'r>(reading: &'r Reading, values: &[Value]) -> Vec<(u64, &'r str)> {
    let noun = |at: usize| reading.words.get(at..)?.iter().take(3).find(|w| w.pos == Pos::Noun).map(|w| w.lemma.as_str());
    let counted = |value: &Value| match value.kind {
        ValueKind::Ordinal(n) => Some((n, noun(reading.within(value.core).end)?)),
        _ => None,
    };
    values.iter().filter_map(counted).collect()
}

/// The dates of a sentence that have a year, by itself or by the text before: "in 1931 and a year later".
fn dates(query: &Query, sentence: usize) -> Vec<Date> {
    happening::dates(query, sentence).into_iter().map(|(_, date)| date).filter(|date| date.year().is_some()).collect()
}

/// 1 where a word that the intent names as evidence stands in the sentence.
fn intent_evidence(query: &Query, sentence: usize) -> f64 {
    let words = query.known.index.sentence(sentence);
    if query.evidence.iter().any(|id| words.contains(id)) { 1.0 } else { 0.0 }
}

/// Whether a sentence lacks every word of which the question's intent wants one ("born" for a birthplace), or is a line of the infobox about the topic where the
/// question names somebody else. Years in brackets behind a name stand for birth and death.
pub fn lacks_proof(question: &Question, query: &Query, sentence: usize) -> bool {
    let Some(intent) = question.intent.filter(|intent| !intent.proof.is_empty()) else { return false };
    let known = query.known;
    let topic = fold(known.document.title().unwrap_or_default());
    let protagonist = known.cast.protagonist().map(|member| fold(&member.name)).unwrap_or_default();
    let own = |word: &str| [&topic, &protagonist].iter().any(|name| name_words(name).any(|part| part == word));
    let another = || query.terms.iter().any(|b| b.is_name() && b.count > 0 && !own(&fold(&b.term.word)));
    if let Kind::Infobox { key, .. } = known.document.sentences[sentence].kind {
        let key = known.document.quote(key);
        return !intent.relations.iter().any(|relation| relation.eq_ignore_ascii_case(key)) || another();
    }
    let annotation = &known.annotations[sentence];
    let bracketed = annotation.values.iter().any(|v| v.kind.date().is_some() && annotation.text[..v.span.start].trim_end().ends_with('('));
    let words = known.index.sentence(sentence);
    !bracketed && !query.proof.iter().any(|id| words.contains(id))
}

/// Whether the key of an infobox line is what the question or its intent asks for.
fn key(question: &Question, query: &Query, sentence: usize) -> f64 {
    let document = &query.known.document;
    let Kind::Infobox { key, .. } = document.sentences[sentence].kind else { return 0.0 };
    let key = document.quote(key);
    let relation = question.intent.is_some_and(|i| i.relations.iter().any(|r| r.eq_ignore_ascii_case(key)));
    let mut words = key.split_whitespace().map(term);
    let asked = words.all(|w| question.terms.iter().any(|t| t.ways.iter().any(|way| way.terms.contains(&w))));
    if relation || asked { 1.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::rank::rank;
    use crate::document::Document;
    use crate::knowledge::Knowledge;
    use crate::question::{Utterance, understand};

    /// Asks a document; expects how the sentence begins that is nearest by itself, and that is nearest by its best span.
    fn check(document: &str, question: &str, by_itself: &str, by_span: &str) {
        let knowledge = Knowledge::of_document(Document::read("orm.txt", document.as_bytes().to_vec(), None).expect("a document"));
        let known = &knowledge.sources[0];
        let Utterance::Question(asked) = understand(&knowledge.rules, &known.vocabulary, &known.topic, question) else {
            panic!("no question: {question}")
        };
        let query = Query::new(&asked, known);
        let weights = knowledge.rules.ranking.sentence_weights();
        let mut found = evidence(&asked, &query, &weights);
        let nearest = |found: &[Evidence]| known.annotations[found[0].sentence].text.clone();
        let before = nearest(&found);
        let ranked = rank(&asked, &query, &found, &knowledge.rules.ranking.weights(&asked.answer_type));
        weigh_spans(&mut found, &ranked, &weights);
        let after = nearest(&found);
        assert!(before.starts_with(by_itself) && after.starts_with(by_span), "{question}: {before} / {after}");
    }

    #[test]
    fn the_better_its_best_span_the_nearer_a_sentence_is() {
        check(
            "= Orm =\n\nMany keepers were employed at the lighthouse of Orm. The lighthouse employed 14 keepers.\n",
            "How many keepers did the lighthouse at Orm employ?",
            "Many keepers",
            "The lighthouse employed 14",
        );
        check(
            "= Velm =\n\nThe first show of the choir was a success. The choir gave its show in Kell in 1950.\n",
            "When was the first show of the choir?",
            "The first show",
            "The choir gave its show",
        );
        check(
            "= Brannigan =\n\nThe guild had a mill built of granite. The mill of the guild was built in 1733.\n",
            "When was the mill of the guild built?",
            "The mill of the guild",
            "The mill of the guild",
        );
    }
}
