//! Completion: how a line of the REPL can go on. Knows the commands, the grammar of a question, and what the documents name.

use super::commands::{COMMANDS, FORMS};
use super::offers::{Offers, rest};

/// How questions begin.
const STARTS: [&str; 12] = ["Did ", "How ", "How many ", "Is ", "Was ", "What ", "When ", "Where ", "Which ", "Who ", "Whose ", "Why "];

/// What a completion draws on.
pub struct Words<'w> {
    /// Names and headings of the documents, sorted.
    pub names: &'w [String],
    /// Relations of their facts, sorted.
    pub relations: &'w [String],
    /// Questions that are answered.
    pub offers: Option<&'w Offers>,
}

/// What `before` the cursor can become: where the new part begins, and the ways it may go.
pub fn candidates(words: &Words, before: &str) -> (usize, Vec<String>) {
    if !before.starts_with(':') {
        return question(words, before);
    }
    let Some((name, argument)) = before.split_once(' ') else {
        return (0, starting(COMMANDS.iter().map(|command| command.name), before));
    };
    let start = name.len() + 1;
    match COMMANDS.iter().find(|command| command.name == name).map_or("", |command| command.argument) {
        "[COMMAND]" => (start, starting(COMMANDS.iter().map(|command| &command.name[1..]), argument)),
        "FORM" => (start, starting(FORMS.iter().map(|(word, _)| *word), argument)),
        "WORDS" | "[WORDS]" => {
            let found = starting(words.names.iter().chain(words.relations).map(String::as_str), argument);
            (start, found)
        }
        "[QUESTION]" => {
            let (at, found) = question(words, argument);
            (start + at, found)
        }
        _ => (before.len(), Vec::new()),
    }
}

/// Whether the line's command takes a file.
pub fn takes_file(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    line.contains(' ') && COMMANDS.iter().any(|command| command.name == word && command.argument == "FILE")
}

/// A question goes on by its grammar; where that knows nothing, by a name.
fn question(words: &Words, before: &str) -> (usize, Vec<String>) {
    let mut found = if before.contains(' ') { Vec::new() } else { starting(STARTS.into_iter(), before) };
    if before.contains(' ') {
        found = words.offers.map(|offers| offers.continuations(before)).unwrap_or_default();
    }
    match continued(words.names, before) {
        Some((start, names)) if found.is_empty() || start == 0 => {
            found.extend(names.into_iter().map(str::to_string));
            (start, found)
        }
        _ => (0, found),
    }
}

fn starting<'a>(all: impl Iterator<Item = &'a str>, typed: &str) -> Vec<String> {
    all.filter(|it| rest(it, typed).is_some()).map(str::to_string).collect()
}

/// The names that continue what stands before the cursor, and where that begins. The longest beginning counts.
fn continued<'n>(names: &'n [String], before: &str) -> Option<(usize, Vec<&'n str>)> {
    let word_start = |at: &usize| !before[..*at].ends_with(char::is_alphanumeric);
    let starts = before.char_indices().map(|(at, _)| at).filter(word_start);
    starts.filter(|at| before[*at..].starts_with(char::is_alphanumeric)).find_map(|at| {
        let found: Vec<&str> = names.iter().map(String::as_str).filter(|name| rest(name, &before[at..]).is_some()).collect();
        (!found.is_empty()).then_some((at, found))
    })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::document::Document;
    use crate::knowledge::Knowledge;

    fn check(before: &str, expected: (usize, &[&str])) {
        let names = ["Port Sable", "Portia Venn", "Tove Arnhild", "Élan"].map(str::to_string);
        let relations = ["was born".to_string()];
        let text = "= Ada Merrow =\n\nAda Merrow was born in Paris.\n";
        let knowledge = Rc::new(Knowledge::of_document(Document::read("a.txt", text.into(), None).expect("a document")));
        let words = Words { names: &names, relations: &relations, offers: Some(&Offers::new(knowledge)) };
        let (start, found) = candidates(&words, before);
        assert_eq!((start, found.iter().map(String::as_str).collect::<Vec<_>>().as_slice()), expected, "{before:?}");
    }

    #[test]
    fn commands_and_their_arguments() {
        check(":so", (0, &[":source"]));
        check(":help so", (6, &["source"]));
        check(":format j", (8, &["json"]));
        check(":facts was", (7, &["was born"]));
        check(":facts port", (7, &["Port Sable", "Portia Venn"]));
        check(":retry where was a", (7, &["Where was Ada Merrow"]));
        check(":undo x", (7, &[]));
    }

    #[test]
    fn question_words_grammar_and_names() {
        check("Whe", (0, &["When ", "Where "]));
        check("where ", (0, &["Where was "]));
        check("where was ada merrow ", (0, &["Where was Ada Merrow born?"]));
        check("when was tove", (9, &["Tove Arnhild"]));
        check("when was Tove A", (9, &["Tove Arnhild"]));
        check("who is po", (7, &["Port Sable", "Portia Venn"]));
        check("where is él", (9, &["Élan"]));
        check("who is zz", (0, &[]));
    }
}
