//! Salience: which candidate a pronoun means.

use super::candidate::{Candidate, topic_candidate};
use super::discourse::{Discourse, REACH};
use crate::facts::phrase::Tree;
use crate::text::names::NameKind;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::wordnet::is_a;

impl Discourse {
    /// The best candidate before word `i`, if no other is as good.
    pub(super) fn best(&self, tree: Tree, i: usize, fits: &dyn Fn(&Candidate) -> bool) -> Option<Candidate> {
        let possessive = tree.tag(i) == Tag::PrpPossessive;
        let clause = tree.head(i);
        let verb = |noun: usize| tree.reading.ancestors(noun).skip(1).find(|&w| matches!(tree.pos(w), Pos::Verb | Pos::Aux));
        let owner = clause.filter(|_| possessive).and_then(|noun| verb(noun).or(tree.head(noun)));
        let topic = self.topic.as_ref().map(topic_candidate).filter(fits);
        let mut ranked: Vec<(i32, &Candidate)> = Vec::new();
        for candidate in self.candidates.iter().rev().filter(|c| fits(c) && c.sentence + REACH >= self.sentence) {
            let co_argument =
                !possessive && candidate.sentence == self.sentence && candidate.governor.is_some() && candidate.governor == clause;
            let within = candidate.sentence == self.sentence && i < candidate.end && candidate.kind.is_none();
            let rival = topic.as_ref().is_some_and(|topic| topic.name != candidate.name && self.yields(candidate, topic));
            let role = possessive && candidate.sentence == self.sentence && self.comes_as(tree, candidate, clause);
            let kin = possessive && clause.is_some_and(|noun| is_a(tree.lemma(noun), "relative"));
            let relative = (candidate.sentence < self.sentence || kin) && self.owner_fits(candidate, fits);
            if co_argument || within || rival || role || relative {
                continue;
            }
            let shared = owner.and_then(|verb| tree.head(verb).filter(|_| candidate.subject && tree.base(verb) == Relation::Conj));
            let governs = |verb: Option<usize>| verb.is_some() && candidate.governor == verb;
            let own = (governs(owner) || governs(shared)) && candidate.sentence == self.sentence && candidate.rank > 0;
            let parallel = candidate.sentence == self.sentence && candidate.subject && tree.base(i) == Relation::Nsubj;
            let salience = self.salience(candidate) + 4 * i32::from(own) + 3 * i32::from(parallel);
            match ranked.iter_mut().find(|(_, other)| other.name == candidate.name) {
                Some((best, other)) => {
                    *best = salience.max(*best);
                    *other = if other.oblique { candidate } else { other };
                }
                None => ranked.push((salience, candidate)),
            }
        }
        if let Some(topic) = topic {
            let excluded = ranked.iter().any(|(_, c)| c.name == topic.name)
                || self.candidates.iter().any(|c| c.sentence == self.sentence && c.name == topic.name && c.governor == clause);
            if !excluded && ranked.iter().all(|(score, _)| *score < 5) {
                return Some(topic);
            }
        }
        ranked.retain(|(score, _)| *score > 2);
        ranked.sort_by_key(|(score, _)| -*score);
        let best = match ranked[..] {
            [(_, only)] => Some(only),
            [(first, best), (second, _), ..] if first > second + 1 => Some(best),
            _ => None,
        };
        // What only stood behind a preposition casts doubt on others and is not itself meant.
        best.filter(|best| !best.oblique).cloned()
    }

    /// Whether a candidate cannot compete with the person the document is about: one whose gender nothing tells, or who was only described, in
    /// another sentence.
    fn yields(&self, candidate: &Candidate, topic: &Candidate) -> bool {
        let described = candidate.sentence < self.sentence && candidate.name.contains("'s ");
        topic.kind == Some(NameKind::Person) && (candidate.gender.is_none() || described)
    }

    /// "chose Ada as her deputy": what somebody comes as is somebody else's.
    fn comes_as(&self, tree: Tree, candidate: &Candidate, noun: Option<usize>) -> bool {
        let Some(noun) = noun.filter(|&noun| tree.by(noun, Relation::Case).any(|case| tree.lower(case) == "as")) else { return false };
        let above = tree.head(noun);
        above == Some(candidate.head) || above.is_some() && above == candidate.governor && tree.base(candidate.head) == Relation::Obj
    }

    /// Whether the one whose relative the candidate is may be meant as well, and was spoken of not long ago.
    fn owner_fits(&self, candidate: &Candidate, fits: &dyn Fn(&Candidate) -> bool) -> bool {
        let near = |c: &&Candidate| c.sentence + REACH >= self.sentence && fits(c);
        candidate.owner.as_ref().is_some_and(|owner| self.candidates.iter().filter(near).any(|c| c.name == *owner))
    }

    fn salience(&self, candidate: &Candidate) -> i32 {
        let topic = self.topic.as_ref().is_some_and(|topic| topic.name == candidate.name);
        let distance = self.sentence.saturating_sub(candidate.sentence) as i32;
        6 - 2 * distance + candidate.rank + 3 * i32::from(topic)
    }
}
