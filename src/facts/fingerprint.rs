//! Fingerprints: a few letters by which a sentence is known again, wherever it has moved to.

use compact_str::{CompactString, format_compact};

/// Eight hexadecimal digits of a sentence's words, whatever the white space between them (FNV-1a, 32 bits).
pub fn fingerprint(sentence: &str) -> CompactString {
    let bytes = sentence.split_whitespace().flat_map(|word| word.bytes().chain([b' ']));
    let hash = bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format_compact!("{hash:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_words_and_no_white_space() {
        assert_eq!(fingerprint("Orla Finch  sings."), fingerprint(" Orla\nFinch sings. "));
        assert_ne!(fingerprint("Orla Finch sings."), fingerprint("Orla Finch sang."));
        assert_ne!(fingerprint("ab c"), fingerprint("a bc"));
        assert_eq!(fingerprint("").len(), 8);
    }
}
