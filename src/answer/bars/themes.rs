//! Bars of themes: what is no deed and no thought, where a question asks what somebody did about something, or thinks of it.

use crate::answer::query::Query;
use crate::answer::rank::Ranked;
use crate::answer::spans::Form;
use crate::question::Question;
use crate::text::Pos;

/// Verbs of doing and thinking whose object is asked for, where "about" or "of" names the theme: "What did she do about the fares?"
const DEEDS: [&str; 3] = ["do", "feel", "think"];
/// Nouns for what somebody thinks of a theme.
const VIEWS: [&str; 10] = ["attitude", "feeling", "line", "opinion", "position", "reaction", "stance", "take", "verdict", "view"];

/// Whether a candidate is no deed and no thought but an amount, a thing or somebody: "£2", "the council's plan" for "What did she think of the plan?" What somebody called
/// a theme may stand in quotation marks.
pub(super) fn is_no_deed(question: &Question, query: &Query, candidate: &Ranked) -> bool {
    let head = &query.known.annotations[candidate.sentence].reading.words[candidate.candidate.head];
    let told = matches!(head.pos, Pos::Verb | Pos::Adj) || matches!(candidate.candidate.form, Form::Quoted);
    names_theme(question) && (!told || matches!(candidate.candidate.form, Form::Value(_)))
}

/// Whether a question names the theme of what it asks for, by an "about", "of", "on" or "over".
fn names_theme(question: &Question) -> bool {
    let words = &question.reading.words;
    let lower = question.folded_words();
    let view = |w: usize| words[w].pos == Pos::Noun && VIEWS.contains(&words[w].lemma.as_str());
    let verb = |w: usize, deeds: &[&str]| matches!(words[w].pos, Pos::Verb | Pos::Aux) && deeds.contains(&words[w].lemma.as_str());
    let opens = |w: usize| match lower[w].as_str() {
        "about" => verb(w - 1, &DEEDS) || view(w - 1),
        "of" => verb(w - 1, &["make", "think"]) || view(w - 1),
        "on" | "over" => view(w - 1),
        _ => false,
    };
    // "What claims did she make of it?" asks for claims.
    let bare = words.get(1).is_some_and(|word| matches!(word.pos, Pos::Aux | Pos::Verb));
    bare && lower[0] == "what" && (1..words.len()).any(opens)
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn the_theme_is_neither_deed_nor_thought() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow is a councillor. Merrow criticized the council's plan to close the ferry. Bread rose to £2 a loaf in 1997. She earned £900 a month.\n",
            &[
                ("What was her take on the ferry plan?", None),
                ("What did she think of the price of bread?", None),
                ("What did she do about the price of bread?", None),
                ("What was she going to do about low pay?", None),
                ("What was her view of the wages?", None),
                ("What did she do about the ferry?", None),
                ("What year was she taken on?", None),
                ("How much did bread cost in 1997?", Some("£2")),
                ("How much did she earn?", Some("£900 a month")),
            ],
        );
    }
}
