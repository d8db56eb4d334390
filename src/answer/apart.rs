//! Apart: two things that a question sets apart in time, each as a question of its own for when it was.

use std::ops::Range;

use crate::answer::elapsed::unit;
use crate::question::Question;
use crate::text::{Pos, Tag, Word};

/// One of two things that a question sets apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// Its words in the question.
    pub words: Range<usize>,
    /// The question for when it was.
    pub asked: String,
}

/// Words that stand before the subject of a question.
const AUXILIARIES: [&str; 8] = ["did", "was", "were", "had", "has", "is", "does", "do"];

/// The two things between which a question asks how long it was, in its order: "between A and B", "from A to B", "after A did B", "separate A from B". `None`
/// where it sets no two things apart.
pub fn sides(question: &Question) -> Option<[Side; 2]> {
    let words = question.folded_words();
    unit(words)?;
    let find = |from: usize, names: &[&str]| (from..words.len()).find(|&i| names.contains(&words[i].as_str()));
    let pair = |a: Range<usize>, b: Range<usize>| Some([side(question, a)?, side(question, b)?]);
    let end = words.iter().rposition(|w| w.chars().any(char::is_alphanumeric))? + 1;
    if let Some(between) = find(0, &["between"]) {
        return (between + 2..end).filter(|&i| words[i] == "and").find_map(|and| pair(between + 1..and, and + 1..end));
    }
    if let Some(apart) = find(0, &["separate", "separates", "separated"]) {
        return (apart + 2..end).filter(|&i| words[i] == "from").find_map(|from| pair(apart + 1..from, from + 1..end));
    }
    if let Some(from) = find(0, &["from"]) {
        return (from + 2..end).filter(|&i| matches!(words[i].as_str(), "to" | "until")).find_map(|to| pair(from + 1..to, to + 1..end));
    }
    let after = find(1, &["after", "before"])?;
    let how = find(0, &["how"]);
    // "How long were they married before they parted?" asks how long something lasted, "how many years before the fire" does not.
    let unit_before = matches!(words[after - 1].trim_end_matches('s'), "day" | "month" | "week" | "year" | "long");
    if words[after] == "before" && how.is_some() && !unit_before {
        return None;
    }
    let Some(how) = how else { return pair(0..after - 1, after + 1..end) };
    let split = (after + 2..end).rev().filter(|&i| AUXILIARIES.contains(&words[i].as_str()));
    split.filter_map(|i| pair(after + 1..i, i..end)).next().or_else(|| {
        let asked = (how..after).rev().find(|&i| AUXILIARIES.contains(&words[i].as_str()))?;
        pair(asked..after, after + 1..end)
    })
}

/// The two things of which a question asks which came first, or later, as they stand at some places of it.
pub fn offered(question: &Question, first: Range<usize>, second: Range<usize>) -> Option<[Side; 2]> {
    Some([side(question, first)?, side(question, second)?])
}

/// One thing, by its words; `None` where they name nothing.
fn side(question: &Question, words: Range<usize>) -> Option<Side> {
    let all = &question.reading.words;
    let own = all.get(words.clone()).filter(|own| !own.is_empty())?;
    let folded = question.folded_words().get(words.clone())?;
    let names = own.iter().any(|w| matches!(w.pos, Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Num));
    if !names || folded.iter().any(|word| word == "how") {
        return None;
    }
    let text = |words: &[Word]| match words {
        [first, .., last] => first.span.cover(last.span).of(&question.read),
        [only] => only.span.of(&question.read),
        [] => "",
    };
    let finite = |(word, folded): (&Word, &String)| word.tag == Tag::Vbd || AUXILIARIES.contains(&folded.as_str());
    // "Her joining the choir" is asked for as "when did she join the choir?".
    let doing = own.iter().position(|w| w.tag == Tag::Vbg).filter(|&at| at > 0 && at < own.len() - 1);
    let owner = doing.and_then(|at| doer(&text(&own[..at]).to_lowercase(), text(&own[..at])));
    let asked = match owner.zip(doing) {
        Some((owner, at)) => format!("when did {owner} {} {}?", own[at].lemma, text(&own[at + 1..])),
        None if own.iter().zip(folded).any(finite) => format!("when {}?", text(own)),
        None => format!("when was {}?", text(own)),
    };
    Some(Side { words, asked })
}

/// Who does what a possessive is before: "she" for "her", "Ada" for "Ada's".
fn doer(folded: &str, text: &str) -> Option<String> {
    let pronoun = match folded {
        "his" => "he",
        "her" => "she",
        "its" => "it",
        "their" => "they",
        _ => return text.strip_suffix("'s").or(text.strip_suffix("’s")).map(str::to_string),
    };
    Some(pronoun.to_string())
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_lasted_until_something_is_not_set_apart_from_it() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a potter of Orm. In 1995 Merrow married the baker Olin Pask; they divorced in 2007.\n",
            &[
                ("How long did the marriage last before they divorced?", Some("12 years")),
                ("How many years were they married before they divorced?", Some("12 years")),
            ],
        );
    }
}
