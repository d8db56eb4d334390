//! Sentences made from the treebank's statements, of kinds that it holds few of: questions (inversion, "do", fronted question words), names for
//! pronouns, statements that open with their time or place.

use docent::text::{Pos, Relation, Span, Tag};

use crate::conllu::{Gold, Sentence};

/// The longest statement that is turned into a question, in words.
const LONGEST: usize = 25;

/// The longest time or place that is moved to the front, in words.
const LONGEST_FRONT: usize = 6;

/// What the statements give, in order, at most one of each kind for each statement.
pub fn derive(sentences: &[Sentence]) -> Vec<Sentence> {
    let mut out = Vec::new();
    let names = names(sentences);
    for (i, sentence) in sentences.iter().enumerate().filter(|(_, s)| s.words.len() <= LONGEST) {
        let named = names.get(i % names.len().max(1)).filter(|_| i % 4 > 0).and_then(|name| named(&sentence.words, name));
        let words = named.as_deref().unwrap_or(&sentence.words);
        if let Some(statement) = Statement::of(words) {
            let kinds = [
                Statement::yes_no,
                Statement::of_subject,
                Statement::of_object,
                Statement::of_oblique,
                Statement::of_number,
                Statement::of_degree,
                Statement::of_measure,
            ];
            out.extend((0..3).filter_map(|k| kinds[(i + k) % kinds.len()](&statement)));
            out.extend(statement.fronted(i % 2 == 0));
        }
    }
    out
}

/// The treebank's names of two words.
fn names(sentences: &[Sentence]) -> Vec<[String; 2]> {
    let mut names = Vec::new();
    for words in sentences.iter().map(|s| &s.words) {
        for (i, pair) in words.windows(2).enumerate() {
            let flat = |w: usize| words.get(w).is_some_and(|word| word.relation == Relation::Flat);
            if flat(i + 1) && !flat(i) && !flat(i + 2) && pair.iter().all(|word| word.tag == Tag::Nnp && word.form.len() > 2) {
                names.push([pair[0].form.clone(), pair[1].form.clone()]);
            }
        }
    }
    names
}

/// The statement with a name as its subject where it had "he", "she", or, with a past or modal verb, another pronoun.
fn named(words: &[Gold], [first, last]: &[String; 2]) -> Option<Vec<Gold>> {
    let statement = Statement::of(words)?;
    let at = statement.subject;
    let pronoun = words[at].form.to_lowercase();
    let finite = words[statement.auxiliary.unwrap_or(statement.root)].tag;
    let plain = finite == Tag::Md || finite == Tag::Vbd && statement.auxiliary.is_none();
    let fits = matches!(pronoun.as_str(), "he" | "she") || plain && matches!(pronoun.as_str(), "i" | "we" | "they" | "you");
    if !fits || words.iter().any(|word| word.head == Some(at)) {
        return None;
    }
    let shifted = |head: Option<usize>| head.map(|head| head + usize::from(head > at));
    let name = |form: &str, head, relation| Gold { head, ..word(form, Tag::Nnp, Pos::Propn, 0, relation) };
    let name = |form: &str, head, relation| Gold { lemma: form.to_string(), ..name(form, head, relation) };
    let mut out: Vec<Gold> = words.iter().map(|word| Gold { head: shifted(word.head), ..word.clone() }).collect();
    out[at] = name(first, out[at].head, out[at].relation);
    out.insert(at + 1, name(last, Some(at), Relation::Flat));
    Some(out)
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

    /// "How old was she?"
    fn of_degree(&self) -> Option<Sentence> {
        let copula = self.auxiliary.filter(|&a| self.words[a].relation == Relation::Cop && self.words[self.root].tag == Tag::Jj)?;
        let count = self.words.len();
        let asked = word("How", Tag::Wrb, Pos::Adv, self.root, Relation::Advmod);
        let mut sequence = vec![(count, asked), (self.root, self.words[self.root].clone()), (copula, self.words[copula].clone())];
        let subject = (0..count).filter(|&i| self.is_under(i, self.subject));
        let behind = (self.root + 1..count).filter(|&i| !self.is_dropped(i) && self.words[i].head.is_some());
        sequence.extend(subject.chain(behind).map(|i| (i, self.words[i].clone())));
        sequence.push((3 * count, word("?", Tag::Stop, Pos::Punct, self.root, Relation::Punct)));
        finish(sequence)
    }

    /// "In 1990 she left.", with a comma or without.
    fn fronted(&self, comma: bool) -> Option<Sentence> {
        let oblique = self.child(|w| w.relation.base() == Relation::Obl && w.relation != Relation::OblAgent)?;
        let count = self.words.len();
        let copied = |&i: &usize| (i, self.words[i].clone());
        let (front, rest): (Vec<usize>, Vec<usize>) = (0..count).partition(|&i| self.is_under(i, oblique));
        if front.len() > LONGEST_FRONT {
            return None;
        }
        let mut sequence: Vec<(usize, Gold)> = front.iter().map(copied).collect();
        if comma {
            sequence.push((count, word(",", Tag::Comma, Pos::Punct, oblique, Relation::Punct)));
        }
        sequence.extend(rest.iter().map(copied));
        finish(sequence)
    }

    /// "How long did she stay?"
    fn of_measure(&self) -> Option<Sentence> {
        let oblique = self.child(|w| matches!(w.relation.base(), Relation::Obl | Relation::Advmod | Relation::Advcl))?;
        let measure = ["long", "often", "far", "soon", "late", "early", "fast", "well"][self.words.len() % 8];
        let how = word("How", Tag::Wrb, Pos::Adv, self.words.len() + 1, Relation::Advmod);
        let measure = word(measure, Tag::Rb, Pos::Adv, self.root, Relation::Advmod);
        self.build(vec![how, measure], Some(oblique), true)
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
