//! The relatives of whom a sentence tells: whose they are, what they are called, which words mean them.

use crate::answer::query::Query;
use crate::facts::annotation::Annotation;
use crate::facts::mentions::noun_gender;
use crate::knowledge::rules::Kin;
use crate::text::fold::fold;
use crate::text::names::{Gender, Mention, NameKind};
use crate::text::{Pos, Reading, Relation, Span, Tag, wordnet};

/// Somebody's relative, as a sentence tells of them.
pub(super) struct Relative<'a> {
    /// Its place in the document.
    pub sentence: usize,
    /// Which kind of relative.
    pub kin: &'a Kin,
    /// Whose relative it is, folded; `None` where the sentence leaves it to the reader.
    pub owner: Option<String>,
    /// What they are called.
    pub names: Vec<Span>,
    /// The words of the sentence that mean them.
    pub places: Vec<usize>,
}

/// The kind of relative that a lemma is a word for.
pub(super) fn kin_of<'k>(kins: &'k [Kin], lemma: &str) -> Option<&'k Kin> {
    let lemma = fold(lemma);
    kins.iter().find(|kin| kin.words.has(&lemma))
}

/// The relatives of whom a sentence tells.
pub(super) fn relatives<'k>(kins: &'k [Kin], query: &Query, sentence: usize) -> Vec<Relative<'k>> {
    let annotation = &query.known.annotations[sentence];
    let words = &annotation.reading.words;
    let teller = Teller { kins, query, sentence, annotation, reading: &annotation.reading };
    let mut found = Vec::new();
    for (word, own) in words.iter().enumerate() {
        let kin = Some(&own.lemma).filter(|_| own.pos == Pos::Noun).and_then(|lemma| kin_of(kins, lemma));
        match kin {
            Some(kin) => {
                found.extend(teller.possessed(word, kin));
                found.extend(if kin.kind == "child" || kin.of.as_deref() == Some("child") { teller.parents(word) } else { Vec::new() });
            }
            _ if own.lemma == "marry" => found.extend(teller.married(word)),
            _ => {}
        }
    }
    found
}

/// A sentence that may tell of relatives.
struct Teller<'k, 'a> {
    kins: &'k [Kin],
    query: &'a Query<'a>,
    sentence: usize,
    annotation: &'a Annotation,
    reading: &'a Reading,
}

impl<'k> Teller<'k, '_> {
    /// "Her father, Ben Orvo", "a brother, Tom", "their daughter Simone", "two daughters, Claire and Mathilde".
    fn possessed(&self, word: usize, kin: &'k Kin) -> Option<Relative<'k>> {
        let possessor = self.reading.child(word, Relation::NmodPoss);
        let names = self.names_behind(word);
        let article = |c: usize| self.reading.words[c].lemma == "a" || self.reading.words[c].relation == Relation::Nummod;
        let listed = self.reading.words[word].tag == Tag::Nns;
        if possessor.is_none() && (names.is_empty() || !listed && !self.reading.children(word).any(article)) {
            return None;
        }
        let places = self.places(word, names.iter().copied());
        let owner = possessor.and_then(|p| self.meant(p));
        Some(Relative { sentence: self.sentence, kin, owner, names: names.iter().map(|n| n.core).collect(), places })
    }

    /// "She married the weaver Tom Orvik", "he was married to Ada Marlow".
    fn married(&self, verb: usize) -> Option<Relative<'k>> {
        let kin = self.kins.iter().find(|kin| kin.kind == "spouse")?;
        let to = |c: usize| self.reading.children(c).any(|c| self.reading.words[c].lemma == "to");
        let partner = self.reading.children(verb).find(|&c| match self.reading.words[c].relation {
            Relation::Obj => true,
            Relation::Obl => to(c),
            _ => false,
        })?;
        let subject = self.reading.child(verb, Relation::Nsubj).or_else(|| self.reading.child(verb, Relation::NsubjPass));
        let own = self.reading.within(self.reading.span_of(&self.reading.subtree(partner)));
        let name = self.people().find(|name| own.contains(&self.head(name)));
        let places = self.places(partner, name);
        let names = name.map(|name| name.core).into_iter().collect();
        Some(Relative { sentence: self.sentence, kin, owner: subject.and_then(|s| self.meant(s)), names, places })
    }

    /// "The third of five children of Jaan Raud, a pilot, and the teacher Aino Lepp": the parents, told apart by their gender.
    fn parents(&self, word: usize) -> Vec<Relative<'k>> {
        let of = |c: &usize| {
            self.reading.children(*c).any(|c| self.reading.words[c].lemma == "of" && self.reading.words[c].relation == Relation::Case)
        };
        // "Her nephew Tom, son of Lena": somebody else's.
        let named = |w: usize| self.people().any(|name| name.core.contains(self.reading.words[w].span));
        let of_another = word > 1 && self.reading.words[word - 1].tag == Tag::Comma && named(word - 2);
        let first = self.reading.children(word).filter(|&c| c > word && self.reading.is(c, Relation::Nmod)).find(of);
        let Some(first) = first.filter(|_| !of_another) else { return Vec::new() };
        let parents: Vec<usize> = std::iter::once(first).chain(self.joined_to(first)).collect();
        let genders: Vec<Option<Gender>> = parents.iter().map(|&parent| self.gender(parent)).collect();
        let other = |gender: Gender| if gender == Gender::Feminine { Gender::Masculine } else { Gender::Feminine };
        // The father is named first where no name tells.
        let usual = |n: usize| if n == 0 { Gender::Masculine } else { Gender::Feminine };
        let told = |n: usize| genders[n].or_else(|| genders.get(1 - n).copied().flatten().map(other));
        let known = |n: usize| told(n).or_else(|| (parents.len() > 1).then_some(usual(n)));
        parents.iter().enumerate().filter_map(|(n, &parent)| self.parent(parent, known(n)?)).collect()
    }

    /// Whom "and" joins to the person at a word, wherever the tree hangs them: before any verb.
    fn joined_to(&self, first: usize) -> Option<usize> {
        let words = &self.reading.words;
        let person = |w: usize| words[w].pos == Pos::Noun && wordnet::is_a(&words[w].lemma, "person") || self.name_of(w).is_some();
        let and = |c: usize| self.reading.is(c, Relation::Conj) && self.reading.child(c, Relation::Cc).is_some();
        (first + 1..words.len()).take_while(|&w| words[w].pos != Pos::Verb).find(|&w| and(w) && person(w))
    }

    /// The gender of the person that a word heads.
    fn gender(&self, head: usize) -> Option<Gender> {
        let lemma = &self.reading.words[head].lemma;
        let female = || ["ess", "woman"].iter().any(|ending| lemma.ends_with(ending)).then_some(Gender::Feminine);
        noun_gender(lemma).or_else(female).or_else(|| self.name_of(head).and_then(|name| name.gender))
    }

    /// The name in the phrase of a word.
    fn name_of(&self, head: usize) -> Option<&Mention> {
        let phrase = self.reading.subtree_without(head, |c| c != head && self.reading.words[c].relation == Relation::Conj);
        self.people().find(|name| phrase.contains(&self.head(name)))
    }

    fn parent(&self, head: usize, gender: Gender) -> Option<Relative<'k>> {
        let kind = if gender == Gender::Feminine { "mother" } else { "father" };
        let kin = self.kins.iter().find(|kin| kin.kind == kind)?;
        let name = self.name_of(head);
        let places = self.places(head, name);
        Some(Relative { sentence: self.sentence, kin, owner: None, names: name.map(|name| name.core).into_iter().collect(), places })
    }

    /// A word and the words of names.
    fn places<'n>(&self, word: usize, names: impl IntoIterator<Item = &'n Mention>) -> Vec<usize> {
        let mut places = vec![word];
        places.extend(names.into_iter().flat_map(|name| self.reading.within(name.core)));
        places.dedup();
        places
    }

    /// The names of people in the sentence.
    fn people(&self) -> impl Iterator<Item = &Mention> {
        self.annotation.names.iter().filter(|name| matches!(name.kind, NameKind::Person | NameKind::Other))
    }

    /// The names right behind a word, or behind a comma or a colon there, and those joined to them; not who does something.
    fn names_behind(&self, word: usize) -> Vec<&Mention> {
        let shown = |w: usize| self.reading.words.get(w).map_or("", |w| w.span.of(&self.annotation.text));
        let first = |name: &Mention| self.reading.within(name.span).start;
        let next = |at: usize| self.people().find(|name| first(name) == at);
        let mark = shown(word + 1);
        let start = word + 1 + usize::from(matches!(mark, "," | ":"));
        let acts = |name: &Mention| mark == "," && self.reading.words[self.head(name)].relation.base() == Relation::Nsubj;
        let Some(name) = next(start).filter(|name| !acts(name)) else { return Vec::new() };
        if self.reading.words[word].tag != Tag::Nns {
            return vec![name];
        }
        let joined = |at: usize| matches!(shown(at - 1), "," | "and");
        let ends = |w: &usize| matches!(shown(*w), ";" | ".");
        let end = (start..self.reading.words.len()).find(ends).unwrap_or(self.reading.words.len());
        let further: Vec<&Mention> = self.people().filter(|name| (start + 1..end).contains(&first(name)) && joined(first(name))).collect();
        // In a list behind a colon, or of which is said how many there are, each may be told of.
        let counted = self.counted(word).map(|all| all.saturating_sub(1)).filter(|&rest| further.len() >= rest);
        if let Some(rest) = counted.or((mark == ":").then_some(further.len())) {
            return std::iter::once(name).chain(further.into_iter().take(rest)).collect();
        }
        let mut names = vec![name];
        for name in further {
            let last = names.last().map_or(start, |last| self.reading.within(last.span).end);
            if first(name) <= last + 2 {
                names.push(name);
            }
        }
        names
    }

    /// How many there are of what a word stands for, where a number stands before it.
    fn counted(&self, word: usize) -> Option<usize> {
        let number = self.reading.child(word, Relation::Nummod)?;
        let value = self.annotation.values.iter().find(|v| v.core.contains(self.reading.words[number].span))?;
        value.kind.amount().filter(|amount| amount.low == amount.high).map(|amount| amount.low as usize)
    }

    /// The word of a name that the rest hangs on.
    fn head(&self, name: &Mention) -> usize {
        let own = self.reading.within(name.core);
        own.clone().find(|&w| self.reading.words[w].head.is_none_or(|head| !own.contains(&head))).unwrap_or(own.start)
    }

    /// Who a word means, folded: `None` where it is "their" or nobody that is known.
    fn meant(&self, word: usize) -> Option<String> {
        if self.reading.words[word].lemma == "their" {
            return None;
        }
        let named = self.query.known.cast.referents(self.sentence).iter().find(|r| (r.first..r.end).contains(&word));
        let shown = self.reading.words[word].span.of(&self.annotation.text);
        let name = named.map_or_else(|| fold(shown), |r| fold(r.name.trim_end_matches("'s")));
        (named.is_some() || self.reading.words[word].pos == Pos::Propn).then(|| name.into_owned())
    }
}
