//! Reasons: clauses that tell why.

use std::borrow::Cow;

use super::{Clause, IMPLIED, STATED, rest};
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::Reasons;
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::{Pos, Reading, Relation, Span, Tag, wordnet};

/// The reasons that a sentence states, and those that it implies.
pub fn reasons(question: &Question, annotation: &Annotation) -> Vec<Clause> {
    let how = &question.wording.reasons;
    let words: Vec<Cow<str>> = annotation.reading.words.iter().map(|w| fold(w.span.of(&annotation.text))).collect();
    let told = |plain: f64| move |span: Span| Clause::new(annotation, span, plain);
    let mut found: Vec<Clause> = stated(question, annotation, &words).into_iter().map(told(STATED)).collect();
    found.extend(implied(question, annotation, &words).into_iter().map(told(IMPLIED)));
    found.extend(causes(how, annotation));
    found
}

/// What a sentence states to be a reason.
fn stated(question: &Question, annotation: &Annotation, words: &[Cow<str>]) -> Vec<Span> {
    let how = &question.wording.reasons;
    let mut found = opened(how, annotation, words);
    found.extend(kept(how, annotation, words));
    found.extend(saying(how, annotation));
    found.extend(over_what(how, annotation, words));
    found.extend(feeling(how, annotation, words));
    found.extend(as_what(&question.reading, annotation, words).filter(|(_, limits)| *limits).map(|(span, _)| span));
    found
}

/// What stands behind the words that open a reason, the plainest first.
fn opened(how: &Reasons, annotation: &Annotation, words: &[Cow<str>]) -> Vec<Span> {
    let reading = &annotation.reading;
    let mut found = Vec::new();
    for opener in how.openers.iter() {
        let opener: Vec<&str> = opener.split(' ').collect();
        for start in 0..words.len() {
            if start + opener.len() >= words.len() || !words[start..].iter().zip(&opener).all(|(a, b)| a == b) {
                continue;
            }
            // "Not because more came, but because fewer left."
            if start > 0 && words[start - 1] == "not" {
                continue;
            }
            let word = &reading.words[start];
            let clausal = word.relation == Relation::Mark && word.head.is_some_and(|h| reading.words[h].relation == Relation::Advcl);
            if opener.len() == 1 && matches!(opener[0], "as" | "since") && !clausal && !opens_clause(annotation, words, start) {
                continue;
            }
            if opener == ["so", "that"] && is_result(annotation, words, start) {
                continue;
            }
            if opener == ["as"] && word.head.is_some_and(|h| how.foreseeing.has(&reading.words[h].lemma)) {
                continue;
            }
            if let Some(comma) = (0..words.len()).find(|&w| words[w] == ",").filter(|&comma| start == 0 && comma > opener.len()) {
                // A clause that opens the sentence ends at its comma.
                found.push(reading.words[opener.len()].span.cover(reading.words[comma - 1].span));
                continue;
            }
            // The opener may hang on the subject of its clause, or on anything where the tree has not seen the clause.
            let head = if opener.len() == 1 && !clausal { None } else { word.head };
            let head = head.map(|h| if reading.is(h, Relation::Nsubj) { reading.words[h].head.unwrap_or(h) } else { h });
            let span = rest(annotation, behind_aside(words, start + opener.len()), head);
            found.push(if matches!(opener[..], ["because" | "since" | "as"]) { to_its_verb(annotation, words, span) } else { span });
        }
    }
    found
}

/// A clause to the next mark where its tree is cut off before its verb: "the miller owning" of "because the miller owning it sold the boat", "the ropes had" of "the
/// ropes had, she said, been cut".
fn to_its_verb(annotation: &Annotation, words: &[Cow<str>], clause: Span) -> Span {
    let all = &annotation.reading.words;
    let own = annotation.reading.within(clause);
    let mark = |w: &usize| matches!(&*words[*w], "," | ";" | "." | "(");
    let next_mark = |from: usize| (from..words.len()).find(mark).unwrap_or(words.len());
    let finite = |w: usize| matches!(all[w].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    let end = next_mark(own.end);
    let goes_on = match own.clone().next_back() {
        Some(last) if matches!(&*all[last].lemma, "be" | "have") && end == own.end && end + 1 < words.len() => {
            Some(next_mark(next_mark(end + 1) + 1))
        }
        // "The board, citing the flood, had closed the mill".
        _ if !own.clone().any(finite) => {
            [end, next_mark(end + 1), next_mark(next_mark(end + 1) + 1)].into_iter().find(|&end| (own.end..end).any(finite))
        }
        _ => None,
    };
    goes_on.filter(|&end| end > own.end).map_or(clause, |end| clause.cover(all[end - 1].span))
}

/// Whether "so that" behind a comma tells what came of something: "four others left, so that the board lost its majority".
fn is_result(annotation: &Annotation, words: &[Cow<str>], start: usize) -> bool {
    let clause = words[start..].iter().position(|word| matches!(&**word, "," | ";")).map_or(words.len(), |end| start + end);
    let modal = |w: usize| annotation.reading.words[w].tag == Tag::Md;
    start > 0 && words[start - 1] == "," && !(start..clause).any(modal)
}

/// The longest aside right behind an opener, in words.
const ASIDE: usize = 6;

/// Where a clause goes on that begins with an aside: "because, she told them, …".
fn behind_aside(words: &[Cow<str>], from: usize) -> usize {
    let end = (from + 1..words.len() - 1).take(ASIDE).find(|&w| words[w] == ",");
    end.filter(|_| words[from] == ",").map_or(from, |end| end + 1)
}

/// What a sentence only implies to be the reason of what it tells.
fn implied(question: &Question, annotation: &Annotation, words: &[Cow<str>]) -> Vec<Span> {
    let how = &question.wording.reasons;
    let found = [
        as_what(&question.reading, annotation, words).map(|(span, _)| span),
        for_what(how, annotation, words),
        having_done(annotation, words),
        after_what(how, annotation, words),
        purpose(annotation),
    ];
    found.into_iter().flatten().collect()
}

/// "For lack of money", "in protest at the sale": the opener is a part of the answer.
fn kept(how: &Reasons, annotation: &Annotation, words: &[Cow<str>]) -> Option<Span> {
    let opens = |start: usize| {
        how.kept.iter().any(|opener| opener.split(' ').enumerate().all(|(n, w)| words.get(start + n).is_some_and(|o| o == w)))
    };
    (1..words.len()).find(|&start| opens(start)).map(|start| rest(annotation, start, None))
}

/// Whether a word behind a comma opens a clause with a finite verb, whatever the tree says: ", as the new owner, Ada Merrow, wanted".
fn opens_clause(annotation: &Annotation, words: &[Cow<str>], start: usize) -> bool {
    let all = &annotation.reading.words;
    let nominal = |w: usize| matches!(all[w].pos, Pos::Det | Pos::Pron | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj);
    let finite = |w: usize| matches!(all[w].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    let end = (start + 1..words.len()).find(|&w| words[w] == ";").unwrap_or(words.len());
    let relative = |w: &usize| matches!(all[*w].tag, Tag::Wdt | Tag::Wp | Tag::WpPossessive);
    let verb = (start + 2..end).take_while(|w| !relative(w)).find(|&w| finite(w));
    start > 0 && words[start - 1] == "," && start + 1 < end && nominal(start + 1) && verb.is_some()
}

/// "She left, saying that …": what somebody says for it.
fn saying(how: &Reasons, annotation: &Annotation) -> Option<Span> {
    let reading = &annotation.reading;
    let says = |v: &usize| reading.words[*v].tag == Tag::Vbg && how.saying.has(&reading.words[*v].lemma);
    (1..reading.words.len()).filter(says).find_map(|verb| {
        let that = verb + 1;
        let word = reading.words.get(that)?;
        (word.lemma == "that" && that + 1 < reading.words.len()).then(|| rest(annotation, that + 1, Some(verb)))
    })
}

/// "He broke with the party over its budget".
fn over_what(how: &Reasons, annotation: &Annotation, words: &[Cow<str>]) -> Option<Span> {
    let reading = &annotation.reading;
    let over = (1..words.len()).find(|&w| words[w] == "over" && reading.words[w].relation == Relation::Case)?;
    let thing = reading.words[over].head?;
    let verb = reading.words[thing].head.filter(|_| reading.is(thing, Relation::Obl))?;
    how.parting.has(&reading.words[verb].lemma).then(|| rest(annotation, over + 1, Some(thing)))
}

/// "As a foreigner she could not …", "who as a foreigner could not …": a phrase with "as" before the verb it explains, with that verb where the question
/// has another; and whether it tells why somebody could not or may do something.
fn as_what(asked: &Reading, annotation: &Annotation, words: &[Cow<str>]) -> Option<(Span, bool)> {
    let reading = &annotation.reading;
    let openers = (0..words.len()).filter(|&w| words[w] == "as" && reading.words[w].relation == Relation::Case);
    openers.filter_map(|opener| Some((opener, reading.words[opener].head?))).find_map(|(opener, phrase)| {
        let verb = reading.words[phrase].head.filter(|&verb| reading.is(phrase, Relation::Obl) && phrase < verb)?;
        let subject = reading.child(verb, Relation::Nsubj)?;
        let limits = reading.children(verb).any(|c| reading.words[c].tag == Tag::Md || words[c] == "not");
        if phrase > subject {
            return (subject + 1 == opener).then(|| (reading.subtree_span(phrase), limits));
        }
        let same = asked.words.iter().any(|word| word.lemma == reading.words[verb].lemma);
        Some((if same { reading.subtree_span(phrase) } else { rest(annotation, opener, Some(verb)) }, limits))
    })
}

/// "Dissatisfied with the budget, she left", "they were opposed, fearing for the masts", "her uncle, who thought that …": what somebody feels or thinks.
fn feeling(how: &Reasons, annotation: &Annotation, words: &[Cow<str>]) -> Option<Span> {
    let reading = &annotation.reading;
    let apart = |w: usize| w == 0 || words[w - 1] == ",";
    let feels = (0..words.len()).find(|&w| apart(w) && how.feeling.has(&words[w]) && w + 1 < words.len());
    let thinks = || (2..words.len()).find(|&w| words[w - 1] == "who" && apart(w - 1) && how.thinking.has(&reading.words[w].lemma));
    feels.or_else(thinks).map(|w| {
        let span = rest(annotation, w, Some(w));
        // The main clause goes on behind the comma.
        let finite = |c: usize| reading.words.get(c + 1).is_some_and(|w| matches!(w.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md));
        let comma = reading.within(span).find(|&c| c > w && words[c] == "," && finite(c));
        comma.map_or(span, |c| reading.words[w].span.cover(reading.words[c - 1].span))
    })
}

/// "The mill, having twice been flooded, was given up", "having quarrelled with the board, she left": what had come before, up to the comma.
fn having_done(annotation: &Annotation, words: &[Cow<str>]) -> Option<Span> {
    let reading = &annotation.reading;
    let apart = |w: usize| w == 0 || words[w - 1] == ",";
    let participle = |w: usize| reading.words[w + 1..].iter().take(3).any(|word| word.tag == Tag::Vbn);
    let start = (0..words.len()).find(|&w| words[w] == "having" && apart(w) && participle(w))?;
    let end = (start + 1..words.len()).find(|&w| matches!(&*words[w], "," | ";" | "."))?;
    Some(reading.words[start].span.cover(reading.words[end - 1].span))
}

/// Whether a word heads an infinitive with "to".
fn is_infinitive(reading: &Reading, word: usize) -> bool {
    let to = |c: usize| c < word && reading.words[c].tag == Tag::To && reading.words[c].relation == Relation::Mark;
    matches!(reading.words[word].relation.base(), Relation::Xcomp | Relation::Advcl) && reading.children(word).any(to)
}

/// "She left after a quarrel": what happened before, where nothing tells more plainly why.
fn after_what(how: &Reasons, annotation: &Annotation, words: &[Cow<str>]) -> Option<Span> {
    let reading = &annotation.reading;
    let opens = |w: usize| match (words[w].as_ref(), reading.words[w].relation) {
        ("after" | "following", Relation::Case | Relation::Mark) => true,
        ("following", _) => reading.words[w].tag == Tag::Vbg && reading.children(w).any(|c| c > w && reading.is(c, Relation::Obj)),
        // "Abandoned when war broke out", "failed when the driver fled".
        ("when", _) => passive_above(reading, w) || fails_above(how, reading, w),
        _ => false,
    };
    let opener = (1..words.len()).find(|&w| opens(w))?;
    if reading.words[opener].tag == Tag::Vbg {
        return Some(rest(annotation, opener + 1, None));
    }
    let head = reading.words[opener].head.filter(|&h| h > opener)?;
    let dated = annotation.values.iter().any(|v| v.span.contains(reading.words[head].span));
    let adverbial = matches!(reading.words[head].relation, Relation::Obl | Relation::Advcl | Relation::AclRelcl);
    let clause = || rest(annotation, opener + 1, Some(head));
    // "After the board, citing the flood, had closed the mill".
    let clausal = reading.words[opener].relation == Relation::Mark;
    (adverbial && !dated).then(|| if clausal { to_its_verb(annotation, words, clause()) } else { clause() })
}

/// "Fined for speeding", "tried for his letters": what stands behind "for" at a passive verb, or at a verb with a gerund; nobody ("folded for her"), no
/// time ("banned for a while"), and not what something is meant for ("scheduled for a talk").
fn for_what(how: &Reasons, annotation: &Annotation, words: &[Cow<str>]) -> Option<Span> {
    let reading = &annotation.reading;
    let passive = (0..words.len()).find(|&w| {
        let verb = reading.words[w].head.filter(|_| reading.words[w].relation == Relation::Obl);
        let done = verb.is_some_and(|v| reading.words[v].tag == Tag::Vbn || reading.child(v, Relation::AuxPass).is_some());
        let lemma = reading.words[w].lemma.as_str();
        let time = matches!(lemma, "time" | "while" | "long" | "good" | "now") || wordnet::is_mainly(lemma, "period");
        let meant = verb.is_some_and(|v| how.intending.has(&reading.words[v].lemma));
        // "Given up for a larger building" tells what it was given up for, not why.
        let building = wordnet::is_a(lemma, "building");
        done && !meant
            && !building
            && reading.words[w].pos != Pos::Pron
            && !time
            && !annotation.values.iter().any(|v| v.span.contains(reading.words[w].span))
            && reading.children(w).any(|c| c < w && words[c] == "for")
    });
    if let Some(thing) = passive {
        let phrase = reading.subtree_without(thing, |c| c < thing && words[c] == "for");
        return Some(reading.span_of(&phrase));
    }
    let doing = |v: usize| reading.words[v].tag == Tag::Vbg || reading.children(v).any(|c| c < v && words[c] == "having");
    let opened = |v: usize| reading.children(v).any(|c| c < v && words[c] == "for");
    (0..words.len()).find(|&v| reading.is(v, Relation::Advcl) && doing(v) && opened(v)).map(|v| reading.subtree_span(v))
}

/// Whether the clause that a word opens hangs on a passive verb, or on a time at one.
fn passive_above(reading: &Reading, opener: usize) -> bool {
    let clause = |&h: &usize| h > opener && matches!(reading.words[h].relation, Relation::Advcl | Relation::AclRelcl);
    let above = reading.words[opener].head.filter(clause).and_then(|h| reading.words[h].head);
    let verb = above.and_then(|w| if reading.is(w, Relation::Obl) { reading.words[w].head } else { Some(w) });
    verb.is_some_and(|v| v < opener && reading.child(v, Relation::AuxPass).is_some())
}

/// Whether the clause that a word opens hangs on a verb of coming to nothing.
fn fails_above(how: &Reasons, reading: &Reading, opener: usize) -> bool {
    let verb = reading.words[opener].head.filter(|&h| reading.is(h, Relation::Advcl)).and_then(|h| reading.words[h].head);
    verb.is_some_and(|v| v < opener && how.failing.has(&reading.words[v].lemma))
}

/// "She went to Orm to tune pianos": an infinitive that hangs on a verb without being asked for by it.
fn purpose(annotation: &Annotation) -> Option<Span> {
    let reading = &annotation.reading;
    let to = |v: usize| reading.children(v).find(|&c| c < v && reading.words[c].tag == Tag::To);
    let opener = (1..reading.words.len()).filter(|&v| reading.is(v, Relation::Advcl)).find_map(|v| to(v).map(|to| (to, v)));
    opener.map(|(to, verb)| rest(annotation, to, Some(verb)))
}

/// "Heavy snow forced the crew to leave", "her letters led to a quarrel", "a quarrel caused by her letters", "…, which led the board to dismiss her": what brought something about, and what it hangs on.
fn causes(how: &Reasons, annotation: &Annotation) -> Vec<Clause> {
    let reading = &annotation.reading;
    let verbs = (0..reading.words.len()).filter(|&v| reading.words[v].pos == Pos::Verb);
    let brings = |v: &usize| {
        let lemma = &reading.words[*v].lemma;
        how.bringing.has(lemma) || how.causing.has(lemma) && reading.children(*v).any(|c| is_infinitive(reading, c))
    };
    let phrase = |top: usize| {
        let words = reading.subtree_without(top, |c| {
            c < top && reading.words[c].relation == Relation::Case
                || matches!(reading.words[c].relation.base(), Relation::Acl | Relation::Punct)
        });
        reading.span_of(&words)
    };
    let clause = |v: usize, span: Span| Clause { on: Some(v), ..Clause::new(annotation, span, IMPLIED) };
    let found = verbs.filter(brings).filter_map(|v| {
        if reading.words[v].tag == Tag::Vbn {
            let agent = reading.children(v).find(|&c| c > v && reading.is(c, Relation::Obl) && opened_by(annotation, c, "by"))?;
            return Some(clause(v, phrase(agent)));
        }
        let subject = reading.child(v, Relation::Nsubj)?;
        let which = matches!(reading.words[subject].tag, Tag::Wdt | Tag::Wp);
        if which
            && reading.words[v].relation == Relation::AclRelcl
            && annotation.text[..reading.words[subject].span.start].trim_end().ends_with(',')
        {
            let before = (0..subject).rev().find(|&w| reading.words[w].pos != Pos::Punct)?;
            return Some(clause(v, reading.words[0].span.cover(reading.words[before].span)));
        }
        (!which && reading.words[subject].pos != Pos::Pron).then(|| clause(v, phrase(subject)))
    });
    found.collect()
}

/// Whether a preposition opens a phrase.
fn opened_by(annotation: &Annotation, head: usize, preposition: &str) -> bool {
    let reading = &annotation.reading;
    let opens = |c: usize| c < head && reading.words[c].span.of(&annotation.text).eq_ignore_ascii_case(preposition);
    reading.children(head).any(opens)
}
