//! Knowledge: documents, their facts, and the rules, loaded from a folder or built in, and indexed.

mod callings;
pub mod index;
pub mod initials;
pub mod load;
pub mod meanings;
pub mod opposites;
pub mod outline;
pub mod rules;
pub mod spans;
pub mod traits;
pub mod vocabulary;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use crate::document::{Document, Kind};
use crate::facts::annotation::{Annotation, annotate_watched};
use crate::facts::mentions::Cast;
use crate::facts::{Fact, Table};
use crate::text::fold::fold;
use crate::text::phrases::quotations;
use crate::text::term::{is_stop_word, key, term};
use crate::text::vectors::row;

use callings::Callings;
use index::{Index, NO_TERM, TermId};
use initials::Initials;
use meanings::Meanings;
use outline::{Outline, Outlines};
use rules::Rules;
use vocabulary::Vocabulary;

/// All that questions are asked of: one document or several, and the rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Knowledge {
    /// The documents, in order of name; at least one.
    pub sources: Vec<Known>,
    /// The rules.
    pub rules: Rules,
}

/// A document with everything that was made of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// The document.
    pub document: Document,
    /// Its sentences, read; one for each of [`Document::sentences`].
    pub annotations: Vec<Annotation>,
    /// For each sentence, the term of each word of its reading; [`NO_TERM`] for a word that is not indexed.
    pub terms: Vec<Vec<TermId>>,
    /// The terms of each sentence.
    pub index: Index,
    /// What its words and sentences mean.
    pub meanings: Meanings,
    /// The document's words.
    pub vocabulary: Vocabulary,
    /// The terms of its title.
    pub topic: Vec<String>,
    /// The same terms, as far as its sentences hold them.
    pub title: Vec<TermId>,
    /// The terms of the headings of each section.
    pub headings: Index,
    /// Its facts, in order of their sentences.
    pub table: Table,
    /// For each fact, the terms of its relation.
    pub relations: Vec<Vec<TermId>>,
    /// For each sentence, the terms of what it means by a pronoun, a description or a short name, as its facts resolve them, and does not hold itself.
    pub meant: Vec<Vec<TermId>>,
    /// Whom and what it names.
    pub cast: Cast,
    /// Its people by what it calls them.
    pub callings: Callings,
    /// The sentences that begin by pointing back to a time that was told right before, in the same section: "At the time he earned …".
    pub pointing_back: Vec<usize>,
    /// What was looked up of its sentences so far.
    #[serde(skip)]
    outlines: Outlines,
}

impl Known {
    /// Reads and indexes a document and extracts its facts.
    pub fn new(document: Document) -> Self {
        Self::watched(document, &mut |_| ())
    }

    /// The same; tells `watch` before each sentence how many were read.
    pub fn watched(document: Document, watch: &mut dyn FnMut(usize)) -> Self {
        let annotations = annotate_watched(&document, watch);
        let table = Table::extract(&document, &annotations);
        Self::with_table(document, annotations, table)
    }

    /// The facts of a sentence: their places in the table.
    pub fn facts_of(&self, sentence: usize) -> std::ops::Range<usize> {
        let facts = &self.table.facts;
        facts.partition_point(|f| f.sentence < sentence)..facts.partition_point(|f| f.sentence <= sentence)
    }

    /// What answers look at in a sentence.
    pub fn outline(&self, sentence: usize) -> &Outline {
        let rarity = |id: &TermId| (*id != NO_TERM).then(|| 1.0 / self.index.postings(*id).len().max(1) as f64);
        let rarities = || self.terms[sentence].iter().map(rarity).collect::<Vec<_>>();
        self.outlines.of(self.annotations.len(), sentence, || Outline::new(&self.annotations[sentence], rarities()))
    }

    /// Indexes a document whose facts are known.
    pub fn with_table(document: Document, annotations: Vec<Annotation>, table: Table) -> Self {
        let keys: Vec<Vec<CompactString>> = annotations.iter().map(word_keys).collect();
        let told = |k: &&str| !k.is_empty() && !is_stop_word(k);
        let indexed: Vec<Vec<&str>> = keys.iter().map(|s| s.iter().map(CompactString::as_str).filter(told).collect()).collect();
        let index = Index::new(&indexed);
        drop(indexed);
        let terms: Vec<Vec<TermId>> = keys.iter().map(|s| s.iter().map(|k| index.term(k).unwrap_or(NO_TERM)).collect()).collect();
        let prose = |i: usize| document.sentences[i].kind == Kind::Prose;
        let spelled = |(i, a): (usize, _)| words_of(a, !prose(i));
        let words = annotations.iter().enumerate().flat_map(spelled);
        let phrases = annotations.iter().flat_map(phrases_of);
        let every_word = annotations.iter().flat_map(|a| words_of(a, true)).map(|(word, _)| word);
        let initials = Initials::new(phrases, every_word);
        let title_terms =
            |text: &str| fold(text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !is_stop_word(w)).map(term).collect();
        let cast = Cast::new(&document, &annotations);
        let subject = || cast.protagonist().map(|member| member.name.clone()).or_else(|| cast.thing().map(|thing| thing.name.clone()));
        let title = document.title().map(str::to_string).or_else(subject);
        let callings = Callings::new(&table, &cast, &index);
        let headings: Vec<Vec<String>> = document.sections.iter().map(|s| title_terms(&s.path.join(" "))).collect();
        Self {
            title: title.as_deref().map(|title| index.terms_of(title)).unwrap_or_default(),
            relations: table.facts.iter().map(|f| index.terms_of(&f.surface.relation)).collect(),
            meant: meant(&table, &cast, &index),
            meanings: Meanings::new(&annotations, &terms, &index),
            terms,
            index,
            vocabulary: Vocabulary::new(words, initials),
            topic: title.as_deref().map(title_terms).unwrap_or_default(),
            callings,
            cast,
            pointing_back: (1..document.sentences.len()).filter(|&s| points_back(&document, &annotations, s)).collect(),
            headings: Index::new(&headings.iter().map(|terms| terms.iter().map(String::as_str).collect()).collect::<Vec<_>>()),
            outlines: Outlines::default(),
            annotations,
            document,
            table,
        }
    }
}

/// Whether a sentence begins by pointing back to a time that was told right before it.
fn points_back(document: &Document, annotations: &[Annotation], sentence: usize) -> bool {
    const OPENERS: [&str; 8] = ["at the time", "at that time", "at this time", "by then", "that day", "that month", "that year", "then"];
    let same = document.sentences[sentence - 1].section == document.sentences[sentence].section;
    let opening = fold(&annotations[sentence].text);
    same && OPENERS.iter().any(|opener| opening.strip_prefix(opener).is_some_and(|rest| rest.starts_with([' ', ','])))
}

/// For each sentence, the terms that its facts and the full names of whom it means have, and it has not.
fn meant(table: &Table, cast: &Cast, index: &Index) -> Vec<Vec<TermId>> {
    let mut meant: Vec<Vec<TermId>> = vec![Vec::new(); index.len()];
    for fact in table.facts.iter().filter(|f| f.sentence < index.len()) {
        let said = index.sentence(fact.sentence);
        let qualifiers = fact.qualifiers.iter().map(|q| &q.text);
        let texts = [&fact.subject, &fact.object].into_iter().chain(&fact.place).chain(&fact.attribution).chain(qualifiers);
        meant[fact.sentence].extend(texts.flat_map(|text| index.terms_of(text)).filter(|term| !said.contains(term)));
    }
    for (sentence, terms) in meant.iter_mut().enumerate() {
        let said = index.sentence(sentence);
        let names = cast.referents(sentence).iter().flat_map(|referent| index.terms_of(referent.name.trim_end_matches("'s")));
        terms.extend(names.filter(|term| !said.contains(term)));
        terms.sort_unstable();
        terms.dedup();
    }
    meant
}

/// The words of a sentence as they are spelled, each with whether its capital may be due to its place: it opens the sentence and is in no name, or
/// `titled` all do.
fn words_of(annotation: &Annotation, titled: bool) -> impl Iterator<Item = (&str, bool)> {
    let named = |w: &crate::text::Word| annotation.names.first().is_some_and(|name| name.core.contains(w.span));
    annotation.reading.words.iter().enumerate().map(move |(i, w)| (w.span.of(&annotation.text), titled || i == 0 && !named(w)))
}

/// The names of a sentence, with the lower-case words behind them that English does not know too, and what it quotes.
fn phrases_of(annotation: &Annotation) -> impl Iterator<Item = &str> {
    let quoted = quotations(&annotation.text).into_iter().map(|quotation| quotation.inside.of(&annotation.text));
    let names = || annotation.names.iter().map(|n| n.core);
    let foreign = |word: &&crate::text::Word| {
        let shown = word.span.of(&annotation.text);
        shown.chars().all(char::is_lowercase) && row(&fold(shown)).is_none()
    };
    let longer = names().filter_map(move |name| {
        let behind = &annotation.reading.words[annotation.reading.within(name).end..];
        Some(name.cover(behind.iter().take_while(foreign).last()?.span).of(&annotation.text))
    });
    names().map(|name| name.of(&annotation.text)).chain(longer).chain(quoted)
}

/// The term of each word: of its lemma; empty for punctuation, and for the "like" that compares.
fn word_keys(annotation: &Annotation) -> Vec<CompactString> {
    let own = |w: &crate::text::Word| {
        let shown = w.span.of(&annotation.text);
        if shown.chars().any(char::is_alphanumeric) && !w.is_comparing() { key(shown, &w.lemma).into() } else { CompactString::default() }
    };
    annotation.reading.words.iter().map(own).collect()
}

impl Knowledge {
    /// One document, and rules.
    pub fn new(document: Document, rules: Rules) -> Self {
        Self { sources: vec![Known::new(document)], rules }
    }

    /// The first document.
    pub fn document(&self) -> &Document {
        &self.sources[0].document
    }

    /// The documents.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.sources.iter().map(|s| &s.document)
    }

    /// The facts, each with its document.
    pub fn facts(&self) -> impl Iterator<Item = (&Document, &Fact)> + Clone {
        self.sources.iter().flat_map(|s| s.table.facts.iter().map(|f| (&s.document, f)))
    }

    /// The names that the documents mention, sorted, each once; for completion.
    pub fn names(&self) -> Vec<String> {
        let mentions =
            self.sources.iter().flat_map(|s| &s.annotations).flat_map(|a| a.names.iter().map(|n| n.core.of(&a.text).to_string()));
        mentions.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
    }
}
