//! Questions that run on from the sentence before them, as they are typed in haste: two neighbours of the treebank as one sentence.

use docent::text::{Pos, Relation};

use crate::conllu::{Gold, Sentence};
use crate::statement::{capital_dropped, sentence};

/// The longest outcome, in words.
const LONGEST: usize = 40;

/// Each question with the sentence before it: by turns without the stop between them, with it, and in lower case without it.
pub fn joined(sentences: &[Sentence]) -> Vec<Sentence> {
    let asks = |pair: &&[Sentence]| pair[1].text.ends_with('?') && !pair[0].text.ends_with('?');
    let pairs = sentences.windows(2).filter(asks);
    pairs.enumerate().filter_map(|(i, pair)| join(&pair[0].words, &pair[1].words, i)).collect()
}

fn join(first: &[Gold], question: &[Gold], number: usize) -> Option<Sentence> {
    let root = first.iter().position(|word| word.head.is_none())?;
    let ends = first.last().is_some_and(|word| word.pos == Pos::Punct && word.head == Some(root));
    let kept = if ends && number % 3 != 1 { first.len() - 1 } else { first.len() };
    let top = question.iter().position(|word| word.head.is_none())?;
    if kept < 3 || question.len() < 4 || kept + question.len() > LONGEST {
        return None;
    }
    let closes = |i: usize, word: &Gold| i + 1 == question.len() && word.pos == Pos::Punct;
    let asked = question.iter().enumerate().map(|(i, word)| match word.head {
        None => Gold { head: Some(root), relation: Relation::Parataxis, ..capital_dropped(word, i) },
        Some(head) if head == top && closes(i, word) => Gold { head: Some(root), ..word.clone() },
        Some(head) => Gold { head: Some(kept + head), ..capital_dropped(word, i) },
    });
    let mut words: Vec<Gold> = first[..kept].iter().cloned().chain(asked).collect();
    if number.is_multiple_of(3) {
        words.iter_mut().for_each(|word| word.form = word.form.to_lowercase());
    }
    Some(sentence(words))
}
