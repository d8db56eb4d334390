//! Phrases: which words of a sentence make up a subject or an argument, and how they are written out.

use std::borrow::Cow;

use super::children::Children;
use super::nominal::is_part;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::{Reading, Span};

/// A sentence's text and tree, as all of extraction sees it.
#[derive(Debug, Clone, Copy)]
pub struct Tree<'a> {
    /// The sentence.
    pub text: &'a str,
    /// Its words; their spans lie in `text`.
    pub reading: &'a Reading,
    /// For each word the words that depend on it, in order.
    pub children: &'a Children,
    /// Where dates stand.
    pub dates: &'a [Span],
}

/// Adverbs before a phrase that are no part of it; sorted.
const FOCUS: &[&str] = &[
    "actually",
    "also",
    "apparently",
    "especially",
    "exactly",
    "furthermore",
    "hence",
    "however",
    "indeed",
    "mainly",
    "moreover",
    "mostly",
    "namely",
    "nevertheless",
    "notably",
    "particularly",
    "perhaps",
    "possibly",
    "probably",
    "therefore",
    "thus",
];

impl<'a> Tree<'a> {
    /// The number of words.
    pub fn len(self) -> usize {
        self.reading.words.len()
    }

    /// The word as written.
    pub fn form(self, i: usize) -> &'a str {
        self.reading.words[i].span.of(self.text)
    }

    /// The word in lower case, as written.
    pub fn lower(self, i: usize) -> Cow<'a, str> {
        let form = self.form(i);
        if form.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) { Cow::Borrowed(form) } else { Cow::Owned(form.to_lowercase()) }
    }

    /// The dictionary form.
    pub fn lemma(self, i: usize) -> &'a str {
        &self.reading.words[i].lemma
    }

    /// The Penn tag.
    pub fn tag(self, i: usize) -> Tag {
        self.reading.words[i].tag
    }

    /// The part of speech.
    pub fn pos(self, i: usize) -> Pos {
        self.reading.words[i].pos
    }

    /// How the word hangs on its head, with the subtype.
    pub fn relation(self, i: usize) -> Relation {
        self.reading.words[i].relation
    }

    /// How the word hangs on its head, without the subtype.
    pub fn base(self, i: usize) -> Relation {
        self.relation(i).base()
    }

    /// The head; `None` for the root.
    pub fn head(self, i: usize) -> Option<usize> {
        self.reading.words[i].head
    }

    /// The dependents of a word, in order.
    pub fn children(self, i: usize) -> &'a [usize] {
        self.children.of(i)
    }

    /// The dependents by `relation` or a subtype of it.
    pub fn by(self, i: usize, relation: Relation) -> impl Iterator<Item = usize> + 'a {
        self.children(i).iter().copied().filter(move |&child| self.relation(child) == relation || self.base(child) == relation)
    }

    /// The first dependent by `relation` or a subtype of it.
    pub fn child(self, i: usize, relation: Relation) -> Option<usize> {
        self.by(i, relation).next()
    }

    /// Whether the word is a noun, a name, a pronoun or a number.
    pub fn is_nominal(self, i: usize) -> bool {
        matches!(self.pos(i), Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::Sym | Pos::X | Pos::Det)
    }

    /// The words under `top`, itself among them, in order, without the branches whose first word `leave` picks.
    pub fn under(self, top: usize, leave: impl Fn(usize) -> bool) -> Vec<usize> {
        let (mut words, mut next) = (vec![top], 0);
        while let Some(&head) = words.get(next).filter(|_| words.len() <= self.len()) {
            words.extend(self.children(head).iter().filter(|&&child| !leave(child)));
            next += 1;
        }
        words.sort_unstable();
        words
    }

    /// The phrase of the noun or adjective `top`: without prepositions and conjunctions before it, without its appositions, asides and
    /// non-restrictive clauses; with the other members of its coordination if `whole`.
    pub fn phrase(self, top: usize, whole: bool) -> Vec<usize> {
        self.phrase_without(top, whole, |_| false)
    }

    /// As [`Tree::phrase`], also without the branches that `leave` picks.
    pub fn phrase_without(self, top: usize, whole: bool, leave: impl Fn(usize) -> bool) -> Vec<usize> {
        let words = self.under(top, |i| {
            let at_top = self.head(i) == Some(top);
            leave(i)
                || self.is_aside(i, top)
                || at_top && (self.is_frame(i) || !whole && (self.base(i) == Relation::Conj || self.base(i) == Relation::Cc && i > top))
        });
        // What is left out takes the commas around it along.
        let inside = |i: usize| i.checked_sub(1).is_some_and(|before| words.contains(&before)) && words.contains(&(i + 1));
        let mut words: Vec<usize> = words.iter().copied().filter(|&i| self.tag(i) != Tag::Comma || inside(i)).collect();
        // "a poet who", the rest of whose clause hangs elsewhere.
        let stray = |i: usize| matches!(self.tag(i), Tag::Wp | Tag::Wdt) && self.child(i, Relation::Case).is_none();
        while words.len() > 1 && words.last().is_some_and(|&last| stray(last)) {
            words.pop();
        }
        self.unintroduced(self.trimmed(words))
    }

    /// The words without a preposition or conjunction that opens them.
    fn unintroduced(self, words: Vec<usize>) -> Vec<usize> {
        let opens = |i: usize| {
            self.base(i) == Relation::Advmod && self.children(i).is_empty() && FOCUS.contains(&self.lower(i).as_ref())
                || matches!(self.pos(i), Pos::Adp | Pos::Cconj | Pos::Sconj) && matches!(self.tag(i), Tag::In | Tag::Cc)
                || self.tag(i) == Tag::Wdt && words.len() > 1
        };
        let first = words.iter().position(|&i| !opens(i)).unwrap_or(0);
        self.trimmed(words[first..].to_vec())
    }

    /// Whether `i` only frames its head: preposition, conjunction, mark, auxiliary, subject of a nominal predicate.
    fn is_frame(self, i: usize) -> bool {
        use Relation::{Aux, Case, Cop, Csubj, Discourse, Expl, Mark, Nsubj, Parataxis, Vocative};
        match self.base(i) {
            // "two programmes among them".
            Case => self.head(i).is_some_and(|head| self.introduces(i, head) || head < i && self.lower(i) == "among"),
            Mark | Aux | Cop | Expl | Nsubj | Csubj | Discourse | Parataxis | Vocative => true,
            Relation::Cc => self
                .head(i)
                .is_some_and(|head| i < head && self.children(head).iter().find(|&&child| self.base(child) != Relation::Punct) == Some(&i)),
            Relation::Advcl => true,
            // "where she was active".
            Relation::Advmod => self.tag(i) == Tag::Wrb && self.head(i).is_some_and(|head| self.child(head, Relation::Cop).is_some()),
            _ => false,
        }
    }

    /// Whether `i` is an apposition or a non-restrictive clause within a phrase, and no part of a name.
    fn is_aside(self, i: usize, top: usize) -> bool {
        match self.base(i) {
            Relation::Appos => !self.is_title(i),
            Relation::Parataxis | Relation::Dep => true,
            Relation::Acl => self.after_comma(i, top) || self.relation(i) == Relation::AclRelcl && self.is_bare_name(top),
            Relation::Nmod => self.after_comma(i, top) && is_part(self, i),
            Relation::List => true,
            _ => false,
        }
    }

    /// "the clerks, after a long night, joined": whether a phrase of `top` with a preposition stands between commas.
    pub fn is_enclosed(self, i: usize, top: usize) -> bool {
        let last = self.under(i, |child| self.base(child) == Relation::Punct).last().copied().unwrap_or(i);
        let part = |case: usize| matches!(self.lower(case).as_ref(), "along" | "including" | "of" | "together" | "with");
        let opened = self.child(i, Relation::Case).is_some_and(|case| !part(case)) && self.after_comma(i, top);
        opened && last + 1 < self.len() && self.tag(last + 1) == Tag::Comma
    }

    /// Whether `i` is a name without an article, which no clause can tell from others of its name.
    fn is_bare_name(self, i: usize) -> bool {
        self.pos(i) == Pos::Propn && self.child(i, Relation::Det).is_none()
    }

    /// "the opera The Salt Road": whether `i` is a name that stands right behind the noun it belongs to.
    pub fn is_title(self, i: usize) -> bool {
        let first = self.under(i, |_| false).first().copied().unwrap_or(i);
        let noun = self.head(i).filter(|&noun| noun + 1 == first && matches!(self.pos(noun), Pos::Noun | Pos::Propn));
        noun.is_some() && self.base(first) != Relation::Punct && self.pos(i) == Pos::Propn && self.child(i, Relation::Case).is_none()
    }

    /// Whether the phrase of `i` stands in brackets.
    pub fn is_bracketed(self, i: usize) -> bool {
        self.by(i, Relation::Punct).any(|mark| mark < i && self.tag(mark) == Tag::OpenBracket)
    }

    /// Whether `case` is the preposition of the phrase of `top`, and not one within it ("the Bank of Corby").
    pub fn introduces(self, case: usize, top: usize) -> bool {
        use Relation::{Amod, Compound, Det, Flat, Nummod};
        let before = |i: usize| i < case && matches!(self.base(i), Amod | Compound | Det | Flat | Nummod);
        self.tag(case) != Tag::Possessive && !self.children(top).iter().any(|&i| before(i))
    }

    /// Whether a comma, dash or bracket stands right before the first word of the branch at `i`.
    pub fn after_comma(self, i: usize, top: usize) -> bool {
        let words = self.under(i, |child| self.base(child) == Relation::Punct);
        let first = words.first().copied().unwrap_or(i);
        first > top && first.checked_sub(1).is_some_and(|before| matches!(self.tag(before), Tag::Comma | Tag::Colon | Tag::OpenBracket))
    }

    /// The words without punctuation at either end; quotation marks and brackets stay where their partner does.
    pub fn trimmed(self, mut words: Vec<usize>) -> Vec<usize> {
        if let [first, inner @ .., last] = &words[..]
            && (self.tag(*first), self.tag(*last)) == (Tag::OpenBracket, Tag::CloseBracket)
        {
            words = inner.to_vec();
        }
        use Tag::{CloseBracket, CloseQuote, Colon, Comma, Hyph, OpenBracket, OpenQuote, Stop};
        let count = |words: &[usize], tag: Tag| words.iter().filter(|&&i| self.tag(i) == tag).count();
        loop {
            let lonely = |i: usize| match self.tag(i) {
                Comma | Colon | Hyph | Stop => !self.is_abbreviation_dot(i),
                OpenQuote | CloseQuote => count(&words, OpenQuote) != count(&words, CloseQuote),
                OpenBracket | CloseBracket => count(&words, OpenBracket) != count(&words, CloseBracket),
                _ => {
                    self.base(i) == Relation::Punct
                        && !self.form(i).contains(char::is_alphanumeric)
                        && !matches!(self.form(i), "\"" | "%" | "'")
                }
            };
            if words.first().is_some_and(|&i| lonely(i)) {
                words.remove(0);
            } else if words.last().is_some_and(|&i| lonely(i)) {
                words.pop();
            } else {
                break;
            }
        }
        if let (Some(&first), Some(&last)) = (words.first(), words.last()) {
            let lone = |&i: &usize| self.tag(i) == CloseQuote && !words.contains(&(i - 1));
            if words.iter().skip(1).any(lone) {
                words.retain(|&i| !matches!(self.tag(i), OpenQuote | CloseQuote));
            }
            let (open, close) = (count(&words, OpenQuote), count(&words, CloseQuote));
            if open > close && last + 1 < self.len() && self.tag(last + 1) == CloseQuote {
                words.push(last + 1);
            } else if close > open && first > 0 && self.tag(first - 1) == OpenQuote {
                words.insert(0, first - 1);
            } else if open != close {
                words.retain(|&i| !matches!(self.tag(i), OpenQuote | CloseQuote));
            }
        }
        words
    }

    fn is_abbreviation_dot(self, i: usize) -> bool {
        self.form(i).contains(char::is_alphanumeric)
    }

    /// The words written out: as in the sentence where they stand side by side, else with a blank between them.
    pub fn write(self, words: &[usize]) -> String {
        let mut out = String::new();
        for (n, &i) in words.iter().enumerate() {
            let span = self.reading.words[i].span;
            if let Some(&before) = n.checked_sub(1).and_then(|n| words.get(n)) {
                let end = self.reading.words[before].span.end;
                let gap = if before + 1 == i { self.text.get(end..span.start).unwrap_or(" ") } else { " " };
                out.push_str(if gap.is_empty() { "" } else { " " });
            }
            out.push_str(span.of(self.text));
        }
        out
    }

    /// The members of a coordination, `top` first.
    pub fn members(self, top: usize) -> Vec<usize> {
        let mut members = vec![top];
        members.extend(self.children(top).iter().copied().filter(|&i| self.relation(i) == Relation::Conj));
        members
    }
}
