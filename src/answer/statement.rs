//! Statements: a yes/no question put back into the order of a statement, so that it is read as well as the sentences it is held against.
//!
//! "Did his mother die of a fever?" becomes "his mother Did die of a fever." Its words keep the places they have in the question.

use std::ops::Range;

use crate::question::Question;
use crate::question::claim::claim;
use crate::text::term::is_stop_word;
use crate::text::{Pos, Reading, Relation, Tag, Word, read, wordnet};

/// What a yes/no question claims.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The question's words with the tags and the tree of the statement.
    pub reading: Reading,
    /// The words of the claim: what follows "is it true that", "say whether", else all.
    pub claim: Range<usize>,
}

/// The statement behind a yes/no question; the question as it was read where it cannot be put into another order.
pub fn statement(question: &Question) -> Statement {
    let words = &question.reading.words;
    let lower = question.folded_words();
    let claim = claim(lower);
    let order = if claim.start > 0 { Some(claim.clone().collect()) } else { order(&question.read, words, lower) };
    let reading = order.and_then(|order| reread(question, &order)).unwrap_or_else(|| question.reading.clone());
    Statement { reading, claim }
}

/// The places of the question's words in the order of a statement: the subject, the auxiliary, the rest.
fn order(text: &str, words: &[Word], lower: &[String]) -> Option<Vec<usize>> {
    const AUXILIARIES: [&str; 20] = [
        "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might", "must", "shall", "should", "was",
        "were", "will", "would",
    ];
    let auxiliary = lower.iter().take(4).position(|w| AUXILIARIES.contains(&w.as_str()))?;
    let contracted = lower.get(auxiliary + 1).is_some_and(|w| w == "n't");
    let start = auxiliary + 1 + usize::from(contracted);
    let be = matches!(lower[auxiliary].as_str(), "am" | "are" | "is" | "was" | "were");
    let end = (start + 1..words.len()).find(|&i| ends_subject(text, words, lower, start, i, be))?;
    Some((start..end).chain([auxiliary]).chain(end..words.len()).collect())
}

/// Whether the subject that begins at `start` ends before word `i`.
fn ends_subject(text: &str, words: &[Word], lower: &[String], start: usize, i: usize, be: bool) -> bool {
    let before = if lower[i - 1] == "," && i - 1 > start { i - 2 } else { i - 1 };
    let (last, next) = (&words[before], &words[i]);
    let capital = |word: &Word| text[word.span.start..].starts_with(char::is_uppercase);
    if is_open_bracket(lower, start, i) || !is_nominal(last, &lower[before]) && !capital(last) {
        return false;
    }
    let pronoun = matches!(last.pos, Pos::Pron) && !matches!(last.tag, Tag::PrpPossessive | Tag::Wdt);
    let named = next.pos == Pos::Propn || capital(next);
    let verb = !named && (next.pos == Pos::Verb || !be && is_base_verb(&lower[i]));
    let denies = matches!(lower[i].as_str(), "not" | "never" | "ever" | "also" | "only" | "always" | "once" | "been" | "be");
    let predicate = before + 1 == i
        && match next.pos {
            Pos::Det | Pos::Adj | Pos::Adv | Pos::Num => true,
            Pos::Adp => lower[i] != "of",
            Pos::Propn => last.pos == Pos::Noun,
            Pos::Noun => last.tag == Tag::Nns,
            _ => false,
        };
    pronoun || verb || denies || be && predicate
}

fn is_nominal(word: &Word, lower: &str) -> bool {
    matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Num | Pos::X)
        || word.pos == Pos::Pron && word.tag != Tag::PrpPossessive
        || lower == "there"
        || lower == ")"
}

/// Whether a word may be the base form of a verb that opens a predicate.
fn is_base_verb(lower: &str) -> bool {
    !is_stop_word(lower) && wordnet::base_form(lower, wordnet::Pos::Verb) == Some(lower)
        || lower == "have"
        || lower == "do"
        || lower == "get"
}

/// Whether more brackets are opened than closed before word `i`.
fn is_open_bracket(lower: &[String], start: usize, i: usize) -> bool {
    let count = |mark: &str| lower[start..i].iter().filter(|w| *w == mark).count();
    count("(") > count(")")
}

/// Reads the question's words in another order, and puts each back in its place. `None` where the words come out differently.
fn reread(question: &Question, order: &[usize]) -> Option<Reading> {
    let words = &question.reading.words;
    let mut text = String::new();
    for (n, &i) in order.iter().enumerate() {
        let beside = n > 0 && order[n - 1] + 1 == i && words[i - 1].span.end == words[i].span.start;
        if n > 0 && !beside {
            text.push(' ');
        }
        match words[i].span.of(&question.read) {
            "?" => text.push('.'),
            opener if i == 0 && n > 0 && words[0].pos == Pos::Aux => text.push_str(&opener.to_lowercase()),
            form => text.push_str(form),
        }
    }
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let stated = read(&text);
    (stated.words.len() == order.len()).then(|| put_back(&question.reading, order, stated))
}

fn put_back(asked: &Reading, order: &[usize], stated: Reading) -> Reading {
    let root = stated.root().map(|r| order[r]);
    let aside = |w: &Word| Word { head: root, relation: Relation::Punct, ..w.clone() };
    let mut words: Vec<Word> = asked.words.iter().map(aside).collect();
    for (n, word) in stated.words.into_iter().enumerate() {
        let place = order[n];
        words[place] = Word { span: asked.words[place].span, head: word.head.map(|h| order[h]), ..word };
    }
    Reading { words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;
    use crate::knowledge::vocabulary::Vocabulary;
    use crate::question::{Utterance, understand};

    #[test]
    fn finds_subject_and_predicate() {
        let rules = Knowledge::builtin_rules();
        let check = |text: &str, root: &str, subject: &str| {
            let Utterance::Question(question) = understand(&rules, &Vocabulary::default(), &[], text) else { panic!("{text}") };
            let reading = statement(&question).reading;
            let shown = |w: Option<usize>| w.map_or("", |w| reading.words[w].span.of(&question.read));
            let found = reading.root();
            assert_eq!((shown(found), shown(found.and_then(|r| reading.child(r, Relation::Nsubj)))), (root, subject), "{text}");
        };
        check("Did his mother die of a fever?", "die", "mother");
        check("Is the capital city Brannigan?", "Brannigan", "city");
        check("Is Brannigan in Asia?", "Asia", "Brannigan");
        check("Is it true that the keeper found a boat?", "found", "keeper");
        check("Were the treaties signed with the islanders?", "signed", "treaties");
        check("Has another keeper been an officer?", "officer", "keeper");
        check("Are beetles insects?", "insects", "beetles");
    }
}
