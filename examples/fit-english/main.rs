//! Fits the weights for reading English on the English Web Treebank, WordNet and the texts of a SQuAD file, and writes the file that the program carries.
//!
//! `cargo run --release --example fit-english -- TREEBANK WORDNET SQUAD [OUT]`; `knowledge/english/README.md` says what the folders hold.
//! Fixed seeds: the same data give the same file.

mod adam;
mod clauses;
mod composed;
#[allow(dead_code, reason = "the text and its spans are for scoring")]
mod conllu;
mod dice;
mod lemmas;
mod lexicon;
mod meanings;
mod network;
mod perceptron;
mod questions;
mod silver;
mod statement;
mod tables;
mod tags;
mod trees;
#[path = "../distil-wordnet/reader.rs"]
#[allow(dead_code, reason = "more than the lexicon asks of WordNet")]
mod wordnet;

use std::path::Path;

use docent::text::syntax::encoder::{Node, node};
use docent::text::syntax::lemma::Lemmatiser;
use docent::text::syntax::lexicon::Lexicon;
use docent::text::syntax::model::{ALIGNMENT, MAGIC, Model};
use docent::text::syntax::parser::Parser;
use docent::text::syntax::tagger::Tagger;
use docent::text::{Pos, Tag};

use conllu::Sentence;
use trees::Example;

/// What is spent on reading what no person has parsed.
const SILVER: Effort = Effort { tag_rounds: 6, tagger_room: ROOM, respelt: 1, tree_rounds: 5 };
/// What is spent on the weights that are kept.
const KEPT: Effort = Effort { tag_rounds: 8, tagger_room: 4 << 19, respelt: 3, tree_rounds: 8 };
/// Rounds for the taggers of the parts.
const FOLD_ROUNDS: usize = 5;
/// Parts into which the treebank is cut so that each is tagged by what the others taught.
const FOLDS: usize = 5;
/// Bytes for a tagger that is not kept.
const ROOM: usize = 3 << 19;
/// Of so many short statements one is learnt, and made a question.
const CLAUSES_EVERY: usize = 3;
/// Seeds of the parsers that read what no person has parsed, and of the one that is kept.
const SILVER_SEEDS: [u64; 2] = [11, 12];
const SEED: u64 = 5;

/// How much is spent on a tagger and a parser.
struct Effort {
    tag_rounds: usize,
    tagger_room: usize,
    /// The treebank's first sentences, one in so many of all, are learnt in other spellings, too.
    respelt: usize,
    tree_rounds: usize,
}

fn main() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1);
    let mut next = |what: &str| arguments.next().ok_or(format!("{what} is missing: TREEBANK WORDNET SQUAD [OUT]"));
    let (treebank, dict, squad) = (next("TREEBANK")?, next("WORDNET")?, next("SQUAD")?);
    let out = next("OUT").unwrap_or("knowledge/english/model.bin".to_string());
    let gold = conllu::read(&Path::new(&treebank).join("en-ewt-train.conllu"))?;
    let mut sentences = with_derived(&gold);
    let texts = silver::texts(Path::new(&squad))?;
    let irregular = std::fs::read_to_string("knowledge/english/irregular.txt").map_err(|e| format!("irregular.txt: {e}"))?;
    let irregular = lemmas::irregular(&irregular);

    eprintln!("lexicon");
    let lexicon = lexicon::fit(Path::new(&dict), Path::new("knowledge/english"), &irregular)?;
    eprintln!("lemmas");
    let lemmas = lemmas::fit(&sentences, &irregular, &lexicon);
    let none: &[u8] = &[];
    let of_words: Vec<Vec<u8>> = lemmas.into_iter().chain(lexicon).collect();
    let words = file(&[[none; 6].as_slice(), &of_words.iter().map(Vec::as_slice).collect::<Vec<_>>()].concat());
    let learner = Learner { words: &words, classes: tags::classes(&sentences), gold: gold.len() };
    let fitted = learner.fit(&sentences, &SILVER, &SILVER_SEEDS);
    let models = fitted.each_ref().map(|sections| file(sections));
    let parsers = [&models[0], &models[1]].map(|bytes| Parser::new(Model::new(bytes)));
    let known = learner.known(&models[0]);
    for texts in texts {
        let read: Vec<Sentence> = texts.iter().filter_map(|text| silver::read(&known, &parsers, text)).collect();
        eprintln!("{} of {} texts read alike", read.len(), texts.len());
        sentences.extend(read);
    }
    let [mut sections] = learner.fit(&sentences, &KEPT, &[SEED]);
    sections.extend(of_words);
    let bytes = file(&sections);
    std::fs::write(&out, &bytes).map_err(|e| format!("{out}: {e}"))?;
    eprintln!("{out}: {} bytes", bytes.len());
    Ok(())
}

/// The treebank's sentences, its questions once more, and what is made of them.
fn with_derived(gold: &[Sentence]) -> Vec<Sentence> {
    let mut sentences = gold.to_vec();
    let asked: Vec<Sentence> = sentences.iter().filter(|s| s.text.ends_with('?')).cloned().collect();
    let clauses = clauses::clauses(&sentences);
    let short: Vec<Sentence> = clauses.into_iter().step_by(CLAUSES_EVERY).collect();
    let statements = [sentences.as_slice(), &short].concat();
    let composed = composed::compose(&statements);
    let derived = questions::derive(&[statements.as_slice(), &composed].concat());
    eprintln!(
        "{} sentences, {} questions among them, {} derived, {} clauses, {} composed",
        sentences.len(),
        asked.len(),
        derived.len(),
        short.len(),
        composed.len()
    );
    sentences.extend(asked.into_iter().chain(derived).chain(short).chain(composed));
    sentences
}

/// What is known of words before there are tags, and the classes of tags.
struct Learner<'a> {
    words: &'a [u8],
    classes: Vec<(Tag, Pos)>,
    /// How many of the sentences, the first, are the treebank's.
    gold: usize,
}

/// What is known of words, tags included.
pub struct Known<'a> {
    lexicon: Lexicon<'a>,
    lemmatiser: Lemmatiser<'a>,
    tagger: Tagger<'a>,
}

impl Learner<'_> {
    fn known<'a>(&'a self, tagger: &'a [u8]) -> Known<'a> {
        let words = Model::new(self.words);
        Known { lexicon: Lexicon::new(words), lemmatiser: Lemmatiser::new(words), tagger: Tagger::new(Model::new(tagger)) }
    }

    /// The first six sections of a model for each seed: those of the tagger, then those of the parser.
    fn fit<const N: usize>(&self, sentences: &[Sentence], effort: &Effort, seeds: &[u64; N]) -> [Vec<Vec<u8>>; N] {
        let lexicon = Lexicon::new(Model::new(self.words));
        eprintln!("tags, {} classes", self.classes.len());
        let (tagger, examples) = std::thread::scope(|scope| {
            let tagger = scope.spawn(|| {
                let examples = tags::examples(sentences, self.gold / effort.respelt, &self.classes, &lexicon);
                tags::fit(&examples, self.classes.len(), effort.tag_rounds).table(effort.tagger_room)
            });
            let folds: Vec<_> = (0..FOLDS).map(|fold| scope.spawn(move || self.tagged_by_others(sentences, fold, &lexicon))).collect();
            (done(tagger), folds.into_iter().flat_map(done).collect::<Vec<Example>>())
        });
        let vocabulary = trees::vocabulary(&examples);
        let meanings = meanings::read();
        eprintln!("trees");
        std::thread::scope(|scope| {
            let parser =
                |seed| trees::sections(&vocabulary, &meanings, &trees::learn(&examples, &vocabulary, &meanings, effort.tree_rounds, seed));
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
        let (slots, rows) = tags::fit(&others, self.classes.len(), FOLD_ROUNDS).table(ROOM);
        let bytes = file(&[tags::section(&self.classes), slots, rows]);
        let known = self.known(&bytes);
        own.iter().map(|(_, sentence)| self.example(sentence, &known)).collect()
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
        }
    }
}

impl Known<'_> {
    /// What the parser sees of a sentence's words, and the classes of tags that the tagger gives them.
    fn nodes(&self, words: &[&str]) -> (Vec<Node>, Vec<u8>) {
        let forms = self.lexicon.letters(words);
        let guesses = self.tagger.classes(&forms);
        let tags: Vec<(Tag, Pos)> = guesses.iter().map(|&class| self.tagger.tags(class)).collect();
        let lemmas = self.lemmatiser.lemmas(words, &tags);
        (forms.iter().zip(&tags).zip(&lemmas).map(|((form, &tags), lemma)| node(form, tags, lemma)).collect(), guesses)
    }
}

/// What a thread made.
fn done<T>(thread: std::thread::ScopedJoinHandle<T>) -> T {
    thread.join().expect("fitting does not panic")
}

/// A model file of these sections.
fn file<S: AsRef<[u8]>>(sections: &[S]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend((sections.len() as u32).to_le_bytes());
    let mut at = bytes.len() + 8 * sections.len();
    for section in sections.iter().map(S::as_ref) {
        at = at.next_multiple_of(ALIGNMENT);
        bytes.extend((at as u32).to_le_bytes());
        bytes.extend((section.len() as u32).to_le_bytes());
        at += section.len();
    }
    for section in sections.iter().map(S::as_ref) {
        bytes.resize(bytes.len().next_multiple_of(ALIGNMENT), 0);
        bytes.extend(section);
    }
    bytes
}
