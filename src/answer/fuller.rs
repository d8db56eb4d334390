//! Answers as full as asked for: the whole phrase for one of a kind, whole enumerations; dates as exact as asked for: of two dates of one event the fuller one, "2 January 1987" rather than "1987"; the year alone where a year is asked for; a name beside its description, a number with its bound.

use std::ops::Range;

use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::series::series;
use crate::answer::spans::Form;
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::{Feature, Shape};
use crate::question::{Part, Question};
use crate::text::names::{Mention, NameKind};
use crate::text::values::{Date, TimeUnit, ValueKind};
use crate::text::wordnet::is_mainly;
use crate::text::{Pos, Reading, Relation, Span, Tag};

/// How near to the best score the fuller date must come, as a share of it.
const NEAR: f64 = 0.8;

/// The candidate that tells the day of what the best one tells less exactly, if one of a sentence that holds as much of the question does and it is no year
/// that is asked for; else the best.
pub fn fullest<'r>(question: &Question, query: &Query, ranked: &'r [Ranked]) -> Option<&'r Ranked> {
    let best = by_own_verb(question, query, ranked)?;
    let Some(date) = date(query, best).filter(|_| question.precision != Some(TimeUnit::Year)) else { return Some(best) };
    let coverage = |r: &Ranked| r.features[Feature::Coverage as usize];
    let fuller = |r: &&Ranked| {
        r.score >= NEAR * best.score && coverage(r) >= coverage(best) && self::date(query, r).is_some_and(|d| d != date && date.contains(d))
    };
    ranked.iter().find(fuller).or(Some(best))
}

/// How near to the best score the date of the question's own verb must come, as a share of it.
const ALIKE: f64 = 0.95;

/// The best candidate, or a date that is nearly as good of another sentence and hangs on the verb by which the question asks, where the best date hangs on another: "announced his
/// plan in May", rather than "began to build in June", for "When did he announce that he would build?"
fn by_own_verb<'r>(question: &Question, query: &Query, ranked: &'r [Ranked]) -> Option<&'r Ranked> {
    let best = ranked.first()?;
    let root = question.reading.root().filter(|_| question.answer_type == "NUM:date").and_then(|root| query.term_at(root));
    let Some(root) = root.filter(|&root| query.terms[root].weight >= 1.0) else { return Some(best) };
    let own = |r: &Ranked| {
        let reading = &query.known.annotations[r.sentence].reading;
        let verb = reading.ancestors(r.candidate.head).find(|&w| reading.words[w].pos == Pos::Verb);
        query.holds(r.sentence, root) > 0.0 && verb.is_some_and(|verb| query.places(r.sentence).contains(&(verb, root)))
    };
    let near = |r: &&Ranked| r.sentence != best.sentence && r.score >= ALIKE * best.score && r.fit >= best.fit && own(r);
    ranked.iter().find(near).filter(|_| !own(best)).or(Some(best))
}

/// The date that a candidate is, if it is one stretch of the calendar.
fn date<'q>(query: &Query<'q>, ranked: &Ranked) -> Option<&'q Date> {
    match ranked.candidate.form {
        Form::Value(place) => query.known.annotations[ranked.sentence].values[place].kind.date().filter(|d| matches!(d, Date::At(_))),
        _ => None,
    }
}

/// The part of a candidate that was asked for: of a date the year, where a year is asked for and it names just one.
pub fn asked_part(question: &Question, best: &Ranked, text: &str) -> Span {
    let span = best.candidate.span;
    let year = || matches!(best.candidate.form, Form::Value(_)).then(|| sole_year(span.of(text))).flatten();
    let asked = question.precision.filter(|p| *p == TimeUnit::Year).and_then(|_| year());
    asked.map_or(span, |at| Span::new(span.start + at, span.start + at + YEAR))
}

/// Where a question asks for one of a kind, and the best candidate is only a part of the phrase that has the word for that kind and tells which by an ordinal, or
/// stands before it and is no name: that phrase. "The second district of Orm" rather than "Orm" for "In which district …?", "harbour law" rather than "harbour" for
/// "Which law …?"
pub fn whole_of_kind(question: &Question, query: &Query, best: &Ranked) -> Option<Span> {
    let annotation = &query.known.annotations[best.sentence];
    let reading = &annotation.reading;
    let asks = question.folded_words().iter().any(|word| matches!(word.as_str(), "what" | "which"));
    let (focus, head) = (question.focus.filter(|_| asks).and_then(|focus| query.term_at(focus))?, best.candidate.head);
    let ranked =
        |w: usize| annotation.values.iter().any(|v| matches!(v.kind, ValueKind::Ordinal(_)) && v.core.contains(reading.words[w].span));
    let name = reading.words[head].pos == Pos::Propn;
    let within = |w: &usize| match reading.words[head].head {
        Some(above) if above == *w && head < *w => !name && is_part(reading, head, *w),
        Some(above) if above == *w => reading.is(head, Relation::Nmod) && reading.children(*w).any(|c| c < *w && ranked(c)),
        _ => false,
    };
    let kind = query.places(best.sentence).iter().copied().filter(|(_, t)| *t == focus).map(|(w, _)| w).find(within)?;
    let fuller = query.known.outline(best.sentence).candidates.iter().filter(|c| c.head == kind && c.span.contains(best.candidate.span));
    let whole =
        fuller.filter(|_| !matches!(best.candidate.form, Form::Value(_))).map(|c| c.span).min_by_key(|span| span.end - span.start)?;
    Some(if head > kind { Span::new(whole.start, best.candidate.span.end) } else { whole })
}

/// The name that stands beside a description, as another word for the same, where somebody or a place is asked for: "Velm" rather than "the county town".
pub fn name_beside(question: &Question, query: &Query, best: &Ranked) -> Option<Span> {
    let annotation = &query.known.annotations[best.sentence];
    let reading = &annotation.reading;
    let head = best.candidate.head;
    let kind = match question.answer_type.as_str() {
        "HUM:ind" => NameKind::Person,
        t if t.starts_with("LOC") => NameKind::Place,
        _ => return None,
    };
    let plain = matches!(best.candidate.form, Form::NounPhrase | Form::Prepositional) && reading.words[head].pos == Pos::Noun;
    let above = reading.words[head].head.filter(|_| reading.is(head, Relation::Appos));
    let beside = |name: &&Mention| {
        let words = reading.within(name.core);
        let behind = words.clone().any(|w| reading.is(w, Relation::Appos) && reading.words[w].head == Some(head));
        name.kind == kind && (behind || above.is_some_and(|above| words.contains(&above)))
    };
    let mut found = annotation.names.iter().filter(|_| plain).filter(beside);
    found.next().map(|name| name.core).filter(|_| found.next().is_none())
}

/// The examples by which a sentence tells of a kind, where the best candidate is the kind itself: "the Orm Post and the Velm News" of "papers such as the Orm Post and the
/// Velm News" for "Which papers …?"; or that stand behind a colon.
pub fn exemplified(question: &Question, query: &Query, best: &Ranked) -> Option<Span> {
    let annotation = &query.known.annotations[best.sentence];
    let reading = &annotation.reading;
    let names = question.folded_words().first().is_some_and(|word| matches!(word.as_str(), "list" | "name"));
    let asks = names || question.folded_words().iter().any(|word| matches!(word.as_str(), "what" | "which"));
    let kind = question.focus.filter(|_| asks).is_some() && EXEMPLARY.iter().any(|f| best.features[*f as usize] > 0.0);
    let said = |w: usize| reading.words.get(w).map_or("", |word| word.span.of(&annotation.text));
    let opened = |w: usize| match said(w) {
        "such" if said(w + 1) == "as" => Some(w + 2),
        "including" => Some(w + 1),
        _ => None,
    };
    let behind = best.candidate.head + 1;
    let example = (behind..behind + 2).filter(|_| kind).find_map(opened);
    // "Three books: …"
    let colon = || (behind..reading.words.len()).find(|&w| said(w) == ":").map(|w| w + 1);
    let several = kind && reading.words[best.candidate.head].tag == Tag::Nns;
    let first = example.or_else(|| colon().filter(|_| several))?;
    let opens = |w: usize| reading.words.get(w).is_some_and(|word| word.pos == Pos::Det || word.tag == Tag::OpenQuote);
    let first = if opens(first) { first + 1 } else { first };
    let start = reading.words.get(first)?.span;
    let listed = series(annotation).into_iter().find(|found| found.items.first().is_some_and(|item| item.contains(&first)));
    let last = listed.and_then(|found| found.items.last().map(|item| reading.words[item.end - 1].span));
    let name = annotation.names.iter().find(|name| example.is_some() && name.span.contains(start));
    let whole = start.cover(last.or(name.map(|name| name.core))?);
    // "“Tides” (1901) and “The Wall”": with both marks, or none.
    let quoted = |w: usize, tag: Tag| reading.words.get(w).filter(|word| word.tag == tag).map(|word| word.span);
    let (before, behind) = (quoted(first.wrapping_sub(1), Tag::OpenQuote), quoted(reading.within(whole).end, Tag::CloseQuote));
    Some(before.zip(behind).map_or(whole, |(open, close)| open.cover(close)))
}

/// A single noun with what "in" and a noun right behind it say of it, where the question asks what, and nothing of that: "delay in the repairs" for "What did she complain of?"
pub fn with_respect(question: &Question, query: &Query, best: &Ranked) -> Option<Span> {
    let annotation = &query.known.annotations[best.sentence];
    let reading = &annotation.reading;
    let (words, end) = (&best.candidate.words, best.candidate.words.end);
    let kind = question.focus.is_some_and(|focus| question.reading.words[focus].pos != Pos::Propn);
    let what = question.folded_words().iter().any(|word| word == "what") && !kind;
    let lemma = &reading.words[best.candidate.head].lemma;
    let formed = ["tion", "ment", "ness", "ism"].iter().any(|ending| lemma.ends_with(ending));
    let abstract_noun = formed || ["act", "cognition", "state"].iter().any(|class| is_mainly(lemma, class));
    let alone = words.len() == 1 && reading.words[words.start].tag == Tag::Nn && abstract_noun;
    let opens = reading.words.get(end).is_some_and(|word| word.lemma == "in" && word.relation == Relation::Case);
    let noun = reading.words.get(end).filter(|_| what && alone && opens)?.head?;
    let within = end + 1..noun + 1;
    let common = |w: usize| matches!(reading.words[w].tag, Tag::Nn | Tag::Nns | Tag::Jj | Tag::Dt);
    let new = !query.places(best.sentence).iter().any(|(w, _)| *w == noun);
    let period = ["location", "period"].iter().any(|class| is_mainly(&reading.words[noun].lemma, class));
    (!within.is_empty() && within.clone().all(common) && new && !period).then(|| best.candidate.span.cover(reading.words[noun].span))
}

/// What tells that a candidate is the kind of thing that is asked for.
const EXEMPLARY: [Feature; 2] = [Feature::FocusHead, Feature::FocusAlike];

/// Whether a word is a modifier before another.
fn is_part(reading: &Reading, word: usize, of: usize) -> bool {
    reading.words[word].head == Some(of) && matches!(reading.words[word].relation.base(), Relation::Amod | Relation::Compound)
}

/// The enumeration of which a candidate is the first item, where the question asks for no one thing of a kind: "mending nets, sewing sails and selling rope" rather
/// than "mending nets" for "What did the guild live on?".
pub fn enumeration(question: &Question, query: &Query, ranked: &[Ranked], best: &Ranked) -> Option<Span> {
    let text = &query.known.annotations[best.sentence].text;
    let bare = question.focus.is_none() && question.answer_type == "ENTY:other" && matches!(question.shape, Shape::Short | Shape::List);
    let goes_on = |r: &Ranked| {
        let rest = text.get(best.candidate.span.end..r.candidate.span.end).unwrap_or_default().trim_start();
        !rest.contains("and other ") && (rest.starts_with(',') && rest.contains(" and ") || rest.starts_with("and "))
    };
    let whole = |r: &&Ranked| {
        let same = r.sentence == best.sentence && r.candidate.head == best.candidate.head;
        same && r.candidate.span.start == best.candidate.span.start && goes_on(r)
    };
    ranked.iter().filter(|_| bare).find(whole).map(|r| r.candidate.span)
}

/// The most words of one of those who did something together: "the transport secretary Ada Merrow".
const TOGETHER: usize = 5;

/// All who did something together, where the question asks who did it, and one of them is the best candidate: "Ada Merrow and Olin Pask", "the union, the guild and Bo Lind".
pub fn together(question: &Question, query: &Query, best: &Ranked) -> Option<Span> {
    let annotation = &query.known.annotations[best.sentence];
    let reading = &annotation.reading;
    let asked = &question.reading;
    let who = question.folded_words().first().is_some_and(|word| word == "who") && question.focus.is_none();
    let who = who && asked.words[0].relation.base() != Relation::NmodPoss;
    let does = asked.root().is_some_and(|root| asked.words[root].pos == Pos::Verb && asked.words[root].lemma != "be");
    let Form::Name(place) = best.candidate.form else { return None };
    if !who || !does {
        return None;
    }
    let own = reading.within(annotation.names[place].core);
    let span = |item: &Range<usize>| reading.words[item.start].span.cover(reading.words[item.end - 1].span);
    let someone = |m: &Mention| matches!(m.kind, NameKind::Person | NameKind::Organisation | NameKind::Group | NameKind::Other);
    let named = |item: &Range<usize>| annotation.names.iter().any(|name| someone(name) && span(item).contains(name.core));
    let plain = |item: &Range<usize>| {
        item.len() <= TOGETHER && item.clone().all(|w| !matches!(reading.words[w].pos, Pos::Verb | Pos::Num | Pos::Sconj))
    };
    let of_own = |items: &Vec<Range<usize>>| items.iter().any(|item| item.contains(&own.start));
    let asked = |t: usize| query.terms[t].is_name() || query.terms[t].term.part == Part::Topic;
    let new = |item: &Range<usize>| !query.places(best.sentence).iter().any(|&(w, t)| item.contains(&w) && asked(t));
    let all = |items: &Vec<Range<usize>>| of_own(items) && items.iter().all(|item| named(item) && plain(item) && new(item));
    let listed = series(annotation).into_iter().map(|found| found.items).find(all);
    let items = listed.or_else(|| pair(annotation, own.clone()).filter(all))?;
    let (first, last) = (items.first()?, items.last()?);
    // "The baker Olin Pask, who was its head; Ada Merrow, a cook": what is told between them is of one alone.
    let told = (first.start..last.end).any(|w| reading.words[w].pos == Pos::Verb);
    (!told).then(|| span(first).cover(span(last)))
}

/// A name and the one that is joined to it by "and" alone, either way.
fn pair(annotation: &Annotation, own: Range<usize>) -> Option<Vec<Range<usize>>> {
    let words = &annotation.reading.words;
    let and = |w: usize| words.get(w).is_some_and(|word| word.pos == Pos::Cconj && word.lemma == "and");
    let names = || annotation.names.iter().map(|name| annotation.reading.within(name.core));
    let behind = names().find(|other| and(own.end) && other.start == own.end + 1).map(|other| vec![own.clone(), other]);
    let before =
        || names().find(|other| own.start > 0 && and(own.start - 1) && other.end + 1 == own.start).map(|other| vec![other, own.clone()]);
    behind.or_else(before)
}

/// A name with those that are joined to it by "and" alone, where the question asks for several of a kind: "Farmers and Millers" for "Which parties …?"
pub fn joined(question: &Question, query: &Query, best: &Ranked) -> Option<Span> {
    let annotation = &query.known.annotations[best.sentence];
    let words = &annotation.reading.words;
    let several = question.focus.is_some_and(|focus| matches!(question.reading.words[focus].tag, Tag::Nns | Tag::Nnps));
    let Form::Name(_) = best.candidate.form else { return None };
    let end = best.candidate.words.end;
    let and = words.get(end).is_some_and(|w| w.pos == Pos::Cconj && w.lemma == "and");
    let next = words.get(end + 1).filter(|_| several && and)?.span;
    let name = annotation.names.iter().find(|name| name.core.start == next.start)?;
    let within = annotation.reading.within(name.core);
    let alone = words.get(within.end).is_none_or(|w| w.pos == Pos::Punct);
    alone.then(|| best.candidate.span.cover(name.core))
}

/// A time of day with the words before it that say how near it was: "shortly after midnight".
fn about_when(reading: &Reading, text: &str, span: Span) -> Option<Span> {
    const NEAR: [&str; 8] = ["about", "after", "around", "before", "just", "long", "shortly", "soon"];
    let near = |w: &usize| NEAR.contains(&reading.words[*w].span.of(text));
    let first = (0..reading.within(span).start).rev().take_while(near).last()?;
    Some(reading.words[first].span.cover(span))
}

/// A month or year with the day or week of it that stands before it: "the last Saturday of August".
fn day_of(reading: &Reading, text: &str, span: Span) -> Option<Span> {
    const ORDER: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "last"];
    const DAYS: [&str; 9] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend", "week"];
    let shown = |w: usize| reading.words[w].span.of(text).to_lowercase();
    let of = reading.within(span).start.checked_sub(1).filter(|&w| w > 1 && matches!(&*shown(w), "in" | "of"))?;
    (DAYS.contains(&&*shown(of - 1)) && ORDER.contains(&&*shown(of - 2))).then(|| reading.words[of - 2].span.cover(span))
}

/// The event before or after which something was done, where a candidate is its date, and no word of the question means it: "flood" of "after the flood of May 1931".
pub fn event_before(question: &Question, query: &Query, candidate: &Ranked) -> Option<usize> {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let ordered = |noun: &usize| {
        let case = reading.child(*noun, Relation::Case).map(|case| reading.words[case].lemma.as_str());
        matches!(case, Some("after" | "before" | "following" | "until"))
    };
    // "Its defeat in the 1931 war": the date of the war.
    let before_noun = reading.words[candidate.candidate.head].head.is_some_and(|noun| noun >= candidate.candidate.words.end);
    if before_noun && reading.words[candidate.candidate.head].relation != Relation::Obl {
        return None;
    }
    // "After the defeat in the war of 1931" tells when the war was.
    let asked = |w: usize| question.reading.words.iter().any(|word| word.lemma == reading.words[w].lemma);
    let above = reading.ancestors(candidate.candidate.head).skip(1).take_while(|&w| reading.words[w].pos != Pos::Verb && !asked(w));
    let told = |noun: &usize| query.places(candidate.sentence).iter().any(|(place, _)| place == noun);
    above.filter(ordered).find(|noun| !told(noun))
}

/// A date with the event it is of, before or after which was done what the question asks about: "after the flood of May 1931".
fn with_event(question: &Question, query: &Query, best: &Ranked) -> Option<Span> {
    let reading = &query.known.annotations[best.sentence].reading;
    let event = event_before(question, query, best)?;
    let case = reading.child(event, Relation::Case)?;
    Some(reading.words[case].span.cover(reading.words[event].span).cover(best.candidate.span))
}

/// The dates that are joined to one, with the words between: "1916, in 1917 and in 2020".
fn dates_joined(annotation: &Annotation, span: Span) -> Option<Span> {
    let mut end = span.end;
    let between = |from: usize, to: usize| annotation.text.get(from..to).map(str::trim).unwrap_or("-");
    let joins = |words: &str| matches!(words, "," | ", in" | ", and" | ", and in" | "and" | "and in");
    let mut last = "";
    for date in annotation.values.iter().filter(|v| v.core.start >= span.end && matches!(v.kind, ValueKind::Date(Date::At(_)))) {
        let words = between(end, date.core.start);
        if !joins(words) {
            break;
        }
        (end, last) = (date.core.end, words);
    }
    last.contains("and").then_some(Span::new(span.start, end))
}

/// A number with the words before it that bound it, "fewer than twelve", or with the votes against it, "41 votes to 17"; a date with the day before it or those joined to it.
pub fn bounded(question: &Question, query: &Query, best: &Ranked) -> Option<Span> {
    const BOUNDS: [&str; 12] = [
        "almost ",
        "at least ",
        "at most ",
        "fewer than ",
        "just over ",
        "just under ",
        "less than ",
        "more than ",
        "nearly ",
        "not quite ",
        "over ",
        "under ",
    ];
    let Form::Value(place) = best.candidate.form else { return None };
    let annotation = &query.known.annotations[best.sentence];
    let (text, span) = (&annotation.text, best.candidate.span);
    match &annotation.values[place].kind {
        ValueKind::Clock { .. } => return about_when(&annotation.reading, text, span),
        ValueKind::Date(Date::At(_)) => {
            let when = question.folded_words().first().is_some_and(|word| word == "when");
            let whole = day_of(&annotation.reading, text, span).or_else(|| dates_joined(annotation, span).filter(|_| when));
            return whole.or_else(|| with_event(question, query, best).filter(|_| when));
        }
        _ => {}
    }
    matches!(annotation.values[place].kind, ValueKind::Number(_) | ValueKind::Money { .. } | ValueKind::Percent(_)).then_some(())?;
    let before = text[..span.start].to_lowercase();
    let bound = BOUNDS.iter().find(|words| before.ends_with(*words)).map(|words| span.start - words.len());
    let against = || {
        let behind = text[span.end..].strip_prefix(" votes to ").or_else(|| text[span.end..].strip_prefix(" to "))?;
        let votes = text[span.end..].starts_with(" votes") || behind.split_whitespace().nth(1).is_some_and(|w| w.starts_with("vote"));
        let number = behind.split(|c: char| !c.is_alphanumeric()).next().filter(|n| votes && !n.is_empty())?;
        Some(text.len() - behind.len() + number.len())
    };
    match (bound, against()) {
        (None, None) => None,
        (start, end) => Some(Span::new(start.unwrap_or(span.start), end.unwrap_or(span.end))),
    }
}

/// How many digits a year has.
const YEAR: usize = 4;

/// Where the only year of a date stands in it: "3 May 1931", "mid-1931"; `None` for "the 1930s" and for several.
fn sole_year(date: &str) -> Option<usize> {
    let mut words = date.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() == YEAR && w.bytes().all(|b| b.is_ascii_digit()));
    let year = words.next().filter(|_| words.next().is_none())?;
    date.find(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::tests::check_answers;

    #[test]
    fn a_kind_is_told_whole() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow stood as a candidate in the second district of Orm in 1931. She opposed the 1934 harbour law.\n",
            &[
                ("In which district did Ada Merrow stand?", Some("second district of Orm")),
                ("Which law did she oppose?", Some("1934 harbour law")),
            ],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow complained of favouritism in school meals.\n",
            &[("What did Ada Merrow complain of?", Some("favouritism in school meals"))],
        );
    }

    #[test]
    fn those_who_did_it_together_are_told_together() {
        check_answers(
            "= Orm Tower =\n\nThe Orm Tower is a tower in Velm. Its top was reached in 1931 by Ada Merrow and Bo Lind, a baker who had never climbed. The work drew praise from Olin \
             Pask, Uma Tarn and the Orm Guild. The keeper Ine Vold, who feared fire, and Leo Sund closed it.\n",
            &[
                ("Who reached the top of the tower in 1931?", Some("Ada Merrow and Bo Lind")),
                ("Who praised the work?", Some("Olin Pask, Uma Tarn and the Orm Guild")),
                ("Who closed it with Leo Sund?", None),
            ],
        );
    }

    #[test]
    fn names_and_bounds_are_told() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a baker of Orm. In 1931 her family moved to the county town, Paris. She attended fewer than twelve lectures. She wrote for papers such as the Orm Post and the Velm News. Her bill was \
             adopted by 41 votes to 17. The Velm fair is held on the last Saturday of August. The parade was cancelled in 1916, in 1917 and in 2020.\n",
            &[
                ("When is the Velm fair held?", Some("last Saturday of August")),
                ("When was the parade cancelled?", Some("1916, in 1917 and in 2020")),
                ("Where did her family move in 1931?", Some("Paris")),
                ("How many lectures did she attend?", Some("fewer than twelve")),
                ("Which paper did she write for?", Some("Orm Post and the Velm News")),
                ("How many votes was her bill adopted by?", Some("41 votes to 17")),
            ],
        );
    }

    #[test]
    fn an_enumeration_is_told_whole() {
        check_answers(
            "= Orm Guild =\n\nThe Orm Guild is a guild of bakers. Its programme focused on raising the wage, mending the mill and opposing the harbour tax.\n",
            &[("What did its programme focus on?", Some("raising the wage, mending the mill and opposing the harbour tax"))],
        );
    }

    #[test]
    fn the_only_year_of_a_date_is_found() {
        let check = |date: &str, expected: Option<&str>| assert_eq!(sole_year(date).map(|at| &date[at..at + YEAR]), expected, "{date}");
        check("3 May 1931", Some("1931"));
        check("mid-1931", Some("1931"));
        check("the 1930s", None);
        check("between 1912 and 1927", None);
        check("May", None);
    }
}
