//! Who came before or after somebody in a post, as a sentence says it of both: "she succeeded Tom Orm", "her predecessor was Tom Orm", "he made way for her".

use crate::answer::agree::dates_agree;
use crate::answer::align::{case, phrase};
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::verdict::{Verdict, answered, squeeze, unknown};
use crate::knowledge::rules::Successions;
use crate::question::{Part, Question};
use crate::text::fold::{fold, name_words};
use crate::text::names::NameKind;
use crate::text::{Pos, Reading, Relation};

/// How sure it is.
const SURE: f64 = 0.8;

/// Which of the two is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Earlier,
    Later,
}

/// That one came after another: the words that stand for them in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Handover {
    sentence: usize,
    earlier: usize,
    later: usize,
}

impl Handover {
    fn at(&self, end: End) -> usize {
        if end == End::Earlier { self.earlier } else { self.later }
    }
}

/// Who came before or after the one of whom the question asks that; unknown where the document tells only who came at the other end.
pub fn succession(question: &Question, query: &Query) -> Option<Verdict> {
    if !question.answer_type.starts_with("HUM") {
        return None;
    }
    let ends: Vec<(Vec<String>, End)> =
        asked_names(question, query).into_iter().filter_map(|name| asked_end(question, &name).map(|end| (name, end))).collect();
    let all =
        (0..query.known.annotations.len()).filter(|_| !ends.is_empty()).flat_map(|s| handovers_in(question, query, s)).collect::<Vec<_>>();
    let mut untold = None;
    for (name, end) in ends {
        let other = if end == End::Earlier { End::Later } else { End::Earlier };
        let of_asked = |end: End| all.iter().filter(|h| is_called(query, h.sentence, h.at(end), &name)).copied().collect::<Vec<_>>();
        let held = |h: &Handover| query.share(|_| true, |t| query.holds(h.sentence, t));
        let told = of_asked(other);
        let fits = told.iter().filter(|h| is_of_post(question, query, h) && is_of_time(question, query, h.sentence));
        let one = |h: &&Handover| query.known.annotations[h.sentence].reading.child(h.at(end), Relation::Conj).is_none();
        if let Some(best) = fits.filter(one).max_by(|a, b| held(a).total_cmp(&held(b)).then(b.sentence.cmp(&a.sentence))) {
            return Some(say(query, best, end));
        }
        if told.is_empty() && !of_asked(end).is_empty() {
            untold = Some(if end == End::Earlier { "before" } else { "after" });
        }
    }
    untold.map(|end| unknown(format!("no sentence tells who came {end}"), "only the other end of a succession is told"))
}

/// Whether the question asks who came before or after somebody, and a candidate only came before or after another.
pub fn is_of_other_succession(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let names = asked_names(question, query);
    if !question.answer_type.starts_with("HUM") || !names.iter().any(|name| asked_end(question, name).is_some()) {
        return false;
    }
    let reading = &query.known.annotations[candidate.sentence].reading;
    let own = |w: usize| reading.is_ancestor(w, candidate.candidate.head);
    let mut told = handovers_in(question, query, candidate.sentence);
    told.retain(|h| own(h.earlier) || own(h.later));
    // A pronoun may stand for the one asked about.
    let called = |w: usize| reading.words[w].pos == Pos::Pron || names.iter().any(|name| is_called(query, candidate.sentence, w, name));
    !told.is_empty() && !told.iter().any(|h| called(h.earlier) || called(h.later))
}

/// The answer that a sentence gives: its words for the one asked for, or the name that its pronoun stands for.
fn say(query: &Query, told: &Handover, end: End) -> Verdict {
    let annotation = &query.known.annotations[told.sentence];
    let reading = &annotation.reading;
    let head = told.at(end);
    let whole = reading.span_of(&named(reading, head));
    let own = annotation.names.iter().find(|name| name.kind == NameKind::Person && whole.contains(name.core));
    let span = own.map_or(whole, |name| name.core);
    let pronoun = reading.words[head].pos == Pos::Pron;
    let name =
        query.known.cast.referents(told.sentence).iter().find(|r| pronoun && (r.first..r.end).contains(&head)).map(|r| r.name.clone());
    let answer = name.unwrap_or_else(|| squeeze(span.of(&annotation.text)));
    answered(answer, vec![(told.sentence, vec![span])], SURE, "a sentence tells who came after whom".into())
}

/// The names in the question, each as its words, folded; where it has none, the one that its pronoun means.
fn asked_names(question: &Question, query: &Query) -> Vec<Vec<String>> {
    let words = |text: &str| name_words(&fold(text)).map(str::to_string).collect::<Vec<_>>();
    let mut names: Vec<(usize, Vec<String>)> = Vec::new();
    for term in query.terms.iter().filter(|b| b.is_name() || b.term.part == Part::Topic).map(|b| b.term) {
        let (start, end) = term.words;
        match names.last_mut().filter(|(last, _)| *last == start) {
            Some((last, name)) => {
                name.extend(words(&term.word));
                *last = end;
            }
            None => names.push((end, words(&term.word))),
        }
    }
    if names.is_empty() && question.reading.words.iter().any(|w| w.pos == Pos::Pron && w.morph.person == Some(3)) {
        names.extend(query.known.cast.protagonist().map(|member| (0, words(&member.name))));
    }
    names.into_iter().map(|(_, name)| name).collect()
}

/// Whether the one who came before is asked for, or the one who came after.
fn asked_end(question: &Question, name: &[String]) -> Option<End> {
    let (reading, list) = (&question.reading, &question.wording.successions);
    let is_asked = |w: usize| {
        let own = &reading.words[w];
        own.pos == Pos::Pron && own.morph.person == Some(3) || name.iter().any(|part| *part == fold(own.span.of(&question.read)))
    };
    let asked_within = |head: usize| reading.subtree(head).into_iter().any(is_asked);
    if let Some(end) = reading.words.iter().find_map(|w| noun_end(list, &w.lemma)) {
        return Some(end);
    }
    for verb in 0..reading.words.len() {
        if let Some(follows) = verb_of(list, reading, &question.read, verb) {
            let (subject, object) = parties(reading, &question.read, verb, reading.child(verb, Relation::Nsubj));
            let first = subject.is_some_and(asked_within) || subject.is_none() && object.is_none_or(|object| !asked_within(object));
            return Some(if first == follows { End::Earlier } else { End::Later });
        }
    }
    let root = reading.root().filter(|&root| reading.words[root].pos != Pos::Verb || list.holding.has(&reading.words[root].lemma))?;
    let place = (root..reading.words.len()).find(|&w| matches!(&*reading.words[w].lemma, "before" | "after"))?;
    let behind = place + 1;
    let alone = behind < reading.words.len() && reading.words[behind].relation.base() != Relation::NmodPoss && is_asked(behind);
    let end = if reading.words[place].lemma == "before" { End::Earlier } else { End::Later };
    alone.then_some(end)
}

fn noun_end(list: &Successions, lemma: &str) -> Option<End> {
    if list.predecessors.has(lemma) { Some(End::Earlier) } else { list.successors.has(lemma).then_some(End::Later) }
}

/// Whether the subject of a verb comes after its object; `None` where the verb tells of no succession.
fn verb_of(list: &Successions, reading: &Reading, text: &str, verb: usize) -> Option<bool> {
    let own = &reading.words[verb];
    let has = |entry: &str| {
        let mut parts = entry.split(' ');
        let lemma = parts.next() == Some(&*own.lemma);
        lemma && parts.enumerate().all(|(k, part)| reading.words.get(verb + 1 + k).is_some_and(|w| fold(w.span.of(text)) == part))
    };
    if own.pos != Pos::Verb {
        return None;
    }
    if list.following.iter().any(has) { Some(true) } else { list.preceding.iter().any(has).then_some(false) }
}

/// The logical subject and object of a verb, of active and passive alike, the object behind a preposition where there is no other. `subject`: of its clause.
fn parties(reading: &Reading, text: &str, verb: usize, subject: Option<usize>) -> (Option<usize>, Option<usize>) {
    let relation = |c: usize| reading.words[c].relation;
    let passive = reading.children(verb).any(|c| matches!(relation(c), Relation::NsubjPass | Relation::AuxPass | Relation::OblAgent));
    if passive {
        let by = |c: &usize| case(reading, text, *c).as_deref() == Some("by");
        return (reading.children(verb).find(by), subject);
    }
    let behind = |c: &usize| *c > verb && matches!(relation(*c).base(), Relation::Obl | Relation::Nmod);
    (subject, reading.child(verb, Relation::Obj).or_else(|| reading.children(verb).find(behind)))
}

/// All that a sentence tells of who came after whom.
fn handovers_in(question: &Question, query: &Query, sentence: usize) -> Vec<Handover> {
    let list = &question.wording.successions;
    let annotation = &query.known.annotations[sentence];
    let reading = &annotation.reading;
    let handover = |earlier: usize, later: usize| Handover { sentence, earlier, later };
    let by_verb = |verb: usize, follows: bool| {
        let described = reading.words[verb].head.filter(|_| reading.words[verb].relation.base() == Relation::Acl);
        let subject = query.known.outline(sentence).subjects[verb].or(described);
        let (subject, object) = parties(reading, &annotation.text, verb, subject);
        let (subject, object) = subject.zip(object)?;
        Some(if follows { handover(object, subject) } else { handover(subject, object) })
    };
    let by_noun = |noun: usize| {
        let end = noun_end(list, &reading.words[noun].lemma)?;
        let (owner, bearer) = called(reading, noun)?;
        Some(if end == End::Earlier { handover(bearer, owner) } else { handover(owner, bearer) })
    };
    let told = |word: usize| match verb_of(list, reading, &annotation.text, word) {
        Some(follows) => by_verb(word, follows),
        None => by_noun(word),
    };
    (0..reading.words.len()).filter_map(told).collect()
}

/// Whose predecessor or successor a noun says that somebody is, and who: "her predecessor, Tom Orm", "Tom Orm was the successor of Ada Merrow".
fn called(reading: &Reading, noun: usize) -> Option<(usize, usize)> {
    let owner = reading.child(noun, Relation::NmodPoss).or_else(|| reading.child(noun, Relation::Nmod))?;
    let name = |w: &usize| reading.words[*w].pos == Pos::Propn && *w != owner;
    let above = reading.words[noun]
        .head
        .filter(|_| matches!(reading.words[noun].relation.base(), Relation::Appos | Relation::Nsubj | Relation::Compound));
    let beside = |c: &usize| matches!(reading.words[*c].relation.base(), Relation::Appos | Relation::Nsubj | Relation::Flat);
    let bearer = reading.children(noun).filter(beside).find(name);
    // "Her successor, her son Olin Pask".
    let within = || reading.children(noun).filter(beside).flat_map(|c| reading.children(c)).filter(beside).find(name);
    Some((owner, bearer.or_else(within).or(above.filter(name))?))
}

/// Whether a word of a sentence stands for the one of a name, by its own words or by whom the pronoun means.
fn is_called(query: &Query, sentence: usize, head: usize, name: &[String]) -> bool {
    let annotation = &query.known.annotations[sentence];
    let reading = &annotation.reading;
    let referent = query
        .known
        .cast
        .referents(sentence)
        .iter()
        .find(|r| (r.first..r.end).contains(&head))
        .map(|r| fold(r.name.trim_end_matches("'s")).to_string());
    let own: Vec<String> = named(reading, head).into_iter().map(|w| fold(reading.words[w].span.of(&annotation.text)).to_string()).collect();
    let proper = |w: usize| reading.words[w].pos == Pos::Propn;
    let all = |full: &str| name.iter().all(|part| name_words(full).any(|word| word == part));
    // "Theodora" for Theodora Orm.
    let short = proper(head) && own.iter().all(|part| name.contains(part));
    short || own.len() > 1 && all(&own.join(" ")) || referent.is_some_and(|full| all(&full))
}

/// The words of the phrase that a word heads, without its preposition.
fn named(reading: &Reading, head: usize) -> Vec<usize> {
    phrase(reading, head).into_iter().filter(|&w| reading.words[w].relation.base() != Relation::Case).collect()
}

/// Whether nothing in a sentence's words for the post is against the one that the question names: "as mayor" for "as head of the workshop".
fn is_of_post(question: &Question, query: &Query, told: &Handover) -> bool {
    let list = &question.wording.successions;
    let post = |t: &usize| {
        let word = query.terms[*t].term.words.0;
        let own = &question.reading.words[word];
        let general = list.posts.has(&own.lemma) || noun_end(list, &own.lemma).is_some();
        own.pos == Pos::Noun && !general && !query.terms[*t].is_name() && query.terms[*t].term.part != Part::Topic
    };
    let near = |t: usize| (told.sentence.saturating_sub(1)..=told.sentence).any(|s| query.holds(s, t) > 0.0);
    (0..query.terms.len()).filter(post).all(near)
}

/// Whether no date of a sentence is against those of the question.
pub fn is_of_time(question: &Question, query: &Query, sentence: usize) -> bool {
    let given: Vec<_> = query.known.annotations[sentence].values.iter().filter_map(|v| v.kind.date()).collect();
    given.is_empty() || question.dates.iter().all(|asked| given.iter().any(|date| dates_agree(asked, date)))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn who_came_before_and_after_is_not_confused() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was an engineer in Velm. She succeeded Karl Brandt as head of the workshop in 1918. She was succeeded by Lena Voss. Voss made way for \
             Jan Trask in 1940. Trask's successor, Ine Vold, sold the workshop.\n",
            &[
                ("Who did Merrow succeed?", Some("Karl Brandt")),
                ("Who was Ada Merrow's predecessor?", Some("Karl Brandt")),
                ("Who was head of the workshop before Merrow?", Some("Karl Brandt")),
                ("Who had the job before her?", Some("Karl Brandt")),
                ("Who ran the workshop after Karl Brandt?", Some("Ada Merrow")),
                ("Who succeeded Merrow?", Some("Lena Voss")),
                ("Who came after Lena Voss?", Some("Jan Trask")),
                ("Who was replaced by Ine Vold?", Some("Trask")),
                ("Who came after Lena Voss at Orm?", Some("Jan Trask")),
                ("Who replaced Ine Vold?", None),
                ("Who was Karl Brandt's predecessor?", None),
            ],
        );
    }
}
