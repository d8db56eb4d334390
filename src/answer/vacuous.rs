//! Vacuous answers: phrases that only repeat the question, or cannot be what it asks for whatever the sentence says.

use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::spans::Form;
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Shape;
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::term::{is_stop_word, term};
use crate::text::values::{Date, TimeUnit, ValueKind};

/// Whether a candidate says nothing: all its words are the question's, it is a phrase without a name where names are asked for, a count that is no number, a sum
/// of money that is none, or a date where years are to be counted ("years between …").
pub fn is_vacuous(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let shown = candidate.candidate.span.of(&annotation.text);
    let value = match candidate.candidate.form {
        Form::Value(place) => Some(&annotation.values[place].kind),
        _ => None,
    };
    match question.answer_type.as_str() {
        "NUM:count" if matches!(value, Some(ValueKind::Frequency { .. })) => {
            return !question.folded_words().iter().any(|w| w == "times" || w == "often");
        }
        "NUM:money" if matches!(value, Some(ValueKind::Number(amount)) if amount.high < 1000.0) => return true,
        _ => {}
    }
    let stretch = matches!(value, Some(ValueKind::Date(Date::Range(..))));
    if stretch && question.precision == Some(TimeUnit::Year) && !question.folded_words().iter().any(|w| w == "years") {
        return true;
    }
    let single = matches!(value, Some(ValueKind::Date(Date::At(_))));
    repeats(question, shown)
        || renames(question, annotation, candidate)
        || lacks_names(question, shown)
        || single && question.folded_words().first().is_some_and(|w| w == "years")
}

/// Whether a candidate is only the short name, in brackets, of what the question names: "Harbour Rowing Club (HRC)".
fn renames(question: &Question, annotation: &Annotation, candidate: &Ranked) -> bool {
    let span = candidate.candidate.span;
    let (before, behind) = (annotation.text[..span.start].trim_end(), annotation.text[span.end..].trim_start());
    let Some(before) = before.strip_suffix('(').map(str::trim_end).filter(|_| behind.starts_with(')')) else { return false };
    let asked = question.folded_words();
    let name = annotation.names.iter().find(|name| name.core.end == before.len() || name.span.end == before.len());
    let said = |word: &str| !word.starts_with(char::is_uppercase) || asked.iter().any(|asked| *asked == fold(word));
    let short = matches!(candidate.candidate.form, Form::Name(_)) && !question.answer_type.starts_with("ABBR");
    short && name.is_some_and(|name| name.core.of(&annotation.text).split(' ').all(said))
}

/// Whether somebody's name is asked for, and one of an answer's items has none.
pub fn lacks_names(question: &Question, answer: &str) -> bool {
    asks_for_name(question) && !answer.split("; ").all(|item| item.contains(char::is_uppercase))
}

/// Whether a phrase has no word that says anything but those of the question; not where it offers what to choose from.
fn repeats(question: &Question, shown: &str) -> bool {
    if matches!(question.shape, Shape::Choice | Shape::Compare) || !question.options.is_empty() {
        return false;
    }
    let words = |text: &str| -> Vec<String> {
        let split = fold(text);
        split.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !is_stop_word(w)).map(term).collect()
    };
    let asked = words(&question.read);
    let own = words(shown);
    !own.is_empty() && own.iter().all(|word| asked.contains(word))
}

/// Whether somebody's name is asked for: "name the judge who …", "what was the judge's name".
fn asks_for_name(question: &Question) -> bool {
    let words = question.folded_words();
    let named = words.first().is_some_and(|w| w == "name") || words.iter().any(|w| w == "name" || w == "names");
    named && question.answer_type.starts_with("HUM:ind")
}
