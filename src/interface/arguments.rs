//! The command line as it is typed. What it means is in [`super::plan`].

use std::path::PathBuf;

use clap::builder::FalseyValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Lines to try, which end the help.
pub const EXAMPLES: &str = "\
Examples:
  docent                          talk with the built-in knowledge
  docent -d notes.md              talk with a document of yours
  docent ask \"When was he born?\"  one question
  docent test                     play the dialogues below this folder
Also: docent COMMAND --help, --completions SHELL, --man DIR";

/// What the manual page says beyond the help.
pub const MANUAL: &str = "\
Every flag can be set by an environment variable of its name: DOCENT_DOCUMENT for --document. A typed flag counts more.

Exit codes: ask 0 answered, 1 the document does not say, 2 error; test 0 all passed, 1 an expectation failed, 2 error; all others 0 or 2.";

const ASK_EXAMPLES: &str = "\
A batch is one JSON object a line: {\"id\":\"q1\",\"question\":\"…\",\"session\":\"a\"}; `session` is optional, lines with the same one \
are one dialogue. A line that cannot be read yields an object with `error`; the others are answered all the same, and the exit \
code is 2. Else a batch ends with 0.

Examples:
  docent ask --quiet \"When was he born?\"
  docent ask --document notes.md --explain \"Who founded it?\"
  cat notes.md | docent ask --document - \"Who founded it?\"
  docent ask - < questions.txt
  docent ask --batch questions.jsonl --format json > replies.jsonl";

const TEST_EXAMPLES: &str = "\
Examples:
  docent test                                 every *.dialogue below this folder
  docent test --filter birth --watch          play again whenever something changes
  docent test --bless new.dialogue            take what came for what is expected
  docent test --report junit > report.xml";

const FACTS_EXAMPLES: &str = "\
Examples:
  docent facts strike                             facts that have a word
  docent facts --about \"Ada Merrow\"               facts about someone
  docent facts --year 2018 --section media        facts of a year, below a heading
  docent facts --timeline                         dated facts in order
  docent facts --graph=svg > facts.svg            a picture of entities and relations";

/// Answers questions about a document and shows where each answer stands in it.
#[derive(Debug, Parser)]
#[command(name = "docent", version, after_help = EXAMPLES, max_term_width = 100, disable_help_subcommand = true)]
#[command(help_template = "{about}\n{usage-heading} {usage}\n\n{all-args}{after-help}")]
pub struct Arguments {
    #[command(flatten)]
    pub shared: Shared,
    /// Print a completion script for this shell
    #[arg(long, value_name = "SHELL", exclusive = true, hide = true)]
    pub completions: Option<clap_complete::Shell>,
    /// Write the manual pages into this folder
    #[arg(long, value_name = "DIR", exclusive = true, hide = true)]
    pub man: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command understands.
#[derive(Debug, Args)]
pub struct Shared {
    /// Ask this text or Markdown file; `-` is standard input
    #[arg(long, short, global = true, value_name = "FILE", env = "DOCENT_DOCUMENT", hide_env = true)]
    pub document: Option<PathBuf>,
    /// Ask this knowledge folder (documents, facts, rules)
    #[arg(long, short, global = true, value_name = "DIR", env = "DOCENT_KNOWLEDGE", hide_env = true)]
    pub knowledge: Option<PathBuf>,
    /// Colour: auto, always or never
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", env = "DOCENT_COLOR", hide_env = true)]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    pub color: When,
}

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer one question, or a batch of them
    Ask(Ask),
    /// Play scripted dialogues and say which expectations were not met
    Test(Test),
    /// Browse the fact table
    Facts(Facts),
    /// Make a fact table of documents
    Extract(Extract),
    /// Look for faults in a knowledge folder
    Check(Check),
    /// Say which intent and answer type a question has
    Classify(Classify),
    /// Show a document as it was read: sections, paragraphs, sentences
    Inspect(Inspect),
}

#[derive(Debug, Args)]
#[command(after_help = ASK_EXAMPLES)]
pub struct Ask {
    /// The question; several words are one question; `-` reads one a line from standard input
    #[arg(value_name = "QUESTION", required_unless_present = "batch")]
    pub question: Vec<String>,
    /// Answer each line of this file; `-` is standard input
    #[arg(long, short, value_name = "FILE", env = "DOCENT_BATCH", hide_env = true)]
    pub batch: Option<PathBuf>,
    /// How to print replies
    #[arg(long, short, default_value = "text", env = "DOCENT_FORMAT", hide_env = true)]
    pub format: Format,
    /// Cite the N best-ranked sentences instead of those the answer rests on
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..), env = "DOCENT_TOP", hide_env = true)]
    pub top: Option<u16>,
    /// Tell how the reply came about
    #[arg(long, env = "DOCENT_EXPLAIN", value_parser = FalseyValueParser::new(), hide_env = true)]
    pub explain: bool,
    /// Tell where the sentence lost that has these words
    #[arg(long, value_name = "WORDS", conflicts_with_all = ["batch", "format", "explain", "quiet", "top"])]
    pub why_not: Option<String>,
    /// Print the short answer alone
    #[arg(long, short, env = "DOCENT_QUIET", value_parser = FalseyValueParser::new(), hide_env = true)]
    pub quiet: bool,
}

#[derive(Debug, Args)]
#[command(after_help = TEST_EXAMPLES)]
pub struct Test {
    /// Dialogue files, and folders to search for `*.dialogue`; without any, the current folder
    #[arg(value_name = "PATHS")]
    pub paths: Vec<PathBuf>,
    /// Replace expectations that were not met by what came
    #[arg(long, env = "DOCENT_BLESS", value_parser = FalseyValueParser::new(), hide_env = true)]
    pub bless: bool,
    /// Play only files whose path contains this
    #[arg(long, value_name = "TEXT", env = "DOCENT_FILTER", hide_env = true)]
    pub filter: Option<String>,
    /// Say which intents, sentences and facts no dialogue reaches
    #[arg(long, env = "DOCENT_COVERAGE", value_parser = FalseyValueParser::new(), hide_env = true)]
    pub coverage: bool,
    /// Play again whenever a dialogue or its document changes
    #[arg(long, env = "DOCENT_WATCH", value_parser = FalseyValueParser::new(), hide_env = true)]
    pub watch: bool,
    /// Print a report for another program instead
    #[arg(long, value_name = "KIND", env = "DOCENT_REPORT", hide_env = true)]
    pub report: Option<Report>,
}

#[derive(Debug, Args)]
#[command(after_help = FACTS_EXAMPLES)]
pub struct Facts {
    /// Show only facts that have all these words
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    /// Show only facts about this entity
    #[arg(long, short, value_name = "NAME")]
    pub about: Option<String>,
    /// Show only facts whose time touches this year; negative years are before our era
    #[arg(long, short, value_name = "YEAR", allow_negative_numbers = true)]
    pub year: Option<i32>,
    /// Show only facts below headings that have these words
    #[arg(long, short, value_name = "WORDS")]
    pub section: Option<String>,
    /// How to print facts
    #[arg(long, short, default_value = "text", env = "DOCENT_FORMAT", hide_env = true)]
    pub format: TableFormat,
    /// Draw entities and what relates them instead: for Graphviz, or as a picture
    #[arg(long, value_name = "FORMAT", require_equals = true, num_args = 0..=1, default_missing_value = "dot", conflicts_with = "timeline")]
    pub graph: Option<GraphFormat>,
    /// Show the facts that have a date in its order instead: as lines, or as a picture
    #[arg(long, value_name = "FORMAT", require_equals = true, num_args = 0..=1, default_missing_value = "text")]
    pub timeline: Option<TimelineFormat>,
}

#[derive(Debug, Args)]
pub struct Extract {
    /// Documents; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Write the table here instead of to standard output
    #[arg(long, short, value_name = "FILE", env = "DOCENT_OUTPUT", hide_env = true)]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Check {
    /// The knowledge folder; else the one of `--knowledge`, else `knowledge`
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Classify {
    /// The question; several words are one question
    #[arg(value_name = "QUESTION", required_unless_present = "batch")]
    pub question: Vec<String>,
    /// Classify each line of this file; `-` is standard input
    #[arg(long, short, value_name = "FILE", env = "DOCENT_BATCH", hide_env = true)]
    pub batch: Option<PathBuf>,
    /// How to print classes
    #[arg(long, short, default_value = "text", env = "DOCENT_FORMAT", hide_env = true)]
    pub format: Format,
    /// Show each rule that fits and why one won
    #[arg(long, env = "DOCENT_EXPLAIN", value_parser = FalseyValueParser::new(), hide_env = true)]
    pub explain: bool,
}

#[derive(Debug, Args)]
pub struct Inspect {
    /// How to print sentences
    #[arg(long, short, default_value = "text", env = "DOCENT_FORMAT", hide_env = true)]
    pub format: Format,
    /// Show each sentence's tags and tree
    #[arg(long, env = "DOCENT_PARSE", value_parser = FalseyValueParser::new(), hide_env = true)]
    pub parse: bool,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

/// A format for a person or for a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
}

/// A format of the fact table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    Text,
    Json,
    Csv,
}

/// A format of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GraphFormat {
    Dot,
    Svg,
}

/// A format of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TimelineFormat {
    Text,
    Svg,
}

/// A report for another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Report {
    Junit,
    Tap,
}
