//! Rules: what `knowledge/rules/` says about questions, in the shapes that the program uses.
//!
//! Rules are data: TOML for people, checked when it is read. [`Rules::read`] takes the files' texts, so that the build script, a person's own
//! folder and the tests go the same way.

pub mod answer_types;
mod intents;
mod lexicon;
mod matcher;
mod moves;
mod ranking;
mod small_talk;
mod wording;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::text::term::stop_words;

use answer_types::{Sets, TypeRules};
pub use intents::{Intent, Shape};
pub use lexicon::Lexicon;
pub use matcher::{Forms, Hit, Matcher, WITHOUT};
pub use moves::{Act, FollowUpWords, Move, Moves};
pub use ranking::{
    Bearing, Bearings, CLASSES, Certainty, Feature, Features, METHODS, Ranking, Sign, Signs, Support, Supports, Weights, YesNo, class,
};
pub use small_talk::{SmallTalk, SmallTalks};
pub use wording::{Accusations, Aspects, Claims, Kin, Manners, Reasons, Refusals, Successions, Wording, Words};

/// A rule file: its name as shown in messages, and its text.
#[derive(Debug, Clone)]
pub struct RuleFile {
    /// Path relative to `rules/`, with `/` between folders: `intents/birth.toml`.
    pub name: String,
    /// Its content.
    pub text: String,
}

/// All rules.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// The intents, in order of file name and then of place in the file: of two that fit equally well, the earlier wins.
    pub intents: Vec<Intent>,
    /// The intents' keywords, compiled.
    pub matcher: Matcher,
    /// Words that mean the same, or that are evidence for another.
    pub lexicon: Lexicon,
    /// What type of answer a question wants.
    pub answer_types: TypeRules,
    /// Greetings, thanks, questions about docent itself.
    pub small_talk: SmallTalks,
    /// What steers a conversation.
    pub moves: Moves,
    /// The words by which replies are read off sentences.
    pub wording: Wording,
    /// The ranker's weights and thresholds.
    pub ranking: Ranking,
}

impl Rules {
    /// Reads rule files, sorted by name.
    ///
    /// # Errors
    /// The first fault, naming file, line and column; a file whose name is not one of the known ones is a fault too.
    pub fn read(files: &[RuleFile]) -> Result<Self> {
        let mut sorted: Vec<&RuleFile> = files.iter().collect();
        sorted.sort_by(|a, b| a.name.cmp(&b.name));
        let typed: Vec<(&str, &str)> =
            sorted.iter().filter(|f| f.name.starts_with("answer-types/")).map(|f| (f.name.as_str(), f.text.as_str())).collect();
        let (answer_types, sets) = TypeRules::parse(&typed)?;
        let lexicon = lexicon::read(sorted.iter().copied().filter(|f| is_lexicon(&f.name)))?;
        let mut rules = Rules { answer_types, lexicon, ..Rules::default() };
        for file in sorted {
            rules.add(file, &sets)?;
        }
        rules.matcher = Matcher::new(&rules.intents, &sets);
        rules.learn_words(&sets);
        Ok(rules)
    }

    /// Lets the lexicon know all words that the rules use.
    fn learn_words(&mut self, sets: &Sets) {
        let keywords = self.intents.iter().flat_map(|i| i.keywords.iter().flatten().chain(&i.evidence));
        let typed = self.answer_types.words().chain(sets.words()).chain(stop_words().iter().copied());
        self.lexicon.learn(keywords.map(String::as_str).chain(typed));
    }

    fn add(&mut self, file: &RuleFile, sets: &Sets) -> Result<()> {
        match file.name.as_str() {
            "small-talk.toml" => self.small_talk = small_talk::read(file)?,
            "moves.toml" => self.moves = moves::read(file)?,
            "wording.toml" => self.wording = wording::read(file)?,
            "ranking.toml" => self.ranking = parse(file)?,
            name if name.starts_with("intents/") => self.intents.extend(intents::read(file, &self.intents, sets)?),
            name if name.starts_with("answer-types/") || is_lexicon(name) => {}
            _ => {
                let known =
                    "intents/*.toml, answer-types/*.toml, lexicon/*.toml, small-talk.toml, moves.toml, wording.toml or ranking.toml";
                return Err(Error::new(&file.name, "not a rule file that docent knows").expected(known));
            }
        }
        Ok(())
    }
}

/// Whether a file is part of the lexicon.
fn is_lexicon(name: &str) -> bool {
    name.starts_with("lexicon/")
}

/// Parses a rule file; a fault names line and column, and what was expected where the parser says so.
fn parse<T: DeserializeOwned>(file: &RuleFile) -> Result<T> {
    toml::from_str(&file.text).map_err(|fault| Error::of_toml(&file.name, &file.text, &fault))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_with_its_place_and_what_was_expected() {
        let check = |name: &str, text: &str, expected: &str| {
            let file = RuleFile { name: name.into(), text: text.into() };
            let message = Rules::read(&[file]).err().map(|e| e.to_string()).unwrap_or_default();
            assert!(message.starts_with(expected), "{message}");
        };
        let tower = "[[intent]]\nname = \"tower\"\nkeywords = [[\"tower\"]]\nexamples = [\"the tower\"]\n";
        check("intents/a.toml", tower, "");
        check(
            "intents/a.toml",
            &tower.replace("examples", "exmples"),
            "intents/a.toml:4:1: unknown field `exmples`; expected one of `name`",
        );
        check(
            "intents/a.toml",
            &tower.replace("[[\"tower\"]]", "[]"),
            "intents/a.toml:1:1: intent `tower` has no way to match; expected `keywords`",
        );
        check("intents/a.toml", &tower.replace("[\"the tower\"]", "[]"), "intents/a.toml:1:1: intent `tower` has no examples");
        check("intents/a.toml", &format!("{tower}{tower}"), "intents/a.toml:5:1: intent `tower` stands in intents/a.toml:1 already");
        check(
            "intents/a.toml",
            &format!("{tower}patterns = ['a @b']\n"),
            "intents/a.toml:1:1: pattern `a @b` of intent `tower`: no set is named `b`",
        );
        check(
            "ranking.toml",
            "threshold = 0.5\n[weights]\nbm26 = 1.0\n[verdict]\nsupports = {}\nfeatures = {}\nkinds = {}\n",
            "ranking.toml:3:1: unknown feature `bm26`; expected one of bm25",
        );
        check("lexicon/a.toml", "same = [[\"a\", 1]]", "lexicon/a.toml:1:15: invalid type: integer `1`; expected a string");
        let opposites = |pairs: &str, expected: &str| check("lexicon/a.toml", &format!("opposites = [\n{pairs}]"), expected);
        opposites("[\"cold\", \"warm\"],\n[\"warm\"],\n", "lexicon/a.toml:3:");
        opposites(
            "[\"cold\", \"Warm\"],\n",
            "lexicon/a.toml:2:1: `Warm` is no word in lower case; expected two words of plain letters, such as",
        );
        opposites("[\"cold\", \"cold\"],\n", "lexicon/a.toml:2:1: `cold` is not the opposite of itself");
        opposites("[\"cold\", \"warm\"],\n[\"warm\", \"cold\"],\n", "lexicon/a.toml:3:1: `cold` and `warm` are opposites already");
        check("wording.toml", "[reasons]\nopener = []\n", "wording.toml:2:1: unknown field `opener`; expected one of `openers`");
        let wording = include_str!("../../../knowledge/rules/wording.toml");
        let line = wording.lines().position(|l| l.starts_with("kept")).unwrap_or(0) + 1;
        let place = format!("wording.toml:{line}:8: ");
        check("wording.toml", &wording.replace("for lack of", "For lack of"), &format!("{place}`For lack of` is no word in lower case"));
        check("wording.toml", &wording.replace("for lack of", "for  lack of"), &format!("{place}`for  lack of` is no word in lower case"));
        check("wording.toml", &wording.replace("for lack of", "for want of"), &format!("{place}`for want of` stands twice in this list"));
        check("lexicn.toml", "", "lexicn.toml: not a rule file that docent knows; expected intents/*.toml");
    }
}
