//! Clauses that answer why and how: found by the words that open them.

use crate::facts::annotation::Annotation;
use crate::knowledge::rules::{Manners, Reasons, Shape, Words};
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::{Pos, Reading, Relation, Span, Tag, wordnet};

/// The reason or manner that a sentence states, as a span of the annotation's text, without the word that opens it.
///
/// Reasons: what follows "because", "due to" and the like, an infinitive of purpose, "for" before a gerund. Manner: what follows "by" or "through", a
/// participle clause. `None` where the sentence states none.
pub fn clause(question: &Question, annotation: &Annotation) -> Option<Clause> {
    let plain = |span| Clause { span, plain: true };
    let how = &question.wording.reasons;
    match question.shape {
        Shape::Reason => {
            let words: Vec<String> = annotation.reading.words.iter().map(|w| fold(w.span.of(&annotation.text))).collect();
            reason(how, annotation, &words)
                .map(plain)
                .or_else(|| implied(how, annotation, &words).map(|span| Clause { span, plain: false }))
        }
        Shape::Manner => manner(&question.wording.manners, annotation).map(plain),
        _ => None,
    }
}

/// A clause that answers why or how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// Where it stands in the annotation's text.
    pub span: Span,
    /// Whether the word that opens it says that it is one.
    pub plain: bool,
}

/// What stands behind a word that opens a reason.
fn reason(how: &Reasons, annotation: &Annotation, words: &[String]) -> Option<Span> {
    let reading = &annotation.reading;
    for opener in how.openers.iter() {
        let opener: Vec<&str> = opener.split(' ').collect();
        for start in 0..words.len() {
            if words[start..].iter().zip(&opener).filter(|(a, b)| a == *b).count() < opener.len() || start + opener.len() >= words.len() {
                continue;
            }
            let word = &reading.words[start];
            let clausal = word.relation == Relation::Mark && word.head.is_some_and(|h| reading.words[h].relation == Relation::Advcl);
            if opener.len() == 1 && matches!(opener[0], "as" | "since") && !clausal && !opens_clause(annotation, words, start) {
                continue;
            }
            if opener == ["as"] && word.head.is_some_and(|h| how.foreseeing.has(&reading.words[h].lemma)) {
                continue;
            }
            if let Some(comma) = (0..words.len()).find(|&w| words[w] == ",").filter(|&comma| start == 0 && comma > opener.len()) {
                // A clause that opens the sentence ends at its comma.
                return Some(reading.words[opener.len()].span.cover(reading.words[comma - 1].span));
            }
            // The opener may hang on the subject of its clause, or on anything where the tree has not seen the clause.
            let head = if opener.len() == 1 && !clausal { None } else { word.head };
            let head = head.map(|h| if reading.is(h, Relation::Nsubj) { reading.words[h].head.unwrap_or(h) } else { h });
            return Some(rest(annotation, start + opener.len(), head));
        }
    }
    kept(annotation, words, &how.kept)
}

/// What a sentence only implies to be the reason of what it tells.
fn implied(how: &Reasons, annotation: &Annotation, words: &[String]) -> Option<Span> {
    saying(how, annotation)
        .or_else(|| kept(annotation, words, &how.implied))
        .or_else(|| over_what(how, annotation, words))
        .or_else(|| as_what(annotation, words))
        .or_else(|| for_what(annotation, words))
        .or_else(|| causer(how, annotation))
        .or_else(|| feeling(how, annotation, words))
        .or_else(|| after_what(how, annotation, words))
}

/// "For lack of money", "in protest at the sale": the opener is a part of the answer.
fn kept(annotation: &Annotation, words: &[String], openers: &Words) -> Option<Span> {
    let opens = |start: usize| {
        openers.iter().any(|opener| opener.split(' ').enumerate().all(|(n, w)| words.get(start + n).is_some_and(|o| o == w)))
    };
    (1..words.len()).find(|&start| opens(start)).map(|start| rest(annotation, start, None))
}

/// Whether a word behind a comma opens a clause with a finite verb, whatever the tree says: ", as the new owner, Ada Merrow, wanted".
fn opens_clause(annotation: &Annotation, words: &[String], start: usize) -> bool {
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
fn over_what(how: &Reasons, annotation: &Annotation, words: &[String]) -> Option<Span> {
    let reading = &annotation.reading;
    let over = (1..words.len()).find(|&w| words[w] == "over" && reading.words[w].relation == Relation::Case)?;
    let thing = reading.words[over].head?;
    let verb = reading.words[thing].head.filter(|_| reading.is(thing, Relation::Obl))?;
    how.parting.has(&reading.words[verb].lemma).then(|| rest(annotation, over + 1, Some(thing)))
}

/// "As a foreigner she could not …": an opening phrase with "as" before the subject, up to the verb it explains.
fn as_what(annotation: &Annotation, words: &[String]) -> Option<Span> {
    let reading = &annotation.reading;
    let opener = (0..words.len()).find(|&w| words[w] == "as" && reading.words[w].relation == Relation::Case)?;
    let phrase = reading.words[opener].head?;
    let verb = reading.words[phrase].head?;
    let subject = reading.child(verb, Relation::Nsubj)?;
    (reading.words[phrase].relation == Relation::Obl && phrase < subject).then(|| rest(annotation, opener, Some(verb)))
}

/// "Dissatisfied with the budget, she left", "they were opposed, fearing for the masts", "her uncle, who thought that …": what somebody feels or thinks.
fn feeling(how: &Reasons, annotation: &Annotation, words: &[String]) -> Option<Span> {
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

/// "Heavy snow forced the crew to leave": the subject of a verb of causing to do something, without its clauses.
fn causer(how: &Reasons, annotation: &Annotation) -> Option<Span> {
    let reading = &annotation.reading;
    let causes = |v: &usize| how.causing.has(&reading.words[*v].lemma) && reading.children(*v).any(|c| is_infinitive(reading, c));
    let verb = (0..reading.words.len()).find(causes)?;
    let subject = reading.child(verb, Relation::Nsubj).filter(|&s| !matches!(reading.words[s].pos, Pos::Pron | Pos::Propn))?;
    let phrase = reading.subtree_without(subject, |c| matches!(reading.words[c].relation.base(), Relation::Acl | Relation::Punct));
    Some(reading.span_of(&phrase))
}

/// Whether a word heads an infinitive with "to".
fn is_infinitive(reading: &Reading, word: usize) -> bool {
    let to = |c: usize| c < word && reading.words[c].tag == Tag::To && reading.words[c].relation == Relation::Mark;
    matches!(reading.words[word].relation.base(), Relation::Xcomp | Relation::Advcl) && reading.children(word).any(to)
}

/// "She left after a quarrel": what happened before, where nothing tells more plainly why.
fn after_what(how: &Reasons, annotation: &Annotation, words: &[String]) -> Option<Span> {
    let reading = &annotation.reading;
    let opens = |w: usize| match (words[w].as_str(), reading.words[w].relation) {
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
    (adverbial && !dated).then(|| rest(annotation, opener + 1, Some(head)))
}

/// "Fined for speeding", "tried for his letters": what stands behind "for" at a passive verb, or at a verb with a gerund; nobody ("folded for her"), and no
/// time ("banned for a while").
fn for_what(annotation: &Annotation, words: &[String]) -> Option<Span> {
    let reading = &annotation.reading;
    let passive = (0..words.len()).find(|&w| {
        let verb = reading.words[w].head.filter(|_| reading.words[w].relation == Relation::Obl);
        let done = verb.is_some_and(|v| reading.words[v].tag == Tag::Vbn || reading.child(v, Relation::AuxPass).is_some());
        let lemma = reading.words[w].lemma.as_str();
        let time = matches!(lemma, "time" | "while" | "long" | "good" | "now") || wordnet::is_mainly(lemma, "period");
        done && reading.words[w].pos != Pos::Pron
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

/// "By tuning pianos and by giving lessons", "carrying the camera on a saddle": gerunds with a word that opens a manner, else participles.
fn manner(how: &Manners, annotation: &Annotation) -> Option<Span> {
    let reading = &annotation.reading;
    let opener = |v: usize| {
        let opener = reading.children(v).find(|&c| c < v && matches!(reading.words[c].relation, Relation::Mark | Relation::Case));
        opener.map(|o| fold(reading.words[o].span.of(&annotation.text)))
    };
    let opened = |v: &usize| matches!(opener(*v).as_deref(), Some("by" | "through" | "via" | "with"));
    let gerunds = || (0..reading.words.len()).filter(|&w| reading.words[w].tag == Tag::Vbg);
    let adverbial = |v: &usize| reading.words[*v].relation == Relation::Advcl;
    let tells = |v: &usize| opener(*v).is_none() && !how.following.has(&reading.words[*v].lemma) && !is_result(how, annotation, *v);
    let found = gerunds().find(opened).or_else(|| gerunds().filter(adverbial).find(tells))?;
    let words = reading.subtree_without(found, |c| matches!(reading.words[c].relation, Relation::Mark | Relation::Case) && c < found);
    let says = |w: &&usize| reading.words[**w].pos != Pos::Punct;
    let (first, last) = (words.iter().find(says)?, words.iter().rfind(says)?);
    Some(reading.words[*first].span.cover(reading.words[goes_on(annotation, *last)].span))
}

/// Whether a participle behind a comma tells what came of something: "he spoke on the radio, making his name known".
fn is_result(how: &Manners, annotation: &Annotation, verb: usize) -> bool {
    let reading = &annotation.reading;
    let behind = verb.checked_sub(1).is_some_and(|w| reading.words[w].tag == Tag::Comma);
    behind && reading.words[verb].head.is_some_and(|h| h < verb) && how.resulting.has(&reading.words[verb].lemma)
}

/// The last word of the gerunds that go on behind word `last` with "and by".
fn goes_on(annotation: &Annotation, last: usize) -> usize {
    let reading = &annotation.reading;
    let is = |w: usize, form: &str| reading.words.get(w).is_some_and(|word| word.span.of(&annotation.text).eq_ignore_ascii_case(form));
    match reading.words.get(last + 3) {
        Some(next) if is(last + 1, "and") && is(last + 2, "by") && next.tag == Tag::Vbg => {
            reading.within(rest(annotation, last + 3, Some(last + 3))).end.max(last + 1) - 1
        }
        _ => last,
    }
}

/// "With a free kick", "by text message": what a phrase at one of some verbs of the sentence says of how it was done.
pub fn means(annotation: &Annotation, verbs: &[usize]) -> Option<Span> {
    let reading = &annotation.reading;
    let rank = |c: usize| match fold(reading.words[c].span.of(&annotation.text)).as_str() {
        "by" => Some(0),
        "with" | "via" | "through" => Some(1),
        _ => None,
    };
    let value = |w: usize| annotation.values.iter().any(|v| v.span.contains(reading.words[w].span));
    let common = |w: usize| reading.words[w].pos == Pos::Noun && !value(w) && !wordnet::is_a(&reading.words[w].lemma, "person");
    let phrases = verbs.iter().filter(|&&v| reading.words[v].pos == Pos::Verb).flat_map(|&verb| reading.children(verb));
    let found = phrases.filter(|&w| reading.is(w, Relation::Obl) && common(w)).filter_map(|w| {
        let case = reading.children(w).find(|&c| c < w && reading.words[c].relation == Relation::Case)?;
        Some((rank(case)?, w, case))
    });
    let (_, phrase, case) = found.min_by_key(|f| f.0)?;
    Some(rest(annotation, case, Some(phrase)))
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

/// From word `start` to the end of what depends on `head`, or of a verb of which that is the subject, or of a phrase that goes on from it; without a head to the
/// end of the clause by its marks. The final stop is left out.
fn rest(annotation: &Annotation, start: usize, head: Option<usize>) -> Span {
    let words = &annotation.reading.words;
    let shown = |w: usize| words[w].span.of(&annotation.text);
    let ends = |&w: &usize| shown(w) == ";" || shown(w) == "," && words.get(w + 1).is_some_and(|next| next.pos == Pos::Cconj);
    let by_marks = || (start + 1..words.len()).find(ends).unwrap_or(words.len()) - 1;
    let goes_on = |end: &usize| {
        let next = words.get(end + 1);
        next.is_some_and(|w| matches!(w.tag, Tag::Md | Tag::Vbd | Tag::Vbz | Tag::Vbp) || w.pos == Pos::Adp && w.relation == Relation::Case)
    };
    let whole = head.and_then(|h| annotation.reading.subtree(h).last().copied()).filter(|&e| e >= start);
    let end = whole.map_or_else(by_marks, |end| if goes_on(&end) { by_marks().max(end) } else { end });
    let end = (start..=end).rev().find(|&e| shown(e).chars().any(char::is_alphanumeric)).unwrap_or(start);
    let span = words[start].span.cover(words[end].span);
    let open = span.of(&annotation.text).matches('"').count() % 2 == 1;
    if open && annotation.text[span.end..].starts_with('"') { Span::new(span.start, span.end + 1) } else { span }
}
