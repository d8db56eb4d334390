//! What a command line means: one job, with nothing left to look up.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory, FromArgMatches};

use super::arguments::{Arguments, Ask, Command, Facts, Format, Report, Shared, TableFormat, Test, When};
use super::files::is_stdin;
use crate::dialogue::Options;

/// A command line's meaning.
#[derive(Debug)]
pub struct Plan {
    /// When to colour.
    pub color: When,
    /// What to do.
    pub job: Job,
}

/// What to do.
#[derive(Debug)]
pub enum Job {
    /// Open the REPL.
    Talk(Subject),
    /// Reply to questions.
    Ask { subject: Subject, questions: Questions, form: Form, options: Options },
    /// Play dialogues.
    Test(Playing),
    /// Print facts that have all the words.
    Facts { subject: Subject, words: Vec<String>, format: TableFormat },
    /// Make a fact table.
    Extract { files: Vec<PathBuf>, output: Option<PathBuf> },
    /// Lint a knowledge folder.
    Check(PathBuf),
    /// Say what questions ask for.
    Classify { subject: Subject, questions: Questions, format: Format },
    /// Show how a document was read.
    Inspect { subject: Subject, format: Format, parse: bool },
    /// Print a completion script.
    Completions(clap_complete::Shell),
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The knowledge compiled in.
    Builtin,
    /// One document with the built-in rules.
    Document(PathBuf),
    /// A knowledge folder.
    Folder(PathBuf),
}

/// Where questions come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Questions {
    /// The command line.
    One(String),
    /// A file of JSON lines, or standard input.
    Batch(PathBuf),
}

/// Which dialogues to play, and what to do with what comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Playing {
    /// What dialogues that name nothing are held with.
    pub subject: Subject,
    /// Files and folders; none means the current folder.
    pub paths: Vec<PathBuf>,
    /// Part of the path of the files to play.
    pub filter: String,
    /// Whether to replace expectations that were not met.
    pub bless: bool,
    /// Whether to say what no dialogue reaches.
    pub coverage: bool,
    /// Whether to play again whenever something changes.
    pub watch: bool,
    /// A report for another program instead of one for a person.
    pub report: Option<Report>,
}

/// How a reply is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Answer, sentences, citations.
    Full,
    /// The same, and how it came about.
    Explained,
    /// The short answer alone.
    Short,
    /// One JSON object.
    Json,
}

impl Plan {
    /// Reads a command line, the program's name first. The error is clap's, and also `--help` and `--version`.
    pub fn read(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Result<Plan, clap::Error> {
        let mut command = Arguments::command();
        let matches = command.try_get_matches_from_mut(arguments)?;
        let arguments = Arguments::from_arg_matches(&matches)?;
        let fault = |message: &str| command.error(ErrorKind::ArgumentConflict, message);
        plan(arguments, &matches).map_err(fault)
    }
}

fn plan(arguments: Arguments, matches: &ArgMatches) -> Result<Plan, &'static str> {
    let Arguments { shared, completions, command } = arguments;
    let color = shared.color;
    if let Some(shell) = completions {
        return Ok(Plan { color, job: Job::Completions(shell) });
    }
    let folder = shared.knowledge.clone();
    let subject = subject(shared, matches)?;
    let job = match command {
        None => Job::Talk(subject),
        Some(Command::Ask(it)) => ask(it, subject)?,
        Some(Command::Test(it)) => Job::Test(playing(it, subject)),
        Some(Command::Facts(Facts { words, format })) => Job::Facts { subject, words, format },
        Some(Command::Extract(it)) => Job::Extract { files: it.files, output: it.output },
        Some(Command::Check(it)) => Job::Check(it.folder.or(folder).unwrap_or_else(|| PathBuf::from("knowledge"))),
        Some(Command::Classify(it)) => Job::Classify { subject, questions: questions(it.question, it.batch), format: it.format },
        Some(Command::Inspect(it)) => Job::Inspect { subject, format: it.format, parse: it.parse },
    };
    Ok(Plan { color, job })
}

/// A flag counts more than an environment variable; two of the same kind are a mistake.
fn subject(shared: Shared, matches: &ArgMatches) -> Result<Subject, &'static str> {
    let typed = |id: &str| matches.value_source(id) == Some(ValueSource::CommandLine);
    match (shared.document, shared.knowledge) {
        (None, None) => Ok(Subject::Builtin),
        (Some(document), None) => Ok(Subject::Document(document)),
        (None, Some(folder)) => Ok(Subject::Folder(folder)),
        (Some(document), Some(folder)) => match (typed("document"), typed("knowledge")) {
            (true, false) => Ok(Subject::Document(document)),
            (false, true) => Ok(Subject::Folder(folder)),
            _ => Err("one of --document and --knowledge can be asked, not both"),
        },
    }
}

fn ask(ask: Ask, subject: Subject) -> Result<Job, &'static str> {
    let questions = questions(ask.question, ask.batch);
    if let (Subject::Document(document), Questions::Batch(batch)) = (&subject, &questions)
        && is_stdin(document)
        && is_stdin(batch)
    {
        return Err("standard input can be the document or the questions, not both");
    }
    let form = match ask.format {
        Format::Json if ask.explain || ask.quiet => return Err("--explain and --quiet print text; --format json does not go with them"),
        Format::Json => Form::Json,
        Format::Text if ask.explain => Form::Explained,
        Format::Text if ask.quiet => Form::Short,
        Format::Text => Form::Full,
    };
    Ok(Job::Ask { subject, questions, form, options: Options { top: ask.top.map(usize::from) } })
}

fn playing(test: Test, subject: Subject) -> Playing {
    let Test { paths, bless, filter, coverage, watch, report } = test;
    Playing { subject, paths, filter: filter.unwrap_or_default(), bless, coverage, watch, report }
}

fn questions(words: Vec<String>, batch: Option<PathBuf>) -> Questions {
    batch.map_or_else(|| Questions::One(words.join(" ")), Questions::Batch)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Plan, String> {
        let words = std::iter::once("docent").chain(line.split_whitespace());
        Plan::read(words.map(Into::into)).map_err(|error| error.to_string())
    }

    fn check(line: &str, expected: &str) {
        let plan = read(line).map(|plan| format!("{:?}", plan.job));
        assert_eq!(plan.as_deref(), Ok(expected), "{line}");
    }

    #[test]
    fn a_command_line_is_one_job() {
        check("", "Talk(Builtin)");
        check("-d a.md", "Talk(Document(\"a.md\"))");
        check("check", "Check(\"knowledge\")");
        check("check --knowledge k", "Check(\"k\")");
        check("check here", "Check(\"here\")");
        check("--document a.md facts birth", "Facts { subject: Document(\"a.md\"), words: [\"birth\"], format: Text }");
        check(
            "ask who is it --top 2",
            "Ask { subject: Builtin, questions: One(\"who is it\"), form: Full, options: Options { top: Some(2) } }",
        );
        check("ask --batch - -f json", "Ask { subject: Builtin, questions: Batch(\"-\"), form: Json, options: Options { top: None } }");
        check(
            "test a --filter b",
            "Test(Playing { subject: Builtin, paths: [\"a\"], filter: \"b\", bless: false, coverage: false, watch: false, report: None })",
        );
    }

    #[test]
    fn what_contradicts_itself_is_told() {
        let check = |line: &str, part: &str| assert!(read(line).is_err_and(|error| error.contains(part)), "{line}");
        check("ask", "<QUESTION>");
        check("ask x --batch y", "cannot be used with");
        check("ask --batch - --document -", "standard input can be the document or the questions");
        check("ask x --format json --explain", "print text");
        check("ask x --document a --knowledge b", "not both");
        check("ask x --top 0", "not in 1..");
    }

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }
}
