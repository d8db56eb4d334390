//! Yes or no: whether a sentence asserts what the question asks, contradicts it, or neither.

use crate::answer::align::{Aligned, HELD, phrase};
use crate::answer::contradiction::{self, Finding};
use crate::answer::evidence::Evidence;
use crate::answer::happening::{held, terms_within, when};
use crate::answer::polarity::{is_denying, is_excluded, is_negated, predicate_negated};
use crate::answer::query::Query;
use crate::answer::refusal::{is_hindered, outdone, refused};
use crate::answer::statement::statement;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::values::{Amount, Value, ValueKind, values};
use crate::text::{Reading, Relation};

/// What a sentence says of a yes/no question, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// Its place in the document.
    pub sentence: usize,
    /// Whether it bears the question out.
    pub yes: bool,
    /// How much of the question it holds: 0 to 1; less where it only gives another date, for things happen more than once.
    pub share: f64,
    /// For a person to read.
    pub because: &'static str,
}

/// How many of the nearest sentences are asked.
const ASKED: usize = 6;
/// The least share of the question's terms that a sentence must hold before it says anything.
const ENOUGH: f64 = 0.65;
/// The same, where the question has no verb that says much and that the sentence has too.
const ENOUGH_ALONE: f64 = 0.74;
/// The same, for a sentence that shows the contrary, of all but what it contradicts.
const ENOUGH_TO_DENY: f64 = 0.4;
/// The same, for a sentence that says that what is asked did not come about, of all but the question's verb.
const ENOUGH_TO_REFUSE: f64 = 0.56;
/// How much a word counts that stands nowhere in the document.
const ABSENT: f64 = 0.3;
/// By how much another date speaks less for a no than anything else.
const ANOTHER_DATE: f64 = 0.1;

/// What the nearest sentences say of the question: the one that holds most of it decides, of two alike the nearer.
pub fn judge(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Judgement> {
    let asked: Vec<Value> = values(&question.read);
    let claim = statement(question);
    if let Some(compared) = by_dates(question, query) {
        return Some(compared);
    }
    let judged = evidence.iter().take(ASKED).filter_map(|e| weigh(&Aligned::new(question, &claim, query, e.sentence), &asked));
    judged.reduce(|best, next| if next.share > best.share { next } else { best })
}

/// Whether the first of two things is the older, or came earlier, as the question claims: by their dates.
fn by_dates(question: &Question, query: &Query) -> Option<Judgement> {
    const EARLIER: [&str; 2] = ["earlier", "older"];
    const LATER: [&str; 3] = ["later", "newer", "younger"];
    let words = question.folded_words();
    let than = words.iter().position(|w| w == "than")?;
    let word = words[..than].last()?.as_str();
    let (earlier, later) = (EARLIER.contains(&word), LATER.contains(&word));
    let halves = (terms_within(question, query, 0..than - 1), terms_within(question, query, than + 1..words.len()));
    let (a, b) = (when(query, &halves.0).filter(|_| earlier || later)?, when(query, &halves.1)?);
    let yes = if a.date.is_before(&b.date) { earlier } else { later };
    let dated = a.date.is_before(&b.date) || b.date.is_before(&a.date);
    dated.then_some(Judgement { sentence: a.sentence, yes, share: 1.0, because: "by their dates" })
}

/// The one of two things that the question offers ("Was it opened in 1931 or in 1934?") which the nearest sentence that holds the rest has, and the sentence.
pub fn choice(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<(String, usize)> {
    let reading = statement(question).reading;
    let words = &reading.words;
    let or = words.iter().position(|w| w.span.of(&question.read).eq_ignore_ascii_case("or"))?;
    let second = words[or].head.filter(|&h| h > or && reading.is(h, Relation::Conj))?;
    const VAGUE: [&str; 6] = ["fewer", "less", "more", "not", "older", "so"];
    let vague = VAGUE.contains(&fold(words[second].span.of(&question.read)).as_str());
    let first = words[second].head.filter(|&h| h < or && !vague)?;
    let own = |top: usize| phrase(&reading, top);
    let options = [own(first), own(second)];
    let terms = |option: &[usize]| -> Vec<usize> {
        (0..query.terms.len())
            .filter(|&t| option.iter().any(|w| (query.terms[t].term.words.0..query.terms[t].term.words.1).contains(w)))
            .collect()
    };
    let offered = [terms(&options[0]), terms(&options[1])];
    let rest: Vec<usize> = (0..query.terms.len()).filter(|t| !offered.iter().any(|o| o.contains(t))).collect();
    let has = |s: usize, option: &[usize]| !option.is_empty() && option.iter().all(|&t| query.holds(s, t) >= HELD);
    let told = |s: &usize| has(*s, &offered[0]) != has(*s, &offered[1]) && (rest.is_empty() || held(query, *s, &rest) >= ENOUGH_TO_DENY);
    let sentence = evidence.iter().take(ASKED).map(|e| e.sentence).find(told)?;
    let chosen = &options[usize::from(!has(sentence, &offered[0]))];
    let content = |w: &&usize| !matches!(words[**w].relation.base(), Relation::Case | Relation::Cc | Relation::Det);
    let (start, end) = (chosen.iter().find(content)?, chosen.iter().rev().find(content)?);
    Some((words[*start].span.cover(words[*end].span).of(&question.read).to_string(), sentence))
}

/// What one sentence says: no where something in it contradicts the claim and it holds enough of the rest; yes where it holds nearly all of it.
fn weigh(aligned: &Aligned, asked: &[Value]) -> Option<Judgement> {
    let claim = Claim::new(aligned, asked);
    let answer = |yes, share, because| Some(Judgement { sentence: aligned.sentence, yes, share, because });
    if let Some((because, but)) = claim.denied() {
        let rest = claim.share(|t| !but.contains(&t));
        if rest >= ENOUGH_TO_DENY {
            return answer(false, if claim.date == Finding::Differs { rest - ANOTHER_DATE } else { rest }, because);
        }
    }
    if claim.refused() {
        return answer(false, claim.share(|t| Some(t) != claim.root()), "a sentence says that it did not come about");
    }
    if contradiction::lacks_limit(aligned)
        || claim.date != Finding::Held
        || claim.values.iter().any(|f| *f != Finding::Held)
        || claim.lacks_name()
    {
        return None;
    }
    let share = claim.share(|_| true);
    if share < if claim.turns_on_a_verb() { ENOUGH } else { ENOUGH_ALONE } {
        return None;
    }
    if claim.lacks_root() || claim.lacks_turn() {
        return None;
    }
    if claim.negated() {
        return answer(false, share, "a sentence denies it");
    }
    if claim.is_clouded() { None } else { answer(true, share, "a sentence asserts it") }
}

/// A question's claim held against one sentence.
struct Claim<'a> {
    aligned: &'a Aligned<'a>,
    /// The question's values.
    asked: &'a [Value],
    /// What the sentence says of each value that is no date.
    values: Vec<Finding>,
    /// What it says of the dates.
    date: Finding,
}

impl<'a> Claim<'a> {
    fn new(aligned: &'a Aligned<'a>, asked: &'a [Value]) -> Self {
        let one = |v: &Value| v.kind == ValueKind::Number(Amount::exact(1.0));
        let values = asked.iter().filter(|v| v.kind.date().is_none() && !one(v)).map(|v| contradiction::value(aligned, v)).collect();
        Self { aligned, asked, values, date: contradiction::dates(aligned) }
    }

    /// Whether a term is compared by what it means, not by its words: a part of a value.
    fn is_value(&self, term: usize) -> bool {
        let term = &self.aligned.query.terms[term].term;
        term.part == Part::Date || self.asked.iter().any(|v| v.core.contains(term.span))
    }

    /// Whether a term names something that no other word can stand for.
    fn is_exact(&self, term: usize) -> bool {
        self.aligned.query.terms[term].term.part == Part::Name
    }

    /// The share, by weight, of the terms that `pick` picks and that the sentence holds; 1 where it picks none.
    fn share(&self, pick: impl Fn(usize) -> bool) -> f64 {
        let query = self.aligned.query;
        let (mut held, mut total) = (0.0, 0.0);
        for (place, bound) in query.terms.iter().enumerate() {
            if self.is_left_out(place) || !pick(place) {
                continue;
            }
            let weight = bound.weight * if bound.count == 0 { ABSENT } else { 1.0 };
            total += weight;
            held += if self.aligned.holds(place) { weight } else { 0.0 };
        }
        if total > 0.0 { held / total } else { 1.0 }
    }

    /// Whether a term is no part of what must be held: the topic, a value, a lone letter, a word before the claim.
    fn is_left_out(&self, term: usize) -> bool {
        let own = &self.aligned.query.terms[term].term;
        self.aligned.is_topic(term) || self.is_value(term) || own.words.0 < self.aligned.claim.claim.start || own.word.chars().count() < 2
    }

    /// Whether a name of the question is missing from the sentence and from what its pronouns stand for.
    fn lacks_name(&self) -> bool {
        let query = self.aligned.query;
        let meant = |t: usize| {
            let name = query.terms[t].term.word.as_str();
            query.known.facts_of(self.aligned.sentence).any(|f| query.known.table.facts[f].subject.contains(name))
        };
        (0..query.terms.len()).any(|t| self.is_exact(t) && !self.is_left_out(t) && !self.aligned.holds(t) && !meant(t))
    }

    /// The term of the word around which the claim is made.
    fn root(&self) -> Option<usize> {
        self.aligned.asked().root().and_then(|r| self.aligned.term(r)).filter(|&t| !self.is_left_out(t))
    }

    /// Whether the claim is made around a verb that says something, and the sentence has it.
    fn turns_on_a_verb(&self) -> bool {
        let own = |t: usize| &self.aligned.query.terms[t].term;
        self.root().is_some_and(|t| own(t).part == Part::Verb && own(t).weight >= 1.0 && self.aligned.holds(t))
    }

    /// Whether the sentence says nothing of what the question turns on: its verb, unless that is one of little content, or what it asks whether
    /// somebody is, where the document has no word for it.
    fn lacks_root(&self) -> bool {
        let query = self.aligned.query;
        self.root().is_some_and(|t| {
            let bound = &query.terms[t];
            let turns = bound.term.part == Part::Verb || bound.count == 0 && bound.term.part == Part::Other;
            turns && bound.term.weight >= 1.0 && !self.aligned.holds(t)
        })
    }

    /// Whether the question has a small word that makes it another claim ("again", "still") and the sentence has not.
    fn lacks_turn(&self) -> bool {
        const TURNS: [&str; 8] = ["again", "alone", "always", "entirely", "half", "most", "still", "twice"];
        let (asked, said) = (&self.aligned.question.read, &self.aligned.annotation.text);
        let words = |reading: &Reading, text: &str| reading.words.iter().map(|w| fold(w.span.of(text))).collect::<Vec<_>>();
        let said = words(self.aligned.reading(), said);
        words(&self.aligned.question.reading, asked).iter().any(|w| TURNS.contains(&w.as_str()) && !said.contains(w))
    }

    /// Whether the sentence holds enough of what is asked, and says that it did not come about.
    fn refused(&self) -> bool {
        let root = self.root();
        let enough = self.share(|t| Some(t) != root) >= ENOUGH_TO_REFUSE;
        enough
            && !self.lacks_name()
            && self.date != Finding::Differs
            && !asks_negatively(self.aligned)
            && (refused(self.aligned) || outdone(self.aligned))
    }

    /// Whether the sentence denies or refuses something where the question does not: it may be what is asked, by words that were not recognised.
    fn is_clouded(&self) -> bool {
        let aligned = self.aligned;
        let denies = |reading: &Reading, text: &str| (0..reading.words.len()).any(|w| is_denying(reading, text, w));
        let said = denies(aligned.reading(), &aligned.annotation.text) && !denies(aligned.asked(), &aligned.question.read);
        said || is_hindered(aligned)
    }

    /// What in the sentence shows that the claim is not so, and the terms that it contradicts.
    fn denied(&self) -> Option<(&'static str, Vec<usize>)> {
        let aligned = self.aligned;
        let found = self.contradiction()?;
        (!self.negated()).then(|| {
            let words = found.1.map(|w| phrase(aligned.asked(), w)).unwrap_or_default();
            (found.0, words.into_iter().filter_map(|w| aligned.term(w)).filter(|&t| !aligned.holds(t)).collect())
        })
    }

    /// What in the sentence contradicts the claim, and the word of the question that it contradicts.
    fn contradiction(&self) -> Option<(&'static str, Option<usize>)> {
        let aligned = self.aligned;
        let mut missing = (0..aligned.query.terms.len()).filter(|&t| !aligned.holds(t) && !self.is_left_out(t));
        let named = !self.lacks_name();
        if named && self.values.contains(&Finding::Differs) {
            Some(("a sentence gives another number", None))
        } else if named && self.date == Finding::Differs {
            Some(("a sentence gives another date", None))
        } else if named && contradiction::outranked(aligned, self.asked) {
            Some(("a sentence gives another rank", None))
        } else if let Some((word, _)) = contradiction::opposite(aligned).filter(|_| named) {
            Some(("a sentence says the opposite", Some(word)))
        } else if let Some(word) = contradiction::sole(aligned) {
            Some(("a sentence says that it is the only one", Some(word)))
        } else if let Some(word) = contradiction::excepted(aligned) {
            Some(("a sentence tells of an exception", Some(word)))
        } else if let Some(word) = contradiction::changed(aligned) {
            Some(("a sentence tells of another time", Some(word)))
        } else if contradiction::reversed(aligned) {
            Some(("a sentence has it the other way round", None))
        } else if contradiction::elsewhere(aligned).is_some() {
            Some(("a sentence gives another place", aligned.asked().root()))
        } else {
            let other = missing.find(|&t| contradiction::filler(aligned, t).is_some());
            other.map(|t| ("a sentence has another in its place", Some(aligned.head(t))))
        }
    }

    /// Whether question and sentence differ in polarity: the word around which the claim is made is negated in the sentence, or by weight most of what they
    /// share.
    fn negated(&self) -> bool {
        let aligned = self.aligned;
        let (reading, text) = (aligned.reading(), aligned.annotation.text.as_str());
        let (mut against, mut total) = (0.0, 0.0);
        for (t, bound) in aligned.query.terms.iter().enumerate().filter(|(t, _)| !aligned.is_topic(*t)) {
            let images: Vec<usize> = aligned.at(t).collect();
            if images.is_empty() {
                continue;
            }
            let negated = images.iter().filter(|&&w| is_negated(reading, text, w)).count();
            total += bound.weight;
            against += bound.weight * negated as f64 / images.len() as f64;
        }
        let excluded = (0..aligned.query.terms.len()).any(|t| aligned.at(t).any(|w| is_excluded(reading, text, w)));
        let root: Vec<usize> = self.root().into_iter().flat_map(|t| aligned.at(t)).collect();
        let denies = |&w: &usize| is_negated(reading, text, w);
        // "There is no airport (the nearest airport is …)": of what there is one denial is enough.
        let exists = aligned.asked().words.iter().any(|w| w.relation == Relation::Expl);
        // "She had no radio with her": of what somebody has likewise.
        let owned = aligned.asked().root().filter(|&r| aligned.asked().words[r].lemma == "have");
        let owned = owned.and_then(|r| aligned.asked().child(r, Relation::Obj)).and_then(|o| aligned.term(o));
        let none = owned.is_some_and(|t| aligned.at(t).any(|w| is_negated(reading, text, w)));
        let denied = !root.is_empty() && (root.iter().all(denies) || exists && root.iter().any(denies));
        (denied || none || total > 0.0 && against * 2.0 >= total) ^ excluded ^ asks_negatively(aligned)
    }
}

/// Whether the question claims that something is not so: "Did he not come?", "Has she never won?"; "Didn't he come?" expects that he did.
fn asks_negatively(aligned: &Aligned) -> bool {
    let (reading, text) = (aligned.asked(), aligned.question.read.as_str());
    let Some(root) = reading.root() else { return false };
    let contracted = reading.words.iter().any(|w| w.span.of(text).eq_ignore_ascii_case("n't"));
    predicate_negated(reading, text, root) && !contracted
}

#[cfg(test)]
mod tests {
    use crate::answer::answer;
    use crate::document::Document;
    use crate::knowledge::Knowledge;

    /// Asks a document of one paragraph; expects "yes", "no" or nothing, and words of the sentence that is cited first.
    fn check(document: &str, questions: &[(&str, Option<&str>)]) {
        let text = format!("= Brannigan =\n\n{document}\n");
        let knowledge = Knowledge::of_document(Document::read("town.txt", text.into_bytes(), None).expect("a document"));
        for (question, expected) in questions {
            assert_eq!(answer(&knowledge, question, None).answer.as_deref(), *expected, "{question}");
        }
    }

    #[test]
    fn what_nothing_is_said_of_is_left_open() {
        check(
            "Brannigan is a town. The mayor of Brannigan, Ada Merrow, fled to Orm with her daughter Bela.",
            &[("Was Bela ever ill?", None)],
        );
    }

    #[test]
    fn a_claim_is_held_against_values_and_ranks() {
        check(
            "Brannigan is the second largest town of the island of Orm. It was founded in 1733 by Ada Merrow, who became its third mayor. The town has 40 schools.",
            &[
                ("Was Brannigan founded in 1733?", Some("yes")),
                ("Was Brannigan founded in 1738?", Some("no")),
                ("Is Brannigan the largest town of the island?", Some("no")),
                ("Is Brannigan the second largest town of the island?", Some("yes")),
                ("Was Ada Merrow its third mayor?", Some("yes")),
                ("Was Ada Merrow its fifth mayor?", Some("no")),
                ("Does the town have more than 30 schools?", Some("yes")),
                ("Does the town have more than 50 schools?", Some("no")),
            ],
        );
    }

    #[test]
    fn a_claim_is_held_against_opposites_and_negations() {
        check(
            "Brannigan has warm summers and cold winters. There is no airport in the town. Olin Pask was an opponent of the harbour tax. The ferry never reached Orm, but the mail boat did. Bela Trask planned a second bridge, the Stone Bridge, but never finished it.",
            &[
                ("Does Brannigan have cold summers?", Some("no")),
                ("Does Brannigan have warm summers?", Some("yes")),
                ("Is there an airport in the town?", Some("no")),
                ("Did Olin Pask support the harbour tax?", Some("no")),
                ("Did the ferry reach Orm?", Some("no")),
                ("Did Bela Trask finish the Stone Bridge?", Some("no")),
            ],
        );
    }

    #[test]
    fn a_claim_is_held_against_exceptions_refusals_and_contests() {
        check(
            "The band has played at every fair except that of 1920. A merger with the guild was discussed for months but was voted down in 1931. Ada Merrow ran for mayor in 1934 and finished second.",
            &[
                ("Has the band played at every fair?", Some("no")),
                ("Did they end up merging with the guild?", Some("no")),
                ("Did Ada Merrow win in 1934?", Some("no")),
            ],
        );
    }

    #[test]
    fn a_choice_is_answered_with_what_was_chosen() {
        check(
            "The ferry was built in Velm in 1931. Ada Merrow was born in 1906, and Olin Pask in 1908. The mayor worked as a baker before becoming a teacher.",
            &[
                ("Was the ferry built in Orm or in Velm?", Some("Velm")),
                ("Was Ada Merrow older than Olin Pask?", Some("yes")),
                ("Was Ada Merrow younger than Olin Pask?", Some("no")),
                ("Has the mayor always been a teacher?", Some("no")),
            ],
        );
    }

    #[test]
    fn a_yes_needs_the_verb_and_the_small_words_that_turn_it() {
        check(
            "Olin Pask sued the ferry company in 1931. Bela Trask married Ada Merrow in Velm.",
            &[
                ("Did Olin Pask defeat the ferry company in 1931?", None),
                ("Did Bela Trask marry Ada Merrow in Velm?", Some("yes")),
                ("Did Bela Trask marry Ada Merrow in Velm again?", None),
            ],
        );
    }

    #[test]
    fn a_claim_is_held_against_what_fills_its_place() {
        check(
            "The capital of the island is Velm. Laura Tarn introduced Olin Pask to chess. The Merrow family built the north tower. His aunt died of pneumonia.",
            &[
                ("Is the capital of the island Orm?", Some("no")),
                ("Is the capital of the island Velm?", Some("yes")),
                ("Did Olin Pask introduce Laura Tarn to chess?", Some("no")),
                ("Did Laura Tarn introduce Olin Pask to chess?", Some("yes")),
                ("Did his aunt die of cholera?", Some("no")),
            ],
        );
    }
}
