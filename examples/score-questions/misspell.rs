//! Misspellings that look like a person's and are the same in each run: one word of a question, by one edit or two.

use docent::text::wordnet::is_word;

/// Numbers that look random (SplitMix64; Steele, Lea, Flood 2014).
pub struct Random(pub u64);

impl Random {
    /// A number below `end`, which is above 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }
}

/// The question with one of its words of four letters or more misspelt: by one edit, in a word of eight letters or more by one or two. `None` where it
/// has no such word, or where the word became another English word, which cannot be known for a misspelling ("many", "may").
pub fn misspelt(question: &str, random: &mut Random) -> Option<String> {
    let mut words: Vec<String> = question.split(' ').map(str::to_string).collect();
    let long: Vec<usize> = (0..words.len()).filter(|&w| words[w].chars().filter(|c| c.is_alphabetic()).count() >= 4).collect();
    let place = *long.get(random.below(long.len().max(1)))?;
    let letters = words[place].chars().count();
    for _ in 0..if letters >= 8 { 1 + random.below(2) } else { 1 } {
        words[place] = edited(&words[place], random);
    }
    let bare = words[place].to_lowercase();
    let slipped = !is_word(bare.trim_matches(|c: char| !c.is_alphanumeric()));
    Some(words.join(" ")).filter(|misspelt| slipped && misspelt != question)
}

/// A word with a letter left out, doubled, changed for another, or swapped with the next.
fn edited(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let places: Vec<usize> =
        (0..letters.len().saturating_sub(1)).filter(|&i| letters[i].is_alphabetic() && letters[i + 1].is_alphabetic()).collect();
    let Some(&at) = places.get(random.below(places.len().max(1))) else { return word.to_string() };
    match random.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 => letters[at] = char::from(b'a' + random.below(26) as u8),
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}
