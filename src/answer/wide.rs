//! Wide series: enumerations whose items are longer than a noun with its modifiers: "a rise of 250 crowns, a cut in fuel prices and a freeze on rents",
//! "built a mill, dug a canal and sold the ferry". They are read off the commas, from what opens the first item to what closes the last.

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::series::Series;
use crate::facts::annotation::Annotation;
use crate::text::fold::fold;
use crate::text::{Pos, Tag, Word};

/// The most words of an item.
const LONGEST: usize = 14;

struct Scan<'a> {
    words: &'a [Word],
    text: &'a str,
}

/// The enumeration of three items or more that the conjunction at `joint` closes.
pub fn around(annotation: &Annotation, joint: usize) -> Option<Series> {
    let scan = Scan { words: &annotation.reading.words, text: &annotation.text };
    let last = scan.last(joint)?;
    let mut items = vec![last];
    let mut end = if scan.is(joint - 1, ",") { joint - 1 } else { joint };
    loop {
        let start = scan.start(end);
        if start >= end || end - start > LONGEST {
            return None;
        }
        items.push(start..end);
        if start == 0 || !scan.is(start - 1, ",") {
            break;
        }
        end = start - 1;
    }
    items.reverse();
    if items[1..].iter().any(|item| matches!(&*scan.lower(item.start), "including" | "such" | "among")) {
        return None;
    }
    items[0].start = scan.opening(&items)?;
    let mut items: Vec<Range<usize>> = items.into_iter().map(|item| scan.trimmed(item)).collect();
    let ends_well = |item: &Range<usize>| !item.is_empty() && scan.words[item.end - 1].pos != Pos::Adp;
    let whole = items.len() > 2 && items.iter().all(ends_well);
    let label = (whole && scan.is_label(&items)).then(|| items.remove(0));
    whole.then_some(Series { items, label })
}

/// Whether the wide reading of an enumeration is better than one whose items are nouns with their modifiers: it has more items, or those of the other
/// begin within one of its own, behind a preposition, though the next begins with an article.
pub fn is_better(annotation: &Annotation, wide: &Series, narrow: &Series) -> bool {
    let words = &annotation.reading.words;
    let article = |item: &Range<usize>| item.start > 0 && words[item.start - 1].pos == Pos::Det || words[item.start].pos == Pos::Det;
    let (first, second) = (&narrow.items[0], &narrow.items[1]);
    let cut = wide.items[0].start < first.start && wide.items[0].contains(&first.start);
    let behind = words[..first.start].iter().rev().find(|w| w.pos != Pos::Det && w.pos != Pos::Adj).is_some_and(|w| w.pos == Pos::Adp);
    let text = |w: usize| words[w].span.of(&annotation.text);
    let listed = wide.items[0].start > 0 && text(wide.items[0].start - 1) == ":";
    // "Admission to the society, a pension and a share in the profit": the items are alike, the last has a phrase of its own too.
    let longer = |a: &Series, b: &Series| a.items.last().map_or(0, |i| i.len()) > b.items.last().map_or(0, |i| i.len());
    let of = words[..first.start].iter().rev().find(|w| w.pos == Pos::Adp).is_some_and(|w| w.lemma == "of");
    let alike = longer(wide, narrow) && !of && words[first.start].pos != Pos::Propn;
    let better = wide.items.len() > narrow.items.len() || cut && behind && (article(second) && !article(first) || listed || alike);
    narrow.label.is_none() && (wide.label.is_some() || better)
}

impl Scan<'_> {
    fn is(&self, word: usize, form: &str) -> bool {
        self.words.get(word).is_some_and(|w| w.span.of(self.text) == form)
    }

    fn lower(&self, word: usize) -> Cow<'_, str> {
        fold(self.words[word].span.of(self.text))
    }

    /// Whether a word ends a list whatever stands before it: a mark, or one that opens a clause.
    fn closes(&self, word: usize) -> bool {
        let own = &self.words[word];
        matches!(self.words[word].span.of(self.text), "," | ";" | ":" | "." | "(" | ")" | "—" | "–")
            || matches!(own.tag, Tag::Wdt | Tag::Wp | Tag::Wrb | Tag::WpPossessive)
            || own.pos == Pos::Cconj && !self.joins_adjectives(word)
            || matches!(&*self.lower(word), "after" | "although" | "because" | "before" | "while" | "whereas" | "until")
    }

    /// Whether a word is the "but" between two adjectives of one item: "a poor but stubborn player".
    fn joins_adjectives(&self, word: usize) -> bool {
        let adjective = |w: usize| self.words.get(w).is_some_and(|w| w.pos == Pos::Adj);
        matches!(&*self.lower(word), "but" | "yet") && word > 0 && adjective(word - 1) && adjective(word + 1)
    }

    fn is_finite(&self, word: usize) -> bool {
        matches!(self.words[word].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md)
    }

    /// The item behind the conjunction: to the next mark, conjunction or clause.
    fn last(&self, joint: usize) -> Option<Range<usize>> {
        let start = joint + 1;
        let end = (start..self.words.len()).find(|&w| self.closes(w)).unwrap_or(self.words.len());
        let finite = (start + 1..end).any(|w| self.is_finite(w));
        (end > start && end - start <= LONGEST && !finite).then_some(start..end)
    }

    /// Where the item that ends before `end` starts: behind the mark before it.
    fn start(&self, end: usize) -> usize {
        (0..end).rev().find(|&w| self.closes(w) && w + 1 < end).map_or(0, |w| w + 1)
    }

    /// Where the first item starts within the words before the first comma: at a verb of the kind that the others begin with, else behind the
    /// colon, the verb, or the word that opens an enumeration. `None` where the others are not alike.
    fn opening(&self, items: &[Range<usize>]) -> Option<usize> {
        let (first, others) = items.split_first()?;
        let tag = |item: &Range<usize>| self.words[item.start].tag;
        let verbal = |tag: Tag| matches!(tag, Tag::Vbd | Tag::Vbz | Tag::Vbn | Tag::Vb);
        if others.iter().any(|item| verbal(tag(item))) {
            let kind = tag(&others[0]);
            let plain = |t: Tag| t == Tag::Vb;
            let alike = |t: Tag| verbal(t) && plain(t) == plain(kind);
            let all = others.iter().all(|item| alike(tag(item)));
            return if all { first.clone().rev().find(|&w| alike(self.words[w].tag)) } else { None };
        }
        let clausal = |item: &Range<usize>| {
            item.clone().any(|w| self.is_finite(w)) || self.words[item.start].pos == Pos::Pron && self.words[item.start].tag == Tag::Prp
        };
        if others.iter().any(clausal) {
            return None;
        }
        let opens = |w: usize| {
            matches!(&*self.lower(w), "including" | "include" | "includes" | "included" | "as" | "them" | "like")
                || matches!(self.words[w].pos, Pos::Verb | Pos::Aux) && self.words[w].tag != Tag::Vbg
        };
        if first.start > 0 && self.is(first.start - 1, ":") && !first.clone().any(|w| self.is_finite(w)) {
            return Some(first.start);
        }
        let behind = first.clone().rev().find(|&w| opens(w))? + 1;
        let skipped = (behind..first.end).find(|&w| !matches!(self.words[w].pos, Pos::Adp | Pos::Adv))?;
        Some(skipped)
    }

    /// Whether the first item names the kind of the others, which are names: "two books, The Mill and The Ferry".
    fn is_label(&self, items: &[Range<usize>]) -> bool {
        let capital = |item: &Range<usize>| self.words[item.start].span.of(self.text).starts_with(char::is_uppercase);
        let plural = items[0].clone().any(|w| self.words[w].tag == Tag::Nns);
        plural && !capital(&items[0]) && items[1..].iter().all(capital)
    }

    /// An item without its article and marks.
    fn trimmed(&self, mut item: Range<usize>) -> Range<usize> {
        let article = |w: usize| matches!(self.words[w].span.of(self.text), "a" | "an" | "the");
        let skip = |w: usize| self.words[w].pos == Pos::Punct || self.words[w].pos == Pos::Det && article(w);
        while !item.is_empty() && skip(item.start) {
            item.start += 1;
        }
        while !item.is_empty() && self.words[item.end - 1].pos == Pos::Punct {
            item.end -= 1;
        }
        item
    }
}
