//! The words that values are made of, each with what it means. One sorted table, searched in place.

use super::date::Season;
use crate::text::sieve::Sieve;

/// What a word means to a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sense {
    /// One to ninety.
    Cardinal(u8),
    /// Hundred.
    Hundred,
    /// Thousand, million and on; a dozen.
    Scale(f64),
    /// Hundreds, thousands, dozens: how many is left open.
    Vague(f64),
    /// First to ninetieth, hundredth.
    Ordinal(u16),
    /// Twenties to nineties.
    Decade(u8),
    /// January is 1.
    Month(u8),
    /// A month that is another word or a name too: May.
    UnsureMonth(u8),
    /// Monday is 1.
    Weekday(u8),
    Season(Season),
}

/// What `word`, in lower case, means.
pub(super) fn sense(word: &str) -> Option<Sense> {
    if !SIEVE.passes(word) {
        return None;
    }
    SENSES.binary_search_by(|(entry, _)| (*entry).cmp(word)).ok().map(|k| SENSES[k].1)
}

static SIEVE: Sieve = {
    let (mut sieve, mut k) = (Sieve::EMPTY, 0);
    while k < SENSES.len() {
        sieve = sieve.with(SENSES[k].0);
        k += 1;
    }
    sieve
};

use Sense::{Cardinal, Decade, Hundred, Month, Ordinal, Scale, UnsureMonth, Vague, Weekday};

const SENSES: &[(&str, Sense)] = &[
    ("apr", Month(4)),
    ("april", UnsureMonth(4)),
    ("aug", Month(8)),
    ("august", UnsureMonth(8)),
    ("autumn", Sense::Season(Season::Autumn)),
    ("billion", Scale(1e9)),
    ("billions", Vague(1e9)),
    ("bn", Scale(1e9)),
    ("crore", Scale(1e7)),
    ("dec", Month(12)),
    ("december", Month(12)),
    ("dozen", Scale(12.0)),
    ("dozens", Vague(12.0)),
    ("eight", Cardinal(8)),
    ("eighteen", Cardinal(18)),
    ("eighteenth", Ordinal(18)),
    ("eighth", Ordinal(8)),
    ("eighties", Decade(80)),
    ("eightieth", Ordinal(80)),
    ("eighty", Cardinal(80)),
    ("eleven", Cardinal(11)),
    ("eleventh", Ordinal(11)),
    ("fall", Sense::Season(Season::Autumn)),
    ("feb", Month(2)),
    ("february", Month(2)),
    ("fifteen", Cardinal(15)),
    ("fifteenth", Ordinal(15)),
    ("fifth", Ordinal(5)),
    ("fifties", Decade(50)),
    ("fiftieth", Ordinal(50)),
    ("fifty", Cardinal(50)),
    ("first", Ordinal(1)),
    ("five", Cardinal(5)),
    ("forties", Decade(40)),
    ("fortieth", Ordinal(40)),
    ("forty", Cardinal(40)),
    ("four", Cardinal(4)),
    ("fourteen", Cardinal(14)),
    ("fourteenth", Ordinal(14)),
    ("fourth", Ordinal(4)),
    ("friday", Weekday(5)),
    ("hundred", Hundred),
    ("hundreds", Vague(1e2)),
    ("hundredth", Ordinal(100)),
    ("jan", Month(1)),
    ("january", Month(1)),
    ("jul", Month(7)),
    ("july", Month(7)),
    ("jun", Month(6)),
    ("june", UnsureMonth(6)),
    ("lakh", Scale(1e5)),
    ("mar", UnsureMonth(3)),
    ("march", UnsureMonth(3)),
    ("may", UnsureMonth(5)),
    ("million", Scale(1e6)),
    ("millions", Vague(1e6)),
    ("monday", Weekday(1)),
    ("nine", Cardinal(9)),
    ("nineteen", Cardinal(19)),
    ("nineteenth", Ordinal(19)),
    ("nineties", Decade(90)),
    ("ninetieth", Ordinal(90)),
    ("ninety", Cardinal(90)),
    ("ninth", Ordinal(9)),
    ("nov", Month(11)),
    ("november", Month(11)),
    ("oct", Month(10)),
    ("october", Month(10)),
    ("one", Cardinal(1)),
    ("saturday", Weekday(6)),
    ("second", Ordinal(2)),
    ("sep", Month(9)),
    ("sept", Month(9)),
    ("september", Month(9)),
    ("seven", Cardinal(7)),
    ("seventeen", Cardinal(17)),
    ("seventeenth", Ordinal(17)),
    ("seventh", Ordinal(7)),
    ("seventies", Decade(70)),
    ("seventieth", Ordinal(70)),
    ("seventy", Cardinal(70)),
    ("six", Cardinal(6)),
    ("sixteen", Cardinal(16)),
    ("sixteenth", Ordinal(16)),
    ("sixth", Ordinal(6)),
    ("sixties", Decade(60)),
    ("sixtieth", Ordinal(60)),
    ("sixty", Cardinal(60)),
    ("spring", Sense::Season(Season::Spring)),
    ("summer", Sense::Season(Season::Summer)),
    ("sunday", Weekday(7)),
    ("ten", Cardinal(10)),
    ("tenth", Ordinal(10)),
    ("third", Ordinal(3)),
    ("thirteen", Cardinal(13)),
    ("thirteenth", Ordinal(13)),
    ("thirties", Decade(30)),
    ("thirtieth", Ordinal(30)),
    ("thirty", Cardinal(30)),
    ("thousand", Scale(1e3)),
    ("thousands", Vague(1e3)),
    ("thousandth", Ordinal(1000)),
    ("three", Cardinal(3)),
    ("thursday", Weekday(4)),
    ("trillion", Scale(1e12)),
    ("trillions", Vague(1e12)),
    ("tuesday", Weekday(2)),
    ("twelfth", Ordinal(12)),
    ("twelve", Cardinal(12)),
    ("twenties", Decade(20)),
    ("twentieth", Ordinal(20)),
    ("twenty", Cardinal(20)),
    ("two", Cardinal(2)),
    ("wednesday", Weekday(3)),
    ("winter", Sense::Season(Season::Winter)),
    ("zero", Cardinal(0)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_sorted() {
        assert!(SENSES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
