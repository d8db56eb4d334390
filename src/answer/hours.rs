//! Hours: times of day where they are asked for, and days where these are.

use crate::answer::query::Query;
use crate::answer::rank::{Piece, Ranked};
use crate::answer::spans::{Candidate, Form};
use crate::question::Question;
use crate::text::values::{Value, ValueKind};

/// Words that tell a time of day without a number.
const TIMES: [&str; 7] = ["afternoon", "dawn", "dusk", "evening", "morning", "nightfall", "sunrise"];

/// Leaves out what tells a day of the sentences that tell the time of day which the question asks for; and where it asks for any date, the times of day of those that
/// tell a day.
pub fn drop_hours_or_days(question: &Question, query: &Query, pieces: &mut Vec<Piece>) {
    if question.answer_type != "NUM:date" {
        return;
    }
    let values = |sentence: usize| &query.known.annotations[sentence].values;
    let clock = |v: &Value| matches!(v.kind, ValueKind::Clock { .. });
    let timed = |r: &Piece| values(r.sentence).iter().any(clock);
    if asks_hour(question) {
        pieces.retain(|r| !timed(r) || is_hour(query, r.sentence, r.candidate));
    } else {
        let dated = |r: &Piece| values(r.sentence).iter().any(|v| matches!(v.kind, ValueKind::Date(_)));
        let hour = |r: &Piece| matches!(r.candidate.form, Form::Value(place) if clock(&values(r.sentence)[place]));
        pieces.retain(|r| !timed(r) || !hour(r) || !dated(r));
    }
}

/// Whether the question asks for a time of day and a candidate is none.
pub fn is_no_hour(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    question.answer_type == "NUM:date" && asks_hour(question) && !is_hour(query, candidate.sentence, &candidate.candidate)
}

/// Whether a candidate tells a time of day.
fn is_hour(query: &Query, sentence: usize, candidate: &Candidate) -> bool {
    let annotation = &query.known.annotations[sentence];
    let within = |v: &Value| matches!(v.kind, ValueKind::Clock { .. }) && candidate.span.contains(v.core);
    annotation.values.iter().any(within) || candidate.span.of(&annotation.text).split_whitespace().any(|word| TIMES.contains(&word))
}

/// Whether the question asks for a time of day: "what time", not "what time of year" or "around what time".
fn asks_hour(question: &Question) -> bool {
    let words = question.folded_words();
    let asks = |pair: &[String]| matches!(pair[0].as_str(), "what" | "which") && matches!(pair[1].as_str(), "time" | "hour");
    let Some(at) = words.windows(2).position(asks) else { return false };
    let vague = at > 0 && matches!(words[at - 1].as_str(), "about" | "around" | "since" | "by" | "in");
    let goes_on = words.get(at + 2).is_some_and(|next| matches!(next.as_str(), "of" | "period" | "span" | "frame" | "zone"));
    !vague && !goes_on || words.get(at + 3..at + 5).is_some_and(|of| of.iter().any(|word| matches!(word.as_str(), "day" | "night")))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn a_time_of_day_is_told_where_it_is_asked_for() {
        check_answers(
            "= Velm fire =\n\nThe Velm fire broke out at 6:40 am on 3 March 1931 in the mill. The alarm was raised by Ina Orm at seven o'clock in the morning. The mill reopened on \
             4 May 1933. The last wall fell shortly after midnight.\n",
            &[
                ("What time did the fire break out?", Some("6:40 am")),
                ("When did the fire break out?", Some("3 March 1931")),
                ("At what time was the alarm raised?", Some("seven o'clock in the morning")),
                ("When was the alarm raised?", Some("seven o'clock in the morning")),
                ("At what time did the mill reopen?", None),
                ("When did the last wall fall?", Some("shortly after midnight")),
                ("Did the fire break out before 7 am?", Some("yes")),
                ("Did the fire break out after noon?", Some("no")),
            ],
        );
    }
}
