//! Reads two quantities as one range: "10–15", "between 5 and 7 km", "€5–10 million", "two or three"; and a game's score.

use super::pieces::{Pieces, Sort};
use super::quantity::quantity;
use super::{Amount, Found, ValueKind};

/// The quantity at `i`, or the range of two that begins there.
pub(super) fn quantities(p: &Pieces, i: usize) -> Option<Found> {
    let between = p.is(i, &["between", "from"]);
    let start = if between { i + 1 } else { i };
    let joined = range(p, start, p.is(i, &["between"])).map(|found| Found { core: if p.is(i, &["between"]) { i } else { start }, ..found });
    if between { joined } else { joined.or_else(|| score(p, i)).or_else(|| quantity(p, i)) }
}

/// Two quantities and the word or dash between them.
fn range(p: &Pieces, i: usize, between: bool) -> Option<Found> {
    let first = quantity(p, i).or_else(|| loose(p, i))?;
    let joint = first.end;
    let dash = p.tight_dash(joint);
    let near = p.is(joint, &["or"]);
    let word = if between { p.is(joint, &["and"]) } else { p.is(joint, &["to"]) || near };
    if !dash && !word {
        return None;
    }
    let second = quantity(p, joint + 1).or_else(|| loose(p, joint + 1))?;
    let (kind, low, high) = merge(&first, &second)?;
    let plausible = low < high && (!near || high <= 2.0 * low + 1.0) && !telephone(p, joint);
    plausible.then(|| Found { core: i, scale: second.scale, ..Found::new(i, second.end, with_amount(kind, Amount { low, high })) })
}

/// A number of a range, whose place alone says that it is one.
fn loose(p: &Pieces, i: usize) -> Option<Found> {
    let n = super::number::cardinal(p, i)?;
    Some(Found { scale: n.scale, ..Found::new(i, n.end, ValueKind::Number(Amount::exact(n.value))) })
}

/// What the range is of, and its ends; either end may lack the unit, the first also the scale.
fn merge(first: &Found, second: &Found) -> Option<(ValueKind, f64, f64)> {
    let (a, b) = (first.kind.amount()?, second.kind.amount()?);
    if matches!(first.kind, ValueKind::Ordinal(_)) || a.is_range() || b.is_range() {
        return None;
    }
    let same = match (&first.kind, &second.kind) {
        (ValueKind::Number(_), kind) => !matches!(kind, ValueKind::Frequency { per: Some(_), .. } | ValueKind::Ordinal(_)),
        (ValueKind::Money { currency, per: None, .. }, ValueKind::Money { currency: other, .. }) => currency == other,
        (ValueKind::Measure { unit, .. }, ValueKind::Measure { unit: other, .. }) => unit == other,
        (ValueKind::Duration { unit, .. }, ValueKind::Duration { unit: other, .. }) => unit == other,
        (ValueKind::Money { per: None, .. }, ValueKind::Number(_)) | (ValueKind::Percent(_), ValueKind::Percent(_)) => true,
        _ => false,
    };
    let borrows = first.scale == 1.0 && second.scale > 1.0 && a.low < b.low / second.scale;
    let kind = if matches!(second.kind, ValueKind::Number(_)) { &first.kind } else { &second.kind };
    same.then(|| (kind.clone(), if borrows { a.low * second.scale } else { a.low }, b.low))
}

fn with_amount(kind: ValueKind, amount: Amount) -> ValueKind {
    match kind {
        ValueKind::Number(_) => ValueKind::Number(amount),
        ValueKind::Percent(_) => ValueKind::Percent(amount),
        ValueKind::Age(_) => ValueKind::Age(amount),
        ValueKind::Money { currency, per, .. } => ValueKind::Money { amount, currency, per },
        ValueKind::Duration { unit, .. } => ValueKind::Duration { amount, unit },
        ValueKind::Measure { unit, .. } => ValueKind::Measure { amount, unit },
        ValueKind::Frequency { per, .. } => ValueKind::Frequency { times: amount, per },
        kind => kind,
    }
}

/// Whether the dash at `joint` stands in a telephone number: three digits and four, or a third group.
fn telephone(p: &Pieces, joint: usize) -> bool {
    let plain = |k: usize| if p.sort(k) == Sort::Number { p.raw(k).len() } else { 0 };
    p.tight_dash(joint) && (joint > 0 && plain(joint - 1) == 3 && plain(joint + 1) == 4 || p.tight_dash(joint + 2) && plain(joint + 3) > 0)
}

/// Words that say that two numbers are a score.
const PLAYED: &[&str] = &[
    "won",
    "win",
    "wins",
    "lost",
    "lose",
    "beat",
    "beating",
    "defeat",
    "defeated",
    "defeating",
    "victory",
    "drew",
    "draw",
    "score",
    "scored",
    "final",
    "loss",
];

/// "3–1", "won 2-4": figures joined by a dash that fall, or rise near a word of play.
fn score(p: &Pieces, i: usize) -> Option<Found> {
    let (first, second) = (p.plain(i)?, if p.tight_dash(i + 1) { p.raw(i + 2).parse::<u32>().ok()? } else { return None });
    let chain = p.tight_more(i + 3);
    let near = (1..=5).any(|back| i.checked_sub(back).is_some_and(|k| p.is(k, PLAYED)));
    (first < 200 && second < 200 && !chain && (second <= first || near)).then(|| Found::new(i, i + 3, ValueKind::Score(first, second)))
}
