//! The dated facts in the order of their dates: as lines, and as a picture.

use textwrap::core::display_width;

use super::draw::{Drawing, LINE, cut, widest, width, wrapped};
use super::filter::date;
use super::listing::{Marked, assertion, date_width};
use super::{Filter, Found};
use crate::document::{Document, Kind};
use crate::facts::{Fact, Modality, Polarity, QualifierKind};
use crate::interface::page::{Page, Role, counted};
use crate::text::values::{Date, Moment, When};

/// The longest line of text in the picture, in columns.
const COLUMNS: usize = 100;
/// The longest date in the picture, in columns.
const DATE: usize = 48;
/// The distance between lines of the picture, in pixels.
const STEP: f64 = 24.0;

/// A dated fact and the year it is sorted under.
struct Event<'k> {
    key: (i32, u8, u8),
    fact: Found<'k>,
}

/// The facts with a date, the earliest first; those of one date in the order of the text.
fn events<'k>(facts: &[Found<'k>]) -> Vec<Event<'k>> {
    let mut events: Vec<Event> = facts.iter().filter_map(|&fact| Some(Event { key: key(&date(fact.1)?)?, fact })).collect();
    events.sort_by_key(|event| event.key);
    events
}

/// The first day of a date as year, month, day; 0 where it names none. A date that is open to the past is sorted by its end.
fn key(date: &Date) -> Option<(i32, u8, u8)> {
    let moment: Moment = date.moment()?;
    match moment.when {
        When::Day { year, month, day } => Some((year?, month, day)),
        When::Month { year, month } => Some((year?, month, 0)),
        _ => moment.bounds().map(|(first, _)| (first.year, 0, 0)),
    }
}

/// The timeline as lines.
pub fn page(facts: &[Found], filter: &Filter) -> Page {
    let (events, marked, mut page) = (events(facts), Marked::new(filter), Page::new());
    let shown: Vec<Found> = events.iter().map(|event| event.fact).collect();
    let column = date_width(&shown);
    for (document, fact) in &shown {
        let time = fact.time.as_deref().unwrap_or_default();
        page.hanging("", &format!("{time}{}", " ".repeat(column.saturating_sub(display_width(time)).max(1))));
        marked.add(&mut page, Role::Answer, &fact.subject);
        page.add(Role::Plain, joint(document, fact));
        assertion(&mut page, fact, &marked);
        if let Some(more) = completion(fact) {
            page.add(Role::Plain, " ");
            marked.add(&mut page, Role::Plain, more);
        }
        page.add(Role::Dim, &format!("  ({}, line {})", fact.id, document.sentences[fact.sentence].line));
    }
    let undated = facts.len() - shown.len();
    if undated > 0 || shown.is_empty() {
        page.gap().line(0).add(Role::Dim, &format!("{} without a date", counted(undated, "fact")));
    }
    page
}

/// What stands between subject and relation: the keys of an infobox and of a table are no verbs.
fn joint(document: &Document, fact: &Fact) -> &'static str {
    match document.sentences[fact.sentence].kind {
        Kind::Infobox { .. } | Kind::Row { .. } => ": ",
        _ => " ",
    }
}

/// What a fact without an object goes on with: "was active" where?
fn completion(fact: &Fact) -> Option<&str> {
    let open = fact.object.is_empty() || fact.object_type == "DESC:desc";
    let telling = fact.qualifiers.iter().find(|qualifier| qualifier.kind != QualifierKind::Time);
    telling.filter(|_| open).map(|qualifier| qualifier.text.as_str())
}

const STYLE: &str = "\
.sheet { fill: #ffffff } .axis { stroke: #b8c0c8; stroke-width: 2 } .dot { fill: #1a6fa8 } .doubt { fill: #ffffff; stroke: #c77700; stroke-width: 2 }
.year { fill: #1a6fa8; font-weight: bold; font-size: 15px } .date { fill: #5a6570 } .text { fill: #1c2126 } .subject { font-weight: bold }
";

/// The timeline as SVG: years down an axis, each with its facts; hollow dots for what is planned, attempted, alleged, denied or not so.
pub fn svg(facts: &[Found]) -> String {
    let (events, mut drawing) = (events(facts), Drawing::default());
    let dates = events.iter().map(|event| width(&cut(event.fact.1.time.as_deref().unwrap_or_default(), DATE)));
    let axis = 40.0 + dates.fold(60.0, f64::max);
    let (mut y, mut year, mut right, top) = (30.0, None, 0.0_f64, 30.0);
    let mut shapes: Vec<(f64, &Event, bool, Vec<String>)> = Vec::new();
    for event in &events {
        let opens = year != Some(event.key.0);
        y += if opens && year.is_some() { STEP * 1.5 } else { STEP };
        year = Some(event.key.0);
        let lines = wrapped(&sentence(event), COLUMNS);
        let more = LINE * lines.len().saturating_sub(1) as f64;
        shapes.push((y, event, opens, lines));
        y += more;
    }
    drawing.line([axis, top], [axis, y + STEP], "axis");
    for (y, event, opens, lines) in shapes {
        let fact = event.fact.1;
        let certain = fact.modality == Modality::Asserted && fact.polarity == Polarity::Positive;
        drawing.dot(axis, y, 5.0, if certain { "dot" } else { "doubt" });
        let time = cut(fact.time.as_deref().unwrap_or_default(), DATE);
        let bare = time == event.key.0.to_string();
        drawing.text(axis - 14.0, y + 4.5, if bare && opens { "year" } else { "date" }, "end", &time);
        right = right.max(widest(&lines));
        drawing.lines(axis + 16.0, y + 4.5 + LINE * lines.len().saturating_sub(1) as f64 / 2.0, "text", "start", &lines);
    }
    let title = facts.first().and_then(|(document, _)| document.title()).unwrap_or("Timeline");
    drawing.file(axis + 40.0 + right, y + 2.0 * STEP, title, STYLE)
}

fn sentence(event: &Event) -> String {
    let (document, fact) = event.fact;
    let negated = if fact.polarity == Polarity::Negative { "not: " } else { "" };
    let planned = if fact.modality == Modality::Asserted { String::new() } else { format!("[{}]", fact.modality.as_str()) };
    let parts = [&format!("{negated}{}", fact.relation), fact.object.as_str(), completion(fact).unwrap_or_default(), &planned];
    let told = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    [&fact.subject, joint(document, fact), &told].concat()
}

#[cfg(test)]
mod tests {
    use super::super::matching;
    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn dates_are_in_order_and_the_rest_is_counted() {
        let text = "= Orla Finch =\n\nOrla Finch sold a boat on 3 May 1930. She left Dorn in March 1921. She slept.\n";
        let knowledge = Knowledge::of_document(Document::read("orla.txt", text.into(), None).expect("valid text"));
        let filter = Filter::default();
        let found = matching(knowledge.facts(), &filter);
        let expected = "March 1921  Orla Finch left Dorn  (f0002, line 3)\n3 May 1930  Orla Finch sold a boat  (f0001, line 3)\n\n1 fact without a date\n";
        assert_eq!(page(&found, &filter).plain(), expected);
        let svg = svg(&found);
        assert!(svg.find("March 1921") < svg.find("3 May 1930"), "{svg}");
    }
}
