//! A plain statement of the treebank, its parts, and how a sentence is put together from them in another order.

use docent::text::{Pos, Relation, Span, Tag};

use crate::conllu::{Gold, Sentence};

/// A plain statement: subject, verb or copula, and what follows.
pub struct Statement<'a> {
    pub words: &'a [Gold],
    pub root: usize,
    pub subject: usize,
    /// The first auxiliary or the copula, which goes before the subject; without one it takes "do".
    pub auxiliary: Option<usize>,
}

impl<'a> Statement<'a> {
    pub fn of(words: &'a [Gold]) -> Option<Self> {
        let root = words.iter().position(|w| w.head.is_none())?;
        let children = || (0..words.len()).filter(|&i| words[i].head == Some(root));
        let subject = children().find(|&i| matches!(words[i].relation, Relation::Nsubj | Relation::NsubjPass) && i < root)?;
        let auxiliary = children().find(|&i| matches!(words[i].relation, Relation::Aux | Relation::AuxPass | Relation::Cop));
        let finite = matches!(words[auxiliary.unwrap_or(root)].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
        let whole = auxiliary.is_none_or(|a| words[a].form.len() > 2 && !words[a].form.contains(['\'', '’']) || words[a].form == "is");
        let plain = whole && words.last()?.form == "." && finite && auxiliary.is_none_or(|a| a > subject) && words[subject].tag != Tag::Wp;
        plain.then_some(Self { words, root, subject, auxiliary })
    }

    /// The phrase of a noun under the root with a question word for its determiner: "how many houses of the town", "which old houses", "which of the
    /// houses", "what kind of house". Heads count on from the statement's last word.
    pub fn asked_phrase(&self, top: usize) -> Vec<Gold> {
        let count = self.words.len();
        let noun = &self.words[top];
        let role = noun.relation;
        let own = |i: &usize| {
            let determiner = self.words[*i].head == Some(top)
                && (matches!(self.words[*i].relation.base(), Relation::Det | Relation::Nummod | Relation::Case | Relation::Punct)
                    || self.words[*i].relation == Relation::NmodPoss);
            self.is_under(*i, top) && !determiner && !self.is_determined_away(*i, top)
        };
        let phrase: Vec<usize> = (0..count).filter(own).collect();
        let mut asked = match (count % 4, noun.tag == Tag::Nns) {
            (0, true) => vec![
                word("How", Tag::Wrb, Pos::Adv, count + 1, Relation::Advmod),
                word("many", Tag::Jj, Pos::Adj, self.root, role),
                word("of", Tag::In, Pos::Adp, 0, Relation::Case),
                word("the", Tag::Dt, Pos::Det, 0, Relation::Det),
            ],
            (1 | 2, true) => {
                vec![word("How", Tag::Wrb, Pos::Adv, count + 1, Relation::Advmod), word("many", Tag::Jj, Pos::Adj, 0, Relation::Amod)]
            }
            (3, false) => vec![
                word("What", Tag::Wdt, Pos::Det, count + 1, Relation::Det),
                word(["kind", "type", "sort", "form"][count / 4 % 4], Tag::Nn, Pos::Noun, self.root, role),
                word("of", Tag::In, Pos::Adp, 0, Relation::Case),
            ],
            (n, _) => vec![word(if n % 2 == 0 { "Which" } else { "What" }, Tag::Wdt, Pos::Det, 0, Relation::Det)],
        };
        let first = asked.len();
        let place = |i: usize| phrase.iter().position(|&old| old == i).map(|at| count + first + at);
        let partitive = asked.iter().position(|word| word.head == Some(self.root)).map(|at| count + at);
        asked.iter_mut().filter(|word| word.head == Some(0) && word.relation != role).for_each(|word| word.head = place(top));
        for &i in &phrase {
            let mut word = self.words[i].clone();
            word.head = word.head.and_then(place);
            if i == top {
                (word.head, word.relation) = partitive.map_or((Some(self.root), role), |at| (Some(at), Relation::Nmod));
            }
            asked.push(word);
        }
        asked
    }

    /// Whether word `i` hangs under a determiner, preposition or owner of `top`.
    pub fn is_determined_away(&self, i: usize, top: usize) -> bool {
        std::iter::successors(Some(i), |&i| self.words[i].head).take_while(|&i| i != top).any(|i| {
            self.words[i].head == Some(top)
                && (matches!(self.words[i].relation.base(), Relation::Det | Relation::Nummod | Relation::Case)
                    || self.words[i].relation == Relation::NmodPoss)
        })
    }

    /// The one preposition of an oblique, before it.
    pub fn case(&self, oblique: usize) -> Option<usize> {
        let mut cases = (0..self.words.len()).filter(|&i| self.words[i].head == Some(oblique) && self.words[i].relation == Relation::Case);
        cases.next().filter(|&case| case < oblique && self.words[case].tag == Tag::In && cases.next().is_none())
    }

    pub fn child(&self, is: impl Fn(&Gold) -> bool) -> Option<usize> {
        (self.root + 1..self.words.len()).find(|&i| self.words[i].head == Some(self.root) && is(&self.words[i]))
    }

    /// Whether word `i` hangs under `top`.
    pub fn is_under(&self, i: usize, top: usize) -> bool {
        std::iter::successors(Some(i), |&i| self.words[i].head).any(|i| i == top)
    }

    /// The question with `asked` in front (heads count on from the statement's last word), without the branch of `removed`.
    pub fn build(&self, asked: Vec<Gold>, removed: Option<usize>, inverted: bool) -> Option<Sentence> {
        self.build_with(asked, removed, inverted, None)
    }

    /// As [`Statement::build`]; `stranded` is a preposition that stays where it was, with its new head.
    pub fn build_with(
        &self,
        asked: Vec<Gold>,
        removed: Option<usize>,
        inverted: bool,
        stranded: Option<(usize, usize)>,
    ) -> Option<Sentence> {
        let count = self.words.len();
        let outside = |&i: &usize| self.is_under(i, self.subject) || !self.is_dropped(i);
        let stays = |&i: &usize| removed.is_none_or(|top| !self.is_under(i, top)) || stranded.is_some_and(|(case, _)| case == i);
        let kept: Vec<usize> = (0..count).filter(outside).filter(stays).collect();
        let mut sequence: Vec<(usize, Gold)> = asked.into_iter().enumerate().map(|(i, word)| (count + i, word)).collect();
        let verb = &self.words[self.root];
        let mut root = verb.clone();
        if inverted {
            match self.auxiliary {
                Some(auxiliary) => sequence.push((auxiliary, self.words[auxiliary].clone())),
                None => {
                    let form = match verb.tag {
                        Tag::Vbd => "did",
                        Tag::Vbz => "does",
                        _ => "do",
                    };
                    sequence
                        .push((2 * count, Gold { lemma: "do".to_string(), ..word(form, verb.tag, Pos::Aux, self.root, Relation::Aux) }));
                    root = Gold { form: verb.lemma.clone(), tag: Tag::Vb, ..root };
                }
            }
            sequence.extend(kept.iter().filter(|&&i| self.is_under(i, self.subject)).map(|&i| (i, self.words[i].clone())));
        }
        let left = |i: &&usize| !(inverted && (self.is_under(**i, self.subject) || Some(**i) == self.auxiliary));
        let placed = |&i: &usize| match stranded {
            Some((case, head)) if case == i => (i, Gold { head: Some(head), ..self.words[i].clone() }),
            _ if i == self.root => (i, root.clone()),
            _ => (i, self.words[i].clone()),
        };
        sequence.extend(kept.iter().filter(left).map(placed));
        sequence.push((3 * count, word("?", Tag::Stop, Pos::Punct, self.root, Relation::Punct)));
        finish(sequence)
    }

    /// Whether word `i` is left out of every question: what stands before the subject, punctuation, asides.
    pub fn is_dropped(&self, i: usize) -> bool {
        let top = std::iter::successors(Some(i), |&i| self.words[i].head).find(|&i| self.words[i].head == Some(self.root));
        let Some(top) = top else { return false };
        let relation = self.words[top].relation.base();
        let aside = matches!(
            relation,
            Relation::Punct
                | Relation::Parataxis
                | Relation::Discourse
                | Relation::Conj
                | Relation::Cc
                | Relation::Vocative
                | Relation::Mark
        );
        aside || top < self.subject && top != self.root
    }
}

/// A sentence of these words, one blank between each two.
pub fn sentence(words: Vec<Gold>) -> Sentence {
    let text = words.iter().map(|word| word.form.as_str()).collect::<Vec<_>>().join(" ");
    Sentence { origin: String::new(), text, words, spans: Vec::<Span>::new() }
}

/// A word that a sentence began with, number nought, as it stands within another.
pub fn capital_dropped(word: &Gold, number: usize) -> Gold {
    let small = number == 0 && word.pos != Pos::Propn && word.form != "I" && word.form.chars().skip(1).all(char::is_lowercase);
    let form = if small { word.form.to_lowercase() } else { word.form.clone() };
    Gold { form, ..word.clone() }
}

/// The words in their new order, numbered anew.
pub fn finish(sequence: Vec<(usize, Gold)>) -> Option<Sentence> {
    let place = |old: usize| sequence.iter().position(|&(i, _)| i == old);
    let mut words = Vec::new();
    for (at, (old, word)) in sequence.iter().enumerate() {
        let head = match word.head {
            None => None,
            Some(head) => Some(place(head)?),
        };
        let form = if at == 0 { crate::tags::capitalised(&word.form) } else { capital_dropped(word, *old).form };
        words.push(Gold { form, head, ..word.clone() });
    }
    (words.len() > 3).then(|| sentence(words))
}

pub fn word(form: &str, tag: Tag, pos: Pos, head: usize, relation: Relation) -> Gold {
    Gold { form: form.to_string(), lemma: form.to_lowercase(), tag, pos, head: Some(head), relation }
}

pub fn is_common(word: &Gold) -> bool {
    matches!(word.tag, Tag::Nn | Tag::Nns) && word.pos == Pos::Noun
}

pub fn is_nominal(word: &Gold) -> bool {
    matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Pron)
}

pub fn is_person(word: &Gold) -> bool {
    word.pos == Pos::Propn || matches!(word.form.as_str(), "he" | "she" | "He" | "She" | "I" | "him" | "her" | "me")
}
