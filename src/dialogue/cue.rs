//! Cues: what kind of turn a text is, from its first words: a move, a correction, a choice, a follow-up, or a question that stands on its own.

use super::line::{is_auxiliary, is_wh};
use crate::knowledge::rules::{Act, FollowUpWords, Moves};
use crate::text::fold::fold;

/// A text without the words that lead over to it, and what these were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue<'t> {
    /// What is left to be understood.
    pub core: &'t str,
    /// Whether an opener stood before it.
    pub opened: bool,
    /// Whether "never mind" stood before it.
    pub drops: bool,
    /// Whether it corrects the question before.
    pub corrects: bool,
    /// What it does, where it asks nothing new.
    pub act: Option<Act>,
}

impl<'t> Cue<'t> {
    /// Reads the beginning of a text.
    pub fn of(moves: &Moves, text: &'t str) -> Self {
        let act = |core: &str| {
            let said = plain(core);
            moves.moves.iter().find(|m| m.says.contains(&said)).map(|m| m.name)
        };
        let whole = text.trim();
        let said = moves.moves.iter().find(|m| m.name == Act::NeverMind).map_or(&[][..], |m| &m.says);
        let kept = strip(whole, said);
        let denied = strip(kept, &moves.denials);
        let opened = strip(denied, &moves.openers);
        let corrected = strip_once(opened, &moves.corrections);
        let behind = without_end(opened, &moves.corrections);
        // "No, her brother."
        let instead = denied.len() < kept.len() && is_phrase(opened);
        let corrects = corrected.len() < opened.len() || behind.is_some() || instead;
        let core = match behind {
            Some(meant) => meant,
            None if corrects => strip(corrected, &moves.openers),
            // "No, back to the mill, who built it?"
            None if asks_anew(&moves.words, opened) => opened,
            None => strip(kept, &moves.openers),
        };
        let core = if core.is_empty() { whole } else { core };
        let (opened, drops) = (core.len() < whole.len(), kept.len() < whole.len() && core.len() < whole.len());
        Self { core, opened, drops, corrects, act: act(whole).or_else(|| act(core)) }
    }
}

/// The most words of a phrase that alone corrects the question before.
const PHRASE: usize = 4;

/// Whether a text is a phrase with a word that tells which thing or person is meant, rather than a question or an answer.
fn is_phrase(text: &str) -> bool {
    let said = plain(text);
    let words: Vec<&str> = said.split(' ').collect();
    let first = words[0];
    let tells = matches!(first, "the" | "his" | "her" | "its" | "their") || text.starts_with(char::is_uppercase);
    (1..=PHRASE).contains(&words.len()) && tells && !words.iter().any(|word| is_wh(word) || is_auxiliary(word))
}

/// Whether a text names a topic by the words for that, or opens with a word that asks and is more than that word.
fn asks_anew(words: &FollowUpWords, text: &str) -> bool {
    let said = plain(text);
    let first = said.split_once(' ').map(|(first, _)| first);
    named(words, text).is_some() || first.is_some_and(|first| is_wh(first) || is_auxiliary(first))
}

/// The text in lower case, words alone.
pub fn plain(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

/// The text without the phrases, any number of them, that it begins with.
fn strip<'t>(text: &'t str, phrases: &[String]) -> &'t str {
    let mut rest = text;
    loop {
        let shorter = strip_once(rest, phrases);
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}

/// "The trial, I mean" without the phrase that ends it; `None` where none does.
fn without_end<'t>(text: &'t str, phrases: &[String]) -> Option<&'t str> {
    let text = text.trim_end_matches(['.', '!', '?', ' ']);
    let before = |phrase: &String| {
        let at = text.len().checked_sub(phrase.len())?;
        let said = text.get(at..)?.eq_ignore_ascii_case(phrase);
        text.get(..at).filter(|_| said)?.trim_end().strip_suffix(',').filter(|rest| !rest.is_empty())
    };
    phrases.iter().find_map(before)
}

/// The text without the longest phrase that it begins with.
fn strip_once<'t>(text: &'t str, phrases: &[String]) -> &'t str {
    let after = |phrase: &String| {
        let head = text.get(..phrase.len())?;
        let rest = text.get(phrase.len()..)?;
        let ends = || !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\'' || c == '-');
        (head.eq_ignore_ascii_case(phrase) && ends())
            .then(|| rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '“' | '«' | '(')))
    };
    phrases.iter().filter_map(after).min_by_key(|rest| rest.len()).unwrap_or(text)
}

/// A topic named before the question: "what about her father, what did he do?", "back to 1920: …"; topic and question.
pub fn topic<'t>(words: &FollowUpWords, core: &'t str) -> Option<(&'t str, &'t str)> {
    let led = core.split_once(". ").and_then(|(before, after)| Some((named(words, before)?, after)));
    let marked = || {
        let marks = [", ", ": ", "; ", "? ", " - ", " – ", " — "];
        let (before, after) = marks.iter().filter_map(|mark| core.split_once(mark)).min_by_key(|(before, _)| before.len())?;
        Some((named(words, before).unwrap_or(before), after))
    };
    let (topic, after) = led.or_else(marked)?;
    let topic = topic.strip_suffix(" then").unwrap_or(topic);
    let first = fold(after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
    let asks = is_wh(&first) || is_auxiliary(&first);
    let short =
        topic.split(' ').count() <= 6 && !topic.split(' ').any(|word| is_auxiliary(&word.to_lowercase()) || is_wh(&word.to_lowercase()));
    (asks && short && !topic.is_empty()).then_some((topic, after))
}

/// Two questions said in one breath: "Have they got kids? How many?". `None` where the first only names a topic, or the second is part of it.
pub fn two<'t>(moves: &Moves, text: &'t str) -> Option<(&'t str, &'t str)> {
    let (first, second) = text.split_once("? ").map(|(first, second)| (first.trim(), second.trim()))?;
    let opens = |text: &str| {
        let core = Cue::of(moves, text).core;
        let word = fold(core.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
        is_wh(&word) || is_auxiliary(&word)
    };
    let topic = topic(&moves.words, Cue::of(moves, text).core).is_some();
    (!topic && opens(first) && opens(second) && !second.contains("? ")).then_some((first, second))
}

/// "What about her father" without the words that name a topic.
pub fn named<'t>(words: &FollowUpWords, text: &'t str) -> Option<&'t str> {
    let strip = |words: &String| {
        text.get(..words.len()).filter(|head| head.eq_ignore_ascii_case(words)).and_then(|_| text.get(words.len()..)?.strip_prefix(' '))
    };
    words.topics.iter().find_map(strip)
}

/// Whether a text may lean on what was said: it has a word that points back, an opener, or no verb in sight.
pub fn may_lean(words_of: &FollowUpWords, cue: &Cue) -> bool {
    let folded = fold(cue.core);
    let mut words = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()).peekable();
    let points = words.clone().any(|w| words_of.pointers.iter().any(|pointer| pointer == w));
    let verb = words.clone().any(|w| is_auxiliary(w) || w.ends_with("n't") || w.ends_with("'s"));
    let counts = folded.strip_prefix("how many ").is_some_and(|rest| is_auxiliary(rest.split(' ').next().unwrap_or_default()));
    // "Did Ann Lee?" leaves out what she did.
    let did = words.clone().count() <= 3 && words.peek().is_some_and(|first| is_auxiliary(first));
    cue.corrects || cue.drops || points || counts || did || !verb && words.clone().count() <= 7 && words.peek().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn the_first_words_tell_what_a_turn_is() {
        let moves = Knowledge::builtin_rules().moves;
        let check = |text: &str, core: &str, corrects: bool, act: Option<Act>| {
            let cue = Cue::of(&moves, text);
            assert_eq!((cue.core, cue.corrects, cue.act), (core, corrects, act), "{text}");
        };
        check("And his parents?", "his parents?", false, None);
        check("OK. So, how many?", "how many?", false, None);
        check("No, I meant the trial", "the trial", true, None);
        check("Sorry, no, I meant when she left", "when she left", true, None);
        check("The trial, I mean.", "The trial", true, None);
        check("No, back to the mill, who built it?", "back to the mill, who built it?", false, None);
        check("wait, when did she leave?", "when did she leave?", false, None);
        check("sorry, what?", "sorry, what?", false, None);
        check("Says who?", "Says who?", false, Some(Act::Source));
        check("ok, tell me more!", "tell me more!", false, Some(Act::More));
        check("Different question: who paid?", "who paid?", false, None);
        check("Andrew left when?", "Andrew left when?", false, None);
    }

    #[test]
    fn a_topic_may_go_before_its_question() {
        let words = Knowledge::builtin_rules().moves.words;
        let check = |core: &str, expected: Option<(&str, &str)>| assert_eq!(topic(&words, core), expected, "{core}");
        check("what about her father, what did he do?", Some(("her father", "what did he do?")));
        check("Back to 1920: who paid?", Some(("1920", "who paid?")));
        check("Let's go back to the strike. When was it?", Some(("the strike", "When was it?")));
        check("the trial, when's that?", Some(("the trial", "when's that?")));
        check("The lieutenant? why'd he leave?", Some(("The lieutenant", "why'd he leave?")));
        check("her book then - who printed it?", Some(("her book", "who printed it?")));
        check("When she was born, who was king?", None);
    }
}
