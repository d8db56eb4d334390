//! Phrases on top of the tree: noun phrases, verb groups, prepositional phrases, appositions, coordinations, clauses, quotations.

mod clauses;
mod nouns;
mod quotations;
mod verbs;

pub use clauses::{Clause, ClauseKind};
pub use nouns::{Apposition, Coordination, NounPhrase, PrepositionalPhrase};
pub use quotations::{Quotation, quotations};
pub use verbs::{GroupTense, VerbGroup};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Reading, Relation, Voice, read};

    /// The words of `text` at these places.
    fn words(text: &str, reading: &Reading, places: &[usize]) -> String {
        places.iter().map(|&i| reading.words[i].span.of(text)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn noun_phrases_have_their_words() {
        let check = |text: &str, expected: &[&str]| {
            let reading = read(text);
            let found: Vec<String> = reading.noun_phrases().iter().map(|phrase| words(text, &reading, &phrase.base)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("The old mayor bought a red car.", &["The old mayor", "a red car"]);
        check("She lives in a small house near the river.", &["She", "a small house", "the river"]);
        check("The workers sold the bread.", &["The workers", "the bread"]);
    }

    #[test]
    fn verb_groups_tell_tense_voice_and_polarity() {
        let check = |text: &str, expected: (&str, Option<GroupTense>, Voice, bool)| {
            let reading = read(text);
            let group = reading.verb_groups().into_iter().find(|group| reading.words[group.head].relation == Relation::Root).expect(text);
            assert_eq!((words(text, &reading, &group.words).as_str(), group.tense, group.voice, group.negated), expected, "{text}");
        };
        check("She bought a car.", ("bought", Some(GroupTense::Past), Voice::Act, false));
        check("She did not buy the car.", ("did not buy", Some(GroupTense::Past), Voice::Act, true));
        check("The car was sold in May.", ("was sold", Some(GroupTense::Past), Voice::Pass, false));
        check("They will leave the city.", ("will leave", Some(GroupTense::Future), Voice::Act, false));
        check("She has never seen the sea.", ("has never seen", Some(GroupTense::Present), Voice::Act, true));
        check("He is a teacher.", ("is teacher", Some(GroupTense::Present), Voice::Act, false));
    }

    #[test]
    fn subjects_are_shared() {
        let check = |text: &str, verb: &str, expected: Option<&str>| {
            let reading = read(text);
            let head = reading.words.iter().position(|word| word.span.of(text) == verb).expect(verb);
            assert_eq!(reading.subject(head).map(|i| reading.words[i].span.of(text)), expected, "{text}");
        };
        check("Ann bought a house and sold it.", "sold", Some("Ann"));
        check("The man who sold the car left.", "sold", Some("man"));
        check("She wanted to leave.", "leave", Some("She"));
    }

    #[test]
    fn clauses_prepositions_and_coordinations_are_found() {
        let text = "The man who sold the car left the town because he was tired.";
        let reading = read(text);
        let kinds: Vec<ClauseKind> = reading.clauses().iter().map(|clause| clause.kind).collect();
        assert_eq!(kinds, [ClauseKind::Relative, ClauseKind::Main, ClauseKind::Adverbial]);

        let text = "She works in the city with Ann, Bob and Mary.";
        let reading = read(text);
        let found: Vec<String> = reading
            .prepositional_phrases()
            .iter()
            .map(|phrase| words(text, &reading, &[phrase.preposition.clone(), vec![phrase.noun]].concat()))
            .collect();
        assert_eq!(found, ["in city", "with Ann"]);
        let found: Vec<String> = reading.coordinations().iter().map(|coordination| words(text, &reading, &coordination.items)).collect();
        assert_eq!(found, ["Ann Bob Mary"]);
    }

    #[test]
    fn quotations_pair_their_marks() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = quotations(text).iter().map(|quotation| quotation.inside.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("She said: \"No.\"", &["No."]);
        check("“Come in”, he said, “and sit”", &["Come in", "and sit"]);
        check("It’s the workers’ ‘own’ house", &["own"]);
        check("a lone \" mark", &[]);
        check("5\" and 6\"", &[" and 6"]);
    }
}
