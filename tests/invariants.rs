//! The invariants of the program as a whole: quoted text is the document's, the same input gives the same bytes, all input and
//! output is in its place, no control character reaches a terminal.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use docent::dialogue::{Options, State, turn};
use docent::facts::Table;
use docent::interface::load;
use docent::interface::visible::needs_showing;
use docent::knowledge::Knowledge;

const QUESTIONS: &str = "tests/documents/questions.jsonl";

/// The documents of the tests, one of each kind and one full of control characters.
const DOCUMENTS: [&str; 4] = ["tove-arnhild.txt", "harbour-museum.md", "ines-calder.txt", "controls.txt"];

fn document(name: &str) -> PathBuf {
    Path::new("tests/documents").join(name)
}

/// What the program prints, and its exit code. A report of a test run must not depend on the environment's own settings.
fn docent(arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_docent"));
    for name in ["DOCENT_DOCUMENT", "DOCENT_KNOWLEDGE", "DOCENT_FORMAT", "DOCENT_COLOR", "DOCENT_TOP", "DOCENT_QUIET", "DOCENT_EXPLAIN"] {
        command.env_remove(name);
    }
    let output = command.args(arguments).output().expect("the program runs");
    (String::from_utf8(output.stdout).expect("UTF-8"), output.status.code())
}

#[test]
fn every_quoted_sentence_is_a_slice_of_its_document() {
    for name in DOCUMENTS {
        let knowledge = Knowledge::of_document(load::document(&document(name)).expect("a document"));
        let text = &knowledge.document().text;
        let asked: Vec<String> =
            knowledge.document().sentences.iter().map(|sentence| knowledge.document().quote(sentence.span).to_string()).collect();
        for question in asked.iter().map(String::as_str).chain(["When was she born?", "Who is her dentist?", "How many boats?"]) {
            for top in [None, Some(3)] {
                let (_, reply) = turn(&knowledge, &State::default(), question, &Options { top, ..Options::default() });
                for source in &reply.sources {
                    assert_eq!(text.get(source.start..source.end), Some(source.text.as_str()), "{name}: {question}");
                }
            }
        }
    }
}

#[test]
fn every_fact_points_at_a_sentence_and_the_built_in_table_is_what_extraction_makes() {
    let knowledge = Knowledge::builtin();
    assert!(knowledge.facts().all(|(document, fact)| fact.sentence < document.sentences.len()));
    for source in &knowledge.sources {
        let path = format!("knowledge/facts/{}.csv", source.document.name);
        let fresh = Table::extract(&source.document, &source.annotations).to_csv(&source.document);
        assert_eq!(fs::read_to_string(&path).expect("the table's file"), fresh, "{path}: `docent extract` makes it anew");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for name in DOCUMENTS {
        let path = document(name).display().to_string();
        for arguments in [
            vec!["ask", "--document", &path, "--batch", QUESTIONS, "--format", "json"],
            vec!["ask", "--document", &path, "--explain", "When was she born?"],
            vec!["facts", "--document", &path, "--format", "json"],
            vec!["extract", &path],
            vec!["inspect", "--document", &path, "--format", "json"],
        ] {
            assert_eq!(docent(&arguments), docent(&arguments), "{arguments:?}");
        }
    }
}

#[test]
fn a_table_is_written_into_an_empty_file() {
    let path = document("tove-arnhild.txt").display().to_string();
    let file = std::env::temp_dir().join(format!("docent-table-{}.csv", std::process::id()));
    fs::write(&file, "").expect("an empty file");
    let (_, code) = docent(&["extract", &path, "--output", &file.display().to_string()]);
    let written = fs::read_to_string(&file);
    fs::remove_file(&file).ok();
    assert_eq!((written.expect("a table"), code), docent(&["extract", &path]));
}

#[test]
fn exit_codes_are_as_promised() {
    let check = |arguments: &[&str], code: i32| assert_eq!(docent(arguments).1, Some(code), "{arguments:?}");
    let path = document("tove-arnhild.txt").display().to_string();
    check(&["ask", "--document", &path, "Which xylophone did the qwyjibo eat?"], 1);
    check(&["ask", "--document", "none", "Who?"], 2);
    check(&["ask", "--document", "tests/documents/not-utf8.txt", "Who?"], 2);
    check(&["ask", "--document", &path, "--batch", QUESTIONS, "--format", "json"], 2);
    check(&["facts", "--document", &path], 0);
    check(&["test", "tests/cmd/errors.in"], 2);
    check(&["--version"], 0);
}

#[test]
fn a_batch_has_one_object_a_line_in_order() {
    let path = document("tove-arnhild.txt").display().to_string();
    let (out, _) = docent(&["ask", "--document", &path, "--batch", QUESTIONS, "--format", "json"]);
    let lines: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let ids: Vec<Option<&str>> = lines.iter().map(|line| line["id"].as_str()).collect();
    assert_eq!(ids, [Some("a"), None, Some("c"), Some("d")]);
    let broken: Vec<bool> = lines.iter().map(|line| line["error"]["line"].is_u64()).collect();
    assert_eq!(broken, [false, true, true, false]);
}

/// What a job prints on a terminal of this many columns.
fn on_a_terminal(arguments: &[&str], columns: u16) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_docent"));
    command.args(arguments).env("NO_COLOR", "1").env("TERM", "xterm");
    let mut session = expectrl::Session::spawn(command).expect("the program starts");
    session.get_process_mut().set_window_size(columns, 24).ok();
    let mut bytes = Vec::new();
    session.read_to_end(&mut bytes).ok();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn no_control_character_reaches_a_terminal() {
    let path = document("controls.txt").display().to_string();
    for arguments in [
        vec!["ask", "--document", &path, "Which boat sailed in 1961?\u{1b}[31m"],
        vec!["ask", "--document", &path, "--explain", "What of the \u{202e}Enilram?"],
        vec!["ask", "--document", &path, "--format", "json", "Which boat is \u{9b}2J?"],
        vec!["ask", "--document", "\u{1b}]0;title\u{7}", "Who?"],
        vec!["facts", "--document", &path],
        vec!["facts", "--document", &path, "--format", "csv"],
        vec!["inspect", "--document", &path],
        vec!["classify", "\u{1b}[2Jwhen?"],
    ] {
        let shown = on_a_terminal(&arguments, 40);
        assert!(!shown.trim().is_empty(), "{arguments:?} shows nothing");
        let passed: String = shown.chars().filter(|c| !matches!(c, '\r' | '\n') && needs_showing(*c)).collect();
        assert_eq!(passed, "", "{arguments:?} shows {shown:?}");
    }
}

/// A document full of what a terminal could act on, or stumble over.
fn hostile() -> String {
    let long = "The keel \u{1b}[5m is oak. ".repeat(5000).replace(". ", ", ");
    format!(
        "# Evil \u{1b}]0;title\u{7} \u{202e}Boat\n\nThe evil boat \u{1b}[31msailed\u{1b}[0m in 1961 with 👩\u{200d}🚀 and שלום on board. \
         It was built by Ada\u{200b} Merrow\u{9b}2J in Port\u{8}\u{8} Sable.\n\n## Sec\u{1b}[2Jtion\n\n{long}.\n\n- a\u{0}b\u{1b}c: \u{2066}d\n"
    )
}

#[test]
fn a_hostile_document_changes_nothing_on_a_terminal_but_its_text() {
    let folder = std::env::temp_dir().join(format!("docent-hostile-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a temporary folder");
    let (path, dialogue) = (folder.join("evil.md"), folder.join("evil.dialogue"));
    fs::write(&path, hostile()).expect("written");
    fs::write(&dialogue, "@document evil.md\n> When did the boat sail?\n\u{1b}[2J1900\u{9b}\n> What is the keel?\nstatus: chitchat\n")
        .expect("written");
    let (path, dialogue) = (path.display().to_string(), dialogue.display().to_string());
    let ask = |question: &str| on_a_terminal(&["ask", "--document", &path, "--color", "always", "--top", "3", question], 40);
    let shown = [
        ask("When did the evil boat sail?"),
        ask("Who built the boat in Port Sable?"),
        ask("What is the keel?"),
        on_a_terminal(&["facts", "--document", &path, "--color", "always"], 40),
        on_a_terminal(&["test", &dialogue, "--coverage", "--color", "always"], 40),
        on_a_terminal(&["ask", "--color", "always", "--\u{1b}[2Jfoo\u{9b}"], 40),
    ];
    fs::remove_dir_all(&folder).ok();
    assert!(shown[0].contains("👩\u{200d}🚀") && shown[0].contains("שלום"), "{}", shown[0]);
    let coloured = regex::Regex::new("\u{1b}\\[[0-9;]*m").expect("a pattern");
    for text in shown {
        let plain = coloured.replace_all(&text, "");
        let passed: String = plain.chars().filter(|c| !matches!(c, '\r' | '\n') && needs_showing(*c)).collect();
        assert_eq!(passed, "", "{text:?}");
        assert!(!text.contains("\u{1b}[31msailed") && text.len() < 60_000, "{} bytes", text.len());
    }
}

#[test]
fn all_input_and_output_is_in_the_interface_and_the_loading_functions() {
    let allowed = ["src/interface/", "src/main.rs", "src/knowledge/", "src/document/read.rs"];
    let forbidden =
        ["println!", "eprintln!", "print!(", "std::fs", "std::process", "std::env", "std::net", "std::time", "SystemTime", "thread_rng"];
    for file in sources(Path::new("src")) {
        let name = file.display().to_string();
        if allowed.iter().any(|allowed| name.starts_with(allowed)) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("source");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default().lines().filter(|line| !line.starts_with("//"));
        let code = code.collect::<Vec<_>>().join("\n");
        for word in forbidden {
            assert!(!code.contains(word), "{name} uses {word}");
        }
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}
