//! Lists whose last item comes with an aside of its own: "87 mayors, 23 councillors and, in the north, four senators".

use std::ops::Range;

use super::patterns::{is_finite, is_nominal};
use crate::text::Reading;
use crate::text::syntax::{Pos, Relation, Tag};

/// The longest aside, in words.
const ASIDE: usize = 8;

/// Makes the item behind such an aside a member of the list. The aside hangs on it by [`Relation::Dep`].
pub fn join_gapped(reading: &mut Reading) {
    for conjunction in 1..reading.words.len() {
        if let Some((aside, item)) = gap(reading, conjunction) {
            join(reading, conjunction, aside, item);
        }
    }
}

/// The aside behind a conjunction, commas around it, and the phrase behind that, its preposition included.
fn gap(reading: &Reading, conjunction: usize) -> Option<(Range<usize>, Range<usize>)> {
    let is = |i: usize, tags: &[Tag]| reading.words.get(i).is_some_and(|word| tags.contains(&word.tag));
    let opens = is(conjunction, &[Tag::Cc]) && is(conjunction + 1, &[Tag::Comma]);
    let start = conjunction + 2;
    let comma = (start + 1..start + ASIDE).find(|&i| is(i, &[Tag::Comma])).filter(|_| opens)?;
    let clause = (start..comma).any(|i| is_finite(reading, i) || is(i, &[Tag::Cc, Tag::Vbg, Tag::Wdt, Tag::Wp]));
    let noun = |i: usize| is(i, &[Tag::Nn, Tag::Nns, Tag::Nnp, Tag::Nnps]);
    let part = |&i: &usize| noun(i) || is(i, &[Tag::Dt, Tag::PrpPossessive, Tag::Cd, Tag::Jj, Tag::Hyph]);
    let case = usize::from(is(comma + 1, &[Tag::In, Tag::To]));
    let last = (comma + 1 + case..reading.words.len()).take_while(part).last().filter(|&last| noun(last) || is(last, &[Tag::Cd]))?;
    let subject = reading.words.get(last + 1).is_some_and(|_| is_finite(reading, last + 1));
    (!clause && !subject).then_some((start..comma, comma + 1..last + 1))
}

/// The first member of the list that ends before the conjunction; of a list of figures ("87 from mayors") where a figure follows.
fn first_member(reading: &Reading, conjunction: usize, figure: bool) -> Option<usize> {
    let before = (0..conjunction).rev().find(|&i| reading.words[i].tag != Tag::Comma).filter(|&i| is_nominal(reading, i))?;
    let within = |i: usize| matches!(reading.words[i].relation, Relation::Flat | Relation::Compound | Relation::Conj | Relation::Appos);
    let counts = |i: usize| reading.words[i].tag == Tag::Cd;
    let counted = |i: usize, head: usize| figure && counts(head) && (reading.words[i].relation == Relation::Nmod || counts(i) && within(i));
    let above = |i: usize| reading.words[i].head.filter(|&head| head < i);
    std::iter::successors(Some(before), |&i| above(i).filter(|&head| within(i) && is_nominal(reading, head) || counted(i, head)))
        .take(reading.words.len())
        .last()
        .filter(|&first| counts(first) == figure)
}

fn join(reading: &mut Reading, conjunction: usize, aside: Range<usize>, item: Range<usize>) {
    let (head, cased) = (item.end - 1, reading.words[item.start].pos == Pos::Adp);
    let Some(first) = first_member(reading, conjunction, reading.words[head].tag == Tag::Cd) else { return };
    if reading.is_ancestor(head, first) || cased && reading.child(first, Relation::Case).is_none() {
        return;
    }
    (reading.words[head].head, reading.words[head].relation) = (Some(first), Relation::Conj);
    for i in item.start..head {
        if reading.words[i].head.is_none_or(|above| !item.contains(&above)) {
            let relation = match reading.words[i].pos {
                Pos::Adp => Relation::Case,
                Pos::Det => Relation::Det,
                Pos::Num => Relation::Nummod,
                Pos::Adj => Relation::Amod,
                Pos::Pron => Relation::NmodPoss,
                _ => Relation::Compound,
            };
            (reading.words[i].head, reading.words[i].relation) = (Some(head), relation);
        }
    }
    for i in aside.clone() {
        if reading.words[i].head.is_none_or(|above| !aside.contains(&above)) {
            (reading.words[i].head, reading.words[i].relation) = (Some(head), Relation::Dep);
        }
    }
    for i in [conjunction, conjunction + 1, aside.end] {
        let relation = if i == conjunction { Relation::Cc } else { Relation::Punct };
        (reading.words[i].head, reading.words[i].relation) = (Some(head), relation);
    }
    // "in Corby, Ando and, later, in Bergen": what stands between commas before is a member, too.
    for i in first + 1..conjunction {
        if reading.words[i].relation == Relation::Appos && reading.words[i].head == Some(first) {
            reading.words[i].relation = Relation::Conj;
        }
    }
}
