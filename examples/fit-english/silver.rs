//! Sentences that no person has parsed: questions and paragraphs of a SQuAD file, kept as they are where three parsers that learnt from the treebank in
//! different orders read them alike (tri-training's way to trust a reading, after Zhou and Li 2005; Søgaard 2010); of the others a parser learns what
//! these three make of them.

use std::path::Path;

use compact_str::CompactString;
use docent::text::syntax::parser::Parser;
use docent::text::{Relation, sentences, tokens};
use serde::Deserialize;

use crate::conllu::{Gold, Sentence};
use crate::learner::Known;

/// The lengths of sentences that are looked at, in words.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=30;

#[derive(Deserialize)]
struct File {
    data: Vec<Article>,
}

#[derive(Deserialize)]
struct Article {
    paragraphs: Vec<Paragraph>,
}

#[derive(Deserialize)]
struct Paragraph {
    context: String,
    qas: Vec<Question>,
}

#[derive(Deserialize)]
struct Question {
    question: String,
}

/// The questions of a SQuAD file, then the sentences of its paragraphs.
pub fn texts(path: &Path) -> Result<[Vec<String>; 2], String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: File = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut texts = [Vec::new(), Vec::new()];
    for paragraph in file.data.into_iter().flat_map(|article| article.paragraphs) {
        texts[0].extend(paragraph.qas.into_iter().map(|q| q.question.trim().to_string()));
        texts[1].extend(sentences(&paragraph.context).into_iter().map(|span| span.of(&paragraph.context).to_string()));
    }
    Ok(texts)
}

/// What the first of some parsers makes of a text, and whether all others agree on every word; none if the text is too short or too long.
pub fn read(known: &Known, parsers: &[Parser], text: &str) -> Option<(Sentence, bool)> {
    let spans = tokens(text);
    if !LENGTHS.contains(&spans.len()) {
        return None;
    }
    let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    let (nodes, guesses) = known.nodes(&words);
    let (first, others) = parsers.split_first()?;
    let parse = first.parse(&nodes, &guesses);
    let alike = others.iter().all(|other| other.parse(&nodes, &guesses) == parse);
    let tags: Vec<_> = parse.classes.iter().map(|&class| known.tagger.tags(class)).collect();
    let lemmas = known.lemmatiser.lemmas(&words, &tags);
    let word = |(i, lemma): (usize, CompactString)| Gold {
        form: words[i].to_string(),
        lemma: lemma.to_string(),
        tag: tags[i].0,
        pos: tags[i].1,
        head: parse.heads[i],
        relation: if parse.heads[i].is_none() { Relation::Root } else { parse.relations[i] },
    };
    Some((
        Sentence { origin: String::new(), text: text.to_string(), words: lemmas.into_iter().enumerate().map(word).collect(), spans },
        alike,
    ))
}
