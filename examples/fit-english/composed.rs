//! Sentences made from two of the treebank's, and from one with another verb: what an encyclopaedia is full of and the treebank has little of. Verbs in
//! the present that look like nouns ("the museum houses …"), relative clauses between subject and verb, participles before the subject.

use std::sync::LazyLock;

use docent::text::{Pos, Relation, Tag};

use crate::conllu::{Gold, Sentence};
use crate::statement::{Statement, capital_dropped, finish, sentence, word};

/// The longest statement that takes another verb, and the longest that takes a clause or phrase, in words.
const LONGEST: usize = 22;
const LONGEST_HOST: usize = 16;
/// The longest clause or phrase that is put into another sentence, in words.
const LONGEST_GUEST: usize = 11;

/// Verbs with an object that are nouns as well; written for this project.
static TRANSITIVE: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("transitive.txt").lines().collect());

/// Verbs without an object that are nouns as well.
static INTRANSITIVE: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("intransitive.txt").lines().collect());

/// What the sentences give, in order.
pub fn compose(sentences: &[Sentence]) -> Vec<Sentence> {
    let statements: Vec<&Sentence> = sentences.iter().filter(|s| s.words.len() <= LONGEST && Statement::of(&s.words).is_some()).collect();
    let mut out: Vec<Sentence> = statements.iter().enumerate().filter_map(|(i, s)| in_the_present(&s.words, i)).collect();
    let hosts: Vec<&Sentence> = statements.iter().copied().filter(|s| s.words.len() <= LONGEST_HOST).collect();
    let phrases: Vec<Vec<Gold>> = sentences.iter().flat_map(|s| participles(&s.words)).collect();
    for (i, phrase) in phrases.iter().enumerate() {
        out.extend(hosts.get((i * 7 + 3) % hosts.len().max(1)).and_then(|host| opened(phrase, &host.words)));
    }
    for (i, guest) in hosts.iter().enumerate() {
        let host = |step: usize| &hosts[(i * step + 11) % hosts.len()].words;
        out.extend(related(host(5), &guest.words, i));
        out.extend(renamed(host(7), &guest.words, i));
    }
    out
}

/// The statement in the present, with a verb that might be a noun: "The museum houses a collection."
fn in_the_present(words: &[Gold], number: usize) -> Option<Sentence> {
    let statement = Statement::of(words)?;
    let (root, subject) = (statement.root, statement.subject);
    let children = |of: usize| (0..words.len()).filter(move |&i| words[i].head == Some(of));
    let has = |of: usize, relation: Relation| children(of).any(|i| words[i].relation.base() == relation);
    let bare = statement.auxiliary.is_none() && !has(root, Relation::Xcomp) && !has(root, Relation::Ccomp) && !has(root, Relation::Iobj);
    let plain = words[root].pos == Pos::Verb && bare && !has(root, Relation::Compound);
    let plural = has(subject, Relation::Conj) || words[subject].tag == Tag::Nns || words[subject].lemma == "they";
    let common = matches!(words[subject].tag, Tag::Nn | Tag::Nnp | Tag::Nns);
    if !plain || !common || words[subject].form.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let mut words = words.to_vec();
    let verbs = (root..words.len()).filter(|&i| {
        let joined = words[i].head == Some(root) && words[i].relation == Relation::Conj && words[i].pos == Pos::Verb;
        let own = (0..words.len()).any(|c| words[c].head == Some(i) && matches!(words[c].relation.base(), Relation::Nsubj | Relation::Aux));
        i == root || joined && !own
    });
    for (k, i) in verbs.collect::<Vec<_>>().into_iter().enumerate() {
        let object = (0..words.len()).any(|c| words[c].head == Some(i) && words[c].relation == Relation::Obj);
        let list = if object { &TRANSITIVE } else { &INTRANSITIVE };
        let lemma = list[(number * 13 + k * 29) % list.len()];
        let (form, tag) = if plural { (lemma.to_string(), Tag::Vbp) } else { (with_s(lemma), Tag::Vbz) };
        words[i] = Gold { form, lemma: lemma.to_string(), tag, ..words[i].clone() };
    }
    Some(sentence(words))
}

/// "cross" to "crosses", "supply" to "supplies".
fn with_s(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end)) => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    }
}

/// The participles of a sentence with what follows them, each with its head within the phrase: "founded in 1872 by two brothers".
fn participles(words: &[Gold]) -> Vec<Vec<Gold>> {
    (0..words.len()).filter_map(|top| participle(words, top)).collect()
}

fn participle(words: &[Gold], top: usize) -> Option<Vec<Gold>> {
    let children = || (0..words.len()).filter(|&i| words[i].head == Some(top));
    let before = |relation: Relation| children().any(|i| i < top && words[i].relation == relation);
    let passive = words[top].tag == Tag::Vbn && (before(Relation::AuxPass) || words[top].relation == Relation::Acl);
    let gerund = words[top].tag == Tag::Vbg && matches!(words[top].relation, Relation::Acl | Relation::Advcl);
    let alone = gerund && !before(Relation::Mark) && !before(Relation::Nsubj) && !before(Relation::Aux) && !before(Relation::Cop);
    if words[top].pos != Pos::Verb || !(passive || alone) {
        return None;
    }
    let kept = |i: usize| {
        let branch = std::iter::successors(Some(i), |&i| words[i].head).find(|&i| words[i].head == Some(top));
        i == top
            || branch.is_some_and(|b| {
                b > top && matches!(words[b].relation.base(), Relation::Obl | Relation::Obj | Relation::Advmod | Relation::Xcomp)
            })
    };
    let places: Vec<usize> = (top..words.len()).filter(|&i| kept(i)).collect();
    if !(2..=LONGEST_GUEST).contains(&places.len()) {
        return None;
    }
    let place = |head: usize| places.iter().position(|&p| p == head);
    places.iter().map(|&i| Some(Gold { head: if i == top { None } else { Some(place(words[i].head?)?) }, ..words[i].clone() })).collect()
}

/// "Founded in 1872, the brewery employs ten people."
fn opened(phrase: &[Gold], host: &[Gold]) -> Option<Sentence> {
    let statement = Statement::of(host)?;
    let front = (0..statement.subject).any(|i| host[i].head == Some(statement.root));
    if front || !matches!(host[statement.subject].pos, Pos::Noun | Pos::Propn | Pos::Pron) {
        return None;
    }
    let first = phrase.len() + 1;
    let (root, top) = (first + statement.root, phrase.iter().position(|word| word.head.is_none())?);
    let guest = phrase.iter().map(|word| match word.head {
        None => Gold { head: Some(root), relation: Relation::Advcl, ..word.clone() },
        _ => word.clone(),
    });
    let comma = word(",", Tag::Comma, Pos::Punct, top, Relation::Punct);
    let rest = host.iter().enumerate().map(|(i, word)| Gold { head: word.head.map(|head| first + head), ..capital_dropped(word, i) });
    finish(guest.chain([comma]).chain(rest).enumerate().collect())
}

/// "The bridge, which crosses the river, links the towns."; "The engineer who built it moved to Bergen."
fn related(host: &[Gold], guest: &[Gold], number: usize) -> Option<Sentence> {
    let (outer, inner) = (Statement::of(host)?, Statement::of(guest)?);
    let noun = &host[outer.subject];
    let agrees = match guest[inner.auxiliary.unwrap_or(inner.root)].tag {
        Tag::Vbz => noun.tag != Tag::Nns,
        Tag::Vbp => noun.tag == Tag::Nns,
        _ => true,
    };
    let apart = noun.tag == Tag::Nnp || number.is_multiple_of(2);
    let (form, tag) = match (number % 3, apart) {
        (0, _) => ("who", Tag::Wp),
        (1, false) => ("that", Tag::Wdt),
        _ => ("which", Tag::Wdt),
    };
    let opener = word(form, tag, Pos::Pron, inner.root, guest[inner.subject].relation);
    let taken: Vec<usize> = predicate(guest, &inner, inner.subject + 1).collect();
    agrees.then(|| inserted(&outer, phrase(opener, guest, &taken)?, Relation::AclRelcl, apart)).flatten()
}

/// "The mine, once the largest in the country, closed in 1986."
fn renamed(host: &[Gold], guest: &[Gold], number: usize) -> Option<Sentence> {
    let (outer, inner) = (Statement::of(host)?, Statement::of(guest)?);
    let copula = inner.auxiliary.filter(|&a| guest[a].relation == Relation::Cop && guest[inner.root].pos == Pos::Noun)?;
    let adverb = ["once", "now", "then", "formerly"][number % 4];
    let opener = word(adverb, Tag::Rb, Pos::Adv, inner.root, Relation::Advmod);
    let plain = |&i: &usize| guest[i].head == Some(inner.root) && guest[i].relation.base() == Relation::Advmod;
    let taken: Vec<usize> = predicate(guest, &inner, copula + 1).collect();
    let pronoun = taken.iter().any(|&i| guest[i].relation == Relation::NmodPoss) || taken.iter().any(plain);
    (!pronoun).then(|| inserted(&outer, phrase(opener, guest, &taken)?, Relation::Appos, true)).flatten()
}

/// The words of a statement from word `first` on that belong to its predicate, without insertions and what is joined to it.
fn predicate<'a>(words: &'a [Gold], statement: &Statement<'a>, first: usize) -> impl Iterator<Item = usize> + 'a {
    let (root, subject) = (statement.root, statement.subject);
    let aside = |b: usize| matches!(words[b].relation.base(), Relation::Punct | Relation::Parataxis | Relation::Conj | Relation::Cc);
    (first..words.len() - 1).filter(move |&i| {
        let branch = std::iter::successors(Some(i), |&i| words[i].head).find(|&i| words[i].head == Some(root));
        !is_under(words, i, subject) && !branch.is_some_and(aside)
    })
}

fn is_under(words: &[Gold], i: usize, top: usize) -> bool {
    std::iter::successors(Some(i), |&i| words[i].head).any(|i| i == top)
}

/// The words `taken` from a guest behind an opener, which hangs on the guest's root.
fn phrase(opener: Gold, guest: &[Gold], taken: &[usize]) -> Option<Vec<Gold>> {
    let place = |head: Option<usize>| head.map_or(Some(None), |head| taken.iter().position(|&i| i == head).map(|at| Some(at + 1)));
    let opener = Gold { head: place(opener.head)?, ..opener };
    let rest = taken.iter().map(|&i| Some(Gold { head: place(guest[i].head)?, ..guest[i].clone() }));
    std::iter::once(Some(opener)).chain(rest).collect()
}

/// The host with a phrase behind its subject, on which the phrase's head hangs by `relation`; between commas where it stands `apart`.
fn inserted(outer: &Statement, phrase: Vec<Gold>, relation: Relation, apart: bool) -> Option<Sentence> {
    let host = outer.words;
    let subject: Vec<usize> = (0..host.len()).filter(|&i| is_under(host, i, outer.subject)).collect();
    let plain =
        subject.iter().all(|&i| !matches!(host[i].relation.base(), Relation::Conj | Relation::Acl | Relation::Appos | Relation::Punct));
    let end = *subject.last()?;
    let whole = end + 1 - subject[0] == subject.len() && matches!(host[outer.subject].tag, Tag::Nn | Tag::Nns | Tag::Nnp);
    if !plain || !whole || phrase.len() > LONGEST_GUEST + 1 {
        return None;
    }
    let (first, count) = (host.len(), host.len() + phrase.len());
    let top = first + phrase.iter().position(|word| word.head.is_none())?;
    let comma = |at: usize| (at, word(",", Tag::Comma, Pos::Punct, top, Relation::Punct));
    let mut sequence: Vec<(usize, Gold)> = (0..=end).map(|i| (i, host[i].clone())).collect();
    sequence.extend(apart.then(|| comma(count)));
    sequence.extend(phrase.into_iter().enumerate().map(|(i, word)| match word.head {
        None => (first + i, Gold { head: Some(outer.subject), relation, ..word }),
        Some(head) => (first + i, Gold { head: Some(first + head), ..word }),
    }));
    sequence.extend(apart.then(|| comma(count + 1)));
    sequence.extend((end + 1..host.len()).map(|i| (i, host[i].clone())));
    finish(sequence)
}
