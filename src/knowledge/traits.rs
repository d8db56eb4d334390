//! Traits: the features that a piece of a sentence has whatever is asked, found once with the sentence's outline.

use std::ops::Range;

use super::rules::Feature;
use super::spans::{Candidate, Form};
use crate::facts::annotation::Annotation;
use crate::facts::children::Children;
use crate::text::{Number, Pos, Relation};

/// The features of a candidate that are not 0, each with its value.
pub type Traits = Vec<(Feature, f64)>;

/// Of a sentence, what its candidates' traits are read off.
pub struct Sentence<'a> {
    /// Its words, values and names.
    pub annotation: &'a Annotation,
    /// For each word, those that depend on it.
    pub children: &'a Children,
    /// For each word, the content word before it.
    pub before: &'a [Option<usize>],
    /// For each word that is indexed, how rare it is: one by the number of sentences that have it.
    pub rarities: &'a [Option<f64>],
}

impl Sentence<'_> {
    /// The traits of one of its candidates.
    pub fn traits(&self, candidate: &Candidate) -> Traits {
        let reading = &self.annotation.reading;
        let words = &candidate.words;
        let head = &reading.words[candidate.head];
        let children = self.children.of(candidate.head);
        let before = words.start.checked_sub(1).map(|w| &reading.words[w]);
        let ahead = &self.annotation.text[..candidate.span.start];
        let flags = [
            (Feature::IsSubject, head.relation.base() == Relation::Nsubj),
            (Feature::IsObject, matches!(head.relation, Relation::Obj | Relation::Iobj)),
            (Feature::Predicate, children.iter().any(|&w| reading.is(w, Relation::Cop))),
            (Feature::HeadProper, head.pos == Pos::Propn),
            (Feature::HeadPlural, head.pos == Pos::Noun && head.morph.number == Some(Number::Plur)),
            (Feature::HeadVerb, head.pos == Pos::Verb),
            (Feature::HeadAdjective, matches!(head.pos, Pos::Adj | Pos::Adv)),
            (Feature::OneWord, words.len() == 1),
            (Feature::TwoWords, words.len() == 2),
            (Feature::ManyWords, (6..=10).contains(&words.len())),
            (Feature::LongSpan, words.len() > 10),
            (Feature::Indefinite, before.is_some_and(|w| matches!(w.lemma.as_str(), "a" | "an") && w.pos == Pos::Det)),
            (Feature::Bracketed, matches!(ahead.trim_end().chars().next_back(), Some('(' | '['))),
            (Feature::OpensSentence, self.before[words.start].is_none()),
            (Feature::Modified, head.pos != Pos::Verb && self.is_part(candidate)),
            (Feature::IsName, matches!(candidate.form, Form::Name(_))),
            (Feature::IsValue, matches!(candidate.form, Form::Value(_))),
            (Feature::IsNounPhrase, matches!(candidate.form, Form::NounPhrase | Form::List)),
            (Feature::IsPrepositional, candidate.form == Form::Prepositional),
            (Feature::IsClause, candidate.form == Form::Clause),
            (Feature::Asked, candidate.form == Form::Asked),
            (Feature::IsFull, candidate.full),
            (Feature::Quoted, candidate.form == Form::Quoted || matches!(ahead.chars().next_back(), Some('"' | '“' | '«'))),
        ];
        let values = [(Feature::Rare, self.rarity(words)), (Feature::Length, (words.len() as f64).ln() / 8f64.ln())];
        let flags = flags.into_iter().filter(|(_, holds)| *holds).map(|(feature, _)| feature);
        flags.chain(self.preposition(candidate)).map(|feature| (feature, 1.0)).chain(values).collect()
    }

    /// The feature of the preposition that governs a candidate.
    fn preposition(&self, candidate: &Candidate) -> Option<Feature> {
        let reading = &self.annotation.reading;
        let mut children = self.children.of(candidate.head).iter();
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
        self.children.of(candidate.head).iter().any(|w| modifies(w) && !candidate.words.contains(w))
    }

    /// The mean rarity of a range's indexed words.
    fn rarity(&self, words: &Range<usize>) -> f64 {
        let indexed = self.rarities[words.clone()].iter().flatten();
        let (sum, count) = indexed.fold((0.0, 0), |(sum, count), rarity| (sum + rarity, count + 1));
        if count > 0 { sum / f64::from(count) } else { 0.0 }
    }
}
