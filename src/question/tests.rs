//! What questions are understood as: their shape, and what their story says of parts, options, constraints and presuppositions.

use super::*;
use crate::knowledge::Knowledge;

fn understood(rules: &Rules, question: &str) -> (String, Vec<String>) {
    match understand(rules, &Vocabulary::default(), &[], question) {
        Utterance::Question(question) => (story::shape_name(question.shape), question.story()),
        Utterance::SmallTalk(talk) => (format!("small talk: {}", talk.name), Vec::new()),
    }
}

#[test]
fn shapes() {
    let rules = Knowledge::builtin_rules();
    let check = |shape: &str, questions: &[&str]| {
        for question in questions {
            let (found, story) = understood(&rules, question);
            assert_eq!(found, shape, "{question}: {story:?}");
        }
    };
    check("yes-no", &["Did she win the race?", "so is it true that he left", "any brothers or sisters?", "Can you tell me if she won?"]);
    check("choice", &["Was it built of oak or ash?", "Is the mill in Oxmoor or in Fenton?", "oak or ash, which is it?"]);
    check("compare", &["Which came first, the mill or the bridge?", "Who was older, Ada or Tom?"]);
    check("list", &["Which rivers run through Oxmoor?", "List the mayors.", "name all who signed", "What were the main crops?"]);
    check("short", &["Which of her sons became mayor?", "Who won the race?", "When did the mill close?", "the mill closed when?"]);
    check("count", &["How many bridges are there?", "number of bridges in Oxmoor"]);
    check("elapsed", &["How many years passed between the flood and the fire?", "How long did she stay in Oxmoor?"]);
    check("age-at", &["How old was she when she won?", "At what age did he become mayor?"]);
    check("total", &["How many men and women came altogether?"]);
    check("difference", &["How many more men than women came?"]);
    check("definition", &["Who is Ada Brook?", "What is a loom?"]);
    check("expansion", &["What does GPS stand for?"]);
    check("reason", &["Why did she leave?"]);
    check("manner", &["How did she escape?"]);
    check("quote", &["What were her exact words?"]);
    check("topic", &["Tell me about the mill.", "What happened in 1931?"]);
    check("summary", &["Summarise the article.", "What is this text about?"]);
    check("document", &["Does the article mention a dentist?", "How many sections does the document have?"]);
    check("small talk: greeting", &["Hello!", "oh hi there, mate"]);
    check("small talk: farewell", &["ok great, bye"]);
    check("small talk: how-are-you", &["hi, how are you doing today?"]);
}

#[test]
fn stories() {
    let rules = Knowledge::builtin_rules();
    let check = |question: &str, expected: &[&str]| {
        let (_, story) = understood(&rules, question);
        for line in expected {
            assert!(story.iter().any(|told| told == line), "{question}: {line:?} is not in {story:#?}");
        }
    };
    check("When and where was Ada born?", &["joins “When was Ada born?”, “where was Ada born?”"]);
    check("Who was Ada Brook and what did she paint?", &["joins “Who was Ada Brook?”, “what did she paint?”"]);
    check("When did she win and how?", &["joins “When did she win?”, “how did she win?”"]);
    check("Was it built of oak or ash?", &["chooses between “oak”, “ash”"]);
    check("Is the tower granite or brick?", &["chooses between “granite”, “brick”"]);
    check("Which came first, the mill or the bridge?", &["chooses between “the mill”, “the bridge”", "picks the first"]);
    check("What did she paint after the war?", &["time: after “the war”"]);
    check("What did she do before 1931?", &["time: “before 1931”"]);
    check("How old was she when she won the prize?", &["time: at the time of “she won the prize”"]);
    check("Which towns have more than 400 people?", &["amounts: “more than 400”"]);
    check("What is the tallest bridge in Oxmoor?", &["picks the most tall"]);
    check("Who never voted?", &["negated by “never”"]);
    check("Who signed besides the mayor?", &["leaves out “the mayor”"]);
    check("How many months did the strike last?", &["counts in months"]);
    check("When did he win the race?", &["takes for granted “he win the race”"]);
    check("Who is her husband?", &["takes for granted that there is “her husband”"]);
}

#[test]
fn readings() {
    let rules = Knowledge::builtin_rules();
    let check = |question: &str, expected: &str| {
        let Utterance::Question(found) = understand(&rules, &Vocabulary::default(), &[], question) else { panic!("{question}") };
        assert_eq!(found.read, expected);
    };
    check("what on earth is a loom", "what is a loom");
    check("were did she live", "where did she live");
    check("were they alowed to go", "were they allowed to go");
    check("did the presidant of the familly agree", "did the president of the family agree");
}

#[test]
fn exact_dates_and_the_present_are_asked_for() {
    let rules = Knowledge::builtin_rules();
    let check = |question: &str, precision: Option<TimeUnit>, now: bool| {
        let Utterance::Question(found) = understand(&rules, &Vocabulary::default(), &[], question) else { panic!("{question}") };
        assert_eq!((found.precision, found.constraints.now.is_some()), (precision, now), "{question}");
    };
    check("On what day did she leave?", Some(TimeUnit::Day), false);
    check("In which month was the mill opened?", Some(TimeUnit::Month), false);
    check("When was the mill opened?", None, false);
    check("Who is the mayor now?", None, true);
    check("What did she do until now?", None, false);
    check("What was her pay when she began?", None, false);
}

#[test]
fn spelling_is_mended_as_it_is_meant() {
    let rules = Knowledge::builtin_rules();
    let words = "The mayor Anna Archer met Habib Tarnow in Oxmoor".split(' ').enumerate().map(|(place, word)| (word, place == 0));
    let vocabulary = Vocabulary::new(words, Default::default());
    let check =
        |question: &str, expected: &str| assert_eq!(normalise::normalise(question, &rules.lexicon, &vocabulary).0, expected, "{question}");
    check("whos anna archer", "who is Anna Archer");
    check("an archer of a mayor", "an archer of a mayor");
    check("In hich town was she born?", "In which town was she born?");
    check("wihh party did he join", "which party did he join");
    check("she has een a member of which club?", "she has been a member of which club?");
    check("what on earth is that", "what is that");
    check("were did she live", "where did she live");
    check("Who is Annna Archer?", "Who is Anna Archer?");
    check("between nnouncing and resigning", "between announcing and resigning");
    check("oxmor birthplace", "Oxmoor birthplace");
    check("tarnows job", "Tarnow's job");
    check("how menny came", "how many came");
    check("how mush did it cost", "how much did it cost");
    check("how large is it", "how large is it");
    // What is formed of a known word is no misspelling.
    check("who was she couriering for", "who was she couriering for");
    check("what was she mayoring", "what was she mayoring");
    check("was the report redacted or resubmitted", "was the report redacted or resubmitted");
    check("was she alowed to go", "was she allowed to go");
    // Whose something is, and who somebody is.
    check("whos hat was found", "whose hat was found");
    check("who's idea was it", "whose idea was it");
    check("whos brother won", "whose brother won");
    check("whos mayor now", "who is mayor now");
    check("whos the mayor", "who is the mayor");
    check("who's head of the guild", "who's head of the guild");
    check("whos married", "who is married");
    // What only closes a question.
    check("what is a loom when it's at home?", "what is a loom?");
    check("what did she do when it's at home?", "what did she do when it's at home?");
    check("who built the mill, do you know?", "who built the mill?");
    check("which songs do you know?", "which songs do you know?");
    check("was she a miller, by any chance", "was she a miller?");
    check("English for loom", "meaning of loom");
}

#[test]
fn a_month_of_a_year_is_no_name() {
    let rules = Knowledge::builtin_rules();
    let check = |question: &str, names: &[&str]| {
        let Utterance::Question(found) = understand(&rules, &Vocabulary::default(), &[], question) else { panic!("{question}") };
        let shown: Vec<&str> = found.constraints.names.iter().map(|name| name.span.of(&found.read)).collect();
        assert_eq!(shown, names, "{question}");
    };
    check("Who met Ada Merrow in Feb 1931?", &["Ada Merrow"]);
    check("What did she sell in Sept 1931?", &[]);
    check("Who was born in Orm in May 1931?", &["Orm"]);
}

#[test]
fn what_is_said_no_to_is_not_denied() {
    let rules = Knowledge::builtin_rules();
    let check = |question: &str, denied: bool| {
        let Utterance::Question(found) = understand(&rules, &Vocabulary::default(), &[], question) else { panic!("{question}") };
        assert_eq!(found.constraints.negation.is_some(), denied, "{question}");
    };
    check("Who said no to the bridge?", false);
    check("Who had no say in it?", true);
    check("Who never said no?", true);
}
