//! Counted: the noun that a number counts. A number that counts one thing does not tell how many of another there are: "87 mayors" for "How many councillors …?".

use crate::answer::link::is_wh;
use crate::answer::query::Query;
use crate::answer::rank::{Piece, Ranked};
use crate::answer::spans::Form;
use crate::document::Kind;
use crate::facts::annotation::Annotation;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::term::term;
use crate::text::values::{TimeUnit, Value, ValueKind};
use crate::text::{Pos, Reading, Relation, wordnet};

/// The noun that a number counts or orders: the word's place.
pub fn counted(reading: &Reading, value: &Value) -> Option<usize> {
    let words = reading.within(value.core);
    let noun = |w: &usize| !words.contains(w) && is_noun(reading, *w);
    let compound = |w: usize| reading.words[w].head.filter(|_| reading.is(w, Relation::Compound));
    let head = words.clone().find_map(|w| reading.ancestors(w).take(3).find(noun)).map(|w| compound(w).unwrap_or(w));
    head.or_else(|| (words.end..reading.words.len()).take(3).find(noun))
}

/// The noun that a number stands before and counts; `None` where the noun is left out.
fn directly(reading: &Reading, value: &Value) -> Option<usize> {
    let counts = reading.within(value.core).any(|w| reading.is(w, Relation::Nummod));
    counted(reading, value).filter(|_| counts)
}

/// The stem of the noun that a number stands before and counts.
pub fn counts(reading: &Reading, value: &Value) -> Option<String> {
    directly(reading, value).map(|noun| term(&reading.words[noun].lemma))
}

/// Whether what follows a number says that it counts some of what was spoken of: "eight people, seven of them students".
fn is_part(behind: &str) -> bool {
    ["of them", "of whom", "of which", "of these"].iter().any(|part| behind.trim_start().starts_with(part))
}

fn is_noun(reading: &Reading, word: usize) -> bool {
    matches!(reading.words[word].pos, Pos::Noun | Pos::Propn)
}

/// Where a question asks how many there are of something, and a sentence counts that very thing, leaves out the sentence's numbers that count something else.
pub fn drop_other_counts(question: &Question, query: &Query, pieces: &mut Vec<Piece>) {
    let Some(asked) = asked_noun(question).map(|w| term(&question.reading.words[w].lemma)) else { return };
    let of = |r: &Piece| {
        let Form::Value(place) = r.candidate.form else { return None };
        let annotation = &query.known.annotations[r.sentence];
        let value = Some(&annotation.values[place]).filter(|value| matches!(value.kind, ValueKind::Number(_)))?;
        let takes_part = annotation
            .reading
            .within(value.core)
            .any(|w| matches!(annotation.reading.words[w].relation.base(), Relation::Nsubj | Relation::Obj));
        if is_part(&annotation.text[value.core.end..]) && !takes_part {
            return Some(false);
        }
        directly(&annotation.reading, value).map(|w| term(&annotation.reading.words[w].lemma) == asked)
    };
    let told: Vec<usize> = pieces.iter().filter(|r| of(r) == Some(true)).map(|r| r.sentence).collect();
    pieces.retain(|r| of(r) != Some(false) || !told.contains(&r.sentence));
}

/// Whether a candidate counts something else than what the question asks how many there are of, and its sentence has no word for that; is a length of time where none is
/// asked for; or counts people where the question asks how much, or for a score.
pub fn counts_other(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let Form::Value(place) = candidate.candidate.form else { return false };
    let annotation = &query.known.annotations[candidate.sentence];
    let kind = &annotation.values[place].kind;
    if matches!(kind, ValueKind::Duration { .. } | ValueKind::Age(_) | ValueKind::Date(_)) && question.answer_type == "NUM:count" {
        return asked_noun(question).is_none_or(|noun| TimeUnit::named(&question.reading.words[noun].lemma).is_none());
    }
    let value = Some(&annotation.values[place]).filter(|value| matches!(value.kind, ValueKind::Number(_)));
    let Some(own) = value.and_then(|value| directly(&annotation.reading, value)).map(|w| &annotation.reading.words[w]) else {
        return false;
    };
    const MEASURES: [&str; 4] = ["NUM:dist", "NUM:speed", "NUM:temp", "NUM:weight"];
    let known = wordnet::classes(&own.lemma).next().is_some();
    if MEASURES.contains(&question.answer_type.as_str()) && known
        || question.answer_type == "NUM:money" && known && !wordnet::is_a(&own.lemma, "money")
    {
        return true;
    }
    let person = |lemma: &str| wordnet::is_a(lemma, "person");
    let words = question.folded_words();
    let scores = question.focus.is_some_and(|focus| matches!(&*question.reading.words[focus].lemma, "score" | "result"));
    if scores || words.windows(2).any(|w| w[0] == "how" && w[1] == "much") {
        return person(&own.lemma);
    }
    let Some(asked) = asked_noun(question) else { return false };
    let noun = &question.reading.words[asked].lemma;
    let told = query.term_at(asked).is_none_or(|t| query.holds(candidate.sentence, t) > 0.0);
    let prose = query.known.document.sentences[candidate.sentence].kind == Kind::Prose;
    prose && !told && person(&own.lemma) != person(noun) && !wordnet::is_a(noun, "group") && wordnet::classes(noun).next().is_some()
}

/// Whether a candidate is a share where the question asks how many there are, not how many of them: "two thirds of them" for "How many people live there?"; or the
/// whole of whose part the question asks: the 14 of "14 matches, of which she won two", or of "Of the 14 matches she won two", for "How many matches did she win?".
pub fn is_share_or_whole(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let Form::Value(place) = candidate.candidate.form else { return false };
    let Some(noun) = asked_noun(question) else { return false };
    let annotation = &query.known.annotations[candidate.sentence];
    let (value, reading) = (&annotation.values[place], &annotation.reading);
    let share = matches!(value.kind, ValueKind::Number(n) if n.low < 1.0 && n.low > 0.0) && !value.core.of(&annotation.text).contains('.');
    if share {
        return question.reading.words[noun - 1].lemma == "many";
    }
    let verb = question.reading.root().and_then(|root| query.term_at(root));
    let told = |w: usize| query.places(candidate.sentence).iter().any(|&(place, t)| place == w && Some(t) == verb);
    let counted = reading.within(value.core).end + 1;
    let of_which = (counted..reading.words.len().min(counted + 3))
        .find(|&w| reading.words[w].lemma == "of" && reading.words.get(w + 1).is_some_and(|next| is_wh(next.tag)));
    let verbs = |w: &usize| reading.words[*w].pos == Pos::Verb;
    // "Of the 46 mills of 1928, five were running."
    let opens = reading.words[0].lemma == "of" && !question.folded_words().windows(2).any(|pair| pair[0] == "out" && pair[1] == "of");
    let root = reading.root().filter(|&root| opens && verb.is_some() && reading.child(root, Relation::Nsubj).is_some());
    let whole = root.and_then(|root| reading.children(root).find(|&w| reading.child(w, Relation::Case) == Some(0)));
    if whole.is_some_and(|whole| reading.subtree_span(whole).contains(value.core) && !reading.subtree(whole).into_iter().any(told)) {
        return true;
    }
    of_which.is_some_and(|of| (of..reading.words.len()).find(verbs).is_some_and(told) && !(0..of).any(told))
}

/// Whether a candidate counts what another verb is done to than the question's, which has a number of its own in the sentence: "killing four miners and leaving 230 families
/// without a home" for "How many people were killed?"
pub fn is_of_other_verb(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let reading = &annotation.reading;
    let root = question.reading.root().filter(|&root| question.answer_type == "NUM:count" && question.reading.words[root].pos == Pos::Verb);
    let Some(verb) = root.and_then(|root| query.term_at(root)).filter(|&t| query.terms[t].term.weight >= 1.0) else { return false };
    let parts = |v: usize| {
        let part = |&c: &usize| matches!(reading.words[c].relation.base(), Relation::Nsubj | Relation::Obj);
        reading.children(v).filter(part).collect::<Vec<_>>()
    };
    let number = |w: usize| annotation.values.iter().any(|v| matches!(v.kind, ValueKind::Number(_)) && reading.within(v.core).contains(&w));
    let counts = |w: &usize| number(*w) || reading.children(*w).any(number);
    let image = |w: usize| query.places(candidate.sentence).contains(&(w, verb)) && reading.words[w].pos == Pos::Verb;
    let Form::Value(place) = candidate.candidate.form else { return false };
    let asked = asked_noun(question).map(|noun| term(&question.reading.words[noun].lemma));
    if asked.is_some() && self::counts(reading, &annotation.values[place]) == asked {
        return false;
    }
    let own = reading.ancestors(candidate.candidate.head).find(|&w| reading.words[w].pos == Pos::Verb);
    let mut images = (0..reading.words.len()).filter(|&w| image(w)).peekable();
    let elsewhere =
        own.is_some_and(|own| !image(own) && parts(own).iter().any(|&part| reading.is_ancestor(part, candidate.candidate.head)));
    elsewhere && images.peek().is_some() && images.all(|v| parts(v).iter().any(counts))
}

/// Whether a candidate is how much another of some gave, where the sentence lists amounts with whom each came from: "80 crowns came from the guild, 45 from the mill" for "How
/// much did the guild give?"
pub fn is_of_other_source(query: &Query, candidate: &Ranked) -> bool {
    let Form::Value(place) = candidate.candidate.form else { return false };
    let annotation = &query.known.annotations[candidate.sentence];
    let reading = &annotation.reading;
    let is_amount = |value: &Value| matches!(value.kind, ValueKind::Number(_) | ValueKind::Money { .. });
    let amounts = || annotation.values.iter().filter(|value| is_amount(value));
    let from = |w: usize| reading.child(w, Relation::Case).filter(|&case| reading.words[case].lemma == "from");
    let named = query.places(candidate.sentence).iter().filter(|(_, t)| query.terms[*t].is_name()).map(|(w, _)| *w);
    let case = named.into_iter().find_map(|w| reading.ancestors(w).take(3).find_map(from));
    let own = case.and_then(|case| amounts().rfind(|value| value.core.end <= reading.words[case].span.start));
    let listed =
        amounts().filter(|value| reading.words.get(reading.within(value.core).end).is_some_and(|next| next.lemma == "from")).count();
    listed > 0 && is_amount(&annotation.values[place]) && own.is_some_and(|own| own.core != annotation.values[place].core)
}

/// Whether a candidate counts those of a whole of whom something is told that the question does not ask: "of the dead, 40 had lived in Velm", for "How many people died?"
pub fn is_of_some(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let Annotation { reading, text, .. } = &query.known.annotations[candidate.sentence];
    let words = &reading.words;
    let start = candidate.candidate.words.start;
    let shown = |w: usize| words[w].span.of(text);
    let opens = (0..start).rfind(|&w| w == 0 || matches!(shown(w - 1), "." | ";")).unwrap_or(0);
    let whole = fold(shown(opens)) == "of" && words.get(opens + 1).is_some_and(|w| matches!(w.pos, Pos::Det | Pos::Pron));
    let comma = (opens..start).find(|&w| shown(w) == ",").filter(|_| whole);
    let Some(comma) = comma.filter(|_| question.answer_type == "NUM:count") else { return false };
    let clause = comma + 1..(start..words.len()).find(|&w| matches!(shown(w), "," | ";")).unwrap_or(words.len());
    // That they had lived somewhere is not what is asked of those who died.
    let same = |w: usize, t: usize| term(&question.reading.words[query.terms[t].term.words.0].lemma) == term(&words[w].lemma);
    let says = |w: usize, t: usize| query.terms[t].weight >= 1.0 && (query.terms[t].term.part != Part::Verb || same(w, t));
    !query.places(candidate.sentence).iter().any(|&(w, t)| clause.contains(&w) && w != start && says(w, t))
}

/// The noun of which the question asks how many there are.
pub fn asked_noun(question: &Question) -> Option<usize> {
    let how = question.folded_words().windows(2).position(|w| w[0] == "how" && w[1] == "many")?;
    let nouns = how + 2..question.reading.words.len();
    let last = |w: &usize| is_noun(&question.reading, *w) && !(w + 1 < nouns.end && is_noun(&question.reading, w + 1));
    nouns.clone().take(3).find(last)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_counts_one_thing_does_not_count_another() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a baker. She gathered 122 signatures for the bakers of Orm, among them those of 87 sailors and 23 harbour masters.\n",
            &[
                ("How many sailors signed for her?", Some("87")),
                ("How many masters signed for her?", Some("23")),
                ("How many harbour masters signed?", Some("23")),
                ("How many signatures did she gather?", Some("122")),
            ],
        );
        check_answers(
            "= Orm Flood =\n\nThe Orm Flood was a flood in Velm. Of the dead, 40 had lived in Velm, twelve in Halm and the rest on boats.\n",
            &[("How many people died in the Orm Flood?", None)],
        );
        check_answers(
            "= Orm Mills =\n\nThe Orm Mills were built in Velm. Of the 46 mills working in 1928, only five were still running in 1946. The hall cost 900 crowns, of which 500 came \
             from Ada Merrow, 300 from Bo Lind and the rest from the guild. The wall fell in 1931, killing four bakers and leaving 230 families without a roof.\n",
            &[("How much did Bo Lind give?", Some("300")), ("How many people were killed when the wall fell?", None)],
        );
    }
}
