//! Repair of a tree where it contradicts what is certain without it: a name, a date and a plain noun phrase each hang together; a noun with a
//! preposition is no object; nothing hangs on an auxiliary; a sentence whose root is a bare noun with a participle behind it is a clause.

mod attach;
mod clauses;
mod clefts;
mod gapped;
mod misread;
mod order;
mod parts;
mod patterns;
mod phrases;
mod prepositions;
mod relatives;
mod units;
mod verbs;

pub use verbs::OF_VERBS;

use std::ops::Range;

use super::annotation::Annotation;
use crate::text::Reading;
use attach::{
    attach_degree, complete_noun, complete_verb, free_from_date, free_infinitive, lift_agent, lift_object, lower_clause, lower_oblique,
    strand_preposition,
};
use clauses::{
    find_subject, lift_from_auxiliary, part_opening_clause, part_predicate, part_subject, promote_adjective, promote_participle,
};
use clefts::{sink_speech, straighten_cleft, straighten_where};
use gapped::join_gapped;
use misread::{
    complete_participle, compound_noun, free_auxiliary, free_example, free_from_adverb, free_from_preposition, join_subjects,
    lower_stative, lower_title, name_art, name_noun, part_coordination, promote_behind_aside, reduce_first_verb, reduce_gerund,
};
use order::{
    has_leading_participle, lift_apposition, part_apposition, part_fronted_clause, pronoun_subject, raise_main_clause, reduce_participle,
    sink_fronted_phrase,
};
use parts::{attach_part, attach_part_before, attach_to_figure, pair_figures, uncross};
use patterns::{bring_company, join_possessed, lift_conjunct, lift_from_date, part_at_colon, turn_possessor, unite_quotation};
use phrases::{flatten, free_date, join, noun_phrases, spans};
use prepositions::{attach_preposition, lift_date, lift_preposition, make_oblique, part_prepositions, turn_preposition};
use relatives::{compare_noun, lift_leading_date, relate_which};
use units::{describe_names, join_enumerations, join_hyphens, title_things};
use verbs::{
    adopt_object, attach_where, continue_verbs, date_verb, free_verb, has_gerund_behind_preposition, join_gerunds, lift_charge,
    lift_participle, lift_setting, lift_verb, lower_author, part_gerund_object, part_object,
};

/// A step of the repair.
enum Step {
    /// Of the whole sentence.
    Once(fn(&Annotation, &mut Reading)),
    /// Of each word.
    Each(fn(&Annotation, &mut Reading, usize)),
    /// Of each word, where the sentence has what the step is about.
    EachWhere(fn(&Reading) -> bool, fn(&Annotation, &mut Reading, usize)),
    /// Of each of its dates.
    Dates(fn(&Annotation, &mut Reading, Range<usize>)),
}

/// What makes a part of a step: is given the reading, and what to do with it.
type Taking<'t> = &'t mut dyn FnMut(&mut Reading, &dyn Fn(&mut Reading));

/// The steps, each of which may lean on those before it.
const STEPS: &[Step] = &[
    Step::Once(|a, r| join_hyphens(&a.text, r)),
    Step::Once(|a, r| spans(a, |_| true, |_| true).into_iter().for_each(|unit| join(r, unit))),
    Step::Dates(|_, r, date| free_date(r, date)),
    Step::Once(|a, r| spans(a, |_| false, |_| true).into_iter().for_each(|name| flatten(r, name))),
    Step::Once(unite_quotation),
    Step::Once(|a, r| noun_phrases(a).into_iter().for_each(|phrase| join(r, phrase))),
    Step::Each(|_, r, i| free_from_preposition(r, i)),
    Step::Each(|_, r, i| free_auxiliary(r, i)),
    Step::Each(|_, r, i| lift_from_auxiliary(r, i)),
    Step::Once(|a, r| lower_title(&a.text, r)),
    Step::Each(|_, r, i| turn_preposition(r, i)),
    Step::Each(|_, r, i| lift_preposition(r, i)),
    Step::Each(|_, r, i| attach_preposition(r, i)),
    Step::Each(|_, r, i| make_oblique(r, i)),
    Step::Each(|_, r, i| part_prepositions(r, i)),
    Step::Dates(|a, r, date| lift_date(&a.text, r, date)),
    Step::Once(describe_names),
    Step::Once(title_things),
    Step::Once(join_enumerations),
    Step::Once(|a, r| join_gerunds(&a.text, r)),
    Step::Dates(|_, r, date| date_verb(r, date)),
    Step::Dates(|_, r, date| lift_from_date(r, date)),
    Step::Once(|a, r| part_at_colon(&a.text, r)),
    Step::Once(|a, r| promote_adjective(&a.text, r)),
    Step::Once(|_, r| promote_behind_aside(r)),
    Step::Once(|_, r| reduce_first_verb(r)),
    Step::Once(|_, r| promote_participle(r)),
    Step::Each(|_, r, i| part_predicate(r, i)),
    Step::Each(|_, r, i| part_opening_clause(r, i)),
    Step::Once(|_, r| sink_fronted_phrase(r)),
    Step::Once(|_, r| sink_speech(r)),
    Step::Once(|a, r| straighten_cleft(&a.text, r)),
    Step::Once(|a, r| straighten_where(&a.text, r)),
    Step::EachWhere(has_leading_participle, |_, r, i| reduce_participle(r, i)),
    Step::Each(|_, r, i| reduce_gerund(r, i)),
    Step::Each(|a, r, i| pronoun_subject(&a.text, r, i)),
    Step::Once(|a, r| part_fronted_clause(&a.text, r)),
    Step::Once(|a, r| raise_main_clause(&a.text, r)),
    Step::Each(|_, r, i| part_apposition(r, i)),
    Step::Each(lift_apposition),
    Step::Dates(|_, r, date| free_from_date(r, date)),
    Step::Dates(|_, r, date| lift_leading_date(r, date)),
    Step::EachWhere(has_gerund_behind_preposition, part_gerund_object),
    Step::Each(bring_company),
    Step::Each(|a, r, i| attach(&a.text, r, i)),
    Step::Once(|_, r| join_gapped(r)),
];

/// The reading of an annotation, repaired. The result is a tree if the reading was one: a step that would leave none is left out.
pub fn repaired(annotation: &Annotation) -> Reading {
    let mut reading = annotation.reading.clone();
    let dates = spans(annotation, |_| true, |_| false);
    STEPS.iter().for_each(|step| step.take(annotation, &dates, &mut reading, &mut |reading, part| part(reading)));
    if !is_tree(&reading) {
        reading.clone_from(&annotation.reading);
        STEPS.iter().for_each(|step| step.take_carefully(annotation, &dates, &mut reading));
    }
    for i in 0..reading.words.len() {
        reading = part_subject(annotation, &reading, i).filter(is_tree).unwrap_or(reading);
        find_subject(&mut reading, i);
    }
    reading
}

impl Step {
    /// Has `take` make the step, for one word or date after the other.
    fn take(&self, annotation: &Annotation, dates: &[Range<usize>], reading: &mut Reading, take: Taking) {
        match self {
            Step::Once(step) => take(reading, &|reading| step(annotation, reading)),
            Step::EachWhere(has, _) if !has(reading) => (),
            Step::Each(step) | Step::EachWhere(_, step) => {
                (0..reading.words.len()).for_each(|i| take(reading, &|reading| step(annotation, reading, i)));
            }
            Step::Dates(step) => dates.iter().for_each(|date| take(reading, &|reading| step(annotation, reading, date.clone()))),
        }
    }

    /// Makes the step, but for those of its words and dates that would leave no tree.
    fn take_carefully(&self, annotation: &Annotation, dates: &[Range<usize>], reading: &mut Reading) {
        let before = reading.clone();
        self.take(annotation, dates, reading, &mut |reading, part| part(reading));
        if is_tree(reading) {
            return;
        }
        *reading = before;
        self.take(annotation, dates, reading, &mut |reading, part| {
            let before = reading.clone();
            part(reading);
            if !is_tree(reading) {
                *reading = before;
            }
        });
    }
}

/// Hangs a word where it belongs among what stands around it.
fn attach(text: &str, reading: &mut Reading, i: usize) {
    attach_degree(text, reading, i);
    compound_noun(reading, i);
    free_from_adverb(reading, i);
    name_noun(text, reading, i);
    complete_participle(text, reading, i);
    relate_which(text, reading, i);
    compare_noun(text, reading, i);
    attach_part(text, reading, i);
    attach_part_before(text, reading, i);
    complete_noun(text, reading, i);
    complete_verb(reading, i);
    free_infinitive(reading, i);
    lift_agent(text, reading, i);
    lift_verb(reading, i);
    continue_verbs(reading, i);
    part_object(reading, i);
    free_verb(reading, i);
    adopt_object(reading, i);
    attach_where(text, reading, i);
    join_possessed(reading, i);
    turn_possessor(reading, i);
    lift_charge(text, reading, i);
    lift_conjunct(reading, i);
    lift_setting(text, reading, i);
    lift_participle(reading, i);
    lower_author(text, reading, i);
    lower_stative(reading, i);
    lift_object(reading, i);
    lower_clause(text, reading, i);
    lower_oblique(text, reading, i);
    attach_to_figure(reading, i);
    pair_figures(reading, i);
    join_subjects(reading, i);
    part_coordination(reading, i);
    name_art(reading, i);
    free_example(text, reading, i);
    uncross(reading, i);
    strand_preposition(reading, i);
}

/// Whether there is one root and every way up leads to it.
fn is_tree(reading: &Reading) -> bool {
    let roots = reading.words.iter().filter(|word| word.head.is_none()).count();
    // Depth from the root, found once for each word.
    let mut sound = vec![false; reading.words.len()];
    let mut way = Vec::with_capacity(sound.len());
    for i in 0..sound.len() {
        let mut at = i;
        while !sound[at] {
            if way.len() > sound.len() {
                return false;
            }
            way.push(at);
            match reading.words[at].head {
                Some(head) if head < sound.len() => at = head,
                Some(_) => return false,
                None => break,
            }
        }
        way.drain(..).for_each(|w| sound[w] = true);
    }
    roots == 1 || reading.words.is_empty()
}
