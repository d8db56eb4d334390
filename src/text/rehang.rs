//! Words that hang where they cannot: on a mark, on a preposition, as the agent of an active verb or the subject of one in the passive, as the
//! object of a verb whose clause has ended. The root stays as it is.

use super::syntax::{Pos, Relation, Tag};

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
        tree.put_beside(word);
        tree.free_from_preposition(word);
        tree.rename_agent(word);
        tree.rename_subject(word);
        tree.name_again(word);
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

    /// "oak or ash, which is it?": a question word with a copula and a subject is no subject of what stands before it.
    fn put_beside(&mut self, word: usize) {
        let asks = matches!(self.tags[word].0, Tag::Wdt | Tag::Wp) && self.relations[word] == Relation::Nsubj;
        let Some(root) = self.heads.iter().position(Option::is_none).filter(|&root| asks && root < word) else { return };
        if self.has(word, |relation| relation == Relation::Cop) && self.has(word, |relation| relation == Relation::Nsubj) {
            (self.heads[word], self.relations[word]) = (Some(root), Relation::Parataxis);
            if self.tags[word - 1].0 == Tag::Comma {
                self.heads[word - 1] = Some(word);
            }
        }
    }

    /// "sold a boat on 3 May", "met Ada Marlow (formerly of the club)": a noun behind the preposition, or the adverb by itself, that it hangs on takes its place.
    fn free_from_preposition(&mut self, word: usize) {
        use Relation::*;
        let oblique =
            matches!(self.relations[word], Obl | Nmod | OblUnmarked) && matches!(self.tags[word].1, Pos::Noun | Pos::Propn | Pos::Num);
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
        let inside = std::iter::successors(Some(name), |&w| self.heads[w]).any(|w| w == word);
        let Some(head) = self.heads[word].filter(|_| !inside) else { return };
        let below = |of: usize, relation: Relation| {
            (0..self.heads.len()).filter(|&w| self.heads[w] == Some(of) && self.relations[w] == relation).collect::<Vec<_>>()
        };
        let others: Vec<usize> = below(name, Relation::Conj).into_iter().filter(|&w| w != word).collect();
        match self.relations[word] {
            Relation::Conj if head == name && others.is_empty() && below(word, Relation::Cc).is_empty() => {}
            Relation::Conj if head == name => {
                let &[other] = &others[..] else { return };
                let bare = below(other, Relation::Det).is_empty() && self.tags[other].1 == Pos::Noun;
                if other < word || !bare || self.forms[word + 1..other].contains(&",") {
                    return;
                }
                self.heads[other] = Some(word);
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

    fn is_noun(&self, word: usize) -> bool {
        matches!(self.tags[word].1, Pos::Noun | Pos::Propn)
    }

    fn has(&self, of: usize, is: impl Fn(Relation) -> bool) -> bool {
        (0..self.heads.len()).any(|w| self.heads[w] == Some(of) && is(self.relations[w]))
    }
}
