//! Each file in `tests/dialogues/` is a test: it is played, and every expectation in it must be met.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use docent::interface::plan::Subject;
use docent::interface::test::{Shelf, find, play};
use docent::script::report::Test;
use libtest_mimic::{Arguments, Failed, Trial};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/dialogues");
    let files = find(&[folder], "").expect("dialogues in tests/dialogues");
    let shelf = Arc::new(Shelf::default());
    let trial = |path: PathBuf| {
        let shelf = shelf.clone();
        Trial::test(path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), move || run(&shelf, path))
    };
    libtest_mimic::run(&arguments, files.into_iter().map(trial).collect()).exit_code()
}

fn run(shelf: &Shelf, path: PathBuf) -> Result<(), Failed> {
    let test = Test { file: path.display().to_string(), result: play(shelf, &path, &Subject::Builtin).map(|(_, outcomes)| outcomes) };
    if test.passed() { Ok(()) } else { Err(test.complaints().join("\n").into()) }
}
