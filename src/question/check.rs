//! Checking rules: does every intent do what its examples say, and can every rule fire?

use crate::error::{Finding, Severity};
use crate::knowledge::rules::answer_types::TypeRules;
use crate::knowledge::rules::{Forms, Intent, RuleFile, Rules};
use crate::knowledge::vocabulary::Vocabulary;
use crate::question::answer_type::{Asked, answer_type};
use crate::question::{Heard, Said, Utterance, understand};
use crate::text::fold::fold;
use crate::text::term::term;

/// What is the matter with the rules, in their order: examples that reach another rule, counter-examples that reach theirs, rules that another one shadows,
/// keywords that no example uses. `files` are the rules' texts, for the lines of findings; without them a finding has the line where its rule begins.
pub fn check(rules: &Rules, files: &[RuleFile]) -> Vec<Finding> {
    let intents = (0..rules.intents.len()).flat_map(|place| check_intent(rules, files, place));
    intents.chain(check_types(&rules.answer_types)).collect()
}

fn check_intent(rules: &Rules, files: &[RuleFile], place: usize) -> Vec<Finding> {
    let intent = &rules.intents[place];
    let found = |severity, message, quoted: &str| finding(intent, files, quoted, severity, message);
    let mut findings = Vec::new();
    for example in &intent.examples {
        let reached = reached(rules, example);
        if reached != intent.name {
            let message = format!("example “{example}” of `{}` reaches `{reached}`", intent.name);
            findings.push(found(Severity::Error, message, example));
        }
    }
    for counter in intent.counter_examples.iter().filter(|c| reached(rules, c) == intent.name) {
        findings.push(found(Severity::Error, format!("counter-example “{counter}” reaches `{}`", intent.name), counter));
    }
    let others = rules.intents.iter().enumerate().filter(|(other, _)| *other != place);
    if let Some((_, other)) = others.clone().find(|(n, other)| shadows(other, intent, *n < place)) {
        let message = format!("`{}` never fires: `{}` ({}) fits whenever it does", intent.name, other.name, other.place);
        findings.push(found(Severity::Error, message, ""));
    }
    let said: Vec<Vec<Forms>> =
        intent.examples.iter().map(|e| Heard::new(rules, Said::new(rules, &Vocabulary::default(), e)).forms).collect();
    let idle: Vec<&String> = intent.keywords.iter().flatten().filter(|keyword| !said.iter().any(|said| stands(keyword, said))).collect();
    if let Some(first) = idle.first() {
        let quoted: Vec<String> = idle.iter().map(|keyword| format!("“{keyword}”")).collect();
        let message = format!("no example of `{}` uses {}", intent.name, quoted.join(", "));
        findings.push(found(Severity::Warning, message, first));
    }
    findings
}

/// Examples of answer types that another rule decides.
fn check_types(rules: &TypeRules) -> Vec<Finding> {
    let astray = rules.examples().iter().filter_map(|example| {
        let decided = answer_type(rules, &Asked::read(rules, &example.question)).rule;
        let kind = if example.fires { "example" } else { "counter-example" };
        let message = format!("{kind} “{}” of “{}” is decided by “{decided}”", example.question, example.rule);
        let at = (example.file.clone(), example.line);
        ((decided == example.rule) != example.fires).then_some(Finding { file: at.0, line: at.1, message, severity: Severity::Error })
    });
    astray.collect()
}

/// Whether a keyword stands among words, as the matcher would find it.
fn stands(keyword: &str, words: &[Forms]) -> bool {
    let terms: Vec<String> = fold(keyword).split_whitespace().map(term).collect();
    words.windows(terms.len().max(1)).any(|words| terms.iter().zip(words).all(|(term, forms)| forms.contains(term)))
}

/// The intent that a question reaches, asked of no document.
fn reached(rules: &Rules, question: &str) -> String {
    match understand(rules, &Vocabulary::default(), &[], question) {
        Utterance::Question(question) => question.intent_name(),
        Utterance::SmallTalk(talk) => talk.name.clone(),
    }
}

/// Whether a rule fits every question that another fits, at no lower rank: each of its groups has all words of one of the other's.
fn shadows(rule: &Intent, other: &Intent, earlier: bool) -> bool {
    let holds = |group: &&Vec<String>, own: &Vec<String>| group.iter().all(|word| own.contains(word));
    let covers = |own: &Vec<String>| other.keywords.iter().any(|group| holds(&group, own));
    let groups = |intent: &Intent| intent.keywords.len() + usize::from(!intent.patterns.is_empty());
    let in_order =
        || rule.keywords.len() == other.keywords.len() && rule.keywords.iter().zip(&other.keywords).all(|(own, group)| holds(&group, own));
    let ranks = groups(rule) > groups(other) || groups(rule) == groups(other) && earlier && in_order();
    ranks
        && !other.keywords.is_empty()
        && rule.keywords.iter().all(covers)
        && rule.without.iter().all(|word| other.without.contains(word))
        && (rule.patterns.is_empty() || rule.patterns == other.patterns)
}

/// A finding about an intent, at the line after its beginning that has `quoted` in quotation marks, else where it begins.
fn finding(intent: &Intent, files: &[RuleFile], quoted: &str, severity: Severity, message: String) -> Finding {
    let (file, line) = intent.place.rsplit_once(':').unwrap_or((&intent.place, "1"));
    let start: usize = line.parse().unwrap_or(1);
    let text = files.iter().find(|f| f.name == file).map_or("", |f| &f.text);
    let quoted = format!("\"{quoted}\"");
    let below = text.lines().skip(start - 1).position(|line| line.contains(&quoted) && !line.starts_with("name")).unwrap_or(0);
    Finding { file: file.to_string(), line: start + below, message, severity }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn every_built_in_intent_does_what_its_examples_say() {
        let errors: Vec<Finding> = check(&Knowledge::builtin_rules(), &[]).into_iter().filter(|f| f.severity == Severity::Error).collect();
        assert_eq!(errors, []);
    }

    #[test]
    fn finds_what_is_the_matter() {
        let check = |text: &str, expected: &[&str]| {
            let file = RuleFile { name: "intents/a.toml".into(), text: text.into() };
            let files = [file];
            let rules = Rules::read(&files).unwrap_or_default();
            let found: Vec<String> = super::check(&rules, &files).into_iter().map(|f| format!("{}: {}", f.line, f.message)).collect();
            assert_eq!(found, expected, "{text}");
        };
        let tower = "[[intent]]\nname = \"tower\"\nkeywords = [[\"tower\"]]\nexamples = [\"the tower\"]\n";
        check(tower, &[]);
        check(
            &tower.replace("[\"the tower\"]", "[\"the gate\"]"),
            &["4: example “the gate” of `tower` reaches ``", "3: no example of `tower` uses “tower”"],
        );
        check(&format!("{tower}counter-examples = [\"a tower\"]\n"), &["5: counter-example “a tower” reaches `tower`"]);
        check(
            &format!("{tower}{}", tower.replace("name = \"tower\"", "name = \"twin\"")),
            &[
                "8: example “the tower” of `twin` reaches `tower`",
                "5: `twin` never fires: `tower` (intents/a.toml:1) fits whenever it does",
            ],
        );
    }
}
