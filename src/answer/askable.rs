//! Askable questions: a fact turned round into the questions that it answers. Whether docent does answer them, [`suggest`](super::suggest) tries.

use crate::document::Kind;
use crate::facts::annotation::Annotation;
use crate::facts::{Fact, Modality, Polarity};
use crate::knowledge::Known;
use crate::text::wordnet::classes;
use crate::text::{Pos, Tag, Word};

/// The longest subject and object that a question names, in words.
const LONGEST: usize = 6;
/// How many words further the next word of a verb group is looked for.
const REACH: usize = 3;

/// A question that a fact should answer: [`Askable::before`], the subject, [`Askable::after`], a question mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Askable {
    /// Which of the knowledge's documents tells it.
    pub source: usize,
    /// The sentence that does.
    pub sentence: usize,
    /// The question up to its subject: `When was`.
    pub before: String,
    /// What it is about, as a question names it: `Ada Merrow`.
    pub subject: String,
    /// Whether that is what the whole document is about.
    pub about_topic: bool,
    /// What follows the subject: `born`; begins with a blank or `'s`, or is empty.
    pub after: String,
    /// Words of the answer that is due.
    pub answer: String,
}

impl Askable {
    /// The whole question.
    pub fn question(&self) -> String {
        self.about(&self.subject)
    }

    /// The question with other words for its subject: a pronoun, a surname.
    pub fn about(&self, subject: &str) -> String {
        format!("{} {subject}{}?", self.before, self.after)
    }
}

/// The questions that the facts of a document should answer, in the facts' order. `source` is the document's place in its knowledge.
pub fn askable(source: usize, known: &Known) -> Vec<Askable> {
    let topic = known.document.title().unwrap_or_default();
    let sound = |fact: &&Fact| {
        fact.polarity == Polarity::Positive && fact.modality == Modality::Asserted && fact.attribution.is_none() && fact.confidence >= 0.7
    };
    let of_fact = |fact: &Fact| {
        let subject = subject(fact, known)?;
        let turned = turn_round(fact, known)?;
        let whole = move |(before, after, answer): (String, String, String)| Askable {
            source,
            sentence: fact.sentence,
            before,
            about_topic: subject == topic || topic.strip_suffix(subject.as_str()).is_some_and(|first| first.ends_with(' ')),
            subject: subject.clone(),
            after,
            answer,
        };
        Some(turned.into_iter().map(whole).collect::<Vec<_>>())
    };
    known.table.facts.iter().filter(sound).filter_map(of_fact).flatten().collect()
}

/// The subject as a question names it: a name, or `the` and a noun; `None` for what nobody would ask about.
fn subject(fact: &Fact, known: &Known) -> Option<String> {
    let (annotation, title) = (&known.annotations[fact.sentence], known.document.title().unwrap_or_default());
    let words: Vec<&str> = fact.subject.split_whitespace().collect();
    let plain = words.iter().all(|word| word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '\'' | '’')));
    if words.is_empty() || words.len() > LONGEST || !plain {
        return None;
    }
    let named = annotation.names.iter().any(|name| name.core.of(&annotation.text) == fact.subject);
    let common = words.len() == 1 && classes(&fact.subject.to_lowercase()).next().is_some();
    let titled = fact.subject == title || fact.subject.split("'s ").next() == Some(title);
    match words[0] {
        "The" | "the" if words.len() <= 4 => Some(format!("the {}", words[1..].join(" "))).filter(|_| words.len() > 1),
        first => Some(fact.subject.clone()).filter(|_| (named && !common || titled) && first.starts_with(char::is_uppercase)),
    }
}

/// The questions around the subject, each with the answer that is due.
fn turn_round(fact: &Fact, known: &Known) -> Option<Vec<(String, String, String)>> {
    if let Kind::Infobox { .. } | Kind::Row { .. } = known.document.sentences[fact.sentence].kind {
        return Some(key(fact).into_iter().collect());
    }
    let group = VerbGroup::read(&fact.relation, &known.annotations[fact.sentence])?;
    if names_the_topic(&fact.object, known) {
        return None;
    }
    Some([group.who_or_what(fact), group.when(fact), group.place(fact), group.how_many(fact)].into_iter().flatten().collect())
}

/// Whether an object is, or speaks of, what the whole document is about: too much like asking for the title.
fn names_the_topic(object: &str, known: &Known) -> bool {
    known.document.title().is_some_and(|title| object.contains(title))
}

/// `What is Ada Merrow's occupation?`
fn key(fact: &Fact) -> Option<(String, String, String)> {
    let last = fact.relation.split_whitespace().last()?;
    let plain = fact.relation.chars().all(|c| c.is_lowercase() || c == ' ');
    (plain && classes(last).next().is_some()).then(|| ("What is".to_string(), format!("'s {}", fact.relation), fact.object.clone()))
}

/// A relation as questions use it: the auxiliary that goes before the subject, and what stays behind it.
struct VerbGroup {
    auxiliary: String,
    /// The rest without its last preposition, each word after a blank.
    rest: String,
    preposition: Option<String>,
    /// `is`, `was` and nothing else.
    copula: bool,
}

impl VerbGroup {
    /// Finds the relation's words in their sentence. `None` where they do not begin with a finite verb.
    fn read(relation: &str, annotation: &Annotation) -> Option<Self> {
        let mut words: Vec<&Word> = Vec::new();
        let mut all = annotation.reading.words.iter();
        for wanted in relation.split_whitespace() {
            let reach = if words.is_empty() { usize::MAX } else { REACH };
            words.push(all.by_ref().take(reach).find(|word| word.span.of(&annotation.text) == wanted)?);
        }
        let form = |word: &&Word| word.span.of(&annotation.text).to_string();
        let preposition = words.pop_if(|word| word.pos == Pos::Adp && word.lemma != "that").as_ref().map(form);
        let (first, others) = words.split_first()?;
        let tail = |others: &[&Word]| others.iter().map(|word| format!(" {}", form(word))).collect::<String>();
        let auxiliary = first.lemma == "be" || first.tag == Tag::Md || first.lemma == "have" && !others.is_empty();
        let (auxiliary, rest) = match first.tag {
            Tag::Md | Tag::Vbd | Tag::Vbz | Tag::Vbp if auxiliary => (form(first), tail(others)),
            Tag::Vbd => ("did".to_string(), format!(" {}{}", first.lemma, tail(others))),
            Tag::Vbz => ("does".to_string(), format!(" {}{}", first.lemma, tail(others))),
            Tag::Vbp => ("do".to_string(), format!(" {}{}", first.lemma, tail(others))),
            _ => return None,
        };
        Some(Self { auxiliary, rest, preposition, copula: first.lemma == "be" && others.is_empty() })
    }

    /// What stands behind the subject where the object is asked for.
    fn open(&self) -> String {
        format!("{}{}", self.rest, self.preposition.as_ref().map(|it| format!(" {it}")).unwrap_or_default())
    }

    fn who_or_what(&self, fact: &Fact) -> Option<(String, String, String)> {
        let person = fact.object_type == "HUM:ind"
            || self.copula && fact.object_type == "HUM:title" && !fact.subject.to_lowercase().starts_with("the ");
        let other =
            matches!(fact.object_type.as_str(), "" | "HUM:gr" | "ENTY:cremat" | "ENTY:event") || fact.object_type.starts_with("ENTY");
        let word = if person { "Who" } else { "What" };
        let short = !fact.object.is_empty() && fact.object.split_whitespace().count() <= 2 * LONGEST;
        ((person || other) && short).then(|| (format!("{word} {}", self.auxiliary), self.open(), fact.object.clone()))
    }

    fn when(&self, fact: &Fact) -> Option<(String, String, String)> {
        let time = fact.time.as_ref().filter(|_| !self.copula)?;
        let words = fact.object.split_whitespace().count();
        let after = match fact.object_type.as_str() {
            "NUM:date" => self.rest.clone(),
            _ if words == 0 => self.rest.clone(),
            _ if words <= LONGEST && plain(&fact.object) => format!("{} {}", self.open(), fact.object),
            _ => return None,
        };
        Some((format!("When {}", self.auxiliary), after, time.clone()))
    }

    fn place(&self, fact: &Fact) -> Option<(String, String, String)> {
        let preposition = self.preposition.as_deref().filter(|_| fact.object_type.starts_with("LOC"))?;
        let after = if matches!(preposition, "in" | "at") { self.rest.clone() } else { self.open() };
        (!self.copula).then(|| (format!("Where {}", self.auxiliary), after, fact.object.clone()))
    }

    fn how_many(&self, fact: &Fact) -> Option<(String, String, String)> {
        let (number, counted) = fact.object.split_once(' ').filter(|_| fact.object_type == "NUM:count" && !self.copula)?;
        let fits = counted.split(' ').count() <= 2 && plain(counted) && counted.ends_with('s');
        fits.then(|| (format!("How many {counted} {}", self.auxiliary), self.open(), number.to_string()))
    }
}

/// Whether a phrase is words alone, as one would type them.
fn plain(phrase: &str) -> bool {
    phrase.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn check(text: &str, expected: &[&str]) {
        let text = format!("= Ada Merrow =\n\n{text}\n");
        let known = Known::new(Document::read("a.txt", text.into_bytes(), None).expect("a document"));
        let questions: Vec<String> = askable(0, &known).iter().map(Askable::question).collect();
        assert_eq!(questions, expected);
    }

    #[test]
    fn facts_are_turned_round() {
        check("Ada Merrow was born in Paris in 1931.", &["When was Ada Merrow born in Paris?", "Where was Ada Merrow born?"]);
        check("Ada Merrow founded a school.", &["What did Ada Merrow found?"]);
        check("Ada Merrow collected 122 signatures.", &["How many signatures did Ada Merrow collect?"]);
        check("- Occupation: pilot", &["What is Ada Merrow's occupation?"]);
        check("She never flew to Rome.", &[]);
    }
}
