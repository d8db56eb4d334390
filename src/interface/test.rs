//! `test`: finds dialogue files, plays them side by side, shows what was not as expected, and blesses.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, mpsc};
use std::thread;

use super::arguments::Report;
use super::console::{Console, Failure};
use super::page::{Page, Role};
use super::plan::{Playing, Subject};
use super::{diff, files, load};
use crate::knowledge::Knowledge;
use crate::script::coverage::Coverage;
use crate::script::report::{Test, junit, tap};
use crate::script::{self, Outcome, bless::bless};
use crate::{Error, Result};

/// A dialogue that was played: what it was held with, and what came of each question.
pub type Played = (Arc<Knowledge>, Vec<Outcome>);

/// Knowledge that is loaded when first asked for, or why it could not be.
type Lazy = Arc<OnceLock<Result<Arc<Knowledge>>>>;

/// What dialogues are held with, each loaded once, however many dialogues ask it.
#[derive(Default)]
pub struct Shelf {
    loaded: Mutex<BTreeMap<Subject, Lazy>>,
}

impl Shelf {
    fn get(&self, subject: &Subject) -> Result<Arc<Knowledge>> {
        let place = self.loaded.lock().unwrap_or_else(|broken| broken.into_inner()).entry(subject.clone()).or_default().clone();
        place.get_or_init(|| load::knowledge(subject, false).map(Arc::new)).clone()
    }
}

/// Plays the dialogues. 0 if all passed, 1 if an expectation failed, 2 if a file could not be read.
pub fn run(console: &mut Console, playing: &Playing) -> std::result::Result<u8, Failure> {
    let paths = find(&playing.paths, &playing.filter)?;
    let (mut tests, mut coverage) = (Vec::new(), Coverage::default());
    let shelf = Shelf::default();
    side_by_side(
        &paths,
        |path| play(&shelf, path, &playing.subject),
        |path, mut played| {
            if playing.bless && played.as_ref().is_ok_and(|(_, outcomes)| !outcomes.iter().all(Outcome::passed)) {
                played = played.and_then(|(_, outcomes)| blessed(console, &shelf, path, &outcomes, &playing.subject));
            }
            if let Ok((knowledge, outcomes)) = &played {
                coverage.add(knowledge, outcomes);
            }
            let test = Test { file: path.display().to_string(), result: played.map(|(_, outcomes)| outcomes) };
            if playing.report.is_none() {
                test.result.as_ref().err().into_iter().for_each(|error| console.fault(error));
                console.page(&diff::test(&test))?;
            }
            tests.push(test);
            Ok(())
        },
    )?;
    match playing.report {
        Some(Report::Tap) => console.lines(&tap(&tests))?,
        Some(Report::Junit) => console.lines(&junit(&tests))?,
        None => console.page(&diff::summary(&tests))?,
    }
    if playing.coverage {
        console.page(&diff::unreached(&coverage))?;
    }
    Ok(code(&tests))
}

/// Does `work` for all paths on as many threads as there are processors, and hands what comes to `take`, in the order of the paths.
fn side_by_side<T: Send>(
    paths: &[PathBuf],
    work: impl Fn(&Path) -> T + Sync,
    mut take: impl FnMut(&Path, T) -> io::Result<()>,
) -> io::Result<()> {
    let threads = thread::available_parallelism().map_or(1, |n| n.get()).min(paths.len());
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..threads {
            let (next, work, sender) = (&next, &work, sender.clone());
            scope.spawn(move || {
                while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if sender.send((path, work(path))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting: BTreeMap<&PathBuf, T> = BTreeMap::new();
        for path in paths {
            while !waiting.contains_key(path)
                && let Ok((path, done)) = receiver.recv()
            {
                waiting.insert(path, done);
            }
            if let Some(done) = waiting.remove(path) {
                take(path, done)?;
            }
        }
        Ok(())
    })
}

/// Reads and plays one dialogue file; also gives what it was held with.
pub fn play(shelf: &Shelf, path: &Path, default: &Subject) -> Result<Played> {
    let dialogue = script::parse(&files::name(path), &files::read_text(path)?)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let knowledge = shelf.get(&load::subject(&dialogue.subject, folder, default))?;
    let outcomes = script::play(&knowledge, &dialogue);
    Ok((knowledge, outcomes))
}

/// Rewrites the file so that it passes, and plays it again.
fn blessed(console: &mut Console, shelf: &Shelf, path: &Path, outcomes: &[Outcome], subject: &Subject) -> Result<Played> {
    files::replace(path, &bless(&files::read_text(path)?, outcomes))?;
    let mut note = Page::new();
    note.add(Role::Warn, "blessed ").add(Role::Plain, &path.display().to_string());
    console.note(&note);
    play(shelf, path, subject)
}

/// The dialogue files of `paths` in the order of their names, folders searched for `*.dialogue`.
pub fn find(paths: &[PathBuf], filter: &str) -> Result<Vec<PathBuf>> {
    let here = [PathBuf::from(".")];
    let mut found = Vec::new();
    for path in if paths.is_empty() { &here[..] } else { paths } {
        if path.is_dir() {
            search(path, &mut found)?;
        } else {
            found.push(path.clone());
        }
    }
    let mut found: Vec<PathBuf> = found.into_iter().map(|path| path.strip_prefix("./").map(Path::to_path_buf).unwrap_or(path)).collect();
    found.retain(|path| path.display().to_string().contains(filter));
    if found.is_empty() {
        let places = paths.first().unwrap_or(&here[0]).display().to_string();
        let named = if filter.is_empty() { String::new() } else { format!(" and whose path has `{filter}`") };
        return Err(Error::new(places, "no dialogue to play").expected(format!("a file whose name ends in `.dialogue`{named}")));
    }
    Ok(found)
}

/// Adds the dialogue files below a folder, sorted; hidden folders and `target` are passed over.
fn search(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let cannot = |error: std::io::Error| files::cannot(folder, "read", &error);
    let entries = fs::read_dir(folder).map_err(cannot)?.collect::<std::io::Result<Vec<_>>>().map_err(cannot)?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && !path.is_symlink() && !name.starts_with('.') && name != "target" {
            search(&path, found)?;
        } else if path.is_file() && path.extension().is_some_and(|ending| ending == "dialogue") {
            found.push(path);
        }
    }
    Ok(())
}

fn code(tests: &[Test]) -> u8 {
    match tests.iter().any(|test| test.result.is_err()) {
        true => 2,
        false => u8::from(!tests.iter().all(Test::passed)),
    }
}
