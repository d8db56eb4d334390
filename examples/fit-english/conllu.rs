//! Reads a treebank in CoNLL-U.

use std::path::Path;

use docent::text::{Pos, Relation, Span, Tag};

/// A word as the treebank has it.
#[derive(Debug, Clone)]
pub struct Gold {
    pub form: String,
    pub lemma: String,
    pub tag: Tag,
    pub pos: Pos,
    /// `None` for the root.
    pub head: Option<usize>,
    pub relation: Relation,
}

/// A sentence as the treebank has it.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// What it was taken from: "weblog", "email", "answers"…; empty where the file does not say.
    pub origin: String,
    pub text: String,
    pub words: Vec<Gold>,
    /// Where each word stands in `text`.
    pub spans: Vec<Span>,
}

/// The sentences of a file.
pub fn read(path: &Path) -> Result<Vec<Sentence>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    text.split("\n\n")
        .filter(|block| !block.trim().is_empty())
        .map(|block| sentence(block).ok_or(format!("not CoNLL-U: {block}")))
        .collect()
}

fn sentence(block: &str) -> Option<Sentence> {
    let text = block.lines().find_map(|line| line.strip_prefix("# text = "))?.to_string();
    let origin = block.lines().find_map(|line| line.strip_prefix("# sent_id = ")?.split('-').next()).unwrap_or_default().to_string();
    let words: Vec<Gold> = block.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).filter_map(word).collect();
    let mut at = 0;
    let mut spans = Vec::new();
    for word in &words {
        let start = at + text.get(at..)?.find(word.form.as_str())?;
        at = start + word.form.len();
        spans.push(Span::new(start, at));
    }
    Some(Sentence { origin, text, words, spans })
}

/// A word's line; `None` for the lines of fused tokens.
fn word(line: &str) -> Option<Gold> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [id, form, lemma, pos, tag, _, head, relation, ..] = fields[..] else { return None };
    id.parse::<usize>().ok()?;
    Some(Gold {
        form: form.to_string(),
        lemma: lemma.to_string(),
        tag: Tag::named(tag)?,
        pos: Pos::named(pos)?,
        head: head.parse::<usize>().ok()?.checked_sub(1),
        relation: Relation::named(relation)?,
    })
}
