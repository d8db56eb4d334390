//! Asides: what stands in brackets, or apart between commas, within a sentence, or between an auxiliary and its participle. It is read by itself, so that the sentence around
//! it is read as if it were not there.

use std::ops::Range;

use super::syntax::{Pos, Tag};

/// The ranges of words that stand in brackets, both brackets included; outermost ones only, none that is the whole sentence, none without words inside.
///
/// `forms` are the words. A bracket without its partner makes no aside.
pub fn asides(forms: &[&str]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (place, form) in forms.iter().enumerate() {
        match *form {
            "(" => open.push((place, ")")),
            "[" => open.push((place, "]")),
            close @ (")" | "]") => {
                let Some(partner) = open.iter().rposition(|(_, expected)| *expected == close) else { continue };
                let start = open[partner].0;
                open.truncate(partner);
                found.retain(|aside| aside.start < start);
                found.push(start..place + 1);
            }
            _ => {}
        }
    }
    found.extend(
        absolutes(forms).filter(|aside| found.iter().all(|other| other.end <= aside.start || aside.end <= other.start)).collect::<Vec<_>>(),
    );
    found.sort_by_key(|aside| aside.start);
    let inside = |aside: &Range<usize>| forms[aside.start + 1..aside.end - 1].iter().any(|f| f.chars().any(char::is_alphanumeric));
    let speaks = |w: usize| forms[w].chars().any(char::is_alphanumeric);
    let outside = (0..forms.len()).any(|w| speaks(w) && found.iter().all(|aside| !aside.contains(&w)));
    if outside { found.into_iter().filter(inside).collect() } else { Vec::new() }
}

/// "…, tips included, …": a noun with such a participle between commas.
fn absolutes<'a>(forms: &'a [&str]) -> impl Iterator<Item = Range<usize>> + 'a {
    let closed = |i: usize| {
        forms[i] == "," && forms[i + 3] == "," && matches!(forms[i + 2], "aside" | "apart" | "excepted" | "excluded" | "included")
    };
    (0..forms.len().saturating_sub(3)).filter(move |&i| closed(i)).map(|i| i..i + 4)
}

/// The most words that part an auxiliary from its participle.
const BETWEEN: usize = 8;

/// The words that part "has" from its participle: a preposition with its noun, "for ten years" of "had for ten years led the guild".
pub fn interruptions<'a>(forms: &'a [&str], tags: &'a [(Tag, Pos)]) -> impl Iterator<Item = Range<usize>> + 'a {
    let opens = |w: usize| {
        matches!(forms[w - 1], "has" | "have" | "had")
            && matches!(forms[w], "after" | "before" | "between" | "by" | "during" | "for" | "from" | "in" | "since" | "until" | "within")
    };
    let noun = |w: usize| matches!(tags[w].1, Pos::Noun | Pos::Propn | Pos::Num);
    let phrase = move |w: usize| noun(w) || matches!(tags[w].1, Pos::Det | Pos::Adj) || matches!(forms[w], "of" | "and" | "the");
    let participle = |w: usize| matches!(tags[w], (Tag::Vbn | Tag::Vbd, Pos::Verb)) || forms[w] == "been";
    (1..forms.len()).filter(move |&w| opens(w)).filter_map(move |start| {
        let end = (start + 1..forms.len()).take(BETWEEN).find(|&w| !phrase(w))?;
        (noun(end - 1) && participle(end)).then_some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_stands_in_brackets() {
        let check = |text: &str, expected: &[(usize, usize)]| {
            let found: Vec<(usize, usize)> = asides(&text.split(' ').collect::<Vec<_>>()).into_iter().map(|r| (r.start, r.end)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Orvo ( born 1950 ) paints", &[(1, 5)]);
        check("a ( b [ c ] d ) e ( f )", &[(1, 8), (9, 12)]);
        check("a ( b", &[]);
        check("a ) b ( c", &[]);
        check("a ( ) b", &[]);
        check("( all of it )", &[]);
        check("", &[]);
    }
}
