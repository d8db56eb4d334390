//! Two hundred misspellings, made by a seeded generator from the gold questions of `tests/questions/`, names included: nearly all get the reply of the
//! question without them. What happens to be another English word is no misspelling here.

#[path = "../examples/score-questions/misspell.rs"]
mod misspell;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use docent::answer::{Reply, answer};
use docent::interface::load;
use docent::knowledge::Knowledge;
use misspell::{Random, misspelt};
use serde::Deserialize;

/// How many misspellings are made.
const COUNT: usize = 200;
/// So many of them, at least, must leave the reply as it is.
const SAME: usize = 180;

#[derive(Deserialize)]
struct Gold {
    document: String,
    question: String,
}

fn same(a: &Reply, b: &Reply) -> bool {
    (a.status, &a.answer) == (b.status, &b.answer)
}

#[test]
fn misspellings_leave_the_reply_as_it_is() {
    let text = fs::read_to_string("tests/questions/own.jsonl").expect("the questions");
    let gold: Vec<Gold> = text.lines().map(|line| serde_json::from_str(line).expect("a question a line")).collect();
    let mut documents: BTreeMap<&str, Knowledge> = BTreeMap::new();
    for one in &gold {
        let load = || Knowledge::of_document(load::document(Path::new(&one.document)).expect("a document"));
        documents.entry(&one.document).or_insert_with(load);
    }
    let mut random = Random(2_026);
    let (mut kept, mut told) = (0, Vec::new());
    let mut made = 0;
    while made < COUNT {
        let one = &gold[random.below(gold.len())];
        let Some(misspelt) = misspelt(&one.question, &mut random) else { continue };
        made += 1;
        let knowledge = &documents[one.document.as_str()];
        let (right, wrong) = (answer(knowledge, &one.question, None), answer(knowledge, &misspelt, None));
        if same(&right, &wrong) {
            kept += 1;
        } else {
            told.push(format!("{misspelt}: {:?} instead of {:?}", wrong.answer, right.answer));
        }
    }
    println!("{kept} of {COUNT} replies are the same\n{}", told.join("\n"));
    assert!(kept >= SAME, "{kept} of {COUNT} replies are the same:\n{}", told.join("\n"));
}
