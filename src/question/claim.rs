//! What a yes/no question claims, without the words that ask to confirm it.

use std::ops::Range;

/// The words of the claim: behind "is it true that", "say whether", "confirm or deny that", before ", right?", ", wasn't it?"; all where there is nothing of the
/// kind. `lower` are the question's words in lower case.
pub fn claim(lower: &[String]) -> Range<usize> {
    claim_start(lower)..claim_end(lower)
}

fn claim_start(lower: &[String]) -> usize {
    const TELL: [&str; 12] = ["check", "confirm", "deny", "idea", "know", "me", "out", "say", "state", "us", "verify", "wonder"];
    const SURE: [&str; 8] = ["case", "certain", "correct", "fact", "known", "possible", "right", "true"];
    let Some(opener) = lower.iter().take(8).position(|w| matches!(w.as_str(), "whether" | "if" | "that")) else { return 0 };
    let before = |words: &[&str]| lower[..opener].iter().any(|w| words.contains(&w.as_str()));
    let opens = match lower[opener].as_str() {
        "whether" => true,
        "if" => before(&TELL),
        _ => before(&TELL) || opener > 2 && before(&SURE) && before(&["it"]),
    };
    if opens { opener + 1 } else { 0 }
}

/// Where the tag begins that asks to confirm what was said before it; the number of words where there is none.
fn claim_end(lower: &[String]) -> usize {
    const TAGS: [&str; 5] = ["correct", "no", "right", "true", "yes"];
    let Some(comma) = lower.iter().rposition(|w| w == ",").filter(|&comma| comma > 1) else { return lower.len() };
    let tag: Vec<&str> = lower[comma + 1..].iter().map(String::as_str).filter(|w| *w != "?").collect();
    let auxiliary =
        |w: &str| matches!(w, "is" | "are" | "was" | "were" | "did" | "does" | "do" | "has" | "had" | "have" | "could" | "would");
    let asks = match tag[..] {
        [word] => TAGS.contains(&word),
        [verb, .., "it" | "he" | "she" | "they" | "there"] => auxiliary(verb) && tag.len() < 4,
        _ => false,
    };
    if asks { comma } else { lower.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_ask_to_confirm_are_no_part_of_the_claim() {
        let check = |text: &str, expected: &str| {
            let lower: Vec<String> = text.split(' ').map(str::to_string).collect();
            assert_eq!(lower[claim(&lower)].join(" "), expected, "{text}");
        };
        check("did the mill burn ?", "did the mill burn ?");
        check("confirm or deny that the mill burned .", "the mill burned .");
        check("is it true that the mill burned ?", "the mill burned ?");
        check("the mill burned , right ?", "the mill burned");
        check("the mill burned , did n't it ?", "the mill burned");
        check("was it built in orm , velm or tarn ?", "was it built in orm , velm or tarn ?");
    }
}
