//! Slots: where each of some words stands, noted by the word's hash, so that a word is found without a search.

use std::sync::OnceLock;

/// A slot that nothing is noted in.
pub(super) const FREE: u32 = u32::MAX;

/// How many bits of a slot tell a place; those above them are of the hash of the word there.
const PLACE_BITS: u32 = 26;

/// How many slots so many words want: a power of two, so that at least a third of them stays free.
pub(super) const fn slot_count(words: usize) -> usize {
    (words + words / 2 + 1).next_power_of_two()
}

/// FNV-1a of the word that stands between two places of some bytes.
pub(super) const fn hash(bytes: &[u8], start: usize, end: usize) -> u64 {
    let (mut hash, mut at) = (0xcbf2_9ce4_8422_2325, start);
    while at < end {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x100_0000_01b3);
        at += 1;
    }
    hash
}

/// The hash of a word.
pub const fn hash_of(word: &str) -> u64 {
    hash(word.as_bytes(), 0, word.len())
}

/// Notes the place of a word with this hash in the first slot that is free from the one on that the hash tells. There are [`slot_count`] slots; of the places
/// none from 2²⁶ on is noted.
pub(super) const fn note(slots: &mut [u32], hash: u64, place: usize) {
    if place >= 1 << PLACE_BITS {
        return;
    }
    let mut slot = first(hash, slots.len());
    while slots[slot] != FREE {
        slot = (slot + 1) & (slots.len() - 1);
    }
    slots[slot] = entry(hash, place);
}

/// The place that was noted of a word: one with its hash of which `is` says that the word stands there.
pub(super) fn find(slots: &[u32], hash: u64, is: impl Fn(usize) -> bool) -> Option<usize> {
    let mut slot = first(hash, slots.len());
    while slots[slot] != FREE {
        let place = (slots[slot] & ((1 << PLACE_BITS) - 1)) as usize;
        if slots[slot] == entry(hash, place) && is(place) {
            return Some(place);
        }
        slot = (slot + 1) & (slots.len() - 1);
    }
    None
}

/// The slot of `count` that a hash tells.
const fn first(hash: u64, count: usize) -> usize {
    (hash >> 32) as usize & (count - 1)
}

/// What is noted of a place. The last of all bits stays 0, so that no entry is [`FREE`].
const fn entry(hash: u64, place: usize) -> u32 {
    (hash as u32) << PLACE_BITS & (FREE >> 1) | place as u32
}

/// The slots of a list of words, noted when one is first looked for.
#[derive(Debug, Clone, Default)]
pub struct Slots(OnceLock<Vec<u32>>);

impl Slots {
    /// The place of a word in the list, which has `count` words, each once, that `at` reads.
    pub fn find<'w>(&self, word: &str, count: usize, at: impl Fn(usize) -> &'w str) -> Option<usize> {
        let slots = self.0.get_or_init(|| {
            let mut slots = vec![FREE; slot_count(count)];
            (0..count).for_each(|place| note(&mut slots, hash_of(at(place)), place));
            slots
        });
        find(slots, hash_of(word), |place| at(place) == word)
    }
}

/// Two lists are alike whether or not a word was looked for.
impl PartialEq for Slots {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found() {
        let words: Vec<String> = (0..1000).map(|n| format!("word{n}")).collect();
        let slots = Slots::default();
        let find = |word: &str| slots.find(word, words.len(), |place| &words[place]);
        assert!(words.iter().enumerate().all(|(place, word)| find(word) == Some(place)));
        assert!([find(""), find("word"), find("word1000")].iter().all(Option::is_none));
    }
}
