//! Embedded questions: "Tell me which club they beat in 1998" asks "Which club did they beat in 1998?", and is understood as that. A question behind a clause
//! of time, "when she was a girl, did she sing?", asks "Did she sing when she was a girl?".

use crate::text::{Pos, Reading, Tag, Word};

/// Words before a verb of asking, and behind it, that say nothing of what is asked.
const AROUND: [&str; 28] = [
    "and", "can", "could", "curious", "'d", "do", "exactly", "i", "just", "kindly", "like", "me", "now", "ok", "okay", "out", "please",
    "so", "then", "to", "us", "want", "will", "would", "you", "need", "'m", ",",
];
/// Verbs that ask for what a clause behind them leaves open.
const ASKING: [&str; 19] = [
    "calculate",
    "compute",
    "describe",
    "determine",
    "estimate",
    "explain",
    "figure",
    "find",
    "identify",
    "indicate",
    "know",
    "remind",
    "reveal",
    "say",
    "show",
    "specify",
    "state",
    "tell",
    "work",
];
/// Words that ask for what the noun behind them names.
const NAMING: [&str; 7] = ["cite", "give", "identify", "list", "name", "state", "tell"];
/// The most words before what is asked.
const OPENING: usize = 8;
/// Forms of verbs that stand before the subject in a question by themselves.
const AUXILIARIES: [&str; 17] =
    ["am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might", "should", "was", "were", "will"];

/// The direct question that a text embeds, or that it asks in the order of a clause ("how many goals she scored"); `None` where it is direct as it stands.
pub fn direct(reading: &Reading, text: &str) -> Option<String> {
    let words = &reading.words;
    let clause = Clause { words, text };
    if let Some(asked) = clause.named().or_else(|| clause.behind_time()) {
        return Some(as_question(&asked));
    }
    let (opened, start) = clause.opening()?;
    let wh = (start..words.len()).find(|&w| is_asking(&words[w]))?;
    let subject = clause.behind_asked(wh);
    let turned = clause
        .finite(subject)
        .filter(|&verb| verb > subject && clause.may_turn(wh, subject, opened))
        .and_then(|verb| clause.turned(opened, &clause.part(start, subject), subject, verb));
    turned.or_else(|| opened.then(|| clause.part(start, words.len()))).map(|asked| as_question(&asked))
}

/// The words of a text that may embed a question.
struct Clause<'a> {
    words: &'a [Word],
    text: &'a str,
}

impl Clause<'_> {
    fn lower(&self, w: usize) -> String {
        self.words.get(w).map_or(String::new(), |word| word.span.of(self.text).to_lowercase())
    }

    /// The text of words `from..to`.
    fn part(&self, from: usize, to: usize) -> String {
        match (self.words.get(from), self.words[..to].last()) {
            (Some(first), Some(last)) if from < to => first.span.cover(last.span).of(self.text).to_string(),
            _ => String::new(),
        }
    }

    /// The question behind a clause that a "when" opens, with that clause at its end; whom the clause names before a pronoun is named first there too.
    fn behind_time(&self) -> Option<String> {
        let tells = self.lower(0) == "when" && !self.is_auxiliary(1);
        let comma = (2..self.words.len()).find(|&w| self.lower(w) == ",").filter(|_| tells)?;
        let whether = self.is_auxiliary(comma + 1) && !self.words[comma..].iter().any(is_asking);
        let asks = whether || self.words.get(comma + 1).is_some_and(is_asking);
        let verb = self.finite(1).filter(|&verb| asks && verb > 1 && verb < comma)?;
        let end = self.words.iter().rposition(|word| word.pos != Pos::Punct).map_or(0, |last| last + 1);
        let pronoun = (comma + 1..end).find(|&w| self.words[w].tag == Tag::Prp && self.is_auxiliary(w - 1));
        let subject = &self.words[1..verb];
        let named = subject.iter().all(|word| word.pos == Pos::Propn) && subject.iter().any(|word| word.pos == Pos::Propn);
        Some(match pronoun.filter(|_| named) {
            Some(pronoun) => {
                let (name, stands) = (self.part(1, verb), self.part(pronoun, pronoun + 1));
                let asked = [self.part(comma + 1, pronoun), name, self.part(pronoun + 1, end)];
                format!("{} when {stands} {}", asked.join(" ").trim(), self.part(verb, comma))
            }
            None => format!("{} when {}", self.part(comma + 1, end), self.part(1, comma)),
        })
    }

    fn is_auxiliary(&self, w: usize) -> bool {
        AUXILIARIES.contains(&self.lower(w).as_str())
    }

    /// Whether something asks for the question, and where that begins: with its question word, or the preposition before it.
    fn opening(&self) -> Option<(bool, usize)> {
        let wh = (0..self.words.len().min(OPENING)).find(|&w| is_asking(&self.words[w]))?;
        let start = if wh > 0 && self.words[wh - 1].pos == Pos::Adp && self.lower(wh - 1) != "out" { wh - 1 } else { wh };
        let asking = |w: usize| ASKING.contains(&self.words[w].lemma.as_str());
        let plain = (0..start).all(|w| asking(w) || AROUND.contains(&self.lower(w).as_str()));
        let opened = (0..start).any(asking);
        (plain && (opened || start == 0)).then_some((opened, start))
    }

    /// "Name the languages she spoke" asks "Which languages did she speak?", "Give the year in which it closed" "In which year did it close?"
    fn named(&self) -> Option<String> {
        let addressed = usize::from(matches!(self.lower(1).as_str(), "me" | "us"));
        let article = 1 + addressed;
        let first = article + 1;
        let noun = |w: usize| matches!(self.words.get(w).map(|word| word.pos), Some(Pos::Adj | Pos::Noun | Pos::Num));
        let end = (first..self.words.len()).find(|&w| !noun(w))?;
        if !NAMING.contains(&self.lower(0).as_str()) || self.lower(article) != "the" || end == first || self.words[end - 1].pos != Pos::Noun
        {
            return None;
        }
        let phrase = self.part(first, end);
        let relative = |w: usize| matches!(self.lower(w).as_str(), "that" | "which" | "who" | "whom");
        let (asked, subject) = match self.lower(end).as_str() {
            "where" => (format!("In which {phrase}"), end + 1),
            preposition if relative(end + 1) && self.words[end].pos == Pos::Adp => (format!("{preposition} which {phrase}"), end + 2),
            _ => {
                let opener = match self.lower(end - 1).as_str() {
                    "date" | "day" => "On which",
                    "century" | "decade" | "month" | "year" => "In which",
                    _ => "Which",
                };
                (format!("{opener} {phrase}"), end + usize::from(relative(end)))
            }
        };
        let opens = self
            .words
            .get(subject)
            .is_some_and(|word| matches!(word.tag, Tag::Prp | Tag::PrpPossessive | Tag::Dt) || word.pos == Pos::Propn);
        let verb = self.finite(subject).filter(|&verb| opens && verb > subject)?;
        self.turned(true, &asked, subject, verb)
    }

    /// Where the phrase ends that the question word at `wh` opens: "which club", "how many goals", "when".
    fn behind_asked(&self, wh: usize) -> usize {
        let opens_phrase = matches!(self.lower(wh).as_str(), "how" | "what" | "which" | "whose");
        // What stands behind "how many" is a noun, whatever its tag: "how many matches she played".
        let counted = |w: usize| w == wh + 2 && self.lower(wh + 1) == "many" && self.words[w].tag == Tag::Vbz;
        let goes_on = |w: &usize| {
            let word = &self.words[*w];
            let degree = word.tag == Tag::Rb && self.lower(wh) == "how";
            opens_phrase && (matches!(word.pos, Pos::Adj | Pos::Noun | Pos::Num) || degree || counted(*w))
        };
        (wh + 1..self.words.len()).find(|w| !goes_on(w)).unwrap_or(self.words.len())
    }

    /// The first finite verb from a word on.
    fn finite(&self, from: usize) -> Option<usize> {
        (from..self.words.len()).find(|&w| matches!(self.words[w].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md))
    }

    /// Whether what stands behind the asked phrase is the subject of a clause: a pronoun, an article or a possessive opens it, or a name where the phrase has a noun.
    fn may_turn(&self, wh: usize, subject: usize, opened: bool) -> bool {
        let Some(word) = self.words.get(subject) else { return false };
        let phrase = subject > wh + 1;
        let named = word.pos == Pos::Propn && opened && (phrase || !matches!(self.lower(wh).as_str(), "what" | "which" | "whose"));
        matches!(word.tag, Tag::Prp | Tag::PrpPossessive | Tag::Dt) || named
    }

    /// The question for `asked` with the verb at `verb` before its subject; `None` where a clause of its own or an aside stands between them. `opened`: whether something
    /// asks for it.
    fn turned(&self, opened: bool, asked: &str, subject: usize, verb: usize) -> Option<String> {
        let between = &self.words[subject..verb];
        let plain = |word: &Word| !is_asking(word) && word.tag != Tag::Wdt && !matches!(word.span.of(self.text), "," | "that" | ";" | ":");
        let end = self.words.iter().rposition(|word| word.pos != Pos::Punct).map_or(0, |last| last + 1);
        let lemma = &self.words[verb].lemma;
        let form = match (self.lower(verb).as_str(), lemma.as_str()) {
            ("'s", "be") => "is".to_string(),
            ("'s", "have") => "has".to_string(),
            ("'re", _) => "are".to_string(),
            (form, _) => form.to_string(),
        };
        // "How many times a month did she …?" is direct.
        let before_subject = self.words.get(verb + 1).is_some_and(|word| word.tag == Tag::Prp);
        if !opened && (before_subject || matches!(form.as_str(), "did" | "do" | "does")) {
            return None;
        }
        let participle = |w: usize| matches!(self.words.get(w).map(|word| word.tag), Some(Tag::Vbn | Tag::Rb));
        let has = !matches!(form.as_str(), "had" | "has" | "have") || participle(verb + 1);
        let stands_alone = AUXILIARIES.contains(&form.as_str())
            && has
            && (!matches!(form.as_str(), "did" | "do" | "does") || verb + 1 < end && self.words[verb + 1].pos == Pos::Verb);
        let (auxiliary, rest) = match self.words[verb].tag {
            _ if stands_alone || self.words[verb].tag == Tag::Md => (form.as_str(), self.part(verb + 1, end)),
            Tag::Vbd => ("did", format!("{lemma} {}", self.part(verb + 1, end))),
            Tag::Vbz => ("does", format!("{lemma} {}", self.part(verb + 1, end))),
            _ => ("do", format!("{lemma} {}", self.part(verb + 1, end))),
        };
        (between.iter().all(plain) && end > verb).then(|| format!("{asked} {auxiliary} {} {}", self.part(subject, verb), rest.trim()))
    }
}

/// Whether a word asks: "who", "which", "how".
fn is_asking(word: &Word) -> bool {
    matches!(word.lemma.to_lowercase().as_str(), "who" | "whom" | "whose" | "what" | "which" | "when" | "where" | "why" | "how")
}

/// A question with its capital and its mark.
fn as_question(asked: &str) -> String {
    let asked = asked.trim().trim_end_matches(['.', '?', '!', ' ']);
    let mut letters = asked.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}?", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::direct;
    use crate::text::read;

    #[test]
    fn embedded_questions_are_asked_directly() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(direct(&read(text), text).as_deref(), expected, "{text}");
        check("Tell me who leads the guild.", Some("Who leads the guild?"));
        check("Tell me which club the Rovers eliminated in 1998.", Some("Which club did the Rovers eliminate in 1998?"));
        check("State how many matches she played in.", Some("How many matches did she play in?"));
        check("Could you please tell me where Ada Merrow was born?", Some("Where was Ada Merrow born?"));
        check("Explain why he left the guild", Some("Why did he leave the guild?"));
        check("Say in which year the mill was sold.", Some("In which year was the mill sold?"));
        check("I'd like to know what her father does", Some("What does her father do?"));
        check("how many seats the guild has", Some("How many seats does the guild have?"));
        check("when she died", Some("When did she die?"));
        check("Which club did the Rovers eliminate?", None);
        check("when she was a girl, did she sing?", Some("Did she sing when she was a girl?"));
        check("When Ada Merrow left the guild, who led it?", Some("Who led it when Ada Merrow left the guild?"));
        check("When Merrow was a girl, where did she live?", Some("Where did Merrow live when she was a girl?"));
        check("When was she a girl, in 1931?", None);
        check("When did she leave, and why?", None);
        check("How many times a month did she write?", None);
        check("Which guild sold the mill?", None);
        check("Who leads the guild?", None);
        check("Tell me about the mill.", None);
        check("What happened in 1931?", None);
        check("Name the man who sold the mill.", None);
        check("Name the languages she could speak.", Some("Which languages could she speak?"));
        check("List the two guilds that Ada Merrow joined", Some("Which two guilds did Ada Merrow join?"));
        check("Give the year in which the mill closed.", Some("In which year did the mill close?"));
        check("Name the town where her father worked.", Some("In which town did her father work?"));
        check("Tell me the exact date she left the guild.", Some("On which exact date did she leave the guild?"));
        check("Name the two things she's known for.", Some("Which two things is she known for?"));
        check("Name the mayor.", None);
        check("Name the towns on the river.", None);
    }
}
