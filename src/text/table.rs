//! Tables of sorted lines, a word and what is known of it in each: a binary search reads them where they stand in the program.

/// A table of sorted lines, with the place where each pair of first letters begins.
pub(super) struct Table {
    text: &'static str,
    starts: [u32; LETTERS * LETTERS + 1],
}

/// `a` to `z`, one for all that goes before them, one for all that comes after.
const LETTERS: usize = 28;
const OTHER: usize = LETTERS - 1;

impl Table {
    /// Notes the starts while the program is compiled: each by halving the table, as looking up a word does.
    pub(super) const fn new(text: &'static str) -> Self {
        let mut starts = [0; LETTERS * LETTERS + 1];
        let mut bucket = 0;
        while bucket < LETTERS * LETTERS {
            starts[bucket] = first_of_bucket(text.as_bytes(), bucket) as u32;
            bucket += 1;
        }
        starts[LETTERS * LETTERS] = text.len() as u32;
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
            let (start, end) = line_around(bytes, low, high);
            let key = bytes[start..end].split(|&b| b == b'\t').next().unwrap_or(&[]);
            match key.cmp(word.as_bytes()) {
                std::cmp::Ordering::Equal => return self.text.get(start..end),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }
}

/// The bucket of the word that begins at `at`. Buckets are in the order of the lines.
const fn bucket_of(bytes: &[u8], at: usize) -> usize {
    match letter(bytes, at) {
        // Other signs than letters share a bucket each, whatever follows.
        first @ (0 | OTHER) => first * LETTERS,
        first => first * LETTERS + letter(bytes, at + 1),
    }
}

const fn letter(bytes: &[u8], at: usize) -> usize {
    match bytes {
        _ if at >= bytes.len() || bytes[at] < b'a' => 0,
        _ if bytes[at] > b'z' => OTHER,
        _ => (bytes[at] - b'a') as usize + 1,
    }
}

/// Where the first line of a bucket, or of a later one, starts.
const fn first_of_bucket(bytes: &[u8], bucket: usize) -> usize {
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let (start, end) = line_around(bytes, low, high);
        if bucket_of(bytes, start) < bucket { low = end + 1 } else { high = start }
    }
    low
}

/// The line that stands in the middle of `low..high`, which begins and ends with lines; without its end.
const fn line_around(bytes: &[u8], low: usize, high: usize) -> (usize, usize) {
    let mut start = low + (high - low) / 2;
    let mut end = start;
    while start > low && bytes[start - 1] != b'\n' {
        start -= 1;
    }
    while end < high && bytes[end] != b'\n' {
        end += 1;
    }
    (start, end)
}
