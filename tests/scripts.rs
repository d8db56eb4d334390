//! `docent test` as a whole: exit codes, blessing, reports. The dialogues here hold whatever the engine is like.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A folder of its own with these dialogue files in it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("docent-scripts-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        for document in ["tove-arnhild.txt", "harbour-museum.md"] {
            fs::copy(format!("tests/documents/{document}"), folder.join(document)).expect("a document");
        }
        for (file, text) in files {
            fs::write(folder.join(file), text).expect("written");
        }
        Self(folder)
    }

    /// Runs `docent test` there: what it prints, and its exit code.
    fn test(&self, arguments: &[&str]) -> (String, Option<i32>) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_docent"));
        command.current_dir(&self.0).env_remove("DOCENT_DOCUMENT").env_remove("DOCENT_KNOWLEDGE").env("DOCENT_COLOR", "never");
        let output = command.arg("test").args(arguments).output().expect("the program runs");
        (String::from_utf8_lossy(&output.stdout).into_owned(), output.status.code())
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).expect("read")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

const HOLDS: &str = "@document tove-arnhild.txt\n> Which xylophone did the qwyjibo eat?\nstatus: unknown\n";
const FAILS: &str = "# Why not?\n@document harbour-museum.md\n\n> Which xylophone did the qwyjibo eat?\n# It is new.\nstatus: answered\n";
const ODD: &str = "> Who?\nstatus: maybe\n";

#[test]
fn exit_codes_say_what_happened() {
    let check = |files: &[(&str, &str)], code: i32| {
        let folder = Folder::new(&format!("codes-{code}"), files);
        assert_eq!(folder.test(&[]).1, Some(code));
    };
    check(&[("a.dialogue", HOLDS)], 0);
    check(&[("a.dialogue", HOLDS), ("b.dialogue", FAILS)], 1);
    check(&[("a.dialogue", HOLDS), ("b.dialogue", FAILS), ("c.dialogue", ODD)], 2);
}

#[test]
fn a_filter_leaves_the_others_out() {
    let folder = Folder::new("filter", &[("a.dialogue", HOLDS), ("b.dialogue", FAILS)]);
    assert_eq!(folder.test(&["--filter", "a.dia"]), ("pass a.dialogue\n\n1 dialogue passed, 0 failed\n".to_string(), Some(0)));
}

#[test]
fn a_diff_shows_what_was_expected_and_what_came() {
    let (shown, _) = Folder::new("diff", &[("b.dialogue", FAILS)]).test(&[]);
    assert!(shown.starts_with("FAIL b.dialogue\n"), "{shown}");
    assert!(shown.contains("     6  - status: answered\n        + status: unknown\n"), "{shown}");
    assert!(shown.ends_with("\n0 dialogues passed, 1 failed\n"), "{shown}");
}

#[test]
fn blessing_keeps_comments_and_spoils_nothing() {
    let folder = Folder::new("bless", &[("a.dialogue", HOLDS), ("b.dialogue", FAILS), ("c.dialogue", ODD)]);
    folder.test(&["--bless"]);
    assert_eq!(folder.read("a.dialogue"), HOLDS);
    assert_eq!(folder.read("b.dialogue"), FAILS.replace("answered", "unknown"));
    assert_eq!(folder.read("c.dialogue"), ODD);
    assert_eq!(folder.test(&["a.dialogue", "b.dialogue"]).1, Some(0));
}

#[test]
fn coverage_names_what_is_not_reached() {
    let (shown, _) = Folder::new("coverage", &[("a.dialogue", HOLDS)]).test(&["--coverage"]);
    assert!(shown.contains("\ntove-arnhild\n") && shown.contains("\nintents: "), "{shown}");
}

#[test]
fn reports_are_the_same_on_every_run() {
    let folder = Folder::new("report", &[("a.dialogue", HOLDS), ("b.dialogue", FAILS), ("c.dialogue", ODD)]);
    for kind in ["tap", "junit"] {
        let (shown, code) = folder.test(&["--report", kind]);
        assert_eq!(code, Some(2));
        assert!(shown.contains("b.dialogue:6: ") && shown.contains("Which xylophone did the qwyjibo eat?: expected"), "{shown}");
        assert_eq!((shown, code), folder.test(&["--report", kind]));
    }
}
