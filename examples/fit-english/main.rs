//! Fits the weights for reading English on the English Web Treebank and WordNet, and writes the file that the program carries.
//!
//! `cargo run --release --example fit-english -- TREEBANK WORDNET [OUT]`; `knowledge/english/README.md` says what the folders hold.
//! Fixed seeds: the same data give the same file.

mod adam;
#[allow(dead_code, reason = "the text and its spans are for scoring")]
mod conllu;
mod dice;
mod lemmas;
mod lexicon;
mod network;
mod perceptron;
mod questions;
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
use docent::text::syntax::tagger::Tagger;
use docent::text::{Pos, Tag};

use conllu::Sentence;
use trees::Example;

const TAG_ROUNDS: usize = 6;
/// Rounds for the taggers of the parts.
const FOLD_ROUNDS: usize = 5;
/// Parts into which the treebank is cut so that each is tagged by what the others taught.
const FOLDS: usize = 5;
const TAGGER_ROOM: usize = 3 << 19;
const TREE_ROUNDS: usize = 8;

fn main() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1);
    let mut next = |what: &str| arguments.next().ok_or(format!("{what} is missing: TREEBANK WORDNET [OUT]"));
    let (treebank, dict) = (next("TREEBANK")?, next("WORDNET")?);
    let out = next("OUT").unwrap_or("knowledge/english/model.bin".to_string());
    let mut sentences = conllu::read(&Path::new(&treebank).join("en-ewt-train.conllu"))?;
    sentences.extend(questions::derive(&sentences));
    let irregular = std::fs::read_to_string("knowledge/english/irregular.txt").map_err(|e| format!("irregular.txt: {e}"))?;
    let irregular = lemmas::irregular(&irregular);

    eprintln!("lexicon");
    let (lexicon_slots, lexicon_sets) = lexicon::fit(Path::new(&dict), Path::new("knowledge/english"), &irregular)?;
    eprintln!("lemmas");
    let (lemma_slots, lemma_scripts) = lemmas::fit(&sentences, &irregular);
    let words = file(&[&[], &[], &[], &[], &[], &[], &lemma_slots, &lemma_scripts, &lexicon_slots, &lexicon_sets]);
    let known = Known { lexicon: Lexicon::new(Model::new(&words)), lemmatiser: Lemmatiser::new(Model::new(&words)) };
    let classes = tags::classes(&sentences);
    eprintln!("tags, {} classes", classes.len());
    let (tagger_slots, tagger_rows) =
        tags::fit(&tags::examples(&sentences, &classes, &known.lexicon), classes.len(), TAG_ROUNDS).table(TAGGER_ROOM);
    let section = tags::section(&classes);
    eprintln!("tags for the trees");
    let examples = known.tagged_by_others(&sentences, &classes);
    eprintln!("trees");
    let vocabulary = trees::vocabulary(&examples);
    let (embedding_slots, embeddings, network) = trees::sections(&vocabulary, &trees::learn(&examples, &vocabulary, TREE_ROUNDS));
    let bytes = file(&[
        &section,
        &tagger_slots,
        &tagger_rows,
        &embedding_slots,
        &embeddings,
        &network,
        &lemma_slots,
        &lemma_scripts,
        &lexicon_slots,
        &lexicon_sets,
    ]);
    std::fs::write(&out, &bytes).map_err(|e| format!("{out}: {e}"))?;
    eprintln!("{out}: {} bytes", bytes.len());
    Ok(())
}

/// What is known of words before there are tags.
struct Known<'a> {
    lexicon: Lexicon<'a>,
    lemmatiser: Lemmatiser<'a>,
}

impl Known<'_> {
    /// What the parser sees of a sentence's words.
    fn nodes<W: AsRef<str>>(&self, words: &[W], tagger: &Tagger) -> Vec<Node> {
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        let forms = self.lexicon.letters(&words);
        let tags: Vec<(Tag, Pos)> = tagger.classes(&forms).into_iter().map(|class| tagger.tags(class)).collect();
        let lemmas = self.lemmatiser.lemmas(&words, &tags);
        forms.iter().zip(&tags).zip(&lemmas).map(|((form, &tags), lemma)| node(form, tags, lemma)).collect()
    }

    /// The treebank for the parser, tagged as it would be in use: each part by a tagger that learnt from the others.
    fn tagged_by_others(&self, sentences: &[Sentence], classes: &[(Tag, Pos)]) -> Vec<Example> {
        let mut examples = Vec::new();
        for fold in 0..FOLDS {
            let (own, others): (Vec<_>, Vec<_>) = sentences.iter().enumerate().partition(|(i, _)| i % FOLDS == fold);
            let others: Vec<tags::Example> = others.iter().map(|(_, s)| tags::example(s, classes, &self.lexicon, str::to_string)).collect();
            let (slots, rows) = tags::fit(&others, classes.len(), FOLD_ROUNDS).table(TAGGER_ROOM);
            let bytes = file(&[&tags::section(classes), &slots, &rows]);
            let tagger = Tagger::new(Model::new(&bytes));
            examples.extend(own.iter().map(|(_, sentence)| self.example(sentence, &tagger)));
        }
        examples
    }

    fn example(&self, sentence: &Sentence, tagger: &Tagger) -> Example {
        let words: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
        let mut heads: Vec<usize> = sentence.words.iter().map(|word| word.head.unwrap_or(words.len())).collect();
        trees::projective(&mut heads);
        Example { nodes: self.nodes(&words, tagger), heads, relations: sentence.words.iter().map(|word| word.relation).collect() }
    }
}

/// A model file of these sections.
fn file(sections: &[&[u8]]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend((sections.len() as u32).to_le_bytes());
    let mut at = bytes.len() + 8 * sections.len();
    for section in sections {
        at = at.next_multiple_of(ALIGNMENT);
        bytes.extend((at as u32).to_le_bytes());
        bytes.extend((section.len() as u32).to_le_bytes());
        at += section.len();
    }
    for section in sections {
        bytes.resize(bytes.len().next_multiple_of(ALIGNMENT), 0);
        bytes.extend(*section);
    }
    bytes
}
