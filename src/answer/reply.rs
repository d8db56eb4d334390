//! The reply: what docent says to one question, with its sources and how it came about.

use serde::Serialize;

use crate::question::Correction;
use crate::text::Span;

/// The verdict on a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The document answers it.
    Answered,
    /// Two readings of the question fit; the answer holds the better one.
    Ambiguous,
    /// The document gives two values; the answer holds both.
    Conflicting,
    /// The document does not say.
    Unknown,
    /// Nothing was asked of the document.
    Chitchat,
}

/// One reply. Serialises to the JSON object that `--format json` prints, fields in this order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reply {
    /// The question's id in a batch.
    pub id: Option<String>,
    /// The question as it was put.
    pub question: String,
    /// The question after the dialogue's references were filled in; equal to `question` where nothing was.
    pub resolved: String,
    /// The names that were read otherwise than they were typed; left out of JSON where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<Correction>,
    /// The verdict.
    pub status: Status,
    /// The intent whose rule fired.
    pub intent: Option<String>,
    /// The expected answer's type in Li & Roth's taxonomy, such as `LOC:city`.
    pub answer_type: Option<String>,
    /// The short answer alone; several items are separated by `; `. `None` where the verdict is unknown.
    pub answer: Option<String>,
    /// How sure docent is, from 0 to 1.
    pub confidence: f64,
    /// The sentences the answer rests on, best first; for an unknown, the nearest ones.
    pub sources: Vec<Source>,
    /// For an unknown, what could not be matched; for ambiguous and conflicting, what else could be meant.
    pub reason: Option<String>,
    /// Questions that the document does answer.
    pub suggestions: Vec<String>,
    /// How the reply came about; shown by `--explain`.
    #[serde(skip)]
    pub trace: Trace,
}

/// A cited sentence. `text` is the slice `start..end` of the document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Source {
    /// The document's name.
    pub document: String,
    /// The headings that lead to the sentence, outermost first.
    pub section: Vec<String>,
    /// Paragraph in the section, from 1.
    pub paragraph: usize,
    /// Sentence in the paragraph, from 1.
    pub sentence: usize,
    /// Line in the document, from 1.
    pub line: usize,
    /// First byte in the document.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The ranker's score; higher is better.
    pub score: f64,
    /// The id of the fact that brought it up, if one did.
    pub fact: Option<String>,
    /// The sentence, byte for byte.
    pub text: String,
    /// Where in `text` the short answer stands, to be highlighted.
    #[serde(skip)]
    pub marks: Vec<Span>,
}

/// The story of a reply.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trace {
    /// What was decided before any evidence was looked at, a line each: words corrected, the rule that fired, the query's terms and their weights.
    pub question: Vec<String>,
    /// The candidates, best first.
    pub candidates: Vec<Candidate>,
    /// Why the verdict is what it is.
    pub verdict: String,
}

/// One candidate and what each feature gave it.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The sentence's text.
    pub sentence: String,
    /// The short answer it would give.
    pub answer: Option<String>,
    /// The sum of the shares.
    pub score: f64,
    /// Feature name and its share (value times weight), largest first.
    pub shares: Vec<(&'static str, f64)>,
}
