//! Each verdict, on documents of a few lines: answered, conflicting, ambiguous, unknown, chitchat.

use docent::answer::Status;
use docent::dialogue::{Options, State, turn};
use docent::document::Document;
use docent::knowledge::Knowledge;

/// Asks a document of some paragraphs, and expects a status, an answer, and how many sentences are cited.
fn check(paragraphs: &[&str], question: &str, expected: (Status, Option<&str>, usize)) {
    let text = format!("= Dorn Castle =\n\n{}\n", paragraphs.join("\n\n"));
    let knowledge = Knowledge::of_document(Document::read("castle.txt", text.into_bytes(), None).expect("a document"));
    let (_, reply) = turn(&knowledge, &State::default(), question, &Options::default());
    assert_eq!((reply.status, reply.answer.as_deref(), reply.sources.len()), expected, "{question}");
    assert_eq!(reply.reason.is_some(), !matches!(reply.status, Status::Answered | Status::Chitchat), "{question}");
}

#[test]
fn every_verdict_is_given_where_it_is_due() {
    let bridge = ["The bridge was opened in 1931 after long delays.", "The bridge was opened in 1934 after long delays."];
    check(&bridge[..1], "When was the bridge opened?", (Status::Answered, Some("1931"), 1));
    check(&bridge, "When was the bridge opened?", (Status::Conflicting, Some("1931; 1934"), 2));
    let towers = ["The north tower was built by Ada Merrow.", "The south tower was built by Olin Pask."];
    check(&towers, "Who built the tower?", (Status::Ambiguous, Some("Ada Merrow"), 2));
    check(&towers, "Who built the south tower?", (Status::Answered, Some("Olin Pask"), 1));
    check(&towers, "When was the north tower built?", (Status::Unknown, None, 2));
    check(&towers, "Did Bela Trask build the north tower?", (Status::Unknown, None, 2));
    check(&towers, "xq", (Status::Unknown, None, 1));
    check(&towers, "Tell me about Bela Trask.", (Status::Unknown, None, 1));
    check(&towers, "thanks!", (Status::Chitchat, Some("You are welcome."), 0));
}

#[test]
fn years_counted_from_another_sentence_cite_both() {
    let ferry = ["The ferry was built in 1931. The following year the ferry sank off Velm."];
    check(&ferry, "In which year did the ferry sink?", (Status::Answered, Some("1932"), 2));
}

#[test]
fn a_cause_is_a_reason() {
    let fair = ["Heavy rain forced the guild to cancel the fair."];
    check(&fair, "Why was the fair cancelled?", (Status::Answered, Some("Heavy rain"), 1));
    let trial = ["She left the guild in 1931, after a quarrel about a bell."];
    check(&trial, "Why did she leave the guild?", (Status::Answered, Some("a quarrel about a bell"), 1));
}

#[test]
fn ages_are_reckoned_and_both_sentences_cited() {
    let life = ["Ada Merrow (born 2 May 1901) was a builder.", "In 1930 she won the Stone Prize for the north tower."];
    check(&life, "How old was she when she won the Stone Prize?", (Status::Answered, Some("29"), 2));
}
