//! Questions: words to intent, answer type, focus, entities and constraints. Never sees the facts.

pub mod answer_type;
pub mod check;
pub mod intent;
pub mod normalise;
pub mod shape;
pub mod terms;

use crate::knowledge::Knowledge;
use crate::knowledge::rules::{Intent, Rules, Shape, SmallTalk};
use crate::knowledge::vocabulary::Vocabulary;
use crate::text::fold::fold;
use crate::text::term::{key, term};
use crate::text::values::{Date, Value, values};
use crate::text::{Reading, Span, read};

pub use normalise::Correction;
pub use terms::{Part, Term, Way};

/// A question, understood.
#[derive(Debug, Clone)]
pub struct Question<'r> {
    /// As it was put.
    pub text: String,
    /// As it is read: misspellings mended, names with their capitals. All spans below are of this text.
    pub read: String,
    /// Its words, tags and tree.
    pub reading: Reading,
    /// What was mended.
    pub corrections: Vec<Correction>,
    /// The rule that fits best.
    pub intent: Option<&'r Intent>,
    /// What kind of reply is wanted.
    pub shape: Shape,
    /// The expected type of the answer, Li & Roth: `LOC:city`.
    pub answer_type: String,
    /// Which rule gave the type.
    pub type_rule: String,
    /// The head word of what is asked for ("town" of "in which town …"), as a place in `reading`.
    pub focus: Option<usize>,
    /// The words to look for.
    pub terms: Vec<Term>,
    /// The dates it names.
    pub dates: Vec<Date>,
}

/// What a text turned out to be.
#[derive(Debug, Clone)]
pub enum Utterance<'r> {
    /// A question to the document.
    Question(Box<Question<'r>>),
    /// Small talk.
    SmallTalk(&'r SmallTalk),
}

/// Understands a text by the rules, with the document's vocabulary to mend its spelling.
///
/// `topic` are the terms of the document's title: words that every question about the document may hold, and that say little.
pub fn understand<'r>(rules: &'r Rules, vocabulary: &Vocabulary, topic: &[String], text: &str) -> Utterance<'r> {
    if let Some(talk) = small_talk(rules, text) {
        return Utterance::SmallTalk(talk);
    }
    let (read_as, corrections) = normalise::normalise(text, &rules.lexicon, vocabulary);
    let reading = read(&read_as);
    let keys: Vec<String> = reading.words.iter().map(|w| term(w.span.of(&read_as))).collect();
    let lemmas: Vec<String> = reading.words.iter().map(|w| key(w.span.of(&read_as), &w.lemma)).collect();
    let folded = fold(&read_as);
    let mut fits = intent::matches(rules, &keys, &folded);
    if lemmas != keys {
        fits.extend(intent::matches(rules, &lemmas, &folded));
        fits.sort_by_key(|fit| std::cmp::Reverse(fit.rank));
    }
    let best = fits.into_iter().next();
    let typed = answer_type::answer_type(&rules.answer_types, &read_as);
    let focus = typed.head.map(|head| reading.within(head).start).filter(|&w| w < reading.words.len());
    let intent = best.as_ref().map(|m| m.intent);
    let shape = shape::shape(intent, typed.answer_type, &read_as, &reading);
    let found: Vec<Value> = values(&read_as).into_iter().filter(|v| v.kind.date().is_some()).collect();
    let spans: Vec<Span> = found.iter().map(|v| v.span).collect();
    let terms = terms::terms(&terms::Context {
        rules,
        vocabulary,
        topic,
        text: &read_as,
        dates: &spans,
        reading: &reading,
        focus,
        intent: best.as_ref(),
    });
    let dates = found.iter().filter_map(|v| v.kind.date().cloned()).collect();
    Utterance::Question(Box::new(Question {
        text: text.to_string(),
        corrections,
        intent,
        shape,
        answer_type: intent.and_then(|i| i.answer_type.clone()).unwrap_or_else(|| typed.answer_type.to_string()),
        type_rule: typed.rule.to_string(),
        focus,
        terms,
        dates,
        reading,
        read: read_as,
    }))
}

/// The small talk that a text is, if it is nothing else.
fn small_talk<'r>(rules: &'r Rules, text: &str) -> Option<&'r SmallTalk> {
    let folded = fold(text);
    let said: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()).collect();
    let said = said.join(" ");
    rules.small_talk.iter().find(|talk| talk.says.contains(&said))
}

/// What a question was taken for, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Classification {
    /// The intent.
    pub intent: Option<String>,
    /// The expected type of the answer, Li & Roth.
    pub answer_type: Option<String>,
    /// Each rule that fits, the best first, and which gave the type.
    pub why: Vec<String>,
}

/// Classifies a text; the words of the first document mend its spelling.
pub fn classify(knowledge: &Knowledge, text: &str) -> Classification {
    let Some(source) = knowledge.sources.first() else { return Classification::default() };
    match understand(&knowledge.rules, &source.vocabulary, &source.topic, text) {
        Utterance::SmallTalk(talk) => {
            Classification { intent: Some(talk.name.clone()), answer_type: None, why: vec![format!("small talk: {}", talk.name)] }
        }
        Utterance::Question(question) => {
            Classification { intent: Some(question.intent_name()), why: question.story(), answer_type: Some(question.answer_type) }
        }
    }
}

impl Question<'_> {
    /// The name of its intent: the rule's, or one made of the answer's type where no rule fits.
    pub fn intent_name(&self) -> String {
        self.intent.map_or_else(|| self.answer_type.to_lowercase().replace(':', "-"), |intent| intent.name.clone())
    }

    /// How it was understood, a line each: corrections, the rule, the type.
    pub fn story(&self) -> Vec<String> {
        let mut story: Vec<String> = self.corrections.iter().map(|c| format!("read “{}” as “{}”", c.from, c.to)).collect();
        story.push(match self.intent {
            Some(intent) => format!("intent {} ({})", intent.name, intent.place),
            None => "no intent's rule fits; the answer's type decides".into(),
        });
        story.push(format!("expects {} (rule {}), a reply of the shape {:?}", self.answer_type, self.type_rule, self.shape));
        story
    }
}
