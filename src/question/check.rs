//! Checking rules: does every intent do what its examples say, and can every rule fire?

use crate::error::{Finding, Severity};
use crate::knowledge::rules::{Intent, Rules};
use crate::knowledge::vocabulary::Vocabulary;
use crate::question::{Utterance, understand};
use crate::text::fold::fold;

/// What is the matter with the intents, in the order of the rules: examples that reach another intent, counter-examples that reach theirs, rules that
/// an earlier one shadows, keywords that no example uses.
pub fn check(rules: &Rules) -> Vec<Finding> {
    rules.intents.iter().enumerate().flat_map(|(place, intent)| check_intent(rules, place, intent)).collect()
}

fn check_intent(rules: &Rules, place: usize, intent: &Intent) -> Vec<Finding> {
    let mut findings = Vec::new();
    for example in &intent.examples {
        let reached = reached(rules, example);
        if reached != intent.name {
            findings.push(finding(intent, Severity::Error, format!("example “{example}” of `{}` reaches `{reached}`", intent.name)));
        }
    }
    for counter in intent.counter_examples.iter().filter(|c| reached(rules, c) == intent.name) {
        findings.push(finding(intent, Severity::Error, format!("counter-example “{counter}” reaches `{}`", intent.name)));
    }
    if let Some(other) = rules.intents[..place].iter().find(|other| shadows(other, intent)) {
        findings.push(finding(
            intent,
            Severity::Error,
            format!("`{}` never fires: `{}` ({}) fits whenever it does", intent.name, other.name, other.place),
        ));
    }
    let said: Vec<String> = intent.examples.iter().map(|e| fold(e)).collect();
    for keyword in intent.keywords.iter().flatten().filter(|k| !said.iter().any(|s| s.contains(fold(k).as_str()))) {
        findings.push(finding(intent, Severity::Warning, format!("no example of `{}` uses the keyword “{keyword}”", intent.name)));
    }
    findings
}

/// The intent that a question reaches, asked of no document.
fn reached(rules: &Rules, question: &str) -> String {
    match understand(rules, &Vocabulary::default(), &[], question) {
        Utterance::Question(question) => question.intent_name(),
        Utterance::SmallTalk(talk) => talk.name.clone(),
    }
}

/// Whether a rule fits every question that a later one fits, at the same rank: it has the same number of groups, each with all the later one's words.
fn shadows(earlier: &Intent, later: &Intent) -> bool {
    let covers = |(a, b): (&Vec<String>, &Vec<String>)| b.iter().all(|word| a.contains(word));
    !later.keywords.is_empty()
        && earlier.keywords.len() == later.keywords.len()
        && earlier.keywords.iter().zip(&later.keywords).all(covers)
        && earlier.without.iter().all(|word| later.without.contains(word))
        && earlier.patterns == later.patterns
}

/// A finding at an intent's place.
fn finding(intent: &Intent, severity: Severity, message: String) -> Finding {
    let (file, line) = intent.place.rsplit_once(':').unwrap_or((&intent.place, "1"));
    Finding { file: file.to_string(), line: line.parse().unwrap_or(1), message, severity }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;
    use crate::knowledge::rules::RuleFile;

    #[test]
    fn every_built_in_intent_does_what_its_examples_say() {
        let errors: Vec<Finding> = check(&Knowledge::builtin_rules()).into_iter().filter(|f| f.severity == Severity::Error).collect();
        assert_eq!(errors, []);
    }

    #[test]
    fn finds_what_is_the_matter() {
        let check = |text: &str, expected: &[&str]| {
            let file = RuleFile { name: "intents/a.toml".into(), text: text.into() };
            let rules = Rules::read(&[file]).unwrap_or_default();
            let found: Vec<String> = super::check(&rules).into_iter().map(|f| format!("{}: {}", f.line, f.message)).collect();
            assert_eq!(found, expected, "{text}");
        };
        let tower = "[[intent]]\nname = \"tower\"\nkeywords = [[\"tower\"]]\nexamples = [\"the tower\"]\n";
        check(tower, &[]);
        check(
            &tower.replace("[\"the tower\"]", "[\"the gate\"]"),
            &["1: example “the gate” of `tower` reaches ``", "1: no example of `tower` uses the keyword “tower”"],
        );
        check(&format!("{tower}counter-examples = [\"a tower\"]\n"), &["1: counter-example “a tower” reaches `tower`"]);
        check(
            &format!("{tower}{}", tower.replace("name = \"tower\"", "name = \"twin\"")),
            &[
                "5: example “the tower” of `twin` reaches `tower`",
                "5: `twin` never fires: `tower` (intents/a.toml:1) fits whenever it does",
            ],
        );
    }
}
