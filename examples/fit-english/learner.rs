//! Fits taggers, and parsers on what they make of words.

use docent::text::syntax::encoder::{Node, node};
use docent::text::syntax::lemma::Lemmatiser;
use docent::text::syntax::lexicon::Lexicon;
use docent::text::syntax::model::Model;
use docent::text::syntax::parser::Parser;
use docent::text::syntax::tagger::Tagger;
use docent::text::{Pos, Tag};

use crate::conllu::Sentence;
use crate::perceptron::packed;
use crate::trees::{self, Example};
use crate::{ROOM, file, meanings, tags};

/// Rounds for the taggers of the parts.
const FOLD_ROUNDS: usize = 5;
/// Parts into which the treebank is cut so that each is tagged by what the others taught.
const FOLDS: usize = 5;
/// How far a tree counts that teachers may contradict; the rest is what they make of its sentence.
const TRUST: f32 = 0.5;

/// How much is spent on a tagger and a parser.
pub struct Effort {
    pub tag_rounds: usize,
    pub tagger_seeds: &'static [u64],
    pub tagger_room: usize,
    /// The treebank's first sentences, one in so many of all, are learnt in other spellings, too.
    pub respelt: usize,
    pub tree_rounds: usize,
}

/// What is learnt from.
pub struct Texts<'a> {
    pub parsed: &'a [Sentence],
    /// Sentences of which only the parser learns, and only what the teachers make of them.
    pub doubtful: &'a [Sentence],
    pub teachers: &'a [Parser<'a>],
}

/// What is known of words before there are tags, and the classes of tags.
pub struct Learner<'a> {
    pub words: &'a [u8],
    pub classes: Vec<(Tag, Pos)>,
    /// How many of the sentences, the first, are the treebank's.
    pub gold: usize,
    /// How many of the sentences, the first, the parser learns in every round, not in every other one.
    pub often: usize,
}

/// What is known of words, tags included.
pub struct Known<'a> {
    lexicon: Lexicon<'a>,
    pub lemmatiser: Lemmatiser<'a>,
    pub tagger: Tagger<'a>,
}

impl Learner<'_> {
    pub fn known<'a>(&'a self, tagger: &'a [u8]) -> Known<'a> {
        let words = Model::new(self.words);
        Known { lexicon: Lexicon::new(words), lemmatiser: Lemmatiser::new(words), tagger: Tagger::new(Model::new(tagger)) }
    }

    /// The first six sections of a model for each seed: those of the tagger, then those of the parser.
    pub fn fit<const N: usize>(&self, texts: &Texts, effort: &Effort, seeds: &[u64; N]) -> [Vec<Vec<u8>>; N] {
        let lexicon = Lexicon::new(Model::new(self.words));
        eprintln!("tags, {} classes", self.classes.len());
        let sentences = texts.parsed;
        let (tagger, mut examples) = std::thread::scope(|scope| {
            let tagger = scope.spawn(|| {
                let examples = tags::examples(sentences, self.gold / effort.respelt, &self.classes, &lexicon);
                packed(&tags::fit(&examples, self.classes.len(), effort.tag_rounds, effort.tagger_seeds), effort.tagger_room)
            });
            let folds: Vec<_> = (0..FOLDS).map(|fold| scope.spawn(move || self.tagged_by_others(sentences, fold, &lexicon))).collect();
            (done(tagger), folds.into_iter().flat_map(done).collect::<Vec<Example>>())
        });
        let of_tagger = file(&[tags::section(&self.classes), tagger.0.clone(), tagger.1.clone()]);
        let known = self.known(&of_tagger);
        examples.extend(texts.doubtful.iter().map(|sentence| Example { trust: 0.0, ..self.example(sentence, &known) }));
        let vocabulary = trees::vocabulary(&examples);
        let meanings = meanings::read();
        eprintln!("trees");
        std::thread::scope(|scope| {
            let parser = |seed| {
                trees::sections(
                    &vocabulary,
                    &meanings,
                    &trees::learn(&examples, texts.teachers, &vocabulary, &meanings, effort.tree_rounds, seed),
                )
            };
            seeds.map(|seed| scope.spawn(move || parser(seed))).map(|parser| {
                let (embedding_slots, embeddings, network) = done(parser);
                vec![tags::section(&self.classes), tagger.0.clone(), tagger.1.clone(), embedding_slots, embeddings, network]
            })
        })
    }

    /// A part of the sentences for the parser, tagged as they would be in use: by a tagger that learnt from the other parts.
    fn tagged_by_others(&self, sentences: &[Sentence], fold: usize, lexicon: &Lexicon) -> Vec<Example> {
        let (own, others): (Vec<_>, Vec<_>) = sentences.iter().enumerate().partition(|(i, _)| i % FOLDS == fold);
        let others: Vec<tags::Example> = others.iter().map(|(_, s)| tags::example(s, &self.classes, lexicon, str::to_string)).collect();
        let (slots, rows) = packed(&tags::fit(&others, self.classes.len(), FOLD_ROUNDS, &[7]), ROOM);
        let bytes = file(&[tags::section(&self.classes), slots, rows]);
        let known = self.known(&bytes);
        own.iter().map(|&(i, sentence)| Example { often: i < self.often, ..self.example(sentence, &known) }).collect()
    }

    fn example(&self, sentence: &Sentence, known: &Known) -> Example {
        let words: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
        let (nodes, guesses) = known.nodes(&words);
        let mut heads: Vec<usize> = sentence.words.iter().map(|word| word.head.unwrap_or(words.len())).collect();
        trees::projective(&mut heads);
        let class = |pair| self.classes.iter().position(|&known| known == pair).map(|class| class as u8);
        Example {
            nodes,
            guesses,
            classes: sentence.words.iter().map(|word| class((word.tag, word.pos))).collect(),
            heads,
            relations: sentence.words.iter().map(|word| word.relation).collect(),
            often: false,
            trust: TRUST,
        }
    }
}

impl Known<'_> {
    /// What the parser sees of a sentence's words, and the classes of tags that the tagger gives them.
    pub fn nodes(&self, words: &[&str]) -> (Vec<Node>, Vec<u8>) {
        let forms = self.lexicon.letters(words);
        let guesses = self.tagger.classes(&forms);
        let tags: Vec<(Tag, Pos)> = guesses.iter().map(|&class| self.tagger.tags(class)).collect();
        let lemmas = self.lemmatiser.lemmas(words, &tags);
        (forms.iter().zip(&tags).zip(&lemmas).map(|((form, &tags), lemma)| node(form, tags, lemma)).collect(), guesses)
    }
}

/// What a thread made.
pub fn done<T>(thread: std::thread::ScopedJoinHandle<T>) -> T {
    thread.join().expect("fitting does not panic")
}
