//! Sentences made from the treebank's statements, of kinds that it holds few of: questions (inversion, "do", fronted question words and phrases,
//! stranded prepositions, tags), names for pronouns, statements that open with their time or place.

use docent::text::{Pos, Relation, Tag};

use crate::conllu::{Gold, Sentence};
use crate::statement::{Statement, finish, is_common, is_nominal, is_person, sentence, word};

/// The longest statement that is turned into a question, in words.
const LONGEST: usize = 25;

/// The longest statement that takes a tag, in words.
const LONGEST_TAGGED: usize = 14;

/// The longest time or place that is moved to the front, in words.
const LONGEST_FRONT: usize = 6;

/// What the statements give, in order.
pub fn derive(sentences: &[Sentence]) -> Vec<Sentence> {
    let mut out = Vec::new();
    let names = names(sentences);
    for (i, sentence) in sentences.iter().enumerate().filter(|(_, s)| s.words.len() <= LONGEST) {
        let named = names.get(i % names.len().max(1)).filter(|_| i % 4 > 0).and_then(|name| named(&sentence.words, &name[i / 4 % 2..]));
        let words = named.as_deref().unwrap_or(&sentence.words);
        if let Some(statement) = Statement::of(words) {
            let kinds: [Kind; 15] = [
                Statement::yes_no,
                Statement::of_object,
                Statement::of_counted_subject,
                Statement::of_stranded,
                Statement::of_degree,
                Statement::of_subject,
                Statement::of_number,
                Statement::of_oblique,
                Statement::of_origin,
                Statement::of_owner,
                Statement::of_measure,
                Statement::of_some_oblique,
                Statement::tagged,
                Statement::of_amount,
                Statement::of_name,
            ];
            let first = out.len();
            out.extend((0..kinds.len()).filter_map(|k| kinds[(i + k) % kinds.len()](&statement)).take(EACH));
            let chat = out[first..].iter().filter(|_| i % 4 == 0).map(as_chat).collect::<Vec<_>>();
            out.extend(chat);
            out.extend(statement.fronted(i % 4 == 0).filter(|_| i % 2 == 0));
        }
    }
    out
}

/// How many questions are made of one statement.
const EACH: usize = 1;

/// Makes a question of a statement that has what it takes.
type Kind<'a> = fn(&Statement<'a>) -> Option<Sentence>;

/// A question as it is typed: in lower case, without its mark.
fn as_chat(question: &Sentence) -> Sentence {
    let mut words = question.words[..question.words.len() - 1].to_vec();
    words.iter_mut().for_each(|word| word.form = word.form.to_lowercase());
    sentence(words)
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

/// The statement with a name of one word or two as its subject where it had "he", "she", or, with a past or modal verb, another pronoun.
fn named(words: &[Gold], name: &[String]) -> Option<Vec<Gold>> {
    let statement = Statement::of(words)?;
    let at = statement.subject;
    let pronoun = words[at].form.to_lowercase();
    let finite = words[statement.auxiliary.unwrap_or(statement.root)].tag;
    let plain = finite == Tag::Md || finite == Tag::Vbd && statement.auxiliary.is_none();
    let fits = matches!(pronoun.as_str(), "he" | "she") || plain && matches!(pronoun.as_str(), "i" | "we" | "they" | "you");
    if !fits || words.iter().any(|word| word.head == Some(at)) {
        return None;
    }
    let more = name.len() - 1;
    let shifted = |head: Option<usize>| head.map(|head| head + if head > at { more } else { 0 });
    let part = |form: &String, head, relation| {
        let name = word(form, Tag::Nnp, Pos::Propn, 0, relation);
        Gold { head, lemma: form.clone(), ..name }
    };
    let mut out: Vec<Gold> = words.iter().map(|word| Gold { head: shifted(word.head), ..word.clone() }).collect();
    out[at] = part(&name[0], out[at].head, out[at].relation);
    for (k, form) in name.iter().enumerate().skip(1) {
        out.insert(at + k, part(form, Some(at), Relation::Flat));
    }
    Some(out)
}

impl Statement<'_> {
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

    /// "How many houses of the town did she leave?", "Which houses did she leave?"
    fn of_number(&self) -> Option<Sentence> {
        let object = self.child(|w| w.relation == Relation::Obj && is_common(w))?;
        self.build(self.asked_phrase(object), Some(object), true)
    }

    /// "How many houses of the town burned?", "Which of the houses burned?"
    fn of_counted_subject(&self) -> Option<Sentence> {
        let subject = Some(self.subject).filter(|&subject| is_common(&self.words[subject]))?;
        self.build(self.asked_phrase(subject), Some(subject), false)
    }

    /// "In which town did she leave a house?"
    fn of_some_oblique(&self) -> Option<Sentence> {
        let oblique = self.child(|w| w.relation.base() == Relation::Obl && is_common(w))?;
        let case = self.case(oblique)?;
        let asked = self.asked_phrase(oblique);
        let noun = asked.iter().position(|word| word.head == Some(self.root))? + 1;
        let first = Gold { head: Some(self.words.len() + noun), ..self.words[case].clone() };
        let shifted = asked.into_iter().map(|word| Gold { head: word.head.map(|h| if h >= self.words.len() { h + 1 } else { h }), ..word });
        self.build(std::iter::once(first).chain(shifted).collect(), Some(oblique), true)
    }

    /// "Whose house did she leave?"
    fn of_owner(&self) -> Option<Sentence> {
        let object = self.child(|w| w.relation == Relation::Obj && is_common(w))?;
        let noun = Gold { head: Some(self.root), ..self.words[object].clone() };
        let whose = word("Whose", Tag::WpPossessive, Pos::Pron, self.words.len() + 1, Relation::NmodPoss);
        self.build(vec![whose, noun], Some(object), true)
    }

    /// "How much did she pay?"
    fn of_amount(&self) -> Option<Sentence> {
        let object = self.child(|w| w.relation == Relation::Obj)?;
        let how = word("How", Tag::Wrb, Pos::Adv, self.words.len() + 1, Relation::Advmod);
        self.build(vec![how, word("much", Tag::Jj, Pos::Adj, self.root, Relation::Obj)], Some(object), true)
    }

    /// "Who did she work for in the town?"
    fn of_stranded(&self) -> Option<Sentence> {
        let oblique = self.child(|w| w.relation.base() == Relation::Obl && matches!(w.pos, Pos::Noun | Pos::Propn | Pos::Pron))?;
        let case = self.case(oblique)?;
        let role = self.words[oblique].relation;
        let asked = match (is_person(&self.words[oblique]), is_common(&self.words[oblique])) {
            (true, _) => vec![word("Who", Tag::Wp, Pos::Pron, self.root, role)],
            (_, true) if self.words.len().is_multiple_of(2) => self.asked_phrase(oblique),
            _ => vec![word("What", Tag::Wp, Pos::Pron, self.root, role)],
        };
        let top = asked.iter().position(|word| word.head == Some(self.root))? + self.words.len();
        self.build_with(asked, Some(oblique), true, Some((case, top)))
    }

    /// "Where is she from?", "What is it about?"
    fn of_origin(&self) -> Option<Sentence> {
        let copula = self.auxiliary.filter(|&a| self.words[a].relation == Relation::Cop)?;
        let case = self.case(self.root)?;
        let where_from = matches!(self.words[case].form.as_str(), "from" | "in" | "at");
        let asked = match (where_from, is_person(&self.words[self.root])) {
            (true, _) => word("Where", Tag::Wrb, Pos::Adv, 0, Relation::Root),
            (_, true) => word("Who", Tag::Wp, Pos::Pron, 0, Relation::Root),
            _ => word("What", Tag::Wp, Pos::Pron, 0, Relation::Root),
        };
        let mut sequence = vec![(self.root, Gold { head: None, ..asked }), (copula, self.words[copula].clone())];
        let subject = (0..self.words.len()).filter(|&i| self.is_under(i, self.subject));
        sequence.extend(subject.map(|i| (i, self.words[i].clone())));
        if self.words[case].form != "in" && self.words[case].form != "at" {
            sequence.push((case, self.words[case].clone()));
        }
        sequence.push((3 * self.words.len(), word("?", Tag::Stop, Pos::Punct, self.root, Relation::Punct)));
        finish(sequence)
    }

    /// "She left the house, didn't she?"
    fn tagged(&self) -> Option<Sentence> {
        if self.words.len() > LONGEST_TAGGED {
            return None;
        }
        let subject = &self.words[self.subject];
        let pronoun = match (subject.pos, subject.tag) {
            (Pos::Pron, Tag::Prp) => subject.form.to_lowercase(),
            (Pos::Noun, Tag::Nns) => "they".to_string(),
            (Pos::Noun, _) => "it".to_string(),
            (Pos::Propn, _) => ["he", "she"][self.words.len() % 2].to_string(),
            _ => return None,
        };
        let negated = (0..self.words.len()).any(|i| self.words[i].head == Some(self.root) && self.words[i].lemma == "not");
        let verb = &self.words[self.auxiliary.unwrap_or(self.root)];
        let (form, lemma, tag) = match self.auxiliary {
            Some(_) if verb.form == "can" && !negated => ("ca", "can", verb.tag),
            Some(_) if verb.form == "will" && !negated => ("wo", "will", verb.tag),
            Some(_) if matches!(verb.form.as_str(), "may" | "might" | "shall" | "am") => return None,
            Some(_) => (verb.form.as_str(), verb.lemma.as_str(), verb.tag),
            None => (
                if verb.tag == Tag::Vbd {
                    "did"
                } else if verb.tag == Tag::Vbz {
                    "does"
                } else {
                    "do"
                },
                "do",
                verb.tag,
            ),
        };
        let count = self.words.len();
        let mut sequence: Vec<(usize, Gold)> = (0..count - 1).map(|i| (i, self.words[i].clone())).collect();
        let top = count + 1;
        let tag_word = Gold { lemma: lemma.to_string(), ..word(form, tag, Pos::Aux, self.root, Relation::Parataxis) };
        sequence.extend([(count, word(",", Tag::Comma, Pos::Punct, top, Relation::Punct)), (top, tag_word)]);
        if !negated {
            let not = Gold { lemma: "not".to_string(), ..word("n't", Tag::Rb, Pos::Part, top, Relation::Advmod) };
            sequence.push((count + 2, not));
        }
        let form = if pronoun == "i" { "I" } else { &pronoun };
        sequence.push((count + 3, Gold { lemma: pronoun.clone(), ..word(form, Tag::Prp, Pos::Pron, top, Relation::Nsubj) }));
        sequence.push((count + 4, word("?", Tag::Stop, Pos::Punct, self.root, Relation::Punct)));
        finish(sequence)
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
        let measure = ["long", "often", "far", "soon", "late", "early", "much", "well"][self.words.len() % 8];
        let how = word("How", Tag::Wrb, Pos::Adv, self.words.len() + 1, Relation::Advmod);
        let measure = word(measure, Tag::Rb, Pos::Adv, self.root, Relation::Advmod);
        self.build(vec![how, measure], Some(oblique), true)
    }

    /// "What was the town called in 1990?", of a statement in the passive.
    fn of_name(&self) -> Option<Sentence> {
        let auxiliary = self.auxiliary.filter(|&a| self.words[a].relation == Relation::AuxPass && self.words[self.root].tag == Tag::Vbn)?;
        let count = self.words.len();
        let lemma = ["call", "name", "title", "call", "nickname"][count % 5];
        let form = if lemma.ends_with('e') { format!("{lemma}d") } else { format!("{lemma}ed") };
        let verb = Gold { form, lemma: lemma.to_string(), ..self.words[self.root].clone() };
        let asked = word("What", Tag::Wp, Pos::Pron, self.root, Relation::Xcomp);
        let mut sequence = vec![(count, asked), (auxiliary, self.words[auxiliary].clone())];
        sequence.extend((0..count).filter(|&i| self.is_under(i, self.subject)).map(|i| (i, self.words[i].clone())));
        sequence.push((self.root, verb));
        let oblique = self.child(|w| w.relation == Relation::Obl && w.tag == Tag::Cd);
        sequence.extend((0..count).filter(|&i| oblique.is_some_and(|top| self.is_under(i, top))).map(|i| (i, self.words[i].clone())));
        sequence.push((3 * count, word("?", Tag::Stop, Pos::Punct, self.root, Relation::Punct)));
        finish(sequence)
    }
}
