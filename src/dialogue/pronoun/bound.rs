//! What a pronoun has in its own line: whom or what it means there, or nothing at all.

use super::super::line::{Line, is_auxiliary, is_be, is_calling};
use super::super::mention::{Kind, Mention, Role};
use super::super::table::{Candidate, Origin};
use super::{Pronoun, UNKNOWN, governor, is_possessive};
use crate::knowledge::rules::FollowUpWords;
use crate::text::{Pos, Relation, Tag};

/// Whether a pronoun has its antecedent in its own line: a pronoun like it, or a fitting name or noun before it that is not its co-argument.
pub fn is_bound(line: &Line, own: &[Mention], filled: &[(Pronoun, usize)], pronoun: Pronoun, i: usize) -> bool {
    if filled.iter().any(|(other, at)| *other == pronoun && !is_another(line, *at, i)) {
        return true;
    }
    // "How many got their jobs back?"
    let counted = line.lower(0) == "how" && line.lower(1) == "many" && line.pos(2) == Pos::Verb && is_possessive(line, i);
    if counted && pronoun == Pronoun::They {
        return true;
    }
    let fits = |m: &&Mention| {
        let candidate = Candidate::of(m, Origin::Question, 0);
        let owner = m.role == Role::Subject && is_possessive(line, i) && !m.plural;
        let other_clause = m.role == Role::Subject
            && !m.plural
            && (m.words.end..i).any(|k| matches!(line.lower(k), "when" | "while" | "before" | "after"));
        pronoun != Pronoun::That && pronoun.fits(&candidate).is_some_and(|loss| loss > UNKNOWN || owner || other_clause)
    };
    let before = |m: &&Mention| m.words.end <= i && !m.words.contains(&i);
    // "For which of his films did Ann Lee get a prize?"
    let behind = |m: &&Mention| m.words.start > i && m.named && is_possessive(line, i) && is_fronted(line, i, m);
    own.iter().filter(before).filter(fits).any(|m| !is_co_argument(line, m, i))
        || own.iter().filter(behind).any(|m| m.kind == Kind::Thing || fits(&m))
}

/// Whether a pronoun at `i` is somebody else than the one like it at `first`: "what did he teach him?".
pub fn is_another(line: &Line, first: usize, i: usize) -> bool {
    let acts = matches!(line.lower(first), "he" | "she" | "they");
    let suffers = matches!(line.lower(i), "him" | "them") || line.lower(i) == "her" && !is_possessive(line, i);
    acts && suffers && governor(line, first).is_some_and(|verb| governor(line, i) == Some(verb))
}

/// Whether word `i` stands in what is asked for, before the auxiliary in front of the subject.
fn is_fronted(line: &Line, i: usize, subject: &Mention) -> bool {
    let auxiliary = (0..subject.words.start).rev().find(|&k| is_auxiliary(line.lower(k)));
    auxiliary.is_some_and(|auxiliary| i < auxiliary && auxiliary + 1 == subject.words.start)
}

/// Whether a phrase and a pronoun depend on one word, so that they cannot be one.
fn is_co_argument(line: &Line, mention: &Mention, i: usize) -> bool {
    if is_possessive(line, i) || matches!(line.lower(i), "he" | "she" | "they") || are_in_two_clauses(line, mention, i) {
        return false;
    }
    let between_clauses = (mention.words.end..i).any(|k| {
        line.pos(k) == Pos::Sconj
            || matches!(
                line.lower(k),
                "," | "-"
                    | "–"
                    | "—"
                    | ":"
                    | "when"
                    | "before"
                    | "after"
                    | "because"
                    | "that"
                    | "while"
                    | "if"
                    | "who"
                    | "which"
                    | "and"
                    | "what"
                    | "where"
                    | "why"
                    | "how"
            )
    });
    let verbs = (mention.words.end..i).filter(|&k| line.pos(k) == Pos::Verb).count();
    !between_clauses && verbs <= 1
}

/// Whether a phrase and a pronoun hang on different verbs: "after the yard was sold, did it close?".
fn are_in_two_clauses(line: &Line, mention: &Mention, i: usize) -> bool {
    let verb = |word: usize| governor(line, word).filter(|&g| line.pos(g) == Pos::Verb);
    let opened =
        mention.words.start.checked_sub(1).is_some_and(|b| line.pos(b) == Pos::Sconj || matches!(line.lower(b), "after" | "before"));
    opened && matches!((verb(mention.head), verb(i)), (Some(one), Some(other)) if one != other)
}

/// "It" that stands for nothing: "is it true that", "how long did it take to", "was it Ann who".
pub fn is_empty_it(words: &FollowUpWords, line: &Line, i: usize) -> bool {
    let next = line.lower(i + 1);
    // "Was it true?" asks of what was told; "is it raining?" does not.
    let told = line.pos(i + 1) == Pos::Adj && i + 2 == line.end();
    let said = words.impersonal.iter().any(|word| word == next) && !told;
    let cleft = i > 0
        && is_be(line.lower(i - 1))
        && (i + 1..line.end().saturating_sub(1)).any(|k| matches!(line.lower(k), "that" | "who" | "when" | "where"));
    let takes = next == "take" && (i..line.len()).any(|k| line.lower(k) == "to" || line.lower(k) == "for");
    let made = i > 0 && matches!(line.lower(i - 1), "make" | "made" | "makes" | "making") && matches!(line.pos(i + 1), Pos::Adp | Pos::Adv);
    let comes = matches!(next, "comes" | "came") && line.lower(i + 2) == "to" && i > 0 && line.lower(i - 1) == "when";
    let idiom = i > 0 && words.idioms.iter().any(|word| word == line.lower(i - 1));
    // "As she put it", "make a run for it", "whose idea was it to sell?".
    let put = i > 2 && line.lower(i - 1) == "put" && line.lower(i - 3) == "as";
    let run = i > 1 && line.lower(i - 1) == "for" && matches!(line.lower(i - 2), "run" | "dash" | "break");
    let empty = i > 0 && is_be(line.lower(i - 1)) && next == "to" || put || run;
    said || cleft || takes || made || comes || idiom || empty || line.is(i, Relation::Expl)
}

/// Whether "that", "this", "those" stands for something itself: no noun follows, no clause either.
pub fn stands_alone(line: &Line, i: usize) -> bool {
    let next = line.pos(i + 1);
    let noun = matches!(next, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num) || line.is(i, Relation::Det);
    let clause = line.is(i, Relation::Mark) || i > 0 && line.pos(i - 1) == Pos::Verb && matches!(next, Pos::Pron | Pos::Det);
    let relative = i > 0 && matches!(line.pos(i - 1), Pos::Noun | Pos::Propn) && !matches!(next, Pos::Punct | Pos::Adv | Pos::Adj);
    let clause_after = i > 2 && line.pos(i - 1) == Pos::Verb && matches!(line.tag(i + 1), Some(Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md));
    let relative = relative || clause_after;
    let cleft = i > 1 && line.lower(i - 1) == "it" && is_be(line.lower(i - 2));
    // "Why was it called that?" asks about a name.
    let name = i > 0 && is_calling(line.lower(i - 1));
    let relative = relative || cleft || name;
    let described =
        matches!(line.lower(i), "those" | "these") && (next == Pos::Adp || line.lower(i + 1) == "who" || line.tag(i + 1) == Some(Tag::Vbn));
    // "This" of "what is this all about?" is the document.
    let document = line.lower(i) == "this" && line.lower(i + 1) == "all" && line.lower(i + 2) == "about";
    let after_auxiliary = i > 0 && line.pos(i - 1) == Pos::Aux && !opens_phrase(line, i);
    !document && !described && (after_auxiliary && !line.is(i, Relation::Det) || !noun && !clause && !relative)
}

/// Whether "that" behind an auxiliary opens a phrase whatever the tree says: "did that later flood come", "was that boy born".
fn opens_phrase(line: &Line, i: usize) -> bool {
    let verb = |k: usize| matches!(line.tag(k), Some(Tag::Vbn | Tag::Vbd));
    let more = i + 2 < line.end() && matches!(line.pos(i + 1), Pos::Noun | Pos::Adj | Pos::Num);
    if is_be(line.lower(i - 1)) { more && line.pos(i + 1) == Pos::Noun && verb(i + 2) } else { more }
}
