//! The text cut into words as names need them: initials and titles keep their point, hyphens and apostrophes stay inside.

use crate::text::Span;

use super::gazetteer;

/// A word and what its letters and neighbours show.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub span: Span,
    /// Begins with a capital, or holds one further on ("iPhone").
    pub capital: bool,
    /// Begins with a digit.
    pub digit: bool,
    /// Capitals only, two letters or more.
    pub acronym: bool,
    /// First of a sentence, a line, a quotation.
    pub opens: bool,
    /// One space, or a line's end, and nothing else before it.
    pub near: bool,
    /// A possessive ending was cut off after it.
    pub possessive: bool,
    /// A final point belongs to it: an initial, an abbreviation.
    pub pointed: bool,
}

/// The words of `text` in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut list: Vec<Word> = Vec::with_capacity(text.len() / 6);
    let (mut at, mut last_end) = (0, 0);
    while let Some(c) = text[at..].chars().next() {
        if !c.is_alphanumeric() {
            at += c.len_utf8();
            continue;
        }
        let end = at + length(&text[at..]);
        let word = read(text, last_end, at, end, list.last());
        last_end = word.span.end;
        at = end;
        list.push(word);
    }
    list
}

fn read(text: &str, last_end: usize, start: usize, end: usize, last: Option<&Word>) -> Word {
    let whole = &text[start..end];
    let bare = possessive_cut(whole);
    let possessive = bare.len() < whole.len();
    let point = !possessive && text[end..].starts_with('.') && takes_point(whole, &text[end + 1..]);
    let span = Span::new(start, if point { end + 1 } else { start + bare.len() });
    let gap = &text[last_end..start];
    let letters = bare.chars().filter(|c| c.is_alphabetic());
    let capital = bare.chars().next().is_some_and(char::is_uppercase) || inner_capital(bare);
    Word {
        span,
        capital,
        digit: bare.starts_with(|c: char| c.is_ascii_digit()),
        acronym: letters.clone().count() >= 2 && letters.clone().all(char::is_uppercase),
        opens: last.is_none() || opens(gap, last.is_some_and(|word| word.pointed && !word.acronym)),
        near: last.is_some_and(|word| !word.possessive) && matches!(gap, " " | "\n" | "\u{a0}" | "\r\n" | "\u{202f}"),
        possessive,
        pointed: point,
    }
}

/// Whether what stands between two words ends a sentence or opens a quotation or an item.
fn opens(gap: &str, after_point: bool) -> bool {
    gap.contains(['!', '?', '"', '“', '«', '‘', '•', '*', '|', '=', '#', ':'])
        || gap.matches('\n').count() > 1
        || !after_point && gap.contains('.')
        || gap.contains('\n') && gap.trim().starts_with('-')
}

/// A capital behind a first small letter, or behind an article: "iPhone", "al-Fayed", "d'Orme".
fn inner_capital(word: &str) -> bool {
    let article = word.split_once('-').is_some_and(|(first, rest)| matches!(first.len(), 2 | 3) && rest.starts_with(char::is_uppercase));
    let elided = word.split_once(['\'', '’']).is_some_and(|(first, rest)| first.len() == 1 && rest.starts_with(char::is_uppercase));
    word.len() > 3 && (article || elided || word.chars().nth(1).is_some_and(char::is_uppercase))
}

/// The word without a possessive `'s` or a final `s'`.
fn possessive_cut(word: &str) -> &str {
    ["'s", "’s", "'S", "’S"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// Whether a final point belongs to the word: an initial before a name, a title, an abbreviation that names carry.
fn takes_point(word: &str, rest: &str) -> bool {
    let next = rest.trim_start().chars().next();
    let before_name = next.is_some_and(char::is_uppercase);
    let letters = word.chars().count();
    if letters == 1 && word.chars().all(char::is_uppercase) {
        return before_name && !rest.starts_with('\n');
    }
    if word.contains('.') {
        return true;
    }
    let short = letters <= 4 && word.chars().next().is_some_and(char::is_uppercase);
    short
        && (before_name && gazetteer::title(word).is_some()
            || matches!(word, "Jr" | "Sr" | "Inc" | "Ltd" | "Co" | "Corp" | "Mt" | "Ft" | "Bros"))
}

/// Endings of compounds that are no part of the name before the hyphen: "London-based".
const COMPOUNDS: &[&str] = &[
    "and",
    "based",
    "born",
    "century",
    "class",
    "controlled",
    "era",
    "free",
    "funded",
    "language",
    "led",
    "like",
    "made",
    "majority",
    "only",
    "owned",
    "related",
    "run",
    "speaking",
    "style",
    "trained",
    "type",
    "wide",
    "winning",
];

/// Short prefixes that are no article: "pro-Venn".
const PREFIXES: &[&str] = &["co", "de", "ex", "mid", "neo", "non", "pan", "pre", "pro", "re", "sub", "un"];

/// What an address on the net may end with.
const DOMAINS: &[&str] = &["co", "com", "de", "edu", "eu", "fr", "gov", "net", "org", "uk"];

/// The bytes after which nothing more is joined to a word.
const LONGEST: usize = 64;

/// Length of the word that `rest` begins with: letters and digits, and inside it hyphens, apostrophes, points of abbreviations and `&`.
fn length(rest: &str) -> usize {
    let mut end = 0;
    loop {
        end += rest[end..]
            .chars()
            .take_while(|c| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}'))
            .map(char::len_utf8)
            .sum::<usize>();
        let Some(joint) = rest[end..].chars().next() else { return end };
        let part = component(&rest[end + joint.len_utf8()..]);
        let capital = part.starts_with(char::is_uppercase) || part.starts_with(|c: char| c.is_ascii_digit());
        let joins = match joint {
            '\'' | '’' => !part.is_empty(),
            '&' => capital && rest[..end].chars().all(char::is_uppercase),
            '.' if DOMAINS.contains(&part) => true,
            '.' => capital && rest[..end].split('.').all(|letters| letters.chars().count() == 1),
            '-' | '‐' | '‑' if rest.starts_with(char::is_uppercase) => {
                let more = rest[end + joint.len_utf8() + part.len()..].starts_with(['-', '\'', '’', '‐']);
                capital
                    || !part.is_empty()
                        && (more || !COMPOUNDS.contains(&part) && !part.ends_with("ed") && !part.ends_with("ing") && part.len() <= 5)
            }
            '-' => capital && matches!(end, 2 | 3) && !PREFIXES.contains(&&rest[..end]),
            _ => false,
        };
        if !joins || part.is_empty() || end > LONGEST {
            return end;
        }
        end += joint.len_utf8();
    }
}

/// The letters and digits that `rest` begins with.
fn component(rest: &str) -> &str {
    let end = rest.char_indices().find(|(_, c)| !c.is_alphanumeric()).map_or(rest.len(), |(k, _)| k);
    &rest[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(words(text).iter().map(|word| word.span.of(text)).collect::<Vec<_>>(), expected, "{text}");
        };
        check("Dr. J. K. Marlow's London-based firm.", &["Dr.", "J.", "K.", "Marlow", "London", "based", "firm"]);
        check("the U.S. Army of Bois-d'Amont", &["the", "U.S.", "Army", "of", "Bois-d'Amont"]);
        check("Kim Tae-ho, al-Fayed and O'Hara of D&G", &["Kim", "Tae-ho", "al-Fayed", "and", "O'Hara", "of", "D&G"]);
        check("Vitamin C. he said", &["Vitamin", "C", "he", "said"]);
    }
}
