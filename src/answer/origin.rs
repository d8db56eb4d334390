//! Origins: where somebody comes from, where nothing says so but where they were born.

use crate::answer::polarity::is_negated;
use crate::answer::query::Query;
use crate::answer::reply::Status;
use crate::answer::verdict::{Verdict, answered, verdict};
use crate::answer::{Considered, Context, consider};
use crate::facts::mentions::Referent;
use crate::knowledge::Knowledge;
use crate::question::{Part, Question, Utterance, understand};
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::{Pos, Relation, wordnet};

/// How sure a birthplace must be.
const SURE: f64 = 0.6;

/// The birthplace of the person of whom a question asks where they come from; `None` where it asks something else, or the birthplace is not sure.
pub fn by_birth(knowledge: &Knowledge, question: &Question, query: &Query, context: &Context) -> Option<Verdict> {
    let asked = format!("Where was {} born?", whose_origin(question, query)?);
    let first = knowledge.sources.first()?;
    let Utterance::Question(question) = understand(&knowledge.rules, &first.vocabulary, &first.topic, &asked) else { return None };
    let Considered { query, evidence, ranked, .. } = consider(knowledge, &question, context, 0)?;
    let found = verdict(&question, &query, &evidence, &ranked, &knowledge.rules.ranking);
    (found.status == Status::Answered && found.confidence >= SURE).then_some(found)
}

/// Where the family of whom a question asks where it comes from is from, where a sentence says that of them: "her parents are from Velm", for "Where does her
/// family come from originally?"
pub fn hailing(question: &Question, query: &Query) -> Option<Verdict> {
    let (asked, words) = (&question.reading, question.folded_words());
    let from = words.first().is_some_and(|w| w == "where") && words.iter().any(|w| w == "from");
    let subject = asked.words.iter().position(|w| from && w.relation.base() == Relation::Nsubj && w.pos == Pos::Noun)?;
    let kin = query
        .term_at(subject)
        .filter(|_| wordnet::is_a(&asked.words[subject].lemma, "group") || wordnet::is_a(&asked.words[subject].lemma, "relative"))?;
    // The topic's own family, not that of another.
    let protagonist = query.known.cast.protagonist()?;
    let own = |w: usize| asked.words[w].pos == Pos::Pron || query.term_at(w).is_some_and(|t| query.terms[t].term.part == Part::Topic);
    asked.child(subject, Relation::NmodPoss).filter(|&owner| own(owner))?;
    query.known.annotations.iter().enumerate().find_map(|(sentence, annotation)| {
        let reading = &annotation.reading;
        let meant = |owner: usize| {
            let whose = |r: &Referent| (r.first..r.end).contains(&owner) && r.name.trim_end_matches("'s") == protagonist.name;
            query.known.cast.referents(sentence).iter().any(whose)
        };
        let of_kin = |w: usize| query.places(sentence).contains(&(w, kin)) && reading.child(w, Relation::NmodPoss).is_some_and(meant);
        let from = |place: &usize| reading.child(*place, Relation::Case).is_some_and(|case| reading.words[case].lemma == "from");
        let said =
            |place: &usize| reading.child(*place, Relation::Cop).is_some() && reading.child(*place, Relation::Nsubj).is_some_and(of_kin);
        let place = (0..reading.words.len()).filter(from).find(said).filter(|&place| !is_negated(reading, &annotation.text, place))?;
        let name = annotation.names.iter().find(|name| name.core.contains(reading.words[place].span))?;
        let answer = name.core.of(&annotation.text).to_string();
        Some(answered(answer, vec![(sentence, vec![name.core])], SURE, "a sentence says where they are from".into()))
    })
}

/// The person of whom a question asks where they come from: "Where does Ada Merrow come from?", "Where is she from?"
fn whose_origin(question: &Question, query: &Query) -> Option<String> {
    let (reading, words) = (&question.reading, question.folded_words());
    let last = words.iter().rposition(|word| word.chars().any(char::is_alphanumeric))?;
    let copula = |word: &String| matches!(word.as_str(), "is" | "was" | "'s");
    let from = words.first()? == "where" && words[last] == "from";
    let asks = from && (words.get(last - 1).is_some_and(|word| word == "come") || words.get(1).is_some_and(copula));
    let subject = reading.words.iter().position(|w| asks && w.relation.base() == Relation::Nsubj)?;
    if reading.words[subject].pos == Pos::Pron {
        let protagonist = query.known.cast.protagonist().filter(|member| member.kind == NameKind::Person)?;
        return Some(protagonist.name.clone());
    }
    let name = reading.span_of(&reading.subtree(subject)).of(&question.read);
    let person = query.known.cast.find(&fold(name)).is_some_and(|member| member.kind == NameKind::Person);
    person.then(|| name.to_string())
}

#[cfg(test)]
mod tests {
    use crate::answer::tests::check_answers;

    #[test]
    fn somebody_comes_from_where_they_were_born() {
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was a diver. She was born in Velm, a village on the Orm. Her rival Olin Pask came from Halm.\n",
            &[
                ("Where does Ada Merrow come from?", Some("Velm")),
                ("Where is she from?", Some("Velm")),
                ("Where did Olin Pask come from?", Some("Halm")),
            ],
        );
        check_answers(
            "= Ada Merrow =\n\nAda Merrow was born in Velm into a family of divers. Her parents are originally from Halm and came to Velm in 1931. Her \
             uncle's parents are not from Tarn.\n",
            &[
                ("Where does her family come from originally?", Some("Halm")),
                ("Where are her parents from?", Some("Halm")),
                ("Where are her uncle's parents from?", None),
            ],
        );
    }
}
