//! Tokens in the manner of the English Web Treebank: clitics ("do|n't"), hyphens ("well|-|known"), currency ("$|5"), abbreviations ("U.S.") and brackets.

mod words;

use compact_str::CompactString;

use super::Span;
use super::sieve::Sieve;
use words::{ABBREVIATIONS, AFTER_COPULA, CLITICS, FACES, FILES, FUSED, PREFIXES, STROKES, UNITS};

/// The tokens of `text` in order, as spans into it. They do not overlap and cover every character that is not white space.
pub fn tokens(text: &str) -> Vec<Span> {
    let mut out = Vec::with_capacity(text.len() / 4);
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            if let Some(start) = start.take() {
                Chunk { text, end: at, out: &mut out }.read(start);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(start) = start {
        Chunk { text, end: text.len(), out: &mut out }.read(start);
    }
    out
}

/// A stretch of `text` without white space that ends at `end`, being cut.
struct Chunk<'a> {
    text: &'a str,
    end: usize,
    out: &'a mut Vec<Span>,
}

impl Chunk<'_> {
    fn read(&mut self, mut at: usize) {
        while at < self.end {
            let end = self.face(at).or_else(|| self.address(at)).or_else(|| self.word(at)).unwrap_or_else(|| self.mark(at));
            self.push(at, end);
            at = end;
        }
    }

    fn push(&mut self, start: usize, end: usize) {
        match self.clitic(start, end).or_else(|| self.unit(start, end)) {
            Some(cut) => self.out.extend([Span::new(start, cut), Span::new(cut, end)]),
            None => self.out.push(Span::new(start, end)),
        }
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..self.end).unwrap_or("")
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.rest(at).chars().next()
    }

    /// The end of a face: one with a nose anywhere, another where it fills the rest of the chunk.
    fn face(&self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        if rest.len() < 2 || rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return None;
        }
        let face = FACES.iter().find(|face| rest == **face || face.len() > 2 && rest.starts_with(**face));
        face.map(|face| at + face.len())
    }

    /// The end of a web or mail address, a file name or a telephone number, kept whole.
    fn address(&self, at: usize) -> Option<usize> {
        let rest = self.rest(at).trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '\'', '”', '’']);
        if rest.bytes().all(|b| b.is_ascii_alphabetic()) {
            return None;
        }
        let web = rest.contains("://") || rest.starts_with("www.");
        let mail = rest.find('@').is_some_and(|i| i > 0 && i + 1 < rest.len());
        let begins = rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        let handle = rest.starts_with(['@', '#']) && rest[1..].starts_with(char::is_alphabetic);
        let file = rest.rsplit_once('.').is_some_and(|(name, ending)| name.contains('-') && is_file(ending));
        if (begins && (web || mail || file) || handle) && !rest.contains(['(', '<']) {
            return Some(at + rest.len());
        }
        let groups = || rest.split(['-', '/']).map(str::len);
        let extension = rest.contains('-') && groups().next_back() == Some(4) && groups().next() != Some(4);
        let telephone = rest.matches('-').count() >= 2 || rest.len() >= 8 && rest.find('-') == Some(3) || extension;
        let digits = rest.bytes().all(|b| b.is_ascii_digit() || b == b'-' || b == b'/');
        (begins && digits && telephone).then_some(at + rest.len())
    }

    /// The end of a word or number that starts at `at`, clitics included.
    fn word(&self, at: usize) -> Option<usize> {
        let first = self.char_at(at)?;
        let next = self.char_at(at + first.len_utf8());
        let signed = matches!(first, '+' | '.') && next.is_some_and(|c| c.is_ascii_digit());
        let decade = matches!(first, '\'' | '’') && is_decade(self.rest(at + first.len_utf8()));
        if !is_letter(first) && !signed && !decade {
            return None;
        }
        let mut end = at + first.len_utf8();
        if first.is_ascii_alphanumeric() {
            end += self.rest(end).bytes().take_while(u8::is_ascii_alphanumeric).count();
        }
        while let Some(c) = self.char_at(end) {
            let after = end + c.len_utf8();
            if !self.text[at..end].ends_with('$') && (is_letter(c) || self.joins(at, end, c, after)) {
                end = after;
            } else {
                break;
            }
        }
        Some(self.with_stop(at, end))
    }

    /// Whether `c`, which stands at `end..after` behind the word begun at `at`, belongs to that word.
    fn joins(&self, at: usize, end: usize, c: char, after: usize) -> bool {
        let word = &self.text[at..end];
        if c == '$' {
            return word.len() <= 2 && word.bytes().all(|b| b.is_ascii_uppercase());
        }
        if c == '/' && matches!(word, "w" | "W") {
            return true;
        }
        let Some(next) = self.char_at(after).filter(|&n| is_letter(n)) else { return false };
        let before = word.chars().next_back().unwrap_or(' ');
        let digits = before.is_ascii_digit() && next.is_ascii_digit();
        match c {
            '.' => digits || self.dotted(word, after),
            ',' => digits && self.rest(after).bytes().take_while(u8::is_ascii_digit).count() == 3,
            ':' => digits,
            '/' => digits && word.len() <= 5 || word.len() == 1 && before.is_alphabetic() && self.rest(after).chars().count() == 1,
            '\'' | '’' | '`' => true,
            '&' => before.is_uppercase() && next.is_uppercase(),
            '-' => PREFIXES.contains(&word.to_lowercase().as_str()),
            '_' | '*' | '#' | '~' => before.is_alphabetic() || c == '_',
            _ => false,
        }
    }

    /// Whether a full stop between letters belongs to the word: "U.S", "p.m", "amazon.com", but not "end.Then".
    fn dotted(&self, word: &str, after: usize) -> bool {
        let right: &str = self.rest(after);
        let right = right.split(|c: char| !is_letter(c)).next().unwrap_or("");
        let last = word.rsplit('.').next().unwrap_or("");
        last.chars().count() == 1
            || right.chars().count() == 1 && last.chars().count() == 2
            || !right.starts_with(char::is_uppercase)
            || last.chars().all(char::is_uppercase)
            || is_file(right)
    }

    /// `end`, or one further where a full stop stands there that belongs to the word.
    fn with_stop(&self, at: usize, end: usize) -> usize {
        let word = &self.text[at..end];
        let rest = self.rest(end);
        if !rest.starts_with('.') || rest.starts_with("...") {
            return end;
        }
        let closes = self.text[end + 1..].chars().all(|c| c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | ')' | ']'));
        let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic));
        let known = ABBREVIATIONS.contains(&word.to_lowercase().as_str());
        let stops = rest.starts_with("..");
        let stands = !closes && !stops && (initial || dotted) || (!closes || stops) && known;
        if stands { end + 1 } else { end }
    }

    /// The end of a punctuation mark, or of a run of the same mark.
    fn mark(&self, at: usize) -> usize {
        let Some(first) = self.char_at(at) else { return self.end };
        let strokes = self.rest(at).len() - self.rest(at).trim_start_matches(STROKES).len();
        if strokes > 2 {
            return at + strokes;
        }
        let runs: &[char] = match first {
            '.' => &['.', '?', '!'],
            '!' | '?' => &['!', '?', '.'],
            '-' => &['-'],
            '*' => &['*'],
            '=' => &['='],
            '_' => &['_'],
            '<' => &['<'],
            '>' => &['>'],
            '+' => &['+'],
            '~' => &['~'],
            '#' => &['#'],
            '\'' => &['\''],
            '‘' | '’' => &['‘', '’'],
            '$' => &['$'],
            '`' => &['`'],
            '|' => &['|'],
            _ => &[],
        };
        let run = self.rest(at).chars().skip(1).take_while(|c| runs.contains(c)).map(char::len_utf8).sum::<usize>();
        at + first.len_utf8() + run
    }

    /// Where the number `start..end` is cut from its unit: "5|pm", "35|mm".
    fn unit(&self, start: usize, end: usize) -> Option<usize> {
        let word = &self.text[start..end];
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let digits = word.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b':' | b',')).count();
        let unit = word.get(digits..)?.trim_end_matches('.').to_ascii_lowercase();
        UNITS.contains(&unit.replace('.', "").as_str()).then_some(start + digits)
    }

    /// Where the word `start..end` is cut in two: "do|n't", "Ann|'s", "can|not".
    fn clitic(&self, start: usize, end: usize) -> Option<usize> {
        let word = &self.text[start..end];
        if word.len() < 2 || !word.starts_with(char::is_alphanumeric) {
            return None;
        }
        if let Some(at) = word.rfind(['\'', '’', '`']) {
            let mark = word[at..].chars().next().map_or(1, char::len_utf8);
            let tail = word[at + mark..].to_ascii_lowercase();
            if tail == "s" && matches!(at, 2 | 4) && word[..at].ends_with('0') && word[..at].bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            if tail == "t" && at >= 2 && matches!(word.as_bytes()[at - 1], b'n' | b'N') {
                return Some(start + at - 1);
            }
            return (at > 0 && CLITICS.contains(&tail.as_str())).then_some(start + at);
        }
        if word.len() > 8 || !word.is_ascii() || !UNMARKED.passes(word) {
            return None;
        }
        let mut lower = CompactString::new(word);
        lower.make_ascii_lowercase();
        if matches!(lower.as_str(), "its" | "your") {
            let next = self.text[end..].trim_start().split(|c: char| !c.is_alphabetic() && c != '-').next().unwrap_or("");
            let predicate = AFTER_COPULA.contains(&next.to_ascii_lowercase().as_str());
            return predicate.then_some(if lower == "its" { start + 2 } else { start + 3 });
        }
        FUSED.binary_search_by_key(&lower.as_str(), |&(word, _)| word).ok().map(|i| start + FUSED[i].1)
    }
}

/// Lets pass the words that may be two without a mark that says so.
static UNMARKED: Sieve = {
    let (mut sieve, mut i) = (Sieve::of(&["its", "your"]), 0);
    while i < FUSED.len() {
        sieve = sieve.with(FUSED[i].0);
        i += 1;
    }
    sieve
};

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

fn is_file(ending: &str) -> bool {
    FILES.contains(&ending.to_ascii_lowercase().as_str())
}

/// Whether `rest` is the "90s" of "'90s".
fn is_decade(rest: &str) -> bool {
    let rest = rest.as_bytes();
    rest.len() >= 2 && rest[..2].iter().all(u8::is_ascii_digit) && !rest.get(2).is_some_and(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }

    #[test]
    fn words_are_cut_as_in_the_treebank() {
        check("", "");
        check("She didn't leave.", "She did n't leave .");
        check("Mara's and the workers’ house isn’t ours.", "Mara 's and the workers ’ house is n’t ours .");
        check("I cannot, we'll, they'd, dont", "I can not , we 'll , they 'd , do nt");
        check("Mr. Orvo left the U.S. in Sept. 1999.", "Mr. Orvo left the U.S. in Sept. 1999 .");
        check("J. K. Orvo (b. 1950), Ph.D.", "J. K. Orvo ( b . 1950 ) , Ph.D .");
        check("in Val-d'Arc, a well-known co-founder", "in Val - d'Arc , a well - known co-founder");
        check("€1,800 or $3.67 or 3.67% of US$5", "€ 1,800 or $ 3.67 or 3.67 % of US$ 5");
        check("2019–2020, 2019-2020, mid-2000s, the '90s", "2019 – 2020 , 2019 - 2020 , mid-2000s , the '90s");
        check("the 1590's and the 60's, Ann's 1952's, w/o", "the 1590's and the 60's , Ann 's 1952 's , w/o");
        check("at 5pm, 10:30 a.m., 35mm, the 15th", "at 5 pm , 10:30 a.m. , 35 mm , the 15th");
        check("“Go!” she said—twice… 'No'", "“ Go ! ” she said — twice … ' No '");
        check("see https://ilo.example/a_b?c=d, or ann@ilo.example.", "see https://ilo.example/a_b?c=d , or ann@ilo.example .");
        check("AT&T and/or O'Hara [sic] 1/2", "AT&T and / or O'Hara [ sic ] 1/2");
        check("Well... yes!!", "Well ... yes !!");
        check("when was orvo born", "when was orvo born");
        check("ext. 3-5213, 555/123-4567, 3-1, 1999-2004", "ext. 3-5213 , 555/123-4567 , 3 - 1 , 1999 - 2004");
        check("at Orvo.Com w/ plan-2.doc, by Orvo Inc.. It", "at Orvo.Com w/ plan-2.doc , by Orvo Inc. . It");
        check("#boats @orvo #4 :-). ---==> What?!.", "#boats @orvo # 4 :-) . ---==> What ?!.");
    }

    proptest! {
        #[test]
        fn tokens_cover_any_text_in_order(text in "(\\PC|[ \\t\\n'’.,$%-]|don't|U\\.S\\.|a@b|://){0,40}") {
            let spans = tokens(&text);
            let covered: String = spans.iter().map(|span| span.of(&text)).collect();
            prop_assert!(spans.iter().all(|span| !span.is_empty() && text.is_char_boundary(span.start) && text.is_char_boundary(span.end)));
            prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
            prop_assert_eq!(covered, text.split_whitespace().collect::<String>());
        }
    }
}
