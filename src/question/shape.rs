//! The shape of the reply that a question wants, where its intent does not say: from its first words and its answer type.

use crate::knowledge::rules::{Intent, Shape};
use crate::text::fold::fold;
use crate::text::{Morph, Number, Pos, Reading, Tag};

/// The shape: the intent's, else yes/no where the question opens with an auxiliary, else by the type of the answer.
pub fn shape(intent: Option<&Intent>, answer_type: &str, text: &str, reading: &Reading) -> Shape {
    if let Some(intent) = intent.filter(|i| i.shape != Shape::Short) {
        return intent.shape;
    }
    if asks_yes_or_no(text, reading) {
        return Shape::YesNo;
    }
    match answer_type {
        "DESC:reason" => Shape::Reason,
        "DESC:manner" => Shape::Manner,
        "DESC:def" | "HUM:desc" => Shape::Definition,
        _ if asks_for_several(reading) => Shape::List,
        _ => Shape::Short,
    }
}

/// Whether the first word that is no filler is an auxiliary and no wh-word stands before the verb: "did she win", "so is it true".
fn asks_yes_or_no(text: &str, reading: &Reading) -> bool {
    const AUXILIARIES: [&str; 24] = [
        "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might", "must", "shall", "should", "was",
        "were", "will", "would", "ca", "wo", "anyone", "anything",
    ];
    const FILLERS: [&str; 12] = ["and", "but", "so", "well", "ok", "okay", "then", "now", "also", "hey", "please", "actually"];
    let mut words = reading.words.iter().filter(|w| w.pos != Pos::Punct).map(|w| fold(w.span.of(text)));
    words.find(|w| !FILLERS.contains(&w.as_str())).is_some_and(|w| AUXILIARIES.contains(&w.as_str()))
}

/// Whether what is asked for is plural: "which parties", "list the people", "who were".
fn asks_for_several(reading: &Reading) -> bool {
    let plural = |m: &Morph| m.number == Some(Number::Plur);
    let wh = reading.words.iter().position(|w| matches!(w.tag, Tag::Wdt | Tag::Wp));
    wh.is_some_and(|wh| {
        let head = reading.words[wh].head;
        head.is_some_and(|h| reading.words[h].pos == Pos::Noun && plural(&reading.words[h].morph))
    })
}
