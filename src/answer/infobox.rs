//! Lines of the infobox that state what is asked for in so many words: "Known for: the dispute of 1994", "Occupation: driver, politician".

use std::borrow::Cow;

use crate::answer::query::Query;
use crate::answer::somebody::is_plain;
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::document::Kind;
use crate::knowledge::rules::Shape;
use crate::question::{Part, Question};
use crate::text::Span;
use crate::text::fold::fold;
use crate::text::values::values;

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
        let ends = || key.contains(' ') && words.join(" ").ends_with(&*key);
        let grounds = vec![(place, Vec::new())];
        let told = || answered(squeeze(document.quote(value)), grounds, KEYED, "a line of the infobox states it".into());
        (focus.as_ref() == Some(&key) || ends()).then(told)
    })
}

/// Words that ask for another than the one at present.
const ANOTHER: [&str; 8] = ["after", "all", "before", "former", "formerly", "other", "previous", "previously"];

/// The whole value of the line that tells what a question about the document's topic asks for in other words than the line's key: "How heavy is it?", "Who was mayor
/// before her?"
pub fn told_otherwise(question: &Question, query: &Query) -> Option<Verdict> {
    let kinds = ["HUM", "NUM"].iter().any(|kind| question.answer_type.starts_with(kind)) && question.answer_type != "NUM:date";
    if !kinds || !question.dates.is_empty() || question.constraints.rank.is_some() {
        return None;
    }
    let (document, words) = (&query.known.document, question.folded_words());
    let lines: Vec<(usize, Cow<str>, Span)> = document
        .sentences
        .iter()
        .enumerate()
        .filter_map(|(place, sentence)| match sentence.kind {
            Kind::Infobox { key, value } => Some((place, fold(document.quote(key)), value)),
            _ => None,
        })
        .collect();
    let lemmas: Vec<Cow<str>> = question.reading.words.iter().map(|w| fold(&w.lemma)).collect();
    let asks = |word: &str| lemmas.iter().any(|lemma| lemma == word) || words.iter().any(|own| own == word);
    let (line, by) = question.wording.key_words.iter().filter(|key| key.asked.iter().any(asks)).find_map(|key| {
        let line = lines.iter().find(|(_, own, _)| key.keys.has(own))?;
        Some((line, key))
    })?;
    // Another one than the line gives: "Which party was she in before?", "What did she do before?"
    let trade = question.answer_type == "HUM:title";
    let another = words.iter().any(|word| ANOTHER.contains(&word.as_str()) && (trade || !by.asked.has(word)));
    let given = query.terms.iter().enumerate().any(|(t, b)| b.is_name() && query.holds(line.0, t) > 0.0);
    if another || given || question.shape == Shape::List {
        return None;
    }
    // Nothing else is asked: the rest is the topic's name, or stands in the infobox too.
    let known = |t: usize| {
        let bound = &query.terms[t];
        let lemma = fold(&question.reading.words[bound.term.words.0].lemma);
        let titled = bound.ways.iter().any(|(ids, _)| ids.iter().all(|id| query.known.title.contains(id)));
        let plain = |word: &str| by.asked.has(word) || by.beside.has(word);
        let asked = plain(&lemma) || fold(&bound.term.word).split(' ').any(plain);
        bound.term.part == Part::Topic
            || titled
            || asked
            || bound.term.weight < 0.5
            || lines.iter().any(|(s, ..)| query.holds(*s, t) >= 1.0)
    };
    let whole = squeeze(document.quote(line.2));
    let value = if question.answer_type.starts_with("HUM") { undated(&whole).to_string() } else { whole };
    (0..query.terms.len()).all(known).then(|| answered(value, vec![(line.0, Vec::new())], KEYED, "a line of the infobox states it".into()))
}

/// A value without the years in brackets at its end: "Harbour League (2017–2021)".
fn undated(value: &str) -> &str {
    let bracket = value.strip_suffix(')').and_then(|open| open.rsplit_once(" ("));
    bracket.filter(|(_, years)| values(years).iter().any(|v| v.kind.date().is_some())).map_or(value, |(name, _)| name)
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

    #[test]
    fn a_line_tells_what_is_asked_for_in_other_words() {
        check_answers(
            "= Fen otter =\n- Weight: 4–6 kg\n- Lifespan: up to 9 years\n\nThe fen otter lives in Orm. Its den may weigh 40 kilograms. The otter Bela lived for six years.\n",
            &[
                ("How heavy is the fen otter?", Some("4–6 kg")),
                ("How long does it live?", Some("up to 9 years")),
                ("How heavy is its den?", Some("40 kilograms")),
            ],
        );
        check_answers(
            "= Ada Merrow =\n- Office: Mayor of Orm (1931–1934)\n- Predecessor: Olin Pask\n- Successor: Tom Tarn\n\nAda Merrow was a baker.\n",
            &[("Who was mayor before Merrow?", Some("Olin Pask")), ("Who was mayor after her?", Some("Tom Tarn"))],
        );
    }
}
