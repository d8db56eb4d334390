//! Cells: what a table has in the row and the column that a question names: "How many pupils were there in 1965?" by "Year | Pupils".

use crate::answer::agree::dates_agree;
use crate::answer::query::Query;
use crate::answer::verdict::{Verdict, answered, squeeze};
use crate::document::Kind;
use crate::knowledge::rules::Shape;
use crate::question::{Part, Question};
use crate::text::Span;
use crate::text::fold::fold;
use crate::text::term::term;
use crate::text::values::{Date, values};

/// How sure it is.
const SURE: f64 = 0.8;
/// How good a way of a term must be to name a column.
const NAMES: f64 = 0.8;

/// A row of a table with a header: the sentence, and the cells of both.
struct Row<'k> {
    sentence: usize,
    header: &'k [Span],
    cells: &'k [Span],
}

/// The cell of the only row and the only column that the question names, where nothing else that it asks for is left over.
pub fn cell(question: &Question, query: &Query) -> Option<Verdict> {
    if !matches!(question.shape, Shape::Short | Shape::Count | Shape::List) {
        return None;
    }
    let (sentence, span) = cell_at(question, query, &question.dates, &[])?;
    let text = squeeze(span.of(&query.known.annotations[sentence].text));
    (!text.is_empty()).then(|| answered(text, vec![(sentence, vec![span])], SURE, "a cell of a table has it".into()))
}

/// The same, of the row of these dates: its sentence, and where the cell stands in that. `beside`: lemmas of the question that no table need have.
pub fn cell_at(question: &Question, query: &Query, dates: &[Date], beside: &[&str]) -> Option<(usize, Span)> {
    let fits = |row: &Row| Some((row.sentence, row.cells[column(question, query, row, beside)?]));
    let mut found = rows(query).filter(|row| is_asked(query, dates, row)).filter_map(|row| fits(&row));
    let (sentence, span) = found.next().filter(|_| found.next().is_none())?;
    // An empty cell may stand outside of what is cited.
    let own = query.known.document.sentences[sentence].span;
    own.contains(span).then(|| (sentence, Span::new(span.start - own.start, span.end - own.start)))
}

/// All rows with a header.
fn rows<'q>(query: &'q Query) -> impl Iterator<Item = Row<'q>> + 'q {
    query.known.document.sentences.iter().enumerate().filter_map(|(sentence, own)| match &own.kind {
        Kind::Row { header, cells } if header.len() > 1 && header.len() == cells.len() => Some(Row { sentence, header, cells }),
        _ => None,
    })
}

/// Whether the first cell of a row is the one that the question names, by its dates or by all words of a name.
fn is_asked(query: &Query, asked: &[Date], row: &Row) -> bool {
    let key = query.known.document.quote(row.cells[0]);
    if !asked.is_empty() {
        let dates: Vec<_> = values(key).into_iter().filter_map(|v| v.kind.date().cloned()).collect();
        return asked.iter().all(|asked| dates.iter().any(|date| dates_agree(asked, date)));
    }
    let words: Vec<String> = words(key);
    !words.is_empty()
        && words.iter().all(|word| query.terms.iter().any(|b| b.term.ways.iter().any(|way| way.weight >= 0.9 && way.terms.contains(word))))
}

/// The column that the question names; `None` where it names none or several, or asks for something that neither row nor column nor what stands above them has.
fn column(question: &Question, query: &Query, row: &Row, beside: &[&str]) -> Option<usize> {
    let document = &query.known.document;
    let headers: Vec<Vec<String>> = row.header.iter().map(|span| words(document.quote(*span))).collect();
    let key = words(document.quote(row.cells[0]));
    let named = |column: usize, t: usize| {
        let ways = query.terms[t].term.ways.iter();
        ways.filter(|way| way.weight >= NAMES && way.terms.iter().all(|word| headers[column].contains(word)))
            .map(|way| way.weight)
            .fold(0.0, f64::max)
    };
    let terms = 0..query.terms.len();
    let names = |column: usize| terms.clone().map(|t| named(column, t)).fold(0.0, f64::max);
    let best = (1..headers.len()).map(names).fold(0.0, f64::max);
    let mut columns = (1..headers.len()).filter(|&column| best > 0.0 && names(column) >= best);
    let column = columns.next().filter(|_| columns.next().is_none())?;
    let known = |t: usize| {
        let own = query.terms[t].term;
        let in_key = own.ways.iter().any(|way| way.terms.iter().all(|word| key.contains(word)));
        let above = query.in_heading(row.sentence, t) > 0.0
            || own.ways.iter().any(|way| way.terms.iter().all(|word| query.known.topic.contains(word)));
        own.weight <= 0.5 || matches!(own.part, Part::Topic | Part::Date | Part::Number) || named(column, t) > 0.0 || in_key || above
    };
    let asked = |t: usize| {
        let word = query.terms[t].term.words.0;
        Some(word) == question.focus || beside.contains(&&*question.reading.words[word].lemma)
    };
    terms.clone().all(|t| known(t) || asked(t)).then_some(column)
}

/// The index terms of a text.
fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(term).collect()
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers_in;

    #[test]
    fn a_cell_is_found_by_its_row_and_its_column() {
        check_answers_in(
            "orm.md",
            "# Orm School\n\nOrm School is a school in Velm.\n\n## Figures\n\n| Year | Pupils | Budget |\n|---|---|---|\n| 1950 | 64 | 210 |\n| 1965 | 325 | 1,480 |\n|  | 17 |  |\n| 1980 | | |\n",
            &[
                ("How many pupils did Orm School have in 1965?", Some("325")),
                ("pupils 1950", Some("64")),
                ("What was the budget in 1965?", Some("1,480")),
                ("By how much did the budget grow from 1950 to 1965?", Some("1,270")),
                ("How many pupils were there in 1970?", None),
                ("What was the budget in 1980?", None),
                ("How many boats were there in 1965?", None),
                ("How many pupils drowned in 1965?", None),
            ],
        );
    }
}
