//! The type of answer that a question wants, in Li & Roth's taxonomy: `LOC:city`, `NUM:date`, `HUM:ind`…
//!
//! The rules are data (`knowledge/rules/answer-types`); here is how they are applied. In order:
//! patterns of words from the question word on; the head of the noun phrase asked about (*which old city*, *what is the capital of*), looked up
//! in the rules' lists of words, then by its classes in WordNet; patterns again, for what is left. The approach is that of Silva et al.,
//! *From symbolic to sub-symbolic information in question classification* (2011), and of Tayyar Madabushi & Lee, *High accuracy rule-based
//! question classification using question syntax and semantics* (COLING 2016).

mod closed;
mod pattern;
mod phrase;
mod rules;
mod words;

pub use rules::{Example, Rule, TYPES, TypeRules};

use crate::text::Span;
use crate::text::wordnet;
use phrase::{Phrase, Place, noun_phrase};
use words::{Word, words};

/// What was found out about the answer's type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypeDecision<'r> {
    /// One of [`TYPES`]; empty if no rule applies.
    pub answer_type: &'r str,
    /// The name of the rule that applied; empty if none did.
    pub rule: &'r str,
    /// The noun phrase that tells what is asked for: *old city* in *which old city*.
    pub focus: Option<Span>,
    /// Its head: *city*.
    pub head: Option<Span>,
    /// The question word, or the verb of a command such as *name*.
    pub wh: Option<Span>,
}

/// Decides the type of answer that `question` wants. The same question and rules always give the same decision.
pub fn answer_type<'r>(rules: &'r TypeRules, question: &str) -> TypeDecision<'r> {
    let words = words(question);
    let asking = question_word(rules, &words);
    let from = asking.unwrap_or(0);
    let phrase = focus(rules, &words, asking);
    let rule = rules
        .pattern(|pattern| pattern.matches(&words, from))
        .or_else(|| phrase.and_then(|phrase| by_head(rules, &words, phrase)))
        .or_else(|| rules.fallback(|pattern| pattern.matches(&words, from)));
    TypeDecision {
        answer_type: rule.map_or("", |rule| &rule.answer_type),
        rule: rule.map_or("", |rule| &rule.name),
        focus: phrase.map(|phrase| words[phrase.start].span.cover(words[phrase.end - 1].span)),
        head: phrase.map(|phrase| words[phrase.head].span),
        wh: asking.map(|n| words[n].span),
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
    match all.first().copied() {
        Some(0) if ["when", "where"].contains(&words[0].text.as_str()) => after_comma.or(Some(0)),
        Some(0) => Some(0),
        first => command.or(after_comma).or(strong).or(first),
    }
}

/// The noun phrase that tells what is asked for.
fn focus(rules: &TypeRules, words: &[Word], asking: Option<usize>) -> Option<Phrase> {
    let phrase = |from: usize, place: Place| noun_phrase(words, from, place, rules.transparent());
    let Some(at) = asking else { return phrase(0, Place::Complement) };
    let Some(next) = words.get(at + 1).filter(|next| !next.is_mark()) else {
        return phrase(0, Place::Complement).filter(|phrase| phrase.end <= at);
    };
    if next.text == "of" {
        return phrase(if words[at].text == "name" { at } else { at + 2 }, Place::Complement);
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
        "what" | "which" | "whose" => phrase(at + 1, Place::Subject),
        word if rules.is_command(word) => phrase(if next.text == "me" { at + 2 } else { at + 1 }, Place::Complement),
        _ => None,
    }
}

/// The rule that the head of a phrase calls: by the phrase's last two words, by its lemma, by its classes, nearest first.
fn by_head<'r>(rules: &'r TypeRules, words: &[Word], phrase: Phrase) -> Option<&'r Rule> {
    let head = &words[phrase.head];
    let lemma = head.noun().unwrap_or(&head.text);
    let before = phrase.head.checked_sub(1).filter(|&n| n >= phrase.start).map(|n| format!("{} {lemma}", words[n].text));
    let listed = before.and_then(|phrase| rules.word(&phrase)).or_else(|| rules.word(&head.text)).or_else(|| rules.word(lemma));
    let named = head.capital && (phrase.start == phrase.head || words[phrase.head - 1].capital);
    listed.or_else(|| if named { None } else { wordnet::classes(lemma).find_map(|class| rules.class(class)) })
}
