//! Vacuous answers: phrases that only repeat the question, or cannot be what it asks for whatever the sentence says.

use crate::answer::link::is_wh;
use crate::answer::query::{Bound, Query};
use crate::answer::rank::Ranked;
use crate::answer::spans::Form;
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Shape;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::term::{is_stop_word, term};
use crate::text::values::{Date, TimeUnit, ValueKind};
use crate::text::{Pos, Relation, Tag};

/// Whether a question asks how often something is done: only then a number of times is a count.
pub fn asks_times(question: &Question) -> bool {
    question.answer_type == "NUM:count" && question.folded_words().iter().any(|w| w == "times" || w == "often")
}

/// Whether a question asks at which intervals something is done.
fn asks_how_often(question: &Question) -> bool {
    question.folded_words().windows(2).any(|w| w[0] == "how" && w[1] == "often")
}

/// Whether a candidate says nothing: all its words are the question's, it is a phrase without a name where names are asked for, a count that is no number, a sum
/// of money that is none, a date where it is asked how often, or a date where years are to be counted ("years between …").
pub fn is_vacuous(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let shown = candidate.candidate.span.of(&annotation.text);
    let value = match candidate.candidate.form {
        Form::Value(place) => Some(&annotation.values[place].kind),
        _ => None,
    };
    match question.answer_type.as_str() {
        "NUM:count" if matches!(value, Some(ValueKind::Frequency { .. })) => {
            return !asks_times(question);
        }
        "NUM:money" if matches!(value, Some(ValueKind::Number(amount)) if amount.high < 1000.0) => return true,
        "NUM:other" if asks_how_often(question) && matches!(value, Some(ValueKind::Date(_))) => return true,
        _ => {}
    }
    let stretch = matches!(value, Some(ValueKind::Date(Date::Range(..))));
    if stretch && question.precision == Some(TimeUnit::Year) && !question.folded_words().iter().any(|w| w == "years") {
        return true;
    }
    let single = matches!(value, Some(ValueKind::Date(Date::At(_))));
    let head = annotation.reading.words[candidate.candidate.head].span;
    let named = || annotation.names.iter().any(|name| name.kind == NameKind::Person && name.core.contains(head));
    let person = matches!(candidate.candidate.form, Form::Name(_) | Form::NounPhrase) && named();
    repeats(question, shown)
        || person && matches!(question.answer_type.as_str(), "DESC:def" | "HUM:desc")
        || shown.eq_ignore_ascii_case("so-called")
        || is_wh(annotation.reading.words[candidate.candidate.words.start].tag) && candidate.candidate.form != Form::Clause
        // "The last of which".
        || candidate.candidate.words.end.checked_sub(1).is_some_and(|last| is_wh(annotation.reading.words[last].tag))
        || is_described(question, query, candidate)
        || is_named(question, query, candidate)
        || is_undergoer(question, query, candidate)
        || renames(question, annotation, candidate)
        || lacks_names(question, shown)
        || is_nameless(question, annotation, candidate)
        || single && question.folded_words().first().is_some_and(|w| w == "years")
}

/// Whether somebody is whom the question names itself, by name or as somebody called so beside it: "Ada Merrow", or "baker" of "Ada Merrow, a baker", for "Who came after
/// Merrow?"
fn is_named(question: &Question, query: &Query, ranked: &Ranked) -> bool {
    let annotation = &query.known.annotations[ranked.sentence];
    let reading = &annotation.reading;
    let head = ranked.candidate.head;
    let called = reading.words[head].head.filter(|_| reading.is(head, Relation::Appos)).map(|word| reading.words[word].span);
    let place = match ranked.candidate.form {
        Form::Name(place) => Some(place),
        _ => called.and_then(|span| annotation.names.iter().position(|name| name.kind == NameKind::Person && name.core.contains(span))),
    };
    let Some(place) = place else { return false };
    let cast = &query.known.cast;
    let one = cast.find(&fold(annotation.names[place].core.of(&annotation.text))).map(|member| &member.name);
    let named = |b: &Bound| b.is_name() && cast.find(&fold(&b.term.word)).map(|member| &member.name) == one;
    question.answer_type == "HUM:ind" && one.is_some() && query.terms.iter().any(named)
}

/// Whether a person is described, by the noun right before the name or by the one that follows it as another name, as somebody of whom the question speaks but
/// for whom it does not ask: "the pharmacist Ada Merrow" for "Who defended the pharmacist?".
fn is_described(question: &Question, query: &Query, ranked: &Ranked) -> bool {
    let annotation = &query.known.annotations[ranked.sentence];
    let reading = &annotation.reading;
    let Form::Name(place) = ranked.candidate.form else { return false };
    if question.answer_type != "HUM:ind" || annotation.names[place].kind != NameKind::Person {
        return false;
    }
    let own = reading.within(annotation.names[place].span);
    let before = own.start.checked_sub(1).filter(|&w| reading.words[w].pos == Pos::Noun);
    let heads =
        own.clone().flat_map(|w| reading.children(w)).filter(|&c| reading.is(c, Relation::Appos) && reading.words[c].pos == Pos::Noun);
    let described: Vec<usize> = before.into_iter().chain(heads).collect();
    let asked = |t: usize| {
        let word = query.terms[t].term.words.0;
        let words = &question.reading.words;
        let role = words[word].relation.base();
        query.terms[t].term.part == Part::Other
            && words[word].pos == Pos::Noun
            && matches!(role, Relation::Obj | Relation::Obl | Relation::Nmod)
    };
    query.places(ranked.sentence).iter().copied().any(|(w, t)| described.contains(&w) && query.holds(ranked.sentence, t) >= 1.0 && asked(t))
}

/// Whether somebody is what something was done to, where the question asks who did it: "Merrow was threatened by the owners" for "Who was behind the threats?", "she sent
/// Merrow with the boats" for "Who sent the boats?"
fn is_undergoer(question: &Question, query: &Query, ranked: &Ranked) -> bool {
    let (asked, reading) = (&question.reading, &query.known.annotations[ranked.sentence].reading);
    let first = asked.words.first().filter(|w| fold(w.span.of(&question.read)) == "who" && w.relation == Relation::Nsubj);
    let passive = |verb: usize| reading.child(verb, Relation::AuxPass).is_some();
    let own = &reading.words[ranked.candidate.head];
    let root = asked.root().and_then(|root| query.term_at(root));
    let done = |verb: usize| query.places(ranked.sentence).iter().any(|&(w, t)| w == verb && Some(t) == root);
    let undergoes = match own.relation.base() {
        Relation::Nsubj => own.head.is_some_and(passive),
        Relation::Obj => own.head.is_some_and(|verb| done(verb) && matches!(reading.words[verb].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp)),
        _ => false,
    };
    question.answer_type == "HUM:ind" && first.is_some() && undergoes
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

/// Whether a name is asked for, and one of an answer's items has none.
pub fn lacks_names(question: &Question, answer: &str) -> bool {
    asks_for_name(question) && !answer.split("; ").all(|item| item.contains(char::is_uppercase))
}

/// Whether somebody's name is asked for, and a candidate only says what they are: "Danish sailor" for "What was the captain's name?"
fn is_nameless(question: &Question, annotation: &Annotation, candidate: &Ranked) -> bool {
    let span = candidate.candidate.span;
    let noun = annotation.reading.words[candidate.candidate.head].pos == Pos::Noun;
    let reading = &annotation.reading;
    let beside = |w: usize| reading.is(w, Relation::Appos) && reading.words[w].pos == Pos::Propn;
    let apposed = || reading.children(candidate.candidate.head).any(beside);
    let named = || annotation.names.iter().any(|name| span.contains(name.core) && !matches!(name.kind, NameKind::Group | NameKind::Place));
    let asks = question.answer_type == "HUM:ind" && question.folded_words().iter().skip(1).any(|word| word == "name");
    asks && noun && !named() && !apposed()
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

/// Whether the name of somebody or of a place is asked for: "name the judge who …", "what was the judge's name".
fn asks_for_name(question: &Question) -> bool {
    let words = question.folded_words();
    let named = words.first().is_some_and(|w| w == "name") || words.iter().any(|w| w == "name" || w == "names");
    let has_name = ["HUM:ind", "HUM:gr", "LOC"].iter().any(|kind| question.answer_type.starts_with(kind));
    named && has_name
}
