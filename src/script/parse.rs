//! A dialogue file's text to a [`Dialogue`], or an error that names the line and what was expected there.

use regex::Regex;

use super::dialogue::{Dialogue, Expectation, KEYWORDS, STATUSES, Step, Subject};
use crate::{Error, Result};

/// Reads a dialogue. `file` is its name in errors.
pub fn parse(file: &str, text: &str) -> Result<Dialogue> {
    let mut dialogue = Dialogue { subject: Subject::Default, steps: Vec::new() };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (number, raw) in (1..).zip(text.lines()) {
        let fault = |fault: Fault| {
            let column = raw.find(&fault.at).unwrap_or(0);
            let mut error = Error::new(file, fault.message).at_offset(raw, column).expected(fault.expected);
            error.place.iter_mut().for_each(|place| place.line = number);
            error
        };
        read_line(&mut dialogue, number, raw.trim()).map_err(fault)?;
    }
    match dialogue.steps.is_empty() {
        true => Err(Error::new(file, "no question in this dialogue").expected("a line such as `> when was she born?`")),
        false => Ok(dialogue),
    }
}

/// What is wrong with a line; `at` is the part of it that is.
struct Fault {
    message: String,
    expected: String,
    at: String,
}

fn fault(at: &str, message: impl Into<String>, expected: impl Into<String>) -> Fault {
    Fault { message: message.into(), expected: expected.into(), at: at.to_string() }
}

fn read_line(dialogue: &mut Dialogue, number: usize, line: &str) -> std::result::Result<(), Fault> {
    if line.is_empty() || line.starts_with('#') {
        return Ok(());
    }
    if let Some(question) = line.strip_prefix('>') {
        let question = question.trim().to_string();
        if question.is_empty() {
            return Err(fault(line, "a question without words", "the question after `>`"));
        }
        dialogue.steps.push(Step { line: number, question, expectations: Vec::new() });
        return Ok(());
    }
    match dialogue.steps.last_mut() {
        None if line.starts_with('@') => directive(dialogue, line),
        None => Err(fault(line, "a reply before the first question", "a line that starts with `>`, `@` or `#`")),
        Some(_) if line.starts_with('@') => Err(fault(line, "a directive after a question", "`@document` and `@knowledge` at the top")),
        Some(step) => {
            let expectation = expectation(line)?;
            let is_answer = |(_, it): &(usize, Expectation)| matches!(it, Expectation::Answer(_));
            if matches!(expectation, Expectation::Answer(_)) && step.expectations.iter().any(is_answer) {
                return Err(fault(line, "a second short answer to one question", format!("one, or a keyword: {}", list(&KEYWORDS))));
            }
            step.expectations.push((number, expectation));
            Ok(())
        }
    }
}

fn directive(dialogue: &mut Dialogue, line: &str) -> std::result::Result<(), Fault> {
    let (name, path) = line.split_once(char::is_whitespace).map_or((line, ""), |(name, path)| (name, path.trim()));
    let subject: fn(String) -> Subject = match name {
        "@document" => Subject::Document,
        "@knowledge" => Subject::Knowledge,
        _ => return Err(fault(name, format!("unknown directive `{name}`"), "`@document FILE` or `@knowledge DIR`")),
    };
    if path.is_empty() {
        return Err(fault(name, format!("`{name}` without a path"), "a path, relative to this file's folder"));
    }
    if dialogue.subject != Subject::Default {
        return Err(fault(name, "a second directive", "one `@document` or `@knowledge` in a dialogue"));
    }
    dialogue.subject = subject(path.to_string());
    Ok(())
}

fn expectation(line: &str) -> std::result::Result<Expectation, Fault> {
    let answer = || Expectation::Answer(line.to_string());
    let Some((word, value)) = line.split_once(':') else { return Ok(answer()) };
    let value = value.trim();
    if !KEYWORDS.contains(&word) {
        return match nearest(word) {
            Some(keyword) => Err(fault(word, format!("unknown keyword `{word}`"), format!("`{keyword}`"))),
            None => Ok(answer()),
        };
    }
    if value.is_empty() {
        return Err(fault(line, format!("`{word}:` without a value"), "something after the colon"));
    }
    Ok(match word {
        "contains" => Expectation::Contains(value.to_string()),
        "matches" => Expectation::Matches(pattern(value)?),
        "not" => Expectation::Not(value.to_string()),
        "cites" => Expectation::Cites(value.to_string()),
        "status" => Expectation::Status(status(value)?),
        "intent" => Expectation::Intent(value.to_string()),
        "resolved" => Expectation::Resolved(value.to_string()),
        _ => answer(),
    })
}

/// The keyword that `word` is a slip of, if it is one: a letter more, less or other than it.
fn nearest(word: &str) -> Option<&'static str> {
    KEYWORDS.into_iter().find(|keyword| keyword.len() > 3 && strsim::osa_distance(keyword, &word.to_lowercase()) <= 1)
}

fn status(value: &str) -> std::result::Result<crate::answer::Status, Fault> {
    let words = STATUSES.map(|(word, _)| word);
    let found = STATUSES.into_iter().find(|(word, _)| *word == value);
    found
        .map(|(_, status)| status)
        .ok_or_else(|| fault(value, format!("no verdict is called `{value}`"), format!("one of {}", list(&words))))
}

fn pattern(value: &str) -> std::result::Result<Regex, Fault> {
    Regex::new(value).map_err(|error| {
        let full = error.to_string();
        let why = full.lines().last().unwrap_or_default().trim_start_matches("error: ");
        fault(value, format!("this is no regular expression: {why}"), "a regular expression that the short answer matches")
    })
}

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A dialogue as lines `number question` and `number expectation`, or its error.
    fn read(text: &str) -> String {
        let line = |(number, it): &(usize, Expectation)| format!("{number} {}", it.line());
        match parse("a.dialogue", text) {
            Ok(it) => {
                let steps = it
                    .steps
                    .iter()
                    .flat_map(|s| [format!("{} > {}", s.line, s.question)].into_iter().chain(s.expectations.iter().map(line)));
                format!("{:?}\n{}", it.subject, steps.collect::<Vec<_>>().join("\n"))
            }
            Err(error) => error.to_string(),
        }
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(read(text), expected, "{text:?}");
    }

    #[test]
    fn reads_questions_and_expectations() {
        check(
            "# A comment.\n> when?\n3 May 1931\n\n> where?\ncontains: Port: Sable\n",
            "Default\n2 > when?\n3 3 May 1931\n5 > where?\n6 contains: Port: Sable",
        );
        check("\u{feff}@document a b.md\r\n>who?\r\nstatus: unknown", "Document(\"a b.md\")\n2 > who?\n3 status: unknown");
        check("@knowledge k\n> x\n", "Knowledge(\"k\")\n2 > x");
        check(
            "> x\nMotto: be kind\nmatches: ^a+$\nnot: b\ncites: Life\nintent: i\nresolved: y",
            "Default\n1 > x\n2 Motto: be kind\n3 matches: ^a+$\n4 not: b\n5 cites: Life\n6 intent: i\n7 resolved: y",
        );
    }

    #[test]
    fn faults_name_line_column_and_expectation() {
        check("hello\n", "a.dialogue:1:1: a reply before the first question; expected a line that starts with `>`, `@` or `#`");
        check("# x\n  >  \n", "a.dialogue:2:3: a question without words; expected the question after `>`");
        check(
            "> x\nstatus: none",
            "a.dialogue:2:9: no verdict is called `none`; expected one of `ambiguous`, `answered`, `chitchat`, `conflicting`, `unknown`",
        );
        check("> x\ncontain: y", "a.dialogue:2:1: unknown keyword `contain`; expected `contains`");
        check("> x\ncites:", "a.dialogue:2:1: `cites:` without a value; expected something after the colon");
        check(
            "> x\nmatches: (",
            "a.dialogue:2:10: this is no regular expression: unclosed group; expected a regular expression that the short answer matches",
        );
        check("@doc a\n> x", "a.dialogue:1:1: unknown directive `@doc`; expected `@document FILE` or `@knowledge DIR`");
        check("@document\n> x", "a.dialogue:1:1: `@document` without a path; expected a path, relative to this file's folder");
        check(
            "@document a\n@knowledge b\n> x",
            "a.dialogue:2:1: a second directive; expected one `@document` or `@knowledge` in a dialogue",
        );
        check("> x\n@document a", "a.dialogue:2:1: a directive after a question; expected `@document` and `@knowledge` at the top");
        check(
            "> x\none\ntwo",
            "a.dialogue:3:1: a second short answer to one question; expected one, or a keyword: `cites`, `contains`, `intent`, `matches`, `not`, `resolved`, `status`",
        );
        check("# only words\n", "a.dialogue: no question in this dialogue; expected a line such as `> when was she born?`");
    }

    proptest! {
        #[test]
        fn never_panics(text in any::<String>()) {
            parse("a", &text).ok();
        }

        #[test]
        fn never_panics_on_nearly_right_text(text in "([>@#]|(status|contains|matches|not|cites|x): ?|document |é|\\(|\n|\r\n| ){0,40}") {
            parse("a", &text).ok();
        }
    }
}
