//! What holds for talks of any kind: a standing question stays as it is, replaying gives the same, a turn can be taken back.

use proptest::prelude::*;

use super::{Options, State, turn};
use crate::answer::{Reply, Status};
use crate::document::Document;
use crate::knowledge::Knowledge;

fn about(name: &str) -> Knowledge {
    let text = match name {
        "bakery.txt" => &include_bytes!("../../tests/documents/bakery.txt")[..],
        "composer.txt" => include_bytes!("../../tests/documents/composer.txt"),
        _ => include_bytes!("../../tests/documents/mill.txt"),
    };
    Knowledge::of_document(Document::read(name, text.to_vec(), None).expect("it reads"))
}

/// Plays the turns; the last state and all replies.
fn talk(knowledge: &Knowledge, said: &[&str]) -> (State, Vec<Reply>) {
    let mut replies = Vec::new();
    let state = said.iter().fold(State::default(), |state, text| {
        let (next, reply) = turn(knowledge, &state, text, &Options::default());
        replies.push(reply);
        next
    });
    (state, replies)
}

/// Questions and keywords that name all that they ask about.
const STANDING: [&str; 14] = [
    "Who founded the Hollin Lane Bakery?",
    "When was Greta Lunde born?",
    "How many members did the bakery have in 2012?",
    "Why did the members go on strike in March 2009?",
    "Did the town lower the rent?",
    "Who is Paul Ostrey's wife?",
    "What is the miller's loaf?",
    "name of the successor",
    "when founded Hollin Lane Bakery",
    "how many bakers school",
    "year of the strike against the supermarket",
    "Which bread is baked on stones?",
    "Is Sam Tolley a former postman?",
    "Tell me about the strike of 2009.",
];

/// What leads up to it: names, pronouns, ellipsis, moves, nonsense.
const BEFORE: [&str; 12] = [
    "Who founded the bakery?",
    "where was she born?",
    "and her father?",
    "why?",
    "Who is Paul Ostrey's wife?",
    "what did they sell there?",
    "and in 2014?",
    "tell me more",
    "Which choir did she sing in?",
    "what is that?",
    "never mind",
    "go back",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_standing_question_is_never_rewritten(before in prop::collection::vec(0..BEFORE.len(), 1..5), asked in 0..STANDING.len()) {
        let knowledge = about("bakery.txt");
        let said: Vec<&str> = before.iter().map(|&i| BEFORE[i]).chain([STANDING[asked]]).collect();
        let (_, replies) = talk(&knowledge, &said);
        let alone = turn(&knowledge, &State::default(), STANDING[asked], &Options::default()).1;
        prop_assert_eq!(replies.last(), Some(&alone), "{:?}", said);
    }
}

#[test]
fn replaying_gives_the_same_and_talks_do_not_touch_one_another() {
    let knowledge = about("bakery.txt");
    let (state, replies) = talk(&knowledge, &BEFORE);
    talk(&knowledge, &STANDING);
    assert_eq!((state, replies), talk(&knowledge, &BEFORE));
}

#[test]
fn undo_takes_back_the_last_question() {
    let knowledge = about("bakery.txt");
    let (before, _) = talk(&knowledge, &["When was Greta Lunde born?"]);
    let (after, _) = talk(&knowledge, &["When was Greta Lunde born?", "and Paul Ostrey?"]);
    assert_eq!(after.last(), Some("When was Paul Ostrey born?"));
    let undone = after.undo().expect("a turn to take back");
    assert_eq!(undone, before);
    let (_, reply) = turn(&knowledge, &undone, "where?", &Options::default());
    assert_eq!(reply.resolved, "Where was Greta Lunde born?");
    assert_eq!(undone.undo().and_then(|state| state.undo()), None, "nothing is left");
}

#[test]
fn a_choice_is_made_by_order_by_name_or_not_at_all() {
    let knowledge = about("mill.txt");
    let check = |said: &str, expected: Option<&str>| {
        let (_, replies) = talk(&knowledge, &["When did the mill burn down?", said]);
        assert_eq!(replies[0].status, Status::Conflicting);
        let chosen = (replies[1].status == Status::Answered).then(|| replies[1].answer.clone()).flatten();
        assert_eq!(chosen.as_deref(), expected, "{said}");
    };
    check("the first", Some("1921"));
    check("The second one, please.", Some("1934"));
    check("the last one", Some("1934"));
    check("1934", Some("1934"));
    check("in 1921", Some("1921"));
    check("thanks", None);
}

#[test]
fn the_state_tells_who_and_what_is_on_the_table() {
    let knowledge = about("composer.txt");
    let (state, _) = talk(&knowledge, &["Where did Brevik flee to in 1940?"]);
    let described = state.describe(&knowledge);
    assert_eq!(described[0], "Halina Brevik: person, she, in the last question");
    assert!(described.contains(&"Carvona: place, in the last answer".to_string()), "{described:?}");
    assert!(!described.iter().any(|line| line.starts_with("1940")), "times are no persons or things: {described:?}");
    assert_eq!(State::default().describe(&knowledge), ["Halina Brevik: person, she, whom the document is about"]);
}
