//! Explaining a classification: each rule that fits a question, the best first, and why that one won.

use crate::knowledge::rules::Rules;
use crate::knowledge::vocabulary::Vocabulary;
use crate::question::answer_type::{answer_type, matching_rules};
use crate::question::intent::{Match, matches};
use crate::question::{Heard, Said};
use crate::text::Span;
use crate::text::fold::fold;

/// The rules that fit a question, a line each: the intents', then the answer types'.
pub fn explain(rules: &Rules, vocabulary: &Vocabulary, text: &str) -> Vec<String> {
    if let Some(talk) = rules.small_talk.find(&fold(text)) {
        return vec![format!("the whole of it is small talk: {}", talk.name)];
    }
    let heard = Heard::new(rules, Said::new(rules, vocabulary, text));
    let typed = answer_type(&rules.answer_types, &heard.asked);
    let fits = matches(rules, &heard.forms, &heard.asked, typed.answer_type);
    let mut lines: Vec<String> = fits.iter().enumerate().map(|(n, fit)| intent_line(&heard, fit, reason(&fits, n))).collect();
    if lines.is_empty() {
        lines.push("intent rules: none fits".into());
    }
    for (n, rule) in matching_rules(&rules.answer_types, &heard.asked).into_iter().enumerate() {
        let why = if n == 0 { "won: tried first" } else { "lost: tried later" };
        lines.push(format!("answer type {} by “{}”; {why}", rule.answer_type, rule.name));
    }
    lines
}

fn intent_line(heard: &Heard, fit: &Match, reason: String) -> String {
    let words = |(start, end): &(usize, usize)| {
        let span: Span = heard.said.reading.words[*start].span.cover(heard.said.reading.words[end - 1].span);
        format!("“{}”", span.of(&heard.said.read))
    };
    let mut grounds: Vec<String> = fit.keywords.iter().map(words).collect();
    if !fit.intent.patterns.is_empty() {
        grounds.push("its pattern".into());
    }
    format!("intent {} ({}) by {}; {reason}", fit.intent.name, fit.intent.place, grounds.join(", "))
}

/// Why the match at place `n` won, or lost to the first.
fn reason(fits: &[Match], n: usize) -> String {
    let (Some(best), Some(own)) = (fits.first(), fits.get(n)) else { return String::new() };
    let counted = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let ((groups, words), (best_groups, best_words)) = (own.rank, best.rank);
    let size = format!("{}, {}", counted(groups, "group"), counted(words, "word"));
    match n {
        0 => format!("won: {size}"),
        _ if groups < best_groups => format!("lost: {size}, fewer groups"),
        _ if words < best_words => format!("lost: {size}, fewer words"),
        _ => format!("lost: {size} as well, but stands later"),
    }
}
