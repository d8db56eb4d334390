//! Two hundred misspellings, made by a seeded generator from the gold questions of `tests/questions/`, names included: nearly all get the reply of the
//! question without them. What happens to be another English word is no misspelling here.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use docent::answer::{Reply, answer};
use docent::interface::load;
use docent::knowledge::Knowledge;
use docent::text::wordnet::is_word;
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

/// Numbers that look random and are the same in each run (SplitMix64; Steele, Lea, Flood 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }
}

/// The question with one of its words of four letters or more misspelt: by one edit, in a word of eight letters or more by one or two.
fn misspelt(question: &str, random: &mut Random) -> Option<String> {
    let mut words: Vec<String> = question.split(' ').map(str::to_string).collect();
    let long: Vec<usize> = (0..words.len()).filter(|&w| words[w].chars().filter(|c| c.is_alphabetic()).count() >= 4).collect();
    let place = *long.get(random.below(long.len().max(1)))?;
    let letters = words[place].chars().count();
    for _ in 0..if letters >= 8 { 1 + random.below(2) } else { 1 } {
        words[place] = edited(&words[place], random);
    }
    // What is a word again ("many", "may") cannot be known for a misspelling.
    let bare = words[place].to_lowercase();
    let slipped = !is_word(bare.trim_matches(|c: char| !c.is_alphanumeric()));
    Some(words.join(" ")).filter(|misspelt| slipped && misspelt != question)
}

/// A word with a letter left out, doubled, changed for another, or swapped with the next.
fn edited(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let places: Vec<usize> =
        (0..letters.len().saturating_sub(1)).filter(|&i| letters[i].is_alphabetic() && letters[i + 1].is_alphabetic()).collect();
    let Some(&at) = places.get(random.below(places.len().max(1))) else { return word.to_string() };
    match random.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 => letters[at] = char::from(b'a' + random.below(26) as u8),
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
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
