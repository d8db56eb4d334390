//! The story of a question: how it was understood, a line each, for a person to read.

use crate::knowledge::rules::Shape;
use crate::question::constraints::{By, Lies};
use crate::question::presupposed::Taken;
use crate::question::{Constraints, Question};
use crate::text::Span;

impl Question<'_> {
    /// How it was understood: corrections, the rule, the type and shape, what it asks for, what limits it.
    pub fn story(&self) -> Vec<String> {
        let mut story: Vec<String> = self.corrections.iter().map(|c| format!("read “{}” as “{}”", c.from, c.to)).collect();
        story.push(match self.intent {
            Some(intent) => format!("intent {} ({})", intent.name, intent.place),
            None => "no intent's rule fits; the answer's type decides".into(),
        });
        let rule = if self.type_rule.is_empty() { String::new() } else { format!(" (rule {})", self.type_rule) };
        story.push(format!("expects {}{rule}, a reply of the shape {}", self.answer_type, shape_name(self.shape)));
        let quoted = |span: Span| format!("“{}”", span.of(&self.read));
        story.extend(self.focus.map(|f| format!("asks for {}", quoted(self.reading.words[f].span))));
        story.extend(listed("chooses between ", self.options.iter().map(|o| quoted(*o))));
        story.extend(listed("joins ", self.parts.iter().map(|p| format!("“{p}”"))));
        story.extend(self.unit.map(|unit| format!("counts in {}s", unit.name())));
        story.extend(self.constraints.story(&quoted));
        story.extend(listed(
            "takes for granted ",
            self.presupposed.iter().map(|p| {
                let words: Vec<&str> = p.words.iter().map(|&w| self.reading.words[w].span.of(&self.read)).collect();
                let what = if p.kind == Taken::Exists { "that there is " } else { "" };
                format!("{what}“{}”", words.join(" "))
            }),
        ));
        story
    }
}

/// A shape as rule files spell it.
pub fn shape_name(shape: Shape) -> String {
    serde_json::to_value(shape).ok().and_then(|v| v.as_str().map(str::to_string)).unwrap_or_default()
}

fn listed(lead: &str, items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.collect();
    (!items.is_empty()).then(|| format!("{lead}{}", items.join(", ")))
}

impl Constraints {
    fn story(&self, quoted: &impl Fn(Span) -> String) -> Vec<String> {
        let events = self.events.iter().map(|e| {
            let lies = match e.lies {
                Lies::At => "at the time of",
                Lies::Before => "before",
                Lies::After => "after",
                Lies::Since => "since",
            };
            format!("{lies} {}", quoted(e.span))
        });
        let rank = self.rank.iter().map(|rank| match &rank.by {
            By::First => "the first".to_string(),
            By::Last => "the last".to_string(),
            By::Nth(n) => format!("number {n}"),
            By::Most(quality) => format!("the most {quality}"),
            By::Least(quality) => format!("the least {quality}"),
        });
        [
            listed("time: ", self.times.iter().map(|t| quoted(t.span)).chain(events)),
            listed("names: ", self.names.iter().map(|n| format!("{} ({})", quoted(n.span), format!("{:?}", n.kind).to_lowercase()))),
            listed("amounts: ", self.numbers.iter().map(|v| quoted(v.span))),
            listed("picks ", rank),
            listed("negated by ", self.negation.iter().map(|s| quoted(*s))),
            listed("limited by ", self.only.iter().map(|s| quoted(*s))),
            listed("leaves out ", self.except.iter().map(|s| quoted(*s))),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
