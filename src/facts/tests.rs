//! Extraction as a whole: sentences in, rows out.

use super::annotation::annotate;
use super::{Fact, Modality, Polarity, Table, json, stale};
use crate::document::Document;
use crate::error::Result;

fn document(text: &str) -> Document {
    Document::read("test.txt", text.as_bytes().to_vec(), None).expect("valid text")
}

fn facts(text: &str) -> Vec<Fact> {
    let document = document(text);
    Table::extract(&document, &annotate(&document)).facts
}

fn about_person(sentences: &str) -> String {
    format!("= Anna Finch =\n\nAnna Finch\n- Born: 3 May 1960\n\n{sentences}\n")
}

/// One of the facts must read `subject | relation | object | time | place`, empty columns as `-`.
fn check(sentences: &str, expected: &str) {
    let facts = facts(&about_person(sentences));
    let or_dash = |field: Option<&str>| field.filter(|f| !f.is_empty()).unwrap_or("-").to_string();
    let row = |f: &Fact| {
        [f.subject.clone(), f.relation.clone(), or_dash(Some(&f.object)), or_dash(f.time.as_deref()), or_dash(f.place.as_deref())]
            .join(" | ")
    };
    let rows: Vec<String> = facts.iter().map(row).collect();
    assert!(rows.iter().any(|row| row == expected), "{sentences}\nexpected {expected}\nfound\n{}", rows.join("\n"));
}

#[test]
fn clauses_of_every_kind() {
    check("Anna Finch painted the ceiling in 1987.", "Anna Finch | painted | the ceiling | 1987 | -");
    check("She is a French painter.", "Anna Finch | is | a French painter | - | -");
    check("Finch bought a boat and sold a house.", "Anna Finch | sold | a house | - | -");
    check("Finch met a man who repaired clocks.", "a man | repaired | clocks | - | -");
    check("Finch tried to climb the tower.", "Anna Finch | tried to climb | the tower | - | -");
    check("Finch met Ada Marlow, the mayor of the town.", "Ada Marlow | is | the mayor of the town | - | -");
    check("Finch was born in Paris in 1960.", "Anna Finch | was born in | Paris | 1960 | Paris");
    check("Finch left a town whose mayor praised her.", "a town's mayor | praised | Anna Finch | - | -");
    check("Finch met Ada Marlow, whose son repaired clocks.", "Ada Marlow's son | repaired | clocks | - | -");
}

#[test]
fn fronted_phrases_are_no_subjects() {
    check("Before she became a miller, Finch was a clerk.", "Anna Finch | was | a clerk | - | -");
    check("It was in May 1999 that she arrived in Spain.", "Anna Finch | arrived in | Spain | May 1999 | Spain");
}

#[test]
fn clauses_hang_on_the_noun_they_tell_of() {
    check("The town is where she grew up.", "Anna Finch | grew up | - | - | the town");
    check(
        "Finch's father was a clerk with the Rowing Club, where he was employed for years.",
        "Anna Finch's father | was employed | - | - | the Rowing Club",
    );
    check(
        "Finch complained that she was absent from lists in which painters were ranked by their fame.",
        "painters | were ranked by | painters' fame | - | -",
    );
    check("Finch did not collect as many votes as were required.", "Anna Finch | did collect | as many votes as were required | - | -");
    check("The mill, Finch argued, was trying to ruin the town.", "the mill | was trying to ruin | the town | - | -");
    check("In May 2003, after the boat had sunk, Finch left the town.", "Anna Finch | left | the town | May 2003 | -");
    check("Finch's pay, meals included, was around £900.", "Anna Finch's pay | was | £900 | - | -");
}

#[test]
fn misread_phrases_are_put_right() {
    check("Finch started as a clerk in 1999, at the Dorn museum.", "Anna Finch | started as | a clerk | 1999 | the Dorn museum");
    check("Finch joined in protests against the mill.", "Anna Finch | joined in | protests against the mill | - | -");
    check("The club put forward Ada Marlow as its candidate.", "the club | put forward | Ada Marlow as the club's candidate | - | -");
    check("She took part in a race for the first time during the fair of 1999.", "Anna Finch | took part in | a race | 1999 | -");
    check(
        "Finch criticized the poor working conditions, for example halls that were dark, dirty and infested with rats.",
        "halls | were infested with | rats | - | -",
    );
    check(
        "Among Finch's friends were Ada Marlow, the baker Tom Reed and the clerk Ben Orla.",
        "Tom Reed | were among | Anna Finch's friends | - | -",
    );
    check("In 1999 the Rowing Club had forty-four members.", "the Rowing Club | had | forty-four members | 1999 | -");
    check("Finch learned to drive in a van belonging to her brother.", "a van | belonged to | Anna Finch's brother | - | -");
    check("Many painters praised her; they described the mill as a ruin.", "many painters | described | the mill as a ruin | - | -");
}

#[test]
fn the_relative_of_the_sentence_is_meant() {
    let sentences = "Finch's father was a miller. Because the father was a foreigner, the club was closed to him.";
    check(sentences, "the club | was closed to | Anna Finch's father | - | -");
}

#[test]
fn phrases_hang_on_what_takes_them() {
    check("Finch collected 122 votes, among them 87 from members and 23 from clerks.", "122 votes | included | 23 from clerks | - | -");
    check("Finch helped the miller Ada Marlow, the clerk Ben Orla and the baker Tom Reed.", "Tom Reed | is | the baker | - | -");
    check("The fair made her rich; the storm ruined the town.", "the storm | ruined | the town | - | -");
    check("Her visit brought him new trade.", "Anna Finch's visit | brought | new trade | - | -");
    check("Finch decided in 1999 to go ahead with the plan.", "Anna Finch | decided to go ahead with | the plan | 1999 | -");
}

#[test]
fn patterns_hold_whatever_the_tree_says() {
    check("Finch took part in strikes by workers.", "Anna Finch | took part in | strikes by workers | - | -");
    check("Finch condemned greed and denounced police violence.", "Anna Finch | denounced | police violence | - | -");
    check("Finch sold the boat, leaving the town.", "Anna Finch | left | the town | - | -");
    check("Finch left the club, with Ada Marlow as her deputy.", "Ada Marlow | was | Anna Finch's deputy | - | -");
    check("Finch was fined by the court for stealing a boat.", "Anna Finch | was fined by | the court | - | -");
    check("Finch met Ada Marlow (formerly of the Rowing Club).", "Ada Marlow | was formerly of | the Rowing Club | - | -");
    check("Finch played the opera The Salt Road.", "The Salt Road | is | the opera | - | -");
    check(
        "Her plan focused on raising wages, defending schools and opening parks.",
        "Anna Finch's plan | focused on | defending schools | - | -",
    );
}

#[test]
fn misread_patterns_are_mended() {
    check("Each of the clerks served for six weeks and then spent a month at home.", "each of the clerks | served | - | - | -");
    check(
        "A fog bell weighing 1.2 tonnes was replaced by a horn in 1911.",
        "a fog bell weighing 1.2 tonnes | was replaced by | a horn | 1911 | -",
    );
    check("Count Orlo Venn was a painter.", "Orlo Venn | was | a painter | - | -");
    check("Her mother taught singing.", "Anna Finch's mother | taught | singing | - | -");
    check("For example sea otters eat fish.", "sea otters | eat | fish | - | -");
    check("The harbour held 122 boats, among them 87 from Spain and 23 from Italy.", "122 boats | included | 23 from Italy | - | -");
    check("Her father, Jens Arnhild, repaired nets; her mother kept a small school.", "Jens Arnhild | repaired | nets | - | -");
    check("The mill was built in 1790 by Peter Rowe and Hugh Marsh.", "the mill | was built by | Hugh Marsh | 1790 | -");
    check(
        "From officials she collected 122 votes, among them 87 from mayors and 23 from clerks.",
        "122 votes | included | 23 from clerks | - | -",
    );
    check("Finch took an active part in the strikes of 1999.", "Anna Finch | took | an active part in the strikes of 1999 | 1999 | -");
    check("The critic called her a genius.", "the critic | called | Anna Finch a genius | - | -");
    check("The family Mustelidae includes weasels and badgers, as well as otters.", "the family Mustelidae | includes | otters | - | -");
}

#[test]
fn names_that_several_bear_are_those_of_the_one_met_so_far() {
    let text = "Greta Lunde kept a mill. Lunde sold bread. Her sister, Ida Lunde, was a teacher.";
    check(text, "Greta Lunde | sold | bread | - | -");
}

#[test]
fn dates_are_counted_from_the_last_one() {
    check("Finch left on 3 May 1921. Three months later she returned.", "Anna Finch | returned | - | August 1921 | -");
    check("Finch left in 1921. A year later she returned.", "Anna Finch | returned | - | 1922 | -");
}

#[test]
fn relatives_and_roles_are_of_the_one_spoken_of() {
    check("Her mother, Ida Finch, was a teacher; her father kept bees.", "Anna Finch's father | kept | bees | - | -");
    check("Tom Reed left in 1990. Reed chose Sam Tolley as his deputy.", "Tom Reed | chose | Sam Tolley as Tom Reed's deputy | - | -");
}

#[test]
fn lists_are_split() {
    check("Finch visited Spain, Italy and Greece.", "Anna Finch | visited | Italy | - | -");
    check("Finch visited Spain, Italy and Greece.", "Anna Finch | visited | Greece | - | -");
}

#[test]
fn an_item_of_a_list_may_have_an_aside_of_its_own() {
    let text = "Finch sang in Corby, Ando and, from 1995, in Bergen.";
    check(text, "Anna Finch | sang in | Ando | - | -");
    check(text, "Anna Finch | sang in | Bergen | since 1995 | Bergen");
    check("Finch met the bakers, the carters and, a year later, the clerks.", "Anna Finch | met | the clerks | - | -");
    let text = "The choir received 122 votes, including 87 from mayors, 23 from clerks and, in the north, four from senators.";
    check(text, "122 votes | included | 23 from clerks | - | -");
    check(text, "122 votes | included | four from senators | - | the north");
}

#[test]
fn verbs_go_on_with_the_subject() {
    check(
        "Finch was hired by the club, led a crew, and in 1990 joined the Rowing Club.",
        "Anna Finch | joined | the Rowing Club | 1990 | -",
    );
    check("Her case was raised abroad and mobilised petitions.", "Anna Finch's case | mobilised | petitions | - | -");
    check("Finch left without having paid the rent.", "Anna Finch | having paid | the rent | - | -");
}

#[test]
fn names_are_whole_and_alone() {
    check("The secretary of the guild, Ada Marlow, left.", "Ada Marlow | left | - | - | -");
    check("Ada Rose Marlow was a pilot. Ada Marlow left in 1990.", "Ada Rose Marlow | left | - | 1990 | -");
    check("The clerks, after a long night, joined the strike.", "the clerks | joined | the strike | - | -");
}

#[test]
fn the_layout_states_facts() {
    check("Finch sold a boat.", "Anna Finch | born | 3 May 1960 | 3 May 1960 | -");
    let table = "# Boats\n\nAll boats:\n\n| Name | Built | Price |\n|---|---|---|\n| Heron | 1912 | €300 |\n";
    let document = Document::read("boats.md", table.as_bytes().to_vec(), None).expect("valid text");
    let rows = Table::extract(&document, &annotate(&document)).facts;
    let mut found = rows.iter().map(|f| [f.subject.as_str(), f.relation.as_str(), f.object.as_str(), f.object_type.as_str()]);
    assert!(found.clone().any(|row| row == ["Heron", "built", "1912", "NUM:date"]), "{rows:?}");
    assert!(found.any(|row| row == ["Heron", "price", "€300", "NUM:money"]), "{rows:?}");
}

#[test]
fn partial_dates_take_the_year_of_the_text() {
    check("Finch left the town in 1987. On 4 March she returned to Paris.", "Anna Finch | returned to | Paris | 4 March 1987 | -");
}

#[test]
fn a_date_may_be_pointed_to() {
    check("Finch left the town in 1987. At that time she sold boats.", "Anna Finch | sold | boats | 1987 | -");
}

#[test]
fn qualifiers_say_how_why_and_for_whom() {
    let check = |sentence: &str, expected: &str| {
        let facts = facts(&about_person(sentence));
        let told: Vec<String> = facts.iter().flat_map(|f| &f.qualifiers).map(|q| format!("{}: {}", q.kind.as_str(), q.text)).collect();
        assert!(told.iter().any(|found| found == expected), "{sentence}\n{told:?}");
    };
    check("Finch sold the boat because she needed money.", "reason: because Anna Finch needed money");
    check("Finch opened the box with a key.", "manner: with a key");
    check("Finch sold the boat during the war.", "time: during the war");
}

#[test]
fn items_of_a_list_are_facts_of_what_announces_it() {
    let found = facts("# Farm\n\nThe farmers kept:\n\n- ten cows\n- a goat\n");
    assert!(
        found.iter().any(|f| (f.subject.as_str(), f.relation.as_str(), f.object.as_str()) == ("the farmers", "kept", "a goat")),
        "{found:#?}"
    );
}

#[test]
fn polarity_modality_and_speaker() {
    let check = |sentence: &str, polarity: Polarity, modality: Modality, speaker: Option<&str>| {
        let facts = facts(&about_person(sentence));
        let found = facts.iter().any(|f| (f.polarity, f.modality, f.attribution.as_deref()) == (polarity, modality, speaker));
        assert!(found, "{sentence}\n{facts:#?}");
    };
    check("Finch did not sell the boat.", Polarity::Negative, Modality::Asserted, None);
    check("Finch tried to sell the boat.", Polarity::Positive, Modality::Attempted, None);
    check("Finch will sell the boat.", Polarity::Positive, Modality::Planned, None);
    check("Finch refused to sell the boat.", Polarity::Negative, Modality::Asserted, None);
    check("Ada Marlow said that Finch sold the boat.", Polarity::Positive, Modality::Asserted, Some("Ada Marlow"));
    check("Ada Marlow claimed that Finch sold the boat.", Polarity::Positive, Modality::Alleged, Some("Ada Marlow"));
    check("According to Ada Marlow, Finch sold the boat.", Polarity::Positive, Modality::Asserted, Some("Ada Marlow"));
}

#[test]
fn mentions_become_full_names() {
    check("Finch met Ada Marlow. He disliked the town.", "he | disliked | the town | - | -");
    check("She visited Spain. Her father sold boats.", "Anna Finch's father | sold | boats | - | -");
    check("Ben Finch sold boats. Finch visited Spain.", "Anna Finch | visited | Spain | - | -");
    check("Her father, Ben Finch, sold boats. She visited Spain.", "Anna Finch | visited | Spain | - | -");
    check("Her husband worked in Spain; they bought a house.", "Anna Finch and Anna Finch's husband | bought | a house | - | -");
    check("She worked for the National Boat Company (NBC). NBC sold boats.", "National Boat Company | sold | boats | - | -");
}

#[test]
fn the_file_reads_back() -> Result<()> {
    let document = document(&about_person("Finch said that Ada Marlow sold the boat | the house. She left Paris, \"at once\", in 1987."));
    let table = Table::extract(&document, &annotate(&document));
    let rounded =
        |table: &Table| table.facts.iter().map(|f| Fact { confidence: (f.confidence * 100.0).round(), ..f.clone() }).collect::<Vec<_>>();
    let file = table.to_csv(&document);
    let back = Table::read("test.csv", &file, &document)?;
    assert!(!table.facts.is_empty());
    assert_eq!(rounded(&back), rounded(&table));
    assert_eq!(back.to_csv(&document), file);
    assert!(stale::stale_rows("test.csv", &file, &document)?.is_empty());
    assert!(stale::changes(&back, &table).is_empty());
    assert!(serde_json::to_value(json(&table.facts[0], &document)).is_ok_and(|value| value["source"]["text"].is_string()));
    Ok(())
}

#[test]
fn stale_rows_are_named_with_their_cause() -> Result<()> {
    let old = document(&about_person("Finch sold the boat. Finch bought a house.\n\nFinch painted a barn."));
    let table = Table::extract(&old, &annotate(&old));
    let file = table.to_csv(&old);
    let check = |sentences: &str, expected: &[&str]| -> Result<()> {
        let new = document(&about_person(sentences));
        let stale = stale::stale_rows("test.csv", &file, &new)?;
        let mut causes: Vec<String> = stale.iter().map(|row| row.cause.to_string()).collect();
        causes.dedup();
        assert_eq!(causes, expected, "{sentences}");
        let back = Table::read("test.csv", &file, &new)?;
        assert!(back.facts.iter().all(|fact| fact.sentence < new.sentences.len()));
        Ok(())
    };
    check("Finch sold the boat. Finch bought a house.\n\nFinch painted a barn.", &[])?;
    check("Finch sold the boat. Finch bought a barn.\n\nFinch painted a barn.", &["its sentence has changed"])?;
    check("Finch bought a house. Finch sold the boat.\n\nFinch painted a barn.", &["its sentence has moved"])?;
    check("Finch sold the boat. Finch bought a house.", &["its sentence is gone"])
}

#[test]
fn a_broken_row_is_named() {
    let document = document(&about_person("Finch sold the boat."));
    let file = Table::extract(&document, &annotate(&document)).to_csv(&document);
    let check = |broken: String, expected: &str| {
        let message = Table::read("facts.csv", &broken, &document).map_err(|error| error.to_string()).expect_err("a fault");
        assert!(message.contains(expected), "{message}");
    };
    check(file.replace("positive", "maybe"), "facts.csv:2: column `polarity` is `maybe`; expected positive or negative");
    check(file.replace("asserted", "sung"), "column `modality` is `sung`; expected asserted or planned");
    check(file.replace("object_type", "type"), "facts.csv:1: unknown column `type`; expected the column `object_type`");
    check(format!("{file}f9,a,b\n"), "3 fields; expected 19 fields");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(32))]
    #[test]
    fn any_text_gives_facts_of_sentences_that_exist(text in "\\PC{0,200}") {
        let document = document(&text);
        let table = Table::extract(&document, &annotate(&document));
        proptest::prop_assert!(table.facts.iter().all(|fact| fact.sentence < document.sentences.len()));
        let file = table.to_csv(&document);
        proptest::prop_assert_eq!(Table::read("test.csv", &file, &document).map(|t| t.facts.len()), Ok(table.facts.len()));
    }
}
