//! Bars of dates and ages: the end, the deadline or the birth of something else than what the question asks about; no length
//! of time.

use crate::answer::elapsed::is_lifetime;
use crate::answer::fuller::event_before;
use crate::answer::query::{Bound, Query};
use crate::answer::rank::Ranked;
use crate::answer::spans::Form;
use crate::document::Kind;
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Feature;
use crate::question::{Part, Question};
use crate::text::values::{Date, ValueKind};
use crate::text::{Pos, Relation, Span, Tag, wordnet};

/// Whether a candidate is the date until or before which something else went on than what the question asks about: "stayed until 2020" for "When did she join?".
pub(super) fn is_end_of_another(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let until = |word: &str| matches!(word, "before" | "until" | "till");
    let opener = candidate.candidate.words.start.checked_sub(1).map(|w| reading.words[w].lemma.as_str());
    let verb = |b: &Bound| b.term.part == Part::Verb;
    let held = |t: usize| query.holds(candidate.sentence, t) > 0.0;
    question.answer_type == "NUM:date"
        && opener.is_some_and(until)
        && !question.folded_words().iter().any(|word| until(word))
        && (0..query.terms.len()).any(|t| verb(&query.terms[t]) && !held(t))
}

/// Whether a candidate is the date by which something else had been done than what the question asks about: "by 1990 the house had been sold and was to be
/// pulled down", for "When was it pulled down?"
pub(super) fn is_deadline(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let by = candidate.candidate.words.start.checked_sub(1).is_some_and(|w| reading.words[w].lemma == "by");
    let verb = reading.ancestors(candidate.candidate.head).find(|&w| reading.words[w].pos == Pos::Verb);
    let matched = |verb: usize| query.places(candidate.sentence).iter().any(|(w, _)| *w == verb);
    question.answer_type == "NUM:date" && by && !question.folded_words().iter().any(|word| word == "by") && !verb.is_some_and(matched)
}

/// Whether a candidate is since when something bears a name or a mark, where the question asks when somebody was born: "the prize has borne her name since 1954".
pub(super) fn is_borne(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let Annotation { reading, text, .. } = &query.known.annotations[candidate.sentence];
    let verb = reading.ancestors(candidate.candidate.head).find(|&w| reading.words[w].pos == Pos::Verb);
    let borne = |w: usize| reading.words[w].lemma == "bear" && !reading.words[w].span.of(text).eq_ignore_ascii_case("born");
    question.answer_type == "NUM:date" && question.folded_words().iter().any(|word| word == "born") && verb.is_some_and(borne)
}

/// Whether a candidate is the date of another event, after or before which somebody else did something else than what the question asks about: "after the flood of May 1931 the
/// guild moved to Velm" for "When was the warden elected?"
pub(super) fn is_of_other_event(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let places = query.places(candidate.sentence);
    let same = candidate.features[Feature::SubjectAgrees as usize] > 0.0;
    let named = |w: usize| places.iter().any(|&(place, t)| place == w && matches!(query.terms[t].term.part, Part::Name | Part::Topic));
    let verb = || reading.ancestors(candidate.candidate.head).find(|&w| reading.words[w].pos == Pos::Verb);
    let done = || verb().is_some_and(|verb| places.iter().any(|(place, _)| *place == verb));
    // "When was the flood?" asks for no deed.
    let deed = question.reading.root().is_some_and(|root| question.reading.words[root].pos == Pos::Verb);
    let event = event_before(question, query, candidate).filter(|_| question.answer_type == "NUM:date" && deed && !same);
    event.is_some_and(|event| !done() && !reading.subtree(event).into_iter().any(named))
}

/// Nouns for what need not have come about.
const PLANS: [&str; 7] = ["idea", "intention", "plan", "project", "proposal", "scheme", "suggestion"];

/// Whether a candidate is the date of a plan, where the question asks when something was done that may never have been: "a plan of 1931 to build a tower" for "When was the tower
/// opened?"
pub(super) fn is_date_of_plan(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let asked = |w: usize| question.reading.words.iter().any(|word| word.lemma == reading.words[w].lemma);
    let verb = |t: &usize| question.reading.words[query.terms[*t].term.words.0].pos == Pos::Verb;
    let verbs: Vec<usize> = (0..query.terms.len()).filter(verb).collect();
    let done = verbs.is_empty() || verbs.iter().any(|&t| query.holds(candidate.sentence, t) > 0.0);
    let plan = reading.ancestors(candidate.candidate.head).skip(1).take(2).find(|&w| PLANS.contains(&&*reading.words[w].lemma));
    question.answer_type == "NUM:date" && !done && plan.is_some_and(|plan| !asked(plan))
}

/// Whether a candidate is the date of a birth for which the question does not ask: "Ada Merrow (born 3 May 1959) is a driver", for "When did she become a driver?"
pub(super) fn is_birth(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let words = &query.known.annotations[candidate.sentence].reading.words;
    let born = candidate.candidate.words.start.checked_sub(1).is_some_and(|w| matches!(words[w].lemma.as_str(), "bear" | "born"));
    let asked = |word: &String| word.starts_with("born") || word.starts_with("birth") || word == "dob";
    question.answer_type == "NUM:date" && born && !question.folded_words().iter().any(asked)
}

/// Verbs of coming to an office.
const COMING: [&str; 11] = ["appoint", "assume", "become", "choose", "elect", "install", "name", "promote", "succeed", "swear", "take"];

/// Whether a candidate is when somebody did something who is only called by an office there, where the question asks when they came to it: "the warden, Olin Pask, returned the
/// letter in 1933" for "When did Olin Pask become warden?"
pub(super) fn is_in_office(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let (asked, reading) = (&question.reading, &query.known.annotations[candidate.sentence].reading);
    let root = asked.root().filter(|&root| question.answer_type == "NUM:date" && asked.words[root].lemma == "become");
    let office = root.and_then(|root| asked.child(root, Relation::Xcomp).or_else(|| asked.child(root, Relation::Obj)));
    let office = office.filter(|&office| wordnet::is_a(&asked.words[office].lemma, "person"));
    let Some(office) = office.and_then(|office| query.term_at(office)) else { return false };
    let called = |w: usize| {
        let beside = matches!(reading.words[w].relation.base(), Relation::Appos | Relation::Compound | Relation::Flat | Relation::Nsubj);
        (beside || reading.words[w].relation == Relation::NmodDesc) && reading.child(w, Relation::Cop).is_none()
    };
    let mut images = query.places(candidate.sentence).iter().filter(|(_, t)| *t == office).map(|(w, _)| *w).peekable();
    let told = reading.words.iter().any(|word| COMING.contains(&&*word.lemma));
    !told && images.peek().is_some() && images.all(|w| called(w) && !reading.is_ancestor(w, candidate.candidate.head))
}

/// Whether a candidate is the date of a thing that the question does not ask about: "a 1958 novel", for "When was the film shot?"
pub(super) fn is_date_of_thing(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let own = &candidate.candidate.words;
    let indefinite = |noun: usize| reading.children(noun).any(|c| c < own.start && matches!(&*reading.words[c].lemma, "a" | "an"));
    let described =
        |w: usize| reading.words[w].head.filter(|&noun| noun >= own.end && reading.words[noun].pos == Pos::Noun && indefinite(noun));
    let noun =
        own.clone().find_map(described).filter(|&noun| (own.end..noun).all(|w| matches!(reading.words[w].pos, Pos::Adj | Pos::Noun)));
    let matched = |noun: usize| query.places(candidate.sentence).iter().any(|(w, _)| *w == noun);
    let Form::Value(place) = candidate.candidate.form else { return false };
    let plain = matches!(query.known.annotations[candidate.sentence].values[place].kind, ValueKind::Date(Date::At(_)));
    question.answer_type == "NUM:date" && plain && noun.is_some_and(|noun| !matched(noun))
}

/// Whether a candidate stands in a clause with a date of its own, and the date of the question in another clause of the sentence: "elected in 2000 by 38 votes, and
/// again in 2008", for "By how many votes was she elected in 2008?"
pub(super) fn is_of_other_date(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let reading = &annotation.reading;
    let verb = |w: usize| {
        let predicate = [Relation::Cop, Relation::Nsubj].iter().any(|own| reading.child(w, *own).is_some());
        matches!(reading.words[w].pos, Pos::Verb | Pos::Aux) || predicate
    };
    let top = |w: usize| {
        let main = |&w: &usize| {
            reading.words[w].head.is_none() || matches!(reading.words[w].relation.base(), Relation::Conj | Relation::Parataxis)
        };
        reading.ancestors(w).filter(|&w| verb(w)).find(main)
    };
    let clause = top(candidate.candidate.head);
    let dates = annotation.values.iter().filter_map(|v| Some((top(reading.within(v.core).start), v.kind.date()?)));
    let asked = |date: &Date| question.dates.iter().any(|asked| asked.overlaps(date));
    let (own, others): (Vec<_>, Vec<_>) = dates.partition(|(at, _)| *at == clause);
    clause.is_some()
        && ["NUM", "ENTY"].iter().any(|coarse| question.answer_type.starts_with(coarse))
        && question.answer_type != "NUM:date"
        && own.iter().any(|(_, date)| !matches!(date, Date::Relative(_)))
        && !own.iter().any(|(_, date)| asked(date))
        && others.iter().any(|(_, date)| asked(date))
}

/// Whether a candidate stands in a line of the infobox without a date, or with another than that at which the question asks who it was.
pub(super) fn is_undated_line(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let line = matches!(query.known.document.sentences[candidate.sentence].kind, Kind::Infobox { .. });
    let asked =
        |date: &Date| question.dates.iter().any(|asked| matches!(asked, Date::Relative(_)) || asked.overlaps(date) || date.contains(asked));
    let dated = || query.known.annotations[candidate.sentence].values.iter().any(|v| v.kind.date().is_some_and(asked));
    line && question.answer_type.starts_with("HUM") && !question.dates.is_empty() && !dated()
}

/// Whether a candidate is how old somebody was once, where the question asks how old they are: "married at age 21".
pub(super) fn is_age_once(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let words = question.folded_words();
    let present = words.windows(3).any(|w| w[0] == "how" && w[1] == "old" && matches!(w[2].as_str(), "is" | "are" | "'s"));
    let tense = |w: usize| matches!(reading.words[w].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vbn).then_some(reading.words[w].tag);
    let own = |w: usize| reading.child(w, Relation::Cop).or_else(|| reading.child(w, Relation::Aux)).and_then(tense).or_else(|| tense(w));
    let tag = reading.ancestors(candidate.candidate.head).find_map(own);
    present && matches!(tag, Some(Tag::Vbd | Tag::Vbn))
}

/// Whether a candidate is how old somebody was, or from when to when they lived, where the question asks how long something took.
pub(super) fn is_no_length(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let asks = question.folded_words().windows(2).any(|w| w[0] == "how" && w[1] == "long");
    let Form::Value(place) = candidate.candidate.form else { return false };
    let annotation = &query.known.annotations[candidate.sentence];
    let lived = || is_lifetime(query, annotation, candidate.candidate.span);
    asks && match annotation.values[place].kind {
        ValueKind::Age(_) => true,
        ValueKind::Date(Date::Range(..)) => lived(),
        _ => false,
    }
}

/// Whether a candidate is by how much somebody is older than another, where the question asks for an age: "nine years older than she".
pub(super) fn is_difference_of_ages(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let words = &query.known.annotations[candidate.sentence].reading.words;
    let asks = question.folded_words().iter().any(|w| matches!(w.as_str(), "age" | "aged" | "old"));
    let next = words.get(candidate.candidate.words.end).map(|w| &*w.lemma);
    asks && next.is_some_and(|next| matches!(next, "old" | "older" | "young" | "younger" | "senior" | "junior"))
        && words[candidate.candidate.words.end].tag == Tag::Jjr
}

/// Whether a candidate only has the question's date behind "since": what a museum draws a year since 1951 is not what it drew in 1951.
pub(super) fn is_since_then(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let Annotation { reading, values, .. } = &query.known.annotations[candidate.sentence];
    let since = |span: Span| reading.within(span).start.checked_sub(1).is_some_and(|w| reading.words[w].lemma == "since");
    let asked = |date: &Date| question.dates.iter().any(|asked| asked.overlaps(date));
    let mut told = values.iter().filter(|v| v.kind.date().is_some_and(asked)).peekable();
    // "Post 1951", "since 1951".
    let within = question.reading.words.iter().any(|w| w.lemma == "in" && w.head.is_some_and(|h| dated(question, h)));
    question.answer_type == "NUM:count" && within && told.peek().is_some() && told.all(|v| since(v.core))
}

/// Whether a word of the question stands in a date.
fn dated(question: &Question, word: usize) -> bool {
    let span = question.reading.words[word].span;
    question.values.iter().any(|value| value.kind.date().is_some() && value.span.contains(span))
}

/// Whether a candidate is told of "the former" of two where the question names the latter, or the other way round.
pub(super) fn is_of_other_of_two(query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let reading = &annotation.reading;
    let alone = |w: &usize| matches!(&*reading.words[*w].lemma, "former" | "latter") && reading.words[w + 1].pos != Pos::Noun;
    let Some(subject) = (0..candidate.candidate.words.start).rfind(alone) else { return false };
    let first = reading.words[subject].lemma == "former";
    let names = query.places(candidate.sentence).iter().filter(|(w, t)| *w < subject && query.terms[*t].is_name()).map(|(w, _)| *w);
    let named: Vec<usize> = names.collect();
    let before: Vec<usize> =
        annotation.names.iter().map(|n| reading.within(n.core)).filter(|own| own.end <= subject).map(|own| own.start).collect();
    let place = |name: usize| before.iter().rposition(|&start| start <= name);
    let Some(place) = named.iter().filter_map(|&name| place(name)).next_back() else { return false };
    if first { place + 1 == before.len() && place > 0 } else { place + 1 < before.len() }
}

/// Whether a candidate is how old somebody else is than whom the question names, who is listed beside them: "Bo Lind and a 17-year-old baker, Olin Pask" for "How old was Bo
/// Lind?"
pub(super) fn is_age_of_another(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let reading = &annotation.reading;
    let old = question.folded_words().iter().any(|w| matches!(w.as_str(), "age" | "aged" | "old"));
    let Form::Value(place) = candidate.candidate.form else { return false };
    let age = matches!(annotation.values[place].kind, ValueKind::Age(_) | ValueKind::Duration { .. });
    let noun = reading.ancestors(candidate.candidate.head).skip(1).take(2).find(|&w| reading.words[w].pos == Pos::Noun);
    let noun = noun.filter(|&noun| old && age && noun > candidate.candidate.head && wordnet::is_a(&reading.words[noun].lemma, "person"));
    let named = |w: usize| query.places(candidate.sentence).iter().any(|&(place, t)| place == w && query.terms[t].is_name());
    let Some(noun) = noun else { return false };
    let own = reading.subtree_without(noun, |w| reading.is(w, Relation::Conj));
    let behind = noun + 1 + usize::from(reading.words.get(noun + 1).is_some_and(|next| next.tag == Tag::Comma));
    let called = reading.words.get(behind).is_some_and(|next| next.pos == Pos::Propn) && !named(behind);
    called && !own.into_iter().any(named) && (0..reading.words.len()).any(named)
}

/// Whether a candidate is how old people are, where the question asks how many there are: "two boys of thirteen".
pub(super) fn is_age_of_people(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let words = &candidate.candidate.words;
    let of = words.start > 1 && reading.words[words.start - 1].lemma == "of";
    let noun = of.then(|| &reading.words[words.start - 2].lemma);
    let people = noun.is_some_and(|noun| wordnet::is_mainly(noun, "person") && !wordnet::is_a(noun, "group"));
    let counts = reading.words.get(words.end).is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Adj));
    question.answer_type == "NUM:count" && matches!(candidate.candidate.form, Form::Value(_)) && people && !counts
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn dates_and_ages_belong_to_what_they_are_told_of() {
        check_answers(
            "= Orm Ferry =\n\n- First captain: Bo Lind\n\nThe Orm Ferry is a 1958 novel by Ada Merrow, of which a film was made. She was elected mayor in 1962, winning 38 per \
             cent of the vote, and was re-elected in 1966. Nine sailors, two of them boys of thirteen, were killed in the storm of 1931.\n",
            &[
                ("When was the film made?", None),
                ("What share of the vote did Ada Merrow win in 1962?", Some("38 per cent")),
                ("What share of the vote did Ada Merrow win in 1966?", None),
                ("Who was captain in 1931?", None),
                ("How many boys of the Orm Ferry were killed?", None),
            ],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a painter. In 1931 she married Olin Pask, who was nine years younger than she. The old mill has housed a museum since 1951, drawing about \
             8,000 visitors a year. Fairs were held in Velm in 1921 and in Orm in 1924; the former drew 600 guests. The guild returned in 1910 with four seats, and in 1914 it advanced to nine.\n",
            &[
                ("What was Ada Merrow's age at her wedding?", None),
                ("How many visitors came to the museum in 1951?", None),
                ("How many visitors does the museum draw a year?", Some("8,000")),
                ("How many guests did the fair in Orm draw?", None),
                ("How many guests did the fair in Velm draw?", Some("600")),
                ("How many seats did the guild have in 1914?", None),
            ],
        );
        check_answers(
            "= Orm Guild =\n\nThe Orm Guild is a guild of bakers. After the flood of the harbour of Orm on 9 May 1931, the guild moved to Velm, with Olin Pask as its warden. A plan made by the council in 1990 to \
             replace the ferry by a tunnel was dropped. Its books were not returned until 1954.\n",
            &[
                ("When did Olin Pask retire as warden?", None),
                ("When did the guild move to Velm?", Some("After the flood of the harbour of Orm on 9 May 1931")),
                ("When was the flood of the harbour?", Some("9 May 1931")),
                ("When was the tunnel opened?", None),
                ("When were its books returned?", Some("1954")),
            ],
        );
    }
}
