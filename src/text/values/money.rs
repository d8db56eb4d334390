//! Reads sums of money: "US$ 5 billion", "£3.50", "20 cents", "€1,800 per month"; knows the currencies.

use super::number::{Numeral, cardinal};
use super::pieces::{Pieces, Sort};
use super::quantity::unit_at;
use super::{Amount, Found, ValueKind};
use super::{Dimension, TimeUnit};

/// "$5", "US$ 5 billion", "£3.5m", "USD 5", "Rs. 500".
pub(super) fn money_sign(p: &Pieces, i: usize) -> Option<Found> {
    let sign_at = |k: usize| p.mark(k).and_then(currency_sign);
    let (currency, at) = if p.mark(i + 1) == Some('$') && p.tight(i + 1) && p.sort(i) == Sort::Word {
        (dollar_of(p.low(i))?, i + 2)
    } else if let Some(code) = sign_at(i) {
        (code, i + 1)
    } else if let Some(code) = code(p.raw(i)) {
        (code, i + 1)
    } else if p.raw(i) == "Rs" {
        ("INR", if p.mark(i + 1) == Some('.') { i + 2 } else { i + 1 })
    } else {
        return None;
    };
    let n = letter_scale(p, cardinal(p, at)?);
    if p.tight(n.end) && matches!(p.sort(n.end), Sort::Word | Sort::Number) {
        return None;
    }
    let end = if p.raw(n.end) == currency { n.end + 1 } else { n.end };
    Some(money(p, i, n, currency, end))
}

/// The numeral with the letter after it counted in: `5m`, `2bn`, `10k`.
fn letter_scale(p: &Pieces, n: Numeral) -> Numeral {
    let scale = match p.raw(n.end) {
        "k" | "K" => 1e3,
        "m" | "M" | "mn" => 1e6,
        "b" | "B" => 1e9,
        "tn" => 1e12,
        _ => return n,
    };
    if n.scale == 1.0 && p.tight(n.end) { Numeral { value: n.value * scale, end: n.end + 1, scale, ..n } } else { n }
}

/// Nationalities that tell currencies of one name apart.
const NATIONS: &[(&str, &str, &str)] = &[
    ("american", "dollar", "USD"),
    ("australian", "dollar", "AUD"),
    ("british", "pound", "GBP"),
    ("canadian", "dollar", "CAD"),
    ("french", "franc", "FRF"),
    ("swiss", "franc", "CHF"),
    ("us", "dollar", "USD"),
];

/// "5 euros", "20 cents", "100 €", "5 Swiss francs", "5 EUR".
pub(super) fn money_word(p: &Pieces, i: usize, n: Numeral, at: usize) -> Option<Found> {
    if let Some(code) = p.mark(n.end).and_then(currency_sign).or_else(|| code(p.raw(n.end))) {
        let before_number = p.sort(n.end + 1) == Sort::Number && p.tight(n.end + 1);
        return (!before_number).then(|| money(p, i, n, code, n.end + 1));
    }
    let nation = NATIONS.iter().find(|(nation, name, _)| *nation == p.low(at) && p.low(at + 1).starts_with(name));
    if let Some((_, _, code)) = nation {
        return Some(money(p, i, n, code, at + 2));
    }
    let at = if p.raw(at) == "U" && p.mark(at + 1) == Some('.') && p.raw(at + 2) == "S" { at + 4 } else { at };
    let (part, code) = currency_word(p.low(at))?;
    let weight = p.low(at).starts_with("pound") && weighed(p, i, at + 1);
    let end = if p.is(at + 1, &["sterling"]) { at + 2 } else { at + 1 };
    (!weight).then(|| money(p, i, Numeral { value: n.value * part, ..n }, code, end))
}

/// Whether pounds are a weight: something weighs them, or "of" something follows.
fn weighed(p: &Pieces, i: usize, after: usize) -> bool {
    let weighs = |k: usize| p.low(k).starts_with("weigh") || p.is(k, &["heavy", "mass"]);
    p.is(after, &["of", "heavier", "lighter", "heavy"]) || (1..=4).any(|back| i.checked_sub(back).is_some_and(weighs))
}

fn money(p: &Pieces, i: usize, n: Numeral, currency: &str, end: usize) -> Found {
    let (per, end) = per(p, end).map_or((None, end), |(per, end)| (Some(per), end));
    let kind = ValueKind::Money { amount: Amount::exact(n.value), currency: currency.to_string(), per };
    Found { scale: n.scale, ..Found::new(i, end, kind) }
}

/// What a price is for: "per month", "a head", "/hour".
fn per(p: &Pieces, i: usize) -> Option<(String, usize)> {
    let free = p.is(i, &["per"]) || p.mark(i) == Some('/') && p.tight(i);
    let article = p.is(i, &["a", "an", "each", "every"]);
    let timed = TimeUnit::named(p.low(i + 1)).is_some()
        || p.is(i + 1, &["head", "person", "piece", "barrel", "share", "night", "kilo", "ounce", "mile"]);
    if !(free && p.small(i + 1) || article && timed) {
        return None;
    }
    if let Some((unit, end)) = unit_at(p, i + 1).filter(|(unit, _)| unit.dimension() == Dimension::Area) {
        return Some((unit.symbol().to_string(), end));
    }
    Some((p.low(i + 1).to_string(), i + 2))
}

/// The currency a sign stands for, as its ISO 4217 code.
pub(super) fn currency_sign(sign: char) -> Option<&'static str> {
    Some(match sign {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '₹' => "INR",
        '₽' => "RUB",
        '₩' => "KRW",
        '₺' => "TRY",
        '₪' => "ILS",
        '₫' => "VND",
        '₴' => "UAH",
        '₦' => "NGN",
        '₱' => "PHP",
        '฿' => "THB",
        _ => return None,
    })
}

/// The currency that letters before a dollar sign make of it: `A$`.
fn dollar_of(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "us" => "USD",
        "a" | "au" => "AUD",
        "c" | "ca" => "CAD",
        "nz" => "NZD",
        "hk" => "HKD",
        "s" => "SGD",
        "r" => "BRL",
        "nt" => "TWD",
        _ => return None,
    })
}

/// ISO codes that are read as such, in capitals; sorted.
const CODES: &[&str] = &[
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DEM", "DKK", "EUR", "FRF", "GBP", "HKD", "HUF", "ILS", "INR", "JPY", "KRW", "MAD", "MXN",
    "NGN", "NOK", "NZD", "PLN", "RON", "RUB", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "ZAR",
];

/// The ISO code that `word` is, if it is one.
pub(super) fn code(word: &str) -> Option<&'static str> {
    if word.len() != 3 {
        return None;
    }
    CODES.binary_search(&word).ok().map(|k| CODES[k])
}

/// The currency a word names, and the part of it: a cent is a hundredth. Currencies of many states keep their own name.
fn currency_word(word: &str) -> Option<(f64, &'static str)> {
    Some(match word {
        "euro" | "euros" => (1.0, "EUR"),
        "dollar" | "dollars" | "buck" | "bucks" => (1.0, "USD"),
        "cent" | "cents" => (0.01, "USD"),
        "pound" | "pounds" | "quid" => (1.0, "GBP"),
        "pence" | "pennies" => (0.01, "GBP"),
        "shilling" | "shillings" => (1.0, "shilling"),
        "yen" => (1.0, "JPY"),
        "yuan" | "renminbi" => (1.0, "CNY"),
        "rupee" | "rupees" => (1.0, "INR"),
        "rouble" | "roubles" | "ruble" | "rubles" => (1.0, "RUB"),
        "franc" | "francs" => (1.0, "franc"),
        "marks" | "deutschmarks" => (1.0, "DEM"),
        "lira" | "liras" | "lire" => (1.0, "lira"),
        "peso" | "pesos" => (1.0, "peso"),
        "peseta" | "pesetas" => (1.0, "ESP"),
        "dinar" | "dinars" => (1.0, "dinar"),
        "dirham" | "dirhams" => (1.0, "dirham"),
        "krona" | "kronor" => (1.0, "SEK"),
        "krone" | "kroner" => (1.0, "krone"),
        "zloty" | "zlotys" => (1.0, "PLN"),
        "baht" => (1.0, "THB"),
        "riyal" | "riyals" => (1.0, "riyal"),
        "shekel" | "shekels" => (1.0, "ILS"),
        "guilder" | "guilders" => (1.0, "guilder"),
        "florin" | "florins" => (1.0, "florin"),
        "ducat" | "ducats" => (1.0, "ducat"),
        "crown" | "crowns" => (1.0, "crown"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted() {
        assert!(CODES.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
