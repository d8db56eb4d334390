//! Examples: the candidates of each question with their features, and how right each is.

use docent::answer::evidence::evidence;
use docent::answer::query::Query;
use docent::answer::rank::rank;
use docent::answer::support::support;
use docent::document::{Document, Format};
use docent::knowledge::Knowledge;
use docent::knowledge::rules::{Features, Rules, Supports, class};
use docent::question::{Utterance, understand};

use crate::squad::{Article, Asked, Paragraph, f1, normalise};
use crate::verdict::Judged;

/// How many paragraphs are asked together: about as much as an encyclopaedia's article on a person.
const TOGETHER: usize = 8;
/// How many sentences are read closely, as when a question is answered.
const CLOSE: usize = 8;

/// The candidates of one question.
pub struct Example {
    /// Features, and how right the candidate is (its token F1, 0 outside the gold sentence).
    pub candidates: Vec<(Features, f64)>,
    /// What supports the candidate that was ranked first.
    pub supports: Supports,
    /// The place of its kind of answer among those with weights of their own.
    pub class: Option<usize>,
    /// Whether the text answers it.
    pub answerable: bool,
    /// Whether the article is left out of the fitting.
    pub held_out: bool,
}

impl Example {
    /// The candidate that was ranked first, judged; `None` where there was none.
    pub fn judged(&self) -> Option<Judged> {
        let first = self.candidates.first()?;
        Some(Judged { supports: self.supports, right: first.1 >= 0.5, held_out: self.held_out })
    }
}

/// The examples of an article: each paragraph asked by itself, and again together with its neighbours.
pub fn examples(article: &Article, held_out: bool, rules: &Rules) -> Vec<Example> {
    let alone = article.paragraphs.chunks(1);
    let together = article.paragraphs.chunks(TOGETHER).filter(|c| c.len() > 1);
    alone.chain(together).flat_map(|paragraphs| ask(&article.title, paragraphs, held_out, rules)).collect()
}

/// The examples of some paragraphs as one document.
fn ask(title: &str, paragraphs: &[Paragraph], held_out: bool, rules: &Rules) -> Vec<Example> {
    let mut text = format!("= {title} =\n\n");
    let offsets: Vec<usize> = paragraphs.iter().map(|p| append(&mut text, &p.context)).collect();
    let Ok(document) = Document::read("paragraphs", text.into_bytes(), Some(Format::Wiki)) else { return Vec::new() };
    let knowledge = Knowledge::new(document, rules.clone());
    let asked = paragraphs.iter().zip(offsets).flat_map(|(p, offset)| p.questions.iter().map(move |q| (q, offset)));
    asked.filter_map(|(question, offset)| example(&knowledge, question, offset, held_out)).collect()
}

/// Appends a paragraph; where it begins.
fn append(text: &mut String, paragraph: &str) -> usize {
    let start = text.len();
    text.push_str(paragraph);
    text.push_str("\n\n");
    start
}

/// The example of a question whose paragraph begins at byte `offset` of the document.
fn example(knowledge: &Knowledge, question: &Asked, offset: usize, held_out: bool) -> Option<Example> {
    let source = &knowledge.sources[0];
    let Utterance::Question(asked) = understand(&knowledge.rules, &source.vocabulary, &source.topic, &question.text) else { return None };
    let query = Query::new(&asked, source);
    let weights = knowledge.rules.ranking.weights(&asked.answer_type);
    let near = evidence(&asked, &query, &weights, CLOSE);
    let ranked = rank(&asked, &query, &near, &weights);
    let candidates = ranked.iter().map(|r| {
        let sentence = source.document.sentences[r.sentence].span;
        let said = normalise(r.candidate.span.of(&source.annotations[r.sentence].text));
        let right = |(start, gold): &(usize, String)| {
            let at = offset + start;
            if sentence.start <= at && at < sentence.end { f1(&said, &normalise(gold)) } else { 0.0 }
        };
        (r.features, question.answers.iter().map(right).fold(0.0, f64::max))
    });
    Some(Example {
        candidates: candidates.collect(),
        supports: support(&asked, &query, &ranked),
        class: class(&asked.answer_type),
        answerable: !question.answers.is_empty(),
        held_out,
    })
}
