//! Roundabout verbs: "where did they end up holding the fair" asks "where did they hold the fair", and is understood as that.

use crate::text::inflect::{past, third};
use crate::text::{Pos, Reading, Tag, Word};

/// The question with the verb alone that another one only leads to ("end up selling", "go on to sell", "happen to sell"); `None` where there is none.
pub fn straight(reading: &Reading, text: &str) -> Option<String> {
    let words = &reading.words;
    let (start, verb) = (0..words.len()).find_map(|w| Some((w, led_to(words, text, w)?)))?;
    let lemma = words[verb].lemma.as_str();
    let form = match words[start].tag {
        Tag::Vbd => past(lemma),
        Tag::Vbz => third(lemma),
        _ => lemma.to_string(),
    };
    let plain = matches!(words[start].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vb);
    plain.then(|| format!("{}{form}{}", &text[..words[start].span.start], &text[words[verb].span.end..]))
}

/// The verb that the one at `w` leads to: behind "end up", "go on to" or "happen to". Where somebody ended up living, or what they went on to become, is asked as it
/// stands: a place or a state that lasted.
fn led_to(words: &[Word], text: &str, w: usize) -> Option<usize> {
    let is = |place: usize, form: &str| words.get(place).is_some_and(|word| word.span.of(text).eq_ignore_ascii_case(form));
    let tagged = |place: usize, tag: Tag| words.get(place).is_some_and(|word| word.tag == tag);
    let verb = match words[w].lemma.as_str() {
        "end" | "wind" | "finish" if is(w + 1, "up") && tagged(w + 2, Tag::Vbg) => w + 2,
        "go" if is(w + 1, "on") && is(w + 2, "to") && tagged(w + 3, Tag::Vb) => w + 3,
        "happen" if is(w + 1, "to") && tagged(w + 2, Tag::Vb) && !(w > 0 && is(w - 1, "what")) => w + 2,
        _ => return None,
    };
    let own = !matches!(words[verb].lemma.as_str(), "be" | "become" | "live" | "settle" | "stay");
    (words[w].pos == Pos::Verb && own).then_some(verb)
}

#[cfg(test)]
mod tests {
    use super::straight;
    use crate::text::read;

    #[test]
    fn verbs_that_only_lead_to_another_are_left_out() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(straight(&read(text), text).as_deref(), expected, "{text}");
        check("Where did they end up holding the fair?", Some("Where did they hold the fair?"));
        check("Who ended up buying the mill?", Some("Who bought the mill?"));
        check("What did she go on to write?", Some("What did she write?"));
        check("Where did he wind up working?", Some("Where did he work?"));
        check("Who happened to see the fire?", Some("Who saw the fire?"));
        check("What happened to the mill?", None);
        check("Where did she end up?", None);
        check("Where did she end up living?", None);
        check("Who went on to Oxmoor?", None);
    }
}
