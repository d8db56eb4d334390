//! Bearing: how a sentence bears on a yes/no question, so that the verdict can weigh it.

use std::borrow::Cow;

use crate::answer::claim::{Claim, Ruling};
use crate::answer::contradiction::{self, Finding};
use crate::answer::polarity::is_denying;
use crate::answer::refusal::{hindered, refuses_itself};
use crate::knowledge::rules::{Bearing, Bearings};
use crate::question::Part;
use crate::text::fold::fold;
use crate::text::{Pos, Reading};

/// The least share of a question that a sentence of another date must hold to be told of the same thing.
const REDATED: f64 = 0.95;

/// How the claim's sentence bears on it. `ruling`: what the rules find; `odds`: the sentence's share of the odds among the nearest; `nearest`: whether it comes first.
pub(super) fn bearings(claim: &Claim, ruling: Option<&Ruling>, odds: f64, nearest: bool) -> Bearings {
    let aligned = claim.aligned;
    let (query, sentence, words) = (aligned.query, aligned.sentence, &aligned.question.wording.claims);
    let mut bearings = [0.0; Bearing::COUNT];
    let mut set = |bearing: Bearing, value: f64| bearings[bearing as usize] = value;
    let flag = |holds: bool| f64::from(u8::from(holds));
    let denied = claim.contradiction;
    let own = claim.denies();
    let asked = denies(aligned.asked(), &aligned.question.read);
    let asked = asked || refuses_itself(aligned);
    let root = claim.root();
    set(Bearing::Bias, 1.0);
    set(Bearing::Odds, odds);
    set(Bearing::Nearest, flag(nearest));
    let share = claim.share(|_| true);
    set(Bearing::Share, share);
    set(Bearing::Alike, claim.weighed(|t| query.alike(sentence, t)));
    set(Bearing::About, query.about(sentence));
    set(Bearing::Enough, flag(claim.is_enough(share)));
    set(Bearing::Root, root.map_or_else(|| unweighed_root(claim), |t| flag(aligned.holds(t))));
    set(Bearing::RootAlike, root.map_or(0.5, |t| query.alike(sentence, t)));
    set(Bearing::LacksName, flag(claim.lacks_name()));
    let values = |finding: Finding| flag(claim.values.contains(&finding));
    let dated = !aligned.question.dates.is_empty();
    set(Bearing::ValueHeld, values(Finding::Held).max(flag(dated && claim.date == Finding::Held)));
    set(Bearing::ValueDiffers, values(Finding::Differs));
    set(Bearing::ValueMissing, values(Finding::Missing));
    set(Bearing::DateDiffers, flag(claim.date == Finding::Differs));
    set(Bearing::DateMissing, flag(claim.date == Finding::Missing));
    let held = share >= REDATED && root.is_none_or(|t| aligned.holds(t));
    set(Bearing::Redated, flag(claim.date == Finding::Differs && held));
    set(Bearing::LacksTurn, flag(claim.lacks_turn() || contradiction::lacks_limit(aligned)));
    let opposite = claim.opposite.map(|(_, w)| claim.is_negated_there(w));
    set(Bearing::Opposite, flag(opposite == Some(false)));
    set(Bearing::OppositeNegated, flag(opposite == Some(true)));
    let filled = denied.as_ref().is_some_and(|d| d.0.contains("another in its place"));
    let opposed = denied.as_ref().is_some_and(|d| d.0.contains("opposite"));
    set(Bearing::Filler, flag(filled));
    set(Bearing::Contradicts, flag(denied.is_some() && !filled && !opposed));
    set(Bearing::Negated, flag(claim.negated()));
    set(Bearing::NegatedShare, negated_share(claim));
    set(Bearing::Denies, flag(own && !asked));
    set(Bearing::Refused, flag(claim.refused()));
    set(Bearing::Hindered, hindered(aligned));
    set(Bearing::AskedDenies, flag(asked));
    set(Bearing::BothDeny, flag(asked && (own || hindered(aligned) > 0.0)));
    set(Bearing::Doubts, flag(aligned.question.folded_words().iter().any(|w| words.doubting.has(w))));
    set(Bearing::Untrue, flag(is_untrue(claim)));
    let said = |yes: bool| ruling.filter(|r| r.yes == yes);
    set(Bearing::Asserts, flag(said(true).is_some()));
    set(Bearing::AssertsAll, said(true).map_or(0.0, |r| r.share));
    set(Bearing::Rebuts, flag(said(false).is_some()));
    set(Bearing::RebutsAll, said(false).map_or(0.0, |r| r.share));
    set(Bearing::Unexplained, 1.0 - claim.weighed(|t| flag(query.explains(sentence, t))));
    bearings
}

/// Whether the sentence has the word around which the claim is made, where that is none of the terms: 0 for a verb that it lacks ("go", "see"), else open.
fn unweighed_root(claim: &Claim) -> f64 {
    let (asked, said) = (claim.aligned.asked(), claim.aligned.reading());
    let root = asked.root().map(|root| &asked.words[root]).filter(|root| root.pos == Pos::Verb);
    if root.is_some_and(|root| said.words.iter().all(|w| w.lemma != root.lemma)) { 0.0 } else { 0.5 }
}

/// Whether the sentence says of something that it is untrue, or that something was done in vain, and the question does not.
fn is_untrue(claim: &Claim) -> bool {
    let aligned = claim.aligned;
    let untrue = &aligned.question.wording.claims.untrue;
    let has = |reading: &Reading, text: &str| {
        let lower: Vec<Cow<str>> = reading.words.iter().map(|w| fold(w.span.of(text))).collect();
        lower.iter().any(|w| untrue.has(w)) || lower.windows(2).any(|pair| untrue.has(&pair.join(" ")))
    };
    has(aligned.reading(), &aligned.annotation.text) && !has(aligned.asked(), &aligned.question.read)
}

fn denies(reading: &Reading, text: &str) -> bool {
    (0..reading.words.len()).any(|w| is_denying(reading, text, w))
}

/// How much of what question and sentence share, by meaning, is negated in the sentence: 0 to 1.
fn negated_share(claim: &Claim) -> f64 {
    let aligned = claim.aligned;
    let query = aligned.query;
    let (mut against, mut total) = (0.0, 0.0);
    for &(word, term) in query.places(aligned.sentence) {
        if matches!(query.terms[term].term.part, Part::Topic | Part::Date) {
            continue;
        }
        let weight = query.terms[term].weight * query.alike(aligned.sentence, term);
        total += weight;
        against += if claim.is_turned(term, word) { weight } else { 0.0 };
    }
    if total > 0.0 { against / total } else { 0.0 }
}
