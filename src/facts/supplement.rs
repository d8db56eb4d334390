//! The supplement: aliases and facts that people write by hand beside a generated table. Each fact still points at its sentence.

use compact_str::format_compact;
use serde::Deserialize;
use serde_spanned::Spanned;

use super::fact::{Fact, Modality, Polarity, Surface};
use super::fingerprint::fingerprint;
use super::table::Table;
use crate::document::Document;
use crate::error::{Error, Finding, Result, Severity};

/// A supplement file, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Supplement {
    file: String,
    aliases: Vec<(usize, Alias)>,
    facts: Vec<(usize, Written)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Toml {
    #[serde(default)]
    alias: Vec<Spanned<Alias>>,
    #[serde(default)]
    fact: Vec<Spanned<Written>>,
}

/// An entity and what else the document calls it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Alias {
    name: String,
    also: Vec<String>,
}

/// A fact as people write it. `sentence` is its sentence, or words that only that sentence has.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    sentence: String,
    subject: String,
    relation: String,
    #[serde(default)]
    object: String,
    #[serde(default)]
    object_type: String,
    time: Option<String>,
    place: Option<String>,
    #[serde(default)]
    polarity: Polarity,
    #[serde(default)]
    modality: Modality,
    attribution: Option<String>,
}

impl Supplement {
    /// Reads the file `file` with the content `text`.
    ///
    /// # Errors
    /// A fault in the TOML, with line, column and what was expected.
    pub fn read(file: &str, text: &str) -> Result<Self> {
        let toml: Toml = toml::from_str(text).map_err(|fault| Error::of_toml(file, text, &fault))?;
        let line = |offset: usize| text[..offset.min(text.len())].matches('\n').count() + 1;
        Ok(Self {
            file: file.to_string(),
            aliases: toml.alias.into_iter().map(|alias| (line(alias.span().start), alias.into_inner())).collect(),
            facts: toml.fact.into_iter().map(|fact| (line(fact.span().start), fact.into_inner())).collect(),
        })
    }

    /// Adds the facts to the table of `document` and gives entities one name in it. What does not fit the document is left out and told: a fact whose
    /// words no sentence has, or several have; an alias that neither the table nor the document uses.
    pub fn apply(&self, table: &mut Table, document: &Document) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut tell = |line: usize, message: String| {
            findings.push(Finding { file: self.file.clone(), line, message, severity: Severity::Error });
        };
        for (n, (line, written)) in self.facts.iter().enumerate() {
            match sentence(document, &written.sentence)[..] {
                [only] => table.facts.push(written.fact(n + 1, only, document)),
                [] => tell(*line, format!("no sentence has the words “{}”", written.sentence)),
                _ => tell(*line, format!("several sentences have the words “{}”; give more of them", written.sentence)),
            }
        }
        table.facts.sort_by_key(|fact| fact.sentence);
        for (line, alias) in &self.aliases {
            for other in &alias.also {
                if !rename(table, other, &alias.name) && !is_used(document, other) {
                    tell(*line, format!("neither a fact nor a sentence calls anything “{other}”"));
                }
            }
        }
        findings
    }
}

impl Written {
    fn fact(&self, number: usize, sentence: usize, document: &Document) -> Fact {
        Fact {
            id: format_compact!("s{number:04}"),
            subject: self.subject.clone(),
            relation: self.relation.clone(),
            object: self.object.clone(),
            object_type: self.object_type.as_str().into(),
            time: self.time.clone(),
            place: self.place.clone(),
            qualifiers: Vec::new(),
            polarity: self.polarity,
            modality: self.modality,
            attribution: self.attribution.clone(),
            confidence: 1.0,
            sentence,
            fingerprint: fingerprint(document.quote(document.sentences[sentence].span)),
            surface: Surface {
                subject: self.subject.clone(),
                relation: self.relation.clone(),
                arguments: Some(self.object.clone()).filter(|object| !object.is_empty()).into_iter().collect(),
            },
        }
    }
}

/// The sentences that hold the words, whatever the white space between them.
fn sentence(document: &Document, words: &str) -> Vec<usize> {
    let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = squeeze(words);
    let holds = |&i: &usize| !words.is_empty() && squeeze(document.quote(document.sentences[i].span)).contains(&words);
    (0..document.sentences.len()).filter(holds).collect()
}

/// Whether a sentence has the name.
fn is_used(document: &Document, name: &str) -> bool {
    document.sentences.iter().any(|sentence| find(document.quote(sentence.span), name).is_some())
}

/// Gives what the table calls `old` the name `new`; whether anything was called so.
fn rename(table: &mut Table, old: &str, new: &str) -> bool {
    let mut found = false;
    for fact in &mut table.facts {
        let columns = [Some(&mut fact.subject), Some(&mut fact.object), fact.place.as_mut(), fact.attribution.as_mut()];
        for column in columns.into_iter().flatten() {
            if let Some(renamed) = replaced(column, old, new) {
                found = true;
                *column = renamed;
            }
        }
    }
    found
}

/// `text` with the words `old`, where they are no part of `new`, replaced; `None` where there are none.
fn replaced(text: &str, old: &str, new: &str) -> Option<String> {
    let mut found = false;
    let pieces: Vec<String> = text
        .split(new)
        .map(|piece| match find(piece, old) {
            Some(at) => {
                found = true;
                [&piece[..at], new, &piece[at + old.len()..]].concat()
            }
            None => piece.to_string(),
        })
        .collect();
    found.then(|| pieces.join(new))
}

/// Where a text first has words as a whole.
fn find(text: &str, words: &str) -> Option<usize> {
    let whole = |at: &usize| !text[..*at].ends_with(char::is_alphanumeric) && !text[at + words.len()..].starts_with(char::is_alphanumeric);
    text.match_indices(words).map(|(at, _)| at).find(whole).filter(|_| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::annotation::annotate;

    const TEXT: &str = "= Orla Finch =\n\nOrla Finch sang in Dorn. She left the OFC in 1921. She rests.\n";

    fn check(supplement: &str, expected: &[&str], faults: &[&str]) {
        let document = Document::read("orla.txt", TEXT.into(), None).expect("valid text");
        let mut table = Table::extract(&document, &annotate(&document));
        let before = table.facts.len();
        let findings = Supplement::read("orla.toml", supplement).expect("a supplement").apply(&mut table, &document);
        let rows = table.facts.iter().filter(|fact| fact.id.starts_with('s') || before == table.facts.len());
        let rows: Vec<String> = rows.map(|fact| format!("{} | {} | {}", fact.subject, fact.relation, fact.object)).collect();
        assert!(expected.iter().all(|row| rows.iter().any(|found| found == row)), "{rows:?}");
        let told: Vec<String> = findings.into_iter().map(|finding| format!("{}: {}", finding.line, finding.message)).collect();
        assert_eq!(told, faults);
        assert!(table.facts.is_sorted_by_key(|fact| fact.sentence));
    }

    #[test]
    fn facts_are_added_at_their_sentence() {
        let fact = |words: &str| {
            format!("[[fact]]\nsentence = \"{words}\"\nsubject = \"Orla Finch\"\nrelation = \"performed in\"\nobject = \"Dorn\"\n")
        };
        check(&fact("sang in"), &["Orla Finch | performed in | Dorn"], &[]);
        check(&fact("danced"), &[], &["1: no sentence has the words “danced”"]);
        check(&fact("She"), &[], &["1: several sentences have the words “She”; give more of them"]);
    }

    #[test]
    fn aliases_give_one_name() {
        let alias = |also: &str| format!("\n[[alias]]\nname = \"Old Fishers' Choir\"\nalso = [\"{also}\"]\n");
        check(&alias("OFC"), &["Orla Finch | left | the Old Fishers' Choir"], &[]);
        check(&alias("OFX"), &[], &["2: neither a fact nor a sentence calls anything “OFX”"]);
        // Words of the document that no fact has.
        check(&alias("rests"), &[], &[]);
    }

    #[test]
    fn names_are_replaced_as_words() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(replaced(text, "Finch", "Orla Finch").as_deref(), expected);
        check("Finch's boat", Some("Orla Finch's boat"));
        check("Orla Finch", None);
        check("Finches", None);
    }

    #[test]
    fn a_fault_names_its_place() {
        let fault = Supplement::read("orla.toml", "[[fact]]\nsubjct = 1\n").expect_err("a fault").to_string();
        assert!(fault.starts_with("orla.toml:2:1: unknown field `subjct`; expected one of"), "{fault}");
    }
}
