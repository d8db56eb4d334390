//! Bars of kinds: what is no court where a court is asked for, one thing where several are, a time or a place where somebody is, somebody
//! where a thing is, only what kind of thing it is.

use std::ops::Range;

use crate::answer::definition::is_judged;
use crate::answer::link::is_wh;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::series::series;
use crate::answer::spans::Form;
use crate::answer::types::Fit;
use crate::document::Kind;
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::{Feature, Shape};
use crate::question::{Part, Question};
use crate::text::names::{Mention, NameKind};
use crate::text::values::{Value, ValueKind};
use crate::text::wordnet::shares_class;
use crate::text::{Pos, Relation, Span, Tag, Word, wordnet};

/// Whether the document has no word for the kind of thing that is asked for, and the candidate does not look like one.
pub(super) fn is_of_unknown_kind(query: &Query, candidate: &Ranked) -> bool {
    let unknown = query.terms.iter().any(|b| b.term.part == Part::Focus && b.term.weight > 0.5 && b.count == 0);
    unknown && candidate.fit < Fit::Fits
}

/// How near in meaning to the noun for what is asked for a candidate's own noun must be.
const LIKE: f64 = 0.25;

/// Whether a candidate is called by a noun of another kind than the one that is asked for: "part of a campaign" for "Which court …?"
pub(super) fn is_of_other_kind(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let asks = question.reading.words.first().is_some_and(|w| matches!(w.lemma.as_str(), "what" | "which"));
    let Some(focus) = question.focus.filter(|&f| asks && question.reading.words[f].pos == Pos::Noun) else { return false };
    let (kind, own) = (&question.reading.words[focus].lemma, &reading.words[candidate.candidate.head]);
    let plain = candidate.candidate.form == Form::NounPhrase && own.pos == Pos::Noun;
    let called = [Feature::FocusBeside, Feature::FocusNamed, Feature::FocusHead].iter().any(|f| candidate.features[*f as usize] > 0.0);
    let known = wordnet::classes(kind).next().is_some() && wordnet::classes(&own.lemma).next().is_some();
    plain && known && !called && !shares_class(kind, &own.lemma) && candidate.features[Feature::Alike as usize] < LIKE
}

/// Whether a candidate is a time or a place, which nobody is: "Fridays" for "Who is Ada Merrow?"
pub(super) fn is_nobody(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let own = &reading.words[candidate.candidate.head];
    let is = |class: &str| wordnet::is_mainly(&own.lemma, class);
    let no_one = own.pos == Pos::Noun && ["date", "period", "location", "structure"].into_iter().any(is);
    question.answer_type == "HUM:desc" && (no_one || opens_with_preposition(query, candidate))
}

/// Whether a candidate is somebody's name where the question asks what something is, or what was done with what, and not after whom it is called: "the coroner, Basil
/// Pask, did not" for "What did the board put it down to?"
pub(super) fn is_somebody(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let person = |m: &Mention| m.kind == NameKind::Person && is_or_titles(annotation, candidate, m);
    let words = question.folded_words();
    // "What was the minister's offer?"
    let owned = |focus: usize| {
        let (lemma, pos) = (&question.reading.words[focus].lemma, question.reading.words[focus].pos);
        let somebody = wordnet::is_a(lemma, "person") || wordnet::classes(lemma).next().is_none();
        pos == Pos::Noun && !somebody && question.reading.child(focus, Relation::NmodPoss).is_some()
    };
    // Not "She was the head of the 1931 what?"
    let asking = question.reading.words.iter().position(|word| is_wh(word.tag));
    let bare = asking.is_some_and(|at| words[at] == "what" && at < words.len() / 2) && question.focus.is_none_or(owned);
    let thing = ["ENTY", "DESC"].iter().any(|coarse| question.answer_type.starts_with(coarse));
    let after = words.iter().any(|word| matches!(word.as_str(), "after" | "name" | "named" | "call" | "called" | "play" | "character"));
    let one = matches!(candidate.candidate.form, Form::Name(_) | Form::NounPhrase);
    bare && thing && !after && one && annotation.names.iter().any(person)
}

/// Whether a candidate is the key of a line of the infobox: "Governor" of "Governor: Ada Merrow".
pub(super) fn is_key(query: &Query, candidate: &Ranked) -> bool {
    let Kind::Infobox { key, value } = query.known.document.sentences[candidate.sentence].kind else { return false };
    key.start < value.start && candidate.candidate.span.end <= value.start - key.start
}

/// Whether a candidate tells who somebody is that the question names, where it asks for a thing: "baker" of "Olin Pask, a baker, fell out with her over a boat", for
/// "What did Olin Pask fall out with her over?"
pub(super) fn is_apposed_to_asked(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let head = candidate.candidate.head;
    let words = question.folded_words();
    let did = question.answer_type.starts_with("ENTY") && words.windows(2).any(|w| w[0] == "what" && w[1] == "did");
    // "What was Pask's punishment?"
    let thing = |focus: usize| {
        let noun = &question.reading.words[focus].lemma;
        wordnet::classes(noun).next().is_some() && !["person", "group"].iter().any(|class| wordnet::is_a(noun, class))
    };
    let owned = |focus: usize| question.reading.child(focus, Relation::NmodPoss).is_some();
    let what = words.first().is_some_and(|w| w == "what") && question.focus.is_some_and(|focus| thing(focus) && owned(focus));
    let asks = did || what && ["ENTY", "DESC"].iter().any(|coarse| question.answer_type.starts_with(coarse));
    if !asks || !wordnet::is_mainly(&reading.words[head].lemma, "person") {
        return false;
    }
    let beside = |w: usize| reading.is(w, Relation::Appos) || reading.words[w].relation == Relation::NmodDesc;
    let of = reading.words[head].head.filter(|_| beside(head)).into_iter().chain(reading.children(head).filter(|&c| beside(c)));
    let named = |w: usize| {
        let asked = |t: usize| query.terms[t].is_name() || query.terms[t].term.part == Part::Topic;
        query.places(candidate.sentence).iter().any(|&(place, t)| place == w && asked(t))
    };
    of.into_iter().any(|w| named(w) || reading.children(w).any(|c| reading.is(c, Relation::Flat) && named(c)))
}

/// Whether a piece of a sentence is what that says that somebody is whom the question names, where it asks who did something to them: "Ada Merrow was a baker" for "Who freed Ada
/// Merrow?"
pub fn is_told_of_asked(question: &Question, query: &Query, sentence: usize, span: Span) -> bool {
    let (asked, reading) = (&question.reading, &query.known.annotations[sentence].reading);
    let who =
        asked.words.first().is_some_and(|w| w.relation.base() == Relation::Nsubj && w.span.of(&question.read).eq_ignore_ascii_case("who"));
    let does = asked.root().is_some_and(|root| asked.words[root].pos == Pos::Verb);
    let named = |w: usize| {
        let own = |t: usize| query.terms[t].is_name() || query.terms[t].term.part == Part::Topic;
        query.places(sentence).iter().any(|&(place, t)| place == w && own(t))
    };
    let predicate = |w: usize| {
        let subject = reading.child(w, Relation::Nsubj).filter(|_| reading.child(w, Relation::Cop).is_some());
        subject.is_some_and(|subject| named(subject) || reading.children(subject).any(|c| reading.is(c, Relation::Flat) && named(c)))
    };
    let joined = |w: usize| reading.words[w].head.filter(|_| reading.is(w, Relation::Conj));
    let told = |w: usize| predicate(w) || joined(w).is_some_and(predicate);
    who && does && reading.within(span).any(told)
}

/// Whether a candidate is what a noun of the question is called beside it, where the question asks who did or was something with that: "the group Tar Kettles" for "Who was in
/// the group?"
pub(super) fn is_called_so(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let head = candidate.candidate.head;
    let who = question.folded_words().first().is_some_and(|word| word == "who") && matches!(candidate.candidate.form, Form::Name(_));
    let beside = |w: usize| matches!(reading.words[w].relation.base(), Relation::Appos | Relation::Flat);
    let noun = reading.words[head]
        .head
        .filter(|_| who && beside(head) && !reading.children(head).any(|c| c < head && reading.words[c].tag == Tag::Comma));
    let noun = noun.filter(|&noun| reading.words[noun].pos == Pos::Noun && wordnet::is_a(&reading.words[noun].lemma, "group"));
    let oblique = |t: usize| {
        question.reading.is(query.terms[t].term.words.0, Relation::Obl)
            || question.reading.child(query.terms[t].term.words.0, Relation::Case).is_some()
    };
    noun.is_some_and(|noun| query.places(candidate.sentence).iter().any(|&(w, t)| w == noun && oblique(t)))
}

/// Whether a candidate tells what something is to somebody where the question asks what it is: "her main achievement".
pub(super) fn is_judgement(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    question.shape == Shape::Definition && is_judged(&query.known.annotations[candidate.sentence].reading, candidate.candidate.head)
}

/// Whether a candidate only tells when something was done to what the question asks about, where it asks what that is: "patented in 1931".
pub(super) fn is_mere_date(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let (reading, words) = (&annotation.reading, &candidate.candidate.words);
    let dated = |w: usize| annotation.values.iter().any(|v| v.kind.date().is_some() && v.core.contains(reading.words[w].span));
    let bare =
        reading.words[words.start].tag == Tag::Vbn && words.contains(&candidate.candidate.head) && candidate.candidate.head == words.start;
    let rest = words.start + 1..words.end;
    let asks = question.answer_type.starts_with("DESC") || question.answer_type == "HUM:desc";
    asks && bare && !rest.is_empty() && rest.clone().any(dated) && rest.clone().all(|w| dated(w) || reading.words[w].pos == Pos::Adp)
}

/// Whether a candidate is no name but words of a quotation or a foreign tongue, where a person is asked for, "art de vivre" for "Who was his lawyer?"; or stands in quotation
/// marks before a noun that it names: the "Pask" affair.
pub(super) fn is_no_name(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let text = candidate.candidate.span.of(&annotation.text);
    let plain = text.split_whitespace().all(|word| word.starts_with(char::is_lowercase));
    let words = &annotation.reading.words;
    let end = candidate.candidate.words.end;
    let names_noun = words.get(end).is_some_and(|mark| mark.tag == Tag::CloseQuote || mark.span.of(&annotation.text) == "\"")
        && words.get(end + 1).is_some_and(|next| next.pos == Pos::Noun)
        && !question.reading.words.iter().any(|word| word.lemma == "name" && word.pos == Pos::Noun);
    question.answer_type == "HUM:ind" && matches!(candidate.candidate.form, Form::Name(_) | Form::Quoted) && (plain || names_noun)
}

/// Whether a candidate is called by another noun for people than the one that the question asks for, which the sentence has for somebody else: "the coroner, Ada Merrow,
/// heard that a foreman had warned them", for "What was the foreman's name?"
pub(super) fn is_described_otherwise(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let reading = &annotation.reading;
    let person = |lemma: &str| wordnet::is_a(lemma, "person");
    let places = query.places(candidate.sentence);
    let focus = question.focus.and_then(|focus| query.term_at(focus)).filter(|&t| query.terms[t].term.part != Part::Topic);
    let Form::Name(name) = candidate.candidate.form else { return false };
    let own = reading.within(annotation.names[name].core);
    let beside = |w: usize| {
        let relation = |w: usize| {
            matches!(reading.words[w].relation.base(), Relation::Appos | Relation::Compound | Relation::Flat)
                || reading.words[w].relation == Relation::NmodDesc
        };
        let joined = |w: usize, other: usize| reading.words[w].head == Some(other) && relation(w);
        !own.contains(&w) && own.clone().any(|n| joined(w, n) || joined(n, w))
    };
    let asked = |w: usize| places.iter().any(|&(place, t)| place == w && Some(t) == focus);
    let nouns = || (0..reading.words.len()).filter(|&w| reading.words[w].pos == Pos::Noun && person(&reading.words[w].lemma));
    let role = |w: usize| beside(w) && !asked(w);
    let head = candidate.candidate.head;
    let acts = |w: usize| {
        let verb = reading.words[w].head.filter(|_| reading.is(w, Relation::Nsubj));
        verb.is_some_and(|verb| reading.words[verb].pos == Pos::Verb && !reading.is_ancestor(verb, head)) && !reading.is_ancestor(w, head)
    };
    focus.is_some() && nouns().any(role) && nouns().any(asked) && nouns().filter(|&w| asked(w)).all(acts)
}

/// Whether a candidate is listed beside somebody whom the question asks where they are: "Ada Merrow, Bo Lind and the Orm Fund" for "Which town is Bo Lind from?"
pub(super) fn is_listed_beside(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    if !question.answer_type.starts_with("LOC") || question.folded_words().iter().all(|word| word != "from") {
        return false;
    }
    let named = |w: usize| query.places(candidate.sentence).iter().any(|(place, t)| *place == w && query.terms[*t].is_name());
    let has = |item: &Range<usize>| item.clone().any(named);
    let own = |item: &Range<usize>| candidate.candidate.words.contains(&item.start);
    series(annotation).iter().any(|found| found.items.iter().any(own) && found.items.iter().any(|item| !own(item) && has(item)))
}

/// Whether a candidate is somebody's name, with what is said beside it, or the title before it: "coroner, Basil Pask", "guild master" of "guild master Olin Pask".
fn is_or_titles(annotation: &Annotation, candidate: &Ranked, name: &Mention) -> bool {
    let (reading, head, words) = (&annotation.reading, candidate.candidate.head, &candidate.candidate.words);
    let names = reading.within(name.core);
    let beside = |w: usize| {
        reading.words[w].relation == Relation::NmodDesc || matches!(reading.words[w].relation.base(), Relation::Appos | Relation::Flat)
    };
    let titles = beside(head) || reading.is(head, Relation::Compound);
    let one = |w: usize| w == head || beside(w) && reading.words[w].head == Some(head) || titles && reading.words[head].head == Some(w);
    (words.end == names.start || words.contains(&names.start)) && names.clone().any(one)
}

/// Whether a candidate only tells of what kind the thing is that is asked for: "a film on smuggling" for "Which film …?"
pub(super) fn is_within_kind(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let asks = question.reading.words.first().is_some_and(|w| matches!(w.lemma.as_str(), "what" | "which"));
    let Some(focus) = question.focus.filter(|_| asks).and_then(|focus| query.term_at(focus)) else { return false };
    let head = candidate.candidate.head;
    let Some(kind) = reading.words[head].head.filter(|_| reading.is(head, Relation::Nmod)) else { return false };
    let about =
        reading.child(head, Relation::Case).is_some_and(|case| matches!(reading.words[case].lemma.as_str(), "about" | "against" | "on"));
    about && query.places(candidate.sentence).contains(&(kind, focus))
}

/// Whether the question asks who has or did most, and the sentence compares nothing: "Ada Merrow gave a boat" for "Who gave the most?"
pub(super) fn lacks_superlative(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let (words, reading) = (question.folded_words(), &question.reading);
    let counts = |at: usize| {
        let noun = reading.words.get(at + 1).is_none_or(|next| matches!(next.pos, Pos::Noun | Pos::Punct));
        matches!(words[at].as_str(), "most" | "least" | "fewest") && at > 0 && words[at - 1] == "the" && noun
    };
    if !question.answer_type.starts_with("HUM") || !(0..words.len()).any(counts) {
        return false;
    }
    let compares = |word: &Word| {
        matches!(word.tag, Tag::Jjs | Tag::Rbs) || matches!(&*word.lemma, "best" | "chief" | "first" | "main" | "mainly" | "most" | "only")
    };
    !query.known.annotations[candidate.sentence].reading.words.iter().any(compares)
}

/// Words by which a sentence tells what came first or last.
const ORDERING: [&str; 14] = [
    "first",
    "last",
    "before",
    "after",
    "initially",
    "originally",
    "debut",
    "start",
    "begin",
    "early",
    "final",
    "finally",
    "late",
    "later",
];

/// Whether the question asks for somebody's first or last of a kind, and the sentence orders nothing: "Ada Merrow is a baker" for "What was her first job?"
pub(super) fn lacks_order(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let asked = &question.reading;
    let Some(focus) = question.focus.filter(|&focus| asked.child(focus, Relation::NmodPoss).is_some()) else { return false };
    let first = asked.children(focus).any(|c| matches!(&*asked.words[c].lemma, "first" | "last"));
    let orders = |word: &Word| ORDERING.contains(&&*word.lemma);
    first
        && ["HUM:title", "ENTY"].iter().any(|kind| question.answer_type.starts_with(kind))
        && !query.known.annotations[candidate.sentence].reading.words.iter().any(orders)
}

/// Words for the same dimension of a thing.
const DIMENSIONS: [&[&str]; 5] = [
    &["altitude", "elevation", "height", "high", "tall"],
    &["deep", "depth"],
    &["breadth", "broad", "wide", "width"],
    &["length", "long"],
    &["thick", "thickness"],
];

/// How many words may stand between a measure and the word for what it measures.
const BESIDE: usize = 3;

/// Whether a candidate measures something in another direction than the question asks for, "a depth of 20 metres" for "How high is it?", or counts, prices or dates
/// something.
pub(super) fn is_other_dimension(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let reading = &annotation.reading;
    let dimension = |lemma: &str| DIMENSIONS.iter().position(|words| words.contains(&lemma));
    let Some(asked) = question.reading.words.iter().find_map(|w| dimension(&w.lemma)).filter(|_| question.answer_type == "NUM:dist") else {
        return false;
    };
    let words = &candidate.candidate.words;
    let near = words.start.saturating_sub(BESIDE)..(words.end + BESIDE).min(reading.words.len());
    if let Form::Value(place) = candidate.candidate.form {
        // "30 storeys", "highest position 8".
        let storeys = reading.words.get(words.end).is_some_and(|next| wordnet::classes(&next.lemma).any(|class| class == "structure"));
        let said = reading.words[near.clone()].iter().any(|w| dimension(&w.lemma) == Some(asked));
        if !matches!(annotation.values[place].kind, ValueKind::Measure { .. }) && !storeys && !said {
            return true;
        }
    }
    let other = reading.words[near].iter().any(|w| dimension(&w.lemma).is_some_and(|d| d != asked));
    other && !reading.words.iter().any(|w| dimension(&w.lemma) == Some(asked))
}

/// Whether a preposition stands right before a candidate or at its beginning.
fn opens_with_preposition(query: &Query, candidate: &Ranked) -> bool {
    let words = &query.known.annotations[candidate.sentence].reading.words;
    let first = candidate.candidate.words.start;
    words[first].pos == Pos::Adp || first > 0 && words[first - 1].pos == Pos::Adp && words[first - 1].lemma != "as"
}

/// Whether a candidate is one thing where the question asks for several by a number: "the printers" for "Which three groups …?"
pub(super) fn is_too_few(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let words = &question.reading.words;
    let several = |v: &Value| matches!(v.kind, ValueKind::Number(n) if n.low >= 2.0);
    // "Name the two judges".
    let named = |w: usize| w == 2 && matches!(&*words[0].lemma, "list" | "name") && words[1].tag == Tag::Dt;
    let counts = |v: &Value| {
        several(v)
            && question
                .reading
                .within(v.core)
                .any(|w| w > 0 && (is_wh(words[w - 1].tag) || named(w)) && words.get(w + 1).is_none_or(|next| next.tag != Tag::Hyph))
    };
    let text = candidate.candidate.span.of(&query.known.annotations[candidate.sentence].text);
    let joined = text.contains([',', ';', '&']) || text.split_whitespace().any(|word| word == "and");
    !joined && !matches!(candidate.candidate.form, Form::Value(_)) && question.values.iter().any(counts)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn measures_names_and_descriptions_are_of_their_kind() {
        check_answers(
            "= Orm Wheel =\n\nThe Orm Wheel, patented in 1931, lifts water to the upper pond by means of buckets. Later proceedings relating to the \"Trask\" case were held by a court.\n",
            &[("What is the Orm Wheel?", None), ("Who was the judge in the proceedings?", None)],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow is a footballer. In 1996 she moved to Velm Ladies for 12,000 crowns, then the highest sum paid for a woman, although the chairman had \
             demanded 20,000. In 1888 the guild leased the salt pans for forty years to the Orm Company. The guild left in 1931, depriving the works of 300 members, and presented Bo Lind \
             as its candidate. Premier Leo Arn declared martial law and dispatched General Holm with 5,200 soldiers. The guild collected 41 votes, among them those of 23 millers.\n",
            &[
                ("How tall is Ada Merrow?", None),
                ("How much did the guild get each year for leasing the pans?", None),
                ("What score did Bo Lind get?", None),
                ("Who sent the soldiers?", None),
                ("How many millers did the guild fall short by?", None),
            ],
        );
    }

    #[test]
    fn nobody_is_told_for_another_noun() {
        check_answers(
            "= Orm Works =\n\nThe Orm Works is a mill in Velm. The coroner, Basil Tarn, blamed nobody, although a foreman had warned the owners in 1931.\n",
            &[("What was the name of the coroner?", Some("Basil Tarn")), ("What was the name of the foreman who warned the owners?", None)],
        );
    }

    #[test]
    fn what_something_is_called_or_who_somebody_is_is_not_what_they_did() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a singer of Orm. She made nineteen records, four of them with the group The Tar Kettles. The owner of the mill, Leo Sund, was fined by the \
             guild of Orm and did not appeal.\n",
            &[("Who was in the group?", None), ("What was Leo Sund's punishment?", None)],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a Danish baker, poet and campaigner. She was held for a year in Orm.\n",
            &[("Who got Ada Merrow out of Orm?", None), ("Who was Ada Merrow?", Some("a Danish baker, poet and campaigner"))],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a baker. To win them a pension she led the so-called March of the Coopers, for which forty men set out in 1931.\n",
            &[("What was the March of the Coopers?", None)],
        );
    }
}
