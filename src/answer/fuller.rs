//! Of two dates of one event, the fuller one: "2 January 1987" rather than "1987".

use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::spans::Form;
use crate::knowledge::rules::Feature;
use crate::question::Question;
use crate::text::values::{Date, TimeUnit};

/// How near to the best score the fuller date must come, as a share of it.
const NEAR: f64 = 0.8;

/// The candidate that tells the day of what the best one tells less exactly, if one of a sentence that holds as much of the question does and it is no year
/// that is asked for; else the best.
pub fn fullest<'r>(question: &Question, query: &Query, ranked: &'r [Ranked]) -> Option<&'r Ranked> {
    let best = ranked.first()?;
    let Some(date) = date(query, best).filter(|_| question.precision != Some(TimeUnit::Year)) else { return Some(best) };
    let coverage = |r: &Ranked| r.features[Feature::Coverage as usize];
    let fuller = |r: &&Ranked| {
        r.score >= NEAR * best.score && coverage(r) >= coverage(best) && self::date(query, r).is_some_and(|d| d != date && date.contains(d))
    };
    ranked.iter().find(fuller).or(Some(best))
}

/// The date that a candidate is, if it is one stretch of the calendar.
fn date<'q>(query: &Query<'q>, ranked: &Ranked) -> Option<&'q Date> {
    match ranked.candidate.form {
        Form::Value(place) => query.known.annotations[ranked.sentence].values[place].kind.date().filter(|d| matches!(d, Date::At(_))),
        _ => None,
    }
}
