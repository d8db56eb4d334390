//! Bars of the contrary: a sentence that tells of the opposite, of another amount or owner, of what was done though it is asked what was not, or of the first of
//! some rather than of all.

use crate::answer::agree::agree;
use crate::answer::align::phrase;
use crate::answer::polarity::is_negated;
use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::verdict::{Verdict, squeeze};
use crate::facts::annotation::Annotation;
use crate::knowledge::opposites::{Opposites, opposed};
use crate::knowledge::rules::Shape;
use crate::question::constraints::By;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::names::Gender;
use crate::text::values::Value;
use crate::text::{Pos, Reading, Relation, Span, Tag, Word, wordnet};

/// Whether the verb that a candidate belongs to is the opposite of the question's, which the sentence lacks: "criticised by the mayor" for "Who praised it?"
pub(super) fn is_of_opposite(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let asked = &question.reading;
    let Some(root) = asked.root().filter(|&root| asked.words[root].pos == Pos::Verb) else { return false };
    let reading = &query.known.annotations[candidate.sentence].reading;
    let Some(term) = query.term_at(root).filter(|&t| query.holds(candidate.sentence, t) < 1.0) else { return false };
    let lemma = &asked.words[query.terms[term].term.words.0].lemma;
    let verb = reading.ancestors(candidate.candidate.head).find(|&w| reading.words[w].pos == Pos::Verb);
    verb.is_some_and(|verb| opposed(question.lexicon, lemma, &reading.words[verb].lemma))
}

/// Whether a sentence holds the opposite of a word of the question that it lacks: "the highest tower" for "Which tower is the lowest?"
pub(super) fn holds_opposite(question: &Question, query: &Query, sentence: usize) -> bool {
    let lemma = |t: usize| &question.reading.words[query.terms[t].term.words.0].lemma;
    // Of buyer and seller, parents and children each may tell of the other.
    let two_sided = |lemma: &str| {
        let kin = question.wording.kin.iter().any(|kin| kin.words.has(lemma));
        kin || question.wording.claims.converses.iter().flatten().any(|verb| verb == lemma)
    };
    let lacked = (0..query.terms.len()).filter(|&t| query.holds(sentence, t) == 0.0 && !two_sided(lemma(t)));
    let lacked: Vec<Opposites> = lacked.map(|t| Opposites::of(lemma(t), question.lexicon)).collect();
    let (reading, outline) = (&query.known.annotations[sentence].reading, query.known.outline(sentence));
    let says = |w: &usize| matches!(reading.words[*w].pos, Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Adv);
    let held = |w: usize| lacked.iter().any(|one| one.hold(outline.opposites(reading, w)));
    !lacked.is_empty() && (0..reading.words.len()).filter(says).any(held)
}

/// Whether a sentence says of what the question takes for granted that it was not so: "she never sold it" for "When did she sell it?"
pub(super) fn is_denied(question: &Question, query: &Query, sentence: usize) -> bool {
    let asked = &question.reading;
    let Some(root) = asked.root().filter(|&root| asked.words[root].pos == Pos::Verb && !is_negated(asked, &question.read, root)) else {
        return false;
    };
    let Annotation { reading, text, .. } = &query.known.annotations[sentence];
    let same = |&w: &usize| reading.words[w].pos == Pos::Verb && reading.words[w].lemma == asked.words[root].lemma;
    let mut deeds = (0..reading.words.len()).filter(same).peekable();
    let reason = matches!(question.shape, Shape::Reason | Shape::Manner);
    // "It was not returned until 1990": then it was.
    let until = |w: usize| matches!(&*reading.words[w].lemma, "before" | "till" | "until");
    let came = |verb: usize| {
        let time = |w: usize| matches!(reading.words[w].relation.base(), Relation::Obl | Relation::Advcl) && reading.children(w).any(until);
        question.answer_type == "NUM:date" && reading.children(verb).any(time)
    };
    !reason && deeds.peek().is_some() && deeds.all(|w| is_negated(reading, text, w) && !came(w))
}

/// Whether a candidate is something that was refused, and the question does not ask about that: "she turned down a chair at the college" for "Where did she teach?"
pub(super) fn is_refused(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let wants = !question.answer_type.starts_with("NUM")
        && question.reading.root().is_some_and(|root| question.reading.words[root].pos == Pos::Verb);
    let Annotation { reading, text, .. } = &query.known.annotations[candidate.sentence];
    let refusing = &question.wording.refusals.of_offers;
    let asked = |verb: usize| query.places(candidate.sentence).iter().any(|(w, _)| *w == verb);
    let refuses = |verb: usize| {
        let (lemma, next) = (&reading.words[verb].lemma, reading.words.get(verb + 1).map_or("", |next| next.span.of(text)));
        !asked(verb) && (refusing.has(lemma) || refusing.has(&format!("{lemma} {next}")))
    };
    let of_verb = |&w: &usize| reading.words[w].head.is_none_or(|h| reading.words[h].pos == Pos::Verb);
    let giver = |w: usize| reading.child(w, Relation::Case).is_some_and(|c| matches!(&*reading.words[c].lemma, "at" | "from"));
    let offered = |&w: &usize| reading.is(w, Relation::Obj) || reading.is(w, Relation::Obl) && giver(w);
    let offer = reading.ancestors(candidate.candidate.head).find(of_verb).filter(offered);
    wants && offer.and_then(|offer| reading.words[offer].head).is_some_and(refuses)
}

/// Whether a candidate hangs on a verb that tells of the same transaction from the other side, with the question's subject: "the works earned 300 crowns" for "What did the
/// works pay her?"
pub(super) fn is_of_converse(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let asked = &question.reading;
    let Some(root) = asked.root().filter(|&root| asked.words[root].pos == Pos::Verb) else { return false };
    let active = asked.child(root, Relation::AuxPass).is_none();
    let Some(subject) = asked.child(root, Relation::Nsubj).filter(|_| active) else { return false };
    let reading = &query.known.annotations[candidate.sentence].reading;
    let Some(verb) = reading.ancestors(candidate.candidate.head).find(|&w| reading.words[w].pos == Pos::Verb) else { return false };
    let (one, other) = (&asked.words[root].lemma, &reading.words[verb].lemma);
    let converse = question.wording.claims.converses.iter().any(|[a, b]| a == one && b == other || a == other && b == one);
    let of_subject: Vec<usize> = asked.subtree(subject).into_iter().filter_map(|w| query.term_at(w)).collect();
    let own = query.known.outline(candidate.sentence).subjects[verb];
    let passive =
        |verb: usize| reading.children(verb).any(|c| matches!(reading.words[c].relation, Relation::AuxPass | Relation::NsubjPass));
    converse
        && !passive(verb)
        && own.is_some_and(|own| {
            let phrase = phrase(reading, own);
            query.places(candidate.sentence).iter().any(|(w, t)| of_subject.contains(t) && phrase.contains(w))
        })
}

/// Whether a question asks when something was done again, and a sentence does not say that it was.
pub(super) fn is_not_again(question: &Question, query: &Query, sentence: usize) -> bool {
    let asks = question.answer_type == "NUM:date" && question.folded_words().iter().any(|word| word == "again");
    let verb = |lemma: &str| wordnet::base_form(lemma, wordnet::Pos::Verb).is_some();
    let anew = |word: &Word| word.pos == Pos::Verb && word.lemma.strip_prefix("re").is_some_and(verb);
    let again = |word: &Word| anew(word) || matches!(&*word.lemma, "again" | "anew" | "another" | "second");
    asks && !query.known.annotations[sentence].reading.words.iter().any(again)
}

/// Whether a question asks of whom or what something is not so, and no sentence in which the answer stands says of it that something is not: "58 were admitted" for
/// "How many were not admitted?" What was reckoned stands nowhere.
pub fn is_not_denied(question: &Question, query: &Query, verdict: &Verdict) -> bool {
    let asked = &question.reading;
    let negated = || asked.root().is_some_and(|root| is_negated(asked, &question.read, root));
    let asks =
        !matches!(question.shape, Shape::YesNo | Shape::Choice | Shape::Reason) && question.constraints.negation.is_some() && negated();
    let denied = |(sentence, spans): &(usize, Vec<Span>)| {
        let Annotation { reading, text, .. } = &query.known.annotations[*sentence];
        let said = |span: &Span| verdict.answer.as_ref().is_some_and(|answer| answer.contains(&squeeze(span.of(text))));
        let mut words = spans.iter().flat_map(|span| reading.within(*span));
        !spans.iter().all(said) || words.any(|w| is_negated(reading, text, w))
    };
    asks && !verdict.grounds.iter().any(denied)
}

/// Whether a sentence has none of the amounts by which the question says what it asks about, but another of their kind: "by one month" for "What was put off by
/// two months?"
pub(super) fn has_other_amount(question: &Question, query: &Query, sentence: usize) -> bool {
    let annotation = &query.known.annotations[sentence];
    let reading = &question.reading;
    let asked = |value: &Value| {
        let words = reading.within(value.span);
        let counts_asked = words.clone().any(|w| reading.words[w].head.is_some_and(|head| Some(head) == question.focus));
        // "Back in '53".
        let year = question.read[..value.span.start].ends_with(['\'', '’']);
        // "The Seven Years War".
        let named = (words.start..words.end + 1).any(|w| reading.words.get(w).is_some_and(|word| word.pos == Pos::Propn));
        !counts_asked && !year && !named && words.start > 1
    };
    let other = |value: &Value| {
        let mut judged = annotation.values.iter().filter_map(|given| agree(value, given)).peekable();
        judged.peek().is_some() && judged.all(|agrees| !agrees)
    };
    question.constraints.numbers.iter().filter(|value| asked(value)).any(other)
}

/// Whether a sentence has that of which the question says whose it is only as another's: "Tom, Ada's son" for "Who was Tom's son?"
pub(super) fn is_owned_by_another(question: &Question, query: &Query, sentence: usize) -> bool {
    let asked = &question.reading;
    let annotation = &query.known.annotations[sentence];
    let reading = &annotation.reading;
    let places = query.places(sentence);
    let images = |word: usize| places.iter().filter(move |(_, t)| query.term_at(word) == Some(*t)).map(|(w, _)| *w);
    let owner = |reading: &Reading, noun: usize| reading.child(noun, Relation::NmodPoss).filter(|&o| reading.words[o].pos == Pos::Propn);
    let other = |noun: usize, whose: usize| {
        let meant: Vec<usize> = asked.subtree(whose).into_iter().flat_map(images).collect();
        let another = |w: usize| owner(reading, w).is_some_and(|o| !reading.subtree(o).iter().any(|part| meant.contains(part)));
        let mut things = images(noun).peekable();
        !meant.is_empty() && things.peek().is_some() && things.all(another)
    };
    (0..asked.words.len()).any(|noun| owner(asked, noun).is_some_and(|whose| other(noun, whose)))
}

/// Whether a candidate stands for what the question asks for only as that of something else: "the label, whose founder, Ada Merrow, …", for "Who was the founder of
/// the band?"
pub(super) fn is_whose_of_another(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let reading = &query.known.annotations[candidate.sentence].reading;
    let places = query.places(candidate.sentence);
    // "Which chairman saved it?" asks for what he did, whosever chairman he is.
    let is_noun = question.reading.root().is_some_and(|root| question.reading.words[root].pos != Pos::Verb);
    let whose = |noun: usize| reading.child(noun, Relation::NmodPoss).filter(|&w| reading.words[w].lemma == "whose");
    let near = |noun: &usize| candidate.candidate.words.contains(noun) || reading.words[candidate.candidate.head].head == Some(*noun);
    let nouns = places.iter().filter(|(_, t)| query.terms[*t].term.part != Part::Topic).map(|(w, _)| *w);
    let whose = nouns.filter(near).find_map(whose).filter(|_| question.answer_type.starts_with("HUM") && is_noun);
    let nominal = |w: &usize| matches!(reading.words[*w].pos, Pos::Noun | Pos::Propn);
    let Some(antecedent) = whose.and_then(|whose| (0..whose).rev().find(nominal)) else { return false };
    let referents = query.known.cast.referents(candidate.sentence);
    let own = |w: usize| {
        places.iter().any(|(place, _)| *place == w)
            || query.known.terms[candidate.sentence].get(w).is_some_and(|id| query.known.title.contains(id))
    };
    let meant = referents
        .iter()
        .any(|r| (r.first..r.end).contains(&antecedent) && query.known.cast.protagonist().is_some_and(|p| p.name == r.name));
    !meant && !phrase(reading, antecedent).into_iter().any(own)
}

/// Whether a candidate's clause tells of a man where the question asks of a woman by a pronoun, or the other way round.
pub(super) fn is_of_other_gender(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let gender = |lemma: &str| match lemma {
        "he" => Some(Gender::Masculine),
        "she" => Some(Gender::Feminine),
        _ => None,
    };
    let subject = question.reading.root().and_then(|root| question.reading.child(root, Relation::Nsubj));
    let Some(asked) = subject.and_then(|subject| gender(&question.reading.words[subject].lemma.to_lowercase())) else { return false };
    let Some(subject) = query.known.outline(candidate.sentence).subjects[candidate.candidate.head] else { return false };
    let referent = query.known.cast.referents(candidate.sentence).iter().find(|r| (r.first..r.end).contains(&subject));
    let own = referent.and_then(|r| query.known.cast.find(&fold(&r.name))).and_then(|member| member.gender);
    own.is_some_and(|own| own != asked)
}

/// Whether a sentence tells of the first of some, where the question asks for the first of all: "the first president born abroad" for "Who was the first president?"
pub(super) fn is_first_of_some(question: &Question, query: &Query, sentence: usize) -> bool {
    let Some(rank) = question.constraints.rank.as_ref().filter(|rank| matches!(rank.by, By::First | By::Last | By::Nth(_))) else {
        return false;
    };
    let reading = &query.known.annotations[sentence].reading;
    let places = query.places(sentence);
    let same = |w: usize, asked: usize| reading.words[w].lemma == question.reading.words[asked].lemma;
    let Some(noun) = rank.of.filter(|&noun| question.reading.words[noun].pos == Pos::Noun) else { return false };
    let ranked = |n: &usize| same(*n, noun) && reading.children(*n).any(|c| same(c, rank.word));
    let matched = |w: usize| places.iter().any(|(word, _)| *word == w);
    // "The first fair, which was held in May" is the first of all.
    let restricts = |n: usize, c: usize| {
        let clause = matches!(reading.words[c].relation, Relation::Acl | Relation::AclRelcl);
        let aside = (n..c).any(|w| reading.words[w].tag == Tag::Comma);
        clause && !aside && !reading.subtree(c).into_iter().any(matched)
    };
    let mut nouns = (0..reading.words.len()).filter(ranked).peekable();
    nouns.peek().is_some() && nouns.all(|n| reading.children(n).any(|c| c > n && restricts(n, c)))
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn the_contrary_is_no_answer() {
        check_answers(
            "= Orm Choir =\n\nThe Orm Choir is a choir. The concert of 1931 was criticised by Olin Pask, while the baker Ine Vold stayed silent. Of the 96 singers 58 were admitted to the hall. \
             Bo Lind was the first president born outside Orm. Tom Tarn, the treasurer, followed Gerta Wallin in 1940. Fees may vary by three crowns. In 1950 Ada Merrow, Olin \
             Pask's daughter, composed the longest hymn. Olin Pask turned down a chair at Velm College. The choir earned 300 crowns with Bo Lind. The hall was opened in 1911.\n",
            &[
                ("Who criticised the concert?", Some("Olin Pask")),
                ("Who praised the concert?", None),
                ("How many singers were admitted to the hall?", Some("58")),
                ("How many singers were not admitted to the hall?", None),
                ("Who was the first president?", None),
                ("Who was the first president born outside Orm?", Some("Bo Lind")),
                ("Who followed Wallin in 1940?", Some("Tom Tarn")),
                ("What may vary by three crowns?", Some("Fees")),
                ("What may vary by nine crowns?", None),
                ("Who composed the longest hymn?", Some("Ada Merrow")),
                ("Who composed the shortest hymn?", None),
                ("At which college did Olin Pask teach?", None),
                ("What did the choir pay Bo Lind?", None),
                ("When did the hall open again?", None),
                ("Who was Ada Merrow's daughter?", None),
            ],
        );
    }

    #[test]
    fn whose_founder_somebody_is_and_who_is_meant_must_agree() {
        check_answers(
            "= Orm Works =\n\nThe Orm Works is a mill in Velm. It had a contract with the label Drum, whose founder, Henrietta Boyle, paid an advance of 200 crowns. Theodora, who \
             never learned to drive, died in 1971.\n",
            &[
                ("Who was the founder of Drum?", Some("Henrietta Boyle")),
                ("Who were the founders?", None),
                ("When did she die?", Some("1971")),
                ("When did he die?", None),
            ],
        );
    }
}
