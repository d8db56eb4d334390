//! Examples: the candidates of each question with their features, and how right each is.

use docent::answer::bars::is_barred;
use docent::answer::evidence::Evidence;
use docent::answer::rank::Ranked;
use docent::answer::support::support;
use docent::answer::{Considered, Context, consider};
use docent::document::{Document, Format};
use docent::knowledge::rules::{Features, Rules, Shape, Support, Supports, class};
use docent::knowledge::{Knowledge, Known};
use docent::question::{Question, Utterance, understand};

use crate::squad::{Article, Asked, Paragraph, f1, normalise};
use crate::verdict::Judged;

/// How many paragraphs are asked together: about as much as an encyclopaedia's article on a person.
const TOGETHER: usize = 8;

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
    /// Whether something bars the candidate that was ranked first.
    pub barred: bool,
    /// What kind of reply the question wants.
    pub shape: Shape,
    /// How much it counts.
    pub weight: f64,
    /// Whether it is one of our own questions, about documents with infoboxes and headings.
    pub own: bool,
}

impl Example {
    /// The candidate that was ranked first, judged; `None` where there was none that could be the answer.
    pub fn judged(&self) -> Option<Judged> {
        let first = self.candidates.first().filter(|_| !self.barred)?;
        Some(Judged {
            supports: self.supports,
            features: first.0,
            class: self.class,
            right: first.1 >= 0.5,
            held_out: self.held_out,
            weight: self.weight,
            own: self.own,
        })
    }
}

/// The examples of an article: each paragraph asked by itself, and again together with its neighbours.
pub fn examples(article: &Article, held_out: bool, rules: &Rules) -> Vec<Example> {
    let alone = article.paragraphs.chunks(1);
    let together = article.paragraphs.chunks(TOGETHER).filter(|c| c.len() > 1);
    let asked = alone.chain(together).flat_map(|paragraphs| ask(&article.title, paragraphs, held_out, rules));
    asked.chain(strange(article, held_out, rules)).collect()
}

/// The examples of paragraphs asked what others of the article answer: every fourth question of the paragraphs that follow them.
fn strange(article: &Article, held_out: bool, rules: &Rules) -> Vec<Example> {
    let groups: Vec<&[Paragraph]> = article.paragraphs.chunks(TOGETHER).collect();
    let pairs = groups.windows(2);
    pairs
        .flat_map(|pair| {
            let (knowledge, _) = read(&article.title, pair[0], rules)?;
            let foreign = pair[1].iter().flat_map(|p| &p.questions).step_by(4);
            let unanswered = foreign.map(|q| Asked { text: q.text.clone(), answers: Vec::new() });
            Some(unanswered.filter_map(|q| paragraph_example(&knowledge, &q, 0, held_out)).collect::<Vec<_>>())
        })
        .flatten()
        .collect()
}

/// The examples of some paragraphs as one document.
fn ask(title: &str, paragraphs: &[Paragraph], held_out: bool, rules: &Rules) -> Vec<Example> {
    let Some((knowledge, offsets)) = read(title, paragraphs, rules) else { return Vec::new() };
    let asked = paragraphs.iter().zip(offsets).flat_map(|(p, offset)| p.questions.iter().map(move |q| (q, offset)));
    asked.filter_map(|(question, offset)| paragraph_example(&knowledge, question, offset, held_out)).collect()
}

/// The examples of an article for choosing a sentence: asked as a whole, and some paragraphs at a time.
pub fn sentences(article: &Article, held_out: bool, rules: &Rules) -> Vec<Example> {
    let whole = std::iter::once(&article.paragraphs[..]);
    let asked = whole.chain(article.paragraphs.chunks(TOGETHER)).flat_map(|paragraphs| {
        let Some((knowledge, offsets)) = read(&article.title, paragraphs, rules) else { return Vec::new() };
        let questions = paragraphs.iter().zip(offsets).flat_map(|(p, offset)| p.questions.iter().map(move |q| (q, offset)));
        questions
            .filter_map(|(question, offset)| {
                let right = |known: &Known, sentence: usize| {
                    let span = known.document.sentences[sentence].span;
                    question.answers.iter().any(|(start, text)| span.start <= offset + start && offset + start + text.len() <= span.end)
                };
                sentence_example(&knowledge, &question.text, held_out, right)
            })
            .collect::<Vec<_>>()
    });
    asked.collect()
}

/// The example of a question, with the sentences that are read closely as its candidates; `right` tells which of them answer it.
pub fn sentence_example(knowledge: &Knowledge, question: &str, held_out: bool, right: impl Fn(&Known, usize) -> bool) -> Option<Example> {
    let asked = understood(knowledge, question)?;
    let Considered { evidence, .. } = consider(knowledge, &asked, &Context::default(), 0)?;
    let candidate = |e: &Evidence| (e.features, f64::from(u8::from(right(&knowledge.sources[0], e.sentence))));
    let candidates: Vec<(Features, f64)> = evidence.iter().map(candidate).collect();
    Some(Example {
        answerable: candidates.iter().any(|c| c.1 > 0.0),
        candidates,
        supports: [0.0; Support::COUNT],
        barred: false,
        class: None,
        held_out,
        shape: asked.shape,
        weight: 1.0,
        own: false,
    })
}

/// Some paragraphs as one document, and where each begins.
fn read(title: &str, paragraphs: &[Paragraph], rules: &Rules) -> Option<(Knowledge, Vec<usize>)> {
    let mut text = format!("= {title} =\n\n");
    let offsets: Vec<usize> = paragraphs.iter().map(|p| append(&mut text, &p.context)).collect();
    let document = Document::read("paragraphs", text.into_bytes(), Some(Format::Wiki)).ok()?;
    Some((Knowledge::new(document, rules.clone()), offsets))
}

/// Appends a paragraph; where it begins.
fn append(text: &mut String, paragraph: &str) -> usize {
    let start = text.len();
    text.push_str(paragraph);
    text.push_str("\n\n");
    start
}

/// The example of a question whose paragraph begins at byte `offset` of the document.
fn paragraph_example(knowledge: &Knowledge, question: &Asked, offset: usize, held_out: bool) -> Option<Example> {
    let right = |known: &Known, ranked: &Ranked| {
        let sentence = known.document.sentences[ranked.sentence].span;
        let said = normalise(ranked.candidate.span.of(&known.annotations[ranked.sentence].text));
        let right = |(start, gold): &(usize, String)| {
            let at = offset + start;
            if sentence.start <= at && at < sentence.end { f1(&said, &normalise(gold)) } else { 0.0 }
        };
        question.answers.iter().map(right).fold(0.0, f64::max)
    };
    let found = example(knowledge, &question.text, held_out, right)?;
    Some(Example { answerable: !question.answers.is_empty(), ..found })
}

/// The example of a question; `right` tells how right a candidate is.
pub fn example(knowledge: &Knowledge, question: &str, held_out: bool, right: impl Fn(&Known, &Ranked) -> f64) -> Option<Example> {
    let source = &knowledge.sources[0];
    let asked = understood(knowledge, question)?;
    let Considered { query, evidence, ranked, of_sentences, .. } = consider(knowledge, &asked, &Context::default(), 0)?;
    Some(Example {
        candidates: ranked.iter().map(|r| (r.features, right(source, r))).collect(),
        supports: support(&asked, &query, &evidence, &ranked, &of_sentences),
        barred: ranked.first().is_some_and(|best| is_barred(&asked, &query, best)),
        class: class(&asked.answer_type),
        answerable: true,
        held_out,
        shape: asked.shape,
        weight: 1.0,
        own: false,
    })
}

/// A question as understood; `None` for small talk.
pub fn understood<'r>(knowledge: &'r Knowledge, question: &str) -> Option<Box<Question<'r>>> {
    let source = &knowledge.sources[0];
    match understand(&knowledge.rules, &source.vocabulary, &source.topic, question) {
        Utterance::Question(asked) => Some(asked),
        Utterance::SmallTalk(_) => None,
    }
}
