//! Reports for other programs: TAP 14 and JUnit XML. One dialogue file is one test; no times, so that the same run gives the same bytes.

use super::dialogue::{Expectation, squeeze};
use super::play::Outcome;
use crate::Error;

/// A dialogue file and what came of it.
#[derive(Debug, Clone)]
pub struct Test {
    /// The file as it was named.
    pub file: String,
    /// The outcomes, or why it could not be played.
    pub result: Result<Vec<Outcome>, Error>,
}

impl Test {
    /// Whether it was played and every expectation was met.
    pub fn passed(&self) -> bool {
        self.result.as_ref().is_ok_and(|outcomes| outcomes.iter().all(Outcome::passed))
    }

    /// What was missed, a line each: place, question, what was expected, what came.
    pub fn complaints(&self) -> Vec<String> {
        let missed = |outcome: &Outcome| -> Vec<String> {
            let say = |(line, it): &(usize, Expectation)| {
                let (question, got) = (&outcome.step.question, outcome.got(it));
                format!("{}:{line}: > {question}: expected {:?}, got {got:?}", self.file, it.line())
            };
            outcome.missed().map(say).collect()
        };
        match &self.result {
            Ok(outcomes) => outcomes.iter().flat_map(missed).collect(),
            Err(error) => vec![error.to_string()],
        }
    }
}

/// The Test Anything Protocol, version 14.
pub fn tap(tests: &[Test]) -> String {
    let mut report = format!("TAP version 14\n1..{}\n", tests.len());
    for (number, test) in (1..).zip(tests) {
        let name = test.file.replace('\\', "\\\\").replace('#', "\\#");
        report += &format!("{}ok {number} - {}\n", if test.passed() { "" } else { "not " }, squeeze(&name));
        let complaints: String = test.complaints().iter().map(|it| format!("    - {}\n", quoted(it))).collect();
        if !complaints.is_empty() {
            report += &format!("  ---\n  message:\n{complaints}  ...\n");
        }
    }
    report
}

/// A YAML string in double quotes, which is also a JSON string.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// JUnit XML as continuous-integration servers read it.
pub fn junit(tests: &[Test]) -> String {
    let errors = tests.iter().filter(|test| test.result.is_err()).count();
    let failures = tests.iter().filter(|test| !test.passed()).count() - errors;
    let mut report = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    report += &format!("  <testsuite name=\"docent\" tests=\"{}\" failures=\"{failures}\" errors=\"{errors}\">\n", tests.len());
    for test in tests {
        report += &format!("    <testcase classname=\"dialogue\" name=\"{}\"", escaped(&test.file));
        let element = if test.result.is_err() { "error" } else { "failure" };
        let said = escaped(&test.complaints().join("\n"));
        report += &if test.passed() { "/>\n".to_string() } else { format!(">\n      <{element}>{said}</{element}>\n    </testcase>\n") };
    }
    report + "  </testsuite>\n</testsuites>\n"
}

/// Text as XML 1.0 can hold it; the control characters it cannot hold become the replacement character.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::super::transcript::tests::sample;
    use super::*;
    use crate::answer::Status;

    fn tests() -> Vec<Test> {
        let played = |text: &str| {
            let read = parse("a", text).expect("a dialogue");
            let reply = sample(Status::Answered, Some("3 May 1931"));
            Ok(read.steps.into_iter().map(|step| Outcome { step, reply: reply.clone() }).collect())
        };
        vec![
            Test { file: "good.dialogue".into(), result: played("> when?\n3 May 1931\n") },
            Test { file: "bad.dialogue".into(), result: played("> when?\n<June>\n") },
            Test { file: "odd.dialogue".into(), result: Err(Error::new("odd.dialogue", "cannot read it")) },
        ]
    }

    #[test]
    fn tap_has_a_line_a_file() {
        let complaint = "\"bad.dialogue:2: > when?: expected \\\"<June>\\\", got \\\"3 May 1931\\\"\"";
        let expected = format!(
            "TAP version 14\n1..3\nok 1 - good.dialogue\nnot ok 2 - bad.dialogue\n  ---\n  message:\n    - {complaint}\n  ...\n\
             not ok 3 - odd.dialogue\n  ---\n  message:\n    - \"odd.dialogue: cannot read it\"\n  ...\n"
        );
        assert_eq!(tap(&tests()), expected);
    }

    #[test]
    fn junit_has_a_case_a_file() {
        let report = junit(&tests());
        let check = |part: &str| assert!(report.contains(part), "{part} in {report}");
        check("<testsuite name=\"docent\" tests=\"3\" failures=\"1\" errors=\"1\">");
        check("<testcase classname=\"dialogue\" name=\"good.dialogue\"/>");
        check("<failure>bad.dialogue:2: &gt; when?: expected &quot;&lt;June&gt;&quot;, got &quot;3 May 1931&quot;</failure>");
        check("<error>odd.dialogue: cannot read it</error>");
        assert_eq!(escaped("a\u{1b}\u{b}"), "a\u{fffd}\u{fffd}");
    }
}
