//! What modifies a noun or goes on from one, hung on that noun where the parser hung it on a verb, a conjunction or a part of the noun; and dates and
//! finite verbs, hung on the verb they belong to. The root stays as it is.

use super::rehang::Tree;
use super::syntax::Relation::*;
use super::syntax::{Pos, Tag};

/// Mends all that is named at the head of this file.
pub fn attach(mut tree: Tree) {
    for word in 0..tree.forms.len() {
        let Some(head) = tree.heads[word] else { continue };
        match tree.relations[word] {
            AclRelcl | Acl | Appos if head < word && matches!(tree.tags[head].1, Pos::Verb | Pos::Aux) => tree.hang_on_noun(word),
            AclRelcl if tree.forms[head] == "name" => tree.hang_on_named(word, head),
            Appos if tree.tags[head].0 == Tag::Prp => tree.complete_naming(word, head),
            Conj if tree.is_noun(word) && tree.tags[head].1 == Pos::Verb => tree.join_noun(word, head),
            Conj if tree.tags[word].1 == Pos::Verb && head < word => tree.join_verb(word, head),
            Flat => tree.name_behind_noun(word, head),
            Amod if tree.is_common(word) => tree.relations[word] = Compound,
            Det => tree.determine_whole(word, head),
            Nmod | Obl => tree.place_oblique(word, head),
            Advcl if tree.tells_in_which(word) => tree.hang_on_noun_before(word),
            Advcl | Ccomp | Parataxis => tree.open_clause(word, head),
            _ => {}
        }
        tree.go_past_conjunction(word);
        tree.list_item(word);
    }
}

impl Tree<'_> {
    /// "moved to Ando, where she …", "met women banging pots": a clause that tells of a noun and hangs on a verb belongs to the noun before it; so does
    /// another name behind a comma. A participle with an object is joined to the verb; other clauses without a subject tell of it.
    fn hang_on_noun(&mut self, word: usize) {
        let first = self.first(word);
        let before = first.saturating_sub(1);
        let behind_noun = self.is_nominal(before);
        let comma = self.forms[first] == ",";
        let tells = match self.tags[word].0 {
            Tag::Vbn => first + usize::from(comma) == word,
            tag => tag == Tag::Vbg && first == word,
        };
        match (self.relations[word], self.noun_before(word, first)) {
            (Acl, _) if comma && self.tags[word].0 == Tag::Vbn && self.has(word, |of| of == Obj) => self.relations[word] = Conj,
            (Acl, Some(noun)) if tells && behind_noun => self.heads[word] = Some(noun),
            (Acl, _) => self.relations[word] = Advcl,
            (AclRelcl, Some(noun)) => self.heads[word] = Some(noun),
            (Appos, Some(noun)) if comma || self.forms[before] == "," || behind_noun => self.heads[word] = Some(noun),
            _ => {}
        }
    }

    /// "the name of the ship that sank": what is told is told of the ship.
    fn hang_on_named(&mut self, word: usize, name: usize) {
        let named = (name + 1..word).find(|&w| self.heads[w] == Some(name) && self.relations[w] == Nmod);
        self.heads[word] = named.or(Some(name));
    }

    /// The head of the noun that ends right before `first`, if all of it stands behind the verb that `word` hangs on.
    fn noun_before(&self, word: usize, first: usize) -> Option<usize> {
        let verb = self.heads[word]?;
        let last = (verb + 1..first).rev().find(|&w| !matches!(self.tags[w].1, Pos::Punct | Pos::Adp))?;
        let part = |w: usize| matches!(self.relations[w].base(), Flat | Compound | Nummod | Amod | Det) || self.relations[w] == NmodPoss;
        let up = |&w: &usize| self.heads[w].filter(|&head| part(w) && head != verb);
        let nearest = std::iter::successors(Some(last), up).last().filter(|&noun| noun > verb && self.is_nominal(noun));
        let of_verb = |&w: &usize| self.heads[w] == Some(verb) && self.is_noun(w);
        nearest.filter(|&noun| self.tags[noun].1 != Pos::Num).or_else(|| (verb + 1..first).rev().find(of_verb))
    }

    /// "nicknamed her the Cook": what follows a pronoun without a mark says what she was called.
    fn complete_naming(&mut self, word: usize, pronoun: usize) {
        let marked = (pronoun..word).any(|w| matches!(self.tags[w].0, Tag::Comma | Tag::Colon | Tag::OpenBracket | Tag::Hyph));
        if matches!(self.relations[pronoun], Obj | Iobj) && !marked {
            (self.heads[word], self.relations[word]) = (self.heads[pronoun], Xcomp);
        }
    }

    /// "has 200 inhabitants and imports food", "designed by Ada Marlow and opened by the mayor", "fearing for the masts, and demanded …": a verb that is joined to
    /// a noun or an -ing form is joined to the last verb of its kind above it, or in a clause on that noun.
    fn join_verb(&mut self, word: usize, above: usize) {
        let other = match self.tags[above].1 {
            Pos::Noun | Pos::Propn | Pos::Num => !self.has(above, |of| matches!(of.base(), Cop | Nsubj)),
            _ => self.tags[above].0 == Tag::Vbg && self.is_finite(word) && !self.has(above, |of| matches!(of.base(), Aux | Nsubj)),
        };
        let bare = !self.has(word, |of| matches!(of.base(), Nsubj | Aux | Mark | Det | Amod));
        let participle = |w: usize| self.tags[w] == (Tag::Vbn, Pos::Verb);
        let past = self.is_finite(word) || participle(word) && self.has(word, |of| of == Obj);
        let alike =
            |w: usize| participle(w) && participle(word) || past && (self.is_finite(w) || self.has(w, |of| of == Cop || of.base() == Aux));
        let clause = |w: usize| self.heads[w] == Some(above) && self.relations[w].base() == Acl;
        let is_above = |w: usize| std::iter::successors(self.heads[above], |&w| self.heads[w]).any(|v| v == w);
        if other && bare && (past || participle(word)) {
            let verb = (0..word).rev().find(|&w| alike(w) && (clause(w) || is_above(w)));
            self.heads[word] = verb.or(self.heads[word]);
        }
    }

    /// "sold the boats, the nets and the house": a bare noun that is joined to a verb is joined to the last noun before it, and so is what is joined to it.
    fn join_noun(&mut self, word: usize, verb: usize) {
        let bare = !self.has(word, |of| matches!(of.base(), Nsubj | Cop | Case | Aux | Mark | Obl | Advmod));
        let noun =
            |&w: &usize| self.heads[w] == Some(verb) && (self.relations[w] == Obj || self.relations[w].base() == Obl && self.is_noun(w));
        let new_clause = (1..word).any(|w| self.heads[w] == Some(word) && self.relations[w] == Cc && self.forms[w - 1] == ",");
        if let Some(noun) = (verb + 1..word).rev().find(noun).filter(|_| bare && !new_clause) {
            self.heads[word] = Some(noun);
            for w in word + 1..self.heads.len() {
                if self.heads[w] == Some(word) && self.relations[w] == Conj {
                    self.heads[w] = Some(noun);
                }
            }
        }
    }

    /// "the hydrologist Ada Marlow": a name is no part of the common noun before it, but says who that is.
    fn name_behind_noun(&mut self, word: usize, noun: usize) {
        let small = self.forms[noun].starts_with(char::is_lowercase) && self.tags[noun].1 == Pos::Noun;
        if small && noun < word && self.forms[word].starts_with(char::is_uppercase) {
            self.relations[word] = Appos;
            for w in word + 1..self.heads.len() {
                if self.heads[w] == Some(noun) && self.relations[w] == Flat {
                    self.heads[w] = Some(word);
                }
            }
        }
    }

    /// "The harbour pilots": the article is that of the whole noun.
    fn determine_whole(&mut self, word: usize, part: usize) {
        let Some(whole) = self.heads[part].filter(|&whole| self.relations[part] == Compound && word < part && part < whole) else { return };
        let broken = self.tags[word.saturating_sub(1)..whole].iter().any(|tag| tag.1 == Pos::Punct);
        let determined = (0..whole).any(|w| self.heads[w] == Some(whole) && self.relations[w] == Det);
        if !broken && !determined && self.is_noun(whole) && (self.is_common(whole) || !self.is_common(part)) {
            self.heads[word] = Some(whole);
        }
    }

    /// "married a guide, Tom Orvik, in 2008", "became a citizen in 1984": a year behind a comma or an object is that of the verb. And what a preposition joins to
    /// a noun or a verb is called by what that is.
    fn place_oblique(&mut self, word: usize, head: usize) {
        let year = self.tags[word].0 == Tag::Cd && self.forms[word].len() == 4 && self.forms[word - usize::from(word > 0)] == "in";
        if year && head < word && self.is_noun(head) && self.relations[word] == Nmod {
            let apart = matches!(self.relations[head], Obj | Iobj | Xcomp) || self.forms[self.first(word)] == ",";
            let verb = std::iter::successors(self.heads[head], |&w| self.heads[w]).find(|&w| self.tags[w].1 == Pos::Verb);
            if let Some(verb) = verb.filter(|_| apart) {
                (self.heads[word], self.relations[word]) = (Some(verb), Obl);
            }
            return;
        }
        let part = matches!(self.relations[head].base(), Obj | Obl | Nsubj | Nmod | Conj | Appos);
        let predicate = || self.has(head, |of| matches!(of.base(), Cop | Nsubj | Advmod));
        let asks = matches!(self.tags[word].0, Tag::Wdt | Tag::Wp);
        if self.relations[word] == Obl && head < word && part && !asks && self.is_noun(head) && !predicate() {
            self.relations[word] = Nmod;
        } else if self.relations[word] == Nmod && self.tags[head].1 == Pos::Verb {
            self.relations[word] = Obl;
        }
    }

    /// Whether a clause opens with a preposition and "which", right behind the comma after a noun: "the net game, in which each side …".
    fn tells_in_which(&self, word: usize) -> bool {
        let first = self.first(word);
        let noun = first > 0 && self.forms[first] == "," && self.is_noun(first - 1);
        noun && first + 2 < word && self.tags[first + 1].1 == Pos::Adp && self.tags[first + 2].0 == Tag::Wdt
    }

    /// Such a clause tells of the noun.
    fn hang_on_noun_before(&mut self, word: usize) {
        let last = self.first(word) - 1;
        let part = |w: usize| matches!(self.relations[w].base(), Flat | Compound);
        let noun = std::iter::successors(Some(last), |&w| self.heads[w].filter(|_| part(w))).last().unwrap_or(last);
        (self.heads[word], self.relations[word]) = (Some(noun), AclRelcl);
    }

    /// "left in 2008 since the party had joined the league": a verb without a subject right behind a noun that such a word opens is the verb of its clause.
    fn open_clause(&mut self, word: usize, head: usize) {
        let own = (head + 1..word).find(|&w| self.heads[w] == Some(word)).unwrap_or(word);
        let finite = self.is_finite(word) || self.has(word, |of| of.base() == Aux);
        if head > word || !finite || self.has(word, |of| matches!(of.base(), Nsubj | Mark)) || !self.is_nominal(own - 1) {
            return;
        }
        let opener = |w: usize| self.relations[w] == Case && matches!(self.forms[w], "after" | "as" | "before" | "since" | "until");
        let behind = |w: usize| self.heads[w].filter(|&noun| noun > w && self.last(noun) == own - 1);
        let Some((opener, noun)) = (head + 1..own).rev().filter(|&w| opener(w)).find_map(|w| Some((w, behind(w)?))) else { return };
        let passive = self.has(word, |of| of == AuxPass);
        (self.heads[opener], self.relations[opener]) = (Some(word), Mark);
        (self.heads[noun], self.relations[noun]) = (Some(word), if passive { NsubjPass } else { Nsubj });
        self.relations[word] = Advcl;
    }

    /// "the sprinter Ada Marlow and the later minister": a conjunction has nothing below it, but joins that to what it hangs on.
    fn go_past_conjunction(&mut self, word: usize) {
        let above = self.heads[word].filter(|&above| above < word && (self.relations[above], self.tags[above].0) == (Cc, Tag::Cc));
        let Some(conjunction) = above.filter(|_| !matches!(self.tags[word].1, Pos::Punct | Pos::Cconj | Pos::Adv | Pos::Part)) else {
            return;
        };
        let Some(before) = self.heads[conjunction].filter(|&before| before < conjunction && self.relations[word] != Fixed) else { return };
        for w in conjunction + 1..self.heads.len() {
            if self.heads[w] == Some(conjunction) {
                self.heads[w] = Some(word);
            }
        }
        (self.heads[word], self.relations[word]) = (Some(before), Conj);
        (self.heads[conjunction], self.relations[conjunction]) = (Some(word), Cc);
    }

    /// "three sketches, a song by the pianist and an interview": a noun with "a" is no other name for one without "the" if another is joined behind it.
    fn list_item(&mut self, word: usize) {
        let Some(noun) = self.heads[word].filter(|&noun| self.relations[word] == Appos && noun < word && self.is_common(noun)) else {
            return;
        };
        let indefinite = |w: usize| self.relations[w] == Det && matches!(self.forms[w], "a" | "an");
        let article = (noun + 2..word).find(|&w| self.heads[w] == Some(word) && indefinite(w) && self.forms[w - 1] == ",");
        let known =
            (0..noun).any(|w| self.heads[w] == Some(noun) && (self.relations[w] == NmodPoss || self.relations[w] == Det && !indefinite(w)));
        if article.is_none() || known || !self.is_common(word) {
            return;
        }
        let last = (word + 3..self.heads.len()).find(|&w| {
            let and = (word + 1..w).find(|&and| self.heads[and] == Some(w) && self.relations[and] == Cc);
            let opens = |and: usize| self.heads[and + 1] == Some(w) && matches!(self.relations[and + 1], Det | Nummod | NmodPoss);
            self.relations[w] == Conj && self.is_common(w) && self.is_below(w, word) && and.is_some_and(opens)
        });
        if let Some(last) = last.filter(|&last| !self.forms[word..last].contains(&",")) {
            (self.heads[word], self.relations[word]) = (Some(noun), Conj);
            self.heads[last] = Some(noun);
        }
    }

    /// The first word of what `word` heads.
    fn first(&self, word: usize) -> usize {
        (0..word).find(|&w| self.is_below(w, word)).unwrap_or(word)
    }

    /// The last word of what `word` heads.
    fn last(&self, word: usize) -> usize {
        (word..self.heads.len()).rfind(|&w| self.is_below(w, word)).unwrap_or(word)
    }

    fn is_common(&self, word: usize) -> bool {
        self.tags[word].1 == Pos::Noun
    }

    fn is_nominal(&self, word: usize) -> bool {
        matches!(self.tags[word].1, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num)
    }

    fn is_finite(&self, verb: usize) -> bool {
        matches!(self.tags[verb], (Tag::Vbd | Tag::Vbz | Tag::Vbp, Pos::Verb))
    }
}
