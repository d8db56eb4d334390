//! Methods: ways of finding an answer besides ranking pieces of sentences, and what speaks for an answer that was found in one.

use crate::answer::evidence::{Evidence, odds};
use crate::answer::query::{Bound, Query};
use crate::answer::rank::Ranked;
use crate::answer::reply::Status;
use crate::answer::spans::Form;
use crate::answer::support::support;
use crate::answer::types::Fit;
use crate::answer::verdict::{Verdict, unknown};
use crate::knowledge::rules::{Feature, METHODS, Ranking, Shape, Sign, Signs, class};
use crate::question::{Part, Question};
use crate::text::Span;

/// A question, and what was found for it.
pub struct Case<'a> {
    /// The question.
    pub question: &'a Question<'a>,
    /// The same, bound to the document.
    pub query: &'a Query<'a>,
    /// The nearest sentences, best first.
    pub evidence: &'a [Evidence],
    /// The candidates in the nearest of them, best first.
    pub ranked: &'a [Ranked],
    /// The weights and thresholds.
    pub ranking: &'a Ranking,
    /// How likely the best candidate is right: 0 to 1.
    pub sure: f64,
}

impl<'a> Case<'a> {
    /// The case of a question with its evidence and ranked candidates.
    pub fn new(
        question: &'a Question<'a>,
        query: &'a Query<'a>,
        evidence: &'a [Evidence],
        ranked: &'a [Ranked],
        ranking: &'a Ranking,
    ) -> Self {
        let supports = support(question, query, evidence, ranked, &ranking.sentence_weights());
        let sure = ranked.first().map_or(0.0, |best| ranking.verdict.of(&supports, &best.features, class(&question.answer_type)));
        Self { question, query, evidence, ranked, ranking, sure }
    }
}

/// How an answer was found; in the order of [`METHODS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Method {
    /// All items of an enumeration.
    List,
    /// A clause that tells why or how.
    Clause,
    /// What a sentence says that something is.
    Definition,
    /// A sentence that as a whole tells how somebody reacted.
    Telling,
    /// Sentences that tell of it as a whole.
    Summary,
}

/// An answer that was found in one of these ways, and what speaks for it.
#[derive(Debug, Clone)]
pub struct Trial {
    /// How it was found.
    pub method: Method,
    /// What speaks for it and against it.
    pub signs: Signs,
    /// The answer, not yet weighed.
    pub verdict: Verdict,
}

impl Trial {
    /// A trial of an answer. `plain`: how plainly what the method goes by stands there, from 0 to 1.
    pub fn new(case: &Case, method: Method, plain: f64, verdict: Verdict) -> Self {
        let mut signs = signs(case, &verdict);
        signs[Sign::Bias as usize] = 1.0;
        signs[Sign::Plain as usize] = plain;
        Self { method, signs, verdict }
    }

    /// Sets a sign to 1 where it holds, else to 0.
    pub fn set(&mut self, sign: Sign, holds: bool) {
        self.signs[sign as usize] = f64::from(u8::from(holds));
    }

    /// Whether a sign holds, at least in part.
    pub fn holds(&self, sign: Sign) -> bool {
        self.signs[sign as usize] > 0.0
    }

    /// How likely the answer is right: 0 to 1.
    pub fn confidence(&self, ranking: &Ranking) -> f64 {
        let odds: f64 = self.signs.iter().zip(&ranking.methods[self.method as usize]).map(|(sign, weight)| sign * weight).sum();
        1.0 / (1.0 + (-odds).exp())
    }

    /// The answer where enough speaks for it, else unknown.
    pub fn weighed(self, ranking: &Ranking) -> Verdict {
        let confidence = self.confidence(ranking);
        if confidence >= ranking.method_threshold {
            return Verdict { confidence, ..self.verdict };
        }
        let needed = ranking.method_threshold * 100.0;
        let story = format!("{:.0} % sure of the {} found, {needed:.0} % are needed", confidence * 100.0, METHODS[self.method as usize]);
        Verdict { confidence, ..unknown("no sentence says it plainly enough".into(), &story) }
    }
}

/// Whether a verdict gives an answer.
pub fn says(verdict: &Verdict) -> bool {
    verdict.status != Status::Unknown
}

/// The greatest share of those terms of the question that `pick` picks, by weight, that stand within a stretch of the sentence hardly longer than they are many; a
/// part of a name stands for all of it.
pub fn together(query: &Query, sentence: usize, pick: impl Fn(&Bound) -> bool) -> f64 {
    let places = query.places(sentence);
    let stretch = query.terms.len() + 1;
    let named = |t: usize| query.terms[t].term.word.starts_with(char::is_uppercase);
    let beside = |a: usize, b: usize| named(a) && named(b) && a.abs_diff(b) == 1;
    let within = |first: usize| {
        let stands = |t: usize| places.iter().any(|&(w, term)| term == t && (first..first + stretch).contains(&w));
        let near = |t: usize| stands(t) || (0..query.terms.len()).any(|other| beside(t, other) && stands(other));
        query.share(&pick, |t| if near(t) { 1.0 } else { 0.0 })
    };
    places.iter().map(|(first, _)| within(*first)).fold(0.0, f64::max)
}

/// What speaks for an answer whatever way it was found in.
fn signs(case: &Case, found: &Verdict) -> Signs {
    let query = case.query;
    let mut signs = [0.0; Sign::COUNT];
    let Some((sentence, places)) = found.grounds.first() else { return signs };
    let sentence = *sentence;
    let mut set = |sign: Sign, value: f64| signs[sign as usize] = value;
    let flag = |holds: bool| f64::from(u8::from(holds));
    let own = case.evidence.iter().find(|e| e.sentence == sentence);
    let feature = |f: Feature| own.map_or(0.0, |e| e.features[f as usize]);
    let said = |b: &Bound| b.term.part != Part::Topic;
    set(Sign::Odds, odds(case.evidence, sentence));
    set(Sign::Nearest, flag(case.evidence.first().is_some_and(|e| e.sentence == sentence)));
    set(Sign::Share, query.share(said, |t| query.holds(sentence, t)));
    set(Sign::Alike, query.share(said, |t| query.alike(sentence, t)));
    set(Sign::About, query.about(sentence));
    set(Sign::Unexplained, query.share(said, |t| flag(!query.explains(sentence, t))));
    set(Sign::Around, feature(Feature::Around));
    let named = query.terms.iter().any(Bound::is_name);
    set(Sign::NamesMissing, if named { (1.0 - feature(Feature::Names) - feature(Feature::NamesNear)).max(0.0) } else { 0.0 });
    let verbs = || (0..query.terms.len()).filter(|&t| query.terms[t].term.part == Part::Verb && query.terms[t].term.weight >= 1.0);
    set(Sign::VerbsMissing, flag(verbs().any(|t| query.holds(sentence, t) == 0.0)));
    set(Sign::VerbAlike, verbs().map(|t| query.alike(sentence, t)).fold(1.0, f64::min));
    let noun = |b: &Bound| matches!(b.term.part, Part::Other | Part::Focus) && b.term.weight > 0.5;
    set(Sign::NounsAbsent, query.share(noun, |t| flag(query.terms[t].count == 0)));
    set(Sign::TimeDiffers, feature(Feature::TimeDiffers));
    set(Sign::TimeAgrees, feature(Feature::TimeAgrees));
    let together = together(query, sentence, |_| true);
    set(Sign::Together, together);
    set(Sign::AllTogether, flag(together > 0.99));
    let focus = query.terms.iter().position(|b| b.term.part == Part::Focus && b.term.weight > 0.5);
    set(Sign::FocusMissing, flag(focus.is_some_and(|t| query.holds(sentence, t) == 0.0)));
    set(Sign::FocusAlike, focus.map_or(0.5, |t| query.alike(sentence, t)));
    // A candidate of another type than asked for says nothing, nor one that defines nothing where a definition is asked for.
    let defines = |r: &&Ranked| case.question.shape != Shape::Definition || r.candidate.form == Form::Asked;
    let best = case.ranked.first().filter(|r| r.fit != Fit::Differs).filter(defines);
    let sure = if best.is_some() { case.sure } else { 0.0 };
    let best = best.filter(|r| r.sentence == sentence).map(|r| r.candidate.span);
    set(Sign::SureHere, if best.is_some() { sure } else { 0.0 });
    set(Sign::SureElsewhere, if best.is_some() { 0.0 } else { sure });
    let whole = places.iter().copied().reduce(Span::cover);
    let overlaps = best.zip(whole).map(|(best, whole)| best.overlaps(whole));
    set(Sign::Overlaps, flag(overlaps == Some(true)));
    set(Sign::BestDiffers, flag(overlaps == Some(false)));
    let words = found.answer.as_ref().map_or(1, |answer| answer.split_whitespace().count().max(1));
    set(Sign::Length, ((words as f64).ln() / 4.0).min(1.0));
    signs
}
