//! Tables of sorted lines, a word and what is known of it in each: a binary search reads them where they stand in the program.

use std::cmp::Ordering;

/// A table of sorted lines, with the place where each triple of first letters begins.
pub(super) struct Table {
    text: &'static str,
    starts: [u32; BUCKETS + 1],
}

/// `a` to `z`, one for all that goes before them, one for all that comes after.
const LETTERS: usize = 28;
const OTHER: usize = LETTERS - 1;
const BUCKETS: usize = LETTERS * LETTERS * LETTERS;

impl Table {
    /// Notes the starts while the program is compiled.
    pub(super) const fn new(text: &'static str) -> Self {
        let (bytes, mut starts) = (text.as_bytes(), [text.len() as u32; BUCKETS + 1]);
        let (mut start, mut bucket) = (0, 0);
        while start < bytes.len() {
            let own = bucket_of(bytes, start);
            while bucket <= own {
                starts[bucket] = start as u32;
                bucket += 1;
            }
            start = line_end(bytes, start, bytes.len()) + 1;
        }
        Self { text, starts }
    }

    /// All lines.
    #[cfg(test)]
    pub(super) fn lines(&self) -> std::str::Lines<'static> {
        self.text.lines()
    }

    /// What stands behind a word in its line; empty where nothing does.
    pub(super) fn find(&self, word: &str) -> Option<&'static str> {
        self.line(word).map(|line| line.get(word.len() + 1..).unwrap_or(""))
    }

    /// The line that a word heads, found by halving the lines with its first letters.
    pub(super) fn line(&self, word: &str) -> Option<&'static str> {
        let bytes = self.text.as_bytes();
        let bucket = bucket_of(word.as_bytes(), 0);
        let (mut low, mut high) = (self.starts[bucket] as usize, self.starts[bucket + 1] as usize);
        while low < high {
            let start = line_start(bytes, low, low + (high - low) / 2);
            match compare(&bytes[start..high], word.as_bytes()) {
                Ordering::Equal => return self.text.get(start..line_end(bytes, start + word.len(), high)),
                Ordering::Less => low = line_end(bytes, start, high) + 1,
                Ordering::Greater => high = start,
            }
        }
        None
    }
}

/// The order of the word that heads the first of some lines and of another word.
fn compare(lines: &[u8], word: &[u8]) -> Ordering {
    let head = |at: usize| lines.get(at).copied().filter(|&b| b != b'\t' && b != b'\n');
    let differs = (0..word.len()).find(|&at| head(at) != Some(word[at]));
    match differs {
        Some(at) => head(at).cmp(&Some(word[at])),
        None => head(word.len()).cmp(&None),
    }
}

/// The bucket of the word that begins at `at`. Buckets are in the order of the lines: other signs than letters share one each, whatever follows.
const fn bucket_of(bytes: &[u8], at: usize) -> usize {
    let (mut bucket, mut place, mut told) = (0, 0, true);
    while place < 3 {
        let letter = if told { letter(bytes, at + place) } else { 0 };
        told = told && letter != 0 && letter != OTHER;
        bucket = bucket * LETTERS + letter;
        place += 1;
    }
    bucket
}

const fn letter(bytes: &[u8], at: usize) -> usize {
    match bytes {
        _ if at >= bytes.len() || bytes[at] < b'a' => 0,
        _ if bytes[at] > b'z' => OTHER,
        _ => (bytes[at] - b'a') as usize + 1,
    }
}

/// Where the line begins that `at` stands in, within lines from `low` on.
fn line_start(bytes: &[u8], low: usize, mut at: usize) -> usize {
    while at > low && bytes[at - 1] != b'\n' {
        at -= 1;
    }
    at
}

/// Where the line ends that `at` stands in, within lines up to `high`.
const fn line_end(bytes: &[u8], mut at: usize, high: usize) -> usize {
    while at < high && bytes[at] != b'\n' {
        at += 1;
    }
    at
}
