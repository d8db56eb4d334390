//! Life spans: the dates of somebody's birth and death in brackets behind the name that opens a sentence: "Ada Merrow (3 May 1868 – 9 June 1931) was a
//! diver".

use super::annotation::Annotation;
use crate::text::values::{Date, Moment, Value, ValueKind};
use crate::text::wordnet::is_a;
use crate::text::{Pos, Relation, Span, Tag, Word};

/// When somebody was born and died, as one sentence gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct LifeSpan {
    /// How many words the name has that opens the sentence.
    pub name: usize,
    /// The birth, and where it stands in the sentence.
    pub born: (Span, Date),
    /// The death, likewise.
    pub died: (Span, Date),
}

/// The most years that anybody lives.
const LONGEST: i32 = 125;
/// The most words before the bracket.
const LONGEST_NAME: usize = 10;

/// The life span that a sentence opens with; `None` where it has none, or tells of something else than a person.
pub fn life_span(annotation: &Annotation) -> Option<LifeSpan> {
    let words = &annotation.reading.words;
    let text = |w: usize| words[w].span.of(&annotation.text);
    let bracket = (0..words.len().min(LONGEST_NAME)).find(|&w| text(w) == "(")?;
    let finite = |w: &Word| w.pos == Pos::Verb && w.tag != Tag::Vbn;
    let named = words[..bracket].iter().any(|w| w.pos == Pos::Propn) && !words[..bracket].iter().any(finite);
    let closed = (bracket..words.len()).find(|&w| text(w) == ")")?;
    let inside = Span::new(words[bracket].span.end, words[closed].span.start);
    let value = annotation.values.iter().find(|v| inside.contains(v.core)).filter(|_| named && is_of_person(annotation))?;
    let (born, died) = ends(value)?;
    let years = died.bounds()?.1.year - born.bounds()?.0.year;
    let range = value.core.of(&annotation.text);
    let dash = range.char_indices().find(|(_, c)| matches!(c, '–' | '—' | '-')).filter(|_| (0..=LONGEST).contains(&years))?;
    let (first, second) = (&range[..dash.0], &range[dash.0 + dash.1.len_utf8()..]);
    let start = value.core.start;
    Some(LifeSpan {
        name: bracket,
        born: (Span::new(start, start + first.trim_end().len()), Date::At(born)),
        died: (Span::new(value.core.end - second.trim_start().len(), value.core.end), Date::At(died)),
    })
}

/// The ends of a span of dates.
fn ends(value: &Value) -> Option<(Moment, Moment)> {
    match value.kind {
        ValueKind::Date(Date::Range(born, died)) => Some((born, died)),
        _ => None,
    }
}

/// Whether the sentence says what sort of person its subject is: "was a diver".
fn is_of_person(annotation: &Annotation) -> bool {
    let reading = &annotation.reading;
    let noun = |w: &usize| reading.child(*w, Relation::Cop).is_some() && is_a(&reading.words[*w].lemma, "person");
    reading.root().is_some_and(|root| noun(&root))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::facts::annotation::annotate;

    /// Reads one sentence; expects the dates of birth and death, if it gives them.
    fn check(sentence: &str, expected: Option<(&str, &str)>) {
        let text = format!("= Notes =\n\n{sentence}\n");
        let document = Document::read("notes.txt", text.into_bytes(), None).expect("a document");
        let annotation = annotate(&document).pop().expect("a sentence");
        let found = life_span(&annotation);
        let dates = found.as_ref().map(|life| (life.born.0.of(&annotation.text), life.died.0.of(&annotation.text)));
        assert_eq!(dates, expected, "{sentence}");
    }

    #[test]
    fn dates_in_brackets_behind_a_name_are_a_life() {
        check("Ada Maud Merrow (3 May 1868 – 9 June 1931) was a Danish diver.", Some(("3 May 1868", "9 June 1931")));
        check("Adelheid Merrow, known as Ada (née Pask; 3 May 1868 – 9 June 1931), was a diver.", Some(("3 May 1868", "9 June 1931")));
        check("Ada Merrow (born Ada Pask; 3 May 1868 – 9 June 1931) was a diver and writer.", Some(("3 May 1868", "9 June 1931")));
        check("Olin Pask (1868–1931) was a painter and engraver.", Some(("1868", "1931")));
        check("Ada Merrow, née Tarn (May 3, 1868 – June 9, 1931), was a diver.", Some(("May 3, 1868", "June 9, 1931")));
        check("Olin Pask (born 3 May 1968) is a painter.", None);
        check("The Velm Tramway (1868–1931) was a railway.", None);
        check("Olin Pask (mayor from 1901 to 1910) praised it.", None);
    }
}
