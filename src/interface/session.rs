//! A session of the REPL: what is being asked, what was said, what can be taken back. Knows no terminal.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::places::Places;
use super::plan::{Form, Subject};
use super::{files, load};
use crate::answer::Reply;
use crate::answer::suggest::{suggest, suggest_instead};
use crate::dialogue::{Options, State, turn};
use crate::knowledge::Knowledge;
use crate::{Error, Result};

/// How many questions are offered at first.
const OFFERED: usize = 2;

/// Everything the REPL's commands act on.
pub struct Session {
    talk: Talk,
    /// The talks that were left by opening another document, oldest first.
    left: Vec<Talk>,
    /// How replies are shown.
    pub form: Form,
    /// Questions that were offered last, for hints.
    pub offered: Vec<String>,
    /// The file that `:save` wrote last; that one it may replace.
    pub saved: Option<PathBuf>,
}

/// A talk about one document or knowledge folder.
struct Talk {
    subject: Subject,
    knowledge: Rc<Knowledge>,
    turns: Vec<(State, Reply)>,
}

impl Talk {
    /// Opens a talk; not about standard input, which is where the questions come from.
    fn open(subject: Subject) -> Result<Self> {
        if matches!(&subject, Subject::Document(path) if files::is_stdin(path)) {
            return Err(Error::new(files::STDIN, "questions come from it, so the document cannot").expected("`docent ask --document -`"));
        }
        Ok(Self { knowledge: Rc::new(load::knowledge(&subject, true)?), subject, turns: Vec::new() })
    }
}

impl Session {
    /// A session about `subject`.
    pub fn open(subject: Subject) -> Result<Self> {
        Ok(Self { talk: Talk::open(subject)?, left: Vec::new(), form: Form::Full, offered: Vec::new(), saved: None })
    }

    /// Leaves the present talk for one about another document.
    pub fn enter(&mut self, path: &Path) -> Result<()> {
        let subject = if path.is_dir() { Subject::Folder(path.to_path_buf()) } else { Subject::Document(path.to_path_buf()) };
        self.enter_subject(subject)
    }

    /// Leaves the present talk for one about `subject`.
    pub fn enter_subject(&mut self, subject: Subject) -> Result<()> {
        self.left.push(std::mem::replace(&mut self.talk, Talk::open(subject)?));
        self.offered.clear();
        Ok(())
    }

    /// Goes back to the talk before; false if there was none.
    pub fn leave(&mut self) -> bool {
        let back = self.left.pop();
        let went = back.is_some();
        back.into_iter().for_each(|talk| self.talk = talk);
        self.offered.clear();
        went
    }

    /// Puts a question.
    pub fn ask(&mut self, question: &str) -> Reply {
        let talk = &mut self.talk;
        let fresh = State::default();
        let state = talk.turns.last().map_or(&fresh, |(state, _)| state);
        let (state, mut reply) = turn(&talk.knowledge, state, question, &Options::default());
        suggest_instead(&talk.knowledge, &mut reply);
        talk.turns.push((state, reply.clone()));
        if !reply.suggestions.is_empty() {
            self.offered.clone_from(&reply.suggestions);
        }
        reply
    }

    /// Who and what is on the table, a line each.
    pub fn describe(&self) -> Vec<String> {
        self.talk.turns.last().map(|(state, _)| state.describe(&self.talk.knowledge)).unwrap_or_default()
    }

    /// Takes the last question back and gives its words.
    pub fn undo(&mut self) -> Option<String> {
        self.talk.turns.pop().map(|(_, reply)| reply.question)
    }

    /// The last reply of this talk.
    pub fn last(&self) -> Option<&Reply> {
        self.talk.turns.last().map(|(_, reply)| reply)
    }

    /// The replies of this talk, oldest first.
    pub fn replies(&self) -> impl Iterator<Item = &Reply> {
        self.talk.turns.iter().map(|(_, reply)| reply)
    }

    /// What is asked.
    pub fn knowledge(&self) -> &Rc<Knowledge> {
        &self.talk.knowledge
    }

    /// What this talk was opened on.
    pub fn subject(&self) -> &Subject {
        &self.talk.subject
    }

    /// Where the documents stand as files.
    pub fn places(&self) -> Places {
        Places::of(self.subject(), self.knowledge())
    }

    /// What the documents are called: the titles, or the names of those without.
    pub fn title(&self) -> String {
        let titles = self.knowledge().documents().map(|document| document.title().unwrap_or(&document.name));
        titles.collect::<Vec<_>>().join(", ")
    }

    /// Thinks of questions that the present talk's documents answer.
    pub fn offer(&mut self) {
        self.offered = suggest(self.knowledge(), None, OFFERED);
    }
}
