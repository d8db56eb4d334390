//! Now: a question about the present is not answered by what once was.

use crate::answer::polarity::predicate;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::document::Kind;
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::{Tag, values::Date};

/// Words that ask of the present.
const NOW: [&str; 7] = ["current", "currently", "now", "nowadays", "presently", "still", "today"];
/// Words of a sentence that tell of the present, or of what lasts, beside verbs in the present.
const LASTS: [&str; 7] = ["current", "currently", "now", "present", "since", "still", "today"];
/// Words that say that something is over.
const OVER: [&str; 5] = ["ex", "former", "formerly", "late", "once"];

/// Whether a question asks of the present: "now", "these days", "his current salary".
pub fn asks_of_now(question: &Question) -> bool {
    let words = question.folded_words();
    words.iter().any(|w| NOW.contains(&w.as_str()))
        || words.windows(2).any(|w| matches!((w[0].as_str(), w[1].as_str()), ("these", "days") | ("at", "present")))
}

/// Whether a phrase says of something that it is over: "formerly of the guild".
pub fn is_over(phrase: &str) -> bool {
    phrase.split(' ').next().is_some_and(|word| OVER.contains(&fold(word).as_ref()))
}

/// Whether a candidate is what was once, or its sentence tells in the past, with a date or "at the time", and of nothing that lasts.
pub fn tells_of_past(query: &Query, best: &Ranked) -> bool {
    let annotation = &query.known.annotations[best.sentence];
    let words = &annotation.reading.words;
    let shown = |w: usize| fold(words[w].span.of(&annotation.text));
    let first = best.candidate.words.start;
    // "Formerly of the rowing club": a preposition and an article may stand between.
    if (first.saturating_sub(3)..best.candidate.words.end).any(|w| OVER.contains(&shown(w).as_ref())) {
        return true;
    }
    let prose = !matches!(query.known.document.sentences[best.sentence].kind, Kind::Infobox { .. });
    let dated = annotation.values.iter().any(|v| v.kind.date().is_some_and(|d| !matches!(d, Date::Since(_))))
        || annotation.text.to_lowercase().contains("at the time");
    let present = |w: usize| matches!(words[w].tag, Tag::Vbz | Tag::Vbp);
    let told = predicate(&annotation.reading, best.candidate.head);
    // "The fund, which takes no money, had grown by 1931 to 40 clerks" tells of no clerks now.
    let tells = present(told) || annotation.reading.children(told).any(present);
    let lasts = tells || (0..words.len()).any(|w| LASTS.contains(&shown(w).as_ref()));
    // "It began with twelve members."
    let began = words[..first].iter().rev().take(3).any(|word| word.tag == Tag::Vbd && matches!(&*word.lemma, "begin" | "start" | "open"));
    prose && (dated || began) && !lasts
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_once_was_is_not_what_is() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow is a docker of Orm. In 1984 she earned 900 crowns a month. She was taught by Bela Trask (formerly of the rowing club). The Orm Fund began with 30 clerks. The \
             Velm Fund, which takes no gifts, had grown by 1931 to 46 clerks.\n",
            &[
                ("How much did she earn in 1984?", Some("900 crowns a month")),
                ("How much does she earn these days?", None),
                ("What's Bela Trask up to now?", None),
                ("How many clerks does the Orm Fund have today?", None),
                ("How many clerks does the Velm Fund have today?", None),
            ],
        );
    }
}
