//! Series: the things that a sentence enumerates: "copper, zinc and tin", "including Ada Merrow, journalist Olin Pask and Bela Trask".
//!
//! They are read off the commas and the conjunction, not off the tree: trees of long lists are often wrong.

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::wide;
use crate::facts::annotation::Annotation;
use crate::text::fold::fold;
use crate::text::term::is_stop_word;
use crate::text::{Pos, Reading, Relation, Tag, wordnet};

/// The items of one enumeration, in order, each as words of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The items, without articles before them.
    pub items: Vec<Range<usize>>,
    /// The phrase that they explain: "her three children" of "her three children, Ada, Olin and Bela".
    pub label: Option<Range<usize>>,
}

/// The most words of an item.
const LONGEST: usize = 9;

/// The enumerations of a sentence, one for each conjunction that closes one; two of which one goes on where the other ends are one: "loons or divers,
/// grebes and coots".
pub fn series(annotation: &Annotation) -> Vec<Series> {
    let scan = Scan { annotation };
    let joints = (1..annotation.reading.words.len()).filter(|&w| scan.joins(w));
    let both = |joint| match (scan.around(joint), wide::around(annotation, joint)) {
        (Some(narrow), Some(wide)) if scan.are_dates(&narrow) || !wide::is_better(annotation, &wide, &narrow) => Some(narrow),
        (narrow, wide) => wide.or(narrow),
    };
    let found = joints.filter_map(|joint| scan.parted(joint).or_else(|| both(joint)));
    let inside = |own: &Range<usize>, item: &Range<usize>| own.start <= item.start && item.end <= own.end;
    let joined = found.fold(Vec::<Series>::new(), |mut found, next| {
        match found.last_mut() {
            Some(before) if before.items.last() == next.items.first() => before.items.extend(next.items.into_iter().skip(1)),
            // "Salt, tar, and rope and sail".
            Some(before) if next.items.iter().all(|item| before.items.last().is_some_and(|last| inside(last, item))) => {}
            _ => found.push(next),
        }
        found
    });
    let own = joined.into_iter().map(|series| scan.parallel(series)).filter_map(|series| scan.without_aside(series));
    let own = own.map(|series| scan.without_apposed(series));
    own.filter(|series| !scan.is_within_name(series)).collect()
}

struct Scan<'a> {
    annotation: &'a Annotation,
}

impl Scan<'_> {
    fn reading(&self) -> &Reading {
        &self.annotation.reading
    }

    fn lower(&self, word: usize) -> Cow<'_, str> {
        fold(self.reading().words[word].span.of(&self.annotation.text))
    }

    fn joins(&self, word: usize) -> bool {
        let own = &self.reading().words[word];
        own.pos == Pos::Cconj && matches!(&*self.lower(word), "and" | "or" | "&") && !self.in_name(word)
    }

    /// An enumeration from behind a conjunction that stands alone between two commas, and behind the "with" that opens it: "left the league and, together with
    /// the bakers and the dockers, founded a guild". `None` where no two items are left.
    fn without_aside(&self, mut series: Series) -> Option<Series> {
        let alone = |item: &Range<usize>| item.len() == 1 && self.reading().words[item.start].pos == Pos::Cconj;
        if let Some(place) = series.items.iter().rposition(alone) {
            series = Series { items: series.items.split_off(place + 1), label: None };
        }
        let first = series.items.first_mut()?;
        if first.len() > 2 && matches!(&*self.lower(first.start), "together" | "along") && self.lower(first.start + 1) == "with" {
            *first = self.trimmed(first.start + 2..first.end);
        }
        (series.items.len() > 1).then_some(series)
    }

    /// An enumeration without the items that only say what the one before them is: "Ada Merrow, a baker, and Olin Pask".
    fn without_apposed(&self, series: Series) -> Series {
        let words = &self.reading().words;
        let named = |item: Option<&Range<usize>>| item.is_some_and(|item| item.clone().any(|w| words[w].pos == Pos::Propn));
        let says = |place: usize, item: &Range<usize>| {
            let article = item.start > 0 && matches!(&*self.lower(item.start - 1), "a" | "an");
            let person = wordnet::is_a(&words[item.end - 1].lemma, "person");
            article
                && person
                && !named(Some(item))
                && place > 0
                && [place - 1, place + 1].iter().all(|&beside| named(series.items.get(beside)))
        };
        let items = series.items.iter().enumerate().filter(|(place, item)| !says(*place, item)).map(|(_, item)| item.clone()).collect();
        Series { items, label: series.label }
    }

    /// Whether an enumeration stands in brackets within a name: "the Boats (Lamps and Ropes) Act".
    fn is_within_name(&self, series: &Series) -> bool {
        let words = &self.reading().words;
        let capital = |w: usize| self.shown(w).starts_with(char::is_uppercase);
        let (start, end) = (series.items[0].start, series.items[series.items.len() - 1].end);
        start > 1
            && self.shown(start - 1) == "("
            && capital(start - 2)
            && end + 1 < words.len()
            && self.shown(end) == ")"
            && capital(end + 1)
    }

    /// The enumeration parted by semicolons that the conjunction at `joint` closes, each item without what explains it behind a comma: "four parts: Ebb,
    /// on the sea; Flow, on the land; and Slack, on neither".
    fn parted(&self, joint: usize) -> Option<Series> {
        let words = &self.reading().words;
        let is = |w: usize, mark: &str| self.shown(w) == mark;
        if !is(joint - 1, ";") {
            return None;
        }
        let first = (0..joint).find(|&w| is(w, ";"))?;
        let colon = (0..joint).rev().find(|&w| is(w, ":"));
        // "Among the founders were Ada Merrow, a baker; Olin Pask; and …".
        let verb = || (0..first).find(|&w| self.is_finite(w)).filter(|_| first + 1 < joint);
        let colon = colon.or_else(verb)?;
        let ends = |&w: &usize| is(w, ";") || is(w, ".");
        let close = (joint + 1..words.len()).find(ends).unwrap_or(words.len());
        let marks = (colon + 1..joint - 1).filter(|&w| is(w, ";"));
        let starts: Vec<usize> = std::iter::once(colon + 1).chain(marks.map(|w| w + 1)).chain([joint + 1]).collect();
        let stops = starts[1..].iter().map(|&start| if start == joint + 1 { joint - 1 } else { start - 1 }).chain([close]);
        let item = |(&start, stop): (&usize, usize)| start..(start..stop).find(|&w| is(w, ",") || is(w, "(")).unwrap_or(stop);
        let items: Vec<Range<usize>> = starts.iter().zip(stops).map(item).map(|item| self.trimmed(item)).collect();
        let plain = |item: &Range<usize>| !item.is_empty() && item.len() <= LONGEST && !item.clone().any(|w| self.is_finite(w));
        (items.len() > 2 && items.iter().all(plain)).then_some(Series { items, label: None })
    }

    fn is_finite(&self, word: usize) -> bool {
        matches!(self.reading().words[word].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md)
    }

    /// The items made alike: where a preposition stands in the first alone, behind the plural that says what all of them are, the first begins behind it:
    /// "the hamlets of Ostra, Sora and Alm".
    fn parallel(&self, mut series: Series) -> Series {
        let words = &self.reading().words;
        let capital = |w: usize| self.shown(w).starts_with(char::is_uppercase);
        let plural = |w: usize| words[w].tag == Tag::Nns;
        let first = series.label.clone().unwrap_or_else(|| series.items[0].clone());
        let others = &series.items[usize::from(series.label.is_none())..];
        let preposition = |w: &usize| words[*w].pos == Pos::Adp;
        let Some(behind) = first.clone().rev().find(preposition).map(|w| w + 1).filter(|w| *w < first.end) else { return series };
        let tail = self.trimmed(behind..first.end);
        let kind = (first.start..behind).any(plural);
        let alike = |item: &Range<usize>| {
            let (own, last) = (tail.end - 1, item.end - 1);
            capital(tail.start) == capital(item.start) && (capital(own) || plural(own) == plural(last))
        };
        let bare = |item: &Range<usize>| !item.clone().any(|w| preposition(&w)) && self.lower(item.start) != self.lower(first.start);
        let several = others.len() > 1 || series.label.is_some() || others.iter().all(|item| capital(item.start));
        if kind && several && !tail.is_empty() && others.iter().all(|item| bare(item) && alike(item)) {
            match series.label.take() {
                Some(_) => series.items.insert(0, tail),
                None => series.items[0] = tail,
            }
        }
        series
    }

    /// The enumeration that the conjunction at `joint` closes.
    fn around(&self, joint: usize) -> Option<Series> {
        // "Ferns, fungi and, in winter, bark".
        let aside = (joint + 2..(joint + 9).min(self.reading().words.len())).find(|&w| self.is_comma(joint + 1) && self.is_comma(w));
        let begin = aside.unwrap_or(joint) + 1;
        let gerund = begin < self.reading().words.len() && self.is_gerund(begin);
        let last = self.forward(begin, gerund);
        let mut end = if self.is_comma(joint - 1) { joint - 1 } else { joint };
        let mut items = vec![last];
        loop {
            end = self.before_bracket(end);
            let start = self.backward(end, gerund);
            if start == end || end - start > LONGEST {
                break;
            }
            // "three times, in 2015, 2017 and 2022"
            if self.opens_dates(start) && !self.opens_dates(begin) {
                items.push(start + 1..end);
                break;
            }
            items.push(start..end);
            if start < 2 || !self.is_comma(start - 1) {
                break;
            }
            end = start - 1;
        }
        items.reverse();
        // "Salt, tar, and rope and sail".
        let end = items[items.len() - 1].end;
        if items.len() > 2 && self.is_comma(joint - 1) && end < self.reading().words.len() && self.joins(end) {
            let behind = self.forward(end + 1, false);
            let whole = items.len() - 1;
            items[whole].end = if behind.is_empty() { end } else { behind.end };
        }
        let label = (items.len() > 2 && self.is_label(&items)).then(|| items.remove(0));
        if items[0].start > 0 && self.lower(items[0].start - 1) == "between" || self.lower(items[0].start) == "between" {
            return None;
        }
        let dates = items[1..].iter().all(|item| item.clone().all(|w| self.in_date(w)));
        let date =
            |item: Range<usize>| item.clone().rev().take_while(|&w| self.in_date(w)).last().map_or(item.clone(), |start| start..item.end);
        let items: Vec<Range<usize>> = items.into_iter().map(|item| if dates { date(item) } else { self.trimmed(item) }).collect();
        let whole = items.len() > 1 && items.iter().all(|item| !item.is_empty() && item.len() <= LONGEST);
        (whole && self.is_one(&items)).then_some(Series { items, label })
    }

    /// Where the item that starts at `start` ends.
    fn forward(&self, start: usize, gerund: bool) -> Range<usize> {
        let words = &self.reading().words;
        let mut end = start;
        while end < words.len() && (self.is_part(end) || gerund && end == start || self.leads_on(start, end)) {
            end += 1;
        }
        start..end
    }

    /// Where the item that ends before `end` starts.
    fn backward(&self, end: usize, gerund: bool) -> usize {
        let mut start = end;
        while start > 0 && (self.is_part(start - 1) || start < end && self.is_of(start - 1) && start > 1 && self.is_part(start - 2)) {
            start -= 1;
        }
        if gerund && start > 0 && self.is_gerund(start - 1) { start - 1 } else { start }
    }

    /// Where the item ends that ends before `end`, the brackets behind it left out: "Night Mail (1936)".
    fn before_bracket(&self, end: usize) -> usize {
        if end == 0 || self.shown(end - 1) != ")" {
            return end;
        }
        let opened = (end.saturating_sub(LONGEST)..end).rev().find(|&w| self.shown(w) == "(");
        opened.filter(|&w| w > 0).unwrap_or(end)
    }

    /// Whether all that is listed is dates.
    fn are_dates(&self, series: &Series) -> bool {
        series.items.iter().flat_map(Range::clone).all(|w| self.in_date(w))
    }

    /// Whether a preposition with a date begins at a word.
    fn opens_dates(&self, word: usize) -> bool {
        self.reading().words[word].pos == Pos::Adp && word + 1 < self.reading().words.len() && self.in_date(word + 1)
    }

    /// Whether a word is the -ing form of a verb that leads an item: "raising wages".
    fn is_gerund(&self, word: usize) -> bool {
        let own = &self.reading().words[word];
        own.tag == Tag::Vbg || self.lower(word).ends_with("ing") && !matches!(own.pos, Pos::Punct | Pos::Propn)
    }

    /// Whether "of" within an item leads on to more of it.
    fn leads_on(&self, start: usize, word: usize) -> bool {
        word > start && self.is_of(word) && word + 1 < self.reading().words.len() && self.is_part(word + 1)
    }

    fn is_of(&self, word: usize) -> bool {
        self.lower(word) == "of"
    }

    /// Whether a word may be part of an item: of a noun phrase or a name.
    fn is_part(&self, word: usize) -> bool {
        let own = &self.reading().words[word];
        if self.in_name(word) || self.in_date(word) || self.is_foreign(word) || self.is_inside_title(word) {
            return true;
        }
        match own.pos {
            Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::X => true,
            Pos::Sym => !self.is_bar(word),
            // "His brother-in-law".
            Pos::Adp if word > 0 && self.reading().words[word - 1].tag == Tag::Hyph => true,
            Pos::Adp => word + 1 < self.reading().words.len() && self.in_date(word + 1),
            Pos::Det => !matches!(&*self.lower(word), "both" | "either" | "that" | "which"),
            Pos::Part => own.tag == Tag::Possessive,
            Pos::Pron => own.tag == Tag::PrpPossessive,
            Pos::Verb => {
                own.relation.base() == Relation::Amod || own.tag == Tag::Vbg && word > 0 && self.reading().words[word - 1].tag == Tag::In
            }
            Pos::Cconj => self.joins_adjectives(word),
            Pos::Punct => matches!(own.tag, Tag::OpenQuote | Tag::CloseQuote | Tag::Hyph),
            _ => false,
        }
    }

    /// Whether a word is the "but" between two adjectives of one item: "a poor but stubborn player".
    fn joins_adjectives(&self, word: usize) -> bool {
        let adjective = |w: usize| self.reading().words.get(w).is_some_and(|w| w.pos == Pos::Adj);
        matches!(&*self.lower(word), "but" | "yet") && word > 0 && adjective(word - 1) && adjective(word + 1)
    }

    fn in_name(&self, word: usize) -> bool {
        let span = self.reading().words[word].span;
        self.annotation.names.iter().any(|name| name.core.contains(span))
    }

    /// Whether a small word stands within a title: "Letters to a Censor".
    fn is_inside_title(&self, word: usize) -> bool {
        let words = &self.reading().words;
        let small = |w: usize| matches!(words[w].pos, Pos::Adp | Pos::Det) && self.shown(w).starts_with(char::is_lowercase);
        let capital = |w: usize| self.shown(w).starts_with(char::is_uppercase);
        let before = (0..word).rev().find(|&w| !small(w)).filter(|&w| w > 0 && capital(w) && words[w].pos != Pos::Punct);
        let after = (word + 1..words.len()).find(|&w| !small(w)).filter(|&w| capital(w) && w <= word + 2);
        let common = |w: usize| wordnet::base_form(&self.lower(w), wordnet::Pos::Noun).is_some();
        small(word) && after.is_some() && before.is_some_and(|b| word - b <= 2 && common(b))
    }

    fn shown(&self, word: usize) -> &str {
        self.reading().words[word].span.of(&self.annotation.text)
    }

    /// Whether a word belongs to a date behind an item: "in 1868".
    fn in_date(&self, word: usize) -> bool {
        let span = self.reading().words[word].span;
        self.annotation.values.iter().any(|v| v.kind.date().is_some() && v.core.contains(span))
    }

    /// Whether a word in small letters right behind a name is no English: the rest of a foreign name.
    fn is_foreign(&self, word: usize) -> bool {
        use wordnet::Pos::{Adjective, Adverb, Noun, Verb};
        let lower = self.lower(word);
        let english = || [Noun, Verb, Adjective, Adverb].into_iter().any(|pos| wordnet::base_form(&lower, pos).is_some());
        let shown = |w: usize| self.reading().words[w].span.of(&self.annotation.text);
        let after_name = word.checked_sub(1).is_some_and(|w| shown(w).starts_with(char::is_uppercase));
        after_name && lower.len() > 3 && shown(word).chars().all(char::is_lowercase) && !is_stop_word(&lower) && !english()
    }

    /// Whether a word is the bar between the cells of a table.
    fn is_bar(&self, word: usize) -> bool {
        self.lower(word) == "|"
    }

    fn is_comma(&self, word: usize) -> bool {
        self.reading().words[word].tag == Tag::Comma
    }

    /// Whether the first item names the kind of the others, which are names: "her three children, Ada, Olin and Bela".
    fn is_label(&self, items: &[Range<usize>]) -> bool {
        let words = &self.reading().words;
        let named = |item: &Range<usize>| item.clone().any(|w| words[w].pos == Pos::Propn);
        let plural = items[0].clone().next_back().is_some_and(|w| words[w].tag == Tag::Nns);
        plural && !named(&items[0]) && items[1..].iter().all(named)
    }

    /// Whether the items are one series: three of them, two that the tree coordinates, two that fill a table's cell, two names that no verb follows.
    fn is_one(&self, items: &[Range<usize>]) -> bool {
        let words = &self.reading().words;
        let joined = |item: &Range<usize>| {
            item.clone().any(|w| words[w].relation == Relation::Conj && words[w].head.is_some_and(|h| items[0].contains(&h)))
        };
        let last = items[items.len() - 1].end;
        let opens = items[0].start == 0 || self.is_bar(items[0].start - 1);
        let closes = last == words.len() || self.is_bar(last);
        let capital = |w: usize| words[w].span.of(&self.annotation.text).starts_with(char::is_uppercase);
        let named = |item: &Range<usize>| item.clone().any(capital);
        let verb_follows = words.get(last).is_some_and(|w| matches!(w.pos, Pos::Verb | Pos::Aux));
        items.len() > 2 || joined(&items[1]) || opens && closes || items.iter().all(named) && items[0].start > 0 && !verb_follows
    }

    /// An item without articles before it, a date behind it and marks around it.
    fn trimmed(&self, mut item: Range<usize>) -> Range<usize> {
        let words = &self.reading().words;
        let article = |w: usize| words[w].pos == Pos::Det && matches!(self.shown(w), "a" | "an" | "the");
        let mark = |w: usize| words[w].pos == Pos::Punct;
        while !item.is_empty() && (article(item.start) || mark(item.start)) {
            item.start += 1;
        }
        let dated = |w: usize| self.in_date(w) || words[w].pos == Pos::Adp;
        while item.len() > 1 && (mark(item.end - 1) || dated(item.end - 1)) {
            item.end -= 1;
        }
        item
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::facts::annotation::annotate;

    #[test]
    fn items_are_read_off_commas_and_conjunctions() {
        let check = |text: &str, expected: &[&str]| {
            let document = Document::read("a.txt", format!("= Orm =\n\n{text}\n").into_bytes(), None).expect("a document");
            let annotation = &annotate(&document)[0];
            let words = &annotation.reading.words;
            let shown = |r: &Range<usize>| words[r.start].span.cover(words[r.end - 1].span).of(&annotation.text).to_string();
            let found: Vec<String> = series(annotation).iter().flat_map(|s| s.items.iter().map(shown)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("The roof is made of copper and glass.", &["copper", "glass"]);
        check("The mine gave copper, zinc, and tin.", &["copper", "zinc", "tin"]);
        check(
            "Guests included Ada Merrow, journalist Olin Pask and the painter Bela Trask.",
            &["Ada Merrow", "journalist Olin Pask", "painter Bela Trask"],
        );
        check("She fled with her three children, Ada, Olin and Bela.", &["Ada", "Olin", "Bela"]);
        check(
            "She called for raising wages, defending schools and opposing taxes.",
            &["raising wages", "defending schools", "opposing taxes"],
        );
        check(
            "Two men died: the mason Peter Gowrie in 1868 and the diver Hamish Loane in 1870.",
            &["mason Peter Gowrie", "diver Hamish Loane"],
        );
        check(
            "He was a keen diver, a collector of charts and a poor but stubborn player.",
            &["keen diver", "collector of charts", "poor but stubborn player"],
        );
        check("They are taken for loons or divers, grebes, and coots.", &["loons", "divers", "grebes", "coots"]);
        check(
            "They demanded admission to the guild, permanent contracts and a share in the profit.",
            &["admission to the guild", "permanent contracts", "share in the profit"],
        );
        check("He left the town and sold the house.", &[]);
        check("The flood buried the hamlets of Ostra, Sora and Alm.", &["Ostra", "Sora", "Alm"]);
        check("The party held the ministries of work, health and trade.", &["work", "health", "trade"]);
        check("The council had members of parliament, judges and priests.", &["members of parliament", "judges", "priests"]);
        check("The show has three parts: Ebb, on the sea; Flow, on the land; and Slack, on neither.", &["Ebb", "Flow", "Slack"]);
        check("They came second in the league in 1997, 1999 and 2000.", &["1997", "1999", "2000"]);
        check("She won the cup three times, in 1997, 1999 and 2000.", &["1997", "1999", "2000"]);
        check(
            "She wrote three books: *Tides* (1901), *Seven Months on Orm* (1910) and *The Wall* (1924).",
            &["Tides", "Seven Months on Orm", "The Wall"],
        );
        check("Hares eat ferns, roots and, in the dry months, the bark of the elder.", &["ferns", "roots", "bark of the elder"]);
        check("Its stores are salt, tar, and rope and sail.", &["salt", "tar", "rope and sail"]);
        check(
            "Among the founders were Ada Merrow, who led it; Olin Pask, a baker; and the brothers Bo and Jan Lind.",
            &["Ada Merrow", "Olin Pask", "brothers Bo and Jan Lind"],
        );
        check(
            "It left the council, which it called deaf, and, together with the bakers and the dockers, founded a guild.",
            &["bakers", "dockers"],
        );
        check("The Boats (Lamps and Ropes) Act was passed.", &[]);
        check("The guests were Ada Merrow, a baker, and Olin Pask.", &["Ada Merrow", "Olin Pask"]);
        check("It was founded by Ada Merrow and her brother-in-law Olin Pask.", &["Ada Merrow", "her brother-in-law Olin Pask"]);
        // Longer items, read by `wide`.
        check(
            "They declared three to be final: a rise of 250 crowns in wages, a cut in fuel prices and a freeze on rents.",
            &["rise of 250 crowns in wages", "cut in fuel prices", "freeze on rents"],
        );
        check(
            "Her plan promised free boats for pupils, a rent register and the return of the market to the town.",
            &["free boats for pupils", "rent register", "return of the market to the town"],
        );
        check("He built a mill, dug a canal and sold the ferry.", &["built a mill", "dug a canal", "sold the ferry"]);
        check("She has published two books, Letters to a Miller and The Salt Road.", &["Letters to a Miller", "The Salt Road"]);
    }
}
