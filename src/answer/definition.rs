//! Definitions: what a sentence says that somebody or something is.

use crate::answer::query::Query;
use crate::facts::annotation::Annotation;
use crate::text::names::NameKind;
use crate::text::wordnet::{is_a, is_mainly};
use crate::text::{Pos, Reading, Relation, Span, Tag};

/// What something is called as a word or a thought: "the term", "her notion", "so-called".
const META: [&str; 11] = ["called", "concept", "expression", "idea", "name", "notion", "phrase", "so", "so-called", "term", "word"];

/// What a sentence says that the things at `places` (words that match the question) are, best first: the predicate of "X is …", the apposition
/// "X, …", the description before "… X", the brackets after "X (…)". Each with how plainly it is said, 1 to 4; spans of the annotation's text.
pub fn definitions(annotation: &Annotation, places: &[usize]) -> Vec<(u8, Span)> {
    let reading = &annotation.reading;
    let mut found = Vec::new();
    let matched = |w: usize| places.contains(&w);
    for (word, own) in reading.words.iter().enumerate() {
        let predicate = matches!(own.pos, Pos::Noun | Pos::Propn | Pos::Adj);
        let copula = if predicate { reading.child(word, Relation::Cop) } else { None };
        let flat = |c: usize| matched(c) && reading.words[c].relation.base() == Relation::Flat;
        let subject = |_: &usize| reading.child(word, Relation::Nsubj).is_some_and(|s| matched(s) || reading.children(s).any(flat));
        if let Some(copula) = copula.filter(subject) {
            let mut words = reading.subtree_without(word, |c| {
                matches!(reading.words[c].relation.base(), Relation::Cop | Relation::Nsubj | Relation::Aux | Relation::Parataxis)
                    || reading.words[c].head == Some(word) && is_fame(annotation, c)
                    || reading.words[c].relation == Relation::Punct && reading.words[c].head == Some(word) && c < word
            });
            words.retain(|&w| w > copula);
            // What somebody suspects or says that it is, it need not be.
            let plain = if own.relation == Relation::Ccomp { 1 } else { 4 };
            found.push((plain, clean(annotation, &words)));
        }
        // "(formerly of the guild)" tells no more than a part of it.
        let whole = || reading.child(word, Relation::Case).is_none();
        if own.relation == Relation::Appos && own.head.is_some_and(matched) && whole() {
            found.push((2, clean(annotation, &reading.subtree(word))));
        }
        if matched(word) && own.relation == Relation::Appos {
            found.extend(named_by(annotation, word).map(|span| (2, span)));
        }
        if own.relation == Relation::AclRelcl && own.head.is_some_and(matched) {
            found.extend(in_which(annotation, word).map(|span| (3, span)));
            found.extend(what_it_does(annotation, word).map(|span| (2, span)));
        }
        if matched(word) {
            found.extend(aside(annotation, word).map(|span| (3, span)));
            found.extend(as_such(annotation, word).map(|span| (2, span)));
        }
        // "An empty churn" does not tell what a churn is.
        if matched(word) && own.span.of(&annotation.text).starts_with(char::is_uppercase) {
            let before: Vec<usize> = reading
                .children(word)
                .filter(|&c| {
                    c < word
                        && matches!(reading.words[c].relation, Relation::Compound | Relation::NmodDesc | Relation::Amod)
                        && reading.words[c].pos != Pos::Propn
                })
                .collect();
            if let (Some(&first), true) = (before.first(), before.iter().any(|&c| reading.words[c].pos == Pos::Noun)) {
                let first = reading.subtree(first).first().copied().unwrap_or(first);
                let last = before.iter().rfind(|&&c| reading.words[c].pos == Pos::Noun).copied().unwrap_or(word);
                found.push((1, clean(annotation, &(first..(last + 1).min(word)).collect::<Vec<_>>())));
            }
        }
    }
    found.extend(titles(annotation, places));
    found.sort_by_key(|(plain, _)| std::cmp::Reverse(*plain));
    let meta = |w: usize| META.contains(&reading.words[w].lemma.as_str());
    let content = |w: usize| matches!(reading.words[w].pos, Pos::Noun | Pos::Propn | Pos::Adj) && !meta(w);
    let whole = |span: &Span| {
        let shown = span.of(&annotation.text);
        shown.matches('(').count() == shown.matches(')').count() && !shown.starts_with("that ")
    };
    let says_more = |span: &Span| reading.within(*span).any(|w| !matched(w) && content(w));
    // A person is not told by a phrase that has their own name in it.
    let person = |w: usize| annotation.names.iter().any(|n| n.kind == NameKind::Person && n.core.contains(reading.words[w].span));
    let apart = |span: &Span| !reading.within(*span).any(|w| matched(w) && person(w));
    // Nor by the name of somebody else: "journalist Ada Merrow, sociologist Bela Trask".
    let about_person = places.iter().any(|&w| person(w));
    let heads = |span: &Span| {
        let own = reading.within(*span);
        own.clone().find(|&w| reading.words[w].head.is_none_or(|head| !own.contains(&head)))
    };
    let other = |span: &Span| {
        about_person
            && (heads(span).is_some_and(person)
                || annotation.names.iter().any(|name| name.core.contains(*span))
                || reading.within(*span).next_back().is_some_and(|w| person(w) && is_named_last(annotation, *span)))
    };
    // "Olin was right" does not tell who he was.
    let adjective = |span: &Span| about_person && heads(span).is_some_and(|w| reading.words[w].pos == Pos::Adj);
    // "A statue of Ada Merrow, the work of Bo Lind" tells of the statue.
    let of_another = |w: usize| {
        let above = reading.words[w].head.filter(|&above| reading.is(w, Relation::Nmod) && !matched(above));
        person(w) && above.is_some_and(|above| reading.words[above].pos == Pos::Noun && !people(&reading.words[above].lemma))
    };
    let of_person = places.iter().any(|&w| of_another(w));
    let thing =
        |span: &Span| of_person && heads(span).is_some_and(|w| reading.words[w].pos == Pos::Noun && !people(&reading.words[w].lemma));
    found
        .into_iter()
        .filter(|(_, span)| !adjective(span) && !thing(span) && whole(span) && says_more(span) && apart(span) && !other(span))
        .collect()
}

/// Whether a noun stands for people.
fn people(lemma: &str) -> bool {
    ["person", "occupation", "relative"].iter().any(|class| is_a(lemma, class))
}

/// Whether a word opens what somebody is known for, behind a comma: ", best remembered for her maps".
fn is_fame(annotation: &Annotation, word: usize) -> bool {
    let words = &annotation.reading.words;
    let participle = words[word].tag == Tag::Vbn && matches!(&*words[word].lemma, "know" | "note" | "remember");
    let mut before = (0..word).rev().map(|w| words[w].span.of(&annotation.text));
    participle && before.find(|shown| !matches!(*shown, "best" | "chiefly" | "mainly" | "most")) == Some(",")
}

/// The titles before the names of people at `places`, each with how plainly it is said: a part of the name, "mayor" of "mayor Ada Merrow", or a noun for people right
/// before it with what describes that, "marine biologist" of "the marine biologist Ada Merrow".
fn titles<'a>(annotation: &'a Annotation, places: &'a [usize]) -> impl Iterator<Item = (u8, Span)> + 'a {
    let reading = &annotation.reading;
    let matched = |span: Span| reading.within(span).any(|w| places.contains(&w));
    // "Merrow, the daughter of the miller Olin Merrow".
    let whole = |span: Span| reading.within(span).all(|w| places.contains(&w));
    let people = annotation.names.iter().filter(move |name| name.kind == NameKind::Person && matched(name.core));
    people.filter_map(move |name| {
        if name.span.start < name.core.start {
            let title = Span::new(name.span.start, name.core.start);
            return Some((2, Span::new(title.start, title.start + title.of(&annotation.text).trim_end().len())));
        }
        if !whole(name.core) && annotation.names.iter().any(|other| other.core != name.core && matched(other.core)) {
            return None;
        }
        let small = |w: usize| reading.words[w].span.of(&annotation.text).starts_with(char::is_lowercase);
        let describes = |w: usize| small(w) && matches!(reading.words[w].pos, Pos::Noun | Pos::Propn | Pos::Adj);
        let behind = reading.within(name.core).start;
        let before: Vec<usize> = (0..behind).rev().take_while(|&w| describes(w)).collect();
        let (&last, &first) = (before.first()?, before.last()?);
        let role = ["occupation", "person"].iter().any(|class| is_a(&reading.words[last].lemma, class));
        role.then(|| (1, reading.words[first].span.cover(reading.words[last].span)))
    })
}

/// What stands right before a word that says what it is called: "the weekly The Horn", "her deputy, Olin Pask"; of a person, by a noun for people; not what it is to somebody:
/// "her main achievement, the Orm Ticket".
fn named_by(annotation: &Annotation, word: usize) -> Option<Span> {
    let reading = &annotation.reading;
    let head = reading.words[word].head.filter(|&head| matches!(reading.words[head].pos, Pos::Noun | Pos::Propn))?;
    let beside = |c: usize| c == word || matches!(reading.words[c].relation.base(), Relation::Case | Relation::Conj | Relation::Cc);
    let words: Vec<usize> = reading.subtree_without(head, beside).into_iter().filter(|&w| w < word).collect();
    let first = *reading.subtree(word).first()?;
    let gap = words.last().map_or(first, |last| last + 1)..first;
    let adjacent = gap.into_iter().all(|w| matches!(reading.words[w].pos, Pos::Punct | Pos::Det));
    let called = annotation.names.iter().find(|name| name.core.contains(reading.words[word].span));
    let fits = called.is_none_or(|name| name.kind != NameKind::Person || people(&reading.words[head].lemma));
    (adjacent && fits && !is_judged(reading, head)).then(|| clean(annotation, &words))
}

/// Whether a noun tells what something is to somebody rather than what it is: "her main achievement".
pub fn is_judged(reading: &Reading, noun: usize) -> bool {
    reading.child(noun, Relation::NmodPoss).is_some() && ["act", "feeling"].iter().any(|class| is_mainly(&reading.words[noun].lemma, class))
}

/// What somebody is for somebody else, behind the name: "with Olin Pask as her deputy".
fn as_such(annotation: &Annotation, word: usize) -> Option<Span> {
    let reading = &annotation.reading;
    let name = annotation.names.iter().find(|name| name.kind == NameKind::Person && name.core.contains(reading.words[word].span))?;
    let opener = reading.within(name.core).end;
    let role = reading.words.get(opener).filter(|w| w.lemma == "as" && w.relation == Relation::Case).and_then(|w| w.head)?;
    let owned = reading.child(role, Relation::NmodPoss).is_some();
    owned.then(|| clean(annotation, &(opener + 1..=role).collect::<Vec<_>>()))
}

/// "The net game, in which each side …": what happens in it, by the clause that hangs on it.
fn in_which(annotation: &Annotation, clause: usize) -> Option<Span> {
    let reading = &annotation.reading;
    let words = reading.subtree(clause);
    let which = words.iter().position(|&w| reading.words[w].lemma == "which")?;
    let opened = which > 0 && reading.words[words[which - 1]].pos == Pos::Adp && words.len() > which + 2;
    opened.then(|| clean(annotation, &words[which + 1..]))
}

/// "The Pask Fund, which pays for …": what it does, by the clause that hangs on it, if it always does.
fn what_it_does(annotation: &Annotation, clause: usize) -> Option<Span> {
    let reading = &annotation.reading;
    let subject = reading.child(clause, Relation::Nsubj).filter(|&subject| reading.words[subject].lemma == "which")?;
    let words: Vec<usize> = reading.subtree(clause).into_iter().filter(|&w| w > subject).collect();
    matches!(reading.words[clause].tag, Tag::Vbz | Tag::Vbp).then(|| clean(annotation, &words))
}

/// Whether a phrase is a description and then a name, without a preposition between: "the sociologist Bela Trask".
fn is_named_last(annotation: &Annotation, span: Span) -> bool {
    let words = &annotation.reading.words;
    annotation.reading.within(span).all(|w| !matches!(words[w].pos, Pos::Adp | Pos::Verb | Pos::Punct))
}

/// What stands between marks behind a word, with an article, whatever the tree says: "the Anna, a former ferry, …". A coordination counts
/// only behind a name or a word in quotation marks, and no definite article with one: the word may else be one of several things.
fn aside(annotation: &Annotation, word: usize) -> Option<Span> {
    let words = &annotation.reading.words;
    let shown = |w: usize| words.get(w).map_or("", |w| w.span.of(&annotation.text));
    let closing = |w: &usize| words.get(*w).is_some_and(|w| w.tag == Tag::CloseQuote || w.span.of(&annotation.text) == "\"");
    let behind = word + 1 + usize::from(closing(&(word + 1)) || shown(word + 1) == ")");
    let bracket = |w: usize| if shown(w) == "(" { (w..words.len()).find(|&w| shown(w) == ")").map_or(w, |w| w + 1) } else { w };
    let comma = bracket(behind);
    let opens = shown(comma) == "," && matches!(shown(comma + 1), "a" | "an" | "the") && comma + 2 < words.len();
    let ends = |w: &usize| matches!(shown(*w), "," | ";" | ":" | "." | "(" | ")" | "—" | "–" | "");
    let end = (comma + 2..=words.len()).find(ends).filter(|&end| opens && end > comma + 2)?;
    let named = words[word].pos == Pos::Propn || shown(word).starts_with(char::is_uppercase) || closing(&(word + 1));
    let joined = (comma + 2..end).any(|w| words[w].pos == Pos::Cconj);
    (if shown(comma + 1) == "the" { named && !joined && shown(end) != ":" } else { named || !joined })
        .then(|| words[comma + 2].span.cover(words[end - 1].span))
}

/// What a sentence calls somebody at `places` by the work they do: "the painter Ada Merrow", "Ada Merrow, a nurse and teacher who …".
pub fn callings(annotation: &Annotation, places: &[usize]) -> Vec<Span> {
    let words = &annotation.reading.words;
    let relative = |w: usize| is_a(&words[w].lemma, "relative");
    let is_role = |w: usize| words[w].pos == Pos::Noun && (is_a(&words[w].lemma, "occupation") || is_mainly(&words[w].lemma, "person"));
    let cut = |span: Span| {
        let within = annotation.reading.within(span);
        let more = |w: &usize| matches!(words[*w].pos, Pos::Adp | Pos::Verb | Pos::Aux) || matches!(words[*w].tag, Tag::Wp | Tag::Wdt);
        let end = within.clone().find(more).unwrap_or(within.end);
        let roles = (within.start..end).any(is_role) && !(within.start..end).any(relative);
        (roles && end > within.start).then(|| words[within.start].span.cover(words[end - 1].span))
    };
    definitions(annotation, places).into_iter().filter(|(_, span)| span.end > span.start).filter_map(|(_, span)| cut(span)).collect()
}

/// What a sentence says that somebody at `places` is or works as: a noun for a person after "is" or "became", or after the "as" of a verb of working. Spans
/// of the annotation's text.
pub fn roles(annotation: &Annotation, places: &[usize]) -> Vec<Span> {
    let reading = &annotation.reading;
    let is_role = |w: usize| is_a(&reading.words[w].lemma, "occupation") || is_mainly(&reading.words[w].lemma, "person");
    let of_matched = |verb: usize| reading.child(verb, Relation::Nsubj).is_some_and(|subject| places.contains(&subject));
    let is = |w: usize| is_role(w) && reading.child(w, Relation::Cop).is_some() && of_matched(w);
    let works_as = |w: usize| {
        let verb =
            reading.words[w].head.filter(|&v| matches!(reading.words[v].lemma.as_str(), "work" | "serve" | "act" | "train" | "start"));
        let case = reading.child(w, Relation::Case).is_some_and(|c| reading.words[c].lemma == "as");
        reading.words[w].relation.base() == Relation::Obl && case && verb.is_some_and(of_matched)
    };
    let becomes = |w: usize| {
        let verb = reading.words[w].head.filter(|&v| reading.words[v].lemma == "become");
        matches!(reading.words[w].relation.base(), Relation::Obj | Relation::Xcomp) && is_role(w) && verb.is_some_and(of_matched)
    };
    let outside = |w: usize, c: usize| {
        let relation = reading.words[c].relation.base();
        matches!(relation, Relation::Cop | Relation::Nsubj | Relation::Case if reading.words[c].head == Some(w))
            || matches!(
                relation,
                Relation::Advmod | Relation::Conj | Relation::Cc | Relation::Parataxis | Relation::AclRelcl | Relation::Punct
            )
            || relation == Relation::Nmod && c > w
    };
    let found = (0..reading.words.len()).filter(|&w| reading.words[w].pos == Pos::Noun && (is(w) || works_as(w) || becomes(w)));
    found.map(|w| clean(annotation, &reading.subtree_without(w, |c| c != w && outside(w, c)))).collect()
}

/// The places of a sentence that match terms of the question; of a name only its own words.
pub fn matched_words(query: &Query, sentence: usize) -> Vec<usize> {
    let own = |t: usize| !query.terms[t].is_name() || query.holds(sentence, t) >= 1.0;
    let mut words: Vec<usize> = query.places(sentence).iter().copied().filter(|(_, t)| own(*t)).map(|(w, _)| w).collect();
    words.dedup();
    words
}

/// The span of words without marks at its ends.
fn clean(annotation: &Annotation, words: &[usize]) -> Span {
    let all = &annotation.reading.words;
    let says = |w: &&usize| all[**w].pos != Pos::Punct;
    let (first, last) = (words.iter().find(says), words.iter().rfind(says));
    match (first, last) {
        (Some(&first), Some(&last)) => all[first].span.cover(all[last].span),
        _ => Span::default(),
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_tells_of_something_else_defines_nobody() {
        check_answers(
            "= Orm =\n\nA statue of Ada Merrow, the work of the sculptor Bo Lind, stands in Orm. The fair was opened by Uma Tarn, Olin Pask and the guild. Eda Sund was a painter and \
             diver, best remembered for her maps of the northern lakes.\n",
            &[("Who was Ada Merrow?", None), ("Who was Eda Sund?", Some("a painter and diver"))],
        );
    }

    #[test]
    fn titles_before_names_tell_who_somebody_is() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a diver. Her friends included Uma Lind, journalist Bo Trask, sociologist Ine Vold and fishery activist Sonja Tarn. Merrow was raised by \
             the trawler skipper Ned Merrow.\n",
            &[
                ("Who is Sonja Tarn?", Some("fishery activist")),
                ("What does Bo Trask do?", Some("journalist")),
                ("what does Vold do?", Some("sociologist")),
                ("What does Uma Lind do?", None),
                ("What was Ada Merrow's job?", Some("diver")),
            ],
        );
    }
}
