//! Another: what keeps a sentence that shares a claim's words from asserting it. It tells of somebody else, of the other side of something, or of what was only
//! tried.

use crate::answer::align::{Aligned, case, is_copular, phrase, roles};
use crate::answer::contradiction::{SYMMETRIC, phrase_holds};
use crate::answer::naming::splits_name;
use crate::answer::polarity::predicate;
use crate::answer::subject::{Asked, agreement, asked, named_terms, tells_of_another};
use crate::question::Part;
use crate::text::{Pos, Reading, Relation, Tag};

/// Whether a sentence tells another thing than the question claims.
pub fn is_another(aligned: &Aligned) -> bool {
    is_done_otherwise(aligned)
        || has_other_role(aligned)
        || is_said_of_another(aligned)
        || is_of_another(aligned)
        || is_of_other_sort(aligned)
        || is_only_called(aligned)
        || is_left_behind(aligned)
        || is_compared_otherwise(aligned)
        || is_only_tried(aligned)
        || is_on_other_side(aligned)
        || excepts_date(aligned)
        || splits_name(aligned.question, aligned.query, aligned.sentence)
}

/// The verb around which the question claims something, and the verbs of the sentence that stand for it; `None` where subject and object may change places.
fn verbs(aligned: &Aligned) -> Option<(usize, Vec<usize>)> {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let root = question.root().filter(|&r| question.words[r].pos == Pos::Verb)?;
    let verbs: Vec<usize> = aligned.images(root).into_iter().filter(|&v| reading.words[v].pos == Pos::Verb).collect();
    (!verbs.is_empty() && !SYMMETRIC.contains(&question.words[root].lemma.as_str())).then_some((root, verbs))
}

/// Whether each verb of the sentence that stands for the question's has another doer or is done to another: "An assembly approved it, against the will of Ortiz".
fn is_done_otherwise(aligned: &Aligned) -> bool {
    let Some((root, verbs)) = verbs(aligned) else { return false };
    verbs.iter().all(|&verb| is_done_by_another(aligned, root, verb) || is_done_to_another(aligned, root, verb))
}

/// Whether a verb of the sentence has another doer than the question's subject.
fn is_done_by_another(aligned: &Aligned, root: usize, verb: usize) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let Some(subject) = question.child(root, Relation::Nsubj) else { return false };
    let passive = is_passive(question, root);
    let named = !passive && !aligned.images(subject).is_empty();
    let (by, to) = roles(reading, &aligned.annotation.text, verb);
    let held = |head: Option<usize>| head.is_some_and(|h| phrase_holds(aligned, h, subject));
    let noun = by.is_some_and(|by| matches!(reading.words[by].pos, Pos::Noun | Pos::Propn));
    named && noun && !held(by) && !held(to) || is_passive(reading, verb) == passive && is_about_another(aligned, verb, subject)
}

/// Whether somebody else than the one of whom the question asks whether they back something opposes it by a verb of the sentence: that the guild refused the plan says
/// nothing of whether Ada Merrow, whom the sentence names elsewhere, endorsed it.
pub fn opposed_by_another(aligned: &Aligned, said: usize) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let backing = |root: &usize| aligned.question.wording.claims.backing.has(&question.words[*root].lemma) && !is_passive(question, *root);
    let verb = question.root().filter(backing).filter(|_| reading.words[said].pos == Pos::Verb);
    let Some(subject) = verb.and_then(|verb| question.child(verb, Relation::Nsubj)) else { return false };
    let images = aligned.images(subject);
    let (by, _) = roles(reading, &aligned.annotation.text, said);
    let by = by.filter(|&by| matches!(reading.words[by].pos, Pos::Noun | Pos::Propn) && !images.is_empty());
    let of_name = |w: usize| matches!(reading.words[w].relation.base(), Relation::Flat | Relation::Compound | Relation::Appos);
    let own = |by: usize| images.contains(&by) || reading.children(by).any(|w| of_name(w) && images.contains(&w));
    by.is_some_and(|by| !own(by))
}

/// Whether a verb says what is done to its subject.
fn is_passive(reading: &Reading, verb: usize) -> bool {
    let own = &reading.words[verb];
    let bare = own.tag == Tag::Vbn && matches!(own.relation.base(), Relation::Acl | Relation::Advcl);
    bare || reading.children(verb).any(|c| matches!(reading.words[c].relation, Relation::NsubjPass | Relation::AuxPass))
}

/// Whether the clause of a word tells of another than the one whom the question names as its subject.
fn is_about_another(aligned: &Aligned, word: usize, subject: usize) -> bool {
    let query = aligned.query;
    let names = named_terms(query, aligned.asked(), subject);
    tells_of_another(query, aligned.sentence, word, &names, query.places(aligned.sentence))
}

/// Whether a verb of the sentence is done to something else, and the question's object stands in another clause: "The board praised the show, and Tarn was
/// summoned".
fn is_done_to_another(aligned: &Aligned, root: usize, verb: usize) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let Some(object) = roles(question, &aligned.question.read, root).1 else { return false };
    let images = aligned.images(object);
    let elsewhere = images.iter().all(|&i| predicate(reading, i) != verb);
    let to = roles(reading, &aligned.annotation.text, verb).1;
    let noun = to.filter(|&to| matches!(reading.words[to].pos, Pos::Noun | Pos::Propn | Pos::Adj));
    !images.is_empty() && elsewhere && noun.is_some_and(|to| !phrase_holds(aligned, to, object))
}

/// Whether the question asks what was done to somebody, and the sentence has them do it: "She condemned the sale" for "Was she condemned?"
fn has_other_role(aligned: &Aligned) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let passive = |root: &usize| question.child(*root, Relation::Nsubj).is_some_and(|s| question.words[s].relation == Relation::NsubjPass);
    let Some(root) = question.root().filter(passive) else { return false };
    let Some(whom @ Asked::Named(_)) = asked(aligned.question, aligned.query) else { return false };
    let own = agreement(Some(&whom), aligned.query, aligned.sentence, aligned.query.places(aligned.sentence));
    let active = |&verb: &usize| {
        let acts = reading.words[verb].pos == Pos::Verb && !is_passive(reading, verb) && reading.child(verb, Relation::Obj).is_some();
        acts && own[verb] == Some(true)
    };
    let verbs = aligned.images(root);
    !verbs.is_empty() && verbs.iter().all(active)
}

/// Whether the sentence calls another what the question asks whether somebody is: "the painter Ada Merrow and the singer Tom Tarn", for "Is Tom Tarn a painter?"
fn is_said_of_another(aligned: &Aligned) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let noun = |r: &usize| question.words[*r].pos == Pos::Noun && is_copular(question, *r);
    let Some(root) = question.root().filter(noun) else { return false };
    let Some(subject) = question.child(root, Relation::Nsubj) else { return false };
    let names = &aligned.annotation.names;
    let other = |&w: &usize| {
        let name = names.iter().find(|name| reading.within(name.span).start == w + 1);
        match name {
            Some(name) => reading.within(name.span).all(|n| !aligned_with(aligned, n, subject)),
            None => is_copular(reading, w) && is_about_another(aligned, w, subject) && !phrase_holds(aligned, w, subject),
        }
    };
    let images = aligned.images(root);
    !images.is_empty() && images.iter().all(other)
}

/// Whether the sentence names what the question asks somebody to be at or of only as what another is at or of: "Ada Merrow (formerly of the Velm Guild) taught
/// him", for "Was he a member of the Velm Guild?"
fn is_of_another(aligned: &Aligned) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let Some(root) = question.root().filter(|&r| is_copular(question, r)) else { return false };
    let Some(subject) = question.child(root, Relation::Nsubj) else { return false };
    let named = |w: usize| aligned.term(w).is_some_and(|t| aligned.query.terms[t].term.part == Part::Name);
    let of: Vec<usize> = question.children(root).filter(|&c| c != subject && named(c)).flat_map(|c| aligned.images(c)).collect();
    if !aligned.images(root).iter().all(|w| of.contains(w)) {
        return false;
    }
    let hangs =
        |w: &usize| matches!(reading.words[*w].relation.base(), Relation::Nmod | Relation::Appos | Relation::Flat | Relation::Compound);
    let another = |&w: &usize| {
        let up = reading.ancestors(w).take_while(hangs).filter_map(|a| reading.words[a].head);
        let mut above = up.filter(|&a| reading.words[a].pos == Pos::Propn && !aligned.is_matched(a)).peekable();
        above.peek().is_some() && !phrase_holds(aligned, w, subject)
    };
    !of.is_empty() && of.iter().all(another)
}

/// Whether the sentence has a thing of another sort than the question: "number theory" for "graph theory".
fn is_of_other_sort(aligned: &Aligned) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let kind = |w: &usize| question.is(*w, Relation::Compound) && question.words[*w].pos == Pos::Noun && aligned.images(*w).is_empty();
    let other = |&noun: &usize| {
        reading.children(noun).any(|c| reading.is(c, Relation::Compound) && reading.words[c].pos == Pos::Noun && !aligned.is_matched(c))
    };
    (0..question.words.len()).filter(kind).filter_map(|w| question.words[w].head).any(|noun| {
        let images = aligned.images(noun);
        !images.is_empty() && images.iter().all(other)
    })
}

/// Whether what the question asks whether something is, is only part of what it is called: "known as the ghost church", for "Is it a church?"
fn is_only_called(aligned: &Aligned) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let noun = |r: &usize| question.words[*r].pos == Pos::Noun && is_copular(question, *r);
    let Some(root) = question.root().filter(noun) else { return false };
    let indefinite = |w: usize| reading.child(w, Relation::Det).is_some_and(|d| matches!(reading.words[d].lemma.as_str(), "a" | "an"));
    let names = |above: usize| NAMING.contains(&reading.words[above].lemma.as_str());
    let called = |&w: &usize| !indefinite(w) && reading.ancestors(w).skip(1).any(|above| above < w && names(above));
    let images = aligned.images(root);
    !images.is_empty() && images.iter().all(called)
}

/// Words that give a name.
const NAMING: [&str; 7] = ["call", "dub", "know", "name", "nickname", "style", "term"];

/// Whether something was moved away from what the question asks whether it is: "moved from the red list to another", for "Is it on the red list?"
fn is_left_behind(aligned: &Aligned) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let from = |reading: &Reading, text: &str, w: usize| case(reading, text, w).as_deref() == Some("from");
    let own = |r: &usize| is_copular(question, *r) && !from(question, &aligned.question.read, *r);
    let Some(root) = question.root().filter(own) else { return false };
    let images = aligned.images(root);
    !images.is_empty() && images.iter().all(|&w| from(reading, &aligned.annotation.text, w))
}

/// Whether the sentence compares the other way round: "the ewe is heavier than the ram", for "Does the ram weigh more than the ewe?"
fn is_compared_otherwise(aligned: &Aligned) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let than = |reading: &Reading, text: &str, w: usize| case(reading, text, w).as_deref() == Some("than");
    let Some(other) = (0..question.words.len()).find(|&w| than(question, &aligned.question.read, w)) else { return false };
    let Some(subject) = question.root().and_then(|root| question.child(root, Relation::Nsubj)) else { return false };
    let holds = |w: usize, asked: usize| phrase_holds(aligned, w, asked);
    (0..reading.words.len()).any(|w| than(reading, &aligned.annotation.text, w) && holds(w, subject) && !holds(w, other))
}

/// Whether a word of the sentence stands for one of the question's phrase.
fn aligned_with(aligned: &Aligned, word: usize, asked: usize) -> bool {
    phrase(aligned.asked(), asked).into_iter().any(|w| aligned.images(w).contains(&word))
}

/// Whether the sentence says of what the question turns on only that somebody tried, planned or was asked to do it.
fn is_only_tried(aligned: &Aligned) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let claims = &aligned.question.wording.claims;
    let Some((_, verbs)) = verbs(aligned) else { return false };
    let tries = |reading: &Reading, w: usize| claims.trying.has(&reading.words[w].lemma);
    let tried = |&verb: &usize| {
        let opened = reading.children(verb).any(|c| c < verb && reading.words[c].lemma == "to");
        opened && reading.words[verb].head.is_some_and(|head| tries(reading, head))
    };
    verbs.iter().all(tried) && !(0..question.words.len()).any(|w| tries(question, w))
}

/// Prepositions that place something there, and those that place it elsewhere.
const THERE: [&str; 5] = ["at", "in", "inside", "on", "within"];
const ELSEWHERE: [&str; 5] = ["beyond", "near", "off", "outside", "towards"];

/// Whether the sentence has outside or near a place what the question asks whether it was there: "born outside Orm", for "Was she born in Orm?"
fn is_on_other_side(aligned: &Aligned) -> bool {
    let (question, reading) = (aligned.asked(), aligned.reading());
    let placed = |w: usize| case(question, &aligned.question.read, w).is_some_and(|case| THERE.contains(&case.as_ref()));
    let elsewhere = |&w: &usize| case(reading, &aligned.annotation.text, w).is_some_and(|case| ELSEWHERE.contains(&case.as_ref()));
    (0..question.words.len()).filter(|&w| placed(w)).any(|w| {
        let images = aligned.images(w);
        !images.is_empty() && images.iter().all(elsewhere)
    })
}

/// Whether a sentence has the date of the question only as an exception: "at every fair except that of 1920".
fn excepts_date(aligned: &Aligned) -> bool {
    let annotation = aligned.annotation;
    let words = &annotation.reading.words;
    let Some(except) = words.iter().find(|w| matches!(w.lemma.as_str(), "except" | "excepting" | "excluding")) else { return false };
    let dates = annotation.values.iter().filter_map(|v| v.kind.date().map(|date| (v.span.start, date)));
    let mut asked = dates.filter(|(_, date)| aligned.question.dates.iter().any(|own| own.overlaps(date))).peekable();
    asked.peek().is_some() && asked.all(|(start, _)| start > except.span.start)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn what_another_did_or_is_asserts_nothing() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow is a singer. In 1934 she demanded the dismissal of Olin Pask. Talhof won the election of 1931, defeating the mayor, Olin Pask. Her friends were the painter Tom Tarn, the baker Ine \
             Vold and the sailor Bo Lind. The board praised the show, and Bo Lind was summoned. \
             She tried to climb Mount Velm in 1940. She was born outside Orm. While the city acquired most of the quarter, the Tannery was bought by a guild. The Tannery, also known as mud \
             church, was moved from the red list to the green list. The ewe is heavier than the ram.\n",
            &[
                ("Did Talhof defeat Olin Pask?", Some("yes")),
                ("Did Olin Pask defeat Talhof?", Some("no")),
                ("Is Tom Tarn a painter?", Some("yes")),
                ("Is Ine Vold a painter?", None),
                ("Is Ada Merrow a painter?", None),
                ("Did the board praise Bo Lind?", None),
                ("Did Olin Pask demand the dismissal of Ada Merrow?", None),
                ("Did she climb Mount Velm?", None),
                ("Did she try to climb Mount Velm?", Some("yes")),
                ("Was she born in Orm?", None),
                ("Did the city buy the Tannery?", None),
                ("Is the Tannery a church?", None),
                ("Is the ram heavier than the ewe?", Some("no")),
                ("Is the ewe heavier than the ram?", Some("yes")),
            ],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a miller. Her candidacy was rejected by the board of the guild amid a quarrel over closer ties with Olin Pask.\n",
            &[
                ("Did Olin Pask endorse Ada Merrow's candidacy?", None),
                ("Did the board endorse her candidacy?", Some("no")),
                ("Who turned her candidacy down?", Some("board of the guild")),
            ],
        );
    }
}
