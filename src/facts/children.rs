//! The dependents of every word of a tree, at hand without a search.

use crate::text::Reading;

/// For each word of a reading the words that depend on it, in order.
#[derive(Debug, Clone)]
pub struct Children {
    /// The dependents of the first word, then those of the second, and so on.
    list: Vec<usize>,
    /// Where those of each word start; the end of the last.
    starts: Vec<usize>,
}

/// Sorts the words of a reading by their heads.
pub fn children(reading: &Reading) -> Children {
    let count = reading.words.len();
    let heads = || reading.words.iter().enumerate().filter_map(|(i, word)| Some((i, word.head.filter(|&head| head < count)?)));
    let mut starts = vec![0; count + 1];
    heads().for_each(|(_, head)| starts[head + 1] += 1);
    for head in 0..count {
        starts[head + 1] += starts[head];
    }
    let (mut list, mut next) = (vec![0; starts[count]], starts.clone());
    for (i, head) in heads() {
        list[next[head]] = i;
        next[head] += 1;
    }
    Children { list, starts }
}

impl Children {
    /// Those of word `i`.
    pub fn of(&self, i: usize) -> &[usize] {
        &self.list[self.starts[i]..self.starts[i + 1]]
    }
}
