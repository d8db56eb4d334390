//! Meanings: which words of a document are near to a question's in meaning though no table joins them, and what each sentence is about as a whole.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::facts::annotation::Annotation;
use crate::knowledge::index::{Index, NO_TERM, TermId};
use crate::text::fold::fold;
use crate::text::syntax::product::{LANES, Numbers, Pairs, place, product};
use crate::text::vectors::{Row, SCALE, Vector, WIDTH, cosine, row, vector};

/// The cosine below which two words count as having nothing to do with each other.
const UNLIKE: f32 = 0.35;

/// A product of two vectors whose cosine lies safely below that.
const FAR: i32 = (0.3 * SCALE * SCALE) as i32;

/// The vectors of a document's words and sentences.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Meanings {
    /// The vectors of the words that each term is written as, each pair once.
    rows: Vec<(Row, TermId)>,
    /// Their numbers.
    #[serde(skip)]
    numbers: Layout,
    /// For each sentence, the sum of its words' vectors, each by its rarity, brought to length 1 (times [`SCALE`]); [`WIDTH`] numbers a sentence.
    sentences: Vec<i8>,
}

/// The numbers of some rows as [`place`] lays out weights, so that a vector is multiplied with many at once; laid out when first needed.
#[derive(Debug, Clone, Default)]
struct Layout(OnceLock<Vec<[u8; 2]>>);

impl Layout {
    /// The numbers of these rows.
    fn of(&self, rows: &[(Row, TermId)]) -> Numbers<'_> {
        self.0.get_or_init(|| {
            let mut numbers = vec![[0; 2]; rows.len().next_multiple_of(LANES) * WIDTH];
            for (output, (row, _)) in rows.iter().enumerate() {
                for (input, number) in vector(*row).into_iter().enumerate() {
                    numbers[place(output, input, WIDTH)] = number.to_le_bytes();
                }
            }
            numbers
        })
    }
}

/// Two are alike whether or not they were needed.
impl PartialEq for Layout {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The rows of a word: as it is written, and its lemma.
pub fn rows(written: &str, lemma: &str) -> impl Iterator<Item = Row> + use<> {
    let (written, lemma) = (fold(written), fold(lemma));
    let second = if lemma == written { None } else { row(&lemma) };
    row(&written).into_iter().chain(second)
}

/// Sums vectors, each with a weight.
#[derive(Clone, Copy)]
pub struct Sum([f32; WIDTH]);

impl Default for Sum {
    fn default() -> Self {
        Self([0.0; WIDTH])
    }
}

impl Sum {
    /// Adds the first vector of a word with these [`rows`], if it has one.
    pub fn add(&mut self, rows: &[Row], weight: f64) {
        if let Some(row) = rows.first() {
            for (sum, number) in self.0.iter_mut().zip(vector(*row)) {
                *sum += weight as f32 * f32::from(number);
            }
        }
    }

    /// The sum at length [`SCALE`]; all 0 where nothing was added.
    pub fn direction(&self) -> Vector {
        let length = self.0.iter().map(|x| x * x).sum::<f32>().sqrt();
        self.0.map(|x| if length > 0.0 { (x / length * SCALE).round() as i16 } else { 0 })
    }
}

impl Meanings {
    /// The meanings of a document's sentences, given with the terms of their words.
    pub fn new(annotations: &[Annotation], terms: &[Vec<TermId>], index: &Index) -> Self {
        let mut meanings = Self::default();
        for (annotation, terms) in annotations.iter().zip(terms) {
            let mut sum = Sum::default();
            for (word, &term) in annotation.reading.words.iter().zip(terms).filter(|(_, term)| **term != NO_TERM) {
                let rows: Vec<Row> = rows(word.span.of(&annotation.text), &word.lemma).collect();
                meanings.rows.extend(rows.iter().map(|row| (*row, term)));
                sum.add(&rows, index.idf(index.postings(term).len()));
            }
            meanings.sentences.extend(sum.direction().map(|x| x.clamp(-127, 127) as i8));
        }
        meanings.rows.sort_unstable();
        meanings.rows.dedup();
        meanings
    }

    /// The document's terms that are near in meaning to a word with these [`rows`], each with how near: above 0, at most 1.
    pub fn near(&self, rows: &[Row]) -> Vec<(TermId, f32)> {
        let mut found = Vec::new();
        if rows.is_empty() {
            return found;
        }
        let vectors: Vec<Pairs<{ WIDTH / 2 }>> = rows.iter().map(|row| Pairs::all_of(&vector(*row))).collect();
        let numbers = self.numbers.of(&self.rows);
        for (block, rows) in self.rows.chunks(LANES).enumerate() {
            let mut alike = [0; LANES];
            for vector in &vectors {
                let [products] = product(numbers, block, vector);
                alike.iter_mut().zip(products).for_each(|(alike, product)| *alike = product.max(*alike));
            }
            for (&(_, term), alike) in rows.iter().zip(alike).filter(|(_, alike)| *alike > FAR) {
                let near = (cosine(alike) - UNLIKE) / (1.0 - UNLIKE);
                found.extend((near > 0.0).then_some((term, near.min(1.0))));
            }
        }
        found
    }

    /// How alike a sentence as a whole is to a direction: 0 to 1.
    pub fn about(&self, sentence: usize, direction: &Vector) -> f64 {
        let numbers = self.sentences.get(sentence * WIDTH..(sentence + 1) * WIDTH).unwrap_or_default();
        let product: i32 = direction.iter().zip(numbers).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
        f64::from((product as f32 / (SCALE * SCALE)).clamp(0.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::knowledge::Known;

    #[test]
    fn words_of_like_meaning_are_near() {
        let text = "= Dorn =\n\nHer wages rose. The river froze.\n";
        let known = Known::new(Document::read("dorn.txt", text.as_bytes().to_vec(), None).expect("a document"));
        let near = |word: &str| known.meanings.near(&super::rows(word, word).collect::<Vec<_>>());
        let wage = near("salary");
        let nearest = wage.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(term, _)| known.index.terms()[*term as usize].as_str());
        assert_eq!(nearest, Some("wage"));
        assert!(near("qwrtzplk").is_empty());
    }
}
