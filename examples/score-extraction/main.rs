//! Extracts facts from every document below a folder, checks that each points at words of its own sentence, and measures speed and memory.
//!
//! `cargo run --release --example score-extraction -- FOLDER`. A fact that points elsewhere is printed and makes the exit code 1.

mod heap;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use docent::document::{Document, Kind};
use docent::facts::annotation::annotate;
use docent::facts::fingerprint::fingerprint;
use docent::facts::{Fact, Table, stale};

/// What was met in all documents.
#[derive(Default)]
struct Totals {
    documents: usize,
    bytes: usize,
    sentences: usize,
    facts: usize,
    uncovered: usize,
    astray: usize,
    /// The time that reading the sentences alone takes.
    reading: Duration,
    /// The time that extraction takes, the reading included.
    extracting: Duration,
    /// The most memory that a document's annotations and facts took at once, over all documents.
    memory: usize,
}

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: score-extraction FOLDER")?;
    let mut totals = Totals::default();
    for path in files(Path::new(&folder))? {
        match Document::read(&path.to_string_lossy(), std::fs::read(&path)?, None) {
            Ok(document) => totals.add(&document),
            Err(error) => eprintln!("left out: {error}"),
        }
    }
    totals.print();
    Ok(ExitCode::from(u8::from(totals.astray > 0)))
}

/// The files of a folder and of those in it, in order.
fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let nested = |path: PathBuf| if path.is_dir() { files(&path) } else { Ok(vec![path]) };
    Ok(paths.into_iter().map(nested).collect::<std::io::Result<Vec<_>>>()?.concat())
}

impl Totals {
    fn add(&mut self, document: &Document) {
        let start = Instant::now();
        let table = Table::of(document, &mut |_| ());
        self.extracting += start.elapsed();
        let start = Instant::now();
        annotate(document);
        self.reading += start.elapsed();
        self.memory += heap::most(|| Table::of(document, &mut |_| ()));
        self.documents += 1;
        self.bytes += document.text.len();
        self.sentences += document.sentences.len();
        self.facts += table.facts.len();
        self.uncovered += stale::uncovered(&table, document).len();
        for fact in table.facts.iter().filter(|fact| !points_home(fact, document)) {
            self.astray += 1;
            println!("{}: {} points outside its sentence: {:?}", document.name, fact.id, fact.surface);
        }
    }

    fn print(&self) {
        println!("{} documents, {} bytes, {} sentences, {} facts", self.documents, self.bytes, self.sentences, self.facts);
        println!("facts that point outside their sentence: {}; sentences without a fact: {}", self.astray, self.uncovered);
        let rate = |time: Duration| self.bytes as f64 / 1e6 / time.as_secs_f64();
        let (reading, extracting) = (rate(self.reading), rate(self.extracting));
        println!("{extracting:.2} MB/s, the reading alone {reading:.2}");
        println!("memory at most: {:.1} x the text", self.memory as f64 / self.bytes.max(1) as f64);
        println!("{:.0} sentences/s", self.sentences as f64 / self.extracting.as_secs_f64());
    }
}

/// Whether the fact's sentence exists and, where it is running text, has all the words that the fact takes from it.
fn points_home(fact: &Fact, document: &Document) -> bool {
    let Some(sentence) = document.sentences.get(fact.sentence) else { return false };
    let read = document.reading(sentence.span).into_text();
    let text = matches!(sentence.kind, Kind::Prose | Kind::Quotation);
    let has = |phrase: &String| phrase.split_whitespace().all(|word| read.contains(word));
    let own = !text || has(&fact.surface.subject) && fact.surface.arguments.iter().all(has);
    own && fact.fingerprint == fingerprint(document.quote(sentence.span))
}
