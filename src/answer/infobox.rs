//! Lines of the infobox that state what is asked for in so many words: "Known for: the dispute of 1994", "Occupation: driver, politician".

use crate::answer::query::Query;
use crate::answer::somebody::is_plain;
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::document::Kind;
use crate::knowledge::rules::Shape;
use crate::question::Question;
use crate::text::fold::fold;

/// How sure a line of the infobox is that has what is asked of the document's topic, where nothing more is asked.
pub const KEYED: f64 = 0.8;

/// The whole value of the line whose key is the word for what is asked for, or ends the question, where that is neither a number nor a name of somebody or of a place.
pub fn stated(question: &Question, query: &Query) -> Option<Verdict> {
    let piece = ["NUM", "LOC", "HUM:ind", "HUM:gr", "BOOL"].iter().any(|kind| question.answer_type.starts_with(kind));
    let of_topic = question.dates.is_empty() && query.terms.iter().all(|b| !b.is_name());
    if piece || !of_topic || !matches!(question.shape, Shape::Short | Shape::List | Shape::Reason) || !is_plain(question, query) {
        return None;
    }
    let words = question.folded_words();
    let words = &words[..words.iter().rposition(|word| word != "?").map_or(0, |last| last + 1)];
    let focus = question.focus.map(|focus| fold(&question.reading.words[focus].lemma));
    let document = &query.known.document;
    document.sentences.iter().enumerate().find_map(|(place, sentence)| {
        let Kind::Infobox { key, value } = sentence.kind else { return None };
        let key = fold(document.quote(key));
        let ends = || key.contains(' ') && words.join(" ").ends_with(&key);
        let grounds = vec![(place, Vec::new())];
        let told = || answered(squeeze(document.quote(value)), grounds, KEYED, "a line of the infobox states it".into());
        (focus.as_ref() == Some(&key) || ends()).then(told)
    })
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn a_line_states_what_is_asked_for() {
        check_answers(
            "= Ada Merrow =\n- Occupation: baker, diver\n- Known for: raising the Heron\n- Area: 12 square kilometres\n\nAda Merrow had a brother, Olin Pask, who was a judge.\n",
            &[
                ("What is her occupation?", Some("baker, diver")),
                ("What is she known for?", Some("raising the Heron")),
                ("What is Olin Pask known for?", None),
                ("What is the area?", Some("12 square kilometres")),
            ],
        );
    }
}
