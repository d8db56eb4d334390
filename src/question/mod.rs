//! Questions: words to intent, answer type, focus, entities and constraints. Never sees the facts.

pub mod answer_type;
pub mod check;
pub mod claim;
pub mod clause;
pub mod constraints;
mod embedded;
mod explain;
pub mod intent;
pub mod normalise;
pub mod options;
pub mod parts;
mod plain;
pub mod presupposed;
mod roundabout;
pub mod shape;
mod story;
pub mod terms;
#[cfg(test)]
mod tests;

use crate::knowledge::Knowledge;
use crate::knowledge::rules::{Forms, Intent, Lexicon, Rules, Shape, SmallTalk, Wording};
use crate::knowledge::vocabulary::Vocabulary;
use crate::text::fold::fold;
use crate::text::term::{key, term};
use crate::text::values::{Date, TimeUnit, Value, values};
use crate::text::{Reading, Span, read};

use answer_type::Asked;
pub use constraints::Constraints;
pub use normalise::Correction;
pub use presupposed::Presupposed;
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
    /// The words of `read`, folded.
    folded: Vec<String>,
    /// What was mended.
    pub corrections: Vec<Correction>,
    /// The rule that fits best.
    pub intent: Option<&'r Intent>,
    /// The words by which its reply is read off a sentence.
    pub wording: &'r Wording,
    /// The words that mean the same, and the opposite.
    pub lexicon: &'r Lexicon,
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
    /// The dates, numbers and amounts it names.
    pub values: Vec<Value>,
    /// The dates it names, without their places; [`Constraints::times`] has both.
    pub dates: Vec<Date>,
    /// What it limits the answer to.
    pub constraints: Constraints,
    /// What it takes for granted.
    pub presupposed: Vec<Presupposed>,
    /// What it lets choose from, in its order: "oak" and "ash" of "was it oak or ash"; empty where it offers no choice.
    pub options: Vec<Span>,
    /// The unit of time that the answer is to be counted in: months, for "how many months".
    pub unit: Option<TimeUnit>,
    /// How exact a date must be to answer: the day, for "on what day", the month, for "in what month".
    pub precision: Option<TimeUnit>,
    /// The single questions that it joins, each whole in itself ("when and where was she born": "when was she born?", "where was she born?"); empty where
    /// it is one question.
    pub parts: Vec<String>,
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
    understand_said(rules, vocabulary, topic, text, None)
}

/// Understands a text by what was read of it before, if it was.
pub fn understand_said<'r>(rules: &'r Rules, vocabulary: &Vocabulary, topic: &[String], text: &str, said: Option<Said>) -> Utterance<'r> {
    if let Some(talk) = rules.small_talk.find(&fold(text)) {
        return Utterance::SmallTalk(talk);
    }
    let said = said.unwrap_or_else(|| Said::new(rules, vocabulary, text));
    let Heard { said: Said { read: read_as, corrections, reading }, lower, forms, asked } = Heard::new(rules, said);
    let typed = answer_type::answer_type(&rules.answer_types, &asked);
    let best = intent::matches(rules, &forms, &asked, typed.answer_type).into_iter().next();
    let intent = best.as_ref().map(|m| m.intent);
    let asks_for = typed.head.filter(|_| !typed.answer_type.starts_with("BOOL"));
    let focus = asks_for.map(|head| reading.within(head).start).filter(|&w| w < reading.words.len());
    let asking = typed.wh.map(|wh| reading.within(wh).start);
    let answer_type = intent.and_then(|i| i.answer_type.as_deref()).unwrap_or(typed.answer_type).to_string();
    let mut found = values(&read_as);
    // The numbers of a title count nothing.
    found.retain(|value| value.kind.date().is_some() || !is_quoted(&read_as, value.span));
    let dates: Vec<Span> = found.iter().filter(|v| v.kind.date().is_some()).map(|v| v.span).collect();
    let claim = claim::claim(&lower);
    let mut options = options::options(&reading, &lower);
    if options.iter().any(|option| reading.within(*option).start < claim.start) {
        options.clear();
    }
    let constraints = constraints::constraints(&read_as, &reading, &lower, &found, asking, !options.is_empty());
    let mut terms = terms::terms(&terms::Context {
        rules,
        vocabulary,
        topic,
        text: &read_as,
        dates: &dates,
        names: &constraints.names,
        reading: &reading,
        forms: &forms,
        focus,
        intent: best.as_ref(),
    });
    if answer_type.starts_with("BOOL") {
        terms.retain(|term| claim.contains(&term.words.0));
    }
    let shape = shape::shape(&shape::Context {
        reading: &reading,
        lower: &lower,
        intent,
        answer_type: &answer_type,
        focus,
        asking,
        typed: typed.listed,
        plural: typed.plural,
        options: &options,
        ranks: constraints.rank.is_some(),
    });
    let defines = shape::asks_what_is(&reading, &lower, &terms) || shape::asks_what_kind(&reading, &lower, &terms);
    let shape = if shape == Shape::Short && defines { Shape::Definition } else { shape };
    Utterance::Question(Box::new(Question {
        text: text.to_string(),
        folded: reading.words.iter().map(|w| fold(w.span.of(&read_as)).into_owned()).collect(),
        corrections,
        intent,
        wording: &rules.wording,
        lexicon: &rules.lexicon,
        shape,
        answer_type,
        type_rule: typed.rule.to_string(),
        focus,
        terms,
        dates: found.iter().filter_map(|v| v.kind.date().cloned()).collect(),
        values: found,
        presupposed: presupposed::presupposed(&reading, matches!(shape, Shape::YesNo | Shape::Choice)),
        parts: parts::parts(&read_as, &reading, &lower),
        unit: shape::unit(&lower),
        precision: shape::precision(&lower),
        constraints,
        options,
        reading,
        read: read_as,
    }))
}

/// Whether a span of a text stands in quotation marks.
fn is_quoted(text: &str, span: Span) -> bool {
    let before = |mark: char| text[..span.start].matches(mark).count();
    before('"') % 2 == 1 || before('“') > before('”')
}

/// A text with its spelling mended, and its words and tree: what is done to it before it is understood.
#[derive(Debug, Clone)]
pub struct Said {
    /// As it is read.
    pub read: String,
    /// What was mended.
    pub corrections: Vec<Correction>,
    /// Words, tags and tree of `read`.
    pub reading: Reading,
}

impl Said {
    /// Mends a text's spelling by the rules and the document's vocabulary, turns an embedded question into a direct one, and reads it.
    pub fn new(rules: &Rules, vocabulary: &Vocabulary, text: &str) -> Self {
        let (read_as, corrections) = normalise::normalise(text, &rules.lexicon, vocabulary);
        let reading = read(&read_as);
        let (read_as, reading) = match roundabout::straight(&reading, &read_as) {
            Some(straight) => (straight.clone(), read(&straight)),
            None => (read_as, reading),
        };
        match embedded::direct(&reading, &read_as) {
            Some(direct) => Self { reading: read(&direct), read: direct, corrections },
            None => Self { reading, read: read_as, corrections },
        }
    }
}

/// A question, read as far as rules need to match.
struct Heard {
    said: Said,
    /// The words in lower case.
    lower: Vec<String>,
    /// What the words are known by to keywords.
    forms: Vec<Forms>,
    /// The words as patterns see them.
    asked: Asked,
}

impl Heard {
    fn new(rules: &Rules, said: Said) -> Self {
        let Said { read, reading, .. } = &said;
        let lower = reading.words.iter().map(|w| w.span.of(read).to_lowercase()).collect();
        let forms = reading.words.iter().map(|w| forms(w.span.of(read), &w.lemma)).collect();
        let asked = Asked::read(&rules.answer_types, read);
        Self { said, lower, forms, asked }
    }
}

/// What a word is known by: the term of its form and that of its lemma.
fn forms(shown: &str, lemma: &str) -> Forms {
    let form = term(shown);
    let lemma = if lemma.eq_ignore_ascii_case(shown) { form.clone() } else { key(shown, lemma) };
    [form, lemma]
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

/// Each rule that fits a text, the best first, and why it won; the words of the first document mend its spelling.
pub fn explain(knowledge: &Knowledge, text: &str) -> Vec<String> {
    knowledge.sources.first().map(|source| explain::explain(&knowledge.rules, &source.vocabulary, text)).unwrap_or_default()
}

impl Question<'_> {
    /// The name of its intent: the rule's, or one made of the answer's type where no rule fits.
    pub fn intent_name(&self) -> String {
        self.intent.map_or_else(|| self.answer_type.to_lowercase().replace(':', "-"), |intent| intent.name.clone())
    }

    /// Its words, folded, in order.
    pub fn folded_words(&self) -> &[String] {
        &self.folded
    }
}
