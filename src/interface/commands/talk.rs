//! Commands that change the talk: other documents, saved dialogues, questions taken back, the form of replies.

use std::path::{Path, PathBuf};

use super::{FORMS, Said, needs, nothing_yet, say};
use crate::interface::page::{Page, Role, counted};
use crate::interface::plan::Subject;
use crate::interface::session::Session;
use crate::interface::{files, load, render};
use crate::script::{self, transcript::transcript};
use crate::{Error, Result};

pub(super) fn open(session: &mut Session, argument: &str) -> Result<Said> {
    if argument.is_empty() {
        return needs(":open");
    }
    session.enter(&path(argument))?;
    say(&format!("Now asking {}. `:close` goes back.", session.title()))
}

pub(super) fn close(session: &mut Session, _: &str) -> Result<Said> {
    match session.leave() {
        true => say(&format!("Back to {}.", session.title())),
        false => say("Nothing else was open."),
    }
}

/// The path that was typed; completion writes a blank in it as `\ `.
fn path(argument: &str) -> PathBuf {
    PathBuf::from(argument.replace("\\ ", " "))
}

pub(super) fn save(session: &mut Session, argument: &str) -> Result<Said> {
    if argument.is_empty() {
        return needs(":save");
    }
    let path = path(argument);
    if session.saved.as_ref() != Some(&path) && path.exists() {
        return Err(Error::new(argument, "there is such a file already").expected("the name of a new file"));
    }
    let subject = directive(session.subject(), &path);
    let text = transcript(subject.as_deref(), session.replies().filter(|reply| !reply.question.trim().is_empty()));
    files::replace(&path, &text)?;
    session.saved = Some(path);
    say(&format!("Saved {} to {argument}.", counted(session.replies().count(), "question")))
}

/// The line that tells a dialogue in `file` what it is held with; none for the built-in knowledge. Paths go by the file's folder.
fn directive(subject: &Subject, file: &Path) -> Option<String> {
    let (word, path) = match subject {
        Subject::Builtin => return None,
        Subject::Document(path) => ("@document", path),
        Subject::Folder(path) => ("@knowledge", path),
    };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let full = path.canonicalize().unwrap_or_else(|_| path.clone());
    let near = folder.canonicalize().ok().and_then(|folder| full.strip_prefix(folder).ok().map(Path::to_path_buf));
    Some(format!("{word} {}", near.unwrap_or(full).display()))
}

pub(super) fn load(session: &mut Session, argument: &str) -> Result<Said> {
    if argument.is_empty() {
        return needs(":load");
    }
    let path = path(argument);
    let dialogue = script::parse(argument, &files::read_text(&path)?)?;
    if dialogue.subject != script::Subject::Default {
        let folder = path.parent().unwrap_or(Path::new(""));
        session.enter_subject(load::subject(&dialogue.subject, folder, session.subject()))?;
    }
    let mut page = Page::new();
    for step in &dialogue.steps {
        page.gap().hanging("", "> ").add(Role::Head, &step.question);
        page.append(render::reply(&session.ask(&step.question)));
    }
    Ok(Said::Page(page))
}

pub(super) fn undo(session: &mut Session, _: &str) -> Result<Said> {
    session.undo().map_or_else(nothing_yet, |question| say(&format!("Taken back: {question}")))
}

pub(super) fn retry(session: &mut Session, argument: &str) -> Result<Said> {
    match session.undo() {
        None => nothing_yet(),
        Some(before) => Ok(Said::Reply(Box::new(session.ask(if argument.is_empty() { &before } else { argument })))),
    }
}

pub(super) fn format(session: &mut Session, argument: &str) -> Result<Said> {
    let Some((_, form)) = FORMS.iter().find(|(word, _)| *word == argument) else { return needs(":format") };
    session.form = *form;
    say(&format!("Replies are shown as {argument}."))
}
