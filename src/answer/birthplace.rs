//! Birthplaces: whether the document's topic was born in the place that the question names. Nobody is born in two.

use crate::answer::query::Query;
use crate::answer::subject::{Asked, agreement, asked};
use crate::document::Kind;
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::names::{NameKind, gazetteer};
use crate::text::{Pos, Span};

/// The sentence that tells of another birthplace than the one the question names: another country, or a place that is told with what it lies in, "Velm (Ostland)".
/// `None` where it may be the same, or one in the other.
pub fn born_elsewhere(question: &Question, query: &Query) -> Option<usize> {
    let reading = &question.reading;
    let root = reading.root().filter(|&root| is_birth(&reading.words[root].lemma))?;
    let whom = asked(question, query).filter(|whom| matches!(whom, Asked::Named(_)))?;
    let named =
        reading.children(root).map(|c| reading.span_of(&reading.subtree_without(c, |w| w < c))).map(|span| fold(span.of(&question.read)));
    let (place, kind, country) = named.filter_map(|name| gazetteer::place(&name).map(|(kind, country)| (name, kind, country))).next()?;
    let known = query.known;
    let tells = |s: &usize| tells_birth(query, *s, &whom);
    let told: Vec<(usize, &str)> = (0..known.annotations.len()).filter(tells).flat_map(|s| places(query, s)).collect();
    let is = |name: &str| fold(name) == place;
    let country_of = |name: &str| match gazetteer::place(name) {
        Some(("country", _)) => Some(fold(name).into_owned()),
        Some((_, country)) => country.map(|country| fold(country).into_owned()),
        None => None,
    };
    let asked = if kind == "country" { Some(place.to_string()) } else { country.map(|country| fold(country).into_owned()) };
    let abroad = |name: &str| country_of(name).is_some_and(|own| asked.as_ref().is_some_and(|asked| *asked != own));
    let apart =
        |s: usize, name: &str| kind == "city" && gazetteer::place(name).is_none_or(|(kind, _)| kind == "city") && lies_in(query, s, name);
    let mut other = told.iter().filter(|(s, name)| abroad(name) || apart(*s, name));
    (!told.iter().any(|(_, name)| is(name))).then(|| other.next().map(|(s, _)| *s)).flatten()
}

fn is_birth(lemma: &str) -> bool {
    matches!(lemma, "bear" | "birth" | "born")
}

/// Whether a sentence tells of the birth of whom the question asks about: by its verb, or as a line of the infobox.
fn tells_birth(query: &Query, sentence: usize, whom: &Asked) -> bool {
    let known = query.known;
    let reading = &known.annotations[sentence].reading;
    if let Kind::Infobox { key, .. } = known.document.sentences[sentence].kind {
        return fold(known.document.quote(key)).split(' ').any(is_birth);
    }
    let own = agreement(Some(whom), query, sentence, query.places(sentence));
    (0..reading.words.len()).any(|w| is_birth(&reading.words[w].lemma) && own[w] == Some(true))
}

/// The places of a line of the infobox, or by the verb of birth in a sentence of prose.
fn places<'a>(query: &Query<'a>, sentence: usize) -> Vec<(usize, &'a str)> {
    let annotation = &query.known.annotations[sentence];
    let reading = &annotation.reading;
    let line = matches!(query.known.document.sentences[sentence].kind, Kind::Infobox { .. });
    let verb = |w: usize| reading.ancestors(w).find(|&above| reading.words[above].pos == Pos::Verb);
    let there = |span: Span| line || verb(reading.within(span).start).is_some_and(|verb| is_birth(&reading.words[verb].lemma));
    let place = annotation.names.iter().filter(|name| name.kind == NameKind::Place && there(name.core));
    place.map(|name| (sentence, name.core.of(&annotation.text))).collect()
}

/// Whether a place stands right before another, which it lies in: "Velm (Ostland)", "Velm, Ostland".
fn lies_in(query: &Query, sentence: usize, place: &str) -> bool {
    let annotation = &query.known.annotations[sentence];
    let between = |a: Span, b: Span| annotation.text.get(a.end..b.start).map_or("", str::trim);
    let first = annotation.names.iter().find(|name| name.core.of(&annotation.text) == place);
    first.is_some_and(|a| annotation.names.iter().any(|b| b.kind == NameKind::Place && matches!(between(a.core, b.core), "(" | ",")))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn nobody_is_born_in_two_places() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was born in 1950 in Bergen (Norway), and moved to Paris in 1970. She worked in Berlin.\n",
            &[
                ("Was Ada Merrow born in Bergen?", Some("yes")),
                ("Was Ada Merrow born in Paris?", Some("no")),
                ("Was Ada Merrow born in Europe?", None),
            ],
        );
        check_answers(
            "= Bela Trask =\n\nBela Trask was born in Lyon. She lived in Morocco.\n",
            &[("Was Bela Trask born in Morocco?", Some("no")), ("Was Bela Trask born in France?", None)],
        );
    }
}
