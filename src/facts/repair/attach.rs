//! Where phrases and clauses hang: on the noun or the verb that takes them.

use std::ops::Range;

use crate::text::Reading;
use crate::text::syntax::{Pos, Relation, Tag};
use crate::text::wordnet::is_a;

/// Verbs that take an infinitive as what is decided, tried or begun.
const TAKE_INFINITIVE: &[&str] = &[
    "agree", "aim", "attempt", "begin", "cease", "choose", "continue", "decide", "decline", "fail", "hope", "intend", "manage", "plan",
    "prepare", "promise", "refuse", "start", "threaten", "try", "want", "wish",
];

/// Nouns that count or sort what stands behind their "of".
const MEASURES: &[&str] = &["amount", "group", "kind", "lot", "majority", "number", "series", "set", "sort", "type", "variety"];

/// Bare nouns that with "in … with" make one preposition.
const IN_WITH: &[&str] = &[
    "accordance",
    "alternation",
    "association",
    "collaboration",
    "common",
    "connection",
    "conjunction",
    "contact",
    "contrast",
    "cooperation",
    "line",
    "parallel",
    "partnership",
    "solidarity",
];

/// Nouns that an infinitive completes: "an attempt to climb".
const WITH_INFINITIVE: &[&str] = &[
    "ability",
    "agreement",
    "attempt",
    "authority",
    "capacity",
    "chance",
    "decision",
    "desire",
    "duty",
    "effort",
    "failure",
    "freedom",
    "intention",
    "invitation",
    "motion",
    "need",
    "offer",
    "opportunity",
    "order",
    "permission",
    "place",
    "plan",
    "power",
    "promise",
    "proposal",
    "reason",
    "refusal",
    "request",
    "right",
    "struggle",
    "tendency",
    "time",
    "way",
    "willingness",
    "wish",
];

fn is_infinitive(reading: &Reading, i: usize) -> bool {
    reading.words[i].tag == Tag::Vb && reading.children(i).any(|c| c < i && reading.words[c].tag == Tag::To)
}

/// "decided by April to go on": the infinitive completes the verb, however far it stands.
pub fn complete_verb(reading: &mut Reading, i: usize) {
    let Some(verb) = reading.words[i].head.filter(|&verb| verb < i && reading.words[i].relation == Relation::Advcl) else { return };
    let takes = reading.words[verb].pos == Pos::Verb && TAKE_INFINITIVE.contains(&reading.words[verb].lemma.as_str());
    let full =
        reading.children(verb).any(|c| matches!(reading.words[c].relation.base(), Relation::Obj | Relation::Xcomp | Relation::Ccomp));
    if takes && !full && is_infinitive(reading, i) {
        reading.words[i].relation = Relation::Xcomp;
    }
}

/// "met before the trial to show their support": behind a phrase with a preposition whose noun takes no infinitive, it says what the verb is for.
pub fn free_infinitive(reading: &mut Reading, i: usize) {
    let Some(noun) = reading.words[i].head.filter(|&noun| noun < i && reading.words[i].relation == Relation::Acl) else { return };
    let verb = reading.words[noun].head.filter(|&verb| reading.words[verb].pos == Pos::Verb && verb < noun);
    let oblique = reading.words[noun].relation.base() == Relation::Obl && reading.child(noun, Relation::Case).is_some();
    let takes = WITH_INFINITIVE.contains(&reading.words[noun].lemma.as_str());
    if let Some(verb) = verb.filter(|_| oblique && !takes && is_infinitive(reading, i)) {
        (reading.words[i].head, reading.words[i].relation) = (Some(verb), Relation::Advcl);
    }
}

/// A relative or participial clause behind "a member of the club" or "the number of boats" that cannot be of the first noun is of the last.
pub fn lower_clause(text: &str, reading: &mut Reading, i: usize) {
    let Some(noun) = reading.words[i].head.filter(|&noun| noun < i && reading.words[i].relation.base() == Relation::Acl) else { return };
    let first = reading.subtree(i).into_iter().find(|&w| reading.words[w].relation != Relation::Punct).unwrap_or(i);
    let end = (noun..first).rev().find(|&w| reading.words[w].tag != Tag::Comma).unwrap_or(noun);
    let inner = reading.ancestors(end).take_while(|&w| w != noun).find(|&w| reading.words[w].head == Some(noun));
    let Some(inner) = inner.filter(|&inner| inner > noun && reading.words[inner].relation.base() == Relation::Nmod) else { return };
    let comma = (end..first).any(|w| reading.words[w].tag == Tag::Comma);
    let person = |w: usize| is_a(&reading.words[w].lemma, "person") || reading.words[w].lemma == "people";
    let which = reading.words[first].span.of(text) == "which" && person(noun) && !person(inner);
    let measured = !comma && MEASURES.contains(&reading.words[noun].lemma.as_str());
    let doing = !comma && reading.words[i].tag == Tag::Vbg && first == i && person(inner) && !person(noun);
    if (which || measured || doing) && !reading.is_ancestor(i, inner) {
        reading.words[i].head = Some(inner);
    }
}

/// "in alternation with his job", "his job as a miller", "such figures as Ada", "protests against the law": a phrase right behind the noun that it completes.
pub fn complete_noun(text: &str, reading: &mut Reading, i: usize) {
    let Some(verb) = reading.words[i].head.filter(|_| matches!(reading.words[i].relation.base(), Relation::Obl | Relation::Nmod)) else {
        return;
    };
    let Some(case) = reading.children(i).find(|&c| c < i && reading.words[c].relation == Relation::Case) else { return };
    let word = reading.words[case].span.of(text);
    if !matches!(word, "against" | "as" | "with") {
        return;
    }
    let first = reading.subtree(i).first().copied().unwrap_or(case);
    let before = reading.children(verb).rfind(|&c| c != i && reading.subtree(c).last() == Some(&first.wrapping_sub(1)));
    let Some(noun) = before.filter(|&noun| matches!(reading.words[noun].pos, Pos::Noun) && case == first) else { return };
    let bare = !reading.children(noun).any(|c| matches!(reading.words[c].relation.base(), Relation::Det | Relation::Amod | Relation::Nmod));
    let joined = word == "with" && bare && IN_WITH.contains(&reading.words[noun].lemma.as_str());
    let held = word == "as" && is_held(&reading.words[noun].lemma);
    // "links with such figures as Ada", "the same rank as they had".
    let likened = |noun: usize| reading.children(noun).any(|c| matches!(reading.words[c].span.of(text), "such" | "same"));
    let liken = [noun, first.saturating_sub(1)].into_iter().find(|&noun| word == "as" && likened(noun));
    // "protests against the law".
    let directed = word == "against" && is_a(&reading.words[noun].lemma, "event");
    if let Some(noun) = liken.or((joined || held || directed).then_some(noun)) {
        (reading.words[i].head, reading.words[i].relation) = (Some(noun), Relation::Nmod);
    }
}

/// "dirty and infested with rats": what follows the last of several adjectives belongs to it, if it is a participle.
pub fn lower_oblique(text: &str, reading: &mut Reading, i: usize) {
    let Some(first) =
        reading.words[i].head.filter(|&head| head < i && reading.words[head].pos == Pos::Adj && reading.words[i].relation == Relation::Obl)
    else {
        return;
    };
    let start = reading.subtree(i).first().copied().unwrap_or(i);
    let last = reading.children(first).rfind(|&c| c < i && reading.words[c].relation == Relation::Conj);
    let participle = |w: usize| w + 1 == start && reading.words[w].span.of(text).ends_with("ed");
    if let Some(last) = last.filter(|&last| participle(last)) {
        reading.words[i].head = Some(last);
    }
}

/// Whether a noun is held as something: a job, a role.
fn is_held(noun: &str) -> bool {
    matches!(
        noun,
        "career"
            | "debut"
            | "experience"
            | "image"
            | "job"
            | "life"
            | "position"
            | "post"
            | "profile"
            | "reputation"
            | "role"
            | "status"
            | "time"
            | "tenure"
            | "visibility"
            | "work"
    )
}

/// "was appointed director by the board": in the passive, who did it hangs on the verb.
pub fn lift_agent(text: &str, reading: &mut Reading, i: usize) {
    let by = |noun: usize| {
        reading.children(noun).any(|c| c < noun && reading.words[c].relation == Relation::Case && reading.words[c].span.of(text) == "by")
    };
    let on_noun = || reading.words[i].head.is_some_and(|head| reading.words[head].pos != Pos::Verb);
    let stray = reading.words[i].relation == Relation::OblAgent && on_noun();
    if !stray && reading.words[i].relation.base() != Relation::Nmod || !by(i) {
        return;
    }
    let verb = reading.ancestors(i).skip(1).find(|&w| reading.words[w].pos == Pos::Verb);
    let passive = |verb: &usize| {
        reading.words[*verb].tag == Tag::Vbn && reading.children(*verb).any(|c| reading.words[c].relation == Relation::AuxPass)
    };
    let agent = |verb: usize| reading.children(verb).any(|c| reading.words[c].relation == Relation::OblAgent);
    if let Some(verb) = verb.filter(passive).filter(|&verb| verb < i && !agent(verb)) {
        (reading.words[i].head, reading.words[i].relation) = (Some(verb), Relation::OblAgent);
    }
}

/// A phrase with a preposition does not hang on a date: "scheduled for 9 May at the hall".
pub fn free_from_date(reading: &mut Reading, date: Range<usize>) {
    let Some(top) = date.clone().find(|&i| reading.words[i].head.is_none_or(|head| !date.contains(&head))) else { return };
    let Some(verb) = reading.words[top].head.filter(|&verb| reading.words[verb].pos == Pos::Verb) else { return };
    let phrases: Vec<usize> = reading
        .children(top)
        .filter(|&c| {
            !date.contains(&c)
                && c > top
                && matches!(reading.words[c].relation.base(), Relation::Nmod | Relation::Obl)
                && reading.child(c, Relation::Case).is_some()
        })
        .collect();
    for phrase in phrases {
        (reading.words[phrase].head, reading.words[phrase].relation) = (Some(verb), Relation::Obl);
    }
}

/// "brought Ada 3 % of the vote": a noun takes no object; its verb does.
pub fn lift_object(reading: &mut Reading, i: usize) {
    let Some(noun) = reading.words[i].head.filter(|&noun| noun < i && reading.words[i].relation == Relation::Obj) else { return };
    let nominal = matches!(reading.words[noun].pos, Pos::Noun | Pos::Propn | Pos::Pron);
    let verb = reading.words[noun].head.filter(|&verb| reading.words[verb].pos == Pos::Verb && verb < noun);
    if let Some(verb) = verb.filter(|_| nominal && matches!(reading.words[noun].relation, Relation::Obj | Relation::Iobj)) {
        reading.words[i].head = Some(verb);
    }
}

/// "more widely known": a word of degree belongs to the adverb or adjective behind it.
pub fn attach_degree(text: &str, reading: &mut Reading, i: usize) {
    let degree = || matches!(reading.words[i].span.of(text), "more" | "most" | "less" | "very" | "too" | "so" | "quite");
    let next = reading.words.get(i + 1).is_some_and(|next| matches!(next.pos, Pos::Adv | Pos::Adj) && next.head != Some(i));
    let adverb = reading.words[i].relation == Relation::Advmod && reading.words[i].pos == Pos::Adv;
    if adverb && next && degree() && !reading.is_ancestor(i, i + 1) {
        reading.words[i].head = Some(i + 1);
    }
}

/// "the family he was raised in": a preposition with nothing behind it belongs to its verb.
pub fn strand_preposition(reading: &mut Reading, i: usize) {
    let word = &reading.words[i];
    let stray = word.pos == Pos::Adp
        && matches!(word.relation.base(), Relation::Obl | Relation::Advmod | Relation::Obj | Relation::Case | Relation::Dep);
    let behind = word.head == i.checked_sub(1) && i > 0 && reading.words[i - 1].pos == Pos::Verb;
    let relative = behind && reading.words[i - 1].relation.base() == Relation::Acl && reading.children(i).next().is_none();
    if stray && relative {
        reading.words[i].relation = Relation::CompoundPrt;
    }
}
