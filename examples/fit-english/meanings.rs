//! What is known of words' meanings before any is learnt: the vectors that the program carries.

use std::collections::BTreeMap;

use docent::text::syntax::features::mix;
use docent::text::syntax::lexicon::key;
use docent::text::vectors::{SCALE, WIDTH, vector, words};

/// How long a vector is as an input of the network; as long as its other inputs, more or less.
const LENGTH: f32 = 3.0;

/// A word's vector.
pub type Meaning = [f32; WIDTH];

/// The vectors of words by the feature that stands for their form in [`docent::text::syntax::encoder::node`].
pub type Meanings = BTreeMap<u64, Meaning>;

/// The vectors that the program carries.
pub fn read() -> Meanings {
    let meaning = |row| vector(row).map(|number| f32::from(number) * (LENGTH / SCALE));
    words().zip(0..).map(|(word, row)| (mix(1, key(word), 0), meaning(row))).collect()
}
