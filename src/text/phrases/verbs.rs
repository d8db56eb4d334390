//! Verb groups: a verb or predicate with its auxiliaries, and what they say of tense, voice and polarity.

use crate::text::{Pos, Reading, Relation, Tag, Voice};

/// When a verb group places what it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroupTense {
    /// "chose", "was chosen", "had chosen", "did choose".
    Past,
    /// "chooses", "is chosen", "has chosen".
    Present,
    /// "will choose", "is going to choose".
    Future,
}

/// A verb, or another predicate with its copula, with its auxiliaries, negation and particle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbGroup {
    /// The full verb or the predicate.
    pub head: usize,
    /// Auxiliaries, copula, negation, the infinitive's "to", the head and its particle, in order.
    pub words: Vec<usize>,
    /// `None` for infinitives and participles without a finite auxiliary.
    pub tense: Option<GroupTense>,
    /// Active or passive.
    pub voice: Voice,
    /// Whether it is denied: "not", "never", "no longer".
    pub negated: bool,
    /// "has chosen", "had been".
    pub perfect: bool,
    /// "is choosing".
    pub progressive: bool,
    /// The modal verb: "can", "would", but not the future's "will".
    pub modal: Option<usize>,
    /// The copula: "was" in "was a driver".
    pub copula: Option<usize>,
    /// The subject, taken from the verb it is coordinated with or complements where it has none of its own.
    pub subject: Option<usize>,
}

impl Reading {
    /// The verb groups in the order of their heads.
    pub fn verb_groups(&self) -> Vec<VerbGroup> {
        (0..self.words.len()).filter_map(|i| self.verb_group(i)).collect()
    }

    /// The verb group whose head is word `head`: a full verb, or anything with a copula.
    pub fn verb_group(&self, head: usize) -> Option<VerbGroup> {
        let word = self.words.get(head)?;
        let copula = self.child(head, Relation::Cop);
        let verb = word.pos == Pos::Verb || word.pos == Pos::Aux && !is_auxiliary(word.relation);
        if !verb && copula.is_none() {
            return None;
        }
        let auxiliaries: Vec<usize> = self.children(head).filter(|&i| is_auxiliary(self.words[i].relation)).collect();
        let negations: Vec<usize> = self
            .children(head)
            .filter(|&i| self.words[i].relation.base() == Relation::Advmod && is_negation(&self.words[i].lemma))
            .collect();
        let others = self.children(head).filter(|&i| {
            self.words[i].relation == Relation::CompoundPrt || self.words[i].tag == Tag::To && self.words[i].relation == Relation::Mark
        });
        let mut words: Vec<usize> = auxiliaries.iter().chain(&negations).copied().chain(others).chain([head]).collect();
        words.sort_unstable();
        let lemma = |i: usize| self.words[i].lemma.as_str();
        let last = copula.unwrap_or(head);
        Some(VerbGroup {
            head,
            tense: self.group_tense(&auxiliaries, last),
            voice: word.morph.voice.unwrap_or(Voice::Act),
            negated: !negations.is_empty() || self.is_denied(head),
            perfect: auxiliaries.iter().any(|&i| lemma(i) == "have"),
            progressive: self.words[last].tag == Tag::Vbg && auxiliaries.iter().any(|&i| lemma(i) == "be" && i < last),
            modal: auxiliaries.iter().copied().find(|&i| self.words[i].tag == Tag::Md && !matches!(lemma(i), "will" | "shall")),
            copula,
            subject: self.subject(head),
            words,
        })
    }

    /// The tense that the first of the auxiliaries, or the verb without any, stands in.
    fn group_tense(&self, auxiliaries: &[usize], last: usize) -> Option<GroupTense> {
        let first = auxiliaries.iter().copied().find(|&i| i != last || auxiliaries.len() == 1).unwrap_or(last);
        let word = &self.words[first];
        match word.tag {
            Tag::Vbd => Some(GroupTense::Past),
            Tag::Vbp | Tag::Vbz => Some(GroupTense::Present),
            Tag::Md if matches!(word.lemma.as_str(), "will" | "shall") => Some(GroupTense::Future),
            Tag::Md => Some(GroupTense::Present),
            _ => None,
        }
    }

    /// Whether the subject or object of `head` is "nobody", "no one" or opens with "no".
    fn is_denied(&self, head: usize) -> bool {
        let denies = |i: usize| matches!(self.words[i].lemma.as_str(), "nobody" | "nothing" | "none" | "neither");
        let no = |i: usize| self.child(i, Relation::Det).is_some_and(|d| self.words[d].lemma == "no");
        self.children(head).any(|i| matches!(self.words[i].relation.base(), Relation::Nsubj | Relation::Obj) && (denies(i) || no(i)))
    }

    /// The subject of a verb or predicate; that of the verb it is coordinated with, complements or modifies where it has none of its own.
    pub fn subject(&self, head: usize) -> Option<usize> {
        let mut at = head;
        for _ in 0..self.words.len() {
            let own =
                self.children(at).find(|&i| matches!(self.words[i].relation, Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter));
            if own.is_some() {
                return own.map(|i| self.antecedent(at, i));
            }
            let word = &self.words[at];
            match word.relation {
                Relation::Acl if matches!(word.tag, Tag::Vbg | Tag::Vbn) => return word.head,
                Relation::Xcomp => match word.head.and_then(|h| self.child(h, Relation::Obj)) {
                    Some(object) => return Some(object),
                    None => at = word.head?,
                },
                Relation::Conj | Relation::Advcl => at = word.head?,
                _ => return None,
            }
        }
        None
    }

    /// What a relative pronoun that is the subject of `verb` stands for; the subject itself where it is none.
    fn antecedent(&self, verb: usize, subject: usize) -> usize {
        let relative = self.words[verb].relation == Relation::AclRelcl && matches!(self.words[subject].tag, Tag::Wdt | Tag::Wp);
        self.words[verb].head.filter(|_| relative).unwrap_or(subject)
    }
}

fn is_auxiliary(relation: Relation) -> bool {
    matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Cop)
}

fn is_negation(lemma: &str) -> bool {
    matches!(lemma, "not" | "n't" | "never" | "nt" | "hardly" | "neither" | "nor")
}
