//! What a command line means: one job, with nothing left to look up.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory, FromArgMatches};

use super::arguments::{Arguments, Ask, Classify, Command, Facts, Format, Report, Shared, TableFormat, Test, When};
use super::facts::{Filter, View};
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
    /// Tell where the sentences with some words lost.
    WhyNot { subject: Subject, question: String, words: String },
    /// Play dialogues.
    Test(Playing),
    /// Print the facts that pass a filter.
    Facts { subject: Subject, filter: Filter, view: View },
    /// Make a fact table.
    Extract { files: Vec<PathBuf>, output: Option<PathBuf> },
    /// Lint a knowledge folder.
    Check(PathBuf),
    /// Say what questions ask for.
    Classify { subject: Subject, questions: Questions, format: Format, explain: bool },
    /// Show how a document was read.
    Inspect { subject: Subject, format: Format, parse: bool },
    /// Print a completion script.
    Completions(clap_complete::Shell),
    /// Write the manual pages into a folder.
    Manual(PathBuf),
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Standard input, a question a line.
    Lines,
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
        plan(arguments, &matches).map_err(|message| command.error(ErrorKind::ArgumentConflict, message))
    }
}

fn plan(arguments: Arguments, matches: &ArgMatches) -> Result<Plan, String> {
    let Arguments { shared, completions, man, command } = arguments;
    let color = shared.color;
    let alone = completions.map(Job::Completions).or(man.map(Job::Manual));
    if let Some(job) = alone {
        return Ok(Plan { color, job });
    }
    let folder = shared.knowledge.clone();
    let subject = subject(shared, matches)?;
    let own = matches.subcommand().map_or(matches, |(_, own)| own);
    let job = match command {
        None => Job::Talk(subject),
        Some(Command::Ask(it)) => ask(it, subject, own)?,
        Some(Command::Test(it)) => Job::Test(playing(it, subject, own)?),
        Some(Command::Facts(it)) => facts(it, subject)?,
        Some(Command::Extract(it)) => Job::Extract { files: it.files, output: it.output },
        Some(Command::Check(it)) => Job::Check(it.folder.or(folder).unwrap_or_else(|| PathBuf::from("knowledge"))),
        Some(Command::Classify(Classify { question, batch, format, explain })) => {
            Job::Classify { subject, questions: questions(question, batch, own)?, format, explain }
        }
        Some(Command::Inspect(it)) => Job::Inspect { subject, format: it.format, parse: it.parse },
    };
    Ok(Plan { color, job })
}

/// Of arguments that exclude each other a typed one counts more than an environment variable; gives those that lost. Two of a kind are a mistake.
fn losers(matches: &ArgMatches, pairs: &[[&'static str; 2]]) -> Result<Vec<&'static str>, String> {
    let rank = |id: &str| match matches.value_source(id) {
        _ if matches!(matches.try_get_one::<bool>(id), Ok(Some(false))) => 0,
        Some(ValueSource::CommandLine) => 2,
        Some(ValueSource::EnvVariable) => 1,
        _ => 0,
    };
    let name = |id: &str| if id == "question" { "a question".to_string() } else { format!("--{id}") };
    let mut lost = Vec::new();
    for [a, b] in pairs {
        match (rank(a), rank(b)) {
            (0, _) | (_, 0) => {}
            (x, y) if x == y => return Err(format!("{} and {} do not go together", name(a), name(b))),
            (x, y) => lost.push(if x < y { *a } else { *b }),
        }
    }
    Ok(lost)
}

fn subject(shared: Shared, matches: &ArgMatches) -> Result<Subject, String> {
    let lost = losers(matches, &[["document", "knowledge"]])?;
    let document = shared.document.filter(|_| !lost.contains(&"document"));
    let folder = shared.knowledge.filter(|_| !lost.contains(&"knowledge"));
    Ok(document.map(Subject::Document).or(folder.map(Subject::Folder)).unwrap_or(Subject::Builtin))
}

fn ask(ask: Ask, subject: Subject, matches: &ArgMatches) -> Result<Job, String> {
    let questions = questions(ask.question, ask.batch, matches)?;
    let of_questions = match &questions {
        Questions::One(_) => false,
        Questions::Batch(path) => is_stdin(path),
        Questions::Lines => true,
    };
    if of_questions && matches!(&subject, Subject::Document(document) if is_stdin(document)) {
        return Err("standard input can be the document or the questions, not both".into());
    }
    if let Some(words) = ask.why_not {
        let Questions::One(question) = questions else { return Err("--why-not is about one question".into()) };
        return Ok(Job::WhyNot { subject, question, words });
    }
    let json = [["format", "explain"], ["format", "quiet"]];
    let lost = losers(matches, &json[..if ask.format == Format::Json { 2 } else { 0 }])?;
    let others = losers(matches, &[["explain", "quiet"]])?;
    let given = |id: &str, given: bool| given && !lost.contains(&id) && !others.contains(&id);
    let form = match ask.format {
        Format::Json if !lost.contains(&"format") => Form::Json,
        _ if given("explain", ask.explain) => Form::Explained,
        _ if given("quiet", ask.quiet) => Form::Short,
        _ => Form::Full,
    };
    Ok(Job::Ask { subject, questions, form, options: Options { top: ask.top.map(usize::from), untraced: form != Form::Explained } })
}

fn facts(facts: Facts, subject: Subject) -> Result<Job, String> {
    let Facts { words, about, year, section, format, graph, timeline } = facts;
    let view = match (graph, timeline) {
        (None, None) => View::Table(format),
        _ if format != TableFormat::Text => {
            return Err("--graph and --timeline have formats of their own; --format does not go with them".to_string());
        }
        (Some(graph), _) => View::Graph(graph),
        (None, Some(timeline)) => View::Timeline(timeline),
    };
    Ok(Job::Facts { subject, filter: Filter { words, about, year, section }, view })
}

fn playing(test: Test, subject: Subject, matches: &ArgMatches) -> Result<Playing, String> {
    let Test { paths, bless, filter, coverage, watch, report } = test;
    let lost = losers(matches, &[["bless", "watch"], ["report", "coverage"], ["report", "watch"]])?;
    let given = |id: &str| !lost.contains(&id);
    Ok(Playing {
        subject,
        paths,
        filter: filter.unwrap_or_default(),
        bless: bless && given("bless"),
        coverage: coverage && given("coverage"),
        watch: watch && given("watch"),
        report: report.filter(|_| given("report")),
    })
}

fn questions(words: Vec<String>, batch: Option<PathBuf>, matches: &ArgMatches) -> Result<Questions, String> {
    let lost = losers(matches, &[["question", "batch"]])?;
    Ok(match batch.filter(|_| !lost.contains(&"batch")) {
        Some(path) => Questions::Batch(path),
        None if words == ["-"] => Questions::Lines,
        None => Questions::One(words.join(" ")),
    })
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
        check(
            "--document a.md facts birth",
            "Facts { subject: Document(\"a.md\"), filter: Filter { words: [\"birth\"], about: None, year: None, section: None }, view: Table(Text) }",
        );
        check(
            "ask who is it --top 2",
            "Ask { subject: Builtin, questions: One(\"who is it\"), form: Full, options: Options { top: Some(2), untraced: true } }",
        );
        check("ask -", "Ask { subject: Builtin, questions: Lines, form: Full, options: Options { top: None, untraced: true } }");
        check("--man m", "Manual(\"m\")");
        check("classify when --explain", "Classify { subject: Builtin, questions: One(\"when\"), format: Text, explain: true }");
        check(
            "ask --batch - -f json",
            "Ask { subject: Builtin, questions: Batch(\"-\"), form: Json, options: Options { top: None, untraced: true } }",
        );
        check(
            "test a --filter b",
            "Test(Playing { subject: Builtin, paths: [\"a\"], filter: \"b\", bless: false, coverage: false, watch: false, report: None })",
        );
    }

    #[test]
    fn what_contradicts_itself_is_told() {
        let check = |line: &str, part: &str| assert!(read(line).is_err_and(|error| error.contains(part)), "{line}");
        check("ask", "<QUESTION>");
        check("ask x --batch y", "a question and --batch do not go together");
        check("ask --batch - --document -", "standard input can be the document or the questions");
        check("ask - --document -", "standard input can be the document or the questions");
        check("ask x --format json --explain", "--format and --explain do not go together");
        check("ask x --document a --knowledge b", "--document and --knowledge do not go together");
        check("test --report tap --watch", "--report and --watch do not go together");
        check("ask x --top 0", "not in 1..");
    }

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }
}
