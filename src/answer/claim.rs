//! A yes/no question's claim held against one sentence.

use std::borrow::Cow;

use crate::answer::align::{Aligned, case, is_copular, phrase};
use crate::answer::another::{is_another, opposed_by_another};
use crate::answer::contradiction::{self, Finding};
use crate::answer::polarity::{is_denying, is_excluded, is_negated, predicate, predicate_negated};
use crate::answer::refusal::{is_hindered, outdone, refused, refuses};
use crate::question::Part;
use crate::question::terms::is_particle;
use crate::text::fold::fold;
use crate::text::names::gazetteer;
use crate::text::term::term;
use crate::text::values::{Amount, Value, ValueKind};
use crate::text::{Pos, Reading, Relation, wordnet};

/// The least share of the question's terms that a sentence must hold before it says anything.
const ENOUGH: f64 = 0.65;
/// The same, where the question has no verb that says much and that the sentence has too.
const ENOUGH_ALONE: f64 = 0.74;
/// The same, for a sentence that says that what is asked did not come about, of all but the question's verb.
const ENOUGH_TO_REFUSE: f64 = 0.56;
/// The same, for a sentence that shows the contrary, of all but what it contradicts.
const ENOUGH_TO_DENY: f64 = 0.4;
/// By how much another date speaks less for a no than anything else.
const ANOTHER_DATE: f64 = 0.1;
/// Verbs of which "without" denies that they were done to something: "without a net" for "Did she use a net?"
const HAVING: [&str; 8] = ["carry", "contain", "get", "have", "need", "receive", "use", "wear"];
/// Words by which a noun tells what was done to somebody: "faced threats", "was the subject of an inquiry".
const UNDERGOING: [&str; 9] = ["experience", "face", "get", "meet", "receive", "subject", "suffer", "target", "undergo"];
/// How many words may stand between a verb and its particle.
const PARTICLE: usize = 4;
/// How much a word counts that stands nowhere in the document.
const ABSENT: f64 = 0.3;

/// What the rules find a sentence to say of a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// Whether it bears the claim out.
    pub yes: bool,
    /// How much of the claim it holds: 0 to 1; less where it only gives another date, for things happen more than once.
    pub share: f64,
    /// For a person to read.
    pub because: &'static str,
}

/// A question's claim held against one sentence.
pub(super) struct Claim<'a> {
    pub(super) aligned: &'a Aligned<'a>,
    /// The question's values.
    asked: &'a [Value],
    /// What the sentence says of each value that is no date.
    pub(super) values: Vec<Finding>,
    /// What it says of the dates.
    pub(super) date: Finding,
    /// A word of the question, and the word of the sentence that is opposed to it.
    pub(super) opposite: Option<(usize, usize)>,
    /// Whether the sentence tells another thing than the question claims.
    pub(super) is_another: bool,
    /// What in the sentence contradicts the claim, and the word of the question that it contradicts.
    pub(super) contradiction: Option<(&'static str, Option<usize>)>,
}

impl<'a> Claim<'a> {
    pub(super) fn new(aligned: &'a Aligned<'a>, asked: &'a [Value]) -> Self {
        let one = |v: &Value| v.kind == ValueKind::Number(Amount::exact(1.0));
        let values = asked.iter().filter(|v| v.kind.date().is_none() && !one(v)).map(|v| contradiction::value(aligned, v)).collect();
        let opposite = contradiction::opposite(aligned).filter(|(_, said)| !opposed_by_another(aligned, *said));
        let date = contradiction::dates(aligned);
        let mut claim = Self { aligned, asked, values, date, opposite, is_another: is_another(aligned), contradiction: None };
        claim.contradiction = claim.find_contradiction();
        claim
    }

    /// What the rules find: no where something in the sentence contradicts the claim and it holds enough of the rest; yes where it holds nearly all of it.
    pub(super) fn weigh(&self) -> Option<Ruling> {
        let ruling = |yes, share, because| Some(Ruling { yes, share, because });
        if let Some((because, but)) = self.denied() {
            let rest = self.share(|t| !but.contains(&t));
            if rest >= ENOUGH_TO_DENY {
                return ruling(false, if self.date == Finding::Differs { rest - ANOTHER_DATE } else { rest }, because);
            }
        }
        if self.refused() {
            return ruling(false, self.share(|t| Some(t) != self.root()), "a sentence says that it did not come about");
        }
        let differs = self.date != Finding::Held || self.values.iter().any(|f| *f != Finding::Held);
        let lacks = self.lacks_name() || self.lacks_root() || self.lacks_turn() || self.lacks_whole();
        if differs || lacks || contradiction::lacks_limit(self.aligned) || self.is_another {
            return None;
        }
        let share = self.share(|_| true);
        if !self.is_enough(share) {
            return None;
        }
        if self.negated() {
            return ruling(false, share, "a sentence denies it");
        }
        if self.is_clouded() { None } else { ruling(true, share, "a sentence asserts it") }
    }

    /// Whether a term is compared by what it means, not by its words: a part of a value.
    pub(super) fn is_value(&self, term: usize) -> bool {
        let term = &self.aligned.query.terms[term].term;
        term.part == Part::Date || self.asked.iter().any(|v| v.core.contains(term.span))
    }

    /// Whether a term names something that no other word can stand for.
    pub(super) fn is_exact(&self, term: usize) -> bool {
        self.aligned.query.terms[term].term.part == Part::Name
    }

    /// The share, by weight, of the terms that `pick` picks and that the sentence holds; 1 where it picks none.
    pub(super) fn share(&self, pick: impl Fn(usize) -> bool) -> f64 {
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

    /// The mean of what `held` says of the terms, by weight; 1 where there are none.
    pub(super) fn weighed(&self, held: impl Fn(usize) -> f64) -> f64 {
        let (mut sum, mut total) = (0.0, 0.0);
        for (place, bound) in self.aligned.query.terms.iter().enumerate().filter(|(t, _)| !self.is_left_out(*t)) {
            let weight = bound.weight * if bound.count == 0 { ABSENT } else { 1.0 };
            total += weight;
            sum += weight * held(place);
        }
        if total > 0.0 { sum / total } else { 1.0 }
    }

    /// Whether a share of the question's terms is enough for a sentence to say anything.
    pub(super) fn is_enough(&self, share: f64) -> bool {
        share >= if self.turns_on_a_verb() { ENOUGH } else { ENOUGH_ALONE }
    }

    /// Whether a term is no part of what must be held: the topic, a value, a lone letter, a word before the claim.
    pub(super) fn is_left_out(&self, term: usize) -> bool {
        let own = &self.aligned.query.terms[term].term;
        self.aligned.is_topic(term) || self.is_value(term) || own.words.0 < self.aligned.claim.claim.start || own.word.chars().count() < 2
    }

    /// Whether a name of the question, titles aside, is missing from the sentence and from what its pronouns stand for.
    pub(super) fn lacks_name(&self) -> bool {
        let query = self.aligned.query;
        let meant = |t: usize| {
            let name = query.terms[t].term.word.as_str();
            query.known.facts_of(self.aligned.sentence).any(|f| query.known.table.facts[f].subject.contains(name))
        };
        let title = |t: usize| gazetteer::title(&query.terms[t].term.word).is_some();
        (0..query.terms.len()).any(|t| self.is_exact(t) && !self.is_left_out(t) && !self.aligned.holds(t) && !title(t) && !meant(t))
    }

    /// The term of the word around which the claim is made.
    pub(super) fn root(&self) -> Option<usize> {
        self.aligned.asked().root().and_then(|r| self.aligned.term(r)).filter(|&t| !self.is_left_out(t))
    }

    /// Whether the sentence has what the claim turns on in passing only, which asserts nothing: a verb or an adjective as a noun that its clauses are not about
    /// ("stood in the election", for "was she elected?"), a noun as another that derives from it ("a bid for the presidency", for "is she president?").
    pub(super) fn holds_root_in_passing(&self) -> bool {
        let (asked, said) = (self.aligned.asked(), self.aligned.reading());
        let Some(root) = asked.root().map(|root| &asked.words[root]) else { return false };
        let passing = |w: usize| match root.pos {
            Pos::Verb | Pos::Adj => true,
            Pos::Noun => wordnet::derivations(&root.lemma).any(|noun| noun == said.words[w].lemma),
            _ => false,
        };
        // "Support from Ada Merrow" asserts that she supported it, "presented her as a candidate" that she was one.
        let subject = asked.root().and_then(|root| asked.child(root, Relation::Nsubj)).map_or(Vec::new(), |s| self.aligned.images(s));
        let case = |w: usize| case(said, &self.aligned.annotation.text, w);
        let doer = |c: usize| matches!(case(c).as_deref(), Some("by" | "from")) && said.subtree(c).iter().any(|w| subject.contains(w));
        // "She became the subject of an inquiry", "was met with threats" assert that somebody inquired into her and threatened her.
        let meant = |s: usize| subject.is_empty() && matches!(&*said.words[s].lemma, "he" | "she" | "they" | "it");
        let own =
            |w: usize| said.child(w, Relation::Nsubj).is_some_and(|s| meant(s) || said.subtree(s).iter().any(|w| subject.contains(w)));
        let met = |w: usize| {
            let above =
                said.ancestors(w).skip(1).find(|&above| matches!(said.words[above].pos, Pos::Verb) || said.words[above].lemma == "subject");
            above.is_some_and(|above| UNDERGOING.contains(&&*said.words[above].lemma) && said.ancestors(above).any(own))
        };
        let passive = asked.root().is_some_and(|root| asked.child(root, Relation::AuxPass).is_some());
        let asserts = |w: usize| case(w).as_deref() == Some("as") || said.children(w).any(doer) || passive && met(w);
        let about = |w: usize| matches!(said.words[w].relation.base(), Relation::Nsubj | Relation::Root);
        let aside = |w: usize| said.words[w].pos == Pos::Noun && !about(w) && !asserts(w);
        let mut images = self.root().into_iter().flat_map(|t| self.aligned.at(t)).peekable();
        images.peek().is_some() && images.all(|w| aside(w) && passing(w))
    }

    /// Whether the claim is made around a verb that says something, and the sentence has it.
    pub(super) fn turns_on_a_verb(&self) -> bool {
        let own = |t: usize| &self.aligned.query.terms[t].term;
        self.root().is_some_and(|t| own(t).part == Part::Verb && own(t).weight >= 1.0 && self.aligned.holds(t))
    }

    /// Whether the sentence says nothing of what the question turns on: its verb, unless that is one of little content, or what it asks whether
    /// somebody is, where the document has no word for it.
    pub(super) fn lacks_root(&self) -> bool {
        let query = self.aligned.query;
        self.root().is_some_and(|t| {
            let bound = &query.terms[t];
            let is = self.aligned.asked().root().is_some_and(|root| is_copular(self.aligned.asked(), root));
            let turns = bound.term.part == Part::Verb || (is || bound.count == 0) && bound.term.part == Part::Other;
            turns && bound.term.weight >= 1.0 && !self.aligned.holds(t)
        })
    }

    /// Whether the question has a small word that makes it another claim ("again", "still") and the sentence has not; or what the question's verb makes of somebody: "was
    /// tried" for "Was she found guilty?"; or has the question's verb, which a particle gives another sense, only without it: "turned back" for "Did she turn it down?"
    pub(super) fn lacks_turn(&self) -> bool {
        if self.lacks_particle() {
            return true;
        }
        let (asked, query) = (self.aligned.asked(), self.aligned.query);
        let made = asked.root().filter(|&root| asked.words[root].pos == Pos::Verb).and_then(|root| asked.child(root, Relation::Xcomp));
        let made = made.filter(|&w| asked.words[w].pos == Pos::Adj).and_then(|w| query.term_at(w));
        if made.is_some_and(|t| !self.aligned.holds(t)) {
            return true;
        }
        let turns = &self.aligned.question.wording.claims.turns;
        let said = self.said();
        let asked = self.aligned.question.folded_words();
        asked.iter().any(|w| turns.has(w) && !said.iter().any(|said| said == w))
            || asked.windows(2).any(|pair| turns.has(&pair.join(" ")) && !said.windows(2).any(|own| own == pair))
    }

    /// Whether the question's verb has a particle, and the sentence has the same verb without it, or no verb for one that says little by itself.
    fn lacks_particle(&self) -> bool {
        let (asked, said) = (self.aligned.asked(), self.aligned.reading());
        let root = asked.root().filter(|&root| asked.words[root].pos == Pos::Verb);
        let particle = |c: &usize| {
            let aside = matches!(asked.words[*c].relation, Relation::CompoundPrt | Relation::Advmod);
            aside && is_particle(&asked.words[*c].lemma)
        };
        let Some((root, particle)) = root.and_then(|root| Some((root, asked.children(root).find(particle)?))) else { return false };
        let images = self.aligned.images(root);
        let same = |w: usize| said.words[w].lemma == asked.words[root].lemma;
        let with = |w: usize| said.words[w..].iter().take(PARTICLE + 1).any(|word| word.lemma == asked.words[particle].lemma);
        let light = self.aligned.question.lexicon.is_light(&term(&asked.words[root].lemma));
        let more = |t: usize| !self.is_left_out(t) && !self.is_exact(t) && self.aligned.holds(t);
        // "Did they get the mill back?" may be told in other words.
        let sure = asked.words[particle].relation == Relation::CompoundPrt || !(0..self.aligned.query.terms.len()).any(more);
        if images.is_empty() { light && sure } else { images.into_iter().all(|w| same(w) && !with(w)) }
    }

    /// Whether the question claims something of a whole ("all", "every") and the sentence has no word for one.
    pub(super) fn lacks_whole(&self) -> bool {
        let claims = &self.aligned.question.wording.claims;
        let asked = self.aligned.question.folded_words();
        let is_whole = |w: usize| claims.whole.has(&asked[w]) && (w == 0 || !claims.before_whole.has(&asked[w - 1]));
        (0..asked.len()).any(is_whole) && !self.said().iter().any(|w| claims.whole.has(w))
    }

    /// The folded words of the sentence.
    fn said(&self) -> Vec<Cow<'_, str>> {
        self.aligned.reading().words.iter().map(|w| fold(w.span.of(&self.aligned.annotation.text))).collect()
    }

    /// Whether the sentence holds enough of what is asked, and says that it did not come about.
    pub(super) fn refused(&self) -> bool {
        let root = self.root();
        let enough = self.share(|t| Some(t) != root) >= ENOUGH_TO_REFUSE;
        enough
            && !self.lacks_name()
            && self.date != Finding::Differs
            && !asks_negatively(self.aligned)
            && (refused(self.aligned) || outdone(self.aligned))
    }

    /// Whether the sentence denies or refuses something where the question does not: it may be what is asked, by words that were not recognised.
    pub(super) fn is_clouded(&self) -> bool {
        let aligned = self.aligned;
        let denies = |reading: &Reading, text: &str| (0..reading.words.len()).any(|w| is_denying(reading, text, w));
        (self.denies() && !denies(aligned.asked(), &aligned.question.read)) || is_hindered(aligned)
    }

    /// Whether the sentence denies something, other than that something ended, on the same side of its semicolons as what the claim turns on; not only in a clause or
    /// phrase below that which shares nothing with the question: "arrested for driving without a licence".
    pub(super) fn denies(&self) -> bool {
        let (reading, text) = (self.aligned.reading(), &self.aligned.annotation.text);
        let part = |w: usize| reading.words[..w].iter().filter(|word| word.span.of(text) == ";").count();
        let turns: Vec<usize> = self.root().into_iter().flat_map(|t| self.aligned.at(t)).collect();
        let there = |w: usize| turns.is_empty() || turns.iter().any(|&turn| part(turn) == part(w));
        let aside = |w: usize| {
            let denied = reading.words[w].head.unwrap_or(w);
            let below = turns.iter().any(|&turn| turn != denied && reading.is_ancestor(turn, denied));
            below && !reading.subtree(denied).into_iter().any(|w| self.aligned.is_matched(w))
        };
        let denies = |w: usize| is_denying(reading, text, w) && there(w) && !aside(w) && !self.goes_on(predicate(reading, w));
        (0..reading.words.len()).any(denies)
    }

    /// What in the sentence shows that the claim is not so, and the terms that it contradicts.
    pub(super) fn denied(&self) -> Option<(&'static str, Vec<usize>)> {
        let aligned = self.aligned;
        let found = self.contradiction?;
        (!self.negated()).then(|| {
            let words = found.1.map(|w| phrase(aligned.asked(), w)).unwrap_or_default();
            (found.0, words.into_iter().filter_map(|w| aligned.term(w)).filter(|&t| !aligned.holds(t)).collect())
        })
    }

    /// What in the sentence contradicts the claim, and the word of the question that it contradicts.
    fn find_contradiction(&self) -> Option<(&'static str, Option<usize>)> {
        let aligned = self.aligned;
        let mut missing = (0..aligned.query.terms.len()).filter(|&t| !aligned.holds(t) && !self.is_left_out(t));
        let named = !self.lacks_name();
        if named && self.values.contains(&Finding::Differs) {
            Some(("a sentence gives another number", None))
        } else if named && self.date == Finding::Differs && !self.tells_where() {
            Some(("a sentence gives another date", None))
        } else if named && contradiction::outranked(aligned, self.asked) {
            Some(("a sentence gives another rank", None))
        } else if let Some((word, _)) = self.opposite.filter(|(_, w)| named && !self.is_negated_there(*w)) {
            Some(("a sentence says the opposite", Some(word)))
        } else if let Some(word) = contradiction::other_side(aligned) {
            Some(("a sentence says the opposite", Some(word)))
        } else if let Some(word) = contradiction::sole(aligned) {
            Some(("a sentence says that it is the only one", Some(word)))
        } else if let Some(word) = contradiction::excepted(aligned) {
            Some(("a sentence tells of an exception", Some(word)))
        } else if let Some(word) = contradiction::changed(aligned) {
            Some(("a sentence tells of another time", Some(word)))
        } else if contradiction::reversed(aligned) || contradiction::outdone_by(aligned) {
            Some(("a sentence has it the other way round", None))
        } else if contradiction::elsewhere(aligned).is_some() {
            Some(("a sentence gives another place", aligned.asked().root()))
        } else {
            let other = missing.find(|&t| contradiction::filler(aligned, t).is_some());
            other.map(|t| ("a sentence has another in its place", Some(aligned.head(t))))
        }
    }

    /// Whether the question asks where somebody was or with whom, which lasts: another date says nothing of it.
    fn tells_where(&self) -> bool {
        let asked = self.aligned.asked();
        asked.root().is_some_and(|root| is_copular(asked, root) && case(asked, &self.aligned.question.read, root).is_some())
    }

    /// Whether a word of the sentence is negated. What was not ended or refused goes on, unless the question asks for that end.
    pub(super) fn is_negated_there(&self, word: usize) -> bool {
        let reading = self.aligned.reading();
        is_negated(reading, &self.aligned.annotation.text, word) && !self.goes_on(predicate(reading, word))
    }

    /// Whether a verb, if it is negated, says that something goes on: one of ending or refusing that the question does not have.
    fn goes_on(&self, verb: usize) -> bool {
        let (reading, words) = (self.aligned.reading(), &self.aligned.question.wording.refusals);
        let ends = words.ending.has(&reading.words[verb].lemma) || refuses(words, reading, verb);
        ends && !self.aligned.is_matched(verb)
    }

    /// Whether question and sentence differ in polarity: the word around which the claim is made is negated in one of them alone, or by weight most of what
    /// they share. A question that denies agrees with a sentence that denies any of the same.
    pub(super) fn negated(&self) -> bool {
        let aligned = self.aligned;
        let (reading, text) = (aligned.reading(), aligned.annotation.text.as_str());
        let terms = || (0..aligned.query.terms.len()).filter(|&t| !aligned.is_topic(t));
        let excluded = (0..aligned.query.terms.len()).any(|t| aligned.at(t).any(|w| is_excluded(reading, text, w)));
        if asks_negatively(aligned) {
            let denied = terms().any(|t| aligned.at(t).any(|w| self.is_negated_there(w)));
            return !denied ^ excluded;
        }
        let (mut against, mut total) = (0.0, 0.0);
        for t in terms() {
            let images: Vec<usize> = aligned.at(t).collect();
            if images.is_empty() {
                continue;
            }
            let turned = images.iter().filter(|&&w| self.is_turned(t, w)).count();
            let weight = aligned.query.terms[t].weight;
            total += weight;
            against += weight * turned as f64 / images.len() as f64;
        }
        let root: Vec<(usize, usize)> = self.root().into_iter().flat_map(|t| aligned.at(t).map(move |w| (t, w))).collect();
        let denies = |&(t, w): &(usize, usize)| self.is_turned(t, w);
        // "There is no airport (the nearest airport is …)": of what there is one denial is enough.
        let exists = aligned.asked().words.iter().any(|w| w.relation == Relation::Expl);
        // "She had no radio with her": of what somebody has likewise.
        let having = aligned.asked().root().filter(|&r| HAVING.contains(&&*aligned.asked().words[r].lemma));
        let owned = having.and_then(|r| aligned.asked().child(r, Relation::Obj)).and_then(|o| aligned.term(o));
        let without = |w: usize| reading.children(w).any(|c| fold(reading.words[c].span.of(text)) == "without");
        let none = owned.is_some_and(|t| aligned.at(t).any(|w| self.is_turned(t, w)))
            || having.is_some() && terms().any(|t| !self.is_left_out(t) && aligned.at(t).next().is_some() && aligned.at(t).all(without));
        let denied = !root.is_empty() && (root.iter().all(denies) || exists && root.iter().any(denies));
        (denied || none || total > 0.0 && against * 2.0 >= total) ^ excluded
    }

    /// Whether a word of the sentence is negated and the question's term that it stands for is not, or the other way round: "he refused to sing" denies that he
    /// sang, and agrees with "did he refuse to sing?".
    pub(super) fn is_turned(&self, term: usize, word: usize) -> bool {
        let aligned = self.aligned;
        let asked = is_negated(aligned.asked(), &aligned.question.read, aligned.head(term)) && !is_contracted(aligned);
        self.is_negated_there(word) != asked
    }
}

/// Whether the question claims that something is not so: "Did he not come?", "Has she never won?"; "Didn't he come?" expects that he did.
pub(super) fn asks_negatively(aligned: &Aligned) -> bool {
    let (reading, text) = (aligned.asked(), aligned.question.read.as_str());
    reading.root().is_some_and(|root| predicate_negated(reading, text, root)) && !is_contracted(aligned)
}

/// Whether the question expects a yes: "Didn't he come?"
fn is_contracted(aligned: &Aligned) -> bool {
    aligned.asked().words.iter().any(|w| w.span.of(&aligned.question.read).eq_ignore_ascii_case("n't"))
}
