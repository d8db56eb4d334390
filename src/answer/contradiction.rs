//! Contradictions: what in a sentence shows that a question's claim is not so: another value in the same place, an opposite, exchanged roles.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::answer::agree::{agree, dates_agree};
use crate::answer::align::{Aligned, case, is_copular, phrase, roles};
use crate::answer::counted::counted;
use crate::answer::polarity::predicate;
use crate::knowledge::opposites::{Opposites, opposed};
use crate::knowledge::outline::Outline;
use crate::text::fold::fold;
use crate::text::names::gazetteer;
use crate::text::term::term;
use crate::text::values::{Date, Value, ValueKind};
use crate::text::{Pos, Reading, Relation, Span, Tag, wordnet};

/// What a sentence says of one value or word of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// It has it.
    Held,
    /// It has another in its place.
    Differs,
    /// It has neither.
    Missing,
}

/// What a sentence says of a value of the question that is no date.
pub fn value(aligned: &Aligned, asked: &Value) -> Finding {
    let counted = counted_term(aligned.asked(), asked);
    let given = || aligned.annotation.values.iter().filter_map(|v| agree(asked, v).map(|agrees| (v, agrees)));
    if given().any(|(_, agrees)| agrees) {
        return Finding::Held;
    }
    let own = |v: &Value| counted_term(aligned.reading(), v);
    let same_noun = |v: &Value| counted.is_none() && own(v).is_none() || counted.is_some() && own(v) == counted;
    let measured = |v: &Value| !matches!(v.kind, ValueKind::Number(_) | ValueKind::Ordinal(_));
    if given().any(|(v, _)| measured(v) || same_noun(v)) {
        Finding::Differs
    } else if stands_there(aligned, asked) {
        Finding::Held
    } else {
        Finding::Missing
    }
}

/// Whether the words of a value stand in the sentence, whatever they mean there.
fn stands_there(aligned: &Aligned, asked: &Value) -> bool {
    let words = aligned.asked().within(asked.core);
    let own = |w: usize| fold(aligned.asked().words[w].span.of(&aligned.question.read));
    let has = |form: Cow<str>| aligned.reading().words.iter().any(|w| fold(w.span.of(&aligned.annotation.text)) == form);
    !words.is_empty() && words.into_iter().all(|w| has(own(w)))
}

/// The term of the noun that a number counts; a "second attempt" is a second time.
fn counted_term(reading: &Reading, value: &Value) -> Option<String> {
    counted(reading, value).map(|w| match reading.words[w].lemma.as_str() {
        "attempt" | "try" | "go" => term("time"),
        lemma => term(lemma),
    })
}

/// What a sentence, or the text right before it, says of the question's dates.
pub fn dates(aligned: &Aligned) -> Finding {
    let known = aligned.query.known;
    let sentences = &known.document.sentences;
    let paragraph = |s: usize| (sentences[s].section, sentences[s].paragraph);
    let asked: Vec<&Date> = aligned.question.dates.iter().filter(|d| !matches!(d, Date::Relative(_))).collect();
    let own = dated(aligned, aligned.sentence);
    let found = |dates: &[&Date]| asked.iter().all(|q| dates.iter().any(|d| dates_agree(q, d)));
    if asked.is_empty() || found(&own) {
        return Finding::Held;
    }
    if !own.is_empty() {
        return Finding::Differs;
    }
    let before = (0..aligned.sentence).rev().take_while(|&s| paragraph(s) == paragraph(aligned.sentence));
    let context = before.map(|s| dated(aligned, s)).find(|d| !d.is_empty()).unwrap_or_default();
    if found(&context) { Finding::Held } else { Finding::Missing }
}

fn dated<'a>(aligned: &Aligned<'a>, sentence: usize) -> Vec<&'a Date> {
    let values = &aligned.query.known.annotations[sentence].values;
    values.iter().filter_map(|v| v.kind.date()).filter(|d| !matches!(d, Date::Relative(_))).collect()
}

/// A word of the question, and the word of the sentence that is opposed to it and stands in its place: an adjective of the same noun, a verb or noun
/// beside what the two share.
pub fn opposite(aligned: &Aligned) -> Option<(usize, usize)> {
    let asked = aligned.asked();
    // What is said of somebody's father says nothing of the mother.
    let relative = |w: &usize| wordnet::is_mainly(&asked.words[*w].lemma, "relative");
    let content = |w: &usize| {
        let word = &asked.words[*w];
        matches!(word.pos, Pos::Noun | Pos::Verb | Pos::Adj | Pos::Adv)
            || matches!(word.pos, Pos::Det) && word.relation.base() == Relation::Det
    };
    let said = Words { reading: aligned.reading(), outline: aligned.query.known.outline(aligned.sentence), verbs: OnceCell::new() };
    aligned.claim.claim.clone().filter(|w| content(w) && !relative(w)).find_map(|w| opposite_of(aligned, &said, w).map(|other| (w, other)))
}

/// The words of a sentence, with what is found of them when first asked.
struct Words<'a> {
    reading: &'a Reading,
    outline: &'a Outline,
    verbs: OnceCell<Vec<usize>>,
}

impl Words<'_> {
    /// For each word, the first of the joined predicates under one of which it stands.
    fn verbs(&self) -> &[usize] {
        self.verbs.get_or_init(|| (0..self.reading.words.len()).map(|w| first_verb(self.reading, w)).collect())
    }

    /// What tells the opposites of a word.
    fn opposites(&self, word: usize) -> &Opposites<'static> {
        self.outline.opposites(self.reading, word)
    }
}

fn opposite_of(aligned: &Aligned, said: &Words, asked: usize) -> Option<usize> {
    let (question, reading, lexicon) = (aligned.asked(), aligned.reading(), aligned.question.lexicon);
    let lemma = &question.words[asked].lemma;
    let images = aligned.images(asked);
    if matches!(question.words[asked].relation.base(), Relation::Amod | Relation::Det) {
        let nouns = question.words[asked].head.map(|h| aligned.images(h)).unwrap_or_default();
        let same = |noun: usize| reading.children(noun).any(|c| images.contains(&c));
        let opposites = Opposites::of(lemma, lexicon);
        let other = |noun: usize| reading.children(noun).find(|&c| c < noun && opposites.hold(said.opposites(c)));
        return nouns.into_iter().filter(|&n| !same(n)).find_map(other);
    }
    // "She failed the test, but passed it later" says both.
    let verbs = || reading.words.iter().filter(|word| word.pos == Pos::Verb);
    let both = |w: usize| verbs().any(|verb| opposed(lexicon, &verb.lemma, &reading.words[w].lemma));
    let loose = || {
        let (matched, others): (Vec<usize>, Vec<usize>) = (0..reading.words.len()).partition(|&w| aligned.is_matched(w));
        let verbs: Vec<usize> = matched.into_iter().map(|w| said.verbs()[w]).collect();
        let opposites = Opposites::of(lemma, lexicon);
        let is_opposed = |w: usize| opposites.hold(said.opposites(w));
        // What was broken when a sentence tells of it may have been mended.
        let was_once = |w: usize| question.words[asked].pos == Pos::Verb && reading.is(w, Relation::Amod);
        // A word of the sentence must hang together with a word that the question shares.
        others.into_iter().find(|&w| verbs.contains(&said.verbs()[w]) && is_opposed(w) && !was_once(w) && !both(w))
    };
    // "Offered the post, he declined, since accepting would have cost him …": what it would have been is no sign that it was.
    let above = || {
        let opposites = Opposites::of(lemma, lexicon);
        let verb = |w: &usize| reading.words[*w].pos == Pos::Verb && !aligned.is_matched(*w);
        let governs = |w: &usize| images.iter().all(|&i| reading.is_ancestor(*w, i));
        (0..reading.words.len()).filter(verb).filter(governs).find(|&w| opposites.hold(said.opposites(w)))
    };
    if images.is_empty() { loose() } else { above() }
}

/// The first of the joined predicates under one of which a word stands.
fn first_verb(reading: &Reading, word: usize) -> usize {
    let joined = |v: &usize| matches!(reading.words[*v].relation.base(), Relation::Conj | Relation::Parataxis);
    let mut verb = predicate(reading, word);
    while let Some(head) = reading.words[verb].head.filter(|_| joined(&verb)) {
        verb = predicate(reading, head);
    }
    verb
}

/// Whether the question speaks of the first of all ("the smallest") and the sentence of one further down ("the second smallest", "one of the smallest").
pub fn outranked(aligned: &Aligned, values: &[Value]) -> bool {
    let asked = superlatives(aligned.asked(), &aligned.question.read, values);
    let given = superlatives(aligned.reading(), &aligned.annotation.text, &aligned.annotation.values);
    asked.iter().any(|(name, ranked)| {
        let mut same = given.iter().filter(|(n, _)| n == name).peekable();
        same.peek().is_some() && same.all(|(_, r)| r != ranked)
    })
}

/// The superlatives of a sentence: their adjective ("most" for all that are formed with it), and whether something ranks before them.
fn superlatives(reading: &Reading, text: &str, values: &[Value]) -> Vec<(String, bool)> {
    let lower = |w: usize| fold(reading.words[w].span.of(text));
    let later = |at: usize| values.iter().any(|v| v.core.end == at && matches!(v.kind, ValueKind::Ordinal(n) if n > 1));
    let ranked = |w: usize| {
        let before: Vec<Cow<str>> = (w.saturating_sub(3)..w).map(lower).collect();
        let one_of = before.windows(2).any(|p| p[0] == "one" && p[1] == "of") || before.last().is_some_and(|b| b == "among");
        one_of || w > 0 && (later(reading.words[w - 1].span.end) || lower(w - 1) == "second")
    };
    let name = |w: usize| {
        let form = lower(w);
        let plain = form.strip_suffix("est").and_then(|_| wordnet::base_form(&form, wordnet::Pos::Adjective)).filter(|b| *b != form);
        match plain {
            _ if form == "most" => Some(form.into_owned()),
            Some(plain) => Some(plain.to_string()),
            None => matches!(reading.words[w].tag, Tag::Jjs | Tag::Rbs).then(|| reading.words[w].lemma.to_string()),
        }
    };
    (0..reading.words.len()).filter_map(|w| Some((name(w)?, ranked(w)))).collect()
}

/// The word by which the question asks for others, where the sentence says that there is only one.
pub fn sole(aligned: &Aligned) -> Option<usize> {
    let others = aligned.question.folded_words().iter().position(|w| ["other", "another", "others", "else"].contains(&w.as_str()))?;
    let text = &aligned.annotation.text;
    let alone = aligned.reading().words.iter().any(|w| ["only", "sole"].contains(&fold(w.span.of(text)).as_ref()));
    alone.then_some(others)
}

/// The word by which the question speaks of all, where the sentence leaves some out.
pub fn excepted(aligned: &Aligned) -> Option<usize> {
    const ALL: [&str; 9] = ["all", "always", "each", "entire", "every", "everybody", "everyone", "everything", "whole"];
    const EXCEPT: [&str; 4] = ["except", "excepting", "excluding", "save"];
    let has =
        |reading: &Reading, text: &str, words: &[&str]| reading.words.iter().position(|w| words.contains(&fold(w.span.of(text)).as_ref()));
    let all =
        has(aligned.asked(), &aligned.question.read, &ALL).filter(|_| has(aligned.asked(), &aligned.question.read, &EXCEPT).is_none());
    all.filter(|_| has(aligned.reading(), &aligned.annotation.text, &EXCEPT).is_some())
}

/// The word by which the question asks whether it was always so, where the sentence tells of a change.
pub fn changed(aligned: &Aligned) -> Option<usize> {
    const CHANGE: [&str; 10] = ["after", "became", "becoming", "before", "began", "first", "former", "formerly", "originally", "until"];
    let always = aligned.question.folded_words().iter().position(|w| w == "always")?;
    let text = &aligned.annotation.text;
    let told: Vec<Cow<str>> = aligned.reading().words.iter().map(|w| fold(w.span.of(text))).collect();
    (told.iter().any(|w| CHANGE.contains(&w.as_ref())) && !told.iter().any(|w| w == "always")).then_some(always)
}

/// Whether the question says "always" or "only", and the sentence does not.
pub fn lacks_limit(aligned: &Aligned) -> bool {
    let has = |reading: &Reading, text: &str, word: &str| reading.words.iter().any(|w| w.span.of(text).eq_ignore_ascii_case(word));
    ["always", "only"]
        .iter()
        .any(|limit| has(aligned.asked(), &aligned.question.read, limit) && !has(aligned.reading(), &aligned.annotation.text, limit))
}

/// Verbs whose subject and object may change places.
pub(super) const SYMMETRIC: [&str; 9] = ["accompany", "border", "divorce", "equal", "fight", "marry", "meet", "match", "resemble"];

/// Whether the sentence has the question's object do to its subject what the question asks of it.
pub fn reversed(aligned: &Aligned) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let Some(root) = question.root().filter(|&r| question.words[r].pos == Pos::Verb) else { return false };
    let (Some(subject), Some(object)) = roles(question, &aligned.question.read, root) else { return false };
    let points = matches!(question.words[subject].lemma.as_str(), "it" | "that" | "these" | "this" | "those");
    if points || SYMMETRIC.contains(&question.words[root].lemma.as_str()) {
        return false;
    }
    let has = |head: Option<usize>, asked: usize| head.is_some_and(|h| phrase_holds(aligned, h, asked));
    aligned.images(root).into_iter().filter(|&v| reading.words[v].pos == Pos::Verb).any(|verb| {
        let (by, to) = roles(reading, &aligned.annotation.text, verb);
        // "Talhof won the election, defeating Olin Pask": the subject of a participle is that of the clause before.
        let shared = || Some(verb).filter(|&v| reading.is(v, Relation::Advcl) && reading.words[v].tag == Tag::Vbg);
        let by = by.or_else(|| shared().and_then(|v| aligned.query.known.outline(aligned.sentence).subjects[v]));
        has(by, object) && !has(by, subject) && !has(to, object)
    })
}

/// Whether the sentence puts above the question's first thing what the question puts below it: "Is the otter heavier than the seal?" against "the seal is heavier
/// than the otter".
pub fn outdone_by(aligned: &Aligned) -> bool {
    let compared = |reading: &Reading, text: &str, word: usize| {
        let than = |c: &usize| case(reading, text, *c).is_some_and(|case| case == "than");
        Some((reading.child(word, Relation::Nsubj)?, reading.children(word).find(than)?))
    };
    let (question, reading) = (aligned.asked(), aligned.reading());
    let Some(root) = question.root() else { return false };
    let Some((more, less)) = compared(question, &aligned.question.read, root) else { return false };
    let holds = |head: usize, asked: usize| phrase_holds(aligned, head, asked);
    let wholly = |head: usize, asked: usize| {
        let own = phrase(reading, head);
        let content = phrase(question, asked).into_iter().filter(|&w| aligned.term(w).is_some());
        content.into_iter().all(|w| aligned.images(w).iter().any(|i| own.contains(i)))
    };
    aligned.images(root).into_iter().any(|word| {
        let said = compared(reading, &aligned.annotation.text, word);
        said.is_some_and(|(above, below)| holds(above, less) && holds(below, more) && !wholly(above, more))
    })
}

/// Whether the phrase of a word of the sentence, or what it is called beside it, holds an image of the question's phrase.
pub(super) fn phrase_holds(aligned: &Aligned, head: usize, asked: usize) -> bool {
    let reading = aligned.reading();
    let mut own = phrase(reading, head);
    own.extend(reading.children(head).filter(|&c| reading.is(c, Relation::Appos)).flat_map(|c| phrase(reading, c)));
    let is_asked = |w: usize| aligned.images(w).iter().any(|i| own.contains(i));
    phrase(aligned.asked(), asked).into_iter().any(is_asked)
}

/// The word that fills, in the sentence, the place of a word that the question has and the sentence has not: the same role at a word that both share,
/// by the same preposition, and of the same kind.
pub fn filler(aligned: &Aligned, missing: usize) -> Option<usize> {
    let question = aligned.asked();
    let mut asked = aligned.head(missing);
    while let Some(head) =
        question.words[asked].head.filter(|_| matches!(question.words[asked].relation.base(), Relation::Flat | Relation::Compound))
    {
        asked = head;
    }
    if !aligned.images(asked).is_empty() {
        return None;
    }
    let candidates = if is_copular(question, asked) { predicates(aligned, asked) } else { same_role(aligned, asked) };
    candidates.into_iter().find(|&c| excludes(aligned, asked, c))
}

/// The word of the question for what it asks whether somebody is against or for, where the sentence says by its verb that they take the other side: "supports nuclear
/// energy", for "Is she against nuclear energy?"
pub fn other_side(aligned: &Aligned) -> Option<usize> {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let claims = &aligned.question.wording.claims;
    let root = question.root().filter(|&root| is_copular(question, root))?;
    let opposed = match &*case(question, &aligned.question.read, root)? {
        "against" => &claims.backing,
        "for" => &claims.opposing,
        _ => return None,
    };
    let turned =
        |w: usize| reading.words[w].head.is_some_and(|verb| opposed.has(&reading.words[verb].lemma) && reading.is(w, Relation::Obj));
    aligned.images(root).into_iter().any(turned).then_some(root)
}

/// The place that the sentence gives for what the question places elsewhere: "is in Asia", "is a country in North Africa".
pub fn elsewhere(aligned: &Aligned) -> Option<usize> {
    let (asked, reading) = (aligned.asked(), aligned.reading());
    let place = asked.root().filter(|&r| is_copular(asked, r))?;
    let by = case(asked, &aligned.question.read, place)?;
    let subject = asked.child(place, Relation::Nsubj)?;
    said_of(aligned, subject).find_map(|p| {
        let placed: Vec<usize> =
            reading.children(p).chain([p]).filter(|&c| case(reading, &aligned.annotation.text, c) == Some(by.clone())).collect();
        let same = |&c: &usize| phrase_holds(aligned, c, place);
        placed.first().copied().filter(|&c| !placed.iter().any(same) && is_name(reading, c) && is_name(asked, place))
    })
}

fn is_name(reading: &Reading, word: usize) -> bool {
    reading.words[word].pos == Pos::Propn
}

/// What the sentence says that the question's subject is.
fn predicates(aligned: &Aligned, asked: usize) -> Vec<usize> {
    let Some(subject) = aligned.asked().child(asked, Relation::Nsubj) else { return Vec::new() };
    said_of(aligned, subject).filter(|&p| !aligned.is_matched(p)).collect()
}

/// The nouns and adjectives of the sentence that its copulas say of the question's word `subject`.
fn said_of<'a>(aligned: &'a Aligned, subject: usize) -> impl Iterator<Item = usize> + 'a {
    let reading = aligned.reading();
    let images = aligned.images(subject);
    let about = move |s: usize| phrase(reading, s).iter().any(|w| images.contains(w));
    (0..reading.words.len()).filter(|&p| is_copular(reading, p)).filter(move |&p| reading.child(p, Relation::Nsubj).is_some_and(&about))
}

/// The words that stand, in the sentence, in the role of a word of the question. Not objects: what is done to one may be done to another too.
fn same_role(aligned: &Aligned, asked: usize) -> Vec<usize> {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let role = question.words[asked].relation.base();
    let Some(head) = question.words[asked].head.filter(|_| matches!(role, Relation::Obl | Relation::Nmod | Relation::Nsubj)) else {
        return Vec::new();
    };
    let by = case(question, &aligned.question.read, asked);
    let images = aligned.images(head);
    let same =
        |&c: &usize| reading.words[c].relation.base() == role && case(reading, &aligned.annotation.text, c) == by && !aligned.is_matched(c);
    images.into_iter().flat_map(|i| reading.children(i)).filter(same).collect()
}

/// Whether the two words cannot both be meant: two names, or two kinds of one class neither of which is the other.
fn excludes(aligned: &Aligned, asked: usize, given: usize) -> bool {
    let (a, b) = (&aligned.asked().words[asked], &aligned.reading().words[given]);
    let named = |text: &str, place: usize, span: Span| place > 0 && span.of(text).starts_with(char::is_uppercase);
    let kind = |text: &str, span: Span| gazetteer::place(span.of(text)).map(|(kind, _)| kind);
    // A town may lie in the country or the region.
    let wide = kind(&aligned.question.read, a.span).filter(|kind| *kind != "city");
    if wide.is_some() && wide != kind(&aligned.annotation.text, b.span) {
        return false;
    }
    if named(&aligned.question.read, asked, a.span) && (b.pos == Pos::Propn || named(&aligned.annotation.text, given, b.span)) {
        return true;
    }
    match (a.pos, b.pos) {
        (Pos::Noun, Pos::Noun) => siblings(&fold(&a.lemma), &fold(&b.lemma)),
        (Pos::Adj, Pos::Adj) => opposed(aligned.question.lexicon, &a.lemma, &b.lemma),
        _ => false,
    }
}

/// Whether two nouns are of one nearest class and neither a word for the other. A person may be many things at once.
fn siblings(a: &str, b: &str) -> bool {
    if wordnet::is_a(a, "person") || wordnet::is_a(b, "person") {
        return false;
    }
    let near = |n: &str| wordnet::classes(n).next();
    let synonyms = |x: &str, y: &str| wordnet::synonyms(x, wordnet::Pos::Noun).any(|s| s == y);
    near(a).is_some() && near(a) == near(b) && !wordnet::is_a(a, b) && !wordnet::is_a(b, a) && !synonyms(a, b) && !synonyms(b, a)
}
