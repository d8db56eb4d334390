//! The place of a candidate in its sentence: what stands beside it, above it and below it in line and tree.

use std::ops::Range;

use crate::answer::query::Query;
use crate::answer::spans::Candidate;
use crate::facts::annotation::Annotation;
use crate::knowledge::index::NO_TERM;
use crate::knowledge::outline::Outline;
use crate::knowledge::rules::{Feature, Features};
use crate::text::{Number, Pos, Relation};

/// Of a sentence, what its candidates' places are judged by.
pub struct Places<'a> {
    query: &'a Query<'a>,
    annotation: &'a Annotation,
    outline: &'a Outline,
    sentence: usize,
    /// For each word, the term of the question that it matches.
    shared: Vec<Option<usize>>,
}

impl<'a> Places<'a> {
    /// Prepares a sentence; `places` are its words that match: place of the word, place of the term.
    pub fn new(query: &'a Query, sentence: usize, places: &[(usize, usize)]) -> Self {
        let annotation = &query.known.annotations[sentence];
        let mut shared = vec![None; annotation.reading.words.len()];
        for &(word, term) in places {
            shared[word] = Some(term);
        }
        Self { query, annotation, outline: query.known.outline(sentence), sentence, shared }
    }

    fn is_shared(&self, word: usize) -> bool {
        self.shared.get(word).is_some_and(Option::is_some)
    }

    /// Sets the features of a candidate's place.
    pub fn features(&self, candidate: &Candidate, features: &mut Features) {
        let mut set = |feature: Feature, value: f64| features[feature as usize] = value;
        let flag = |holds: bool| f64::from(u8::from(holds));
        let reading = &self.annotation.reading;
        let words = &candidate.words;
        let head = &reading.words[candidate.head];
        let outside = |w: &usize| !words.contains(w);
        let parent = head.head.filter(outside);
        set(Feature::WordBefore, flag(self.before(words).is_some_and(|w| self.is_shared(w))));
        set(Feature::WordAfter, flag(self.is_shared(words.end)));
        set(Feature::ParentShared, flag(parent.is_some_and(|p| self.is_shared(p))));
        let children = self.outline.children.of(candidate.head);
        let siblings = |p| self.outline.children.of(p).iter().any(|w| outside(w) && self.is_shared(*w));
        set(Feature::SiblingShared, flag(parent.is_some_and(siblings)));
        set(Feature::ChildShared, flag(children.iter().any(|w| outside(w) && self.is_shared(*w))));
        set(Feature::ClauseShared, self.clause_share(candidate));
        set(Feature::Predicate, flag(children.iter().any(|&w| reading.is(w, Relation::Cop))));
        if let Some(feature) = self.preposition(candidate) {
            set(feature, 1.0);
        }
        set(Feature::HeadProper, flag(head.pos == Pos::Propn));
        set(Feature::HeadPlural, flag(head.pos == Pos::Noun && head.morph.number == Some(Number::Plur)));
        set(Feature::HeadVerb, flag(head.pos == Pos::Verb));
        set(Feature::HeadAdjective, flag(matches!(head.pos, Pos::Adj | Pos::Adv)));
        set(Feature::OneWord, flag(words.len() == 1));
        set(Feature::TwoWords, flag(words.len() == 2));
        set(Feature::ManyWords, flag((6..=10).contains(&words.len())));
        set(Feature::LongSpan, flag(words.len() > 10));
        let before = words.start.checked_sub(1).map(|w| &reading.words[w]);
        set(Feature::Indefinite, flag(before.is_some_and(|w| matches!(w.lemma.as_str(), "a" | "an") && w.pos == Pos::Det)));
        let mark = self.annotation.text[..candidate.span.start].trim_end().chars().next_back();
        set(Feature::Bracketed, flag(matches!(mark, Some('(' | '['))));
        set(Feature::OpensSentence, flag(self.before(words).is_none()));
        set(Feature::Modified, flag(head.pos != Pos::Verb && self.is_part(candidate)));
        set(Feature::Rare, self.rarity(words));
    }

    /// The content word before a range.
    fn before(&self, words: &Range<usize>) -> Option<usize> {
        let all = &self.annotation.reading.words;
        (0..words.start).rev().find(|&w| !matches!(all[w].pos, Pos::Det | Pos::Adp | Pos::Punct | Pos::Aux))
    }

    /// The share of the sentence's matched words, by idf, that stand in the candidate's clause.
    fn clause_share(&self, candidate: &Candidate) -> f64 {
        let own = self.outline.clauses[candidate.head];
        let (mut here, mut all) = (0.0, 0.0);
        for (word, term) in self.shared.iter().enumerate().filter_map(|(w, t)| t.map(|t| (w, t))) {
            if !candidate.words.contains(&word) {
                let weight = self.query.terms[term].weight;
                all += weight;
                here += if self.outline.clauses[word] == own { weight } else { 0.0 };
            }
        }
        if all > 0.0 { here / all } else { 0.0 }
    }

    /// The feature of the preposition that governs a candidate.
    fn preposition(&self, candidate: &Candidate) -> Option<Feature> {
        let reading = &self.annotation.reading;
        let mut children = self.outline.children.of(candidate.head).iter();
        let case = *children.find(|&&c| reading.words[c].relation == Relation::Case && c < candidate.head)?;
        Some(match reading.words[case].lemma.as_str() {
            "in" => Feature::AfterIn,
            "on" => Feature::AfterOn,
            "at" => Feature::AfterAt,
            "by" => Feature::AfterBy,
            "of" => Feature::AfterOf,
            "for" => Feature::AfterFor,
            "to" => Feature::AfterTo,
            "from" => Feature::AfterFrom,
            "with" => Feature::AfterWith,
            "as" => Feature::AfterAs,
            _ => Feature::AfterOther,
        })
    }

    /// Whether the words go on with modifiers of the same head.
    fn is_part(&self, candidate: &Candidate) -> bool {
        use Relation::{Acl, Amod, Compound, Flat, Nmod, Nummod};
        let reading = &self.annotation.reading;
        let modifies = |w: &usize| matches!(reading.words[*w].relation.base(), Acl | Amod | Compound | Flat | Nmod | Nummod);
        self.outline.children.of(candidate.head).iter().any(|w| modifies(w) && !candidate.words.contains(w))
    }

    /// The mean rarity of a range's indexed words.
    fn rarity(&self, words: &Range<usize>) -> f64 {
        let known = self.query.known;
        let ids = known.terms[self.sentence][words.clone()].iter().filter(|id| **id != NO_TERM);
        let (sum, count) = ids.fold((0.0, 0), |(sum, count), id| (sum + 1.0 / known.index.postings(*id).len().max(1) as f64, count + 1));
        if count > 0 { sum / f64::from(count) } else { 0.0 }
    }
}
