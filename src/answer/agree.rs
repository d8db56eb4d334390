//! Agreement of values: whether a number, an order or a date of a question is that of a sentence.

use crate::text::values::{Bound, Date, Value, ValueKind};

/// How far two approximate numbers may lie apart, as a share of the larger.
const NEAR: f64 = 0.1;

/// Whether a value of the document bears a question's value out; `None` where the two are not of one kind.
pub fn agree(asked: &Value, given: &Value) -> Option<bool> {
    use ValueKind::*;
    match (&asked.kind, &given.kind) {
        (Date(a), Date(b)) => Some(dates_agree(a, b)),
        (Ordinal(a), Ordinal(b)) => Some(a == b),
        (Clock { hour: a, minute: b }, Clock { hour: c, minute: d }) => hours_agree(asked.bound, (*a, *b), given.bound, (*c, *d)),
        (Score(a, b), Score(c, d)) => Some((a, b) == (c, d)),
        (Money { currency: a, .. }, Money { currency: b, .. }) if a != b => None,
        (Measure { unit: a, .. }, Measure { unit: b, .. }) if a != b => None,
        (Duration { unit: a, .. }, Duration { unit: b, .. }) if a != b => None,
        (a, b) if std::mem::discriminant(a) == std::mem::discriminant(b) => {
            let (a, b) = (a.amount()?, b.amount()?);
            Some(amounts_agree(asked.bound, (a.low, a.high), given.bound, (b.low, b.high)))
        }
        _ => None,
    }
}

/// Whether two dates may mean the same: they share a day, or one is a part of the other by name ("March" of any year).
pub fn dates_agree(a: &Date, b: &Date) -> bool {
    a.overlaps(b) || a.contains(b) || b.contains(a)
}

/// Whether a question's time of day, with its bound, is borne out by a sentence's; open where one may be of the morning and one of the evening.
fn hours_agree(asked: Bound, (hour, minute): (u8, u8), given: Bound, own: (u8, u8)) -> Option<bool> {
    let half_day = own != (hour, minute) && (own.0 % 12, own.1) == (hour % 12, minute);
    if half_day || given != Bound::Exact {
        return None;
    }
    Some(match asked {
        Bound::LessThan => own < (hour, minute),
        Bound::MoreThan => own > (hour, minute),
        Bound::AtMost => own <= (hour, minute),
        _ => own == (hour, minute),
    })
}

/// Whether a question's number, with its hedge, is borne out by a sentence's.
fn amounts_agree(asked: Bound, (low, high): (f64, f64), given: Bound, (from, to): (f64, f64)) -> bool {
    match asked {
        Bound::MoreThan => from > low || from >= low && given == Bound::MoreThan,
        Bound::AtLeast => from >= low,
        Bound::LessThan => to < high || to <= high && given == Bound::LessThan,
        Bound::AtMost => to <= high,
        Bound::Exact | Bound::About | Bound::Nearly => {
            let vague = matches!(asked, Bound::About | Bound::Nearly) || matches!(given, Bound::About | Bound::Nearly);
            let reach = if vague { NEAR * high.abs().max(to.abs()) } else { 0.0 };
            from - reach <= high && low <= to + reach
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::values::values;

    #[test]
    fn values_agree_by_what_they_mean() {
        let check = |asked: &str, given: &str, expected: Option<bool>| {
            let (a, b) = (values(asked), values(given));
            let found = a.first().zip(b.first()).and_then(|(a, b)| agree(a, b));
            assert_eq!(found, expected, "{asked} / {given}");
        };
        check("in 1987", "on 2 January 1987", Some(true));
        check("in 1988", "on 2 January 1987", Some(false));
        check("in March 1874", "on March 8, 1874", Some(true));
        check("more than five boats", "seven boats", Some(true));
        check("more than five boats", "four boats", Some(false));
        check("the second keeper", "the third keeper", Some(false));
        check("40 boats", "about 41 boats", Some(true));
        check("40 metres", "€40", None);
        check("before 7 am", "at 6:40 am", Some(true));
        check("after noon", "at 6:40 am", Some(false));
        check("at 7 pm", "at seven o'clock", None);
    }
}
