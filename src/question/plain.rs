//! Asking plainly: a question without what people only write around it, before its spelling is mended.

use std::borrow::Cow;

use crate::knowledge::rules::Lexicon;
use crate::knowledge::vocabulary::Vocabulary;
use crate::question::normalise::{asks, is_listed};
use crate::text::term::is_stop_word;
use crate::text::wordnet;

/// A question as it was meant: without what only stresses it ("what on earth is …", "what is … when it's at home"), opened rightly ("were did she live"),
/// with plain marks.
pub fn asked_plainly(text: &str, lexicon: &Lexicon, vocabulary: &Vocabulary) -> String {
    let marked: String = untokenised(text).chars().map(plain_mark).collect();
    owner_asked(closed(&unstressed(opened(&marked, lexicon), lexicon), lexicon), vocabulary)
}

/// A question with the opening that was meant.
fn opened(text: &str, lexicon: &Lexicon) -> String {
    let lower = text.to_lowercase();
    let meant = lexicon.opening(&lower).and_then(|(wrong, right)| Some(format!("{right}{}", text.get(wrong.len()..)?)));
    meant.unwrap_or_else(|| text.to_string())
}

/// A question without the words that only stress the one that asks.
fn unstressed(text: String, lexicon: &Lexicon) -> String {
    let asks = |before: &str| before.rsplit(' ').next().is_some_and(asks);
    let stress = lexicon.stress().find_map(|stress| text.find(stress).map(|at| (at, stress.len())));
    match stress.map(|(at, length)| (text[..at].trim_end(), &text[at + length..])) {
        Some((before, after)) if asks(before) => format!("{before}{after}"),
        _ => text,
    }
}

/// A question without the words at its end that ask for nothing more: "who was that, do you know?"
fn closed(text: &str, lexicon: &Lexicon) -> String {
    let bare = text.trim_end_matches(['?', '!', '.', ' ']);
    let lower = bare.to_lowercase();
    let asks_what_is = DEFINING.iter().any(|opening| lower.starts_with(opening));
    // "Which songs do you know?" asks all of it.
    let asks_again = |closing: &str| ASKING_AGAIN.iter().any(|opening| closing.starts_with(opening));
    let ends = |closing: &&str| {
        let before = lower.strip_suffix(*closing).filter(|before| before.trim_end().contains(' '));
        let apart = |before: &str| before.ends_with(", ") || before.ends_with(' ') && !asks_again(closing);
        before.is_some_and(apart) && (asks_what_is || !closing.starts_with("when "))
    };
    match lexicon.closings().find(ends).and_then(|closing| bare.get(..bare.len() - closing.len())) {
        Some(before) => format!("{}?", before.trim_end_matches([' ', ','])),
        None => text.to_string(),
    }
}

/// How words at a question's end open that would ask something where no comma is before them.
const ASKING_AGAIN: [&str; 4] = ["do ", "may ", "tell ", "would "];

/// How questions open that ask what something is.
const DEFINING: [&str; 8] = ["what is ", "what's ", "whats ", "what are ", "who is ", "who's ", "whos ", "who are "];

/// A question that asks for an owner by "whos" or "who's" with "whose" for it: "whos hat was found". Before a name, an article, or somebody whom nothing is said of,
/// it is "who is".
fn owner_asked(plain: String, vocabulary: &Vocabulary) -> String {
    let mut words = plain.split_whitespace();
    let opening = words.next().unwrap_or_default();
    let (Some(owned), Some(behind)) = (words.next(), words.next()) else { return plain };
    let noun = wordnet::base_form(owned, wordnet::Pos::Noun).is_some() && !wordnet::is_modifier(owned) && !is_stop_word(owned);
    let named = vocabulary.is_name(owned) || is_listed(owned);
    let verb = AUXILIARIES.contains(&behind)
        || asks(behind)
        || !is_stop_word(behind) && wordnet::base_form(behind, wordnet::Pos::Verb).is_some_and(|lemma| lemma != behind);
    match opening.to_lowercase().as_str() {
        "whos" | "who's" if noun && !named && verb && owned != "number" => {
            format!("whose{}", &plain[plain.find(opening).map_or(0, |at| at + opening.len())..])
        }
        _ => plain,
    }
}

/// Verbs that go with what somebody owns: "whose hat was found".
const AUXILIARIES: [&str; 16] =
    ["are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "might", "should", "was", "were", "will", "would"];

/// Brackets, quotation marks and possessives as people write them, where a tokeniser of the Penn Treebank spelled them out.
fn untokenised(text: &str) -> Cow<'_, str> {
    const TOKENS: [(&str, &str); 8] =
        [("-LRB-", "("), ("-RRB-", ")"), ("``", "\""), ("''", "\""), (" 's ", "'s "), (" n't ", "n't "), (" , ", ", "), (" ?", "?")];
    TOKENS
        .iter()
        .fold(Cow::Borrowed(text), |text, (token, mark)| if text.contains(token) { Cow::Owned(text.replace(token, mark)) } else { text })
}

/// Typographic marks to the plain ones that rules are written with, and control characters to spaces.
fn plain_mark(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' | '„' => '"',
        '\u{2010}' | '\u{2011}' => '-',
        c if c.is_control() => ' ',
        c => c,
    }
}
