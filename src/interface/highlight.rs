//! Highlighting a line while it is typed: the command, the names that the documents know, what stands in quotes.

use std::borrow::Cow;

use super::offers::rest;
use super::page::{Role, paint};

/// Quotation marks, opening and closing.
const QUOTES: [(char, char); 3] = [('"', '"'), ('“', '”'), ('«', '»')];

/// The line in colour. A quotation mark without its other half is a doubt.
pub fn highlight<'l>(line: &'l str, names: &[String]) -> Cow<'l, str> {
    if line.starts_with(':') {
        let end = line.find(' ').unwrap_or(line.len());
        return Cow::Owned(format!("{}{}", paint(Role::Head, &line[..end], true), &line[end..]));
    }
    let (mut shown, mut at, mut plain) = (String::new(), 0, 0);
    while let Some(next) = line[at..].chars().next() {
        let piece = quoted(&line[at..]).or_else(|| named(line, at, names).map(|length| (Role::Head, length)));
        match piece {
            Some((role, length)) => {
                shown += &line[plain..at];
                shown += &paint(role, &line[at..at + length], true);
                at += length;
                plain = at;
            }
            None => at += next.len_utf8(),
        }
    }
    if plain == 0 { Cow::Borrowed(line) } else { Cow::Owned(shown + &line[plain..]) }
}

/// The length of the quotation that `text` begins with; of the mark alone where nothing closes it.
fn quoted(text: &str) -> Option<(Role, usize)> {
    let first = text.chars().next()?;
    let (_, closing) = QUOTES.into_iter().find(|(opening, _)| *opening == first)?;
    let end = text[first.len_utf8()..].find(closing);
    Some(end.map_or((Role::Warn, first.len_utf8()), |end| (Role::Good, first.len_utf8() + end + closing.len_utf8())))
}

/// The length of the longest name that stands at `at`, whole words of it; case does not count.
fn named(line: &str, at: usize, names: &[String]) -> Option<usize> {
    if line[..at].ends_with(char::is_alphanumeric) {
        return None;
    }
    let ends = |name: &String| {
        let after = rest(&line[at..], name).filter(|after| !after.starts_with(char::is_alphanumeric))?;
        Some(line.len() - at - after.len()).filter(|length| *length > 0)
    };
    names.iter().filter_map(ends).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &str) {
        let names = ["Port", "Port Sable"].map(str::to_string);
        let shown = highlight(line, &names).replace("\u{1b}[36m", "<").replace("\u{1b}[32m", "'").replace("\u{1b}[33m", "!");
        assert_eq!(shown.replace("\u{1b}[0m", ">"), expected);
    }

    #[test]
    fn names_quotes_commands() {
        check("Is Port Sable é a Port?", "Is <Port Sable> é a <Port>?");
        check("is port sable a sport or Portly", "is <port sable> a sport or Portly");
        check("who said \"Port é\" and “so”?", "who said '\"Port é\"> and '“so”>?");
        check("who said \"Port", "who said !\"><Port>");
        check(":why not", "<:why> not");
        check("nothing", "nothing");
    }
}
