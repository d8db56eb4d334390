//! Lines of the infobox that list several things.

use crate::answer::lists::Listed;
use crate::answer::lists::asked::{is_keywords, wants_several};
use crate::answer::query::Query;
use crate::answer::verdict::squeeze;
use crate::document::Kind;
use crate::question::{Part, Question, Term};
use crate::text::fold::fold;
use crate::text::term::term;

/// All things of an infobox line that lists several: "Products: cloth, thread, dye". Commas part the names of one thing too ("Born: Orm, Tamria"), unless several
/// are asked for. `None` where the line lists none, or the question names one of them.
pub(super) fn line_of_things(question: &Question, query: &Query, sentence: usize) -> Option<(Listed, usize)> {
    let document = &query.known.document;
    let Kind::Infobox { value, .. } = &document.sentences[sentence].kind else { return None };
    let value = document.quote(*value);
    let items: Vec<String> = value.split(if value.contains(';') { ';' } else { ',' }).map(without_brackets).collect();
    let kind = |item: &String| item.starts_with(char::is_lowercase) && !item.contains(|c: char| c.is_ascii_digit());
    let several = value.contains(';')
        || items.iter().all(kind)
        || (wants_several(question) || is_keywords(question)) && !question.answer_type.starts_with("LOC");
    let named = |item: &String| query.terms.iter().any(|b| b.term.part == Part::Name && fold(item).contains(&*fold(&b.term.word)));
    let whole = items.len() > 1 && several && items.iter().all(|item| !item.is_empty()) && !items.iter().any(named);
    whole.then(|| (Listed { answer: items.join("; "), grounds: vec![(sentence, Vec::new())] }, items.len()))
}

/// How good a wording of the kind of thing asked for must be to name it in a key.
const CALLED: f64 = 0.9;

/// The values of all infobox lines whose key names the kind of thing asked for, where there are several: "Party", "Other party".
pub(super) fn boxed(question: &Question, query: &Query) -> Option<Listed> {
    let focus = fold(&question.reading.words[question.focus?].lemma);
    if focus == "name" {
        return None;
    }
    let says_more = |t: &Term| t.weight > 0.5 && t.part != Part::Topic && t.words.0 != question.focus.unwrap_or(usize::MAX);
    let others: Vec<&Term> = question.terms.iter().filter(|t| says_more(t)).collect();
    if others.iter().any(|t| t.part == Part::Verb || t.part == Part::Name) {
        return None;
    }
    let ways = query.terms.iter().find(|b| Some(b.term.words.0) == question.focus).map_or(&[][..], |b| &b.term.ways);
    let document = &query.known.document;
    let mut grounds = Vec::new();
    let mut items = Vec::new();
    for (place, sentence) in document.sentences.iter().enumerate() {
        let Kind::Infobox { key, value } = &sentence.kind else { continue };
        let key = fold(document.quote(*key));
        let called = |way: &[String]| key.split_whitespace().last().is_some_and(|last| way == [term(last)]);
        if focus.len() > 3 && (key.ends_with(&*focus) || ways.iter().any(|w| w.weight >= CALLED && called(&w.terms))) {
            items.push(document.quote(*value));
            grounds.push((place, Vec::new()));
        }
    }
    let mut items: Vec<String> = match items[..] {
        [line] if others.is_empty() => line.split(',').map(without_brackets).filter(|item| !item.is_empty()).collect(),
        _ => items.into_iter().map(without_brackets).collect(),
    };
    items.dedup();
    (items.len() > 1).then(|| Listed { answer: items.join("; "), grounds })
}

/// A value without what stands in brackets behind it.
fn without_brackets(value: &str) -> String {
    squeeze(value.split(" (").next().unwrap_or(value))
}
