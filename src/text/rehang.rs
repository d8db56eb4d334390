//! Words that hang where they cannot: on a mark, on a preposition, as the agent of an active verb or the subject of one in the passive, as the
//! object or the subject of a verb of another clause, as another thing than the rest of their name. The root stays as it is.

use super::syntax::{Pos, Relation, Tag};
use super::wordnet::is_word;

/// The tree of a sentence with its words and tags.
pub struct Tree<'a> {
    pub forms: &'a [&'a str],
    pub tags: &'a [(Tag, Pos)],
    pub heads: &'a mut [Option<usize>],
    pub relations: &'a mut [Relation],
}

/// Mends all that is named at the head of this file.
pub fn rehang(mut tree: Tree) {
    for word in 0..tree.forms.len() {
        tree.free_from_mark(word);
        tree.join_in_law(word);
        tree.put_beside(word);
        tree.free_from_preposition(word);
        tree.free_from_verb(word);
        tree.free_from_year(word);
        tree.join_to_subject(word);
        tree.rename_agent(word);
        tree.rename_subject(word);
        tree.join_name(word);
        tree.join_owner(word);
        tree.call_subject(word);
        tree.give_subject(word);
        tree.give_subject_to_main_clause(word);
        tree.join_subjects(word);
        tree.join_kind(word);
        tree.take_preposition(word);
        tree.name_again(word);
        tree.stay_before_semicolon(word);
        tree.go_on_behind_semicolon(word);
        tree.agree_in_number(word);
    }
}

impl Tree<'_> {
    /// A mark has nothing below it: what hangs on one belongs to what the mark hangs on.
    fn free_from_mark(&mut self, word: usize) {
        let Some(mark) = self.heads[word].filter(|&head| self.tags[head].1 == Pos::Punct) else { return };
        let Some(above) = std::iter::successors(self.heads[mark], |&w| self.heads[w]).find(|&w| self.tags[w].1 != Pos::Punct) else {
            return;
        };
        self.heads[word] = Some(above);
        let asks = matches!(self.tags[word].0, Tag::Wdt | Tag::Wp);
        if !asks && matches!(self.relations[word].base(), Relation::Nsubj | Relation::Obj | Relation::Appos) {
            let name = self.is_noun(above) && above < word;
            self.relations[word] = if name { Relation::Appos } else { Relation::Parataxis };
        }
    }

    /// "Her brother-in-law Olin Pask, a diver": the four parts behind the noun have nothing below them; what hangs on one belongs to the noun.
    fn join_in_law(&mut self, word: usize) {
        let parts = word + 1..word + 5;
        if self.forms.get(parts.clone()) != Some(&["-", "in", "-", "law"]) {
            return;
        }
        let above = std::iter::successors(Some(word), |&w| self.heads[w]).take_while(|w| (word..parts.end).contains(w)).last();
        let head = above.and_then(|last| Some((last, self.heads[last]?)));
        let Some((last, _)) = head.filter(|&(_, head)| !parts.clone().any(|part| self.is_below(head, part))) else { return };
        (self.heads[word], self.relations[word]) = (self.heads[last], self.relations[last]);
        for w in 0..self.heads.len() {
            if parts.contains(&w) {
                self.relations[w] = if self.forms[w] == "-" { Relation::Punct } else { Relation::Flat };
            }
            if parts.contains(&w) || self.heads[w].is_some_and(|head| parts.contains(&head)) {
                self.heads[w] = Some(word);
            }
        }
    }

    /// "oak or ash, which is it?": a question word with a copula and a subject is no subject of what stands before it.
    fn put_beside(&mut self, word: usize) {
        let asks = matches!(self.tags[word].0, Tag::Wdt | Tag::Wp) && self.relations[word] == Relation::Nsubj;
        let Some(root) = self.heads.iter().position(Option::is_none).filter(|&root| asks && root < word) else { return };
        if self.has(word, |relation| relation == Relation::Cop) && self.has(word, |relation| relation == Relation::Nsubj) {
            (self.heads[word], self.relations[word]) = (Some(root), Relation::Parataxis);
            if word - 1 != root && self.tags[word - 1].0 == Tag::Comma {
                self.heads[word - 1] = Some(word);
            }
        }
    }

    /// "sold a boat on 3 May", "met Ada Marlow (formerly of the club)": a noun behind the preposition, or the adverb by itself, that it hangs on takes its place.
    fn free_from_preposition(&mut self, word: usize) {
        use Relation::*;
        let oblique = matches!(self.relations[word], Obl | Nmod | OblUnmarked | Parataxis | Appos)
            && matches!(self.tags[word].1, Pos::Noun | Pos::Propn | Pos::Num);
        let Some(above) = self.heads[word].filter(|&above| oblique && above < word) else { return };
        let Some(head) = self.heads[above].filter(|&head| head < above) else { return };
        let (head, relation, own) = match (self.tags[above].1, self.relations[above]) {
            (Pos::Adp, Case) => {
                let verb = self.heads[head].filter(|_| self.relations[word] == Obl && self.relations[head] == Obj);
                (verb.unwrap_or(head), if verb.is_some() || !self.is_noun(head) { Obl } else { Nmod }, Case)
            }
            (Pos::Adv, Parataxis | Appos) if self.is_noun(head) => (head, Appos, Advmod),
            _ => return,
        };
        (self.heads[word], self.relations[word]) = (Some(head), relation);
        (self.heads[above], self.relations[above]) = (Some(word), own);
        (0..self.heads.len())
            .filter(|&w| self.heads[w] == Some(above))
            .collect::<Vec<_>>()
            .into_iter()
            .for_each(|w| self.heads[w] = Some(word));
    }

    /// "the movement opposing the law", "a member who opposed the law": a participle that is no preposition describes the noun before it and has the noun behind it for its
    /// object, and so does a verb behind a relative pronoun.
    fn free_from_verb(&mut self, word: usize) {
        let (tag, case) = (self.tags[word].0, self.relations[word] == Relation::Case);
        let participle = tag == Tag::Vbg && !is_preposition(self.forms[word]);
        let finite = matches!(tag, Tag::Vbd | Tag::Vbz | Tag::Vbp);
        let Some(before) = word.checked_sub(1).filter(|_| case && (participle || finite)) else { return };
        let Some(object) = self.heads[word].filter(|&object| object > word && !self.is_below(before, object)) else { return };
        if participle && self.is_noun(before) {
            (self.heads[word], self.relations[word]) = (Some(before), Relation::Acl);
        } else if finite && matches!(self.tags[before].0, Tag::Wp | Tag::Wdt) && self.heads[object] == Some(before) {
            (self.heads[word], self.relations[word]) = (self.heads[before], Relation::AclRelcl);
            (self.heads[before], self.relations[before]) = (Some(word), Relation::Nsubj);
        } else {
            return;
        }
        (self.heads[object], self.relations[object]) = (Some(word), Relation::Obj);
    }

    /// "the Orm Medal in 1956, a prize of the guild in 1961 and the freedom of Velm in 1970": what is listed with its years is joined to what was listed first, not to a year.
    fn free_from_year(&mut self, word: usize) {
        let joined = self.is_noun(word) && matches!(self.relations[word], Relation::Appos | Relation::Conj);
        let is_year =
            |year: usize| self.forms[year].len() == 4 && self.tags[year].0 == Tag::Cd && self.relations[year].base() != Relation::Nummod;
        let Some(year) = self.heads[word].filter(|&year| joined && year < word && is_year(year)) else { return };
        let Some(above) = self.heads[year].filter(|_| self.has(word, |relation| relation == Relation::Det)) else { return };
        let object = |w: usize| self.heads[w] == Some(above) && matches!(self.relations[w], Relation::Obj | Relation::NsubjPass);
        let Some(mut first) = Some(above).filter(|&noun| self.is_noun(noun)).or_else(|| (above..year).rev().find(|&w| object(w))) else {
            return;
        };
        while let Some(head) = self.heads[first].filter(|_| self.relations[first] == Relation::Conj) {
            first = head;
        }
        (self.heads[word], self.relations[word]) = (Some(first), Relation::Conj);
    }

    /// "She was elected, read the rules and left": a clause with a subject and nothing that makes it depend on another is the first of the verbs that share the subject.
    fn join_to_subject(&mut self, word: usize) {
        let Some(verb) = self.heads[word].filter(|&verb| self.relations[word] == Relation::Advcl && word < verb) else { return };
        let subject = |relation: Relation| relation.base() == Relation::Nsubj;
        let finite = matches!(self.tags[verb].0, Tag::Vbd | Tag::Vbz | Tag::Vbp);
        let helped = |relation: Relation| matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Cop);
        let depends = (0..self.forms.len()).any(|w| {
            self.heads[w] == Some(word) && (self.relations[w] == Relation::Mark || matches!(self.tags[w].0, Tag::Wrb | Tag::Wdt | Tag::Wp))
        });
        let Some(above) = self.heads[verb].filter(|_| finite && !depends && self.has(word, subject) && self.has(word, helped)) else {
            return;
        };
        if self.has(verb, subject) {
            return;
        }
        (self.heads[word], self.relations[word]) = (Some(above), self.relations[verb]);
        (self.heads[verb], self.relations[verb]) = (Some(word), Relation::Conj);
    }

    /// "was she introduced to": the subject of a verb with an auxiliary of the passive.
    fn rename_subject(&mut self, word: usize) {
        let Some(verb) = self.heads[word].filter(|_| self.relations[word] == Relation::Nsubj) else { return };
        if self.has(verb, |relation| relation == Relation::AuxPass) {
            self.relations[word] = Relation::NsubjPass;
        }
    }

    /// "grew by ten", "for having printed a speech by the mayor": a verb with a subject or an auxiliary has an agent only in the passive.
    fn rename_agent(&mut self, word: usize) {
        let Some(verb) = self.heads[word].filter(|_| self.relations[word] == Relation::OblAgent) else { return };
        let passive = self.has(verb, |relation| matches!(relation, Relation::AuxPass | Relation::NsubjPass));
        if !passive && self.has(verb, |relation| matches!(relation, Relation::Aux | Relation::Nsubj)) {
            self.relations[word] = Relation::Obl;
        }
    }

    /// "the steamer Lady Annis struck", "Ada Marlow and SOS Harbour": a name right behind a name that is the subject of the same verb, or is joined to one, is
    /// part of it; so is a word of another language behind one ("the Courant paysan ouvrier").
    fn join_name(&mut self, word: usize) {
        if word == 0
            || self.heads[..word].contains(&Some(word))
            || !matches!(self.relations[word], Relation::Nsubj | Relation::Appos | Relation::Xcomp)
        {
            return;
        }
        let part = |w: usize| self.relations[w] == Relation::Flat;
        let Some(name) = std::iter::successors(Some(word - 1), |&w| self.heads[w].filter(|_| part(w))).last() else { return };
        let is_name = |w: usize| self.tags[w].0 == Tag::Nnp;
        let twice = self.relations[word] == self.relations[name] && self.heads[word] == self.heads[name];
        let joined = self.relations[name] == Relation::Conj && self.heads[word].is_some_and(|head| self.is_below(name, head));
        let foreign = |w: usize| self.tags[w].1 == Pos::Noun && !is_word(self.forms[w]);
        if self.is_below(name, word) {
            return;
        }
        if is_name(word) && is_name(word - 1) && (twice || joined) || foreign(word) && foreign(word - 1) {
            (self.heads[word], self.relations[word]) = (Some(name), Relation::Flat);
        }
    }

    /// "Who was Ada Marlow-Pask's father?": where only the end of a name owns a noun, and the noun is put beside its beginning, the whole name owns it.
    fn join_owner(&mut self, word: usize) {
        use Relation::*;
        let Some(noun) = self.heads[word].filter(|&noun| self.relations[word] == NmodPoss && self.relations[noun] == Appos) else { return };
        let Some(first) = self.heads[noun].filter(|&first| first < word) else { return };
        if (first..=word).any(|w| self.tags[w].0 != Tag::Nnp && self.forms[w] != "-") || self.is_below(first, word) {
            return;
        }
        let copula = self.heads[first].filter(|&above| self.relations[above] == Cop).and_then(|copula| self.heads[copula]);
        (self.heads[noun], self.relations[noun]) = (copula.or(self.heads[first]), self.relations[first]);
        (self.heads[first], self.relations[first]) = (Some(noun), NmodPoss);
        (self.heads[word], self.relations[word]) = (Some(first), Flat);
        for case in word + 1..noun {
            if self.heads[case] == Some(word) && self.relations[case] == Case {
                self.heads[case] = Some(first);
            }
        }
    }

    /// "whose leader Ada Marlow succeeded her": the noun behind "whose" is no object if a name stands right behind it and the verb has an object already.
    fn call_subject(&mut self, word: usize) {
        let Some(verb) = self.heads[word].filter(|&verb| self.relations[word] == Relation::Obj && word < verb) else { return };
        let whose = word > 0 && self.tags[word - 1].0 == Tag::WpPossessive && self.heads[word - 1] == Some(word);
        let of_verb = |w: usize, relation: Relation| self.heads[w] == Some(verb) && self.relations[w] == relation;
        let name = word + 1;
        if whose && of_verb(name, Relation::Nsubj) && (verb + 1..self.heads.len()).any(|w| of_verb(w, Relation::Obj)) {
            self.relations[word] = Relation::Nsubj;
            (self.heads[name], self.relations[name]) = (Some(word), Relation::Appos);
        }
    }

    /// "On May Day, known as Ring Day, villagers tie ribbons": a noun behind a comma that explains a name does not, where a verb without a subject stands right behind it.
    fn give_subject(&mut self, word: usize) {
        let bare = self.tags[word].0 == Tag::Nns && !self.has(word, |relation| matches!(relation, Relation::Case | Relation::Det));
        let explains = self.relations[word] == Relation::Appos && bare;
        let first = (0..=word).find(|&w| self.is_below(w, word)).unwrap_or(word);
        let comma = first > 0 && self.forms[first - 1] == "," || self.forms[first] == ",";
        let Some(name) = self.heads[word].filter(|&name| explains && comma && name < word) else { return };
        let last = (word..self.forms.len()).rev().find(|&w| self.is_below(w, word)).unwrap_or(word);
        let adverb = |w: &usize| matches!(self.tags[*w].1, Pos::Adv | Pos::Aux);
        let Some(verb) = (last + 1..self.forms.len()).find(|w| !adverb(w)) else { return };
        let finite = matches!(self.tags[verb].0, Tag::Vbd | Tag::Vbz | Tag::Vbp) && self.is_below(name, verb);
        if finite && !self.has(verb, |relation| matches!(relation.base(), Relation::Nsubj | Relation::Csubj | Relation::Expl)) {
            (self.heads[word], self.relations[word]) = (Some(verb), Relation::Nsubj);
        }
    }

    /// "After launching her campaign Marlow was fined": a name right before the verb of the main clause, which has no subject, is that, and the noun before it the object of the
    /// participle.
    fn give_subject_to_main_clause(&mut self, word: usize) {
        let Some(participle) = self.heads[word].filter(|_| self.relations[word] == Relation::Obj && self.tags[word].0 == Tag::Nnp) else {
            return;
        };
        let opens = self.tags[participle].0 == Tag::Vbg && self.relations[participle] == Relation::Advcl;
        let Some(verb) = self.heads[participle].filter(|&verb| opens && verb > word) else { return };
        let part = |w: usize| self.heads[w] == Some(word) && self.relations[w] == Relation::Flat;
        let helps = |w: usize| self.heads[w] == Some(verb) && matches!(self.tags[w].1, Pos::Aux | Pos::Adv);
        let behind = (word + 1..verb).find(|&w| !part(w)).unwrap_or(verb);
        if !(behind..verb).all(helps)
            || self.has(verb, |relation| matches!(relation.base(), Relation::Nsubj | Relation::Csubj | Relation::Expl))
        {
            return;
        }
        let noun = word.checked_sub(1).filter(|&noun| self.heads[noun] == Some(word) && self.tags[noun].1 == Pos::Noun);
        let owned =
            |w: usize| self.heads[w] == Some(word) && w < word && matches!(self.relations[w].base(), Relation::NmodPoss | Relation::Det);
        let Some(noun) = noun.filter(|_| (0..word).any(owned)) else { return };
        for w in (0..noun).filter(|&w| self.heads[w] == Some(word)).collect::<Vec<_>>() {
            self.heads[w] = Some(noun);
        }
        (self.heads[noun], self.relations[noun]) = (Some(participle), Relation::Obj);
        let passive = self.has(verb, |relation| relation == Relation::AuxPass);
        (self.heads[word], self.relations[word]) = (Some(verb), if passive { Relation::NsubjPass } else { Relation::Nsubj });
    }

    /// "Ada Marlow, Ben Ortiz and the union were there": a subject behind a comma and another subject, to which more is joined, is joined to that one.
    fn join_subjects(&mut self, word: usize) {
        let above = self.heads[word];
        let subject = |w: usize| self.heads[w] == above && self.relations[w] == Relation::Nsubj && self.is_noun(w);
        let Some(first) = (0..word).find(|&w| subject(w)).filter(|_| subject(word)) else { return };
        let others: Vec<usize> =
            (word..self.heads.len()).filter(|&w| self.heads[w] == Some(word) && self.relations[w] == Relation::Conj).collect();
        let begins = (first + 1..=word).find(|&w| self.heads[w] == Some(word)).unwrap_or(word);
        let comma = (first + 1..=begins).find(|&w| self.tags[w].0 == Tag::Comma);
        let Some(comma) = comma.filter(|&comma| !others.is_empty() && comma + 1 >= begins && !self.is_below(word, comma)) else { return };
        self.heads[comma] = Some(word);
        for joined in others.into_iter().chain([word]) {
            (self.heads[joined], self.relations[joined]) = (Some(first), Relation::Conj);
        }
    }

    /// "at the Ando marshalling yard": where a bare noun is the object of what a name with an article is doing, the three are one noun.
    fn join_kind(&mut self, word: usize) {
        let Some(kind) = word.checked_sub(1).filter(|_| self.relations[word] == Relation::Obj && self.tags[word].0 == Tag::Nn) else {
            return;
        };
        let name = self.heads[kind].filter(|&name| name + 1 == kind && self.tags[name].0 == Tag::Nnp);
        let Some(name) = name.filter(|_| self.tags[kind].0 == Tag::Vbg && self.relations[kind] == Relation::Acl) else { return };
        let of = |tree: &Self, w: usize, head: usize| tree.heads[w] == Some(head);
        let alone = (0..self.heads.len()).all(|w| !of(self, w, word) && (w == word || !of(self, w, kind)));
        if !alone || self.heads[word] != Some(kind) || !(0..name).any(|w| of(self, w, name) && self.relations[w] == Relation::Det) {
            return;
        }
        (self.heads[word], self.relations[word]) = (self.heads[name], self.relations[name]);
        for w in 0..self.heads.len() {
            if of(self, w, name) && (w > word || matches!(self.relations[w], Relation::Det | Relation::Case | Relation::Punct)) {
                self.heads[w] = Some(word);
            }
        }
        (self.heads[name], self.relations[name]) = (Some(word), Relation::Compound);
        (self.heads[kind], self.relations[kind]) = (Some(word), Relation::Amod);
    }

    /// "After that she left": what stands right behind a preposition that hangs on a verb with another subject is not its subject.
    fn take_preposition(&mut self, word: usize) {
        let Some(verb) = self.heads[word].filter(|&verb| self.relations[word] == Relation::Nsubj && word > 0 && word < verb) else {
            return;
        };
        let preposition = (self.heads[word - 1], self.relations[word - 1]) == (Some(verb), Relation::Case);
        let subject = |w: usize| self.heads[w] == Some(verb) && self.relations[w].base() == Relation::Nsubj;
        if preposition && (word + 1..verb).any(subject) {
            self.heads[word - 1] = Some(word);
            self.relations[word] = Relation::Obl;
        }
    }

    /// "Ada Marlow, a teacher, …", "was followed by Ada Marlow, the first woman to lead it": a noun with an article behind a name and a comma says who that is,
    /// and is neither joined to it nor the object of a verb to which another was joined since.
    fn name_again(&mut self, word: usize) {
        let first = (0..word).rev().take_while(|&w| self.heads[w] == Some(word) && self.tags[w].1 != Pos::Punct).last().unwrap_or(word);
        let article = matches!(self.forms[first], "a" | "an" | "the") && self.is_noun(word);
        if !article || first < 2 || self.forms[first - 1] != "," || self.tags[first - 2].0 != Tag::Nnp {
            return;
        }
        let part = |w: usize| matches!(self.relations[w], Relation::Flat | Relation::Compound);
        let Some(name) = std::iter::successors(Some(first - 2), |&w| self.heads[w].filter(|_| part(w))).last() else { return };
        let Some(head) = self.heads[word].filter(|_| !self.is_below(name, word)) else { return };
        let below = |of: usize, relation: Relation| {
            (0..self.heads.len()).filter(|&w| self.heads[w] == Some(of) && self.relations[w] == relation).collect::<Vec<_>>()
        };
        let others: Vec<usize> = below(name, Relation::Conj).into_iter().filter(|&w| w != word).collect();
        match self.relations[word] {
            Relation::Conj if head == name && others.is_empty() && below(word, Relation::Cc).is_empty() => {}
            Relation::Conj if head == name => {
                let &[other] = &others[..] else { return };
                let bare = below(other, Relation::Det).is_empty() && self.tags[other].1 == Pos::Noun;
                // "Ada Marlow, a teacher and writer, and Olin Pask" are two.
                let described = self.tags[word].1 == Pos::Noun && self.forms[word].starts_with(char::is_lowercase);
                let named = described && self.tags[other].0 == Tag::Nnp && self.forms[word + 1..other].contains(&",");
                if other < word || !named && (!bare || self.forms[word + 1..other].contains(&",")) {
                    return;
                }
                if !named {
                    self.heads[other] = Some(word);
                }
            }
            Relation::Conj
                if self.tags[head].1 == Pos::Verb
                    && head < name
                    && [Relation::Cc, Relation::Cop, Relation::Nsubj].iter().all(|&of| below(word, of).is_empty()) => {}
            Relation::Obj if below(head, Relation::Conj).iter().any(|&verb| verb < name) => {}
            _ => return,
        }
        (self.heads[word], self.relations[word]) = (Some(name), Relation::Appos);
    }

    /// "Guests cheered; organisers moved the fair": a subject before a semicolon behind which its verb has another belongs to the verb before the semicolon, and so does
    /// what stands before it.
    fn stay_before_semicolon(&mut self, word: usize) {
        let Some(verb) = self.heads[word].filter(|_| self.relations[word] == Relation::Nsubj) else { return };
        let Some(end) = (word + 1..verb).find(|&w| self.forms[w] == ";") else { return };
        let another = (end + 1..verb).any(|w| self.heads[w] == Some(verb) && self.relations[w] == Relation::Nsubj);
        let own = (word + 1..end).find(|&w| self.heads[w] == Some(verb) && self.tags[w].1 == Pos::Verb);
        let Some(own) = own.filter(|&own| another && !self.has(own, |relation| relation.base() == Relation::Nsubj)) else { return };
        for w in (0..own).filter(|&w| self.heads[w] == Some(verb)).collect::<Vec<_>>() {
            self.heads[w] = Some(own);
        }
        self.relations[own] = Relation::Parataxis;
    }

    /// "Ada Merrow, who led it for a year; Olin Pask": what stands behind a semicolon does not explain the noun before it, but is listed beside the noun to which the
    /// clause before it belongs.
    fn go_on_behind_semicolon(&mut self, word: usize) {
        let Some(head) = self.heads[word].filter(|_| self.relations[word] == Relation::Appos) else { return };
        if !(head + 1..word).any(|w| self.forms[w] == ";") {
            return;
        }
        let above = std::iter::successors(Some(head), |&w| self.heads[w]);
        let clauses = above.filter(|&w| self.relations[w] == Relation::AclRelcl).filter_map(|w| self.heads[w]);
        (self.heads[word], self.relations[word]) = (Some(clauses.last().unwrap_or(head)), Relation::Conj);
    }

    /// "She praised the show and Marlow was paid": of two nouns before a verb in the singular only the second is its subject; the first is the object of the verb before.
    fn agree_in_number(&mut self, word: usize) {
        let Some(verb) = self.heads[word].filter(|_| self.relations[word].base() == Relation::Nsubj) else { return };
        let Some(above) = self.heads[verb].filter(|&above| self.relations[verb] == Relation::Ccomp && above < word) else { return };
        let under = |tree: &Self, of: usize, relation: Relation| {
            (of + 1..verb).find(|&w| tree.heads[w] == Some(of) && tree.relations[w] == relation)
        };
        let Some(second) = under(self, word, Relation::Conj) else { return };
        let Some(and) = (word..second).find(|&w| self.heads[w] == Some(second) && self.forms[w] == "and") else { return };
        let singular = |w: usize| self.heads[w] == Some(verb) && matches!(self.forms[w], "was" | "is" | "has" | "does");
        if !(second..verb).any(singular) || self.has(above, |relation| relation == Relation::Obj) || self.has(verb, |r| r == Relation::Mark)
        {
            return;
        }
        (self.heads[second], self.relations[second]) = (Some(verb), self.relations[word]);
        (self.heads[word], self.relations[word]) = (Some(above), Relation::Obj);
        self.heads[and] = Some(verb);
        self.relations[verb] = Relation::Conj;
    }

    /// Whether a word is another, or lies below it.
    pub(super) fn is_below(&self, word: usize, above: usize) -> bool {
        std::iter::successors(Some(word), |&w| self.heads[w]).any(|w| w == above)
    }

    pub(super) fn is_noun(&self, word: usize) -> bool {
        matches!(self.tags[word].1, Pos::Noun | Pos::Propn)
    }

    pub(super) fn has(&self, of: usize, is: impl Fn(Relation) -> bool) -> bool {
        (0..self.heads.len()).any(|w| self.heads[w] == Some(of) && is(self.relations[w]))
    }
}

/// Whether a participle is used as a preposition.
fn is_preposition(form: &str) -> bool {
    matches!(
        form,
        "according"
            | "barring"
            | "concerning"
            | "considering"
            | "depending"
            | "during"
            | "excluding"
            | "following"
            | "including"
            | "pending"
            | "regarding"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The heads of "brother-in-law lives" after mending.
    fn check(mut heads: [Option<usize>; 6], expected: [Option<usize>; 6]) {
        let mut relations = [Relation::Dep; 6];
        let tags = [
            (Tag::Nn, Pos::Noun),
            (Tag::Hyph, Pos::Punct),
            (Tag::In, Pos::Adp),
            (Tag::Hyph, Pos::Punct),
            (Tag::Nn, Pos::Noun),
            (Tag::Vbz, Pos::Verb),
        ];
        let forms = ["brother", "-", "in", "-", "law", "lives"];
        Tree { forms: &forms, tags: &tags, heads: &mut heads, relations: &mut relations }.join_in_law(0);
        assert_eq!(heads, expected);
    }

    #[test]
    fn an_in_law_is_one_noun_and_the_tree_stays_one() {
        let joined = [Some(5), Some(0), Some(0), Some(0), Some(0), None];
        check([Some(4), Some(0), Some(4), Some(2), Some(5), None], joined);
        check([Some(5), Some(0), Some(4), Some(2), Some(0), None], joined);
        // The verb above the noun hangs on one of the four parts.
        let below = [Some(5), Some(0), Some(4), Some(2), None, Some(4)];
        check(below, below);
    }
}
