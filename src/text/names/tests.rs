//! Which names are found, case by case, and what holds of any text.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = names(text)
        .iter()
        .map(|mention| {
            let (span, core) = (mention.span.of(text), mention.core.of(text));
            let core = if span == core { String::new() } else { format!(" ({core})") };
            format!("{span}{core} = {:?}", mention.kind)
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn people() {
    check("Dr. Ada Marlow met her brother Tom in the garden.", &["Dr. Ada Marlow (Ada Marlow) = Person", "Tom = Person"]);
    check("The activist Orla Venn, who left, and J. K. Dunmore sang.", &["Orla Venn = Person", "J. K. Dunmore = Person"]);
    check("French President Louis Vasseur spoke.", &["French = Group", "President Louis Vasseur (Louis Vasseur) = Person"]);
    check("Later, Prime Minister Ines de la Cour resigned.", &["Prime Minister Ines de la Cour (Ines de la Cour) = Person"]);
    check("Orla Venn was late. Venn said so. It was Venn's bus.", &["Orla Venn = Person", "Venn = Person", "Venn = Person"]);
    check("RTX CEO Anna Brouck, pro-Venn", &["RTX = Organisation", "CEO Anna Brouck (Anna Brouck) = Person", "Venn = Other"]);
    check(
        "Foreign Minister Anna Brouck and Minister of the Interior Tom Hask",
        &["Foreign Minister Anna Brouck (Anna Brouck) = Person", "Minister of the Interior Tom Hask (Tom Hask) = Person"],
    );
    check("In spring Orn Brask was the band's best singer.", &["Orn Brask = Person"]);
    check("Karl the Bold met Marie d'Orme and Henri I.", &["Karl the Bold = Person", "Marie d'Orme = Person", "Henri I = Person"]);
    check("Kim Tae-ho and Ahmed van Hees", &["Kim Tae-ho = Person", "Ahmed van Hees = Person"]);
}

#[test]
fn places() {
    check("She was born in Brumehaven, a village in France.", &["Brumehaven = Place", "France = Place"]);
    check("the city of Oltrava on the River Senn", &["Oltrava = Place", "River Senn = Place"]);
    check(
        "In Buenos Aires, New York and the United States of America",
        &["Buenos Aires = Place", "New York = Place", "United States of America = Place"],
    );
    check("Velden Street and Lake Torra near Mount Hask", &["Velden Street = Place", "Lake Torra = Place", "Mount Hask = Place"]);
}

#[test]
fn organisations_works_and_events() {
    check(
        "He joined the University of Oltrava and the Green Dawn Party.",
        &["University of Oltrava = Organisation", "Green Dawn Party = Organisation"],
    );
    check(
        "He left the Velm Socialist Workers' Party and led the Bakers' Union of Orm.",
        &["Velm Socialist Workers' Party = Organisation", "Bakers' Union of Orm = Organisation"],
    );
    check("the Ministry of Trade and Industry", &["Ministry of Trade and Industry = Organisation"]);
    check(
        "the Mill Party of England and Wales on RX France",
        &["Mill Party of England and Wales = Organisation", "RX France = Organisation"],
    );
    check(
        "Harker & Sons sold RT Oltrava to Bellcourt Inc. in May.",
        &["Harker & Sons = Organisation", "RT Oltrava = Organisation", "Bellcourt Inc. = Organisation"],
    );
    check("The Battle of Hask ended Salt War II.", &["Battle of Hask = Event", "Salt War II = Event"]);
    check("Her novel \"The Glass Orchard\" and the film *Rain on Tin* won.", &["The Glass Orchard = Work", "Rain on Tin = Work"]);
    check("\"You are late,\" she said. \"We go now.\"", &[]);
}

#[test]
fn names_go_on_in_their_own_language() {
    check("He joined Force ouvrière in May.", &["Force ouvrière = Organisation"]);
    check("Arrêt sur pages noted it.", &["Arrêt sur pages = Other"]);
    check("Étienne retired early.", &["Étienne = Person"]);
}

#[test]
fn groups() {
    check("The French and the Muslims of India", &["French = Group", "Muslims = Group", "India = Place"]);
    check("a London-based firm", &["London = Place"]);
}

#[test]
fn sentence_openers_are_no_names() {
    check("However, nobody came. Bread is dear. Following the vote, all left. Interviewing Vasseur took long.", &["Vasseur = Other"]);
    check("I think I'm late. On Monday in June it rained.", &[]);
    check("When Orla came, Bread was sold.", &["Orla = Other", "Bread = Other"]);
}

#[test]
fn a_reading_finds_names_without_capitals_and_drops_openers() {
    let check = |text: &str, expected: &[&str]| {
        let found = names_read(text, &crate::text::read(text));
        assert_eq!(found.iter().map(|mention| mention.span.of(text)).collect::<Vec<_>>(), expected, "{text}");
    };
    check("when was mary marlow born in london?", &["mary marlow", "london"]);
    check("Bread is dear. Great service made Orla happy.", &["Orla"]);
    check("Marlow lives in Oltrava.", &["Marlow", "Oltrava"]);
}

#[test]
fn the_tree_tells_a_kind() {
    let text = "Tom said that Brask is always the singer.";
    let kinds = |mentions: Vec<Mention>| mentions.iter().map(|mention| mention.kind).collect::<Vec<_>>();
    assert_eq!(kinds(names(text)), [NameKind::Person, NameKind::Other]);
    assert_eq!(kinds(names_read(text, &crate::text::read(text))), [NameKind::Person, NameKind::Person]);
}

#[test]
fn genders() {
    let check = |text: &str, expected: Option<Gender>| assert_eq!(names(text).first().and_then(|m| m.gender), expected, "{text}");
    check("Mrs Venn left.", Some(Gender::Feminine));
    check("It was Thomas Venn.", Some(Gender::Masculine));
    check("It was Dr. Venn.", None);
}

#[test]
fn long_runs_take_no_square_time() {
    for piece in ["A.", "President ", "King of ", "\"A ", "A-", "University of the ", "Ada's "] {
        names(&piece.repeat(20_000));
    }
}

/// Texts that are dense in what names are made of.
fn dense() -> impl Strategy<Value = String> {
    let words = "Ada Dr. Mr J. K. de van of the The and University River Paris New York French \" “ ” * ' ’s - & , . ( ) 4 RT I in , a who é É Jr. ß İ U.S. \n\n";
    let words: Vec<String> = words.split(' ').map(str::to_string).collect();
    prop::collection::vec((prop::sample::select(words), prop::bool::weighted(0.7)), 0..24)
        .prop_map(|list| list.into_iter().map(|(word, space)| if space { word + " " } else { word }).collect())
}

fn sound(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for mention in names(text) {
        prop_assert!(mention.span.start >= end && !mention.span.is_empty());
        prop_assert!(text.get(mention.span.start..mention.span.end).is_some());
        prop_assert!(mention.span.contains(mention.core) && !mention.core.of(text).is_empty());
        end = mention.span.end;
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_gives_ordered_names(text in any::<String>()) {
        sound(&text)?;
    }

    #[test]
    fn dense_text_gives_ordered_names(text in dense()) {
        sound(&text)?;
    }
}

#[test]
fn a_document_tells_more_than_a_sentence() {
    let sentences = [
        "The bridge to Luna Alba was opened in 2015.",
        "She was born in Luna Alba.",
        "Nothing was heard from Ortiz.",
        "Ada Ortiz, a nurse, left.",
    ];
    let mut kinds = Kinds::default();
    let read = |text: &&str| names_gathered(text, &crate::text::read(text), &mut kinds);
    let mut found: Vec<Vec<Mention>> = sentences.iter().map(read).collect();
    kinds.settle();
    sentences.iter().zip(&mut found).for_each(|(text, mentions)| kinds.tell(text, mentions));
    let told: Vec<NameKind> = found.iter().map(|mentions| mentions[0].kind).collect();
    assert_eq!(told, [NameKind::Place, NameKind::Place, NameKind::Person, NameKind::Person]);
}
