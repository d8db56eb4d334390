//! Patterns of words that leave little choice, whatever the tree says: what a quotation, a colon, "with … as", "by" and "of" hold together or apart.

use super::phrases::{flatten, join, spans};
use crate::facts::annotation::Annotation;
use crate::text::Reading;
use crate::text::phrases::quotations;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::wordnet::is_a;

/// The longest quotation that may be a name or a term, in words.
const TERM: usize = 7;

/// Verbs that take somebody "of" something.
pub const OF_VERBS: &[&str] = &[
    "accuse",
    "acquit",
    "assure",
    "clear",
    "convict",
    "convince",
    "cure",
    "deprive",
    "dispossess",
    "inform",
    "notify",
    "persuade",
    "relieve",
    "remind",
    "rid",
    "rob",
    "strip",
    "suspect",
    "warn",
];

/// Verbs that take somebody "for" what he or she did.
const FOR_VERBS: &[&str] = &[
    "arrest",
    "attack",
    "blame",
    "censure",
    "charge",
    "condemn",
    "convict",
    "criticise",
    "criticize",
    "denounce",
    "expel",
    "fine",
    "honor",
    "honour",
    "imprison",
    "investigate",
    "jail",
    "mock",
    "praise",
    "prosecute",
    "punish",
    "reprimand",
    "reward",
    "sentence",
    "sue",
    "summon",
    "suspend",
    "thank",
    "try",
];

/// Verbs that give something "to" somebody.
const GIVING: &[&str] =
    &["award", "bequeath", "donate", "give", "grant", "hand", "leave", "lend", "offer", "pay", "present", "return", "sell", "send", "show"];

fn word<'t>(text: &'t str, reading: &Reading, i: usize) -> &'t str {
    reading.words.get(i).map_or("", |word| word.span.of(text))
}

fn is_finite(reading: &Reading, i: usize) -> bool {
    matches!(reading.words[i].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md)
}

fn is_nominal(reading: &Reading, i: usize) -> bool {
    matches!(reading.words[i].pos, Pos::Noun | Pos::Propn)
}

/// Whether `i` hangs by a preposition of this form.
fn has_case(text: &str, reading: &Reading, i: usize, form: &str) -> bool {
    let introduces = |&c: &usize| c < i && matches!(reading.words[c].relation.base(), Relation::Case | Relation::Mark);
    reading.children(i).filter(introduces).any(|c| word(text, reading, c) == form)
}

/// The first word of what hangs on `i`.
fn first(reading: &Reading, i: usize) -> usize {
    reading.subtree(i).first().copied().unwrap_or(i)
}

/// A quoted term hangs together: "apologie du terrorisme".
pub fn unite_quotation(annotation: &Annotation, reading: &mut Reading) {
    for quotation in quotations(&annotation.text) {
        let inside = reading.within(quotation.inside);
        let verbal = |i: usize| is_finite(reading, i) || reading.words[i].pos == Pos::Aux || reading.words[i].tag == Tag::Vbg;
        if (2..=TERM).contains(&inside.len()) && !inside.clone().any(verbal) {
            join(reading, inside.clone());
            flatten(reading, inside);
        }
    }
}

/// "She sold the boat, leaving the town": a participle behind a comma says what the subject did, and nothing of the noun before the comma.
pub fn lift_participle(reading: &mut Reading, i: usize) {
    let Some(noun) = reading.words[i].head.filter(|&noun| noun < i && reading.words[i].relation == Relation::Acl) else { return };
    if reading.words[i].tag != Tag::Vbg || reading.child(i, Relation::Nsubj).is_some() {
        return;
    }
    let first = first(reading, i);
    let comma = [Some(first), first.checked_sub(1)].into_iter().flatten().any(|w| reading.words[w].tag == Tag::Comma);
    let verb = reading.ancestors(noun).find(|&v| reading.words[v].pos == Pos::Verb);
    let Some(verb) = verb.filter(|&verb| comma && verb < noun) else { return };
    (reading.words[i].head, reading.words[i].relation) = (Some(verb), Relation::Advcl);
}

/// "After founding his own club Marlow left": a name right before the verb is its subject alone; the noun before it is what was founded.
pub fn part_gerund_object(annotation: &Annotation, reading: &mut Reading, i: usize) {
    let Some(subject) = reading.child(i, Relation::Nsubj).filter(|&subject| subject < i) else { return };
    let name = spans(annotation, |_| false, |_| true).into_iter().find(|name| name.contains(&subject) && name.start > 2);
    let Some((name, noun)) = name.and_then(|name| Some((name.clone(), name.start.checked_sub(1)?))) else { return };
    let gerund = (1..noun).rev().take_while(|&w| !is_nominal(reading, w)).find(|&w| reading.words[w].tag == Tag::Vbg);
    let opened = |gerund: usize| reading.words[gerund - 1].tag == Tag::In && (gerund == 1 || reading.words[gerund - 2].tag == Tag::Comma);
    let Some(gerund) = gerund.filter(|&gerund| opened(gerund)) else { return };
    let linked = reading.words[noun].head.is_some_and(|head| name.contains(&head));
    if reading.words[noun].pos != Pos::Noun || is_a(&reading.words[noun].lemma, "person") || !linked || reading.is_ancestor(noun, gerund) {
        return;
    }
    for w in gerund + 1..noun {
        if reading.words[w].head.is_some_and(|head| name.contains(&head)) {
            reading.words[w].head = Some(noun);
        }
    }
    (reading.words[noun].head, reading.words[noun].relation) = (Some(gerund), Relation::Obj);
}

/// "took part in strikes by workers": behind a verb in the active, "by" names who did what the noun before it tells.
pub fn lower_author(text: &str, reading: &mut Reading, i: usize) {
    if reading.words[i].relation.base() != Relation::Obl || !is_nominal(reading, i) || !has_case(text, reading, i, "by") {
        return;
    }
    let Some(verb) = reading.words[i].head.filter(|&verb| reading.words[verb].pos == Pos::Verb && reading.words[verb].tag != Tag::Vbn)
    else {
        return;
    };
    let somebody = reading.words[i].pos == Pos::Propn || ["person", "group"].iter().any(|class| is_a(&reading.words[i].lemma, class));
    let Some(noun) = first(reading, i).checked_sub(1).filter(|&noun| noun > verb && reading.words[noun].pos == Pos::Noun) else { return };
    if somebody && reading.is_ancestor(verb, noun) && !reading.is_ancestor(i, noun) {
        (reading.words[i].head, reading.words[i].relation) = (Some(noun), Relation::Nmod);
    }
}

/// "was fined by the court for stealing", "robbed the town of its bells": what these verbs take hangs on them, and not on the noun between.
pub fn lift_charge(text: &str, reading: &mut Reading, i: usize) {
    let relation = reading.words[i].relation;
    if !matches!(relation.base(), Relation::Nmod | Relation::Acl) {
        return;
    }
    let Some(noun) = reading.words[i].head.filter(|&noun| noun < i && is_nominal(reading, noun)) else { return };
    // "gave the sum of ten crowns to the orphanage".
    let noun = reading.ancestors(noun).find(|&w| reading.words[w].relation != Relation::Nmod).unwrap_or(noun);
    let Some(verb) = reading.words[noun].head.filter(|&verb| verb < noun && reading.words[verb].pos == Pos::Verb) else { return };
    let takes = |verbs: &[&str], form: &str| verbs.contains(&reading.words[verb].lemma.as_str()) && has_case(text, reading, i, form);
    let object = matches!(reading.words[noun].relation, Relation::Obj | Relation::OblAgent);
    if object && (takes(FOR_VERBS, "for") || takes(OF_VERBS, "of") || takes(GIVING, "to")) {
        let relation = if relation.base() == Relation::Acl { Relation::Advcl } else { Relation::Obl };
        (reading.words[i].head, reading.words[i].relation) = (Some(verb), relation);
    }
}

/// "She stood for the town, with Ada Marlow as her deputy": the name hangs on the clause, and what it comes as on the name.
pub fn bring_company(annotation: &Annotation, reading: &mut Reading, with: usize) {
    let text = &annotation.text;
    if word(text, reading, with) != "with" {
        return;
    }
    let name = spans(annotation, |_| false, |_| true).into_iter().find(|name| name.start == with + 1 && !name.is_empty());
    let Some(name) = name.filter(|name| word(text, reading, name.end) == "as") else { return };
    let phrase = (name.end + 1..reading.words.len())
        .take_while(|&w| matches!(reading.words[w].pos, Pos::Noun | Pos::Adj | Pos::Det | Pos::Pron | Pos::Num | Pos::Propn));
    let Some(role) = phrase.filter(|&w| reading.words[w].pos == Pos::Noun).last() else { return };
    let head = name.end - 1;
    let verb = (0..with).rev().find(|&w| reading.words[w].pos == Pos::Verb && !name.clone().any(|n| reading.is_ancestor(n, w)));
    let Some(verb) = verb.filter(|&verb| !reading.is_ancestor(role, verb) && !reading.is_ancestor(with, verb)) else { return };
    (reading.words[head].head, reading.words[head].relation) = (Some(verb), Relation::Obl);
    for w in name.start..head {
        (reading.words[w].head, reading.words[w].relation) = (Some(head), Relation::Compound);
    }
    (reading.words[with].head, reading.words[with].relation) = (Some(head), Relation::Case);
    (reading.words[role].head, reading.words[role].relation) = (Some(head), Relation::Nmod);
    for w in name.end..role {
        let relation = match reading.words[w].pos {
            _ if w == name.end => Relation::Case,
            Pos::Det => Relation::Det,
            Pos::Adj => Relation::Amod,
            Pos::Pron => Relation::NmodPoss,
            _ => Relation::Compound,
        };
        (reading.words[w].head, reading.words[w].relation) = (Some(role), relation);
    }
}

/// "She complained: in May the roof fell in": what stands behind a colon before a clause belongs to that clause.
pub fn part_at_colon(text: &str, reading: &mut Reading) {
    let Some(colon) = (1..reading.words.len()).find(|&w| word(text, reading, w) == ":") else { return };
    let above = |i: usize| reading.words[i].head.filter(|&head| head < colon);
    let clause = |&i: &usize| {
        let finite = is_finite(reading, i) || reading.children(i).any(|c| is_finite(reading, c));
        above(i).is_some() && finite && reading.child(i, Relation::Nsubj).is_some_and(|subject| subject > colon)
    };
    let Some(clause) = (colon + 1..reading.words.len()).find(clause) else { return };
    let strays: Vec<usize> = (colon + 1..clause).filter(|&i| above(i).is_some() && !reading.is_ancestor(i, clause)).collect();
    for stray in strays {
        reading.words[stray].head = Some(clause);
        if matches!(reading.words[stray].relation.base(), Relation::Nmod | Relation::Appos) {
            reading.words[stray].relation = Relation::Obl;
        }
    }
}
