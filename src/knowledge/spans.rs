//! Spans: the pieces of a sentence that could be a short answer, taken from its values, names, quotations and tree.

use std::ops::Range;

use crate::facts::annotation::Annotation;
use crate::text::{Pos, Reading, Relation, Span};

/// A piece of a sentence that could be an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its words, as places in the reading.
    pub words: Range<usize>,
    /// Its bytes in the annotation's text; may be wider or narrower than whole words for values.
    pub span: Span,
    /// The word on which the others depend.
    pub head: usize,
    /// What it is.
    pub form: Form,
    /// Whether it is the constituent with all its modifiers, rather than its core.
    pub full: bool,
}

/// What a candidate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A date, number, sum …: its place among the annotation's values.
    Value(usize),
    /// A named thing: its place among the annotation's names.
    Name(usize),
    /// A noun phrase.
    NounPhrase,
    /// Several coordinated phrases.
    List,
    /// A prepositional phrase with its preposition.
    Prepositional,
    /// A clause, or a verb with what depends on it.
    Clause,
    /// An adjective or adverb with its modifiers.
    Modifier,
    /// The inside of quotation marks.
    Quoted,
    /// A clause that answers why or how, or says what something is, as the question asks.
    Asked,
}

/// Spans of the annotation's text that a question asks for in particular, as candidates, without duplicates.
pub fn asked(annotation: &Annotation, spans: &[Span]) -> Vec<Candidate> {
    let mut found = Collector { annotation, list: Vec::new() };
    for &span in spans {
        found.add_bytes(span, Form::Asked);
    }
    found.list
}

/// All candidates of a sentence, without duplicates, in order of kind and place.
pub fn candidates(annotation: &Annotation) -> Vec<Candidate> {
    let mut found = Collector { annotation, list: Vec::new() };
    for (place, value) in annotation.values.iter().enumerate() {
        found.add_bytes(value.core, Form::Value(place));
    }
    for (place, name) in annotation.names.iter().enumerate() {
        found.add_bytes(name.core, Form::Name(place));
    }
    for span in quotations(&annotation.text) {
        found.add_bytes(span, Form::Quoted);
    }
    for word in 0..annotation.reading.words.len() {
        found.add_phrases(word);
    }
    found.list
}

/// The insides of quotation marks, of one word or more.
fn quotations(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (Some((start, close)), c) if c == close => {
                if at > start {
                    spans.push(Span::new(start, at));
                }
                open = None;
            }
            (None, '"') => open = Some((at + 1, '"')),
            (None, '“' | '«') => open = Some((at + c.len_utf8(), if c == '“' { '”' } else { '»' })),
            _ => {}
        }
    }
    spans
}

/// Whether an adverb tells where.
pub fn tells_where(lemma: &str) -> bool {
    const PLACES: [&str; 13] = [
        "aboard",
        "abroad",
        "ashore",
        "downstairs",
        "indoors",
        "inland",
        "nearby",
        "offshore",
        "online",
        "outdoors",
        "overseas",
        "underground",
        "upstairs",
    ];
    PLACES.contains(&lemma)
}

struct Collector<'a> {
    annotation: &'a Annotation,
    list: Vec<Candidate>,
}

impl Collector<'_> {
    fn reading(&self) -> &Reading {
        &self.annotation.reading
    }

    /// Adds the words within a span of bytes; the span itself is kept as it is.
    fn add_bytes(&mut self, span: Span, form: Form) {
        let words = self.reading().within(span);
        if !words.is_empty() {
            let head = top(self.reading(), words.clone());
            self.push(Candidate { words, span, head, form, full: false });
        }
    }

    /// Adds the words from the first to the last of `words`, without marks, articles and prepositions at the ends that are no part of an answer.
    fn add_words(&mut self, words: &[usize], head: usize, form: Form, full: bool) {
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return };
        let words = trim(self.annotation, first..last + 1, form);
        if words.is_empty() {
            return;
        }
        let all = &self.reading().words;
        let span = all[words.start].span.cover(all[words.end - 1].span);
        self.push(Candidate { words, span, head, form, full });
    }

    fn push(&mut self, candidate: Candidate) {
        if self.list.iter().all(|c| c.span != candidate.span) && is_balanced(candidate.span.of(&self.annotation.text)) {
            self.list.push(candidate);
        }
    }

    /// Adds the phrases that a word heads.
    fn add_phrases(&mut self, word: usize) {
        use Relation::*;
        let reading = &self.annotation.reading;
        let own = &reading.words[word];
        let part = matches!(own.relation, Flat | Compound | Fixed | Goeswith | Punct | Case | Det | Aux | AuxPass | Cop | Mark | Cc);
        match own.pos {
            _ if part => {}
            Pos::Noun | Pos::Propn | Pos::Num | Pos::Sym | Pos::X => self.add_noun_phrases(word),
            Pos::Verb => self.add_clauses(word),
            Pos::Adj | Pos::Adv if !matches!(own.relation, Amod | Advmod) || own.pos == Pos::Adj || tells_where(&own.lemma) => {
                let words = reading
                    .subtree_without(word, |c| matches!(reading.words[c].relation.base(), Case | Cop | Nsubj | Aux | Punct | Conj | Cc));
                self.add_words(&words, word, Form::Modifier, false);
            }
            _ => {}
        }
    }

    fn add_noun_phrases(&mut self, head: usize) {
        use Relation::*;
        let annotation = self.annotation;
        let reading = &annotation.reading;
        let clausal = |c: usize| {
            matches!(reading.words[c].relation.base(), Cop | Nsubj | Aux | Mark | Advcl | Csubj | Obl | Advmod | Expl)
                || reading.words[c].relation == Parataxis
        };
        let outside = |c: usize| reading.words[c].relation == Case || reading.words[c].relation == Punct && c < head || clausal(c);
        let tail = |c: usize| {
            outside(c)
                || matches!(reading.words[c].relation.base(), Conj | Cc | Appos | Acl | Dep | List)
                || reading.words[c].relation == Punct
        };
        let core = |c: usize| tail(c) || reading.words[c].relation == Nmod && c > head;
        self.add_words(&reading.subtree_without(head, core), head, Form::NounPhrase, false);
        self.add_words(&reading.subtree_without(head, tail), head, Form::NounPhrase, false);
        let with_clauses = |c: usize| outside(c) || matches!(reading.words[c].relation.base(), Conj | Cc);
        self.add_words(&reading.subtree_without(head, with_clauses), head, Form::NounPhrase, true);
        if reading.child(head, Conj).is_some() {
            self.add_words(&reading.subtree_without(head, outside), head, Form::List, true);
        }
        if reading.child(head, Case).is_some() && matches!(reading.words[head].relation.base(), Obl | Nmod) {
            let prepositional = |c: usize| clausal(c) || matches!(reading.words[c].relation.base(), Conj | Cc | Appos | Acl | Punct);
            self.add_words(&reading.subtree_without(head, prepositional), head, Form::Prepositional, false);
        }
        if reading.child(head, Cop).is_some() {
            self.add_words(
                &reading.subtree_without(head, |c| matches!(reading.words[c].relation.base(), Cop | Nsubj | Mark | Aux | Punct)),
                head,
                Form::NounPhrase,
                true,
            );
        }
    }

    fn add_clauses(&mut self, verb: usize) {
        use Relation::*;
        let reading = &self.annotation.reading;
        let subject = |c: usize| {
            matches!(reading.words[c].relation.base(), Nsubj | Aux | Mark | Cc | Csubj | Expl | Discourse)
                || reading.words[c].relation == Punct && c < verb
        };
        let predicate = |c: usize| subject(c) || matches!(reading.words[c].relation.base(), Conj | Parataxis | Advcl);
        self.add_words(&reading.subtree_without(verb, predicate), verb, Form::Clause, false);
        self.add_words(&reading.subtree_without(verb, subject), verb, Form::Clause, true);
        if reading.child(verb, Nsubj).is_some() {
            let whole = |c: usize| matches!(reading.words[c].relation.base(), Mark | Conj | Parataxis | Cc);
            self.add_words(&reading.subtree_without(verb, whole), verb, Form::Clause, true);
        }
    }
}

/// Whether every bracket and quotation mark of a text has its partner in it.
fn is_balanced(text: &str) -> bool {
    let count = |mark: char| text.matches(mark).count();
    [('(', ')'), ('[', ']'), ('“', '”'), ('«', '»')].iter().all(|&(open, close)| count(open) == count(close)) && count('"') % 2 == 0
}

/// The word of a range on which the others depend: the first one whose head lies outside.
fn top(reading: &Reading, words: Range<usize>) -> usize {
    words.clone().find(|&w| reading.words[w].head.is_none_or(|h| !words.contains(&h))).unwrap_or(words.start)
}

/// A range without punctuation at its ends, and without the article or conjunction it opens with.
fn trim(annotation: &Annotation, mut words: Range<usize>, form: Form) -> Range<usize> {
    let all = &annotation.reading.words;
    let skip = |w: usize| {
        let word = &all[w];
        let article = matches!(word.lemma.as_str(), "the" | "a" | "an") && word.pos == Pos::Det;
        word.pos == Pos::Punct || word.pos == Pos::Cconj || (article && form != Form::Prepositional)
    };
    while !words.is_empty() && skip(words.start) {
        words.start += 1;
    }
    while !words.is_empty() && matches!(all[words.end - 1].pos, Pos::Punct | Pos::Cconj) && !closes(annotation, &words) {
        words.end -= 1;
    }
    words
}

/// Whether the last word of a range is a bracket or quotation mark that was opened within it.
fn closes(annotation: &Annotation, words: &Range<usize>) -> bool {
    let all = &annotation.reading.words;
    let text = |w: usize| all[w].span.of(&annotation.text);
    let open = match text(words.end - 1) {
        ")" => "(",
        "]" => "[",
        "\"" | "''" => "\"",
        "”" => "“",
        "»" => "«",
        _ => return false,
    };
    (words.start..words.end - 1).any(|w| text(w) == open || text(w) == "``")
}
