//! Kin: what a document tells of somebody's relatives: who they are, and what they work as.

use crate::answer::definition::{callings, roles};
use crate::answer::evidence::Evidence;
use crate::answer::query::{Bound, Query};
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::facts::annotation::Annotation;
use crate::facts::mentions::noun_gender;
use crate::knowledge::rules::Kin;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::names::{Gender, Mention, NameKind};
use crate::text::{Pos, Reading, Relation, Span, Tag, wordnet};

/// Somebody's relative, as a sentence tells of them.
struct Relative<'a> {
    sentence: usize,
    kin: &'a Kin,
    /// Whose relative it is, folded; `None` where the sentence leaves it to the reader.
    owner: Option<String>,
    names: Vec<Span>,
    /// The words of the sentence that mean them.
    places: Vec<usize>,
}

/// What is asked of a relative.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Name,
    Trade,
}

/// The name or the trade of the relative that the question asks about, where one sentence tells it and holds the rest of the question.
pub fn relative(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<Verdict> {
    let (word, kin) = asked_kin(question)?;
    let wanted = wanted(question, word)?;
    let owners = owners(question, query, word);
    let rest: Vec<usize> = (0..query.terms.len()).filter(|&t| says_more(question, &query.terms[t], word, &owners)).collect();
    let fits = |r: &Relative| {
        let is_kin = r.kin == kin || r.kin.of.as_ref() == Some(&kin.kind) || r.kin.kind == "spouse" && kin.of.as_deref() == Some("spouse");
        is_kin && is_owned(query, r.owner.as_deref(), &owners) && rest.iter().all(|&t| query.holds(r.sentence, t) > 0.0)
    };
    let near = |s: usize| evidence.iter().position(|e| e.sentence == s).unwrap_or(evidence.len());
    let mut found: Vec<(usize, Vec<Span>)> = Vec::new();
    for sentence in 0..query.known.annotations.len() {
        let relatives = relatives(&question.wording.kin, query, sentence).into_iter().filter(fits);
        let told: Vec<Span> = relatives.flat_map(|r| told(query, &r, wanted)).collect();
        found.extend((!told.is_empty()).then_some((sentence, told)));
    }
    let many = are_many(question, word);
    found.sort_by_key(|(s, _)| near(*s));
    let (sentence, mut spans) = found.into_iter().next()?;
    spans.sort_by_key(|span| span.start);
    spans.dedup();
    if spans.len() > 1 && !many {
        return None;
    }
    let text = &query.known.annotations[sentence].text;
    let answer = spans.iter().map(|span| squeeze(span.of(text))).collect::<Vec<_>>().join("; ");
    Some(answered(answer, vec![(sentence, spans)], SURE, "a sentence tells of this relative".into()))
}

/// Whether a question asks for the name of a relative, and a sentence lacks a word of it that tells which.
pub fn lacks_relative(question: &Question, query: &Query, sentence: usize) -> bool {
    let Some((word, _)) = asked_kin(question).filter(|(word, _)| wanted(question, *word) == Some(Wanted::Name)) else { return false };
    let owners = owners(question, query, word);
    (0..query.terms.len()).any(|t| says_more(question, &query.terms[t], word, &owners) && query.holds(sentence, t) == 0.0)
}

/// Whether a question asks for the name of one relative.
pub fn asks_name(question: &Question) -> bool {
    asked_kin(question).is_some_and(|(word, _)| wanted(question, word) == Some(Wanted::Name) && !are_many(question, word))
}

/// How sure it is.
const SURE: f64 = 0.8;

/// The one word for a relative in the question, and its kind.
fn asked_kin<'q>(question: &'q Question) -> Option<(usize, &'q Kin)> {
    let words = &question.reading.words;
    let reading = &question.reading;
    let keywords = !words.iter().any(|w| matches!(w.pos, Pos::Verb | Pos::Aux));
    let whose = |&w: &usize| keywords || reading.child(w, Relation::NmodPoss).is_some() || reading.child(w, Relation::Nmod).is_some();
    let own = |&w: &usize| words[w].pos == Pos::Noun && reading.child(w, Relation::Compound).is_none_or(|_| keywords);
    let all = (0..words.len()).filter(own).filter(whose);
    let mut found = all.filter_map(|w| kin_of(&question.wording.kin, &words[w].lemma).map(|kin| (w, kin)));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn kin_of<'k>(kins: &'k [Kin], lemma: &str) -> Option<&'k Kin> {
    let lemma = fold(lemma);
    kins.iter().find(|kin| kin.words.has(&lemma))
}

/// Words by which a question asks what somebody works as, and what somebody is called.
const TRADES: [&str; 9] = ["career", "employment", "job", "livelihood", "living", "occupation", "profession", "trade", "work"];
const CALLED: [&str; 4] = ["call", "identity", "name", "who"];

/// What the question asks of its relative at `word`.
fn wanted(question: &Question, word: usize) -> Option<Wanted> {
    let words = &question.reading.words;
    let lemma = |w: usize| fold(&words[w].lemma);
    let opens = lemma(0);
    if matches!(opens.as_str(), "when" | "where" | "why" | "how" | "whose") || words[0].pos == Pos::Aux {
        return None;
    }
    let has = |any: &[&str]| (0..words.len()).any(|w| any.contains(&lemma(w).as_str()));
    let subject_of = |w: usize| words[word].relation == Relation::Nsubj && words[word].head == Some(w);
    let does = matches!(opens.as_str(), "what") && (1..words.len()).any(|w| lemma(w) == "do" && subject_of(w));
    let is = opens == "what" && lemma(1) == "be" && (subject_of(0) || words.len() > word + 1 && words[word].head == Some(0));
    if has(&TRADES) || does || is { Some(Wanted::Trade) } else { has(&CALLED).then_some(Wanted::Name) }
}

/// Whether the question asks for more than one.
fn are_many(question: &Question, word: usize) -> bool {
    let words = &question.reading.words;
    let are = |w: usize| matches!(fold(words[w].span.of(&question.read)).as_str(), "are" | "were" | "names");
    words[word].tag == Tag::Nns || (0..words.len()).any(are)
}

/// Those whose relative is asked about, folded: the possessor of the word, or who stands before it where it has none; none where it is the topic.
fn owners(question: &Question, query: &Query, word: usize) -> Vec<String> {
    let reading = &question.reading;
    let of = |c: usize| reading.is(c, Relation::Nmod) && reading.children(c).any(|case| reading.words[case].lemma == "of");
    let possessor = reading.child(word, Relation::NmodPoss).or_else(|| reading.children(word).find(|&c| of(c)));
    let owns = |w: usize| possessor.map_or(w < word, |p| reading.is_ancestor(p, w));
    let named = |b: &&Bound| matches!(b.term.part, Part::Name | Part::Topic) && owns(b.term.words.0);
    query.terms.iter().filter(named).map(|b| fold(&b.term.word)).collect()
}

/// Whether a term of the question must stand in the sentence too.
fn says_more(question: &Question, bound: &Bound, word: usize, owners: &[String]) -> bool {
    let lemma = fold(&question.reading.words[bound.term.words.0].lemma);
    let plain = TRADES.contains(&lemma.as_str()) || CALLED.contains(&lemma.as_str()) || matches!(lemma.as_str(), "do" | "follow" | "line");
    let is_kin = (bound.term.words.0..bound.term.words.1).contains(&word);
    bound.term.weight >= 0.5 && !plain && !is_kin && !owners.contains(&fold(&bound.term.word))
}

/// Whether a relative's owner is one of those asked for; the document's topic where neither says whose it is.
fn is_owned(query: &Query, owner: Option<&str>, owners: &[String]) -> bool {
    let topic = query.known.cast.protagonist().map(|member| fold(&member.name));
    let Some(owner) = owner.map(str::to_string).or_else(|| topic.clone()) else { return owners.is_empty() };
    match owners {
        [] => topic.is_some_and(|topic| owner == topic),
        owners if !owner.contains(' ') => owners.contains(&owner),
        owners => owners.iter().all(|asked| owner.split(' ').any(|word| word == asked)),
    }
}

/// What a sentence tells of a relative.
fn told(query: &Query, relative: &Relative, wanted: Wanted) -> Vec<Span> {
    match wanted {
        Wanted::Name => relative.names.clone(),
        Wanted::Trade => trade(&query.known.annotations[relative.sentence], &relative.places).into_iter().collect(),
    }
}

/// What somebody at `places` works as: what they are called, or are, or became; else what they did.
fn trade(annotation: &Annotation, places: &[usize]) -> Option<Span> {
    let reading = &annotation.reading;
    let noun = |w: usize| {
        let own = reading.words[w].pos == Pos::Noun && wordnet::is_a(&reading.words[w].lemma, "occupation");
        own.then(|| {
            reading.span_of(
                &reading.subtree_without(w, |c| c != w && !matches!(reading.words[c].relation.base(), Relation::Compound | Relation::Amod)),
            )
        })
    };
    let named = || places.iter().copied().filter(|&w| !wordnet::is_a(&reading.words[w].lemma, "relative")).find_map(noun);
    let nameless = places.len() == 1 && wordnet::is_a(&reading.words[places[0]].lemma, "occupation");
    if nameless {
        return named();
    }
    let called = || callings(annotation, places).into_iter().next().or_else(|| roles(annotation, places).into_iter().next());
    before(annotation, places)
        .or_else(called)
        .or_else(|| became(reading, places))
        .or_else(|| beside(annotation, places))
        .or_else(named)
        .or_else(|| did(annotation, places))
}

/// "And their son Marcus a tram driver": a noun for a trade with an article, right behind a name.
fn beside(annotation: &Annotation, places: &[usize]) -> Option<Span> {
    let words = &annotation.reading.words;
    let name = annotation.names.iter().find(|name| places.iter().any(|&w| name.core.contains(words[w].span)))?;
    let article = annotation.reading.within(name.span).end;
    let head = words.get(article).filter(|w| w.lemma == "a")?.head?;
    (head > article && words[head].pos == Pos::Noun).then(|| words[article + 1].span.cover(words[head].span))
}

/// "The ferryman Iosif Drag": the noun for a trade right before a name, with what belongs to it.
fn before(annotation: &Annotation, places: &[usize]) -> Option<Span> {
    let words = &annotation.reading.words;
    let name = annotation.names.iter().find(|name| places.iter().any(|&w| name.core.contains(words[w].span)))?;
    let first = annotation.reading.within(name.span).start;
    let part = |w: &usize| words[*w].pos == Pos::Noun || words[*w].pos == Pos::Adj;
    let trade = first.checked_sub(1).filter(|&w| words[w].pos == Pos::Noun && wordnet::is_a(&words[w].lemma, "occupation"))?;
    let start = (0..trade).rev().take_while(part).last().unwrap_or(trade);
    Some(words[start].span.cover(words[trade].span))
}

/// "Their daughter Simone became a midwife".
fn became(reading: &Reading, places: &[usize]) -> Option<Span> {
    let role = |w: usize| reading.words[w].pos == Pos::Noun && matches!(reading.words[w].relation, Relation::Xcomp | Relation::Obj);
    let verb = |w: usize| reading.words[w].head.filter(|&v| matches!(reading.words[v].lemma.as_str(), "become" | "remain"));
    let theirs = |v: usize| reading.child(v, Relation::Nsubj).is_some_and(|s| places.contains(&s));
    let found = (0..reading.words.len()).find(|&w| role(w) && verb(w).is_some_and(theirs))?;
    let own = |c: usize| c == found || matches!(reading.words[c].relation.base(), Relation::Compound | Relation::Amod);
    Some(reading.span_of(&reading.subtree_without(found, |c| !own(c))))
}

/// Verbs that tell of no work.
const NO_WORK: [&str; 14] =
    ["be", "bear", "die", "divorce", "have", "leave", "lose", "marry", "meet", "move", "refuse", "reject", "survive", "win"];

/// "Her father, Ben Orvo, mended nets": what somebody who is named did, in a main clause with an object.
fn did(annotation: &Annotation, places: &[usize]) -> Option<Span> {
    let reading = &annotation.reading;
    let main = |&v: &usize| {
        let own = &reading.words[v];
        let past =
            matches!(own.tag, Tag::Vbd | Tag::Vbz) && matches!(own.relation.base(), Relation::Root | Relation::Parataxis | Relation::Conj);
        past && !NO_WORK.contains(&own.lemma.as_str()) && reading.child(v, Relation::Obj).is_some_and(|o| reading.words[o].pos == Pos::Noun)
    };
    let theirs = |v: &usize| reading.child(*v, Relation::Nsubj).is_some_and(|s| places.contains(&s));
    let verb = (0..reading.words.len()).filter(main).find(theirs).filter(|_| places.len() > 1)?;
    let kept = reading.subtree_without(verb, |c| {
        c < verb
            || matches!(
                reading.words[c].relation.base(),
                Relation::Conj | Relation::Parataxis | Relation::Punct | Relation::Cc | Relation::Advcl
            )
    });
    Some(reading.span_of(&kept))
}

/// The relatives of whom a sentence tells.
fn relatives<'k>(kins: &'k [Kin], query: &Query, sentence: usize) -> Vec<Relative<'k>> {
    let annotation = &query.known.annotations[sentence];
    let words = &annotation.reading.words;
    let teller = Teller { kins, query, sentence, annotation, reading: &annotation.reading };
    let mut found = Vec::new();
    for word in 0..words.len() {
        match kin_of(kins, &words[word].lemma) {
            Some(kin) if words[word].pos == Pos::Noun => {
                found.extend(teller.possessed(word, kin));
                found.extend(if kin.kind == "child" || kin.of.as_deref() == Some("child") { teller.parents(word) } else { Vec::new() });
            }
            _ if words[word].lemma == "marry" => found.extend(teller.married(word)),
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
        let Some(first) = self.reading.children(word).filter(|&c| c > word && self.reading.is(c, Relation::Nmod)).find(of) else {
            return Vec::new();
        };
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
        let mut names = vec![name];
        let joined = |at: usize| matches!(shown(at - 1), "," | "and");
        let ends = |w: &usize| matches!(shown(*w), ";" | ".");
        let end = (start..self.reading.words.len()).find(ends).unwrap_or(self.reading.words.len());
        for name in self.people().filter(|name| (start + 1..end).contains(&first(name)) && joined(first(name))) {
            let last = names.last().map_or(start, |last| self.reading.within(last.span).end);
            // In a list behind a colon each may be told of.
            if mark == ":" || first(name) <= last + 2 {
                names.push(name);
            }
        }
        names
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
        (named.is_some() || self.reading.words[word].pos == Pos::Propn).then_some(name)
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::answer;
    use crate::document::Document;
    use crate::knowledge::Knowledge;

    #[test]
    fn relatives_are_told_by_name_and_trade() {
        let text = "= Renzo Calvo =\n\nRenzo Calvo (1950–2019) was a docker. Calvo was born in Tornaz, a mining village, the fourth of five children of Amadeu \
                    Calvo, a miner, and Ghita Bonsel, who took in washing. In 1984 Calvo married Delra Haskins, a postwoman and amateur trombonist born in Orm. \
                    Their daughter Simone became a midwife and their son Marcus a tram driver in Velm. His aunt, Pia Calvo, mended nets.\n";
        let document = Document::read("calvo.txt", text.as_bytes().to_vec(), None).expect("a document");
        let knowledge = Knowledge::of_document(document);
        let check = |question: &str, expected: Option<&str>| {
            assert_eq!(answer(&knowledge, question, None).answer.as_deref(), expected, "{question}")
        };
        check("Who was his mother?", Some("Ghita Bonsel"));
        check("calvo mother name", Some("Ghita Bonsel"));
        check("What was his father's job?", Some("miner"));
        check("What does his wife do?", Some("postwoman and amateur trombonist"));
        check("What is his son's trade?", Some("tram driver"));
        check("What did his aunt do for a living?", Some("mended nets"));
        check("Who are his children?", Some("Simone; Marcus"));
        check("What is the name of his second wife?", None);
        check("Who was his sister?", None);
    }
}
