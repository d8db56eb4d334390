//! Scores the reading of English on the development part of the English Web Treebank and prints the figures: with the treebank's tokens, from raw
//! text, and of that the sentences that end in a question mark and the rest, also by what they were taken from, and the short ones.
//!
//! `cargo run --release --example score-english -- TREEBANK [MODEL]`; without the treebank it says so and stops.

#[path = "../fit-english/conllu.rs"]
mod conllu;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::time::Instant;

use docent::text::read::Reader;
use docent::text::syntax::model::Model;
use docent::text::{Pos, Reading, Span, Tag, tokens};

use conllu::Sentence;

/// Right words by figure, of how many in the treebank and in the reading.
struct Count {
    right: BTreeMap<&'static str, usize>,
    gold: usize,
    read: usize,
}

impl Count {
    const fn new() -> Self {
        Self { right: BTreeMap::new(), gold: 0, read: 0 }
    }

    fn add(&mut self, gold: &Sentence, reading: &Reading) {
        let places: HashMap<Span, usize> = gold.spans.iter().enumerate().map(|(i, &span)| (span, i)).collect();
        self.gold += gold.words.len();
        self.read += reading.words.len();
        for word in &reading.words {
            let Some(truth) = places.get(&word.span).map(|&i| &gold.words[i]) else { continue };
            let head = word.head.map(|h| reading.words[h].span);
            let attached = head == truth.head.map(|h| gold.spans[h]);
            let mut count = |name, right: bool| *self.right.entry(name).or_default() += usize::from(right);
            count("1 tokens", true);
            count("2 universal tags", word.pos == truth.pos);
            count("3 Penn tags", word.tag == truth.tag);
            count("4 lemmas", word.lemma == truth.lemma);
            count("5 unlabelled attachment", attached);
            count("6 labelled attachment", attached && word.relation == truth.relation);
            count("7 labelled, no subtypes", attached && word.relation.base() == truth.relation.base());
        }
    }

    /// F1 in per cent; accuracy where the tokens are given.
    fn figure(&self, name: &str) -> f64 {
        200.0 * self.right.get(name).copied().unwrap_or(0) as f64 / (self.gold + self.read).max(1) as f64
    }
}

fn main() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("the treebank's folder is missing")?;
    let path = Path::new(&folder).join("en-ewt-dev.conllu");
    if !path.exists() {
        println!("{} is not there: nothing scored", path.display());
        return Ok(());
    }
    let model = arguments.next().map(std::fs::read).transpose().map_err(|e| e.to_string())?;
    let reader = model.as_deref().map_or(Reader::built_in(), |bytes| Reader::new(Model::new(bytes)));
    let sentences = conllu::read(&path)?;
    let [mut given, mut raw, mut questions, mut rest] = [const { Count::new() }; 4];
    let mut groups = BTreeMap::new();
    for sentence in &sentences {
        let from_text = reader.read(&sentence.text, &tokens(&sentence.text));
        let kind = if sentence.text.ends_with('?') { &mut questions } else { &mut rest };
        given.add(sentence, &reader.read(&sentence.text, &sentence.spans));
        raw.add(sentence, &from_text);
        kind.add(sentence, &from_text);
        for group in [Some(sentence.origin.as_str()), short(sentence)].into_iter().flatten() {
            let kinds = groups.entry(group).or_insert([const { (Count::new(), 0) }; 2]);
            let (count, n) = &mut kinds[usize::from(!sentence.text.ends_with('?'))];
            count.add(sentence, &from_text);
            *n += 1;
        }
    }
    println!("{:<26}{:>12}{:>12}{:>12}{:>12}", "figure", "gold tokens", "raw text", "questions", "the rest");
    for name in given.right.keys() {
        let figures = [&given, &raw, &questions, &rest].map(|count| format!("{:>12.2}", count.figure(name)));
        println!("{:<26}{}", &name[2..], figures.concat());
    }
    println!("\n{:<18}{:>24}{:>24}", "attachment", "questions", "the rest");
    for (group, kinds) in &groups {
        let figures = kinds.each_ref().map(|(count, n)| {
            format!("{:>8.2} /{:>6.2} of {n:>4}", count.figure("5 unlabelled attachment"), count.figure("6 labelled attachment"))
        });
        println!("{group:<18}{}", figures.concat());
    }
    println!("\n{:<26}{:>24.0}", "words a second, one core", speed(&reader, &sentences));
    Ok(())
}

/// The group of a plain short sentence: one that opens as a question does, or ends as a statement does, and has at most 12 words.
fn short(sentence: &Sentence) -> Option<&'static str> {
    let first = sentence.words.first()?;
    let asks = matches!(first.tag, Tag::Wp | Tag::Wdt | Tag::Wrb | Tag::WpPossessive | Tag::Md) || first.pos == Pos::Aux;
    let plain = sentence.text.ends_with('.') || sentence.text.ends_with('?') && asks;
    (plain && sentence.words.len() <= 12).then_some("plain, to 12 words")
}

/// Words a second from raw text to reading: of each hundred sentences the best of ten times, so that little else on the machine is measured too.
fn speed(reader: &Reader, sentences: &[Sentence]) -> f64 {
    let read = |sentences: &[Sentence]| sentences.iter().map(|s| reader.read(&s.text, &tokens(&s.text)).words.len()).sum::<usize>();
    let time = |sentences: &[Sentence]| {
        let start = Instant::now();
        read(sentences);
        start.elapsed().as_secs_f64()
    };
    let best = |sentences: &[Sentence]| (0..10).map(|_| time(sentences)).fold(f64::INFINITY, f64::min);
    read(sentences) as f64 / sentences.chunks(100).map(best).sum::<f64>()
}
