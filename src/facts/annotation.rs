//! Annotations: what is known of a sentence before facts are made of it: its words, tree, values and names.

use serde::{Deserialize, Serialize};

use super::repair::repaired;
use crate::document::{Document, Sentence};
use crate::text::names::{Kinds, Mention, names_gathered};
use crate::text::values::{Value, values};
use crate::text::{Reading, read};

/// One sentence, read. All spans are relative to `text`; [`Document::reading`] of the sentence finds the way back to the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Annotation {
    /// The sentence as English, without markup.
    pub text: String,
    /// Its words and tree, repaired where it contradicts names, dates and plain phrases.
    pub reading: Reading,
    /// Its dates, numbers, sums.
    pub values: Vec<Value>,
    /// The named things it mentions.
    pub names: Vec<Mention>,
}

/// Reads every sentence of a document.
pub fn annotate(document: &Document) -> Vec<Annotation> {
    annotate_watched(document, &mut |_| ())
}

/// The same; tells `watch` before each sentence how many were read.
pub fn annotate_watched(document: &Document, watch: &mut dyn FnMut(usize)) -> Vec<Annotation> {
    let mut kinds = Kinds::default();
    let annotate = |(done, sentence)| {
        watch(done);
        annotate_sentence(document, sentence, &mut kinds)
    };
    let mut annotations: Vec<Annotation> = document.sentences.iter().enumerate().map(annotate).collect();
    kinds.settle();
    annotations.iter_mut().for_each(|annotation| kinds.tell(&annotation.text, &mut annotation.names));
    annotations
}

/// Reads one sentence of a document.
fn annotate_sentence(document: &Document, sentence: &Sentence, kinds: &mut Kinds) -> Annotation {
    let text = document.reading(sentence.span).into_text().into_owned();
    let reading = read(&text);
    let (mut values, mut names) = (values(&text), names_gathered(&text, &reading, kinds));
    values.shrink_to_fit();
    names.shrink_to_fit();
    let mut annotation = Annotation { text, reading, values, names };
    if !annotation.is_overlong() {
        annotation.reading = repaired(&annotation);
    }
    annotation
}

/// The most words that a sentence is read closely for; what is longer is a list or no language, and would take too long.
const LONGEST: usize = 600;

impl Annotation {
    /// Whether the sentence is too long to be read closely.
    pub fn is_overlong(&self) -> bool {
        self.reading.words.len() > LONGEST
    }
}
