//! What verbs take, whatever the tree says: participles behind commas, gerunds in lists, objects right behind them, dates right before them, "by", "for" and "of".

use super::patterns::{first, has_case, is_finite, is_nominal, word};
use super::phrases::spans;
use crate::facts::annotation::Annotation;
use crate::text::Reading;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::wordnet::is_a;

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

/// "She sold the boat, leaving the town": a participle behind a comma says what the subject did, and nothing of the noun before the comma.
pub fn lift_participle(reading: &mut Reading, i: usize) {
    use Relation::{Acl, Advcl, Amod, Conj, Dep, Parataxis};
    let relation = reading.words[i].relation;
    if reading.words[i].tag != Tag::Vbg || !matches!(relation, Acl | Advcl | Amod | Conj | Dep | Parataxis) {
        return;
    }
    let opening = if relation == Amod { i } else { first(reading, i) };
    let comma = [Some(opening), opening.checked_sub(1)].into_iter().flatten().any(|w| reading.words[w].tag == Tag::Comma);
    let Some(head) = reading.words[i].head.filter(|_| comma && reading.child(i, Relation::Nsubj).is_none()) else { return };
    // "a clerk, (…), selling boats" read as "a clerk, selling boats".
    let taken = relation == Amod && head > i && reading.words[head].relation == Conj && reading.child(head, Relation::Cc).is_none();
    let noun = if taken { reading.words[head].head.unwrap_or(head) } else { head };
    let Some(verb) = reading.ancestors(noun).find(|&v| reading.words[v].pos == Pos::Verb).filter(|&verb| verb < i) else { return };
    if matches!(relation, Conj | Advcl) && verb == head || noun > i || relation == Amod && !taken {
        return;
    }
    (reading.words[i].head, reading.words[i].relation) = (Some(verb), Advcl);
    if taken {
        (reading.words[head].head, reading.words[head].relation) = (Some(i), Relation::Obj);
        let marks: Vec<usize> = reading.children(head).filter(|&c| c < i).collect();
        marks.into_iter().for_each(|c| reading.words[c].head = Some(i));
    }
}

/// "aims at raising wages, cutting fares and opening parks": gerunds behind commas go on with the one that a preposition opens.
pub fn join_gerunds(text: &str, reading: &mut Reading) {
    let is = |i: usize, tags: &[Tag]| reading.words.get(i).is_some_and(|word| tags.contains(&word.tag));
    let Some(opening) = (1..reading.words.len()).find(|&i| is(i, &[Tag::Vbg]) && is(i - 1, &[Tag::In])) else { return };
    let end = (opening + 1..reading.words.len()).find(|&i| is_finite(reading, i) || is(i, &[Tag::Stop])).unwrap_or(reading.words.len());
    let behind = |i: usize| is(i - 1, &[Tag::Comma, Tag::Cc]);
    let others: Vec<usize> =
        (opening + 2..end).filter(|&i| is(i, &[Tag::Vbg, Tag::Jj]) && word(text, reading, i).ends_with("ing") && behind(i)).collect();
    if !others.last().is_some_and(|&last| is(last - 1, &[Tag::Cc])) || others.len() < 2 {
        return;
    }
    for other in others {
        let object = reading.words[other].head.filter(|&head| head > other && is_nominal(reading, head));
        (reading.words[other].head, reading.words[other].relation) = (Some(opening), Relation::Conj);
        (reading.words[other].tag, reading.words[other].pos) = (Tag::Vbg, Pos::Verb);
        if let Some(object) = object {
            (reading.words[object].head, reading.words[object].relation) = (Some(other), Relation::Obj);
            let marks: Vec<usize> = reading.children(object).filter(|&c| c < other).collect();
            marks.into_iter().for_each(|c| reading.words[c].head = Some(other));
        }
    }
}

/// "condemned greed and denounced police violence": a noun right behind a verb that has no object yet is its object, and no second one of the verb before.
pub fn adopt_object(reading: &mut Reading, i: usize) {
    let shared = is_nominal(reading, i) && matches!(reading.words[i].relation, Relation::Conj | Relation::Obj);
    let Some(before) = reading.words[i].head.filter(|&before| shared && before < i) else { return };
    let Some(verb) = first(reading, i).checked_sub(1).filter(|&verb| is_finite(reading, verb) && verb > before) else { return };
    let full = [Relation::Obj, Relation::Ccomp, Relation::Xcomp].iter().any(|&relation| reading.child(verb, relation).is_some());
    if reading.words[verb].pos != Pos::Verb || full || reading.child(i, Relation::Cc).is_some() || reading.is_ancestor(i, verb) {
        return;
    }
    (reading.words[i].head, reading.words[i].relation) = (Some(verb), Relation::Obj);
    if let Some(other) = reading.child(before, Relation::Iobj) {
        reading.words[other].relation = Relation::Obj;
    }
}

/// "was taught by Ada Marlow, met Ben Orla": a verb does not go on with a noun that is no predicate, but with the verb above it.
pub fn lift_verb(reading: &mut Reading, i: usize) {
    let verbal = reading.words[i].pos == Pos::Verb && matches!(reading.words[i].tag, Tag::Vbd | Tag::Vbn | Tag::Vbz | Tag::Vbp);
    let Some(noun) = reading.words[i].head.filter(|&noun| verbal && noun < i && reading.words[i].relation == Relation::Conj) else {
        return;
    };
    let plain = is_nominal(reading, noun) && reading.child(noun, Relation::Cop).is_none() && reading.child(noun, Relation::Nsubj).is_none();
    let Some(verb) = reading.ancestors(noun).find(|&v| reading.words[v].pos == Pos::Verb).filter(|&verb| plain && verb < noun) else {
        return;
    };
    reading.words[i].head = Some(verb);
}

/// "was hired by the club, led a crew, and in 2017 joined the navy": a verb in the past behind a comma that has no subject goes on with the verb before.
pub fn continue_verbs(reading: &mut Reading, i: usize) {
    let verb = |i: usize| reading.words[i].pos == Pos::Verb;
    let subject = |i: usize| reading.child(i, Relation::Nsubj).is_some();
    let Some(head) = reading.words[i].head.filter(|&head| head < i && verb(i) && verb(head)) else { return };
    let goes_on = reading.words[i].tag == Tag::Vbd && reading.words[i].relation == Relation::Parataxis && !subject(i) && subject(head);
    let behind_comma = first(reading, i) == i && reading.words[i - 1].tag == Tag::Comma;
    let listed = reading.children(i).any(|c| c > i && reading.words[c].relation == Relation::Conj && verb(c));
    if goes_on && behind_comma && listed {
        reading.words[i].relation = Relation::Conj;
    }
}

/// "Marlow escaped to Corby, returned in 1925 and taught", read as a Marlow who was escaped: a bare name with a participle right behind it is the
/// subject of that verb, and the verb behind the comma goes on with it.
pub fn free_verb(reading: &mut Reading, i: usize) {
    let verbal = reading.words[i].relation == Relation::Acl && matches!(reading.words[i].tag, Tag::Vbn | Tag::Vbd);
    let Some(name) = reading.words[i].head.filter(|&name| verbal && name < i && reading.words[name].pos == Pos::Propn) else { return };
    let behind = i - 1 == name || reading.words[i - 1].head == Some(name) && reading.words[i - 1].relation == Relation::Flat;
    let subject = reading.words[name].relation == Relation::Nsubj && reading.child(name, Relation::Det).is_none();
    let Some(later) = reading.words[name].head.filter(|&later| behind && subject && later > i && is_finite(reading, later)) else { return };
    let listed = matches!(reading.words[later - 1].tag, Tag::Comma | Tag::Cc) && reading.words[later].pos == Pos::Verb;
    if !listed || reading.words[i].lemma.as_str() == "bear" {
        return;
    }
    (reading.words[i].head, reading.words[i].relation) = (reading.words[later].head, reading.words[later].relation);
    (reading.words[i].tag, reading.words[i].pos) = (Tag::Vbd, Pos::Verb);
    (reading.words[later].head, reading.words[later].relation) = (Some(i), Relation::Conj);
    reading.words[name].head = Some(i);
}

/// "was raised abroad and mobilised support", read as support that is mobilised, or raised: a passive verb has no object, but the verb behind "and" has.
pub fn part_object(reading: &mut Reading, i: usize) {
    let and = i.checked_sub(1).filter(|&and| reading.words[and].tag == Tag::Cc && reading.words[i].tag == Tag::Vbn);
    let Some((and, above)) = and.and_then(|and| Some((and, reading.words[i].head?))) else { return };
    let object = match reading.words[i].relation {
        Relation::Amod if above > i && first(reading, above) == and => Some(above),
        Relation::Conj => {
            reading.children(above).find(|&o| o > i && reading.words[o].relation == Relation::Obj && first(reading, o) == i + 1)
        }
        _ => None,
    };
    let Some(object) = object.filter(|&object| reading.words[object].relation == Relation::Obj) else { return };
    let Some(passive) = reading.words[object].head.filter(|&verb| verb < i && reading.child(verb, Relation::AuxPass).is_some()) else {
        return;
    };
    (reading.words[i].head, reading.words[i].relation, reading.words[i].tag) = (Some(passive), Relation::Conj, Tag::Vbd);
    (reading.words[object].head, reading.words[and].head) = (Some(i), Some(i));
}

/// "met Ada, and in 2017 joined the club": a date with a preposition right before a verb says when that happened.
pub fn date_verb(reading: &mut Reading, date: std::ops::Range<usize>) {
    let (Some(case), verb) = (date.start.checked_sub(1), date.end) else { return };
    let finite = reading.words.get(verb).is_some_and(|word| word.tag == Tag::Vbd && word.pos == Pos::Verb);
    if !finite || reading.words[case].tag != Tag::In || date.is_empty() {
        return;
    }
    let Some(top) = date.clone().find(|&i| reading.words[i].head.is_none_or(|head| !date.contains(&head))) else { return };
    if !reading.is_ancestor(top, verb) && !reading.is_ancestor(case, top) && !reading.is_ancestor(case, verb) {
        (reading.words[top].head, reading.words[top].relation) = (Some(verb), Relation::Obl);
        (reading.words[case].head, reading.words[case].relation) = (Some(top), Relation::Case);
    }
}

/// "the hall where she sang", "was a clerk with the club, where she sang": a clause with "where" right behind a noun is about that place, and not about
/// a person before it.
pub fn attach_where(text: &str, reading: &mut Reading, i: usize) {
    let Some(verb) = reading.words[i].head.filter(|_| reading.words[i].pos == Pos::Verb) else { return };
    let of_person = || reading.words[i].relation.base() == Relation::Acl && is_a(&reading.words[verb].lemma, "person");
    if reading.words[i].relation.base() != Relation::Advcl && !of_person() {
        return;
    }
    let Some(clause) = reading.children(i).find(|&c| c < i && word(text, reading, c) == "where") else { return };
    let Some(last) = (0..clause).rev().find(|&w| reading.words[w].tag != Tag::Comma) else { return };
    let inner = |&w: &usize| !matches!(reading.words[w].relation.base(), Relation::Compound | Relation::Flat);
    let Some(place) = reading.ancestors(last).find(inner) else { return };
    if is_nominal(reading, place) && reading.is_ancestor(verb, place) && !reading.is_ancestor(i, place) && verb < place {
        (reading.words[i].head, reading.words[i].relation) = (Some(place), Relation::AclRelcl);
    }
}

/// "was rejected amid quarrels", "met her for the first time": such phrases speak of what happens, and not of the noun before them; nor does what
/// follows "time".
pub fn lift_setting(text: &str, reading: &mut Reading, i: usize) {
    let Some(above) = reading.words[i].head.filter(|_| reading.words[i].relation == Relation::Nmod) else { return };
    let set = ["amid", "amidst", "despite"].iter().any(|form| has_case(text, reading, i, form));
    let counted = |time: usize| {
        let ordinal = |c: usize| matches!(word(text, reading, c), "first" | "last" | "only" | "second" | "third");
        reading.words[time].lemma == "time" && has_case(text, reading, time, "for") && reading.children(time).any(ordinal)
    };
    let held = counted(above) && reading.children(i).any(|c| c < i && reading.words[c].relation == Relation::Case);
    if !set && !counted(i) && !held {
        return;
    }
    let Some(verb) = reading.ancestors(i).skip(1).find(|&v| reading.words[v].pos == Pos::Verb) else { return };
    if !set && verb > i {
        return;
    }
    (reading.words[i].head, reading.words[i].relation) = (Some(verb), Relation::Obl);
}

/// Whether a gerund stands right behind a preposition.
pub fn has_gerund_behind_preposition(reading: &Reading) -> bool {
    reading.words.windows(2).any(|pair| pair[0].tag == Tag::In && pair[1].tag == Tag::Vbg)
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
    // "was sold to the club for £900".
    let paid = reading.words[noun].relation == Relation::Obl && reading.words[i].pos == Pos::Sym;
    let paid = paid && matches!(reading.words[verb].lemma.as_str(), "buy" | "purchase" | "sell") && has_case(text, reading, i, "for");
    let object = matches!(reading.words[noun].relation, Relation::Obj | Relation::OblAgent);
    if paid || object && (takes(FOR_VERBS, "for") || takes(OF_VERBS, "of") || takes(GIVING, "to")) {
        let relation = if relation.base() == Relation::Acl { Relation::Advcl } else { Relation::Obl };
        (reading.words[i].head, reading.words[i].relation) = (Some(verb), relation);
    }
}
