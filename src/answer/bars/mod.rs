//! Bars: what keeps a candidate from being the answer, however sure it is.

mod contrary;
mod dates;
mod kinds;
mod measures;
mod places;
mod themes;

use crate::answer::counted::{counts_other, is_of_other_source, is_of_other_verb, is_of_some, is_share_or_whole};
use crate::answer::difference::is_no_difference;
use crate::answer::doer::{has_no_doer, is_done_by_others, is_done_to_another, is_maker_of_another, is_of_protagonist};
use crate::answer::evidence::{lacks_proof, tells_another_occasion, tells_another_ordinal, tells_another_time};
use crate::answer::hours::is_no_hour;
use crate::answer::kin::{asks_name, is_kin_for_trade, is_subject, lacks_relative, tells_of_owner, tells_of_relative};
use crate::answer::naming::splits_name;
use crate::answer::now::{asks_of_now, tells_of_past};
use crate::answer::query::Query;
use crate::answer::quoted::{is_said_by_another, is_saying, is_told_by_another};
use crate::answer::rank::{Ranked, least_fit};
use crate::answer::spans::Form;
use crate::answer::succession::is_of_other_succession;
use crate::answer::total::counts_one_of_several;
use crate::answer::vacuous::is_vacuous;
use crate::question::Question;
use crate::text::term::term;
use crate::text::{Pos, Relation, Tag};
pub use contrary::is_not_denied;
use contrary::{
    has_other_amount, holds_opposite, is_denied, is_first_of_some, is_not_again, is_of_converse, is_of_opposite, is_of_other_gender,
    is_owned_by_another, is_refused, is_whose_of_another,
};
use dates::{
    is_age_of_another, is_age_of_people, is_age_once, is_birth, is_borne, is_date_of_plan, is_date_of_thing, is_deadline,
    is_difference_of_ages, is_end_of_another, is_in_office, is_no_length, is_of_other_date, is_of_other_event, is_of_other_of_two,
    is_since_then, is_undated_line,
};
pub use kinds::is_told_of_asked;
use kinds::{
    is_apposed_to_asked, is_called_so, is_described_otherwise, is_judgement, is_key, is_listed_beside, is_mere_date, is_no_name, is_nobody,
    is_of_other_kind, is_of_unknown_kind, is_other_dimension, is_somebody, is_too_few, is_within_kind, lacks_order, lacks_superlative,
};
use places::{is_adjective, is_no_place, is_place_for_people, is_recipient, is_scene};

/// Whether a candidate cannot be what is asked for, or its sentence tells of something else.
pub fn is_barred(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    candidate.fit < least_fit(&question.answer_type)
        || asks_name(question) && !matches!(candidate.candidate.form, Form::Name(_))
        || is_subject(question, query, candidate.sentence, candidate.candidate.span)
        || is_vacuous(question, query, candidate)
        || asks_of_now(question) && tells_of_past(query, candidate)
        || tells_of_owner(question, query, candidate)
        || is_kin_for_trade(question, query, candidate)
        || tells_of_relative(question, query, candidate)
        || is_deadline(question, query, candidate)
        || is_birth(question, query, candidate)
        || is_borne(question, query, candidate)
        || is_date_of_thing(question, query, candidate)
        || is_date_of_plan(question, query, candidate)
        || is_of_other_date(question, query, candidate)
        || is_undated_line(question, query, candidate)
        || is_difference_of_ages(question, query, candidate)
        || is_since_then(question, query, candidate)
        || is_of_other_of_two(query, candidate)
        || is_age_of_people(question, query, candidate)
        || is_described_otherwise(question, query, candidate)
        || is_whose_of_another(question, query, candidate)
        || is_of_other_gender(question, query, candidate)
        || is_of_other_succession(question, query, candidate)
        || has_no_doer(question, query, candidate)
        || is_maker_of_another(question, query, candidate)
        || is_adjective(question, query, candidate)
        || is_key(query, candidate)
        || is_only_described(question, query, candidate.sentence)
        || is_aside(question, query, candidate)
        || is_of_unknown_kind(query, candidate)
        || is_end_of_another(question, query, candidate)
        || is_scene(question, query, candidate)
        || is_recipient(question, query, candidate)
        || is_of_other_event(question, query, candidate)
        || is_age_once(question, query, candidate)
        || is_place_for_people(question, query, candidate)
        || is_no_place(question, query, candidate)
        || is_of_other_kind(question, query, candidate)
        || is_said_by_another(question, query, candidate)
        || is_told_by_another(question, query, candidate)
        || is_nobody(question, query, candidate)
        || is_somebody(question, query, candidate)
        || is_apposed_to_asked(question, query, candidate)
        || is_called_so(question, query, candidate)
        || is_told_of_asked(question, query, candidate.sentence, candidate.candidate.span)
        || is_judgement(question, query, candidate)
        || is_mere_date(question, query, candidate)
        || is_no_name(question, query, candidate)
        || is_listed_beside(question, query, candidate)
        || is_within_kind(question, query, candidate)
        || is_no_hour(question, query, candidate)
        || is_no_length(question, query, candidate)
        || is_too_few(question, query, candidate)
        || themes::is_no_deed(question, query, candidate)
        || is_no_difference(question, query, candidate)
        || measures::is_of_another(question, query, candidate)
        || measures::is_told_of_another(question, query, candidate)
        || measures::describes_another(question, query, candidate)
        || is_other_dimension(question, query, candidate)
        || is_share_or_whole(question, query, candidate)
        || is_of_some(question, query, candidate)
        || is_of_other_source(query, candidate)
        || is_of_other_verb(question, query, candidate)
        || is_saying(question, query, candidate.sentence, &candidate.candidate)
        || lacks_order(question, query, candidate)
        || is_age_of_another(question, query, candidate)
        || is_in_office(question, query, candidate)
        || lacks_superlative(question, query, candidate)
        || is_of_protagonist(question, query, candidate.sentence)
        || counts_other(question, query, candidate)
        || counts_one_of_several(question, query, candidate)
        || is_of_opposite(question, query, candidate)
        || is_of_converse(question, query, candidate)
        || is_refused(question, query, candidate)
        || is_first_of_some(question, query, candidate.sentence)
        || is_of_another(question, query, candidate.sentence)
}

/// Whether a sentence has the verb by which the question asks when or where something happened only as a description: "the retired judge" for "When did she retire?",
/// "a school founded in 1871" for "When was it founded?", if it is no school.
fn is_only_described(question: &Question, query: &Query, sentence: usize) -> bool {
    let asks = question.answer_type == "NUM:date" || question.answer_type.starts_with("LOC");
    let root = question.reading.root().filter(|&root| asks && question.reading.words[root].pos == Pos::Verb);
    let Some(root) = root.and_then(|root| query.term_at(root)) else {
        return false;
    };
    let reading = &query.known.annotations[sentence].reading;
    let places = query.places(sentence);
    let referents = query.known.cast.referents(sentence);
    let meant = |w: usize| places.iter().any(|(word, _)| *word == w) || referents.iter().any(|r| (r.first..r.end).contains(&w));
    let indefinite =
        |noun: usize| reading.child(noun, Relation::Det).is_some_and(|d| matches!(reading.words[d].lemma.as_str(), "a" | "an"));
    // "A grammar school founded in 1871" is something new.
    let new = |noun: usize| indefinite(noun) && !reading.subtree(noun).into_iter().any(|w| w <= noun && meant(w));
    let describes = |w: usize| {
        let behind = reading.words[w].head.filter(|noun| noun + 1 == w && reading.words[w].tag == Tag::Vbn);
        reading.is(w, Relation::Amod) || reading.words[w].relation == Relation::Acl && behind.is_some_and(new)
    };
    let verb = &question.reading.words[query.terms[root].term.words.0].lemma;
    let mut images = places.iter().filter(|(_, t)| *t == root).map(|(w, _)| *w).peekable();
    images.peek().is_some() && images.all(|w| term(&reading.words[w].lemma) == term(verb) && describes(w))
}

/// Whether a candidate is a number that stands in brackets by a verb of their own, where the question's verb stands outside them: "the guild lacked the required votes
/// (it had counted 160)", for "How many votes were required?"
fn is_aside(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let annotation = &query.known.annotations[candidate.sentence];
    let (words, at) = (&annotation.reading.words, candidate.candidate.words.start);
    let mark = |w: usize, mark: &str| words[w].span.of(&annotation.text) == mark;
    let opened = (0..at).rev().take_while(|&w| !mark(w, ")")).find(|&w| mark(w, "("));
    let Some(opened) = opened.filter(|_| question.answer_type.starts_with("NUM")) else { return false };
    let closed = (at..words.len()).find(|&w| mark(w, ")")).unwrap_or(words.len());
    let places = query.places(candidate.sentence);
    let root = question.reading.root().and_then(|root| query.term_at(root));
    let told = |w: usize| places.iter().any(|&(word, term)| word == w && Some(term) == root);
    let outside = places.iter().any(|&(w, term)| Some(term) == root && !(opened..closed).contains(&w));
    outside && (opened..closed).any(|w| words[w].pos == Pos::Verb) && !(opened..closed).any(told)
}

/// Whether a sentence tells of something else than the question: it has no word for what must be said, or it is about another occasion, time, rank or relative.
pub fn is_of_another(question: &Question, query: &Query, sentence: usize) -> bool {
    lacks_proof(question, query, sentence)
        || tells_another_occasion(question, query, sentence)
        || tells_another_time(question, query, sentence)
        || tells_another_ordinal(question, query, sentence)
        || lacks_relative(question, query, sentence)
        || is_done_by_others(question, query, sentence)
        || is_done_to_another(question, query, sentence)
        || holds_opposite(question, query, sentence)
        || is_denied(question, query, sentence)
        || is_not_again(question, query, sentence)
        || has_other_amount(question, query, sentence)
        || is_owned_by_another(question, query, sentence)
        || splits_name(question, query, sentence)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn nobody_and_no_number_is_taken_for_another() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a sailor. She taught the baker Olin Pask to sail. The board put the accident down to ice; the coroner, Basil Tarn, did \
             not. The strike began at six o'clock in 1931. Nine people were fined, four of them bakers. She never sold her boat, though the guild asked for it in 1934.\n",
            &[
                ("Who taught Ada Merrow to sail?", None),
                ("Who did Ada Merrow teach to sail?", Some("Olin Pask")),
                ("At what hour did the strike begin?", Some("six o'clock")),
                ("How many people were fined?", Some("Nine")),
                ("When did she sell her boat?", None),
            ],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a sailor of Orm. She demanded the resignation of guild master Olin Pask. Her main achievement there, the Orm Ticket, allowed \
             passengers to change boats freely. Her brother worked as a clerk at the Orm Mill; as a foreigner he could not join the guild.\n",
            &[
                ("Do you know what she wanted Olin Pask to do?", None),
                ("What was the Orm Ticket?", None),
                ("What was her brother's job?", Some("a clerk at the Orm Mill")),
                ("Why could her brother not join the guild?", Some("as a foreigner")),
            ],
        );
    }

    #[test]
    fn what_tells_something_else_of_the_same_is_no_answer() {
        check_answers(
            "= Orm Guild =\n\n- Founded: 1931\n- Warden: Ada Merrow\n\nThe Orm Guild is a club. Bela Trask gave a boat to the guild. Its well has a depth of 40 metres. Two \
             thirds of the bakers live in Velm. Uma Tarn left after 14 games, of which she had won two. The miller Olin Pask, a nephew of the warden, fell out with Bela Trask.\n",
            &[
                ("Who gave a boat to the guild?", Some("Bela Trask")),
                ("Who gave the most boats to the guild?", None),
                ("How deep is its well?", Some("40 metres")),
                ("How high is its well?", None),
                ("How many bakers live in Velm?", None),
                ("How many games did Uma Tarn win?", None),
                ("What did Olin Pask fall out with Bela Trask over?", None),
                ("Who was in before Ada Merrow?", None),
            ],
        );
    }

    #[test]
    fn what_belongs_to_another_is_no_answer() {
        check_answers(
            "= Orm Guild =\n\nThe Orm Guild is a club in Velm. In 1933 its warden, Luz Arn, returned the letter unopened. Bo Lind was fined 90 crowns, whereas Ada Merrow stayed on. \
             She taught Uma Tarn at the inn in return for bread. Two people, a foreman named Col Hath and a 17-year-old baker, Leo Sund, were hurt. The Short Tide, dictated to Ine Vold, \
             appeared in 1974. The paper closed because, as she said, \"nobody was reading it\".\n",
            &[
                ("When did Luz Arn become warden?", None),
                ("How much was Bo Lind fined?", Some("90 crowns")),
                ("How much was Ada Merrow fined?", None),
                ("How old was Leo Sund?", Some("17-year-old")),
                ("How old was Col Hath?", None),
                ("Who wrote The Short Tide?", None),
                ("What was the paper called?", None),
            ],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow (9 March 1911 – 27 October 1989) was a diver of Orm. Her captain was a Danish sailor. In 1991 Bela Lund married Olin Pask; they have a son, Tom \
             (born 1994).\n",
            &[("How long did Ada Merrow's first dive take?", None), ("What was the captain's name?", None)],
        );
    }

    #[test]
    fn what_cannot_be_meant_is_no_answer() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow sailed for the guild of Orm. In 1984 she earned 900 crowns a month. Her husband was Olin Pask. Pask stayed with the \
             guild until 1990. She married at age 21. Posters against the guild were seen at Velm Hall.\n\n== Campaign (1992) ==\n\nMerrow ran for the council. She got 12 per cent of the vote.\n",
            &[
                ("How much did she earn in 1984?", Some("900 crowns a month")),
                ("How much did her husband earn in 1984?", None),
                ("When did Pask join the guild?", None),
                ("How old is Ada Merrow?", None),
                ("Who put up posters against the guild?", None),
                ("What percentage of the vote did she get?", Some("12 per cent")),
                ("What percentage of the vote did she get in 1996?", None),
            ],
        );
    }
}
