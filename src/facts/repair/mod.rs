//! Repair of a tree where it contradicts what is certain without it: a name, a date and a plain noun phrase each hang together; a noun with a
//! preposition is no object; nothing hangs on an auxiliary; a sentence whose root is a bare noun with a participle behind it is a clause.

mod attach;
mod clauses;
mod clefts;
mod order;
mod patterns;
mod phrases;
mod prepositions;
mod units;
mod verbs;

pub use verbs::OF_VERBS;

use super::annotation::Annotation;
use crate::text::Reading;
use attach::{
    attach_degree, attach_part, complete_noun, complete_verb, free_from_date, free_infinitive, lift_agent, lift_object, lower_clause,
    lower_oblique, pair_figures, strand_preposition,
};
use clauses::{find_subject, lift_from_auxiliary, part_subject, promote_adjective, promote_participle};
use clefts::{sink_speech, straighten_cleft, straighten_where};
use order::{part_apposition, part_fronted_clause, pronoun_subject, raise_main_clause, reduce_participle, sink_fronted_phrase};
use patterns::{bring_company, join_possessed, lift_conjunct, lift_from_date, part_at_colon, turn_possessor, unite_quotation};
use phrases::{flatten, free_date, join, noun_phrases, spans};
use prepositions::{attach_preposition, lift_date, lift_preposition, make_oblique, turn_preposition};
use units::{describe_names, join_enumerations, join_hyphens, title_things};
use verbs::{
    adopt_object, attach_where, date_verb, join_gerunds, lift_charge, lift_participle, lift_setting, lift_verb, lower_author,
    part_gerund_object,
};

/// The reading of an annotation, repaired. The result is a tree if the reading was one.
pub fn repaired(annotation: &Annotation) -> Reading {
    let mut reading = annotation.reading.clone();
    join_hyphens(&annotation.text, &mut reading);
    spans(annotation, |_| true, |_| true).into_iter().for_each(|unit| join(&mut reading, unit));
    spans(annotation, |_| true, |_| false).into_iter().for_each(|date| free_date(&mut reading, date));
    spans(annotation, |_| false, |_| true).into_iter().for_each(|name| flatten(&mut reading, name));
    unite_quotation(annotation, &mut reading);
    noun_phrases(annotation).into_iter().for_each(|phrase| join(&mut reading, phrase));
    (0..reading.words.len()).for_each(|i| lift_from_auxiliary(&mut reading, i));
    (0..reading.words.len()).for_each(|i| turn_preposition(&mut reading, i));
    (0..reading.words.len()).for_each(|i| lift_preposition(&mut reading, i));
    (0..reading.words.len()).for_each(|i| attach_preposition(&mut reading, i));
    (0..reading.words.len()).for_each(|i| make_oblique(&mut reading, i));
    spans(annotation, |_| true, |_| false).into_iter().for_each(|date| lift_date(&annotation.text, &mut reading, date));
    describe_names(annotation, &mut reading);
    title_things(annotation, &mut reading);
    join_enumerations(annotation, &mut reading);
    join_gerunds(&annotation.text, &mut reading);
    spans(annotation, |_| true, |_| false).into_iter().for_each(|date| date_verb(&mut reading, date));
    spans(annotation, |_| true, |_| false).into_iter().for_each(|date| lift_from_date(&mut reading, date));
    part_at_colon(&annotation.text, &mut reading);
    promote_adjective(&annotation.text, &mut reading);
    promote_participle(&mut reading);
    sink_fronted_phrase(&mut reading);
    sink_speech(&mut reading);
    straighten_cleft(&annotation.text, &mut reading);
    straighten_where(&annotation.text, &mut reading);
    (0..reading.words.len()).for_each(|i| reduce_participle(&mut reading, i));
    (0..reading.words.len()).for_each(|i| pronoun_subject(&annotation.text, &mut reading, i));
    part_fronted_clause(&annotation.text, &mut reading);
    raise_main_clause(&annotation.text, &mut reading);
    (0..reading.words.len()).for_each(|i| part_apposition(&mut reading, i));
    spans(annotation, |_| true, |_| false).into_iter().for_each(|date| free_from_date(&mut reading, date));
    (0..reading.words.len()).for_each(|i| part_gerund_object(annotation, &mut reading, i));
    (0..reading.words.len()).for_each(|i| bring_company(annotation, &mut reading, i));
    (0..reading.words.len()).for_each(|i| attach(&annotation.text, &mut reading, i));
    if !is_tree(&reading) {
        return annotation.reading.clone();
    }
    for i in 0..reading.words.len() {
        reading = part_subject(annotation, &reading, i).filter(is_tree).unwrap_or(reading);
        find_subject(&mut reading, i);
    }
    reading
}

/// Hangs a word where it belongs among what stands around it.
fn attach(text: &str, reading: &mut Reading, i: usize) {
    attach_degree(text, reading, i);
    attach_part(text, reading, i);
    complete_noun(text, reading, i);
    complete_verb(reading, i);
    free_infinitive(reading, i);
    lift_agent(text, reading, i);
    lift_verb(reading, i);
    adopt_object(reading, i);
    attach_where(text, reading, i);
    join_possessed(reading, i);
    turn_possessor(reading, i);
    lift_charge(text, reading, i);
    lift_conjunct(reading, i);
    lift_setting(text, reading, i);
    lift_participle(reading, i);
    lower_author(text, reading, i);
    lift_object(reading, i);
    lower_clause(text, reading, i);
    lower_oblique(text, reading, i);
    pair_figures(reading, i);
    strand_preposition(reading, i);
}

/// Whether there is one root and every way up leads to it.
fn is_tree(reading: &Reading) -> bool {
    let roots = reading.words.iter().filter(|word| word.head.is_none()).count();
    // Depth from the root, found once for each word.
    let mut sound = vec![false; reading.words.len()];
    for i in 0..sound.len() {
        let mut way = Vec::new();
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
        way.into_iter().for_each(|w| sound[w] = true);
    }
    roots == 1 || reading.words.is_empty()
}
