//! Batches: questions as JSON lines, read one at a time, so that a program can wait for each reply before it asks on.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize};

use super::files;
use super::plan::Questions;
use crate::{Error, Result};

const EXPECTED: &str = "an object with the string `question`, and `id` and `session` where wanted";

/// A question of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Question {
    /// What its reply is known by.
    pub id: Option<String>,
    /// Its words.
    pub question: String,
    /// The dialogue it belongs to; without one it stands alone.
    pub session: Option<String>,
}

/// A line that is no question. Serialises to the object that stands in for its reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The line's id, where it has one.
    pub id: Option<String>,
    /// What is wrong with it, and where.
    pub error: Box<Error>,
}

impl Serialize for Broken {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Complaint<'a> {
            line: Option<usize>,
            column: Option<usize>,
            message: &'a str,
            expected: Option<&'a str>,
        }
        let (error, place) = (&self.error, self.error.place.as_ref());
        let complaint = Complaint {
            line: place.map(|place| place.line),
            column: place.and_then(|place| place.column),
            message: &error.message,
            expected: error.expected.as_deref(),
        };
        let mut object = serializer.serialize_struct("Broken", 2)?;
        object.serialize_field("id", &self.id)?;
        object.serialize_field("error", &complaint)?;
        object.end()
    }
}

/// A batch that is being read.
pub struct Batch {
    file: String,
    input: BufReader<Box<dyn Read>>,
    line: usize,
    /// Whether a line is a question as it stands, and no JSON.
    plain: bool,
}

impl Batch {
    /// Opens what holds the questions; `None` for a single one.
    pub fn open(questions: &Questions) -> Result<Option<Self>> {
        let (file, input): (_, Box<dyn Read>) = match questions {
            Questions::One(_) => return Ok(None),
            Questions::Batch(path) if !files::is_stdin(path) => (files::name(path), Box::new(open(path)?)),
            Questions::Batch(_) | Questions::Lines => (files::STDIN.to_string(), Box::new(io::stdin())),
        };
        Ok(Some(Self { file, input: BufReader::new(input), line: 0, plain: *questions == Questions::Lines }))
    }

    /// Whether the next line has not arrived yet: the moment to hand on what was answered.
    pub fn waits(&self) -> bool {
        !self.input.buffer().contains(&b'\n')
    }

    /// The next line that is not blank; `None` at the end.
    pub fn next_line(&mut self) -> Result<Option<std::result::Result<Question, Broken>>> {
        loop {
            let mut bytes = Vec::new();
            let read = self.input.read_until(b'\n', &mut bytes);
            if read.map_err(|error| files::cannot(Path::new(&self.file), "read", &error))? == 0 {
                return Ok(None);
            }
            self.line += 1;
            if !bytes.trim_ascii().is_empty() {
                let read = if self.plain { plain } else { question };
                return Ok(Some(read(&self.file, self.line, &bytes)));
            }
        }
    }
}

fn open(path: &Path) -> Result<File> {
    File::open(path).map_err(|error| files::cannot(path, "read", &error))
}

/// What is wrong with a line, at a byte of it.
fn broken(file: &str, number: usize, text: &str, offset: usize, message: String, expected: &str) -> Broken {
    let mut error = Error::new(file, message).at_offset(text, offset).expected(expected);
    error.place.iter_mut().for_each(|place| place.line = number);
    Broken { id: None, error: Box::new(error) }
}

fn text<'b>(file: &str, number: usize, bytes: &'b [u8]) -> std::result::Result<&'b str, Broken> {
    std::str::from_utf8(bytes).map_err(|error| {
        let lossy = String::from_utf8_lossy(bytes);
        broken(file, number, &lossy, error.valid_up_to(), "a byte that is not UTF-8".to_string(), "UTF-8 text")
    })
}

/// One line as the words of a question.
fn plain(file: &str, number: usize, bytes: &[u8]) -> std::result::Result<Question, Broken> {
    let line = text(file, number, bytes)?.trim_start_matches('\u{feff}').trim();
    Ok(Question { id: None, question: line.to_string(), session: None })
}

/// One line of JSON as a question.
fn question(file: &str, number: usize, bytes: &[u8]) -> std::result::Result<Question, Broken> {
    let text = text(file, number, bytes.strip_suffix(b"\n").unwrap_or(bytes))?;
    let text = if number == 1 { text.strip_prefix('\u{feff}').unwrap_or(text) } else { text };
    serde_json::from_str(text).map_err(|error| {
        let full = error.to_string();
        let message = full.split(" at line ").next().unwrap_or(&full).to_string();
        let broken = broken(file, number, text, error.column().saturating_sub(1), message, EXPECTED);
        Broken { id: id(text), ..broken }
    })
}

/// The id of an object that is otherwise no question.
fn id(text: &str) -> Option<String> {
    let object: serde_json::Value = serde_json::from_str(text).ok()?;
    object.get("id")?.as_str().map(str::to_string)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        let shown = match question("b.jsonl", 3, bytes) {
            Ok(it) => format!("{:?} {} {:?}", it.id, it.question, it.session),
            Err(broken) => super::super::json::line(&broken),
        };
        assert_eq!(shown.trim_end(), expected);
    }

    #[test]
    fn a_line_is_a_question() {
        check(br#"{"id":"a","question":"who?"}"#, r#"Some("a") who? None"#);
        check("{\"question\":\"wo?\",\"session\":\"s\",\"gold\":3}\r\n".as_bytes(), r#"None wo? Some("s")"#);
    }

    #[test]
    fn a_broken_line_says_where_and_what_was_expected() {
        let object = |id: &str, column: usize, message: &str| {
            format!(r#"{{"id":{id},"error":{{"line":3,"column":{column},"message":"{message}","expected":"{EXPECTED}"}}}}"#)
        };
        check(b"hello", &object("null", 1, "expected value"));
        check(br#"{"id":"a"}"#, &object("\"a\"", 10, "missing field `question`"));
        check(br#"{"id":"a","question":5}"#, &object("\"a\"", 22, "invalid type: integer `5`, expected a string"));
        check("{\"é\":".as_bytes(), &object("null", 5, "EOF while parsing a value"));
        check(b"\"a\xff", r#"{"id":null,"error":{"line":3,"column":3,"message":"a byte that is not UTF-8","expected":"UTF-8 text"}}"#);
    }

    proptest! {
        #[test]
        fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..60), number in 1usize..3) {
            question("b", number, &bytes).ok();
        }
    }
}
