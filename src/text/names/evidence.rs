//! What tells the kind of a name: each sign has a weight, the heaviest kind wins.

use super::NameKind;
use super::chain::{Chain, Line};
use super::gazetteer::{given_name, group, noun, place, title};
use crate::text::{Pos, Reading, Relation, Span, wordnet};

/// What speaks for each kind and what against it, in the order of [`KINDS`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence {
    support: [f32; 6],
    objection: [f32; 6],
}

const KINDS: [NameKind; 6] = [NameKind::Person, NameKind::Place, NameKind::Organisation, NameKind::Work, NameKind::Event, NameKind::Group];

/// The weight from which a kind is believed.
const ENOUGH: f32 = 0.6;

impl Evidence {
    /// The heaviest kind; ties go to the earlier.
    pub fn kind(&self) -> NameKind {
        let (mut best, mut heaviest) = (NameKind::Other, ENOUGH);
        for (k, kind) in KINDS.iter().enumerate() {
            let weight = self.support[k] + self.objection[k];
            if weight > heaviest {
                (best, heaviest) = (*kind, weight);
            }
        }
        best
    }

    /// Takes another mention's evidence in: the mention that speaks loudest for a kind counts, and the one that speaks loudest against it.
    pub fn join(&mut self, other: &Evidence) {
        for k in 0..KINDS.len() {
            self.support[k] = self.support[k].max(other.support[k]);
            self.objection[k] = self.objection[k].min(other.objection[k]);
        }
    }

    /// Counts that a full name of a person ends with this name.
    pub fn surname(&mut self) {
        self.count(NameKind::Person, 2.0);
    }

    fn count(&mut self, kind: NameKind, weight: f32) {
        if let Some(k) = KINDS.iter().position(|other| *other == kind) {
            let side = if weight < 0.0 { &mut self.objection } else { &mut self.support };
            side[k] += weight;
        }
    }
}

/// The evidence at one mention; `titled` says that a title was taken off it.
pub(super) fn of(line: &Line, chain: Chain, titled: bool) -> Evidence {
    let mut evidence = Evidence::default();
    if titled {
        evidence.count(NameKind::Person, 3.0);
    }
    lists(line, chain, &mut evidence);
    shape(line, chain, &mut evidence);
    before(line, chain, &mut evidence);
    after(line, chain, &mut evidence);
    if let Some(reading) = line.reading {
        tree(reading, line.words[chain.first].span.cover(line.words[chain.end - 1].span), &mut evidence);
    }
    evidence
}

/// The tree: the noun that is said of the name by a copula, its apposition, the noun it is the apposition or description of.
fn tree(reading: &Reading, name: Span, evidence: &mut Evidence) {
    let words = reading.within(name);
    let outside = |i: usize| reading.words[i].head.filter(|head| !words.contains(head));
    let Some((top, above)) = words.clone().find_map(|i| Some((i, outside(i)?))) else { return };
    let common = |i: usize| {
        Some(&reading.words[i].lemma).filter(|_| reading.words[i].pos == Pos::Noun).and_then(|lemma| noun(lemma).or_else(|| class(lemma)))
    };
    let above_says = match reading.words[top].relation.base() {
        Relation::Nsubj if reading.child(above, Relation::Cop).is_some() => common(above),
        Relation::Appos | Relation::Flat => common(above),
        _ => None,
    };
    let below_says = reading.children(top).filter(|&i| !words.contains(&i) && reading.is(i, Relation::Appos)).find_map(common);
    for kind in [above_says, below_says].into_iter().flatten() {
        evidence.count(kind, 1.5);
    }
}

/// The kind of what a noun that no list has is called by, as WordNet has it.
fn class(lemma: &str) -> Option<NameKind> {
    let kinds = [
        ("person", NameKind::Person),
        ("organization", NameKind::Organisation),
        ("group", NameKind::Organisation),
        ("location", NameKind::Place),
    ];
    kinds.into_iter().find(|(class, _)| wordnet::is_mainly(lemma, class)).map(|(_, kind)| kind)
}

/// The gazetteers: the whole name, its first word, its last.
fn lists(line: &Line, chain: Chain, evidence: &mut Evidence) {
    let name = line.words[chain.first].span.cover(line.words[chain.end - 1].span).of(line.text);
    let single = chain.end == chain.first + 1;
    if place(name).is_some() {
        evidence.count(NameKind::Place, if single { 1.6 } else { 3.0 });
    }
    if group(name).is_some() {
        evidence.count(NameKind::Group, 2.5);
    }
    if given_name(line.raw(chain.first)).is_some() {
        evidence.count(NameKind::Person, if single { 1.4 } else { 2.0 });
    }
    if single {
        if let Some(kind) = noun(name).filter(|kind| *kind != NameKind::Person) {
            evidence.count(kind, 1.2);
        }
        return;
    }
    let words: Vec<&str> = (chain.first..chain.end).map(|i| line.raw(i)).collect();
    let of = words.iter().position(|word| matches!(*word, "of" | "for")).unwrap_or(words.len());
    let numbered = of > 1 && of == words.len() && regnal(words[of - 1]);
    let (first, head, last) = (words[0], words[(of - usize::from(numbered)).saturating_sub(1)], words[words.len() - 1]);
    match noun(head) {
        Some(NameKind::Person) | None => {}
        Some(kind) => evidence.count(kind, if of < words.len() { 4.0 } else { 3.0 }),
    }
    if let Some(kind) = noun(first).filter(|kind| *kind != NameKind::Person && of > 1) {
        evidence.count(kind, 1.2);
    }
    if of < words.len() {
        evidence.count(NameKind::Person, if regnal(head) { 3.0 } else { -3.0 });
    } else if group(last).is_some() {
        evidence.count(NameKind::Group, 1.5);
    } else if place(last).is_some() && given_name(first).is_none() {
        evidence.count(NameKind::Place, 1.5);
    }
    if words.iter().all(|word| title(word).is_some() || noun(word) == Some(NameKind::Person) || super::BEFORE_TITLE.contains(word)) {
        evidence.count(NameKind::Person, -9.0);
    }
    if matches!(first, "Lake" | "Mount" | "Mt." | "Cape" | "Fort" | "River" | "Saint" | "St." | "North" | "South" | "East" | "West" | "New")
    {
        evidence.count(NameKind::Place, 1.5);
    }
}

/// Whether a word is the number of a king or a pope.
pub(super) fn regnal(word: &str) -> bool {
    word.len() <= 5 && !word.is_empty() && word.bytes().all(|b| b"IVX".contains(&b))
}

/// Initials, capitals only, digits, and the plain two or three words that are mostly a person.
fn shape(line: &Line, chain: Chain, evidence: &mut Evidence) {
    let words = &line.words[chain.first..chain.end];
    let raw = |k: usize| line.raw(chain.first + k);
    if words.len() == 1 {
        if (words[0].acronym || brand(raw(0))) && group(raw(0)).is_none() {
            evidence.count(NameKind::Organisation, 0.8);
        } else if raw(0).bytes().any(|b| b.is_ascii_digit()) {
            evidence.count(NameKind::Organisation, 0.7);
        }
        return;
    }
    let initials = words.iter().any(|word| word.pointed && word.span.len() == 2);
    let plain = words.iter().enumerate().all(|(k, word)| word.capital && !word.acronym && !word.digit && personal(raw(k)));
    if initials {
        evidence.count(NameKind::Person, 1.5);
    }
    let article = matches!(raw(0), "La" | "Le" | "Les" | "El" | "Los" | "Las" | "Die" | "Das");
    if plain && !article && words.len() <= 3 {
        evidence.count(NameKind::Person, 0.8);
    }
    if words.iter().enumerate().any(|(k, word)| (word.acronym && !regnal(raw(k))) || word.digit) && !initials {
        evidence.count(NameKind::Organisation, if words[0].acronym { 1.8 } else { 0.7 });
    }
}

/// Whether an acronym stands before a hyphen: `RTX-Bank`.
fn brand(raw: &str) -> bool {
    let first = raw.split('-').next().unwrap_or("");
    raw.contains('-') && first.chars().count() > 1 && first.chars().all(char::is_uppercase)
}

/// Endings of abstract and common nouns, which names of people seldom have.
const ABSTRACT: &[&str] =
    &["ment", "tion", "sion", "ing", "ity", "ness", "ics", "ism", "ware", "ance", "ence", "ship", "ical", "able", "less", "ology"];

/// Whether a word may stand in a person's name as far as its form tells.
fn personal(raw: &str) -> bool {
    let common = raw.len() > 5 && ABSTRACT.iter().any(|ending| raw.ends_with(ending));
    given_name(raw).is_some() || noun(raw).is_none() && group(raw).is_none() && place(raw).is_none() && !common && !regnal(raw)
}

/// The words before: "the city of", "activist", "in", "the".
fn before(line: &Line, chain: Chain, evidence: &mut Evidence) {
    let Some(last) = chain.first.checked_sub(1).filter(|_| line.words[chain.first].near) else { return };
    let word = line.raw(last).to_lowercase();
    match word.as_str() {
        "of" => {
            let owner = last.checked_sub(1).filter(|_| line.words[last].near).map_or("", |k| line.raw(k));
            if noun(owner) == Some(NameKind::Place) {
                evidence.count(NameKind::Place, 1.5);
            } else if noun(owner) == Some(NameKind::Person) && title(owner).is_some() {
                evidence.count(NameKind::Place, 0.8);
            }
        }
        "the" => {
            evidence.count(NameKind::Person, -2.0);
            evidence.count(NameKind::Organisation, 0.4);
        }
        "in" | "near" | "throughout" | "across" | "outside" => evidence.count(NameKind::Place, 1.0),
        "at" | "from" | "to" | "around" => evidence.count(NameKind::Place, 0.5),
        "by" | "with" | "and" => evidence.count(NameKind::Person, 0.3),
        _ if !line.named(last) => {
            if let Some(kind) = noun(&word) {
                evidence.count(kind, if kind == NameKind::Person { 2.0 } else { 1.2 });
            }
        }
        _ => {}
    }
}

/// Verbs of what people do.
const PERSONAL: &[&str] = &[
    "married",
    "died",
    "wrote",
    "argued",
    "told",
    "said",
    "says",
    "replied",
    "explained",
    "believed",
    "became",
    "grew",
    "studied",
    "taught",
    "resigned",
    "retired",
    "admitted",
    "recalled",
    "graduated",
    "attended",
    "moved",
    "met",
    "played",
    "sang",
    "painted",
];

/// The words after: ", who", "is a village", ", a French writer", "(born", "said".
fn after(line: &Line, chain: Chain, evidence: &mut Evidence) {
    let Some(next) = line.words.get(chain.end) else { return };
    let gap = line.text.get(line.words[chain.end - 1].span.end..next.span.start).unwrap_or("");
    let word = line.raw(chain.end);
    match (gap, word) {
        (_, "who" | "whose" | "whom") => evidence.count(NameKind::Person, 2.0),
        (" (", "born" | "b") => evidence.count(NameKind::Person, 2.5),
        (", ", "aged") => evidence.count(NameKind::Person, 2.0),
        (", ", "a" | "an" | "the" | "his" | "her" | "their") => described(line, chain.end, evidence, 2.0),
        (" ", "is" | "was" | "are" | "were") if matches!(line.raw(chain.end + 1), "a" | "an" | "the") => {
            described(line, chain.end + 1, evidence, 2.0)
        }
        (" ", verb) if PERSONAL.contains(&verb) => evidence.count(NameKind::Person, 0.7),
        ("'s " | "’s ", owned) if noun(owned) == Some(NameKind::Person) => evidence.count(NameKind::Person, 1.0),
        (", ", _)
            if line.chain(chain.end).is_some_and(|c| {
                place(line.words[c.first].span.cover(line.words[c.end - 1].span).of(line.text))
                    .is_some_and(|(kind, _)| kind == "country" || kind == "state")
            }) =>
        {
            evidence.count(NameKind::Place, 1.0);
        }
        _ => {}
    }
}

/// The noun of the phrase that begins with the article at `article`: the last of the first run of known nouns.
fn described(line: &Line, article: usize, evidence: &mut Evidence, weight: f32) {
    let mut found = None;
    for i in article + 1..article + 7 {
        let owned = line.words.get(i - 1).is_some_and(|word| word.possessive);
        let Some(word) = line.words.get(i).filter(|word| word.near || owned) else { break };
        let common = noun(line.raw(i)).filter(|_| !word.capital && !word.possessive);
        match common {
            Some(kind) => found = Some(kind),
            None if found.is_some() || matches!(line.raw(i), "of" | "in" | "at" | "for" | "who" | "that" | "which") => break,
            None => {}
        }
    }
    if let Some(kind) = found {
        evidence.count(kind, weight);
    }
}
