//! `test --watch`: plays again whenever a dialogue, or what it is held with, changes.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{fs, thread};

use super::console::{Console, Failure};
use super::page::{Page, Role};
use super::plan::{Playing, Subject};
use super::test::{find, run};
use super::{files, load};
use crate::script;

/// How often files are looked at.
const PAUSE: Duration = Duration::from_millis(300);

/// Plays until it is interrupted, or nobody reads any more.
pub fn watch(console: &mut Console, playing: &Playing) -> Result<u8, Failure> {
    loop {
        let before = stamps(playing);
        if let Err(failure) = run(console, playing) {
            match failure {
                Failure::Input(error) => console.fault(&error),
                Failure::Output(_) => return Err(failure),
            }
        }
        let mut page = Page::new();
        page.line(0).add(Role::Dim, "Waiting for a change. Ctrl-C ends.");
        console.page(&page)?;
        console.flush()?;
        while stamps(playing) == before {
            thread::sleep(PAUSE);
        }
        console.lines("\n")?;
    }
}

/// Every file the dialogues depend on and when it was changed.
fn stamps(playing: &Playing) -> Vec<(PathBuf, Option<SystemTime>)> {
    let dialogues = find(&playing.paths, &playing.filter).unwrap_or_default();
    let mut paths: Vec<PathBuf> =
        dialogues.iter().filter_map(|path| subject(path, &playing.subject)).flat_map(|path| below(&path)).collect();
    paths.extend(dialogues);
    let stamp = |path: PathBuf| (path.clone(), fs::metadata(&path).and_then(|it| it.modified()).ok());
    paths.into_iter().map(stamp).collect()
}

/// The file or folder that a dialogue is held with.
fn subject(path: &Path, default: &Subject) -> Option<PathBuf> {
    let dialogue = script::parse("", &files::read_text(path).ok()?).ok()?;
    match load::subject(&dialogue.subject, path.parent().unwrap_or(Path::new("")), default) {
        Subject::Builtin => None,
        Subject::Document(path) | Subject::Folder(path) => Some(path),
    }
}

/// A file, or all files of a folder, sorted.
fn below(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return vec![path.to_path_buf()] };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().flat_map(|path| below(path)).collect()
}
