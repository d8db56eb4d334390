//! Questions with the types they ask for; faulty rule files with their errors.

use proptest::prelude::*;

use super::*;

const FILES: [(&str, &str); 10] = [
    ("00-words.toml", include_str!("../../../knowledge/rules/answer-types/00-words.toml")),
    ("05-yes-no.toml", include_str!("../../../knowledge/rules/answer-types/05-yes-no.toml")),
    ("07-keywords.toml", include_str!("../../../knowledge/rules/answer-types/07-keywords.toml")),
    ("10-abbreviation.toml", include_str!("../../../knowledge/rules/answer-types/10-abbreviation.toml")),
    ("20-number.toml", include_str!("../../../knowledge/rules/answer-types/20-number.toml")),
    ("30-entity.toml", include_str!("../../../knowledge/rules/answer-types/30-entity.toml")),
    ("40-description.toml", include_str!("../../../knowledge/rules/answer-types/40-description.toml")),
    ("50-human.toml", include_str!("../../../knowledge/rules/answer-types/50-human.toml")),
    ("60-location.toml", include_str!("../../../knowledge/rules/answer-types/60-location.toml")),
    ("90-defaults.toml", include_str!("../../../knowledge/rules/answer-types/90-defaults.toml")),
];

fn rules() -> TypeRules {
    TypeRules::parse(&FILES).unwrap_or_else(|error| panic!("{error}")).0
}

fn check(expected: &str, questions: &[&str]) {
    let rules = rules();
    for question in questions {
        let decision = answer_type(&rules, &Asked::read(&rules, question));
        assert_eq!(decision.answer_type, expected, "{question} (by `{}`)", decision.rule);
    }
}

#[test]
fn every_example_is_decided_by_its_rule() {
    let rules = rules();
    for example in rules.examples() {
        let decision = answer_type(&rules, &Asked::read(&rules, &example.question));
        let place = format!("{}:{}: {:?}", example.file, example.line, example.question);
        assert_eq!(decision.rule == example.rule, example.fires, "{place} is decided by `{}`", decision.rule);
    }
}

#[test]
fn full_questions() {
    check("HUM:ind", &["Who founded the club?", "Which painter lived in Oxmoor?", "What is the name of the miller's son?"]);
    check("HUM:desc", &["Who is Ada Brook?", "Who was Dr. Tom Hale?"]);
    check("HUM:gr", &["Which company built the bridge?", "What band did she join?"]);
    check("HUM:title", &["What was Brook's profession?", "What did she do for a living?"]);
    check("LOC:city", &["Which city hosted the fair?", "What is the capital of the island?", "In which town was he born?"]);
    check("LOC:country", &["What country does she come from?", "Which nation won the cup?"]);
    check("LOC:other", &["Where is the mill?", "What river runs through Oxmoor?", "On which street did they live?"]);
    check("NUM:date", &["When did the mill close?", "In what year was she elected?", "What is Brook's date of birth?"]);
    check("NUM:count", &["How many children did he have?", "How much flour is needed?"]);
    check("NUM:money", &["How much did the house cost?", "What was his monthly salary?"]);
    check("NUM:period", &["How old was she?", "How long did the strike last?", "What is the life expectancy of a hare?"]);
    check("NUM:dist", &["How far is the coast?", "What is the height of the tower?", "How long is the bridge?"]);
    check("NUM:perc", &["What percentage of the votes did she get?"]);
    check("DESC:def", &["What is a loom?", "What does laconic mean?", "What are sundews?"]);
    check("DESC:reason", &["Why did she resign?", "What caused the flood?", "How come they lost?"]);
    check("DESC:manner", &["How did she escape?", "How can I open a jar?"]);
    check("DESC:desc", &["What happened in Oxmoor?", "What is the difference between a loom and a wheel?"]);
    check("ABBR:exp", &["What does UNESCO stand for?", "What is GPS?"]);
    check("ENTY:animal", &["What kind of bird nests there?", "Which dog won the race?"]);
    check("ENTY:cremat", &["Which novel made her famous?", "What did Ada Brook write?"]);
    check("ENTY:color", &["What color is the door?"]);
    check("BOOL:yesno", &["Was he married?", "Did they win?", "has she ever been abroad"]);
}

#[test]
fn other_wordings() {
    check("NUM:date", &["he joined when", "whens her birthday", "brook birth year", "give me the year she left", "WHEN DID SHE LEAVE"]);
    check("LOC:other", &["wheres the mill", "brook birthplace", "where’s the mill"]);
    check("HUM:ind", &["whos the mayor", "name the miller", "list the people who came", "who's the first mayor"]);
    check("LOC:city", &["name the city", "tell me which town she lived in", "in which town was he born", "which city, exactly?"]);
    check("NUM:count", &["number of sheep", "different question: how many sheep?"]);
    check("DESC:reason", &["she resigned why", "why not?"]);
    check("DESC:desc", &["tell me about the mill", "Tell me more"]);
    check("HUM:title", &["dad's job"]);
}

#[test]
fn overruled_rules_are_told() {
    let rules = rules();
    let names: Vec<&str> =
        matching_rules(&rules, &Asked::read(&rules, "How many towns were flooded?")).iter().map(|rule| rule.name.as_str()).collect();
    assert_eq!(names, ["how many", "how, of a way", "something"]);
}

#[test]
fn what_the_phrase_is_about() {
    let rules = rules();
    let check = |question: &str, head: &str, focus: &str| {
        let decision = answer_type(&rules, &Asked::read(&rules, question));
        let of = |span: Option<Span>| span.map_or("", |span| span.of(question));
        assert_eq!((of(decision.head), of(decision.focus)), (head, focus), "{question}");
    };
    check("Which old stone bridge fell down?", "bridge", "old stone bridge");
    check("What kind of bird is it?", "bird", "bird");
    check("What is the name of the miller's dog?", "dog", "the miller's dog");
    check("Which king's horse ran away?", "king", "king");
    check("What war saw battles at sea?", "war", "war");
    check("Name the singer Ada Brook married.", "singer", "the singer");
    check("What is the longest and deepest lake?", "lake", "the longest and deepest lake");
    check("What attracts tourists?", "", "");
    check("Who came?", "", "");
}

#[test]
fn a_faulty_file_is_refused_with_its_place() {
    let check = |content: &str, expected: &str| {
        let error = TypeRules::parse(&[("a.toml", content)]).expect_err(content);
        assert!(error.to_string().starts_with(expected), "{error}\ninstead of\n{expected}");
    };
    check("[[pattern]]\nname = \"a\"\ntype = \"NUM:dat\"\nmatch = [\"when\"]", "a.toml:3:8: no answer type is called `NUM:dat`");
    check("[[pattern]]\nname = \"a\"\ntype = \"NUM:date\"\nmatch = [\"what @be\"]", "a.toml:4:10: no set is named `be`");
    check("[[pattern]]\nname = \"a\"\ntype = \"NUM:date\"\nmatch = [\"what #aardvarks\"]", "a.toml:4:10: WordNet's table has no class");
    check("[[pattern]]\nname = \"a\"\ntype = \"NUM:date\"\nmatch = [\"\"]", "a.toml:4:10: a pattern without elements");
    check("[[pattern]]\nname = \"a\"\ntyp = \"NUM:date\"", "a.toml:3:1: unknown field `typ`");
    let twice =
        "[[head]]\nname = \"a\"\ntype = \"NUM:date\"\nwords = \"day\"\n[[head]]\nname = \"b\"\ntype = \"NUM:date\"\nwords = \"day\"";
    check(twice, "a.toml:7:8: `day` stands here and in `a`");
}

#[test]
fn rules_are_the_same_after_they_were_stored() {
    let bytes = postcard::to_stdvec(&rules()).unwrap();
    let stored: TypeRules = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(answer_type(&stored, &Asked::read(&stored, "In which town was he born?")).answer_type, "LOC:city");
    assert!(stored.examples().is_empty());
}

#[test]
fn a_question_without_end_is_read_as_far_as_it_matters() {
    check("ENTY:animal", &[&format!("what {}bird is it", "kind of ".repeat(40)), &format!("which bird {}", "or bird ".repeat(50_000))]);
}

proptest! {
    #[test]
    fn any_text_gets_a_type_and_spans_within_it(text in "(what|who|name the|İ|''|which of|’s| or |, |\\PC){0,12}") {
        let rules = TypeRules::parse(&FILES[..1]).unwrap().0;
        let decision = answer_type(&rules, &Asked::read(&rules, &text));
        for span in [decision.focus, decision.head, decision.wh].into_iter().flatten() {
            prop_assert!(text.get(span.start..span.end).is_some());
        }
    }
}
