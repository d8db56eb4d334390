//! The type of answer that a question wants, in Li & Roth's taxonomy: `LOC:city`, `NUM:date`, `HUM:ind`…
//!
//! The rules are data (`knowledge/rules/answer-types`); here is how they are applied. In order:
//! patterns of words from the question word on; the head of the noun phrase asked about (*which old city*, *what is the capital of*), looked up
//! in the rules' lists of words, then by its classes in WordNet; patterns again, for what is left. The approach is that of Silva et al.,
//! *From symbolic to sub-symbolic information in question classification* (2011), and of Tayyar Madabushi & Lee, *High accuracy rule-based
//! question classification using question syntax and semantics* (COLING 2016).

mod phrase;
#[cfg(test)]
mod tests;

use crate::knowledge::rules::answer_types::words::{Word, words};
use crate::knowledge::rules::answer_types::{Marks, Pattern, Rule, TypeRules};
use crate::text::Span;
use crate::text::names::gazetteer;
use crate::text::wordnet;
use phrase::{Phrase, Place, noun_phrase, opens_with_verb};

/// What was found out about the answer's type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypeDecision<'r> {
    /// One of [`TYPES`](crate::knowledge::rules::answer_types::TYPES); empty if no rule applies.
    pub answer_type: &'r str,
    /// The name of the rule that applied; empty if none did.
    pub rule: &'r str,
    /// The noun phrase that tells what is asked for: *old city* in *which old city*.
    pub focus: Option<Span>,
    /// Its head: *city*.
    pub head: Option<Span>,
    /// The question word, or the verb of a command such as *name*.
    pub wh: Option<Span>,
    /// Whether a rule lists the head.
    pub listed: bool,
    /// Whether the head can be a plural.
    pub plural: bool,
}

/// Decides the type of answer that a question wants. The same question and rules always give the same decision.
pub fn answer_type<'r>(rules: &'r TypeRules, asked: &Asked) -> TypeDecision<'r> {
    let rule = asked.matching(rules).next();
    let (words, phrase) = (&asked.words, asked.phrase);
    TypeDecision {
        answer_type: rule.map_or("", |rule| &rule.answer_type),
        rule: rule.map_or("", |rule| &rule.name),
        focus: phrase.map(|phrase| words[phrase.start].span.cover(words[phrase.end - 1].span)),
        head: phrase.map(|phrase| words[phrase.head].span),
        wh: asked.at.map(|n| words[n].span),
        plural: phrase.is_some_and(|phrase| words[phrase.head].noun().is_some_and(|lemma| lemma != words[phrase.head].text)),
        listed: phrase.is_some_and(|phrase| by_word(rules, words, phrase, words[phrase.head].lemma()).is_some()),
    }
}

/// All rules that match, in the order in which they are tried; the first decides, the others show what it overruled.
pub fn matching_rules<'r>(rules: &'r TypeRules, asked: &Asked) -> Vec<&'r Rule> {
    let mut matching: Vec<&Rule> = asked.matching(rules).collect();
    matching.dedup();
    matching
}

/// A question, read as far as its type needs.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Its words.
    pub words: Vec<Word>,
    /// Which they are, at a glance.
    pub marks: Marks,
    /// Where the question word stands.
    pub at: Option<usize>,
    /// The noun phrase that tells what is asked for.
    phrase: Option<Phrase>,
}

impl Asked {
    /// Reads a question, given as it is read.
    pub fn read(rules: &TypeRules, question: &str) -> Self {
        let mut words = words(question);
        let fillers = words.iter().take_while(|word| rules.is_filler(&word.text)).count();
        if fillers < words.len() {
            words.drain(..fillers);
        }
        let at = question_word(rules, &words);
        let phrase = focus(rules, &words, at);
        let marks = Marks::of(words.iter().map(|word| word.key));
        Self { words, marks, at, phrase }
    }

    fn matching<'r>(&self, rules: &'r TypeRules) -> impl Iterator<Item = &'r Rule> {
        let matches = |&(pattern, _): &(&Pattern, &Rule)| pattern.matches(&self.words, self.marks, self.at.unwrap_or(0));
        let by_phrase = std::iter::once(()).filter_map(|()| by_phrase(rules, &self.words, self.phrase?));
        let patterns = rules.patterns().filter(matches).map(|(_, rule)| rule);
        patterns.chain(by_phrase).chain(rules.fallbacks().filter(matches).map(|(_, rule)| rule))
    }
}

const QUESTION_WORDS: [&str; 9] = ["what", "which", "who", "whom", "whose", "where", "when", "why", "how"];

/// Where the question word stands, or the verb of a command. A subordinate clause may go before (*When it rains, what…*).
fn question_word(rules: &TypeRules, words: &[Word]) -> Option<usize> {
    let asks = |n: usize| QUESTION_WORDS.contains(&words[n].text.as_str()) && !words[n].quoted;
    let all: Vec<usize> = (0..words.len()).filter(|&n| asks(n)).collect();
    let command = words.first().filter(|word| rules.is_command(&word.text)).map(|_| 0);
    let after_comma = all.iter().copied().find(|&n| n > 0 && words[n - 1].text == ",");
    let strong = all.iter().copied().find(|&n| ["what", "how", "why"].contains(&words[n].text.as_str()));
    const BEFORE: [&str; 10] = ["at", "by", "for", "from", "in", "of", "on", "since", "to", "with"];
    let told = |n: usize| words[n].text == "me" || Some(n) == command;
    let behind = |n: usize| told(n - 1) || n > 1 && BEFORE.contains(&words[n - 1].text.as_str()) && told(n - 2);
    let embedded = all.first().copied().filter(|&n| n > 0 && behind(n));
    let topic = words.len() > 1 && ["what", "how"].contains(&words[0].text.as_str()) && words[1].text == "about";
    match all.first().copied() {
        Some(0) if topic || ["when", "where"].contains(&words[0].text.as_str()) => after_comma.or(Some(0)),
        Some(0) => Some(0),
        first => embedded.or(command).or(after_comma).or(strong).or(first),
    }
}

/// The noun phrase that tells what is asked for.
fn focus(rules: &TypeRules, words: &[Word], asking: Option<usize>) -> Option<Phrase> {
    let phrase = |from: usize, place: Place| noun_phrase(words, from, place, rules.transparent());
    let Some(at) = asking else { return keyword(rules, words).or_else(|| phrase(0, Place::Complement)) };
    let Some(next) = words.get(at + 1).filter(|next| !next.is_mark()) else {
        // "The song is about what?": a question word at the end asks for what stands right before it, as in "birthplace what?", or for nothing named.
        return phrase(0, Place::Complement).filter(|phrase| phrase.end == at);
    };
    if next.text == "of" {
        return if words[at].text == "name" { phrase(at, Place::Complement) } else { phrase(at + 2, Place::Subject) };
    }
    let options = words.iter().skip(at).position(|word| word.text == "or").filter(|_| words[at].text == "which" && next.verb().is_some());
    if let Some(options) = options {
        return phrase(at + options + 1, Place::Complement);
    }
    match words[at].text.as_str() {
        "what" | "which" if next.is_auxiliary() => {
            let copula = ["is", "are", "was", "were"].contains(&next.text.as_str());
            let be = words.iter().take(at + 4).skip(at + 1).position(|word| word.text == "be").map(|n| n + at + 1);
            if copula { phrase(at + 2, Place::Complement) } else { be.and_then(|n| phrase(n + 1, Place::Complement)) }
        }
        "what" | "which" if opens_with_verb(words, at + 1) => None,
        "what" | "which" | "whose" => phrase(at + 1, Place::Subject),
        word if rules.is_command(word) => phrase(if next.text == "me" { at + 2 } else { at + 1 }, Place::Complement),
        _ => None,
    }
}

/// In words without a question, the last that a rule lists (*film director*), before others one that measures (*frog lifespan*) or asks for a
/// reason (*delay reason railway*).
fn keyword(rules: &TypeRules, words: &[Word]) -> Option<Phrase> {
    let rule = |word: &Word| {
        // "de" is a foreign article rather than what two letters abbreviate.
        if word.is_function() || word.text.len() < 3 {
            None
        } else {
            word.noun().and_then(|lemma| rules.word(&word.text).or_else(|| rules.word(lemma)))
        }
    };
    let listed = |word: &Word| rule(word).is_some();
    let measures = |word: &Word| rule(word).is_some_and(|rule| rule.answer_type.starts_with("NUM") || rule.answer_type == "DESC:reason");
    // Before a thing, somebody whom the keywords begin with ("ghostwriter flour and blood"), but no kind of things ("detective stories").
    let transparent = |word: &Word| word.noun().is_some_and(|noun| rules.transparent().iter().any(|known| known == noun));
    let somebody = |word: &Word| !transparent(word) && rule(word).is_some_and(|rule| rule.answer_type == "HUM:ind");
    let thing = |word: &Word| rule(word).is_some_and(|rule| rule.answer_type.starts_with("ENTY"));
    let things = |word: &Word| thing(word) && word.noun().is_some_and(|noun| noun != word.text);
    // "Heard as witness", "stayed minister": what somebody is said to have been is not asked for.
    let predicate = |n: usize| n > 0 && (words[n - 1].text == "as" || words[n - 1].verb().is_some() && words[n - 1].noun().is_none());
    let last = (0..words.len()).rfind(|&n| listed(&words[n]) && !(somebody(&words[n]) && predicate(n)));
    let first = words
        .iter()
        .take(2)
        .position(somebody)
        .filter(|&n| last.is_some_and(|last| thing(&words[last])) && !words.get(n + 1).is_some_and(things));
    // "Cold winter director": what stands before the noun for a person only describes it.
    let describes = |n: usize| last.is_some_and(|last| somebody(&words[last]) && n < last && !words[n..last].iter().any(Word::is_function));
    let number = |n: usize| rule(&words[n]).is_some_and(|rule| rule.answer_type.starts_with("NUM"));
    let measure = words.iter().rposition(measures).filter(|&n| !(number(n) && describes(n)));
    let head = measure.or(first).or(last);
    head.map(|head| Phrase { start: head, end: head + 1, head })
}

/// The rule that a phrase calls: by its head, else by the nearest listed word before it, which the head then modifies or follows as a verb
/// (*which song put her on the stage*).
fn by_phrase<'r>(rules: &'r TypeRules, words: &[Word], phrase: Phrase) -> Option<&'r Rule> {
    let head = &words[phrase.head];
    let lemma = head.lemma();
    let by_word = by_word(rules, words, phrase, lemma);
    let by_class = || {
        let named =
            head.capital && phrase.head.checked_sub(1).is_none_or(|n| words[n].capital || words[n].is_auxiliary() || words[n].text == "of");
        if named && gazetteer::group(&head.text).is_some() {
            // "Which Norwegian …?"
            return rules.word("person");
        }
        // "The March of the Bakers" is no month.
        let capital = |n: usize| words.get(n).is_some_and(|word| word.capital);
        let of = head.capital && words.get(phrase.head + 1).is_some_and(|word| word.text == "of");
        let titled = of && (capital(phrase.head + 2) || capital(phrase.head + 3) && words[phrase.head + 2].is_function());
        // Two letters are more likely an interjection or a foreign article than the state they abbreviate.
        if named || titled || lemma.len() < 3 { None } else { wordnet::classes(lemma).find_map(|class| rules.class(class)) }
    };
    let common = |n: &usize| !words[*n].is_function() && !words[*n].capital;
    let earlier = || (phrase.start..phrase.head).rev().filter(common).find_map(|n| rules.word(words[n].noun()?));
    match by_word.or_else(by_class) {
        None => earlier(),
        Some(rule) if by_word.is_none() && rule.answer_type == "ENTY:other" => earlier().or(Some(rule)),
        rule => rule,
    }
}

/// The rule that lists the head: with what follows after *of*, with the word before it, or alone.
fn by_word<'r>(rules: &'r TypeRules, words: &[Word], phrase: Phrase, lemma: &str) -> Option<&'r Rule> {
    let next = words.get(phrase.head + 2).filter(|_| words[phrase.head + 1].text == "of");
    let before = phrase.head.checked_sub(1).filter(|&n| n >= phrase.start);
    next.and_then(|next| rules.word(&format!("{lemma} of {}", next.text)))
        .or_else(|| before.and_then(|n| rules.word(&format!("{} {lemma}", words[n].text))))
        .or_else(|| rules.word(&words[phrase.head].text))
        .or_else(|| rules.word(lemma))
}
