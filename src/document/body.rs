//! What stands under the headings of wiki and plain text alike: the infobox, lists, paragraphs.

use super::Kind;
use super::builder::Builder;
use super::inline::Inline;
use super::lines::{Unit, ends_sentence, item, key_value, units};
use crate::text::Span;

/// Reads lines without a blank one between them: at the document's top an infobox, else items and paragraphs, whose words `inline` finds.
pub fn read_group(builder: &mut Builder, group: &[Span], inline: fn(&str, Span) -> Inline) {
    builder.end_paragraph();
    let rest = if builder.at_top() { read_infobox(builder, group) } else { group };
    let mut in_list = false;
    for Unit { span, item } in units(builder.text(), rest) {
        if !item || !in_list {
            builder.end_paragraph();
        }
        in_list = item;
        let words = inline(builder.text(), span);
        builder.sentences(if item { &Kind::Item } else { &Kind::Prose }, &words);
    }
}

/// Reads the lines `- Key: Value` that a group starts with and gives back the lines behind them. A caption may stand before them: it is
/// the title if there is none, and is passed over otherwise.
fn read_infobox<'g>(builder: &mut Builder, group: &'g [Span]) -> &'g [Span] {
    let entry = |builder: &Builder, line: Span| item(builder.text(), line).and_then(|words| key_value(builder.text(), words));
    let captioned = group.first().is_some_and(|&line| item(builder.text(), line).is_none() && !ends_sentence(line.of(builder.text())));
    let mut at = usize::from(captioned);
    if group.get(at).and_then(|&line| entry(builder, line)).is_none() {
        return group;
    }
    if captioned {
        builder.caption(&Inline::plain(group[0]));
    }
    while let Some((key, value)) = group.get(at).and_then(|&line| entry(builder, line)) {
        builder.whole(Kind::Infobox { key, value }, key.cover(value));
        at += 1;
    }
    &group[at..]
}
