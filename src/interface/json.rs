//! JSON lines: one object a line, in the bytes that every run gives. What a terminal could act on is written as an escape.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::visible::needs_showing;

/// `value` as one line of JSON with its line break. A reader gets the same text back; a terminal gets no control character.
pub fn line(value: &impl Serialize) -> String {
    let mut bytes = Vec::with_capacity(1 << 11);
    let mut serializer = Serializer::with_formatter(&mut bytes, Guarded);
    match value.serialize(&mut serializer) {
        Ok(()) => bytes.push(b'\n'),
        Err(_) => bytes.clear(),
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// Compact JSON whose strings escape every character that [`needs_showing`].
struct Guarded;

impl Formatter for Guarded {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if fragment.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return writer.write_all(fragment.as_bytes());
        }
        let mut written = 0;
        for (at, c) in fragment.char_indices().filter(|(_, c)| needs_showing(*c)) {
            writer.write_all(&fragment.as_bytes()[written..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            written = at + c.len_utf8();
        }
        writer.write_all(&fragment.as_bytes()[written..])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn escapes_what_a_terminal_would_act_on() {
        let check = |text: &str, expected: &str| assert_eq!(line(&text), expected);
        check("é 漢", "\"é 漢\"\n");
        check("a\u{1b}b\nc", "\"a\\u001bb\\nc\"\n");
        check("\u{9b}2J\u{7f}\u{202e}", "\"\\u009b2J\\u007f\\u202e\"\n");
        check("\u{e0041}", "\"\\udb40\\udc41\"\n");
    }

    proptest! {
        #[test]
        fn a_reader_gets_the_same_text(text in any::<String>()) {
            prop_assert_eq!(serde_json::from_str::<String>(&line(&text)).ok(), Some(text));
        }
    }
}
