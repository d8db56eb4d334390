//! A sentence's reading as a tree for the terminal, and as objects in the manner of CoNLL-U for JSON.

use serde::Serialize;

use crate::text::{Morph, Pos, Reading, Relation, Tag};

/// A word in the manner of CoNLL-U, with its place in the sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its number, from 1.
    pub id: usize,
    /// The word as it is written.
    pub form: String,
    /// Its dictionary form.
    pub lemma: String,
    /// Its universal part of speech.
    pub upos: Pos,
    /// Its Penn tag.
    pub xpos: Tag,
    /// Its morphology as `Name=Value` pairs joined by `|`, or `_`.
    pub feats: String,
    /// The number of its head; 0 for the root.
    pub head: usize,
    /// How it depends on its head.
    pub deprel: Relation,
    /// Its first byte in the sentence.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// The words of `reading`, a reading of `text`.
pub fn rows(text: &str, reading: &Reading) -> Vec<Row> {
    let row = |(i, word): (usize, &crate::text::Word)| Row {
        id: i + 1,
        form: word.span.of(text).to_string(),
        lemma: word.lemma.to_string(),
        upos: word.pos,
        xpos: word.tag,
        feats: feats(&word.morph),
        head: word.head.map_or(0, |head| head + 1),
        deprel: word.relation,
        start: word.span.start,
        end: word.span.end,
    };
    reading.words.iter().enumerate().map(row).collect()
}

/// Morphology as CoNLL-U writes it, its names in order.
fn feats(morph: &Morph) -> String {
    let named = |name: &str, value: Option<String>| value.map(|value| format!("{name}={value}"));
    let all = [
        named("Degree", morph.degree.map(|v| format!("{v:?}"))),
        named("Number", morph.number.map(|v| format!("{v:?}"))),
        named("Person", morph.person.map(|v| v.to_string())),
        named("Tense", morph.tense.map(|v| format!("{v:?}"))),
        named("VerbForm", morph.form.map(|v| format!("{v:?}"))),
        named("Voice", morph.voice.map(|v| format!("{v:?}"))),
    ];
    let all: Vec<String> = all.into_iter().flatten().collect();
    if all.is_empty() { "_".to_string() } else { all.join("|") }
}

/// The tree, a word a line with its relation and tags, each below its head and indented under it; every line ends in a newline.
///
/// The words are shown as they are written: a caller makes control characters visible.
pub fn render(text: &str, reading: &Reading) -> String {
    let mut out = String::new();
    let mut open: Vec<(usize, String, &str)> = reading.root().map(|root| (root, String::new(), "")).into_iter().collect();
    while let Some((word, indent, branch)) = open.pop() {
        let w = &reading.words[word];
        out.push_str(&format!("{indent}{branch}{} {} {}/{} {}\n", w.span.of(text), w.relation, w.pos, w.tag, w.lemma));
        let below = match branch {
            "" => indent,
            "└─ " => indent + "   ",
            _ => indent + "│  ",
        };
        let children: Vec<usize> = reading.children(word).collect();
        for (i, &child) in children.iter().enumerate().rev() {
            open.push((child, below.clone(), if i + 1 == children.len() { "└─ " } else { "├─ " }));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    #[test]
    fn a_tree_has_a_line_for_each_word() {
        let check = |text: &str, expected: &str| assert_eq!(render(text, &read(text)), expected);
        check("", "");
        check("She left.", "left root VERB/VBD leave\n├─ She nsubj PRON/PRP she\n└─ . punct PUNCT/. .\n");
    }

    #[test]
    fn rows_number_words_from_one() {
        let text = "She left.";
        let rows = rows(text, &read(text));
        let json = serde_json::to_string(&rows[1]).unwrap();
        assert_eq!(
            json,
            r#"{"id":2,"form":"left","lemma":"leave","upos":"VERB","xpos":"VBD","feats":"Tense=Past|VerbForm=Fin|Voice=Act","head":0,"deprel":"root","start":4,"end":8}"#
        );
    }
}
