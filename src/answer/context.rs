//! Context: what an answer should know of the conversation that its question belongs to.

use crate::knowledge::Known;
use crate::text::fold;

/// What an answer should know of the conversation that its question belongs to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Context {
    /// What must not be said again: answers given before, and those whom the question names.
    pub without: Vec<String>,
    /// The sentences that the last answer rests on, as document and place.
    pub cited: Vec<(String, usize)>,
    /// How much the question leans on them: 0 not at all, 1 it speaks of something there, more where it asks about the same.
    pub lean: f64,
    /// The words of the question that were taken over from before, folded: whoever goes on about a thing need not name it again.
    pub taken: Vec<String>,
}

impl Context {
    /// The cited sentences of a document and those beside them in their paragraphs, each with how near it is.
    pub fn near(&self, known: &Known) -> Vec<(usize, f64)> {
        let sentences = &known.document.sentences;
        let place = |s: usize| (sentences[s].section, sentences[s].paragraph);
        let mut near: Vec<(usize, f64)> = Vec::new();
        for (_, cited) in self.cited.iter().filter(|(name, s)| self.lean > 0.0 && *name == known.document.name && *s < sentences.len()) {
            let around = (cited.saturating_sub(2)..=cited + 2).filter(|&s| s < sentences.len() && place(s) == place(*cited));
            near.extend(around.map(|s| (s, self.lean * [1.0, 0.5, 0.25][s.abs_diff(*cited)])));
        }
        near.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        near.dedup_by_key(|(s, _)| *s);
        near
    }

    /// Whether a phrase is one that must not be said again.
    pub fn has(&self, phrase: &str) -> bool {
        self.without.iter().any(|said| fold(said) == fold(phrase))
    }

    /// A list without the items that must not be said again; any other answer as it is.
    pub fn without_said(&self, answer: &str) -> String {
        let kept: Vec<&str> = answer.split("; ").filter(|item| !self.has(item)).collect();
        if kept.is_empty() { answer.to_string() } else { kept.join("; ") }
    }
}
