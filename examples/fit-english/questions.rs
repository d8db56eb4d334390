//! Questions made from the treebank's statements, which holds few: inversion, "do", and fronted question words.

use docent::text::{Pos, Relation, Span, Tag};

use crate::conllu::{Gold, Sentence};

/// The longest statement that is turned into a question, in words.
const LONGEST: usize = 25;

/// The questions that the statements give, in order, at most one of each kind for each statement.
pub fn derive(sentences: &[Sentence]) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (i, sentence) in sentences.iter().enumerate().filter(|(_, s)| s.words.len() <= LONGEST) {
        if let Some(statement) = Statement::of(&sentence.words) {
            let kinds = [Statement::yes_no, Statement::of_subject, Statement::of_object, Statement::of_oblique, Statement::of_number];
            out.extend((0..2).filter_map(|k| kinds[(i + k) % kinds.len()](&statement)));
        }
    }
    out
}

/// A plain statement: subject, verb or copula, and what follows.
struct Statement<'a> {
    words: &'a [Gold],
    root: usize,
    subject: usize,
    /// The first auxiliary or the copula, which goes before the subject; without one it takes "do".
    auxiliary: Option<usize>,
}

impl<'a> Statement<'a> {
    fn of(words: &'a [Gold]) -> Option<Self> {
        let root = words.iter().position(|w| w.head.is_none())?;
        let children = || (0..words.len()).filter(|&i| words[i].head == Some(root));
        let subject = children().find(|&i| matches!(words[i].relation, Relation::Nsubj | Relation::NsubjPass) && i < root)?;
        let auxiliary = children().find(|&i| matches!(words[i].relation, Relation::Aux | Relation::AuxPass | Relation::Cop));
        let finite = matches!(words[auxiliary.unwrap_or(root)].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
        let whole = auxiliary.is_none_or(|a| words[a].form.len() > 2 && !words[a].form.contains(['\'', '’']) || words[a].form == "is");
        let plain = whole && words.last()?.form == "." && finite && auxiliary.is_none_or(|a| a > subject) && words[subject].tag != Tag::Wp;
        plain.then_some(Self { words, root, subject, auxiliary })
    }

    /// "Did she leave early?"
    fn yes_no(&self) -> Option<Sentence> {
        self.build(Vec::new(), None, true)
    }

    /// "Who left early?", and "Who was the mayor?" where the predicate is a noun.
    fn of_subject(&self) -> Option<Sentence> {
        if let Some(copula) = self.auxiliary.filter(|&a| self.words[a].relation == Relation::Cop && is_nominal(&self.words[self.root])) {
            return self.identity(copula);
        }
        let subject = &self.words[self.subject];
        let asked = word(if is_person(subject) { "Who" } else { "What" }, Tag::Wp, Pos::Pron, self.root, subject.relation);
        self.build(vec![asked], Some(self.subject), false)
    }

    /// "Who was the mayor?", where the question word is the predicate, as the treebank has it.
    fn identity(&self, copula: usize) -> Option<Sentence> {
        let asked = word(if is_person(&self.words[self.subject]) { "Who" } else { "What" }, Tag::Wp, Pos::Pron, 0, Relation::Root);
        let mut sequence = vec![(self.root, Gold { head: None, ..asked }), (copula, self.words[copula].clone())];
        let subject = (0..self.words.len()).filter(|&i| self.is_under(i, self.subject));
        sequence.extend(subject.map(|i| (i, self.words[i].clone())));
        sequence.push((self.words.len(), word("?", Tag::Stop, Pos::Punct, self.root, Relation::Punct)));
        finish(sequence)
    }

    /// "What did she leave?"
    fn of_object(&self) -> Option<Sentence> {
        let object = self.child(|w| w.relation == Relation::Obj)?;
        let asked = word(if is_person(&self.words[object]) { "Who" } else { "What" }, Tag::Wp, Pos::Pron, self.root, Relation::Obj);
        self.build(vec![asked], Some(object), true)
    }

    /// "When did she leave?"
    fn of_oblique(&self) -> Option<Sentence> {
        let oblique = self.child(|w| w.relation.base() == Relation::Obl)?;
        let asked = ["When", "Where", "Why", "How"][self.words.len() % 4];
        self.build(vec![word(asked, Tag::Wrb, Pos::Adv, self.root, Relation::Advmod)], Some(oblique), true)
    }

    /// "How many houses did she leave?", "Which houses did she leave?"
    fn of_number(&self) -> Option<Sentence> {
        let object = self.child(|w| w.relation == Relation::Obj && matches!(w.tag, Tag::Nn | Tag::Nns))?;
        let noun = Gold { head: Some(self.root), ..self.words[object].clone() };
        let at = self.words.len();
        let mut asked = if noun.tag == Tag::Nns {
            vec![word("How", Tag::Wrb, Pos::Adv, at + 1, Relation::Advmod), word("many", Tag::Jj, Pos::Adj, at + 2, Relation::Amod)]
        } else {
            vec![word(if at.is_multiple_of(2) { "Which" } else { "What" }, Tag::Wdt, Pos::Det, at + 1, Relation::Det)]
        };
        asked.push(noun);
        self.build(asked, Some(object), true)
    }

    fn child(&self, is: impl Fn(&Gold) -> bool) -> Option<usize> {
        (self.root + 1..self.words.len()).find(|&i| self.words[i].head == Some(self.root) && is(&self.words[i]))
    }

    /// Whether word `i` hangs under `top`.
    fn is_under(&self, i: usize, top: usize) -> bool {
        std::iter::successors(Some(i), |&i| self.words[i].head).any(|i| i == top)
    }

    /// The question with `asked` in front (heads count on from the statement's last word), without the branch of `removed`.
    fn build(&self, asked: Vec<Gold>, removed: Option<usize>, inverted: bool) -> Option<Sentence> {
        let count = self.words.len();
        let outside = |&i: &usize| self.is_under(i, self.subject) || !self.is_dropped(i);
        let kept: Vec<usize> = (0..count).filter(outside).filter(|&i| removed.is_none_or(|top| !self.is_under(i, top))).collect();
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
        sequence.extend(kept.iter().filter(left).map(|&i| (i, if i == self.root { root.clone() } else { self.words[i].clone() })));
        sequence.push((3 * count, word("?", Tag::Stop, Pos::Punct, self.root, Relation::Punct)));
        finish(sequence)
    }

    /// Whether word `i` is left out of every question: what stands before the subject, punctuation, asides.
    fn is_dropped(&self, i: usize) -> bool {
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

/// The words in their new order, numbered anew.
fn finish(sequence: Vec<(usize, Gold)>) -> Option<Sentence> {
    let place = |old: usize| sequence.iter().position(|&(i, _)| i == old);
    let mut words = Vec::new();
    for (at, (old, word)) in sequence.iter().enumerate() {
        let head = match word.head {
            None => None,
            Some(head) => Some(place(head)?),
        };
        let opened = *old == 0 && at > 0 && word.pos != Pos::Propn && word.form != "I";
        let small = opened && word.form.chars().skip(1).all(char::is_lowercase);
        let form = if at == 0 {
            crate::tags::capitalised(&word.form)
        } else if small {
            word.form.to_lowercase()
        } else {
            word.form.clone()
        };
        words.push(Gold { form, head, ..word.clone() });
    }
    let text = words.iter().map(|word| word.form.as_str()).collect::<Vec<_>>().join(" ");
    (words.len() > 3).then_some(Sentence { text, words, spans: Vec::<Span>::new() })
}

fn word(form: &str, tag: Tag, pos: Pos, head: usize, relation: Relation) -> Gold {
    Gold { form: form.to_string(), lemma: form.to_lowercase(), tag, pos, head: Some(head), relation }
}

fn is_nominal(word: &Gold) -> bool {
    matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Pron)
}

fn is_person(word: &Gold) -> bool {
    word.pos == Pos::Propn || matches!(word.form.as_str(), "he" | "she" | "He" | "She" | "I" | "him" | "her" | "me")
}
