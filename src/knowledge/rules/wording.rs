//! Wording: the words by which replies are read off sentences: what opens a reason, what refuses, what tells of a beginning or an end, what turns a claim, what quotes, what speaks of the document itself.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::{RuleFile, parse};
use crate::error::Result;

/// The words, by what they are for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Why something was so.
    pub reasons: Reasons,
    /// How something was done.
    pub manners: Manners,
    /// What did not come about.
    pub refusals: Refusals,
    /// Who came after whom in a post.
    pub successions: Successions,
    /// What somebody is accused of.
    pub accusations: Accusations,
    /// Which end of something a verb tells of.
    pub aspects: Aspects,
    /// What a question for yes or no claims.
    pub claims: Claims,
    /// Somebody's own words.
    pub quotations: Quotations,
    /// What something is.
    pub definitions: Definitions,
    /// The document itself.
    pub document: OfDocument,
    /// Kinds of relatives.
    pub kin: Vec<Kin>,
    /// What lines of the infobox tell by other words than their keys.
    #[serde(rename = "key-words")]
    pub key_words: Vec<KeyWords>,
}

/// A kind of relative.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kin {
    /// Its name.
    pub kind: String,
    /// Words for it.
    pub words: Words,
    /// The wider kind that it is one of.
    pub of: Option<String>,
}

/// What something is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Definitions {
    /// Words of a question that say nothing of what is to be defined.
    pub fillers: Words,
    /// Participles, alone or with what follows, that introduce what something is called.
    pub naming: Words,
    /// Verbs by which people say what they are.
    pub professing: Words,
    /// What of their own people describe when they say what they are.
    pub professed: Words,
}

/// Words that tell why.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reasons {
    /// Openers of a reason, the plainest first.
    pub openers: Words,
    /// Openers that belong to the answer.
    pub kept: Words,
    /// Verbs whose participle gives a reason behind "that".
    pub saying: Words,
    /// Verbs that take what they are about with "over".
    pub parting: Words,
    /// Verbs whose subject is the reason for what follows.
    pub causing: Words,
    /// Verbs of bringing something about.
    pub bringing: Words,
    /// Verbs of coming to nothing.
    pub failing: Words,
    /// Verbs of choosing and planning, whose "for" tells what something is meant for.
    pub intending: Words,
    /// Verbs of foreseeing and saying, whose clause with "as" is no reason.
    pub foreseeing: Words,
    /// Words that tell, behind a comma or first of all, what somebody felt.
    pub feeling: Words,
    /// Words of fame that end a question: "What is she known for?"
    pub fame: Words,
    /// Verbs of thinking, likewise behind "who".
    pub thinking: Words,
}

/// Words that ask how, and by which a participle does not tell how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Manners {
    /// Verbs that ask for a reaction.
    pub reacting: Words,
    /// Verbs of describing, which tell what as behind "as".
    pub describing: Words,
    /// Verbs whose participle is a preposition.
    pub following: Words,
    /// Verbs whose participle tells, behind a comma, what came of something.
    pub resulting: Words,
}

/// Words that tell what somebody is accused of, behind a preposition; the later levels imply the earlier ones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Accusations {
    /// Verbs and nouns of suspecting.
    pub suspecting: Words,
    /// Those of bringing to court.
    pub charging: Words,
    /// Those of finding guilty.
    pub convicting: Words,
    /// Those of what may befall somebody accused, each of which tells only of itself.
    pub acting: Words,
    /// Prepositions before what it is about, the likeliest first.
    pub prepositions: Words,
    /// Nouns that ask for it.
    pub offences: Words,
}

impl Accusations {
    /// How much a word says: 1 that something is suspected, 2 that it is brought to court, 3 that it is proved; `None` for what says only itself.
    pub fn level(&self, lemma: &str) -> Option<u8> {
        let levels = [&self.suspecting, &self.charging, &self.convicting];
        levels.iter().zip(1..).find(|(words, _)| words.has(lemma)).map(|(_, level)| level)
    }

    /// Whether a word is one of accusing.
    pub fn has(&self, lemma: &str) -> bool {
        self.level(lemma).is_some() || self.acting.has(lemma)
    }
}

/// Words that tell who came after whom in a post.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Successions {
    /// Verbs, alone or with particle and preposition, whose subject comes after their object.
    pub following: Words,
    /// Those whose subject comes before it.
    pub preceding: Words,
    /// Nouns for the one who came before.
    pub predecessors: Words,
    /// Nouns for the one who came after.
    pub successors: Words,
    /// Verbs of being in a post.
    pub holding: Words,
    /// Nouns that say no more than that there is a post.
    pub posts: Words,
}

/// Words that tell that something did not come about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Refusals {
    /// Verbs that say so of what they govern.
    pub verbs: Words,
    /// The same, each a verb and its particle.
    pub with_particle: Words,
    /// Verbs of ending.
    pub ending: Words,
    /// Verbs that say so only of what was hoped for.
    pub of_hopes: Words,
    /// Verbs, some with their particle, of refusing what is offered.
    pub of_offers: Words,
    /// Nouns of what may or may not come about.
    pub hoped: Words,
    /// Verbs of winning.
    pub winning: Words,
    /// Verbs that tell, with one of `behind`, that somebody did not win.
    pub placing: Words,
    /// Places behind the first.
    pub behind: Words,
}

/// What a line of the infobox tells, by other words than its key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyWords {
    /// The keys.
    pub keys: Words,
    /// Words of a question by which it asks for the value.
    pub asked: Words,
    /// Words that may stand beside these and ask for nothing else.
    #[serde(default)]
    pub beside: Words,
}

/// Verbs that tell of one end of something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aspects {
    /// Those that tell that it began.
    pub beginning: Words,
    /// Those that tell that it ended.
    pub ending: Words,
    /// Those of what somebody does at an institution, which then tells where.
    pub working: Words,
}

/// Words that tell how a claim is meant, and that it is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Claims {
    /// Small words, alone or two together, that make a claim another one.
    pub turns: Words,
    /// Words that claim a whole, each as good as another.
    pub whole: Words,
    /// Words before which those do not.
    pub before_whole: Words,
    /// Words by which a question doubts what it asks.
    pub doubting: Words,
    /// Words, alone or two together, that say that something is untrue, a mere story, or was done in vain.
    pub untrue: Words,
    /// Verbs and nouns whose "to …" need not have come about.
    pub trying: Words,
    /// Verbs of being for something.
    pub backing: Words,
    /// Verbs of being against something.
    pub opposing: Words,
    /// Pairs of verbs that tell of one transaction from its two sides.
    pub converses: Vec<[String; 2]>,
}

/// Words that lead to a quotation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotations {
    /// Verbs of saying and calling.
    pub saying: Words,
    /// Verbs of speaking for or against something.
    pub speaking: Words,
}

/// Words of questions about the document itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfDocument {
    /// Those that are not what may be mentioned.
    pub mention: Words,
    /// Those of a question for a summary that say nothing of what it is about.
    pub summary: Words,
    /// Infobox keys that tell whose it is.
    pub author: Words,
}

/// A list of words or phrases in lower case, in the order of the file; none stands there twice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Words(Vec<String>);

impl Words {
    /// Whether a word, in lower case, is one of them.
    pub fn has(&self, word: &str) -> bool {
        self.0.iter().any(|own| own == word)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(source: D) -> std::result::Result<Self, D::Error> {
        let words = Vec::<String>::deserialize(source)?;
        for (place, word) in words.iter().enumerate() {
            let plain = word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            if word.is_empty() || *word != plain {
                return Err(D::Error::custom(format!("`{word}` is no word in lower case, expected letters, with one space between words")));
            }
            if words[..place].contains(word) {
                return Err(D::Error::custom(format!("`{word}` stands twice in this list, expected each word once")));
            }
        }
        Ok(Self(words))
    }
}

/// Reads `wording.toml`.
///
/// # Errors
/// TOML faults; a word with a capital, with spaces around it or several between its parts, or twice in a list.
pub(super) fn read(file: &RuleFile) -> Result<Wording> {
    parse(file)
}
