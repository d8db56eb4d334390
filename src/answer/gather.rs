//! Gathering: what several sentences say of one thing in the same relation, from the fact table: "which prizes has she won?"

use crate::answer::agree::dates_agree;
use crate::answer::lists::Listed;
use crate::answer::query::Query;
use crate::answer::verdict::squeeze;
use crate::facts::{Fact, Modality, Polarity};
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::term::{is_stop_word, term};
use crate::text::values::values;
use crate::text::wordnet;

/// The most words of an item, and the most items.
const LONGEST: usize = 8;
const MOST: usize = 12;

/// The objects of all facts whose subject and relation are the question's, in document order; `None` where fewer than two sentences have one.
pub fn gathered(question: &Question, query: &Query) -> Option<Listed> {
    let relation = relation(query)?;
    let facts = &query.known.table.facts;
    let asked: Vec<&Fact> = (0..facts.len()).filter(|&f| fits(question, query, f, relation)).map(|f| &facts[f]).collect();
    let mut items: Vec<String> = Vec::new();
    let mut grounds: Vec<(usize, Vec<crate::text::Span>)> = Vec::new();
    for fact in asked {
        let item = plain(&fact.object);
        if items.iter().any(|i| fold(i).contains(&*fold(&item)) || fold(&item).contains(&*fold(i))) {
            continue;
        }
        items.push(item);
        if grounds.last().is_none_or(|(s, _)| *s != fact.sentence) {
            grounds.push((fact.sentence, Vec::new()));
        }
    }
    (grounds.len() > 1 && items.len() <= MOST).then(|| Listed { answer: items.join("; "), grounds })
}

/// The term of the question that names the relation: its verb, or all that it has beside the kind of thing asked for and names.
fn relation(query: &Query) -> Option<usize> {
    let free = |t: &usize| {
        let own = query.terms[*t].term;
        query.terms[*t].count > 0 && own.weight > 0.5 && matches!(own.part, Part::Verb | Part::Other)
    };
    let found: Vec<usize> = (0..query.terms.len()).filter(free).collect();
    match found[..] {
        [one] => Some(one),
        _ => None,
    }
}

/// Whether a fact is of the relation, about the question's subject, of its time and of the type asked for.
fn fits(question: &Question, query: &Query, place: usize, relation: usize) -> bool {
    let fact = &query.known.table.facts[place];
    let ways = &query.terms[relation].term.ways;
    let verb = |word: &str| term(wordnet::base_form(&fold(word), wordnet::Pos::Verb).unwrap_or(word));
    let related = fact.relation.split_whitespace().map(verb).any(|v| ways.iter().any(|way| way.weight >= 0.8 && way.terms == [v.as_str()]));
    let plain = fact.polarity == Polarity::Positive && fact.modality == Modality::Asserted && !fact.object.is_empty();
    let short = fact.object.split_whitespace().count() <= LONGEST && !fact.relation.ends_with("that");
    related && plain && short && is_about(query, fact) && is_of_time(question, fact) && is_of_type(question, fact)
}

/// Whether a fact's subject is the one that the question names, or the document's topic where it names none.
fn is_about(query: &Query, fact: &Fact) -> bool {
    let words: Vec<String> =
        fold(&fact.subject).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !is_stop_word(w)).map(term).collect();
    let names: Vec<&crate::question::Term> = query.terms.iter().map(|b| b.term).filter(|t| t.part == Part::Name).collect();
    let named = |word: &String| names.iter().any(|t| t.ways.iter().any(|w| w.terms.contains(word)));
    let known = |word: &String| named(word) || names.is_empty() && query.known.topic.contains(word);
    !words.is_empty() && words.iter().all(known)
}

fn is_of_time(question: &Question, fact: &Fact) -> bool {
    let told = || fact.time.iter().flat_map(|t| values(t)).filter_map(|v| v.kind.date().cloned()).collect::<Vec<_>>();
    question.dates.is_empty() || question.dates.iter().all(|asked| told().iter().any(|d| dates_agree(asked, d)))
}

/// Whether a fact's object is of the coarse type that the question asks for, or of a type that nobody knows.
fn is_of_type(question: &Question, fact: &Fact) -> bool {
    let coarse = |t: &str| t.split(':').next().unwrap_or_default().to_string();
    let (asked, given) = (coarse(&question.answer_type), coarse(&fact.object_type));
    given.is_empty() || asked == given || given != "NUM" && !matches!(asked.as_str(), "HUM" | "LOC")
}

/// An object without the article it opens with.
fn plain(object: &str) -> String {
    let object = squeeze(object);
    let (first, rest) = object.split_once(' ').unwrap_or(("", &object));
    if matches!(first, "a" | "an" | "the") { rest.to_string() } else { object }
}
