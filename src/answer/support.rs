//! Support: what speaks for the best candidate being right, so that the verdict can weigh it.

use crate::answer::evidence::Evidence;
use crate::answer::polarity::is_negated;
use crate::answer::query::{Bound, Query};
use crate::answer::rank::Ranked;
use crate::answer::spans::Form;
use crate::knowledge::rules::{Feature, Shape, Support, Supports, Weights};
use crate::question::{Part, Question};
use crate::text::Pos;

/// What, besides its features, supports the best of `ranked`; all 0 where there is none. `of_sentences`: the weights of sentences.
pub fn support(question: &Question, query: &Query, evidence: &[Evidence], ranked: &[Ranked], of_sentences: &Weights) -> Supports {
    let mut supports = [0.0; Support::COUNT];
    let Some(best) = ranked.first() else { return supports };
    let feature = |feature: Feature| best.features[feature as usize];
    let flag = |holds: bool| if holds { 1.0 } else { 0.0 };
    let mut set = |support: Support, value: f64| supports[support as usize] = value;
    set(Support::Bias, 1.0);
    set(Support::Score, best.score / 10.0);
    set(Support::Known, coverage(query, best.sentence));
    set(
        Support::NamesMissing,
        if query.terms.iter().any(Bound::is_name) { (1.0 - feature(Feature::Names) - feature(Feature::NamesNear)).max(0.0) } else { 0.0 },
    );
    set(Support::NamesAbsent, missing(query, |p| p == Part::Name, |t| query.terms[t].count == 0));
    set(Support::NounsAbsent, missing(query, |p| matches!(p, Part::Other | Part::Focus), |t| query.terms[t].count == 0));
    set(Support::FocusMissing, flag(focus_missing(query, best)));
    let shares = shares(query, ranked);
    set(Support::Share, shares.text);
    set(Support::SentenceShare, shares.sentence);
    set(Support::SpanShare, shares.span);
    set(Support::Unexplained, missing(query, |p| p != Part::Topic, |t| !query.explains(best.sentence, t)));
    let annotation = &query.known.annotations[best.sentence];
    let asked = question.reading.root().is_some_and(|root| is_negated(&question.reading, &question.read, root));
    set(Support::Negation, flag(is_negated(&annotation.reading, &annotation.text, best.candidate.head) != asked));
    let modifier = |t: usize| matches!(question.reading.words[query.terms[t].term.words.0].pos, Pos::Adj | Pos::Adv);
    set(Support::ModifiersMissing, flag((0..query.terms.len()).any(|t| modifier(t) && query.holds(best.sentence, t) == 0.0)));
    set(Support::Corrected, flag(!question.corrections.is_empty()));
    set(Support::Length, question.folded_words().len() as f64 / 10.0);
    let alone = |e: &Evidence| e.score - of_sentences.share(Feature::Context as usize, &e.features);
    set(Support::Nearest, evidence.first().map_or(0.0, alone) / 10.0);
    set(Support::Ahead, ((best.score - rival(ranked)) / 10.0).min(1.0));
    set(Support::Several, flag(question.shape == Shape::List));
    set(Support::Count, flag(question.shape == Shape::Count));
    supports
}

/// How the odds are shared out among all candidates.
struct Shares {
    /// To candidates that say the same as the best.
    text: f64,
    /// To these, and to candidates in its sentence.
    sentence: f64,
    /// Of these, to those that overlap it or say the same.
    span: f64,
}

/// Whether two candidates have the same words, or are dates of which one is a part of the other: "2 May 1931" and "1931".
fn says_same(query: &Query, a: &Ranked, b: &Ranked) -> bool {
    let text = |r: &Ranked| r.candidate.span.of(&query.known.annotations[r.sentence].text);
    let date = |r: &Ranked| match r.candidate.form {
        Form::Value(place) => query.known.annotations[r.sentence].values[place].kind.date(),
        _ => None,
    };
    let dates = || date(a).zip(date(b)).is_some_and(|(a, b)| a.contains(b) || b.contains(a));
    text(a).eq_ignore_ascii_case(text(b)) || dates()
}

/// The shares of the best candidate.
fn shares(query: &Query, ranked: &[Ranked]) -> Shares {
    let Some(best) = ranked.first() else { return Shares { text: 0.0, sentence: 0.0, span: 0.0 } };
    let (mut same, mut sentence, mut span, mut all) = (0.0, 0.0, 0.0, 0.0);
    for candidate in ranked {
        let odds = (candidate.score - best.score).exp();
        let says_same = says_same(query, candidate, best);
        let beside = candidate.sentence == best.sentence;
        all += odds;
        same += if says_same { odds } else { 0.0 };
        sentence += if beside || says_same { odds } else { 0.0 };
        span += if says_same || beside && candidate.candidate.span.overlaps(best.candidate.span) { odds } else { 0.0 };
    }
    Shares { text: same / all, sentence: sentence / all, span: span / sentence }
}

/// The score of the best candidate that overlaps the first nowhere and is as much of the expected type; 0 where there is none.
fn rival(ranked: &[Ranked]) -> f64 {
    let best = &ranked[0];
    let apart = |r: &&Ranked| r.sentence != best.sentence || !r.candidate.span.overlaps(best.candidate.span);
    ranked.iter().filter(apart).find(|r| r.fit >= best.fit).map_or(0.0, |r| r.score)
}

/// Whether the question asks for a kind of thing that the candidate does not show to be: the focus, if it says anything, stands nowhere near.
fn focus_missing(query: &Query, best: &Ranked) -> bool {
    let focus = query.terms.iter().position(|b| b.term.part == Part::Focus && b.term.weight > 0.5);
    let shown = |f: Feature| best.features[f as usize] > 0.0;
    focus.is_some_and(|f| query.holds(best.sentence, f) == 0.0 && !shown(Feature::FocusHead) && !shown(Feature::FocusBeside))
}

/// The share of the question's terms that the document knows which a sentence holds, by weight; 0 where it knows none.
pub fn coverage(query: &Query, sentence: usize) -> f64 {
    query.share(|b| b.count > 0, |t| query.holds(sentence, t))
}

/// The same, a word near to a term in meaning counting as far as it is near.
pub fn closeness(query: &Query, sentence: usize) -> f64 {
    query.share(|b| b.count > 0, |t| query.alike(sentence, t))
}

/// The share of the terms of some parts, by their weight in the question, of which `lacks` is true; 0 where there are none.
fn missing(query: &Query, part: impl Fn(Part) -> bool, lacks: impl Fn(usize) -> bool) -> f64 {
    let (mut sum, mut total) = (0.0, 0.0);
    for (place, bound) in query.terms.iter().enumerate().filter(|(_, b)| part(b.term.part)) {
        total += bound.term.weight;
        sum += if lacks(place) { bound.term.weight } else { 0.0 };
    }
    if total > 0.0 { sum / total } else { 0.0 }
}
