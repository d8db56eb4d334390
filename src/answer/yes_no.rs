//! Yes or no: whether a sentence asserts what the question asks, contradicts it, or neither.

use crate::answer::align::{Aligned, HELD, phrase};
use crate::answer::bearing::bearings;
use crate::answer::birthplace::born_elsewhere;
use crate::answer::claim::Claim;
pub use crate::answer::claim::Ruling;
use crate::answer::comparison::{by_amounts, lacks_comparison};
use crate::answer::evidence::{Evidence, odds};
use crate::answer::happening::{held, terms_within, when};
use crate::answer::kin::{by_kin, is_kin_of_another};
use crate::answer::lasting::still;
use crate::answer::lifespan::{asked_of_death, by_death, by_life};
use crate::answer::polarity::is_denying;
use crate::answer::query::Query;
use crate::answer::refusal::asks_of_hope;
use crate::answer::siblings::{only_child, own_generation};
use crate::answer::statement::statement;
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::{Bearing, Bearings, YesNo};
use crate::question::options::is_open;
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::{Pos, Relation};

/// What a sentence says of a yes/no question, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// Its place in the document.
    pub sentence: usize,
    /// Whether it bears the question out.
    pub yes: bool,
    /// How likely that is right: 0 to 1.
    pub confidence: f64,
    /// Whether the rules find it too.
    pub ruled: bool,
    /// For a person to read.
    pub because: &'static str,
}

/// How many of the nearest sentences are asked.
const ASKED: usize = 6;
/// The least share of a choice that a sentence must hold besides the option it has, for that one to be the answer.
const ENOUGH: f64 = 0.4;

/// What the nearest sentences say of the question: the likeliest yes or no of any of them, where it is likely enough, or the rules find it too.
pub fn judge(question: &Question, query: &Query, evidence: &[Evidence], yes_no: &YesNo) -> Option<Judgement> {
    if let Some(reckoned) = by_dates(question, query)
        .or_else(|| by_life(question, query))
        .or_else(|| by_death(question, query))
        .or_else(|| by_amounts(question, query, evidence))
        .or_else(|| by_kin(question, query))
        .or_else(|| by_siblings(question, query))
        .or_else(|| by_birthplace(question, query))
        .or_else(|| by_end(question, query))
    {
        return Some(reckoned);
    }
    if is_kin_of_another(question, query) || asked_of_death(question, query).is_some() {
        return None;
    }
    let judged: Vec<Judgement> = borne(question, query, evidence)
        .into_iter()
        .flat_map(|borne| judgements(&borne, yes_no))
        .filter(|j| !j.yes || !is_denied_elsewhere(question, query, evidence, j.sentence))
        .collect();
    let best = |least: f64, ruled: bool| {
        let enough = judged.iter().filter(|j| j.confidence >= least && (j.ruled || !ruled));
        enough.reduce(|best, next| if next.confidence > best.confidence { next } else { best })
    };
    best(yes_no.threshold, false).or_else(|| best(yes_no.ruled_threshold, true)).cloned()
}

/// How well a sentence holds a word that it has itself, and at most one for which it has another.
const ITSELF: f64 = 1.0;
const OTHERWISE: f64 = 0.95;

/// Whether a sentence has another word for a thing of which the question claims something, and another of the nearest names it and denies something: "she submitted her
/// candidacy", for "Was she on the ballot?", beside "she was not put on the ballot".
fn is_denied_elsewhere(question: &Question, query: &Query, evidence: &[Evidence], sentence: usize) -> bool {
    let noun = |t: &usize| {
        let bound = &query.terms[*t];
        let pos = question.reading.words[bound.term.words.0].pos;
        pos == Pos::Noun && bound.weight >= 1.0 && bound.term.part == Part::Other
    };
    let otherwise = |t: &usize| (f64::EPSILON..=OTHERWISE).contains(&query.holds(sentence, *t));
    let denies = |s: &usize| {
        let Annotation { reading, text, .. } = &query.known.annotations[*s];
        (0..reading.words.len()).any(|w| is_denying(reading, text, w))
    };
    let others = || evidence.iter().map(|e| e.sentence).filter(|&s| s != sentence).filter(denies);
    (0..query.terms.len()).filter(noun).filter(otherwise).any(|t| others().any(|s| query.holds(s, t) >= ITSELF))
}

/// Below this weight a word says little.
const LIGHT: f64 = 0.5;
/// How likely a yes is without the question's verb, beside one that has it.
const LESS: f64 = 0.75;
/// The same, where the sentence has it in passing only.
const IN_PASSING: f64 = 0.5;

/// What speaks against a claim: where a sentence has none of it, no rule finds a no, and it says none.
const AGAINST: [Bearing; 10] = [
    Bearing::ValueDiffers,
    Bearing::DateDiffers,
    Bearing::Opposite,
    Bearing::OppositeNegated,
    Bearing::Filler,
    Bearing::Contradicts,
    Bearing::Negated,
    Bearing::NegatedShare,
    Bearing::Refused,
    Bearing::Hindered,
];

/// A sentence's yes and its no; no yes where the sentence lacks a date, number, name, limit or whole of the question, has somebody
/// else do it, or says that something is untrue.
fn judgements(borne: &Borne, yes_no: &YesNo) -> [Judgement; 2] {
    use Bearing::*;
    let mut odds = yes_no.odds(&borne.bearings);
    let holds = |b: &Bearing| borne.bearings[*b as usize] > 0.0;
    let barred = [LacksName, ValueDiffers, ValueMissing, DateDiffers, DateMissing, LacksTurn, Untrue].iter().any(holds);
    if barred || borne.is_another || borne.lacks_whole || borne.lacks_comparison {
        odds[0] = 0.0;
    }
    if (borne.is_another || borne.asks_of_hope) && borne.ruling.is_none() {
        odds[1] = 0.0;
    }
    if borne.ruling.is_none() && !AGAINST.iter().any(holds) {
        odds[1] = 0.0;
    }
    if borne.bearings[Root as usize] == 0.0 && !borne.is_light {
        odds[0] *= LESS;
    }
    if borne.in_passing {
        odds[0] *= IN_PASSING;
    }
    // "Did she fail the first time?", where she passed at the second attempt.
    let turned_twice = holds(&Opposite) && holds(&ValueDiffers);
    if turned_twice {
        odds[1] = 0.0;
    }
    // Things happen more than once: another date says little, unless all else is the same.
    let redated = holds(&DateDiffers) && !holds(&Redated);
    [true, false].map(|yes| {
        let ruling = borne.ruling.as_ref().filter(|r| r.yes == yes);
        let because = ruling.map_or(if yes { "a sentence bears it out" } else { "a sentence speaks against it" }, |r| r.because);
        Judgement {
            sentence: borne.sentence,
            yes,
            confidence: odds[usize::from(!yes)],
            ruled: ruling.is_some() && !redated && !turned_twice && !(yes && (borne.in_passing || borne.is_another)),
            because,
        }
    })
}

/// A sentence, and how it bears on a yes/no question.
pub struct Borne {
    /// Its place in the document.
    pub sentence: usize,
    /// Its bearing.
    pub bearings: Bearings,
    /// Whether it tells another thing.
    pub is_another: bool,
    /// Whether the question asks of a bid or a plan whether there was one: that it came to nothing is no "no".
    pub asks_of_hope: bool,
    /// Whether it has no word for the whole of which the question claims something.
    pub lacks_whole: bool,
    /// Whether the question compares amounts and it compares nothing.
    pub lacks_comparison: bool,
    /// Whether it has what the question turns on in passing only, which asserts nothing: "stood in the election" for "was she elected?".
    pub in_passing: bool,
    /// Whether the word around which the question claims something says little.
    pub is_light: bool,
    /// What the rules find it to say.
    pub ruling: Option<Ruling>,
}

/// How the nearest sentences bear on a yes/no question.
pub fn borne(question: &Question, query: &Query, evidence: &[Evidence]) -> Vec<Borne> {
    let statement = statement(question);
    let elder = own_generation(question, query).map(|(sentence, _)| sentence);
    let own: Vec<Evidence> = evidence.iter().filter(|e| elder.is_some() && Some(e.sentence) != elder).cloned().collect();
    let evidence = if elder.is_some() { &own } else { evidence };
    let bearing = |(rank, e): (usize, &Evidence)| {
        let aligned = Aligned::new(question, &statement, query, e.sentence);
        let claim = Claim::new(&aligned, &question.values);
        let ruling = claim.weigh();
        let bearings = bearings(&claim, ruling.as_ref(), odds(evidence, e.sentence), rank == 0);
        Borne {
            sentence: e.sentence,
            bearings,
            is_another: claim.is_another,
            asks_of_hope: asks_of_hope(&aligned),
            lacks_whole: claim.lacks_whole(),
            lacks_comparison: lacks_comparison(question, query, e.sentence),
            in_passing: claim.holds_root_in_passing(),
            is_light: claim.root().is_some_and(|t| query.terms[t].term.weight < LIGHT),
            ruling,
        }
    };
    evidence.iter().take(ASKED).enumerate().map(bearing).collect()
}

/// Whether the document's topic was an only child.
fn by_siblings(question: &Question, query: &Query) -> Option<Judgement> {
    let (yes, sentence) = only_child(question, query)?;
    Some(Judgement { sentence, yes, confidence: 1.0, ruled: true, because: "by the children of the family" })
}

/// No, where somebody was born elsewhere.
fn by_birthplace(question: &Question, query: &Query) -> Option<Judgement> {
    let sentence = born_elsewhere(question, query)?;
    Some(Judgement { sentence, yes: false, confidence: 1.0, ruled: true, because: "a sentence gives another birthplace" })
}

/// Whether what the question asks about still holds.
fn by_end(question: &Question, query: &Query) -> Option<Judgement> {
    let (yes, sentence) = still(question, query)?;
    Some(Judgement { sentence, yes, confidence: 0.8, ruled: true, because: "by how long it lasted" })
}

/// Whether the first of two things is the older, or came earlier, as the question claims: by their dates.
fn by_dates(question: &Question, query: &Query) -> Option<Judgement> {
    const EARLIER: [&str; 2] = ["earlier", "older"];
    const LATER: [&str; 3] = ["later", "newer", "younger"];
    let words = question.folded_words();
    let than = words.iter().position(|w| w == "than")?;
    let word = words[..than].last()?.as_str();
    let (earlier, later) = (EARLIER.contains(&word), LATER.contains(&word));
    let halves = (terms_within(question, query, 0..than - 1), terms_within(question, query, than + 1..words.len()));
    let (a, b) = (when(query, &halves.0).filter(|_| earlier || later)?, when(query, &halves.1)?);
    let yes = if a.date.is_before(&b.date) { earlier } else { later };
    let dated = a.date.is_before(&b.date) || b.date.is_before(&a.date);
    dated.then_some(Judgement { sentence: a.sentence, yes, confidence: 1.0, ruled: true, because: "by their dates" })
}

/// The one of two things that the question offers ("Was it opened in 1931 or in 1934?") which the nearest sentence that holds the rest has, and the sentence.
pub fn choice(question: &Question, query: &Query, evidence: &[Evidence]) -> Option<(String, usize)> {
    let or = question.folded_words().iter().position(|w| w == "or").filter(|&or| !is_open(&question.folded_words()[..or]))?;
    let reading = statement(question).reading;
    let words = &reading.words;
    let second = words[or].head.filter(|&h| h > or && reading.is(h, Relation::Conj))?;
    const VAGUE: [&str; 6] = ["fewer", "less", "more", "not", "older", "so"];
    let vague = VAGUE.contains(&fold(words[second].span.of(&question.read)).as_ref());
    let first = words[second].head.filter(|&h| h < or && !vague)?;
    let own = |top: usize| phrase(&reading, top);
    let options = [own(first), own(second)];
    let terms = |option: &[usize]| -> Vec<usize> {
        (0..query.terms.len())
            .filter(|&t| option.iter().any(|w| (query.terms[t].term.words.0..query.terms[t].term.words.1).contains(w)))
            .collect()
    };
    let offered = [terms(&options[0]), terms(&options[1])];
    let rest: Vec<usize> = (0..query.terms.len()).filter(|t| !offered.iter().any(|o| o.contains(t))).collect();
    let has = |s: usize, option: &[usize]| !option.is_empty() && option.iter().all(|&t| query.holds(s, t) >= HELD);
    let told = |s: &usize| has(*s, &offered[0]) != has(*s, &offered[1]) && (rest.is_empty() || held(query, *s, &rest) >= ENOUGH);
    let sentence = evidence.iter().take(ASKED).map(|e| e.sentence).find(told)?;
    let chosen = &options[usize::from(!has(sentence, &offered[0]))];
    let content = |w: &&usize| !matches!(words[**w].relation.base(), Relation::Case | Relation::Cc | Relation::Det);
    let (start, end) = (chosen.iter().find(content)?, chosen.iter().rev().find(content)?);
    Some((words[*start].span.cover(words[*end].span).of(&question.read).to_string(), sentence))
}

#[cfg(test)]
mod tests {
    use crate::answer::answer;
    use crate::document::Document;
    use crate::knowledge::Knowledge;

    /// Asks a document of one paragraph; expects "yes", "no" or nothing, and words of the sentence that is cited first.
    fn check(document: &str, questions: &[(&str, Option<&str>)]) {
        let text = format!("= Brannigan =\n\n{document}\n");
        let knowledge = Knowledge::of_document(Document::read("town.txt", text.into_bytes(), None).expect("a document"));
        for (question, expected) in questions {
            assert_eq!(answer(&knowledge, question, None).answer.as_deref(), *expected, "{question}");
        }
    }

    #[test]
    fn what_nothing_is_said_of_is_left_open() {
        check(
            "Brannigan is a town. The mayor of Brannigan, Ada Merrow, fled to Orm with her daughter Bela.",
            &[("Was Bela ever ill?", None)],
        );
    }

    #[test]
    fn what_another_did_is_not_asserted() {
        check(
            "An assembly approved the terms in March, against the opposition of Leon Quarry.",
            &[("Did an assembly approve the terms?", Some("yes")), ("Did Leon Quarry approve the terms?", None)],
        );
    }

    #[test]
    fn a_claim_is_held_against_values_and_ranks() {
        check(
            "Brannigan is the second largest town of the island of Orm. It was founded in 1733 by Ada Merrow, who became its third mayor. The town has 40 schools.",
            &[
                ("Was Brannigan founded in 1733?", Some("yes")),
                ("Was Brannigan founded in 1738?", Some("no")),
                ("Is Brannigan the largest town of the island?", Some("no")),
                ("Is Brannigan the second largest town of the island?", Some("yes")),
                ("Was Ada Merrow its third mayor?", Some("yes")),
                ("Was Ada Merrow its fifth mayor?", Some("no")),
                ("Does the town have more than 30 schools?", Some("yes")),
                ("Does the town have more than 50 schools?", Some("no")),
            ],
        );
    }

    #[test]
    fn a_claim_is_held_against_opposites_and_negations() {
        check(
            "Brannigan has warm summers and cold winters. There is no airport in the town. Olin Pask was an opponent of the harbour tax. The ferry never reached Orm, but the mail boat did. Bela Trask planned a second bridge, the Stone Bridge, but never finished it.",
            &[
                ("Does Brannigan have cold summers?", Some("no")),
                ("Does Brannigan have warm summers?", Some("yes")),
                ("Is there an airport in the town?", Some("no")),
                ("Did Olin Pask support the harbour tax?", Some("no")),
                ("Did the ferry reach Orm?", Some("no")),
                ("Did Bela Trask finish the Stone Bridge?", Some("no")),
            ],
        );
    }

    #[test]
    fn what_is_denied_aside_denies_no_claim() {
        check(
            "The judges of Brannigan praised Bela Trask as a baker who did not boast like the millers. Her daughter Uma, a judge, has asked not to be named. Bela Trask \
             passed the test of the guild at the second attempt.",
            &[
                ("Did the judges like Bela Trask?", None),
                ("Is her daughter a judge?", None),
                ("Did Bela Trask pass the test at the first attempt?", Some("no")),
                ("Did Bela Trask fail the test the first time?", None),
            ],
        );
    }

    #[test]
    fn a_claim_is_held_against_exceptions_refusals_and_contests() {
        check(
            "The band has played at every fair except that of 1920. A merger with the guild was discussed for months but was voted down in 1931. Ada Merrow ran for mayor in 1934 and finished second.",
            &[
                ("Has the band played at every fair?", Some("no")),
                ("Was there a fair in 1920?", None),
                ("Did they end up merging with the guild?", Some("no")),
                ("Did Ada Merrow win in 1934?", Some("no")),
            ],
        );
    }

    #[test]
    fn a_choice_is_answered_with_what_was_chosen() {
        check(
            "The ferry was built in Velm in 1931. Ada Merrow was born in 1906, and Olin Pask in 1908. The mayor worked as a baker before becoming a teacher.",
            &[
                ("Was the ferry built in Orm or in Velm?", Some("Velm")),
                ("Was Ada Merrow older than Olin Pask?", Some("yes")),
                ("Was Ada Merrow younger than Olin Pask?", Some("no")),
                ("Has the mayor always been a teacher?", Some("no")),
            ],
        );
    }

    #[test]
    fn a_yes_needs_the_verb_and_the_small_words_that_turn_it() {
        check(
            "Olin Pask sued the ferry company in 1931. Bela Trask married Ada Merrow in Velm.",
            &[
                ("Did Olin Pask defeat the ferry company in 1931?", None),
                ("Did Bela Trask marry Ada Merrow in Velm?", Some("yes")),
                ("Did Bela Trask marry Ada Merrow in Velm again?", None),
            ],
        );
    }

    #[test]
    fn what_was_not_ended_goes_on_and_a_comparison_is_not_turned_round() {
        check(
            "The female otter is a fifth heavier than the male. The ferry was not abolished: it still runs on Sundays.",
            &[
                ("Is the male otter heavier than the female?", Some("no")),
                ("Is the female otter heavier than the male?", Some("yes")),
                ("Does the ferry still run on Sundays?", Some("yes")),
            ],
        );
    }

    #[test]
    fn a_claim_of_a_refusal_agrees_with_one_and_a_decision_against_denies() {
        check(
            "Olin Pask refused to sing at the fair of Velm. The members voted against closing the ferry. A merger with the guild was negotiated by Ada Merrow, but the bakers rejected it.",
            &[
                ("Did Olin Pask refuse to sing at the fair of Velm?", Some("yes")),
                ("Did Olin Pask sing at the fair of Velm?", Some("no")),
                ("Did the members vote against closing the ferry?", Some("yes")),
                ("Did the members vote to close the ferry?", Some("no")),
                ("Did the bakers agree to the merger with the guild?", Some("no")),
            ],
        );
    }

    #[test]
    fn what_was_done_to_somebody_is_told_by_a_noun() {
        check(
            "Ada Merrow was met with threats from the far left. She became the subject of an inquiry into smuggling. Bo Lind spoke of an inquiry. Olin Pask was never the subject of an inquiry.",
            &[("Was Ada Merrow threatened?", Some("yes")), ("Was Bo Lind threatened?", None)],
        );
    }

    #[test]
    fn another_word_or_particle_asserts_nothing() {
        check(
            "Ada Merrow submitted her candidacy in 1931. She was not put on the ballot. Bo Lind was known for turning back in storms. Uma Tarn had trained under Eda Sund, with whom she later quarrelled.",
            &[("Was Ada Merrow on the ballot in 1931?", Some("no")), ("Did Uma Tarn and Eda Sund get along?", None)],
        );
    }

    #[test]
    fn what_is_said_in_passing_asserts_nothing() {
        check(
            "In 1931 Ada Merrow declared her interest in the presidential election of 1932. Olin Pask received death threats. Bela Trask made a bid for the presidency of Orm.",
            &[
                ("Was Ada Merrow elected president in 1932?", None),
                ("Is Olin Pask dead?", None),
                ("Is Bela Trask the president of Orm?", None),
            ],
        );
    }

    #[test]
    fn a_part_is_not_the_whole() {
        check(
            "The guild of Brannigan has 40 bakers. Ninety houses of Mill Street were pulled down.",
            &[("Were all the houses of Mill Street pulled down?", None), ("Were houses of Mill Street pulled down?", Some("yes"))],
        );
    }

    #[test]
    fn a_claim_is_held_against_what_fills_its_place() {
        check(
            "The capital of the island is Velm. Laura Tarn introduced Olin Pask to chess. The Merrow family built the north tower. His aunt died of pneumonia.",
            &[
                ("Is the capital of the island Orm?", Some("no")),
                ("Is the capital of the island Velm?", Some("yes")),
                ("Did Olin Pask introduce Laura Tarn to chess?", Some("no")),
                ("Did Laura Tarn introduce Olin Pask to chess?", Some("yes")),
                ("Did his aunt die of cholera?", Some("no")),
            ],
        );
    }
}
