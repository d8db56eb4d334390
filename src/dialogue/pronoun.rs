//! Pronouns: whom and what "he", "she", "they", "it", "that" stand for.

use super::frame::{Frame, Gap};
use super::line::{Line, is_auxiliary, is_be};
use super::mention::{Kind, Mention, Role};
use super::moves::is_empty;
use super::references::Edit;
use super::table::{Candidate, Origin, Table};
use super::told;
use crate::facts::mentions::noun_gender;
use crate::text::names::Gender;
use crate::text::wordnet::is_a;
use crate::text::{Pos, Relation, Tag};

/// What a pronoun of one gender loses by a common noun of which none is known.
const UNKNOWN: i32 = -30;

/// What it loses by a subject that is known by somebody else: "his boss".
const RELATED: i32 = -2;

/// The least salience of an antecedent: what stands in a cited sentence is meant for two turns, what was asked about for five.
const WEAKEST: i32 = 28;

/// How many others than the most salient are looked at.
const RIVALS: usize = 4;

/// A pronoun that may stand for something said before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pronoun {
    He,
    She,
    They,
    It,
    /// "that", "this" without a noun.
    That,
}

impl Pronoun {
    /// The pronoun at a place.
    pub fn of(line: &Line, i: usize) -> Option<Self> {
        Some(match line.lower(i) {
            "he" | "him" | "his" => Self::He,
            "she" | "her" | "hers" => Self::She,
            "they" | "them" | "their" | "theirs" => Self::They,
            "it" | "its" if !is_empty_it(line, i) => Self::It,
            "that" | "this" if stands_alone(line, i) => Self::That,
            "those" | "these" if stands_alone(line, i) => Self::They,
            _ => return None,
        })
    }

    /// Whether a candidate may be meant, and what that does to its salience.
    fn fits(self, candidate: &Candidate) -> Option<i32> {
        let person = candidate.kind == Kind::Person && !candidate.plural;
        let gendered = |wanted: Gender| match candidate.gender {
            Some(gender) => (gender == wanted).then_some(0),
            None if candidate.named || candidate.origin == Origin::Answer => Some(-28),
            None if candidate.subject && candidate.text.contains("'s ") => Some(RELATED),
            None => Some(UNKNOWN),
        };
        match self {
            Self::He if person => gendered(Gender::Masculine),
            Self::She if person => gendered(Gender::Feminine),
            Self::They if candidate.kind == Kind::Value => None,
            Self::They if candidate.plural && candidate.kind == Kind::Person => Some(0),
            Self::They if candidate.plural => (candidate.origin != Origin::Cited).then_some(-12),
            Self::They if candidate.kind == Kind::Organisation && candidate.age < 2 && is_prominent(candidate) => {
                Some(if candidate.named { -4 } else { -25 })
            }
            Self::They if candidate.kind == Kind::Thing && candidate.origin == Origin::Title => None,
            Self::They if candidate.kind == Kind::Thing && candidate.named && candidate.age < 2 && is_prominent(candidate) => {
                (candidate.subject || candidate.origin != Origin::Question).then_some(-5)
            }
            Self::That if candidate.origin == Origin::Title => None,
            Self::That if candidate.origin == Origin::Cited && candidate.kind == Kind::Place => None,
            Self::It | Self::That if !candidate.plural && !matches!(candidate.kind, Kind::Person | Kind::Value) => {
                Some(match candidate.kind {
                    Kind::Place => -10,
                    Kind::Organisation => -5,
                    _ => 0,
                })
            }
            _ => None,
        }
    }

    /// What stands for it.
    pub fn edit(self, line: &Line, table: &Table, i: usize) -> Option<Edit> {
        let possessive = is_possessive(line, i);
        let meant = match self {
            Self::They => {
                let best = self.best(line, table, i).map(|c| (several(c), c.plural, c.score, c));
                let near = best.as_ref().is_some_and(|(.., c)| c.origin != Origin::Cited);
                let told = best.as_ref().is_some_and(|(.., c)| c.subject && c.age == 0);
                let couple = || couple(table).or_else(|| pair(table)).map(|pair| (pair, true, 0));
                let best = best.map(|(text, plural, score, _)| (text, plural, score));
                if near { best } else { couple().or_else(|| best.filter(|_| told || !is_open(table))) }
            }
            _ => kin(self, line, table, i).or_else(|| self.best(line, table, i)).map(|c| (c.text.clone(), c.plural, c.score)),
        };
        let made =
            meant.is_some() && governor(line, i).is_some_and(|g| is_making(&line.reading.words[g].lemma)) && line.is(i, Relation::Nsubj);
        let may = self == Self::That && !made || self == Self::It && (takes_event(line, i) || is_event_of(line, i));
        let event = if may { event(line, table, i) } else { None };
        let asks_what = self == Self::That && matches!(line.lower(0), "what" | "who") && i <= 2;
        let title = self == Self::It && self.best(line, table, i).is_some_and(|c| c.origin == Origin::Title);
        let happening = table.candidates.iter().find(|c| c.origin == Origin::Cited && c.age == 0 && c.kind == Kind::Event && c.score >= 65);
        let text = match (meant, event) {
            (Some((text, plural, score)), _) if asks_what && score > 60 => owned(&text, plural, possessive),
            _ if asks_what => return None,
            (Some((text, plural, _)), Some(_)) if title && !takes_event(line, i) => owned(&text, plural, possessive),
            (Some((_, _, score)), Some(_)) if self == Self::It && score < 98 && happening.is_some() => happening?.text.clone(),
            (Some((text, plural, score)), None) if score > 0 || plural => owned(&text, plural, possessive),
            (Some((text, plural, score)), Some(_)) if self == Self::It && score >= 98 => owned(&text, plural, possessive),
            (_, Some(event)) => owned(&event, false, possessive),
            _ => return None,
        };
        let contraction = line.lower(i + 1) == "'s" && line.pos(i + 1) != Pos::Part;
        let span = if contraction { line.span(i, i + 2) } else { line.span(i, i + 1) };
        Some(Edit { span, text: if contraction { format!("{text} is") } else { text } })
    }

    /// The best candidate. A thing must be one that the document names; one that happens is preferred where something is held or happens.
    fn best<'t>(self, line: &Line, table: &'t Table, i: usize) -> Option<&'t Candidate> {
        let thing = matches!(self, Self::It | Self::That);
        let happens = thing && governor(line, i).is_some_and(|g| is_happening(&line.reading.words[g].lemma) || is_moved(line, i));
        let known = |c: &&Candidate| thing && is_just_asked(c) || is_known(table, c);
        let scored = table.candidates.iter().filter(known).filter_map(|c| {
            let bonus = match c.kind {
                Kind::Event if happens => 45,
                Kind::Event => 0,
                _ if happens && (c.named || matches!(c.kind, Kind::Place | Kind::Organisation)) => -150,
                _ => 0,
            };
            // What was done to something is asked about the same thing again.
            let bare = !c.named && !c.plural && c.origin != Origin::Answer && !is_determined(&c.text);
            let parallel = if self == Self::It && c.subject && i > 1 && c.origin == Origin::Question { -6 } else { 0 };
            let score = c.score + self.fits(c)? + bonus + parallel;
            (score >= WEAKEST && !bare).then_some((score, c))
        });
        let best = scored.reduce(|a, b| if b.0 > a.0 { b } else { a }).map(|(_, c)| c)?;
        Some(self.rival(line, table, best, i).unwrap_or(best))
    }

    /// Somebody or something else that may be meant, of whom the document tells what the line says, where it tells none of it of the best candidate.
    fn rival<'t>(self, line: &Line, table: &'t Table, best: &Candidate, i: usize) -> Option<&'t Candidate> {
        let fits = |c: &&Candidate| {
            (c.origin == Origin::Title || c.named && c.origin != Origin::Cited) && c.text != best.text && self.fits(c).is_some()
        };
        let rivals = || table.candidates.iter().filter(fits).take(RIVALS);
        let topic = rivals().find(|c| c.origin == Origin::Title);
        // "Is it the oldest tower?" asks about what is a tower.
        let called = || {
            let nouns = table.cast().thing().map_or(&[][..], |topic| &topic.nouns);
            i == 1 && is_be(line.lower(0)) && (2..line.end()).any(|k| nouns.iter().any(|noun| noun == line.lower(k)))
        };
        topic.filter(|_| called()).or_else(|| rivals().find(|rival| told::rather(line, table, rival, best)))
    }
}

/// The one whose relative was asked about, where a further relative is: "her father" after "Ann Lee's mother" is Ann Lee's.
fn kin<'t>(pronoun: Pronoun, line: &Line, table: &'t Table, i: usize) -> Option<&'t Candidate> {
    let relative = |noun: &str| is_a(noun, "relative") || noun_gender(noun).is_some();
    let asked = is_possessive(line, i) && line.reading.words.get(i + 1).is_some_and(|word| relative(&word.lemma));
    let owners = table.candidates.iter().filter(|c| asked && c.origin == Origin::Question && c.age < 2);
    let owner = owners.filter_map(|c| c.text.rsplit_once("'s ")).find(|(_, noun)| relative(noun))?.0;
    table.candidates.iter().find(|c| c.text == owner && pronoun.fits(c).is_some())
}

/// Whether a phrase opens with an article or a possessor.
pub fn is_determined(text: &str) -> bool {
    text.contains("'s ")
        || ["the ", "The ", "a ", "an ", "his ", "her ", "its ", "their ", "this ", "that ", "another "]
            .iter()
            .any(|word| text.starts_with(word))
}

/// Whether a candidate is what the last question was about: "it" may be that though the document has no such word.
fn is_just_asked(candidate: &Candidate) -> bool {
    candidate.origin == Origin::Question && candidate.age == 0 && candidate.subject && is_determined(&candidate.text)
}

/// Whether the document has the candidate's words.
fn is_known(table: &Table, candidate: &Candidate) -> bool {
    let head = candidate.text.rsplit(' ').next().unwrap_or_default();
    let head = crate::text::fold(head);
    candidate.kind == Kind::Person || table.known.vocabulary.has(&head) || table.known.index.term(&crate::text::term::term(&head)).is_some()
}

/// The last question's person with the person that was its answer: "they", where nothing else is several.
fn pair(table: &Table) -> Option<String> {
    let person = |origin: Origin| table.candidates.iter().find(|c| c.age == 0 && c.origin == origin && c.kind == Kind::Person && !c.plural);
    let (asked, answered) = (person(Origin::Question)?, person(Origin::Answer)?);
    (asked.named && asked.text != answered.text).then(|| format!("{} and {}", asked.text, answered.text))
}

/// How several are called: "seals" that were asked about are "the seals".
fn several(candidate: &Candidate) -> String {
    let bare = candidate.plural && !candidate.named && candidate.text.starts_with(char::is_lowercase) && !is_determined(&candidate.text);
    if bare && !candidate.text.contains(char::is_numeric) { format!("the {}", candidate.text) } else { candidate.text.clone() }
}

/// Whether the last question has a "they" that stands for nobody on the table, so that another one does not either.
fn is_open(table: &Table) -> bool {
    table.last().is_some_and(|turn| (0..turn.line.len()).any(|i| matches!(turn.line.lower(i), "they" | "them" | "their")))
}

/// Somebody with husband or wife: "they", after a question about the latter.
fn couple(table: &Table) -> Option<String> {
    let spouse = |noun: &str| matches!(noun, "wife" | "husband" | "partner" | "spouse" | "girlfriend" | "boyfriend" | "fiancé" | "fiancée");
    let asked = table.candidates.iter().filter(|c| c.origin == Origin::Question && c.age == 0);
    let (one, noun) = asked.filter_map(|c| c.text.split_once("'s ")).find(|(_, noun)| spouse(noun))?;
    let own = table.cast().find(&crate::text::fold(one)).and_then(|member| member.gender);
    let whose = match own {
        Some(Gender::Masculine) => "his",
        Some(Gender::Feminine) => "her",
        None => return Some(format!("{one} and {one}'s {noun}")),
    };
    Some(format!("{one} and {whose} {noun}"))
}

/// What the last question was about, as an event, where a pronoun may stand for one: not behind a preposition of place.
fn event(line: &Line, table: &Table, i: usize) -> Option<String> {
    let before = i.checked_sub(1).map_or("", |b| line.lower(b));
    if matches!(before, "in" | "on" | "at" | "of" | "to" | "from" | "into") || is_possessive(line, i) {
        return None;
    }
    let nobody =
        |frame: &Frame| frame.subject.starts_with("any") || matches!(frame.subject.to_lowercase().as_str(), "they" | "it" | "he" | "she");
    let frame = table.frame.filter(|frame| !nobody(frame) && !is_empty(frame))?;
    let verb = governor(line, i).map(|g| &line.reading.words[g].lemma);
    let again = frame.verb.as_ref().is_some_and(|of| verb.is_some_and(|verb| *verb == of.lemma));
    let measured = frame.wh.split(' ').count() > 1 && frame.wh.to_lowercase().starts_with("how ");
    let happens = frame.verb.is_some() || frame.gap == Gap::Adjunct && !measured;
    let unknown = frame.gap == Gap::Object && table.answer().is_none();
    (happens && !again && !unknown).then(|| frame.event(table.answer())).filter(|event| is_short(event))
}

/// The most words that may stand for a pronoun.
const LONGEST: usize = 12;

/// Whether a clause can stand for a pronoun in a question that is still to be understood.
pub fn is_short(clause: &str) -> bool {
    clause.split(' ').count() <= LONGEST && !clause.contains(" when ")
}

/// Whether a group is near enough to be "they": not just named in passing by a sentence.
fn is_prominent(candidate: &Candidate) -> bool {
    candidate.origin != Origin::Cited || candidate.named && candidate.subject && candidate.age == 0
}

/// Whether "it" at `i` may be what happened: "because of it", "why did she say it".
fn takes_event(line: &Line, i: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |b| line.lower(b));
    let verb = governor(line, i).map_or("", |g| line.reading.words[g].lemma.as_str());
    matches!(before, "for" | "with" | "about" | "by" | "over" | "after" | "before")
        || matches!(verb, "do" | "say" | "mean" | "regret" | "explain" | "justify" | "happen" | "react" | "matter")
}

/// Whether what is said of "it" at `i` can be said of what happened: it was held, it was legal.
fn is_event_of(line: &Line, i: usize) -> bool {
    governor(line, i).is_some_and(|g| is_happening(&line.reading.words[g].lemma) || matches!(line.pos(g), Pos::Adj | Pos::Noun))
}

/// A name in the form that its place wants; what was said of "a tower" is asked of "the tower".
fn owned(text: &str, plural: bool, possessive: bool) -> String {
    let known = text.strip_prefix("a ").or(text.strip_prefix("an ")).map(|rest| format!("the {rest}"));
    let text = known.as_deref().unwrap_or(text);
    match possessive {
        true if plural && text.ends_with('s') => format!("{text}'"),
        true => format!("{text}'s"),
        false => text.to_string(),
    }
}

fn is_possessive(line: &Line, i: usize) -> bool {
    line.tag(i) == Some(Tag::PrpPossessive) || matches!(line.lower(i), "his" | "hers" | "their" | "theirs" | "its")
}

fn governor(line: &Line, i: usize) -> Option<usize> {
    line.reading.words.get(i).and_then(|word| word.head)
}

/// Whether a pronoun is what somebody moves: an event, or a thing, but no place.
fn is_moved(line: &Line, i: usize) -> bool {
    let moves = |g: usize| matches!(line.reading.words[g].lemma.as_str(), "move" | "reschedule" | "schedule" | "shift");
    governor(line, i).is_some_and(moves) && line.reading.is(i, Relation::Obj)
}

/// Whether what the verb says is done to things, not to what happened.
fn is_making(lemma: &str) -> bool {
    matches!(
        lemma,
        "found" | "build" | "make" | "create" | "write" | "publish" | "paint" | "compose" | "invent" | "design" | "open" | "sell" | "buy"
    )
}

fn is_happening(lemma: &str) -> bool {
    matches!(
        lemma,
        "hold"
            | "happen"
            | "occur"
            | "cancel"
            | "postpone"
            | "attend"
            | "organise"
            | "organize"
            | "begin"
            | "end"
            | "start"
            | "last"
            | "go"
    )
}

/// Whether a pronoun has its antecedent in its own line: a pronoun like it, or a fitting name or noun before it that is not its co-argument.
pub fn is_bound(line: &Line, own: &[Mention], filled: &[(Pronoun, usize)], pronoun: Pronoun, i: usize) -> bool {
    if filled.iter().any(|(other, _)| *other == pronoun) {
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
fn is_empty_it(line: &Line, i: usize) -> bool {
    let next = line.lower(i + 1);
    let said = matches!(
        next,
        "true" | "possible" | "likely" | "correct" | "right" | "certain" | "necessary" | "rain" | "raining" | "snow" | "snowing"
    );
    let cleft =
        i > 0 && is_be(line.lower(i - 1)) && (i + 1..line.len()).any(|k| matches!(line.lower(k), "that" | "who" | "when" | "where"));
    let takes = next == "take" && (i..line.len()).any(|k| line.lower(k) == "to" || line.lower(k) == "for");
    let made = i > 0 && matches!(line.lower(i - 1), "make" | "made" | "makes" | "making") && matches!(line.pos(i + 1), Pos::Adp | Pos::Adv);
    let comes = matches!(next, "comes" | "came") && line.lower(i + 2) == "to" && i > 0 && line.lower(i - 1) == "when";
    let flees = i > 0 && matches!(line.lower(i - 1), "leg" | "legged" | "hook" | "hooked");
    said || cleft || takes || made || comes || flees || line.is(i, Relation::Expl)
}

/// Whether "that", "this", "those" stands for something itself: no noun follows, no clause either.
fn stands_alone(line: &Line, i: usize) -> bool {
    let next = line.pos(i + 1);
    let noun = matches!(next, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num) || line.is(i, Relation::Det);
    let clause = line.is(i, Relation::Mark) || i > 0 && line.pos(i - 1) == Pos::Verb && matches!(next, Pos::Pron | Pos::Det);
    let relative = i > 0 && matches!(line.pos(i - 1), Pos::Noun | Pos::Propn) && !matches!(next, Pos::Punct | Pos::Adv | Pos::Adj);
    let clause_after = i > 2 && line.pos(i - 1) == Pos::Verb && matches!(line.tag(i + 1), Some(Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md));
    let relative = relative || clause_after;
    let cleft = i > 1 && line.lower(i - 1) == "it" && is_be(line.lower(i - 2));
    let relative = relative || cleft;
    let described = matches!(line.lower(i), "those" | "these") && (next == Pos::Adp || line.lower(i + 1) == "who");
    let after_auxiliary = i > 0 && line.pos(i - 1) == Pos::Aux;
    !described && (after_auxiliary && !line.is(i, Relation::Det) || !noun && !clause && !relative)
}
