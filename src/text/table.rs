//! Tables of lines, a word and what is known of it in each, read where they stand in the program: the hash of a word tells where its line may begin.

use super::slots::{self, FREE, hash};

/// A table of lines, each headed by a word of its own.
pub(super) struct Table {
    text: &'static str,
    slots: &'static [u32],
}

/// The table of a text that is known when the program is compiled.
macro_rules! table {
    ($text:expr) => {{
        use $crate::text::slots::slot_count;
        use $crate::text::table::{Table, line_count, line_slots};
        const TEXT: &str = $text;
        #[allow(long_running_const_eval, reason = "a long table")]
        static SLOTS: [u32; slot_count(line_count(TEXT))] = line_slots(TEXT);
        static TABLE: Table = Table::new(TEXT, &SLOTS);
        &TABLE
    }};
}
pub(super) use table;

impl Table {
    /// A table with what [`line_slots`] makes of it.
    pub(super) const fn new(text: &'static str, slots: &'static [u32]) -> Self {
        Self { text, slots }
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

    /// The line that a word heads.
    pub(super) fn line(&self, word: &str) -> Option<&'static str> {
        self.text.get(self.place(word)?..)?.split('\n').next()
    }

    /// A word as it heads a line.
    pub(super) fn word(&self, word: &str) -> Option<&'static str> {
        let start = self.place(word)?;
        self.text.get(start..start + word.len())
    }

    /// Where the line begins that a word heads.
    fn place(&self, word: &str) -> Option<usize> {
        let (bytes, word) = (self.text.as_bytes(), word.as_bytes());
        let is = |start: usize| bytes[start..].starts_with(word) && start + word.len() == head_end(bytes, start);
        slots::find(self.slots, hash(word, 0, word.len()), is)
    }
}

/// How many lines a text has.
pub(super) const fn line_count(text: &str) -> usize {
    let (bytes, mut lines, mut at) = (text.as_bytes(), 0, 0);
    while at < bytes.len() {
        lines += (bytes[at] == b'\n') as usize;
        at += 1;
    }
    lines
}

/// Notes by the word that heads it where each line of a text begins.
pub(super) const fn line_slots<const COUNT: usize>(text: &str) -> [u32; COUNT] {
    let (bytes, mut slots, mut start) = (text.as_bytes(), [FREE; COUNT], 0);
    while start < bytes.len() {
        let end = head_end(bytes, start);
        slots::note(&mut slots, hash(bytes, start, end), start);
        start = line_end(bytes, end) + 1;
    }
    slots
}

/// Where the word ends that heads the line at `at`.
const fn head_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'\t' && bytes[at] != b'\n' {
        at += 1;
    }
    at
}

/// Where the line ends that `at` stands in.
const fn line_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'\n' {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole() {
        let table: &Table = table!("ash\ttree\nashen\noak\ttree\twood\n");
        let check = |word: &str, expected: Option<&str>| assert_eq!(table.line(word), expected, "{word}");
        check("ash", Some("ash\ttree"));
        check("ashen", Some("ashen"));
        check("oak", Some("oak\ttree\twood"));
        ["", "as", "ashe", "oak\ttree", "elm", "wood"].into_iter().for_each(|word| check(word, None));
        assert_eq!((table.find("ashen"), table.find("oak")), (Some(""), Some("tree\twood")));
    }
}
