//! Told: of whom the document tells what a question says, where a pronoun may stand for what was spoken of last or for what the document is about.

use super::line::Line;
use super::table::{Candidate, Origin, Table};
use crate::document::Kind;
use crate::knowledge::Known;
use crate::knowledge::index::TermId;
use crate::text::Pos;
use crate::text::fold::fold;
use crate::text::term::{is_stop_word, key, term};

/// How many of a question's words one sentence must have, so that it tells what the question says.
const WORDS: usize = 2;
/// How many words a question says that needs only one of them in a sentence.
const MANY: usize = 3;
/// A word that more than one sentence in this many has tells nothing.
const COMMON: usize = 5;

/// Whether what a question says is told of `one` rather than of `other`: some sentence about the first has words of it, none about the other has any.
pub fn rather(line: &Line, table: &Table, one: &Candidate, other: &Candidate) -> bool {
    let said = said(line);
    let words = words(line, table.known, &said, [one, other]);
    let needed = if said.len() >= MANY { 1 } else { WORDS };
    // Of what the document has no word for ("her dad") it seems to tell nothing.
    if words.len() < needed || head(table.known, other).is_none() {
        return false;
    }
    let counted = counted(table.known, &words);
    let most = |candidate: &Candidate| {
        let head = head(table.known, candidate);
        let about = counted.iter().filter(|(sentence, _)| is_about(table, *sentence, candidate, head));
        about.map(|(_, count)| *count).max().unwrap_or(0)
    };
    most(one) >= needed && most(other) == 0
}

/// Whether a question says so little that it is part of the talk even where it names whom it is about: "where did she stand?".
pub fn says_little(line: &Line) -> bool {
    said(line).len() <= 1
}

/// Whether a question says so much that it stands on its own but for its pronoun.
pub fn says_much(line: &Line) -> bool {
    said(line).len() >= MANY
}

/// The words of a question that say something.
fn said(line: &Line) -> Vec<usize> {
    let says = |i: &usize| {
        matches!(line.pos(*i), Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Adv | Pos::Num) && !is_stop_word(line.lower(*i))
    };
    (0..line.len()).filter(says).collect()
}

/// Those of its words that may tell whom it is about, as the index has them: rare ones that are no part of either's name.
fn words(line: &Line, known: &Known, said: &[usize], candidates: [&Candidate; 2]) -> Vec<TermId> {
    let named: Vec<String> = candidates.iter().flat_map(|c| c.text.split(' ')).map(|word| term(word.trim_end_matches("'s"))).collect();
    let keys = said.iter().map(|&i| key(line.part(i, i + 1), &line.reading.words[i].lemma));
    let rare = |id: &TermId| known.index.postings(*id).len() * COMMON <= known.index.len();
    let mut words: Vec<TermId> = keys.filter(|key| !named.contains(key)).filter_map(|key| known.index.term(&key)).filter(rare).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The sentences that have some of the words, each with how many.
fn counted(known: &Known, words: &[TermId]) -> Vec<(usize, usize)> {
    let mut sentences: Vec<usize> = words.iter().flat_map(|&id| known.index.postings(id)).map(|(sentence, _)| *sentence as usize).collect();
    sentences.sort_unstable();
    sentences.chunk_by(|a, b| a == b).map(|alike| (alike[0], alike.len())).collect()
}

/// The last word of a candidate's name, as the index has it.
fn head(known: &Known, candidate: &Candidate) -> Option<TermId> {
    candidate.text.rsplit(' ').next().and_then(|word| known.index.term(&term(&fold(word))))
}

/// Whether a sentence speaks of a candidate, by its name or by a pronoun; a line of an infobox does of what the document is about.
fn is_about(table: &Table, sentence: usize, candidate: &Candidate, head: Option<TermId>) -> bool {
    let name = |text: &str| text.trim_end_matches("'s") == candidate.text;
    let boxed = matches!(table.known.document.sentences[sentence].kind, Kind::Infobox { .. });
    boxed && candidate.origin == Origin::Title
        || head.is_some_and(|id| table.known.index.sentence(sentence).contains(&id))
        || table.cast().referents(sentence).iter().any(|referent| name(&referent.name))
}
