//! What [`values`] finds, case by case, and what holds of any text.

use proptest::prelude::*;

use super::*;

/// A value in a few words: its span, its core where it differs, its meaning.
fn shown(text: &str, value: &Value) -> String {
    let bound = if value.bound == Bound::Exact { String::new() } else { format!("{:?} ", value.bound) };
    let kind = match &value.kind {
        ValueKind::Date(date) => format!("date {date}"),
        ValueKind::Clock { hour, minute } => format!("clock {hour}:{minute:02}"),
        ValueKind::Number(amount) => format!("number {amount}"),
        ValueKind::Ordinal(n) => format!("ordinal {n}"),
        ValueKind::Money { amount, currency, per } => {
            format!("money {amount} {currency}{}", per.as_ref().map_or(String::new(), |per| format!("/{per}")))
        }
        ValueKind::Percent(amount) => format!("percent {amount}"),
        ValueKind::Duration { amount, unit } => format!("duration {amount} {}", unit.name()),
        ValueKind::Age(amount) => format!("age {amount}"),
        ValueKind::Measure { amount, unit } => format!("measure {amount} {}", unit.symbol()),
        ValueKind::Frequency { times, per } => {
            format!("frequency {times}{}", per.map_or(String::new(), |(n, unit)| format!(" in {n} {}", unit.name())))
        }
        ValueKind::Score(a, b) => format!("score {a} {b}"),
    };
    let (span, core) = (value.span.of(text), value.core.of(text));
    let core = if span == core { String::new() } else { format!(" ({core})") };
    format!("{span}{core} = {bound}{kind}")
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = values(text).iter().map(|value| shown(text, value)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn days_months_and_years() {
    check("She was born on 2 January 1987.", &["2 January 1987 = date 2 January 1987"]);
    check("January 2, 1987", &["January 2, 1987 = date 2 January 1987"]);
    check("on the 2nd of January, 1987, at home", &["the 2nd of January, 1987 (2nd of January, 1987) = date 2 January 1987"]);
    check("On Monday, 5 June 2018, it rained.", &["Monday, 5 June 2018 = date 5 June 2018"]);
    check("It opened in June 2018.", &["June 2018 = date June 2018"]);
    check("Sept. 3, 2001", &["Sept. 3, 2001 = date 3 September 2001"]);
    check("in June 2018: a year", &["June 2018 = date June 2018"]);
    check("on 18 February and in March", &["18 February = date 18 February", "March = date March"]);
    check("10 and 24 April 2022", &["10 = date 10 April 2022", "24 April 2022 = date 24 April 2022"]);
    check(
        "2018-06-05, 25/12/2018, 05/06/2018, 24.12.1999",
        &[
            "2018-06-05 = date 5 June 2018",
            "25/12/2018 = date 25 December 2018",
            "05/06/2018 = date 2018",
            "24.12.1999 = date 24 December 1999",
        ],
    );
    check("vote share 2031 council elections", &["2031 = date 2031"]);
    check("in 1987, the 1987 election (1988)", &["1987 = date 1987", "1987 = date 1987", "1988 = date 1988"]);
    check(
        "1066 AD, AD 79, 44 BC and 15 March 44 BC",
        &["1066 AD = date 1066", "AD 79 = date AD 79", "44 BC = date 44 BC", "15 March 44 BC = date 15 March 44 BC"],
    );
    check("in nineteen eighty-seven", &["nineteen eighty-seven = date 1987"]);
    check("around 1900.", &["around 1900 (1900) = About date 1900"]);
}

#[test]
fn stretches() {
    check("the mid-2000s", &["the mid-2000s (mid-2000s) = date mid-2000s"]);
    check("mid-2000s and early 1970s", &["mid-2000s = date mid-2000s", "early 1970s = date early 1970s"]);
    check(
        "the 1990s, the '90s, the 90s, the nineties",
        &[
            "the 1990s (1990s) = date 1990s",
            "the '90s ('90s) = date 1990s",
            "the 90s (90s) = date 1990s",
            "the nineties (nineties) = date 1990s",
        ],
    );
    check(
        "a 19th-century house of the 1st century BC",
        &["19th-century = date 19th century", "the 1st century BC (1st century BC) = date 1st century BC"],
    );
    check(
        "the late 19th and early 20th centuries",
        &["the late 19th and early 20th centuries (late 19th and early 20th centuries) = date late 19th century – early 20th century"],
    );
    check("in the summer of 2019", &["the summer of 2019 (summer of 2019) = date summer 2019"]);
    check("at the end of 2019", &["the end of 2019 (end of 2019) = date late 2019"]);
    check("in the early to mid-1990s", &["the early to mid-1990s (early to mid-1990s) = date early 1990s – mid-1990s"]);
}

#[test]
fn ranges_of_dates() {
    let winter = "1 January 2022 – 18 February 2022";
    check("between 1 January and 18 February 2022", &[&format!("between 1 January and 18 February 2022 = date {winter}")]);
    check("1 January to 18 February 2022", &[&format!("1 January to 18 February 2022 = date {winter}")]);
    check("from 2017 to 2021", &["from 2017 to 2021 (2017 to 2021) = date 2017–2021"]);
    check("2017–2021, 1914-18, 2019/20", &["2017–2021 = date 2017–2021", "1914-18 = date 1914–1918", "2019/20 = date 2019–2020"]);
    check("the 2019–2020 social protests, 2000 to 2050 people", &["2019–2020 = date 2019–2020", "2000 to 2050 = number 2000–2050"]);
    check("the Orn dynasty (618–907) and 1400 onwards", &["618–907 = date 618–907", "1400 onwards = date since 1400"]);
    check(
        "the 6th and 4th centuries BC",
        &["the 6th and 4th centuries BC (6th and 4th centuries BC) = date 6th century BC – 4th century BC"],
    );
    check("2021–present", &["2021–present = date since 2021"]);
    check("June 2018 – March 2020", &["June 2018 – March 2020 = date June 2018 – March 2020"]);
    check("1–5 June 2018", &["1–5 June 2018 = date 1 June 2018 – 5 June 2018"]);
    check("January 1–5, 2022", &["January 1–5, 2022 = date 1 January 2022 – 5 January 2022"]);
    check(
        "from November to January 2022",
        &["from November to January 2022 (November to January 2022) = date November 2021 – January 2022"],
    );
    check("since 2006, until June 2018", &["since 2006 (2006) = date since 2006", "until June 2018 (June 2018) = date until June 2018"]);
    check("from 2012 onwards", &["from 2012 onwards (2012 onwards) = date since 2012"]);
    check("before the 1990s", &["before the 1990s (1990s) = date before 1990s"]);
}

#[test]
fn relative_dates() {
    check("The following year he left.", &["The following year = date the following year"]);
    check("Two years later and three days ago", &["Two years later = date 2 years later", "three days ago = date 3 days ago"]);
    check(
        "last March, next year, that same day",
        &["last March = date last March", "next year = date next year", "that same day = date the same day"],
    );
    check("the year before.", &["the year before = date the previous year"]);
    check("It was, at the time, new.", &["at the time = date the same day"]);
    check("yesterday", &["yesterday = date yesterday"]);
}

#[test]
fn numbers() {
    check("forty-four towns and a hundred and twenty farms", &["forty-four = number 44", "a hundred and twenty = number 120"]);
    check("2.5 million", &["2.5 million = number 2500000"]);
    check("more than 450 people", &["more than 450 (450) = MoreThan number 450"]);
    check("1987 people, 1,200 of them tall", &["1987 = number 1987", "1,200 = number 1200"]);
    check(
        "10–15 boats, between 5 and 7 oars, two or three sails",
        &["10–15 = number 10–15", "between 5 and 7 = number 5–7", "two or three = number 2–3"],
    );
    check("hundreds of birds, tens of thousands of bees", &["hundreds = number 200–1000", "tens of thousands = number 20000–100000"]);
    check("several hundred students", &["several hundred = number 200–1000"]);
    check("two thirds of it", &["two thirds = number 0.6666666666666666"]);
    check("200 or more", &["200 or more (200) = AtLeast number 200"]);
    check("about 2000 sheep", &["about 2000 (2000) = About number 2000"]);
    check("more than 2000", &["more than 2000 (2000) = MoreThan number 2000"]);
    check("won 3–1", &["3–1 = score 3 1"]);
}

#[test]
fn ordinals() {
    check("the second constituency, No. 5, his 21st win", &["second = ordinal 2", "No. 5 (5) = ordinal 5", "21st = ordinal 21"]);
    check("She finished third.", &["third = ordinal 3"]);
    check("Wait a second. He first met her in the Second World War.", &[]);
}

#[test]
fn money_and_percentages() {
    check("around €1,800 per month", &["around €1,800 per month (€1,800 per month) = About money 1800 EUR/month"]);
    check(
        "US$ 5 billion, £3.50, 20 cents, £3m",
        &["US$ 5 billion = money 5000000000 USD", "£3.50 = money 3.5 GBP", "20 cents = money 0.2 USD", "£3m = money 3000000 GBP"],
    );
    check(
        "€5–10 million, 100 € or 5 Swiss francs",
        &["€5–10 million = money 5000000–10000000 EUR", "100 € = money 100 EUR", "5 Swiss francs = money 5 CHF"],
    );
    check(
        "3.67%, 3.67 per cent, 5 to 7 percent",
        &["3.67% = percent 3.67", "3.67 per cent = percent 3.67", "5 to 7 percent = percent 5–7"],
    );
}

#[test]
fn times_and_ages() {
    check(
        "five minutes, two years and three months",
        &["five minutes = duration 5 minute", "two years and three months = duration 27 month"],
    );
    check(
        "for a year, half an hour, a five-year plan",
        &["a year = duration 1 year", "half an hour = duration 0.5 hour", "five-year = duration 5 year"],
    );
    check("at age 21, aged 35, 35 years old", &["at age 21 (21) = age 21", "aged 35 (35) = age 35", "35 years old = age 35"]);
    check("When she was nine, at ten the boy, he was 39.", &["nine = age 9", "ten = age 10", "39 = age 39"]);
    check("He was one of nine at ten sites.", &["nine = number 9", "ten = number 10"]);
    check("She joined at nineteen, at nineteen points and at nine.", &["nineteen = age 19", "nineteen = number 19", "nine = number 9"]);
    check("a 35-year-old in his thirties", &["35-year-old = age 35", "in his thirties (his thirties) = age 30–39"]);
    check(
        "three times per month, twice a week, every four years",
        &[
            "three times per month = frequency 3 in 1 month",
            "twice a week = frequency 2 in 1 week",
            "every four years = frequency 1 in 4 year",
        ],
    );
    check(
        "at 5:30 p.m., 17:45, ten o'clock, noon",
        &["5:30 p.m. = clock 17:30", "17:45 = clock 17:45", "ten o'clock = clock 10:00", "noon = clock 12:00"],
    );
    check(
        "at half past eight, a quarter to nine in the evening, twenty past four, ten minutes to one, seven o'clock in the morning, by nine at night",
        &[
            "half past eight = clock 8:30",
            "a quarter to nine in the evening = clock 20:45",
            "twenty past four = clock 4:20",
            "ten minutes to one = clock 0:50",
            "seven o'clock in the morning = clock 7:00",
            "by nine at night (nine at night) = AtMost clock 21:00",
        ],
    );
}

#[test]
fn measures() {
    check("30 km², 5 ft 10 in, −5 °C", &["30 km² = measure 30 km²", "5 ft 10 in = measure 70 in", "−5 °C = measure -5 °C"]);
    check("5 to 7 km at 120 km/h", &["5 to 7 km = measure 5–7 km", "120 km/h = measure 120 km/h"]);
    check("nearly 40 square miles", &["nearly 40 square miles (40 square miles) = Nearly measure 40 sq mi"]);
    check("it weighs 20 pounds and costs 20 pounds", &["20 pounds = measure 20 lb", "20 pounds = money 20 GBP"]);
    check("50 people per square kilometre", &["50 people per square kilometre = measure 50 /km²"]);
}

#[test]
fn words_that_only_look_like_values() {
    check("You may march on. May I? They march. April Stone and June Mill sang.", &[]);
    check("After a march of 310 kilometres, a march of 1200 men", &["310 kilometres = measure 310 km", "1200 = number 1200"]);
    check("in march of 1917", &["march of 1917 = date March 1917"]);
    check("No one knows one another; one of them, the one who left, is one.", &[]);
    check("Version 3.4.1, 555-1234, 01 23 45 67 89, C8, COVID-19, [5], +33 1 23 45 67 89", &[]);
    check("a man, a second, the third-party tool", &["third = ordinal 3"]);
}

#[test]
fn dates_compare() {
    let date = |text: &str| values(text).into_iter().find_map(|v| v.kind.date().cloned()).unwrap_or_else(|| panic!("no date in {text}"));
    let check = |a: &str, b: &str, contains: bool, overlaps: bool, before: bool| {
        let (x, y) = (date(a), date(b));
        assert_eq!((x.contains(&y), x.overlaps(&y), x.is_before(&y), y.is_after(&x)), (contains, overlaps, before, before), "{a} | {b}");
    };
    check("in 1987", "2 January 1987", true, true, false);
    check("2 January 1987", "in 1987", false, true, false);
    check("the 1980s", "in 1987", true, true, false);
    check("early 1980s", "in 1987", false, false, true);
    check("since 2006", "June 2018", true, true, false);
    check("2017–2021", "in 2021", true, true, false);
    check("18 February", "18 February 2022", true, true, false);
    check("44 BC", "AD 79", false, false, true);
    check("19th century", "in 1900", true, true, false);
    check("the following year", "in 1900", false, false, false);
    assert_eq!(date("2 January 1987").year(), Some(1987));
    assert_eq!(date("2017–2021").year(), None);
}

#[test]
fn long_runs_are_read_without_recursion() {
    for piece in ["Monday ", "1, ", "1 and ", "10 and 11, ", "one hundred and ", "the early to mid ", "1-", "about ", "between 1 and "] {
        values(&piece.repeat(20_000));
    }
}

/// Texts that are dense in what the readers look for.
fn dense() -> impl Strategy<Value = String> {
    let words = "1987 2 12 3.5 1,800 January may June the of to - – ' ’ % € $ US early mid late 1990s 19th century second first one two hundred million and a an half between \
                 from since until years old per month times km ° C ft in no . , : / ( ) AD BC next last year ago later about more than up + no twice every \n\n é ½ − or s aged his";
    let words: Vec<String> = words.split(' ').map(str::to_string).collect();
    prop::collection::vec((prop::sample::select(words), prop::bool::weighted(0.7)), 0..24)
        .prop_map(|list| list.into_iter().map(|(word, space)| if space { word + " " } else { word }).collect())
}

fn sound(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for value in values(text) {
        prop_assert!(value.span.start >= end && !value.span.is_empty());
        prop_assert!(text.get(value.span.start..value.span.end).is_some());
        prop_assert!(value.span.contains(value.core) && !value.core.is_empty());
        let _ = shown(text, &value);
        if let Some(date) = value.kind.date() {
            prop_assert!(!matches!((date.earliest(), date.latest()), (Some(a), Some(b)) if a > b), "{date}");
        }
        end = value.span.end;
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_gives_ordered_values(text in any::<String>()) {
        sound(&text)?;
    }

    #[test]
    fn dense_text_gives_ordered_values(text in dense()) {
        sound(&text)?;
    }
}
