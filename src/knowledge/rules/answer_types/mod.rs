//! The rules for answer types: how their files read, and what they become.

mod closed;
mod pattern;
pub mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use serde_spanned::Spanned;

use crate::error::{Error, Result};
use pattern::known_class;

pub use closed::Closed;
pub use pattern::{Marks, Pattern};

/// Li & Roth's fine classes (Learning Question Classifiers, COLING 2002), and what lies beyond them: yes or no, and a choice that the question lists.
pub const TYPES: [&str; 52] = [
    "ABBR:abb",
    "ABBR:exp",
    "DESC:def",
    "DESC:desc",
    "DESC:manner",
    "DESC:reason",
    "ENTY:animal",
    "ENTY:body",
    "ENTY:color",
    "ENTY:cremat",
    "ENTY:currency",
    "ENTY:dismed",
    "ENTY:event",
    "ENTY:food",
    "ENTY:instru",
    "ENTY:lang",
    "ENTY:letter",
    "ENTY:other",
    "ENTY:plant",
    "ENTY:product",
    "ENTY:religion",
    "ENTY:sport",
    "ENTY:substance",
    "ENTY:symbol",
    "ENTY:techmeth",
    "ENTY:termeq",
    "ENTY:veh",
    "ENTY:word",
    "HUM:desc",
    "HUM:gr",
    "HUM:ind",
    "HUM:title",
    "LOC:city",
    "LOC:country",
    "LOC:mount",
    "LOC:other",
    "LOC:state",
    "NUM:code",
    "NUM:count",
    "NUM:date",
    "NUM:dist",
    "NUM:money",
    "NUM:ord",
    "NUM:other",
    "NUM:perc",
    "NUM:period",
    "NUM:speed",
    "NUM:temp",
    "NUM:volsize",
    "NUM:weight",
    "BOOL:yesno",
    "BOOL:choice",
];

/// A file of rules as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Named sets of words, separated by spaces.
    #[serde(default)]
    sets: BTreeMap<String, String>,
    /// Tried first.
    #[serde(default)]
    pattern: Vec<PatternEntry>,
    /// Tried when no pattern matched: the type that the head of the asked noun phrase tells.
    #[serde(default)]
    head: Vec<HeadEntry>,
    /// Tried when no head told.
    #[serde(default)]
    fallback: Vec<PatternEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PatternEntry {
    name: String,
    #[serde(rename = "type")]
    answer_type: Spanned<String>,
    #[serde(rename = "match")]
    patterns: Vec<Spanned<String>>,
    #[serde(default)]
    examples: Vec<Spanned<String>>,
    #[serde(default)]
    counter_examples: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadEntry {
    name: String,
    #[serde(rename = "type")]
    answer_type: Spanned<String>,
    /// Lemmas and phrases, separated by commas.
    #[serde(default)]
    words: String,
    /// Classes of WordNet, separated by commas.
    #[serde(default = "none")]
    classes: Spanned<String>,
    #[serde(default)]
    examples: Vec<Spanned<String>>,
    #[serde(default)]
    counter_examples: Vec<Spanned<String>>,
}

fn none() -> Spanned<String> {
    Spanned::new(0..0, String::new())
}

/// The name of a rule and the type it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// What the rule is called in its file.
    pub name: String,
    /// One of [`TYPES`].
    pub answer_type: String,
}

/// A question that stands beside a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The rule's name.
    pub rule: String,
    /// The question.
    pub question: String,
    /// Whether the rule must fire on it; otherwise it must not.
    pub fires: bool,
    /// The file and the place in it.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
}

/// The rules of all files, ready to use.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TypeRules {
    rules: Vec<Rule>,
    /// In the order in which they are tried; the number is the rule's index.
    patterns: Vec<(Pattern, usize)>,
    fallbacks: Vec<(Pattern, usize)>,
    /// Sorted by lemma or phrase.
    words: Vec<(String, usize)>,
    /// Sorted by class.
    classes: Vec<(String, usize)>,
    /// Lemmas that pass their place on: *kind*, *name*.
    transparent: Vec<String>,
    /// First words that ask: *name*, *list*.
    commands: Vec<String>,
    /// Words that may open a question without a share in it: *so*, *please*.
    fillers: Vec<String>,
    #[serde(skip)]
    examples: Vec<Example>,
}

/// The named sets of words, which patterns of any file may use.
#[derive(Debug, Clone, Default)]
pub struct Sets(BTreeMap<String, Vec<String>>);

impl Sets {
    /// Reads a pattern; an error says what is wrong with which element.
    pub fn pattern(&self, text: &str) -> std::result::Result<Pattern, String> {
        Pattern::parse(text, &|set| self.0.get(set).cloned())
    }

    /// The words of all sets.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.values().flatten().map(String::as_str)
    }
}

impl TypeRules {
    /// Reads rule files, given as name and content, in the order in which their rules are tried; also the sets that they define.
    ///
    /// # Errors
    /// The first fault, with its file, line and column: TOML that cannot be read, an unknown field, type, set, shape or class, a word with two types.
    pub fn parse(files: &[(&str, &str)]) -> Result<(Self, Sets)> {
        let mut rules = Self::default();
        let mut sets = Sets::default();
        let mut read = Vec::new();
        for &(name, content) in files {
            let file: File = toml::from_str(content).map_err(|error| syntax_error(name, content, &error))?;
            sets.0.extend(
                file.sets.iter().map(|(set, words)| (set.clone(), words.split_whitespace().map(str::to_string).collect::<Vec<_>>())),
            );
            read.push((Source { name, content }, file));
        }
        rules.transparent = sets.0.get("transparent").cloned().unwrap_or_default();
        rules.fillers = sets.0.get("filler").cloned().unwrap_or_default();
        rules.commands = sets.0.get("commands").cloned().unwrap_or_default();
        for (source, file) in read {
            for entry in file.pattern {
                let (index, patterns) = rules.add(&source, entry, &sets)?;
                rules.patterns.extend(patterns.into_iter().map(|pattern| (pattern, index)));
            }
            for entry in file.fallback {
                let (index, patterns) = rules.add(&source, entry, &sets)?;
                rules.fallbacks.extend(patterns.into_iter().map(|pattern| (pattern, index)));
            }
            for entry in file.head {
                rules.add_head(&source, entry)?;
            }
        }
        rules.words.sort();
        rules.classes.sort();
        Ok((rules, sets))
    }

    /// The patterns with their rules, in the order in which they are tried.
    pub fn patterns(&self) -> impl Iterator<Item = (&Pattern, &Rule)> {
        self.patterns.iter().map(|(pattern, rule)| (pattern, &self.rules[*rule]))
    }

    /// The fallbacks with their rules, in the order in which they are tried.
    pub fn fallbacks(&self) -> impl Iterator<Item = (&Pattern, &Rule)> {
        self.fallbacks.iter().map(|(pattern, rule)| (pattern, &self.rules[*rule]))
    }

    /// The rule that lists this lemma or phrase.
    pub fn word(&self, lemma: &str) -> Option<&Rule> {
        self.listed(&self.words, lemma)
    }

    /// The rule that lists this class of nouns.
    pub fn class(&self, class: &str) -> Option<&Rule> {
        self.listed(&self.classes, class)
    }

    /// The lemmas and phrases that head rules list.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(word, _)| word.as_str())
    }

    fn listed(&self, list: &[(String, usize)], key: &str) -> Option<&Rule> {
        let at = list.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok()?;
        self.rules.get(list[at].1)
    }

    /// Lemmas that pass their place on to what follows.
    pub fn transparent(&self) -> &[String] {
        &self.transparent
    }

    /// Whether a word may open a question without a share in it.
    pub fn is_filler(&self, word: &str) -> bool {
        self.fillers.iter().any(|filler| filler == word)
    }

    /// Whether a word asks where it stands first.
    pub fn is_command(&self, word: &str) -> bool {
        self.commands.iter().any(|command| command == word)
    }

    /// The examples and counter-examples beside the rules; none after the rules were stored and loaded.
    pub fn examples(&self) -> &[Example] {
        &self.examples
    }

    fn add(&mut self, source: &Source, entry: PatternEntry, sets: &Sets) -> Result<(usize, Vec<Pattern>)> {
        let parse = |text: &Spanned<String>| sets.pattern(text.get_ref()).map_err(|message| source.error(&text.span(), message));
        let patterns = entry.patterns.iter().map(parse).collect::<Result<_>>()?;
        self.add_examples(source, &entry.name, &entry.examples, true);
        self.add_examples(source, &entry.name, &entry.counter_examples, false);
        Ok((self.add_rule(source, entry.name, entry.answer_type)?, patterns))
    }

    fn add_head(&mut self, source: &Source, entry: HeadEntry) -> Result<()> {
        self.add_examples(source, &entry.name, &entry.examples, true);
        self.add_examples(source, &entry.name, &entry.counter_examples, false);
        let place = entry.answer_type.span();
        let index = self.add_rule(source, entry.name, entry.answer_type)?;
        for word in list(&entry.words) {
            if let Some((_, other)) = self.words.iter().find(|(known, _)| *known == word) {
                return Err(source.error(&place, format!("`{word}` stands here and in `{}`", self.rules[*other].name)));
            }
            self.words.push((word, index));
        }
        for class in list(entry.classes.get_ref()) {
            let class = known_class(&class).map_err(|message| source.error(&entry.classes.span(), message))?;
            self.classes.push((class, index));
        }
        Ok(())
    }

    fn add_rule(&mut self, source: &Source, name: String, answer_type: Spanned<String>) -> Result<usize> {
        if !TYPES.contains(&answer_type.get_ref().as_str()) {
            let message = format!("no answer type is called `{}`", answer_type.get_ref());
            return Err(source.error(&answer_type.span(), message).expected("a fine class of Li & Roth, such as `LOC:city`"));
        }
        self.rules.push(Rule { name, answer_type: answer_type.into_inner() });
        Ok(self.rules.len() - 1)
    }

    fn add_examples(&mut self, source: &Source, rule: &str, questions: &[Spanned<String>], fires: bool) {
        self.examples.extend(questions.iter().map(|question| Example {
            rule: rule.to_string(),
            question: question.get_ref().clone(),
            fires,
            file: source.name.to_string(),
            line: source.content[..question.span().start].matches('\n').count() + 1,
        }));
    }
}

/// A file while its rules are read.
struct Source<'a> {
    name: &'a str,
    content: &'a str,
}

impl Source<'_> {
    fn error(&self, at: &Range<usize>, message: String) -> Error {
        Error::new(self.name, message).at_offset(self.content, at.start)
    }
}

/// The items of a list, separated by commas. A line may end within one: white space of any kind counts as one space.
fn list(text: &str) -> impl Iterator<Item = String> {
    text.split(',').map(|item| item.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|item| !item.is_empty())
}

fn syntax_error(name: &str, content: &str, error: &toml::de::Error) -> Error {
    let fault = Error::new(name, error.message());
    match error.span() {
        Some(span) => fault.at_offset(content, span.start),
        None => fault,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_end_within_an_item() {
        let head = "[[head]]\nname = \"player\"\ntype = \"HUM:ind\"\nwords = \"\"\"\nbaker, disc\njockey,  chess   player,\n\"\"\"\n";
        let rules = TypeRules::parse(&[("a.toml", head)]).expect("rules").0;
        assert_eq!(rules.words().collect::<Vec<_>>(), ["baker", "chess player", "disc jockey"]);
    }
}
