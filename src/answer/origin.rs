//! Origins: where somebody comes from, where nothing says so but where they were born.

use crate::answer::query::Query;
use crate::answer::reply::Status;
use crate::answer::verdict::{Verdict, verdict};
use crate::answer::{Considered, Context, consider};
use crate::knowledge::Knowledge;
use crate::question::{Question, Utterance, understand};
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::{Pos, Relation};

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
    }
}
